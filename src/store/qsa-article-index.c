/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-article-index.h"

#include "qsa-fts.h"
#include "qsa-term-table.h"

static const char qsa_article_index_delete[] =
    "INSERT INTO " QSA_FTS_TABLE " (" QSA_FTS_TABLE ", rowid, title, standfirst, body)"
    " SELECT 'delete', id, title, standfirst, body FROM article_content WHERE id = ?1";
static const char qsa_article_index_insert[] =
    "INSERT INTO " QSA_FTS_TABLE " (rowid, title, standfirst, body)"
    " SELECT id, title, standfirst, body FROM article_content WHERE id = ?1";

struct _QsaArticleIndex
{
  QsaDb *db;           /* borrowed */
  GHashTable *changes; /* word -> GINT_TO_POINTER: by how many articles more or less */
};

/* The vocabulary counted since the round began goes into the changes, and a new round begins. */
static void
qsa_article_index_end_round (QsaArticleIndex *index, int sign)
{
  g_autoptr (GHashTable) counts = qsa_fts_end_vocabulary_count (index->db);
  GHashTableIter iter;
  gpointer word = NULL, count = NULL;

  qsa_fts_begin_vocabulary_count (index->db);
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

static gboolean
qsa_article_index_run (QsaArticleIndex *index, const char *sql, gint64 id, GError **error)
{
  sqlite3_stmt *statement = qsa_db_statement (index->db, sql, error);

  if (statement == NULL)
    return FALSE;
  qsa_fts_vocabulary_next_article (index->db);
  sqlite3_bind_int64 (statement, 1, id);
  return qsa_db_run (index->db, statement, error);
}

static gboolean
qsa_article_index_take_out (QsaArticleIndex *index, gint64 id, GError **error)
{
  qsa_article_index_end_round (index, 1);
  if (!qsa_article_index_run (index, qsa_article_index_delete, id, error))
    return FALSE;
  qsa_article_index_end_round (index, -1);
  return TRUE;
}

gboolean
qsa_article_index_change (QsaArticleIndex *index, gint64 *id, QsaArticleWriteFunc write,
                          gpointer data, GError **error)
{
  g_return_val_if_fail (index != NULL && id != NULL && write != NULL, FALSE);
  g_return_val_if_fail (!sqlite3_get_autocommit (qsa_db_get_handle (index->db)), FALSE);

  if (*id != 0 && !qsa_article_index_take_out (index, *id, error))
    return FALSE;
  return write (index->db, id, data, error)
         && qsa_article_index_run (index, qsa_article_index_insert, *id, error);
}

gboolean
qsa_article_index_finish (QsaArticleIndex *index, GError **error)
{
  g_return_val_if_fail (index != NULL, FALSE);

  qsa_article_index_end_round (index, 1);
  return qsa_term_table_change (index->db, index->changes, error);
}
