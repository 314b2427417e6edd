/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-ranking.h"

#include <math.h>
#include <string.h>

#include "qsa-proximity.h"
#include "qsa-radix.h"

#define BM25_K1 1.2f
#define BM25_B 0.75f
/* What another spelling of a word counts for. */
#define OTHER_SPELLING 0.6f
/* Puts a score below all others without taking a bit from it: scores are between 1e-10 and 1e4. */
#define LAST_TIER 0x1p-80f

/* The upper bits of a score: 128 steps to the double. */
#define STEP_SHIFT 16
#define N_STEPS (1u << 16)
/* A page of the list, and how many articles are looked at for those that may come onto it. */
#define PAGE 20u
#define MAX_CANDIDATES 300u

typedef struct
{
  QsaColumns *columns;
  const QsaTermReader *reader;
  QsaPosting *passed;
  QsaLengths *lengths;
  guint32 max_id;
  gboolean single;     /* one wanted leaf */
  guint8 *frequencies; /* by id; of the leaf at work */
  float *
      scores; /* by id; never negative, so that their bits are in the order of the values */
} QsaRelevance;

/* ---- scores ---- */

/* Adds each article's weights to @frequencies, which stop at 255. */
static void
qsa_relevance_add_weights (QsaRelevance *relevance, QsaPosting *posting)
{
  const guint8 *weights = qsa_posting_get_weights (posting);
  guint8 *frequencies = relevance->frequencies;
  QsaPostingWalk walk = { 0 };
  guint32 ids[1024];
  guint n;

  g_assert (weights != NULL);

  while ((n = qsa_posting_read (posting, &walk, ids, G_N_ELEMENTS (ids))) > 0)
    {
      while (n > 0 && ids[n - 1] > relevance->max_id)
        n--;
      for (guint i = 0; i < n; i++)
        frequencies[ids[i]] = (guint8) MIN (frequencies[ids[i]] + weights[i], 255);
      weights += n;
    }
}

/* ln(1 + (N − n + ½)/(n + ½)): FTS5's own falls to 1e-6 above half of the articles. */
static float
qsa_relevance_idf (guint n_articles, guint n_holding)
{
  double n = MIN (n_holding, n_articles);

  return (float) log (1.0 + ((double) n_articles - n + 0.5) / (n + 0.5));
}

/* The share of its score that a leaf keeps in articles that do not print it as typed. */
static float
qsa_relevance_other_share (const QsaRelevance *relevance)
{
  return relevance->single ? LAST_TIER : OTHER_SPELLING;
}

static void
qsa_relevance_demote_others (QsaRelevance *relevance, QsaPosting *same, float *shares,
                             const guint32 *ids, guint n)
{
  float other = qsa_relevance_other_share (relevance);

  for (guint i = 0; i < n; i++)
    shares[i] = same == NULL || qsa_posting_contains (same, ids[i]) ? 1 : other;
}

/* @same may be NULL: any spelling is as good. */
static void
qsa_relevance_add_scores (QsaRelevance *relevance, float idf, QsaPosting *same)
{
  const guint16 *lengths = qsa_lengths_get (relevance->lengths);
  float slope = BM25_K1 * BM25_B / (float) qsa_lengths_get_average (relevance->lengths);
  float base = BM25_K1 * (1.0f - BM25_B);
  float factor = idf * (BM25_K1 + 1.0f);
  QsaPostingWalk walk = { 0 };
  guint32 ids[1024];
  float shares[G_N_ELEMENTS (ids)];
  guint n;

  while ((n = qsa_posting_read (relevance->passed, &walk, ids, G_N_ELEMENTS (ids))) > 0)
    {
      qsa_relevance_demote_others (relevance, same, shares, ids, n);
      for (guint i = 0; i < n; i++)
        {
          guint32 id = ids[i];
          float frequency = relevance->frequencies[id];

          relevance->scores[id] += shares[i] * factor * frequency
                                   / (frequency + base + slope * lengths[id]);
        }
    }
}

static gboolean
qsa_relevance_score_leaf (QsaRelevance *relevance, const QsaPlanLeaf *leaf,
                          GError **error)
{
  g_autoptr (GPtrArray) postings =
      qsa_term_reader_get_each (relevance->reader, leaf->expressions, TRUE, error);
  g_autoptr (QsaPosting) same = NULL;
  guint n_holding = 0;

  if (postings == NULL)
    return FALSE;
  if (leaf->same_spelling != NULL)
    {
      same = qsa_term_reader_get_union (relevance->reader, leaf->same_spelling, FALSE,
                                        error);
      if (same == NULL)
        return FALSE;
    }
  memset (relevance->frequencies, 0, (gsize) relevance->max_id + 1);
  for (guint i = 0; i < postings->len; i++)
    qsa_relevance_add_weights (relevance, postings->pdata[i]);
  for (guint32 id = 1; id <= relevance->max_id; id++)
    n_holding += relevance->frequencies[id] > 0;
  qsa_relevance_add_scores (
      relevance,
      qsa_relevance_idf (qsa_columns_get_n_articles (relevance->columns), n_holding),
      same);
  return TRUE;
}

static gboolean
qsa_relevance_score (QsaRelevance *relevance, QsaQueryPlan *plan, GError **error)
{
  GPtrArray *leaves = qsa_query_plan_get_leaves (plan);
  guint n_wanted = 0;

  for (guint i = 0; i < leaves->len; i++)
    n_wanted += ((const QsaPlanLeaf *) leaves->pdata[i])->wanted;
  relevance->single = n_wanted == 1;
  for (guint i = 0; i < leaves->len; i++)
    {
      const QsaPlanLeaf *leaf = leaves->pdata[i];

      if (leaf->wanted && !qsa_relevance_score_leaf (relevance, leaf, error))
        return FALSE;
    }
  return TRUE;
}

/* ---- order ---- */

static guint32
qsa_relevance_get_bits (const QsaRelevance *relevance, guint32 id)
{
  guint32 bits;

  memcpy (&bits, &relevance->scores[id], sizeof bits);
  return bits;
}

static guint
qsa_relevance_get_step (const QsaRelevance *relevance, guint32 id)
{
  return N_STEPS - 1 - (qsa_relevance_get_bits (relevance, id) >> STEP_SHIFT);
}

/* How many articles are on each step. */
static void
qsa_relevance_count_steps (const QsaRelevance *relevance, guint *counts)
{
  QsaPostingWalk walk = { 0 };
  guint32 ids[1024];
  guint n;

  while ((n = qsa_posting_read (relevance->passed, &walk, ids, G_N_ELEMENTS (ids))) > 0)
    for (guint i = 0; i < n; i++)
      counts[qsa_relevance_get_step (relevance, ids[i])]++;
}

/* Step by step, the largest ids first: in the order of ids memory is read from one end to the other, in that of dates
 * it would be read at random. Returns how many of the first are to be ordered exactly: whole steps. */
static guint
qsa_relevance_sort_steps (const QsaRelevance *relevance, guint32 *ids_out)
{
  g_autofree guint *ends = g_new0 (guint, N_STEPS);
  QsaPostingWalk walk = { 0 };
  guint32 ids[1024];
  guint next = 0, n_exact = 0, n;

  qsa_relevance_count_steps (relevance, ends);
  for (guint step = 0; step < N_STEPS; step++)
    {
      if (next < QSA_RANKING_N_EXACT)
        n_exact = next + ends[step];
      next += ends[step];
      ends[step] = next;
    }
  while ((n = qsa_posting_read (relevance->passed, &walk, ids, G_N_ELEMENTS (ids))) > 0)
    for (guint i = 0; i < n; i++)
      ids_out[--ends[qsa_relevance_get_step (relevance, ids[i])]] = ids[i];
  return n_exact;
}

/* By score, then by date, then as they stand. */
static void
qsa_relevance_sort_exactly (const QsaRelevance *relevance, guint32 *ids, guint n)
{
  const guint64 largest = (G_GUINT64_CONSTANT (1) << QSA_COLUMN_DATE_BITS) - 1;
  const QsaColumnRow *rows = qsa_columns_get_rows (relevance->columns);
  g_autofree QsaKeyedId *items = g_new (QsaKeyedId, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    items[i] = (QsaKeyedId){ largest - qsa_column_row_get_date_key (&rows[ids[i]]),
                             ids[i] };
  qsa_radix_sort (items, n, QSA_COLUMN_DATE_BITS);
  for (guint i = 0; i < n; i++)
    items[i].key = (guint32) ~qsa_relevance_get_bits (relevance, items[i].id);
  qsa_radix_sort (items, n, 32);
  for (guint i = 0; i < n; i++)
    ids[i] = items[i].id;
}

/* How many of the first may be on the first page once they are lifted. */
static guint
qsa_relevance_count_candidates (const QsaRelevance *relevance, const guint32 *ids,
                                guint n)
{
  guint n_candidates = MIN (n, PAGE);
  float bar;

  if (n == 0)
    return 0;
  bar = relevance->scores[ids[n_candidates - 1]];
  while (n_candidates < MIN (n, MAX_CANDIDATES)
         && relevance->scores[ids[n_candidates]] * (1 + QSA_PROXIMITY_MOST) >= bar)
    n_candidates++;
  return n_candidates;
}

static gboolean
qsa_relevance_lift (QsaRelevance *relevance, QsaQueryPlan *plan, guint32 *ids, guint n,
                    GError **error)
{
  guint n_candidates = qsa_relevance_count_candidates (relevance, ids, n);
  g_autofree float *boosts = NULL;

  if (relevance->single)
    return TRUE;
  boosts = qsa_proximity_measure (relevance->reader, plan, ids, n_candidates, error);
  if (boosts == NULL)
    return FALSE;
  for (guint i = 0; i < n_candidates; i++)
    relevance->scores[ids[i]] *= 1 + boosts[i];
  qsa_relevance_sort_exactly (relevance, ids, n_candidates);
  return TRUE;
}

static guint32 *
qsa_relevance_order (QsaRelevance *relevance, QsaQueryPlan *plan, GError **error)
{
  g_autofree guint32 *ids = g_new (guint32,
                                   MAX (qsa_posting_get_size (relevance->passed), 1));
  guint n_exact = qsa_relevance_sort_steps (relevance, ids);

  qsa_relevance_sort_exactly (relevance, ids, n_exact);
  if (!qsa_relevance_lift (relevance, plan, ids, n_exact, error))
    return NULL;
  return g_steal_pointer (&ids);
}

guint32 *
qsa_ranking_order_relevance (QsaColumns *columns, QsaPosting *passed, QsaQueryPlan *plan,
                             const QsaTermReader *reader, GError **error)
{
  guint32 max_id = qsa_columns_get_max_id (columns);
  g_autoptr (QsaLengths) lengths = NULL;
  g_autofree guint8 *frequencies = NULL;
  g_autofree float *scores = NULL;
  QsaRelevance relevance = { columns, reader, passed };

  g_return_val_if_fail (columns != NULL && passed != NULL && plan != NULL, NULL);
  g_return_val_if_fail (reader != NULL, NULL);

  if (qsa_posting_get_size (passed) == 0)
    return g_new (guint32, 1);
  lengths = qsa_columns_dup_lengths (columns, reader->db, error);
  if (lengths == NULL)
    return NULL;
  frequencies = g_malloc ((gsize) max_id + 1);
  scores = g_new0 (float, (gsize) max_id + 1);
  relevance.max_id = max_id;
  relevance.lengths = lengths;
  relevance.frequencies = frequencies;
  relevance.scores = scores;
  if (!qsa_relevance_score (&relevance, plan, error))
    return NULL;
  return qsa_relevance_order (&relevance, plan, error);
}
