/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-columns.h"

#include <string.h>

#include "qsa-column-row.h"
#include "qsa-radix.h"


/* The index holds every field that is loaded, in a fifth of the table's bytes; the planner would
 * take the table for the sake of its order. */
static const char load_sql[] = QSA_COLUMN_ROW_FIELDS
    "INDEXED BY article_columns WHERE state = 0 ORDER BY id";
static const char load_one_sql[] = QSA_COLUMN_ROW_FIELDS "WHERE id = ?1 AND state = 0";

struct _QsaColumns
{
  gatomicrefcount references;
  guint32 max_id;
  guint32 max_outlet_id;
  guint32 max_bin;
  guint n_articles;
  guint64 n_words;
  QsaColumnRow *rows; /* max_id + 1 */
  guint32 *newest;    /* n_articles */
  QsaPosting *present;

  GMutex mutex;
  QsaLengths *lengths; /* under the mutex; NULL until somebody asks */
};

static QsaColumns *
qsa_columns_new (guint32 max_id)
{
  QsaColumns *columns = g_new0 (QsaColumns, 1);

  g_atomic_ref_count_init (&columns->references);
  g_mutex_init (&columns->mutex);
  columns->max_id = max_id;
  columns->rows = g_new0 (QsaColumnRow, (gsize) max_id + 1);
  return columns;
}

QsaColumns *
qsa_columns_ref (QsaColumns *columns)
{
  g_return_val_if_fail (columns != NULL, NULL);

  g_atomic_ref_count_inc (&columns->references);
  return columns;
}

void
qsa_columns_unref (QsaColumns *columns)
{
  g_return_if_fail (columns != NULL);

  if (!g_atomic_ref_count_dec (&columns->references))
    return;
  g_clear_pointer (&columns->present, qsa_posting_unref);
  g_clear_pointer (&columns->lengths, qsa_lengths_unref);
  g_mutex_clear (&columns->mutex);
  g_free (columns->rows);
  g_free (columns->newest);
  g_free (columns);
}

static gboolean
qsa_column_row_is_present (const QsaColumnRow *row)
{
  return (row->flags & QSA_COLUMN_PRESENT) != 0;
}

/* @sign -1 takes a row out of the sums. The largest outlet id and bin may only grow. */
static void
qsa_columns_add_to_sums (QsaColumns *columns, const QsaColumnRow *row, int sign)
{
  if (!qsa_column_row_is_present (row))
    return;
  columns->n_articles += (guint) sign;
  columns->n_words += (guint64) sign * row->words;
  columns->max_outlet_id = MAX (columns->max_outlet_id, row->outlet_id);
  columns->max_bin = MAX (columns->max_bin, row->bin);
}

static void
qsa_columns_collect_present (QsaColumns *columns)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (guint32), columns->n_articles);

  for (guint32 id = 1; id <= columns->max_id; id++)
    if (qsa_column_row_is_present (&columns->rows[id]))
      g_array_append_val (ids, id);
  columns->present = qsa_posting_new_from_ids (ids, columns->max_id);
}

/* The smallest key for the newest; 0 (undated) becomes the largest. */
static guint64
qsa_columns_sort_key (const QsaColumnRow *row)
{
  const guint64 largest = (G_GUINT64_CONSTANT (1) << QSA_COLUMN_DATE_BITS) - 1;

  return largest - qsa_column_row_get_date_key (row);
}

static void
qsa_columns_sort (QsaColumns *columns)
{
  g_autofree QsaKeyedId *items = g_new (QsaKeyedId, MAX (columns->n_articles, 1));
  gsize n = 0;

  /* From the largest id down: the sort is stable. */
  for (guint32 id = columns->max_id; id >= 1; id--)
    if (qsa_column_row_is_present (&columns->rows[id]))
      items[n++] = (QsaKeyedId){ qsa_columns_sort_key (&columns->rows[id]), id };
  g_assert (n == columns->n_articles);

  qsa_radix_sort (items, n, QSA_COLUMN_DATE_BITS);
  columns->newest = g_new (guint32, MAX (n, 1));
  for (gsize i = 0; i < n; i++)
    columns->newest[i] = items[i].id;
}

static gboolean
qsa_columns_query_max_id (QsaDb *db, guint32 *max_id, GError **error)
{
  sqlite3_stmt *statement = qsa_db_statement (db, "SELECT max(id) FROM article", error);
  sqlite3_int64 value;

  if (statement == NULL || qsa_db_step (db, statement, error) == QSA_STEP_ERROR)
    return FALSE;
  value = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  *max_id = (guint32) CLAMP (value, 0, G_MAXINT32);
  return TRUE;
}

static gboolean
qsa_columns_read_rows (QsaColumns *columns, QsaDb *db, GError **error)
{
  sqlite3_stmt *statement = qsa_db_statement (db, load_sql, error);
  g_autofree QsaColumnCalendar *calendar = g_new0 (QsaColumnCalendar, 1);
  QsaStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = qsa_db_step (db, statement, error)) == QSA_STEP_ROW)
    {
      sqlite3_int64 id = sqlite3_column_int64 (statement, 0);

      /* A row that came after max(id) was asked for is announced as a change. */
      if (id >= 1 && id <= columns->max_id)
        {
          columns->rows[id] = qsa_column_row_read (statement, calendar);
          qsa_columns_add_to_sums (columns, &columns->rows[id], 1);
        }
    }
  sqlite3_reset (statement);
  return step == QSA_STEP_DONE;
}

QsaColumns *
qsa_columns_load (QsaDb *db, GCancellable *cancellable, GError **error)
{
  g_autoptr (QsaColumns) columns = NULL;
  guint32 max_id;
  gboolean loaded;

  g_return_val_if_fail (db != NULL, NULL);

  if (!qsa_columns_query_max_id (db, &max_id, error))
    return NULL;
  columns = qsa_columns_new (max_id);
  qsa_db_set_cancellable (db, cancellable);
  loaded = qsa_columns_read_rows (columns, db, error);
  qsa_db_set_cancellable (db, NULL);
  if (!loaded)
    return NULL;
  qsa_columns_sort (columns);
  qsa_columns_collect_present (columns);
  return g_steal_pointer (&columns);
}

static int
qsa_columns_compare_ids (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;

  return left < right ? 1 : left > right ? -1 : 0;
}

/* @ids descending and unique, without 0. */
static GArray *
qsa_columns_tidy_ids (GArray *ids)
{
  g_autoptr (GArray) sorted = g_array_copy (ids);
  guint n = 0;

  g_array_sort (sorted, qsa_columns_compare_ids);
  for (guint i = 0; i < sorted->len; i++)
    {
      guint32 id = g_array_index (sorted, guint32, i);

      if (id != 0 && (n == 0 || g_array_index (sorted, guint32, n - 1) != id))
        g_array_index (sorted, guint32, n++) = id;
    }
  g_array_set_size (sorted, n);
  return g_steal_pointer (&sorted);
}

static gboolean
qsa_columns_read_one (QsaColumns *columns, QsaDb *db, guint32 id,
                      QsaColumnCalendar *calendar, GError **error)
{
  sqlite3_stmt *statement = qsa_db_statement (db, load_one_sql, error);
  QsaStep step;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  step = qsa_db_step (db, statement, error);
  if (step == QSA_STEP_ERROR)
    return FALSE;
  qsa_columns_add_to_sums (columns, &columns->rows[id], -1);
  columns->rows[id] = step == QSA_STEP_ROW ? qsa_column_row_read (statement, calendar)
                                           : (QsaColumnRow){ 0 };
  qsa_columns_add_to_sums (columns, &columns->rows[id], 1);
  sqlite3_reset (statement);
  return TRUE;
}

/* The changed articles that are there, in newest order. */
static GArray *
qsa_columns_order_changed (QsaColumns *columns, GArray *ids)
{
  g_autoptr (GArray)
      items = g_array_sized_new (FALSE, FALSE, sizeof (QsaKeyedId), ids->len);

  for (guint i = 0; i < ids->len; i++)
    {
      guint32 id = g_array_index (ids, guint32, i);
      const QsaColumnRow *row = &columns->rows[id];
      QsaKeyedId item = { qsa_columns_sort_key (row), id };

      if (qsa_column_row_is_present (row))
        g_array_append_val (items, item);
    }
  qsa_radix_sort ((QsaKeyedId *) items->data, items->len, QSA_COLUMN_DATE_BITS);
  return g_steal_pointer (&items);
}

static gboolean
qsa_columns_comes_before (QsaColumns *columns, const QsaKeyedId *item, guint32 id)
{
  guint64 key = qsa_columns_sort_key (&columns->rows[id]);

  return item->key < key || (item->key == key && item->id > id);
}

/* old permutation, without the changed ids + the changed ones, ordered -> new permutation */
static void
qsa_columns_merge (QsaColumns *columns, QsaColumns *old, GArray *ids)
{
  g_autoptr (GArray) items = qsa_columns_order_changed (columns, ids);
  g_autofree guint8 *changed = g_new0 (guint8, (gsize) columns->max_id + 1);
  guint next = 0, n = 0;

  for (guint i = 0; i < ids->len; i++)
    changed[g_array_index (ids, guint32, i)] = TRUE;
  columns->newest = g_new (guint32, (gsize) old->n_articles + items->len + 1);
  for (guint i = 0; i < old->n_articles; i++)
    {
      guint32 id = old->newest[i];

      if (changed[id])
        continue;
      while (next < items->len
             && qsa_columns_comes_before (columns,
                                          &g_array_index (items, QsaKeyedId, next), id))
        columns->newest[n++] = g_array_index (items, QsaKeyedId, next++).id;
      columns->newest[n++] = id;
    }
  while (next < items->len)
    columns->newest[n++] = g_array_index (items, QsaKeyedId, next++).id;
  g_assert (n == columns->n_articles);
}

static gboolean
qsa_columns_apply_lengths (QsaColumns *columns, QsaColumns *old, QsaDb *db, GArray *ids,
                           GError **error)
{
  g_autoptr (QsaLengths) lengths = NULL;

  g_mutex_lock (&old->mutex);
  lengths = old->lengths != NULL ? qsa_lengths_ref (old->lengths) : NULL;
  g_mutex_unlock (&old->mutex);
  if (lengths == NULL)
    return TRUE;
  columns->lengths = qsa_lengths_apply (lengths, db, columns->max_id, ids, error);
  return columns->lengths != NULL;
}

QsaColumns *
qsa_columns_apply (QsaColumns *columns, QsaDb *db, GArray *ids, GError **error)
{
  g_autoptr (QsaColumns) next = NULL;
  g_autoptr (GArray) changed = NULL;
  g_autofree QsaColumnCalendar *calendar = g_new0 (QsaColumnCalendar, 1);
  guint32 max_id;

  g_return_val_if_fail (columns != NULL && db != NULL && ids != NULL, NULL);

  changed = qsa_columns_tidy_ids (ids);
  max_id = columns->max_id;
  if (changed->len > 0)
    max_id = MAX (max_id, g_array_index (changed, guint32, 0));
  next = qsa_columns_new (max_id);
  next->max_outlet_id = columns->max_outlet_id;
  next->max_bin = columns->max_bin;
  next->n_articles = columns->n_articles;
  next->n_words = columns->n_words;
  memcpy (next->rows, columns->rows,
          ((gsize) columns->max_id + 1) * sizeof (QsaColumnRow));
  for (guint i = 0; i < changed->len; i++)
    if (!qsa_columns_read_one (next, db, g_array_index (changed, guint32, i), calendar,
                               error))
      return NULL;
  qsa_columns_merge (next, columns, changed);
  qsa_columns_collect_present (next);
  return qsa_columns_apply_lengths (next, columns, db, changed, error)
             ? g_steal_pointer (&next)
             : NULL;
}

guint32
qsa_columns_get_max_id (QsaColumns *columns)
{
  g_return_val_if_fail (columns != NULL, 0);

  return columns->max_id;
}

guint32
qsa_columns_get_max_outlet_id (QsaColumns *columns)
{
  g_return_val_if_fail (columns != NULL, 0);

  return columns->max_outlet_id;
}

guint
qsa_columns_get_n_articles (QsaColumns *columns)
{
  g_return_val_if_fail (columns != NULL, 0);

  return columns->n_articles;
}

guint64
qsa_columns_get_n_words (QsaColumns *columns)
{
  g_return_val_if_fail (columns != NULL, 0);

  return columns->n_words;
}

guint
qsa_columns_get_n_bins (QsaColumns *columns)
{
  g_return_val_if_fail (columns != NULL, 1);

  return columns->max_bin + 1;
}

QsaPosting *
qsa_columns_get_present (QsaColumns *columns)
{
  g_return_val_if_fail (columns != NULL, NULL);

  return columns->present;
}

/* Two threads that ask first may both read; one's is kept. */
QsaLengths *
qsa_columns_dup_lengths (QsaColumns *columns, QsaDb *db, GError **error)
{
  g_autoptr (QsaLengths) lengths = NULL;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (columns != NULL && db != NULL, NULL);

  locker = g_mutex_locker_new (&columns->mutex);
  if (columns->lengths != NULL)
    return qsa_lengths_ref (columns->lengths);
  g_clear_pointer (&locker, g_mutex_locker_free);
  lengths = qsa_lengths_load (db, columns->max_id, error);
  if (lengths == NULL)
    return NULL;
  locker = g_mutex_locker_new (&columns->mutex);
  if (columns->lengths == NULL)
    columns->lengths = qsa_lengths_ref (lengths);
  return g_steal_pointer (&lengths);
}

const QsaColumnRow *
qsa_columns_get_rows (QsaColumns *columns)
{
  g_return_val_if_fail (columns != NULL, NULL);

  return columns->rows;
}

const guint32 *
qsa_columns_get_newest (QsaColumns *columns)
{
  g_return_val_if_fail (columns != NULL, NULL);

  return columns->newest;
}
