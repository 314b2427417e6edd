/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-scrape.h"

#include <string.h>

#include "qsa-byline.h"
#include "qsa-date-parser.h"
#include "qsa-fields.h"
#include "qsa-fold.h"
#include "qsa-furniture.h"
#include "qsa-head-lines.h"
#include "qsa-places.h"
#include "qsa-press-words.h"

/* Between title and text stand a few lines: section, byline, stamp, widgets, standfirst. */
#define MOST_HEAD_LINES 14
#define MOST_STANDFIRSTS 2
#define LONGEST_STANDFIRST_WORDS 70
#define LONGEST_STAMP_LINE_WORDS 24
#define MOST_FIELDS 10

typedef enum
{
  HEAD_TEXT,
  HEAD_STAMP,  /* a stamp, alone or among other fields */
  HEAD_FIELDS, /* outlet, section, issue side by side */
  HEAD_TRAIL,  /* الرئيسية / سياسة */
  HEAD_BYLINE,
  HEAD_NAME, /* a name beside a stamp line */
  HEAD_SECTION,
  HEAD_PLACE,
  HEAD_OUTLET,
  HEAD_WIDGET, /* and other furniture of one line */
  HEAD_BLOCK,  /* opens a block, or is a heading: the head is over */
  HEAD_ASIDE,  /* a caption: says nothing about where the head ends */
} QsaHeadKind;

static gboolean
qsa_scrape_parse_byline (QsaScrape *scrape, const char *text, const char *body,
                         QsaByline *byline)
{
  QsaBylineContext context = { scrape->outlets, scrape->article->outlet, body };

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
         && qsa_date_find_in_stamp_line (line->text, -1, &date, NULL, NULL);
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

static gboolean
qsa_scrape_is_byline (QsaScrape *scrape, guint index, const char *body)
{
  QsaScrapeLine *line = qsa_scrape_get (scrape, index);
  g_auto (QsaByline) byline = { 0 };

  return line->words <= 14 && !line->ends_full_stop
         && qsa_scrape_parse_byline (scrape, line->text, body, &byline);
}

static QsaHeadKind
qsa_scrape_head_furniture (const QsaScrapeLine *line)
{
  switch (qsa_furniture_classify (line->text, line->folded))
    {
    case QSA_FURNITURE_NONE:
      return qsa_furniture_is_other_time (line->folded) ? HEAD_WIDGET : HEAD_TEXT;
    case QSA_FURNITURE_WIDGET:
    case QSA_FURNITURE_ADDRESS:
    case QSA_FURNITURE_COPYRIGHT:
      return HEAD_WIDGET;
    default:
      return HEAD_BLOCK;
    }
}

static QsaHeadKind
qsa_scrape_head_kind (QsaScrape *scrape, guint index, const char *body)
{
  QsaScrapeLine *line = qsa_scrape_get (scrape, index);
  QsaHeadKind furniture = qsa_scrape_head_furniture (line);

  if (line->role == QSA_LINE_HEADING)
    return HEAD_BLOCK;
  if (line->role == QSA_LINE_CAPTION)
    return HEAD_ASIDE;
  if (line->role != QSA_LINE_TEXT || furniture == HEAD_WIDGET)
    return HEAD_WIDGET;
  if (furniture == HEAD_BLOCK)
    return HEAD_BLOCK;
  if (qsa_scrape_is_stamp (scrape, index))
    return HEAD_STAMP;
  if (qsa_furniture_is_trail (line->text, line->folded))
    return HEAD_TRAIL;
  if (qsa_byline_same_outlet (scrape->outlets, line->text, scrape->article->outlet))
    return HEAD_OUTLET;
  if (qsa_scrape_is_fields (scrape, index))
    return HEAD_FIELDS;
  if (qsa_scrape_is_byline (scrape, index, body))
    return HEAD_BYLINE;
  if (line->words <= 3 && qsa_places_contain_folded (line->folded)
      && !line->ends_sentence)
    return HEAD_PLACE;
  if (qsa_scrape_is_section (scrape, index))
    return HEAD_SECTION;
  return qsa_scrape_is_lone_name (scrape, index) ? HEAD_NAME : HEAD_TEXT;
}

/* One of several fields on a line. */
static void
qsa_scrape_read_field (QsaScrape *scrape, const char *field)
{
  QsaArticle *article = scrape->article;
  g_autofree char *clean = qsa_fields_clean_line (field, strlen (field));
  g_autofree char *folded = clean != NULL ? qsa_fold_text (clean, -1) : NULL;
  g_auto (QsaByline) byline = { 0 };

  if (clean == NULL || *folded == '\0' || strcmp (folded, "الرييسيه") == 0
      || g_str_has_prefix (folded, "العدد")
      || qsa_byline_same_outlet (scrape->outlets, clean, article->outlet)
      || g_strcmp0 (clean, article->title) == 0
      || qsa_furniture_classify (clean, folded) != QSA_FURNITURE_NONE
      || qsa_furniture_is_other_time (folded))
    return;
  if (qsa_press_is_section (folded))
    qsa_fields_set_section (article, clean, strlen (clean), "fields-line", 0.9);
  else if (qsa_scrape_parse_byline (scrape, clean, NULL, &byline))
    qsa_head_lines_apply_byline (&byline, scrape->outlets, article);
  else if (qsa_places_contain_folded (folded))
    qsa_fields_set_place (article, clean, strlen (clean), "fields-line", 0.7);
  else if (qsa_byline_is_name (clean, scrape->outlets))
    qsa_fields_set_byline (article, scrape->outlets, clean, strlen (clean),
                           "fields-line");
  else if (strchr (folded, ' ') == NULL && !g_ascii_isdigit (*folded)
           && !qsa_byline_is_organisation (clean, scrape->outlets))
    qsa_fields_set_section (article, clean, strlen (clean), "fields-line", 0.7);
}

/* Every kind of separator becomes a line end. */
static char *
qsa_scrape_split_fields (const char *text)
{
  static const char *const separators[] = { "|",   "»",   "›",   "•",  " > ",
                                            " / ", " - ", " – ", " — " };
  GString *fields = g_string_new (text);

  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    g_string_replace (fields, separators[i], "\n", 0);
  return g_string_free (fields, FALSE);
}

static void
qsa_scrape_read_fields (QsaScrape *scrape, const char *text)
{
  g_auto (QsaByline) byline = { 0 };
  g_autofree char *split = NULL;
  g_auto (GStrv) fields = NULL;

  /* "مكان - اسم" is one field. */
  if (strchr (text, '|') == NULL && qsa_scrape_parse_byline (scrape, text, NULL, &byline))
    {
      qsa_head_lines_apply_byline (&byline, scrape->outlets, scrape->article);
      return;
    }
  split = qsa_scrape_split_fields (text);
  fields = g_strsplit (split, "\n", MOST_FIELDS);
  for (guint i = 0; fields[i] != NULL; i++)
    qsa_scrape_read_field (scrape, fields[i]);
}

/* The last step of a trail is the section, or the title below it; a menu has more steps. */
static void
qsa_scrape_read_trail (QsaScrape *scrape, const char *text)
{
  g_autofree char *split = qsa_scrape_split_fields (text);
  g_auto (GStrv) steps = g_strsplit (split, "\n", MOST_FIELDS);
  guint n_steps = g_strv_length (steps);

  if (n_steps < 2 || n_steps > 4)
    return;
  for (guint i = n_steps; i > 1; i--)
    {
      const char *step = g_strstrip (steps[i - 1]);
      glong chars = g_utf8_strlen (step, -1);

      if (*step == '\0' || chars > 30 || g_strcmp0 (step, scrape->article->title) == 0)
        continue;
      qsa_fields_set_section (scrape->article, step, strlen (step), "trail", 0.85);
      return;
    }
}

/* A year alone is a date beside the number of an issue. */
static void
qsa_scrape_read_issue_year (QsaScrape *scrape, const char *text)
{
  g_autofree char *split = qsa_scrape_split_fields (text);
  g_auto (GStrv) fields = g_strsplit (split, "\n", MOST_FIELDS);
  gboolean has_issue = FALSE;

  for (guint i = 0; fields[i] != NULL; i++)
    {
      QsaDate date = QSA_DATE_INIT;

      g_strstrip (fields[i]);
      if (g_str_has_prefix (fields[i], "العدد"))
        has_issue = TRUE;
      else if (has_issue && scrape->article->date.precision == QSA_DATE_NONE
               && qsa_date_parse_stamp (fields[i], -1, &date))
        {
          scrape->article->date = date;
          scrape->article->date_origin = QSA_DATE_ORIGIN_STAMP;
          qsa_article_set_rule (scrape->article, "date", "issue-line", 0.8);
        }
    }
}

static void
qsa_scrape_read_stamp (QsaScrape *scrape, guint index)
{
  QsaScrapeLine *line = qsa_scrape_get (scrape, index);
  QsaDate date = QSA_DATE_INIT;
  gsize start_byte = 0;
  gsize end_byte = 0;
  g_autofree char *rest = NULL;

  if (!qsa_date_find_in_stamp_line (line->text, -1, &date, &start_byte, &end_byte))
    return;
  qsa_head_lines_take_stamp (line->text, scrape->article);
  rest = g_strdup_printf ("%.*s|%s", (int) start_byte, line->text, line->text + end_byte);
  qsa_scrape_read_fields (scrape, rest);
}

static void
qsa_scrape_read_byline (QsaScrape *scrape, const char *text, const char *body)
{
  g_auto (QsaByline) byline = { 0 };
  gboolean own;

  if (!qsa_scrape_parse_byline (scrape, text, body, &byline))
    return;
  /* "صحيفة - تقرير اسم": an outlet that says who of its own people wrote this. */
  own = byline.organisation != NULL && byline.author != NULL && byline.place == NULL;
  if (own && scrape->article->outlet == NULL)
    qsa_scrape_offer_outlet (scrape, byline.organisation, "byline",
                             byline.has_cue ? 0.85 : 0.7);
  qsa_head_lines_apply_byline (&byline, scrape->outlets, scrape->article);
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
    case HEAD_STAMP:
      qsa_scrape_read_stamp (scrape, index);
      break;
    case HEAD_TRAIL:
      qsa_scrape_read_trail (scrape, line->text);
      break;
    case HEAD_FIELDS:
      qsa_scrape_read_issue_year (scrape, line->text);
      qsa_scrape_read_fields (scrape, line->text);
      break;
    case HEAD_BYLINE:
      qsa_scrape_read_byline (scrape, line->text, body);
      break;
    case HEAD_NAME:
      qsa_fields_set_byline (scrape->article, scrape->outlets, line->text, text_bytes,
                             "name-by-stamp");
      break;
    case HEAD_SECTION:
      qsa_fields_set_section (scrape->article, line->text, text_bytes, "section-line",
                              0.75);
      break;
    case HEAD_PLACE:
      qsa_fields_set_place (scrape->article, line->text, text_bytes, "place-line", 0.75);
      break;
    case HEAD_TEXT:
    case HEAD_OUTLET:
    case HEAD_WIDGET:
    case HEAD_BLOCK:
    case HEAD_ASIDE:
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
    case HEAD_STAMP:
    case HEAD_FIELDS:
    case HEAD_TRAIL:
    case HEAD_BYLINE:
    case HEAD_NAME:
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

      if (kind == HEAD_BLOCK)
        break;
      if (kind == HEAD_ASIDE)
        continue;
      if (kind == HEAD_TEXT)
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
      if (kind == HEAD_STAMP
          && (qsa_date_parse_stamp (line->text, -1, &date)
              || !qsa_scrape_has_separator (line->text)))
        kind = HEAD_WIDGET;
      if (kind == HEAD_PLACE || kind == HEAD_NAME || kind == HEAD_BYLINE)
        kind = HEAD_WIDGET;
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
      if (kinds[i] == HEAD_TEXT)
        qsa_scrape_read_standfirst (scrape, i);
      else
        qsa_scrape_take (scrape, i, kinds[i], body);
    }
  scrape->body_index = end;
}
