/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lays children out in lines, like words: as many as fit, the rest below. Mirrors with the widget's
 * direction. (GtkFlowBox makes columns; Adwaita 1.2 has no wrap box.) */
#define QSA_TYPE_WRAP_LAYOUT (qsa_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (QsaWrapLayout, qsa_wrap_layout, QSA, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *qsa_wrap_layout_new (int spacing, int line_spacing);

G_END_DECLS
