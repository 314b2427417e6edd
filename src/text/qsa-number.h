/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-word-buffer.h"

G_BEGIN_DECLS

/* Private to text/: numbers as the press prints them.
 *
 *   2,500  ٢٥٠٠  ٢٬٥٠٠  1.600.000  4،000     thousands: one number without separators
 *   2.5  ٢٫٥  2,5                           decimals: one number with a point
 *   17.03.2020  1,2,3  58،78                 dates, lists: separate numbers */

typedef struct
{
  const guint8 *next; /* after the number */
  const guint8
      *chain_end; /* numbers that begin before it are parts of a date or a list */
} QsaNumberSpan;

/* Reads the number whose first digit is at @start and appends its ASCII form to @out.
 * @in_chain: @start is inside the chain of an earlier number. */
void qsa_number_scan (const guint8 *start, const guint8 *end, gboolean in_chain,
                      QsaWordBuffer *out, QsaNumberSpan *span);

G_END_DECLS
