/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-store.h"

G_BEGIN_DECLS

/* Internal to store. A piece of work for a connection's thread, with its one answer: a GTask that
 * returns a boolean and whose task data holds question and answer. */
typedef struct _QsaJob QsaJob;

typedef enum
{
  QSA_JOB_DONE,
  QSA_JOB_FAILED, /* with the error set */
  QSA_JOB_AGAIN,  /* gave way to others; wants to be run once more */
} QsaJobState;

/* On a connection's thread. Statements and transactions that it leaves open are ended for it. */
typedef QsaJobState (*QsaJobFunc) (QsaStore *store, QsaDb *db, gpointer task_data,
                                   GCancellable *cancellable, GError **error);

/* Takes @task. */
QsaJob *qsa_job_new (GTask *task, QsaJobFunc run);

/* It is run also when the library is being closed. */
void qsa_job_keep (QsaJob *job);

/* On the thread of @db. Not begun any more once the store is closing. Unless AGAIN, qsa_job_answer() has to follow. */
QsaJobState qsa_job_run (QsaJob *job, QsaStore *store, QsaDb *db);

/* Any thread. Takes @job: it is answered and freed on the context that the task was made on, so that
 * no object of that context is ever let go by a connection's thread. */
void qsa_job_answer (QsaJob *job);

/* The same with QSA_ERROR_CLOSED, for jobs that did not run. */
void qsa_job_refuse (QsaJob *job);

G_END_DECLS
