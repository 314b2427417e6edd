/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-scrape.h"

#include <string.h>

#include "qsa-byline.h"
#include "qsa-fields.h"
#include "qsa-fold.h"
#include "qsa-furniture.h"
#include "qsa-head-lines.h"
#include "qsa-press-words.h"
#include "qsa-stamp-line.h"

/* Titles stand this near to the top, tickers and menus included. */
#define TOP_LINES 40
#define LONGEST_TITLE_WORDS 40
#define SHORTEST_COPY_WORDS 3
#define LONGEST_MASTHEAD_WORDS 4

#define NO_LINE G_MAXUINT

/* Bytes of the unit when @text is one text two to four times, glued or with a blank between; 0
 * when it is not. */
static gsize
qsa_scrape_glued_unit_bytes (const char *text)
{
  gsize text_bytes = strlen (text);

  for (gsize n = 2; n <= 4; n++)
    {
      for (gsize gap = 0; gap <= 1; gap++)
        {
          gsize gaps_bytes = (n - 1) * gap;
          gsize unit = text_bytes > gaps_bytes ? (text_bytes - gaps_bytes) / n : 0;
          gsize i;

          if (unit < 8 || unit * n + gaps_bytes != text_bytes)
            continue;
          for (i = 1; i < n; i++)
            {
              if (memcmp (text, text + i * (unit + gap), unit) != 0
                  || (gap == 1 && text[i * (unit + gap) - 1] != ' '))
                break;
            }
          if (i == n)
            return unit;
        }
    }
  return 0;
}

static guint
qsa_scrape_top_end (QsaScrape *scrape)
{
  return MIN (scrape->footer_index, TOP_LINES);
}

/* Whether line @index is a stamp line or a byline that says so by itself. */
static gboolean
qsa_scrape_is_meta (QsaScrape *scrape, guint index)
{
  QsaScrapeLine *line = qsa_scrape_get (scrape, index);
  QsaDate date;

  if (line->words > 16)
    return FALSE;
  return qsa_stamp_line_read (line->text, &date, NULL)
         || (qsa_press_byline_cue_words (line->folded) > 0 && line->words <= 8
             && !line->ends_sentence && line->words > 1);
}

/* A line that may be a title by itself. */
static gboolean
qsa_scrape_may_be_title (QsaScrape *scrape, guint index)
{
  QsaScrapeLine *line = qsa_scrape_get (scrape, index);

  return line->role == QSA_LINE_TEXT && *line->folded != '\0' && line->words >= 2
         && line->words <= LONGEST_TITLE_WORDS
         && qsa_furniture_classify (line->text, line->folded) == QSA_FURNITURE_NONE
         && !qsa_furniture_is_trail (line->text, line->folded)
         && !qsa_furniture_is_other_time (line->folded)
         && !qsa_press_is_section (line->folded) && !qsa_scrape_is_fields (scrape, index)
         && !qsa_scrape_is_meta (scrape, index)
         && !qsa_byline_same_outlet (scrape->outlets, line->text,
                                     scrape->article->outlet);
}

static gboolean
qsa_scrape_is_copy_of (QsaScrape *scrape, guint index, const char *folded)
{
  return strcmp (qsa_scrape_get (scrape, index)->folded, folded) == 0;
}

static guint
qsa_scrape_count_copies (QsaScrape *scrape, guint index)
{
  const char *folded = qsa_scrape_get (scrape, index)->folded;
  guint n = 0;

  for (guint i = 0; i < qsa_scrape_top_end (scrape); i++)
    n += qsa_scrape_is_copy_of (scrape, i, folded);
  return n;
}

/* The line that is printed glued to itself, reduced to one copy. */
static guint
qsa_scrape_find_glued (QsaScrape *scrape)
{
  for (guint i = 0; i < qsa_scrape_top_end (scrape); i++)
    {
      QsaScrapeLine *line = qsa_scrape_get (scrape, i);
      gsize unit_bytes = line->words >= SHORTEST_COPY_WORDS
                             ? qsa_scrape_glued_unit_bytes (line->text)
                             : 0;
      g_autofree char *unit = g_strndup (line->text, unit_bytes);
      char *clean;

      if (unit_bytes == 0)
        continue;
      clean = qsa_fields_clean_line (unit, unit_bytes);
      g_free (line->text);
      line->text = clean;
      g_free (line->folded);
      line->folded = qsa_fold_text (clean, -1);
      return i;
    }
  return NO_LINE;
}

static guint
qsa_scrape_find_repeated (QsaScrape *scrape)
{
  for (guint i = 0; i < qsa_scrape_top_end (scrape); i++)
    {
      if (qsa_scrape_get (scrape, i)->words >= SHORTEST_COPY_WORDS
          && qsa_scrape_may_be_title (scrape, i)
          && qsa_scrape_count_copies (scrape, i) > 1)
        return i;
    }
  return NO_LINE;
}

/* A ticker goes on until a blank line, or until the line behind which the article's own head or
 * text follows. */
static guint
qsa_scrape_ticker_end (QsaScrape *scrape, guint opener)
{
  guint end = qsa_scrape_top_end (scrape);

  for (guint i = opener + 1; i < end; i++)
    {
      QsaScrapeLine *line = qsa_scrape_get (scrape, i);

      if ((line->blank_before && i > opener + 1) || qsa_scrape_is_fields (scrape, i)
          || qsa_furniture_is_trail (line->text, line->folded))
        return i;
      if (i + 1 < end && qsa_scrape_may_be_title (scrape, i)
          && (qsa_scrape_is_meta (scrape, i + 1)
              || qsa_scrape_get (scrape, i + 1)->ends_full_stop
              || qsa_scrape_count_copies (scrape, i) > 1))
        return i;
    }
  return opener + 1;
}

static void
qsa_scrape_remove (QsaScrape *scrape, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    qsa_scrape_get (scrape, i)->role = QSA_LINE_REMOVED;
}

/* Two or three words above a menu, with a longer line below it that may be a title: the name of the
 * site. */
static gboolean
qsa_scrape_is_masthead (QsaScrape *scrape, guint index)
{
  guint end = qsa_scrape_top_end (scrape);
  gboolean menu = FALSE;

  if (qsa_scrape_get (scrape, index)->words > LONGEST_MASTHEAD_WORDS)
    return FALSE;
  for (guint i = index + 1; i < end; i++)
    {
      QsaScrapeLine *line = qsa_scrape_get (scrape, i);

      if (qsa_furniture_is_trail (line->text, line->folded)
          || qsa_scrape_is_fields (scrape, i))
        menu = TRUE;
      else if (qsa_scrape_line_is_paragraph (line))
        return FALSE;
      else if (menu && line->words > LONGEST_MASTHEAD_WORDS
               && qsa_scrape_may_be_title (scrape, i))
        return TRUE;
    }
  return FALSE;
}

/* "مكان/ اسم/ وكالة" above a line that may be a title: a byline that stands first. */
static gboolean
qsa_scrape_is_leading_byline (QsaScrape *scrape, guint index)
{
  QsaScrapeLine *line = qsa_scrape_get (scrape, index);
  QsaBylineContext context = { scrape->outlets, scrape->article->outlet, NULL, FALSE };
  g_auto (QsaByline) byline = { 0 };

  return line->words <= 8 && !line->ends_sentence
         && (strchr (line->text, '/') != NULL || strstr (line->text, " - ") != NULL)
         && index + 1 < qsa_scrape_top_end (scrape)
         && qsa_scrape_may_be_title (scrape, index + 1)
         && qsa_byline_parse (line->text, strlen (line->text), &context, &byline)
         && byline.author != NULL && byline.place != NULL && byline.confidence >= 0.9;
}

/* The first line that may be a title once tickers, menus and widgets above it are put aside. */
static guint
qsa_scrape_find_first (QsaScrape *scrape)
{
  guint end = qsa_scrape_top_end (scrape);

  for (guint i = 0; i < end; i++)
    {
      QsaScrapeLine *line = qsa_scrape_get (scrape, i);
      QsaFurniture furniture = qsa_furniture_classify (line->text, line->folded);

      if (furniture == QSA_FURNITURE_TICKER && !qsa_furniture_has_title (line->folded))
        {
          guint stop = qsa_scrape_ticker_end (scrape, i);

          qsa_scrape_remove (scrape, i, stop);
          i = stop - 1;
          continue;
        }
      if (qsa_scrape_may_be_title (scrape, i) && !qsa_scrape_is_masthead (scrape, i)
          && !qsa_scrape_is_leading_byline (scrape, i))
        return i;
      /* Text has begun: there is no title. */
      if (qsa_scrape_line_is_paragraph (line) && furniture == QSA_FURNITURE_NONE
          && !qsa_furniture_is_trail (line->text, line->folded))
        return NO_LINE;
    }
  return NO_LINE;
}

/* A long line with a full stop that stands first is text, unless head lines follow it. */
static gboolean
qsa_scrape_first_is_title (QsaScrape *scrape, guint index)
{
  QsaScrapeLine *line = qsa_scrape_get (scrape, index);

  if (!line->ends_full_stop || line->words <= 12)
    return TRUE;
  return index + 1 < scrape->lines->len && qsa_scrape_is_meta (scrape, index + 1);
}

/* "عنوان - اسم الموقع": takes the name off when it is the outlet's. */
static char *
qsa_scrape_strip_outlet (QsaScrape *scrape, const char *text)
{
  static const char *const joints[] = { " | ", " - ", " – ", " — ", " :: ", " » " };

  for (gsize i = 0; i < G_N_ELEMENTS (joints); i++)
    {
      const char *joint = g_strrstr (text, joints[i]);
      const char *name = joint != NULL ? joint + strlen (joints[i]) : NULL;

      if (name == NULL)
        continue;
      if (qsa_byline_same_outlet (scrape->outlets, name, scrape->article->outlet))
        return g_strndup (text, (gsize) (joint - text));
      if (scrape->outlets != NULL
          && qsa_outlet_table_find_name (scrape->outlets, name) != NULL)
        {
          qsa_scrape_offer_outlet (scrape, name, "title-suffix", 0.85);
          return g_strndup (text, (gsize) (joint - text));
        }
    }
  return g_strdup (text);
}

/* The title again with a site's name behind it, as pages have it in their <title>. */
static gboolean
qsa_scrape_is_suffixed_copy (const QsaScrapeLine *line, const char *title)
{
  const char *rest = line->text + strlen (title);

  if (!g_str_has_prefix (line->text, title) || strlen (rest) > 80)
    return FALSE;
  rest += strspn (rest, " ");
  return *rest == '|' || *rest == '-' || g_str_has_prefix (rest, "–")
         || g_str_has_prefix (rest, "—") || g_str_has_prefix (rest, "»");
}

/* All other lines that say the same. */
static void
qsa_scrape_remove_copies (QsaScrape *scrape, guint title, const char *text)
{
  g_autofree char *folded = qsa_fold_text (text, -1);
  gsize folded_bytes = strlen (folded);

  for (guint i = 0; i < qsa_scrape_top_end (scrape); i++)
    {
      QsaScrapeLine *line = qsa_scrape_get (scrape, i);

      if (i == title || line->words < 2 || *line->folded == '\0'
          || (strcmp (line->folded, folded) != 0
              && !qsa_scrape_is_suffixed_copy (line, text)
              && (qsa_scrape_glued_unit_bytes (line->folded) != folded_bytes
                  || !g_str_has_prefix (line->folded, folded))))
        continue;
      line->role = QSA_LINE_REMOVED;
      scrape->head_index = MAX (scrape->head_index, i + 1);
    }
}

static void
qsa_scrape_set_title (QsaScrape *scrape, guint index, const char *rule, double confidence)
{
  QsaScrapeLine *line = qsa_scrape_get (scrape, index);
  g_autofree char *title = qsa_scrape_strip_outlet (scrape, line->text);

  line->role = QSA_LINE_TITLE;
  scrape->head_index = index + 1;
  qsa_fields_set_title (scrape->article, title, strlen (title), rule, confidence);
  qsa_scrape_remove_copies (scrape, index, title);
}

void
qsa_scrape_find_title (QsaScrape *scrape)
{
  guint glued = qsa_scrape_find_glued (scrape);
  guint title = glued;

  if (glued != NO_LINE)
    qsa_scrape_set_title (scrape, glued, "glued-line", 0.95);
  else if ((title = qsa_scrape_find_repeated (scrape)) != NO_LINE)
    qsa_scrape_set_title (scrape, title, "repeated-line", 0.95);
  else if ((title = qsa_scrape_find_first (scrape)) != NO_LINE
           && qsa_scrape_first_is_title (scrape, title))
    qsa_scrape_set_title (scrape, title, "first-line", 0.8);
}
