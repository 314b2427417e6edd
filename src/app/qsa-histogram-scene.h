/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "qsa-date-bins.h"

G_BEGIN_DECLS

/* Internal to QsaHistogram: what it draws, as a value. */
typedef struct
{
  const QsaDateBins *bins; /* at least one bin */
  PangoLayout *label;      /* scratch, in the widget's font */
  gboolean has_filter;     /* dates are filtered, though perhaps to none of the bins */
  gboolean has_range;      /* bins first..last are chosen or being brushed */
  guint first;
  guint last;
} QsaHistogramScene;

#define QSA_HISTOGRAM_SCENE_GAP 4 /* pixels between the bars and the labels under them */

void qsa_histogram_scene_snapshot (const QsaHistogramScene *scene, GtkWidget *widget,
                                   GtkSnapshot *snapshot);

G_END_DECLS
