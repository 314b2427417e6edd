/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-forms.h"
#include "qsa-plan-way.h"
#include "qsa-planner.h"

G_BEGIN_DECLS

/* Private to the planner. The forms of words that stand beside each other in the query, as the reach
 * has them and the user's wishes leave them; what was widened is noted on the way. */
typedef struct
{
  guint first; /* of the words asked about */
  guint
      n_words; /* 1: of this word, never nothing. More: what stands for all of them together and is
                    searched, perhaps nothing */
  QsaPlanPosition *position; /* forms of one word */
  guint
      n_apart; /* so many of its folded forms are streamed each on its own, the rest together */
  GPtrArray *ways;          /* forms of several words */
  GPtrArray *same_spelling; /* as of QsaPlanLeaf, not only in titles */
} QsaPlanUnit;

/* @words: QsaQueryWord. QsaPlanUnit, by first and n_words, longer ones without overlaps. */
GPtrArray *qsa_plan_units_new (QsaPlanner *planner, GPtrArray *words, QsaReach reach,
                               QsaFormRunKind kind);
/* The unit of exactly these words, or of any number but one when @n_words is 0; NULL when there is
 * none. */
const QsaPlanUnit *qsa_plan_units_find (GPtrArray *units, guint first, guint n_words);

G_END_DECLS
