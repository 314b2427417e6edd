/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* For statements that are not cached. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

/* Internal to store. One SQLite connection, opened and used on one thread (asserted), with the
 * tokenizer and the auxiliary functions registered. Statements are prepared once per SQL text. */
typedef struct _QsaDb QsaDb;

typedef enum
{
  QSA_DB_READ_WRITE, /* made when missing: the caller has looked before */
  QSA_DB_READ_ONLY,
  QSA_DB_QUERY_ONLY, /* never writes either, but takes away its own -wal when it is the last to go:
                        a read-only handle leaves one behind. For files that could be written */
  QSA_DB_IMMUTABLE, /* read-only media, only when there is no -wal beside it */
} QsaDbMode;

QsaDb *qsa_db_open (const char *path, QsaDbMode mode, GError **error);
void qsa_db_close (QsaDb *db);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaDb, qsa_db_close)

sqlite3 *qsa_db_get_handle (QsaDb *db);
/* The file's name for messages; borrowed. */
const char *qsa_db_get_display_name (QsaDb *db);

/* A prepared statement, cached by @sql's address (pass string constants only), reset and with
 * bindings cleared; borrowed. NULL with @error. */
sqlite3_stmt *qsa_db_statement (QsaDb *db, const char *sql, GError **error);

typedef enum
{
  QSA_STEP_ROW,
  QSA_STEP_DONE,
  QSA_STEP_ERROR,
} QsaStep;
/* Errors carry the right QSA_ERROR code, or G_IO_ERROR_CANCELLED when interrupted. Done and failed
 * statements are reset. */
QsaStep qsa_db_step (QsaDb *db, sqlite3_stmt *statement, GError **error);

/* Steps a statement that answers no rows, to its end. */
gboolean qsa_db_run (QsaDb *db, sqlite3_stmt *statement, GError **error);

/* One or more statements that answer nothing of interest; not cached. */
gboolean qsa_db_exec (QsaDb *db, const char *sql, GError **error);

/* The first column of the first row of @sql (not cached); 0 when there is no row or it is NULL. */
gboolean qsa_db_query_int64 (QsaDb *db, const char *sql, gint64 *value, GError **error);

/* Transactions. Reading ones are deferred: the snapshot is that of the first statement. Rolling
 * back is also right when SQLite has already done so. */
gboolean qsa_db_begin_read (QsaDb *db, GError **error);
gboolean qsa_db_begin_write (QsaDb *db, GError **error);
gboolean qsa_db_commit (QsaDb *db, GError **error);
void qsa_db_rollback (QsaDb *db);

/* While set (NULL to unset; a reference is held), running statements and waits for a lock stop soon
 * after @cancellable is cancelled. */
void qsa_db_set_cancellable (QsaDb *db, GCancellable *cancellable);

/* The same, once @func answers TRUE; asked every millisecond or so on the connection's thread. NULL to
 * unset. */
typedef gboolean (*QsaDbStopFunc) (gpointer data);
void qsa_db_set_stop_func (QsaDb *db, QsaDbStopFunc func, gpointer data);

/* Resets what still runs, rolls back what is open, unsets the cancellable and the function: no read transaction
 * outlives its request. */
void qsa_db_end_request (QsaDb *db);

/* Any thread: whatever runs now or later on the connection is interrupted. For closing. */
void qsa_db_interrupt (QsaDb *db);

/* Turns the connection's last error into @error; @doing (untranslated) goes into messages about
 * unexpected failures. */
void qsa_db_take_error (QsaDb *db, const char *doing, GError **error);

G_END_DECLS
