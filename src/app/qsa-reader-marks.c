/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-reader-marks.h"

#include "qsa-reader-text.h"

#define RADIUS 4.0f
#define PAD_X 2
/* Of a face's height: room above and below its letters that a mark leaves free. */
#define SPARE_ABOVE 0.12
#define SPARE_BELOW 0.05
/* The rule stands a little below the middle of its gap, nearer to what follows. */
#define RULE_PLACE 0.52
#define RULE_ALPHA 0.15f
/* Gaps of a rounding error between letters are no gaps. */
#define JOIN_PIXELS 2

typedef struct
{
  GdkRGBA fill;
  GdkRGBA outline;
} QsaMarkColours;

/* [dark][current] */
static const QsaMarkColours palette[2][2] = {
  {
      { { 0.976f, 0.910f, 0.560f, 1.0f }, { 0, 0, 0, 0 } },
      { { 0.988f, 0.780f, 0.290f, 1.0f }, { 0.730f, 0.460f, 0.020f, 1.0f } },
  },
  {
      { { 0.960f, 0.790f, 0.220f, 0.26f }, { 0, 0, 0, 0 } },
      { { 0.960f, 0.700f, 0.140f, 0.50f }, { 0.980f, 0.800f, 0.330f, 1.0f } },
  },
};

static int
qsa_reader_marks_compare_x (gconstpointer a, gconstpointer b)
{
  return ((const GdkRectangle *) a)->x - ((const GdkRectangle *) b)->x;
}

/* Where one character stands; right-to-left ones come with a negative width. */
static GdkRectangle
qsa_reader_marks_locate (GtkTextView *view, const GtkTextIter *iter)
{
  GdkRectangle place;

  gtk_text_view_get_iter_location (view, iter, &place);
  if (place.width < 0)
    {
      place.x += place.width;
      place.width = -place.width;
    }
  return place;
}

/* @letters: those of one display line. Neighbours become one rectangle of a common height. */
static void
qsa_reader_marks_join (GArray *letters, GArray *rectangles)
{
  int top = G_MAXINT;
  int bottom = G_MININT;
  guint first = rectangles->len;

  g_array_sort (letters, qsa_reader_marks_compare_x);
  for (guint i = 0; i < letters->len; i++)
    {
      GdkRectangle letter = g_array_index (letters, GdkRectangle, i);
      GdkRectangle *last = rectangles->len > first
                               ? &g_array_index (rectangles, GdkRectangle,
                                                 rectangles->len - 1)
                               : NULL;

      top = MIN (top, letter.y + (int) (letter.height * SPARE_ABOVE));
      bottom = MAX (bottom,
                    letter.y + letter.height - (int) (letter.height * SPARE_BELOW));
      if (last != NULL && letter.x <= last->x + last->width + JOIN_PIXELS)
        last->width = MAX (last->width, letter.x + letter.width - last->x);
      else
        g_array_append_val (rectangles, letter);
    }
  for (guint i = first; i < rectangles->len; i++)
    {
      GdkRectangle *rectangle = &g_array_index (rectangles, GdkRectangle, i);

      rectangle->y = top;
      rectangle->height = bottom - top;
    }
}

GArray *
qsa_reader_marks_get_rectangles (GtkTextView *view, gsize start_chars, gsize end_chars)
{
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (GdkRectangle));
  GArray *rectangles = g_array_new (FALSE, FALSE, sizeof (GdkRectangle));
  GtkTextBuffer *buffer;
  GtkTextIter iter;
  GtkTextIter end;

  g_return_val_if_fail (GTK_IS_TEXT_VIEW (view), rectangles);

  buffer = gtk_text_view_get_buffer (view);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) start_chars);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) end_chars);
  while (gtk_text_iter_compare (&iter, &end) < 0)
    {
      GtkTextIter line_end = iter;

      g_array_set_size (letters, 0);
      if (!gtk_text_view_forward_display_line (view, &line_end)
          || gtk_text_iter_compare (&line_end, &end) > 0)
        line_end = end;
      for (; gtk_text_iter_compare (&iter, &line_end) < 0;
           gtk_text_iter_forward_char (&iter))
        {
          GdkRectangle letter = qsa_reader_marks_locate (view, &iter);

          if (letter.width > 0)
            g_array_append_val (letters, letter);
        }
      qsa_reader_marks_join (letters, rectangles);
    }
  return rectangles;
}

static void
qsa_reader_marks_draw (GtkSnapshot *snapshot, const GdkRectangle *place,
                       const QsaMarkColours *colours)
{
  GskRoundedRect shape;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (place->x - PAD_X, place->y,
                                               place->width + 2 * PAD_X, place->height);

  gsk_rounded_rect_init_from_rect (&shape, &bounds, RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &colours->fill, &bounds);
  gtk_snapshot_pop (snapshot);
  if (colours->outline.alpha > 0)
    gtk_snapshot_append_border (snapshot, &shape, (float[4]){ 1.5f, 1.5f, 1.5f, 1.5f },
                                (GdkRGBA[4]){ colours->outline, colours->outline,
                                              colours->outline, colours->outline });
}

/* The offsets of the first and behind the last character in sight. */
static void
qsa_reader_marks_get_sight (GtkTextView *view, gsize *first_chars, gsize *last_chars)
{
  GdkRectangle sight;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (view, &sight);
  gtk_text_view_get_line_at_y (view, &iter, sight.y, NULL);
  *first_chars = (gsize) gtk_text_iter_get_offset (&iter);
  gtk_text_view_get_line_at_y (view, &iter, sight.y + sight.height, NULL);
  if (!gtk_text_iter_forward_line (&iter))
    gtk_text_iter_forward_to_end (&iter);
  *last_chars = (gsize) gtk_text_iter_get_offset (&iter);
}

static void
qsa_reader_marks_draw_range (GtkTextView *view, GtkSnapshot *snapshot, gsize start_chars,
                             gsize end_chars, const QsaMarkColours *colours)
{
  g_autoptr (GArray)
      rectangles = qsa_reader_marks_get_rectangles (view, start_chars, end_chars);

  for (guint i = 0; i < rectangles->len; i++)
    qsa_reader_marks_draw (snapshot, &g_array_index (rectangles, GdkRectangle, i),
                           colours);
}

static void
qsa_reader_marks_draw_hit (GtkTextView *view, GtkSnapshot *snapshot,
                           const QsaReaderSpan *hit, GArray *spans,
                           const QsaMarkColours *colours)
{
  gsize start_chars = hit->start_chars;

  for (guint i = 0; i < spans->len; i++)
    {
      const QsaReaderSpan *span = &g_array_index (spans, QsaReaderSpan, i);

      if ((span->part != QSA_READER_CAPTION && span->part != QSA_READER_PULL_QUOTE)
          || span->start_chars <= start_chars || span->start_chars >= hit->end_chars)
        continue;
      qsa_reader_marks_draw_range (view, snapshot, start_chars, span->start_chars,
                                   colours);
      start_chars = span->end_chars;
    }
  qsa_reader_marks_draw_range (view, snapshot, start_chars, hit->end_chars, colours);
}

void
qsa_reader_marks_snapshot (GtkTextView *view, GtkSnapshot *snapshot, GArray *hits,
                           GArray *spans, guint current, gboolean dark)
{
  gsize first_chars;
  gsize last_chars;

  g_return_if_fail (GTK_IS_TEXT_VIEW (view));

  if (hits == NULL || hits->len == 0)
    return;
  qsa_reader_marks_get_sight (view, &first_chars, &last_chars);
  for (guint i = 0; i < hits->len; i++)
    {
      const QsaReaderSpan *hit = &g_array_index (hits, QsaReaderSpan, i);

      if (hit->end_chars > first_chars && hit->start_chars < last_chars)
        qsa_reader_marks_draw_hit (view, snapshot, hit, spans,
                                   &palette[dark != FALSE][i == current]);
    }
}

void
qsa_reader_marks_snapshot_rule (GtkTextView *view, GtkSnapshot *snapshot,
                                gsize after_chars)
{
  GtkTextIter iter;
  GdkRectangle letters;
  GdkRGBA colour;
  int width;
  int top;
  int height;
  int gap;

  g_return_if_fail (GTK_IS_TEXT_VIEW (view));
  g_return_if_fail (after_chars > 0);

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter,
                                      (int) after_chars - 1);
  gtk_text_view_get_line_yrange (view, &iter, &top, &height);
  gtk_text_view_get_iter_location (view, &iter, &letters);
  gap = top + height - letters.y - letters.height;
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (view)), &colour);
  colour.alpha *= RULE_ALPHA;
  width = gtk_widget_get_width (GTK_WIDGET (view)) - gtk_text_view_get_left_margin (view)
          - gtk_text_view_get_right_margin (view);
  gtk_snapshot_append_color (
      snapshot, &colour,
      &GRAPHENE_RECT_INIT (gtk_text_view_get_left_margin (view),
                           top + height - (int) (gap * (1 - RULE_PLACE)), width, 1));
}
