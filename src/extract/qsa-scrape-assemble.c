/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-scrape.h"

#include <string.h>

#include "qsa-body.h"
#include "qsa-byline.h"
#include "qsa-dateline.h"
#include "qsa-fields.h"
#include "qsa-source-credit.h"

#define LONGEST_LEAD_BYTES 60

static void
qsa_scrape_assemble_line (QsaBody *body, const QsaScrapeLine *line)
{
  gsize text_bytes = strlen (line->text);

  switch (line->role)
    {
    case QSA_LINE_TEXT:
      qsa_body_add_paragraph (body, line->text, text_bytes);
      break;
    case QSA_LINE_HEADING:
      qsa_body_add_heading (body, line->text, text_bytes);
      break;
    case QSA_LINE_CAPTION:
      qsa_body_add_aside (body, QSA_BLOCK_CAPTION, line->text, text_bytes, line->credit);
      break;
    case QSA_LINE_PULL_QUOTE:
      qsa_body_add_aside (body, QSA_BLOCK_PULL_QUOTE, line->text, text_bytes, NULL);
      break;
    case QSA_LINE_REMOVED:
      qsa_body_add_aside (body, QSA_BLOCK_REMOVED, line->text, text_bytes, NULL);
      break;
    case QSA_LINE_TITLE:
    case QSA_LINE_STANDFIRST:
    default:
      break;
    }
}

/* Repeated as the text's own beginning, a standfirst says nothing. */
static void
qsa_scrape_drop_repeated_standfirst (QsaArticle *article)
{
  if (article->standfirst != NULL
      && qsa_fields_repeats_beginning (article->standfirst, article->body))
    g_clear_pointer (&article->standfirst, g_free);
}

static void
qsa_scrape_read_credit (QsaArticle *article, QsaOutletTable *outlets)
{
  g_autofree char *credit = qsa_source_credit_find (article->body, article->body_bytes);

  qsa_fields_credit_organisation (article, outlets, credit, "credited-in-text", 0.7);
}

/* "صحيفة/ نص": a house that puts its name before its own text. Wires stand in brackets there. */
static void
qsa_scrape_read_lead (QsaScrape *scrape)
{
  const char *body = scrape->article->body;
  const char *slash = g_strstr_len (
      body, (gssize) MIN (scrape->article->body_bytes, LONGEST_LEAD_BYTES), "/");
  g_autofree char *name = NULL;

  if (slash == NULL || slash[1] != ' ' || scrape->article->outlet != NULL)
    return;
  name = qsa_fields_clean_line (body, (gsize) (slash - body));
  if (name != NULL && qsa_byline_is_organisation (name, scrape->outlets))
    qsa_scrape_offer_outlet (scrape, name, "lead", 0.6);
}

void
qsa_scrape_assemble (QsaScrape *scrape)
{
  g_autoptr (QsaBody) body = qsa_body_new (scrape->article);

  for (guint i = 0; i < scrape->lines->len; i++)
    qsa_scrape_assemble_line (body, qsa_scrape_get (scrape, i));
  qsa_body_finish (body);
  if (scrape->article->body_bytes > 0)
    qsa_article_set_rule (scrape->article, "body", "lines",
                          scrape->has_blanks ? 0.85 : 0.8);
  qsa_scrape_read_lead (scrape);
  qsa_scrape_drop_repeated_standfirst (scrape->article);
  qsa_dateline_apply (scrape->article, scrape->outlets);
  qsa_scrape_read_credit (scrape->article, scrape->outlets);
}
