/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-columns.h"
#include "qsa-result.h"
#include "qsa-term-cache.h"

G_BEGIN_DECLS

/* Internal to store. Answers a request from the columns and the postings; runs on a reader thread.
 * Opens a read transaction of its own, so @db must not be in one: all terms are of one snapshot, and
 * the cache's generation is asked for before it, so nothing older is ever kept for a newer one. The
 * writer must set the next generation after its commit. Cancellable at every row and step.
 *
 *   QsaQuery AST --forms--> terms --QsaTermCache / FTS5--> QsaPosting (bitmap or sparse ids)
 *     --AND OR NOT, filters, facets in one pass--> QsaResult
 */
QsaResult *qsa_engine_search (QsaDb *db, QsaColumns *columns, QsaTermCache *cache,
                              QsaSearchRequest *request, GCancellable *cancellable,
                              GError **error);

G_END_DECLS
