/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-plan-way.h"
#include "qsa-planner.h"

G_BEGIN_DECLS

/* Private to the planner. WORD nodes that stand beside each other: of one reach and field. */

/* How many of @children from @first on are looked at together; at least 1 for a WORD, else 0. */
guint qsa_plan_words_measure (GPtrArray *children, guint first);
/* Adds what finds all of these to @parent, an AND. @nodes: WORD nodes. */
void qsa_plan_words_add (QsaPlanner *planner, QsaQueryNode *const *nodes, guint n_nodes,
                         gboolean wanted, QsaPlanNode *parent);
/* The word is the beginning of what is searched too; ال* alone would be half of the archive. */
gboolean qsa_plan_words_is_prefix (const QsaQueryNode *node);
/* The way that says so. */
GPtrArray *qsa_plan_words_prefix_way (const QsaQueryNode *node);

G_END_DECLS
