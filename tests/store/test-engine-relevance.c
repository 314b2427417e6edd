/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "qsa-test-engine.h"

#define N_QUESTIONS 75u

typedef struct
{
  guint n_other_spelling;
  double score;
  GArray *hits;
} Judgement;

static double
idf (QsaNaiveQuestion *question, guint leaf)
{
  double n = 0;

  for (guint i = 0; i < QSA_TEST_N_ARTICLES; i++)
    {
      g_autoptr (GArray) hits = qsa_naive_question_get_hits (question, i);

      n += g_array_index (hits, QsaNaiveHit, leaf).frequency > 0;
    }
  return log (1 + (QSA_TEST_N_ARTICLES - n + 0.5) / (n + 0.5));
}

static Judgement
judge (QsaTestEngine *engine, QsaNaiveQuestion *question, const double *idfs, guint32 id)
{
  const QsaTestArticle *article = engine->articles->pdata[id - 1];
  Judgement judgement = { 0 };
  double average = (double) qsa_columns_get_n_words (engine->columns)
                   / QSA_TEST_N_ARTICLES;

  judgement.hits = qsa_naive_question_get_hits (question, id - 1);
  for (guint i = 0; i < judgement.hits->len; i++)
    {
      const QsaNaiveHit *hit = &g_array_index (judgement.hits, QsaNaiveHit, i);
      double length = article->words / average;

      judgement.n_other_spelling += !hit->same_spelling;
      judgement.score += idfs[i] * hit->frequency * 2.2
                         / (hit->frequency + 1.2 * (0.25 + 0.75 * length));
    }
  return judgement;
}

static gboolean
has_same_hits (const Judgement *a, const Judgement *b)
{
  for (guint i = 0; i < a->hits->len; i++)
    if (g_array_index (a->hits, QsaNaiveHit, i).frequency
        != g_array_index (b->hits, QsaNaiveHit, i).frequency)
      return FALSE;
  return TRUE;
}

static void
assert_before (QsaTestEngine *engine, const Judgement *before, const Judgement *after,
               guint32 id_before, guint32 id_after)
{
  const QsaTestArticle *a = engine->articles->pdata[id_before - 1];
  const QsaTestArticle *b = engine->articles->pdata[id_after - 1];
  g_autofree char *iso_a = qsa_date_to_iso (&a->date);
  g_autofree char *iso_b = qsa_date_to_iso (&b->date);
  int by_date = g_strcmp0 (iso_a, iso_b);

  g_assert_cmpuint (before->n_other_spelling, <=, after->n_other_spelling);
  if (before->n_other_spelling != after->n_other_spelling)
    return;
  g_assert_cmpfloat (before->score, >=, after->score - 1e-4);
  if (!has_same_hits (before, after) || a->words != b->words)
    return;
  g_assert_true (by_date > 0 || (by_date == 0 && id_before > id_after));
}

static void
assert_relevance (QsaTestEngine *engine, QsaSearchRequest *request, QsaResult *result)
{
  g_autoptr (QsaNaiveQuestion) question = qsa_naive_question_new (engine->naive, request);
  g_autoptr (GArray) probe = qsa_naive_question_get_hits (question, 0);
  g_autofree double *idfs = g_new0 (double, probe->len + 1);
  const guint32 *ids = qsa_result_get_ids (result);
  Judgement before = { 0 };

  for (guint i = 0; i < probe->len; i++)
    idfs[i] = idf (question, i);
  for (guint i = 0; i < qsa_result_get_total (result); i++)
    {
      Judgement judgement = judge (engine, question, idfs, ids[i]);

      if (i > 0)
        assert_before (engine, &before, &judgement, ids[i - 1], ids[i]);
      g_clear_pointer (&before.hits, g_array_unref);
      before = judgement;
    }
  g_clear_pointer (&before.hits, g_array_unref);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return (int) *(const guint32 *) a - (int) *(const guint32 *) b;
}

/* The same articles as in any other order. */
static void
assert_same_articles (QsaResult *a, QsaResult *b)
{
  guint n = qsa_result_get_total (a);
  g_autofree guint32 *left = g_memdup2 (qsa_result_get_ids (a), n * sizeof (guint32));
  g_autofree guint32 *right = g_memdup2 (qsa_result_get_ids (b), n * sizeof (guint32));

  g_assert_cmpuint (qsa_result_get_total (b), ==, n);
  if (n == 0)
    return;
  qsort (left, n, sizeof (guint32), compare_ids);
  qsort (right, n, sizeof (guint32), compare_ids);
  g_assert_cmpmem (left, n * sizeof (guint32), right, n * sizeof (guint32));
}

static void
test_relevance (QsaTestEngine *engine, gconstpointer data)
{
  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      g_autoptr (QsaSearchRequest)
          request = qsa_test_engine_random_request (engine, QSA_SORT_RELEVANCE);
      g_autoptr (QsaSearchRequest)
          by_date = qsa_search_request_new (qsa_search_request_get_query (request),
                                            qsa_search_request_get_filter (request),
                                            QSA_SORT_NEWEST);
      g_autoptr (QsaResult) result = qsa_test_engine_search (engine, request);
      g_autoptr (QsaResult) newest = qsa_test_engine_search (engine, by_date);

      assert_same_articles (result, newest);
      assert_relevance (engine, request, result);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/store/engine/relevance", QsaTestEngine, NULL, qsa_test_engine_set_up,
              test_relevance, qsa_test_engine_tear_down);

  return g_test_run ();
}
