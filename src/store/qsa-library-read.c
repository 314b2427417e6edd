/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-library-private.h"

#include <glib/gi18n-lib.h>

#include "qsa-article-table.h"
#include "qsa-engine.h"
#include "qsa-error.h"
#include "qsa-import-table.h"
#include "qsa-index-state.h"
#include "qsa-row-table.h"
#include "qsa-source-table.h"

/* ---- search ---- */

void
qsa_library_tables_init (QsaLibraryTables *tables, QsaStore *store)
{
  g_return_if_fail (tables != NULL && store != NULL);

  tables->columns = qsa_store_dup_columns (store);
  tables->variants = qsa_store_dup_variants (store);
  tables->outlets = qsa_store_dup_outlets (store);
}

void
qsa_library_tables_clear (QsaLibraryTables *tables)
{
  g_return_if_fail (tables != NULL);

  g_clear_pointer (&tables->columns, qsa_columns_unref);
  g_clear_pointer (&tables->variants, qsa_variant_table_unref);
  g_clear_pointer (&tables->outlets, qsa_outlet_table_unref);
}

gboolean
qsa_library_is_indexed (QsaStore *store, QsaDb *db, GError **error)
{
  QsaIndexState state = { 0 };
  guint progress;

  g_return_val_if_fail (store != NULL && db != NULL, FALSE);

  if (qsa_store_get_index_progress (store) == QSA_INDEX_STATE_WHOLE)
    return TRUE;
  if (!qsa_index_state_read (db, &state, error))
    return FALSE;
  progress = qsa_index_state_get_progress (&state);
  if (progress == QSA_INDEX_STATE_WHOLE)
    return TRUE;
  g_set_error (
      error, QSA_ERROR, QSA_ERROR_INDEXING,
      _ ("The search index is being made anew for this version of Qusasat; %u %% "
         "is done. Reading and filtering work meanwhile."),
      progress / 10);
  return FALSE;
}

gboolean
qsa_library_can_search (QsaStore *store, QsaDb *db, QsaSearchRequest *request,
                        GError **error)
{
  g_return_val_if_fail (request != NULL, FALSE);

  return qsa_query_is_all (qsa_search_request_get_query (request))
         || qsa_library_is_indexed (store, db, error);
}

typedef struct
{
  QsaSearchRequest *request;
  QsaResult *result; /* the answer */
} QsaLibrarySearch;

static void
qsa_library_search_free (gpointer data)
{
  QsaLibrarySearch *search = data;

  g_clear_pointer (&search->request, qsa_search_request_unref);
  g_clear_pointer (&search->result, qsa_result_unref);
  g_free (search);
}

static QsaJobState
qsa_library_run_search (QsaStore *store, QsaDb *db, gpointer data,
                        GCancellable *cancellable, GError **error)
{
  QsaLibrarySearch *search = data;
  g_auto (QsaLibraryTables) tables = { NULL };
  QsaEngineTables engine_tables;

  /* The snapshot is that of the transaction's first statement, which comes after the engine has read the term cache's
   * generation: a posting is never older than its generation says. */
  if (!qsa_library_can_search (store, db, search->request, error)
      || !qsa_db_begin_read (db, error))
    return QSA_JOB_FAILED;
  qsa_library_tables_init (&tables, store);
  engine_tables = (QsaEngineTables){ tables.variants, tables.outlets };
  search->result =
      qsa_engine_search_with (db, tables.columns, qsa_store_get_term_cache (store),
                              &engine_tables, search->request, cancellable, error);
  return search->result != NULL ? QSA_JOB_DONE : QSA_JOB_FAILED;
}

void
qsa_library_search_async (QsaLibrary *self, QsaSearchRequest *request,
                          GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  QsaLibrarySearch *search = NULL;

  g_return_if_fail (QSA_IS_LIBRARY (self) && request != NULL);
  g_return_if_fail (qsa_library_is_owner (self));

  search = g_new0 (QsaLibrarySearch, 1);
  search->request = qsa_search_request_ref (request);
  qsa_library_read (self, QSA_READ_LONG,
                    qsa_library_new_task (self, qsa_library_search_async, search,
                                          qsa_library_search_free, cancellable, callback,
                                          user_data),
                    qsa_library_run_search);
}

QsaResult *
qsa_library_search_finish (QsaLibrary *self, GAsyncResult *result, GError **error)
{
  QsaLibrarySearch *search = qsa_library_finish (self, result, qsa_library_search_async,
                                                 error);

  return search != NULL ? g_steal_pointer (&search->result) : NULL;
}

/* ---- rows ---- */

typedef struct
{
  guint32 *ids;
  guint n_ids;
  QsaMatcher *matcher;
  GPtrArray *rows; /* the answer */
} QsaLibraryRows;

static void
qsa_library_rows_free (gpointer data)
{
  QsaLibraryRows *rows = data;

  g_clear_pointer (&rows->ids, g_free);
  g_clear_pointer (&rows->matcher, qsa_matcher_unref);
  g_clear_pointer (&rows->rows, g_ptr_array_unref);
  g_free (rows);
}

static QsaJobState
qsa_library_run_rows (QsaStore *store, QsaDb *db, gpointer data,
                      GCancellable *cancellable, GError **error)
{
  QsaLibraryRows *rows = data;

  if (!qsa_db_begin_read (db, error))
    return QSA_JOB_FAILED;
  rows->rows = qsa_row_table_load (db, rows->ids, rows->n_ids, rows->matcher, cancellable,
                                   error);
  return rows->rows != NULL ? QSA_JOB_DONE : QSA_JOB_FAILED;
}

void
qsa_library_load_rows_async (QsaLibrary *self, const guint32 *ids, guint n_ids,
                             QsaMatcher *matcher, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  QsaLibraryRows *rows = NULL;

  g_return_if_fail (QSA_IS_LIBRARY (self) && (ids != NULL || n_ids == 0));
  g_return_if_fail (qsa_library_is_owner (self));

  rows = g_new0 (QsaLibraryRows, 1);
  rows->ids = g_memdup2 (ids, n_ids * sizeof *ids);
  rows->n_ids = n_ids;
  rows->matcher = matcher != NULL ? qsa_matcher_ref (matcher) : NULL;
  qsa_library_read (self, QSA_READ_SHORT,
                    qsa_library_new_task (self, qsa_library_load_rows_async, rows,
                                          qsa_library_rows_free, cancellable, callback,
                                          user_data),
                    qsa_library_run_rows);
}

GPtrArray *
qsa_library_load_rows_finish (QsaLibrary *self, GAsyncResult *result, GError **error)
{
  QsaLibraryRows *rows = qsa_library_finish (self, result, qsa_library_load_rows_async,
                                             error);

  return rows != NULL ? g_steal_pointer (&rows->rows) : NULL;
}

/* ---- one article ---- */

typedef struct
{
  gint64 id;
  QsaArticle *article; /* the answer to one */
  GBytes *source;      /* or to the other */
} QsaLibraryArticle;

static void
qsa_library_article_free (gpointer data)
{
  QsaLibraryArticle *article = data;

  g_clear_pointer (&article->article, qsa_article_free);
  g_clear_pointer (&article->source, g_bytes_unref);
  g_free (article);
}

static void
qsa_library_read_article (QsaLibrary *self, gint64 id, gpointer source_tag,
                          QsaJobFunc run, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  QsaLibraryArticle *article = g_new0 (QsaLibraryArticle, 1);

  article->id = id;
  qsa_library_read (self, QSA_READ_SHORT,
                    qsa_library_new_task (self, source_tag, article,
                                          qsa_library_article_free, cancellable, callback,
                                          user_data),
                    run);
}

static QsaJobState
qsa_library_run_article (QsaStore *store, QsaDb *db, gpointer data,
                         GCancellable *cancellable, GError **error)
{
  QsaLibraryArticle *article = data;
  g_autoptr (QsaArticle) loaded = NULL;

  if (!qsa_db_begin_read (db, error))
    return QSA_JOB_FAILED;
  loaded = qsa_article_table_load (db, article->id, error);
  if (loaded == NULL
      || !qsa_source_table_load_path (db, article->id, &loaded->source_path, error)
      || !qsa_import_table_load_rules (db, loaded, error))
    return QSA_JOB_FAILED;
  article->article = g_steal_pointer (&loaded);
  return QSA_JOB_DONE;
}

void
qsa_library_load_article_async (QsaLibrary *self, gint64 id, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (QSA_IS_LIBRARY (self));
  g_return_if_fail (qsa_library_is_owner (self));

  qsa_library_read_article (self, id, qsa_library_load_article_async,
                            qsa_library_run_article, cancellable, callback, user_data);
}

QsaArticle *
qsa_library_load_article_finish (QsaLibrary *self, GAsyncResult *result, GError **error)
{
  QsaLibraryArticle *article = qsa_library_finish (self, result,
                                                   qsa_library_load_article_async, error);

  return article != NULL ? g_steal_pointer (&article->article) : NULL;
}

static QsaJobState
qsa_library_run_source (QsaStore *store, QsaDb *db, gpointer data,
                        GCancellable *cancellable, GError **error)
{
  QsaLibraryArticle *article = data;

  article->source = qsa_source_table_load (db, article->id, error);
  return article->source != NULL ? QSA_JOB_DONE : QSA_JOB_FAILED;
}

void
qsa_library_load_source_async (QsaLibrary *self, gint64 id, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (QSA_IS_LIBRARY (self));
  g_return_if_fail (qsa_library_is_owner (self));

  qsa_library_read_article (self, id, qsa_library_load_source_async,
                            qsa_library_run_source, cancellable, callback, user_data);
}

GBytes *
qsa_library_load_source_finish (QsaLibrary *self, GAsyncResult *result, GError **error)
{
  QsaLibraryArticle *article = qsa_library_finish (self, result,
                                                   qsa_library_load_source_async, error);

  return article != NULL ? g_steal_pointer (&article->source) : NULL;
}
