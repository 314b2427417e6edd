/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-index-state.h"

static const char qsa_index_state_select[] =
    "SELECT (SELECT value FROM meta WHERE key = 'index_built'),"
    " (SELECT value FROM meta WHERE key = 'index_until')";
static const char qsa_index_state_upsert[] =
    "INSERT INTO meta (key, value) VALUES ('index_built', ?1), ('index_until', ?2)"
    " ON CONFLICT (key) DO UPDATE SET value = excluded.value";
static const char qsa_index_state_delete[] =
    "DELETE FROM meta WHERE key IN ('index_built', 'index_until')";

gboolean
qsa_index_state_read (QsaDb *db, QsaIndexState *state, GError **error)
{
  sqlite3_stmt *statement = NULL;

  g_return_val_if_fail (db != NULL && state != NULL, FALSE);

  statement = qsa_db_statement (db, qsa_index_state_select, error);
  if (statement == NULL || qsa_db_step (db, statement, error) != QSA_STEP_ROW)
    return FALSE;
  state->built = MAX (sqlite3_column_int64 (statement, 0), 0);
  state->until = MAX (sqlite3_column_int64 (statement, 1), 0);
  sqlite3_reset (statement);
  return TRUE;
}

gboolean
qsa_index_state_write (QsaDb *db, const QsaIndexState *state, GError **error)
{
  sqlite3_stmt *statement = NULL;

  g_return_val_if_fail (db != NULL && state != NULL, FALSE);

  statement = qsa_db_statement (db, qsa_index_state_upsert, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, state->built);
  sqlite3_bind_int64 (statement, 2, state->until);
  return qsa_db_run (db, statement, error);
}

gboolean
qsa_index_state_clear (QsaDb *db, GError **error)
{
  sqlite3_stmt *statement = NULL;

  g_return_val_if_fail (db != NULL, FALSE);

  statement = qsa_db_statement (db, qsa_index_state_delete, error);
  return statement != NULL && qsa_db_run (db, statement, error);
}

gboolean
qsa_index_state_is_waiting (const QsaIndexState *state, gint64 id)
{
  g_return_val_if_fail (state != NULL, FALSE);

  return id > state->built && id <= state->until;
}

guint
qsa_index_state_get_progress (const QsaIndexState *state)
{
  g_return_val_if_fail (state != NULL, 0);

  if (state->until == 0)
    return QSA_INDEX_STATE_WHOLE;
  return (guint) MIN ((double) state->built * QSA_INDEX_STATE_WHOLE
                          / (double) state->until,
                      QSA_INDEX_STATE_WHOLE - 1);
}
