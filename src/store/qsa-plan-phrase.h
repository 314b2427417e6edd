/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-planner.h"

G_BEGIN_DECLS

/* Private to the planner. Words next to each other. */

/* What finds the PHRASE node. A phrase of very many words is asked for in pieces that overlap. */
QsaPlanNode *qsa_plan_phrase_new (QsaPlanner *planner, const QsaQueryNode *node,
                                  gboolean wanted);

/* The ways to say the words of a node, at most QSA_PLAN_MAX_WAYS, the one with as many words as
 * typed first: GPtrArray of ways. In the wider reach too, words in quotation marks are these. */
#define QSA_PLAN_MAX_WAYS 16u
GPtrArray *qsa_plan_phrase_ways (QsaPlanner *planner, GPtrArray *words, QsaReach reach);

G_END_DECLS
