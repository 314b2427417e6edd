/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-stamp.h"

#include <string.h>

#include "qsa-fold.h"
#include "qsa-letters.h"

typedef struct
{
  const guint8 *text;
  const guint8 *end;
  const guint8 *at;
  gboolean space_before;
} QsaStampLexer;

static gboolean
qsa_stamp_lexer_in_word (QsaLetterClass letter_class)
{
  switch (letter_class)
    {
    case QSA_LETTER_ARABIC:
    case QSA_LETTER_LATIN:
    case QSA_LETTER_MARK:
    case QSA_LETTER_TATWEEL:
    case QSA_LETTER_FORMAT:
    case QSA_LETTER_ARABIC_FORM:
    case QSA_LETTER_LATIN_FORM:
    case QSA_LETTER_PHRASE_FORM:
    case QSA_LETTER_OTHER:
      return TRUE;

    case QSA_LETTER_SEPARATOR:
    case QSA_LETTER_DIGIT:
    default:
      return FALSE;
    }
}

static QsaLetterClass
qsa_stamp_lexer_peek (const QsaStampLexer *lexer, gunichar *letter, guint *n_bytes)
{
  *letter = qsa_utf8_decode (lexer->at, lexer->end, n_bytes);
  return *letter == QSA_UTF8_INVALID ? QSA_LETTER_SEPARATOR : qsa_letter_class (*letter);
}

/* A value beyond nine digits is no part of a date, whatever it is. */
static void
qsa_stamp_lexer_take_number (QsaStampLexer *lexer, QsaStampItem *item)
{
  gunichar letter;
  guint n_bytes;

  item->kind = QSA_STAMP_NUMBER;
  while (lexer->at < lexer->end
         && qsa_stamp_lexer_peek (lexer, &letter, &n_bytes) == QSA_LETTER_DIGIT)
    {
      if (item->n_digits < 9)
        item->value = 10 * item->value + qsa_letter_digit (letter);
      item->n_digits++;
      lexer->at += n_bytes;
    }
}

static void
qsa_stamp_lexer_take_word (QsaStampLexer *lexer, QsaStampItem *item)
{
  const guint8 *start = lexer->at;
  g_autofree char *folded = NULL;
  gunichar letter;
  guint n_bytes;

  item->kind = QSA_STAMP_WORD;
  while (lexer->at < lexer->end
         && qsa_stamp_lexer_in_word (qsa_stamp_lexer_peek (lexer, &letter, &n_bytes)))
    lexer->at += n_bytes;
  folded = qsa_fold_text ((const char *) start, lexer->at - start);
  if (strlen (folded) < sizeof item->name)
    g_strlcpy (item->name, folded, sizeof item->name);
  item->word = qsa_stamp_look_up (item->name, &item->value);
}

static gboolean
qsa_stamp_lexer_next (QsaStampLexer *lexer, QsaStampItem *item)
{
  gunichar letter;
  guint n_bytes;
  QsaLetterClass found;

  *item = (QsaStampItem){ 0 };
  while (lexer->at < lexer->end)
    {
      found = qsa_stamp_lexer_peek (lexer, &letter, &n_bytes);
      if (letter == QSA_UTF8_INVALID || !g_unichar_isspace (letter))
        {
          if (found != QSA_LETTER_FORMAT && found != QSA_LETTER_MARK
              && found != QSA_LETTER_TATWEEL)
            break;
        }
      else
        {
          lexer->space_before = TRUE;
        }
      lexer->at += n_bytes;
    }
  if (lexer->at >= lexer->end)
    return FALSE;

  item->start_byte = (gsize) (lexer->at - lexer->text);
  item->space_before = lexer->space_before;
  lexer->space_before = FALSE;
  if (found == QSA_LETTER_DIGIT)
    {
      qsa_stamp_lexer_take_number (lexer, item);
    }
  else if (qsa_stamp_lexer_in_word (found))
    {
      qsa_stamp_lexer_take_word (lexer, item);
    }
  else
    {
      item->kind = QSA_STAMP_PUNCTUATION;
      item->value = letter;
      lexer->at += n_bytes;
    }
  item->end_byte = (gsize) (lexer->at - lexer->text);
  return TRUE;
}

/* كانون الثاني is one name: joins @item to the last of @items when the two words are one. */
static gboolean
qsa_stamp_join_name (GArray *items, const QsaStampItem *item)
{
  QsaStampItem *last;
  g_autofree char *name = NULL;
  QsaStampWord word;
  guint value;

  if (items->len == 0 || item->kind != QSA_STAMP_WORD)
    return FALSE;
  last = &g_array_index (items, QsaStampItem, items->len - 1);
  if (last->kind != QSA_STAMP_WORD || *last->name == '\0')
    return FALSE;
  name = g_strconcat (last->name, " ", item->name, NULL);
  word = qsa_stamp_look_up (name, &value);
  if (word == QSA_STAMP_WORD_UNKNOWN)
    return FALSE;
  g_strlcpy (last->name, name, sizeof last->name);
  last->word = word;
  last->value = value;
  last->end_byte = item->end_byte;
  return TRUE;
}

GArray *
qsa_stamp_lex (const char *text, gsize text_bytes, guint max_items)
{
  QsaStampLexer lexer = { 0 };
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (QsaStampItem));
  QsaStampItem item;

  lexer.text = (const guint8 *) text;
  lexer.end = lexer.text + text_bytes;
  lexer.at = lexer.text;
  while (qsa_stamp_lexer_next (&lexer, &item))
    {
      if (qsa_stamp_join_name (items, &item))
        continue;
      if (items->len >= max_items)
        return NULL;
      g_array_append_val (items, item);
    }
  return g_steal_pointer (&items);
}
