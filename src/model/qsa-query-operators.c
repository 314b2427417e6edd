/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-query-operators.h"

#include <string.h>

/* NEAR alone. */
#define DEFAULT_DISTANCE 10

static const char arabic_name[] = "قرب";
static const char arabic_paragraph[] = "ف";
static const char latin_name[] = "NEAR";

/* Digits of any kind up to @end; more than QSA_MAX_NEAR words are as many. FALSE when there is
 * anything else. */
static gboolean
qsa_query_near_read_number (const char *p, const char *end, guint *number)
{
  guint value = 0;

  if (p == end)
    return FALSE;
  for (; p < end; p = g_utf8_next_char (p))
    {
      int digit = g_unichar_digit_value (g_utf8_get_char (p));

      if (digit < 0)
        return FALSE;
      value = MIN (value * 10 + (guint) digit, QSA_MAX_NEAR);
    }
  *number = value;
  return TRUE;
}

static gboolean
qsa_query_near_stands_alone (const char *text, const char *start, const char *end)
{
  return (start == text || g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (start))))
         && (*end == '\0' || g_unichar_isspace (g_utf8_get_char (end)));
}

/* The part behind the name and the slash, up to @end. */
static gboolean
qsa_query_near_read_distance (const char *p, const char *end, guint *distance)
{
  if ((end - p == 1 && g_ascii_tolower (*p) == 'p')
      || ((gsize) (end - p) == strlen (arabic_paragraph)
          && g_str_has_prefix (p, arabic_paragraph)))
    {
      *distance = QSA_NEAR_PARAGRAPH;
      return TRUE;
    }
  return qsa_query_near_read_number (p, end, distance);
}

static gboolean
qsa_query_is_keyword (const char *text, const QsaLexeme *lexeme, const char *keyword)
{
  gsize n_bytes = strlen (keyword);

  return lexeme != NULL && lexeme->kind == QSA_LEXEME_TEXT
         && lexeme->end_byte - lexeme->start_byte == n_bytes
         && memcmp (text + lexeme->start_byte, keyword, n_bytes) == 0;
}

gboolean
qsa_query_is_or (const char *text, const QsaLexeme *lexeme)
{
  return (lexeme != NULL && lexeme->kind == QSA_LEXEME_OR)
         || qsa_query_is_keyword (text, lexeme, "OR");
}

gboolean
qsa_query_is_not (const char *text, const QsaLexeme *lexeme)
{
  return qsa_query_is_keyword (text, lexeme, "NOT");
}

gboolean
qsa_query_is_bare_near (const char *text, const QsaLexeme *lexeme)
{
  return qsa_query_is_keyword (text, lexeme, latin_name)
         && qsa_query_near_stands_alone (text, text + lexeme->start_byte,
                                         text + lexeme->end_byte);
}

gboolean
qsa_query_is_near (const char *text, const QsaLexeme *lexeme, guint *distance)
{
  const char *start;
  const char *end;
  gsize name_bytes = 0;

  if (qsa_query_is_bare_near (text, lexeme))
    {
      *distance = DEFAULT_DISTANCE;
      return TRUE;
    }
  if (lexeme == NULL || lexeme->kind != QSA_LEXEME_TEXT)
    return FALSE;

  start = text + lexeme->start_byte;
  end = text + lexeme->end_byte;
  if (g_ascii_strncasecmp (start, latin_name, strlen (latin_name)) == 0)
    name_bytes = strlen (latin_name);
  else if (g_str_has_prefix (start, arabic_name))
    name_bytes = strlen (arabic_name);
  return name_bytes > 0 && name_bytes < (gsize) (end - start) && start[name_bytes] == '/'
         && qsa_query_near_stands_alone (text, start, end)
         && qsa_query_near_read_distance (start + name_bytes + 1, end, distance);
}
