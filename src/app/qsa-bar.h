/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A thin horizontal bar that shows a share, filled from the start side. Decoration: what it says
 * stands beside it as a number. */
#define QSA_TYPE_BAR (qsa_bar_get_type ())
G_DECLARE_FINAL_TYPE (QsaBar, qsa_bar, QSA, BAR, GtkWidget)

/* @share: 0 to 1. */
void qsa_bar_set_share (QsaBar *self, double share);

G_END_DECLS
