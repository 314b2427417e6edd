/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-text-util.h"

#include <string.h>

#include "qsa-letters.h"
#include "qsa-scanner.h"

char *
qsa_number_format (guint64 number)
{
  /* 20 digits, 6 separators, NUL. */
  char digits[27];
  char *at = digits + sizeof digits - 1;
  guint n_digits = 0;

  *at = '\0';
  do
    {
      if (n_digits > 0 && n_digits % 3 == 0)
        *--at = ',';
      *--at = (char) ('0' + number % 10);
      number /= 10;
      n_digits++;
    }
  while (number > 0);
  return g_strdup (at);
}

static gsize
qsa_text_length (const char *text, gssize text_bytes)
{
  if (text == NULL)
    return 0;
  return text_bytes < 0 ? strlen (text) : (gsize) text_bytes;
}

char *
qsa_digits_to_latin (const char *text, gssize text_bytes)
{
  gsize n = qsa_text_length (text, text_bytes);
  GString *latin = g_string_sized_new (n);

  for (gsize i = 0; i < n; i++)
    {
      guint8 lead = (guint8) text[i];
      guint8 trail = i + 1 < n ? (guint8) text[i + 1] : 0;

      /* U+0660–0669 and U+06F0–06F9 in UTF-8. */
      if ((lead == 0xd9 && trail >= 0xa0 && trail <= 0xa9)
          || (lead == 0xdb && trail >= 0xb0 && trail <= 0xb9))
        {
          g_string_append_c (latin, (char) ('0' + (trail & 0xf)));
          i++;
        }
      else
        {
          g_string_append_c (latin, text[i]);
        }
    }
  return g_string_free (latin, FALSE);
}

static gboolean
qsa_text_is_space (gunichar letter)
{
  return letter != '\n' && (g_unichar_isspace (letter) || letter == 0x85);
}

char *
qsa_text_squeeze (const char *text, gssize text_bytes)
{
  gsize n = qsa_text_length (text, text_bytes);
  const guint8 *at = (const guint8 *) text;
  const guint8 *end = at + n;
  GString *squeezed = g_string_sized_new (n);
  gboolean pending = FALSE;

  while (at < end)
    {
      guint n_bytes;
      gunichar letter = qsa_utf8_decode (at, end, &n_bytes);

      if (letter != QSA_UTF8_INVALID && qsa_text_is_space (letter))
        {
          pending = TRUE;
        }
      else
        {
          if (pending && squeezed->len > 0)
            g_string_append_c (squeezed, ' ');
          pending = FALSE;
          g_string_append_len (squeezed, (const char *) at, n_bytes);
        }
      at += n_bytes;
    }
  while (squeezed->len > 0 && strchr (" \n", squeezed->str[squeezed->len - 1]) != NULL)
    g_string_truncate (squeezed, squeezed->len - 1);
  n = strspn (squeezed->str, " \n");
  g_string_erase (squeezed, 0, (gssize) n);
  return g_string_free (squeezed, FALSE);
}

guint
qsa_text_count_words (const char *text, gssize text_bytes)
{
  g_autoptr (QsaScanner) scanner = qsa_scanner_new ();
  QsaToken token;
  guint n_words = 0;

  qsa_scanner_set_text (scanner, text, text_bytes);
  while (qsa_scanner_next (scanner, &token))
    n_words++;
  return n_words;
}
