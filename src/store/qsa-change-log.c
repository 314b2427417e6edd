/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-change-log.h"

/* Enough for an edit of ten thousand scattered articles. */
#define QSA_CHANGE_LOG_ROWS "20000"

static const char qsa_change_log_insert[] =
    "INSERT INTO change (kinds, first_article, last_article) VALUES (?1, ?2, ?3)";
static const char qsa_change_log_prune[] =
    "DELETE FROM change WHERE id <= (SELECT max(id) FROM change) - " QSA_CHANGE_LOG_ROWS;
static const char qsa_change_log_since[] =
    "SELECT id, kinds, first_article, last_article FROM change WHERE id > ?1 ORDER BY id";
static const char qsa_change_log_last[] = "SELECT max(id) FROM change";

static gboolean
qsa_change_log_insert_range (QsaDb *db, guint kinds, gint64 first, gint64 last,
                             GError **error)
{
  sqlite3_stmt *statement = qsa_db_statement (db, qsa_change_log_insert, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, kinds);
  if (first > 0)
    {
      sqlite3_bind_int64 (statement, 2, first);
      sqlite3_bind_int64 (statement, 3, last);
    }
  return qsa_db_run (db, statement, error);
}

static int
qsa_change_log_compare (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

static gboolean
qsa_change_log_insert_ids (QsaDb *db, guint kinds, const gint64 *ids, guint n_ids,
                           GError **error)
{
  g_autoptr (GArray) sorted = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_ids);
  guint first = 0;

  g_array_append_vals (sorted, ids, n_ids);
  g_array_sort (sorted, qsa_change_log_compare);
  for (guint i = 1; i <= n_ids; i++)
    {
      const gint64 *at = &g_array_index (sorted, gint64, 0);

      if (i < n_ids && at[i] <= at[i - 1] + 1)
        continue;
      if (!qsa_change_log_insert_range (db, kinds, at[first], at[i - 1], error))
        return FALSE;
      first = i;
    }
  return TRUE;
}

gboolean
qsa_change_log_add (QsaDb *db, guint kinds, const gint64 *ids, guint n_ids,
                    GError **error)
{
  sqlite3_stmt *prune = NULL;
  gboolean added = FALSE;

  g_return_val_if_fail (db != NULL && kinds != 0, FALSE);

  added = n_ids == 0 ? qsa_change_log_insert_range (db, kinds, 0, 0, error)
                     : qsa_change_log_insert_ids (db, kinds, ids, n_ids, error);
  prune = added ? qsa_db_statement (db, qsa_change_log_prune, error) : NULL;
  return prune != NULL && qsa_db_run (db, prune, error);
}

void
qsa_change_set_init (QsaChangeSet *set)
{
  g_return_if_fail (set != NULL);

  *set = (QsaChangeSet){ 0 };
  set->ids = g_array_new (FALSE, FALSE, sizeof (guint32));
}

void
qsa_change_set_clear (QsaChangeSet *set)
{
  g_return_if_fail (set != NULL);

  g_clear_pointer (&set->ids, g_array_unref);
}

static void
qsa_change_set_add_row (QsaChangeSet *set, sqlite3_stmt *statement)
{
  gint64 id = sqlite3_column_int64 (statement, 0);
  gint64 first = sqlite3_column_int64 (statement, 2);
  gint64 last = sqlite3_column_int64 (statement, 3);

  set->everything = set->everything || id != set->last + 1;
  set->last = id;
  set->kinds |= (guint) sqlite3_column_int64 (statement, 1);
  for (gint64 article = MAX (first, 1); article <= MIN (last, G_MAXINT32); article++)
    {
      guint32 value = (guint32) article;

      g_array_append_val (set->ids, value);
    }
}

gboolean
qsa_change_log_read (QsaDb *db, QsaChangeSet *set, GError **error)
{
  sqlite3_stmt *statement = NULL;
  QsaStep step;

  g_return_val_if_fail (db != NULL && set != NULL, FALSE);

  statement = qsa_db_statement (db, qsa_change_log_since, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, set->last);
  while ((step = qsa_db_step (db, statement, error)) == QSA_STEP_ROW)
    qsa_change_set_add_row (set, statement);
  return step == QSA_STEP_DONE;
}

gboolean
qsa_change_log_get_last (QsaDb *db, gint64 *last, GError **error)
{
  g_return_val_if_fail (db != NULL && last != NULL, FALSE);

  /* The newest row is never pruned. */
  return qsa_db_query_int64 (db, qsa_change_log_last, last, error);
}
