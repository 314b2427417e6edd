/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-analysis.h"

#include <string.h>

#include "qsa-article-index.h"
#include "qsa-error.h"
#include "qsa-fts.h"
#include "qsa-index-care.h"
#include "qsa-index-state.h"
#include "qsa-term-table.h"
#include "qsa-test-library.h"

/* An index that is made anew, batch by batch: what works meanwhile, and that nothing is lost when the
 * program ends in between. */

#define N_ARTICLES 60

typedef struct
{
  QsaTestDir *dir;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  QsaLibrary *library = NULL;

  fixture->dir = qsa_test_dir_new ();
  fixture->path = qsa_test_dir_child (fixture->dir, "library.qusasat");
  library = qsa_test_library_open (fixture->path, QSA_LIBRARY_CREATE);
  qsa_test_import_numbered (library, 0, N_ARTICLES);
  qsa_test_library_close (library);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  qsa_test_assert_alone (fixture->path);
  g_free (fixture->path);
  qsa_test_dir_free (fixture->dir);
}

static QsaDb *
open_db (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  QsaDb *db = qsa_db_open (fixture->path, QSA_DB_READ_WRITE, &error);

  g_assert_no_error (error);
  return db;
}

static void
build_once (QsaDb *db)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (qsa_db_begin_write (db, &error));
  g_assert_true (qsa_analysis_build_some (db, 0, &error));
  g_assert_true (qsa_db_commit (db, &error));
  g_assert_no_error (error);
}

static QsaIndexState
read_state (QsaDb *db)
{
  g_autoptr (GError) error = NULL;
  QsaIndexState state = { 0 };

  g_assert_true (qsa_index_state_read (db, &state, &error));
  g_assert_no_error (error);
  return state;
}

static void
build_to_end (QsaDb *db)
{
  for (guint i = 0; read_state (db).until != 0; i++)
    {
      g_assert_cmpuint (i, <, 100);
      build_once (db);
    }
}

/* As after the first batch: 20 articles are indexed. @until: of the articles that wait. */
static void
begin_building (QsaDb *db, gint64 until)
{
  const QsaIndexState state = { 0, until };
  g_autoptr (GError) error = NULL;

  g_assert_true (qsa_db_begin_write (db, &error));
  g_assert_true (qsa_db_exec (db,
                              "DELETE FROM term; DELETE FROM term_pending;"
                              "DROP TABLE " QSA_FTS_TABLE,
                              &error));
  g_assert_true (qsa_index_care_create (db, &error));
  g_assert_true (qsa_index_state_write (db, &state, &error));
  g_assert_true (qsa_db_commit (db, &error));
  g_assert_no_error (error);
  build_once (db);
  g_assert_cmpint (read_state (db).built, ==, 20);
}

static char *
dump_terms (Fixture *fixture)
{
  return qsa_test_sql_text (fixture->path,
                            "SELECT group_concat (term || ' ' || articles) FROM"
                            " (SELECT term, articles FROM term ORDER BY term)");
}

static void
assert_whole (Fixture *fixture, guint n_articles)
{
  QsaLibrary *library = qsa_test_library_open (fixture->path, 0);
  g_autoptr (GError) error = NULL;

  g_assert_cmpfloat (qsa_library_get_index_progress (library), ==, 1);
  g_assert_cmpuint (qsa_test_count (library, "الصياد"), ==, n_articles);
  g_assert_true (qsa_test_check (library, &error));
  g_assert_no_error (error);
  qsa_test_library_close (library);
}

/* ---- building ---- */

static void
test_batches (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = dump_terms (fixture);
  g_autofree char *after = NULL;
  g_autoptr (QsaDb) db = open_db (fixture);
  QsaIndexState state;

  begin_building (db, N_ARTICLES);
  build_once (db);
  state = read_state (db);
  g_assert_cmpint (state.built, ==, 40);
  g_assert_cmpuint (qsa_index_state_get_progress (&state), ==, 666);
  build_once (db);
  /* The articles are all there, their words are not yet counted. */
  state = read_state (db);
  g_assert_cmpint (state.built, ==, N_ARTICLES);
  g_assert_cmpuint (qsa_index_state_get_progress (&state), ==, 999);
  build_to_end (db);
  g_clear_pointer (&db, qsa_db_close);
  after = dump_terms (fixture);
  g_assert_cmpstr (after, ==, before);
  assert_whole (fixture, N_ARTICLES);
}

/* Whoever opens the library next goes on where the last one ended. */
static void
test_resumed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QsaDb) db = open_db (fixture);

  begin_building (db, N_ARTICLES);
  g_clear_pointer (&db, qsa_db_close);
  assert_whole (fixture, N_ARTICLES);
}

static gboolean
is_whole (gpointer library)
{
  return qsa_library_get_index_progress (library) >= 1;
}

/* More than anybody would wait for: the library is open at once, and the writer builds when it has time. */
static void
test_in_background (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QsaDb) db = open_db (fixture);
  QsaLibrary *first = NULL, *second = NULL;

  begin_building (db, 1000000);
  g_clear_pointer (&db, qsa_db_close);
  first = qsa_test_library_open (fixture->path, 0);
  second = qsa_test_library_open (fixture->path, 0);
  qsa_test_import_numbered (first, 1000, 3);
  qsa_test_wait (is_whole, first);
  qsa_test_wait (is_whole, second);
  g_assert_cmpuint (qsa_test_count (first, "الصياد"), ==, N_ARTICLES + 3);
  g_assert_cmpuint (qsa_test_count (second, "كلمة7"), ==, 1);
  qsa_test_library_close (second);
  qsa_test_library_close (first);
  assert_whole (fixture, N_ARTICLES + 3);
}

/* What rules of before left, an ended process too, goes. */
static void
test_old_tables (Fixture *fixture, gconstpointer data)
{
  static const char count_old[] =
      "SELECT count(*) FROM sqlite_schema WHERE name GLOB 'article_fts_[01]*'";
  g_autoptr (QsaDb) db = open_db (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_true (qsa_db_exec (db,
                              "CREATE VIRTUAL TABLE article_fts_0 USING fts5 (title);"
                              "CREATE VIRTUAL TABLE article_fts_1 USING fts5 (title);",
                              &error));
  g_assert_no_error (error);
  g_clear_pointer (&db, qsa_db_close);
  g_assert_cmpint (qsa_test_sql_int64 (fixture->path, count_old), >, 2);
  assert_whole (fixture, N_ARTICLES);
  g_assert_cmpint (qsa_test_sql_int64 (fixture->path, count_old), ==, 0);
}

/* ---- what is written meanwhile ---- */

static gboolean
write_title (QsaDb *db, guint i, gint64 *id, gpointer data, GError **error)
{
  sqlite3_stmt *statement =
      qsa_db_statement (db, "UPDATE article SET title = 'زرافة' WHERE id = ?1", error);

  g_assert_nonnull (statement);
  sqlite3_bind_int64 (statement, 1, *id);
  return qsa_db_run (db, statement, error);
}

/* One that the index holds, and one that waits: FTS5 must not be told to forget what it does not know. */
static void
test_edit_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QsaDb) db = open_db (fixture);
  g_autoptr (GError) error = NULL;
  gint64 ids[] = { 5, 50 };
  QsaLibrary *library = NULL;

  begin_building (db, N_ARTICLES);
  {
    g_autoptr (QsaArticleIndex) index = NULL;

    g_assert_true (qsa_db_begin_write (db, &error));
    index = qsa_article_index_new (db);
    g_assert_true (qsa_article_index_change (index, ids, G_N_ELEMENTS (ids), write_title,
                                             NULL, &error));
    g_assert_true (qsa_article_index_finish (index, QSA_ARTICLE_INDEX_TERMS_NOW, &error));
    g_assert_true (qsa_db_commit (db, &error));
  }
  g_assert_no_error (error);
  build_to_end (db);
  g_clear_pointer (&db, qsa_db_close);
  g_assert_cmpint (qsa_test_sql_int64 (fixture->path,
                                       "SELECT articles FROM term WHERE term = 'زرافه'"),
                   ==, 2);
  g_assert_cmpint (qsa_test_sql_int64 (fixture->path,
                                       "SELECT articles FROM term WHERE term = 'عنوان'"),
                   ==, N_ARTICLES - 2);
  library = qsa_test_library_open (fixture->path, 0);
  g_assert_cmpuint (qsa_test_count (library, "زرافة"), ==, 2);
  qsa_test_library_close (library);
  assert_whole (fixture, N_ARTICLES);
}

/* ---- what can be asked meanwhile ---- */

static QsaResult *
search (QsaLibrary *library, const char *text, GError **error)
{
  g_autoptr (QsaQuery) query = qsa_query_parse (text, QSA_REACH_DEFAULT, FALSE);
  g_autoptr (QsaFilter) filter = qsa_filter_from_string ("undated=yes");
  g_autoptr (QsaSearchRequest)
      request = qsa_search_request_new (query, filter, QSA_SORT_NEWEST);
  g_autoptr (GAsyncResult) answer = NULL;

  qsa_library_search_async (library, request, NULL, qsa_test_on_answer, &answer);
  qsa_test_wait_answer (&answer);
  return qsa_library_search_finish (library, answer, error);
}

static GArray *
count (QsaLibrary *library, const char *text, GError **error)
{
  g_autoptr (QsaQuery) query = qsa_query_parse (text, QSA_REACH_DEFAULT, FALSE);
  g_autoptr (QsaFilter) filter = qsa_filter_new ();
  g_autoptr (QsaSearchRequest)
      request = qsa_search_request_new (query, filter, QSA_SORT_NEWEST);
  g_autoptr (GAsyncResult) answer = NULL;

  qsa_library_count_async (library, &request, 1, NULL, qsa_test_on_answer, &answer);
  qsa_test_wait_answer (&answer);
  return qsa_library_count_finish (library, answer, error);
}

/* Read-only, so that it stays as it is. No count lies: words are not searched at all. */
static void
test_ask_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QsaDb) db = open_db (fixture);
  g_autoptr (QsaResult) browsed = NULL;
  g_autoptr (QsaArticle) article = NULL;
  g_autoptr (GArray) counts = NULL;
  g_autoptr (GError) error = NULL;
  QsaLibrary *library = NULL;

  begin_building (db, N_ARTICLES);
  g_clear_pointer (&db, qsa_db_close);
  library = qsa_test_library_open (fixture->path, QSA_LIBRARY_READ_ONLY);
  g_assert_cmpfloat (qsa_library_get_index_progress (library), ==, 0.333);
  g_assert_null (search (library, "الصياد", &error));
  g_assert_error (error, QSA_ERROR, QSA_ERROR_INDEXING);
  g_assert_nonnull (strstr (error->message, "33 %"));
  g_clear_error (&error);
  g_assert_null (count (library, "الصياد", &error));
  g_assert_error (error, QSA_ERROR, QSA_ERROR_INDEXING);
  g_clear_error (&error);
  g_assert_false (qsa_test_check (library, &error));
  g_assert_error (error, QSA_ERROR, QSA_ERROR_INDEXING);
  g_clear_error (&error);

  browsed = search (library, "", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (qsa_result_get_total (browsed), ==, 9);
  counts = count (library, "", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_array_index (counts, guint, 0), ==, N_ARTICLES);
  article = qsa_test_load_article (library, 50);
  g_assert_nonnull (article);
  qsa_test_library_close (library);
  assert_whole (fixture, N_ARTICLES);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/store/analysis/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("batches", test_batches);
  ADD ("resumed", test_resumed);
  ADD ("in-background", test_in_background);
  ADD ("old-tables", test_old_tables);
  ADD ("edit-meanwhile", test_edit_meanwhile);
  ADD ("ask-meanwhile", test_ask_meanwhile);
#undef ADD
  return g_test_run ();
}
