/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-quote-marks.h"

#include <string.h>

#include "qsa-quote-pairing.h"

/* What stands beside a mark. */
typedef enum
{
  QSA_BESIDE_SPACE,   /* white space, the edge of the text */
  QSA_BESIDE_WORD,    /* letters, digits, and what begins or ends like a word */
  QSA_BESIDE_OPENING, /* only before: brackets, colons, dashes, tatweel */
  QSA_BESIDE_ENDING,  /* other punctuation */
} QsaBeside;

/* Longer marks before those that they begin with. */
static const struct
{
  const char *text;
  QsaMarkFamily family;
  QsaMarkShape shape;
} known_marks[] = {
  { "\"", QSA_MARK_FAMILY_STRAIGHT, QSA_MARK_SHAPE_NEUTRAL },
  { "''", QSA_MARK_FAMILY_STRAIGHT, QSA_MARK_SHAPE_NEUTRAL },
  { "``", QSA_MARK_FAMILY_STRAIGHT, QSA_MARK_SHAPE_NEUTRAL },
  { "″", QSA_MARK_FAMILY_STRAIGHT, QSA_MARK_SHAPE_NEUTRAL },
  { "＂", QSA_MARK_FAMILY_STRAIGHT, QSA_MARK_SHAPE_NEUTRAL },
  { "“", QSA_MARK_FAMILY_CURLY, QSA_MARK_SHAPE_OPENING },
  { "”", QSA_MARK_FAMILY_CURLY, QSA_MARK_SHAPE_CLOSING },
  { "„", QSA_MARK_FAMILY_CURLY, QSA_MARK_SHAPE_OPENING },
  { "‟", QSA_MARK_FAMILY_CURLY, QSA_MARK_SHAPE_OPENING },
  { "❝", QSA_MARK_FAMILY_CURLY, QSA_MARK_SHAPE_OPENING },
  { "❞", QSA_MARK_FAMILY_CURLY, QSA_MARK_SHAPE_CLOSING },
  { "‘‘", QSA_MARK_FAMILY_CURLY, QSA_MARK_SHAPE_OPENING },
  { "’’", QSA_MARK_FAMILY_CURLY, QSA_MARK_SHAPE_CLOSING },
  { "«", QSA_MARK_FAMILY_GUILLEMET, QSA_MARK_SHAPE_OPENING },
  { "»", QSA_MARK_FAMILY_GUILLEMET, QSA_MARK_SHAPE_CLOSING },
  { "<<", QSA_MARK_FAMILY_GUILLEMET, QSA_MARK_SHAPE_OPENING },
  { ">>", QSA_MARK_FAMILY_GUILLEMET, QSA_MARK_SHAPE_CLOSING },
  { "‹", QSA_MARK_FAMILY_GUILLEMET, QSA_MARK_SHAPE_OPENING },
  { "›", QSA_MARK_FAMILY_GUILLEMET, QSA_MARK_SHAPE_CLOSING },
};

/* What stands before a mark without a space, as in ال"x". */
static const char *const clitics[] = {
  "و",  "ف",  "ب",  "ل",   "ك",   "ول",  "وب",  "وك",
  "فل", "فب", "ال", "وال", "فال", "بال", "كال", "لل",
};
#define MAX_CLITIC_LETTERS 3

/* ---- neighbours ---- */

static gboolean
qsa_marks_is_invisible (gunichar letter)
{
  return g_unichar_type (letter) == G_UNICODE_FORMAT;
}

static gboolean
qsa_marks_is_word (gunichar letter)
{
  return g_unichar_isalnum (letter) || g_unichar_ismark (letter) || letter == '%';
}

static const char *
qsa_marks_skip_back (const char *text, const char *at)
{
  while (at > text && qsa_marks_is_invisible (g_utf8_get_char (g_utf8_prev_char (at))))
    at = g_utf8_prev_char (at);
  return at;
}

static QsaBeside
qsa_marks_beside_before (const char *text, const char *at)
{
  gunichar letter;

  at = qsa_marks_skip_back (text, at);
  letter = at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : ' ';
  if (g_unichar_isspace (letter))
    return QSA_BESIDE_SPACE;
  if (g_utf8_strchr ("([{﴾:=/-–—#@ـ", -1, letter) != NULL)
    return QSA_BESIDE_OPENING;
  return qsa_marks_is_word (letter) ? QSA_BESIDE_WORD : QSA_BESIDE_ENDING;
}

static QsaBeside
qsa_marks_beside_after (const char *at, const char *end)
{
  gunichar letter;

  while (at < end && qsa_marks_is_invisible (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  letter = at < end ? g_utf8_get_char (at) : ' ';
  if (g_unichar_isspace (letter))
    return QSA_BESIDE_SPACE;
  if (g_utf8_strchr ("([{#@$€", -1, letter) != NULL)
    return QSA_BESIDE_WORD;
  return qsa_marks_is_word (letter) && letter != '%' ? QSA_BESIDE_WORD
                                                     : QSA_BESIDE_ENDING;
}

/* TRUE when the whole word that ends at @at is one that stands before its noun. */
static gboolean
qsa_marks_follows_clitic (const char *text, const char *at)
{
  const char *end = qsa_marks_skip_back (text, at);
  const char *start = end;
  gsize n_bytes;

  for (guint i = 0; i <= MAX_CLITIC_LETTERS && start > text; i++)
    {
      if (!qsa_marks_is_word (g_utf8_get_char (g_utf8_prev_char (start))))
        break;
      start = g_utf8_prev_char (start);
    }

  n_bytes = (gsize) (end - start);
  for (gsize i = 0; i < G_N_ELEMENTS (clitics); i++)
    if (strlen (clitics[i]) == n_bytes && memcmp (clitics[i], start, n_bytes) == 0)
      return TRUE;
  return FALSE;
}

static QsaHint
qsa_marks_hint (QsaBeside before, QsaBeside after, gboolean follows_clitic)
{
  if (after == QSA_BESIDE_WORD)
    return before == QSA_BESIDE_SPACE || before == QSA_BESIDE_OPENING || follows_clitic
               ? QSA_HINT_OPENS
               : QSA_HINT_NONE;
  return before == QSA_BESIDE_WORD || before == QSA_BESIDE_ENDING ? QSA_HINT_CLOSES
                                                                  : QSA_HINT_NONE;
}

/* ---- finding ---- */

/* Index in known_marks, -1 when there is none at @at. */
static int
qsa_marks_known_at (const char *at, const char *end)
{
  if (strchr ("\"'`<>\xc2\xe2\xef", *at) == NULL)
    return -1;

  for (gsize i = 0; i < G_N_ELEMENTS (known_marks); i++)
    {
      gsize n_bytes = strlen (known_marks[i].text);

      if ((gsize) (end - at) >= n_bytes && memcmp (at, known_marks[i].text, n_bytes) == 0)
        return (int) i;
    }
  return -1;
}

/* A doubled apostrophe within a Latin word is a slip of the keyboard, not a mark. */
static gboolean
qsa_marks_is_within_latin_word (const char *text, const char *at, const char *after,
                                const char *end)
{
  return at > text && after < end && g_ascii_isalpha (at[-1]) && g_ascii_isalpha (*after);
}

static GArray *
qsa_marks_find_loose (const char *text, const char *end)
{
  GArray *loose = g_array_new (FALSE, TRUE, sizeof (QsaLooseMark));
  guint paragraph = 0;
  gboolean paragraph_is_blank = TRUE;

  for (const char *at = text; at < end;)
    {
      int known = qsa_marks_known_at (at, end);
      const char *after = g_utf8_next_char (at);
      gunichar letter = g_utf8_get_char (at);

      if (known >= 0)
        after = at + strlen (known_marks[known].text);
      if (known >= 0 && !qsa_marks_is_within_latin_word (text, at, after, end))
        {
          QsaLooseMark mark = {
            .mark = { (gsize) (at - text), (gsize) (after - text),
                      known_marks[known].family, known_marks[known].shape, QSA_MARK_ALONE,
                      QSA_MARK_NO_PARTNER },
            .paragraph = paragraph,
            .begins_paragraph = paragraph_is_blank,
          };

          g_array_append_val (loose, mark);
        }

      if (letter == '\n')
        {
          paragraph += !paragraph_is_blank;
          paragraph_is_blank = TRUE;
        }
      else if (!g_unichar_isspace (letter) && !qsa_marks_is_invisible (letter))
        paragraph_is_blank = FALSE;
      at = after;
    }
  return loose;
}

/* Marks that touch each other («"x"») have the neighbours of their whole run. */
static void
qsa_marks_find_hints (GArray *loose, const char *text, const char *end)
{
  g_autofree QsaBeside *after = g_new (QsaBeside, loose->len + 1);
  QsaBeside before = QSA_BESIDE_SPACE;

  for (guint i = loose->len; i-- > 0;)
    {
      gsize end_byte = qsa_loose_mark_at (loose, i)->mark.end_byte;

      if (i + 1 < loose->len
          && qsa_loose_mark_at (loose, i + 1)->mark.start_byte == end_byte)
        after[i] = after[i + 1];
      else
        after[i] = qsa_marks_beside_after (text + end_byte, end);
    }

  for (guint i = 0; i < loose->len; i++)
    {
      QsaLooseMark *mark = qsa_loose_mark_at (loose, i);
      const char *at = text + mark->mark.start_byte;
      gboolean in_run = i > 0
                        && qsa_loose_mark_at (loose, i - 1)->mark.end_byte
                               == mark->mark.start_byte;

      if (!in_run)
        before = qsa_marks_beside_before (text, at);
      mark->hint = qsa_marks_hint (before, after[i],
                                   !in_run && before == QSA_BESIDE_WORD
                                       && qsa_marks_follows_clitic (text, at));
    }
}

GArray *
qsa_quote_marks_find (const char *text, gsize text_bytes)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (QsaQuoteMark));
  g_autoptr (GArray) loose = NULL;

  g_return_val_if_fail (text != NULL, marks);

  loose = qsa_marks_find_loose (text, text + text_bytes);
  qsa_marks_find_hints (loose, text, text + text_bytes);
  qsa_quote_marks_pair (loose);

  for (guint i = 0; i < loose->len; i++)
    {
      QsaQuoteMark mark = qsa_loose_mark_at (loose, i)->mark;

      if (mark.partner == QSA_MARK_NO_PARTNER
          || (mark.role == QSA_MARK_CONTINUES
              && qsa_loose_mark_at (loose, mark.partner)->mark.partner
                     == QSA_MARK_NO_PARTNER))
        {
          mark.role = QSA_MARK_ALONE;
          mark.partner = QSA_MARK_NO_PARTNER;
        }
      g_array_append_val (marks, mark);
    }
  return marks;
}
