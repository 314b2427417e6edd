/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "qsa-date-bins.h"

G_BEGIN_DECLS

/* Articles over time as bars that can be brushed: drag over a range, click a bar, or with the keys
 * (arrows move, Shift extends, Enter applies, Escape drops the brush). Time runs with the
 * interface: right to left in Arabic. Main thread.
 *
 * Signal "brushed" (pointer const QsaDate *from, pointer const QsaDate *to): the user chose a
 * period; emitted when a drag ends, never during it. */
#define QSA_TYPE_HISTOGRAM (qsa_histogram_get_type ())
G_DECLARE_FINAL_TYPE (QsaHistogram, qsa_histogram, QSA, HISTOGRAM, GtkWidget)

GtkWidget *qsa_histogram_new (void);

/* Takes @bins. @from and @to: the filter that holds now, undated where open. */
void qsa_histogram_take_bins (QsaHistogram *self, QsaDateBins *bins, const QsaDate *from,
                              const QsaDate *to);

/* What one bar says: "December 2021: 12 articles". Free with g_free(). */
char *qsa_histogram_dup_bin_text (QsaHistogram *self, guint bin);

G_END_DECLS
