/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-query.h"

#include <string.h>

#include "qsa-query-lexer.h"
#include "qsa-scanner.h"

/* What the caret is in does not depend on how deep: no parenthesis is too many. */
#define ANY_DEPTH G_MAXUINT

static const QsaCompleteKind value_kinds[] = {
  [QSA_QUERY_FIELD_ANY] = QSA_COMPLETE_WORD,
  [QSA_QUERY_FIELD_TITLE] = QSA_COMPLETE_WORD,
  [QSA_QUERY_FIELD_OUTLET] = QSA_COMPLETE_OUTLET,
  [QSA_QUERY_FIELD_AUTHOR] = QSA_COMPLETE_AUTHOR,
  [QSA_QUERY_FIELD_SPEAKER] = QSA_COMPLETE_WORD,
  [QSA_QUERY_FIELD_TAG] = QSA_COMPLETE_TAG,
  [QSA_QUERY_FIELD_DATE] = QSA_COMPLETE_DATE,
  [QSA_QUERY_FIELD_IS] = QSA_COMPLETE_IS,
};

static gboolean
qsa_complete_is_word_letter (gunichar letter)
{
  return g_unichar_isalnum (letter) || g_unichar_ismark (letter);
}

static void
qsa_complete_set (QsaCompletePlace *place, QsaQueryField field, const char *text,
                  gsize start_byte, gsize end_byte)
{
  place->kind = value_kinds[field];
  place->field = field;
  place->start_byte = start_byte;
  place->end_byte = end_byte;
  g_free (place->prefix);
  place->prefix = g_strndup (text + start_byte, end_byte - start_byte);
}

/* The last word of @lexeme, when it ends at the caret. */
static void
qsa_complete_set_word (QsaCompletePlace *place, QsaQueryField field, const char *text,
                       gsize start_byte, gsize caret_byte)
{
  g_autoptr (QsaScanner) scanner = qsa_scanner_new ();
  QsaToken token;
  gsize word_byte = caret_byte;
  gsize end_byte = caret_byte;

  qsa_scanner_set_text (scanner, text + start_byte, (gssize) (caret_byte - start_byte));
  while (qsa_scanner_next (scanner, &token))
    {
      word_byte = start_byte + token.start_byte;
      end_byte = start_byte + token.end_byte;
    }

  /* A direction mark between word and caret is no end of the word. */
  for (const char *p = text + end_byte; p < text + caret_byte; p = g_utf8_next_char (p))
    if (g_unichar_type (g_utf8_get_char (p)) != G_UNICODE_FORMAT)
      return;
  if (word_byte < caret_byte)
    {
      qsa_complete_set (place, field, text, word_byte, end_byte);
      place->end_byte = caret_byte;
    }
}

/* The mark that closes @value, when it stands right behind the caret, belongs to what is
 * replaced. */
static gsize
qsa_complete_skip_mark (const char *text, const QsaLexeme *value, gsize caret_byte)
{
  if (value->partner != NULL && g_str_has_prefix (text + caret_byte, value->partner))
    return caret_byte + strlen (value->partner);
  return caret_byte;
}

/* The value of a field: all of it, for names have several words. */
static void
qsa_complete_set_value (QsaCompletePlace *place, QsaQueryField field, const char *text,
                        const QsaLexeme *value, gsize caret_byte)
{
  if (value_kinds[field] == QSA_COMPLETE_WORD)
    {
      qsa_complete_set_word (place, field, text, value->start_byte, caret_byte);
      return;
    }
  qsa_complete_set (place, field, text, value->start_byte, caret_byte);
  place->start_byte = value->outer_start_byte;
  place->end_byte = qsa_complete_skip_mark (text, value, caret_byte);
  g_strstrip (place->prefix);
}

/* Sets @place from the lexemes of @text up to the caret. */
static void
qsa_complete_find (QsaCompletePlace *place, const char *text, GArray *lexemes,
                   gsize caret_byte)
{
  const QsaLexeme *last = &g_array_index (lexemes, QsaLexeme, lexemes->len - 1);
  guint i = lexemes->len - 1;
  gsize start_byte = last->outer_start_byte;

  if (last->outer_end_byte != caret_byte
      || (last->kind == QSA_LEXEME_PHRASE && !last->unclosed))
    return;
  if (last->kind == QSA_LEXEME_FIELD)
    {
      qsa_complete_set (place, last->field->field, text, caret_byte, caret_byte);
      return;
    }
  if (last->kind != QSA_LEXEME_TEXT && last->kind != QSA_LEXEME_PHRASE)
    return;

  /* The field that it is the value of, behind which may stand an =. */
  while (i > 0)
    {
      const QsaLexeme *before = &g_array_index (lexemes, QsaLexeme, --i);

      if (before->outer_end_byte != start_byte
          || (before->kind != QSA_LEXEME_EXACT && before->kind != QSA_LEXEME_FIELD))
        break;
      start_byte = before->outer_start_byte;
      if (before->kind == QSA_LEXEME_FIELD)
        {
          qsa_complete_set_value (place, before->field->field, text, last, caret_byte);
          return;
        }
    }
  qsa_complete_set_word (place, QSA_QUERY_FIELD_ANY, text, last->start_byte, caret_byte);
}

void
qsa_query_complete_place (const char *text, gsize caret_byte, QsaCompletePlace *place)
{
  g_autofree char *head = NULL;
  g_autoptr (GArray) lexemes = NULL;

  g_return_if_fail (place != NULL);

  *place = (QsaCompletePlace){ QSA_COMPLETE_NOTHING, QSA_QUERY_FIELD_ANY, caret_byte,
                               caret_byte, g_strdup ("") };
  if (text == NULL || caret_byte > strlen (text) || !g_utf8_validate (text, -1, NULL)
      || qsa_complete_is_word_letter (g_utf8_get_char (text + caret_byte)))
    return;

  head = g_strndup (text, caret_byte);
  if (!g_utf8_validate (head, -1, NULL))
    return;
  lexemes = qsa_query_lex (head, ANY_DEPTH, NULL);
  if (lexemes->len > 0)
    qsa_complete_find (place, text, lexemes, caret_byte);
}

void
qsa_complete_place_clear (QsaCompletePlace *place)
{
  g_return_if_fail (place != NULL);

  g_clear_pointer (&place->prefix, g_free);
}

/* ---- values ---- */

static gboolean
qsa_query_value_is_plain (const char *name)
{
  const char *p = name;

  while (*p != '\0' && qsa_complete_is_word_letter (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return *p == '\0' && p > name;
}

char *
qsa_query_quote_value (const char *name)
{
  static const char *const straight[] = { "\"", "''", "″", "＂" };
  g_autofree char *valid = NULL;
  GString *quoted;

  g_return_val_if_fail (name != NULL, NULL);

  valid = g_utf8_make_valid (name, -1);
  if (qsa_query_value_is_plain (valid))
    return g_steal_pointer (&valid);

  /* A mark of the same family would end the value; to the words of a name it is nothing. */
  quoted = g_string_new (valid);
  for (gsize i = 0; i < G_N_ELEMENTS (straight); i++)
    g_string_replace (quoted, straight[i], " ", 0);
  g_string_prepend_c (quoted, '"');
  g_string_append_c (quoted, '"');
  return g_string_free (quoted, FALSE);
}
