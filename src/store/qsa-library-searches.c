/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-library-private.h"

#include <string.h>

#include "qsa-change-log.h"
#include "qsa-engine.h"
#include "qsa-fold.h"
#include "qsa-history-table.h"
#include "qsa-saved-search-table.h"

/* ---- saved searches ---- */

GPtrArray *
qsa_library_get_saved_searches (QsaLibrary *self)
{
  g_return_val_if_fail (QSA_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (qsa_library_is_owner (self), NULL);

  return self->searches;
}

typedef struct
{
  QsaSavedSearch *search; /* to be saved, or that was removed */
  gint64 id;
} QsaLibrarySaving;

static void
qsa_library_saving_free (gpointer data)
{
  QsaLibrarySaving *saving = data;

  g_clear_pointer (&saving->search, qsa_saved_search_free);
  g_free (saving);
}

static QsaJobState
qsa_library_run_save_search (QsaStore *store, QsaDb *db, gpointer data,
                             GCancellable *cancellable, GError **error)
{
  QsaLibrarySaving *saving = data;

  if (qsa_db_begin_write (db, error)
      && qsa_saved_search_table_save (db, saving->search, &saving->id, error)
      && qsa_change_log_add (db, QSA_CHANGE_SEARCHES, NULL, 0, error)
      && qsa_db_commit (db, error))
    return QSA_JOB_DONE;
  return QSA_JOB_FAILED;
}

void
qsa_library_save_search_async (QsaLibrary *self, const QsaSavedSearch *search,
                               GAsyncReadyCallback callback, gpointer user_data)
{
  QsaLibrarySaving *saving = NULL;

  g_return_if_fail (QSA_IS_LIBRARY (self) && search != NULL);
  g_return_if_fail (qsa_library_is_owner (self));

  saving = g_new0 (QsaLibrarySaving, 1);
  saving->search = qsa_saved_search_copy (search);
  qsa_library_write (self, QSA_WRITE_USER,
                     qsa_library_new_task (self, qsa_library_save_search_async, saving,
                                           qsa_library_saving_free, NULL, callback,
                                           user_data),
                     qsa_library_run_save_search);
}

gint64
qsa_library_save_search_finish (QsaLibrary *self, GAsyncResult *result, GError **error)
{
  QsaLibrarySaving *saving = qsa_library_finish (self, result,
                                                 qsa_library_save_search_async, error);

  return saving != NULL ? saving->id : 0;
}

static QsaJobState
qsa_library_run_remove_search (QsaStore *store, QsaDb *db, gpointer data,
                               GCancellable *cancellable, GError **error)
{
  QsaLibrarySaving *saving = data;
  g_autoptr (QsaSavedSearch) removed = NULL;

  if (!qsa_db_begin_write (db, error))
    return QSA_JOB_FAILED;
  removed = qsa_saved_search_table_remove (db, saving->id, error);
  if (removed == NULL || !qsa_change_log_add (db, QSA_CHANGE_SEARCHES, NULL, 0, error)
      || !qsa_db_commit (db, error))
    return QSA_JOB_FAILED;
  saving->search = g_steal_pointer (&removed);
  return QSA_JOB_DONE;
}

void
qsa_library_remove_search_async (QsaLibrary *self, gint64 id,
                                 GAsyncReadyCallback callback, gpointer user_data)
{
  QsaLibrarySaving *saving = NULL;

  g_return_if_fail (QSA_IS_LIBRARY (self));
  g_return_if_fail (qsa_library_is_owner (self));

  saving = g_new0 (QsaLibrarySaving, 1);
  saving->id = id;
  qsa_library_write (self, QSA_WRITE_USER,
                     qsa_library_new_task (self, qsa_library_remove_search_async, saving,
                                           qsa_library_saving_free, NULL, callback,
                                           user_data),
                     qsa_library_run_remove_search);
}

QsaSavedSearch *
qsa_library_remove_search_finish (QsaLibrary *self, GAsyncResult *result, GError **error)
{
  QsaLibrarySaving *saving = qsa_library_finish (self, result,
                                                 qsa_library_remove_search_async, error);

  return saving != NULL ? g_steal_pointer (&saving->search) : NULL;
}

/* ---- counts ---- */

typedef struct
{
  GPtrArray *requests; /* QsaSearchRequest */
  GArray *counts;      /* the answer: guint */
} QsaLibraryCounting;

static void
qsa_library_counting_free (gpointer data)
{
  QsaLibraryCounting *counting = data;

  g_clear_pointer (&counting->requests, g_ptr_array_unref);
  g_clear_pointer (&counting->counts, g_array_unref);
  g_free (counting);
}

static void
qsa_library_free_request (gpointer request)
{
  qsa_search_request_unref (request);
}

static QsaJobState
qsa_library_run_count (QsaStore *store, QsaDb *db, gpointer data,
                       GCancellable *cancellable, GError **error)
{
  QsaLibraryCounting *counting = data;
  g_auto (QsaLibraryTables) tables = { NULL };
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));
  QsaEngineTables engine_tables;

  for (guint i = 0; i < counting->requests->len; i++)
    if (!qsa_library_can_search (store, db, g_ptr_array_index (counting->requests, i),
                                 error))
      return QSA_JOB_FAILED;
  if (!qsa_db_begin_read (db, error))
    return QSA_JOB_FAILED;
  qsa_library_tables_init (&tables, store);
  engine_tables = (QsaEngineTables){ tables.variants, tables.outlets };
  for (guint i = 0; i < counting->requests->len; i++)
    {
      QsaSearchRequest *request = g_ptr_array_index (counting->requests, i);
      gint64 found = qsa_engine_count (db, tables.columns,
                                       qsa_store_get_term_cache (store), &engine_tables,
                                       request, cancellable, error);
      guint total = (guint) MAX (found, 0);

      if (found < 0)
        return QSA_JOB_FAILED;
      g_array_append_val (counts, total);
    }
  counting->counts = g_steal_pointer (&counts);
  return QSA_JOB_DONE;
}

void
qsa_library_count_async (QsaLibrary *self, QsaSearchRequest **requests, guint n_requests,
                         GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  QsaLibraryCounting *counting = NULL;

  g_return_if_fail (QSA_IS_LIBRARY (self) && (requests != NULL || n_requests == 0));
  g_return_if_fail (qsa_library_is_owner (self));

  counting = g_new0 (QsaLibraryCounting, 1);
  counting->requests = g_ptr_array_new_with_free_func (qsa_library_free_request);
  for (guint i = 0; i < n_requests; i++)
    g_ptr_array_add (counting->requests, qsa_search_request_ref (requests[i]));
  qsa_library_read (self, QSA_READ_LONG,
                    qsa_library_new_task (self, qsa_library_count_async, counting,
                                          qsa_library_counting_free, cancellable,
                                          callback, user_data),
                    qsa_library_run_count);
}

GArray *
qsa_library_count_finish (QsaLibrary *self, GAsyncResult *result, GError **error)
{
  QsaLibraryCounting *counting = qsa_library_finish (self, result,
                                                     qsa_library_count_async, error);

  return counting != NULL ? g_steal_pointer (&counting->counts) : NULL;
}

/* ---- earlier searches ---- */

/* By letters when there are any in @part, else by its signs. */
static gboolean
qsa_library_history_matches (const char *query, const char *part, const char *folded_part)
{
  g_autofree char *folded = NULL;

  if (*folded_part == '\0')
    return strstr (query, part) != NULL;
  folded = qsa_fold_text (query, -1);
  return strstr (folded, folded_part) != NULL;
}

char **
qsa_library_dup_history (QsaLibrary *self, const char *prefix, guint max)
{
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();
  g_autofree char *folded = NULL;
  guint n = 0;

  g_return_val_if_fail (QSA_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (qsa_library_is_owner (self), NULL);

  prefix = prefix != NULL ? prefix : "";
  folded = qsa_fold_text (prefix, -1);
  for (guint i = 0; i < self->history->len && n < max; i++)
    {
      const char *query = g_ptr_array_index (self->history, i);

      if (!qsa_library_history_matches (query, prefix, folded))
        continue;
      g_strv_builder_add (found, query);
      n++;
    }
  return g_strv_builder_end (found);
}

/* A new array: the old one is the store's, too. */
static void
qsa_library_put_first (QsaLibrary *self, const char *query)
{
  GPtrArray *history = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (history, g_strdup (query));
  for (guint i = 0; i < self->history->len && history->len < QSA_HISTORY_MAX; i++)
    {
      const char *other = g_ptr_array_index (self->history, i);

      if (!g_str_equal (other, query))
        g_ptr_array_add (history, g_strdup (other));
    }
  g_ptr_array_unref (self->history);
  self->history = history;
}

/* @data: the query, or NULL to forget them all. */
static QsaJobState
qsa_library_run_history (QsaStore *store, QsaDb *db, gpointer data,
                         GCancellable *cancellable, GError **error)
{
  const char *query = data;

  if (qsa_db_begin_write (db, error)
      && (query != NULL ? qsa_history_table_add (db, query, error)
                        : qsa_history_table_clear (db, error))
      && qsa_change_log_add (db, QSA_CHANGE_LOG_HISTORY, NULL, 0, error)
      && qsa_db_commit (db, error))
    return QSA_JOB_DONE;
  return QSA_JOB_FAILED;
}

static void
qsa_library_on_history_written (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_debug ("The list of earlier searches was not kept: %s", error->message);
}

static void
qsa_library_write_history (QsaLibrary *self, gpointer source_tag, char *query)
{
  qsa_library_write (self, QSA_WRITE_KEPT,
                     qsa_library_new_task (self, source_tag, query, g_free, NULL,
                                           qsa_library_on_history_written, NULL),
                     qsa_library_run_history);
}

void
qsa_library_remember_search (QsaLibrary *self, const char *query)
{
  g_autofree char *normalized = NULL;

  g_return_if_fail (QSA_IS_LIBRARY (self) && query != NULL);
  g_return_if_fail (qsa_library_is_owner (self));

  normalized = qsa_history_table_normalize (query);
  if (normalized == NULL || qsa_library_get_read_only (self))
    return;
  qsa_library_put_first (self, normalized);
  qsa_library_write_history (self, qsa_library_remember_search,
                             g_steal_pointer (&normalized));
}

void
qsa_library_forget_searches (QsaLibrary *self)
{
  g_return_if_fail (QSA_IS_LIBRARY (self));
  g_return_if_fail (qsa_library_is_owner (self));

  if (qsa_library_get_read_only (self))
    return;
  g_ptr_array_unref (self->history);
  self->history = g_ptr_array_new_with_free_func (g_free);
  qsa_library_write_history (self, qsa_library_forget_searches, NULL);
}
