/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-date-bins.h"

#define QSA_DATE_BINS_ZOOM_MONTHS 36
#define QSA_DATE_BINS_MAX_BINS 40
#define QSA_DATE_BINS_MIN_MONTHS 6

typedef struct
{
  gint32 first;
  gint32 last;
} QsaMonthRange;

static gint32
qsa_date_bins_month_of (const QsaDate *date, gboolean end)
{
  gint32 month = date->year * 12;

  if (date->precision == QSA_DATE_YEAR)
    return month + (end ? 11 : 0);
  return month + date->month - 1;
}

static QsaMonthRange
qsa_date_bins_range_of (const QsaMonthCount *count)
{
  gint32 january = count->year * 12;

  if (count->month == 0)
    return (QsaMonthRange){ january, january + 11 };
  return (QsaMonthRange){ january + count->month - 1, january + count->month - 1 };
}

/* The months that hold an article, the years known only as such counted whole only when nothing
 * finer is known. */
static gboolean
qsa_date_bins_data_range (const QsaMonthCount *months, guint n_months,
                          QsaMonthRange *range, gboolean *has_months)
{
  gboolean found = FALSE;

  *has_months = FALSE;
  for (guint i = 0; i < n_months; i++)
    {
      QsaMonthRange one = qsa_date_bins_range_of (&months[i]);

      if (months[i].articles == 0)
        continue;
      *has_months |= months[i].month != 0;
      range->first = found ? MIN (range->first, one.first) : one.first;
      range->last = found ? MAX (range->last, one.last) : one.last;
      found = TRUE;
    }
  return found;
}

static gint32
qsa_date_bins_span (const QsaMonthRange *range)
{
  return range->last - range->first + 1;
}

static QsaMonthRange
qsa_date_bins_whole_years (const QsaMonthRange *range)
{
  return (QsaMonthRange){ range->first - range->first % 12,
                          range->last - range->last % 12 + 11 };
}

/* The part of @data that the filter asks for, in whole years; FALSE when there is no filter or it
 * asks for more than can be shown by months. */
static gboolean
qsa_date_bins_zoom_range (const QsaMonthRange *data, const QsaDate *from,
                          const QsaDate *to, QsaMonthRange *zoom)
{
  gboolean has_from = from->precision != QSA_DATE_NONE;
  gboolean has_to = to->precision != QSA_DATE_NONE;

  if (!has_from && !has_to)
    return FALSE;
  *zoom = *data;
  if (has_from)
    zoom->first = MAX (zoom->first, qsa_date_bins_month_of (from, FALSE));
  if (has_to)
    zoom->last = MIN (zoom->last, qsa_date_bins_month_of (to, TRUE));
  if (zoom->first > zoom->last || qsa_date_bins_span (zoom) > QSA_DATE_BINS_ZOOM_MONTHS)
    return FALSE;
  *zoom = qsa_date_bins_whole_years (zoom);
  return TRUE;
}

static guint
qsa_date_bins_choose_years (gint32 n_years)
{
  static const guint steps[] = { 1, 2, 5, 10, 20, 50, 100 };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if ((n_years + steps[i] - 1) / steps[i] <= QSA_DATE_BINS_MAX_BINS)
      return steps[i];
  return 500;
}

static void
qsa_date_bins_make_empty (QsaDateBins *self, const QsaMonthRange *range)
{
  for (gint32 month = range->first; month <= range->last; month += self->bin_months)
    {
      QsaDateBin bin = { month, 0 };

      g_array_append_val (self->bins, bin);
    }
}

static void
qsa_date_bins_use_months (QsaDateBins *self, QsaMonthRange range)
{
  gint32 missing = QSA_DATE_BINS_MIN_MONTHS - qsa_date_bins_span (&range);

  /* A bar or two alone would fill the whole width and say nothing. */
  if (missing > 0)
    {
      range.first -= missing / 2;
      range.last += missing - missing / 2;
    }
  self->bin_months = 1;
  qsa_date_bins_make_empty (self, &range);
}

static void
qsa_date_bins_use_years (QsaDateBins *self, const QsaMonthRange *data)
{
  QsaMonthRange range = qsa_date_bins_whole_years (data);
  guint years = qsa_date_bins_choose_years (qsa_date_bins_span (&range) / 12);
  gint32 step = years * 12;

  self->bin_months = step;
  range.first -= range.first % step;
  qsa_date_bins_make_empty (self, &range);
}

static void
qsa_date_bins_fill (QsaDateBins *self, const QsaMonthCount *months, guint n_months)
{
  gint32 first = g_array_index (self->bins, QsaDateBin, 0).first_month;
  gint32 end = first + (gint32) (self->bins->len * self->bin_months);

  for (guint i = 0; i < n_months; i++)
    {
      gint32 month = qsa_date_bins_range_of (&months[i]).first;
      gsize index;

      if (month < first || month >= end)
        continue;
      index = (month - first) / self->bin_months;
      if (months[i].month == 0 && self->bin_months == 1)
        self->n_year_only += months[i].articles;
      else
        g_array_index (self->bins, QsaDateBin, index).articles += months[i].articles;
    }
}

QsaDateBins *
qsa_date_bins_new (const QsaMonthCount *months, guint n_months, const QsaDate *from,
                   const QsaDate *to)
{
  QsaDateBins *self = g_new0 (QsaDateBins, 1);
  QsaMonthRange data;
  QsaMonthRange zoom;
  gboolean has_months;

  g_return_val_if_fail (months != NULL || n_months == 0, NULL);
  g_return_val_if_fail (from != NULL && to != NULL, NULL);

  self->bins = g_array_new (FALSE, FALSE, sizeof (QsaDateBin));
  self->bin_months = 12;
  if (!qsa_date_bins_data_range (months, n_months, &data, &has_months))
    return self;

  if (has_months && qsa_date_bins_span (&data) <= QSA_DATE_BINS_ZOOM_MONTHS)
    qsa_date_bins_use_months (self, data);
  else if (has_months && qsa_date_bins_zoom_range (&data, from, to, &zoom))
    qsa_date_bins_use_months (self, zoom);
  else
    qsa_date_bins_use_years (self, &data);
  qsa_date_bins_fill (self, months, n_months);
  return self;
}

void
qsa_date_bins_free (QsaDateBins *bins)
{
  if (bins == NULL)
    return;
  g_array_unref (bins->bins);
  g_free (bins);
}

static QsaDate
qsa_date_bins_make_date (gint32 month, QsaDatePrecision precision)
{
  QsaDate date = QSA_DATE_INIT;

  date.precision = precision;
  date.year = CLAMP (month / 12, 1, 9999);
  date.month = precision == QSA_DATE_MONTH ? month % 12 + 1 : 0;
  return date;
}

void
qsa_date_bins_get_period (const QsaDateBins *bins, guint first, guint last, QsaDate *from,
                          QsaDate *to)
{
  QsaDatePrecision precision;
  const QsaDateBin *bin;

  g_return_if_fail (bins != NULL && first <= last && last < bins->bins->len);
  g_return_if_fail (from != NULL && to != NULL);

  precision = bins->bin_months == 1 ? QSA_DATE_MONTH : QSA_DATE_YEAR;
  bin = &g_array_index (bins->bins, QsaDateBin, 0);
  *from = qsa_date_bins_make_date (bin[first].first_month, precision);
  *to = qsa_date_bins_make_date (bin[last].first_month + bins->bin_months - 1, precision);
}

gboolean
qsa_date_bins_find_period (const QsaDateBins *bins, const QsaDate *from,
                           const QsaDate *to, guint *first, guint *last)
{
  gboolean found = FALSE;
  gint32 first_month = G_MININT32;
  gint32 last_month = G_MAXINT32;

  g_return_val_if_fail (bins != NULL && from != NULL && to != NULL, FALSE);
  g_return_val_if_fail (first != NULL && last != NULL, FALSE);

  if (from->precision != QSA_DATE_NONE)
    first_month = qsa_date_bins_month_of (from, FALSE);
  if (to->precision != QSA_DATE_NONE)
    last_month = qsa_date_bins_month_of (to, TRUE);

  for (guint i = 0; i < bins->bins->len; i++)
    {
      gint32 start = g_array_index (bins->bins, QsaDateBin, i).first_month;

      if (start > last_month || start + (gint32) bins->bin_months <= first_month)
        continue;
      if (!found)
        *first = i;
      *last = i;
      found = TRUE;
    }
  return found;
}
