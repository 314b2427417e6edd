/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "qsa-session.h"

G_BEGIN_DECLS

/* The dates of the sidebar: histogram with brush, from and to, undated as its own line. Main
 * thread.
 *
 * Property "session" (QsaSession or NULL). */
#define QSA_TYPE_DATE_PANEL (qsa_date_panel_get_type ())
G_DECLARE_FINAL_TYPE (QsaDatePanel, qsa_date_panel, QSA, DATE_PANEL, GtkWidget)

void qsa_date_panel_set_session (QsaDatePanel *self, QsaSession *session);
/* Shares the sidebar's column of counts. */
void qsa_date_panel_set_counts (QsaDatePanel *self, GtkSizeGroup *counts);

G_END_DECLS
