/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-wrapping.h"

#include <string.h>

/* No column that anyone wraps at is wider or narrower. */
#define WIDEST_COLUMN_CHARS 120
#define NARROWEST_COLUMN_CHARS 40
#define FEWEST_LINES 6

gboolean
qsa_text_ends_sentence (const char *text, gsize text_bytes)
{
  const char *p = text + text_bytes;

  while (p > text)
    {
      gunichar letter;

      p = g_utf8_prev_char (p);
      letter = g_utf8_get_char (p);
      switch (letter)
        {
        case '.':
        case '!':
        case '?':
        case ':':
        case 0x061f: /* ؟ */
        case 0x06d4: /* ۔ */
        case 0x2026: /* … */
          return TRUE;
        case '"':
        case '\'':
        case ')':
        case ']':
        case '*':
        case 0x00bb: /* » */
        case 0x00ab: /* « */
        case 0x201c: /* “ */
        case 0x201d: /* ” */
        case 0x2019: /* ’ */
        case 0x203a: /* › */
          continue;
        default:
          if (g_unichar_isspace (letter) || g_unichar_type (letter) == G_UNICODE_FORMAT)
            continue;
          return FALSE;
        }
    }
  return FALSE;
}

typedef struct
{
  const char *text;
  gsize text_bytes;
  gsize chars;
} QsaWrappedLine;

static GArray *
qsa_wrapping_split (const char *text, gsize text_bytes)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (QsaWrappedLine));
  const char *end = text + text_bytes;

  while (text < end)
    {
      const char *stop = memchr (text, '\n', (gsize) (end - text));
      QsaWrappedLine line = { .text = text };

      if (stop == NULL)
        stop = end;
      line.text_bytes = (gsize) (stop - text);
      while (line.text_bytes > 0 && g_ascii_isspace (line.text[line.text_bytes - 1]))
        line.text_bytes--;
      line.chars = (gsize) g_utf8_strlen (line.text, (gssize) line.text_bytes);
      g_array_append_val (lines, line);
      text = stop + 1;
    }
  return lines;
}

static gsize
qsa_wrapping_first_word_chars (const QsaWrappedLine *line)
{
  const char *end = line->text + line->text_bytes;
  gsize n = 0;

  for (const char *p = line->text; p < end && *p != ' '; p = g_utf8_next_char (p))
    n++;
  return n;
}

/* In wrapped text the next line's first word would not have fitted any more, and most lines end
 * in mid-sentence. A list of short lines fails the first, paragraphs fail the second. */
static gboolean
qsa_wrapping_is_wrapped (GArray *lines)
{
  gsize widest = 0;
  guint n_pairs = 0;
  guint n_full = 0;
  guint n_open = 0;

  for (guint i = 0; i < lines->len; i++)
    widest = MAX (widest, g_array_index (lines, QsaWrappedLine, i).chars);
  if (widest > WIDEST_COLUMN_CHARS || widest < NARROWEST_COLUMN_CHARS)
    return FALSE;

  for (guint i = 0; i + 1 < lines->len; i++)
    {
      const QsaWrappedLine *line = &g_array_index (lines, QsaWrappedLine, i);
      const QsaWrappedLine *next = line + 1;

      if (line->chars == 0 || next->chars == 0)
        continue;
      n_pairs++;
      n_full += line->chars + 1 + qsa_wrapping_first_word_chars (next) > widest;
      n_open += !qsa_text_ends_sentence (line->text, line->text_bytes);
    }
  return n_pairs + 1 >= FEWEST_LINES && n_full * 10 >= n_pairs * 8
         && n_open * 10 >= n_pairs * 6;
}

static gboolean
qsa_wrapping_starts_paragraph (GArray *lines, guint index, gsize widest)
{
  const QsaWrappedLine *line = &g_array_index (lines, QsaWrappedLine, index);
  const QsaWrappedLine *before = line - 1;

  if (index == 0 || before->chars == 0)
    return TRUE;
  /* A short line that ends a sentence ends its paragraph too. */
  return before->chars * 10 < widest * 7
         && qsa_text_ends_sentence (before->text, before->text_bytes);
}

static char *
qsa_wrapping_join_lines (GArray *lines)
{
  GString *joined = g_string_new (NULL);
  gsize widest = 0;

  for (guint i = 0; i < lines->len; i++)
    widest = MAX (widest, g_array_index (lines, QsaWrappedLine, i).chars);
  for (guint i = 0; i < lines->len; i++)
    {
      const QsaWrappedLine *line = &g_array_index (lines, QsaWrappedLine, i);

      if (joined->len > 0)
        g_string_append_c (joined,
                           qsa_wrapping_starts_paragraph (lines, i, widest) ? '\n' : ' ');
      g_string_append_len (joined, line->text, (gssize) line->text_bytes);
    }
  return g_string_free (joined, FALSE);
}

/* Cheap refusal: a text whose first lines are longer than any column is not wrapped. */
static gboolean
qsa_wrapping_may_be_wrapped (const char *text, gsize text_bytes)
{
  const char *end = text + text_bytes;

  for (guint i = 0; i < FEWEST_LINES; i++)
    {
      const char *stop = text < end ? memchr (text, '\n', (gsize) (end - text)) : NULL;

      if (stop == NULL || stop - text > WIDEST_COLUMN_CHARS * 2)
        return FALSE;
      text = stop + 1;
    }
  return TRUE;
}

char *
qsa_wrapping_join (const char *text, gsize text_bytes)
{
  g_autoptr (GArray) lines = NULL;

  if (!qsa_wrapping_may_be_wrapped (text, text_bytes))
    return NULL;
  lines = qsa_wrapping_split (text, text_bytes);
  return qsa_wrapping_is_wrapped (lines) ? qsa_wrapping_join_lines (lines) : NULL;
}
