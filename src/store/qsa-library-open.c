/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-library-file.h"
#include "qsa-library-private.h"

/* From so many articles on it pays to read some of the index beforehand. */
#define QSA_LIBRARY_LARGE 20000

/*   main thread                    opening thread              writer, readers
 *   open_async ── QsaLibrary ──> inspect the file
 *                                qsa_writer_new ───────────────> open, make, migrate, load
 *                                qsa_read_pool_new ────────────> open
 *   open_finish <────────────────┘
 *   close_async ── both ───────> qsa_read_pool_close, qsa_writer_close
 */

/* ---- opening ---- */

typedef struct
{
  QsaLibrary *library;
  QsaLibraryFlags flags;
} QsaLibraryOpening;

static void
qsa_library_opening_free (gpointer data)
{
  QsaLibraryOpening *opening = data;

  g_clear_object (&opening->library);
  g_free (opening);
}

static gboolean
qsa_library_open_threads (QsaLibrary *self, gboolean create, GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (QsaReadPool) readers = NULL;
  QsaWriter *writer = qsa_writer_new (self->store, self->notifier, create, cancellable,
                                      error);

  if (writer == NULL)
    return FALSE;
  readers = qsa_read_pool_new (self->store, error);
  if (readers == NULL)
    {
      qsa_writer_close (writer, NULL);
      return FALSE;
    }
  g_mutex_lock (&self->lock);
  self->writer = writer;
  self->readers = g_steal_pointer (&readers);
  g_mutex_unlock (&self->lock);
  return TRUE;
}

static void
qsa_library_open_in_thread (GTask *task, gpointer source_object, gpointer data,
                            GCancellable *cancellable)
{
  QsaLibraryOpening *opening = data;
  QsaLibrary *self = opening->library;
  g_auto (QsaLibraryFile) file = { 0 };
  g_autoptr (GError) error = NULL;

  if (qsa_library_file_inspect (self->path, (opening->flags & QSA_LIBRARY_CREATE) != 0,
                                (opening->flags & QSA_LIBRARY_READ_ONLY) != 0, &file,
                                &error))
    {
      self->store = qsa_store_new (file.path, file.mode);
      qsa_library_open_threads (self, file.create, cancellable, &error);
    }
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

void
qsa_library_open_async (const char *path, QsaLibraryFlags flags,
                        GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  QsaLibraryOpening *opening = NULL;

  g_return_if_fail (path != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  opening = g_new0 (QsaLibraryOpening, 1);
  opening->flags = flags;
  opening->library = g_object_new (QSA_TYPE_LIBRARY, NULL);
  opening->library->path = g_canonicalize_filename (path, NULL);
  opening->library->notifier = qsa_change_notifier_new (G_OBJECT (opening->library),
                                                        qsa_library_on_changed);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, qsa_library_open_async);
  g_task_set_task_data (task, opening, qsa_library_opening_free);
  g_task_run_in_thread (task, qsa_library_open_in_thread);
}

/* The first search by relevance of a large library need not wait for what this reads. */
static QsaJobState
qsa_library_run_warm_up (QsaStore *store, QsaDb *db, gpointer data,
                         GCancellable *cancellable, GError **error)
{
  g_autoptr (QsaColumns) columns = qsa_store_dup_columns (store);
  g_autoptr (QsaLengths) lengths = NULL;

  if (!qsa_library_is_indexed (store, db, error) || !qsa_db_begin_read (db, error))
    return QSA_JOB_FAILED;
  lengths = qsa_columns_dup_lengths (columns, db, error);
  return lengths != NULL ? QSA_JOB_DONE : QSA_JOB_FAILED;
}

static void
qsa_library_on_warm (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_debug ("The index was not read beforehand: %s", error->message);
}

static void
qsa_library_warm_up (QsaLibrary *self)
{
  if (self->n_articles < QSA_LIBRARY_LARGE)
    return;
  qsa_library_read (self, QSA_READ_LONG,
                    qsa_library_new_task (self, qsa_library_warm_up, NULL, NULL, NULL,
                                          qsa_library_on_warm, NULL),
                    qsa_library_run_warm_up);
}

QsaLibrary *
qsa_library_open_finish (GAsyncResult *result, GError **error)
{
  QsaLibraryOpening *opening = NULL;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, qsa_library_open_async), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  opening = g_task_get_task_data (G_TASK (result));
  qsa_library_renew_tables (opening->library);
  opening->library->history = qsa_store_dup_history (opening->library->store);
  opening->library->n_articles = qsa_library_get_n_articles (opening->library);
  qsa_library_warm_up (opening->library);
  return g_steal_pointer (&opening->library);
}

/* ---- closing ---- */

typedef struct
{
  QsaWriter *writer;
  QsaReadPool *readers;
} QsaLibraryClosing;

/* From now on requests are refused. NULL when it was closed before. */
static QsaLibraryClosing *
qsa_library_begin_closing (QsaLibrary *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  QsaLibraryClosing *closing = NULL;

  if (self->writer == NULL)
    return NULL;
  qsa_store_set_closing (self->store);
  closing = g_new0 (QsaLibraryClosing, 1);
  closing->writer = g_steal_pointer (&self->writer);
  closing->readers = g_steal_pointer (&self->readers);
  return closing;
}

/* The writer's connection has to be the last one: only it can checkpoint. */
static gboolean
qsa_library_close_threads (QsaLibraryClosing *closing, GError **error)
{
  g_clear_pointer (&closing->readers, qsa_read_pool_close);
  return qsa_writer_close (g_steal_pointer (&closing->writer), error);
}

static gpointer
qsa_library_close_alone (gpointer data)
{
  g_autofree QsaLibraryClosing *closing = data;
  g_autoptr (GError) error = NULL;

  if (!qsa_library_close_threads (closing, &error))
    g_message ("%s", error->message);
  return NULL;
}

void
qsa_library_close_in_background (QsaLibrary *self)
{
  QsaLibraryClosing *closing = qsa_library_begin_closing (self);

  if (closing != NULL)
    g_thread_unref (g_thread_new ("qsa-close", qsa_library_close_alone, closing));
}

static void
qsa_library_close_in_thread (GTask *task, gpointer source_object, gpointer data,
                             GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (qsa_library_close_threads (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
qsa_library_close_async (QsaLibrary *self, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  QsaLibraryClosing *closing = NULL;

  g_return_if_fail (QSA_IS_LIBRARY (self));
  g_return_if_fail (qsa_library_is_owner (self));

  closing = qsa_library_begin_closing (self);
  task = qsa_library_new_task (self, qsa_library_close_async, closing, g_free, NULL,
                               callback, user_data);
  if (closing == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_run_in_thread (task, qsa_library_close_in_thread);
}

gboolean
qsa_library_close_finish (QsaLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (QSA_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, qsa_library_close_async),
                        FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
