/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-radix.h"

#include <string.h>

#define DIGIT_BITS 12u
#define DIGITS (1u << DIGIT_BITS)
/* Below this many a merge sort is quicker than clearing the counters. */
#define FEW_ITEMS 512u

static guint
qsa_radix_digit (const QsaKeyedId *item, guint shift, guint64 mask)
{
  return (guint) ((item->key & mask) >> shift) & (DIGITS - 1);
}

/* FALSE when all items have the same digit: there was nothing to move. */
static gboolean
qsa_radix_pass (const QsaKeyedId *from, QsaKeyedId *to, gsize n_items, guint shift,
                guint64 mask)
{
  gsize starts[DIGITS] = { 0 };
  gsize next = 0;

  for (gsize i = 0; i < n_items; i++)
    starts[qsa_radix_digit (&from[i], shift, mask)]++;
  if (starts[qsa_radix_digit (&from[0], shift, mask)] == n_items)
    return FALSE;
  for (guint digit = 0; digit < DIGITS; digit++)
    {
      gsize count = starts[digit];

      starts[digit] = next;
      next += count;
    }
  for (gsize i = 0; i < n_items; i++)
    to[starts[qsa_radix_digit (&from[i], shift, mask)]++] = from[i];
  return TRUE;
}

/* Merges neighbouring runs of @width items. */
static void
qsa_radix_merge_pass (const QsaKeyedId *from, QsaKeyedId *to, gsize n_items, gsize width,
                      guint64 mask)
{
  for (gsize start = 0; start < n_items; start += 2 * width)
    {
      gsize middle = MIN (start + width, n_items);
      gsize end = MIN (start + 2 * width, n_items);
      gsize left = start, right = middle;

      for (gsize out = start; out < end; out++)
        if (left < middle
            && (right == end || (from[left].key & mask) <= (from[right].key & mask)))
          to[out] = from[left++];
        else
          to[out] = from[right++];
    }
}

void
qsa_radix_sort (QsaKeyedId *items, gsize n_items, guint key_bits)
{
  g_autofree QsaKeyedId *spare = NULL;
  QsaKeyedId *from = items;
  QsaKeyedId *to;
  guint64 mask = key_bits >= 64 ? G_MAXUINT64 : (G_GUINT64_CONSTANT (1) << key_bits) - 1;

  g_return_if_fail (items != NULL || n_items == 0);

  if (n_items < 2)
    return;
  spare = g_new (QsaKeyedId, n_items);
  to = spare;
  if (n_items <= FEW_ITEMS)
    {
      for (gsize width = 1; width < n_items; width *= 2)
        {
          qsa_radix_merge_pass (from, to, n_items, width, mask);
          to = from;
          from = from == items ? spare : items;
        }
    }
  else
    {
      for (guint shift = 0; shift < key_bits; shift += DIGIT_BITS)
        if (qsa_radix_pass (from, to, n_items, shift, mask))
          {
            to = from;
            from = from == items ? spare : items;
          }
    }
  if (from != items)
    memcpy (items, from, n_items * sizeof *items);
}
