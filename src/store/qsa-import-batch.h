/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-library.h"
#include "qsa-store.h"

G_BEGIN_DECLS

/* Internal to store. Candidates on their way into the library.
 *
 *   caller: qsa_import_batch_new, _prepare (hash, compress)
 *      └──> writer: qsa_import_batch_store_some, one transaction each, until all are stored
 */
typedef struct _QsaImportBatch QsaImportBatch;

/* Takes @candidates: GPtrArray of QsaCandidate. */
QsaImportBatch *qsa_import_batch_new (gint64 import_id, GPtrArray *candidates);
void qsa_import_batch_free (QsaImportBatch *batch);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaImportBatch, qsa_import_batch_free)

/* Any thread, before the batch is handed over: what costs time and needs no database. Done by
 * the writer when nobody did it. */
void qsa_import_batch_prepare (QsaImportBatch *batch);

/* On the writer's thread, without a transaction: stores as many candidates as fit into one that holds
 * the lock for a quarter of a second at most. On failure nothing of this transaction is stored. */
gboolean qsa_import_batch_store_some (QsaImportBatch *batch, QsaStore *store, QsaDb *db,
                                      GError **error);
gboolean qsa_import_batch_is_finished (QsaImportBatch *batch);

/* One QsaStored for each candidate; those that were not stored are QSA_OUTCOME_FAILED. */
GArray *qsa_import_batch_steal_stored (QsaImportBatch *batch);
guint qsa_import_batch_get_n_stored (QsaImportBatch *batch);

G_END_DECLS
