/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-encoding.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include "qsa-error.h"
#include "qsa-text-check.h"

#define SAMPLE_BYTES (64 * 1024)

/* Below this, what came out of a conversion is not prose (measured: Arabic press text in its own
 * encoding scores above 0.8, in a wrong one below 0.4). */
#define READABLE 0.55

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UConverter, ucnv_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UCharsetDetector, ucsdet_close)

typedef struct
{
  const char *name;
  guint8 bytes[4];
  guint8 length_bytes;
} QsaBom;

/* UTF-32LE begins with the mark of UTF-16LE, so it comes first. */
static const QsaBom boms[] = {
  { "UTF-8", { 0xef, 0xbb, 0xbf }, 3 },
  { "UTF-32LE", { 0xff, 0xfe, 0x00, 0x00 }, 4 },
  { "UTF-32BE", { 0x00, 0x00, 0xfe, 0xff }, 4 },
  { "UTF-16LE", { 0xff, 0xfe }, 2 },
  { "UTF-16BE", { 0xfe, 0xff }, 2 },
};

/* Tried besides what ICU proposes. A later one has to read better: French reads the same in the
 * first two, Arabic only in the last two. */
static const char *const usual_encodings[] = { "windows-1252", "windows-1256",
                                               "ISO-8859-6" };

static const QsaBom *
qsa_encoding_find_bom (const guint8 *data, gsize data_bytes)
{
  for (gsize i = 0; i < G_N_ELEMENTS (boms); i++)
    {
      if (data_bytes >= boms[i].length_bytes
          && memcmp (data, boms[i].bytes, boms[i].length_bytes) == 0)
        return &boms[i];
    }
  return NULL;
}

static gboolean
qsa_encoding_is_blank (const guint8 *data, gsize data_bytes)
{
  for (gsize i = 0; i < data_bytes; i++)
    {
      if (!g_ascii_isspace ((char) data[i]))
        return FALSE;
    }
  return TRUE;
}

/* Bytes of an unfinished UTF-8 character at the end of @data. */
static gsize
qsa_encoding_cut_tail_bytes (const guint8 *data, gsize data_bytes)
{
  for (gsize back = 1; back <= MIN (3, data_bytes); back++)
    {
      guint8 byte = data[data_bytes - back];

      if ((byte & 0xc0) == 0x80)
        continue;
      if ((byte >= 0xc0 && back < 2) || (byte >= 0xe0 && back < 3)
          || (byte >= 0xf0 && back < 4))
        return back;
      return 0;
    }
  return 0;
}

/* Damaged UTF-8 still holds mostly whole characters of several bytes; Arabic in a one-byte
 * encoding holds next to none. */
static gboolean
qsa_encoding_is_damaged_utf8 (const guint8 *data, gsize data_bytes)
{
  const char *p = (const char *) data;
  const char *end = p + data_bytes;
  gsize n_invalid = 0;
  gsize n_multibyte = 0;

  while (p < end)
    {
      const char *stop;

      g_utf8_validate_len (p, (gsize) (end - p), &stop);
      for (; p < stop; p = g_utf8_next_char (p))
        n_multibyte += (guint8) *p >= 0x80;
      if (p < end)
        {
          n_invalid += *p != '\0';
          p++;
        }
    }
  return n_multibyte >= 4 && n_multibyte >= 8 * n_invalid;
}

static char *
qsa_encoding_repair_utf8 (const guint8 *data, gsize data_bytes, gsize *text_bytes,
                          guint *replaced)
{
  GString *text = g_string_sized_new (data_bytes + 16);
  const char *p = (const char *) data;
  const char *end = p + data_bytes;

  while (p < end)
    {
      const char *stop;

      g_utf8_validate_len (p, (gsize) (end - p), &stop);
      g_string_append_len (text, p, stop - p);
      p = stop;
      if (p < end)
        {
          g_string_append (text, "\xef\xbf\xbd");
          (*replaced)++;
          p++;
        }
    }
  *text_bytes = text->len;
  return g_string_free (text, FALSE);
}

static guint
qsa_encoding_count_replacements (const char *text, gsize text_bytes)
{
  const char *end = text + text_bytes;
  guint n = 0;

  for (const char *p = text; (p = memchr (p, 0xef, (gsize) (end - p))) != NULL; p++)
    n += end - p >= 3 && memcmp (p, "\xef\xbf\xbd", 3) == 0;
  return n;
}

/* NULL when ICU does not know @encoding. Bytes without a meaning become U+FFFD. */
static char *
qsa_encoding_convert (const guint8 *data, gsize data_bytes, const char *encoding,
                      gsize *text_bytes)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autoptr (UConverter) source = ucnv_open (encoding, &status);
  g_autoptr (UConverter) target = NULL;
  g_autoptr (GString) text = g_string_sized_new (data_bytes * 2 + 16);
  const char *from = (const char *) data;
  const char *from_end = from + data_bytes;
  UChar pivot[1024];
  UChar *pivot_source = pivot;
  UChar *pivot_target = pivot;
  gboolean reset = TRUE;

  if (U_FAILURE (status))
    return NULL;
  target = ucnv_open ("UTF-8", &status);
  if (U_FAILURE (status))
    return NULL;

  do
    {
      char chunk[4096];
      char *to = chunk;

      status = U_ZERO_ERROR;
      ucnv_convertEx (target, source, &to, chunk + sizeof chunk, &from, from_end, pivot,
                      &pivot_source, &pivot_target, pivot + G_N_ELEMENTS (pivot), reset,
                      TRUE, &status);
      reset = FALSE;
      g_string_append_len (text, chunk, to - chunk);
    }
  while (status == U_BUFFER_OVERFLOW_ERROR);

  if (U_FAILURE (status))
    return NULL;
  *text_bytes = text->len;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Names that mean the same to a browser come out as one. */
static const char *
qsa_encoding_canonical_name (const char *name)
{
  static const char *const latin[] = { "iso-8859-1", "latin1", "us-ascii", "ascii" };

  for (gsize i = 0; i < G_N_ELEMENTS (latin); i++)
    {
      if (g_ascii_strcasecmp (name, latin[i]) == 0)
        return "windows-1252";
    }
  if (g_ascii_strcasecmp (name, "cp1256") == 0
      || g_ascii_strcasecmp (name, "windows-1256") == 0)
    return "windows-1256";
  return name;
}

static double
qsa_encoding_try (const guint8 *data, gsize data_bytes, const char *encoding)
{
  gsize text_bytes = 0;
  g_autofree char *text = qsa_encoding_convert (data, data_bytes, encoding, &text_bytes);

  return text != NULL ? qsa_text_readability (text, text_bytes) : 0.0;
}

typedef struct
{
  const guint8 *data;
  gsize data_bytes;
  char *best; /* owned */
  double best_score;
} QsaEncodingContest;

static void
qsa_encoding_contest_enter (QsaEncodingContest *contest, const char *name)
{
  double score = qsa_encoding_try (contest->data, contest->data_bytes, name);

  if (score > contest->best_score + 0.01)
    {
      g_free (contest->best);
      contest->best = g_strdup (qsa_encoding_canonical_name (name));
      contest->best_score = score;
    }
}

static void
qsa_encoding_contest_enter_icu (QsaEncodingContest *contest)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autoptr (UCharsetDetector) detector = ucsdet_open (&status);
  const UCharsetMatch **matches;
  int32_t n_matches = 0;

  if (U_FAILURE (status))
    return;
  ucsdet_setText (detector, (const char *) contest->data, (int32_t) contest->data_bytes,
                  &status);
  matches = ucsdet_detectAll (detector, &n_matches, &status);
  for (int32_t i = 0; U_SUCCESS (status) && i < MIN (n_matches, 6); i++)
    {
      const char *name = ucsdet_getName (matches[i], &status);

      /* UTF-8 was ruled out before, and UTF-16 has its own test. */
      if (U_SUCCESS (status) && !g_str_has_prefix (name, "UTF-"))
        qsa_encoding_contest_enter (contest, name);
    }
}

/* The encoding of one-byte text: a declaration that reads well, else the best reading. */
static char *
qsa_encoding_detect_single_byte (const guint8 *data, gsize data_bytes,
                                 const char *declared)
{
  QsaEncodingContest contest = { data, data_bytes, NULL, READABLE };

  if (declared != NULL && qsa_encoding_try (data, data_bytes, declared) >= READABLE)
    return g_strdup (qsa_encoding_canonical_name (declared));

  for (gsize i = 0; i < G_N_ELEMENTS (usual_encodings); i++)
    qsa_encoding_contest_enter (&contest, usual_encodings[i]);
  qsa_encoding_contest_enter_icu (&contest);
  return contest.best;
}

static gboolean
qsa_encoding_is_utf8 (const guint8 *data, gsize data_bytes, gboolean may_be_cut)
{
  gsize tail_bytes = may_be_cut ? qsa_encoding_cut_tail_bytes (data, data_bytes) : 0;

  return g_utf8_validate_len ((const char *) data, data_bytes - tail_bytes, NULL);
}

static char *
qsa_encoding_detect_sample (const guint8 *data, gsize data_bytes, const char *declared,
                            gboolean may_be_cut, GError **error)
{
  gsize sample_bytes = MIN (data_bytes, SAMPLE_BYTES);
  const QsaBom *bom = qsa_encoding_find_bom (data, data_bytes);
  const char *utf16;
  char *name;

  if (bom != NULL && data_bytes > bom->length_bytes)
    return g_strdup (bom->name);
  if (bom != NULL || qsa_encoding_is_blank (data, data_bytes))
    {
      g_set_error_literal (error, QSA_ERROR, QSA_ERROR_EMPTY,
                           _ ("There is no text in it."));
      return NULL;
    }

  utf16 = qsa_bytes_guess_utf16 (data, data_bytes);
  if (utf16 != NULL)
    return g_strdup (utf16);
  if (qsa_bytes_look_binary (data, data_bytes))
    {
      g_set_error_literal (error, QSA_ERROR, QSA_ERROR_BINARY, _ ("It is not a text."));
      return NULL;
    }
  if (qsa_encoding_is_utf8 (data, data_bytes, may_be_cut)
      || qsa_encoding_is_damaged_utf8 (data, sample_bytes))
    return g_strdup ("UTF-8");

  name = qsa_encoding_detect_single_byte (data, sample_bytes, declared);
  if (name == NULL)
    g_set_error_literal (error, QSA_ERROR, QSA_ERROR_ENCODING,
                         _ ("Its character encoding was not recognized."));
  return name;
}

char *
qsa_encoding_detect (const guint8 *data, gsize data_bytes, const char *declared,
                     GError **error)
{
  g_return_val_if_fail (data != NULL || data_bytes == 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return qsa_encoding_detect_sample (data, data_bytes, declared, TRUE, error);
}

gsize
qsa_encoding_bom_bytes (const guint8 *data, gsize data_bytes)
{
  const QsaBom *bom = qsa_encoding_find_bom (data, data_bytes);

  return bom != NULL ? bom->length_bytes : 0;
}

char *
qsa_encoding_to_utf8 (const guint8 *data, gsize data_bytes, const char *declared,
                      gsize *text_bytes, char **encoding, guint *replaced, GError **error)
{
  g_autofree char *name = NULL;
  gsize bom_bytes;
  gsize converted_bytes = 0;
  guint n_replaced = 0;
  char *text;

  g_return_val_if_fail (data != NULL || data_bytes == 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  name = qsa_encoding_detect_sample (data, data_bytes, declared, FALSE, error);
  if (name == NULL)
    return NULL;

  bom_bytes = qsa_encoding_bom_bytes (data, data_bytes);
  data += bom_bytes;
  data_bytes -= bom_bytes;
  if (g_strcmp0 (name, "UTF-8") == 0)
    text = qsa_encoding_repair_utf8 (data, data_bytes, &converted_bytes, &n_replaced);
  else
    {
      text = qsa_encoding_convert (data, data_bytes, name, &converted_bytes);
      if (text != NULL)
        n_replaced = qsa_encoding_count_replacements (text, converted_bytes);
    }
  if (text == NULL)
    {
      g_set_error (error, QSA_ERROR, QSA_ERROR_ENCODING,
                   /* Translators: %s is the name of an encoding such as “windows-1256” */
                   _ ("It could not be converted from %s."), name);
      return NULL;
    }

  if (text_bytes != NULL)
    *text_bytes = converted_bytes;
  if (encoding != NULL)
    *encoding = g_steal_pointer (&name);
  if (replaced != NULL)
    *replaced = n_replaced;
  return text;
}
