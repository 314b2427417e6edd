/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "qsa-fts.h"
#include "qsa-test-engine.h"
#include "qsa-text-util.h"

#define N_QUESTIONS 75u
/* As in qsa-ranking-relevance.c and qsa-proximity.h. */
#define OTHER_SPELLING 0.6
#define MOST_LIFTED 1.5

typedef struct
{
  gboolean other_spelling; /* of the only word */
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

static guint
length_of (const QsaTestArticle *article)
{
  return qsa_text_count_words (article->title, -1)
         + qsa_text_count_words (article->standfirst != NULL ? article->standfirst : "",
                                 -1)
         + qsa_text_count_words (article->body, -1);
}

static double
average_length (QsaTestEngine *engine)
{
  double sum = 0;

  for (guint i = 0; i < engine->articles->len; i++)
    sum += length_of (engine->articles->pdata[i]);
  return sum / engine->articles->len;
}

static Judgement
judge (QsaTestEngine *engine, QsaNaiveQuestion *question, const double *idfs,
       double average, guint32 id)
{
  double length = length_of (engine->articles->pdata[id - 1]) / average;
  Judgement judgement = { 0 };

  judgement.hits = qsa_naive_question_get_hits (question, id - 1);
  for (guint i = 0; i < judgement.hits->len; i++)
    {
      const QsaNaiveHit *hit = &g_array_index (judgement.hits, QsaNaiveHit, i);
      double score = idfs[i] * hit->frequency * 2.2
                     / (hit->frequency + 1.2 * (0.25 + 0.75 * length));

      if (judgement.hits->len == 1)
        judgement.other_spelling = !hit->same_spelling;
      else if (!hit->same_spelling)
        score *= OTHER_SPELLING;
      judgement.score += score;
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

  /* Words that stand near each other lift an article, by a half at most. */
  if (before->hits->len > 1)
    {
      g_assert_cmpfloat (before->score * MOST_LIFTED, >=, after->score - 1e-4);
      return;
    }
  g_assert_cmpint (before->other_spelling, <=, after->other_spelling);
  if (before->other_spelling != after->other_spelling)
    return;
  g_assert_cmpfloat (before->score, >=, after->score - 1e-4);
  if (!has_same_hits (before, after) || length_of (a) != length_of (b))
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
  double average = average_length (engine);
  Judgement before = { 0 };

  for (guint i = 0; i < probe->len; i++)
    idfs[i] = idf (question, i);
  for (guint i = 0; i < qsa_result_get_total (result); i++)
    {
      Judgement judgement = judge (engine, question, idfs, average, ids[i]);

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

/* ---- beside FTS5's own bm25 ---- */

typedef struct
{
  GHashTable *scores; /* id → double */
  GArray *best;       /* double, the best first */
} Ranks;

static void
ranks_clear (Ranks *ranks)
{
  g_hash_table_unref (ranks->scores);
  g_array_unref (ranks->best);
}

static Ranks
rank_by_fts5 (QsaTestEngine *engine, const char *expression)
{
  static const char sql[] = "SELECT rowid, -bm25 (" QSA_FTS_TABLE
                            ", 4, 2, 1) FROM " QSA_FTS_TABLE " WHERE " QSA_FTS_TABLE
                            " MATCH ?1 ORDER BY 2 DESC";
  Ranks ranks = { g_hash_table_new_full (NULL, NULL, NULL, g_free),
                  g_array_new (FALSE, FALSE, sizeof (double)) };
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *statement = qsa_db_statement (engine->db, sql, &error);

  g_assert_no_error (error);
  sqlite3_bind_text (statement, 1, expression, -1, SQLITE_STATIC);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      double score = sqlite3_column_double (statement, 1);

      g_hash_table_insert (ranks.scores,
                           GINT_TO_POINTER (sqlite3_column_int (statement, 0)),
                           g_memdup2 (&score, sizeof score));
      g_array_append_val (ranks.best, score);
    }
  sqlite3_reset (statement);
  return ranks;
}

/* All forms that the engine searches for one word, as one term. */
static char *
expression_of (QsaResult *result, const char *folded)
{
  GPtrArray *widenings = qsa_result_get_widenings (result);
  g_autoptr (GPtrArray) forms = g_ptr_array_new ();
  QsaFtsWord word = { 0 };

  g_ptr_array_add (forms, (gpointer) folded);
  for (guint i = 0; i < widenings->len; i++)
    {
      const QsaWidening *widening = widenings->pdata[i];

      if (widening->on && widening->form[0] != '=' && !strchr (widening->form, ' '))
        g_ptr_array_add (forms, widening->form);
    }
  g_ptr_array_add (forms, NULL);
  word.folded = (const char *const *) forms->pdata;
  return qsa_fts_match_expression (&word, 1);
}

static void
assert_ranked_as_by_fts5 (QsaTestEngine *engine, const char *word)
{
  g_autoptr (QsaQuery) query = qsa_query_parse (word, QSA_REACH_DEFAULT, FALSE);
  g_autoptr (QsaFilter) filter = qsa_filter_new ();
  g_autoptr (QsaSearchRequest)
      request = qsa_search_request_new (query, filter, QSA_SORT_RELEVANCE);
  g_autoptr (QsaResult) result = qsa_test_engine_search (engine, request);
  g_autofree char *expression = expression_of (result, word);
  const guint32 *ids = qsa_result_get_ids (result);
  Ranks ranks = rank_by_fts5 (engine, expression);

  g_assert_cmpuint (qsa_result_get_total (result), ==, ranks.best->len);
  for (guint i = 0; i < MIN (ranks.best->len, 20); i++)
    {
      const double *score = g_hash_table_lookup (ranks.scores, GUINT_TO_POINTER (ids[i]));
      double expected = g_array_index (ranks.best, double, i);

      g_assert_nonnull (score);
      g_assert_cmpfloat_with_epsilon (*score, expected, expected * 1e-5);
    }
  ranks_clear (&ranks);
}

/* Words without a letter by whose spelling people could mean one of several words. */
static void
test_fts5 (QsaTestEngine *engine, gconstpointer data)
{
  guint n_words = 0;

  for (guint rank = 0; rank < QSA_TEST_N_STEMS; rank++)
    {
      const char *word = qsa_test_generator_get_stem (engine->generator, rank);
      g_autofree char *folded = qsa_fold_text (word, -1);

      if (!g_str_equal (word, folded) || g_str_has_suffix (word, "ي"))
        continue;
      assert_ranked_as_by_fts5 (engine, word);
      n_words++;
    }
  g_assert_cmpuint (n_words, >, 5);
}

/* ---- proximity ---- */

/* From the best to the worst; as long as each other, and with the same words. */
static const char *const near_bodies[] = {
  "قمر صاف جبل بعيد نهر عميق سوق قديم بيت عال طير جميل حصن منيع درب طويل ليل هادئ",
  "قمر صاف بعيد جبل نهر عميق سوق قديم بيت عال طير جميل حصن منيع درب طويل ليل هادئ",
  "قمر بعيد نهر عميق سوق قديم صاف بيت عال طير جميل حصن منيع جبل درب طويل ليل هادئ",
};

static void
test_near (QsaTestEngine *engine, gconstpointer data)
{
  g_autoptr (QsaFilter) filter = qsa_filter_new ();
  g_autoptr (QsaQuery) query = qsa_query_parse ("قمر صاف جبل", QSA_REACH_DEFAULT, FALSE);
  g_autoptr (QsaSearchRequest)
      request = qsa_search_request_new (query, filter, QSA_SORT_RELEVANCE);
  g_autoptr (QsaResult) result = NULL;
  g_autoptr (GError) error = NULL;

  /* The worst come last and are the newest, so that nothing but nearness can put them in order. */
  qsa_test_archive_begin (engine->db);
  for (guint i = 0; i < G_N_ELEMENTS (near_bodies); i++)
    {
      QsaTestArticle article = { .id = QSA_TEST_N_ARTICLES + 1 + i,
                                 .date = qsa_date_from_days (19000 + (gint32) i,
                                                             QSA_DATE_DAY),
                                 .title = (char *) "عنوان",
                                 .body = (char *) near_bodies[i] };

      qsa_test_archive_insert (engine->db, &article);
    }
  qsa_test_archive_end (engine->db);
  qsa_columns_unref (engine->columns);
  engine->columns = qsa_columns_load (engine->db, NULL, &error);
  g_assert_no_error (error);

  for (guint round = 0; round < 2; round++) /* measured, then remembered */
    {
      result = qsa_test_engine_search (engine, request);
      g_assert_cmpuint (qsa_result_get_total (result), ==, G_N_ELEMENTS (near_bodies));
      for (guint i = 0; i < G_N_ELEMENTS (near_bodies); i++)
        g_assert_cmpuint (qsa_result_get_ids (result)[i], ==,
                          QSA_TEST_N_ARTICLES + 1 + i);
      g_clear_pointer (&result, qsa_result_unref);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/store/engine/relevance/naive", QsaTestEngine, NULL,
              qsa_test_engine_set_up, test_relevance, qsa_test_engine_tear_down);
  g_test_add ("/store/engine/relevance/fts5", QsaTestEngine, NULL, qsa_test_engine_set_up,
              test_fts5, qsa_test_engine_tear_down);
  g_test_add ("/store/engine/relevance/near", QsaTestEngine, NULL, qsa_test_engine_set_up,
              test_near, qsa_test_engine_tear_down);

  return g_test_run ();
}
