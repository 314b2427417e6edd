/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes as a query: the tree keeps what its header promises, and parsing twice gives the same.
 * The other values of model that read text get the same bytes. */

#include "qsa-filter.h"
#include "qsa-outlet-table.h"
#include "qsa-query.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* 32 parentheses, AND, OR and NOT at each. */
#define MAX_NODES_DEEP (3 * 33 + 1)

static void
check_node (const QsaQueryNode *node, guint depth)
{
  gboolean leaf = node->kind == QSA_NODE_WORD || node->kind == QSA_NODE_PHRASE;

  g_assert (depth <= MAX_NODES_DEEP);
  g_assert ((node->words != NULL) == leaf);
  g_assert ((node->children != NULL) == (!leaf && node->kind != QSA_NODE_ALL));
  g_assert (!node->prefix || node->kind == QSA_NODE_WORD);
  g_assert (!node->being_typed || node->kind == QSA_NODE_WORD);
  if (leaf)
    g_assert (node->words->len >= 1
              && (node->kind != QSA_NODE_WORD || node->words->len == 1));
  else if (node->kind == QSA_NODE_NOT)
    g_assert (node->children->len == 1);
  else if (node->kind != QSA_NODE_ALL)
    g_assert (node->children->len >= 2);

  for (guint i = 0; leaf && i < node->words->len; i++)
    {
      const QsaQueryWord *word = g_ptr_array_index (node->words, i);

      g_assert (*word->typed != '\0' && *word->folded != '\0' && *word->surface != '\0');
      g_assert (g_utf8_validate (word->typed, -1, NULL));
    }
  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    {
      const QsaQueryNode *child = g_ptr_array_index (node->children, i);

      g_assert (child->kind != node->kind && child->kind != QSA_NODE_ALL);
      check_node (child, depth + 1);
    }
}

static void
check_query (const char *text, gboolean while_typing)
{
  g_autoptr (QsaQuery) query = qsa_query_parse (text, QSA_REACH_DEFAULT, while_typing);
  g_autoptr (QsaQuery) again = qsa_query_parse (qsa_query_get_text (query),
                                                QSA_REACH_DEFAULT, while_typing);
  g_autofree char *line = qsa_query_to_string (query);

  check_node (qsa_query_get_root (query), 1);
  g_assert (qsa_query_equal (query, again));
  g_assert (g_utf8_validate (line, -1, NULL));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static QsaOutletTable *outlets;
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *domain = qsa_domain_from_url (text);
  g_autoptr (QsaFilter) filter = qsa_filter_from_string (text);
  g_autofree char *filter_line = qsa_filter_to_string (filter);
  g_autoptr (QsaFilter) filter_again = qsa_filter_from_string (filter_line);

  check_query (text, FALSE);
  check_query (text, TRUE);
  g_assert (qsa_filter_equal (filter, filter_again));
  g_assert (domain == NULL || *domain != '\0');

  if (outlets == NULL)
    outlets = qsa_outlet_table_new_shipped ();
  qsa_outlet_table_find_name (outlets, text);
  qsa_outlet_table_find_domain (outlets, text);
  return 0;
}
