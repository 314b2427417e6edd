/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-plan-node.h"

QsaPlanLeaf *
qsa_plan_leaf_new (gboolean wanted)
{
  QsaPlanLeaf *leaf = g_new0 (QsaPlanLeaf, 1);

  leaf->wanted = wanted;
  leaf->expressions = g_ptr_array_new_with_free_func (g_free);
  return leaf;
}

void
qsa_plan_leaf_free (QsaPlanLeaf *leaf)
{
  if (leaf == NULL)
    return;
  g_ptr_array_unref (leaf->expressions);
  g_clear_pointer (&leaf->same_spelling, g_ptr_array_unref);
  g_free (leaf->printed);
  g_free (leaf);
}

void
qsa_plan_leaf_take (QsaPlanLeaf *leaf, char *expression)
{
  g_return_if_fail (leaf != NULL && expression != NULL);

  g_ptr_array_add (leaf->expressions, expression);
}

QsaPlanNode *
qsa_plan_node_new (QsaPlanKind kind)
{
  QsaPlanNode *node = g_new0 (QsaPlanNode, 1);

  node->kind = kind;
  if (kind == QSA_PLAN_AND || kind == QSA_PLAN_OR || kind == QSA_PLAN_NOT)
    node->children = g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_plan_node_free);
  return node;
}

QsaPlanNode *
qsa_plan_node_new_leaf (const QsaPlanLeaf *leaf)
{
  QsaPlanNode *node = NULL;

  g_return_val_if_fail (leaf != NULL, NULL);

  node = qsa_plan_node_new (QSA_PLAN_LEAF);
  node->leaf = leaf;
  return node;
}

void
qsa_plan_node_free (QsaPlanNode *node)
{
  if (node == NULL)
    return;
  g_clear_pointer (&node->children, g_ptr_array_unref);
  g_free (node);
}

void
qsa_plan_node_take (QsaPlanNode *node, QsaPlanNode *child)
{
  g_return_if_fail (node != NULL && node->children != NULL && child != NULL);

  g_ptr_array_add (node->children, child);
}
