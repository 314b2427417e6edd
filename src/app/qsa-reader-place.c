/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-reader-place.h"

#define MARK "qsa-reader-place"
#define EDGE 0.15
#define PURSUIT_YALIGN 0.33
/* So far above the first line that the top margin comes into sight too. */
#define ABOVE_ALL 0.45

typedef struct
{
  GtkTextView *view; /* borrowed: it owns this */
  gsize view_chars;
  double yalign; /* negative: only into sight */
  gboolean sized;
  guint settle_source;
  guint pursuit;  /* tick callback; 0: none */
  guint n_frames; /* that it has seen */
} QsaReaderPlace;

static G_DEFINE_QUARK (qsa - reader - place, qsa_reader_place);

static void
qsa_reader_place_free (gpointer data)
{
  QsaReaderPlace *place = data;

  g_clear_handle_id (&place->settle_source, g_source_remove);
  if (place->pursuit != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (place->view), place->pursuit);
  g_free (place);
}

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

static void
qsa_reader_place_scroll (QsaReaderPlace *place)
{
  GtkTextMark *mark = qsa_reader_place_move_mark (place->view, place->view_chars);

  if (place->yalign < 0)
    gtk_text_view_scroll_to_mark (place->view, mark, EDGE, FALSE, 0, 0);
  else
    gtk_text_view_scroll_to_mark (place->view, mark,
                                  place->view_chars == 0 ? ABOVE_ALL : 0, TRUE, 0,
                                  place->yalign);
}

/* Where the sight must begin, in buffer coordinates, by what is measured so far. */
static int
qsa_reader_place_get_wanted_y (QsaReaderPlace *place, const GdkRectangle *sight)
{
  GtkTextIter iter;
  GdkRectangle letters;
  double yalign = place->yalign;

  if (place->view_chars == 0 && yalign >= 0)
    return -gtk_text_view_get_top_margin (place->view);
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (place->view), &iter,
                                      (int) place->view_chars);
  gtk_text_view_get_iter_location (place->view, &iter, &letters);
  if (yalign < 0)
    {
      if (letters.y >= sight->y && letters.y + letters.height <= sight->y + sight->height)
        return sight->y;
      yalign = PURSUIT_YALIGN;
    }
  return letters.y - (int) ((sight->height - letters.height) * yalign);
}

/* While a long text is being measured, GTK's own scrolling (4.8) runs to where the place was when it
 * began: what is measured above the place meanwhile moves it on. So it is looked after in each frame, until
 * all is measured or the user goes elsewhere. A text that is measured at once never gets here. */
static gboolean
qsa_reader_place_pursue (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  QsaReaderPlace *place = data;
  GtkAdjustment *adjustment;
  GdkRectangle sight;
  int wanted_y;

  if (++place->n_frames < 2)
    return G_SOURCE_CONTINUE;
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget));
  gtk_text_view_get_visible_rect (place->view, &sight);
  wanted_y = qsa_reader_place_get_wanted_y (place, &sight);
  if (ABS (wanted_y - sight.y) > 1)
    gtk_adjustment_set_value (adjustment,
                              wanted_y + gtk_text_view_get_top_margin (place->view));
  return G_SOURCE_CONTINUE;
}

static gboolean
qsa_reader_place_settle (gpointer data)
{
  QsaReaderPlace *place = data;

  place->settle_source = 0;
  qsa_reader_place_scroll (place);
  qsa_reader_place_let_go (place->view);
  return G_SOURCE_REMOVE;
}

/* GTK forgets a scroll that is asked for while lines are still being measured, once those in sight
 * were: only the first of its two idle handlers looks for it (4.8). So it is asked for again
 * behind the second. */
static void
qsa_reader_place_start (QsaReaderPlace *place)
{
  qsa_reader_place_scroll (place);
  if (place->settle_source == 0)
    {
      place->settle_source = g_idle_add_full (GTK_TEXT_VIEW_PRIORITY_VALIDATE + 1,
                                              qsa_reader_place_settle, place, NULL);
      place->pursuit = gtk_widget_add_tick_callback (GTK_WIDGET (place->view),
                                                     qsa_reader_place_pursue, place,
                                                     NULL);
    }
}

/* Not while sizes are being given out: a scroll bar that moves then is drawn without a place of its own
 * (GTK 4.8 warns of it). */
static gboolean
qsa_reader_place_start_sized (gpointer data)
{
  QsaReaderPlace *place = data;

  place->settle_source = 0;
  qsa_reader_place_start (place);
  return G_SOURCE_REMOVE;
}

/* A view that has no size yet would be scrolled for a page of some pixels, and GTK keeps to what
 * it then had at the top. */
static void
qsa_reader_place_go (GtkTextView *view, gsize view_chars, double yalign)
{
  QsaReaderPlace *place = g_new0 (QsaReaderPlace, 1);

  place->view = view;
  place->view_chars = view_chars;
  place->yalign = yalign;
  place->sized = gtk_widget_get_mapped (GTK_WIDGET (view))
                 && gtk_widget_get_height (GTK_WIDGET (view)) > 1;
  g_object_set_qdata_full (G_OBJECT (view), qsa_reader_place_quark (), place,
                           qsa_reader_place_free);
  if (place->sized)
    qsa_reader_place_start (place);
}

void
qsa_reader_place_scroll_to (GtkTextView *view, gsize view_chars, double yalign)
{
  g_return_if_fail (GTK_IS_TEXT_VIEW (view));
  g_return_if_fail (yalign >= 0 && yalign <= 1);

  qsa_reader_place_go (view, view_chars, yalign);
}

void
qsa_reader_place_reveal (GtkTextView *view, gsize view_chars)
{
  g_return_if_fail (GTK_IS_TEXT_VIEW (view));

  qsa_reader_place_go (view, view_chars, -1);
}

gboolean
qsa_reader_place_is_settled (GtkTextView *view)
{
  g_return_val_if_fail (GTK_IS_TEXT_VIEW (view), TRUE);

  return g_object_get_qdata (G_OBJECT (view), qsa_reader_place_quark ()) == NULL;
}

void
qsa_reader_place_let_go (GtkTextView *view)
{
  g_return_if_fail (GTK_IS_TEXT_VIEW (view));

  g_object_set_qdata (G_OBJECT (view), qsa_reader_place_quark (), NULL);
}

void
qsa_reader_place_allocated (GtkTextView *view)
{
  QsaReaderPlace *place;

  g_return_if_fail (GTK_IS_TEXT_VIEW (view));

  place = g_object_get_qdata (G_OBJECT (view), qsa_reader_place_quark ());
  if (place == NULL || place->sized || !gtk_widget_get_mapped (GTK_WIDGET (view)))
    return;
  place->sized = TRUE;
  if (place->settle_source == 0)
    place->settle_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE,
                                            qsa_reader_place_start_sized, place, NULL);
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
