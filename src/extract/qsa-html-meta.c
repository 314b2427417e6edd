/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-html-meta.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "qsa-date-parser.h"
#include "qsa-fields.h"
#include "qsa-html-lines.h"
#include "qsa-json-fields.h"
#include "qsa-json-splitter.h"

#define LARGEST_JSON_BYTES (1024 * 1024)

typedef enum
{
  META_TITLE,
  META_SITE_NAME,
  META_URL,
  META_AUTHOR,
  META_SECTION,
  META_DESCRIPTION,
  META_DATE,
} QsaHtmlMetaField;

typedef struct
{
  const char *name; /* of a property, name or itemprop attribute */
  QsaHtmlMetaField field;
} QsaHtmlMetaName;

static const QsaHtmlMetaName meta_names[] = {
  { "og:title", META_TITLE },
  { "twitter:title", META_TITLE },
  { "dc.title", META_TITLE },
  { "og:site_name", META_SITE_NAME },
  { "application-name", META_SITE_NAME },
  { "og:url", META_URL },
  { "twitter:url", META_URL },
  { "author", META_AUTHOR },
  { "article:author", META_AUTHOR },
  { "dc.creator", META_AUTHOR },
  { "byl", META_AUTHOR },
  { "article:section", META_SECTION },
  { "section", META_SECTION },
  { "og:description", META_DESCRIPTION },
  { "description", META_DESCRIPTION },
  { "twitter:description", META_DESCRIPTION },
  { "article:published_time", META_DATE },
  { "og:article:published_time", META_DATE },
  { "datepublished", META_DATE },
  { "date", META_DATE },
  { "pubdate", META_DATE },
  { "publishdate", META_DATE },
  { "publish_date", META_DATE },
  { "publish-date", META_DATE },
  { "dc.date", META_DATE },
  { "dc.date.issued", META_DATE },
  { "dcterms.created", META_DATE },
  { "parsely-pub-date", META_DATE },
  { "sailthru.date", META_DATE },
};

void
qsa_html_meta_clear (QsaHtmlMeta *meta)
{
  g_clear_pointer (&meta->title, g_free);
  g_clear_pointer (&meta->site_name, g_free);
  g_clear_pointer (&meta->url, g_free);
  g_clear_pointer (&meta->author, g_free);
  g_clear_pointer (&meta->section, g_free);
  g_clear_pointer (&meta->description, g_free);
  g_clear_pointer (&meta->lang, g_free);
  g_clear_pointer (&meta->article_body, g_free);
}

static void
qsa_html_meta_offer (char **field, const char *value)
{
  if (*field == NULL && value != NULL)
    *field = qsa_fields_clean_line (value, strlen (value));
}

static void
qsa_html_meta_add_date (QsaHtmlMeta *meta, const char *text)
{
  QsaDate date = QSA_DATE_INIT;

  if (text != NULL && meta->n_dates < QSA_HTML_MOST_DATES && strlen (text) < 100
      && qsa_date_parse_stamp (text, -1, &date))
    meta->dates[meta->n_dates++] = date;
}

static char **
qsa_html_meta_get_field (QsaHtmlMeta *meta, QsaHtmlMetaField field)
{
  switch (field)
    {
    case META_TITLE:
      return &meta->title;
    case META_SITE_NAME:
      return &meta->site_name;
    case META_URL:
      return &meta->url;
    case META_AUTHOR:
      return &meta->author;
    case META_SECTION:
      return &meta->section;
    case META_DESCRIPTION:
      return &meta->description;
    case META_DATE:
    default:
      return NULL;
    }
}

static void
qsa_html_meta_read_meta (QsaHtmlMeta *meta, xmlNode *node)
{
  g_autofree char *property = qsa_html_get_attribute (node, "property");
  g_autofree char *name = qsa_html_get_attribute (node, "name");
  g_autofree char *item = qsa_html_get_attribute (node, "itemprop");
  g_autofree char *content = qsa_html_get_attribute (node, "content");
  const char *key = property != NULL ? property : name != NULL ? name : item;

  if (key == NULL || content == NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (meta_names); i++)
    {
      char **field;

      /* Some sites swap the two attributes. */
      if (g_ascii_strcasecmp (key, meta_names[i].name) != 0)
        {
          if (property == NULL || g_ascii_strcasecmp (content, meta_names[i].name) != 0)
            continue;
        }
      field = qsa_html_meta_get_field (meta, meta_names[i].field);
      if (field == NULL)
        qsa_html_meta_add_date (meta, content);
      else
        qsa_html_meta_offer (field, g_ascii_strcasecmp (key, meta_names[i].name) == 0
                                        ? content
                                        : property);
      return;
    }
}

static gboolean
qsa_html_meta_is_article_type (JsonNode *node)
{
  const char *type;

  if (node == NULL)
    return FALSE;
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *types = json_node_get_array (node);

      return json_array_get_length (types) > 0
             && qsa_html_meta_is_article_type (json_array_get_element (types, 0));
    }
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return FALSE;
  type = json_node_get_string (node);
  return g_str_has_suffix (type, "Article") || g_str_has_suffix (type, "BlogPosting");
}

static void
qsa_html_meta_take_json (QsaHtmlMeta *meta, JsonObject *object)
{
  g_auto (QsaJsonValues) values = { { NULL } };

  qsa_json_values_read (&values, object);
  qsa_html_meta_offer (&meta->title, values.values[QSA_JSON_TITLE]);
  qsa_html_meta_offer (&meta->site_name, values.values[QSA_JSON_OUTLET]);
  qsa_html_meta_offer (&meta->url, values.values[QSA_JSON_URL]);
  qsa_html_meta_offer (&meta->author, values.values[QSA_JSON_AUTHOR]);
  qsa_html_meta_offer (&meta->section, values.values[QSA_JSON_SECTION]);
  qsa_html_meta_offer (&meta->description, values.values[QSA_JSON_STANDFIRST]);
  qsa_html_meta_add_date (meta, values.values[QSA_JSON_DATE]);
  if (meta->article_body == NULL)
    meta->article_body = g_strdup (values.values[QSA_JSON_BODY]);
}

/* The article among the things that a block of JSON-LD describes. The nesting was measured
 * before. */
static gboolean
qsa_html_meta_find_article (QsaHtmlMeta *meta, JsonNode *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          if (qsa_html_meta_find_article (meta, json_array_get_element (array, i)))
            return TRUE;
        }
      return FALSE;
    }
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  if (qsa_html_meta_is_article_type (
          json_object_get_member (json_node_get_object (node), "@type")))
    {
      qsa_html_meta_take_json (meta, json_node_get_object (node));
      return TRUE;
    }
  node = json_object_get_member (json_node_get_object (node), "@graph");
  return node != NULL && qsa_html_meta_find_article (meta, node);
}

static void
qsa_html_meta_read_script (QsaHtmlMeta *meta, xmlNode *node)
{
  g_autofree char *type = qsa_html_get_attribute (node, "type");
  g_autoptr (JsonParser) parser = NULL;
  xmlChar *content;
  gsize content_bytes;

  if (type == NULL || g_ascii_strcasecmp (type, "application/ld+json") != 0)
    return;
  content = xmlNodeGetContent (node);
  if (content == NULL)
    return;
  content_bytes = strlen ((const char *) content);
  parser = json_parser_new_immutable ();
  /* Sites break their JSON-LD often; then it just says nothing. */
  if (content_bytes < LARGEST_JSON_BYTES
      && qsa_json_is_shallow ((const char *) content, content_bytes)
      && json_parser_load_from_data (parser, (const char *) content,
                                     (gssize) content_bytes, NULL)
      && json_parser_get_root (parser) != NULL)
    qsa_html_meta_find_article (meta, json_parser_get_root (parser));
  xmlFree (content);
}

static void
qsa_html_meta_read_link (QsaHtmlMeta *meta, xmlNode *node)
{
  g_autofree char *rel = qsa_html_get_attribute (node, "rel");
  g_autofree char *href = qsa_html_get_attribute (node, "href");

  if (rel != NULL && g_ascii_strcasecmp (rel, "canonical") == 0 && href != NULL
      && g_str_has_prefix (href, "http"))
    {
      g_clear_pointer (&meta->url, g_free);
      meta->url = g_steal_pointer (&href);
    }
}

static void
qsa_html_meta_read_time (QsaHtmlMeta *meta, xmlNode *node)
{
  g_autofree char *item = qsa_html_get_attribute (node, "itemprop");
  g_autofree char *datetime = qsa_html_get_attribute (node, "datetime");

  /* Without itemprop it may be the time of a comment or of another article; the page shows it. */
  if (item != NULL && g_ascii_strcasecmp (item, "datePublished") == 0)
    qsa_html_meta_add_date (meta, datetime);
}

static void
qsa_html_meta_read_title (QsaHtmlMeta *meta, xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent (node);

  qsa_html_meta_offer (&meta->title, (const char *) content);
  xmlFree (content);
}

void
qsa_html_meta_read (QsaHtmlMeta *meta, xmlNode *root)
{
  xmlNode *title = NULL;

  *meta = (QsaHtmlMeta){ 0 };
  meta->lang = qsa_html_get_attribute (root, "lang");
  for (xmlNode *node = root; node != NULL; node = qsa_html_next_node (node, root))
    {
      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (qsa_html_is_element (node, "meta"))
        qsa_html_meta_read_meta (meta, node);
      else if (qsa_html_is_element (node, "script"))
        qsa_html_meta_read_script (meta, node);
      else if (qsa_html_is_element (node, "link"))
        qsa_html_meta_read_link (meta, node);
      else if (qsa_html_is_element (node, "time"))
        qsa_html_meta_read_time (meta, node);
      else if (title == NULL && qsa_html_is_element (node, "title"))
        title = node;
    }
  if (title != NULL)
    qsa_html_meta_read_title (meta, title);
}
