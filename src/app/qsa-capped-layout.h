/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For a widget whose one child is a GtkScrolledWindow: as high as what is scrolled needs at the width there
 * is, up to "max-height". (GtkScrolledWindow asks for the height before it knows the width: what wraps is
 * given one line.)
 *
 * Property "max-height" (int, pixels). */
#define QSA_TYPE_CAPPED_LAYOUT (qsa_capped_layout_get_type ())
G_DECLARE_FINAL_TYPE (QsaCappedLayout, qsa_capped_layout, QSA, CAPPED_LAYOUT,
                      GtkLayoutManager)

G_END_DECLS
