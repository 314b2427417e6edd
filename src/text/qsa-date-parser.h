/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-date.h"

G_BEGIN_DECLS

/* Reads dates as the Arabic press prints them in stamp lines, bylines and metadata fields:
 * weekday, day, month name of any system (Egyptian, Levantine, Maghreb, Moroccan, Hijri), dual
 * months, digits of any kind, times, RFC 2822, ISO 8601, d/m/y and y/m/d. The caller vouches
 * that the text is a stamp and not a sentence; these functions never look for a date in prose.
 * Source of forms and rules: measured on 72,716 Arabic press articles (HACKING.md, "Dates").
 * Any bytes are safe. Any thread. */

/* The whole of @text must be a date stamp: date, and at most weekday, time, time-zone words,
 * separators and era letters around it, a word for "published" before it (نشر في, تاريخ النشر) and
 * "last update" with a time of its own after it (that time is not taken). A day in both calendars
 * is the Gregorian one; a Hijri day alone is converted by Umm al-Qura. Month ("نوفمبر 2021") and
 * year ("2021") are values of their precision. Returns FALSE (undated @date) for anything else, for
 * impossible dates and for ambiguous ones that cannot be decided (see d/m/y rule above). */
gboolean qsa_date_parse_stamp (const char *text, gssize text_bytes, QsaDate *date);

/* Like qsa_date_parse_stamp(), but for one line that carries a stamp among other short fields
 * separated by | / · - , such as "section | 28-11-2021, 14:13 |". On success *start_byte and
 * *end_byte (both may be NULL) give the range of the stamp in @text. Lines that read as a
 * sentence are refused, and so are years alone and what follows "last update". */
gboolean qsa_date_find_in_stamp_line (const char *text, gssize text_bytes, QsaDate *date,
                                      gsize *start_byte, gsize *end_byte);

/* The Gregorian month 1..12 that a folded month name stands for in any Gregorian system, 0 when
 * it is none. "كانون الثاني" is one name; @folded is as QsaToken.folded, words joined by one
 * space. */
int qsa_date_month_from_folded_name (const char *folded);

G_END_DECLS
