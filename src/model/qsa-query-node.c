/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-query-node.h"

/* The functions here go down the tree by recursion: its depth is bounded by the parser. */

static const char *const kind_names[] = {
  [QSA_NODE_ALL] = "all", [QSA_NODE_AND] = "and",   [QSA_NODE_OR] = "or",
  [QSA_NODE_NOT] = "not", [QSA_NODE_WORD] = "word", [QSA_NODE_PHRASE] = "phrase",
};

static const char *const reach_names[] = {
  [QSA_REACH_DEFAULT] = "",         [QSA_REACH_WIDE] = " wide",
  [QSA_REACH_FOLDED] = " folded",   [QSA_REACH_SURFACE] = " surface",
  [QSA_REACH_PRINTED] = " printed",
};

static void
qsa_query_word_free (QsaQueryWord *word)
{
  g_free (word->typed);
  g_free (word->folded);
  g_free (word->surface);
  g_free (word);
}

static gboolean
qsa_query_words_equal (GPtrArray *a, GPtrArray *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      const QsaQueryWord *one = g_ptr_array_index (a, i);
      const QsaQueryWord *other = g_ptr_array_index (b, i);

      if (!g_str_equal (one->typed, other->typed))
        return FALSE;
    }
  return TRUE;
}

QsaQueryNode *
qsa_query_node_new (QsaNodeKind kind)
{
  QsaQueryNode *node = g_new0 (QsaQueryNode, 1);

  node->kind = kind;
  if (kind == QSA_NODE_WORD || kind == QSA_NODE_PHRASE)
    node->words = g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_query_word_free);
  else if (kind != QSA_NODE_ALL)
    node->children =
        g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_query_node_free);
  return node;
}

void
qsa_query_node_free (QsaQueryNode *node)
{
  if (node == NULL)
    return;

  g_clear_pointer (&node->words, g_ptr_array_unref);
  g_clear_pointer (&node->children, g_ptr_array_unref);
  g_free (node);
}

void
qsa_query_node_add_word (QsaQueryNode *node, const char *typed, const QsaToken *token)
{
  QsaQueryWord *word = g_new (QsaQueryWord, 1);

  word->typed = g_strndup (typed + token->start_byte,
                           token->end_byte - token->start_byte);
  word->folded = g_strndup (token->folded, token->folded_bytes);
  word->surface = g_strndup (token->surface, token->surface_bytes);
  g_ptr_array_add (node->words, word);
}

void
qsa_query_node_add_child (QsaQueryNode *node, QsaQueryNode *child)
{
  if (child->kind == node->kind && child->kind != QSA_NODE_NOT)
    {
      g_ptr_array_extend_and_steal (node->children, g_steal_pointer (&child->children));
      qsa_query_node_free (child);
    }
  else
    g_ptr_array_add (node->children, child);
}

QsaQueryNode *
qsa_query_node_negate (QsaQueryNode *child)
{
  QsaQueryNode *negation;

  if (child->kind == QSA_NODE_NOT)
    {
      negation = g_ptr_array_steal_index (child->children, 0);
      qsa_query_node_free (child);
      return negation;
    }

  negation = qsa_query_node_new (QSA_NODE_NOT);
  g_ptr_array_add (negation->children, child);
  return negation;
}

gboolean
qsa_query_node_equal (const QsaQueryNode *a, const QsaQueryNode *b)
{
  guint n_children = a->children != NULL ? a->children->len : 0;

  if (a->kind != b->kind || a->reach != b->reach || a->prefix != b->prefix
      || a->being_typed != b->being_typed || !qsa_query_words_equal (a->words, b->words)
      || n_children != (b->children != NULL ? b->children->len : 0))
    return FALSE;

  for (guint i = 0; i < n_children; i++)
    if (!qsa_query_node_equal (g_ptr_array_index (a->children, i),
                               g_ptr_array_index (b->children, i)))
      return FALSE;
  return TRUE;
}

void
qsa_query_node_print (const QsaQueryNode *node, GString *line)
{
  g_string_append_printf (line, "(%s%s%s%s", kind_names[node->kind],
                          reach_names[node->reach], node->prefix ? " prefix" : "",
                          node->being_typed ? " typing" : "");

  for (guint i = 0; node->words != NULL && i < node->words->len; i++)
    {
      const QsaQueryWord *word = g_ptr_array_index (node->words, i);

      g_string_append_printf (line, " \"%s\"", word->typed);
    }
  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    {
      g_string_append_c (line, ' ');
      qsa_query_node_print (g_ptr_array_index (node->children, i), line);
    }
  g_string_append_c (line, ')');
}
