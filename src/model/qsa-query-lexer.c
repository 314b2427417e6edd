/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-query-lexer.h"

#include <string.h>

/* Quotation marks pair within their family first: people close « with » and ” with either “ or ”,
 * as keyboards and old sites have it. */
typedef enum
{
  QSA_MARK_NONE,
  QSA_MARK_STRAIGHT,
  QSA_MARK_CURLY,
  QSA_MARK_GUILLEMET,
  QSA_N_MARK_FAMILIES,
} QsaMarkFamily;

typedef struct
{
  const char *mark;
  QsaMarkFamily family;
  gboolean opens_only; /* never the end of a phrase */
  gboolean closes_only;
} QsaMark;

/* Longer marks before those that they begin with. */
static const QsaMark marks[] = {
  { "\"", QSA_MARK_STRAIGHT },
  { "''", QSA_MARK_STRAIGHT },
  { "″", QSA_MARK_STRAIGHT },
  { "＂", QSA_MARK_STRAIGHT },
  { "“", QSA_MARK_CURLY },
  { "”", QSA_MARK_CURLY },
  { "„", QSA_MARK_CURLY },
  { "‟", QSA_MARK_CURLY },
  { "❝", QSA_MARK_CURLY },
  { "❞", QSA_MARK_CURLY },
  { "«", QSA_MARK_GUILLEMET, TRUE, FALSE },
  { "»", QSA_MARK_GUILLEMET, FALSE, TRUE },
  { "<<", QSA_MARK_GUILLEMET, TRUE, FALSE },
  { ">>", QSA_MARK_GUILLEMET, FALSE, TRUE },
  { "‹", QSA_MARK_GUILLEMET, TRUE, FALSE },
  { "›", QSA_MARK_GUILLEMET, FALSE, TRUE },
};

/* A raw item: marks and parentheses not yet paired. */
typedef struct
{
  QsaLexeme lexeme;
  const QsaMark *mark; /* a quotation mark, else NULL */
  guint partner;       /* index of the closing mark; 0 when none: no mark closes at 0 */
} QsaRawLexeme;

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

static void
qsa_lexer_add (QsaLexer *lexer, QsaLexemeKind kind, gsize n_bytes, const QsaMark *mark)
{
  gsize start_byte = (gsize) (lexer->next - lexer->text);
  QsaRawLexeme raw = { { kind, start_byte, start_byte + n_bytes, 0 }, mark, 0 };

  if (kind == QSA_LEXEME_EXACT)
    raw.lexeme.n_equals = (guint) n_bytes;
  g_array_append_val (lexer->raw, raw);
  lexer->next += n_bytes;
}

/* - and = are operators only when something that can be searched follows at once. */
static gboolean
qsa_lexer_is_operand (const char *at)
{
  return *at != '\0' && strchr (")|-=", *at) == NULL
         && !qsa_lexer_is_space (g_utf8_get_char (at));
}

static void
qsa_lexer_read_operators (QsaLexer *lexer)
{
  gsize n_equals;

  if (*lexer->next == '-'
      && (lexer->next[1] == '=' || qsa_lexer_is_operand (lexer->next + 1)))
    qsa_lexer_add (lexer, QSA_LEXEME_MINUS, 1, NULL);

  n_equals = strspn (lexer->next, "=");
  if (n_equals >= 1 && n_equals <= 2 && qsa_lexer_is_operand (lexer->next + n_equals))
    qsa_lexer_add (lexer, QSA_LEXEME_EXACT, n_equals, NULL);
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

/* A mark typed twice is one mark (""x""), unless it stands between two words ("a""b"). */
static void
qsa_lexer_read_mark (QsaLexer *lexer, const QsaMark *mark)
{
  const char *start = lexer->next;
  gsize mark_bytes = strlen (mark->mark);
  const char *end = start + mark_bytes;
  gboolean glued;

  while (g_str_has_prefix (end, mark->mark))
    end += mark_bytes;

  glued = start > lexer->text && !qsa_lexer_ends_text (end)
          && !qsa_lexer_is_space (g_utf8_get_char (g_utf8_prev_char (start)));
  if (end == start + 2 * mark_bytes && glued)
    end -= mark_bytes;
  qsa_lexer_add (lexer, QSA_LEXEME_PHRASE, (gsize) (end - start), mark);
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

static QsaRawLexeme *
qsa_lexer_raw (GArray *raw, guint index)
{
  return &g_array_index (raw, QsaRawLexeme, index);
}

/* Finds for each mark the one that would close it. From the end, so that the nearest of each family
 * is at hand and the whole costs one pass. */
static void
qsa_lexer_find_partners (GArray *raw)
{
  guint next_of_family[QSA_N_MARK_FAMILIES] = { 0 };
  guint next_of_any = 0;

  for (guint i = raw->len; i-- > 0;)
    {
      QsaRawLexeme *item = qsa_lexer_raw (raw, i);

      if (item->mark == NULL)
        continue;
      if (!item->mark->closes_only)
        item->partner = next_of_family[item->mark->family] != 0
                            ? next_of_family[item->mark->family]
                            : next_of_any;
      if (!item->mark->opens_only)
        {
          next_of_family[item->mark->family] = i;
          next_of_any = i;
        }
    }
}

/* The first of @n lexemes to drop because they were operators glued to a mark at @start_byte that
 * came to nothing: in -"x without an end, x is a word like any other. */
static guint
qsa_lexer_without_operators (GArray *lexemes, guint n, gsize start_byte)
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

/* Phrases take their place between the marks, the rest of the marks is gone. */
static GArray *
qsa_lexer_pair_marks (GArray *raw)
{
  GArray *lexemes = g_array_new (FALSE, FALSE, sizeof (QsaLexeme));

  qsa_lexer_find_partners (raw);
  for (guint i = 0; i < raw->len; i++)
    {
      QsaRawLexeme *item = qsa_lexer_raw (raw, i);

      if (item->mark != NULL && item->partner == 0)
        {
          g_array_set_size (lexemes,
                            qsa_lexer_without_operators (lexemes, lexemes->len,
                                                         item->lexeme.start_byte));
          continue;
        }
      if (item->mark != NULL)
        {
          item->lexeme.start_byte = item->lexeme.end_byte;
          item->lexeme.end_byte = qsa_lexer_raw (raw, item->partner)->lexeme.start_byte;
          i = item->partner;
        }
      g_array_append_val (lexemes, item->lexeme);
    }
  return lexemes;
}

/* Sets @live (one byte a lexeme) for parentheses that count: those with a partner, and not too deep
 * in what is open there. */
static void
qsa_lexer_pair_parentheses (GArray *lexemes, guint max_depth, guint8 *live)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < lexemes->len; i++)
    {
      QsaLexemeKind kind = g_array_index (lexemes, QsaLexeme, i).kind;

      if (kind == QSA_LEXEME_OPEN)
        g_array_append_val (open, i);
      else if (kind == QSA_LEXEME_CLOSE && open->len > 0)
        {
          if (open->len <= max_depth)
            {
              live[g_array_index (open, guint, open->len - 1)] = TRUE;
              live[i] = TRUE;
            }
          g_array_set_size (open, open->len - 1);
        }
    }
}

GArray *
qsa_query_lex (const char *text, guint max_depth)
{
  g_autoptr (GArray) raw = g_array_new (FALSE, FALSE, sizeof (QsaRawLexeme));
  g_autofree guint8 *live = NULL;
  GArray *lexemes;
  QsaLexer lexer = { text, text, TRUE, raw };
  guint n_kept = 0;

  g_return_val_if_fail (text != NULL, NULL);

  while (*lexer.next != '\0')
    qsa_lexer_read_one (&lexer);
  lexemes = qsa_lexer_pair_marks (raw);

  live = g_new0 (guint8, lexemes->len + 1);
  qsa_lexer_pair_parentheses (lexemes, max_depth, live);
  for (guint i = 0; i < lexemes->len; i++)
    {
      QsaLexeme lexeme = g_array_index (lexemes, QsaLexeme, i);

      if (lexeme.kind != QSA_LEXEME_OPEN && lexeme.kind != QSA_LEXEME_CLOSE)
        live[i] = TRUE;
      if (live[i])
        g_array_index (lexemes, QsaLexeme, n_kept++) = lexeme;
      else
        n_kept = qsa_lexer_without_operators (lexemes, n_kept, lexeme.start_byte);
    }
  g_array_set_size (lexemes, n_kept);
  return lexemes;
}
