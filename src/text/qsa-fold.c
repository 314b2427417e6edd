/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-fold.h"

#include "qsa-letters.h"
#include "qsa-scanner.h"

gunichar
qsa_surface_letter (gunichar letter)
{
  gunichar parts[4];

  switch (qsa_letter_class (letter))
    {
    case QSA_LETTER_ARABIC:
    case QSA_LETTER_LATIN:
      return qsa_letter_surface (letter);

    case QSA_LETTER_DIGIT:
      return '0' + qsa_letter_digit (letter);

    case QSA_LETTER_MARK:
    case QSA_LETTER_TATWEEL:
    case QSA_LETTER_FORMAT:
      return 0;

    case QSA_LETTER_ARABIC_FORM:
    case QSA_LETTER_LATIN_FORM:
      if (qsa_letter_decompose (letter, parts, G_N_ELEMENTS (parts)) == 1)
        return qsa_letter_surface (parts[0]);
      return letter;

    case QSA_LETTER_SEPARATOR:
    case QSA_LETTER_PHRASE_FORM:
    case QSA_LETTER_OTHER:
    default:
      return letter;
    }
}

gunichar
qsa_folded_letter (gunichar surface_letter)
{
  switch (qsa_letter_class (surface_letter))
    {
    case QSA_LETTER_ARABIC:
    case QSA_LETTER_LATIN:
      return qsa_letter_folded (surface_letter);

    default:
      return surface_letter;
    }
}

static char *
qsa_fold_join_words (const char *text, gssize text_bytes, gboolean folded)
{
  g_autoptr (QsaScanner) scanner = qsa_scanner_new ();
  GString *joined = g_string_new (NULL);
  QsaToken token;

  qsa_scanner_set_text (scanner, text, text_bytes);
  while (qsa_scanner_next (scanner, &token))
    {
      if (joined->len > 0)
        g_string_append_c (joined, ' ');
      if (folded)
        g_string_append_len (joined, token.folded, (gssize) token.folded_bytes);
      else
        g_string_append_len (joined, token.surface, (gssize) token.surface_bytes);
    }
  return g_string_free (joined, FALSE);
}

char *
qsa_fold_text (const char *text, gssize text_bytes)
{
  return qsa_fold_join_words (text, text_bytes, TRUE);
}

char *
qsa_surface_text (const char *text, gssize text_bytes)
{
  return qsa_fold_join_words (text, text_bytes, FALSE);
}
