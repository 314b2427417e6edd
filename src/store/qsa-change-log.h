/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-db.h"

G_BEGIN_DECLS

/* Internal to store. The table `change`: what the transactions of all processes changed, for those
 * that hold snapshots. Old rows are dropped; whoever is further behind loads everything anew. */

/* Beside the QsaChangeKind flags: the earlier searches; not told to anybody by "changed". */
#define QSA_CHANGE_LOG_HISTORY (1u << 16)
/* How far an index has come; never in the table. */
#define QSA_CHANGE_LOG_PROGRESS (1u << 17)

/* Inside a write transaction. @ids: in any order, may be NULL when no articles changed. @kinds:
 * QsaChangeKind flags. */
gboolean qsa_change_log_add (QsaDb *db, guint kinds, const gint64 *ids, guint n_ids,
                             GError **error);

typedef struct
{
  gint64 last; /* id of the last change seen */
  guint kinds;
  GArray *ids;         /* guint32, unordered, may repeat */
  gboolean everything; /* rows that were not seen are gone: ids do not say all */
} QsaChangeSet;

void qsa_change_set_init (QsaChangeSet *set);
void qsa_change_set_clear (QsaChangeSet *set);

/* Adds to @set what came after set->last. */
gboolean qsa_change_log_read (QsaDb *db, QsaChangeSet *set, GError **error);

/* The last change there is, for somebody who is about to load everything in this transaction. */
gboolean qsa_change_log_get_last (QsaDb *db, gint64 *last, GError **error);

G_END_DECLS
