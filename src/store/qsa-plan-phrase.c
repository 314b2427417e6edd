/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-plan-phrase.h"

#include "qsa-fts.h"
#include "qsa-plan-unit.h"

/* FTS5 holds an iterator for each word of a phrase open. */
#define MAX_WORDS 64u
#define OVERLAP 8u

typedef struct
{
  GPtrArray *units;
  guint n_words;
  GPtrArray *ways; /* found so far */
} QsaPlanPhrase;

static void qsa_plan_phrase_extend (QsaPlanPhrase *phrase, guint at, GPtrArray *way);

/* Goes on from @at with @more (positions) behind @way. */
static void
qsa_plan_phrase_go_on (QsaPlanPhrase *phrase, guint at, GPtrArray *way, GPtrArray *more)
{
  g_autoptr (GPtrArray) longer = NULL;

  if (phrase->ways->len >= QSA_PLAN_MAX_WAYS)
    return;
  longer = qsa_plan_way_copy (way);
  for (guint i = 0; i < more->len; i++)
    g_ptr_array_add (longer, qsa_plan_position_ref (more->pdata[i]));
  qsa_plan_phrase_extend (phrase, at, longer);
}

static void
qsa_plan_phrase_go_on_unit (QsaPlanPhrase *phrase, GPtrArray *way,
                            const QsaPlanUnit *unit)
{
  guint at = unit->first + unit->n_words;

  if (!qsa_plan_position_is_empty (unit->position))
    {
      g_autoptr (GPtrArray) more = qsa_plan_way_new_of_position (unit->position);

      qsa_plan_phrase_go_on (phrase, at, way, more);
    }
  for (guint i = 0; i < unit->ways->len; i++)
    qsa_plan_phrase_go_on (phrase, at, way, unit->ways->pdata[i]);
}

/* Depth first, each word as one word before it is anything else. */
static void
qsa_plan_phrase_extend (QsaPlanPhrase *phrase, guint at, GPtrArray *way)
{
  const QsaPlanUnit *together;

  if (at >= phrase->n_words)
    {
      g_ptr_array_add (phrase->ways, g_ptr_array_ref (way));
      return;
    }
  together = qsa_plan_units_find (phrase->units, at, 0);
  qsa_plan_phrase_go_on_unit (phrase, way, qsa_plan_units_find (phrase->units, at, 1));
  if (together != NULL)
    qsa_plan_phrase_go_on_unit (phrase, way, together);
}

GPtrArray *
qsa_plan_phrase_ways (QsaPlanner *planner, GPtrArray *words, QsaReach reach)
{
  g_autoptr (GPtrArray)
      units = qsa_plan_units_new (planner, words, reach, QSA_FORM_RUN_PHRASE);
  g_autoptr (GPtrArray) way = qsa_plan_way_new ();
  QsaPlanPhrase phrase = { units, words->len, NULL };

  phrase.ways = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  qsa_plan_phrase_extend (&phrase, 0, way);
  return phrase.ways;
}

static QsaPlanNode *
qsa_plan_phrase_new_leaf (QsaPlanner *planner, const QsaQueryNode *node, GPtrArray *words,
                          gboolean wanted)
{
  QsaPlanLeaf *leaf = qsa_planner_add_leaf (planner, wanted);
  g_autoptr (GPtrArray) ways = qsa_plan_phrase_ways (planner, words, node->reach);

  leaf->in_title = node->field == QSA_QUERY_FIELD_TITLE;
  if (node->reach == QSA_REACH_PRINTED)
    leaf->printed = g_strdup (node->printed);
  for (guint i = 0; i < ways->len; i++)
    {
      g_autofree char *expression = qsa_plan_way_to_expression (ways->pdata[i]);

      qsa_plan_leaf_take (leaf, leaf->in_title ? qsa_fts_title_expression (expression)
                                               : g_steal_pointer (&expression));
    }
  if (wanted)
    qsa_plan_ways_mark (ways, planner->matcher);
  return qsa_plan_node_new_leaf (leaf);
}

QsaPlanNode *
qsa_plan_phrase_new (QsaPlanner *planner, const QsaQueryNode *node, gboolean wanted)
{
  g_autoptr (QsaPlanNode) pieces = NULL;

  if (node->words->len <= MAX_WORDS)
    return qsa_plan_phrase_new_leaf (planner, node, node->words, wanted);
  pieces = qsa_plan_node_new (QSA_PLAN_AND);
  for (guint first = 0; first + OVERLAP < node->words->len; first += MAX_WORDS - OVERLAP)
    {
      guint n_words = MIN (MAX_WORDS, node->words->len - first);
      g_autoptr (GPtrArray) words = g_ptr_array_new ();

      for (guint i = first; i < first + n_words; i++)
        g_ptr_array_add (words, node->words->pdata[i]);
      qsa_plan_node_take (pieces,
                          qsa_plan_phrase_new_leaf (planner, node, words, wanted));
    }
  return g_steal_pointer (&pieces);
}
