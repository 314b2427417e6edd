/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-reader-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "qsa-bidi.h"
#include "qsa-display-text.h"
#include "qsa-outlet-table.h"
#include "qsa-reader-runs.h"
#include "qsa-text-util.h"

#define QSA_LRI "\xe2\x81\xa6"
#define QSA_RLI "\xe2\x81\xa7"
#define QSA_PDI "\xe2\x81\xa9"
#define QSA_WORD_JOINER "\xe2\x81\xa0"

#define WORDS_A_MINUTE 200

struct _QsaReaderText
{
  QsaReaderRuns *runs;
  GArray *spans; /* QsaReaderSpan */
  char *body;
  gsize body_bytes;
};

static gsize
qsa_reader_text_here (QsaReaderText *text)
{
  return qsa_reader_runs_get_view_chars (text->runs);
}

static void
qsa_reader_text_add_span (QsaReaderText *text, QsaReaderPart part, gsize start_chars)
{
  QsaReaderSpan span = { part, start_chars, qsa_reader_text_here (text) };

  g_array_append_val (text->spans, span);
}

/* An address is one word: no line ends at its hyphens. */
static void
qsa_reader_text_add_unbroken (QsaReaderText *text, QsaReaderPart part, const char *words)
{
  const char *hyphen;

  while ((hyphen = strchr (words, '-')) != NULL)
    {
      g_autofree char *piece = g_strndup (words, (gsize) (hyphen - words) + 1);

      qsa_reader_runs_add (text->runs, part, piece);
      qsa_reader_runs_add_mark (text->runs, QSA_WORD_JOINER);
      words = hyphen + 1;
    }
  qsa_reader_runs_add (text->runs, part, words);
}

/* What is not Arabic keeps its order inside a right-to-left line. */
static void
qsa_reader_text_add_isolated (QsaReaderText *text, QsaReaderPart part, const char *words)
{
  gboolean ltr = qsa_direction_of (words, -1) == QSA_DIRECTION_LTR;

  qsa_reader_runs_add_mark (text->runs, ltr ? QSA_LRI : QSA_RLI);
  if (strchr (words, ' ') == NULL)
    qsa_reader_text_add_unbroken (text, part, words);
  else
    qsa_reader_runs_add (text->runs, part, words);
  qsa_reader_runs_add_mark (text->runs, QSA_PDI);
}

static void
qsa_reader_text_end_paragraph (QsaReaderText *text, QsaReaderPart part)
{
  if (!qsa_reader_runs_at_line_start (text->runs))
    qsa_reader_runs_add (text->runs, part, "\n");
}

static void
qsa_reader_text_add_paragraph (QsaReaderText *text, QsaReaderPart part,
                               const char *source)
{
  gsize start_chars = qsa_reader_text_here (text);

  qsa_reader_runs_add (text->runs, part, source);
  qsa_reader_text_end_paragraph (text, part);
  qsa_reader_text_add_span (text, part, start_chars);
}

static void
qsa_reader_text_add_section (QsaReaderText *text, const char *section)
{
  gsize start_chars = qsa_reader_text_here (text);

  qsa_reader_runs_add_mark (text->runs, QSA_RLM);
  qsa_reader_text_add_isolated (text, QSA_READER_SECTION, section);
  qsa_reader_text_end_paragraph (text, QSA_READER_SECTION);
  qsa_reader_text_add_span (text, QSA_READER_SECTION, start_chars);
}

static void
qsa_reader_text_add_untitled (QsaReaderText *text)
{
  gsize start_chars = qsa_reader_text_here (text);

  qsa_reader_runs_add_mark (text->runs, QSA_RLM);
  qsa_reader_text_add_isolated (text, QSA_READER_META, _ ("Untitled"));
  qsa_reader_text_end_paragraph (text, QSA_READER_META);
  qsa_reader_text_add_span (text, QSA_READER_TITLE, start_chars);
  qsa_reader_text_add_span (text, QSA_READER_UNKNOWN, start_chars);
}

static void
qsa_reader_text_add_item (QsaReaderText *text, gsize line_start_chars, QsaReaderPart look,
                          const char *words)
{
  gsize start_chars;

  /* The line itself begins with one mark. */
  if (qsa_reader_text_here (text) > line_start_chars + 1)
    qsa_reader_runs_add (text->runs, QSA_READER_META, " · ");
  start_chars = qsa_reader_text_here (text);
  qsa_reader_text_add_isolated (text, QSA_READER_META, words);
  if (look != QSA_READER_META)
    qsa_reader_text_add_span (text, look, start_chars);
}

static char *
qsa_reader_text_format_reading_time (guint n_words)
{
  guint minutes = MAX (1, (n_words + WORDS_A_MINUTE / 2) / WORDS_A_MINUTE);
  g_autofree char *number = qsa_number_format (minutes);

  /* Translators: how long it takes to read an article. */
  return g_strdup_printf (ngettext ("%s min read", "%s min read", minutes), number);
}

gboolean
qsa_reader_text_is_web_address (const char *url)
{
  const char *scheme = url != NULL ? g_uri_peek_scheme (url) : NULL;

  return g_strcmp0 (scheme, "http") == 0 || g_strcmp0 (scheme, "https") == 0;
}

static void
qsa_reader_text_add_meta (QsaReaderText *text, const QsaArticle *article)
{
  gsize start_chars = qsa_reader_text_here (text);
  g_autofree char *date = qsa_display_date (&article->date);
  g_autofree char *time = qsa_reader_text_format_reading_time (article->word_count);
  g_autofree char *domain = NULL;

  qsa_reader_runs_add_mark (text->runs, QSA_RLM);
  qsa_reader_text_add_item (text, start_chars,
                            article->outlet != NULL ? QSA_READER_META
                                                    : QSA_READER_UNKNOWN,
                            qsa_display_outlet (article->outlet));
  qsa_reader_text_add_item (text, start_chars,
                            article->date.precision != QSA_DATE_NONE ? QSA_READER_META
                                                                     : QSA_READER_UNKNOWN,
                            date);
  if (article->author != NULL)
    qsa_reader_text_add_item (text, start_chars, QSA_READER_META, article->author);
  qsa_reader_text_add_item (text, start_chars, QSA_READER_META, time);
  if (qsa_reader_text_is_web_address (article->url))
    {
      domain = qsa_domain_from_url (article->url);
      qsa_reader_text_add_item (text, start_chars, QSA_READER_LINK,
                                domain != NULL ? domain : article->url);
    }
  qsa_reader_text_end_paragraph (text, QSA_READER_META);
  qsa_reader_text_add_span (text, QSA_READER_META, start_chars);
}

static void
qsa_reader_text_add_body_piece (QsaReaderText *text, gsize start_byte, gsize end_byte)
{
  gsize start_chars = qsa_reader_text_here (text);

  if (start_byte == end_byte)
    return;
  qsa_reader_runs_add_anchored (text->runs, QSA_READER_BODY, text->body + start_byte,
                                end_byte - start_byte, start_byte);
  qsa_reader_text_add_span (text, QSA_READER_BODY, start_chars);
}

/* Most pages print it at the caption's end, and there it stays. */
static gboolean
qsa_reader_text_prints_credit (const QsaBlock *block)
{
  const char *open = block->text != NULL ? strrchr (block->text, '(') : NULL;

  return open != NULL && g_str_has_suffix (open, ")")
         && strstr (open, block->credit) != NULL;
}

static void
qsa_reader_text_add_block (QsaReaderText *text, const QsaBlock *block)
{
  QsaReaderPart part = block->kind == QSA_BLOCK_CAPTION ? QSA_READER_CAPTION
                                                        : QSA_READER_PULL_QUOTE;
  gsize start_chars;

  qsa_reader_text_end_paragraph (text, part);
  start_chars = qsa_reader_text_here (text);
  if (block->text != NULL)
    qsa_reader_runs_add (text->runs, part, block->text);
  if (block->credit != NULL && !qsa_reader_text_prints_credit (block))
    {
      qsa_reader_runs_add (text->runs, part, block->text != NULL ? " (" : "(");
      qsa_reader_text_add_isolated (text, part, block->credit);
      qsa_reader_runs_add (text->runs, part, ")");
    }
  qsa_reader_text_end_paragraph (text, part);
  qsa_reader_text_add_span (text, part, start_chars);
}

/* The paragraph border at or after @byte. */
static gsize
qsa_reader_text_paragraph_after (QsaReaderText *text, gsize byte)
{
  const char *line_end;

  byte = MIN (byte, text->body_bytes);
  if (byte == 0 || text->body[byte - 1] == '\n')
    return byte;
  line_end = memchr (text->body + byte, '\n', text->body_bytes - byte);
  return line_end != NULL ? (gsize) (line_end - text->body) + 1 : text->body_bytes;
}

static void
qsa_reader_text_add_body (QsaReaderText *text, const GPtrArray *blocks)
{
  gsize done_byte = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const QsaBlock *block = g_ptr_array_index (blocks, i);
      gsize border;

      if ((block->kind != QSA_BLOCK_CAPTION && block->kind != QSA_BLOCK_PULL_QUOTE)
          || (block->text == NULL && block->credit == NULL))
        continue;
      border = qsa_reader_text_paragraph_after (text, block->start_byte);
      if (border > done_byte)
        {
          qsa_reader_text_add_body_piece (text, done_byte, border);
          done_byte = border;
        }
      qsa_reader_text_add_block (text, block);
    }
  qsa_reader_text_add_body_piece (text, done_byte, text->body_bytes);
}

static void
qsa_reader_text_add_headings (QsaReaderText *text, const GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const QsaBlock *block = g_ptr_array_index (blocks, i);
      QsaReaderSpan span = { .part = QSA_READER_HEADING };

      if (block->kind != QSA_BLOCK_HEADING || block->start_byte >= block->end_byte)
        continue;
      span.start_chars = qsa_reader_text_view_chars_at (text, block->start_byte);
      span.end_chars = qsa_reader_text_view_chars_at (text, block->end_byte);
      g_array_append_val (text->spans, span);
    }
}

QsaReaderText *
qsa_reader_text_new (const QsaArticle *article)
{
  QsaReaderText *text = NULL;

  g_return_val_if_fail (article != NULL, NULL);

  text = g_new0 (QsaReaderText, 1);
  text->runs = qsa_reader_runs_new ();
  text->spans = g_array_new (FALSE, FALSE, sizeof (QsaReaderSpan));
  text->body = g_strdup (article->body);
  text->body_bytes = strlen (text->body);

  if (article->section != NULL)
    qsa_reader_text_add_section (text, article->section);
  if (article->title != NULL)
    qsa_reader_text_add_paragraph (text, QSA_READER_TITLE, article->title);
  else
    qsa_reader_text_add_untitled (text);
  if (article->standfirst != NULL)
    qsa_reader_text_add_paragraph (text, QSA_READER_STANDFIRST, article->standfirst);
  qsa_reader_text_add_meta (text, article);
  qsa_reader_text_add_body (text, article->blocks);
  qsa_reader_text_add_headings (text, article->blocks);
  return text;
}

void
qsa_reader_text_free (QsaReaderText *text)
{
  if (text == NULL)
    return;
  qsa_reader_runs_free (text->runs);
  g_array_unref (text->spans);
  g_free (text->body);
  g_free (text);
}

const char *
qsa_reader_text_get_view (QsaReaderText *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return qsa_reader_runs_get_view (text->runs);
}

GArray *
qsa_reader_text_get_spans (QsaReaderText *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return text->spans;
}

gboolean
qsa_reader_text_find_part (QsaReaderText *text, QsaReaderPart part, QsaReaderSpan *span)
{
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (span != NULL, FALSE);

  for (guint i = 0; i < text->spans->len; i++)
    if (g_array_index (text->spans, QsaReaderSpan, i).part == part)
      {
        *span = g_array_index (text->spans, QsaReaderSpan, i);
        return TRUE;
      }
  return FALSE;
}

gsize
qsa_reader_text_body_byte_at (QsaReaderText *text, gsize view_chars)
{
  g_return_val_if_fail (text != NULL, 0);

  return qsa_reader_runs_anchor_byte_at (text->runs, view_chars);
}

gsize
qsa_reader_text_view_chars_at (QsaReaderText *text, gsize body_byte)
{
  g_return_val_if_fail (text != NULL, 0);

  return qsa_reader_runs_view_chars_at (text->runs, body_byte);
}

char *
qsa_reader_text_dup_range (QsaReaderText *text, gsize start_chars, gsize end_chars)
{
  g_return_val_if_fail (text != NULL, NULL);

  return qsa_reader_runs_dup_parts (text->runs, start_chars, end_chars, G_MAXUINT);
}

static gboolean
qsa_reader_text_is_blank (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

char *
qsa_reader_text_dup_quote (QsaReaderText *text, gsize start_chars, gsize end_chars)
{
  static const guint choices[] = {
    1u << QSA_READER_BODY,
    1u << QSA_READER_TITLE | 1u << QSA_READER_STANDFIRST | 1u << QSA_READER_CAPTION
        | 1u << QSA_READER_PULL_QUOTE,
  };

  g_return_val_if_fail (text != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autofree char *quote = qsa_reader_runs_dup_parts (text->runs, start_chars,
                                                          end_chars, choices[i]);

      if (!qsa_reader_text_is_blank (quote))
        return g_steal_pointer (&quote);
    }
  return NULL;
}

static void
qsa_reader_text_add_hit (guint part, gsize start_chars, gsize end_chars,
                         gpointer user_data)
{
  GArray *hits = user_data;
  QsaReaderSpan hit = { (QsaReaderPart) part, start_chars, end_chars };

  g_array_append_val (hits, hit);
}

GArray *
qsa_reader_text_find_hits (QsaReaderText *text, QsaMatcher *matcher)
{
  const guint parts = 1u << QSA_READER_TITLE | 1u << QSA_READER_STANDFIRST
                      | 1u << QSA_READER_BODY;
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (QsaReaderSpan));

  g_return_val_if_fail (text != NULL, hits);

  if (matcher != NULL && !qsa_matcher_is_empty (matcher))
    qsa_reader_runs_foreach_match (text->runs, matcher, parts, qsa_reader_text_add_hit,
                                   hits);
  return hits;
}
