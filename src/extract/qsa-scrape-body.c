/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-scrape.h"

#include <string.h>

#include "qsa-byline.h"
#include "qsa-fields.h"
#include "qsa-fold.h"
#include "qsa-furniture.h"
#include "qsa-head-lines.h"
#include "qsa-word-set.h"

#define LONGEST_HEADING_WORDS 12
#define LONGEST_CAPTION_WORDS 35
#define SHORTEST_PULL_QUOTE_WORDS 5
#define MOST_LINKS 12
#define NOTICE_LINES 4

/* With less than this before it, a block of links stands above the text, not below it. */
#define FEWEST_WORDS 40

/* TRUE when paragraphs of the article follow from @index on: at least a @share of what stood before.
 * A few teasers are not meant. */
static gboolean
qsa_scrape_goes_on (QsaScrape *scrape, guint index, double share)
{
  guint words_before = 0;
  guint words_after = 0;
  guint n_after = 0;

  for (guint i = scrape->body_index; i < scrape->footer_index; i++)
    {
      QsaScrapeLine *line = qsa_scrape_get (scrape, i);

      if (line->role != QSA_LINE_TEXT || !qsa_scrape_line_is_paragraph (line))
        continue;
      if (i < index)
        words_before += line->words;
      else
        {
          words_after += line->words;
          n_after++;
        }
    }
  return n_after > 0
         && (words_before < FEWEST_WORDS || words_after > share * (double) words_before);
}

static gboolean
qsa_scrape_resumes (QsaScrape *scrape, guint index)
{
  return qsa_scrape_line_is_paragraph (qsa_scrape_get (scrape, index));
}

/* Behind the links of the block that line @opener opens. The links end with the chunk, where the
 * page sets chunks apart by blank lines, else before the heading or paragraph that follows. */
static guint
qsa_scrape_links_end (QsaScrape *scrape, guint opener)
{
  guint end = opener + 1;
  guint stop = MIN (scrape->footer_index, opener + 1 + MOST_LINKS);
  gboolean one_chunk = end < stop && !qsa_scrape_get (scrape, end)->blank_before;

  if (qsa_furniture_has_title (qsa_scrape_get (scrape, opener)->folded))
    return end;
  while (end < stop && !qsa_scrape_resumes (scrape, end))
    {
      QsaScrapeLine *line = qsa_scrape_get (scrape, end);

      if (end > opener + 1 && line->blank_before && (one_chunk || scrape->has_blanks))
        break;
      if (line->role != QSA_LINE_TEXT)
        break;
      end++;
    }
  /* Before a paragraph, a last line far shorter than the links is the heading of what follows. */
  if (end < scrape->footer_index && end > opener + 2 && qsa_scrape_resumes (scrape, end)
      && qsa_scrape_get (scrape, end - 1)->words <= 5
      && qsa_scrape_get (scrape, end - 2)->words > 5)
    end--;
  return end;
}

static void
qsa_scrape_remove_lines (QsaScrape *scrape, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    qsa_scrape_get (scrape, i)->role = QSA_LINE_REMOVED;
}

/* Removes the block that opens at @index; returns the last line of it. */
static guint
qsa_scrape_remove_block (QsaScrape *scrape, guint index, QsaFurniture furniture)
{
  gboolean has_title = qsa_furniture_has_title (qsa_scrape_get (scrape, index)->folded);
  /* Readers' comments are paragraphs too; the article hardly goes on behind them. */
  double share = furniture == QSA_FURNITURE_TAGS ? 1.5 : 0.25;
  guint end;

  if (!has_title && !qsa_scrape_goes_on (scrape, index + 1, share))
    end = scrape->footer_index;
  else
    end = qsa_scrape_links_end (scrape, index);
  qsa_scrape_remove_lines (scrape, index, end);
  return end - 1;
}

static void
qsa_scrape_remove_furniture (QsaScrape *scrape)
{
  for (guint i = scrape->body_index; i < scrape->footer_index; i++)
    {
      QsaScrapeLine *line = qsa_scrape_get (scrape, i);
      QsaFurniture furniture;

      if (line->role != QSA_LINE_TEXT)
        continue;
      furniture = qsa_furniture_classify (line->text, line->folded);
      switch (furniture)
        {
        case QSA_FURNITURE_WIDGET:
        case QSA_FURNITURE_ADDRESS:
        case QSA_FURNITURE_COPYRIGHT:
          line->role = QSA_LINE_REMOVED;
          break;
        case QSA_FURNITURE_READ_ALSO:
        case QSA_FURNITURE_LIST:
        case QSA_FURNITURE_TICKER:
        case QSA_FURNITURE_TAGS:
          i = qsa_scrape_remove_block (scrape, i, furniture);
          break;
        case QSA_FURNITURE_NONE:
        default:
          if (qsa_furniture_is_initials (line->text)
              || (qsa_furniture_is_other_time (line->folded) && !line->ends_full_stop))
            line->role = QSA_LINE_REMOVED;
          break;
        }
    }
}

/* The credit in brackets at the end of a line that is no sentence. */
static char *
qsa_scrape_bracket_credit (const QsaScrapeLine *line)
{
  const char *open = strrchr (line->text, '(');
  g_autofree char *before = NULL;
  g_autofree char *credit = NULL;
  guint n_words = 1;

  if (open == NULL || open == line->text || !g_str_has_suffix (line->text, ")"))
    return NULL;
  before = g_strndup (line->text, (gsize) (open - line->text));
  g_strchomp (before);
  if (g_str_has_suffix (before, ".") || g_str_has_suffix (before, "؟"))
    return NULL;
  credit = g_strndup (open + 1, strlen (open) - 2);
  g_strstrip (credit);
  for (const char *p = credit; *p != '\0'; p++)
    {
      n_words += *p == ' ';
      if (g_ascii_isdigit (*p))
        return NULL;
    }
  return n_words <= 4 && *credit != '\0' ? g_steal_pointer (&credit) : NULL;
}

/* "تصوير: اسم", "صورة أرشيفية", "مصدر الصورة …". */
static gboolean
qsa_scrape_is_photo_line (const QsaScrapeLine *line)
{
  static const char starts[] =
      "|تصوير|عدسه|صوره ارشيفيه|صوره تعبيريه|صوره من الارشيف|مصدر الصوره|"
      "صدر الصوره|التعليق علي الصوره|تعليق الصوره|photo|getty images|";
  static const char labels[] = "|الصوره|صوره|";

  if (line->words > LONGEST_CAPTION_WORDS || line->ends_full_stop)
    return FALSE;
  return qsa_word_set_prefix_bytes (starts, line->folded) > 0
         || (qsa_word_set_prefix_bytes (labels, line->folded) > 0
             && strchr (line->text, ':') != NULL);
}

/* A label alone, behind which the caption stands on a line of its own. */
static gboolean
qsa_scrape_is_photo_label (const QsaScrapeLine *line)
{
  static const char labels[] = "|التعليق علي الصوره|تعليق الصوره|";

  return qsa_word_set_has (labels, line->folded);
}

static gboolean
qsa_scrape_is_credited_caption (QsaScrape *scrape, QsaScrapeLine *line)
{
  g_autofree char *credit = qsa_scrape_bracket_credit (line);

  /* A heading may end in brackets too; with an unknown name in them it takes a longer line. */
  if (credit == NULL
      || (line->words < 6 && !qsa_byline_is_organisation (credit, scrape->outlets)))
    return FALSE;
  line->credit = g_steal_pointer (&credit);
  return TRUE;
}

static gboolean
qsa_scrape_is_byline_line (QsaScrape *scrape, const QsaScrapeLine *line)
{
  QsaBylineContext context = { scrape->outlets, scrape->article->outlet, NULL, FALSE };
  g_auto (QsaByline) byline = { 0 };

  return line->words < 6 && qsa_head_lines_parse_byline (line->text, &context, &byline);
}

void
qsa_scrape_find_captions (QsaScrape *scrape)
{
  gboolean labelled = FALSE;

  for (guint i = scrape->head_index; i < scrape->footer_index; i++)
    {
      QsaScrapeLine *line = qsa_scrape_get (scrape, i);
      gboolean is_caption;

      if (line->role != QSA_LINE_TEXT || line->words > LONGEST_CAPTION_WORDS)
        continue;
      is_caption = (labelled && !line->ends_full_stop) || qsa_scrape_is_photo_line (line)
                   || (line->words >= 2 && !qsa_scrape_is_byline_line (scrape, line)
                       && qsa_scrape_is_credited_caption (scrape, line));
      labelled = is_caption && qsa_scrape_is_photo_label (line);
      if (is_caption)
        line->role = QSA_LINE_CAPTION;
    }
}

/* A line whose words stand in a longer paragraph again. */
static gboolean
qsa_scrape_is_repeated (QsaScrape *scrape, guint index)
{
  QsaScrapeLine *line = qsa_scrape_get (scrape, index);

  for (guint i = scrape->body_index; i < scrape->footer_index; i++)
    {
      QsaScrapeLine *other = qsa_scrape_get (scrape, i);

      if (i != index && other->role == QSA_LINE_TEXT && other->words > line->words
          && strstr (other->folded, line->folded) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Quoted, closed, or longer than a heading: a heading may stand in the text again too. */
static gboolean
qsa_scrape_may_be_pull_quote (const QsaScrapeLine *line)
{
  if (line->words < SHORTEST_PULL_QUOTE_WORDS || *line->folded == '\0')
    return FALSE;
  return line->ends_full_stop || line->words > LONGEST_HEADING_WORDS
         || !g_unichar_isalnum (g_utf8_get_char (line->text));
}

static void
qsa_scrape_find_pull_quotes (QsaScrape *scrape)
{
  for (guint i = scrape->body_index; i < scrape->footer_index; i++)
    {
      QsaScrapeLine *line = qsa_scrape_get (scrape, i);

      if (line->role == QSA_LINE_TEXT && qsa_scrape_may_be_pull_quote (line)
          && qsa_scrape_is_repeated (scrape, i))
        line->role = QSA_LINE_PULL_QUOTE;
    }
}

static QsaScrapeLine *
qsa_scrape_next_text (QsaScrape *scrape, guint index)
{
  for (guint i = index + 1; i < scrape->footer_index; i++)
    {
      if (qsa_scrape_get (scrape, i)->role == QSA_LINE_TEXT)
        return qsa_scrape_get (scrape, i);
    }
  return NULL;
}

static gboolean
qsa_scrape_has_text_before (QsaScrape *scrape, guint index)
{
  for (guint i = scrape->body_index; i < index; i++)
    {
      QsaLineRole role = qsa_scrape_get (scrape, i)->role;

      if (role == QSA_LINE_TEXT || role == QSA_LINE_HEADING)
        return TRUE;
    }
  return FALSE;
}

static gboolean
qsa_scrape_may_be_heading (const QsaScrapeLine *line)
{
  static const char *const closers[] = { ",", "،", ";", "؛", ":" };

  if (line->words > LONGEST_HEADING_WORDS || line->ends_full_stop
      || !g_unichar_isalnum (g_utf8_get_char (line->text)))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (closers); i++)
    {
      if (g_str_has_suffix (line->text, closers[i]))
        return FALSE;
    }
  return TRUE;
}

/* A short open line with text before it and a paragraph behind it. */
static void
qsa_scrape_find_headings (QsaScrape *scrape)
{
  for (guint i = scrape->body_index; i < scrape->footer_index; i++)
    {
      QsaScrapeLine *line = qsa_scrape_get (scrape, i);
      QsaScrapeLine *next;

      if (line->role != QSA_LINE_TEXT || !qsa_scrape_may_be_heading (line)
          || !qsa_scrape_has_text_before (scrape, i))
        continue;
      next = qsa_scrape_next_text (scrape, i);
      if (next != NULL && qsa_scrape_line_is_paragraph (next)
          && next->words > line->words)
        line->role = QSA_LINE_HEADING;
    }
}

/* "المصدر: وكالة", "(وكالة)" or "وكالة" alone behind the text. */
static gboolean
qsa_scrape_read_closing_credit (QsaScrape *scrape, const QsaScrapeLine *line)
{
  gboolean has_cue = g_str_has_prefix (line->folded, "المصدر ")
                     && strchr (line->text, ':') != NULL;
  const char *name = has_cue ? strchr (line->text, ':') + 1 : line->text;
  g_autofree char *bare = g_strdup (name);

  g_strdelimit (bare, "()[]", ' ');
  g_strstrip (bare);
  if (line->words > 8 || *bare == '\0'
      || (!has_cue && !qsa_byline_is_organisation (bare, scrape->outlets)))
    return FALSE;
  qsa_fields_credit_organisation (scrape->article, scrape->outlets, bare, "closing-line",
                                  0.8);
  return TRUE;
}

static gboolean
qsa_scrape_read_closing_byline (QsaScrape *scrape, const QsaScrapeLine *line)
{
  QsaBylineContext context = { scrape->outlets, scrape->article->outlet, NULL, FALSE };
  g_auto (QsaByline) byline = { 0 };

  if (line->words > 8 || !qsa_head_lines_parse_byline (line->text, &context, &byline)
      || !byline.has_cue)
    return FALSE;
  qsa_head_lines_apply_byline (&byline, scrape->outlets, scrape->article);
  return TRUE;
}

/* Short lines behind the last paragraph: who wrote it, where it came from. */
static void
qsa_scrape_read_closing (QsaScrape *scrape)
{
  for (guint i = scrape->footer_index; i > scrape->body_index + 1; i--)
    {
      QsaScrapeLine *line = qsa_scrape_get (scrape, i - 1);

      if (line->role == QSA_LINE_REMOVED)
        continue;
      if (line->role != QSA_LINE_TEXT || line->ends_full_stop)
        return;
      if (!qsa_scrape_read_closing_credit (scrape, line)
          && !qsa_scrape_read_closing_byline (scrape, line))
        return;
      line->role = QSA_LINE_REMOVED;
    }
}

/* Notices stand below the text, never in it. */
static void
qsa_scrape_remove_notices (QsaScrape *scrape)
{
  guint n_lines = 0;

  for (guint i = scrape->footer_index; i > scrape->body_index && n_lines < NOTICE_LINES;
       i--)
    {
      QsaScrapeLine *line = qsa_scrape_get (scrape, i - 1);

      if (line->role != QSA_LINE_TEXT)
        continue;
      n_lines++;
      if (qsa_furniture_is_notice (line->folded))
        line->role = QSA_LINE_REMOVED;
    }
}

/* Whether the article ends its paragraphs with full stops, as nearly all do. */
static gboolean
qsa_scrape_is_punctuated (QsaScrape *scrape)
{
  guint n_paragraphs = 0;
  guint n_closed = 0;

  for (guint i = scrape->body_index; i < scrape->footer_index; i++)
    {
      QsaScrapeLine *line = qsa_scrape_get (scrape, i);

      if (line->role != QSA_LINE_TEXT || line->words <= LONGEST_HEADING_WORDS)
        continue;
      n_paragraphs++;
      n_closed += line->ends_full_stop;
    }
  return n_paragraphs >= 2 && n_closed * 10 >= n_paragraphs * 7;
}

/* Tags, labels and links are left below the last paragraph when nothing opens them as a block. */
static void
qsa_scrape_trim_tail (QsaScrape *scrape)
{
  if (!qsa_scrape_is_punctuated (scrape))
    return;
  for (guint i = scrape->footer_index; i > scrape->body_index + 1; i--)
    {
      QsaScrapeLine *line = qsa_scrape_get (scrape, i - 1);

      if (line->role == QSA_LINE_REMOVED || line->role == QSA_LINE_CAPTION)
        continue;
      if (line->role != QSA_LINE_TEXT || line->ends_full_stop
          || line->words > LONGEST_HEADING_WORDS
          || (line->ends_sentence && !g_str_has_suffix (line->text, ":")
              && !g_str_has_suffix (line->text, "..")))
        return;
      line->role = QSA_LINE_REMOVED;
    }
}

void
qsa_scrape_read_body (QsaScrape *scrape)
{
  qsa_scrape_remove_furniture (scrape);
  qsa_scrape_remove_notices (scrape);
  qsa_scrape_read_closing (scrape);
  qsa_scrape_trim_tail (scrape);
  qsa_scrape_find_pull_quotes (scrape);
  qsa_scrape_find_headings (scrape);
}
