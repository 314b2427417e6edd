/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-quote-button.h"

#include "qsa-reader-marks.h"

/* A selection that has stood still for so long is finished, once no button is held down. */
#define SETTLE_MS 180
#define GAP 6
#define EDGE 8

struct _QsaQuoteButton
{
  GtkButton parent_instance;

  /* Borrowed */
  GtkOverlay *overlay;
  QsaReaderView *view;

  guint settle_source;
  gboolean offered; /* the selection is finished and can be quoted */
};

G_DEFINE_FINAL_TYPE (QsaQuoteButton, qsa_quote_button, GTK_TYPE_BUTTON)

/* ---- where ---- */

/* The place of the character at @chars, in coordinates of the overlay. */
static gboolean
qsa_quote_button_locate (QsaQuoteButton *self, gsize chars, GdkRectangle *place)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  g_autoptr (GArray)
      rectangles = qsa_reader_marks_get_rectangles (view, chars, chars + 1);
  GdkRectangle letter;
  double x;
  double y;

  if (rectangles->len == 0)
    return FALSE;
  letter = g_array_index (rectangles, GdkRectangle, 0);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, letter.x, letter.y,
                                         &letter.x, &letter.y);
  if (!gtk_widget_translate_coordinates (GTK_WIDGET (view), GTK_WIDGET (self->overlay),
                                         letter.x, letter.y, &x, &y))
    return FALSE;
  *place = (GdkRectangle){ (int) x, (int) y, letter.width, letter.height };
  return TRUE;
}

/* The last character of the selection that takes room: not the break of its last line. */
static gboolean
qsa_quote_button_locate_end (QsaQuoteButton *self, gsize start_chars, gsize end_chars,
                             GdkRectangle *place)
{
  for (gsize chars = end_chars; chars-- > start_chars;)
    if (qsa_quote_button_locate (self, chars, place))
      return TRUE;
  return FALSE;
}

static gboolean
qsa_quote_button_find_place (QsaQuoteButton *self, GdkRectangle *place)
{
  int overlay_width = gtk_widget_get_width (GTK_WIDGET (self->overlay));
  int overlay_height = gtk_widget_get_height (GTK_WIDGET (self->overlay));
  GtkRequisition size;
  GdkRectangle letter;
  gsize start_chars;
  gsize end_chars;
  int y;

  gtk_widget_get_preferred_size (GTK_WIDGET (self), NULL, &size);
  if (!qsa_reader_view_get_selection (self->view, &start_chars, &end_chars)
      || !qsa_quote_button_locate_end (self, start_chars, end_chars, &letter))
    return FALSE;
  y = letter.y + letter.height + GAP;
  if (letter.y < 0 || y + size.height + EDGE > overlay_height)
    {
      if (!qsa_quote_button_locate (self, start_chars, &letter))
        return FALSE;
      y = letter.y - GAP - size.height;
      if (y < EDGE || y + size.height > overlay_height)
        return FALSE;
    }
  place->width = MIN (size.width, overlay_width);
  place->height = size.height;
  place->x = CLAMP (letter.x + letter.width / 2 - size.width / 2, EDGE,
                    MAX (EDGE, overlay_width - size.width - EDGE));
  place->y = y;
  return TRUE;
}

static gboolean
qsa_quote_button_allocate (QsaQuoteButton *self, GtkWidget *child, GdkRectangle *place)
{
  g_assert (QSA_IS_QUOTE_BUTTON (self));

  return child == GTK_WIDGET (self) && qsa_quote_button_find_place (self, place);
}

/* ---- when ---- */

static void
qsa_quote_button_update (QsaQuoteButton *self)
{
  GdkRectangle place;

  gtk_widget_set_visible (GTK_WIDGET (self),
                          self->offered && qsa_quote_button_find_place (self, &place));
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_widget_queue_allocate (GTK_WIDGET (self->overlay));
}

static gboolean
qsa_quote_button_is_pointer_down (QsaQuoteButton *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self->view));
  GdkSeat *seat =
      gdk_display_get_default_seat (gtk_widget_get_display (GTK_WIDGET (self)));
  GdkModifierType state = 0;

  if (native == NULL || seat == NULL)
    return FALSE;
  gdk_surface_get_device_position (gtk_native_get_surface (native),
                                   gdk_seat_get_pointer (seat), NULL, NULL, &state);
  return (state & GDK_BUTTON1_MASK) != 0;
}

static gboolean
qsa_quote_button_settle (gpointer data)
{
  QsaQuoteButton *self = data;
  g_autofree char *quote = NULL;

  if (qsa_quote_button_is_pointer_down (self))
    return G_SOURCE_CONTINUE;
  quote = qsa_reader_view_dup_quote (self->view);
  self->settle_source = 0;
  self->offered = quote != NULL;
  qsa_quote_button_update (self);
  return G_SOURCE_REMOVE;
}

static void
qsa_quote_button_selection_moved (QsaQuoteButton *self, GtkTextIter *where,
                                  GtkTextMark *mark, GtkTextBuffer *buffer)
{
  g_assert (QSA_IS_QUOTE_BUTTON (self));

  if (mark != gtk_text_buffer_get_insert (buffer)
      && mark != gtk_text_buffer_get_selection_bound (buffer))
    return;
  qsa_quote_button_dismiss (self);
  if (gtk_text_buffer_get_selection_bounds (buffer, NULL, NULL))
    self->settle_source = g_timeout_add (SETTLE_MS, qsa_quote_button_settle, self);
}

static void
qsa_quote_button_dispose (GObject *object)
{
  QsaQuoteButton *self = QSA_QUOTE_BUTTON (object);

  g_clear_handle_id (&self->settle_source, g_source_remove);
  G_OBJECT_CLASS (qsa_quote_button_parent_class)->dispose (object);
}

static void
qsa_quote_button_class_init (QsaQuoteButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qsa_quote_button_dispose;
}

static void
qsa_quote_button_init (QsaQuoteButton *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "qsa-quote-button");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  /* A click must leave the selection and the focus where they are. */
  gtk_widget_set_focus_on_click (GTK_WIDGET (self), FALSE);
}

void
qsa_quote_button_attach (QsaQuoteButton *self, GtkOverlay *overlay, QsaReaderView *view)
{
  GtkAdjustment *adjustment;

  g_return_if_fail (QSA_IS_QUOTE_BUTTON (self));
  g_return_if_fail (GTK_IS_OVERLAY (overlay));
  g_return_if_fail (QSA_IS_READER_VIEW (view));
  g_return_if_fail (self->view == NULL);

  self->overlay = overlay;
  self->view = view;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (
      gtk_widget_get_ancestor (GTK_WIDGET (view), GTK_TYPE_SCROLLED_WINDOW)));
  g_signal_connect_object (overlay, "get-child-position",
                           G_CALLBACK (qsa_quote_button_allocate), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "mark-set",
                           G_CALLBACK (qsa_quote_button_selection_moved), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed",
                           G_CALLBACK (qsa_quote_button_update), self, G_CONNECT_SWAPPED);
}

void
qsa_quote_button_dismiss (QsaQuoteButton *self)
{
  g_return_if_fail (QSA_IS_QUOTE_BUTTON (self));

  g_clear_handle_id (&self->settle_source, g_source_remove);
  self->offered = FALSE;
  qsa_quote_button_update (self);
}
