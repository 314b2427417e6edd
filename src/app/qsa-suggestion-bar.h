/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "qsa-session.h"

G_BEGIN_DECLS

/* What could be asked instead when little was found: another spelling, the wider reach, no filters. One
 * click asks it. Hidden when there is nothing to suggest. Main thread.
 *
 * Property "session" (QsaSession or NULL). */
#define QSA_TYPE_SUGGESTION_BAR (qsa_suggestion_bar_get_type ())
G_DECLARE_FINAL_TYPE (QsaSuggestionBar, qsa_suggestion_bar, QSA, SUGGESTION_BAR,
                      GtkWidget)

/* One above another, as buttons of an empty page, instead of chips in a line. */
void qsa_suggestion_bar_set_large (QsaSuggestionBar *self, gboolean large);
void qsa_suggestion_bar_set_session (QsaSuggestionBar *self, QsaSession *session);

G_END_DECLS
