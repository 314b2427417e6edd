/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-lengths.h"

#include <string.h>

#include "qsa-fts.h"

static const char load_sql[] = "SELECT id, sz FROM " QSA_FTS_TABLE
                               "_docsize WHERE id BETWEEN 1 AND ?1";
static const char load_one_sql[] = "SELECT id, sz FROM " QSA_FTS_TABLE
                                   "_docsize WHERE id = ?1";

struct _QsaLengths
{
  gatomicrefcount references;
  guint32 max_id;
  guint16 *words; /* max_id + 1 */
  guint n_indexed;
  guint64 n_words;
};

static QsaLengths *
qsa_lengths_new (guint32 max_id)
{
  QsaLengths *lengths = g_new0 (QsaLengths, 1);

  g_atomic_ref_count_init (&lengths->references);
  lengths->max_id = max_id;
  lengths->words = g_new0 (guint16, (gsize) max_id + 1);
  return lengths;
}

QsaLengths *
qsa_lengths_ref (QsaLengths *lengths)
{
  g_return_val_if_fail (lengths != NULL, NULL);

  g_atomic_ref_count_inc (&lengths->references);
  return lengths;
}

void
qsa_lengths_unref (QsaLengths *lengths)
{
  g_return_if_fail (lengths != NULL);

  if (!g_atomic_ref_count_dec (&lengths->references))
    return;
  g_free (lengths->words);
  g_free (lengths);
}

/* A varint for each column, the high groups of seven bits first. */
static guint
qsa_lengths_sum (const guint8 *sizes, int sizes_bytes)
{
  guint64 sum = 0, size = 0;

  for (int i = 0; i < sizes_bytes; i++)
    {
      size = size << 7 | (sizes[i] & 0x7f);
      if (sizes[i] >= 0x80)
        continue;
      sum += size;
      size = 0;
    }
  return (guint) MIN (sum, G_MAXUINT16);
}

static void
qsa_lengths_set (QsaLengths *lengths, guint32 id, guint words)
{
  lengths->n_indexed -= lengths->words[id] > 0;
  lengths->n_words -= lengths->words[id];
  lengths->words[id] = (guint16) words;
  lengths->n_indexed += words > 0;
  lengths->n_words += words;
}

/* Leaves out an article that has no row. */
static gboolean
qsa_lengths_read (QsaLengths *lengths, QsaDb *db, const char *sql, guint32 id,
                  GError **error)
{
  sqlite3_stmt *statement = qsa_db_statement (db, sql, error);
  QsaStep step;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  while ((step = qsa_db_step (db, statement, error)) == QSA_STEP_ROW)
    {
      const guint8 *sizes = sqlite3_column_blob (statement, 1);

      if (sizes != NULL)
        qsa_lengths_set (lengths, (guint32) sqlite3_column_int64 (statement, 0),
                         qsa_lengths_sum (sizes, sqlite3_column_bytes (statement, 1)));
    }
  return step == QSA_STEP_DONE;
}

QsaLengths *
qsa_lengths_load (QsaDb *db, guint32 max_id, GError **error)
{
  g_autoptr (QsaLengths) lengths = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  lengths = qsa_lengths_new (max_id);
  if (!qsa_lengths_read (lengths, db, load_sql, max_id, error))
    return NULL;
  return g_steal_pointer (&lengths);
}

QsaLengths *
qsa_lengths_apply (QsaLengths *lengths, QsaDb *db, guint32 max_id, GArray *ids,
                   GError **error)
{
  g_autoptr (QsaLengths) next = NULL;

  g_return_val_if_fail (lengths != NULL && db != NULL && ids != NULL, NULL);
  g_return_val_if_fail (max_id >= lengths->max_id, NULL);

  next = qsa_lengths_new (max_id);
  memcpy (next->words, lengths->words, ((gsize) lengths->max_id + 1) * sizeof (guint16));
  next->n_indexed = lengths->n_indexed;
  next->n_words = lengths->n_words;
  for (guint i = 0; i < ids->len; i++)
    {
      guint32 id = g_array_index (ids, guint32, i);

      qsa_lengths_set (next, id, 0);
      if (!qsa_lengths_read (next, db, load_one_sql, id, error))
        return NULL;
    }
  return g_steal_pointer (&next);
}

const guint16 *
qsa_lengths_get (QsaLengths *lengths)
{
  g_return_val_if_fail (lengths != NULL, NULL);

  return lengths->words;
}

double
qsa_lengths_get_average (QsaLengths *lengths)
{
  g_return_val_if_fail (lengths != NULL, 1);

  return lengths->n_words > 0 ? (double) lengths->n_words / lengths->n_indexed : 1;
}
