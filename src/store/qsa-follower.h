/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-change-notifier.h"
#include "qsa-store.h"

G_BEGIN_DECLS

/* Internal to store, on the writer's thread. Keeps the store's snapshots up with the file: this
 * process's transactions and those of others come the same way, through the table `change`.
 *
 *   commit (ours or another's) -> change -> QsaFollower -> QsaStore snapshots, "changed"
 */
typedef struct _QsaFollower QsaFollower;

/* Loads columns and outlets into @store. The references are borrowed for the follower's life. */
QsaFollower *qsa_follower_new (QsaStore *store, QsaDb *db, QsaChangeNotifier *notifier,
                               GCancellable *cancellable, GError **error);
void qsa_follower_free (QsaFollower *follower);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaFollower, qsa_follower_free)

/* Whether another process committed since the last call; a few microseconds. */
gboolean qsa_follower_was_overtaken (QsaFollower *follower);

/* Reads what changed. New snapshots are made at once when @urgent, else as often as their size
 * allows; what was left is taken by a later call. */
void qsa_follower_catch_up (QsaFollower *follower, gboolean urgent);

/* Whether changes were read that the snapshots do not yet show. */
gboolean qsa_follower_is_behind (QsaFollower *follower);

G_END_DECLS
