/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "qsa-columns.h"
#include "qsa-outlet-table.h"
#include "qsa-term-cache.h"
#include "qsa-variants.h"

G_BEGIN_DECLS

/* Internal to store. What the threads of one open library share: where it is, and the current
 * snapshots. Every call from any thread.
 *
 *   QsaLibrary (owner) ── jobs ──> QsaWriter thread ── new snapshots ──> QsaStore
 *          │                                                               │
 *          └───────────── jobs ──> QsaReadPool threads <── snapshots ──────┘
 */
typedef struct _QsaStore QsaStore;

QsaStore *qsa_store_new (const char *path, QsaDbMode mode);
QsaStore *qsa_store_ref (QsaStore *store);
void qsa_store_unref (QsaStore *store);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaStore, qsa_store_unref)

const char *qsa_store_get_path (QsaStore *store);
QsaDbMode qsa_store_get_mode (QsaStore *store);
QsaTermCache *qsa_store_get_term_cache (QsaStore *store);

/* New references; NULL only while the library opens. */
QsaColumns *qsa_store_dup_columns (QsaStore *store);
QsaOutletTable *qsa_store_dup_outlets (QsaStore *store);
GPtrArray *qsa_store_dup_searches (QsaStore *store); /* QsaSavedSearch */
GPtrArray *qsa_store_dup_history (QsaStore *store);  /* char *, newest first */
QsaVariantTable *qsa_store_dup_variants (QsaStore *store);
/* Take the reference; what is given is never changed again. */
void qsa_store_take_columns (QsaStore *store, QsaColumns *columns);
void qsa_store_take_outlets (QsaStore *store, QsaOutletTable *outlets);
void qsa_store_take_searches (QsaStore *store, GPtrArray *searches);
void qsa_store_take_history (QsaStore *store, GPtrArray *history);
void qsa_store_take_variants (QsaStore *store, QsaVariantTable *variants);

/* What was indexed changed: postings of before are worth nothing. */
void qsa_store_advance_index (QsaStore *store);

/* How far the index is that is being made anew, in thousandths; 1000 when it is whole, and before the
 * library was opened. See qsa-index-state.h. */
guint qsa_store_get_index_progress (QsaStore *store);
/* TRUE when it was another. */
gboolean qsa_store_set_index_progress (QsaStore *store, guint progress);

/* What a job asks of the writer's thread for afterwards. */
typedef enum
{
  QSA_STORE_WISH_SNAPSHOTS = 1 << 0, /* that show what was written, before the answer */
  QSA_STORE_WISH_INDEX_CARE = 1
                              << 1, /* when nothing else is to do: see qsa-index-care.h */
} QsaStoreWish;

void qsa_store_wish (QsaStore *store, QsaStoreWish wish);
gboolean qsa_store_has_wish (QsaStore *store, QsaStoreWish wish);
void qsa_store_forget_wish (QsaStore *store, QsaStoreWish wish);

void qsa_store_set_closing (QsaStore *store);
gboolean qsa_store_get_closing (QsaStore *store);

/* For tests: what every job waits first; cut short by closing. */
void qsa_store_set_delay (QsaStore *store, guint milliseconds);
void qsa_store_wait_delay (QsaStore *store);

G_END_DECLS
