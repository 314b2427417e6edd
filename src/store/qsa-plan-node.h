/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-query.h"

G_BEGIN_DECLS

/* Internal to store. What a query is turned into, so that the engine needs to know nothing about
 * Arabic: a tree whose leaves are asked of FTS5 and whose sets come from the columns. Plain records,
 * not changed once the plan is made. */

/* What FTS5 is asked for one word, phrase or NEAR: expressions that are streamed apart and united. */
typedef struct
{
  gboolean wanted;        /* not below a NOT: counts for relevance, is marked in texts */
  GPtrArray *expressions; /* char *, for MATCH; all that the leaf finds */
  GPtrArray *
      same_spelling; /* char *, what prints it as typed; NULL when no spelling is preferred */
  char *
      printed; /* not NULL: of what the expressions find only articles that print just these
                    characters, see qsa-printed.h */
  gboolean in_title; /* the expressions look at titles only */
} QsaPlanLeaf;

typedef enum
{
  QSA_PLAN_ALL,  /* every article */
  QSA_PLAN_AND,  /* children */
  QSA_PLAN_OR,   /* children; none: nothing */
  QSA_PLAN_NOT,  /* one child */
  QSA_PLAN_LEAF, /* leaf */
  QSA_PLAN_SET,  /* field: what the columns and tables know, see qsa-field-reader.h */
} QsaPlanKind;

typedef struct
{
  QsaPlanKind kind;
  GPtrArray *children;       /* QsaPlanNode; NULL but for AND, OR, NOT */
  const QsaPlanLeaf *leaf;   /* borrowed from the plan */
  const QsaQueryNode *field; /* borrowed from the query */
} QsaPlanNode;

QsaPlanLeaf *qsa_plan_leaf_new (gboolean wanted);
void qsa_plan_leaf_free (QsaPlanLeaf *leaf);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaPlanLeaf, qsa_plan_leaf_free)
/* Takes @expression. */
void qsa_plan_leaf_take (QsaPlanLeaf *leaf, char *expression);

QsaPlanNode *qsa_plan_node_new (QsaPlanKind kind);
QsaPlanNode *qsa_plan_node_new_leaf (const QsaPlanLeaf *leaf);
void qsa_plan_node_free (QsaPlanNode *node);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaPlanNode, qsa_plan_node_free)
/* Takes @child. */
void qsa_plan_node_take (QsaPlanNode *node, QsaPlanNode *child);

G_END_DECLS
