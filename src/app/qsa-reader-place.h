/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where a long text stands in its view. View offsets are characters. A GtkTextView measures its
 * lines little by little; what is asked for here comes right also before the lines above are
 * measured, and even before the view has a size. Main thread. */

/* @yalign 0 puts the line at the top of the view, 1 at the bottom. */
void qsa_reader_place_scroll_to (GtkTextView *view, gsize view_chars, double yalign);
/* Scrolls only when it is not in sight, or close to an edge. */
void qsa_reader_place_reveal (GtkTextView *view, gsize view_chars);
/* FALSE while what was asked for is still under way. */
gboolean qsa_reader_place_is_settled (GtkTextView *view);
/* The user takes over: nothing scrolls by itself any more. */
void qsa_reader_place_let_go (GtkTextView *view);

/* For the view's own size_allocate: does what was asked for before it had a size. */
void qsa_reader_place_allocated (GtkTextView *view);

/* The beginning of the first line whose letters are wholly in sight. */
gsize qsa_reader_place_get_top (GtkTextView *view);

G_END_DECLS
