/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-import-run.h"

#include "qsa-error.h"
#include "qsa-extract.h"
#include "qsa-walker.h"

/* A batch is handed over at whichever comes first. The more articles, the fewer words have to be
 * counted twice in the vocabulary (the library cuts a transaction that takes too long); the bytes bound
 * memory when articles are long; the time keeps the progress live when pages are slow to read. */
#define QSA_IMPORT_BATCH_ARTICLES 400
#define QSA_IMPORT_BATCH_BYTES (4 * 1024 * 1024)
#define QSA_IMPORT_BATCH_US (500 * G_TIME_SPAN_MILLISECOND)
#define QSA_IMPORT_MAX_WORKERS 4

struct _QsaImportRun
{
  /* owned, immutable */
  QsaLibrary *library;
  QsaOutletTable *outlets;
  const QsaImportOptions *options;
  gint64 import_id;
  GCancellable *cancellable;

  /* owned */
  GThread *walker;
  GPtrArray *workers;   /* GThread* */
  GAsyncQueue *sources; /* QsaImportSource* */

  /* owned, under lock */
  GMutex lock;
  QsaImportCounts counts;
  GPtrArray *fresh_items; /* QsaImportItem* that the owner has not collected yet */
  GError *error;
  guint n_running;
};

/* A file or a pasted text to read; both NULL ends a worker. */
typedef struct
{
  char *path;
  char *text;
  GError *error; /* the walker could not read it */
} QsaImportSource;

/* What one extract thread keeps. */
typedef struct
{
  QsaImportRun *run;
  GMainContext *context;
  GPtrArray *candidates; /* QsaCandidate* */
  GPtrArray *items;      /* QsaImportItem*, beside them */
  gsize batch_bytes;
  gint64 batch_since_us;
  guint n_read; /* files whose last article is in the batch */
} QsaImportWorker;

QsaImportOptions *
qsa_import_options_new (void)
{
  QsaImportOptions *options = g_new0 (QsaImportOptions, 1);
  options->paths = g_ptr_array_new_with_free_func (g_free);
  options->texts = g_ptr_array_new_with_free_func (g_free);
  options->date = (QsaDate) QSA_DATE_INIT;
  return options;
}

void
qsa_import_options_free (QsaImportOptions *options)
{
  g_ptr_array_unref (options->paths);
  g_ptr_array_unref (options->texts);
  g_free (options->outlet);
  g_free (options);
}

static QsaImportSource *
qsa_import_source_new (const char *path, const char *text, const GError *error)
{
  QsaImportSource *source = g_new0 (QsaImportSource, 1);
  source->path = g_strdup (path);
  source->text = g_strdup (text);
  source->error = error != NULL ? g_error_copy (error) : NULL;
  return source;
}

static void
qsa_import_source_free (QsaImportSource *source)
{
  g_free (source->path);
  g_free (source->text);
  g_clear_error (&source->error);
  g_free (source);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaImportSource, qsa_import_source_free)

/* ---- the walker ---- */

static void
qsa_import_run_on_walk (QsaWalkKind kind, const char *path, const GError *error,
                        gpointer user_data)
{
  QsaImportRun *run = user_data;

  g_mutex_lock (&run->lock);
  if (kind == QSA_WALK_IGNORED)
    run->counts.n_ignored++;
  else
    run->counts.n_files++;
  g_mutex_unlock (&run->lock);

  if (kind != QSA_WALK_IGNORED)
    g_async_queue_push (run->sources, qsa_import_source_new (path, NULL, error));
}

static gpointer
qsa_import_run_walker (gpointer data)
{
  QsaImportRun *run = data;

  for (guint i = 0; i < run->options->texts->len; i++)
    {
      g_mutex_lock (&run->lock);
      run->counts.n_files++;
      g_mutex_unlock (&run->lock);
      const char *text = g_ptr_array_index (run->options->texts, i);
      g_async_queue_push (run->sources, qsa_import_source_new (NULL, text, NULL));
    }
  for (guint i = 0; i < run->options->paths->len; i++)
    qsa_walk (g_ptr_array_index (run->options->paths, i), run->cancellable,
              qsa_import_run_on_walk, run);

  g_mutex_lock (&run->lock);
  run->counts.walking = FALSE;
  g_mutex_unlock (&run->lock);
  for (guint i = 0; i < run->workers->len; i++)
    g_async_queue_push (run->sources, qsa_import_source_new (NULL, NULL, NULL));
  return NULL;
}

/* ---- a worker ---- */

static void
qsa_import_run_fail (QsaImportRun *run, const GError *error)
{
  g_mutex_lock (&run->lock);
  if (run->error == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    run->error = g_error_copy (error);
  g_mutex_unlock (&run->lock);
  g_cancellable_cancel (run->cancellable);
}

/* Why articles of the worker's batch were not stored: @error, or the failure of another worker's
 * batch that ended the run; NULL when the user cancelled. With the lock held. */
static const GError *
qsa_import_worker_reason (QsaImportWorker *worker, const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? worker->run->error
                                                                   : error;
}

static void
qsa_import_item_fail (QsaImportItem *item, const char *reason)
{
  item->outcome = QSA_OUTCOME_FAILED;
  g_free (item->message);
  item->message = g_strdup (reason);
}

/* Takes @item unless the user cancelled before it was stored. @stored: what the library says of it,
 * NULL when it did not come to it. With the lock held. */
static void
qsa_import_worker_report_item (QsaImportWorker *worker, QsaImportItem *item,
                               const QsaStored *stored, const GError *reason)
{
  QsaImportRun *run = worker->run;
  gboolean was_found = item->outcome != QSA_OUTCOME_FAILED;

  if (stored != NULL && (stored->outcome != QSA_OUTCOME_FAILED || !was_found))
    {
      item->outcome = stored->outcome;
      item->article_id = stored->article_id;
    }
  else if (reason == NULL)
    {
      qsa_import_item_free (item);
      return;
    }
  else if (was_found)
    qsa_import_item_fail (item, reason->message);

  run->counts.n_added += item->outcome == QSA_OUTCOME_ADDED;
  run->counts.n_duplicates += item->outcome == QSA_OUTCOME_DUPLICATE;
  run->counts.n_failed += item->outcome == QSA_OUTCOME_FAILED;
  g_ptr_array_add (run->fresh_items, item);
}

/* @stored NULL: nothing of the batch was stored, and @error says why. Both: a part was. */
static void
qsa_import_worker_report (QsaImportWorker *worker, const GArray *stored,
                          const GError *error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&worker->run->lock);
  const GError *reason = qsa_import_worker_reason (worker, error);

  for (guint i = 0; i < worker->items->len; i++)
    qsa_import_worker_report_item (
        worker, g_steal_pointer (&g_ptr_array_index (worker->items, i)),
        stored != NULL ? &g_array_index (stored, QsaStored, i) : NULL, reason);
  if (error == NULL || reason != NULL)
    worker->run->counts.n_done += worker->n_read;
}

static void
qsa_import_worker_on_stored (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **answer = user_data;
  *answer = g_object_ref (result);
}

static GArray *
qsa_import_worker_store (QsaImportWorker *worker, GError **error)
{
  QsaImportRun *run = worker->run;
  g_autoptr (GAsyncResult) answer = NULL;

  qsa_library_import_batch_async (run->library, run->import_id,
                                  g_steal_pointer (&worker->candidates), run->cancellable,
                                  qsa_import_worker_on_stored, &answer);
  while (answer == NULL)
    g_main_context_iteration (worker->context, TRUE);
  return qsa_library_import_batch_finish (run->library, answer, error);
}

/* A dry run stores nothing: what was found well is what would be added. */
static GArray *
qsa_import_worker_pretend (QsaImportWorker *worker)
{
  GArray *stored = g_array_sized_new (FALSE, TRUE, sizeof (QsaStored),
                                      worker->candidates->len);
  for (guint i = 0; i < worker->candidates->len; i++)
    {
      QsaCandidate *candidate = g_ptr_array_index (worker->candidates, i);
      QsaStored outcome = { candidate->article != NULL ? QSA_OUTCOME_ADDED
                                                       : QSA_OUTCOME_FAILED };
      g_array_append_val (stored, outcome);
    }
  return stored;
}

static void
qsa_import_worker_begin_batch (QsaImportWorker *worker)
{
  g_clear_pointer (&worker->candidates, g_ptr_array_unref);
  g_clear_pointer (&worker->items, g_ptr_array_unref);
  worker->candidates =
      g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_candidate_free);
  worker->items = g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_import_item_free);
  worker->batch_bytes = 0;
  worker->batch_since_us = g_get_monotonic_time ();
  worker->n_read = 0;
}

static GArray *
qsa_import_worker_hand_over (QsaImportWorker *worker, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (worker->run->cancellable, error))
    return NULL;
  return worker->run->options->dry_run ? qsa_import_worker_pretend (worker)
                                       : qsa_import_worker_store (worker, error);
}

static void
qsa_import_worker_flush (QsaImportWorker *worker)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) stored = NULL;

  if (worker->items->len == 0)
    return;
  stored = qsa_import_worker_hand_over (worker, &error);
  if (error != NULL)
    qsa_import_run_fail (worker->run, error);
  qsa_import_worker_report (worker, stored, error);
  qsa_import_worker_begin_batch (worker);
}

static void
qsa_import_worker_apply_options (QsaImportWorker *worker, QsaArticle *article)
{
  const QsaImportOptions *options = worker->run->options;

  if (options->outlet != NULL)
    {
      g_free (article->outlet);
      article->outlet = g_strdup (options->outlet);
      qsa_article_set_rule (article, "outlet", "user", 1.0);
    }
  if (options->date.precision != QSA_DATE_NONE)
    {
      article->date = options->date;
      article->date_origin = QSA_DATE_ORIGIN_USER;
      qsa_article_set_rule (article, "date", "user", 1.0);
    }
}

static gboolean
qsa_import_worker_is_full (QsaImportWorker *worker)
{
  return worker->candidates->len >= QSA_IMPORT_BATCH_ARTICLES
         || worker->batch_bytes >= QSA_IMPORT_BATCH_BYTES
         || g_get_monotonic_time () - worker->batch_since_us >= QSA_IMPORT_BATCH_US;
}

static gboolean
qsa_import_worker_add (QsaCandidate *candidate, gpointer user_data)
{
  QsaImportWorker *worker = user_data;

  if (candidate->article != NULL)
    qsa_import_worker_apply_options (worker, candidate->article);
  if (candidate->raw != NULL)
    worker->batch_bytes += g_bytes_get_size (candidate->raw);
  g_ptr_array_add (worker->items, qsa_import_item_new (candidate));
  g_ptr_array_add (worker->candidates, candidate);

  if (qsa_import_worker_is_full (worker))
    qsa_import_worker_flush (worker);
  return TRUE; /* the run's cancellable stops the reader */
}

/* A file is done when the last of its articles is. */
static void
qsa_import_worker_count_read (QsaImportWorker *worker)
{
  if (worker->items->len > 0)
    {
      worker->n_read++;
      return;
    }
  g_mutex_lock (&worker->run->lock);
  worker->run->counts.n_done++;
  g_mutex_unlock (&worker->run->lock);
}

static void
qsa_import_worker_read (QsaImportWorker *worker, QsaImportSource *source)
{
  QsaImportRun *run = worker->run;
  g_autoptr (GError) error = g_steal_pointer (&source->error);

  if (source->text != NULL)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (source->text, strlen (source->text));
      qsa_extract_bytes (bytes, NULL, run->outlets, qsa_import_worker_add, worker,
                         run->cancellable, &error);
    }
  else if (error == NULL)
    qsa_extract_file (source->path, run->outlets, qsa_import_worker_add, worker,
                      run->cancellable, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    {
      QsaCandidate *candidate = qsa_candidate_new (source->path, 0);
      candidate->error = g_steal_pointer (&error);
      qsa_import_worker_add (candidate, worker);
    }
  qsa_import_worker_count_read (worker);
}

static gpointer
qsa_import_run_worker (gpointer data)
{
  QsaImportRun *run = data;
  QsaImportWorker worker = { .run = run, .context = g_main_context_new () };

  g_main_context_push_thread_default (worker.context);
  qsa_import_worker_begin_batch (&worker);
  for (;;)
    {
      g_autoptr (QsaImportSource) source = g_async_queue_pop (run->sources);
      if (source->path == NULL && source->text == NULL)
        break;
      if (g_cancellable_is_cancelled (run->cancellable))
        continue; /* the walker's last word is still to come */

      qsa_import_worker_read (&worker, source);
    }
  qsa_import_worker_flush (&worker);

  g_ptr_array_unref (worker.items);
  g_ptr_array_unref (worker.candidates);
  g_main_context_pop_thread_default (worker.context);
  g_main_context_unref (worker.context);

  g_mutex_lock (&run->lock);
  run->counts.ended = --run->n_running == 0;
  g_mutex_unlock (&run->lock);
  return NULL;
}

/* ---- the run ---- */

QsaImportRun *
qsa_import_run_start (QsaLibrary *library, QsaOutletTable *outlets,
                      const QsaImportOptions *options, gint64 import_id)
{
  g_return_val_if_fail (library != NULL || options->dry_run, NULL);

  QsaImportRun *run = g_new0 (QsaImportRun, 1);
  g_mutex_init (&run->lock);
  run->library = library != NULL ? g_object_ref (library) : NULL;
  run->outlets = qsa_outlet_table_ref (outlets);
  run->options = options;
  run->import_id = import_id;
  run->cancellable = g_cancellable_new ();
  run->sources = g_async_queue_new_full ((GDestroyNotify) qsa_import_source_free);
  run->fresh_items =
      g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_import_item_free);
  run->counts.walking = TRUE;

  /* The walker counts the workers, so they must all be there before it starts. */
  /* One more than there are processors: each waits for the writer's answer, and the writer must
   * never wait for them (measured: 1,850 articles a second with two on two, 2,400 with three). */
  guint n_workers = CLAMP (g_get_num_processors () + 1, 2, QSA_IMPORT_MAX_WORKERS);
  run->n_running = n_workers;
  run->workers = g_ptr_array_new ();
  for (guint i = 0; i < n_workers; i++)
    g_ptr_array_add (run->workers, g_thread_new ("extract", qsa_import_run_worker, run));
  run->walker = g_thread_new ("walk", qsa_import_run_walker, run);
  return run;
}

void
qsa_import_run_free (QsaImportRun *run)
{
  g_thread_join (run->walker);
  for (guint i = 0; i < run->workers->len; i++)
    g_thread_join (g_ptr_array_index (run->workers, i));
  g_ptr_array_unref (run->workers);
  g_async_queue_unref (run->sources);
  g_ptr_array_unref (run->fresh_items);
  g_clear_error (&run->error);
  g_object_unref (run->cancellable);
  qsa_outlet_table_unref (run->outlets);
  g_clear_object (&run->library);
  g_mutex_clear (&run->lock);
  g_free (run);
}

void
qsa_import_run_cancel (QsaImportRun *run)
{
  g_cancellable_cancel (run->cancellable);
}

QsaImportCounts
qsa_import_run_collect (QsaImportRun *run, GPtrArray *items)
{
  g_mutex_lock (&run->lock);
  QsaImportCounts counts = run->counts;
  for (guint i = 0; i < run->fresh_items->len; i++)
    g_ptr_array_add (items, g_steal_pointer (&g_ptr_array_index (run->fresh_items, i)));
  g_ptr_array_set_size (run->fresh_items, 0);
  g_mutex_unlock (&run->lock);
  return counts;
}

GError *
qsa_import_run_dup_error (QsaImportRun *run)
{
  g_mutex_lock (&run->lock);
  GError *error = run->error != NULL ? g_error_copy (run->error) : NULL;
  g_mutex_unlock (&run->lock);
  return error;
}
