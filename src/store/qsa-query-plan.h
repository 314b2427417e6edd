/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-db.h"
#include "qsa-matcher.h"
#include "qsa-search-request.h"

G_BEGIN_DECLS

/* Internal to store. A query turned into what FTS5 is asked for: each word and phrase of the AST
 * becomes a leaf, whose expressions are streamed apart and united. Immutable once made.
 *
 *   QsaQueryNode (WORD, PHRASE) --forms, vocabulary--> QsaPlanLeaf
 *
 * QSA_REACH_PRINTED is answered as QSA_REACH_SURFACE: the index does not hold characters as
 * printed, and comparing them with the texts is later work. QSA_REACH_WIDE is answered as the
 * default; light stems are later work too. */
typedef struct
{
  gboolean wanted;        /* not below a NOT: counts for relevance, is marked in texts */
  GPtrArray *expressions; /* char *, for MATCH; all that the leaf finds */
  GPtrArray *
      same_spelling; /* char *, what prints it as typed; NULL when no spelling is preferred */
} QsaPlanLeaf;

typedef struct _QsaQueryPlan QsaQueryPlan;

QsaQueryPlan *qsa_query_plan_new (QsaDb *db, QsaSearchRequest *request, GError **error);
void qsa_query_plan_free (QsaQueryPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaQueryPlan, qsa_query_plan_free)

/* The leaf of a WORD or PHRASE node of the request's query; borrowed. */
const QsaPlanLeaf *qsa_query_plan_get_leaf (QsaQueryPlan *plan, const QsaQueryNode *node);
/* QsaPlanLeaf, in the order of the query; borrowed. */
GPtrArray *qsa_query_plan_get_leaves (QsaQueryPlan *plan);
/* QsaWidening, by articles, descending; borrowed. */
GPtrArray *qsa_query_plan_get_widenings (QsaQueryPlan *plan);
QsaMatcher *qsa_query_plan_get_matcher (QsaQueryPlan *plan);

G_END_DECLS
