/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-query-near.h"

#include <string.h>

/* NEAR alone. */
#define DEFAULT_DISTANCE 10

static const char arabic_name[] = "قرب";
static const char arabic_paragraph[] = "ف";
static const char latin_name[] = "NEAR";

/* Digits of any kind up to @end; more than QSA_MAX_NEAR words are as many. FALSE when there is anything
 * else. */
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

gboolean
qsa_query_near_read (const char *text, gsize start_byte, gsize end_byte, guint *distance)
{
  const char *p = text + start_byte;
  const char *end = text + end_byte;
  const char *unit = NULL;
  gsize n_bytes = end_byte - start_byte;

  if (!qsa_query_near_stands_alone (text, p, end))
    return FALSE;

  if (n_bytes >= strlen (latin_name)
      && g_ascii_strncasecmp (p, latin_name, strlen (latin_name)) == 0)
    {
      unit = p + strlen (latin_name);
      if (unit == end)
        {
          *distance = DEFAULT_DISTANCE;
          return g_str_has_prefix (p, latin_name);
        }
    }
  else if (g_str_has_prefix (p, arabic_name))
    unit = p + strlen (arabic_name);

  if (unit == NULL || unit >= end || *unit++ != '/')
    return FALSE;
  if ((end - unit == 1 && g_ascii_tolower (*unit) == 'p')
      || ((gsize) (end - unit) == strlen (arabic_paragraph)
          && g_str_has_prefix (unit, arabic_paragraph)))
    {
      *distance = QSA_NEAR_PARAGRAPH;
      return TRUE;
    }
  return qsa_query_near_read_number (unit, end, distance);
}

void
qsa_query_near_add_edits (const char *text, QsaReadingNote *note)
{
  gsize slash_byte = note->start_byte;

  while (slash_byte < note->end_byte && text[slash_byte] != '/')
    slash_byte++;
  if (g_ascii_isalpha (text[note->start_byte]))
    qsa_reading_note_edit (note, note->start_byte, slash_byte, "near");
  if (slash_byte < note->end_byte)
    qsa_reading_note_edit (note, slash_byte, slash_byte + 1, " ");
}
