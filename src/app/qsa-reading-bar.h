/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "qsa-session.h"

G_BEGIN_DECLS

/* Says how the query was read where it could be read otherwise, and offers the other reading: one click
 * puts it. Hidden when there is nothing to say. What may still be unfinished (a mark without its partner,
 * half a date) is said once the typing rests. Main thread.
 *
 * Property "session" (QsaSession or NULL). */
#define QSA_TYPE_READING_BAR (qsa_reading_bar_get_type ())
G_DECLARE_FINAL_TYPE (QsaReadingBar, qsa_reading_bar, QSA, READING_BAR, GtkWidget)

void qsa_reading_bar_set_session (QsaReadingBar *self, QsaSession *session);

G_END_DECLS
