/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "qsa-session.h"

G_BEGIN_DECLS

/* "Also searched:" and a toggle for every form that the search was widened to, with how many
 * articles hold it. The commonest few are shown, the rest behind "more". Hidden when there is
 * none. Main thread.
 *
 * Property "session" (QsaSession or NULL). */
#define QSA_TYPE_WIDENING_BAR (qsa_widening_bar_get_type ())
G_DECLARE_FINAL_TYPE (QsaWideningBar, qsa_widening_bar, QSA, WIDENING_BAR, GtkWidget)

void qsa_widening_bar_set_session (QsaWideningBar *self, QsaSession *session);

G_END_DECLS
