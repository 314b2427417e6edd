/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-query-plan.h"

#include "qsa-plan-near.h"
#include "qsa-plan-phrase.h"
#include "qsa-plan-words.h"
#include "qsa-planner.h"
#include "qsa-result-private.h"

struct _QsaQueryPlan
{
  QsaSearchRequest *request; /* owned: nodes of its query are borrowed */
  QsaPlanNode *root;
  GPtrArray *leaves;
  GPtrArray *widenings;
  QsaMatcher *matcher;
  guint unknown_fields;
};

static QsaPlanNode *qsa_query_plan_read (QsaPlanner *planner, const QsaQueryNode *node,
                                         gboolean wanted);

/* Words that stand beside each other in an AND are looked at together. */
static QsaPlanNode *
qsa_query_plan_read_and (QsaPlanner *planner, GPtrArray *children, gboolean wanted)
{
  QsaPlanNode *all = qsa_plan_node_new (QSA_PLAN_AND);
  guint n;

  for (guint i = 0; i < children->len; i += MAX (n, 1))
    {
      n = qsa_plan_words_measure (children, i);
      if (n > 0 && planner->error == NULL)
        qsa_plan_words_add (planner, (QsaQueryNode *const *) children->pdata + i, n,
                            wanted, all);
      else
        qsa_plan_node_take (all,
                            qsa_query_plan_read (planner, children->pdata[i], wanted));
    }
  return all;
}

static QsaPlanNode *
qsa_query_plan_read_children (QsaPlanner *planner, QsaPlanKind kind, GPtrArray *children,
                              gboolean wanted)
{
  QsaPlanNode *parent = qsa_plan_node_new (kind);

  for (guint i = 0; i < children->len; i++)
    qsa_plan_node_take (parent,
                        qsa_query_plan_read (planner, children->pdata[i], wanted));
  return parent;
}

static QsaPlanNode *
qsa_query_plan_read_word (QsaPlanner *planner, const QsaQueryNode *node, gboolean wanted)
{
  QsaQueryNode *nodes[] = { (QsaQueryNode *) node };
  QsaPlanNode *all = qsa_plan_node_new (QSA_PLAN_AND);

  qsa_plan_words_add (planner, nodes, 1, wanted, all);
  return all;
}

static QsaPlanNode *
qsa_query_plan_read_field (QsaPlanner *planner, const QsaQueryNode *node)
{
  QsaPlanNode *set = qsa_plan_node_new (QSA_PLAN_SET);

  set->field = node;
  if (node->field == QSA_QUERY_FIELD_SPEAKER)
    planner->unknown_fields |= 1u << node->field;
  return set;
}

static QsaPlanNode *
qsa_query_plan_read (QsaPlanner *planner, const QsaQueryNode *node, gboolean wanted)
{
  if (planner->error != NULL)
    return qsa_plan_node_new (QSA_PLAN_ALL);
  switch (node->kind)
    {
    case QSA_NODE_AND:
      return qsa_query_plan_read_and (planner, node->children, wanted);
    case QSA_NODE_OR:
      return qsa_query_plan_read_children (planner, QSA_PLAN_OR, node->children, wanted);
    case QSA_NODE_NOT:
      return qsa_query_plan_read_children (planner, QSA_PLAN_NOT, node->children, FALSE);
    case QSA_NODE_WORD:
      return qsa_query_plan_read_word (planner, node, wanted);
    case QSA_NODE_PHRASE:
      return qsa_plan_phrase_new (planner, node, wanted);
    case QSA_NODE_FIELD:
      return qsa_query_plan_read_field (planner, node);
    case QSA_NODE_NEAR:
      return qsa_plan_near_new (planner, node, wanted);
    case QSA_NODE_ALL:
    default:
      return qsa_plan_node_new (QSA_PLAN_ALL);
    }
}

static QsaQueryPlan *
qsa_query_plan_alloc (QsaSearchRequest *request)
{
  QsaQueryPlan *plan = g_new0 (QsaQueryPlan, 1);

  plan->request = qsa_search_request_ref (request);
  plan->leaves = g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_plan_leaf_free);
  plan->widenings = g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_widening_free);
  plan->matcher = qsa_matcher_new ();
  return plan;
}

QsaQueryPlan *
qsa_query_plan_new (const QsaTermReader *reader, const QsaEngineTables *tables,
                    QsaSearchRequest *request, GError **error)
{
  g_autoptr (QsaQueryPlan) plan = NULL;
  QsaPlanner planner = { 0 };

  g_return_val_if_fail (reader != NULL && request != NULL, NULL);

  plan = qsa_query_plan_alloc (request);
  planner = (QsaPlanner){
    .reader = reader,
    .variants = tables != NULL ? tables->variants : NULL,
    .request = request,
    .leaves = plan->leaves,
    .widenings = plan->widenings,
    .matcher = plan->matcher,
    .widened = g_hash_table_new (g_str_hash, g_str_equal),
    .counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };
  plan->root = qsa_query_plan_read (
      &planner, qsa_query_get_root (qsa_search_request_get_query (request)), TRUE);
  plan->unknown_fields = planner.unknown_fields;
  g_hash_table_unref (planner.widened);
  g_hash_table_unref (planner.counts);
  if (planner.error != NULL)
    {
      g_propagate_error (error, planner.error);
      return NULL;
    }
  return g_steal_pointer (&plan);
}

void
qsa_query_plan_free (QsaQueryPlan *plan)
{
  if (plan == NULL)
    return;
  qsa_plan_node_free (plan->root);
  g_ptr_array_unref (plan->leaves);
  g_ptr_array_unref (plan->widenings);
  qsa_matcher_unref (plan->matcher);
  qsa_search_request_unref (plan->request);
  g_free (plan);
}

const QsaPlanNode *
qsa_query_plan_get_root (QsaQueryPlan *plan)
{
  g_return_val_if_fail (plan != NULL, NULL);

  return plan->root;
}

GPtrArray *
qsa_query_plan_get_leaves (QsaQueryPlan *plan)
{
  g_return_val_if_fail (plan != NULL, NULL);

  return plan->leaves;
}

GPtrArray *
qsa_query_plan_get_widenings (QsaQueryPlan *plan)
{
  g_return_val_if_fail (plan != NULL, NULL);

  return plan->widenings;
}

QsaMatcher *
qsa_query_plan_get_matcher (QsaQueryPlan *plan)
{
  g_return_val_if_fail (plan != NULL, NULL);

  return plan->matcher;
}

guint
qsa_query_plan_get_unknown_fields (QsaQueryPlan *plan)
{
  g_return_val_if_fail (plan != NULL, 0);

  return plan->unknown_fields;
}
