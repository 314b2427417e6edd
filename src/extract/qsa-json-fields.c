/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-json-fields.h"

#include <string.h>

#define MAX_NAMES 16
#define DEEPEST_VALUE 4

/* As normalised by qsa_json_key_normalise(); the first that holds something counts. */
static const char *const field_names[QSA_JSON_N_FIELDS][MAX_NAMES] = {
  [QSA_JSON_TITLE] = { "title", "headline", "heading", "العنوان", "عنوان", "subject",
                       "name" },
  [QSA_JSON_BODY] = { "articlebody", "body", "content", "fulltext", "maintext", "text",
                      "article", "story", "paragraphs", "bodytext", "النص", "المحتوى",
                      "نص" },
  [QSA_JSON_OUTLET] = { "outlet", "publisher", "newspaper", "sitename", "source",
                        "sourcename", "provider", "publication", "site", "المصدر",
                        "الصحيفة" },
  [QSA_JSON_URL] = { "url", "link", "canonicalurl", "articleurl", "permalink",
                     "sourceurl", "href", "guid", "الرابط" },
  [QSA_JSON_DATE] = { "datepublished", "publishedat", "published", "publisheddate",
                      "publishdate", "publicationdate", "datepublish", "pubdate", "date",
                      "datetime", "postdate", "timestamp", "تاريخالنشر", "التاريخ",
                      "تاريخ" },
  [QSA_JSON_TIME] = { "time", "publishtime", "publishedtime", "الوقت" },
  [QSA_JSON_AUTHOR] = { "author", "authors", "byline", "creator", "writer", "reporter",
                        "الكاتب", "كاتب" },
  [QSA_JSON_PLACE] = { "place", "dateline", "location", "city", "المكان" },
  [QSA_JSON_SECTION] = { "section", "articlesection", "category", "categories", "channel",
                         "topic", "القسم", "التصنيف" },
  [QSA_JSON_STANDFIRST] = { "standfirst", "abstract", "summary", "description", "excerpt",
                            "subtitle", "lead", "dek", "deck", "الملخص" },
  [QSA_JSON_LANG] = { "lang", "language", "inlanguage" },
};

/* Objects that stand between the element and its fields. */
static const char *const envelopes[] = { "_source",  "fields", "article",    "doc",
                                         "document", "node",   "attributes", "data" };

/* Where an object keeps the text that it stands for. */
static const char *const inner_names[] = { "name", "title", "rendered", "value", "text",
                                           "html", "plain", "#text",    "$t",    "full" };

void
qsa_json_values_clear (QsaJsonValues *values)
{
  for (guint i = 0; i < QSA_JSON_N_FIELDS; i++)
    g_clear_pointer (&values->values[i], g_free);
}

static char *
qsa_json_key_normalise (const char *key)
{
  GString *normal = g_string_new (NULL);

  for (const char *p = key; *p != '\0'; p++)
    {
      /* A leading underscore marks what a database added: "_source" is no source. */
      if (p == key || strchr ("_-. ", *p) == NULL)
        g_string_append_c (normal, g_ascii_tolower (*p));
    }
  return g_string_free (normal, FALSE);
}

static gboolean
qsa_json_text_is_blank (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;
  return *text == '\0';
}

static char *
qsa_json_take_text (const char *text)
{
  if (text == NULL || qsa_json_text_is_blank (text))
    return NULL;
  return g_utf8_make_valid (text, -1);
}

static char *
qsa_json_scalar_to_text (JsonNode *node)
{
  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING:
      return qsa_json_take_text (json_node_get_string (node));
    case G_TYPE_INT64:
      return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
    default:
      return NULL;
    }
}

static char *qsa_json_node_to_text (JsonNode *node, QsaJsonField field, guint levels);

static char *
qsa_json_object_to_text (JsonObject *object, QsaJsonField field, guint levels)
{
  for (gsize i = 0; i < G_N_ELEMENTS (inner_names); i++)
    {
      JsonNode *member = json_object_get_member (object, inner_names[i]);
      char *text = member != NULL ? qsa_json_node_to_text (member, field, levels) : NULL;

      if (text != NULL)
        return text;
    }
  return NULL;
}

static const char *
qsa_json_joint_for (QsaJsonField field)
{
  return field == QSA_JSON_AUTHOR ? "، " : "\n";
}

static char *
qsa_json_array_to_text (JsonArray *array, QsaJsonField field, guint levels)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  guint n = json_array_get_length (array);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = qsa_json_node_to_text (json_array_get_element (array, i),
                                                     field, levels);

      if (text == NULL)
        continue;
      if (joined->len > 0)
        g_string_append (joined, qsa_json_joint_for (field));
      g_string_append (joined, text);
      /* Of many sections or titles the first is the article's own. */
      if (field != QSA_JSON_AUTHOR && field != QSA_JSON_BODY)
        break;
    }
  return joined->len > 0 ? g_string_free (g_steal_pointer (&joined), FALSE) : NULL;
}

static char *
qsa_json_node_to_text (JsonNode *node, QsaJsonField field, guint levels)
{
  if (levels == 0)
    return NULL;
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_VALUE:
      return qsa_json_scalar_to_text (node);
    case JSON_NODE_ARRAY:
      return qsa_json_array_to_text (json_node_get_array (node), field, levels - 1);
    case JSON_NODE_OBJECT:
      return qsa_json_object_to_text (json_node_get_object (node), field, levels - 1);
    case JSON_NODE_NULL:
    default:
      return NULL;
    }
}

static char *
qsa_json_find_field (GHashTable *members, QsaJsonField field)
{
  for (guint i = 0; i < MAX_NAMES && field_names[field][i] != NULL; i++)
    {
      JsonNode *node = g_hash_table_lookup (members, field_names[field][i]);
      char *text = node != NULL ? qsa_json_node_to_text (node, field, DEEPEST_VALUE)
                                : NULL;

      if (text != NULL)
        return text;
    }
  return NULL;
}

static GHashTable *
qsa_json_index_members (JsonObject *object)
{
  GHashTable *members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &node))
    {
      g_autofree char *key = qsa_json_key_normalise (name);

      /* Two spellings of one name: the first stays. */
      if (!g_hash_table_contains (members, key))
        g_hash_table_insert (members, g_steal_pointer (&key), node);
    }
  return members;
}

static void
qsa_json_values_read_level (QsaJsonValues *values, JsonObject *object, guint levels)
{
  g_autoptr (GHashTable) members = qsa_json_index_members (object);

  for (guint field = 0; field < QSA_JSON_N_FIELDS; field++)
    {
      if (values->values[field] == NULL)
        values->values[field] = qsa_json_find_field (members, field);
    }
  if (values->values[QSA_JSON_BODY] != NULL || levels == 0)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (envelopes); i++)
    {
      JsonNode *node = g_hash_table_lookup (members, envelopes[i]);

      if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
        qsa_json_values_read_level (values, json_node_get_object (node), levels - 1);
    }
}

void
qsa_json_values_read (QsaJsonValues *values, JsonObject *object)
{
  *values = (QsaJsonValues){ 0 };
  qsa_json_values_read_level (values, object, 2);
}
