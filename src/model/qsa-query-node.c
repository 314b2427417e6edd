/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-query-node.h"

/* The functions here go down the tree by recursion: its depth is bounded by the parser. */

static const char *const kind_names[] = {
  [QSA_NODE_ALL] = "all",   [QSA_NODE_AND] = "and",   [QSA_NODE_OR] = "or",
  [QSA_NODE_NOT] = "not",   [QSA_NODE_WORD] = "word", [QSA_NODE_PHRASE] = "phrase",
  [QSA_NODE_NEAR] = "near",
};

static const char *const field_names[] = {
  [QSA_QUERY_FIELD_ANY] = "any",         [QSA_QUERY_FIELD_TITLE] = "title",
  [QSA_QUERY_FIELD_OUTLET] = "outlet",   [QSA_QUERY_FIELD_AUTHOR] = "author",
  [QSA_QUERY_FIELD_SPEAKER] = "speaker", [QSA_QUERY_FIELD_TAG] = "tag",
  [QSA_QUERY_FIELD_DATE] = "date",       [QSA_QUERY_FIELD_IS] = "is",
};

static const char *const is_names[] = {
  [QSA_IS_STATE_STARRED] = "starred",
  [QSA_IS_STATE_READ] = "read",
  [QSA_IS_STATE_UNREAD] = "unread",
  [QSA_IS_STATE_UNDATED] = "undated",
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
  node->from = (QsaDate) QSA_DATE_INIT;
  node->to = (QsaDate) QSA_DATE_INIT;
  if (kind == QSA_NODE_WORD || kind == QSA_NODE_PHRASE)
    node->words = g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_query_word_free);
  else if (kind != QSA_NODE_ALL && kind != QSA_NODE_FIELD)
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
  g_free (node->printed);
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
  if (node->words == NULL) /* a field: only those of names have words */
    node->words = g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_query_word_free);
  g_ptr_array_add (node->words, word);
}

void
qsa_query_node_add_child (QsaQueryNode *node, QsaQueryNode *child)
{
  if (child->kind == node->kind
      && (child->kind == QSA_NODE_AND || child->kind == QSA_NODE_OR))
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

/* ---- comparing ---- */

/* Whether the periods begin (or end) on the same day, or both are open. */
static gboolean
qsa_query_dates_equal (const QsaDate *a, const QsaDate *b,
                       gint32 (*get_day) (const QsaDate *))
{
  if (a->precision == QSA_DATE_NONE || b->precision == QSA_DATE_NONE)
    return a->precision == b->precision;
  return get_day (a) == get_day (b);
}

static gboolean
qsa_query_node_equal_alone (const QsaQueryNode *a, const QsaQueryNode *b)
{
  return a->kind == b->kind && a->reach == b->reach && a->prefix == b->prefix
         && a->being_typed == b->being_typed && a->field == b->field
         && a->distance == b->distance && a->is == b->is
         && qsa_query_dates_equal (&a->from, &b->from, qsa_date_first_day)
         && qsa_query_dates_equal (&a->to, &b->to, qsa_date_last_day)
         && g_strcmp0 (a->printed, b->printed) == 0
         && qsa_query_words_equal (a->words, b->words);
}

gboolean
qsa_query_node_equal (const QsaQueryNode *a, const QsaQueryNode *b)
{
  guint n_children = a->children != NULL ? a->children->len : 0;

  if (!qsa_query_node_equal_alone (a, b)
      || n_children != (b->children != NULL ? b->children->len : 0))
    return FALSE;

  for (guint i = 0; i < n_children; i++)
    if (!qsa_query_node_equal (g_ptr_array_index (a->children, i),
                               g_ptr_array_index (b->children, i)))
      return FALSE;
  return TRUE;
}

/* ---- printing ---- */

/* " 2021-07-01..2021-07-31", nothing at an open end. */
static void
qsa_query_node_print_dates (const QsaQueryNode *node, GString *line)
{
  QsaDate day;

  g_string_append_c (line, ' ');
  if (node->from.precision != QSA_DATE_NONE)
    {
      g_autofree char *iso = NULL;

      day = qsa_date_from_days (qsa_date_first_day (&node->from), QSA_DATE_DAY);
      iso = qsa_date_to_iso (&day);
      g_string_append (line, iso);
    }
  g_string_append (line, "..");
  if (node->to.precision != QSA_DATE_NONE)
    {
      g_autofree char *iso = NULL;

      day = qsa_date_from_days (qsa_date_last_day (&node->to), QSA_DATE_DAY);
      iso = qsa_date_to_iso (&day);
      g_string_append (line, iso);
    }
}

static void
qsa_query_node_print_head (const QsaQueryNode *node, GString *line)
{
  gboolean is_field = node->kind == QSA_NODE_FIELD;

  g_string_append_printf (line, "(%s%s%s%s",
                          is_field ? field_names[node->field] : kind_names[node->kind],
                          reach_names[node->reach], node->prefix ? " prefix" : "",
                          node->being_typed ? " typing" : "");

  if (!is_field && node->field != QSA_QUERY_FIELD_ANY)
    g_string_append_printf (line, " %s", field_names[node->field]);
  if (is_field && node->field == QSA_QUERY_FIELD_IS)
    g_string_append_printf (line, " %s", is_names[node->is]);
  if (is_field && node->field == QSA_QUERY_FIELD_DATE)
    qsa_query_node_print_dates (node, line);
  if (node->kind == QSA_NODE_NEAR && node->distance == QSA_NEAR_PARAGRAPH)
    g_string_append (line, " paragraph");
  else if (node->kind == QSA_NODE_NEAR)
    g_string_append_printf (line, " %u", node->distance);
}

void
qsa_query_node_print (const QsaQueryNode *node, GString *line)
{
  qsa_query_node_print_head (node, line);

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
