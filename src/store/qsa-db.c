/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-db.h"

#include <errno.h>

#include <glib/gi18n-lib.h>

#include "qsa-error.h"
#include "qsa-fts.h"

#define QSA_DB_BUSY_TIMEOUT_US (10 * G_TIME_SPAN_SECOND)
/* Virtual machine steps between two looks at the cancellable: well under a millisecond. */
#define QSA_DB_PROGRESS_STEPS 2000

struct _QsaDb
{
  /* owned */
  sqlite3 *handle;
  char *display_name;
  GHashTable *statements; /* address of the SQL -> sqlite3_stmt */
  GCancellable *cancellable;

  /* borrowed */
  GThread *thread;
  QsaDbStopFunc stop_func;
  gpointer stop_data;

  gint64 busy_since_us;
  gint interrupted; /* atomic */
};

/* What last failed on one of the two files: SQLITE_FCNTL_FILE_POINTER or _JOURNAL_POINTER, which
 * is the -wal. */
static int
qsa_db_get_file_errno (QsaDb *db, int which)
{
  sqlite3_file *file = NULL;
  int file_errno = 0;

  if (db->handle != NULL
      && sqlite3_file_control (db->handle, "main", which, &file) == SQLITE_OK
      && file != NULL && file->pMethods != NULL)
    file->pMethods->xFileControl (file, SQLITE_FCNTL_LAST_ERRNO, &file_errno);
  return file_errno;
}

/* A file size limit or a quota is a full disk to the user, but SQLite knows ENOSPC only. Its
 * sqlite3_system_errno() is that of the rollback when a COMMIT fails; the files remember better. */
static gboolean
qsa_db_is_out_of_space (QsaDb *db, int code)
{
  const int errnos[] = { sqlite3_system_errno (db->handle),
                         qsa_db_get_file_errno (db, SQLITE_FCNTL_FILE_POINTER),
                         qsa_db_get_file_errno (db, SQLITE_FCNTL_JOURNAL_POINTER) };

  if ((code & 0xff) == SQLITE_FULL)
    return TRUE;
  if ((code & 0xff) != SQLITE_IOERR && (code & 0xff) != SQLITE_CANTOPEN)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (errnos); i++)
    {
      if (errnos[i] == ENOSPC || errnos[i] == EFBIG || errnos[i] == EDQUOT)
        return TRUE;
    }
  return FALSE;
}

static gboolean
qsa_db_should_stop (QsaDb *db)
{
  return g_atomic_int_get (&db->interrupted)
         || g_cancellable_is_cancelled (db->cancellable)
         || (db->stop_func != NULL && db->stop_func (db->stop_data));
}

static gboolean
qsa_db_is_cancelled (QsaDb *db, int code)
{
  return (code & 0xff) == SQLITE_INTERRUPT
         || ((code & 0xff) == SQLITE_BUSY && qsa_db_should_stop (db));
}

static void
qsa_db_set_error (QsaDb *db, int code, const char *message, const char *doing,
                  GError **error)
{
  const char *name = db->display_name;

  g_debug ("SQLite: %d %s (%s)", code, message, doing);
  if (qsa_db_is_cancelled (db, code))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                 _ ("The operation was cancelled."));
  else if (qsa_db_is_out_of_space (db, code))
    g_set_error (error, QSA_ERROR, QSA_ERROR_NO_SPACE,
                 _ ("There is no space left to write the library “%s”."), name);
  else
    switch (code & 0xff)
      {
      case SQLITE_READONLY:
      case SQLITE_PERM:
        g_set_error (error, QSA_ERROR, QSA_ERROR_READ_ONLY,
                     _ ("The library “%s” cannot be written."), name);
        break;
      case SQLITE_BUSY:
      case SQLITE_LOCKED:
        g_set_error (error, QSA_ERROR, QSA_ERROR_BUSY,
                     _ ("The library “%s” is in use by another program. "
                        "Try again in a moment."),
                     name);
        break;
      case SQLITE_CORRUPT:
      case SQLITE_NOTADB:
        g_set_error (error, QSA_ERROR, QSA_ERROR_DAMAGED,
                     _ ("The library “%s” is damaged."), name);
        break;
      default:
        g_set_error (
            error, QSA_ERROR, QSA_ERROR_STORE,
            /* Translators: the name of a file, and what SQLite says, in English */
            _ ("Something went wrong with the library “%s” that should not "
               "happen (SQLite: %s)."),
            name, message);
      }
}

void
qsa_db_take_error (QsaDb *db, const char *doing, GError **error)
{
  g_return_if_fail (db != NULL);

  qsa_db_set_error (db, sqlite3_extended_errcode (db->handle),
                    sqlite3_errmsg (db->handle), doing != NULL ? doing : "?", error);
}

static int
qsa_db_on_progress (void *data)
{
  return qsa_db_should_stop (data);
}

/* SQLite's own busy timeout cannot be cancelled. */
static int
qsa_db_on_busy (void *data, int attempts)
{
  static const guint8 waits_ms[] = { 1, 2, 5, 10, 15, 20, 25, 25, 25, 50 };
  QsaDb *db = data;

  if (attempts == 0)
    db->busy_since_us = g_get_monotonic_time ();
  if (qsa_db_should_stop (db)
      || g_get_monotonic_time () - db->busy_since_us > QSA_DB_BUSY_TIMEOUT_US)
    return 0;
  g_usleep (waits_ms[MIN (attempts, (int) G_N_ELEMENTS (waits_ms) - 1)] * 1000UL);
  return 1;
}

static char *
qsa_db_make_uri (const char *path, QsaDbMode mode, GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *uri = g_filename_to_uri (absolute, NULL, error);

  if (uri == NULL)
    return NULL;
  return g_strconcat (uri, mode == QSA_DB_IMMUTABLE ? "?immutable=1" : NULL, NULL);
}

static gboolean
qsa_db_open_handle (QsaDb *db, const char *path, QsaDbMode mode, GError **error)
{
  static const int open_flags[] = {
    [QSA_DB_READ_WRITE] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
    [QSA_DB_READ_ONLY] = SQLITE_OPEN_READONLY,
    [QSA_DB_QUERY_ONLY] = SQLITE_OPEN_READWRITE,
    [QSA_DB_IMMUTABLE] = SQLITE_OPEN_READONLY,
  };
  int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  g_autofree char *uri = NULL;

  g_assert (db->handle == NULL);

  flags |= open_flags[mode];
  uri = strcmp (path, ":memory:") == 0 ? g_strdup (path)
                                       : qsa_db_make_uri (path, mode, error);
  if (uri == NULL)
    return FALSE;
  if (sqlite3_open_v2 (uri, &db->handle, flags, NULL) != SQLITE_OK)
    {
      qsa_db_take_error (db, "open", error);
      return FALSE;
    }
  return TRUE;
}

static gboolean
qsa_db_configure (QsaDb *db, QsaDbMode mode, GError **error)
{
  sqlite3_busy_handler (db->handle, qsa_db_on_busy, db);
  sqlite3_progress_handler (db->handle, QSA_DB_PROGRESS_STEPS, qsa_db_on_progress, db);
  /* A library file may come from anybody: what its schema says is not trusted further than
   * needed. */
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  if (!qsa_fts_register (db->handle, error))
    return FALSE;
  return qsa_db_exec (
      db,
      mode == QSA_DB_READ_WRITE
          ? "PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;"
            "PRAGMA synchronous = NORMAL; PRAGMA secure_delete = OFF;"
            "PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 4000;"
            "PRAGMA journal_size_limit = 67108864;"
          : "PRAGMA query_only = ON; PRAGMA temp_store = MEMORY;"
            "PRAGMA cache_size = -16384;",
      error);
}

static void
qsa_db_finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

QsaDb *
qsa_db_open (const char *path, QsaDbMode mode, GError **error)
{
  g_autoptr (QsaDb) db = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  db = g_new0 (QsaDb, 1);
  db->thread = g_thread_self ();
  db->display_name = g_filename_display_name (path);
  db->statements = g_hash_table_new_full (NULL, NULL, NULL, qsa_db_finalize_statement);
  if (!qsa_db_open_handle (db, path, mode, error) || !qsa_db_configure (db, mode, error))
    return NULL;
  return g_steal_pointer (&db);
}

void
qsa_db_close (QsaDb *db)
{
  if (db == NULL)
    return;
  g_assert (db->thread == g_thread_self ());

  g_clear_pointer (&db->statements, g_hash_table_unref);
  /* With every statement gone only a backup could keep it open, and those are ours too. */
  if (sqlite3_close (db->handle) != SQLITE_OK)
    g_critical ("A connection to “%s” could not be closed.", db->display_name);
  g_clear_object (&db->cancellable);
  g_free (db->display_name);
  g_free (db);
}

sqlite3 *
qsa_db_get_handle (QsaDb *db)
{
  g_return_val_if_fail (db != NULL, NULL);
  g_assert (db->thread == g_thread_self ());

  return db->handle;
}

const char *
qsa_db_get_display_name (QsaDb *db)
{
  g_return_val_if_fail (db != NULL, NULL);

  return db->display_name;
}

sqlite3_stmt *
qsa_db_statement (QsaDb *db, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;

  g_return_val_if_fail (db != NULL && sql != NULL, NULL);
  g_assert (db->thread == g_thread_self ());

  statement = g_hash_table_lookup (db->statements, sql);
  if (statement != NULL)
    {
      sqlite3_reset (statement);
      sqlite3_clear_bindings (statement);
      return statement;
    }
  if (sqlite3_prepare_v3 (db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement,
                          NULL)
      != SQLITE_OK)
    {
      qsa_db_take_error (db, sql, error);
      return NULL;
    }
  g_hash_table_insert (db->statements, (gpointer) sql, statement);
  return statement;
}

QsaStep
qsa_db_step (QsaDb *db, sqlite3_stmt *statement, GError **error)
{
  int result;

  g_return_val_if_fail (db != NULL && statement != NULL, QSA_STEP_ERROR);
  g_assert (db->thread == g_thread_self ());

  result = sqlite3_step (statement);
  if (result == SQLITE_ROW)
    return QSA_STEP_ROW;
  if (result != SQLITE_DONE)
    qsa_db_set_error (db, result, sqlite3_errmsg (db->handle), sqlite3_sql (statement),
                      error);
  sqlite3_reset (statement);
  return result == SQLITE_DONE ? QSA_STEP_DONE : QSA_STEP_ERROR;
}

gboolean
qsa_db_run (QsaDb *db, sqlite3_stmt *statement, GError **error)
{
  QsaStep step;

  do
    step = qsa_db_step (db, statement, error);
  while (step == QSA_STEP_ROW);
  return step == QSA_STEP_DONE;
}

gboolean
qsa_db_exec (QsaDb *db, const char *sql, GError **error)
{
  g_return_val_if_fail (db != NULL && sql != NULL, FALSE);
  g_assert (db->thread == g_thread_self ());

  if (sqlite3_exec (db->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  qsa_db_take_error (db, sql, error);
  return FALSE;
}

gboolean
qsa_db_query_int64 (QsaDb *db, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  QsaStep step;

  g_return_val_if_fail (db != NULL && sql != NULL && value != NULL, FALSE);
  g_assert (db->thread == g_thread_self ());

  *value = 0;
  if (sqlite3_prepare_v2 (db->handle, sql, -1, &statement, NULL) != SQLITE_OK)
    {
      qsa_db_take_error (db, sql, error);
      return FALSE;
    }
  step = qsa_db_step (db, statement, error);
  if (step == QSA_STEP_ROW)
    *value = sqlite3_column_int64 (statement, 0);
  return step != QSA_STEP_ERROR;
}

gboolean
qsa_db_begin_read (QsaDb *db, GError **error)
{
  return qsa_db_exec (db, "BEGIN DEFERRED", error);
}

gboolean
qsa_db_begin_write (QsaDb *db, GError **error)
{
  return qsa_db_exec (db, "BEGIN IMMEDIATE", error);
}

gboolean
qsa_db_commit (QsaDb *db, GError **error)
{
  return qsa_db_exec (db, "COMMIT", error);
}

void
qsa_db_rollback (QsaDb *db)
{
  g_return_if_fail (db != NULL);
  g_assert (db->thread == g_thread_self ());

  if (!sqlite3_get_autocommit (db->handle))
    sqlite3_exec (db->handle, "ROLLBACK", NULL, NULL, NULL);
}

void
qsa_db_set_cancellable (QsaDb *db, GCancellable *cancellable)
{
  g_return_if_fail (db != NULL);
  g_assert (db->thread == g_thread_self ());

  g_set_object (&db->cancellable, cancellable);
}

void
qsa_db_set_stop_func (QsaDb *db, QsaDbStopFunc func, gpointer data)
{
  g_return_if_fail (db != NULL);
  g_assert (db->thread == g_thread_self ());

  db->stop_func = func;
  db->stop_data = data;
}

void
qsa_db_end_request (QsaDb *db)
{
  GHashTableIter iter;
  gpointer statement = NULL;

  g_return_if_fail (db != NULL);
  g_assert (db->thread == g_thread_self ());

  qsa_db_set_cancellable (db, NULL);
  qsa_db_set_stop_func (db, NULL, NULL);
  /* Not sqlite3_next_stmt(): that one also hands out the statements that belong to FTS5. */
  g_hash_table_iter_init (&iter, db->statements);
  while (g_hash_table_iter_next (&iter, NULL, &statement))
    sqlite3_reset (statement);
  qsa_db_rollback (db);
}

void
qsa_db_interrupt (QsaDb *db)
{
  g_return_if_fail (db != NULL);

  g_atomic_int_set (&db->interrupted, TRUE);
}
