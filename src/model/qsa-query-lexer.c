/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-query-lexer.h"

#include <string.h>

#include "qsa-query-pairs.h"

/* Longer marks before those that they begin with. */
static const QsaMark marks[] = {
  { "\"", QSA_MARK_STRAIGHT, "\"" },
  { "''", QSA_MARK_STRAIGHT, "''" },
  { "″", QSA_MARK_STRAIGHT, "″" },
  { "＂", QSA_MARK_STRAIGHT, "＂" },
  { "“", QSA_MARK_CURLY, "”" },
  { "”", QSA_MARK_CURLY, "“" },
  { "„", QSA_MARK_CURLY, "”" },
  { "‟", QSA_MARK_CURLY, "”" },
  { "❝", QSA_MARK_CURLY, "❞" },
  { "❞", QSA_MARK_CURLY, "❝" },
  { "«", QSA_MARK_GUILLEMET, "»", TRUE, FALSE },
  { "»", QSA_MARK_GUILLEMET, "«", FALSE, TRUE },
  { "<<", QSA_MARK_GUILLEMET, ">>", TRUE, FALSE },
  { ">>", QSA_MARK_GUILLEMET, "<<", FALSE, TRUE },
  { "‹", QSA_MARK_GUILLEMET, "›", TRUE, FALSE },
  { "›", QSA_MARK_GUILLEMET, "‹", FALSE, TRUE },
};

typedef struct
{
  const char *text;
  const char *next;
  gboolean after_space; /* nothing but white space, ( or | stands before next */
  GArray *raw;
} QsaLexer;

static const QsaMark *
qsa_lexer_find_mark (const char *at)
{
  /* First bytes of all marks: nearly every letter is done with here. */
  if (*at == '\0' || strchr ("\"'<>\xc2\xe2\xef", *at) == NULL)
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (at, marks[i].mark))
      return &marks[i];
  return NULL;
}

/* Direction marks come along with pasted text and stand for nothing. */
static gboolean
qsa_lexer_is_invisible (gunichar letter)
{
  return (letter >= 0x200E && letter <= 0x200F) || (letter >= 0x202A && letter <= 0x202E)
         || (letter >= 0x2066 && letter <= 0x2069) || letter == 0x061C
         || letter == 0xFEFF;
}

static gboolean
qsa_lexer_is_space (gunichar letter)
{
  return letter < 0x20 || letter == 0x7F || g_unichar_isspace (letter);
}

/* TRUE when a chunk cannot go on past @at. */
static gboolean
qsa_lexer_ends_text (const char *at)
{
  return *at == '\0' || strchr ("()|", *at) != NULL
         || qsa_lexer_is_space (g_utf8_get_char (at)) || qsa_lexer_find_mark (at) != NULL;
}

/* Borrowed until the next is added. */
static QsaRawLexeme *
qsa_lexer_add (QsaLexer *lexer, QsaLexemeKind kind, gsize n_bytes, const QsaMark *mark)
{
  gsize start_byte = (gsize) (lexer->next - lexer->text);
  QsaRawLexeme raw = { .mark = mark };

  raw.lexeme.kind = kind;
  raw.lexeme.start_byte = raw.lexeme.outer_start_byte = start_byte;
  raw.lexeme.end_byte = raw.lexeme.outer_end_byte = start_byte + n_bytes;
  g_array_append_val (lexer->raw, raw);
  lexer->next += n_bytes;
  return &g_array_index (lexer->raw, QsaRawLexeme, lexer->raw->len - 1);
}

/* - and = are operators only when something that can be searched follows at once. */
static gboolean
qsa_lexer_is_operand (const char *at)
{
  return *at != '\0' && strchr (")|-=", *at) == NULL
         && !qsa_lexer_is_space (g_utf8_get_char (at));
}

static void
qsa_lexer_read_field (QsaLexer *lexer)
{
  gsize name_bytes;
  const QsaFieldName *field = qsa_query_field_find (lexer->next, &name_bytes);
  QsaRawLexeme *raw;

  if (field == NULL)
    return;
  raw = qsa_lexer_add (lexer, QSA_LEXEME_FIELD, name_bytes, NULL);
  raw->lexeme.field = field;
  while (qsa_lexer_is_invisible (g_utf8_get_char (lexer->next)))
    lexer->next = g_utf8_next_char (lexer->next);
  raw->lexeme.outer_end_byte = (gsize) (lexer->next - lexer->text);
}

static void
qsa_lexer_read_operators (QsaLexer *lexer)
{
  gsize n_equals;

  if (*lexer->next == '-'
      && (lexer->next[1] == '=' || qsa_lexer_is_operand (lexer->next + 1)))
    qsa_lexer_add (lexer, QSA_LEXEME_MINUS, 1, NULL);

  qsa_lexer_read_field (lexer);

  n_equals = strspn (lexer->next, "=");
  if (n_equals >= 1 && n_equals <= 2 && qsa_lexer_is_operand (lexer->next + n_equals))
    qsa_lexer_add (lexer, QSA_LEXEME_EXACT, n_equals, NULL)->lexeme.n_equals =
        (guint) n_equals;
}

static void
qsa_lexer_read_text (QsaLexer *lexer)
{
  const char *end = lexer->next;

  while (!qsa_lexer_ends_text (end))
    end = g_utf8_next_char (end);
  if (end > lexer->next)
    qsa_lexer_add (lexer, QSA_LEXEME_TEXT, (gsize) (end - lexer->next), NULL);
}

/* TRUE when a lexeme of @kind ends right before the next character. */
static gboolean
qsa_lexer_is_behind (QsaLexer *lexer, QsaLexemeKind kind)
{
  const QsaLexeme *last;

  if (lexer->raw->len == 0)
    return FALSE;
  last = &g_array_index (lexer->raw, QsaRawLexeme, lexer->raw->len - 1).lexeme;
  return last->kind == kind && lexer->text + last->outer_end_byte == lexer->next;
}

/* A mark typed twice is one mark (""x""), unless it stands between two words ("a""b") or is all
 * of a value (title:""). */
static void
qsa_lexer_read_mark (QsaLexer *lexer, const QsaMark *mark)
{
  gsize mark_bytes = strlen (mark->mark);
  const char *end = lexer->next + mark_bytes;

  while (g_str_has_prefix (end, mark->mark))
    end += mark_bytes;

  if (end == lexer->next + 2 * mark_bytes
      && qsa_lexer_is_behind (lexer, qsa_lexer_ends_text (end) ? QSA_LEXEME_FIELD
                                                               : QSA_LEXEME_TEXT))
    end -= mark_bytes;
  qsa_lexer_add (lexer, QSA_LEXEME_PHRASE, (gsize) (end - lexer->next), mark);
}

static void
qsa_lexer_read_one (QsaLexer *lexer)
{
  gunichar letter = g_utf8_get_char (lexer->next);
  const QsaMark *mark;

  if (qsa_lexer_is_space (letter) || qsa_lexer_is_invisible (letter))
    {
      lexer->after_space |= qsa_lexer_is_space (letter);
      lexer->next = g_utf8_next_char (lexer->next);
      return;
    }

  if (lexer->after_space)
    qsa_lexer_read_operators (lexer);
  lexer->after_space = FALSE;

  mark = qsa_lexer_find_mark (lexer->next);
  if (mark != NULL)
    qsa_lexer_read_mark (lexer, mark);
  else if (*lexer->next == ')')
    qsa_lexer_add (lexer, QSA_LEXEME_CLOSE, 1, NULL);
  else if (*lexer->next == '(' || *lexer->next == '|')
    {
      qsa_lexer_add (lexer, *lexer->next == '(' ? QSA_LEXEME_OPEN : QSA_LEXEME_OR, 1,
                     NULL);
      lexer->after_space = TRUE;
    }
  else
    qsa_lexer_read_text (lexer);
}

/* -رحمه الله- is an aside: a dash that has its partner behind a later word, with no other dash
 * between, is no operator. From the end, so that one pass does. */
static void
qsa_lexer_drop_asides (GArray *raw, const char *text)
{
  gboolean closing = FALSE;
  guint n_kept = raw->len;

  for (guint i = raw->len; i-- > 0;)
    {
      const QsaRawLexeme *item = &g_array_index (raw, QsaRawLexeme, i);
      gboolean aside = item->lexeme.kind == QSA_LEXEME_MINUS && closing;

      if (item->lexeme.kind == QSA_LEXEME_TEXT
          && item->lexeme.end_byte - item->lexeme.start_byte > 1
          && text[item->lexeme.end_byte - 1] == '-')
        closing = TRUE;
      else if (item->lexeme.kind == QSA_LEXEME_MINUS)
        closing = FALSE;
      if (!aside)
        g_array_index (raw, QsaRawLexeme, --n_kept) = *item;
    }
  g_array_remove_range (raw, 0, n_kept);
}

GArray *
qsa_query_lex (const char *text, guint max_depth, GArray *unpaired)
{
  g_autoptr (GArray) raw = g_array_new (FALSE, FALSE, sizeof (QsaRawLexeme));
  QsaLexer lexer = { text, text, TRUE, raw };

  g_return_val_if_fail (text != NULL, NULL);

  while (*lexer.next != '\0')
    qsa_lexer_read_one (&lexer);
  qsa_lexer_drop_asides (raw, text);
  return qsa_query_pair (text, raw, max_depth, unpaired);
}
