/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-history-table.h"

#include <string.h>

#include "qsa-article-table.h"
#include "qsa-text-util.h"

/* Nobody looks for a pasted page in a list of earlier searches. */
#define QSA_HISTORY_MAX_BYTES 2000

static const char qsa_history_table_select[] =
    "SELECT query FROM search_history ORDER BY used_at DESC, query LIMIT ?1";
/* Never the same time twice: what was asked last is first, also within a second. */
static const char qsa_history_table_upsert[] =
    "INSERT INTO search_history (query, used_at) VALUES (?1,"
    "  max (unixepoch (), ifnull ((SELECT max (used_at) + 1 FROM search_history), 0)))"
    " ON CONFLICT (query) DO UPDATE SET used_at = excluded.used_at";
static const char qsa_history_table_prune[] =
    "DELETE FROM search_history WHERE query IN"
    " (SELECT query FROM search_history ORDER BY used_at DESC, query LIMIT -1 OFFSET ?1)";
static const char qsa_history_table_delete[] = "DELETE FROM search_history";

char *
qsa_history_table_normalize (const char *query)
{
  g_autofree char *line = NULL;
  g_autofree char *squeezed = NULL;

  g_return_val_if_fail (query != NULL, NULL);

  if (strnlen (query, QSA_HISTORY_MAX_BYTES + 1) > QSA_HISTORY_MAX_BYTES
      || !g_utf8_validate (query, -1, NULL))
    return NULL;
  line = g_strdelimit (g_strdup (query), "\n\r\t", ' ');
  squeezed = qsa_text_squeeze (line, -1);
  return squeezed[0] != '\0' ? g_steal_pointer (&squeezed) : NULL;
}

GPtrArray *
qsa_history_table_load (QsaDb *db, GError **error)
{
  g_autoptr (GPtrArray) queries = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement = NULL;
  QsaStep step;

  g_return_val_if_fail (db != NULL, NULL);

  statement = qsa_db_statement (db, qsa_history_table_select, error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int (statement, 1, QSA_HISTORY_MAX);
  while ((step = qsa_db_step (db, statement, error)) == QSA_STEP_ROW)
    {
      g_autofree char *query = qsa_column_dup_string (statement, 0);

      if (query != NULL && g_utf8_validate (query, -1, NULL))
        g_ptr_array_add (queries, g_steal_pointer (&query));
    }
  return step == QSA_STEP_DONE ? g_steal_pointer (&queries) : NULL;
}

gboolean
qsa_history_table_add (QsaDb *db, const char *query, GError **error)
{
  sqlite3_stmt *statement = NULL;

  g_return_val_if_fail (db != NULL && query != NULL, FALSE);

  statement = qsa_db_statement (db, qsa_history_table_upsert, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, query, -1, SQLITE_STATIC);
  if (!qsa_db_run (db, statement, error))
    return FALSE;
  statement = qsa_db_statement (db, qsa_history_table_prune, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int (statement, 1, QSA_HISTORY_MAX);
  return qsa_db_run (db, statement, error);
}

gboolean
qsa_history_table_clear (QsaDb *db, GError **error)
{
  sqlite3_stmt *statement = NULL;

  g_return_val_if_fail (db != NULL, FALSE);

  statement = qsa_db_statement (db, qsa_history_table_delete, error);
  return statement != NULL && qsa_db_run (db, statement, error);
}
