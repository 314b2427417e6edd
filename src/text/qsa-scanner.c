/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-scanner.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/unorm2.h>
#include <unicode/utext.h>

#include "qsa-letters.h"
#include "qsa-number.h"
#include "qsa-word-buffer.h"

#define QSA_PHRASE_PARTS 24

struct _QsaScanner
{
  const guint8 *text; /* borrowed */
  const guint8 *end;
  const guint8 *next;
  const guint8 *number_chain_end;
  guint position;

  QsaWordBuffer folded;
  QsaWordBuffer surface;
  gunichar last_letter; /* that a following mark may compose with; 0 when none */

  /* The words of a character such as U+FDFA that are still to come. */
  gunichar phrase[QSA_PHRASE_PARTS];
  int phrase_parts;
  int phrase_next;

  /* A run of other scripts; the iterator is made when the first one is met. */
  UBreakIterator *breaks;
  UText *run_text;
  const guint8 *run;
  const guint8 *run_end;
};

static inline const char *
qsa_scanner_bytes (const guint8 *bytes)
{
  return (const char *) bytes;
}

static void
qsa_scanner_begin_word (QsaScanner *self)
{
  self->folded.n_bytes = 0;
  self->surface.n_bytes = 0;
  self->last_letter = 0;
}

static inline void
qsa_scanner_add_letter (QsaScanner *self, gunichar letter)
{
  gunichar surface = qsa_letter_surface (letter);

  qsa_word_buffer_append (&self->surface, surface);
  qsa_word_buffer_append (&self->folded, qsa_letter_folded (surface));
  self->last_letter = surface;
}

static void
qsa_scanner_add_mark (QsaScanner *self, gunichar mark)
{
  gunichar composed;

  if (self->last_letter == 0)
    return;
  composed = qsa_letter_compose (self->last_letter, mark);
  if (composed == 0)
    return;
  self->surface.n_bytes -= (gsize) g_unichar_to_utf8 (self->last_letter, NULL);
  self->folded.n_bytes -=
      (gsize) g_unichar_to_utf8 (qsa_letter_folded (self->last_letter), NULL);
  qsa_scanner_add_letter (self, composed);
}

/* One code point that a compatibility form stands for. */
static void
qsa_scanner_add_part (QsaScanner *self, gunichar part)
{
  switch (qsa_letter_class (part))
    {
    case QSA_LETTER_ARABIC:
    case QSA_LETTER_LATIN:
      qsa_scanner_add_letter (self, part);
      break;

    case QSA_LETTER_MARK:
      qsa_scanner_add_mark (self, part);
      break;

    default:
      break;
    }
}

/* NFKC of one presentation form, inside the word only: ﻵ is ل + آ. */
static void
qsa_scanner_add_form (QsaScanner *self, gunichar form)
{
  gunichar parts[QSA_PHRASE_PARTS];
  int n_parts = qsa_letter_decompose (form, parts, G_N_ELEMENTS (parts));

  for (int i = 0; i < n_parts; i++)
    qsa_scanner_add_part (self, parts[i]);
}

/* Final ىء يء ئ are one form: the seat is folded to ي already, the free hamza goes. */
static void
qsa_scanner_fold_ending (QsaScanner *self)
{
  static const guint8 yeh_hamza[4] = { 0xd9, 0x8a, 0xd8, 0xa1 };
  QsaWordBuffer *folded = &self->folded;

  if (folded->n_bytes >= 4
      && memcmp (folded->bytes + folded->n_bytes - 4, yeh_hamza, 4) == 0)
    folded->n_bytes -= 2;
}

static gboolean
qsa_scanner_finish_word (QsaScanner *self, QsaTokenKind kind, const guint8 *start,
                         const guint8 *end, QsaToken *token)
{
  if (self->folded.n_bytes == 0)
    return FALSE;

  qsa_word_buffer_terminate (&self->folded);
  qsa_word_buffer_terminate (&self->surface);
  token->start_byte = (gsize) (start - self->text);
  token->end_byte = (gsize) (end - self->text);
  token->position = self->position++;
  token->kind = kind;
  token->folded = qsa_scanner_bytes (self->folded.bytes);
  token->folded_bytes = self->folded.n_bytes;
  token->surface = qsa_scanner_bytes (self->surface.bytes);
  token->surface_bytes = self->surface.n_bytes;
  token->surface_differs =
      self->folded.n_bytes != self->surface.n_bytes
      || memcmp (self->folded.bytes, self->surface.bytes, self->folded.n_bytes) != 0;
  return TRUE;
}

/* A run of letters of one script, with what belongs to them. Format characters stay inside the
 * word and outside its printed range. */
static gboolean
qsa_scanner_scan_letters (QsaScanner *self, QsaLetterClass letter_class,
                          QsaLetterClass form_class, QsaToken *token)
{
  const guint8 *start = self->next;
  const guint8 *at = start;
  const guint8 *word_end = start;

  qsa_scanner_begin_word (self);
  while (at < self->end)
    {
      guint n_bytes;
      gunichar letter = qsa_utf8_decode (at, self->end, &n_bytes);
      QsaLetterClass found;

      if (letter == QSA_UTF8_INVALID)
        break;
      found = qsa_letter_class (letter);
      if (G_LIKELY (found == letter_class))
        qsa_scanner_add_letter (self, letter);
      else if (found == QSA_LETTER_MARK)
        qsa_scanner_add_mark (self, letter);
      else if (found == form_class)
        qsa_scanner_add_form (self, letter);
      else if (found == QSA_LETTER_TATWEEL)
        self->last_letter = 0;
      else if (found != QSA_LETTER_FORMAT)
        break;
      at += n_bytes;
      if (found != QSA_LETTER_FORMAT)
        word_end = at;
    }
  self->next = at;
  if (letter_class == QSA_LETTER_ARABIC)
    qsa_scanner_fold_ending (self);
  return qsa_scanner_finish_word (self,
                                  letter_class == QSA_LETTER_ARABIC ? QSA_TOKEN_ARABIC
                                                                    : QSA_TOKEN_LATIN,
                                  start, word_end, token);
}

static gboolean
qsa_scanner_scan_number (QsaScanner *self, QsaToken *token)
{
  const guint8 *start = self->next;
  gboolean in_chain = self->number_chain_end != NULL && start < self->number_chain_end;
  QsaNumberSpan span;

  qsa_scanner_begin_word (self);
  qsa_number_scan (start, self->end, in_chain, &self->folded, &span);
  qsa_word_buffer_reserve (&self->surface, self->folded.n_bytes);
  memcpy (self->surface.bytes, self->folded.bytes, self->folded.n_bytes);
  self->surface.n_bytes = self->folded.n_bytes;
  if (!in_chain)
    self->number_chain_end = span.chain_end;
  self->next = span.next;
  return qsa_scanner_finish_word (self, QSA_TOKEN_NUMBER, start, span.next, token);
}

/* U+FDFA and the like: each of its words is a token with the same printed range. */
static gboolean
qsa_scanner_scan_phrase (QsaScanner *self, QsaToken *token)
{
  const guint8 *start = self->next;
  guint n_bytes;
  gunichar letter = qsa_utf8_decode (start, self->end, &n_bytes);

  if (self->phrase_parts == 0)
    self->phrase_parts = qsa_letter_decompose (letter, self->phrase, QSA_PHRASE_PARTS);

  qsa_scanner_begin_word (self);
  while (self->phrase_next < self->phrase_parts && self->phrase[self->phrase_next] != ' ')
    qsa_scanner_add_part (self, self->phrase[self->phrase_next++]);
  self->phrase_next++;
  qsa_scanner_fold_ending (self);

  if (self->phrase_next >= self->phrase_parts)
    {
      self->phrase_parts = 0;
      self->phrase_next = 0;
      self->next = start + n_bytes;
    }
  return qsa_scanner_finish_word (self, QSA_TOKEN_ARABIC, start, start + n_bytes, token);
}

static const guint8 *
qsa_scanner_find_run_end (QsaScanner *self, const guint8 *at)
{
  while (at < self->end)
    {
      guint n_bytes;
      gunichar letter = qsa_utf8_decode (at, self->end, &n_bytes);
      QsaLetterClass found;

      if (letter == QSA_UTF8_INVALID)
        break;
      found = qsa_letter_class (letter);
      if (found != QSA_LETTER_OTHER && found != QSA_LETTER_MARK
          && found != QSA_LETTER_FORMAT)
        break;
      at += n_bytes;
    }
  return at;
}

static void
qsa_scanner_begin_run (QsaScanner *self)
{
  UErrorCode status = U_ZERO_ERROR;

  self->run = self->next;
  self->run_end = qsa_scanner_find_run_end (self, self->next);
  self->next = self->run_end;

  if (self->breaks == NULL)
    self->breaks = ubrk_open (UBRK_WORD, "root", NULL, 0, &status);
  self->run_text = utext_openUTF8 (self->run_text, qsa_scanner_bytes (self->run),
                                   self->run_end - self->run, &status);
  if (U_SUCCESS (status))
    ubrk_setUText (self->breaks, self->run_text, &status);
  if (U_FAILURE (status))
    self->run = NULL;
  else
    ubrk_first (self->breaks);
}

/* Other scripts have one form: NFKC with case folded. */
static void
qsa_scanner_add_other (QsaScanner *self, const guint8 *start, const guint8 *end)
{
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFKCCasefoldInstance (&status);
  gsize max_units = (gsize) (end - start);
  g_autofree UChar *units = g_new (UChar, max_units);
  g_autofree UChar *folded = NULL;
  int32_t n_units = 0;
  int32_t n_folded;

  while (start < end)
    {
      guint n_bytes;
      gunichar letter = qsa_utf8_decode (start, end, &n_bytes);

      U16_APPEND_UNSAFE (units, n_units, (UChar32) letter);
      start += n_bytes;
    }
  n_folded = unorm2_normalize (normalizer, units, n_units, NULL, 0, &status);
  if (status != U_BUFFER_OVERFLOW_ERROR)
    return;
  status = U_ZERO_ERROR;
  folded = g_new (UChar, n_folded);
  unorm2_normalize (normalizer, units, n_units, folded, n_folded, &status);
  for (int32_t i = 0; U_SUCCESS (status) && i < n_folded;)
    {
      UChar32 letter;

      U16_NEXT (folded, i, n_folded, letter);
      /* Some letters decompose to a space and a mark. */
      if (qsa_letter_class ((gunichar) letter) == QSA_LETTER_SEPARATOR)
        continue;
      qsa_word_buffer_append (&self->folded, (gunichar) letter);
      qsa_word_buffer_append (&self->surface, (gunichar) letter);
    }
}

static gboolean
qsa_scanner_next_in_run (QsaScanner *self, QsaToken *token)
{
  int32_t start = ubrk_current (self->breaks);
  int32_t end;

  while ((end = ubrk_next (self->breaks)) != UBRK_DONE)
    {
      if (ubrk_getRuleStatus (self->breaks) >= UBRK_WORD_NONE_LIMIT)
        {
          qsa_scanner_begin_word (self);
          qsa_scanner_add_other (self, self->run + start, self->run + end);
          if (qsa_scanner_finish_word (self, QSA_TOKEN_OTHER, self->run + start,
                                       self->run + end, token))
            return TRUE;
        }
      start = end;
    }
  self->run = NULL;
  return FALSE;
}

static gboolean
qsa_scanner_scan_word (QsaScanner *self, QsaLetterClass first, QsaToken *token)
{
  switch (first)
    {
    case QSA_LETTER_ARABIC:
    case QSA_LETTER_ARABIC_FORM:
      return qsa_scanner_scan_letters (self, QSA_LETTER_ARABIC, QSA_LETTER_ARABIC_FORM,
                                       token);

    case QSA_LETTER_LATIN:
    case QSA_LETTER_LATIN_FORM:
      return qsa_scanner_scan_letters (self, QSA_LETTER_LATIN, QSA_LETTER_LATIN_FORM,
                                       token);

    case QSA_LETTER_DIGIT:
      return qsa_scanner_scan_number (self, token);

    case QSA_LETTER_PHRASE_FORM:
      return qsa_scanner_scan_phrase (self, token);

    case QSA_LETTER_OTHER:
      qsa_scanner_begin_run (self);
      return self->run != NULL && qsa_scanner_next_in_run (self, token);

    default:
      g_assert_not_reached ();
    }
}

static inline gboolean
qsa_scanner_begins_word (QsaLetterClass letter_class)
{
  return letter_class != QSA_LETTER_SEPARATOR && letter_class != QSA_LETTER_MARK
         && letter_class != QSA_LETTER_TATWEEL && letter_class != QSA_LETTER_FORMAT;
}

QsaScanner *
qsa_scanner_new (void)
{
  QsaScanner *self = g_new0 (QsaScanner, 1);

  qsa_scanner_set_text (self, "", 0);
  return self;
}

void
qsa_scanner_free (QsaScanner *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->breaks, ubrk_close);
  g_clear_pointer (&self->run_text, utext_close);
  g_free (self->folded.bytes);
  g_free (self->surface.bytes);
  g_free (self);
}

void
qsa_scanner_set_text (QsaScanner *self, const char *text, gssize text_bytes)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL || text_bytes == 0);

  if (text == NULL)
    text = "";
  self->text = (const guint8 *) text;
  self->end = self->text + (text_bytes < 0 ? strlen (text) : (gsize) text_bytes);
  self->next = self->text;
  self->number_chain_end = NULL;
  self->position = 0;
  self->phrase_parts = 0;
  self->phrase_next = 0;
  self->run = NULL;
}

gboolean
qsa_scanner_next (QsaScanner *self, QsaToken *token)
{
  g_return_val_if_fail (self != NULL && token != NULL, FALSE);

  if (self->run != NULL && qsa_scanner_next_in_run (self, token))
    return TRUE;

  while (self->next < self->end)
    {
      guint n_bytes;
      gunichar letter = qsa_utf8_decode (self->next, self->end, &n_bytes);
      QsaLetterClass found = QSA_LETTER_SEPARATOR;

      if (letter != QSA_UTF8_INVALID)
        found = qsa_letter_class (letter);
      if (!qsa_scanner_begins_word (found))
        self->next += n_bytes;
      else if (qsa_scanner_scan_word (self, found, token))
        return TRUE;
    }
  return FALSE;
}
