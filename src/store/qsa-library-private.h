/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-job.h"
#include "qsa-library.h"
#include "qsa-read-pool.h"
#include "qsa-writer.h"

G_BEGIN_DECLS

/* Internal to store: what the files of QsaLibrary share. Every request is a GTask that returns a
 * boolean; its task data holds the question, and the answer once the job has run.
 *
 *   qsa_library_x_async   makes the task, hands it to a thread
 *   qsa_library_run_x     QsaJobFunc, on that thread
 *   qsa_library_x_finish  takes the answer out of the task data
 */

struct _QsaLibrary
{
  GObject parent_instance;

  /* owned */
  char *path;
  QsaChangeNotifier *notifier;
  QsaStore *store;

  /* owned: what the owner was last given */
  QsaOutletTable *outlets;
  GPtrArray *searches; /* QsaSavedSearch */
  GPtrArray *history;  /* char *, newest first */
  QsaVariantTable *variants;

  /* borrowed */
  GThread *owner;

  guint n_articles; /* as last notified */

  /* Behind the lock: workers of an import push while the owner closes. NULL before opening and
   * after closing. */
  GMutex lock;
  QsaWriter *writer;
  QsaReadPool *readers;
};

gboolean qsa_library_is_owner (QsaLibrary *self);

/* The owner's thread: takes over the store's current tables; says which of them are others now, as
 * QsaChangeKind flags. */
guint qsa_library_renew_tables (QsaLibrary *self);

/* QsaChangeFunc: notifies and emits "changed". */
void qsa_library_on_changed (GObject *owner, guint kinds);

/* Any thread: closes when it was not closed, and does not wait. */
void qsa_library_close_in_background (QsaLibrary *self);

/* @source_tag: the _async function; @data is owned by the task. */
GTask *qsa_library_new_task (QsaLibrary *self, gpointer source_tag, gpointer data,
                             GDestroyNotify free_data, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);

/* Take @task. Any thread. Once closed it is answered with QSA_ERROR_CLOSED; a write to a library that
 * is read-only with QSA_ERROR_READ_ONLY. */
void qsa_library_read (QsaLibrary *self, QsaReadKind kind, GTask *task, QsaJobFunc run);
void qsa_library_write (QsaLibrary *self, QsaWriteKind kind, GTask *task, QsaJobFunc run);

/* On a connection's thread: what searches use now. Cleared by qsa_library_tables_clear(). */
typedef struct
{
  QsaColumns *columns;
  QsaVariantTable *variants;
  QsaOutletTable *outlets;
} QsaLibraryTables;

void qsa_library_tables_init (QsaLibraryTables *tables, QsaStore *store);
void qsa_library_tables_clear (QsaLibraryTables *tables);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QsaLibraryTables, qsa_library_tables_clear)

/* On a connection's thread: FALSE with QSA_ERROR_INDEXING while the index is made anew. */
gboolean qsa_library_is_indexed (QsaStore *store, QsaDb *db, GError **error);
/* The same for a search, before its transaction; one that asks for no words needs no index. */
gboolean qsa_library_can_search (QsaStore *store, QsaDb *db, QsaSearchRequest *request,
                                 GError **error);

/* The task data when the job was done, else NULL with @error. */
gpointer qsa_library_finish (QsaLibrary *self, GAsyncResult *result, gpointer source_tag,
                             GError **error);

G_END_DECLS
