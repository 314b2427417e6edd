/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-stamp-grammar.h"

/* Plausible years of print; they do not overlap, so the year tells the calendar. */
#define QSA_HIJRI_FIRST_YEAR 1250
#define QSA_HIJRI_LAST_YEAR 1550
#define QSA_GREGORIAN_FIRST_YEAR 1800
#define QSA_GREGORIAN_LAST_YEAR 2199

gboolean
qsa_stamp_is_month (const QsaStampItem *item)
{
  return qsa_stamp_is_word (item, QSA_STAMP_WORD_MONTH)
         || qsa_stamp_is_word (item, QSA_STAMP_WORD_HIJRI_MONTH);
}

/* A day that is possible in its calendar. Hijri days are only roughly so: the Gregorian half may
 * still be right. */
static gboolean
qsa_stamp_day_is_possible (const QsaStampDay *day, gboolean is_hijri)
{
  QsaDate date = QSA_DATE_INIT;

  if (is_hijri)
    return day->month >= 0 && day->month <= 12 && day->day >= 0 && day->day <= 39;
  date.precision = day->precision;
  date.year = (gint16) day->year;
  date.month = (guint8) day->month;
  date.day = (guint8) day->day;
  return day->month < 13 && day->day < 32 && qsa_date_is_valid (&date);
}

/* Files a day by its year, checked against the month's calendar and the era after it. */
static gboolean
qsa_stamp_accept_day (QsaStampParser *parser, QsaStampDay day, QsaStampWord month_word)
{
  gboolean is_hijri = day.year >= QSA_HIJRI_FIRST_YEAR && day.year <= QSA_HIJRI_LAST_YEAR;
  const QsaStampItem *era = qsa_stamp_peek (parser, 0);
  QsaStampDay *slot = is_hijri ? &parser->hijri : &parser->gregorian;

  if (!is_hijri
      && (day.year < QSA_GREGORIAN_FIRST_YEAR || day.year > QSA_GREGORIAN_LAST_YEAR))
    return FALSE;
  if (month_word == (is_hijri ? QSA_STAMP_WORD_MONTH : QSA_STAMP_WORD_HIJRI_MONTH))
    return FALSE;
  if (qsa_stamp_is_word (era, QSA_STAMP_WORD_MEEM)
      || qsa_stamp_is_word (era, QSA_STAMP_WORD_GREGORIAN))
    {
      if (is_hijri)
        return FALSE;
      parser->at++;
    }
  else if (qsa_stamp_is_word (era, QSA_STAMP_WORD_HIJRI))
    {
      if (!is_hijri)
        return FALSE;
      parser->at++;
    }
  if (slot->precision != QSA_DATE_NONE || !qsa_stamp_day_is_possible (&day, is_hijri))
    return FALSE;
  *slot = day;
  return TRUE;
}

/* 28-11-2021, 2017.03.27, 31/ 12/ 2021: the year is the side with four digits. */
static gboolean
qsa_stamp_parse_numeric (QsaStampParser *parser)
{
  const QsaStampItem *first = qsa_stamp_peek (parser, 0);
  const QsaStampItem *second = qsa_stamp_peek (parser, 2);
  const QsaStampItem *third = qsa_stamp_peek (parser, 4);
  const QsaStampItem *mark = qsa_stamp_peek (parser, 1);
  QsaStampDay day = { QSA_DATE_DAY, 0, 0, 0 };

  if (!qsa_stamp_is_mark (mark, "/.") && !qsa_stamp_is_dash (mark))
    return FALSE;
  if (qsa_stamp_peek (parser, 3) == NULL
      || qsa_stamp_peek (parser, 3)->value != mark->value
      || qsa_stamp_peek (parser, 3)->kind != QSA_STAMP_PUNCTUATION)
    return FALSE;
  if (!qsa_stamp_is_number (second, 1, 2))
    return FALSE;
  day.month = (int) second->value;
  if (qsa_stamp_is_number (first, 4, 4) && qsa_stamp_is_number (third, 1, 2))
    {
      day.year = (int) first->value;
      day.day = (int) third->value;
    }
  else if (qsa_stamp_is_number (first, 1, 2) && qsa_stamp_is_number (third, 4, 4))
    {
      day.year = (int) third->value;
      day.day = (int) first->value;
    }
  if (day.year == 0 || day.month == 0 || day.day == 0)
    return FALSE;
  parser->at += 5;
  return qsa_stamp_accept_day (parser, day, QSA_STAMP_WORD_UNKNOWN);
}

/* 20170125T143600: only when it is followed by its time or is all there is. */
static gboolean
qsa_stamp_parse_compact (QsaStampParser *parser)
{
  const QsaStampItem *number = qsa_stamp_peek (parser, 0);
  const QsaStampItem *after = qsa_stamp_peek (parser, 1);
  QsaStampDay day = { QSA_DATE_DAY, 0, 0, 0 };

  if (!qsa_stamp_is_number (number, 8, 8) || number->value < 19000000
      || (after != NULL && !qsa_stamp_is_named (after, "t"))
      || (after == NULL && parser->n_items > 1))
    return FALSE;
  day.year = (int) number->value / 10000;
  day.month = (int) number->value / 100 % 100;
  day.day = (int) number->value % 100;
  parser->at++;
  return day.month > 0 && day.day > 0
         && qsa_stamp_accept_day (parser, day, QSA_STAMP_WORD_UNKNOWN);
}

/* One month, or one month in two systems: تموز/ يوليو, ديسمبر (كانون الأول). 0 when there is none
 * or when they differ. */
static int
qsa_stamp_parse_month (QsaStampParser *parser, QsaStampWord *word)
{
  const QsaStampItem *month = qsa_stamp_peek (parser, 0);
  const QsaStampItem *mark = qsa_stamp_peek (parser, 1);
  const QsaStampItem *twin = qsa_stamp_peek (parser, 2);

  if (!qsa_stamp_is_month (month))
    return 0;
  *word = month->word;
  parser->at++;
  if (qsa_stamp_is_month (mark))
    {
      twin = mark;
      parser->at++;
    }
  else if (qsa_stamp_is_mark (mark, "/\\(") || qsa_stamp_is_dash (mark))
    {
      if (!qsa_stamp_is_month (twin))
        return (int) month->value;
      parser->at += 2;
      if (qsa_stamp_is_mark (mark, "(")
          && qsa_stamp_is_mark (qsa_stamp_peek (parser, 0), ")"))
        parser->at++;
    }
  else
    {
      return (int) month->value;
    }
  return twin->word == month->word && twin->value == month->value ? (int) month->value
                                                                  : 0;
}

/* The mark in 24-Aug-2020, 24 أغسطس، 2020, 5. Mai 2020. */
static void
qsa_stamp_skip_joint (QsaStampParser *parser)
{
  const QsaStampItem *item = qsa_stamp_peek (parser, 0);

  if (qsa_stamp_is_mark (item, "/.,") || qsa_stamp_is_dash (item)
      || (item != NULL && item->kind == QSA_STAMP_PUNCTUATION && item->value == 0x60c))
    parser->at++;
}

static gboolean
qsa_stamp_take_number (QsaStampParser *parser, guint min_digits, guint max_digits,
                       int *value)
{
  const QsaStampItem *item = qsa_stamp_peek (parser, 0);

  if (!qsa_stamp_is_number (item, min_digits, max_digits))
    return FALSE;
  *value = (int) item->value;
  parser->at++;
  return TRUE;
}

/* 24 أغسطس 2020, 5 من يناير 2020, 1st May 2020. */
static gboolean
qsa_stamp_parse_day_month_year (QsaStampParser *parser)
{
  QsaStampDay day = { QSA_DATE_DAY, 0, 0, 0 };
  QsaStampWord word;

  if (!qsa_stamp_take_number (parser, 1, 2, &day.day) || day.day == 0)
    return FALSE;
  if (qsa_stamp_is_word (qsa_stamp_peek (parser, 0), QSA_STAMP_WORD_ORDINAL))
    parser->at++;
  if (qsa_stamp_is_word (qsa_stamp_peek (parser, 0), QSA_STAMP_WORD_OF))
    parser->at++;
  else
    qsa_stamp_skip_joint (parser);
  day.month = qsa_stamp_parse_month (parser, &word);
  if (day.month == 0)
    return FALSE;
  qsa_stamp_skip_joint (parser);
  return qsa_stamp_take_number (parser, 4, 4, &day.year)
         && qsa_stamp_accept_day (parser, day, word);
}

/* أغسطس 24, 2020. */
static gboolean
qsa_stamp_parse_month_day_year (QsaStampParser *parser)
{
  QsaStampDay day = { QSA_DATE_DAY, 0, 0, 0 };
  QsaStampWord word;

  day.month = qsa_stamp_parse_month (parser, &word);
  if (day.month == 0)
    return FALSE;
  qsa_stamp_skip_joint (parser);
  if (!qsa_stamp_take_number (parser, 1, 2, &day.day) || day.day == 0)
    return FALSE;
  if (qsa_stamp_is_word (qsa_stamp_peek (parser, 0), QSA_STAMP_WORD_ORDINAL))
    parser->at++;
  qsa_stamp_skip_joint (parser);
  return qsa_stamp_take_number (parser, 4, 4, &day.year)
         && qsa_stamp_accept_day (parser, day, word);
}

/* 2020 أغسطس 24. */
static gboolean
qsa_stamp_parse_year_month_day (QsaStampParser *parser)
{
  QsaStampDay day = { QSA_DATE_DAY, 0, 0, 0 };
  QsaStampWord word;

  if (!qsa_stamp_take_number (parser, 4, 4, &day.year))
    return FALSE;
  qsa_stamp_skip_joint (parser);
  day.month = qsa_stamp_parse_month (parser, &word);
  if (day.month == 0)
    return FALSE;
  qsa_stamp_skip_joint (parser);
  return qsa_stamp_take_number (parser, 1, 2, &day.day) && day.day > 0
         && qsa_stamp_accept_day (parser, day, word);
}

/* نوفمبر 2021. */
static gboolean
qsa_stamp_parse_month_year (QsaStampParser *parser)
{
  QsaStampDay day = { QSA_DATE_MONTH, 0, 0, 0 };
  QsaStampWord word;

  day.month = qsa_stamp_parse_month (parser, &word);
  if (day.month == 0)
    return FALSE;
  qsa_stamp_skip_joint (parser);
  return qsa_stamp_take_number (parser, 4, 4, &day.year)
         && qsa_stamp_accept_day (parser, day, word);
}

/* 11/2021, 2021-11. */
static gboolean
qsa_stamp_parse_numeric_month (QsaStampParser *parser)
{
  const QsaStampItem *first = qsa_stamp_peek (parser, 0);
  const QsaStampItem *mark = qsa_stamp_peek (parser, 1);
  const QsaStampItem *second = qsa_stamp_peek (parser, 2);
  QsaStampDay day = { QSA_DATE_MONTH, 0, 0, 0 };

  if (!qsa_stamp_is_mark (mark, "/") && !qsa_stamp_is_dash (mark))
    return FALSE;
  if (qsa_stamp_is_number (first, 4, 4) && qsa_stamp_is_number (second, 2, 2))
    {
      day.year = (int) first->value;
      day.month = (int) second->value;
    }
  else if (qsa_stamp_is_number (first, 1, 2) && qsa_stamp_is_number (second, 4, 4))
    {
      day.year = (int) second->value;
      day.month = (int) first->value;
    }
  parser->at += 3;
  return day.month > 0 && qsa_stamp_accept_day (parser, day, QSA_STAMP_WORD_UNKNOWN);
}

/* 2021, alone. */
static gboolean
qsa_stamp_parse_year (QsaStampParser *parser)
{
  QsaStampDay day = { QSA_DATE_YEAR, 0, 0, 0 };

  return qsa_stamp_take_number (parser, 4, 4, &day.year)
         && qsa_stamp_accept_day (parser, day, QSA_STAMP_WORD_UNKNOWN);
}

typedef gboolean (*QsaStampRule) (QsaStampParser *parser);

/* The first that fits; a rule that fails leaves no trace. */
static const QsaStampRule qsa_stamp_date_rules[] = {
  qsa_stamp_parse_numeric,        qsa_stamp_parse_compact,
  qsa_stamp_parse_day_month_year, qsa_stamp_parse_month_day_year,
  qsa_stamp_parse_year_month_day, qsa_stamp_parse_month_year,
  qsa_stamp_parse_numeric_month,  qsa_stamp_parse_year,
};

gboolean
qsa_stamp_parse_date (QsaStampParser *parser)
{
  for (guint i = 0; i < G_N_ELEMENTS (qsa_stamp_date_rules); i++)
    {
      QsaStampParser saved = *parser;

      if (qsa_stamp_date_rules[i](parser))
        return TRUE;
      *parser = saved;
    }
  return FALSE;
}
