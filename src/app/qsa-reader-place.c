/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-reader-place.h"

#define MARK "qsa-reader-place"
#define EDGE 0.15
/* So far above the first line that the top margin comes into sight too. */
#define ABOVE_ALL 0.45

static GtkTextMark *
qsa_reader_place_move_mark (GtkTextView *view, gsize view_chars)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextMark *mark = gtk_text_buffer_get_mark (buffer, MARK);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) view_chars);
  if (mark == NULL)
    return gtk_text_buffer_create_mark (buffer, MARK, &iter, TRUE);
  gtk_text_buffer_move_mark (buffer, mark, &iter);
  return mark;
}

void
qsa_reader_place_scroll_to (GtkTextView *view, gsize view_chars, double yalign)
{
  g_return_if_fail (GTK_IS_TEXT_VIEW (view));

  gtk_text_view_scroll_to_mark (view, qsa_reader_place_move_mark (view, view_chars),
                                view_chars == 0 ? ABOVE_ALL : 0, TRUE, 0, yalign);
}

void
qsa_reader_place_reveal (GtkTextView *view, gsize view_chars)
{
  g_return_if_fail (GTK_IS_TEXT_VIEW (view));

  gtk_text_view_scroll_to_mark (view, qsa_reader_place_move_mark (view, view_chars), EDGE,
                                FALSE, 0, 0);
}

gsize
qsa_reader_place_get_top (GtkTextView *view)
{
  GdkRectangle sight;
  GdkRectangle letters;
  GtkTextIter iter;

  g_return_val_if_fail (GTK_IS_TEXT_VIEW (view), 0);

  gtk_text_view_get_visible_rect (view, &sight);
  gtk_text_view_get_iter_at_location (view, &iter, sight.x + sight.width / 2, sight.y);
  if (!gtk_text_view_starts_display_line (view, &iter))
    gtk_text_view_backward_display_line_start (view, &iter);
  gtk_text_view_get_iter_location (view, &iter, &letters);
  if (letters.y < sight.y)
    gtk_text_view_forward_display_line (view, &iter);
  return (gsize) gtk_text_iter_get_offset (&iter);
}
