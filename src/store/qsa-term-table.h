/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-db.h"

G_BEGIN_DECLS

/* Internal to store. The table `term`: the index's folded words, and how many articles hold each; and
 * `term_pending`, where an import leaves each transaction's counts in one piece. Several of them are
 * then folded into `term` at once: most words are in all of them, and finding its place in the tree
 * is what a word costs (a third of an import's time when each transaction did it).
 *
 *   transaction ──> term_pending (one row) ──every few, and at the end──> term
 */

/* All inside a write transaction. @changes: words → GINT_TO_POINTER, by how many articles more or
 * less. */
gboolean qsa_term_table_add_pending (QsaDb *db, GHashTable *changes, GError **error);

/* Everything pending and @changes (may be NULL) into `term`. A word that no article holds any more
 * goes. */
gboolean qsa_term_table_fold (QsaDb *db, GHashTable *changes, GError **error);

/* As much of what is pending as a tenth of a second allows; the rest waits on. */
gboolean qsa_term_table_fold_some (QsaDb *db, GError **error);

/* The size of what waits, and the size from which on it should be folded: in a tenth of a second. */
#define QSA_TERM_TABLE_MAX_PENDING_BYTES (1024 * 1024)
gboolean qsa_term_table_measure_pending (QsaDb *db, gint64 *pending_bytes,
                                         GError **error);

G_END_DECLS
