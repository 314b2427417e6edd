/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-histogram-scene.h"

#include "qsa-display-text.h"

#define QSA_HISTOGRAM_SCENE_MAX_BAR 28.0

typedef struct
{
  GdkRGBA bar;
  GdkRGBA strong;
  GdkRGBA faint;
} QsaHistogramColors;

static const QsaDateBin *
qsa_histogram_scene_get_bin (const QsaHistogramScene *scene, guint bin)
{
  return &g_array_index (scene->bins->bins, QsaDateBin, bin);
}

static guint
qsa_histogram_scene_max_articles (const QsaHistogramScene *scene)
{
  guint most = 1;

  for (guint i = 0; i < scene->bins->bins->len; i++)
    most = MAX (most, qsa_histogram_scene_get_bin (scene, i)->articles);
  return most;
}

static void
qsa_histogram_scene_get_colors (GtkWidget *widget, QsaHistogramColors *colors)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA text;

  gtk_style_context_get_color (context, &text);
  if (!gtk_style_context_lookup_color (context, "accent_bg_color", &colors->strong))
    colors->strong = text;
  colors->bar = colors->strong;
  colors->bar.alpha *= 0.7f;
  colors->faint = text;
  colors->faint.alpha *= 0.22f;
}

static const GdkRGBA *
qsa_histogram_scene_choose_color (const QsaHistogramScene *scene,
                                  const QsaHistogramColors *colors, guint bin)
{
  if (scene->has_range && bin >= scene->first && bin <= scene->last)
    return &colors->strong;
  if (scene->has_range || scene->has_filter)
    return &colors->faint;
  return qsa_histogram_scene_get_bin (scene, bin)->articles > 0 ? &colors->bar
                                                                : &colors->faint;
}

static gboolean
qsa_histogram_scene_is_rtl (GtkWidget *widget)
{
  return gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
}

static void
qsa_histogram_scene_snapshot_bars (const QsaHistogramScene *scene, GtkWidget *widget,
                                   GtkSnapshot *snapshot, int area)
{
  QsaHistogramColors colors;
  guint n_bins = scene->bins->bins->len;
  double slot = (double) gtk_widget_get_width (widget) / n_bins;
  double width = MIN (slot > 4 ? slot - 1.5 : slot * 0.8, QSA_HISTOGRAM_SCENE_MAX_BAR);
  double most = qsa_histogram_scene_max_articles (scene);
  gboolean rtl = qsa_histogram_scene_is_rtl (widget);

  qsa_histogram_scene_get_colors (widget, &colors);
  for (guint i = 0; i < n_bins; i++)
    {
      guint articles = qsa_histogram_scene_get_bin (scene, i)->articles;
      double x = (rtl ? n_bins - 1 - i : i) * slot + (slot - width) / 2;
      /* An article alone must still be seen beside thousands. */
      double height = articles > 0 ? MAX (articles / most * area, 2) : 1;

      gtk_snapshot_append_color (snapshot,
                                 qsa_histogram_scene_choose_color (scene, &colors, i),
                                 &GRAPHENE_RECT_INIT (x, area - height, width, height));
    }
}

static void
qsa_histogram_scene_snapshot_label (const QsaHistogramScene *scene, GtkWidget *widget,
                                    GtkSnapshot *snapshot, guint bin, gboolean at_left,
                                    int area)
{
  g_autofree char *text = NULL;
  QsaDate from;
  QsaDate to;
  GdkRGBA color;
  int width;

  qsa_date_bins_get_period (scene->bins, bin, bin, &from, &to);
  text = qsa_display_date (at_left == qsa_histogram_scene_is_rtl (widget) ? &to : &from);
  pango_layout_set_text (scene->label, text, -1);
  pango_layout_get_pixel_size (scene->label, &width, NULL);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  color.alpha *= 0.6f;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT (at_left ? 0 : gtk_widget_get_width (widget) - width,
                                      area + QSA_HISTOGRAM_SCENE_GAP));
  gtk_snapshot_append_layout (snapshot, scene->label, &color);
  gtk_snapshot_restore (snapshot);
}

void
qsa_histogram_scene_snapshot (const QsaHistogramScene *scene, GtkWidget *widget,
                              GtkSnapshot *snapshot)
{
  guint last = scene->bins->bins->len - 1;
  gboolean rtl = qsa_histogram_scene_is_rtl (widget);
  int label_height;
  int area;

  pango_layout_get_pixel_size (scene->label, NULL, &label_height);
  area = gtk_widget_get_height (widget) - label_height - QSA_HISTOGRAM_SCENE_GAP;
  qsa_histogram_scene_snapshot_bars (scene, widget, snapshot, area);
  qsa_histogram_scene_snapshot_label (scene, widget, snapshot, 0, !rtl, area);
  if (last > 0)
    qsa_histogram_scene_snapshot_label (scene, widget, snapshot, last, rtl, area);
}
