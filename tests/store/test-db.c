/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-db.h"

#include <string.h>

#include "qsa-error.h"
#include "qsa-test-dir.h"

/* Counts without end. */
static const char endless_sql[] =
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT sum(i) FROM n";

typedef struct
{
  QsaTestDir *dir;
  char *path;
  QsaDb *db;
} Fixture;

static QsaDb *
open_db (const char *path, QsaDbMode mode)
{
  g_autoptr (GError) error = NULL;
  QsaDb *db = qsa_db_open (path, mode, &error);

  g_assert_no_error (error);
  return db;
}

static void
exec (QsaDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (qsa_db_exec (db, sql, &error));
  g_assert_no_error (error);
}

static gint64
query (QsaDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value = 0;

  g_assert_true (qsa_db_query_int64 (db, sql, &value, &error));
  g_assert_no_error (error);
  return value;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dir = qsa_test_dir_new ();
  fixture->path = qsa_test_dir_child (fixture->dir, "test.db");
  fixture->db = open_db (fixture->path, QSA_DB_READ_WRITE);
  exec (fixture->db, "PRAGMA journal_mode = WAL;"
                     "CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;"
                     "INSERT INTO t VALUES (1, 'أ'), (2, 'ب'), (3, 'ج');");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->db, qsa_db_close);
  g_free (fixture->path);
  qsa_test_dir_free (fixture->dir);
}

static void
test_statement (Fixture *fixture, gconstpointer data)
{
  static const char sql[] = "SELECT text FROM t WHERE id >= ?1 ORDER BY id";
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *statement = qsa_db_statement (fixture->db, sql, &error);
  sqlite3_stmt *again = NULL;

  sqlite3_bind_int (statement, 1, 2);
  g_assert_cmpint (qsa_db_step (fixture->db, statement, &error), ==, QSA_STEP_ROW);
  g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, "ب");

  /* Asked for anew: the same one, from the start and with nothing bound. */
  again = qsa_db_statement (fixture->db, sql, &error);
  g_assert_true (again == statement);
  g_assert_cmpint (qsa_db_step (fixture->db, again, &error), ==, QSA_STEP_DONE);
  g_assert_no_error (error);
  g_assert_null (qsa_db_statement (fixture->db, "SELECT nothing FROM nowhere", &error));
  g_assert_error (error, QSA_ERROR, QSA_ERROR_STORE);
}

static void
test_end_request (Fixture *fixture, gconstpointer data)
{
  static const char sql[] = "SELECT text FROM t";
  g_autoptr (GError) error = NULL;
  g_autoptr (QsaDb) reader = open_db (fixture->path, QSA_DB_READ_ONLY);
  sqlite3_stmt *statement = qsa_db_statement (reader, sql, &error);

  g_assert_cmpint (qsa_db_step (reader, statement, &error), ==, QSA_STEP_ROW);
  exec (fixture->db, "INSERT INTO t VALUES (4, 'د')");
  /* The statement holds its snapshot … */
  g_assert_cmpint (query (reader, "SELECT count(*) FROM t"), ==, 3);
  /* … until the request ends; a transaction that was left open goes as well. */
  qsa_db_end_request (reader);
  g_assert_cmpint (query (reader, "SELECT count(*) FROM t"), ==, 4);
  g_assert_true (qsa_db_begin_read (reader, &error));
  qsa_db_end_request (reader);
  g_assert_true (sqlite3_get_autocommit (qsa_db_get_handle (reader)));
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  static const QsaDbMode modes[] = { QSA_DB_READ_ONLY, QSA_DB_QUERY_ONLY };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autoptr (QsaDb) db = open_db (fixture->path, modes[i]);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (query (db, "SELECT count(*) FROM t"), ==, 3);
      g_assert_false (qsa_db_exec (db, "DELETE FROM t", &error));
      g_assert_error (error, QSA_ERROR, QSA_ERROR_READ_ONLY);
    }
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = qsa_test_dir_write (fixture->dir, "junk.db",
                                              "SQLite format 3 or so", -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (QsaDb) db = qsa_db_open (path, QSA_DB_READ_ONLY, &error);
  gint64 value = 0;

  if (db != NULL)
    g_assert_false (qsa_db_query_int64 (db, "PRAGMA user_version", &value, &error));
  g_assert_error (error, QSA_ERROR, QSA_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "junk.db"));
}

/* ---- stopping ---- */

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (50 * 1000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);
  gint64 value = 0;

  qsa_db_set_cancellable (fixture->db, cancellable);
  g_assert_false (qsa_db_query_int64 (fixture->db, endless_sql, &value, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
  qsa_db_end_request (fixture->db);
  g_assert_cmpint (query (fixture->db, "SELECT count(*) FROM t"), ==, 3);
}

/* In the middle of a write: all of the transaction is gone. */
static void
test_cancel_write (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);

  g_assert_true (qsa_db_begin_write (fixture->db, &error));
  exec (fixture->db, "INSERT INTO t VALUES (4, 'د')");
  qsa_db_set_cancellable (fixture->db, cancellable);
  g_assert_false (qsa_db_exec (
      fixture->db,
      "WITH RECURSIVE n (i) AS (SELECT 5 UNION ALL SELECT i + 1 FROM n LIMIT 100000000)"
      " INSERT INTO t SELECT i, 'و' FROM n",
      &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
  qsa_db_end_request (fixture->db);
  g_assert_cmpint (query (fixture->db, "SELECT count(*) FROM t"), ==, 3);
}

static gpointer
interrupt_soon (gpointer db)
{
  g_usleep (50 * 1000);
  qsa_db_interrupt (db);
  return NULL;
}

static void
test_interrupt (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("interrupt", interrupt_soon, fixture->db);
  gint64 value = 0;

  g_assert_false (qsa_db_query_int64 (fixture->db, endless_sql, &value, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/store/db/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("statement", test_statement);
  ADD ("end-request", test_end_request);
  ADD ("read-only", test_read_only);
  ADD ("damaged", test_damaged);
  ADD ("cancel", test_cancel);
  ADD ("cancel-write", test_cancel_write);
  ADD ("interrupt", test_interrupt);
#undef ADD
  return g_test_run ();
}
