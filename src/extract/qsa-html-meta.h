/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <libxml/tree.h>

#include "qsa-date.h"

G_BEGIN_DECLS

/* What a page's markup says about the article, apart from what it shows: JSON-LD, OpenGraph and other
 * meta elements, <time>, itemprop, the canonical address, <title>. Strings are owned and NULL when
 * the page does not say. */

#define QSA_HTML_MOST_DATES 8

typedef struct
{
  char *title; /* og:title, JSON-LD headline, twitter:title or <title>, in this order */
  char *site_name; /* og:site_name or the publisher */
  char *url;       /* canonical, og:url */
  char *author;
  char *section;
  char *description;
  char *lang;
  char *article_body; /* JSON-LD articleBody */
  QsaDate
      dates[QSA_HTML_MOST_DATES]; /* of publication, one for each source that gives one */
  guint n_dates;
} QsaHtmlMeta;

void qsa_html_meta_clear (QsaHtmlMeta *meta);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QsaHtmlMeta, qsa_html_meta_clear)

void qsa_html_meta_read (QsaHtmlMeta *meta, xmlNode *root);

G_END_DECLS
