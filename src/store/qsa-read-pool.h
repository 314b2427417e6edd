/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-job.h"

G_BEGIN_DECLS

/* Internal to store. Read-only connections, each on a thread of its own. Short jobs (rows, an
 * article) overtake long ones (searches), and one thread is always left for them.
 *
 *   owner ──push──> short: j j j ─┐
 *                   long:  j j ───┴──> threads 1..3 ──answers──> the context of each task
 */
typedef struct _QsaReadPool QsaReadPool;

typedef enum
{
  QSA_READ_SHORT,
  QSA_READ_LONG,
} QsaReadKind;

/* Blocks until the connections are open; NULL with @error when one could not be. */
QsaReadPool *qsa_read_pool_new (QsaStore *store, GError **error);

/* Any thread; takes @job. After closing it is refused. */
void qsa_read_pool_push (QsaReadPool *pool, QsaReadKind kind, QsaJob *job);

/* Refuses what waits, interrupts what runs, waits for the threads and frees the pool. Not on a thread
 * of the pool. */
void qsa_read_pool_close (QsaReadPool *pool);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaReadPool, qsa_read_pool_close)

G_END_DECLS
