/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-bar.h"

#define QSA_BAR_HEIGHT 4
#define QSA_BAR_MIN_WIDTH 28

struct _QsaBar
{
  GtkWidget parent_instance;

  double share;
};

G_DEFINE_FINAL_TYPE (QsaBar, qsa_bar, GTK_TYPE_WIDGET)

static void
qsa_bar_append (GtkSnapshot *snapshot, const GdkRGBA *color, float x, float width)
{
  graphene_rect_t rect = GRAPHENE_RECT_INIT (x, 0, width, QSA_BAR_HEIGHT);
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, &rect, QSA_BAR_HEIGHT / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, color, &rect);
  gtk_snapshot_pop (snapshot);
}

static void
qsa_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QsaBar *self = QSA_BAR (widget);
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  float width = gtk_widget_get_width (widget);
  /* A single article among thousands still leaves a trace. */
  float filled = self->share > 0 ? MAX (width * self->share, QSA_BAR_HEIGHT) : 0;
  GdkRGBA trough;
  GdkRGBA fill;

  gtk_style_context_get_color (context, &trough);
  if (!gtk_style_context_lookup_color (context, "accent_bg_color", &fill))
    fill = trough;
  trough.alpha *= 0.12f;
  fill.alpha *= 0.75f;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot,
      &GRAPHENE_POINT_INIT (0, (gtk_widget_get_height (widget) - QSA_BAR_HEIGHT) / 2.0f));
  qsa_bar_append (snapshot, &trough, 0, width);
  if (filled > 0)
    qsa_bar_append (snapshot, &fill,
                    gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? width - filled
                                                                          : 0,
                    filled);
  gtk_snapshot_restore (snapshot);
}

static void
qsa_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                 int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? QSA_BAR_MIN_WIDTH
                                                                  : QSA_BAR_HEIGHT;
}

static void
qsa_bar_class_init (QsaBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = qsa_bar_snapshot;
  widget_class->measure = qsa_bar_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
qsa_bar_init (QsaBar *self)
{
}

void
qsa_bar_set_share (QsaBar *self, double share)
{
  g_return_if_fail (QSA_IS_BAR (self));

  self->share = CLAMP (share, 0.0, 1.0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
