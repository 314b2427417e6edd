/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-test-library.h"

#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "qsa-error.h"

#define WAIT_US (180 * G_TIME_SPAN_SECOND)

static gboolean
qsa_test_on_tick (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
qsa_test_wait (QsaTestCondition done, gpointer data)
{
  gint64 deadline_us = g_get_monotonic_time () + WAIT_US;
  guint tick = g_timeout_add (100, qsa_test_on_tick, NULL);

  while (!done (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline_us);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (tick);
}

void
qsa_test_on_answer (GObject *object, GAsyncResult *result, gpointer answer)
{
  GAsyncResult **place = answer;

  g_assert_null (*place);
  *place = g_object_ref (result);
}

static gboolean
qsa_test_is_answered (gpointer answer)
{
  return *(GAsyncResult **) answer != NULL;
}

void
qsa_test_wait_answer (GAsyncResult **answer)
{
  qsa_test_wait (qsa_test_is_answered, answer);
}

QsaLibrary *
qsa_test_library_try_open (const char *path, QsaLibraryFlags flags, GError **error)
{
  g_autoptr (GAsyncResult) answer = NULL;

  qsa_library_open_async (path, flags, NULL, qsa_test_on_answer, &answer);
  qsa_test_wait_answer (&answer);
  return qsa_library_open_finish (answer, error);
}

QsaLibrary *
qsa_test_library_open (const char *path, QsaLibraryFlags flags)
{
  g_autoptr (GError) error = NULL;
  QsaLibrary *library = qsa_test_library_try_open (path, flags, &error);

  g_assert_no_error (error);
  g_assert_true (QSA_IS_LIBRARY (library));
  return library;
}

static gboolean
qsa_test_is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

void
qsa_test_library_close (QsaLibrary *library)
{
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GError) error = NULL;
  gpointer left = library;

  qsa_library_close_async (library, qsa_test_on_answer, &answer);
  qsa_test_wait_answer (&answer);
  qsa_library_close_finish (library, answer, &error);
  g_assert_no_error (error);
  g_clear_object (&answer);
  g_object_add_weak_pointer (G_OBJECT (library), &left);
  g_object_unref (library);
  qsa_test_wait (qsa_test_is_gone, &left);
}

void
qsa_test_library_set_up (QsaTestLibrary *test, gconstpointer data)
{
  test->dir = qsa_test_dir_new ();
  test->path = qsa_test_dir_child (test->dir, "library.qusasat");
  test->library = qsa_test_library_open (test->path, QSA_LIBRARY_CREATE);
}

void
qsa_test_library_tear_down (QsaTestLibrary *test, gconstpointer data)
{
  if (test->library != NULL)
    qsa_test_library_close (test->library);
  qsa_test_assert_alone (test->path);
  g_free (test->path);
  qsa_test_dir_free (test->dir);
}

/* ---- articles ---- */

QsaCandidate *
qsa_test_candidate_new (const char *title, const char *outlet, const char *iso_date,
                        const char *body)
{
  g_autofree char *raw = g_strdup_printf ("%s\n%s\n", title != NULL ? title : "", body);
  QsaCandidate *candidate = qsa_candidate_new ("/somewhere/page.txt", 0);
  QsaArticle *article = qsa_article_new ();

  article->title = g_strdup (title);
  article->outlet = g_strdup (outlet);
  if (iso_date != NULL)
    {
      g_assert_true (qsa_date_parse_iso (iso_date, &article->date));
      article->date_origin = QSA_DATE_ORIGIN_STAMP;
    }
  qsa_article_take_body (article, g_strdup (body));
  candidate->article = article;
  candidate->encoding = g_strdup ("UTF-8");
  candidate->raw = g_bytes_new (raw, strlen (raw));
  return candidate;
}

QsaCandidate *
qsa_test_candidate_new_numbered (guint n)
{
  static const char *const outlets[] = { "صحيفة المرفأ", "وكالة الجسر", NULL };
  g_autofree char *title = g_strdup_printf ("عنوان الخبر رقم%u", n);
  g_autofree char *date = g_strdup_printf ("20%02u-%02u-%02u", n % 20, n % 12 + 1,
                                           n % 28 + 1);
  g_autofree char *body = g_strdup_printf (
      "قال الصياد إن البحر هادئ اليوم.\nكلمة%u وحدها هنا مع عدد%u من الأسماك.", n,
      n % 10);

  return qsa_test_candidate_new (title, outlets[n % G_N_ELEMENTS (outlets)],
                                 n % 7 == 0 ? NULL : date, body);
}

QsaCandidate *
qsa_test_candidate_new_failed (const char *path, const char *message)
{
  QsaCandidate *candidate = qsa_candidate_new (path, 0);

  candidate->error = g_error_new_literal (QSA_ERROR, QSA_ERROR_EMPTY, message);
  return candidate;
}

static void
qsa_test_free_candidate (gpointer candidate)
{
  qsa_candidate_free (candidate);
}

GPtrArray *
qsa_test_candidates_new (void)
{
  return g_ptr_array_new_with_free_func (qsa_test_free_candidate);
}

/* ---- import ---- */

gint64
qsa_test_import_begin (QsaLibrary *library)
{
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  qsa_library_import_begin_async (library, NULL, qsa_test_on_answer, &answer);
  qsa_test_wait_answer (&answer);
  id = qsa_library_import_begin_finish (library, answer, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

GArray *
qsa_test_import_batch (QsaLibrary *library, gint64 import_id, GPtrArray *candidates,
                       GError **error)
{
  g_autoptr (GAsyncResult) answer = NULL;

  qsa_library_import_batch_async (library, import_id, candidates, NULL,
                                  qsa_test_on_answer, &answer);
  qsa_test_wait_answer (&answer);
  return qsa_library_import_batch_finish (library, answer, error);
}

void
qsa_test_import_end (QsaLibrary *library, gint64 import_id)
{
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GError) error = NULL;

  qsa_library_import_end_async (library, import_id, FALSE, qsa_test_on_answer, &answer);
  qsa_test_wait_answer (&answer);
  g_assert_true (qsa_library_import_end_finish (library, answer, &error));
  g_assert_no_error (error);
}

GArray *
qsa_test_import (QsaLibrary *library, GPtrArray *candidates)
{
  g_autoptr (GError) error = NULL;
  gint64 import_id = qsa_test_import_begin (library);
  GArray *stored = qsa_test_import_batch (library, import_id, candidates, &error);

  g_assert_no_error (error);
  g_assert_nonnull (stored);
  qsa_test_import_end (library, import_id);
  return stored;
}

void
qsa_test_import_numbered (QsaLibrary *library, guint first, guint n)
{
  GPtrArray *candidates = qsa_test_candidates_new ();
  g_autoptr (GArray) stored = NULL;

  for (guint i = first; i < first + n; i++)
    g_ptr_array_add (candidates, qsa_test_candidate_new_numbered (i));
  stored = qsa_test_import (library, candidates);
  g_assert_cmpuint (stored->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (g_array_index (stored, QsaStored, i).outcome, ==, QSA_OUTCOME_ADDED);
}

/* ---- asking ---- */

GArray *
qsa_test_search (QsaLibrary *library, const char *query)
{
  g_autoptr (QsaQuery) parsed = qsa_query_parse (query, QSA_REACH_DEFAULT, FALSE);
  g_autoptr (QsaFilter) filter = qsa_filter_new ();
  g_autoptr (QsaSearchRequest)
      request = qsa_search_request_new (parsed, filter, QSA_SORT_NEWEST);
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (QsaResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (guint32));

  qsa_library_search_async (library, request, NULL, qsa_test_on_answer, &answer);
  qsa_test_wait_answer (&answer);
  result = qsa_library_search_finish (library, answer, &error);
  g_assert_no_error (error);
  g_array_append_vals (ids, qsa_result_get_ids (result), qsa_result_get_total (result));
  return ids;
}

guint
qsa_test_count (QsaLibrary *library, const char *query)
{
  g_autoptr (GArray) ids = qsa_test_search (library, query);

  return ids->len;
}

QsaArticle *
qsa_test_load_article (QsaLibrary *library, gint64 id)
{
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GError) error = NULL;
  QsaArticle *article = NULL;

  qsa_library_load_article_async (library, id, NULL, qsa_test_on_answer, &answer);
  qsa_test_wait_answer (&answer);
  article = qsa_library_load_article_finish (library, answer, &error);
  g_assert_no_error (error);
  return article;
}

QsaUndo *
qsa_test_edit (QsaLibrary *library, const gint64 *ids, guint n_ids,
               const QsaArticleEdit *edit, GError **error)
{
  g_autoptr (GAsyncResult) answer = NULL;

  qsa_library_edit_async (library, ids, n_ids, edit, NULL, qsa_test_on_answer, &answer);
  qsa_test_wait_answer (&answer);
  return qsa_library_edit_finish (library, answer, error);
}

QsaUndo *
qsa_test_undo (QsaLibrary *library, QsaUndo *undo)
{
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GError) error = NULL;
  QsaUndo *redo = NULL;

  qsa_library_undo_async (library, undo, qsa_test_on_answer, &answer);
  qsa_test_wait_answer (&answer);
  redo = qsa_library_undo_finish (library, answer, &error);
  g_assert_no_error (error);
  return redo;
}

QsaStats *
qsa_test_stats (QsaLibrary *library)
{
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GError) error = NULL;
  QsaStats *stats = NULL;

  qsa_library_stats_async (library, NULL, qsa_test_on_answer, &answer);
  qsa_test_wait_answer (&answer);
  stats = qsa_library_stats_finish (library, answer, &error);
  g_assert_no_error (error);
  return stats;
}

gboolean
qsa_test_check (QsaLibrary *library, GError **error)
{
  g_autoptr (GAsyncResult) answer = NULL;

  qsa_library_check_async (library, NULL, qsa_test_on_answer, &answer);
  qsa_test_wait_answer (&answer);
  return qsa_library_check_finish (library, answer, error);
}

/* ---- the file ---- */

static sqlite3 *
qsa_test_sql_open (const char *path)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_busy_timeout (handle, 10000);
  return handle;
}

char *
qsa_test_sql_text (const char *path, const char *sql)
{
  sqlite3 *handle = qsa_test_sql_open (path);
  sqlite3_stmt *statement = NULL;
  char *text = NULL;

  if (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (handle));
  if (sqlite3_step (statement) == SQLITE_ROW)
    text = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (handle);
  return text;
}

gint64
qsa_test_sql_int64 (const char *path, const char *sql)
{
  g_autofree char *text = qsa_test_sql_text (path, sql);

  return text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;
}

void
qsa_test_sql_exec (const char *path, const char *sql)
{
  sqlite3 *handle = qsa_test_sql_open (path);

  if (sqlite3_exec (handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (handle));
  sqlite3_close (handle);
}

char *
qsa_test_file_digest (const char *path)
{
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  gsize bytes = 0;

  g_file_get_contents (path, &data, &bytes, &error);
  g_assert_no_error (error);
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) data, bytes);
}

void
qsa_test_assert_alone (const char *path)
{
  static const char *const suffixes[] = { "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      if (g_file_test (name, G_FILE_TEST_EXISTS))
        g_error ("%s was left", name);
    }
}

void
qsa_test_become_nobody (void)
{
  if (geteuid () != 0)
    return;
  g_assert_cmpint (setgid (65534), ==, 0);
  g_assert_cmpint (setuid (65534), ==, 0);
}

void
qsa_test_give_to_nobody (const char *path, int mode)
{
  if (geteuid () == 0)
    g_assert_cmpint (chown (path, 65534, 65534), ==, 0);
  g_assert_cmpint (g_chmod (path, mode), ==, 0);
}
