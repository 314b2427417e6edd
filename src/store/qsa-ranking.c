/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-ranking.h"

#include <math.h>
#include <string.h>

#include "qsa-radix.h"

#define BM25_K1 1.2f
#define BM25_B 0.75f
/* A result smaller than this part of the archive is sorted; else the permutation is walked. */
#define SORT_ONE_IN 32
#define SCORE_BITS 32
#define TIER_BITS 8

static guint32 *
qsa_ranking_walk_newest (QsaColumns *columns, QsaPosting *passed)
{
  guint32 *ids = g_new (guint32, MAX (qsa_posting_get_size (passed), 1));
  const guint32 *newest = qsa_columns_get_newest (columns);
  guint n_articles = qsa_columns_get_n_articles (columns);
  guint n = 0;

  if (qsa_posting_get_size (passed) == n_articles)
    {
      memcpy (ids, newest, n_articles * sizeof (guint32));
      return ids;
    }
  for (guint i = 0; i < n_articles; i++)
    if (qsa_posting_contains (passed, newest[i]))
      ids[n++] = newest[i];
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

/* Adds each article's weights to @frequencies (by id), which stop at 255. */
static void
qsa_ranking_add_weights (QsaPosting *posting, guint8 *frequencies, guint32 max_id)
{
  const guint8 *weights = qsa_posting_get_weights (posting);
  QsaPostingWalk walk = { 0 };
  guint32 ids[1024];
  guint n;

  g_assert (weights != NULL);

  while ((n = qsa_posting_read (posting, &walk, ids, G_N_ELEMENTS (ids))) > 0)
    for (guint i = 0; i < n; i++)
      {
        guint8 weight = *weights++;

        if (ids[i] <= max_id)
          frequencies[ids[i]] = (guint8) MIN (frequencies[ids[i]] + weight, 255);
      }
}

/* ln(1 + (N − n + ½)/(n + ½)): FTS5's own falls to 1e-6 above half of the articles. */
static float
qsa_ranking_idf (guint n_articles, guint n_holding)
{
  double n = MIN (n_holding, n_articles);

  return (float) log (1.0 + ((double) n_articles - n + 0.5) / (n + 0.5));
}

typedef struct
{
  QsaColumns *columns;
  const guint32 *ids;
  guint n_ids;
  float *scores; /* by place in ids */
  guint8 *tiers;
  guint8 *frequencies; /* by id; of the leaf at work */
} QsaRanking;

static void
qsa_ranking_add_scores (QsaRanking *ranking, float idf)
{
  const QsaColumnRow *rows = qsa_columns_get_rows (ranking->columns);
  float average = (float) ((double) qsa_columns_get_n_words (ranking->columns)
                           / MAX (qsa_columns_get_n_articles (ranking->columns), 1));

  for (guint i = 0; i < ranking->n_ids; i++)
    {
      float frequency = ranking->frequencies[ranking->ids[i]];
      float length = (float) rows[ranking->ids[i]].words / MAX (average, 1.0f);

      ranking->scores[i] += idf * frequency * (BM25_K1 + 1.0f)
                            / (frequency + BM25_K1 * (1.0f - BM25_B + BM25_B * length));
    }
}

static gboolean
qsa_ranking_score_leaf (QsaRanking *ranking, const QsaPlanLeaf *leaf,
                        const QsaTermReader *reader, GError **error)
{
  guint32 max_id = qsa_columns_get_max_id (ranking->columns);
  g_autoptr (GPtrArray)
      postings = qsa_term_reader_get_each (reader, leaf->expressions, TRUE, error);
  guint n_holding = 0;

  if (postings == NULL)
    return FALSE;
  memset (ranking->frequencies, 0, (gsize) max_id + 1);
  for (guint i = 0; i < postings->len; i++)
    qsa_ranking_add_weights (postings->pdata[i], ranking->frequencies, max_id);
  for (guint32 id = 1; id <= max_id; id++)
    n_holding += ranking->frequencies[id] > 0;
  qsa_ranking_add_scores (ranking,
                          qsa_ranking_idf (qsa_columns_get_n_articles (ranking->columns),
                                           n_holding));
  return TRUE;
}

static gboolean
qsa_ranking_prefer_spelling (QsaRanking *ranking, const QsaPlanLeaf *leaf,
                             const QsaTermReader *reader, GError **error)
{
  g_autoptr (QsaPosting) same = NULL;

  if (leaf->same_spelling == NULL)
    return TRUE;
  same = qsa_term_reader_get_union (reader, leaf->same_spelling, FALSE, error);
  if (same == NULL)
    return FALSE;
  for (guint i = 0; i < ranking->n_ids; i++)
    if (ranking->tiers[i] < (1 << TIER_BITS) - 1)
      ranking->tiers[i] += !qsa_posting_contains (same, ranking->ids[i]);
  return TRUE;
}

/* Newest order is kept where scores are equal: the sort is stable. Scores are not negative, and the
 * bits of such floats are in the order of their values. */
static guint32 *
qsa_ranking_sort_scores (const QsaRanking *ranking)
{
  guint32 *ids = g_new (guint32, MAX (ranking->n_ids, 1));
  g_autofree QsaKeyedId *items = g_new (QsaKeyedId, MAX (ranking->n_ids, 1));

  for (guint i = 0; i < ranking->n_ids; i++)
    {
      guint32 bits;

      memcpy (&bits, &ranking->scores[i], sizeof bits);
      items[i].key = (guint64) ranking->tiers[i] << SCORE_BITS | (guint32) ~bits;
      items[i].id = ranking->ids[i];
    }
  qsa_radix_sort (items, ranking->n_ids, SCORE_BITS + TIER_BITS);
  for (guint i = 0; i < ranking->n_ids; i++)
    ids[i] = items[i].id;
  return ids;
}

guint32 *
qsa_ranking_order_relevance (QsaColumns *columns, QsaPosting *passed, QsaQueryPlan *plan,
                             const QsaTermReader *reader, GError **error)
{
  GPtrArray *leaves = qsa_query_plan_get_leaves (plan);
  g_autofree guint32 *newest = qsa_ranking_order_newest (columns, passed);
  guint n = qsa_posting_get_size (passed);
  g_autofree float *scores = g_new0 (float, MAX (n, 1));
  g_autofree guint8 *tiers = g_new0 (guint8, MAX (n, 1));
  g_autofree guint8 *frequencies = g_new (guint8,
                                          (gsize) qsa_columns_get_max_id (columns) + 1);
  QsaRanking ranking = { columns, newest, n, scores, tiers, frequencies };

  for (guint i = 0; i < leaves->len && n > 0; i++)
    {
      const QsaPlanLeaf *leaf = leaves->pdata[i];

      if (leaf->wanted
          && (!qsa_ranking_score_leaf (&ranking, leaf, reader, error)
              || !qsa_ranking_prefer_spelling (&ranking, leaf, reader, error)))
        return NULL;
    }
  return qsa_ranking_sort_scores (&ranking);
}
