/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-term-table.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "qsa-error.h"
#include "qsa-light-stem.h"

#define QSA_TERM_TABLE_FOLD_US (100 * G_TIME_SPAN_MILLISECOND)

static const char qsa_term_table_insert_pending[] =
    "INSERT INTO term_pending (changes) VALUES (?1)";
static const char qsa_term_table_select_pending[] = "SELECT changes FROM term_pending";
static const char qsa_term_table_delete_pending[] = "DELETE FROM term_pending";
static const char qsa_term_table_upsert[] =
    "INSERT INTO term (term, articles, light_stem) VALUES (?1, ?2, ?3)"
    " ON CONFLICT (term) DO UPDATE SET articles = articles + excluded.articles";
static const char qsa_term_table_forget[] =
    "DELETE FROM term WHERE term = ?1 AND articles <= 0";

/* ---- pending rows: (change, zigzag varint · bytes of the word, varint · word)* ---- */

static void
qsa_term_table_append_number (GByteArray *row, guint32 number)
{
  guint8 bytes[5];
  guint n = 0;

  for (; number >= 0x80; number >>= 7)
    bytes[n++] = (guint8) (number | 0x80);
  bytes[n++] = (guint8) number;
  g_byte_array_append (row, bytes, n);
}

static gboolean
qsa_term_table_take_number (const guint8 **at, const guint8 *end, guint32 *number)
{
  *number = 0;
  for (guint shift = 0; *at < end && shift < 32; shift += 7)
    {
      guint8 byte = *(*at)++;

      *number |= (guint32) (byte & 0x7f) << shift;
      if (byte < 0x80)
        return TRUE;
    }
  return FALSE;
}

static GByteArray *
qsa_term_table_pack (GHashTable *changes)
{
  GByteArray *row = g_byte_array_sized_new (g_hash_table_size (changes) * 16);
  GHashTableIter iter;
  gpointer word = NULL, value = NULL;

  g_hash_table_iter_init (&iter, changes);
  while (g_hash_table_iter_next (&iter, &word, &value))
    {
      int change = GPOINTER_TO_INT (value);
      guint word_bytes = (guint) strlen (word);

      qsa_term_table_append_number (row,
                                    ((guint32) change << 1) ^ (guint32) (change >> 31));
      qsa_term_table_append_number (row, word_bytes);
      g_byte_array_append (row, word, word_bytes);
    }
  return row;
}

static void
qsa_term_table_add_to (GHashTable *sum, const char *word, gsize word_bytes, int change)
{
  g_autofree char *key = g_strndup (word, word_bytes);
  int before = GPOINTER_TO_INT (g_hash_table_lookup (sum, key));

  g_hash_table_replace (sum, g_steal_pointer (&key), GINT_TO_POINTER (before + change));
}

/* FALSE when the row is not as it was written. */
static gboolean
qsa_term_table_unpack (GHashTable *sum, const guint8 *at, gsize bytes)
{
  const guint8 *end = at + bytes;
  guint32 zigzag, word_bytes;

  while (at < end)
    {
      if (!qsa_term_table_take_number (&at, end, &zigzag)
          || !qsa_term_table_take_number (&at, end, &word_bytes)
          || word_bytes > (gsize) (end - at))
        return FALSE;
      qsa_term_table_add_to (sum, (const char *) at, word_bytes,
                             (int) (zigzag >> 1) ^ -(int) (zigzag & 1));
      at += word_bytes;
    }
  return TRUE;
}

gboolean
qsa_term_table_add_pending (QsaDb *db, GHashTable *changes, GError **error)
{
  g_autoptr (GByteArray) row = NULL;
  sqlite3_stmt *statement = NULL;

  g_return_val_if_fail (db != NULL && changes != NULL, FALSE);

  if (g_hash_table_size (changes) == 0)
    return TRUE;
  statement = qsa_db_statement (db, qsa_term_table_insert_pending, error);
  if (statement == NULL)
    return FALSE;
  row = qsa_term_table_pack (changes);
  sqlite3_bind_blob64 (statement, 1, row->data, row->len, SQLITE_STATIC);
  return qsa_db_run (db, statement, error);
}

static gboolean
qsa_term_table_sum_pending (QsaDb *db, GHashTable *sum, GError **error)
{
  sqlite3_stmt *statement = qsa_db_statement (db, qsa_term_table_select_pending, error);
  QsaStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = qsa_db_step (db, statement, error)) == QSA_STEP_ROW)
    {
      const guint8 *row = sqlite3_column_blob (statement, 0);

      if (!qsa_term_table_unpack (sum, row, (gsize) sqlite3_column_bytes (statement, 0)))
        {
          g_set_error (error, QSA_ERROR, QSA_ERROR_DAMAGED,
                       _ ("The library “%s” is damaged."), qsa_db_get_display_name (db));
          return FALSE;
        }
    }
  return step == QSA_STEP_DONE;
}

/* ---- folding ---- */

static gboolean
qsa_term_table_change_one (QsaDb *db, const char *word, int change, GError **error)
{
  sqlite3_stmt *upsert = qsa_db_statement (db, qsa_term_table_upsert, error);
  sqlite3_stmt *forget = NULL;
  g_autofree char *stem = NULL;

  if (upsert == NULL)
    return FALSE;
  stem = qsa_light_stem (word);
  sqlite3_bind_text (upsert, 1, word, -1, SQLITE_STATIC);
  sqlite3_bind_int (upsert, 2, change);
  sqlite3_bind_text (upsert, 3, stem, -1, SQLITE_STATIC);
  if (!qsa_db_run (db, upsert, error))
    return FALSE;
  if (change > 0)
    return TRUE;
  forget = qsa_db_statement (db, qsa_term_table_forget, error);
  if (forget == NULL)
    return FALSE;
  sqlite3_bind_text (forget, 1, word, -1, SQLITE_STATIC);
  return qsa_db_run (db, forget, error);
}

static int
qsa_term_table_compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Until @deadline_us, at least some; what was applied leaves @sum. */
static gboolean
qsa_term_table_apply (QsaDb *db, GHashTable *sum, gint64 deadline_us, GError **error)
{
  guint n_words = 0;
  g_autofree const char **words =
      (const char **) g_hash_table_get_keys_as_array (sum, &n_words);

  /* In the order of the tree: each of its pages is visited once. */
  qsort (words, n_words, sizeof *words, qsa_term_table_compare);
  for (guint i = 0; i < n_words; i++)
    {
      int change = GPOINTER_TO_INT (g_hash_table_lookup (sum, words[i]));

      if (change != 0 && !qsa_term_table_change_one (db, words[i], change, error))
        return FALSE;
      g_hash_table_remove (sum, words[i]);
      if (i % 256 == 255 && g_get_monotonic_time () >= deadline_us)
        break;
    }
  return TRUE;
}

static gboolean
qsa_term_table_fold_until (QsaDb *db, GHashTable *changes, gint64 deadline_us,
                           GError **error)
{
  g_autoptr (GHashTable)
      sum = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sqlite3_stmt *forget = NULL;
  GHashTableIter iter;
  gpointer word = NULL, change = NULL;

  if (changes != NULL)
    {
      g_hash_table_iter_init (&iter, changes);
      while (g_hash_table_iter_next (&iter, &word, &change))
        qsa_term_table_add_to (sum, word, strlen (word), GPOINTER_TO_INT (change));
    }
  if (!qsa_term_table_sum_pending (db, sum, error)
      || !qsa_term_table_apply (db, sum, deadline_us, error))
    return FALSE;
  forget = qsa_db_statement (db, qsa_term_table_delete_pending, error);
  return forget != NULL && qsa_db_run (db, forget, error)
         && qsa_term_table_add_pending (db, sum, error);
}

gboolean
qsa_term_table_fold (QsaDb *db, GHashTable *changes, GError **error)
{
  g_return_val_if_fail (db != NULL, FALSE);

  return qsa_term_table_fold_until (db, changes, G_MAXINT64, error);
}

gboolean
qsa_term_table_fold_some (QsaDb *db, GError **error)
{
  g_return_val_if_fail (db != NULL, FALSE);

  return qsa_term_table_fold_until (db, NULL,
                                    g_get_monotonic_time () + QSA_TERM_TABLE_FOLD_US,
                                    error);
}

gboolean
qsa_term_table_measure_pending (QsaDb *db, gint64 *pending_bytes, GError **error)
{
  g_return_val_if_fail (db != NULL && pending_bytes != NULL, FALSE);

  return qsa_db_query_int64 (db, "SELECT sum(length(changes)) FROM term_pending",
                             pending_bytes, error);
}
