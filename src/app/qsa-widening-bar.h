/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "qsa-session.h"

G_BEGIN_DECLS

/* A switch that turns widening off and on (win.toggle-widening), and a toggle for every form that the
 * search was widened to or could be, with how many articles hold it, word by word. The commonest few are
 * shown, the rest behind "more". While the text of the query stays, chips stay in their places. Hidden
 * when nothing is searched that could have other forms. Main thread.
 *
 * Properties: "session" (QsaSession or NULL), "expanded" (boolean, read-only: all forms are shown, which
 * may be many). */
#define QSA_TYPE_WIDENING_BAR (qsa_widening_bar_get_type ())
G_DECLARE_FINAL_TYPE (QsaWideningBar, qsa_widening_bar, QSA, WIDENING_BAR, GtkWidget)

void qsa_widening_bar_set_session (QsaWideningBar *self, QsaSession *session);

G_END_DECLS
