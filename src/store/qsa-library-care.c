/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-library-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "qsa-article-table.h"
#include "qsa-error.h"
#include "qsa-fts.h"
#include "qsa-index-care.h"

/* ---- stats ---- */

static const char qsa_library_count_articles[] =
    "SELECT count(*), sum(published_day IS NULL), sum(outlet_id IS NULL),"
    " count(DISTINCT outlet_id), sum(read = 0), sum(starred <> 0) FROM article";
static const char qsa_library_count_terms[] = "SELECT count(*) FROM term";
/* Of two dates that begin on the same day the more precise says more. */
static const char qsa_library_oldest[] =
    "SELECT published_day, published_minute, date_precision FROM article"
    " WHERE published_day IS NOT NULL ORDER BY published_day, date_precision DESC LIMIT 1";
static const char qsa_library_newest[] =
    "SELECT published_day, published_minute, date_precision FROM article"
    " WHERE published_day IS NOT NULL ORDER BY published_day DESC, date_precision DESC LIMIT 1";
static const char qsa_library_analysis[] =
    "SELECT value FROM meta WHERE key = 'analysis_version'";

void
qsa_stats_free (QsaStats *stats)
{
  if (stats == NULL)
    return;
  g_free (stats->oldest);
  g_free (stats->newest);
  g_free (stats);
}

typedef struct
{
  QsaStats *stats;
} QsaLibraryStats;

static void
qsa_library_stats_free (gpointer data)
{
  QsaLibraryStats *stats = data;

  g_clear_pointer (&stats->stats, qsa_stats_free);
  g_free (stats);
}

static gboolean
qsa_library_read_counts (QsaDb *db, QsaStats *stats, GError **error)
{
  guint *const counts[] = { &stats->n_articles,       &stats->n_undated,
                            &stats->n_unknown_outlet, &stats->n_outlets,
                            &stats->n_unread,         &stats->n_starred };
  sqlite3_stmt *statement = qsa_db_statement (db, qsa_library_count_articles, error);

  if (statement == NULL || qsa_db_step (db, statement, error) != QSA_STEP_ROW)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    *counts[i] = (guint) sqlite3_column_int64 (statement, (int) i);
  sqlite3_reset (statement);
  return TRUE;
}

static gboolean
qsa_library_read_date (QsaDb *db, const char *sql, char **iso, GError **error)
{
  sqlite3_stmt *statement = qsa_db_statement (db, sql, error);
  QsaStep step = statement != NULL ? qsa_db_step (db, statement, error) : QSA_STEP_ERROR;
  QsaDate date;

  if (step == QSA_STEP_ERROR)
    return FALSE;
  if (step == QSA_STEP_ROW)
    {
      date = qsa_column_get_date (statement, 0);
      *iso = qsa_date_to_iso (&date);
    }
  sqlite3_reset (statement);
  return TRUE;
}

static gboolean
qsa_library_read_numbers (QsaDb *db, QsaStats *stats, GError **error)
{
  gint64 n_terms = 0, schema = 0, analysis = 0;

  if (!qsa_db_query_int64 (db, qsa_library_count_terms, &n_terms, error)
      || !qsa_db_query_int64 (db, "PRAGMA user_version", &schema, error)
      || !qsa_db_query_int64 (db, qsa_library_analysis, &analysis, error))
    return FALSE;
  stats->n_terms = (guint) n_terms;
  stats->schema_version = (int) schema;
  stats->analysis_version = (int) analysis;
  return TRUE;
}

static guint64
qsa_library_measure_file (const char *path)
{
  static const char *const suffixes[] = { "", "-wal" };
  guint64 bytes = 0;

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);
      GStatBuf status;

      if (g_stat (name, &status) == 0)
        bytes += (guint64) status.st_size;
    }
  return bytes;
}

static QsaJobState
qsa_library_run_stats (QsaStore *store, QsaDb *db, gpointer data,
                       GCancellable *cancellable, GError **error)
{
  QsaLibraryStats *answer = data;
  g_autoptr (QsaStats) stats = g_new0 (QsaStats, 1);

  if (!qsa_db_begin_read (db, error) || !qsa_library_read_counts (db, stats, error)
      || !qsa_library_read_date (db, qsa_library_oldest, &stats->oldest, error)
      || !qsa_library_read_date (db, qsa_library_newest, &stats->newest, error)
      || !qsa_library_read_numbers (db, stats, error))
    return QSA_JOB_FAILED;
  stats->file_bytes = qsa_library_measure_file (qsa_store_get_path (store));
  answer->stats = g_steal_pointer (&stats);
  return QSA_JOB_DONE;
}

void
qsa_library_stats_async (QsaLibrary *self, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (QSA_IS_LIBRARY (self));
  g_return_if_fail (qsa_library_is_owner (self));

  qsa_library_read (
      self, QSA_READ_LONG,
      qsa_library_new_task (self, qsa_library_stats_async, g_new0 (QsaLibraryStats, 1),
                            qsa_library_stats_free, cancellable, callback, user_data),
      qsa_library_run_stats);
}

QsaStats *
qsa_library_stats_finish (QsaLibrary *self, GAsyncResult *result, GError **error)
{
  QsaLibraryStats *stats = qsa_library_finish (self, result, qsa_library_stats_async,
                                               error);

  return stats != NULL ? g_steal_pointer (&stats->stats) : NULL;
}

/* ---- check ---- */

static gboolean
qsa_library_set_damaged (QsaDb *db, const char *found, GError **error)
{
  g_set_error (error, QSA_ERROR, QSA_ERROR_DAMAGED,
               _ ("The library “%s” is damaged: %s."), qsa_db_get_display_name (db),
               found);
  return FALSE;
}

static gboolean
qsa_library_check_pages (QsaDb *db, GError **error)
{
  sqlite3_stmt *statement = qsa_db_statement (db, "PRAGMA integrity_check (1)", error);
  const char *found = NULL;

  if (statement == NULL || qsa_db_step (db, statement, error) != QSA_STEP_ROW)
    return FALSE;
  found = (const char *) sqlite3_column_text (statement, 0);
  if (g_strcmp0 (found, "ok") == 0)
    return TRUE;
  return qsa_library_set_damaged (db, found, error);
}

static gboolean
qsa_library_check_foreign_keys (QsaDb *db, GError **error)
{
  sqlite3_stmt *statement = qsa_db_statement (db, "PRAGMA foreign_key_check", error);
  g_autofree char *found = NULL;
  QsaStep step = statement != NULL ? qsa_db_step (db, statement, error) : QSA_STEP_ERROR;

  if (step != QSA_STEP_ROW)
    return step == QSA_STEP_DONE;
  found = g_strdup_printf (_ ("a row of “%s” refers to a row of “%s” that is not there"),
                           (const char *) sqlite3_column_text (statement, 0),
                           (const char *) sqlite3_column_text (statement, 2));
  return qsa_library_set_damaged (db, found, error);
}

/* What can be said of the index without writing: that it holds the articles and no others. */
static gboolean
qsa_library_check_indexed (QsaDb *db, GError **error)
{
  static const char missing[] =
      "SELECT (SELECT count(*) FROM article) - (SELECT count(*) FROM " QSA_FTS_TABLE
      "_docsize) <> 0 OR EXISTS (SELECT 1 FROM article WHERE id NOT IN"
      " (SELECT id FROM " QSA_FTS_TABLE "_docsize))";
  gint64 differs = 0;

  if (!qsa_db_query_int64 (db, missing, &differs, error))
    return FALSE;
  return differs == 0
         || qsa_library_set_damaged (
             db, _ ("the search index does not hold the same articles"), error);
}

static QsaJobState
qsa_library_run_check_pages (QsaStore *store, QsaDb *db, gpointer data,
                             GCancellable *cancellable, GError **error)
{
  if (qsa_db_begin_read (db, error) && qsa_library_check_pages (db, error)
      && qsa_library_check_foreign_keys (db, error)
      && qsa_library_is_indexed (store, db, error)
      && qsa_library_check_indexed (db, error))
    return QSA_JOB_DONE;
  return QSA_JOB_FAILED;
}

static gboolean
qsa_library_is_closing (gpointer store)
{
  return qsa_store_get_closing (store);
}

static QsaJobState
qsa_library_run_check_index (QsaStore *store, QsaDb *db, gpointer data,
                             GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  /* It may take long, and nothing is lost when the library need not wait for it to close. */
  qsa_db_set_stop_func (db, qsa_library_is_closing, store);
  if (qsa_index_care_check (db, &local_error))
    return QSA_JOB_DONE;
  if (g_error_matches (local_error, QSA_ERROR, QSA_ERROR_DAMAGED))
    qsa_library_set_damaged (
        db, _ ("the search index does not agree with the articles’ texts"), error);
  else
    g_propagate_error (error, g_steal_pointer (&local_error));
  return QSA_JOB_FAILED;
}

/* The index is checked by the writer: FTS5 takes its check for a write. */
static void
qsa_library_on_pages_checked (GObject *object, GAsyncResult *result, gpointer user_data)
{
  QsaLibrary *self = QSA_LIBRARY (object);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (qsa_library_finish (self, result, qsa_library_on_pages_checked, &error) == NULL)
    g_task_return_error (task, error);
  else if (qsa_library_get_read_only (self))
    g_task_return_boolean (task, TRUE);
  else
    qsa_library_write (self, QSA_WRITE_USER, g_steal_pointer (&task),
                       qsa_library_run_check_index);
}

void
qsa_library_check_async (QsaLibrary *self, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = NULL;

  g_return_if_fail (QSA_IS_LIBRARY (self));
  g_return_if_fail (qsa_library_is_owner (self));

  task = qsa_library_new_task (self, qsa_library_check_async, self, NULL, cancellable,
                               callback, user_data);
  g_task_set_check_cancellable (task, FALSE);
  qsa_library_read (self, QSA_READ_LONG,
                    qsa_library_new_task (self, qsa_library_on_pages_checked, self, NULL,
                                          cancellable, qsa_library_on_pages_checked,
                                          task),
                    qsa_library_run_check_pages);
}

gboolean
qsa_library_check_finish (QsaLibrary *self, GAsyncResult *result, GError **error)
{
  return qsa_library_finish (self, result, qsa_library_check_async, error) != NULL;
}
