/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-scrape-kind.h"

#include <string.h>

#include "qsa-fold.h"
#include "qsa-furniture.h"
#include "qsa-head-lines.h"
#include "qsa-places.h"
#include "qsa-press-words.h"
#include "qsa-stamp-line.h"
#include "qsa-word-set.h"

#define LONGEST_STAMP_LINE_WORDS 24
#define LONGEST_VALUE_WORDS 6

gboolean
qsa_scrape_parse_byline (QsaScrape *scrape, const char *text, const char *body,
                         gboolean trusted, QsaByline *byline)
{
  QsaBylineContext context = { scrape->outlets, scrape->article->outlet, body, trusted };

  return qsa_head_lines_parse_byline (text, &context, byline);
}

static gboolean
qsa_scrape_is_stamp (QsaScrape *scrape, guint index)
{
  QsaScrapeLine *line;
  QsaDate date;

  if (index >= scrape->footer_index)
    return FALSE;
  line = qsa_scrape_get (scrape, index);
  return line->words <= LONGEST_STAMP_LINE_WORDS && line->role == QSA_LINE_TEXT
         && qsa_stamp_line_read (line->text, &date, NULL);
}

static gboolean
qsa_scrape_beside_stamp (QsaScrape *scrape, guint index)
{
  return qsa_scrape_is_stamp (scrape, index + 1)
         || (index > 0 && qsa_scrape_is_stamp (scrape, index - 1));
}

static gboolean
qsa_scrape_is_cued_byline (QsaScrape *scrape, guint index)
{
  QsaScrapeLine *line;

  if (index >= scrape->footer_index)
    return FALSE;
  line = qsa_scrape_get (scrape, index);
  return line->words > 1 && line->words <= 8 && !line->ends_sentence
         && qsa_press_byline_cue_words (line->folded) > 0;
}

static gboolean
qsa_scrape_shares_word (const char *folded, const char *other)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_auto (GStrv) others = g_strsplit (other, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_strv_contains ((const char *const *) others, words[i]))
        return TRUE;
    }
  return FALSE;
}

/* Two or three words that have the form of a name, beside a stamp line, and none of which stands in
 * the title. */
static gboolean
qsa_scrape_is_lone_name (QsaScrape *scrape, guint index)
{
  QsaScrapeLine *line = qsa_scrape_get (scrape, index);
  g_autofree char *title = NULL;

  if (line->words < 2 || line->words > 4 || line->ends_sentence
      || !qsa_scrape_beside_stamp (scrape, index)
      || !qsa_byline_is_name (line->text, scrape->outlets)
      || qsa_byline_same_outlet (scrape->outlets, line->text, scrape->article->outlet))
    return FALSE;
  title = qsa_fold_text (scrape->article->title != NULL ? scrape->article->title : "",
                         -1);
  return !qsa_scrape_shares_word (line->folded, title);
}

/* One word between head lines is a section; names of sections are known besides. */
static gboolean
qsa_scrape_is_section (QsaScrape *scrape, guint index)
{
  QsaScrapeLine *line = qsa_scrape_get (scrape, index);

  if (line->ends_sentence || line->words > 4)
    return FALSE;
  if (qsa_press_is_section (line->folded))
    return TRUE;
  return line->words == 1 && *line->folded != '\0' && !g_ascii_isdigit (*line->folded)
         && (qsa_scrape_beside_stamp (scrape, index)
             || qsa_scrape_is_cued_byline (scrape, index + 1));
}

gboolean
qsa_scrape_trusts_byline (QsaScrape *scrape, guint index)
{
  return qsa_scrape_beside_stamp (scrape, index)
         && strstr (qsa_scrape_get (scrape, index)->text, " - ") != NULL;
}

static gboolean
qsa_scrape_is_byline (QsaScrape *scrape, guint index, const char *body)
{
  QsaScrapeLine *line = qsa_scrape_get (scrape, index);
  gboolean trusted = qsa_scrape_trusts_byline (scrape, index);
  g_auto (QsaByline) byline = { 0 };

  return line->words <= 14 && !line->ends_full_stop
         && qsa_scrape_parse_byline (scrape, line->text, body, trusted, &byline);
}

QsaHeadLabel
qsa_scrape_get_label (QsaScrape *scrape, guint index)
{
  static const struct
  {
    const char *words;
    QsaHeadLabel label;
  } labels[] = {
    { "|المصدر|مصدر الخبر|", QSA_HEAD_LABEL_SOURCE },
    { "|الكاتب|بقلم|كتب|كتبت|اعداد|المحرر|", QSA_HEAD_LABEL_AUTHOR },
    { "|القسم|التصنيف|", QSA_HEAD_LABEL_SECTION },
    { "|التاريخ|تاريخ النشر|نشر في|نشر|", QSA_HEAD_LABEL_DATE },
  };
  QsaScrapeLine *line = qsa_scrape_get (scrape, index);

  if (line->role == QSA_LINE_TITLE || !g_str_has_suffix (line->text, ":"))
    return QSA_HEAD_LABEL_NONE;
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      if (qsa_word_set_has (labels[i].words, line->folded))
        return labels[i].label;
    }
  return QSA_HEAD_LABEL_NONE;
}

static gboolean
qsa_scrape_is_value (QsaScrape *scrape, guint index)
{
  QsaScrapeLine *line = qsa_scrape_get (scrape, index);

  return index > 0 && line->words <= LONGEST_VALUE_WORDS && !line->ends_full_stop
         && qsa_scrape_get_label (scrape, index - 1) != QSA_HEAD_LABEL_NONE;
}

static QsaHeadKind
qsa_scrape_head_furniture (const QsaScrapeLine *line)
{
  switch (qsa_furniture_classify (line->text, line->folded))
    {
    case QSA_FURNITURE_NONE:
      return qsa_furniture_is_other_time (line->folded) ? QSA_HEAD_WIDGET : QSA_HEAD_TEXT;
    case QSA_FURNITURE_WIDGET:
    case QSA_FURNITURE_ADDRESS:
    case QSA_FURNITURE_COPYRIGHT:
      return QSA_HEAD_WIDGET;
    default:
      return QSA_HEAD_BLOCK;
    }
}

QsaHeadKind
qsa_scrape_head_kind (QsaScrape *scrape, guint index, const char *body)
{
  QsaScrapeLine *line = qsa_scrape_get (scrape, index);
  QsaHeadKind furniture = qsa_scrape_head_furniture (line);

  if (line->role == QSA_LINE_HEADING)
    return QSA_HEAD_BLOCK;
  if (line->role == QSA_LINE_CAPTION)
    return QSA_HEAD_ASIDE;
  if (line->role != QSA_LINE_TEXT || furniture == QSA_HEAD_WIDGET)
    return QSA_HEAD_WIDGET;
  if (furniture == QSA_HEAD_BLOCK)
    return QSA_HEAD_BLOCK;
  if (qsa_scrape_is_stamp (scrape, index))
    return QSA_HEAD_STAMP;
  if (qsa_scrape_get_label (scrape, index) != QSA_HEAD_LABEL_NONE)
    return QSA_HEAD_WIDGET;
  if (qsa_scrape_is_value (scrape, index))
    return QSA_HEAD_VALUE;
  if (qsa_furniture_is_trail (line->text, line->folded))
    return QSA_HEAD_TRAIL;
  if (qsa_byline_same_outlet (scrape->outlets, line->text, scrape->article->outlet))
    return QSA_HEAD_OUTLET;
  if (qsa_scrape_is_fields (scrape, index))
    return QSA_HEAD_FIELDS;
  if (qsa_scrape_is_byline (scrape, index, body))
    return QSA_HEAD_BYLINE;
  if (line->words <= 3 && !line->ends_sentence && scrape->outlets != NULL
      && qsa_outlet_table_find_name (scrape->outlets, line->text) != NULL)
    return QSA_HEAD_OUTLET;
  if (line->words <= 3 && qsa_places_contain_folded (line->folded)
      && !line->ends_sentence)
    return QSA_HEAD_PLACE;
  if (qsa_scrape_is_section (scrape, index))
    return QSA_HEAD_SECTION;
  return qsa_scrape_is_lone_name (scrape, index) ? QSA_HEAD_NAME : QSA_HEAD_TEXT;
}
