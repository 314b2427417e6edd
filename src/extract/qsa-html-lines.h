/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libxml/tree.h>

#include "qsa-body.h"

G_BEGIN_DECLS

/* A page as the lines that a reader sees, in the order of the page, each with the element that
 * holds it and with what its markup says about it. Nothing is fetched or run. Any markup is safe. */

typedef struct
{
  char *text;     /* owned; squeezed, never empty */
  char *credit;   /* owned; of a caption, or NULL */
  xmlNode *block; /* borrowed from the document: the element whose line this is */
  guint n_chars;
  double link_share;   /* 0..1, how much of it is inside links */
  guint heading_level; /* 1..6, 0 when it is no heading */
  gboolean is_caption;
} QsaHtmlLine;

typedef enum
{
  QSA_HTML_WHOLE_PAGE, /* menus, side bars, comments and the like are left out */
  QSA_HTML_FRAGMENT,   /* all of it is content */
} QsaHtmlScope;

/* GArray of QsaHtmlLine; never NULL. */
GArray *qsa_html_lines_new (xmlNode *root, QsaHtmlScope scope);

/* A document from @html, which is UTF-8; NULL when nothing could be made of it. */
xmlDoc *qsa_html_parse (const char *html, gsize html_bytes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

/* TRUE when @text holds tags that only markup has. */
gboolean qsa_html_is_markup (const char *text);

/* Adds a piece of markup, such as the value of a JSON member, to @body. */
void qsa_html_add_fragment (QsaBody *body, const char *html, gsize html_bytes);

/* TRUE when @node is @ancestor or inside it. */
gboolean qsa_html_is_inside (xmlNode *node, xmlNode *ancestor);

/* An attribute's value; NULL when there is none. Free with g_free(). */
char *qsa_html_get_attribute (xmlNode *node, const char *name);

/* TRUE when the element's name is @name, in any case. */
gboolean qsa_html_is_element (xmlNode *node, const char *name);

/* The next node of the document below @root in the order of the page; NULL at the end. Goes as deep
 * as the document without recursion. */
xmlNode *qsa_html_next_node (xmlNode *node, xmlNode *root);

G_END_DECLS
