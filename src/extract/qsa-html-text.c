/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-html-text.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/* libxml2 stops at 256 levels by itself; this is for walking what it made. */
#define DEEPEST_ELEMENT 300

typedef enum
{
  HTML_INLINE,
  HTML_BLOCK,
  HTML_HEADING,
  HTML_BREAK,
  HTML_CAPTION,
  HTML_SKIP,
} QsaHtmlKind;

typedef struct
{
  const char *name;
  QsaHtmlKind kind;
} QsaHtmlElement;

static const QsaHtmlElement elements[] = {
  { "p", HTML_BLOCK },          { "div", HTML_BLOCK },     { "br", HTML_BREAK },
  { "li", HTML_BLOCK },         { "ul", HTML_BLOCK },      { "ol", HTML_BLOCK },
  { "h1", HTML_HEADING },       { "h2", HTML_HEADING },    { "h3", HTML_HEADING },
  { "h4", HTML_HEADING },       { "h5", HTML_HEADING },    { "h6", HTML_HEADING },
  { "article", HTML_BLOCK },    { "section", HTML_BLOCK }, { "main", HTML_BLOCK },
  { "blockquote", HTML_BLOCK }, { "table", HTML_BLOCK },   { "tr", HTML_BLOCK },
  { "td", HTML_BLOCK },         { "th", HTML_BLOCK },      { "tbody", HTML_BLOCK },
  { "dl", HTML_BLOCK },         { "dt", HTML_BLOCK },      { "dd", HTML_BLOCK },
  { "pre", HTML_BLOCK },        { "figure", HTML_BLOCK },  { "center", HTML_BLOCK },
  { "header", HTML_BLOCK },     { "body", HTML_BLOCK },    { "html", HTML_BLOCK },
  { "hr", HTML_BREAK },         { "form", HTML_SKIP },     { "figcaption", HTML_CAPTION },
  { "script", HTML_SKIP },      { "style", HTML_SKIP },    { "noscript", HTML_SKIP },
  { "iframe", HTML_SKIP },      { "head", HTML_SKIP },     { "template", HTML_SKIP },
  { "nav", HTML_SKIP },         { "aside", HTML_SKIP },    { "footer", HTML_SKIP },
  { "button", HTML_SKIP },      { "select", HTML_SKIP },   { "option", HTML_SKIP },
  { "textarea", HTML_SKIP },    { "input", HTML_SKIP },    { "svg", HTML_SKIP },
  { "object", HTML_SKIP },      { "embed", HTML_SKIP },    { "video", HTML_SKIP },
  { "audio", HTML_SKIP },       { "canvas", HTML_SKIP },
};

typedef struct
{
  QsaBody *body; /* borrowed */
  GString *line; /* owned; what stands on the line so far */
  guint depth;
} QsaHtmlWalk;

static QsaHtmlKind
qsa_html_kind (xmlNode *node)
{
  for (gsize i = 0; i < G_N_ELEMENTS (elements); i++)
    {
      if (g_ascii_strcasecmp ((const char *) node->name, elements[i].name) == 0)
        return elements[i].kind;
    }
  return HTML_INLINE;
}

static void
qsa_html_walk_end_line (QsaHtmlWalk *walk)
{
  qsa_body_add_paragraph (walk->body, walk->line->str, walk->line->len);
  g_string_truncate (walk->line, 0);
}

/* A caption's credit is what stands in brackets at its end. */
static void
qsa_html_walk_add_caption (QsaHtmlWalk *walk, xmlNode *node)
{
  g_autofree char *text = qsa_html_node_text (node);
  const char *open = strrchr (text, '(');
  g_autofree char *credit = NULL;

  if (open != NULL && g_str_has_suffix (text, ")"))
    credit = g_strndup (open + 1, strlen (open) - 2);
  qsa_body_add_aside (walk->body, QSA_BLOCK_CAPTION, text, strlen (text),
                      credit != NULL && *credit != '\0' ? credit : NULL);
}

static void qsa_html_walk_children (QsaHtmlWalk *walk, xmlNode *node);

static void
qsa_html_walk_element (QsaHtmlWalk *walk, xmlNode *node)
{
  switch (qsa_html_kind (node))
    {
    case HTML_SKIP:
      break;
    case HTML_BREAK:
      qsa_html_walk_end_line (walk);
      break;
    case HTML_CAPTION:
      qsa_html_walk_end_line (walk);
      qsa_html_walk_add_caption (walk, node);
      break;
    case HTML_HEADING:
      {
        g_autofree char *text = qsa_html_node_text (node);

        qsa_html_walk_end_line (walk);
        qsa_body_add_heading (walk->body, text, strlen (text));
        break;
      }
    case HTML_BLOCK:
      qsa_html_walk_end_line (walk);
      qsa_html_walk_children (walk, node);
      qsa_html_walk_end_line (walk);
      break;
    case HTML_INLINE:
    default:
      qsa_html_walk_children (walk, node);
      break;
    }
}

static void
qsa_html_walk_children (QsaHtmlWalk *walk, xmlNode *node)
{
  if (walk->depth >= DEEPEST_ELEMENT)
    return;
  walk->depth++;
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
        g_string_append (walk->line, (const char *) child->content);
      else if (child->type == XML_ELEMENT_NODE)
        qsa_html_walk_element (walk, child);
    }
  walk->depth--;
}

void
qsa_html_add_node (QsaBody *body, xmlNode *node)
{
  g_autoptr (GString) line = g_string_new (NULL);
  QsaHtmlWalk walk = { .body = body, .line = line };

  qsa_html_walk_children (&walk, node);
  qsa_html_walk_end_line (&walk);
}

static void
qsa_html_collect_text (xmlNode *node, GString *text, guint depth)
{
  if (depth >= DEEPEST_ELEMENT)
    return;
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
        g_string_append (text, (const char *) child->content);
      else if (child->type == XML_ELEMENT_NODE && qsa_html_kind (child) != HTML_SKIP)
        {
          /* Blocks side by side are not one word. */
          if (qsa_html_kind (child) != HTML_INLINE)
            g_string_append_c (text, ' ');
          qsa_html_collect_text (child, text, depth + 1);
        }
    }
}

char *
qsa_html_node_text (xmlNode *node)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GString *squeezed = g_string_new (NULL);

  qsa_html_collect_text (node, text, 0);
  qsa_squeeze_append (squeezed, text->str, text->len);
  return g_string_free (squeezed, FALSE);
}

gboolean
qsa_html_is_markup (const char *text)
{
  static const char *const signs[] = { "</p>", "<br",       "</div>",  "<p>",   "<p ",
                                       "</a>", "</strong>", "</span>", "</h2>", "</em>" };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      if (strstr (text, signs[i]) != NULL)
        return TRUE;
    }
  return FALSE;
}

xmlDoc *
qsa_html_parse (const char *html, gsize html_bytes)
{
  static const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR
                             | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;

  if (html_bytes > G_MAXINT)
    return NULL;
  return htmlReadMemory (html, (int) html_bytes, NULL, "UTF-8", options);
}

void
qsa_html_add_fragment (QsaBody *body, const char *html, gsize html_bytes)
{
  g_autoptr (xmlDoc) document = qsa_html_parse (html, html_bytes);
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;

  if (root != NULL)
    qsa_html_add_node (body, root);
}
