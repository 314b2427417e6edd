/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-index-care.h"

#include "qsa-fts.h"
#include "qsa-term-table.h"

#define QSA_INDEX_CARE_SLICE_US (100 * G_TIME_SPAN_MILLISECOND)
/* Pages written by one merge command; a few milliseconds. */
#define QSA_INDEX_CARE_PAGES "64"

static const char qsa_index_care_table[] =
    "CREATE VIRTUAL TABLE " QSA_FTS_TABLE " USING fts5 (title, standfirst, body,"
    "  content='article_content', content_rowid='id', tokenize='qusasat', detail=full)";

#define SETTING(name, value)                                                           \
  "INSERT INTO " QSA_FTS_TABLE " (" QSA_FTS_TABLE ", rank) VALUES ('" name "', " value \
  ");"
/* hashsize: one transaction's words fit into memory and are written as one segment. automerge,
 * crisismerge: an import's small segments are merged sixteen at a time and in small steps; four at a
 * time costs half as much again, and a crisis merge would hold the lock for seconds. */
static const char qsa_index_care_settings[] = SETTING ("hashsize", "16777216")
    SETTING ("automerge", "16") SETTING ("crisismerge", "64");

gboolean
qsa_index_care_create (QsaDb *db, GError **error)
{
  return qsa_db_exec (db, qsa_index_care_table, error)
         && qsa_db_exec (db, qsa_index_care_settings, error);
}

static gboolean
qsa_index_care_merge (QsaDb *db, gboolean *finished, GError **error)
{
  static const char sql[] = "INSERT INTO " QSA_FTS_TABLE " (" QSA_FTS_TABLE
                            ", rank) VALUES ('merge', " QSA_INDEX_CARE_PAGES ")";
  sqlite3 *handle = qsa_db_get_handle (db);
  gint64 deadline_us = g_get_monotonic_time () + QSA_INDEX_CARE_SLICE_US;

  while (!*finished && g_get_monotonic_time () < deadline_us)
    {
      int changes = sqlite3_total_changes (handle);
      sqlite3_stmt *statement = qsa_db_statement (db, sql, error);

      if (statement == NULL || !qsa_db_run (db, statement, error))
        return FALSE;
      /* As FTS5 documents: a difference under two means that there was nothing to merge. */
      *finished = sqlite3_total_changes (handle) - changes < 2;
    }
  return TRUE;
}

static gboolean
qsa_index_care_fold (QsaDb *db, GError **error)
{
  if (qsa_db_begin_write (db, error) && qsa_term_table_fold_some (db, error)
      && qsa_db_commit (db, error))
    return TRUE;
  qsa_db_rollback (db);
  return FALSE;
}

gboolean
qsa_index_care_fold_when (QsaDb *db, gint64 at_least_bytes, gboolean *folded,
                          GError **error)
{
  gint64 pending_bytes = 0;

  g_return_val_if_fail (db != NULL && folded != NULL, FALSE);

  *folded = FALSE;
  if (!qsa_term_table_measure_pending (db, &pending_bytes, error))
    return FALSE;
  if (pending_bytes < MAX (at_least_bytes, 1))
    return TRUE;
  *folded = TRUE;
  return qsa_index_care_fold (db, error);
}

gboolean
qsa_index_care_do_some (QsaDb *db, gboolean *finished, GError **error)
{
  gint64 pending_bytes = 0;

  g_return_val_if_fail (db != NULL && finished != NULL, FALSE);

  *finished = FALSE;
  if (!qsa_term_table_measure_pending (db, &pending_bytes, error))
    return FALSE;
  return pending_bytes > 0 ? qsa_term_table_fold_some (db, error)
                           : qsa_index_care_merge (db, finished, error);
}

gboolean
qsa_index_care_check (QsaDb *db, GError **error)
{
  g_return_val_if_fail (db != NULL, FALSE);

  return qsa_db_exec (db,
                      "INSERT INTO " QSA_FTS_TABLE " (" QSA_FTS_TABLE
                      ", rank) VALUES ('integrity-check', 1)",
                      error);
}
