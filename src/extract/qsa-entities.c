/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-entities.h"

#include <string.h>

#define LONGEST_REFERENCE_BYTES 12

typedef struct
{
  const char *name;
  gunichar letter;
} QsaEntity;

/* Sorted by name. */
static const QsaEntity entities[] = {
  { "Eacute", 0xc9 },  { "amp", '&' },       { "apos", '\'' },     { "bull", 0x2022 },
  { "ccedil", 0xe7 },  { "cent", 0xa2 },     { "copy", 0xa9 },     { "deg", 0xb0 },
  { "divide", 0xf7 },  { "eacute", 0xe9 },   { "egrave", 0xe8 },   { "emsp", 0x2003 },
  { "ensp", 0x2002 },  { "euro", 0x20ac },   { "frac12", 0xbd },   { "frac14", 0xbc },
  { "gt", '>' },       { "hellip", 0x2026 }, { "iexcl", 0xa1 },    { "laquo", 0xab },
  { "ldquo", 0x201c }, { "lrm", 0x200e },    { "lsaquo", 0x2039 }, { "lsquo", 0x2018 },
  { "lt", '<' },       { "mdash", 0x2014 },  { "middot", 0xb7 },   { "minus", 0x2212 },
  { "nbsp", 0xa0 },    { "ndash", 0x2013 },  { "permil", 0x2030 }, { "plusmn", 0xb1 },
  { "pound", 0xa3 },   { "quot", '"' },      { "raquo", 0xbb },    { "rdquo", 0x201d },
  { "reg", 0xae },     { "rlm", 0x200f },    { "rsaquo", 0x203a }, { "rsquo", 0x2019 },
  { "sbquo", 0x201a }, { "sect", 0xa7 },     { "shy", 0xad },      { "thinsp", 0x2009 },
  { "times", 0xd7 },   { "trade", 0x2122 },  { "yen", 0xa5 },      { "zwj", 0x200d },
  { "zwnj", 0x200c },
};

/* What HTML reads into the numbers 0x80..0x9f: the printable part of windows-1252. */
static const guint16 windows_1252[32] = {
  0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178,
};

static gunichar
qsa_entity_by_name (const char *name, gsize name_bytes)
{
  gsize low = 0;
  gsize high = G_N_ELEMENTS (entities);

  while (low < high)
    {
      gsize middle = (low + high) / 2;
      const char *candidate = entities[middle].name;
      int order = strncmp (name, candidate, name_bytes);

      if (order == 0 && candidate[name_bytes] != '\0')
        order = -1;
      if (order == 0)
        return entities[middle].letter;
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return 0;
}

static gunichar
qsa_entity_by_number (const char *digits, gsize digits_bytes)
{
  gboolean hex = digits_bytes > 1 && (digits[0] == 'x' || digits[0] == 'X');
  guint32 number = 0;

  if (digits_bytes == (hex ? 1u : 0u))
    return 0;
  for (gsize i = hex ? 1 : 0; i < digits_bytes; i++)
    {
      int digit = hex ? g_ascii_xdigit_value (digits[i])
                      : g_ascii_digit_value (digits[i]);

      if (digit < 0)
        return 0;
      number = MIN (number * (hex ? 16 : 10) + (guint32) digit, 0x110000);
    }
  if (number >= 0x80 && number < 0xa0)
    return windows_1252[number - 0x80];
  if (number == '\t' || number == '\n' || number == '\r')
    return ' ';
  if (number < 0x20 || !g_unichar_validate (number))
    return 0xfffd;
  return number;
}

/* @text begins with '&'. Returns the reference's length in bytes, or 0 when it is none. */
static gsize
qsa_entity_parse (const char *text, gsize text_bytes, gunichar *letter)
{
  gsize limit = MIN (text_bytes, LONGEST_REFERENCE_BYTES);
  const char *semicolon = memchr (text, ';', limit);
  gsize name_bytes;

  if (semicolon == NULL || semicolon == text + 1)
    return 0;
  name_bytes = (gsize) (semicolon - text) - 1;
  *letter = text[1] == '#' ? qsa_entity_by_number (text + 2, name_bytes - 1)
                           : qsa_entity_by_name (text + 1, name_bytes);
  return *letter != 0 ? name_bytes + 2 : 0;
}

void
qsa_entities_append_decoded (GString *out, const char *text, gsize text_bytes)
{
  const char *end = text + text_bytes;

  g_return_if_fail (out != NULL);

  while (text < end)
    {
      const char *ampersand = memchr (text, '&', (gsize) (end - text));
      gunichar letter = 0;
      gsize reference_bytes;

      if (ampersand == NULL)
        break;
      g_string_append_len (out, text, ampersand - text);
      reference_bytes = qsa_entity_parse (ampersand, (gsize) (end - ampersand), &letter);
      if (reference_bytes > 0)
        g_string_append_unichar (out, letter);
      else
        g_string_append_c (out, '&');
      text = ampersand + MAX (reference_bytes, 1);
    }
  g_string_append_len (out, text, end - text);
}

char *
qsa_entities_decode (const char *text, gssize text_bytes)
{
  gsize bytes = text_bytes < 0 ? strlen (text) : (gsize) text_bytes;
  GString *out = g_string_sized_new (bytes + 1);

  g_return_val_if_fail (text != NULL, NULL);

  qsa_entities_append_decoded (out, text, bytes);
  return g_string_free (out, FALSE);
}
