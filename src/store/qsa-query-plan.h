/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-engine.h"
#include "qsa-matcher.h"
#include "qsa-plan-node.h"
#include "qsa-term-reader.h"

G_BEGIN_DECLS

/* Internal to store. A query turned into what the index and the columns are asked for: all that is
 * known of Arabic, of reaches and of fields is spent here, the engine only joins sets. Immutable once
 * made; it borrows nodes of the request's query.
 *
 *   QsaQueryNode --forms of runs, variants, vocabulary--> QsaPlanNode, its leaves' expressions
 */
typedef struct _QsaQueryPlan QsaQueryPlan;

/* Of the same snapshot as the search. @tables may be NULL. Errors: what the store gives. */
QsaQueryPlan *qsa_query_plan_new (const QsaTermReader *reader,
                                  const QsaEngineTables *tables,
                                  QsaSearchRequest *request, GError **error);
void qsa_query_plan_free (QsaQueryPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaQueryPlan, qsa_query_plan_free)

/* Borrowed. */
const QsaPlanNode *qsa_query_plan_get_root (QsaQueryPlan *plan);
/* QsaPlanLeaf, in the order of the query; borrowed. */
GPtrArray *qsa_query_plan_get_leaves (QsaQueryPlan *plan);
/* QsaWidening, ordered as qsa_result_get_widenings() says; borrowed. */
GPtrArray *qsa_query_plan_get_widenings (QsaQueryPlan *plan);
QsaMatcher *qsa_query_plan_get_matcher (QsaQueryPlan *plan);
/* As qsa_result_get_unknown_fields() says. */
guint qsa_query_plan_get_unknown_fields (QsaQueryPlan *plan);

G_END_DECLS
