/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-histogram.h"

#include <glib/gi18n.h>

#include "qsa-display-text.h"
#include "qsa-histogram-scene.h"

#define QSA_HISTOGRAM_HEIGHT 64
#define QSA_HISTOGRAM_WIDTH 140
#define QSA_HISTOGRAM_NO_BIN G_MAXUINT

struct _QsaHistogram
{
  GtkWidget parent_instance;

  /* Owned */
  QsaDateBins *bins;
  PangoLayout *label;

  /* The filter as bins; it may be active and yet cover none of them */
  guint selected_first;
  guint selected_last;
  gboolean has_selection;
  gboolean has_filter;

  /* The brush: where it was put down and where it is; NO_BIN when there is none */
  guint brush_anchor;
  guint brush_cursor;
  gboolean dragging;
};

enum
{
  QSA_HISTOGRAM_BRUSHED,
  QSA_HISTOGRAM_N_SIGNALS,
};

static guint signals[QSA_HISTOGRAM_N_SIGNALS];

G_DEFINE_FINAL_TYPE (QsaHistogram, qsa_histogram, GTK_TYPE_WIDGET)

static const QsaDateBin *
qsa_histogram_get_bin (QsaHistogram *self, guint bin)
{
  g_assert (bin < self->bins->bins->len);

  return &g_array_index (self->bins->bins, QsaDateBin, bin);
}

static char *
qsa_histogram_dup_period_text (QsaHistogram *self, guint first, guint last)
{
  QsaDate from;
  QsaDate to;

  qsa_date_bins_get_period (self->bins, first, last, &from, &to);
  return qsa_display_date_range (&from, &to);
}

static char *
qsa_histogram_dup_range_text (QsaHistogram *self, guint first, guint last)
{
  g_autofree char *period = qsa_histogram_dup_period_text (self, first, last);
  g_autofree char *count = NULL;
  guint articles = 0;

  for (guint i = first; i <= last; i++)
    articles += qsa_histogram_get_bin (self, i)->articles;
  count = qsa_display_n_articles (articles);
  /* Translators: a period and its number of articles: "December 2021: 12 articles". */
  return g_strdup_printf (_ ("%1$s: %2$s"), period, count);
}

static gboolean
qsa_histogram_is_rtl (QsaHistogram *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static guint
qsa_histogram_bin_at (QsaHistogram *self, double x)
{
  guint n_bins = self->bins->bins->len;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int bin;

  if (n_bins == 0 || width <= 0)
    return QSA_HISTOGRAM_NO_BIN;
  if (qsa_histogram_is_rtl (self))
    x = width - x;
  bin = (int) (x * n_bins / width);
  return CLAMP (bin, 0, (int) n_bins - 1);
}

static gboolean
qsa_histogram_get_brush (QsaHistogram *self, guint *first, guint *last)
{
  if (self->brush_anchor == QSA_HISTOGRAM_NO_BIN)
    return FALSE;
  *first = MIN (self->brush_anchor, self->brush_cursor);
  *last = MAX (self->brush_anchor, self->brush_cursor);
  return TRUE;
}

static void
qsa_histogram_update_accessible (QsaHistogram *self)
{
  g_autofree char *text = NULL;
  guint first;
  guint last;

  if (qsa_histogram_get_brush (self, &first, &last))
    text = qsa_histogram_dup_range_text (self, first, last);
  else if (self->has_selection)
    text = qsa_histogram_dup_range_text (self, self->selected_first, self->selected_last);
  else
    text = g_strdup (_ ("All dates"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}

static void
qsa_histogram_set_brush (QsaHistogram *self, guint anchor, guint cursor)
{
  self->brush_anchor = anchor;
  self->brush_cursor = cursor;
  qsa_histogram_update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
qsa_histogram_drop_brush (QsaHistogram *self)
{
  self->dragging = FALSE;
  qsa_histogram_set_brush (self, QSA_HISTOGRAM_NO_BIN, QSA_HISTOGRAM_NO_BIN);
}

static gboolean
qsa_histogram_apply_brush (QsaHistogram *self)
{
  QsaDate from;
  QsaDate to;
  guint first;
  guint last;

  if (!qsa_histogram_get_brush (self, &first, &last))
    return FALSE;
  qsa_date_bins_get_period (self->bins, first, last, &from, &to);
  qsa_histogram_drop_brush (self);
  g_signal_emit (self, signals[QSA_HISTOGRAM_BRUSHED], 0, &from, &to);
  return TRUE;
}

/* ---- pointer ---- */

static void
qsa_histogram_drag_begin (QsaHistogram *self, double x, double y, GtkGestureDrag *drag)
{
  guint bin = qsa_histogram_bin_at (self, x);

  g_assert (QSA_IS_HISTOGRAM (self));

  if (bin == QSA_HISTOGRAM_NO_BIN)
    {
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->dragging = TRUE;
  qsa_histogram_set_brush (self, bin, bin);
}

static void
qsa_histogram_drag_update (QsaHistogram *self, double offset_x, double offset_y,
                           GtkGestureDrag *drag)
{
  double x;
  double y;

  g_assert (QSA_IS_HISTOGRAM (self));

  /* New bins may have come under the pointer: then the drag is over. */
  if (!self->dragging || !gtk_gesture_drag_get_start_point (drag, &x, &y))
    return;
  qsa_histogram_set_brush (self, self->brush_anchor,
                           qsa_histogram_bin_at (self, x + offset_x));
}

static void
qsa_histogram_drag_end (QsaHistogram *self, double offset_x, double offset_y,
                        GtkGestureDrag *drag)
{
  g_assert (QSA_IS_HISTOGRAM (self));

  if (self->dragging)
    qsa_histogram_apply_brush (self);
}

static void
qsa_histogram_drag_cancel (QsaHistogram *self, GdkEventSequence *sequence,
                           GtkGesture *drag)
{
  g_assert (QSA_IS_HISTOGRAM (self));

  qsa_histogram_drop_brush (self);
}

static gboolean
qsa_histogram_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard,
                             GtkTooltip *tooltip)
{
  QsaHistogram *self = QSA_HISTOGRAM (widget);
  g_autofree char *text = NULL;
  guint first;
  guint last;

  if (!qsa_histogram_get_brush (self, &first, &last))
    {
      if (keyboard)
        return FALSE;
      first = last = qsa_histogram_bin_at (self, x);
      if (first == QSA_HISTOGRAM_NO_BIN)
        return FALSE;
    }
  text = qsa_histogram_dup_range_text (self, first, last);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/* ---- keys ---- */

/* "(ib)": step on the screen (-1 left, 1 right, -2 and 2 the ends), and whether to extend. */
static gboolean
qsa_histogram_move (GtkWidget *widget, GVariant *args, gpointer unused)
{
  QsaHistogram *self = QSA_HISTOGRAM (widget);
  int last = (int) self->bins->bins->len - 1;
  int step;
  int cursor;
  gboolean extend;

  if (last < 0)
    return FALSE;
  g_variant_get (args, "(ib)", &step, &extend);
  if (qsa_histogram_is_rtl (self))
    step = -step;

  if (self->brush_anchor != QSA_HISTOGRAM_NO_BIN)
    cursor = (int) self->brush_cursor;
  else if (self->has_selection)
    cursor = (int) (step > 0 ? self->selected_last : self->selected_first);
  else
    cursor = step > 0 ? -1 : last + 1;
  if (extend && self->brush_anchor == QSA_HISTOGRAM_NO_BIN && self->has_selection)
    self->brush_anchor = step > 0 ? self->selected_first : self->selected_last;

  cursor = ABS (step) > 1 ? (step > 0 ? last : 0) : CLAMP (cursor + step, 0, last);
  if (!extend || self->brush_anchor == QSA_HISTOGRAM_NO_BIN)
    self->brush_anchor = cursor;
  qsa_histogram_set_brush (self, self->brush_anchor, cursor);
  return TRUE;
}

static gboolean
qsa_histogram_key_apply (GtkWidget *widget, GVariant *args, gpointer unused)
{
  return qsa_histogram_apply_brush (QSA_HISTOGRAM (widget));
}

static gboolean
qsa_histogram_key_escape (GtkWidget *widget, GVariant *args, gpointer unused)
{
  QsaHistogram *self = QSA_HISTOGRAM (widget);

  if (self->brush_anchor == QSA_HISTOGRAM_NO_BIN)
    return FALSE;
  qsa_histogram_drop_brush (self);
  return TRUE;
}

static void
qsa_histogram_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QsaHistogram *self = QSA_HISTOGRAM (widget);
  QsaHistogramScene scene = { 0 };

  if (self->bins->bins->len == 0 || gtk_widget_get_width (widget) <= 0)
    return;
  scene.bins = self->bins;
  scene.label = self->label;
  scene.has_filter = self->has_filter;
  scene.has_range = self->has_selection;
  scene.first = self->selected_first;
  scene.last = self->selected_last;
  scene.has_range |= qsa_histogram_get_brush (self, &scene.first, &scene.last);
  qsa_histogram_scene_snapshot (&scene, widget, snapshot);
}

static void
qsa_histogram_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                       int *minimum, int *natural, int *minimum_baseline,
                       int *natural_baseline)
{
  QsaHistogram *self = QSA_HISTOGRAM (widget);
  int label_height;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = QSA_HISTOGRAM_WIDTH;
      return;
    }
  pango_layout_get_pixel_size (self->label, NULL, &label_height);
  *minimum = *natural = QSA_HISTOGRAM_HEIGHT + QSA_HISTOGRAM_SCENE_GAP + label_height;
}

static void
qsa_histogram_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  QsaHistogram *self = QSA_HISTOGRAM (widget);

  GTK_WIDGET_CLASS (qsa_histogram_parent_class)->css_changed (widget, change);
  pango_layout_context_changed (self->label);
  gtk_widget_queue_resize (widget);
}

static void
qsa_histogram_finalize (GObject *object)
{
  QsaHistogram *self = QSA_HISTOGRAM (object);

  g_clear_pointer (&self->bins, qsa_date_bins_free);
  g_clear_object (&self->label);
  G_OBJECT_CLASS (qsa_histogram_parent_class)->finalize (object);
}

static void
qsa_histogram_bind_moves (GtkWidgetClass *widget_class, guint key, guint keypad_key,
                          int step)
{
  const guint keys[] = { key, keypad_key };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding (widget_class, keys[i], 0, qsa_histogram_move, "(ib)",
                                    step, FALSE);
      gtk_widget_class_add_binding (widget_class, keys[i], GDK_SHIFT_MASK,
                                    qsa_histogram_move, "(ib)", step, TRUE);
    }
}

static void
qsa_histogram_class_init (QsaHistogramClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = qsa_histogram_finalize;
  widget_class->measure = qsa_histogram_measure;
  widget_class->snapshot = qsa_histogram_snapshot;
  widget_class->query_tooltip = qsa_histogram_query_tooltip;
  widget_class->css_changed = qsa_histogram_css_changed;
  gtk_widget_class_set_css_name (widget_class, "histogram");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);

  signals[QSA_HISTOGRAM_BRUSHED] =
      g_signal_new ("brushed", QSA_TYPE_HISTOGRAM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_POINTER);

  qsa_histogram_bind_moves (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, -1);
  qsa_histogram_bind_moves (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, qsa_histogram_key_apply,
                                NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0,
                                qsa_histogram_key_apply, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, qsa_histogram_key_apply,
                                NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, qsa_histogram_key_escape,
                                NULL);
}

static void
qsa_histogram_init (QsaHistogram *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new ();
  const QsaDate open = QSA_DATE_INIT;

  self->bins = qsa_date_bins_new (NULL, 0, &open, &open);
  self->label = gtk_widget_create_pango_layout (widget, "2021");
  self->brush_anchor = QSA_HISTOGRAM_NO_BIN;
  self->brush_cursor = QSA_HISTOGRAM_NO_BIN;

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Articles over time"), -1);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (qsa_histogram_drag_begin),
                            self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (qsa_histogram_drag_update),
                            self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (qsa_histogram_drag_end), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (qsa_histogram_drag_cancel), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
}

GtkWidget *
qsa_histogram_new (void)
{
  return g_object_new (QSA_TYPE_HISTOGRAM, NULL);
}

static gboolean
qsa_histogram_same_bins (const QsaDateBins *a, const QsaDateBins *b)
{
  return a->bin_months == b->bin_months && a->bins->len == b->bins->len
         && a->bins->len > 0
         && g_array_index (a->bins, QsaDateBin, 0).first_month
                == g_array_index (b->bins, QsaDateBin, 0).first_month;
}

void
qsa_histogram_take_bins (QsaHistogram *self, QsaDateBins *bins, const QsaDate *from,
                         const QsaDate *to)
{
  g_return_if_fail (QSA_IS_HISTOGRAM (self));
  g_return_if_fail (bins != NULL && from != NULL && to != NULL);

  /* A result that arrives during a drag must not move the bars under the pointer's meaning. */
  if (!qsa_histogram_same_bins (self->bins, bins))
    {
      self->brush_anchor = self->brush_cursor = QSA_HISTOGRAM_NO_BIN;
      self->dragging = FALSE;
    }
  qsa_date_bins_free (self->bins);
  self->bins = bins;
  self->has_filter = from->precision != QSA_DATE_NONE || to->precision != QSA_DATE_NONE;
  self->has_selection = self->has_filter
                        && qsa_date_bins_find_period (bins, from, to,
                                                      &self->selected_first,
                                                      &self->selected_last);
  qsa_histogram_update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

char *
qsa_histogram_dup_bin_text (QsaHistogram *self, guint bin)
{
  g_return_val_if_fail (QSA_IS_HISTOGRAM (self), NULL);
  g_return_val_if_fail (bin < self->bins->bins->len, NULL);

  return qsa_histogram_dup_range_text (self, bin, bin);
}
