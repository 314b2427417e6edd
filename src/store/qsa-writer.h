/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-change-notifier.h"
#include "qsa-job.h"

G_BEGIN_DECLS

/* Internal to store. The one connection that writes, on a thread of its own. What the user does
 * overtakes what an import brings.
 *
 *   owner ──push──> kept, user: j j ─┐
 *   workers ─push─> import:   j j j ─┴──> thread ──commit──> QsaFollower ──> snapshots, "changed"
 *                                           └──answer──> the context of each task
 *
 * A user's job is answered when the snapshots show it. Once a second, and when asked, the thread looks
 * for what other processes did; when idle after an import it merges the index's segments. In a
 * library that is only read the thread does nothing but look. */
typedef struct _QsaWriter QsaWriter;

/* By urgency; first come, first served in each. */
typedef enum
{
  QSA_WRITE_KEPT, /* small, and written also when the library is being closed */
  QSA_WRITE_USER,
  QSA_WRITE_IMPORT,
} QsaWriteKind;
#define QSA_WRITE_N_KINDS (QSA_WRITE_IMPORT + 1)

/* Blocks until the library is open (made, migrated) and the store's snapshots are loaded. */
QsaWriter *qsa_writer_new (QsaStore *store, QsaChangeNotifier *notifier, gboolean create,
                           GCancellable *cancellable, GError **error);

/* Any thread; takes @job. After closing it is refused. */
void qsa_writer_push (QsaWriter *writer, QsaWriteKind kind, QsaJob *job);

/* Any thread: looks for changes by other processes soon. */
void qsa_writer_poll (QsaWriter *writer);

/* Does what is kept, refuses what else waits, lets the running job finish, checkpoints, waits for the thread and frees the
 * writer. FALSE with @error when the checkpoint failed: what was committed is safe in the -wal. */
gboolean qsa_writer_close (QsaWriter *writer, GError **error);

G_END_DECLS
