/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-matcher.h"
#include "qsa-plan-node.h"
#include "qsa-result.h"
#include "qsa-term-reader.h"
#include "qsa-variants.h"

G_BEGIN_DECLS

/* Private to the planner (qsa-query-plan and qsa-plan-*): what they share while a plan is made. */
typedef struct
{
  const QsaTermReader *reader;
  QsaVariantTable *variants; /* may be NULL */
  QsaSearchRequest *request;
  /* borrowed from the plan that is made */
  GPtrArray *leaves;    /* QsaPlanLeaf */
  GPtrArray *widenings; /* QsaWidening */
  QsaMatcher *matcher;
  /* owned */
  GHashTable *widened;  /* form, borrowed from its QsaWidening */
  GHashTable *counts;   /* folded -> articles, asked once a word */
  guint unknown_fields; /* 1 << QsaQueryField */
  GError *error; /* the first, from inside a callback; everything is empty from then on */
} QsaPlanner;

/* QsaVocabularyFunc; @planner: QsaPlanner. */
guint qsa_planner_count_articles (const char *folded, gpointer planner);
/* How many articles match the expression; 0 after an error. */
guint qsa_planner_count_matches (QsaPlanner *planner, const char *expression);

/* How people print the form, of one word or several, most often; folded after an error. Free with
 * g_free(). */
char *qsa_planner_spell (QsaPlanner *planner, const char *form);

/* Borrowed: the plan has it. */
QsaPlanLeaf *qsa_planner_add_leaf (QsaPlanner *planner, gboolean wanted);

/* Whether the user's wish, else @by_default, has @form searched. */
gboolean qsa_planner_is_on (QsaPlanner *planner, const char *form, gboolean by_default);
/* Takes @widening; one form is shown once. */
void qsa_planner_take_widening (QsaPlanner *planner, QsaWidening *widening);
/* Puts those from @start on, which are of one word of the query, in order. */
void qsa_planner_sort_widenings (QsaPlanner *planner, guint start);

G_END_DECLS
