/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-plan-words.h"

#include "qsa-fts.h"
#include "qsa-plan-unit.h"

#define ARTICLE "ال"
/* Looked at together; between them it is seen whether the search is cancelled. */
#define MAX_RUN 128u

typedef struct
{
  QsaPlanner *planner;
  QsaQueryNode *const *nodes;
  guint n_nodes;
  gboolean wanted;
  GPtrArray *units;
} QsaPlanWords;

gboolean
qsa_plan_words_is_prefix (const QsaQueryNode *node)
{
  const QsaQueryWord *word = node->words->pdata[0];

  return node->kind == QSA_NODE_WORD && node->prefix
         && (node->reach == QSA_REACH_DEFAULT || node->reach == QSA_REACH_WIDE
             || node->reach == QSA_REACH_FOLDED)
         && !g_str_equal (word->folded, ARTICLE) && word->folded[0] != '\0';
}

guint
qsa_plan_words_measure (GPtrArray *children, guint first)
{
  const QsaQueryNode *node = children->pdata[first];
  guint n = 0;

  while (first + n < children->len && n < MAX_RUN)
    {
      const QsaQueryNode *next = children->pdata[first + n];

      if (next->kind != QSA_NODE_WORD || next->reach != node->reach
          || next->field != node->field)
        break;
      n++;
    }
  return n;
}

static char *
qsa_plan_words_in_field (const QsaPlanLeaf *leaf, char *expression)
{
  g_autofree char *taken = expression;

  return leaf->in_title ? qsa_fts_title_expression (taken) : g_steal_pointer (&taken);
}

static void
qsa_plan_words_add_form (QsaPlanLeaf *leaf, const char *folded, const char *surface,
                         const QsaPlanPosition *position)
{
  const char *const forms[] = { folded != NULL ? folded : surface, NULL };
  const QsaFtsWord word = { folded != NULL ? forms : NULL,
                            folded != NULL ? NULL : forms };
  const char *const *others = (const char *const *) position->others;

  qsa_plan_leaf_take (leaf, qsa_plan_words_in_field (
                                leaf, qsa_fts_except_expression (
                                          &word, folded != NULL ? &others : NULL, 1)));
}

/* FTS5 unites these itself. */
#define GROUP_WORDS 64u

static void
qsa_plan_words_add_group (QsaPlanLeaf *leaf, const QsaPlanPosition *position, guint first)
{
  const char *forms[GROUP_WORDS + 1] = { NULL };
  const QsaFtsWord word = { forms, NULL };

  for (guint i = 0; i < GROUP_WORDS && first + i < position->folded->len; i++)
    forms[i] = position->folded->pdata[first + i];
  qsa_plan_leaf_take (
      leaf, qsa_plan_words_in_field (leaf, qsa_fts_match_expression (&word, 1)));
}

/* One form each, so that it is streamed once for all queries that have it. */
static void
qsa_plan_words_add_forms (QsaPlanLeaf *leaf, const QsaPlanUnit *unit)
{
  const QsaPlanPosition *position = unit->position;
  guint n_apart = MIN (unit->n_apart, position->folded->len);

  for (guint i = 0; i < n_apart; i++)
    qsa_plan_words_add_form (leaf, position->folded->pdata[i], NULL, position);
  for (guint i = n_apart; i < position->folded->len; i += GROUP_WORDS)
    qsa_plan_words_add_group (leaf, position, i);
  for (guint i = 0; i < position->surface->len; i++)
    qsa_plan_words_add_form (leaf, NULL, position->surface->pdata[i], position);
}

static void
qsa_plan_words_prefer_spelling (QsaPlanLeaf *leaf, const QsaPlanUnit *unit)
{
  if (unit->same_spelling == NULL)
    return;
  leaf->same_spelling = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < unit->same_spelling->len; i++)
    g_ptr_array_add (leaf->same_spelling,
                     qsa_plan_words_in_field (leaf,
                                              g_strdup (unit->same_spelling->pdata[i])));
}

GPtrArray *
qsa_plan_words_prefix_way (const QsaQueryNode *node)
{
  const QsaQueryWord *word = node->words->pdata[0];
  g_autoptr (QsaPlanPosition) position = qsa_plan_position_new ();

  position->prefix = TRUE;
  qsa_plan_position_add_folded (position, word->folded);
  return qsa_plan_way_new_of_position (position);
}

/* @node: of the one word, or NULL. */
static QsaPlanNode *
qsa_plan_words_new_leaf (const QsaPlanWords *words, const QsaPlanUnit *unit,
                         const QsaQueryNode *node)
{
  QsaPlanLeaf *leaf = qsa_planner_add_leaf (words->planner, words->wanted);
  g_autoptr (GPtrArray)
      ways = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  leaf->in_title = words->nodes[0]->field == QSA_QUERY_FIELD_TITLE;
  if (node != NULL && node->reach == QSA_REACH_PRINTED)
    leaf->printed = g_strdup (node->printed);
  qsa_plan_words_add_forms (leaf, unit);
  qsa_plan_words_prefer_spelling (leaf, unit);
  for (guint i = 0; i < unit->ways->len; i++)
    {
      GPtrArray *way = unit->ways->pdata[i];

      qsa_plan_leaf_take (
          leaf, qsa_plan_words_in_field (leaf, qsa_plan_way_to_expression (way)));
      g_ptr_array_add (ways, g_ptr_array_ref (way));
    }
  if (!qsa_plan_position_is_empty (unit->position))
    g_ptr_array_insert (ways, 0, qsa_plan_way_new_of_position (unit->position));
  if (node != NULL && qsa_plan_words_is_prefix (node))
    {
      g_ptr_array_add (ways, qsa_plan_words_prefix_way (node));
      qsa_plan_leaf_take (
          leaf, qsa_plan_words_in_field (leaf, qsa_plan_way_to_expression (
                                                   ways->pdata[ways->len - 1])));
    }
  if (words->wanted)
    qsa_plan_ways_mark (ways, words->planner->matcher);
  return qsa_plan_node_new_leaf (leaf);
}

static void
qsa_plan_words_add_apart (const QsaPlanWords *words, guint first, guint n_words,
                          QsaPlanNode *parent)
{
  for (guint i = first; i < first + n_words; i++)
    qsa_plan_node_take (
        parent, qsa_plan_words_new_leaf (words, qsa_plan_units_find (words->units, i, 1),
                                         words->nodes[i]));
}

/* عبد الله: both words, or one of the forms that stand for the two. */
static void
qsa_plan_words_add_unit (const QsaPlanWords *words, const QsaPlanUnit *unit,
                         QsaPlanNode *parent)
{
  QsaPlanNode *either = qsa_plan_node_new (QSA_PLAN_OR);
  QsaPlanNode *apart = qsa_plan_node_new (QSA_PLAN_AND);

  qsa_plan_words_add_apart (words, unit->first, unit->n_words, apart);
  qsa_plan_node_take (either, apart);
  qsa_plan_node_take (either, qsa_plan_words_new_leaf (words, unit, NULL));
  qsa_plan_node_take (parent, either);
}

static gboolean
qsa_plan_words_is_searched (const QsaPlanUnit *unit)
{
  return unit != NULL
         && (!qsa_plan_position_is_empty (unit->position) || unit->ways->len > 0);
}

void
qsa_plan_words_add (QsaPlanner *planner, QsaQueryNode *const *nodes, guint n_nodes,
                    gboolean wanted, QsaPlanNode *parent)
{
  g_autoptr (GPtrArray) of_nodes = g_ptr_array_new ();
  g_autoptr (GPtrArray) units = NULL;
  QsaPlanWords words = { planner, nodes, n_nodes, wanted, NULL };
  guint n;

  for (guint i = 0; i < n_nodes; i++)
    g_ptr_array_add (of_nodes, nodes[i]->words->pdata[0]);
  words.units = units = qsa_plan_units_new (planner, of_nodes, nodes[0]->reach,
                                            QSA_FORM_RUN_LOOSE);
  for (guint i = 0; i < n_nodes; i += n)
    {
      const QsaPlanUnit *unit = qsa_plan_units_find (units, i, 0);

      n = qsa_plan_words_is_searched (unit) ? unit->n_words : 1;
      if (n > 1)
        qsa_plan_words_add_unit (&words, unit, parent);
      else
        qsa_plan_words_add_apart (&words, i, 1, parent);
    }
}
