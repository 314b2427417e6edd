/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-library-private.h"

#include "qsa-import-batch.h"
#include "qsa-import-table.h"
#include "qsa-index-care.h"
#include "qsa-term-table.h"

/* ---- begin and end ---- */

typedef struct
{
  gint64 id; /* the answer to begin */
  gboolean cancelled;
  guint n_turns; /* of end */
} QsaLibraryImport;

static gint64
qsa_library_get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static QsaJobState
qsa_library_run_import_begin (QsaStore *store, QsaDb *db, gpointer data,
                              GCancellable *cancellable, GError **error)
{
  QsaLibraryImport *import = data;

  if (qsa_db_begin_write (db, error)
      && qsa_import_table_begin (db, qsa_library_get_now (), &import->id, error)
      && qsa_db_commit (db, error))
    return QSA_JOB_DONE;
  return QSA_JOB_FAILED;
}

void
qsa_library_import_begin_async (QsaLibrary *self, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (QSA_IS_LIBRARY (self));

  qsa_library_write (self, QSA_WRITE_IMPORT,
                     qsa_library_new_task (self, qsa_library_import_begin_async,
                                           g_new0 (QsaLibraryImport, 1), g_free,
                                           cancellable, callback, user_data),
                     qsa_library_run_import_begin);
}

gint64
qsa_library_import_begin_finish (QsaLibrary *self, GAsyncResult *result, GError **error)
{
  QsaLibraryImport *import = qsa_library_finish (self, result,
                                                 qsa_library_import_begin_async, error);

  return import != NULL ? import->id : -1;
}

/* While another process imports too, words never cease to wait. */
#define QSA_LIBRARY_IMPORT_END_TURNS 30

/* All words are counted before the import has ended. */
static QsaJobState
qsa_library_run_import_end (QsaStore *store, QsaDb *db, gpointer data,
                            GCancellable *cancellable, GError **error)
{
  QsaLibraryImport *import = data;
  gboolean folded = FALSE;

  qsa_store_wish (store, QSA_STORE_WISH_SNAPSHOTS);
  qsa_store_wish (store, QSA_STORE_WISH_INDEX_CARE);
  if (!qsa_index_care_fold_when (db, 1, &folded, error))
    return QSA_JOB_FAILED;
  if (folded && import->n_turns++ < QSA_LIBRARY_IMPORT_END_TURNS)
    return QSA_JOB_AGAIN;
  if (qsa_db_begin_write (db, error)
      && qsa_import_table_end (db, import->id, qsa_library_get_now (), import->cancelled,
                               error)
      && qsa_db_commit (db, error))
    return QSA_JOB_DONE;
  return QSA_JOB_FAILED;
}

void
qsa_library_import_end_async (QsaLibrary *self, gint64 import_id, gboolean cancelled,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  QsaLibraryImport *import = NULL;

  g_return_if_fail (QSA_IS_LIBRARY (self));

  import = g_new0 (QsaLibraryImport, 1);
  import->id = import_id;
  import->cancelled = cancelled;
  qsa_library_write (self, QSA_WRITE_IMPORT,
                     qsa_library_new_task (self, qsa_library_import_end_async, import,
                                           g_free, NULL, callback, user_data),
                     qsa_library_run_import_end);
}

gboolean
qsa_library_import_end_finish (QsaLibrary *self, GAsyncResult *result, GError **error)
{
  return qsa_library_finish (self, result, qsa_library_import_end_async, error) != NULL;
}

/* ---- batches ---- */

static QsaJobState
qsa_library_run_import_batch (QsaStore *store, QsaDb *db, gpointer data,
                              GCancellable *cancellable, GError **error)
{
  QsaImportBatch *batch = data;
  gboolean folded = FALSE;

  if (!qsa_index_care_fold_when (db, QSA_TERM_TABLE_MAX_PENDING_BYTES, &folded, error)
      || !qsa_import_batch_store_some (batch, store, db, error))
    return QSA_JOB_FAILED;
  return qsa_import_batch_is_finished (batch) ? QSA_JOB_DONE : QSA_JOB_AGAIN;
}

static void
qsa_library_free_batch (gpointer batch)
{
  qsa_import_batch_free (batch);
}

void
qsa_library_import_batch_async (QsaLibrary *self, gint64 import_id, GPtrArray *candidates,
                                GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer user_data)
{
  QsaImportBatch *batch = NULL;

  g_return_if_fail (QSA_IS_LIBRARY (self) && candidates != NULL);

  batch = qsa_import_batch_new (import_id, candidates);
  /* Hashing and compressing is for the importer's threads; the owner does not wait for it. */
  if (!qsa_library_is_owner (self))
    qsa_import_batch_prepare (batch);
  qsa_library_write (self, QSA_WRITE_IMPORT,
                     qsa_library_new_task (self, qsa_library_import_batch_async, batch,
                                           qsa_library_free_batch, cancellable, callback,
                                           user_data),
                     qsa_library_run_import_batch);
}

GArray *
qsa_library_import_batch_finish (QsaLibrary *self, GAsyncResult *result, GError **error)
{
  QsaImportBatch *batch = NULL;

  g_return_val_if_fail (QSA_IS_LIBRARY (self), NULL);

  if (qsa_library_finish (self, result, qsa_library_import_batch_async, error) == NULL)
    {
      batch = g_task_get_task_data (G_TASK (result));
      return qsa_import_batch_get_n_stored (batch) > 0
                 ? qsa_import_batch_steal_stored (batch)
                 : NULL;
    }
  batch = g_task_get_task_data (G_TASK (result));
  return qsa_import_batch_steal_stored (batch);
}
