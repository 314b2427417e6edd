/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-columns.h"
#include "qsa-outlet-table.h"
#include "qsa-result.h"
#include "qsa-term-cache.h"

G_BEGIN_DECLS

/* What the library knows beside the index; all borrowed, immutable. */
typedef struct
{
  QsaVariantTable *variants; /* may be NULL */
  QsaOutletTable *outlets;   /* for outlet: and the order by outlet; may be NULL */
} QsaEngineTables;

/* Internal to store. Answers a request from the columns and the postings; runs on a reader thread.
 * All terms are of one snapshot: @db is in a read transaction that has read nothing yet, or in none,
 * then it gets one for the search. The cache's generation is asked for before the first read, and the
 * writer sets the next one after its commit, so nothing older is ever kept for a newer generation.
 * Cancellable at every row and step.
 *
 *   QsaQuery AST --QsaQueryPlan: forms of runs, reaches, spellings--> tree of leaves and sets
 *     leaves --QsaTermCache / index--> QsaPosting (bitmap or sparse ids), sets --columns, tables-->
 *     --AND OR NOT, filters, facets in one pass--> QsaResult --when little was found--> suggestions
 */
QsaResult *qsa_engine_search_with (QsaDb *db, QsaColumns *columns, QsaTermCache *cache,
                                   const QsaEngineTables *tables,
                                   QsaSearchRequest *request, GCancellable *cancellable,
                                   GError **error);

/* The same without tables: house spellings and outlets are not known. */
QsaResult *qsa_engine_search (QsaDb *db, QsaColumns *columns, QsaTermCache *cache,
                              QsaSearchRequest *request, GCancellable *cancellable,
                              GError **error);

/* Only how many articles it finds; -1 with @error. */
gint64 qsa_engine_count (QsaDb *db, QsaColumns *columns, QsaTermCache *cache,
                         const QsaEngineTables *tables, QsaSearchRequest *request,
                         GCancellable *cancellable, GError **error);

G_END_DECLS
