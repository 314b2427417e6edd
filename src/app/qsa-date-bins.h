/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-date.h"
#include "qsa-result.h"

G_BEGIN_DECLS

/* What the histogram draws: equal periods in the order of time, gaps included. Years, groups of
 * years when there are too many of them, or months when the range that matters spans three years
 * or less. Immutable, any thread.
 *
 * A month index is year * 12 + month - 1. */

typedef struct
{
  gint32 first_month; /* index of the bin's first month */
  guint articles;
} QsaDateBin;

typedef struct
{
  GArray *bins;      /* QsaDateBin, ascending, never NULL; empty when nothing is dated */
  guint bin_months;  /* months in a bin: 1, 12, 24, 60, 120 … */
  guint n_year_only; /* articles of the range that cannot be put into a month bin */
} QsaDateBins;

/* @months as a QsaResult gives them. @from and @to: the active filter, undated where open. */
QsaDateBins *qsa_date_bins_new (const QsaMonthCount *months, guint n_months,
                                const QsaDate *from, const QsaDate *to);
void qsa_date_bins_free (QsaDateBins *bins);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaDateBins, qsa_date_bins_free)

/* The period of bins @first to @last (both included) as a pair of partial dates. */
void qsa_date_bins_get_period (const QsaDateBins *bins, guint first, guint last,
                               QsaDate *from, QsaDate *to);

/* Which bins overlap @from … @to (undated: open end); FALSE when none does. */
gboolean qsa_date_bins_find_period (const QsaDateBins *bins, const QsaDate *from,
                                    const QsaDate *to, guint *first, guint *last);

G_END_DECLS
