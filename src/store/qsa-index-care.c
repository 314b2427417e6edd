/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-index-care.h"

#include "qsa-fts.h"

#define QSA_INDEX_CARE_SLICE_US (100 * G_TIME_SPAN_MILLISECOND)
/* Pages written by one merge command; a few milliseconds. */
#define QSA_INDEX_CARE_PAGES "64"

gboolean
qsa_index_care_configure (QsaDb *db, GError **error)
{
  return qsa_db_exec (db,
                      "INSERT INTO " QSA_FTS_TABLE " (" QSA_FTS_TABLE
                      ", rank) VALUES ('automerge', 4)",
                      error);
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

gboolean
qsa_index_care_merge_some (QsaDb *db, gboolean *finished, GError **error)
{
  g_return_val_if_fail (db != NULL && finished != NULL, FALSE);

  *finished = FALSE;
  return qsa_db_begin_write (db, error) && qsa_index_care_merge (db, finished, error)
         && qsa_db_commit (db, error);
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
