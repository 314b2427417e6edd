/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-saved-search-table.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "qsa-article-table.h"
#include "qsa-error.h"
#include "qsa-text-util.h"

/* A name is to be read in a list. */
#define QSA_SAVED_SEARCH_NAME_CHARS 300

#define COLUMNS "id, name, query, reach, filter, sort, place"

static const char qsa_saved_search_table_all[] = "SELECT " COLUMNS
                                                 " FROM saved_search ORDER BY place, id";
static const char qsa_saved_search_table_one[] = "SELECT " COLUMNS
                                                 " FROM saved_search WHERE id = ?1";
static const char qsa_saved_search_table_update[] =
    "UPDATE saved_search SET name = ?2, query = ?3, reach = ?4, filter = ?5, sort = ?6,"
    " place = ifnull (?7, place) WHERE id = ?1";
static const char qsa_saved_search_table_insert[] =
    "INSERT INTO saved_search (id, name, query, reach, filter, sort, place, created_at)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6,"
    "  ifnull (?7, (SELECT ifnull (max (place), 0) + 1 FROM saved_search)),"
    "  unixepoch ())";
static const char qsa_saved_search_table_delete[] =
    "DELETE FROM saved_search WHERE id = ?1";
static const char qsa_saved_search_table_last_id[] =
    "SELECT seq FROM sqlite_sequence WHERE name = 'saved_search'";

/* ---- reading ---- */

static void
qsa_saved_search_table_free_search (gpointer search)
{
  qsa_saved_search_free (search);
}

/* Texts of a file that others wrote, or somebody damaged. */
static char *
qsa_saved_search_table_read_text (sqlite3_stmt *row, int column)
{
  g_autofree char *text = qsa_column_dup_string (row, column);

  return g_utf8_make_valid (text != NULL ? text : "", -1);
}

/* What a later version wrote and this one does not know is asked as if new. */
static QsaSavedSearch *
qsa_saved_search_table_read (sqlite3_stmt *row)
{
  QsaSavedSearch *search = g_new0 (QsaSavedSearch, 1);
  g_autofree char *reach = qsa_saved_search_table_read_text (row, 3);
  g_autofree char *filter = qsa_saved_search_table_read_text (row, 4);
  g_autofree char *sort = qsa_saved_search_table_read_text (row, 5);

  search->id = sqlite3_column_int64 (row, 0);
  search->name = qsa_saved_search_table_read_text (row, 1);
  search->query = qsa_saved_search_table_read_text (row, 2);
  if (!qsa_reach_from_string (reach, &search->reach))
    search->reach = QSA_REACH_DEFAULT;
  search->filter = qsa_filter_from_string (filter);
  if (!qsa_sort_from_string (sort, &search->sort))
    search->sort = QSA_SORT_NEWEST;
  search->place = sqlite3_column_int64 (row, 6);
  return search;
}

GPtrArray *
qsa_saved_search_table_load (QsaDb *db, GError **error)
{
  g_autoptr (GPtrArray)
      searches = g_ptr_array_new_with_free_func (qsa_saved_search_table_free_search);
  sqlite3_stmt *statement = NULL;
  QsaStep step;

  g_return_val_if_fail (db != NULL, NULL);

  statement = qsa_db_statement (db, qsa_saved_search_table_all, error);
  if (statement == NULL)
    return NULL;
  while ((step = qsa_db_step (db, statement, error)) == QSA_STEP_ROW)
    g_ptr_array_add (searches, qsa_saved_search_table_read (statement));
  return step == QSA_STEP_DONE ? g_steal_pointer (&searches) : NULL;
}

/* ---- writing ---- */

/* The name as it is stored. */
static char *
qsa_saved_search_table_check_name (const char *name, GError **error)
{
  g_autofree char *line = NULL;
  g_autofree char *squeezed = NULL;
  const char *message = NULL;

  line = g_strdelimit (g_utf8_make_valid (name, -1), "\n\r\t", ' ');
  squeezed = qsa_text_squeeze (line, -1);
  if (!g_utf8_validate (name, -1, NULL))
    message = _ ("The name of the search is not valid UTF-8.");
  else if (squeezed[0] == '\0')
    message = _ ("A saved search needs a name.");
  else if (g_utf8_strlen (squeezed, -1) > QSA_SAVED_SEARCH_NAME_CHARS)
    message = _ ("The name of the search is too long: choose a shorter one.");
  if (message == NULL)
    return g_steal_pointer (&squeezed);
  g_set_error_literal (error, QSA_ERROR, QSA_ERROR_BAD_VALUE, message);
  return NULL;
}

static gboolean
qsa_saved_search_table_check_query (const QsaSavedSearch *search, GError **error)
{
  g_autofree char *squeezed = NULL;

  if (!g_utf8_validate (search->query, -1, NULL))
    {
      g_set_error_literal (error, QSA_ERROR, QSA_ERROR_BAD_VALUE,
                           _ ("The search is not valid UTF-8."));
      return FALSE;
    }
  squeezed = qsa_text_squeeze (search->query, -1);
  if (squeezed[0] != '\0' || !qsa_filter_is_empty (search->filter))
    return TRUE;
  g_set_error_literal (
      error, QSA_ERROR, QSA_ERROR_BAD_VALUE,
      _ ("A search that asks for nothing cannot be saved: type some words, or filter."));
  return FALSE;
}

static gboolean
qsa_saved_search_table_was_given (QsaDb *db, gint64 id, gboolean *given, GError **error)
{
  gint64 last = 0;

  if (!qsa_db_query_int64 (db, qsa_saved_search_table_last_id, &last, error))
    return FALSE;
  *given = id > 0 && id <= last;
  return TRUE;
}

static gboolean
qsa_saved_search_table_write (QsaDb *db, const char *sql, const QsaSavedSearch *search,
                              const char *name, GError **error)
{
  sqlite3_stmt *statement = qsa_db_statement (db, sql, error);
  g_autofree char *filter = qsa_filter_to_string (search->filter);

  if (statement == NULL)
    return FALSE;
  if (search->id != 0)
    sqlite3_bind_int64 (statement, 1, search->id);
  sqlite3_bind_text64 (statement, 2, name, strlen (name), SQLITE_STATIC, SQLITE_UTF8);
  sqlite3_bind_text64 (statement, 3, search->query, strlen (search->query), SQLITE_STATIC,
                       SQLITE_UTF8);
  sqlite3_bind_text (statement, 4, qsa_reach_to_string (search->reach), -1,
                     SQLITE_STATIC);
  sqlite3_bind_text (statement, 5, filter, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 6, qsa_sort_to_string (search->sort), -1, SQLITE_STATIC);
  if (search->place > 0)
    sqlite3_bind_int64 (statement, 7, search->place);
  return qsa_db_run (db, statement, error);
}

static void
qsa_saved_search_table_set_not_found (GError **error)
{
  g_set_error_literal (error, QSA_ERROR, QSA_ERROR_NOT_FOUND,
                       _ ("This saved search is not in the library any more."));
}

static gboolean
qsa_saved_search_table_change (QsaDb *db, const QsaSavedSearch *search, const char *name,
                               GError **error)
{
  gboolean given = FALSE;

  if (!qsa_saved_search_table_write (db, qsa_saved_search_table_update, search, name,
                                     error))
    return FALSE;
  if (sqlite3_changes (qsa_db_get_handle (db)) > 0)
    return TRUE;
  if (!qsa_saved_search_table_was_given (db, search->id, &given, error))
    return FALSE;
  if (given)
    return qsa_saved_search_table_write (db, qsa_saved_search_table_insert, search, name,
                                         error);
  qsa_saved_search_table_set_not_found (error);
  return FALSE;
}

gboolean
qsa_saved_search_table_save (QsaDb *db, const QsaSavedSearch *search, gint64 *id,
                             GError **error)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (db != NULL && search != NULL && id != NULL, FALSE);

  name = qsa_saved_search_table_check_name (search->name, error);
  if (name == NULL || !qsa_saved_search_table_check_query (search, error))
    return FALSE;
  *id = search->id;
  if (search->id != 0)
    return qsa_saved_search_table_change (db, search, name, error);
  if (!qsa_saved_search_table_write (db, qsa_saved_search_table_insert, search, name,
                                     error))
    return FALSE;
  *id = sqlite3_last_insert_rowid (qsa_db_get_handle (db));
  return TRUE;
}

QsaSavedSearch *
qsa_saved_search_table_remove (QsaDb *db, gint64 id, GError **error)
{
  g_autoptr (QsaSavedSearch) removed = NULL;
  sqlite3_stmt *statement = NULL;
  QsaStep step;

  g_return_val_if_fail (db != NULL, NULL);

  statement = qsa_db_statement (db, qsa_saved_search_table_one, error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, id);
  step = qsa_db_step (db, statement, error);
  if (step == QSA_STEP_DONE)
    qsa_saved_search_table_set_not_found (error);
  if (step != QSA_STEP_ROW)
    return NULL;
  removed = qsa_saved_search_table_read (statement);
  statement = qsa_db_statement (db, qsa_saved_search_table_delete, error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, id);
  return qsa_db_run (db, statement, error) ? g_steal_pointer (&removed) : NULL;
}
