/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-scrape.h"

#include <string.h>

#include "qsa-byline.h"
#include "qsa-fields.h"
#include "qsa-fold.h"
#include "qsa-press-words.h"
#include "qsa-wrapping.h"

/* Headlines have up to twenty-odd words; most paragraphs have more. */
#define LONGEST_HEADLINE_WORDS 25
#define SHORTEST_PARAGRAPH_WORDS 8

#define MOST_FIELDS 10

static void
qsa_scrape_clear_line (gpointer data)
{
  QsaScrapeLine *line = data;

  g_clear_pointer (&line->text, g_free);
  g_clear_pointer (&line->folded, g_free);
  g_clear_pointer (&line->credit, g_free);
}

static guint
qsa_scrape_count_words (const char *text)
{
  guint n = 1;

  for (const char *p = text; *p != '\0'; p++)
    n += *p == ' ';
  return n;
}

/* A colon announces something; it ends no sentence. */
static gboolean
qsa_scrape_ends_full_stop (const char *text)
{
  gsize text_bytes = strlen (text);
  char last = text_bytes > 0 ? text[text_bytes - 1] : '\0';

  return qsa_text_ends_sentence (text, text_bytes) && last != '?' && last != '!'
         && last != ':' && !g_str_has_suffix (text, "؟")
         && !g_str_has_suffix (text, "..");
}

static QsaScrapeLine *
qsa_scrape_take_line (QsaScrape *scrape, char *text, gboolean blank_before)
{
  QsaScrapeLine line = { .text = text };

  line.folded = qsa_fold_text (text, -1);
  line.words = qsa_scrape_count_words (text);
  line.blank_before = blank_before;
  line.ends_sentence = qsa_text_ends_sentence (text, strlen (text));
  line.ends_full_stop = qsa_scrape_ends_full_stop (text);
  g_array_append_val (scrape->lines, line);
  return &g_array_index (scrape->lines, QsaScrapeLine, scrape->lines->len - 1);
}

QsaScrapeLine *
qsa_scrape_append (QsaScrape *scrape, const char *text, QsaLineRole role)
{
  QsaScrapeLine *line = qsa_scrape_take_line (scrape, g_strdup (text), TRUE);

  line->role = role;
  scrape->footer_index = scrape->lines->len;
  return line;
}

static void
qsa_scrape_add_line (QsaScrape *scrape, const char *text, gsize text_bytes,
                     gboolean *blank)
{
  char *clean = qsa_fields_clean_line (text, text_bytes);

  if (clean != NULL)
    qsa_scrape_take_line (scrape, clean, *blank || scrape->lines->len == 0);
  *blank = clean == NULL;
}

static void
qsa_scrape_add_lines (QsaScrape *scrape, const char *text, gsize text_bytes)
{
  const char *end = text + text_bytes;
  gboolean blank = FALSE;

  while (text < end)
    {
      const char *stop = text;

      while (stop < end && *stop != '\n' && *stop != '\r' && *stop != '\f')
        stop++;
      qsa_scrape_add_line (scrape, text, (gsize) (stop - text), &blank);
      /* CR LF is one line end. */
      text = stop + 1 + (stop + 1 < end && stop[0] == '\r' && stop[1] == '\n');
    }
}

static gboolean
qsa_scrape_uses_blanks (QsaScrape *scrape)
{
  guint n_blanks = 0;

  for (guint i = 1; i < scrape->lines->len; i++)
    n_blanks += qsa_scrape_get (scrape, i)->blank_before;
  return n_blanks * 4 >= scrape->lines->len;
}

QsaScrape *
qsa_scrape_new (const char *text, gsize text_bytes, QsaArticle *article,
                QsaOutletTable *outlets)
{
  QsaScrape *scrape = g_new0 (QsaScrape, 1);
  g_autofree char *joined = NULL;

  scrape->article = article;
  scrape->outlets = outlets;
  scrape->lines = g_array_new (FALSE, FALSE, sizeof (QsaScrapeLine));
  g_array_set_clear_func (scrape->lines, qsa_scrape_clear_line);
  if (text == NULL)
    return scrape;
  joined = qsa_wrapping_join (text, text_bytes);
  if (joined != NULL)
    qsa_scrape_add_lines (scrape, joined, strlen (joined));
  else
    qsa_scrape_add_lines (scrape, text, text_bytes);
  scrape->has_blanks = qsa_scrape_uses_blanks (scrape);
  scrape->footer_index = scrape->lines->len;
  return scrape;
}

void
qsa_scrape_free (QsaScrape *scrape)
{
  g_array_unref (scrape->lines);
  g_free (scrape);
}

QsaScrapeLine *
qsa_scrape_get (QsaScrape *scrape, guint index)
{
  g_assert (index < scrape->lines->len);

  return &g_array_index (scrape->lines, QsaScrapeLine, index);
}

gboolean
qsa_scrape_line_is_paragraph (const QsaScrapeLine *line)
{
  return line->words > LONGEST_HEADLINE_WORDS
         || (line->ends_full_stop && line->words >= SHORTEST_PARAGRAPH_WORDS);
}

gboolean
qsa_scrape_line_is_headline (const QsaScrapeLine *line)
{
  return line->words <= LONGEST_HEADLINE_WORDS && !line->ends_full_stop;
}

void
qsa_scrape_offer_outlet (QsaScrape *scrape, const char *name, const char *rule,
                         double confidence)
{
  const QsaFieldRule *before = qsa_article_get_rule (scrape->article, "outlet");

  if (before != NULL && before->confidence >= confidence)
    return;
  g_clear_pointer (&scrape->article->outlet, g_free);
  qsa_fields_set_outlet (scrape->article, scrape->outlets, name, strlen (name), rule,
                         confidence);
}

gboolean
qsa_scrape_has_separator (const char *text)
{
  return strchr (text, '|') != NULL || strstr (text, "»") != NULL
         || strstr (text, " > ") != NULL || strstr (text, " › ") != NULL
         || strstr (text, " • ") != NULL || strstr (text, " / ") != NULL;
}

gboolean
qsa_scrape_is_fields (QsaScrape *scrape, guint index)
{
  QsaScrapeLine *line = qsa_scrape_get (scrape, index);
  g_auto (GStrv) parts = NULL;
  gboolean known = FALSE;

  if (line->words > 14 || !qsa_scrape_has_separator (line->text) || line->ends_sentence)
    return FALSE;
  parts = g_strsplit_set (line->text, "|/>", MOST_FIELDS);
  if (parts[1] == NULL)
    {
      g_strfreev (parts);
      parts = g_strsplit (line->text, "»", MOST_FIELDS);
    }
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *folded = qsa_fold_text (parts[i], -1);

      known = known || qsa_press_is_section (folded)
              || qsa_byline_same_outlet (scrape->outlets, g_strstrip (parts[i]),
                                         scrape->article->outlet);
    }
  return known;
}
