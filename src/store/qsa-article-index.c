/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-article-index.h"

#include "qsa-article-table.h"
#include "qsa-fts.h"
#include "qsa-index-state.h"
#include "qsa-term-table.h"

static const char qsa_article_index_select[] =
    "SELECT title, standfirst, body FROM article_content WHERE id = ?1";
/* One row of values each, never INSERT … SELECT: that takes a savepoint, and at every savepoint FTS5
 * writes out what it holds in memory (half of the time of an import). The same holds for any other
 * statement of the transaction that writes more than one row or fires triggers. */
static const char qsa_article_index_delete[] =
    "INSERT INTO " QSA_FTS_TABLE " (" QSA_FTS_TABLE ", rowid, title, standfirst, body)"
    " VALUES ('delete', ?1, ?2, ?3, ?4)";
static const char qsa_article_index_insert[] =
    "INSERT INTO " QSA_FTS_TABLE
    " (rowid, title, standfirst, body) VALUES (?1, ?2, ?3, ?4)";

struct _QsaArticleIndex
{
  QsaDb *db;           /* borrowed */
  GHashTable *changes; /* word -> GINT_TO_POINTER: by how many articles more or less */
  gboolean used;
};

/* The vocabulary counted since the round began goes into the changes, and a new round begins. */
static void
qsa_article_index_end_round (QsaArticleIndex *index, int sign)
{
  g_autoptr (GHashTable) counts = qsa_fts_end_vocabulary_count (index->db);
  GHashTableIter iter;
  gpointer word = NULL, count = NULL;

  qsa_fts_begin_vocabulary_count (index->db);
  if (sign > 0 && g_hash_table_size (index->changes) == 0)
    {
      g_hash_table_unref (index->changes);
      index->changes = g_steal_pointer (&counts);
      return;
    }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &word, &count))
    {
      int before = GPOINTER_TO_INT (g_hash_table_lookup (index->changes, word));

      g_hash_table_iter_steal (&iter);
      g_hash_table_replace (index->changes, word,
                            GINT_TO_POINTER (before + sign * GPOINTER_TO_INT (count)));
    }
}

QsaArticleIndex *
qsa_article_index_new (QsaDb *db)
{
  QsaArticleIndex *index = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  index = g_new0 (QsaArticleIndex, 1);
  index->db = db;
  index->changes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  qsa_fts_begin_vocabulary_count (db);
  return index;
}

void
qsa_article_index_free (QsaArticleIndex *index)
{
  g_return_if_fail (index != NULL);

  g_hash_table_unref (qsa_fts_end_vocabulary_count (index->db));
  g_hash_table_unref (index->changes);
  g_free (index);
}

/* Passes the article's texts, as the view has them now, to the index. */
static gboolean
qsa_article_index_pass (QsaArticleIndex *index, const char *sql, gint64 id,
                        GError **error)
{
  sqlite3_stmt *select = qsa_db_statement (index->db, qsa_article_index_select, error);
  sqlite3_stmt *pass = select != NULL ? qsa_db_statement (index->db, sql, error) : NULL;
  QsaStep step;

  if (pass == NULL)
    return FALSE;
  sqlite3_bind_int64 (select, 1, id);
  step = qsa_db_step (index->db, select, error);
  if (step == QSA_STEP_DONE)
    qsa_article_table_set_not_found (id, error);
  if (step != QSA_STEP_ROW)
    return FALSE;
  qsa_fts_vocabulary_next_article (index->db);
  sqlite3_bind_int64 (pass, 1, id);
  for (int i = 0; i < 3; i++)
    sqlite3_bind_value (pass, 2 + i, sqlite3_column_value (select, i));
  sqlite3_reset (select);
  return qsa_db_run (index->db, pass, error);
}

/* Those that the index holds; those that still wait to be indexed come with what is written now. */
static gboolean
qsa_article_index_take_out (QsaArticleIndex *index, const gint64 *ids, guint n_ids,
                            const QsaIndexState *state, GError **error)
{
  gboolean any = FALSE;

  for (guint i = 0; i < n_ids; i++)
    any = any || ids[i] != 0;
  if (!any)
    return TRUE;
  qsa_article_index_end_round (index, 1);
  for (guint i = 0; i < n_ids; i++)
    if (ids[i] != 0 && !qsa_index_state_is_waiting (state, ids[i])
        && !qsa_article_index_pass (index, qsa_article_index_delete, ids[i], error))
      return FALSE;
  qsa_article_index_end_round (index, -1);
  return TRUE;
}

gboolean
qsa_article_index_add (QsaArticleIndex *index, const gint64 *ids, guint n_ids,
                       GError **error)
{
  g_return_val_if_fail (index != NULL && (ids != NULL || n_ids == 0), FALSE);

  index->used = TRUE;
  for (guint i = 0; i < n_ids; i++)
    if (!qsa_article_index_pass (index, qsa_article_index_insert, ids[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
qsa_article_index_put_in (QsaArticleIndex *index, const gint64 *ids, guint n_ids,
                          const QsaIndexState *state, GError **error)
{
  for (guint i = 0; i < n_ids; i++)
    if (!qsa_index_state_is_waiting (state, ids[i])
        && !qsa_article_index_add (index, &ids[i], 1, error))
      return FALSE;
  return TRUE;
}

gboolean
qsa_article_index_change (QsaArticleIndex *index, gint64 *ids, guint n_ids,
                          QsaArticleWriteFunc write, gpointer data, GError **error)
{
  QsaIndexState state = { 0 };

  g_return_val_if_fail (index != NULL && ids != NULL && write != NULL, FALSE);
  g_return_val_if_fail (!sqlite3_get_autocommit (qsa_db_get_handle (index->db)), FALSE);

  if (!qsa_index_state_read (index->db, &state, error)
      || !qsa_article_index_take_out (index, ids, n_ids, &state, error))
    return FALSE;
  for (guint i = 0; i < n_ids; i++)
    if (!write (index->db, i, &ids[i], data, error))
      return FALSE;
  return qsa_article_index_put_in (index, ids, n_ids, &state, error);
}

gboolean
qsa_article_index_finish (QsaArticleIndex *index, QsaArticleIndexTerms terms,
                          GError **error)
{
  g_return_val_if_fail (index != NULL, FALSE);

  if (!index->used)
    return TRUE;
  qsa_article_index_end_round (index, 1);
  return terms == QSA_ARTICLE_INDEX_TERMS_NOW
             ? qsa_term_table_fold (index->db, index->changes, error)
             : qsa_term_table_add_pending (index->db, index->changes, error);
}
