/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* Internal to store. One SQLite connection, used by one thread at a time; opened with the
 * tokenizer and the auxiliary functions registered. Statements are prepared once per SQL text. */
typedef struct _QsaDb QsaDb;

typedef enum
{
  QSA_DB_READ_WRITE,
  QSA_DB_READ_ONLY,
  QSA_DB_IMMUTABLE, /* read-only media, only when there is no -wal beside it */
} QsaDbMode;

QsaDb *qsa_db_open (const char *path, QsaDbMode mode, GError **error);
void qsa_db_close (QsaDb *db);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaDb, qsa_db_close)

sqlite3 *qsa_db_get_handle (QsaDb *db);

/* A prepared statement, cached by @sql's address (pass string constants only), reset and with
 * bindings cleared; borrowed. NULL with @error. */
sqlite3_stmt *qsa_db_statement (QsaDb *db, const char *sql, GError **error);

typedef enum
{
  QSA_STEP_ROW,
  QSA_STEP_DONE,
  QSA_STEP_ERROR,
} QsaStep;
/* Errors carry the right QSA_ERROR code, or G_IO_ERROR_CANCELLED when interrupted. */
QsaStep qsa_db_step (QsaDb *db, sqlite3_stmt *statement, GError **error);

gboolean qsa_db_exec (QsaDb *db, const char *sql, GError **error);

/* While set (NULL to unset), running statements stop soon after @cancellable is cancelled. */
void qsa_db_set_cancellable (QsaDb *db, GCancellable *cancellable);

/* Turns the connection's last error into @error. */
void qsa_db_take_error (QsaDb *db, const char *doing, GError **error);

G_END_DECLS
