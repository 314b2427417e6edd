/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-ranking.h"

#include <string.h>

#include "qsa-radix.h"

/* A result smaller than this part of the archive is sorted; else the permutation is walked. */
#define SORT_ONE_IN 32

/* Without a branch: half of a walk's would be guessed wrong. */
static guint
qsa_ranking_walk_bits (const guint32 *newest, guint n_articles, const guint64 *bits,
                       guint n_words, guint32 *ids)
{
  guint n = 0;

  for (guint i = 0; i < n_articles; i++)
    {
      guint32 id = newest[i];

      ids[n] = id;
      n += id / 64 < n_words && (bits[id / 64] >> (id % 64) & 1) != 0;
    }
  return n;
}

static guint32 *
qsa_ranking_walk_newest (QsaColumns *columns, QsaPosting *passed)
{
  guint32 *ids = g_new (guint32, qsa_posting_get_size (passed) + 1);
  const guint32 *newest = qsa_columns_get_newest (columns);
  guint n_articles = qsa_columns_get_n_articles (columns);
  guint n_words, n = 0;
  const guint64 *bits = qsa_posting_get_bits (passed, &n_words);

  if (qsa_posting_get_size (passed) == n_articles)
    {
      memcpy (ids, newest, n_articles * sizeof (guint32));
      return ids;
    }
  if (bits != NULL)
    n = qsa_ranking_walk_bits (newest, n_articles, bits, n_words, ids);
  else
    {
      for (guint i = 0; i < n_articles; i++)
        if (qsa_posting_contains (passed, newest[i]))
          ids[n++] = newest[i];
    }
  g_assert (n == qsa_posting_get_size (passed));
  return ids;
}

static guint32 *
qsa_ranking_sort_newest (QsaColumns *columns, QsaPosting *passed)
{
  const guint64 largest = (G_GUINT64_CONSTANT (1) << QSA_COLUMN_DATE_BITS) - 1;
  const QsaColumnRow *rows = qsa_columns_get_rows (columns);
  guint n = qsa_posting_get_size (passed);
  guint32 *ids = g_new (guint32, MAX (n, 1));
  g_autofree QsaKeyedId *items = g_new (QsaKeyedId, MAX (n, 1));
  QsaPostingWalk walk = { 0 };

  qsa_posting_read (passed, &walk, ids, n);
  /* From the largest id down: the sort is stable. */
  for (guint i = 0; i < n; i++)
    {
      guint32 id = ids[n - 1 - i];

      items[i] = (QsaKeyedId){ largest - qsa_column_row_get_date_key (&rows[id]), id };
    }
  qsa_radix_sort (items, n, QSA_COLUMN_DATE_BITS);
  for (guint i = 0; i < n; i++)
    ids[i] = items[i].id;
  return ids;
}

guint32 *
qsa_ranking_order_newest (QsaColumns *columns, QsaPosting *passed)
{
  g_return_val_if_fail (columns != NULL && passed != NULL, NULL);

  if (qsa_posting_get_size (passed) < qsa_columns_get_n_articles (columns) / SORT_ONE_IN)
    return qsa_ranking_sort_newest (columns, passed);
  return qsa_ranking_walk_newest (columns, passed);
}

guint32 *
qsa_ranking_order_oldest (QsaColumns *columns, QsaPosting *passed)
{
  const QsaColumnRow *rows = qsa_columns_get_rows (columns);
  g_autofree guint32 *newest = qsa_ranking_order_newest (columns, passed);
  guint n = qsa_posting_get_size (passed);
  guint32 *ids = g_new (guint32, MAX (n, 1));
  guint n_dated = n, out = 0;

  while (n_dated > 0 && rows[newest[n_dated - 1]].day == QSA_COLUMN_UNDATED)
    n_dated--;
  /* Groups of one date from the back, each as it stands. */
  for (guint end = n_dated, start; end > 0; end = start)
    {
      guint64 key = qsa_column_row_get_date_key (&rows[newest[end - 1]]);

      for (start = end - 1; start > 0; start--)
        if (qsa_column_row_get_date_key (&rows[newest[start - 1]]) != key)
          break;
      memcpy (ids + out, newest + start, (end - start) * sizeof (guint32));
      out += end - start;
    }
  if (n > n_dated)
    memcpy (ids + out, newest + n_dated, (n - n_dated) * sizeof (guint32));
  return ids;
}

/* By id: the place of each outlet in the order of names; those that @outlets does not know behind. */
static guint32 *
qsa_ranking_place_outlets (QsaOutletTable *outlets, guint32 max_outlet_id)
{
  guint32 *places = g_new0 (guint32, (gsize) max_outlet_id + 1);
  guint32 next = 1;

  for (guint i = 0; outlets != NULL && i < qsa_outlet_table_get_size (outlets); i++)
    {
      guint32 id = qsa_outlet_table_get (outlets, i)->id;

      if (id != QSA_OUTLET_UNKNOWN && id <= max_outlet_id)
        places[id] = next++;
    }
  for (guint32 id = 1; id <= max_outlet_id; id++)
    if (places[id] == 0)
      places[id] = next++;
  places[QSA_OUTLET_UNKNOWN] = next;
  return places;
}

guint32 *
qsa_ranking_order_outlet (QsaColumns *columns, QsaPosting *passed,
                          QsaOutletTable *outlets)
{
  guint32 max_outlet_id = qsa_columns_get_max_outlet_id (columns);
  const QsaColumnRow *rows = qsa_columns_get_rows (columns);
  g_autofree guint32 *newest = qsa_ranking_order_newest (columns, passed);
  g_autofree guint32 *places = qsa_ranking_place_outlets (outlets, max_outlet_id);
  g_autofree guint *starts = g_new0 (guint, (gsize) max_outlet_id + 3);
  guint n = qsa_posting_get_size (passed);
  guint32 *ids = g_new (guint32, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    starts[places[rows[newest[i]].outlet_id] + 1]++;
  for (guint32 place = 1; place <= max_outlet_id + 2; place++)
    starts[place] += starts[place - 1];
  for (guint i = 0; i < n; i++)
    ids[starts[places[rows[newest[i]].outlet_id]]++] = newest[i];
  return ids;
}
