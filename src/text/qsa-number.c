/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-number.h"

#include "qsa-letters.h"

/* A chain is digits, separator, digits, separator, … ; its shape decides what it is. Four parts
 * are enough to know a chain, longer ones are followed to their end. */
typedef struct
{
  const guint8 *digits_end; /* after the digits of this part */
  guint n_digits;
  gunichar separator; /* before the digits; 0 for the first part */
} QsaNumberPart;

typedef struct
{
  QsaNumberPart first;
  QsaNumberPart last;
  guint n_parts;
  gboolean leading_zero;
  gboolean same_separator; /* between all parts */
  gboolean all_threes;     /* each part but the first has three digits */
  /* Of the chain up to its last separator, so that 1,234,567.89 is seen as groups and decimals. */
  gboolean head_same_separator;
  gboolean head_all_threes;
  gunichar head_separator;
  const guint8 *head_end;
} QsaNumberChain;

static const guint8 *
qsa_number_skip_digits (const guint8 *at, const guint8 *end, guint *n_digits)
{
  *n_digits = 0;
  while (at < end)
    {
      guint n_bytes;
      gunichar letter = qsa_utf8_decode (at, end, &n_bytes);

      if (letter == QSA_UTF8_INVALID || qsa_letter_class (letter) != QSA_LETTER_DIGIT)
        break;
      at += n_bytes;
      *n_digits += 1;
    }
  return at;
}

static gboolean
qsa_number_is_separator (gunichar letter)
{
  return letter == ',' || letter == '.' || letter == 0x66c || letter == 0x66b
         || letter == 0x60c;
}

static gboolean
qsa_number_next_part (const guint8 *at, const guint8 *end, QsaNumberPart *part)
{
  guint n_bytes;

  if (at >= end)
    return FALSE;
  part->separator = qsa_utf8_decode (at, end, &n_bytes);
  if (!qsa_number_is_separator (part->separator))
    return FALSE;
  part->digits_end = qsa_number_skip_digits (at + n_bytes, end, &part->n_digits);
  return part->n_digits > 0;
}

static void
qsa_number_read_chain (const guint8 *start, const guint8 *end, QsaNumberChain *chain)
{
  QsaNumberPart part;
  guint n_bytes;

  *chain = (QsaNumberChain){ .n_parts = 1, .same_separator = TRUE, .all_threes = TRUE };
  chain->first.digits_end = qsa_number_skip_digits (start, end, &chain->first.n_digits);
  chain->last = chain->first;
  chain->leading_zero = qsa_letter_digit (qsa_utf8_decode (start, end, &n_bytes)) == 0;

  while (qsa_number_next_part (chain->last.digits_end, end, &part))
    {
      chain->head_same_separator = chain->same_separator;
      chain->head_all_threes = chain->all_threes;
      chain->head_separator = chain->last.separator;
      chain->head_end = chain->last.digits_end;
      if (chain->n_parts > 1 && part.separator != chain->last.separator)
        chain->same_separator = FALSE;
      if (part.n_digits != 3)
        chain->all_threes = FALSE;
      chain->last = part;
      chain->n_parts++;
    }
}

/* @separator in one place says less than in several. */
static gboolean
qsa_number_groups_thousands (gunichar separator, guint n_separators)
{
  if (separator == '.' || separator == 0x66b)
    return n_separators > 1;
  return TRUE;
}

static gboolean
qsa_number_chain_is_grouped (const QsaNumberChain *chain)
{
  return chain->n_parts > 1 && chain->same_separator && chain->all_threes
         && chain->first.n_digits <= 3 && !chain->leading_zero
         && qsa_number_groups_thousands (chain->last.separator, chain->n_parts - 1);
}

static gboolean
qsa_number_chain_is_grouped_decimal (const QsaNumberChain *chain)
{
  return chain->n_parts > 2 && chain->head_same_separator && chain->head_all_threes
         && chain->first.n_digits <= 3 && !chain->leading_zero
         && chain->last.separator != chain->head_separator
         && chain->last.separator != 0x60c
         && qsa_number_groups_thousands (chain->head_separator, chain->n_parts - 2);
}

/* 0.75, 12.5, 1.1845 (rates), 6822,29; not 03.2020 and not 2015,2016. */
static gboolean
qsa_number_chain_is_decimal (const QsaNumberChain *chain)
{
  if (chain->n_parts != 2)
    return FALSE;
  if (chain->last.separator == 0x66b)
    return TRUE;
  if (chain->last.separator == 0x60c
      || (chain->leading_zero && chain->first.n_digits > 1))
    return FALSE;
  if (chain->last.separator == '.')
    return chain->last.n_digits <= (chain->first.n_digits <= 3 ? 4 : 2);
  return chain->last.n_digits <= 2 || chain->leading_zero;
}

static void
qsa_number_write (const guint8 *start, const guint8 *end, const guint8 *point_at,
                  QsaWordBuffer *out)
{
  guint n_bytes;

  for (const guint8 *at = start; at < end; at += n_bytes)
    {
      gunichar letter = qsa_utf8_decode (at, end, &n_bytes);

      if (!qsa_number_is_separator (letter))
        qsa_word_buffer_append (out, '0' + qsa_letter_digit (letter));
      else if (at == point_at)
        qsa_word_buffer_append (out, '.');
    }
}

void
qsa_number_scan (const guint8 *start, const guint8 *end, gboolean in_chain,
                 QsaWordBuffer *out, QsaNumberSpan *span)
{
  QsaNumberChain chain;
  const guint8 *point_at = NULL;
  gboolean joined = TRUE;

  if (in_chain)
    {
      guint n_digits;

      span->next = qsa_number_skip_digits (start, end, &n_digits);
      span->chain_end = NULL;
      qsa_number_write (start, span->next, NULL, out);
      return;
    }

  qsa_number_read_chain (start, end, &chain);
  if (qsa_number_chain_is_grouped_decimal (&chain))
    point_at = chain.head_end;
  else if (qsa_number_chain_is_decimal (&chain))
    point_at = chain.first.digits_end;
  else
    joined = qsa_number_chain_is_grouped (&chain);

  span->next = joined ? chain.last.digits_end : chain.first.digits_end;
  span->chain_end = chain.last.digits_end;
  qsa_number_write (start, span->next, point_at, out);
}
