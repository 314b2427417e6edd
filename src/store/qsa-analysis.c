/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-analysis.h"

#include <glib/gi18n-lib.h>

#include "qsa-article-index.h"
#include "qsa-article-table.h"
#include "qsa-error.h"
#include "qsa-fts.h"
#include "qsa-index-care.h"
#include "qsa-index-state.h"
#include "qsa-term-table.h"

/* So many articles can be indexed while somebody waits for the library to open. */
#define QSA_ANALYSIS_FEW 1000
#define QSA_ANALYSIS_BUILD_US (200 * G_TIME_SPAN_MILLISECOND)
/* Articles between two looks at the clock. */
#define QSA_ANALYSIS_ROUND 20

static const char qsa_analysis_select[] =
    "SELECT value FROM meta WHERE key = 'analysis_version'";
static const char qsa_analysis_update[] =
    "UPDATE meta SET value = ?1 WHERE key = 'analysis_version'";
static const char qsa_analysis_select_ids[] =
    "SELECT id FROM article WHERE id > ?1 AND id <= ?2 ORDER BY id LIMIT ?3";
static const char qsa_analysis_select_last[] = "SELECT max(id) FROM article";
/* What makes a table of FTS5 begins so; its shadow tables are plain ones. */
static const char qsa_analysis_select_old[] =
    "SELECT name FROM sqlite_schema WHERE name GLOB 'article_fts_[0-9]*'"
    " AND name <> '" QSA_FTS_TABLE "' AND sql LIKE 'CREATE VIRTUAL TABLE%'";

static gboolean
qsa_analysis_is_too_new (QsaDb *db, gint64 version, GError **error)
{
  if (version <= QSA_TEXT_ANALYSIS_VERSION)
    return FALSE;
  g_set_error (error, QSA_ERROR, QSA_ERROR_TOO_NEW,
               _ ("The library “%s” was made by a newer version of Qusasat. "
                  "It was left untouched."),
               qsa_db_get_display_name (db));
  return TRUE;
}

/* ---- building ---- */

/* The next few that wait; empty at the end. */
static GArray *
qsa_analysis_read_ids (QsaDb *db, const QsaIndexState *state, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *statement = qsa_db_statement (db, qsa_analysis_select_ids, error);
  QsaStep step;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, state->built);
  sqlite3_bind_int64 (statement, 2, state->until);
  sqlite3_bind_int (statement, 3, QSA_ANALYSIS_ROUND);
  while ((step = qsa_db_step (db, statement, error)) == QSA_STEP_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (ids, id);
    }
  return step == QSA_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

/* Moves @state on. */
static gboolean
qsa_analysis_add_articles (QsaDb *db, QsaArticleIndex *index, QsaIndexState *state,
                           gint64 deadline_us, GError **error)
{
  do
    {
      g_autoptr (GArray) ids = qsa_analysis_read_ids (db, state, error);

      if (ids == NULL
          || !qsa_article_index_add (index, (const gint64 *) ids->data, ids->len, error))
        return FALSE;
      state->built = ids->len > 0 ? g_array_index (ids, gint64, ids->len - 1)
                                  : state->until;
    }
  while (state->built < state->until && g_get_monotonic_time () < deadline_us);
  return TRUE;
}

static gboolean
qsa_analysis_build_articles (QsaDb *db, QsaIndexState *state, gint64 budget_us,
                             GError **error)
{
  g_autoptr (QsaArticleIndex) index = qsa_article_index_new (db);

  return qsa_analysis_add_articles (db, index, state, g_get_monotonic_time () + budget_us,
                                    error)
         && qsa_article_index_finish (index, QSA_ARTICLE_INDEX_TERMS_LATER, error)
         && qsa_index_state_write (db, state, error);
}

gboolean
qsa_analysis_build_some (QsaDb *db, gint64 budget_us, GError **error)
{
  QsaIndexState state = { 0 };
  gint64 pending_bytes = 0;

  g_return_val_if_fail (db != NULL, FALSE);

  if (!qsa_index_state_read (db, &state, error)
      || !qsa_term_table_measure_pending (db, &pending_bytes, error))
    return FALSE;
  if (state.until == 0)
    return TRUE;
  if (pending_bytes >= QSA_TERM_TABLE_MAX_PENDING_BYTES)
    return qsa_term_table_fold_some (db, error);
  if (state.built < state.until)
    return qsa_analysis_build_articles (db, &state, budget_us, error);
  return pending_bytes > 0 ? qsa_term_table_fold_some (db, error)
                           : qsa_index_state_clear (db, error);
}

/* *@name is NULL when there is none. */
static gboolean
qsa_analysis_find_old (QsaDb *db, char **name, GError **error)
{
  sqlite3_stmt *statement = qsa_db_statement (db, qsa_analysis_select_old, error);
  QsaStep step;

  if (statement == NULL)
    return FALSE;
  step = qsa_db_step (db, statement, error);
  if (step == QSA_STEP_ROW)
    *name = qsa_column_dup_string (statement, 0);
  sqlite3_reset (statement);
  return step != QSA_STEP_ERROR;
}

gboolean
qsa_analysis_drop_old (QsaDb *db, GError **error)
{
  g_return_val_if_fail (db != NULL, FALSE);

  for (;;)
    {
      g_autofree char *name = NULL;
      g_autofree char *drop = NULL;

      if (!qsa_analysis_find_old (db, &name, error))
        return FALSE;
      if (name == NULL)
        return TRUE;
      drop = g_strdup_printf ("DROP TABLE IF EXISTS \"%s\"", name);
      if (!qsa_db_exec (db, drop, error))
        return FALSE;
    }
}

/* ---- opening ---- */

static gboolean
qsa_analysis_write_version (QsaDb *db, GError **error)
{
  sqlite3_stmt *statement = qsa_db_statement (db, qsa_analysis_update, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int (statement, 1, QSA_TEXT_ANALYSIS_VERSION);
  return qsa_db_run (db, statement, error);
}

static gboolean
qsa_analysis_begin (QsaDb *db, GError **error)
{
  QsaIndexState state = { 0 };

  return qsa_db_exec (db, "DELETE FROM term; DELETE FROM term_pending;", error)
         && qsa_db_exec (db, "DROP TABLE IF EXISTS " QSA_FTS_TABLE, error)
         && qsa_index_care_create (db, error)
         && qsa_db_query_int64 (db, qsa_analysis_select_last, &state.until, error)
         && (state.until == 0 || qsa_index_state_write (db, &state, error))
         && qsa_analysis_write_version (db, error);
}

/* Another process may have come first. */
static gboolean
qsa_analysis_begin_when_old (QsaDb *db, GError **error)
{
  gint64 version = 0;

  if (!qsa_db_begin_write (db, error)
      || !qsa_db_query_int64 (db, qsa_analysis_select, &version, error)
      || qsa_analysis_is_too_new (db, version, error))
    return FALSE;
  return (version == QSA_TEXT_ANALYSIS_VERSION || qsa_analysis_begin (db, error))
         && qsa_db_commit (db, error);
}

static gboolean
qsa_analysis_build_all (QsaDb *db, GError **error)
{
  QsaIndexState state = { 0 };

  do
    {
      if (!qsa_db_begin_write (db, error)
          || !qsa_analysis_build_some (db, QSA_ANALYSIS_BUILD_US, error)
          || !qsa_db_commit (db, error) || !qsa_index_state_read (db, &state, error))
        return FALSE;
    }
  while (state.until != 0);
  return TRUE;
}

static gboolean
qsa_analysis_bring_up (QsaDb *db, gint64 version, GError **error)
{
  QsaIndexState state = { 0 };

  if (version != QSA_TEXT_ANALYSIS_VERSION && !qsa_analysis_begin_when_old (db, error))
    return FALSE;
  if (!qsa_index_state_read (db, &state, error))
    return FALSE;
  if (state.until - state.built > QSA_ANALYSIS_FEW)
    return TRUE;
  return (state.until == 0 || qsa_analysis_build_all (db, error))
         && qsa_analysis_drop_old (db, error);
}

gboolean
qsa_analysis_prepare (QsaDb *db, GError **error)
{
  gint64 version = 0;

  g_return_val_if_fail (db != NULL, FALSE);

  if (!qsa_db_query_int64 (db, qsa_analysis_select, &version, error)
      || qsa_analysis_is_too_new (db, version, error))
    return FALSE;
  if (qsa_analysis_bring_up (db, version, error))
    return TRUE;
  qsa_db_rollback (db);
  return FALSE;
}

gboolean
qsa_analysis_check (QsaDb *db, GError **error)
{
  gint64 version = 0;

  g_return_val_if_fail (db != NULL, FALSE);

  if (!qsa_db_query_int64 (db, qsa_analysis_select, &version, error)
      || qsa_analysis_is_too_new (db, version, error))
    return FALSE;
  if (version == QSA_TEXT_ANALYSIS_VERSION)
    return TRUE;
  g_set_error (
      error, QSA_ERROR, QSA_ERROR_READ_ONLY,
      _ ("The library “%s” was made by an older version of Qusasat and has to be "
         "updated, but it cannot be written."),
      qsa_db_get_display_name (db));
  return FALSE;
}
