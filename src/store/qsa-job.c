/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-job.h"

#include <glib/gi18n-lib.h>

#include "qsa-error.h"

struct _QsaJob
{
  /* owned */
  GTask *task;
  GError *error; /* the answer when set */

  QsaJobFunc run;
  gboolean started;
  gboolean kept;
};

QsaJob *
qsa_job_new (GTask *task, QsaJobFunc run)
{
  QsaJob *job = NULL;

  g_return_val_if_fail (G_IS_TASK (task) && run != NULL, NULL);

  job = g_new0 (QsaJob, 1);
  job->task = task;
  job->run = run;
  /* What was written is written, also when somebody cancels a moment later. */
  g_task_set_check_cancellable (task, FALSE);
  return job;
}

void
qsa_job_keep (QsaJob *job)
{
  g_return_if_fail (job != NULL);

  job->kept = TRUE;
}

static void
qsa_job_free (gpointer data)
{
  QsaJob *job = data;

  g_clear_error (&job->error);
  g_clear_object (&job->task);
  g_free (job);
}

static void
qsa_job_set_closed (QsaJob *job)
{
  g_clear_error (&job->error);
  g_set_error_literal (&job->error, QSA_ERROR, QSA_ERROR_CLOSED,
                       _ ("The library was closed."));
}

/* Closing interrupts what is being read; to whoever asked that is no cancellation. */
static gboolean
qsa_job_was_closed (QsaJob *job, QsaStore *store)
{
  return g_error_matches (job->error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
         && qsa_store_get_closing (store)
         && !g_cancellable_is_cancelled (g_task_get_cancellable (job->task));
}

QsaJobState
qsa_job_run (QsaJob *job, QsaStore *store, QsaDb *db)
{
  GCancellable *cancellable = NULL;
  QsaJobState state = QSA_JOB_FAILED;

  g_return_val_if_fail (job != NULL && job->error == NULL, QSA_JOB_FAILED);

  cancellable = g_task_get_cancellable (job->task);
  if (!job->started)
    qsa_store_wait_delay (store);
  job->started = TRUE;
  if (qsa_store_get_closing (store) && !job->kept)
    qsa_job_set_closed (job);
  else if (!g_cancellable_set_error_if_cancelled (cancellable, &job->error))
    {
      qsa_db_set_cancellable (db, cancellable);
      state = job->run (store, db, g_task_get_task_data (job->task), cancellable,
                        &job->error);
      qsa_db_end_request (db);
    }
  g_assert ((state == QSA_JOB_FAILED) == (job->error != NULL));
  if (qsa_job_was_closed (job, store))
    qsa_job_set_closed (job);
  return state;
}

static gboolean
qsa_job_return (gpointer data)
{
  QsaJob *job = data;

  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    g_task_return_boolean (job->task, TRUE);
  return G_SOURCE_REMOVE;
}

void
qsa_job_answer (QsaJob *job)
{
  g_autoptr (GSource) source = NULL;

  g_return_if_fail (job != NULL);

  source = g_idle_source_new ();
  g_source_set_priority (source, g_task_get_priority (job->task));
  g_source_set_static_name (source, "[qusasat] answer");
  g_source_set_callback (source, qsa_job_return, job, qsa_job_free);
  g_source_attach (source, g_task_get_context (job->task));
}

void
qsa_job_refuse (QsaJob *job)
{
  g_return_if_fail (job != NULL);

  qsa_job_set_closed (job);
  qsa_job_answer (job);
}
