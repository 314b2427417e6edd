/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <string.h>

#include "qsa-date.h"
#include "qsa-stamp.h"

G_BEGIN_DECLS

/* Private to text/: the grammar of date stamps over items. A stamp is at most one day in each
 * calendar, one time, a weekday and zone words, in any order, with marks between them.
 *
 *   qsa-stamp-lexer.c    bytes -> items
 *   qsa-stamp-words.c    which words may stand in a stamp
 *   qsa-stamp-day.c      the shapes of days
 *   qsa-stamp-time.c     the shapes of times and zones
 *   qsa-date-parser.c    the whole stamp, and the stamp in a line */

typedef struct
{
  QsaDatePrecision precision;
  int year;
  int month;
  int day;
} QsaStampDay;

typedef struct
{
  const QsaStampItem *items;
  guint n_items;
  guint at;

  QsaStampDay gregorian;
  QsaStampDay hijri;
  int minute;
  guint n_zones;
  gboolean has_weekday;
} QsaStampParser;

static inline const QsaStampItem *
qsa_stamp_peek (const QsaStampParser *parser, guint ahead)
{
  return parser->at + ahead < parser->n_items ? &parser->items[parser->at + ahead] : NULL;
}

static inline gboolean
qsa_stamp_is_mark (const QsaStampItem *item, const char *marks)
{
  return item != NULL && item->kind == QSA_STAMP_PUNCTUATION && item->value < 0x80
         && strchr (marks, (int) item->value) != NULL;
}

static inline gboolean
qsa_stamp_is_number (const QsaStampItem *item, guint min_digits, guint max_digits)
{
  return item != NULL && item->kind == QSA_STAMP_NUMBER && item->n_digits >= min_digits
         && item->n_digits <= max_digits;
}

static inline gboolean
qsa_stamp_is_word (const QsaStampItem *item, QsaStampWord word)
{
  return item != NULL && item->kind == QSA_STAMP_WORD && item->word == word;
}

static inline gboolean
qsa_stamp_is_named (const QsaStampItem *item, const char *name)
{
  return item != NULL && item->kind == QSA_STAMP_WORD && strcmp (item->name, name) == 0;
}

static inline gboolean
qsa_stamp_is_dash (const QsaStampItem *item)
{
  return item != NULL && item->kind == QSA_STAMP_PUNCTUATION
         && (item->value == '-' || (item->value >= 0x2010 && item->value <= 0x2015)
             || item->value == 0x2212);
}

gboolean qsa_stamp_is_month (const QsaStampItem *item);

/* These read at the parser's place and move it; on FALSE it may have moved. */
gboolean qsa_stamp_parse_date (QsaStampParser *parser);
gboolean qsa_stamp_parse_time (QsaStampParser *parser);
gboolean qsa_stamp_parse_zone (QsaStampParser *parser);

G_END_DECLS
