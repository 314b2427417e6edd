/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to text/: what each code point is to the scanner, and what its letter becomes. */

typedef enum
{
  QSA_LETTER_SEPARATOR,
  QSA_LETTER_ARABIC,
  QSA_LETTER_LATIN,
  QSA_LETTER_DIGIT,
  QSA_LETTER_MARK,    /* tashkeel, accents: belongs to the word, is dropped */
  QSA_LETTER_TATWEEL, /* as a mark, but no letter takes a hamza across it */
  QSA_LETTER_FORMAT,  /* Cf: dropped, and not part of the printed word at its edges */
  QSA_LETTER_ARABIC_FORM,
  QSA_LETTER_LATIN_FORM,
  QSA_LETTER_PHRASE_FORM, /* one character that stands for several words, as U+FDFA */
  QSA_LETTER_OTHER,       /* other scripts: ICU finds their words */
} QsaLetterClass;

#define QSA_LETTER_CLASSES 0x800
#define QSA_LATIN_LETTERS 0x250
#define QSA_ARABIC_BLOCK 0x600
#define QSA_ARABIC_LETTERS 0x100

extern const guint8 qsa_letter_classes[QSA_LETTER_CLASSES];
/* Zero: no letter. */
extern const guint16 qsa_latin_surfaces[QSA_LATIN_LETTERS];
extern const guint16 qsa_latin_folded[QSA_LATIN_LETTERS];
/* Zero: stays as it is. */
extern const guint16 qsa_arabic_surfaces[QSA_ARABIC_LETTERS];
extern const guint16 qsa_arabic_folded[QSA_ARABIC_LETTERS];

QsaLetterClass qsa_letter_class_beyond_table (gunichar letter);
gunichar qsa_letter_surface_beyond_table (gunichar letter);
gunichar qsa_letter_folded_beyond_table (gunichar letter);

/* What @base and a following combining @mark are together, 0 when there is no such letter. @base
 * is a surface letter. */
gunichar qsa_letter_compose (gunichar base, gunichar mark);

/* The full compatibility decomposition of @letter; 0 when it has none. */
int qsa_letter_decompose (gunichar letter, gunichar *parts, int max_parts);

static inline QsaLetterClass
qsa_letter_class (gunichar letter)
{
  if (G_LIKELY (letter < QSA_LETTER_CLASSES))
    return (QsaLetterClass) qsa_letter_classes[letter];
  return qsa_letter_class_beyond_table (letter);
}

/* Of a letter of class ARABIC or LATIN. */
static inline gunichar
qsa_letter_surface (gunichar letter)
{
  guint arabic = letter - QSA_ARABIC_BLOCK;

  if (G_LIKELY (arabic < QSA_ARABIC_LETTERS))
    return qsa_arabic_surfaces[arabic] != 0 ? qsa_arabic_surfaces[arabic] : letter;
  if (letter < QSA_LATIN_LETTERS)
    return qsa_latin_surfaces[letter];
  return qsa_letter_surface_beyond_table (letter);
}

static inline gunichar
qsa_letter_folded (gunichar surface)
{
  guint arabic = surface - QSA_ARABIC_BLOCK;

  if (G_LIKELY (arabic < QSA_ARABIC_LETTERS))
    return qsa_arabic_folded[arabic] != 0 ? qsa_arabic_folded[arabic] : surface;
  if (surface < QSA_LATIN_LETTERS)
    return qsa_latin_folded[surface];
  return qsa_letter_folded_beyond_table (surface);
}

#define QSA_UTF8_INVALID ((gunichar) -1)

/* One code point at @at (before @end), strictly by the standard: overlong forms, surrogates,
 * truncated sequences and stray bytes give QSA_UTF8_INVALID and one byte. */
static inline gunichar
qsa_utf8_decode (const guint8 *at, const guint8 *end, guint *n_bytes)
{
  guint8 a = at[0];

  *n_bytes = 1;
  if (a < 0x80)
    return a;
  if (G_UNLIKELY (a < 0xc2 || end - at < 2 || (at[1] & 0xc0) != 0x80))
    return QSA_UTF8_INVALID;
  if (G_LIKELY (a < 0xe0))
    {
      *n_bytes = 2;
      return ((gunichar) (a & 0x1f) << 6) | (at[1] & 0x3f);
    }
  if (end - at < 3 || (at[2] & 0xc0) != 0x80)
    return QSA_UTF8_INVALID;
  if (a < 0xf0)
    {
      gunichar c = ((gunichar) (a & 0x0f) << 12) | ((gunichar) (at[1] & 0x3f) << 6)
                   | (at[2] & 0x3f);

      if (c < 0x800 || (c >= 0xd800 && c < 0xe000))
        return QSA_UTF8_INVALID;
      *n_bytes = 3;
      return c;
    }
  if (a < 0xf5 && end - at >= 4 && (at[3] & 0xc0) == 0x80)
    {
      gunichar c = ((gunichar) (a & 0x07) << 18) | ((gunichar) (at[1] & 0x3f) << 12)
                   | ((gunichar) (at[2] & 0x3f) << 6) | (at[3] & 0x3f);

      if (c < 0x10000 || c > 0x10ffff)
        return QSA_UTF8_INVALID;
      *n_bytes = 4;
      return c;
    }
  return QSA_UTF8_INVALID;
}

/* The value of a digit of class DIGIT. */
static inline guint
qsa_letter_digit (gunichar digit)
{
  return digit < 0x80 ? digit - '0' : (digit & 0xf);
}

G_END_DECLS
