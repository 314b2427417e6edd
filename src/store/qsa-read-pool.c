/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-read-pool.h"

#include "qsa-thread.h"

#define QSA_READ_POOL_THREADS 3
#define QSA_READ_POOL_LONG_JOBS (QSA_READ_POOL_THREADS - 1)

typedef struct
{
  QsaReadPool *pool; /* borrowed: the pool outlives its threads */
  GThread *thread;
  QsaDb *db; /* behind the pool's lock for others than its thread */
} QsaReader;

struct _QsaReadPool
{
  QsaStore *store;
  QsaReader readers[QSA_READ_POOL_THREADS];

  GMutex lock;
  GCond changed;
  GQueue waiting[2]; /* QsaJob, by QsaReadKind */
  guint n_long_jobs; /* running */
  guint n_opened;    /* or failed */
  GError *open_error;
  gboolean closing;
};

static gboolean
qsa_reader_open (QsaReader *reader)
{
  QsaReadPool *pool = reader->pool;
  g_autoptr (GError) error = NULL;
  QsaDbMode mode = qsa_store_get_mode (pool->store);
  QsaDb *db = qsa_db_open (qsa_store_get_path (pool->store),
                           mode == QSA_DB_READ_WRITE ? QSA_DB_READ_ONLY : mode, &error);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&pool->lock);

  reader->db = db;
  if (db == NULL && pool->open_error == NULL)
    pool->open_error = g_steal_pointer (&error);
  pool->n_opened++;
  g_cond_broadcast (&pool->changed);
  return db != NULL;
}

static void
qsa_reader_close (QsaReader *reader)
{
  QsaDb *db = NULL;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&reader->pool->lock);

  db = g_steal_pointer (&reader->db);
  g_clear_pointer (&locker, g_mutex_locker_free);
  qsa_db_close (db);
}

/* With the lock held. */
static QsaJob *
qsa_read_pool_take_job (QsaReadPool *pool, QsaReadKind *kind)
{
  *kind = QSA_READ_SHORT;
  if (g_queue_is_empty (&pool->waiting[QSA_READ_SHORT])
      && pool->n_long_jobs < QSA_READ_POOL_LONG_JOBS)
    *kind = QSA_READ_LONG;
  return g_queue_pop_head (&pool->waiting[*kind]);
}

/* With the lock held on entry and on return. */
static void
qsa_reader_serve (QsaReader *reader, QsaJob *job, QsaReadKind kind)
{
  QsaReadPool *pool = reader->pool;

  pool->n_long_jobs += kind == QSA_READ_LONG;
  g_mutex_unlock (&pool->lock);
  while (qsa_job_run (job, pool->store, reader->db) == QSA_JOB_AGAIN)
    ;
  qsa_job_answer (job);
  g_mutex_lock (&pool->lock);
  pool->n_long_jobs -= kind == QSA_READ_LONG;
  g_cond_broadcast (&pool->changed);
}

static gpointer
qsa_reader_main (gpointer data)
{
  QsaReader *reader = data;
  QsaReadPool *pool = reader->pool;

  qsa_thread_prepare ();
  if (!qsa_reader_open (reader))
    return NULL;

  g_mutex_lock (&pool->lock);
  while (!pool->closing)
    {
      QsaReadKind kind;
      QsaJob *job = qsa_read_pool_take_job (pool, &kind);

      if (job != NULL)
        qsa_reader_serve (reader, job, kind);
      else
        g_cond_wait (&pool->changed, &pool->lock);
    }
  g_mutex_unlock (&pool->lock);

  qsa_reader_close (reader);
  return NULL;
}

QsaReadPool *
qsa_read_pool_new (QsaStore *store, GError **error)
{
  g_autoptr (QsaReadPool) pool = NULL;
  GError *open_error = NULL;

  g_return_val_if_fail (store != NULL, NULL);

  pool = g_new0 (QsaReadPool, 1);
  pool->store = qsa_store_ref (store);
  g_mutex_init (&pool->lock);
  g_cond_init (&pool->changed);
  for (guint i = 0; i < QSA_READ_POOL_THREADS; i++)
    {
      pool->readers[i].pool = pool;
      pool->readers[i].thread = g_thread_new ("qsa-reader", qsa_reader_main,
                                              &pool->readers[i]);
    }

  g_mutex_lock (&pool->lock);
  while (pool->n_opened < QSA_READ_POOL_THREADS)
    g_cond_wait (&pool->changed, &pool->lock);
  open_error = g_steal_pointer (&pool->open_error);
  g_mutex_unlock (&pool->lock);
  if (open_error == NULL)
    return g_steal_pointer (&pool);
  g_propagate_error (error, open_error);
  return NULL;
}

void
qsa_read_pool_push (QsaReadPool *pool, QsaReadKind kind, QsaJob *job)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (pool != NULL && job != NULL);

  locker = g_mutex_locker_new (&pool->lock);
  if (pool->closing)
    {
      qsa_job_refuse (job);
      return;
    }
  g_queue_push_tail (&pool->waiting[kind], job);
  g_cond_broadcast (&pool->changed);
}

/* With the lock held. */
static void
qsa_read_pool_stop (QsaReadPool *pool)
{
  QsaJob *job = NULL;

  pool->closing = TRUE;
  for (guint kind = 0; kind < G_N_ELEMENTS (pool->waiting); kind++)
    while ((job = g_queue_pop_head (&pool->waiting[kind])) != NULL)
      qsa_job_refuse (job);
  for (guint i = 0; i < QSA_READ_POOL_THREADS; i++)
    if (pool->readers[i].db != NULL)
      qsa_db_interrupt (pool->readers[i].db);
  g_cond_broadcast (&pool->changed);
}

void
qsa_read_pool_close (QsaReadPool *pool)
{
  g_return_if_fail (pool != NULL);

  g_mutex_lock (&pool->lock);
  qsa_read_pool_stop (pool);
  g_mutex_unlock (&pool->lock);
  for (guint i = 0; i < QSA_READ_POOL_THREADS; i++)
    g_clear_pointer (&pool->readers[i].thread, g_thread_join);

  g_clear_error (&pool->open_error);
  g_mutex_clear (&pool->lock);
  g_cond_clear (&pool->changed);
  qsa_store_unref (pool->store);
  g_free (pool);
}
