/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libxml/tree.h>

#include "qsa-body.h"

G_BEGIN_DECLS

/* Text out of HTML elements: paragraphs, headings and captions as a reader sees them. Nothing is
 * fetched or run. Any markup is safe. */

/* TRUE when @text holds tags that only markup has. */
gboolean qsa_html_is_markup (const char *text);

/* A piece of markup, such as the value of a JSON member. */
void qsa_html_add_fragment (QsaBody *body, const char *html, gsize html_bytes);

/* The content of @node, paragraph by paragraph. */
void qsa_html_add_node (QsaBody *body, xmlNode *node);

/* All text of @node on one line, squeezed; "" when there is none. Free with g_free(). */
char *qsa_html_node_text (xmlNode *node);

/* A document from @html, which is UTF-8; NULL when nothing could be made of it. */
xmlDoc *qsa_html_parse (const char *html, gsize html_bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

G_END_DECLS
