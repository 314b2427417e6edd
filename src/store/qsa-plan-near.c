/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-plan-near.h"

#include "qsa-fts.h"
#include "qsa-plan-phrase.h"
#include "qsa-plan-unit.h"
#include "qsa-plan-words.h"

typedef struct
{
  GPtrArray *things;      /* GPtrArray of ways, for each child */
  GPtrArray *expressions; /* GPtrArray of char *, NULL-terminated, in the same order */
  guint distance;
  gboolean plain; /* FTS5 can answer by itself */
} QsaPlanNear;

/* The ways to say one word, all of its forms of one word being one way. */
static GPtrArray *
qsa_plan_near_word_ways (QsaPlanner *planner, const QsaQueryNode *node)
{
  g_autoptr (GPtrArray)
      units = qsa_plan_units_new (planner, node->words, node->reach, QSA_FORM_RUN_LOOSE);
  const QsaPlanUnit *unit = qsa_plan_units_find (units, 0, 1);
  GPtrArray *ways = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  g_ptr_array_add (ways, qsa_plan_way_new_of_position (unit->position));
  for (guint i = 0; i < unit->ways->len && ways->len < QSA_PLAN_MAX_WAYS; i++)
    g_ptr_array_add (ways, g_ptr_array_ref (unit->ways->pdata[i]));
  if (qsa_plan_words_is_prefix (node))
    g_ptr_array_add (ways, qsa_plan_words_prefix_way (node));
  return ways;
}

static void
qsa_plan_near_add (QsaPlanNear *near, QsaPlanner *planner, const QsaQueryNode *node)
{
  GPtrArray *expressions = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *ways = node->kind == QSA_NODE_PHRASE
                        ? qsa_plan_phrase_ways (planner, node->words, node->reach)
                        : qsa_plan_near_word_ways (planner, node);

  for (guint i = 0; i < ways->len; i++)
    {
      char *expression = qsa_plan_way_to_expression (ways->pdata[i]);

      near->plain = near->plain && !qsa_fts_expression_needs_weights (expression);
      g_ptr_array_add (expressions, expression);
    }
  g_ptr_array_add (expressions, NULL);
  g_ptr_array_add (near->things, ways);
  g_ptr_array_add (near->expressions, expressions);
}

/* Every combination of ways, as long as they are few. */
static guint
qsa_plan_near_count_combinations (const QsaPlanNear *near)
{
  guint n = 1;

  for (guint i = 0; i < near->things->len && n <= QSA_PLAN_MAX_WAYS; i++)
    n *= ((GPtrArray *) near->things->pdata[i])->len;
  return n;
}

static void
qsa_plan_near_take (QsaPlanLeaf *leaf, char *expression)
{
  g_autofree char *taken = expression;

  qsa_plan_leaf_take (leaf, leaf->in_title ? qsa_fts_title_expression (taken)
                                           : g_steal_pointer (&taken));
}

static void
qsa_plan_near_add_combinations (const QsaPlanNear *near, QsaPlanLeaf *leaf, guint n)
{
  g_autofree const char **phrases = g_new0 (const char *, near->things->len);

  for (guint number = 0; number < n; number++)
    {
      guint rest = number;

      for (guint i = 0; i < near->things->len; i++)
        {
          GPtrArray *expressions = near->expressions->pdata[i];
          guint n_ways = expressions->len - 1;

          phrases[i] = expressions->pdata[rest % n_ways];
          rest /= n_ways;
        }
      qsa_plan_near_take (leaf, qsa_fts_near_expression (phrases, near->things->len,
                                                         near->distance));
    }
}

static void
qsa_plan_near_add_expressions (const QsaPlanNear *near, QsaPlanLeaf *leaf)
{
  guint n = qsa_plan_near_count_combinations (near);
  g_autofree const char *const **things = NULL;

  if (near->plain && near->distance != QSA_NEAR_PARAGRAPH && n <= QSA_PLAN_MAX_WAYS)
    {
      qsa_plan_near_add_combinations (near, leaf, n);
      return;
    }
  things = g_new0 (const char *const *, near->things->len);
  for (guint i = 0; i < near->things->len; i++)
    things[i] = (const char *const *) ((GPtrArray *) near->expressions->pdata[i])->pdata;
  qsa_plan_near_take (leaf, qsa_fts_together_expression (things, near->things->len,
                                                         near->distance));
}

/* All of them are one term: what is near is marked as a whole. */
static void
qsa_plan_near_mark (const QsaPlanNear *near, QsaMatcher *matcher)
{
  g_autoptr (GPtrArray) ways = g_ptr_array_new ();

  for (guint i = 0; i < near->things->len; i++)
    g_ptr_array_extend (ways, near->things->pdata[i], NULL, NULL);
  qsa_plan_ways_mark (ways, matcher);
}

static QsaPlanNode *
qsa_plan_near_new_leaf (QsaPlanner *planner, const QsaQueryNode *node, guint first,
                        guint n_things, gboolean wanted)
{
  QsaPlanLeaf *leaf = qsa_planner_add_leaf (planner, wanted);
  g_autoptr (GPtrArray)
      things = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray)
      expressions = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  QsaPlanNear near = { things, expressions, node->distance, TRUE };

  for (guint i = first; i < first + n_things; i++)
    {
      const QsaQueryNode *child = node->children->pdata[i];

      qsa_plan_near_add (&near, planner, child);
      /* One of them in the title: they can only be near each other there. */
      leaf->in_title = leaf->in_title || child->field == QSA_QUERY_FIELD_TITLE;
    }
  qsa_plan_near_add_expressions (&near, leaf);
  if (wanted)
    qsa_plan_near_mark (&near, planner->matcher);
  return qsa_plan_node_new_leaf (leaf);
}

QsaPlanNode *
qsa_plan_near_new (QsaPlanner *planner, const QsaQueryNode *node, gboolean wanted)
{
  QsaPlanNode *groups;
  guint n = node->children->len;

  if (n <= QSA_FTS_MAX_THINGS)
    return qsa_plan_near_new_leaf (planner, node, 0, n, wanted);
  groups = qsa_plan_node_new (QSA_PLAN_AND);
  for (guint first = 0; first + 1 < n; first += QSA_FTS_MAX_THINGS - 1)
    qsa_plan_node_take (
        groups, qsa_plan_near_new_leaf (planner, node, first,
                                        MIN (QSA_FTS_MAX_THINGS, n - first), wanted));
  return groups;
}
