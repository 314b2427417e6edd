/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-article.h"
#include "qsa-outlet-table.h"

G_BEGIN_DECLS

/* The lines of a page scrape and what each one turned out to be. The passes work on it in this
 * order, each giving roles only to lines that have none yet:
 *
 *   qsa_scrape_new            text -> lines
 *   qsa_scrape_find_outlet    footer, copyright, addresses     (qsa-scrape-outlet.c)
 *   qsa_scrape_find_title     tickers, title and its copies    (qsa-scrape-title.c)
 *   qsa_scrape_find_captions  pictures' lines              (qsa-scrape-body.c)
 *   qsa_scrape_read_head      stamp, byline, section, standfirst (qsa-scrape-head.c)
 *   qsa_scrape_read_body      furniture, pull quotes, headings (qsa-scrape-body.c)
 *   qsa_scrape_assemble       lines -> article                 (qsa-scrape-assemble.c)
 *
 * For one thread. */

typedef enum
{
  QSA_LINE_TEXT, /* nothing else: a paragraph */
  QSA_LINE_TITLE,
  QSA_LINE_STANDFIRST,
  QSA_LINE_HEADING,
  QSA_LINE_CAPTION,
  QSA_LINE_PULL_QUOTE,
  QSA_LINE_REMOVED, /* furniture, and lines that went into fields */
} QsaLineRole;

typedef struct
{
  char *text;   /* owned; squeezed */
  char *folded; /* owned */
  char *credit; /* owned; captions only, or NULL */
  guint words;
  gboolean blank_before;
  gboolean ends_sentence;  /* . ! ? … : */
  gboolean ends_full_stop; /* . or a quote after it */
  QsaLineRole role;
} QsaScrapeLine;

typedef struct
{
  GArray *lines;           /* owned; QsaScrapeLine */
  QsaArticle *article;     /* borrowed */
  QsaOutletTable *outlets; /* borrowed, may be NULL */
  gboolean has_blanks;     /* blank lines stand between its blocks */
  guint footer_index;      /* first line of the footer; lines->len when there is none */
  guint head_index;        /* first line behind the title and its copies */
  guint body_index;        /* first line of the body */
} QsaScrape;

/* @text NULL: without lines, to be filled by qsa_scrape_append(). */
QsaScrape *qsa_scrape_new (const char *text, gsize text_bytes, QsaArticle *article,
                           QsaOutletTable *outlets);
void qsa_scrape_free (QsaScrape *scrape);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaScrape, qsa_scrape_free)

/* One more line, NUL-terminated and not blank. */
QsaScrapeLine *qsa_scrape_append (QsaScrape *scrape, const char *text, QsaLineRole role);

QsaScrapeLine *qsa_scrape_get (QsaScrape *scrape, guint index);

void qsa_scrape_find_outlet (QsaScrape *scrape);
void qsa_scrape_find_title (QsaScrape *scrape);
void qsa_scrape_find_captions (QsaScrape *scrape);
void qsa_scrape_read_head (QsaScrape *scrape);
void qsa_scrape_read_body (QsaScrape *scrape);
void qsa_scrape_assemble (QsaScrape *scrape);

/* The outlet, when so far only weaker signs were there. */
void qsa_scrape_offer_outlet (QsaScrape *scrape, const char *name, const char *rule,
                              double confidence);

/* TRUE when the line is long and closed enough to be a paragraph of an article. */
gboolean qsa_scrape_line_is_paragraph (const QsaScrapeLine *line);

/* TRUE when the line may be a headline: short, no full stop. */
gboolean qsa_scrape_line_is_headline (const QsaScrapeLine *line);

/* TRUE when something on the line sets short fields apart: | » > › • / */
gboolean qsa_scrape_has_separator (const char *text);

/* TRUE when the line holds short fields side by side, at least one of which is known. */
gboolean qsa_scrape_is_fields (QsaScrape *scrape, guint index);

G_END_DECLS
