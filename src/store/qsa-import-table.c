/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-import-table.h"

#include <glib/gi18n-lib.h>

#include "qsa-article-table.h"
#include "qsa-error.h"
#include "qsa-library.h"

static const char qsa_import_table_insert[] =
    "INSERT INTO import (started_at) VALUES (?1)";
static const char qsa_import_table_update_end[] =
    "UPDATE import SET ended_at = ?2, cancelled = ?3 WHERE id = ?1";
static const char qsa_import_table_update_counts[] =
    "UPDATE import SET n_added = n_added + ?2, n_duplicates = n_duplicates + ?3,"
    " n_failed = n_failed + ?4 WHERE id = ?1";
static const char qsa_import_table_insert_item[] =
    "INSERT INTO import_item (import_id, outcome, article_id, path, place, line, rules,"
    " warnings, message) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
static const char qsa_import_table_select_rules[] =
    "SELECT field.key, field.value ->> 0, field.value ->> 1"
    " FROM import_item, json_each (import_item.rules) AS field"
    " WHERE import_item.article_id = ?1 AND import_item.outcome = ?2";

gboolean
qsa_import_table_begin (QsaDb *db, gint64 now, gint64 *id, GError **error)
{
  sqlite3_stmt *statement = NULL;

  g_return_val_if_fail (db != NULL && id != NULL, FALSE);

  statement = qsa_db_statement (db, qsa_import_table_insert, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, now);
  if (!qsa_db_run (db, statement, error))
    return FALSE;
  *id = sqlite3_last_insert_rowid (qsa_db_get_handle (db));
  return TRUE;
}

/* Runs an update of the one import's row. */
static gboolean
qsa_import_table_update (QsaDb *db, sqlite3_stmt *statement, GError **error)
{
  if (!qsa_db_run (db, statement, error))
    return FALSE;
  if (sqlite3_changes (qsa_db_get_handle (db)) == 1)
    return TRUE;
  g_set_error_literal (error, QSA_ERROR, QSA_ERROR_NOT_FOUND,
                       _ ("The library has no record of this import."));
  return FALSE;
}

gboolean
qsa_import_table_end (QsaDb *db, gint64 id, gint64 now, gboolean cancelled,
                      GError **error)
{
  sqlite3_stmt *statement = NULL;

  g_return_val_if_fail (db != NULL, FALSE);

  statement = qsa_db_statement (db, qsa_import_table_update_end, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  sqlite3_bind_int64 (statement, 2, now);
  sqlite3_bind_int (statement, 3, cancelled);
  return qsa_import_table_update (db, statement, error);
}

gboolean
qsa_import_table_add_counts (QsaDb *db, gint64 id, const QsaImportCounts *counts,
                             GError **error)
{
  sqlite3_stmt *statement = NULL;

  g_return_val_if_fail (db != NULL && counts != NULL, FALSE);

  statement = qsa_db_statement (db, qsa_import_table_update_counts, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  sqlite3_bind_int64 (statement, 2, counts->n_added);
  sqlite3_bind_int64 (statement, 3, counts->n_duplicates);
  sqlite3_bind_int64 (statement, 4, counts->n_failed);
  return qsa_import_table_update (db, statement, error);
}

static void
qsa_import_table_append_json_string (GString *json, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  g_string_append_c (json, '"');
  for (const char *at = valid; *at != '\0'; at++)
    {
      if (*at == '"' || *at == '\\')
        g_string_append_c (json, '\\');
      if ((guchar) *at < 0x20)
        g_string_append_printf (json, "\\u%04x", (guint) (guchar) *at);
      else
        g_string_append_c (json, *at);
    }
  g_string_append_c (json, '"');
}

/* NULL when there is none. */
static char *
qsa_import_table_rules_to_json (const QsaArticle *article)
{
  g_autoptr (GString) json = g_string_new ("{");
  char confidence[G_ASCII_DTOSTR_BUF_SIZE];

  if (article == NULL || article->rules->len == 0)
    return NULL;
  for (guint i = 0; i < article->rules->len; i++)
    {
      const QsaFieldRule *rule = &g_array_index (article->rules, QsaFieldRule, i);

      if (i > 0)
        g_string_append_c (json, ',');
      qsa_import_table_append_json_string (json, rule->field);
      g_string_append (json, ":[");
      qsa_import_table_append_json_string (json, rule->rule);
      g_string_append_printf (json, ",%s]",
                              g_ascii_formatd (confidence, sizeof confidence, "%.3g",
                                               rule->confidence));
    }
  g_string_append_c (json, '}');
  return g_string_free (g_steal_pointer (&json), FALSE);
}

static char *
qsa_import_table_warnings_to_json (GPtrArray *warnings)
{
  g_autoptr (GString) json = g_string_new ("[");

  if (warnings->len == 0)
    return NULL;
  for (guint i = 0; i < warnings->len; i++)
    {
      if (i > 0)
        g_string_append_c (json, ',');
      qsa_import_table_append_json_string (json, g_ptr_array_index (warnings, i));
    }
  g_string_append_c (json, ']');
  return g_string_free (g_steal_pointer (&json), FALSE);
}

gboolean
qsa_import_table_add_item (QsaDb *db, gint64 id, const QsaCandidate *candidate,
                           int outcome, gint64 article_id, GError **error)
{
  g_autofree char *rules = NULL;
  g_autofree char *warnings = NULL;
  sqlite3_stmt *statement = NULL;

  g_return_val_if_fail (db != NULL && candidate != NULL, FALSE);

  statement = qsa_db_statement (db, qsa_import_table_insert_item, error);
  if (statement == NULL)
    return FALSE;
  rules = qsa_import_table_rules_to_json (candidate->article);
  warnings = qsa_import_table_warnings_to_json (candidate->warnings);
  sqlite3_bind_int64 (statement, 1, id);
  sqlite3_bind_int (statement, 2, outcome);
  if (article_id != 0)
    sqlite3_bind_int64 (statement, 3, article_id);
  qsa_bind_string (statement, 4, candidate->path);
  sqlite3_bind_int64 (statement, 5, candidate->index);
  sqlite3_bind_int64 (statement, 6, candidate->line);
  qsa_bind_string (statement, 7, rules);
  qsa_bind_string (statement, 8, warnings);
  qsa_bind_string (statement, 9,
                   candidate->error != NULL ? candidate->error->message : NULL);
  if (!qsa_db_run (db, statement, error))
    return FALSE;
  /* The strings end here; the statement stays. */
  sqlite3_clear_bindings (statement);
  return TRUE;
}

gboolean
qsa_import_table_load_rules (QsaDb *db, QsaArticle *article, GError **error)
{
  sqlite3_stmt *statement = NULL;
  QsaStep step;

  g_return_val_if_fail (db != NULL && article != NULL, FALSE);

  statement = qsa_db_statement (db, qsa_import_table_select_rules, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, article->id);
  sqlite3_bind_int (statement, 2, QSA_OUTCOME_ADDED);
  while ((step = qsa_db_step (db, statement, error)) == QSA_STEP_ROW)
    qsa_article_set_rule (
        article, g_intern_string ((const char *) sqlite3_column_text (statement, 0)),
        g_intern_string ((const char *) sqlite3_column_text (statement, 1)),
        sqlite3_column_double (statement, 2));
  return step == QSA_STEP_DONE;
}
