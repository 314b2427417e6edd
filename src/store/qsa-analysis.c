/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-analysis.h"

#include <glib/gi18n-lib.h>

#include "qsa-article-index.h"
#include "qsa-error.h"
#include "qsa-fts.h"
#include "qsa-index-care.h"

/* How many articles' words are counted before they go into the table: bounds the memory. */
#define QSA_ANALYSIS_ROUND 2000

static const char qsa_analysis_select[] =
    "SELECT value FROM meta WHERE key = 'analysis_version'";
static const char qsa_analysis_update[] =
    "UPDATE meta SET value = ?1 WHERE key = 'analysis_version'";
static const char qsa_analysis_select_ids[] =
    "SELECT id FROM article WHERE id > ?1 ORDER BY id LIMIT ?2";

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

/* Empty at the end. */
static GArray *
qsa_analysis_read_ids (QsaDb *db, gint64 after, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *statement = qsa_db_statement (db, qsa_analysis_select_ids, error);
  QsaStep step;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, after);
  sqlite3_bind_int (statement, 2, QSA_ANALYSIS_ROUND);
  while ((step = qsa_db_step (db, statement, error)) == QSA_STEP_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (ids, id);
    }
  return step == QSA_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

static gboolean
qsa_analysis_index_articles (QsaDb *db, GError **error)
{
  gint64 after = 0;

  for (;;)
    {
      g_autoptr (GArray) ids = qsa_analysis_read_ids (db, after, error);
      g_autoptr (QsaArticleIndex) index = NULL;

      if (ids == NULL || ids->len == 0)
        return ids != NULL;
      index = qsa_article_index_new (db);
      if (!qsa_article_index_add (index, &g_array_index (ids, gint64, 0), ids->len, error)
          || !qsa_article_index_finish (index, QSA_ARTICLE_INDEX_TERMS_NOW, error))
        return FALSE;
      after = g_array_index (ids, gint64, ids->len - 1);
    }
}

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
qsa_analysis_rebuild (QsaDb *db, gint64 old_version, GError **error)
{
  g_autofree char *drop =
      g_strdup_printf ("DROP TABLE IF EXISTS article_fts_%" G_GINT64_FORMAT, old_version);

  return qsa_db_exec (db, "DELETE FROM term; DELETE FROM term_pending;", error)
         && qsa_index_care_create (db, error) && qsa_analysis_index_articles (db, error)
         && qsa_db_exec (db, drop, error) && qsa_analysis_write_version (db, error);
}

/* Another process may have come first. */
static gboolean
qsa_analysis_rebuild_when_old (QsaDb *db, GError **error)
{
  gint64 version = 0;

  if (!qsa_db_begin_write (db, error)
      || !qsa_db_query_int64 (db, qsa_analysis_select, &version, error)
      || qsa_analysis_is_too_new (db, version, error))
    return FALSE;
  return (version == QSA_TEXT_ANALYSIS_VERSION
          || qsa_analysis_rebuild (db, version, error))
         && qsa_db_commit (db, error);
}

gboolean
qsa_analysis_prepare (QsaDb *db, GError **error)
{
  gint64 version = 0;

  g_return_val_if_fail (db != NULL, FALSE);

  if (!qsa_db_query_int64 (db, qsa_analysis_select, &version, error)
      || qsa_analysis_is_too_new (db, version, error))
    return FALSE;
  if (version == QSA_TEXT_ANALYSIS_VERSION || qsa_analysis_rebuild_when_old (db, error))
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
