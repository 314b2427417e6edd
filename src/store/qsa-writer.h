/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-change-notifier.h"
#include "qsa-job.h"

G_BEGIN_DECLS

/* Internal to store. The one connection that writes, on a thread of its own, with two queues: what
 * the user does overtakes what an import brings.
 *
 *   owner ──push──> user:   j j ────┐
 *   workers ─push─> import: j j j ──┴──> thread ──commit──> QsaFollower ──> snapshots, "changed"
 *                                          └──answer──> the context of each task
 *
 * A user's job is answered when the snapshots show it. Once a second, and when asked, the thread looks
 * for what other processes did; when idle after an import it merges the index's segments. In a
 * library that is only read the thread does nothing but look. */
typedef struct _QsaWriter QsaWriter;

typedef enum
{
  QSA_WRITE_USER,
  QSA_WRITE_IMPORT,
} QsaWriteKind;

/* Blocks until the library is open (made, migrated) and the store's snapshots are loaded. */
QsaWriter *qsa_writer_new (QsaStore *store, QsaChangeNotifier *notifier, gboolean create,
                           GCancellable *cancellable, GError **error);

/* Any thread; takes @job. After closing it is refused. */
void qsa_writer_push (QsaWriter *writer, QsaWriteKind kind, QsaJob *job);

/* Any thread: looks for changes by other processes soon. */
void qsa_writer_poll (QsaWriter *writer);

/* Refuses what waits, lets the running job finish, checkpoints, waits for the thread and frees the
 * writer. FALSE with @error when the checkpoint failed: what was committed is safe in the -wal. */
gboolean qsa_writer_close (QsaWriter *writer, GError **error);

G_END_DECLS
