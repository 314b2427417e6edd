/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-row-table.h"

#include "qsa-article-table.h"

#define QSA_ROW_SNIPPET_CHARS 180
/* What is read of a body when nothing is looked for in it: the snippet is its beginning, and white space
 * may be squeezed out of it. */
#define QSA_ROW_BEGINNING_CHARS "400"

#define QSA_ROW_SELECT(body)                                                               \
  "SELECT a.title, o.name, a.published_day, a.published_minute, a.date_precision, a.read," \
  " a.starred, " body " FROM article AS a"                                                 \
  " JOIN article_text AS t ON t.article_id = a.id AND t.version = a.current_version"       \
  " LEFT JOIN outlet AS o ON o.id = a.outlet_id WHERE a.id = ?1"

static const char qsa_row_table_select[] = QSA_ROW_SELECT ("t.body");
static const char qsa_row_table_select_beginning[] =
    QSA_ROW_SELECT ("substr (t.body, 1, " QSA_ROW_BEGINNING_CHARS ")");

void
qsa_row_free (QsaRow *row)
{
  if (row == NULL)
    return;
  g_free (row->title);
  g_free (row->outlet);
  g_clear_pointer (&row->title_matches, g_array_unref);
  g_clear_pointer (&row->snippet, qsa_snippet_free);
  g_free (row);
}

static void
qsa_row_table_free_row (gpointer row)
{
  qsa_row_free (row);
}

static GArray *
qsa_row_table_find_in_title (const char *title, QsaMatcher *matcher)
{
  g_autoptr (GArray) matches = NULL;

  if (title == NULL || matcher == NULL)
    return NULL;
  matches = qsa_matcher_find (matcher, title, -1);
  return matches->len > 0 ? g_steal_pointer (&matches) : NULL;
}

static QsaRow *
qsa_row_table_read (sqlite3_stmt *statement, gint64 id, QsaMatcher *matcher)
{
  QsaRow *row = g_new0 (QsaRow, 1);
  const char *body = (const char *) sqlite3_column_text (statement, 7);

  row->id = id;
  row->title = qsa_column_dup_string (statement, 0);
  row->title_matches = qsa_row_table_find_in_title (row->title, matcher);
  row->outlet = qsa_column_dup_string (statement, 1);
  row->date = qsa_column_get_date (statement, 2);
  row->read = sqlite3_column_int (statement, 5) != 0;
  row->starred = sqlite3_column_int (statement, 6) != 0;
  row->snippet = qsa_snippet_new (body != NULL ? body : "",
                                  sqlite3_column_bytes (statement, 7), matcher,
                                  QSA_ROW_SNIPPET_CHARS);
  return row;
}

GPtrArray *
qsa_row_table_load (QsaDb *db, const guint32 *ids, guint n_ids, QsaMatcher *matcher,
                    GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  const char *sql = NULL;

  g_return_val_if_fail (db != NULL && (ids != NULL || n_ids == 0), NULL);

  if (matcher != NULL && qsa_matcher_is_empty (matcher))
    matcher = NULL;
  sql = matcher != NULL ? qsa_row_table_select : qsa_row_table_select_beginning;
  rows = g_ptr_array_new_full (n_ids, qsa_row_table_free_row);
  for (guint i = 0; i < n_ids; i++)
    {
      sqlite3_stmt *statement = qsa_db_statement (db, sql, error);
      QsaStep step;

      if (statement == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      sqlite3_bind_int64 (statement, 1, ids[i]);
      step = qsa_db_step (db, statement, error);
      if (step == QSA_STEP_ERROR)
        return NULL;
      g_ptr_array_add (rows, step == QSA_STEP_ROW
                                 ? qsa_row_table_read (statement, ids[i], matcher)
                                 : NULL);
    }
  return g_steal_pointer (&rows);
}
