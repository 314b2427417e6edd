/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "qsa-test-engine.h"

#define N_QUESTIONS 150u

static void
test_by_date (QsaTestEngine *engine, gconstpointer data)
{
  const QsaTestFacetSql *order = data;
  guint n_found = 0;

  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      g_autoptr (QsaSearchRequest) request = qsa_test_engine_random_request (
          engine, order == &qsa_test_newest_sql ? QSA_SORT_NEWEST : QSA_SORT_OLDEST);
      g_autoptr (QsaResult) result = qsa_test_engine_search (engine, request);

      g_assert_true (qsa_result_get_request (result) == request);
      g_assert_cmpint (qsa_result_get_elapsed_us (result), >=, 0);
      qsa_test_engine_fill_matched (engine, request);
      qsa_test_engine_assert_order (engine, request, result, order);
      qsa_test_engine_assert_facets (engine, request, result);
      n_found += qsa_result_get_total (result) > 0;
    }
  /* The questions are worth asking. */
  g_assert_cmpuint (n_found, >, N_QUESTIONS / 4);
}

/* ---- widenings ---- */

static QsaSearchRequest *
word_request (QsaTestEngine *engine)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (QsaQuery) query = NULL;
  g_autoptr (QsaFilter) filter = qsa_filter_new ();

  qsa_test_generator_append_word (engine->generator, text,
                                  qsa_test_engine_random (engine, 20));
  g_string_append_c (text, ' ');
  query = qsa_query_parse (text->str, QSA_REACH_DEFAULT, TRUE);
  return qsa_search_request_new (query, filter, QSA_SORT_NEWEST);
}

static void
assert_widenings (QsaTestEngine *engine, QsaResult *result)
{
  GPtrArray *widenings = qsa_result_get_widenings (result);

  for (guint i = 0; i < widenings->len; i++)
    {
      const QsaWidening *widening = widenings->pdata[i];

      if (widening->kind != QSA_FORM_SPELLING)
        g_assert_cmpuint (widening->articles, ==,
                          qsa_naive_search_count_articles (engine->naive,
                                                           widening->form));
      if (i > 0 && ((QsaWidening *) widenings->pdata[i - 1])->on == widening->on)
        g_assert_cmpuint (((QsaWidening *) widenings->pdata[i - 1])->articles, >=,
                          widening->articles);
    }
}

static void
test_widenings (QsaTestEngine *engine, gconstpointer data)
{
  guint n_switched = 0;

  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (QsaSearchRequest) request = word_request (engine);
      g_autoptr (QsaResult) result = qsa_test_engine_search (engine, request);
      g_autoptr (QsaSearchRequest) other = NULL;
      g_autoptr (QsaResult) switched = NULL;
      GPtrArray *widenings = qsa_result_get_widenings (result);
      const QsaWidening *widening;

      assert_widenings (engine, result);
      if (widenings->len == 0)
        continue;
      widening =
          widenings->pdata[qsa_test_engine_random (engine, (gint32) widenings->len)];
      other = qsa_search_request_with_form (request, widening->form, !widening->on);
      switched = qsa_test_engine_search (engine, other);
      qsa_test_engine_fill_matched (engine, other);
      qsa_test_engine_assert_order (engine, other, switched, &qsa_test_newest_sql);
      g_assert_cmpuint (qsa_result_get_widenings (switched)->len, ==, widenings->len);
      n_switched++;
    }
  g_assert_cmpuint (n_switched, >, 20);
}

/* ---- the rest ---- */

static void
test_matcher (QsaTestEngine *engine, gconstpointer data)
{
  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      g_autoptr (QsaSearchRequest)
          request = qsa_test_engine_random_request (engine, QSA_SORT_NEWEST);
      g_autoptr (QsaResult) result = qsa_test_engine_search (engine, request);
      QsaMatcher *matcher = qsa_result_get_matcher (result);
      g_autoptr (QsaNaiveQuestion)
          question = qsa_naive_question_new (engine->naive, request);

      for (guint j = 0; j < MIN (qsa_result_get_total (result), 20); j++)
        {
          guint32 id = qsa_result_get_ids (result)[j];
          const QsaTestArticle *article = engine->articles->pdata[id - 1];
          g_autoptr (GArray) in_title = qsa_matcher_find (matcher, article->title, -1);
          g_autoptr (GArray) in_standfirst = qsa_matcher_find (
              matcher, article->standfirst != NULL ? article->standfirst : "", -1);
          g_autoptr (GArray) in_body = qsa_matcher_find (matcher, article->body, -1);
          g_autoptr (GArray) hits = qsa_naive_question_get_hits (question, id - 1);
          gboolean expected = FALSE;

          for (guint k = 0; k < hits->len; k++)
            expected = expected || g_array_index (hits, QsaNaiveHit, k).frequency > 0;
          /* A word of title: is marked in the body too. */
          if (expected
              || strstr (qsa_query_get_text (qsa_search_request_get_query (request)),
                         "title:")
                     == NULL)
            g_assert_cmpint (in_title->len + in_standfirst->len + in_body->len > 0, ==,
                             expected);
        }
    }
}

/* Ids that the columns do not know yet are passed over; ids that are gone too. */
static void
test_columns_lag (QsaTestEngine *engine, gconstpointer data)
{
  g_autoptr (QsaQuery) all = qsa_query_parse ("", QSA_REACH_DEFAULT, FALSE);
  g_autoptr (QsaFilter) filter = qsa_filter_new ();
  g_autoptr (QsaSearchRequest) request = NULL;
  g_autoptr (QsaResult) result = NULL;
  g_autoptr (QsaQuery) query = qsa_query_parse ("كلمةجديدة", QSA_REACH_DEFAULT, FALSE);
  QsaTestArticle article = { .id = QSA_TEST_N_ARTICLES + 70,
                             .title = (char *) "كلمةجديدة",
                             .body = (char *) "" };

  qsa_test_archive_begin (engine->db);
  qsa_test_archive_insert (engine->db, &article);
  qsa_test_archive_end (engine->db);
  request = qsa_search_request_new (query, filter, QSA_SORT_RELEVANCE);
  result = qsa_test_engine_search (engine, request);
  g_assert_cmpuint (qsa_result_get_total (result), ==, 0);
  g_clear_pointer (&request, qsa_search_request_unref);
  g_clear_pointer (&result, qsa_result_unref);

  request = qsa_search_request_new (all, filter, QSA_SORT_RELEVANCE);
  result = qsa_test_engine_search (engine, request);
  g_assert_cmpuint (qsa_result_get_total (result), ==, QSA_TEST_N_ARTICLES);
}

static void
test_generation (QsaTestEngine *engine, gconstpointer data)
{
  const QsaTestArticle *gone = engine->articles->pdata[10];
  g_autoptr (QsaFilter) filter = qsa_filter_new ();
  g_autoptr (QsaQuery) query = qsa_query_parse (gone->title, QSA_REACH_FOLDED, FALSE);
  g_autoptr (QsaSearchRequest)
      request = qsa_search_request_new (query, filter, QSA_SORT_NEWEST);
  g_autoptr (QsaResult) before = qsa_test_engine_search (engine, request);
  g_autoptr (QsaResult) stale = NULL;
  g_autoptr (QsaResult) after = NULL;

  g_assert_cmpuint (qsa_result_get_total (before), >, 0);
  qsa_test_archive_begin (engine->db);
  for (guint i = 0; i < QSA_TEST_N_ARTICLES; i++)
    qsa_test_archive_delete (engine->db, engine->articles->pdata[i]);
  qsa_test_archive_end (engine->db);

  /* The columns still show them and the cache still knows them, until the store is told. */
  stale = qsa_test_engine_search (engine, request);
  g_assert_cmpuint (qsa_result_get_total (stale), ==, qsa_result_get_total (before));
  qsa_term_cache_set_generation (engine->cache, 1);
  after = qsa_test_engine_search (engine, request);
  g_assert_cmpuint (qsa_result_get_total (after), ==, 0);
}

static void
test_cancelled_before (QsaTestEngine *engine, gconstpointer data)
{
  g_autoptr (QsaSearchRequest)
      request = qsa_test_engine_random_request (engine, QSA_SORT_NEWEST);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (qsa_engine_search (engine->db, engine->columns, engine->cache, request,
                                    cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (sqlite3_get_autocommit (qsa_db_get_handle (engine->db)), ==, 1);
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (300);
  g_cancellable_cancel (data);
  return NULL;
}

/* Whenever it happens: either the whole answer or the error, and the connection is free again. */
static void
test_cancelled_during (QsaTestEngine *engine, gconstpointer data)
{
  guint n_cancelled = 0;

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (QsaSearchRequest)
          request = qsa_test_engine_random_request (engine, QSA_SORT_RELEVANCE);
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);
      g_autoptr (GError) error = NULL;
      g_autoptr (QsaResult) result = NULL;

      qsa_term_cache_set_generation (engine->cache, i + 1);
      result = qsa_engine_search (engine->db, engine->columns, engine->cache, request,
                                  cancellable, &error);
      g_thread_join (thread);
      g_assert_true ((result == NULL) == (error != NULL));
      if (error != NULL)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      n_cancelled += error != NULL;
      g_assert_cmpint (sqlite3_get_autocommit (qsa_db_get_handle (engine->db)), ==, 1);
    }
  g_test_message ("%u of 200 cancelled in time", n_cancelled);
}

#define ADD(path, data, function)                                          \
  g_test_add (path, QsaTestEngine, data, qsa_test_engine_set_up, function, \
              qsa_test_engine_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/store/engine/newest", &qsa_test_newest_sql, test_by_date);
  ADD ("/store/engine/oldest", &qsa_test_oldest_sql, test_by_date);
  ADD ("/store/engine/widenings", NULL, test_widenings);
  ADD ("/store/engine/matcher", NULL, test_matcher);
  ADD ("/store/engine/columns-lag", NULL, test_columns_lag);
  ADD ("/store/engine/generation", NULL, test_generation);
  ADD ("/store/engine/cancelled/before", NULL, test_cancelled_before);
  ADD ("/store/engine/cancelled/during", NULL, test_cancelled_during);

  return g_test_run ();
}
