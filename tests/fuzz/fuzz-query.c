/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes as a query: the tree keeps what its header promises, and parsing twice gives the same.
 * The other values of model that read text get the same bytes. */

#include "qsa-filter.h"
#include "qsa-fold.h"
#include "qsa-outlet-table.h"
#include "qsa-query.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* 32 parentheses, AND, OR and NOT at each. */
#define MAX_NODES_DEEP (3 * 33 + 1)

/* Each place reads the text anew. */
#define MAX_PLACES_BYTES 256

static void
check_words (const QsaQueryNode *node)
{
  for (guint i = 0; node->words != NULL && i < node->words->len; i++)
    {
      const QsaQueryWord *word = g_ptr_array_index (node->words, i);

      g_assert (*word->typed != '\0' && *word->folded != '\0' && *word->surface != '\0');
      g_assert (g_utf8_validate (word->typed, -1, NULL));
    }
}

static void
check_field (const QsaQueryNode *node)
{
  gboolean has_words = node->field != QSA_QUERY_FIELD_DATE
                       && node->field != QSA_QUERY_FIELD_IS;

  g_assert (node->field != QSA_QUERY_FIELD_ANY && node->field != QSA_QUERY_FIELD_TITLE);
  g_assert ((node->words != NULL) == has_words);
  g_assert (qsa_date_is_valid (&node->from) && qsa_date_is_valid (&node->to));
  g_assert (node->from.minute == QSA_DATE_NO_MINUTE
            && node->to.minute == QSA_DATE_NO_MINUTE);
  if (node->field == QSA_QUERY_FIELD_DATE)
    g_assert (node->from.precision != QSA_DATE_NONE
              || node->to.precision != QSA_DATE_NONE);
}

static void
check_near (const QsaQueryNode *node)
{
  g_assert (node->distance <= QSA_MAX_NEAR || node->distance == QSA_NEAR_PARAGRAPH);
  for (guint i = 0; i < node->children->len; i++)
    {
      const QsaQueryNode *child = g_ptr_array_index (node->children, i);

      g_assert (child->kind == QSA_NODE_WORD || child->kind == QSA_NODE_PHRASE);
      g_assert (child->field == QSA_QUERY_FIELD_ANY);
    }
}

static void
check_leaf (const QsaQueryNode *node)
{
  g_assert (node->children == NULL);
  if (node->kind == QSA_NODE_FIELD)
    check_field (node);
  else if (node->kind != QSA_NODE_ALL)
    {
      g_assert (node->words->len >= 1);
      g_assert (node->kind != QSA_NODE_WORD || node->words->len == 1);
      g_assert ((node->printed != NULL) == (node->reach == QSA_REACH_PRINTED));
    }
  check_words (node);
}

static void
check_node (const QsaQueryNode *node, guint depth)
{
  gboolean inner = node->kind == QSA_NODE_AND || node->kind == QSA_NODE_OR
                   || node->kind == QSA_NODE_NOT || node->kind == QSA_NODE_NEAR;

  g_assert (depth <= MAX_NODES_DEEP);
  g_assert ((!node->prefix && !node->being_typed) || node->kind == QSA_NODE_WORD
            || node->kind == QSA_NODE_FIELD);
  if (!inner)
    {
      check_leaf (node);
      return;
    }

  g_assert (node->words == NULL && node->field == QSA_QUERY_FIELD_ANY);
  if (node->kind == QSA_NODE_NOT)
    g_assert (node->children->len == 1);
  else
    g_assert (node->children->len >= 2);
  if (node->kind == QSA_NODE_NEAR)
    check_near (node);
  for (guint i = 0; i < node->children->len; i++)
    {
      const QsaQueryNode *child = g_ptr_array_index (node->children, i);

      g_assert (child->kind != node->kind && child->kind != QSA_NODE_ALL);
      check_node (child, depth + 1);
    }
}

/* The other query of each reading is a query, and asks something else. */
static void
check_readings (QsaQuery *query, gboolean while_typing)
{
  GPtrArray *readings = qsa_query_get_readings (query);

  for (guint i = 0; i < readings->len; i++)
    {
      const QsaReading *reading = g_ptr_array_index (readings, i);
      g_autoptr (QsaQuery) other = NULL;

      g_assert (*reading->text != '\0'
                && strstr (qsa_query_get_text (query), reading->text) != NULL);
      if (reading->other == NULL)
        continue;
      g_assert (reading->kind != QSA_READING_BAD_VALUE);
      other = qsa_query_parse (reading->other, QSA_REACH_DEFAULT, while_typing);
      check_node (qsa_query_get_root (other), 1);
      g_assert (!qsa_query_equal (query, other));
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
  check_readings (query, while_typing);
  g_assert (qsa_query_equal (query, again));
  g_assert (g_utf8_validate (line, -1, NULL));
}

/* A caret on each border: the place is a part of the text, also where the text is not UTF-8. */
static void
check_places (const char *text)
{
  gsize n_bytes = strlen (text);

  for (gsize caret_byte = 0; caret_byte <= MIN (n_bytes, MAX_PLACES_BYTES); caret_byte++)
    {
      QsaCompletePlace place;

      qsa_query_complete_place (text, caret_byte, &place);
      g_assert (place.start_byte <= caret_byte && caret_byte <= place.end_byte);
      g_assert (place.end_byte <= n_bytes && place.prefix != NULL);
      g_assert (g_utf8_validate (place.prefix, -1, NULL));
      g_assert (place.kind != QSA_COMPLETE_NOTHING || place.start_byte == place.end_byte);
      qsa_complete_place_clear (&place);
    }
}

/* A name in a query is the value of its field: the same words as those of the name alone. */
static void
check_quoted (const char *name)
{
  g_autofree char *quoted = qsa_query_quote_value (name);
  g_autofree char *text = g_strconcat ("outlet:", quoted, NULL);
  g_autofree char *folded_name = qsa_fold_text (name, -1);
  g_autoptr (QsaQuery) query = qsa_query_parse (text, QSA_REACH_DEFAULT, FALSE);
  const QsaQueryNode *root = qsa_query_get_root (query);

  if (*folded_name == '\0')
    return;
  g_assert (root->kind == QSA_NODE_FIELD && root->field == QSA_QUERY_FIELD_OUTLET);
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
  check_places (text);
  check_quoted (text);
  g_assert (qsa_filter_equal (filter, filter_again));
  g_assert (domain == NULL || *domain != '\0');

  if (outlets == NULL)
    outlets = qsa_outlet_table_new_shipped ();
  qsa_outlet_table_find_name (outlets, text);
  qsa_outlet_table_find_domain (outlets, text);
  return 0;
}
