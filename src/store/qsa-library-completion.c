/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-completion.h"

#include "qsa-library-private.h"

typedef struct
{
  char *prefix;
  guint max;
  GPtrArray *found; /* the answer: QsaCompletion */
} QsaLibraryCompleting;

static void
qsa_library_completing_free (gpointer data)
{
  QsaLibraryCompleting *completing = data;

  g_clear_pointer (&completing->prefix, g_free);
  g_clear_pointer (&completing->found, g_ptr_array_unref);
  g_free (completing);
}

static QsaJobState
qsa_library_run_complete (QsaStore *store, QsaDb *db, gpointer data,
                          GCancellable *cancellable, GError **error)
{
  QsaLibraryCompleting *completing = data;

  if (!qsa_db_begin_read (db, error))
    return QSA_JOB_FAILED;
  completing->found = qsa_completion_of_word (db, completing->prefix, completing->max,
                                              cancellable, error);
  return completing->found != NULL ? QSA_JOB_DONE : QSA_JOB_FAILED;
}

static QsaJobState
qsa_library_run_complete_author (QsaStore *store, QsaDb *db, gpointer data,
                                 GCancellable *cancellable, GError **error)
{
  QsaLibraryCompleting *completing = data;

  if (!qsa_db_begin_read (db, error))
    return QSA_JOB_FAILED;
  completing->found = qsa_completion_of_author (db, completing->prefix, completing->max,
                                                cancellable, error);
  return completing->found != NULL ? QSA_JOB_DONE : QSA_JOB_FAILED;
}

static void
qsa_library_start_completing (QsaLibrary *self, const char *prefix, guint max,
                              gpointer source_tag, QsaJobFunc run,
                              GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data)
{
  QsaLibraryCompleting *completing = g_new0 (QsaLibraryCompleting, 1);

  completing->prefix = g_strdup (prefix);
  completing->max = max;
  qsa_library_read (self, QSA_READ_SHORT,
                    qsa_library_new_task (self, source_tag, completing,
                                          qsa_library_completing_free, cancellable,
                                          callback, user_data),
                    run);
}

void
qsa_library_complete_async (QsaLibrary *self, const char *prefix, guint max,
                            GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_return_if_fail (QSA_IS_LIBRARY (self) && prefix != NULL);
  g_return_if_fail (qsa_library_is_owner (self));

  qsa_library_start_completing (self, prefix, max, qsa_library_complete_async,
                                qsa_library_run_complete, cancellable, callback,
                                user_data);
}

GPtrArray *
qsa_library_complete_finish (QsaLibrary *self, GAsyncResult *result, GError **error)
{
  QsaLibraryCompleting *completing =
      qsa_library_finish (self, result, qsa_library_complete_async, error);

  return completing != NULL ? g_steal_pointer (&completing->found) : NULL;
}

void
qsa_library_complete_author_async (QsaLibrary *self, const char *prefix, guint max,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (QSA_IS_LIBRARY (self) && prefix != NULL);
  g_return_if_fail (qsa_library_is_owner (self));

  qsa_library_start_completing (self, prefix, max, qsa_library_complete_author_async,
                                qsa_library_run_complete_author, cancellable, callback,
                                user_data);
}

GPtrArray *
qsa_library_complete_author_finish (QsaLibrary *self, GAsyncResult *result,
                                    GError **error)
{
  QsaLibraryCompleting *completing =
      qsa_library_finish (self, result, qsa_library_complete_author_async, error);

  return completing != NULL ? g_steal_pointer (&completing->found) : NULL;
}
