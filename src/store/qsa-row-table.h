/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-db.h"
#include "qsa-library.h"

G_BEGIN_DECLS

/* Internal to store. The rows of a result list. */

/* GPtrArray of QsaRow for @ids, in their order; NULL entries for those that are gone. Reads of each
 * body no more than the snippet needs. */
GPtrArray *qsa_row_table_load (QsaDb *db, const guint32 *ids, guint n_ids,
                               QsaMatcher *matcher, GCancellable *cancellable,
                               GError **error);

G_END_DECLS
