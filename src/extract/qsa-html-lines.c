/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-html-lines.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/* Pages are at most a few dozen levels deep; what is deeper than this is no page. */
#define DEEPEST_ELEMENT 256

/* An element that holds this much of the page is its content, whatever its class says. */
#define CONTENT_SHARE 0.3

typedef enum
{
  HTML_INLINE,
  HTML_BLOCK,
  HTML_HEADING,
  HTML_BREAK,
  HTML_CAPTION,
  HTML_SKIP,      /* never text */
  HTML_SKIP_PAGE, /* no text of the article, on a whole page */
} QsaHtmlKind;

typedef struct
{
  const char *name;
  QsaHtmlKind kind;
} QsaHtmlElement;

static const QsaHtmlElement elements[] = {
  { "p", HTML_BLOCK },
  { "div", HTML_BLOCK },
  { "br", HTML_BREAK },
  { "li", HTML_BLOCK },
  { "ul", HTML_BLOCK },
  { "ol", HTML_BLOCK },
  { "h1", HTML_HEADING },
  { "h2", HTML_HEADING },
  { "h3", HTML_HEADING },
  { "h4", HTML_HEADING },
  { "h5", HTML_HEADING },
  { "h6", HTML_HEADING },
  { "article", HTML_BLOCK },
  { "section", HTML_BLOCK },
  { "main", HTML_BLOCK },
  { "blockquote", HTML_BLOCK },
  { "table", HTML_BLOCK },
  { "tr", HTML_BLOCK },
  { "td", HTML_BLOCK },
  { "th", HTML_BLOCK },
  { "tbody", HTML_BLOCK },
  { "dl", HTML_BLOCK },
  { "dt", HTML_BLOCK },
  { "dd", HTML_BLOCK },
  { "pre", HTML_BLOCK },
  { "figure", HTML_BLOCK },
  { "center", HTML_BLOCK },
  { "time", HTML_BLOCK },
  { "header", HTML_BLOCK },
  { "body", HTML_BLOCK },
  { "html", HTML_BLOCK },
  { "hr", HTML_BREAK },
  { "figcaption", HTML_CAPTION },
  { "address", HTML_BLOCK },
  { "script", HTML_SKIP },
  { "style", HTML_SKIP },
  { "noscript", HTML_SKIP },
  { "iframe", HTML_SKIP },
  { "head", HTML_SKIP },
  { "template", HTML_SKIP },
  { "svg", HTML_SKIP },
  { "object", HTML_SKIP },
  { "embed", HTML_SKIP },
  { "video", HTML_SKIP },
  { "audio", HTML_SKIP },
  { "canvas", HTML_SKIP },
  { "select", HTML_SKIP },
  { "textarea", HTML_SKIP },
  { "input", HTML_SKIP },
  { "button", HTML_SKIP },
  { "nav", HTML_SKIP_PAGE },
  { "aside", HTML_SKIP_PAGE },
  { "footer", HTML_SKIP_PAGE },
  { "form", HTML_SKIP_PAGE },
};

/* Words that classes and ids of page furniture are made of. */
static const char *const furniture_classes[] = {
  "ad",         "ads",     "adv",        "advert",      "advertisement", "banner",
  "breadcrumb", "comment", "comments",   "cookie",      "cookies",       "disqus",
  "footer",     "hidden",  "menu",       "modal",       "most",          "mostread",
  "nav",        "navbar",  "navigation", "newsletter",  "pager",         "pagination",
  "popular",    "popup",   "promo",      "recommended", "related",       "share",
  "sharing",    "sidebar", "social",     "sponsored",   "subscribe",     "tags",
  "ticker",     "toolbar", "trending",   "widget",
};

static const char *const caption_classes[] = { "caption", "cap", "figcaption",
                                               "photocaption" };

/* Inline elements that a page sets apart by style alone. */
static const char *const field_classes[] = { "author",   "byline",    "date",
                                             "datetime", "published", "publisher",
                                             "source",   "time",      "timestamp",
                                             "updated",  "writer" };

typedef struct
{
  GArray *lines; /* owned by the caller */
  GString *line; /* owned; what stands on the line so far */
  QsaHtmlScope scope;
  xmlNode *block; /* borrowed: the element whose line is being read */
  gsize page_bytes;
  gsize solid_bytes; /* of line, blanks aside … */
  gsize link_bytes;  /* … and those inside links */
  guint link_depth;
  guint heading_level;
  gboolean in_caption;
  guint depth;
} QsaHtmlWalk;

static void
qsa_html_clear_line (gpointer data)
{
  QsaHtmlLine *line = data;

  g_clear_pointer (&line->text, g_free);
  g_clear_pointer (&line->credit, g_free);
}

gboolean
qsa_html_is_element (xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE
         && g_ascii_strcasecmp ((const char *) node->name, name) == 0;
}

static QsaHtmlKind
qsa_html_kind (xmlNode *node)
{
  for (gsize i = 0; i < G_N_ELEMENTS (elements); i++)
    {
      if (qsa_html_is_element (node, elements[i].name))
        return elements[i].kind;
    }
  return HTML_INLINE;
}

char *
qsa_html_get_attribute (xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetProp (node, (const xmlChar *) name);
  char *copy;

  if (value == NULL)
    return NULL;
  copy = g_strdup ((const char *) value);
  xmlFree (value);
  return copy;
}

xmlNode *
qsa_html_next_node (xmlNode *node, xmlNode *root)
{
  if (node->type == XML_ELEMENT_NODE && node->children != NULL)
    return node->children;
  while (node != root && node->next == NULL)
    node = node->parent;
  return node == root ? NULL : node->next;
}

gboolean
qsa_html_is_inside (xmlNode *node, xmlNode *ancestor)
{
  for (; node != NULL; node = node->parent)
    {
      if (node == ancestor)
        return TRUE;
    }
  return FALSE;
}

static gsize
qsa_html_text_bytes (xmlNode *root)
{
  gsize n = 0;

  for (xmlNode *node = root; node != NULL; node = qsa_html_next_node (node, root))
    {
      if (node->type == XML_TEXT_NODE && node->content != NULL && node->parent != NULL
          && qsa_html_kind (node->parent) != HTML_SKIP)
        n += strlen ((const char *) node->content);
    }
  return n;
}

static gboolean
qsa_html_has_element (xmlNode *root, const char *name)
{
  for (xmlNode *node = root; node != NULL; node = qsa_html_next_node (node, root))
    {
      if (qsa_html_is_element (node, name))
        return TRUE;
    }
  return FALSE;
}

static gboolean
qsa_html_word_is_in (const char *word, const char *const *words, gsize n_words)
{
  for (gsize i = 0; i < n_words; i++)
    {
      if (strcmp (word, words[i]) == 0)
        return TRUE;
    }
  return FALSE;
}

/* "related-posts", "relatedPosts", "related_posts": each part counts as a word. */
static gboolean
qsa_html_classes_have (const char *classes, const char *const *words, gsize n_words)
{
  g_autoptr (GString) word = g_string_new (NULL);

  for (const char *p = classes;; p++)
    {
      gboolean ends = *p == '\0' || !g_ascii_isalnum (*p);
      gboolean starts = g_ascii_isupper (*p) && p > classes && g_ascii_islower (p[-1]);

      if ((ends || starts) && word->len > 0)
        {
          if (qsa_html_word_is_in (word->str, words, n_words))
            return TRUE;
          g_string_truncate (word, 0);
        }
      if (*p == '\0')
        return FALSE;
      if (!ends)
        g_string_append_c (word, g_ascii_tolower (*p));
    }
}

static gboolean
qsa_html_names_have (xmlNode *node, const char *const *words, gsize n_words)
{
  g_autofree char *classes = qsa_html_get_attribute (node, "class");
  g_autofree char *id = qsa_html_get_attribute (node, "id");

  return (classes != NULL && qsa_html_classes_have (classes, words, n_words))
         || (id != NULL && qsa_html_classes_have (id, words, n_words));
}

static gboolean
qsa_html_is_hidden (xmlNode *node)
{
  g_autofree char *style = qsa_html_get_attribute (node, "style");
  g_autofree char *hidden = qsa_html_get_attribute (node, "aria-hidden");

  return xmlHasProp (node, (const xmlChar *) "hidden") != NULL
         || (style != NULL && strstr (style, "display") != NULL
             && strstr (style, "none") != NULL)
         || (hidden != NULL && strcmp (hidden, "true") == 0);
}

/* Page furniture by its class, unless it holds the title or much of the page. */
static gboolean
qsa_html_is_furniture (QsaHtmlWalk *walk, xmlNode *node, QsaHtmlKind kind)
{
  if (walk->scope != QSA_HTML_WHOLE_PAGE || qsa_html_is_element (node, "body")
      || qsa_html_is_element (node, "html"))
    return FALSE;
  if (kind != HTML_SKIP_PAGE && !qsa_html_is_hidden (node)
      && !qsa_html_names_have (node, furniture_classes, G_N_ELEMENTS (furniture_classes)))
    return FALSE;
  return (double) qsa_html_text_bytes (node) < CONTENT_SHARE * (double) walk->page_bytes
         && (kind == HTML_SKIP_PAGE || !qsa_html_has_element (node, "h1"));
}

/* A caption's credit is what stands in brackets at its end. */
static char *
qsa_html_caption_credit (const char *text)
{
  const char *open = strrchr (text, '(');

  if (open == NULL || !g_str_has_suffix (text, ")") || strlen (open) <= 2)
    return NULL;
  return g_strndup (open + 1, strlen (open) - 2);
}

static void
qsa_html_walk_end_line (QsaHtmlWalk *walk)
{
  g_autoptr (GString) text = g_string_sized_new (walk->line->len + 1);
  QsaHtmlLine line = { .block = walk->block };

  if (qsa_squeeze_append (text, walk->line->str, walk->line->len) > 0)
    {
      line.n_chars = (guint) g_utf8_strlen (text->str, -1);
      line.link_share = walk->solid_bytes > 0
                            ? (double) walk->link_bytes / (double) walk->solid_bytes
                            : 0.0;
      line.heading_level = walk->heading_level;
      line.is_caption = walk->in_caption;
      line.text = g_strdup (text->str);
      if (line.is_caption)
        line.credit = qsa_html_caption_credit (line.text);
      g_array_append_val (walk->lines, line);
    }
  g_string_truncate (walk->line, 0);
  walk->solid_bytes = 0;
  walk->link_bytes = 0;
}

static void qsa_html_walk_children (QsaHtmlWalk *walk, xmlNode *node);

static void
qsa_html_walk_block (QsaHtmlWalk *walk, xmlNode *node, QsaHtmlKind kind)
{
  QsaHtmlWalk outer = *walk;

  qsa_html_walk_end_line (walk);
  walk->block = node;
  if (kind == HTML_HEADING)
    walk->heading_level = (guint) (node->name[1] - '0');
  walk->in_caption = walk->in_caption || kind == HTML_CAPTION
                     || qsa_html_names_have (node, caption_classes,
                                             G_N_ELEMENTS (caption_classes));
  qsa_html_walk_children (walk, node);
  qsa_html_walk_end_line (walk);
  walk->block = outer.block;
  walk->heading_level = outer.heading_level;
  walk->in_caption = outer.in_caption;
}

static void
qsa_html_walk_inline (QsaHtmlWalk *walk, xmlNode *node)
{
  gboolean is_link = qsa_html_is_element (node, "a");

  walk->link_depth += is_link;
  qsa_html_walk_children (walk, node);
  walk->link_depth -= is_link;
}

static void
qsa_html_walk_element (QsaHtmlWalk *walk, xmlNode *node)
{
  QsaHtmlKind kind = qsa_html_kind (node);

  /* Whole elements such as <span class="caption"> stand on a line of their own. */
  if (kind == HTML_INLINE
      && qsa_html_names_have (node, caption_classes, G_N_ELEMENTS (caption_classes)))
    kind = HTML_CAPTION;
  else if (kind == HTML_INLINE
           && qsa_html_names_have (node, field_classes, G_N_ELEMENTS (field_classes)))
    kind = HTML_BLOCK;
  if (kind == HTML_SKIP || qsa_html_is_furniture (walk, node, kind))
    return;
  switch (kind)
    {
    case HTML_BREAK:
      qsa_html_walk_end_line (walk);
      break;
    case HTML_INLINE:
      qsa_html_walk_inline (walk, node);
      break;
    case HTML_BLOCK:
    case HTML_HEADING:
    case HTML_CAPTION:
    case HTML_SKIP_PAGE:
    case HTML_SKIP:
    default:
      qsa_html_walk_block (walk, node, kind);
      break;
    }
}

static void
qsa_html_walk_text (QsaHtmlWalk *walk, const char *text)
{
  gsize n_solid = 0;

  g_string_append (walk->line, text);
  for (const char *p = text; *p != '\0'; p++)
    n_solid += !g_ascii_isspace (*p);
  walk->solid_bytes += n_solid;
  if (walk->link_depth > 0)
    walk->link_bytes += n_solid;
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
        qsa_html_walk_text (walk, (const char *) child->content);
      else if (child->type == XML_ELEMENT_NODE)
        qsa_html_walk_element (walk, child);
    }
  walk->depth--;
}

GArray *
qsa_html_lines_new (xmlNode *root, QsaHtmlScope scope)
{
  g_autoptr (GString) line = g_string_new (NULL);
  QsaHtmlWalk walk = { .line = line, .scope = scope, .block = root };

  walk.lines = g_array_new (FALSE, FALSE, sizeof (QsaHtmlLine));
  g_array_set_clear_func (walk.lines, qsa_html_clear_line);
  walk.page_bytes = qsa_html_text_bytes (root);
  qsa_html_walk_children (&walk, root);
  qsa_html_walk_end_line (&walk);
  return walk.lines;
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
  g_autoptr (GArray) lines = NULL;

  if (root == NULL)
    return;
  lines = qsa_html_lines_new (root, QSA_HTML_FRAGMENT);
  for (guint i = 0; i < lines->len; i++)
    {
      const QsaHtmlLine *line = &g_array_index (lines, QsaHtmlLine, i);
      gsize text_bytes = strlen (line->text);

      if (line->is_caption)
        qsa_body_add_aside (body, QSA_BLOCK_CAPTION, line->text, text_bytes,
                            line->credit);
      else if (line->heading_level > 0)
        qsa_body_add_heading (body, line->text, text_bytes);
      else
        qsa_body_add_paragraph (body, line->text, text_bytes);
    }
}
