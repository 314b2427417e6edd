/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-library.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "qsa-error.h"
#include "qsa-test-library.h"

/* A library and other processes: beside it, killed in the middle, and with a disk that fills up. */

#define CHILD_BATCH 300u

/* ---- what a child does: this program with --child COMMAND FILE ---- */

static void
child_import_batch (QsaLibrary *library, gint64 import_id, guint first)
{
  GPtrArray *batch = qsa_test_candidates_new ();
  g_autoptr (GArray) stored = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = first; i < first + CHILD_BATCH; i++)
    g_ptr_array_add (batch, qsa_test_candidate_new_numbered (i));
  stored = qsa_test_import_batch (library, import_id, batch, &error);
  g_assert_no_error (error);
}

/* Until it is killed; says after each batch how many are stored. */
static int
child_import_forever (const char *path)
{
  QsaLibrary *library = qsa_test_library_open (path, QSA_LIBRARY_CREATE);
  gint64 import_id = qsa_test_import_begin (library);

  for (guint first = 0;; first += CHILD_BATCH)
    {
      child_import_batch (library, import_id, first);
      printf ("%u\n", first + CHILD_BATCH);
      fflush (stdout);
    }
  return 1;
}

static int
child_import (const char *path)
{
  QsaLibrary *library = qsa_test_library_open (path, 0);
  gint64 import_id = qsa_test_import_begin (library);

  for (guint i = 0; i < 5; i++)
    child_import_batch (library, import_id, 100000 + i * CHILD_BATCH);
  qsa_test_import_end (library, import_id);
  qsa_test_library_close (library);
  return 0;
}

static int
child_edit (const char *path)
{
  const gint64 ids[] = { 2, 3 };
  g_autoptr (QsaArticleEdit) edit = qsa_article_edit_new ();
  g_autoptr (GError) error = NULL;
  QsaLibrary *library = qsa_test_library_open (path, 0);

  edit->fields = QSA_FIELD_TITLE | QSA_FIELD_OUTLET;
  edit->title = g_strdup ("زلزال");
  edit->outlet = g_strdup ("إذاعة الوادي");
  qsa_undo_free (qsa_test_edit (library, ids, G_N_ELEMENTS (ids), edit, &error));
  g_assert_no_error (error);
  qsa_test_library_close (library);
  return 0;
}

static const struct
{
  const char *name;
  int (*run) (const char *path);
} child_commands[] = {
  { "import-forever", child_import_forever },
  { "import", child_import },
  { "edit", child_edit },
};

static int
run_child (const char *name, const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (child_commands); i++)
    if (strcmp (child_commands[i].name, name) == 0)
      return child_commands[i].run (path);
  return 2;
}

static GSubprocess *
start_child (const char *name, const char *path)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                         "/proc/self/exe", "--child", name, path, NULL);

  g_assert_no_error (error);
  return child;
}

static void
finish_child (GSubprocess *child)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_subprocess_wait_check (child, NULL, &error));
  g_assert_no_error (error);
}

/* ---- killed ---- */

static void
assert_whole (QsaLibrary *library)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (qsa_test_check (library, &error));
  g_assert_no_error (error);
}

static void
assert_ledger_agrees (const char *path, gint64 n_articles)
{
  g_assert_cmpint (qsa_test_sql_int64 (path, "SELECT count(*) FROM article"), ==,
                   n_articles);
  g_assert_cmpint (qsa_test_sql_int64 (path, "SELECT sum(n_added) FROM import"), ==,
                   n_articles);
  g_assert_cmpint (
      qsa_test_sql_int64 (path, "SELECT count(*) FROM import_item WHERE outcome = 0"), ==,
      n_articles);
}

static guint64
read_until (GSubprocess *child, guint64 wanted)
{
  g_autoptr (GDataInputStream)
      lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
  guint64 stored = 0;

  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (lines), FALSE);
  while (stored < wanted)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_nonnull (line);
      stored = g_ascii_strtoull (line, NULL, 10);
    }
  return stored;
}

static void
test_killed (void)
{
  g_autoptr (QsaTestDir) dir = qsa_test_dir_new ();
  g_autofree char *path = qsa_test_dir_child (dir, "library.qusasat");
  g_autoptr (GSubprocess) child = start_child ("import-forever", path);
  QsaLibrary *library = NULL;
  guint64 stored = read_until (child, 3 * CHILD_BATCH);
  guint n;

  g_subprocess_send_signal (child, SIGKILL);
  g_subprocess_wait (child, NULL, NULL);
  g_assert_true (g_subprocess_get_if_signaled (child));

  library = qsa_test_library_open (path, 0);
  n = qsa_library_get_n_articles (library);
  g_assert_cmpuint (n, >=, stored);
  g_assert_cmpuint (qsa_test_count (library, "الصياد"), ==, n);
  assert_whole (library);
  qsa_test_import_numbered (library, 500000, 10);
  assert_ledger_agrees (path, n + 10);
  g_assert_cmpint (qsa_test_sql_int64 (path,
                                       "SELECT articles FROM term WHERE term = 'الصياد'"),
                   ==, n + 10);
  qsa_test_library_close (library);
  qsa_test_assert_alone (path);
}

/* ---- side by side ---- */

typedef struct
{
  QsaLibrary *library;
  guint n_articles;
  const char *outlet;
} Expected;

static gboolean
sees_expected (gpointer data)
{
  const Expected *expected = data;

  return qsa_library_get_n_articles (expected->library) == expected->n_articles
         && (expected->outlet == NULL
             || qsa_outlet_table_find_name (qsa_library_get_outlets (expected->library),
                                            expected->outlet)
                    != NULL);
}

static void
test_sees_import (QsaTestLibrary *test, gconstpointer data)
{
  Expected expected = { test->library, 10 + 5 * CHILD_BATCH, NULL };
  g_autoptr (GSubprocess) child = NULL;

  qsa_test_import_numbered (test->library, 0, 10);
  g_assert_cmpuint (qsa_test_count (test->library, "الصياد"), ==, 10);
  child = start_child ("import", test->path);
  qsa_test_wait (sees_expected, &expected);
  g_assert_cmpuint (qsa_test_count (test->library, "الصياد"), ==, expected.n_articles);
  finish_child (child);
  assert_whole (test->library);
}

static void
test_sees_edit (QsaTestLibrary *test, gconstpointer data)
{
  Expected expected = { test->library, 10, "إذاعة الوادي" };
  g_autoptr (GSubprocess) child = NULL;

  qsa_test_import_numbered (test->library, 0, 10);
  g_assert_cmpuint (qsa_test_count (test->library, "زلزال"), ==, 0);
  child = start_child ("edit", test->path);
  finish_child (child);
  qsa_library_poll (test->library);
  qsa_test_wait (sees_expected, &expected);
  g_assert_cmpuint (qsa_test_count (test->library, "زلزال"), ==, 2);
}

/* Two processes import at once, and nothing is lost or counted wrong. */
static void
test_both_import (QsaTestLibrary *test, gconstpointer data)
{
  Expected expected = { test->library, 5 * CHILD_BATCH + 1500, NULL };
  g_autoptr (GSubprocess) child = start_child ("import", test->path);

  for (guint i = 0; i < 15; i++)
    qsa_test_import_numbered (test->library, i * 100, 100);
  finish_child (child);
  qsa_test_wait (sees_expected, &expected);
  assert_whole (test->library);
  assert_ledger_agrees (test->path, expected.n_articles);
  g_assert_cmpint (qsa_test_sql_int64 (test->path,
                                       "SELECT articles FROM term WHERE term = 'الصياد'"),
                   ==, expected.n_articles);
  g_assert_cmpint (qsa_test_sql_int64 (test->path, "SELECT count(*) FROM outlet"), ==, 2);
}

/* ---- a lock that another program holds ---- */

static sqlite3 *
hold_lock (const char *path)
{
  sqlite3 *other = NULL;

  g_assert_cmpint (sqlite3_open (path, &other), ==, SQLITE_OK);
  sqlite3_busy_timeout (other, 10000);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  return other;
}

static gboolean
release_lock (gpointer other)
{
  g_assert_cmpint (sqlite3_exec (other, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (other);
  return G_SOURCE_REMOVE;
}

static void
test_waits_for_lock (QsaTestLibrary *test, gconstpointer data)
{
  const gint64 ids[] = { 1 };
  g_autoptr (QsaArticleEdit) edit = qsa_article_edit_new ();
  g_autoptr (GError) error = NULL;

  qsa_test_import_numbered (test->library, 0, 1);
  g_timeout_add (300, release_lock, hold_lock (test->path));
  edit->fields = QSA_FIELD_AUTHOR;
  qsa_undo_free (qsa_test_edit (test->library, ids, 1, edit, &error));
  g_assert_no_error (error);
}

static gboolean
cancel (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return G_SOURCE_REMOVE;
}

static void
test_cancels_waiting (QsaTestLibrary *test, gconstpointer data)
{
  const gint64 ids[] = { 1 };
  g_autoptr (QsaArticleEdit) edit = qsa_article_edit_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *other = NULL;

  qsa_test_import_numbered (test->library, 0, 1);
  other = hold_lock (test->path);
  edit->fields = QSA_FIELD_AUTHOR;
  qsa_library_edit_async (test->library, ids, 1, edit, cancellable, qsa_test_on_answer,
                          &answer);
  g_timeout_add (100, cancel, cancellable);
  qsa_test_wait_answer (&answer);
  /* Not QSA_ERROR_BUSY, which would come after the lock's own ten seconds. */
  g_assert_null (qsa_library_edit_finish (test->library, answer, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  release_lock (other);
}

/* ---- the disk fills up ---- */

/* Not a signal's business: the store has to live with it by itself. */
static void
limit_file_size (rlim_t bytes)
{
  struct rlimit limit = { bytes, bytes };

  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* The ledger cannot be closed either; but from then on the snapshots show what is stored. */
static void
end_without_space (QsaLibrary *library, gint64 import_id)
{
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GError) error = NULL;

  qsa_library_import_end_async (library, import_id, FALSE, qsa_test_on_answer, &answer);
  qsa_test_wait_answer (&answer);
  if (!qsa_library_import_end_finish (library, answer, &error))
    g_assert_error (error, QSA_ERROR, QSA_ERROR_NO_SPACE);
}

/* Imports until there is no space; gives how many are stored. */
static guint
import_until_full (QsaLibrary *library)
{
  gint64 import_id = qsa_test_import_begin (library);
  guint n_added = 0;

  for (guint first = 1000;; first += CHILD_BATCH)
    {
      GPtrArray *batch = qsa_test_candidates_new ();
      g_autoptr (GArray) stored = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (first, <, 100000);
      for (guint i = first; i < first + CHILD_BATCH; i++)
        g_ptr_array_add (batch, qsa_test_candidate_new_numbered (i));
      stored = qsa_test_import_batch (library, import_id, batch, &error);
      for (guint i = 0; stored != NULL && i < stored->len; i++)
        n_added += g_array_index (stored, QsaStored, i).outcome == QSA_OUTCOME_ADDED;
      if (error == NULL)
        continue;
      g_assert_error (error, QSA_ERROR, QSA_ERROR_NO_SPACE);
      end_without_space (library, import_id);
      return n_added;
    }
}

static void
run_full_disk (void)
{
  const char *path = g_getenv ("QSA_TEST_PATH");
  QsaLibrary *library = NULL;
  guint n_added;

  qsa_test_become_nobody ();
  library = qsa_test_library_open (path, QSA_LIBRARY_CREATE);
  qsa_test_import_numbered (library, 0, 50);
  limit_file_size (2 * 1024 * 1024);
  n_added = import_until_full (library);
  g_assert_cmpuint (qsa_library_get_n_articles (library), ==, 50 + n_added);
  g_assert_cmpuint (qsa_test_count (library, "الصياد"), ==, 50 + n_added);
  /* Everything that was stored before is there, and can be read. */
  {
    g_autoptr (GAsyncResult) answer = NULL;
    g_autoptr (QsaArticle) article = qsa_test_load_article (library, 50);

    g_assert_cmpstr (article->title, ==, "عنوان الخبر رقم49");
    qsa_library_close_async (library, qsa_test_on_answer, &answer);
    qsa_test_wait_answer (&answer);
    g_object_unref (library);
  }
}

static void
prepare_for_nobody (QsaTestDir *dir, const char *path)
{
  qsa_test_give_to_nobody (qsa_test_dir_get_path (dir), 0700);
  g_setenv ("QSA_TEST_PATH", path, TRUE);
}

static void
test_full_disk (void)
{
  g_autoptr (QsaTestDir) dir = NULL;
  g_autofree char *path = NULL;
  QsaLibrary *library = NULL;
  guint n;

  if (g_test_subprocess ())
    {
      run_full_disk ();
      return;
    }
  dir = qsa_test_dir_new ();
  path = qsa_test_dir_child (dir, "library.qusasat");
  prepare_for_nobody (dir, path);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();

  library = qsa_test_library_open (path, 0);
  n = qsa_library_get_n_articles (library);
  g_assert_cmpuint (n, >=, 50);
  assert_whole (library);
  qsa_test_import_numbered (library, 500000, 10);
  assert_ledger_agrees (path, n + 10);
  qsa_test_library_close (library);
  qsa_test_assert_alone (path);
}

static void
test_full_disk_at_creation (void)
{
  g_autoptr (QsaTestDir) dir = NULL;
  g_autofree char *path = NULL;

  if (g_test_subprocess ())
    {
      g_autoptr (GError) error = NULL;

      qsa_test_become_nobody ();
      limit_file_size (8 * 1024);
      g_assert_null (qsa_test_library_try_open (g_getenv ("QSA_TEST_PATH"),
                                                QSA_LIBRARY_CREATE, &error));
      g_assert_error (error, QSA_ERROR, QSA_ERROR_NO_SPACE);
      return;
    }
  dir = qsa_test_dir_new ();
  path = qsa_test_dir_child (dir, "library.qusasat");
  prepare_for_nobody (dir, path);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();

  /* What was begun does not stand in the way once there is space. */
  qsa_test_library_close (qsa_test_library_open (path, QSA_LIBRARY_CREATE));
  qsa_test_assert_alone (path);
}

int
main (int argc, char *argv[])
{
  if (argc == 4 && strcmp (argv[1], "--child") == 0)
    return run_child (argv[2], argv[3]);

  g_test_init (&argc, &argv, NULL);

#define ADD(path, func)                                                  \
  g_test_add (path, QsaTestLibrary, NULL, qsa_test_library_set_up, func, \
              qsa_test_library_tear_down)
  g_test_add_func ("/store/process/killed", test_killed);
  ADD ("/store/process/sees-import", test_sees_import);
  ADD ("/store/process/sees-edit", test_sees_edit);
  ADD ("/store/process/both-import", test_both_import);
  ADD ("/store/process/lock/waits", test_waits_for_lock);
  ADD ("/store/process/lock/cancelled", test_cancels_waiting);
  g_test_add_func ("/store/process/full-disk/import", test_full_disk);
  g_test_add_func ("/store/process/full-disk/create", test_full_disk_at_creation);
#undef ADD
  return g_test_run ();
}
