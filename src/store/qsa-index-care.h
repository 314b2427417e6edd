/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-db.h"

G_BEGIN_DECLS

/* Internal to store. How the full-text index is kept in shape. */

/* Inside a write transaction: makes the empty index of this analysis version, with the settings that
 * importing and searching were measured with. */
gboolean qsa_index_care_create (QsaDb *db, GError **error);

/* Between an import's transactions, in a short one: folds some of the pending words when @at_least_bytes
 * wait; *@folded when there were as many. */
gboolean qsa_index_care_fold_when (QsaDb *db, gint64 at_least_bytes, gboolean *folded,
                                   GError **error);

/* Inside a write transaction, shortly: some of what makes searches quick after an import: folds
 * pending words, merges segments of the index. *@finished when nothing is left worth doing. */
gboolean qsa_index_care_do_some (QsaDb *db, gboolean *finished, GError **error);

/* FTS5's own check of the index against the articles' texts, on the writing connection;
 * QSA_ERROR_DAMAGED when they differ. */
gboolean qsa_index_care_check (QsaDb *db, GError **error);

G_END_DECLS
