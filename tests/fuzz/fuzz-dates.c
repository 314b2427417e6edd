/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes as a stamp or a stamp line: what is found is a real date inside the text. */

#include "qsa-date-parser.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *text = (const char *) data;
  QsaDate date;
  gsize start;
  gsize end;

  if (qsa_date_parse_stamp (text, (gssize) size, &date))
    g_assert (date.precision != QSA_DATE_NONE);
  g_assert (qsa_date_is_valid (&date));
  if (qsa_date_find_in_stamp_line (text, (gssize) size, &date, &start, &end))
    g_assert (date.precision != QSA_DATE_NONE && start < end && end <= size);
  g_assert (qsa_date_is_valid (&date));
  return 0;
}
