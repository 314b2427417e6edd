/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-query-plan.h"
#include "qsa-term-reader.h"

G_BEGIN_DECLS

/* Internal to store. How near the words of a query stand to each other in an article, which bm25 does not
 * see: read from the texts of the few articles that can still come first. */

#define QSA_PROXIMITY_MOST 0.5f

/* By how much each of @ids deserves to be lifted, 0 to QSA_PROXIMITY_MOST, in the order of @ids; to be freed
 * with g_free(), NULL with @error. The most when each word stands straight before the next one as in the
 * query, less with the distance, nothing beyond about twenty words; other orders count for a
 * little less. All 0 for a query of one word or phrase. Kept in the reader's cache. */
float *qsa_proximity_measure (const QsaTermReader *reader, QsaQueryPlan *plan,
                              const guint32 *ids, guint n_ids, GError **error);

G_END_DECLS
