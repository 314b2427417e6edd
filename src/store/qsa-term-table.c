/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-term-table.h"

#include <string.h>

static const char qsa_term_table_upsert[] =
    "INSERT INTO term (term, articles) VALUES (?1, ?2)"
    " ON CONFLICT (term) DO UPDATE SET articles = articles + excluded.articles";
static const char qsa_term_table_forget[] =
    "DELETE FROM term WHERE term = ?1 AND articles <= 0";

static int
qsa_term_table_compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
qsa_term_table_change_one (QsaDb *db, const char *word, int articles, GError **error)
{
  sqlite3_stmt *upsert = qsa_db_statement (db, qsa_term_table_upsert, error);
  sqlite3_stmt *forget = NULL;

  if (upsert == NULL)
    return FALSE;
  sqlite3_bind_text (upsert, 1, word, -1, SQLITE_STATIC);
  sqlite3_bind_int (upsert, 2, articles);
  if (!qsa_db_run (db, upsert, error))
    return FALSE;
  if (articles > 0)
    return TRUE;
  forget = qsa_db_statement (db, qsa_term_table_forget, error);
  if (forget == NULL)
    return FALSE;
  sqlite3_bind_text (forget, 1, word, -1, SQLITE_STATIC);
  return qsa_db_run (db, forget, error);
}

gboolean
qsa_term_table_change (QsaDb *db, GHashTable *changes, GError **error)
{
  g_autofree const char **words = NULL;
  guint n_words = 0;

  g_return_val_if_fail (db != NULL && changes != NULL, FALSE);

  /* In the order of the tree: each of its pages is visited once. */
  words = (const char **) g_hash_table_get_keys_as_array (changes, &n_words);
  qsort (words, n_words, sizeof *words, qsa_term_table_compare);
  for (guint i = 0; i < n_words; i++)
    {
      int articles = GPOINTER_TO_INT (g_hash_table_lookup (changes, words[i]));

      if (articles != 0 && !qsa_term_table_change_one (db, words[i], articles, error))
        return FALSE;
    }
  return TRUE;
}
