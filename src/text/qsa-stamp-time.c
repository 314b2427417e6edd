/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-stamp-grammar.h"

#define QSA_MINUTES_A_DAY (24 * 60)

/* ص, م, صباحا …: of the printed hour. A 24-hour clock with a half of the day keeps its hour. */
static int
qsa_stamp_apply_half_day (int hour, QsaStampHalfDay half)
{
  switch (half)
    {
    case QSA_STAMP_MORNING:
      return hour == 12 ? 0 : hour;

    case QSA_STAMP_NOON:
      return hour >= 1 && hour <= 3 ? hour + 12 : hour;

    case QSA_STAMP_EVENING:
      return hour >= 1 && hour <= 11 ? hour + 12 : hour;

    case QSA_STAMP_NIGHT:
      if (hour == 12)
        return 0;
      return hour >= 6 && hour <= 11 ? hour + 12 : hour;

    default:
      return hour;
    }
}

/* A half of the day at the parser's place: one word, or a.m. */
static gboolean
qsa_stamp_take_half_day (QsaStampParser *parser, QsaStampHalfDay *half)
{
  const QsaStampItem *item = qsa_stamp_peek (parser, 0);

  if (qsa_stamp_is_word (item, QSA_STAMP_WORD_HALF_DAY))
    {
      *half = (QsaStampHalfDay) item->value;
      parser->at++;
      return TRUE;
    }
  if (qsa_stamp_is_word (item, QSA_STAMP_WORD_MEEM))
    {
      *half = QSA_STAMP_EVENING;
      parser->at++;
      return TRUE;
    }
  if ((qsa_stamp_is_named (item, "a") || qsa_stamp_is_named (item, "p"))
      && qsa_stamp_is_mark (qsa_stamp_peek (parser, 1), ".")
      && qsa_stamp_is_named (qsa_stamp_peek (parser, 2), "m"))
    {
      *half = *item->name == 'a' ? QSA_STAMP_MORNING : QSA_STAMP_EVENING;
      parser->at += 3;
      return TRUE;
    }
  return FALSE;
}

static void
qsa_stamp_skip_seconds (QsaStampParser *parser)
{
  if (!qsa_stamp_is_mark (qsa_stamp_peek (parser, 0), ":")
      || !qsa_stamp_is_number (qsa_stamp_peek (parser, 1), 2, 2))
    return;
  parser->at += 2;
  if (qsa_stamp_is_mark (qsa_stamp_peek (parser, 0), ".,")
      && qsa_stamp_is_number (qsa_stamp_peek (parser, 1), 1, 9)
      && !qsa_stamp_peek (parser, 1)->space_before)
    parser->at += 2;
}

/* 14:13, 14:13:05.250, 14h30. */
static gboolean
qsa_stamp_take_clock (QsaStampParser *parser, int *hour, int *minute)
{
  const QsaStampItem *hours = qsa_stamp_peek (parser, 0);
  const QsaStampItem *mark = qsa_stamp_peek (parser, 1);
  const QsaStampItem *minutes = qsa_stamp_peek (parser, 2);

  if (!qsa_stamp_is_number (hours, 1, 2) || !qsa_stamp_is_number (minutes, 2, 2)
      || (!qsa_stamp_is_mark (mark, ":") && !qsa_stamp_is_named (mark, "h")))
    return FALSE;
  *hour = (int) hours->value;
  *minute = (int) minutes->value;
  parser->at += 3;
  qsa_stamp_skip_seconds (parser);
  return TRUE;
}

/* T143600 or T1436, right after the day. */
static gboolean
qsa_stamp_take_compact_clock (QsaStampParser *parser, int *hour, int *minute)
{
  const QsaStampItem *digits = qsa_stamp_peek (parser, 0);
  guint value;

  if (!qsa_stamp_is_number (digits, 4, 4) && !qsa_stamp_is_number (digits, 6, 6))
    return FALSE;
  value = digits->n_digits == 6 ? digits->value / 100 : digits->value;
  *hour = (int) value / 100;
  *minute = (int) value % 100;
  parser->at++;
  return TRUE;
}

/* +0300, -05:00, +3 after a time: the sign stands at the number, so that it is no dash. */
static void
qsa_stamp_skip_offset (QsaStampParser *parser)
{
  const QsaStampItem *sign = qsa_stamp_peek (parser, 0);
  const QsaStampItem *hours = qsa_stamp_peek (parser, 1);
  guint n_items = 2;

  if (!qsa_stamp_is_mark (sign, "+-") || !qsa_stamp_is_number (hours, 1, 4)
      || hours->space_before)
    return;
  if (qsa_stamp_is_mark (qsa_stamp_peek (parser, 2), ":") && hours->n_digits <= 2
      && qsa_stamp_is_number (qsa_stamp_peek (parser, 3), 2, 2))
    n_items = 4;
  else if (sign->value == '-' && hours->n_digits != 4)
    return;
  if (!qsa_stamp_is_mark (qsa_stamp_peek (parser, n_items), "/-."))
    parser->at += n_items;
}

gboolean
qsa_stamp_parse_time (QsaStampParser *parser)
{
  QsaStampHalfDay half = QSA_STAMP_MORNING;
  gboolean has_half = qsa_stamp_take_half_day (parser, &half);
  gboolean named = qsa_stamp_is_word (qsa_stamp_peek (parser, 0), QSA_STAMP_WORD_CLOCK);
  gboolean compact = qsa_stamp_is_named (qsa_stamp_peek (parser, 0), "t");
  int hour = 0;
  int minute = 0;

  if (parser->minute != QSA_DATE_NO_MINUTE)
    return FALSE;
  if (named || compact)
    parser->at++;
  if (named && qsa_stamp_is_mark (qsa_stamp_peek (parser, 0), ":"))
    parser->at++;
  if (!qsa_stamp_take_clock (parser, &hour, &minute)
      && !(compact && qsa_stamp_take_compact_clock (parser, &hour, &minute)))
    {
      /* الساعة 9 صباحا: an hour alone needs its half of the day. */
      const QsaStampItem *hours = qsa_stamp_peek (parser, 0);

      if (!qsa_stamp_is_number (hours, 1, 2) || has_half)
        return FALSE;
      hour = (int) hours->value;
      parser->at++;
      if (!named && qsa_stamp_is_word (qsa_stamp_peek (parser, 0), QSA_STAMP_WORD_MEEM))
        return FALSE;
      if (!qsa_stamp_take_half_day (parser, &half) || hour > 12)
        return FALSE;
      has_half = TRUE;
    }
  else if (!has_half)
    {
      has_half = qsa_stamp_take_half_day (parser, &half);
    }
  if (has_half)
    hour = qsa_stamp_apply_half_day (hour, half);
  if (minute >= 60 || hour * 60 + minute >= QSA_MINUTES_A_DAY)
    return FALSE;
  parser->minute = hour * 60 + minute;
  qsa_stamp_skip_offset (parser);
  return TRUE;
}

static gboolean
qsa_stamp_is_place_epithet (const QsaStampItem *item)
{
  static const char *const epithets[] = { "المكرمه", "المحلي", "الصيفي", "الشتوي",
                                          "العالمي" };

  for (guint i = 0; i < G_N_ELEMENTS (epithets); i++)
    {
      if (qsa_stamp_is_named (item, epithets[i]))
        return TRUE;
    }
  return FALSE;
}

gboolean
qsa_stamp_parse_zone (QsaStampParser *parser)
{
  const QsaStampItem *item = qsa_stamp_peek (parser, 0);
  if (qsa_stamp_is_named (item, "ت")
      && qsa_stamp_is_mark (qsa_stamp_peek (parser, 1), ".")
      && qsa_stamp_is_named (qsa_stamp_peek (parser, 2), "غ"))
    {
      parser->at += 3;
      return TRUE;
    }
  if (qsa_stamp_is_word (item, QSA_STAMP_WORD_ZONE))
    {
      parser->at++;
      qsa_stamp_skip_offset (parser);
      return TRUE;
    }
  if (qsa_stamp_is_word (item, QSA_STAMP_WORD_ZONE_OF)
      && qsa_stamp_peek (parser, 1) != NULL
      && qsa_stamp_peek (parser, 1)->kind == QSA_STAMP_WORD)
    {
      parser->at += 2;
      while (qsa_stamp_is_place_epithet (qsa_stamp_peek (parser, 0)))
        parser->at++;
      return TRUE;
    }
  return FALSE;
}
