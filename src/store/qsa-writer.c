/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-writer.h"

#include "qsa-analysis.h"
#include "qsa-change-log.h"
#include "qsa-follower.h"
#include "qsa-index-care.h"
#include "qsa-index-state.h"
#include "qsa-library.h"
#include "qsa-schema.h"
#include "qsa-term-table.h"
#include "qsa-thread.h"

#define QSA_WRITER_TICK_US (1 * G_TIME_SPAN_SECOND)
#define QSA_WRITER_BEHIND_US (100 * G_TIME_SPAN_MILLISECOND)
/* How long a user's change may wait for an index that is made anew. */
#define QSA_WRITER_BUILD_US (100 * G_TIME_SPAN_MILLISECOND)
/* A library that stays open this long is a window's: then the index is cared for. */
#define QSA_WRITER_CARE_AFTER_US (5 * G_TIME_SPAN_SECOND)

struct _QsaWriter
{
  /* owned */
  QsaStore *store;
  QsaChangeNotifier *notifier;
  GThread *thread;

  /* borrowed while qsa_writer_new() waits */
  GCancellable *cancellable;
  gboolean create;

  /* the thread's own */
  QsaDb *db;
  QsaFollower *follower;
  gint64 opened_us;
  gint64 looked_us;
  gboolean care_begun;

  /* behind the lock */
  GMutex lock;
  GCond changed;
  GQueue waiting[QSA_WRITE_N_KINDS]; /* QsaJob, by QsaWriteKind */
  gboolean poll_wanted;
  gboolean started; /* opened or failed */
  gboolean closing;
  GError *error; /* of opening, then of closing */
};

static gboolean
qsa_writer_open_db (QsaWriter *writer, GError **error)
{
  const char *path = qsa_store_get_path (writer->store);
  QsaDbMode mode = qsa_store_get_mode (writer->store);
  gboolean prepared = FALSE;

  writer->db = qsa_db_open (path, mode, error);
  if (writer->db == NULL)
    return FALSE;
  qsa_db_set_cancellable (writer->db, writer->cancellable);
  prepared = mode == QSA_DB_READ_WRITE
                 ? qsa_schema_prepare (writer->db, path, writer->create, error)
                       && qsa_analysis_prepare (writer->db, error)
                 : qsa_schema_check (writer->db, error)
                       && qsa_analysis_check (writer->db, error);
  qsa_db_end_request (writer->db);
  return prepared;
}

/* Words that wait are those of an import that was killed, or of one that runs elsewhere. */
static gboolean
qsa_writer_wish_for_care (QsaWriter *writer, GError **error)
{
  gint64 pending_bytes = 0;

  if (qsa_store_get_mode (writer->store) != QSA_DB_READ_WRITE)
    return TRUE;
  if (!qsa_term_table_measure_pending (writer->db, &pending_bytes, error))
    return FALSE;
  if (pending_bytes > 0)
    qsa_store_wish (writer->store, QSA_STORE_WISH_INDEX_CARE);
  return TRUE;
}

/* Tells whoever waits to search; once it is whole, all that was found before is worth nothing. */
static gboolean
qsa_writer_read_progress (QsaWriter *writer, GError **error)
{
  QsaIndexState state = { 0 };
  guint progress;

  if (!qsa_index_state_read (writer->db, &state, error))
    return FALSE;
  progress = qsa_index_state_get_progress (&state);
  /* While the library opens there is nobody to be told. */
  if (!qsa_store_set_index_progress (writer->store, progress) || writer->follower == NULL)
    return TRUE;
  if (progress == QSA_INDEX_STATE_WHOLE)
    qsa_store_advance_index (writer->store);
  qsa_change_notifier_raise (writer->notifier, QSA_CHANGE_LOG_PROGRESS
                                                   | (progress == QSA_INDEX_STATE_WHOLE
                                                          ? QSA_CHANGE_ARTICLES
                                                          : 0));
  return TRUE;
}

static gboolean
qsa_writer_is_building (QsaWriter *writer)
{
  return qsa_store_get_index_progress (writer->store) < QSA_INDEX_STATE_WHOLE;
}

/* An index that is not whole is built by all that have time. */
static gboolean
qsa_writer_wish_for_building (QsaWriter *writer, GError **error)
{
  if (!qsa_writer_read_progress (writer, error))
    return FALSE;
  if (qsa_writer_is_building (writer)
      && qsa_store_get_mode (writer->store) == QSA_DB_READ_WRITE)
    qsa_store_wish (writer->store, QSA_STORE_WISH_INDEX_CARE);
  return TRUE;
}

static gboolean
qsa_writer_open (QsaWriter *writer, GError **error)
{
  if (!qsa_writer_open_db (writer, error) || !qsa_writer_wish_for_care (writer, error)
      || !qsa_writer_wish_for_building (writer, error))
    return FALSE;
  writer->opened_us = g_get_monotonic_time ();
  writer->follower = qsa_follower_new (writer->store, writer->db, writer->notifier,
                                       writer->cancellable, error);
  return writer->follower != NULL;
}

static void
qsa_writer_start (QsaWriter *writer)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GMutexLocker) locker = NULL;

  qsa_writer_open (writer, &error);
  locker = g_mutex_locker_new (&writer->lock);
  writer->error = g_steal_pointer (&error);
  writer->started = TRUE;
  writer->closing = writer->closing || writer->error != NULL;
  g_cond_broadcast (&writer->changed);
}

/* With the lock held. */
static gint64
qsa_writer_get_wake_up_us (QsaWriter *writer)
{
  return writer->looked_us
         + (qsa_follower_is_behind (writer->follower) ? QSA_WRITER_BEHIND_US
                                                      : QSA_WRITER_TICK_US);
}

/* With the lock held: the next job, or NULL when it is time to look or to leave, or when there is
 * time for the index. */
static QsaJob *
qsa_writer_wait (QsaWriter *writer, QsaWriteKind *kind)
{
  while (!writer->closing && !writer->poll_wanted
         && g_get_monotonic_time () < qsa_writer_get_wake_up_us (writer))
    {
      for (guint i = 0; i < G_N_ELEMENTS (writer->waiting); i++)
        {
          *kind = i;
          if (!g_queue_is_empty (&writer->waiting[i]))
            return g_queue_pop_head (&writer->waiting[i]);
        }
      if (qsa_store_has_wish (writer->store, QSA_STORE_WISH_INDEX_CARE))
        return NULL;
      g_cond_wait_until (&writer->changed, &writer->lock,
                         qsa_writer_get_wake_up_us (writer));
    }
  return NULL;
}

/* Another process may build, too. */
static void
qsa_writer_look_at_progress (QsaWriter *writer)
{
  g_autoptr (GError) error = NULL;

  if (qsa_writer_is_building (writer) && !qsa_writer_read_progress (writer, &error))
    g_message ("%s", error->message);
}

static void
qsa_writer_look (QsaWriter *writer)
{
  qsa_writer_look_at_progress (writer);
  writer->looked_us = g_get_monotonic_time ();
  if (!writer->care_begun
      && writer->looked_us - writer->opened_us > QSA_WRITER_CARE_AFTER_US
      && qsa_store_get_mode (writer->store) == QSA_DB_READ_WRITE)
    {
      writer->care_begun = TRUE;
      qsa_store_wish (writer->store, QSA_STORE_WISH_INDEX_CARE);
    }
  if (qsa_follower_was_overtaken (writer->follower)
      || qsa_follower_is_behind (writer->follower))
    qsa_follower_catch_up (writer->follower, FALSE);
}

static gboolean
qsa_writer_has_work (gpointer data)
{
  QsaWriter *writer = data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&writer->lock);

  for (guint i = 0; i < G_N_ELEMENTS (writer->waiting); i++)
    if (!g_queue_is_empty (&writer->waiting[i]))
      return TRUE;
  return writer->closing;
}

/* Nobody shall wait for this to get the lock; once it has it, it takes a tenth of a second. */
static gboolean
qsa_writer_care_begin (QsaWriter *writer, GError **error)
{
  gboolean begun = FALSE;

  qsa_db_set_stop_func (writer->db, qsa_writer_has_work, writer);
  begun = qsa_db_begin_write (writer->db, error);
  qsa_db_set_stop_func (writer->db, NULL, NULL);
  return begun;
}

/* Inside a transaction. */
static gboolean
qsa_writer_care_some (QsaWriter *writer, gboolean *finished, GError **error)
{
  return qsa_writer_is_building (writer)
             ? qsa_analysis_build_some (writer->db, QSA_WRITER_BUILD_US, error)
             : qsa_index_care_do_some (writer->db, finished, error);
}

/* What was built is said; what older rules left goes when nothing needs it any more. */
static gboolean
qsa_writer_end_building (QsaWriter *writer, GError **error)
{
  if (!qsa_writer_is_building (writer))
    return TRUE;
  if (!qsa_writer_read_progress (writer, error))
    return FALSE;
  return qsa_writer_is_building (writer) || qsa_analysis_drop_old (writer->db, error);
}

static void
qsa_writer_care (QsaWriter *writer)
{
  g_autoptr (GError) error = NULL;
  gboolean finished = FALSE;

  if (qsa_writer_care_begin (writer, &error)
      && (!qsa_writer_care_some (writer, &finished, &error)
          || !qsa_db_commit (writer->db, &error)
          || !qsa_writer_end_building (writer, &error)))
    {
      /* Not again before the next import. */
      g_message ("%s", error->message);
      finished = TRUE;
    }
  qsa_db_end_request (writer->db);
  if (finished)
    qsa_store_forget_wish (writer->store, QSA_STORE_WISH_INDEX_CARE);
}

static void
qsa_writer_serve (QsaWriter *writer, QsaJob *job, QsaWriteKind kind)
{
  /* The user's own changes wait for the disk; what an import brings could be brought again. */
  static const char *const synchronous[] = {
    [QSA_WRITE_KEPT] = "PRAGMA synchronous = NORMAL",
    [QSA_WRITE_USER] = "PRAGMA synchronous = FULL",
    [QSA_WRITE_IMPORT] = "PRAGMA synchronous = NORMAL",
  };
  QsaJobState state;

  /* An outlet that another process made must not be made twice. */
  if (qsa_follower_was_overtaken (writer->follower))
    qsa_follower_catch_up (writer->follower, FALSE);
  qsa_db_exec (writer->db, synchronous[kind], NULL);
  state = qsa_job_run (job, writer->store, writer->db);
  qsa_follower_catch_up (writer->follower,
                         kind == QSA_WRITE_USER
                             || qsa_store_has_wish (writer->store,
                                                    QSA_STORE_WISH_SNAPSHOTS));
  qsa_store_forget_wish (writer->store, QSA_STORE_WISH_SNAPSHOTS);
  if (state != QSA_JOB_AGAIN)
    {
      qsa_job_answer (job);
      return;
    }
  g_mutex_lock (&writer->lock);
  g_queue_push_head (&writer->waiting[kind], job);
  g_mutex_unlock (&writer->lock);
}

/* One turn, without the lock. */
static void
qsa_writer_turn (QsaWriter *writer, QsaJob *job, QsaWriteKind kind, gboolean poll)
{
  if (job != NULL)
    qsa_writer_serve (writer, job, kind);
  else if (poll || g_get_monotonic_time () >= qsa_writer_get_wake_up_us (writer))
    qsa_writer_look (writer);
  else if (qsa_store_has_wish (writer->store, QSA_STORE_WISH_INDEX_CARE))
    qsa_writer_care (writer);
}

static void
qsa_writer_serve_until_closed (QsaWriter *writer)
{
  QsaWriteKind kind = QSA_WRITE_USER;

  g_mutex_lock (&writer->lock);
  while (!writer->closing)
    {
      QsaJob *job = qsa_writer_wait (writer, &kind);
      gboolean poll = writer->poll_wanted;

      writer->poll_wanted = writer->poll_wanted && job != NULL;
      if (writer->closing && job == NULL)
        break;
      g_mutex_unlock (&writer->lock);
      qsa_writer_turn (writer, job, kind, poll);
      g_mutex_lock (&writer->lock);
    }
  g_mutex_unlock (&writer->lock);
}

/* Closing: nothing is pushed any more. */
static void
qsa_writer_serve_kept (QsaWriter *writer)
{
  QsaJob *job = NULL;

  while ((job = g_queue_pop_head (&writer->waiting[QSA_WRITE_KEPT])) != NULL)
    qsa_writer_serve (writer, job, QSA_WRITE_KEPT);
}

/* Closing the last connection checkpoints too, but would not say that it failed. */
static gboolean
qsa_writer_checkpoint (QsaWriter *writer, GError **error)
{
  int result = SQLITE_OK;

  if (writer->db == NULL || qsa_store_get_mode (writer->store) != QSA_DB_READ_WRITE)
    return TRUE;
  result = sqlite3_wal_checkpoint_v2 (qsa_db_get_handle (writer->db), NULL,
                                      SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
  if (result == SQLITE_OK || (result & 0xff) == SQLITE_BUSY)
    return TRUE;
  qsa_db_take_error (writer->db, "checkpoint", error);
  return FALSE;
}

static gpointer
qsa_writer_main (gpointer data)
{
  QsaWriter *writer = data;

  qsa_thread_prepare ();
  qsa_writer_start (writer);
  if (writer->follower != NULL)
    {
      qsa_writer_serve_until_closed (writer);
      qsa_writer_serve_kept (writer);
      qsa_writer_checkpoint (writer, &writer->error);
    }
  g_clear_pointer (&writer->follower, qsa_follower_free);
  g_clear_pointer (&writer->db, qsa_db_close);
  return NULL;
}

static void
qsa_writer_free (QsaWriter *writer)
{
  g_assert (writer->thread == NULL);

  g_clear_error (&writer->error);
  g_clear_pointer (&writer->notifier, qsa_change_notifier_unref);
  g_clear_pointer (&writer->store, qsa_store_unref);
  g_mutex_clear (&writer->lock);
  g_cond_clear (&writer->changed);
  g_free (writer);
}

QsaWriter *
qsa_writer_new (QsaStore *store, QsaChangeNotifier *notifier, gboolean create,
                GCancellable *cancellable, GError **error)
{
  QsaWriter *writer = NULL;
  gboolean failed = FALSE;

  g_return_val_if_fail (store != NULL && notifier != NULL, NULL);

  writer = g_new0 (QsaWriter, 1);
  writer->store = qsa_store_ref (store);
  writer->notifier = qsa_change_notifier_ref (notifier);
  writer->create = create;
  writer->cancellable = cancellable;
  g_mutex_init (&writer->lock);
  g_cond_init (&writer->changed);
  writer->thread = g_thread_new ("qsa-writer", qsa_writer_main, writer);

  g_mutex_lock (&writer->lock);
  while (!writer->started)
    g_cond_wait (&writer->changed, &writer->lock);
  writer->cancellable = NULL;
  failed = writer->error != NULL;
  g_mutex_unlock (&writer->lock);
  if (!failed)
    return writer;
  qsa_writer_close (writer, error);
  return NULL;
}

void
qsa_writer_push (QsaWriter *writer, QsaWriteKind kind, QsaJob *job)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (writer != NULL && job != NULL);

  locker = g_mutex_locker_new (&writer->lock);
  if (writer->closing)
    {
      qsa_job_refuse (job);
      return;
    }
  g_queue_push_tail (&writer->waiting[kind], job);
  g_cond_broadcast (&writer->changed);
}

void
qsa_writer_poll (QsaWriter *writer)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (writer != NULL);

  locker = g_mutex_locker_new (&writer->lock);
  writer->poll_wanted = TRUE;
  g_cond_broadcast (&writer->changed);
}

gboolean
qsa_writer_close (QsaWriter *writer, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  QsaJob *job = NULL;

  g_return_val_if_fail (writer != NULL, FALSE);

  g_mutex_lock (&writer->lock);
  writer->closing = TRUE;
  g_cond_broadcast (&writer->changed);
  g_mutex_unlock (&writer->lock);
  g_clear_pointer (&writer->thread, g_thread_join);

  /* Also what was running and wanted to be run once more. */
  for (guint kind = 0; kind < G_N_ELEMENTS (writer->waiting); kind++)
    while ((job = g_queue_pop_head (&writer->waiting[kind])) != NULL)
      qsa_job_refuse (job);
  local_error = g_steal_pointer (&writer->error);
  qsa_writer_free (writer);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}
