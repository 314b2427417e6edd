/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-facets.h"

#include "qsa-result-private.h"

typedef enum
{
  PASSES_OUTLET = 1 << 0,
  PASSES_DATES = 1 << 1,
  PASSES_STATE = 1 << 2,
  PASSES_ALL = PASSES_OUTLET | PASSES_DATES | PASSES_STATE,
} QsaFacetsPasses;

typedef struct
{
  QsaFilter *filter; /* borrowed */
  guint8 *outlets;   /* by id, TRUE when checked; NULL when all are let through */
  gboolean has_dates;
  gboolean has_bounds;
  gint32 first_day;
  gint32 last_day;
  QsaState state;

  guint32 max_outlet_id;
  guint *outlet_counts; /* by id */
  guint n_bins;
  guint *bins;    /* n_bins; the first for what has no date */
  GArray *passed; /* guint32; longer than it needs to be until the end */
  guint n_passed;
} QsaFacets;

static void
qsa_facets_prepare (QsaFacets *facets, QsaColumns *columns, QsaFilter *filter)
{
  const QsaDate *from = qsa_filter_get_from (filter);
  const QsaDate *to = qsa_filter_get_to (filter);
  guint n_outlets;
  const guint32 *outlets = qsa_filter_get_outlets (filter, &n_outlets);

  facets->filter = filter;
  facets->max_outlet_id = qsa_columns_get_max_outlet_id (columns);
  facets->outlet_counts = g_new0 (guint, (gsize) facets->max_outlet_id + 1);
  facets->n_bins = qsa_columns_get_n_bins (columns);
  facets->bins = g_new0 (guint, facets->n_bins);
  if (n_outlets > 0)
    facets->outlets = g_new0 (guint8, (gsize) facets->max_outlet_id + 1);
  for (guint i = 0; i < n_outlets; i++)
    if (outlets[i] <= facets->max_outlet_id)
      facets->outlets[outlets[i]] = TRUE;

  facets->has_dates = qsa_filter_has_dates (filter);
  facets->has_bounds = from->precision != QSA_DATE_NONE || to->precision != QSA_DATE_NONE;
  facets->first_day = from->precision != QSA_DATE_NONE ? qsa_date_first_day (from)
                                                       : G_MININT32;
  facets->last_day = to->precision != QSA_DATE_NONE ? qsa_date_last_day (to) : G_MAXINT32;
  facets->state = qsa_filter_get_state (filter);
}

static void
qsa_facets_clear (QsaFacets *facets)
{
  g_free (facets->outlets);
  g_free (facets->outlet_counts);
  g_free (facets->bins);
  g_clear_pointer (&facets->passed, g_array_unref);
}

/* A year that begins this long before a day is over by then: no need to ask the calendar. */
#define LONGEST_PERIOD_DAYS 366

static gboolean
qsa_facets_begins_too_early (const QsaFacets *facets, const QsaColumnRow *row)
{
  if (row->day >= facets->first_day)
    return FALSE;
  return row->precision == QSA_DATE_DAY
         || facets->first_day - row->day >= LONGEST_PERIOD_DAYS
         || qsa_column_row_get_last_day (row) < facets->first_day;
}

static gboolean
qsa_facets_passes_dates (const QsaFacets *facets, const QsaColumnRow *row)
{
  if (!facets->has_dates)
    return TRUE;
  if (row->day == QSA_COLUMN_UNDATED)
    return qsa_filter_get_undated (facets->filter);
  return facets->has_bounds && row->day <= facets->last_day
         && !qsa_facets_begins_too_early (facets, row);
}

static gboolean
qsa_facets_passes_state (const QsaFacets *facets, const QsaColumnRow *row)
{
  switch (facets->state)
    {
    case QSA_STATE_UNREAD:
      return (row->flags & QSA_COLUMN_READ) == 0;
    case QSA_STATE_STARRED:
      return (row->flags & QSA_COLUMN_STARRED) != 0;
    case QSA_STATE_ALL:
    default:
      return TRUE;
    }
}

static guint
qsa_facets_judge (const QsaFacets *facets, const QsaColumnRow *row)
{
  guint passes = 0;

  if (facets->outlets == NULL || facets->outlets[row->outlet_id])
    passes |= PASSES_OUTLET;
  if (qsa_facets_passes_dates (facets, row))
    passes |= PASSES_DATES;
  if (qsa_facets_passes_state (facets, row))
    passes |= PASSES_STATE;
  return passes;
}

static void
qsa_facets_add (QsaFacets *facets, QsaResult *result, guint32 id, const QsaColumnRow *row)
{
  guint passes = qsa_facets_judge (facets, row);

  facets->outlet_counts[row->outlet_id] += (passes | PASSES_OUTLET) == PASSES_ALL;
  facets->bins[row->bin] += (passes | PASSES_DATES) == PASSES_ALL;
  if ((passes | PASSES_STATE) == PASSES_ALL)
    {
      result->n_all++;
      result->n_unread += (row->flags & QSA_COLUMN_READ) == 0;
      result->n_starred += (row->flags & QSA_COLUMN_STARRED) != 0;
    }
  if (passes == PASSES_ALL)
    g_array_index (facets->passed, guint32, facets->n_passed++) = id;
}

/* Articles that there are, let through by the filter; all else is counted too. */
static QsaPosting *
qsa_facets_sift (QsaFacets *facets, QsaColumns *columns, QsaPosting *matched,
                 QsaResult *result)
{
  const QsaColumnRow *rows = qsa_columns_get_rows (columns);
  guint32 max_id = qsa_columns_get_max_id (columns);
  QsaPostingWalk walk = { 0 };
  guint32 ids[1024];
  guint n;

  facets->passed = g_array_sized_new (FALSE, FALSE, sizeof (guint32),
                                      qsa_posting_get_size (matched));
  g_array_set_size (facets->passed, qsa_posting_get_size (matched));
  while ((n = qsa_posting_read (matched, &walk, ids, G_N_ELEMENTS (ids))) > 0)
    for (guint i = 0; i < n; i++)
      if (ids[i] <= max_id && (rows[ids[i]].flags & QSA_COLUMN_PRESENT) != 0)
        qsa_facets_add (facets, result, ids[i], &rows[ids[i]]);
  g_array_set_size (facets->passed, facets->n_passed);
  return qsa_posting_new_from_ids (g_steal_pointer (&facets->passed), max_id);
}

/* The same when everything passes: nothing but counting. */
static QsaPosting *
qsa_facets_count_all (QsaFacets *facets, QsaColumns *columns, QsaPosting *matched,
                      QsaResult *result)
{
  const QsaColumnRow *rows = qsa_columns_get_rows (columns);
  guint counts[QSA_COLUMN_PRESENT | QSA_COLUMN_READ | QSA_COLUMN_STARRED] = { 0 };
  QsaPostingWalk walk = { 0 };
  guint32 ids[1024];
  guint n;

  while ((n = qsa_posting_read (matched, &walk, ids, G_N_ELEMENTS (ids))) > 0)
    for (guint i = 0; i < n; i++)
      {
        const QsaColumnRow *row = &rows[ids[i]];

        facets->outlet_counts[row->outlet_id]++;
        facets->bins[row->bin]++;
        counts[row->flags & ~QSA_COLUMN_PRESENT]++;
      }
  result->n_all = qsa_posting_get_size (matched);
  for (guint flags = 0; flags < G_N_ELEMENTS (counts); flags++)
    {
      result->n_unread += (flags & QSA_COLUMN_READ) == 0 ? counts[flags] : 0;
      result->n_starred += (flags & QSA_COLUMN_STARRED) != 0 ? counts[flags] : 0;
    }
  return qsa_posting_ref (matched);
}

static int
qsa_facets_compare_outlets (gconstpointer a, gconstpointer b)
{
  const QsaOutletCount *left = a, *right = b;

  if (left->articles != right->articles)
    return left->articles > right->articles ? -1 : 1;
  return left->outlet_id < right->outlet_id ? -1 : 1;
}

static void
qsa_facets_collect (QsaFacets *facets, QsaResult *result)
{
  for (guint32 id = 0; id <= facets->max_outlet_id; id++)
    {
      QsaOutletCount count = { id, facets->outlet_counts[id] };

      if (count.articles > 0)
        g_array_append_val (result->outlets, count);
    }
  g_array_sort (result->outlets, qsa_facets_compare_outlets);

  result->n_undated = facets->bins[0];
  for (guint bin = 1; bin < facets->n_bins; bin++)
    {
      QsaMonthCount count = { (gint16) (bin / QSA_COLUMN_BIN (1, 0)),
                              (guint8) (bin % QSA_COLUMN_BIN (1, 0)), facets->bins[bin] };

      if (count.articles > 0)
        g_array_append_val (result->months, count);
    }
}

QsaPosting *
qsa_facets_count (QsaColumns *columns, QsaPosting *matched, QsaFilter *filter,
                  QsaResult *result)
{
  g_autoptr (QsaPosting) there = NULL;
  QsaFacets facets = { 0 };
  QsaPosting *passed;

  g_return_val_if_fail (matched != NULL && filter != NULL && result != NULL, NULL);

  qsa_facets_prepare (&facets, columns, filter);
  if (qsa_filter_is_empty (filter))
    {
      there = qsa_posting_and (matched, qsa_columns_get_present (columns));
      passed = qsa_facets_count_all (&facets, columns, there, result);
    }
  else
    passed = qsa_facets_sift (&facets, columns, matched, result);
  qsa_facets_collect (&facets, result);
  qsa_facets_clear (&facets);
  return passed;
}
