/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-text-check.h"

#include <string.h>

/* Enough to judge; the rest of a long text adds nothing. */
#define SAMPLE_BYTES (64 * 1024)

typedef struct
{
  const char *bytes;
  gsize length_bytes;
} QsaSignature;

#define SIGNATURE(literal)        \
  {                               \
    literal, sizeof (literal) - 1 \
  }

static const QsaSignature signatures[] = {
  SIGNATURE ("\x89PNG\r\n"),
  SIGNATURE ("\xff\xd8\xff"),
  SIGNATURE ("GIF8"),
  SIGNATURE ("%PDF-"),
  SIGNATURE ("PK\x03\x04"),
  SIGNATURE ("\x1f\x8b\x08"),
  SIGNATURE ("BZh9"),
  SIGNATURE ("\xfd"
             "7zXZ"),
  SIGNATURE ("7z\xbc\xaf\x27\x1c"),
  SIGNATURE ("Rar!\x1a"),
  SIGNATURE ("\x7f"
             "ELF"),
  SIGNATURE ("SQLite format 3"),
  SIGNATURE ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
  SIGNATURE ("RIFF"),
  SIGNATURE ("OggS"),
  SIGNATURE ("ID3\x03"),
};

static gboolean
qsa_bytes_have_signature (const guint8 *data, gsize data_bytes)
{
  for (gsize i = 0; i < G_N_ELEMENTS (signatures); i++)
    {
      const QsaSignature *signature = &signatures[i];

      if (data_bytes >= signature->length_bytes
          && memcmp (data, signature->bytes, signature->length_bytes) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
qsa_byte_is_odd_control (guint8 byte)
{
  return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f'
         && byte != '\v' && byte != 0x1a && byte != 0x1b;
}

gboolean
qsa_bytes_look_binary (const guint8 *data, gsize data_bytes)
{
  gsize sample_bytes = MIN (data_bytes, SAMPLE_BYTES);
  gsize n_nuls = 0;
  gsize n_controls = 0;

  if (qsa_bytes_have_signature (data, data_bytes))
    return TRUE;

  for (gsize i = 0; i < sample_bytes; i++)
    {
      n_nuls += data[i] == 0;
      n_controls += qsa_byte_is_odd_control (data[i]);
    }

  /* A stray NUL in a long text is damage, not a sign of a binary file. */
  return n_nuls * 1000 > sample_bytes || n_controls * 100 > sample_bytes;
}

/* High bytes of the blocks that Arabic and Latin press text is made of: Latin, Latin-1, Arabic,
 * general punctuation, presentation forms. */
static gboolean
qsa_utf16_high_byte_is_usual (guint8 high)
{
  return high == 0x00 || high == 0x06 || high == 0x20 || high == 0xfb || high == 0xfc
         || high == 0xfd || high == 0xfe;
}

static gboolean
qsa_utf16_unit_is_blank (guint8 high, guint8 low)
{
  return high == 0 && (low == ' ' || low == '\n' || low == '\r' || low == '\t');
}

static double
qsa_utf16_usual_share (const guint8 *data, gsize data_bytes, gsize high_at,
                       gsize *n_blanks)
{
  gsize n_units = data_bytes / 2;
  gsize n_usual = 0;

  for (gsize i = 0; i < n_units; i++)
    {
      guint8 high = data[2 * i + high_at];
      guint8 low = data[2 * i + 1 - high_at];

      /* A zero unit or a C0 control is no letter in either order. */
      if (high == 0 && low < 0x20 && !qsa_utf16_unit_is_blank (high, low))
        continue;
      n_usual += qsa_utf16_high_byte_is_usual (high);
      *n_blanks += qsa_utf16_unit_is_blank (high, low);
    }
  return (double) n_usual / (double) n_units;
}

const char *
qsa_bytes_guess_utf16 (const guint8 *data, gsize data_bytes)
{
  gsize sample_bytes = MIN (data_bytes, SAMPLE_BYTES) & ~(gsize) 1;
  gsize little_blanks = 0;
  gsize big_blanks = 0;
  double little;
  double big;

  /* Single byte text has no NUL; UTF-16 text has one in every space. */
  if (sample_bytes < 8 || memchr (data, 0, sample_bytes) == NULL)
    return NULL;

  little = qsa_utf16_usual_share (data, sample_bytes, 1, &little_blanks);
  big = qsa_utf16_usual_share (data, sample_bytes, 0, &big_blanks);
  if (little >= 0.9 && little_blanks > big_blanks)
    return "UTF-16LE";
  if (big >= 0.9 && big_blanks > little_blanks)
    return "UTF-16BE";
  return NULL;
}

typedef struct
{
  gsize n_arabic;
  gsize n_alef_lam;
  gsize n_latin;
  gsize n_plain;
  gsize n_stray_marks;
  gsize n_mixed; /* Arabic and Latin letters side by side */
  gsize n_other_letters;
  gsize n_bad;
} QsaLetterCount;

static gboolean
qsa_letter_is_arabic (gunichar letter)
{
  return (letter >= 0x0620 && letter <= 0x064a) || (letter >= 0x066e && letter <= 0x06d3)
         || (letter >= 0xfb50 && letter <= 0xfdff)
         || (letter >= 0xfe70 && letter <= 0xfefc);
}

static void
qsa_letter_count_add (QsaLetterCount *count, gunichar letter, gboolean after_letter)
{
  if (letter == 0xfffd || (letter >= 0x80 && letter < 0xa0))
    count->n_bad++;
  else if (letter < 0x80)
    {
      if (g_ascii_isalpha ((char) letter))
        count->n_latin++;
      else if (letter >= 0x20 || g_ascii_isspace ((char) letter))
        count->n_plain++;
      else
        count->n_bad++;
    }
  else if (qsa_letter_is_arabic (letter))
    {
      count->n_arabic++;
      count->n_alef_lam += letter == 0x0627 || letter == 0x0644;
    }
  else if (g_unichar_ismark (letter))
    {
      if (!after_letter)
        count->n_stray_marks++;
    }
  else if (g_unichar_isalpha (letter))
    count->n_other_letters++;
  else if (g_unichar_isdefined (letter)
           && g_unichar_type (letter) != G_UNICODE_PRIVATE_USE)
    count->n_plain++;
  else
    count->n_bad++;
}

static double
qsa_letter_count_score (const QsaLetterCount *count)
{
  gsize n_letters = count->n_arabic + count->n_latin + count->n_other_letters;
  gsize n_all = n_letters + count->n_plain + count->n_bad + count->n_stray_marks;
  double good;

  if (n_all == 0 || n_letters == 0)
    return 0.0;

  good = (double) (count->n_arabic + count->n_latin) + 0.5 * (double) count->n_plain;
  /* Alef and lam are a quarter of the letters of any Arabic prose. */
  if (count->n_arabic >= 20
      && (double) count->n_alef_lam < 0.12 * (double) count->n_arabic)
    good -= 0.7 * (double) count->n_arabic;
  good -= 8.0 * (double) (count->n_bad + count->n_stray_marks + count->n_mixed);
  return CLAMP (good / (double) n_all, 0.0, 1.0);
}

double
qsa_text_readability (const char *text, gsize text_bytes)
{
  const char *end = text + MIN (text_bytes, SAMPLE_BYTES);
  QsaLetterCount count = { 0 };
  gboolean after_letter = FALSE;
  gunichar before = ' ';

  for (const char *p = text; p < end;)
    {
      gunichar letter = g_utf8_get_char_validated (p, (gssize) (text + text_bytes - p));

      if (letter == (gunichar) -1 || letter == (gunichar) -2)
        break;
      qsa_letter_count_add (&count, letter, after_letter);
      count.n_mixed += (g_ascii_isalpha ((char) MIN (letter, 0x7f))
                        && qsa_letter_is_arabic (before))
                       || (qsa_letter_is_arabic (letter)
                           && g_ascii_isalpha ((char) MIN (before, 0x7f)));
      before = letter;
      after_letter = g_unichar_isalpha (letter)
                     || (after_letter && g_unichar_ismark (letter));
      p = g_utf8_next_char (p);
    }
  return qsa_letter_count_score (&count);
}
