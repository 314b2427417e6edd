/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-query-pairs.h"

#include <string.h>

static gboolean
qsa_pairs_is_word_letter (gunichar letter)
{
  return g_unichar_isalnum (letter) || g_unichar_ismark (letter);
}

/* TRUE when what ends before @end is one letter, a clitic: و"كلمة", لـ"كلمة". */
static gboolean
qsa_pairs_is_behind_clitic (const char *text, const char *end)
{
  const char *last = g_utf8_prev_char (end);

  return g_utf8_get_char (last) == 0x0640 /* tatweel */
         || (g_unichar_isalpha (g_utf8_get_char (last))
             && (last == text
                 || !qsa_pairs_is_word_letter (
                     g_utf8_get_char (g_utf8_prev_char (last)))));
}

/* TRUE when a mark cannot open, by its shape or because it stands right behind a word or the end of
 * a sentence, and before none. */
static gboolean
qsa_pairs_mark_closes (const char *text, const QsaRawLexeme *item)
{
  const char *start = text + item->lexeme.start_byte;
  gunichar before;

  if (item->mark->opens_only || item->mark->closes_only)
    return item->mark->closes_only;
  if (start == text
      || qsa_pairs_is_word_letter (g_utf8_get_char (text + item->lexeme.end_byte)))
    return FALSE;
  before = g_utf8_get_char (g_utf8_prev_char (start));
  return (qsa_pairs_is_word_letter (before)
          || g_utf8_strchr (".!?؟…%])", -1, before) != NULL)
         && !qsa_pairs_is_behind_clitic (text, start);
}

static QsaRawLexeme *
qsa_pairs_raw (GArray *raw, guint index)
{
  return &g_array_index (raw, QsaRawLexeme, index);
}

/* TRUE when @item, which closes, was typed for one that opens: من" الباب الكبير" and بـ»الباب».
 * That is so when @next closes as well: nothing between opens what @next closes. */
static gboolean
qsa_pairs_opens_by_mistake (const char *text, const QsaRawLexeme *item,
                            const QsaRawLexeme *next)
{
  const char *start = text + item->lexeme.start_byte;
  gunichar after = g_utf8_get_char (text + item->lexeme.end_byte);

  if (!next->closes)
    return FALSE;
  return !item->mark->closes_only
         || (qsa_pairs_is_word_letter (after)
             && (start == text
                 || !qsa_pairs_is_word_letter (g_utf8_get_char (g_utf8_prev_char (start)))
                 || qsa_pairs_is_behind_clitic (text, start)));
}

/* Finds for each mark the one that would close it. From the end, so that the nearest of each family
 * is at hand and the whole costs one pass. */
static void
qsa_pairs_find_partners (const char *text, GArray *raw)
{
  guint next_of_family[QSA_N_MARK_FAMILIES] = { 0 };
  guint next_of_any = 0;

  for (guint i = raw->len; i-- > 0;)
    {
      QsaRawLexeme *item = qsa_pairs_raw (raw, i);
      guint next;

      if (item->mark == NULL)
        continue;
      next = next_of_family[item->mark->family];
      if (next == 0)
        next = next_of_any;
      item->closes = qsa_pairs_mark_closes (text, item);
      if (!item->closes
          || (next != 0
              && qsa_pairs_opens_by_mistake (text, item, qsa_pairs_raw (raw, next))))
        item->partner = next;
      if (!item->mark->opens_only)
        {
          next_of_family[item->mark->family] = i;
          next_of_any = i;
        }
    }
}

/* ---- what has no partner ---- */

static gsize
qsa_pairs_skip_spaces (const char *text, gsize byte)
{
  while (g_unichar_isspace (g_utf8_get_char (text + byte)))
    byte = (gsize) (g_utf8_next_char (text + byte) - text);
  return byte;
}

/* Behind the last character that is no space. */
static gsize
qsa_pairs_end_of_text (const char *text)
{
  const char *end = text + strlen (text);

  while (end > text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return (gsize) (end - text);
}

/* @after_byte: where a partner before it may stand at the earliest. */
static void
qsa_pairs_note_unpaired (GArray *unpaired, const char *text, const QsaLexeme *lexeme,
                         const char *partner, gboolean closes, gsize after_byte)
{
  QsaUnpaired note = { lexeme->outer_start_byte, lexeme->outer_end_byte, partner, closes,
                       0 };

  if (unpaired == NULL || unpaired->len >= QSA_MAX_UNPAIRED)
    return;
  note.other_byte = closes ? qsa_pairs_skip_spaces (text, after_byte)
                           : qsa_pairs_end_of_text (text);
  g_array_append_val (unpaired, note);
}

/* ---- pairing ---- */

/* The first of @n lexemes to drop because they were operators glued to a mark at @start_byte that
 * came to nothing: in -"x without an end, x is a word like any other. */
static guint
qsa_pairs_without_operators (GArray *lexemes, guint n, gsize start_byte)
{
  for (; n > 0; n--)
    {
      const QsaLexeme *before = &g_array_index (lexemes, QsaLexeme, n - 1);

      if ((before->kind != QSA_LEXEME_MINUS && before->kind != QSA_LEXEME_EXACT)
          || before->end_byte != start_byte)
        break;
      start_byte = before->start_byte;
    }
  return n;
}

/* TRUE when a field waits for the value that the mark at @start_byte opens. */
static gboolean
qsa_pairs_is_behind_field (GArray *lexemes, gsize start_byte)
{
  for (guint i = lexemes->len; i-- > 0;)
    {
      const QsaLexeme *before = &g_array_index (lexemes, QsaLexeme, i);

      if (before->outer_end_byte != start_byte)
        return FALSE;
      if (before->kind == QSA_LEXEME_FIELD)
        return TRUE;
      if (before->kind != QSA_LEXEME_EXACT)
        return FALSE;
      start_byte = before->outer_start_byte;
    }
  return FALSE;
}

/* The phrase from the mark @item up to @end, which is the closing mark or NULL for the end. */
static QsaLexeme
qsa_pairs_make_phrase (const char *text, const QsaRawLexeme *item,
                       const QsaRawLexeme *end)
{
  QsaLexeme phrase = item->lexeme;

  phrase.start_byte = item->lexeme.end_byte;
  phrase.end_byte = end != NULL ? end->lexeme.start_byte : phrase.start_byte;
  phrase.outer_end_byte = end != NULL ? end->lexeme.end_byte : phrase.start_byte;
  phrase.partner = item->mark->partner;
  phrase.unclosed = end == NULL;
  if (end == NULL)
    phrase.end_byte = phrase.outer_end_byte += strlen (text + phrase.start_byte);
  return phrase;
}

/* Phrases take their place between the marks, the rest of the marks is gone. */
static GArray *
qsa_pairs_join_marks (const char *text, GArray *raw, GArray *unpaired)
{
  GArray *lexemes = g_array_new (FALSE, FALSE, sizeof (QsaLexeme));
  gsize phrase_end_byte = 0;

  qsa_pairs_find_partners (text, raw);
  for (guint i = 0; i < raw->len; i++)
    {
      const QsaRawLexeme *item = qsa_pairs_raw (raw, i);
      QsaLexeme lexeme = item->lexeme;

      if (item->mark != NULL && item->partner != 0)
        {
          lexeme = qsa_pairs_make_phrase (text, item, qsa_pairs_raw (raw, item->partner));
          phrase_end_byte = lexeme.outer_end_byte;
          i = item->partner;
        }
      else if (item->mark != NULL && !item->closes
               && qsa_pairs_is_behind_field (lexemes, lexeme.start_byte))
        {
          lexeme = qsa_pairs_make_phrase (text, item, NULL);
          i = raw->len - 1;
        }
      else if (item->mark != NULL)
        {
          qsa_pairs_note_unpaired (unpaired, text, &lexeme, item->mark->partner,
                                   item->closes, phrase_end_byte);
          g_array_set_size (lexemes, qsa_pairs_without_operators (lexemes, lexemes->len,
                                                                  lexeme.start_byte));
          continue;
        }
      g_array_append_val (lexemes, lexeme);
    }
  return lexemes;
}

typedef enum
{
  QSA_PARENTHESIS_UNPAIRED,
  QSA_PARENTHESIS_LIVE,
  QSA_PARENTHESIS_TOO_DEEP,
} QsaParenthesis;

/* Sets @states (one byte a lexeme). */
static void
qsa_pairs_join_parentheses (GArray *lexemes, guint max_depth, guint8 *states)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < lexemes->len; i++)
    {
      QsaLexemeKind kind = g_array_index (lexemes, QsaLexeme, i).kind;

      if (kind == QSA_LEXEME_OPEN)
        g_array_append_val (open, i);
      else if (kind == QSA_LEXEME_CLOSE && open->len > 0)
        {
          states[i] = open->len <= max_depth ? QSA_PARENTHESIS_LIVE
                                             : QSA_PARENTHESIS_TOO_DEEP;
          states[g_array_index (open, guint, open->len - 1)] = states[i];
          g_array_set_size (open, open->len - 1);
        }
    }
}

GArray *
qsa_query_pair (const char *text, GArray *raw, guint max_depth, GArray *unpaired)
{
  GArray *lexemes = qsa_pairs_join_marks (text, raw, unpaired);
  g_autofree guint8 *states = g_new0 (guint8, lexemes->len + 1);
  guint n_kept = 0;

  qsa_pairs_join_parentheses (lexemes, max_depth, states);
  for (guint i = 0; i < lexemes->len; i++)
    {
      QsaLexeme lexeme = g_array_index (lexemes, QsaLexeme, i);
      gboolean closes = lexeme.kind == QSA_LEXEME_CLOSE;

      if ((lexeme.kind != QSA_LEXEME_OPEN && !closes)
          || states[i] == QSA_PARENTHESIS_LIVE)
        {
          g_array_index (lexemes, QsaLexeme, n_kept++) = lexeme;
          continue;
        }
      if (states[i] == QSA_PARENTHESIS_UNPAIRED)
        qsa_pairs_note_unpaired (unpaired, text, &lexeme, closes ? "(" : ")", closes, 0);
      n_kept = qsa_pairs_without_operators (lexemes, n_kept, lexeme.start_byte);
    }
  g_array_set_size (lexemes, n_kept);
  return lexemes;
}
