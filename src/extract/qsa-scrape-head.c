/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-scrape.h"

#include <string.h>

#include "qsa-date-parser.h"
#include "qsa-fields.h"
#include "qsa-head-lines.h"
#include "qsa-scrape-fields.h"
#include "qsa-scrape-kind.h"
#include "qsa-stamp-line.h"

/* Between title and text stand a few lines: section, byline, stamp, widgets, standfirst. */
#define MOST_HEAD_LINES 14
#define MOST_STANDFIRSTS 2
#define LONGEST_STANDFIRST_WORDS 70

static void
qsa_scrape_read_stamp (QsaScrape *scrape, guint index)
{
  QsaScrapeLine *line = qsa_scrape_get (scrape, index);
  QsaDate date = QSA_DATE_INIT;
  g_autofree char *rest = NULL;

  if (!qsa_stamp_line_read (line->text, &date, &rest))
    return;
  qsa_head_lines_take_stamp (line->text, scrape->article);
  qsa_scrape_read_fields (scrape, rest);
}

static void
qsa_scrape_read_byline (QsaScrape *scrape, guint index, const char *body)
{
  QsaScrapeLine *line = qsa_scrape_get (scrape, index);
  g_auto (QsaByline) byline = { 0 };
  gboolean own;

  if (!qsa_scrape_parse_byline (scrape, line->text, body,
                                qsa_scrape_trusts_byline (scrape, index), &byline))
    return;
  /* "صحيفة - تقرير اسم": an outlet that says who of its own people wrote this. */
  own = byline.organisation != NULL && byline.author != NULL && byline.place == NULL;
  if (own && scrape->article->outlet == NULL)
    qsa_scrape_offer_outlet (scrape, byline.organisation, "byline",
                             byline.has_cue ? 0.85 : 0.7);
  qsa_head_lines_apply_byline (&byline, scrape->outlets, scrape->article);
}

static void
qsa_scrape_read_value (QsaScrape *scrape, guint index)
{
  QsaScrapeLine *line = qsa_scrape_get (scrape, index);
  gsize text_bytes = strlen (line->text);

  switch (qsa_scrape_get_label (scrape, index - 1))
    {
    case QSA_HEAD_LABEL_SOURCE:
      qsa_fields_credit_organisation (scrape->article, scrape->outlets, line->text,
                                      "label", 0.8);
      break;
    case QSA_HEAD_LABEL_AUTHOR:
      qsa_fields_set_byline (scrape->article, scrape->outlets, line->text, text_bytes,
                             "label");
      break;
    case QSA_HEAD_LABEL_SECTION:
      qsa_fields_set_section (scrape->article, line->text, text_bytes, "label", 0.85);
      break;
    case QSA_HEAD_LABEL_DATE:
    case QSA_HEAD_LABEL_NONE:
    default:
      break;
    }
}

static void
qsa_scrape_take (QsaScrape *scrape, guint index, QsaHeadKind kind, const char *body)
{
  QsaScrapeLine *line = qsa_scrape_get (scrape, index);
  gsize text_bytes = strlen (line->text);

  if (line->role != QSA_LINE_TEXT)
    return;
  switch (kind)
    {
    case QSA_HEAD_STAMP:
      qsa_scrape_read_stamp (scrape, index);
      break;
    case QSA_HEAD_TRAIL:
      qsa_scrape_read_trail (scrape, line->text);
      break;
    case QSA_HEAD_FIELDS:
      qsa_scrape_read_issue_year (scrape, line->text);
      qsa_scrape_read_fields (scrape, line->text);
      break;
    case QSA_HEAD_BYLINE:
      qsa_scrape_read_byline (scrape, index, body);
      break;
    case QSA_HEAD_NAME:
      qsa_fields_set_byline (scrape->article, scrape->outlets, line->text, text_bytes,
                             "name-by-stamp");
      break;
    case QSA_HEAD_VALUE:
      qsa_scrape_read_value (scrape, index);
      break;
    case QSA_HEAD_SECTION:
      qsa_fields_set_section (scrape->article, line->text, text_bytes, "section-line",
                              0.75);
      break;
    case QSA_HEAD_PLACE:
      qsa_fields_set_place (scrape->article, line->text, text_bytes, "place-line", 0.75);
      break;
    case QSA_HEAD_TEXT:
    case QSA_HEAD_OUTLET:
    case QSA_HEAD_WIDGET:
    case QSA_HEAD_BLOCK:
    case QSA_HEAD_ASIDE:
    default:
      break;
    }
  line->role = QSA_LINE_REMOVED;
}

/* Stands above a text only: a widget, a place or a word that may be a section is found between its
 * paragraphs too. */
static gboolean
qsa_scrape_proves_head (QsaHeadKind kind)
{
  switch (kind)
    {
    case QSA_HEAD_STAMP:
    case QSA_HEAD_FIELDS:
    case QSA_HEAD_TRAIL:
    case QSA_HEAD_BYLINE:
    case QSA_HEAD_NAME:
    case QSA_HEAD_VALUE:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Behind the last head line: text may stand among them, but not much. */
static guint
qsa_scrape_find_head_end (QsaScrape *scrape, const char *body)
{
  guint limit = MIN (scrape->head_index + MOST_HEAD_LINES, scrape->footer_index);
  guint end = scrape->head_index;
  guint n_texts = 0;

  for (guint i = scrape->head_index; i < limit; i++)
    {
      QsaHeadKind kind = qsa_scrape_head_kind (scrape, i, body);

      if (kind == QSA_HEAD_BLOCK)
        break;
      if (kind == QSA_HEAD_ASIDE)
        continue;
      if (kind == QSA_HEAD_TEXT)
        {
          if (++n_texts > MOST_STANDFIRSTS
              || qsa_scrape_get (scrape, i)->words > LONGEST_STANDFIRST_WORDS)
            break;
        }
      else if (n_texts == 0 || end == i || qsa_scrape_proves_head (kind))
        {
          n_texts = 0;
          end = i + 1;
        }
    }
  return end;
}

static void
qsa_scrape_read_standfirst (QsaScrape *scrape, guint index)
{
  QsaScrapeLine *line = qsa_scrape_get (scrape, index);

  /* Captions and kickers stand there too: a standfirst is a sentence. */
  if (line->words < 6 || scrape->article->standfirst != NULL)
    return;
  line->role = QSA_LINE_STANDFIRST;
  scrape->article->standfirst = g_strdup (line->text);
  qsa_article_set_rule (scrape->article, "standfirst", "between-title-and-stamp", 0.75);
}

/* What stands above the title is the page's, not the article's: only lines that carry a field of
 * the article are read, and a day alone is not one of them (mastheads print today's). */
static void
qsa_scrape_read_above_title (QsaScrape *scrape, const char *body)
{
  guint title = scrape->head_index;

  while (title > 0 && qsa_scrape_get (scrape, title - 1)->role != QSA_LINE_TITLE)
    title--;
  for (guint i = 0; i + 1 < title; i++)
    {
      QsaScrapeLine *line = qsa_scrape_get (scrape, i);
      QsaHeadKind kind = qsa_scrape_head_kind (scrape, i, body);
      QsaDate date;

      if (line->role != QSA_LINE_TEXT)
        continue;
      if (kind == QSA_HEAD_STAMP
          && (qsa_date_parse_stamp (line->text, -1, &date)
              || !qsa_scrape_has_separator (line->text)))
        kind = QSA_HEAD_WIDGET;
      if (kind == QSA_HEAD_PLACE || kind == QSA_HEAD_NAME
          || (kind == QSA_HEAD_BYLINE && i + 2 != title))
        kind = QSA_HEAD_WIDGET;
      qsa_scrape_take (scrape, i, kind, body);
    }
}

static char *
qsa_scrape_join_paragraphs (QsaScrape *scrape)
{
  GString *text = g_string_new (NULL);

  for (guint i = scrape->head_index; i < scrape->footer_index; i++)
    {
      if (qsa_scrape_line_is_paragraph (qsa_scrape_get (scrape, i)))
        g_string_append_printf (text, "%s\n", qsa_scrape_get (scrape, i)->text);
    }
  return g_string_free (text, FALSE);
}

void
qsa_scrape_read_head (QsaScrape *scrape)
{
  g_autofree char *body = qsa_scrape_join_paragraphs (scrape);
  guint end = qsa_scrape_find_head_end (scrape, body);
  g_autofree QsaHeadKind *kinds = g_new0 (QsaHeadKind, end + 1);

  /* All kinds first: a line that was taken no longer shows what its neighbour is. */
  for (guint i = scrape->head_index; i < end; i++)
    kinds[i] = qsa_scrape_head_kind (scrape, i, body);
  if (scrape->article->title != NULL)
    qsa_scrape_read_above_title (scrape, body);
  for (guint i = scrape->head_index; i < end; i++)
    {
      if (kinds[i] == QSA_HEAD_TEXT)
        qsa_scrape_read_standfirst (scrape, i);
      else
        qsa_scrape_take (scrape, i, kinds[i], body);
    }
  scrape->body_index = end;
}
