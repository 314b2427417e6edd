/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-date.h"

#include <string.h>

#include "qsa-text-util.h"

static gboolean
qsa_date_is_leap_year (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int
qsa_date_days_in_month (int year, int month)
{
  static const guint8 days[12] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return days[month - 1] + (month == 2 && qsa_date_is_leap_year (year) ? 1 : 0);
}

gboolean
qsa_date_is_valid (const QsaDate *date)
{
  g_return_val_if_fail (date != NULL, FALSE);

  if (date->minute != QSA_DATE_NO_MINUTE && (date->minute < 0 || date->minute >= 24 * 60))
    return FALSE;
  switch (date->precision)
    {
    case QSA_DATE_NONE:
      return date->year == 0 && date->month == 0 && date->day == 0;

    case QSA_DATE_YEAR:
      return date->year >= 1 && date->year <= 9999 && date->month == 0 && date->day == 0;

    case QSA_DATE_MONTH:
      return date->year >= 1 && date->year <= 9999 && date->month >= 1
             && date->month <= 12 && date->day == 0;

    case QSA_DATE_DAY:
      return date->year >= 1 && date->year <= 9999 && date->month >= 1
             && date->month <= 12 && date->day >= 1
             && date->day <= qsa_date_days_in_month (date->year, date->month);

    default:
      return FALSE;
    }
}

/* Days since 1970-01-01 in the proleptic Gregorian calendar; years are counted from March, so
 * that the leap day is the last of its year. */
static gint32
qsa_date_day_number (int year, int month, int day)
{
  int march_year = month > 2 ? year : year - 1;
  int march_month = (month + 9) % 12;
  int era = march_year / 400;
  int year_of_era = march_year % 400;
  int day_of_year = (153 * march_month + 2) / 5 + day - 1;

  /* Year 1 begins in the March year 0: nothing here is negative. */
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100
         + day_of_year - 719468;
}

gint32
qsa_date_first_day (const QsaDate *date)
{
  g_return_val_if_fail (date != NULL && date->precision != QSA_DATE_NONE, 0);

  return qsa_date_day_number (date->year, MAX (date->month, 1), MAX (date->day, 1));
}

gint32
qsa_date_last_day (const QsaDate *date)
{
  int month;

  g_return_val_if_fail (date != NULL && date->precision != QSA_DATE_NONE, 0);

  if (date->precision == QSA_DATE_DAY)
    return qsa_date_first_day (date);
  month = date->precision == QSA_DATE_MONTH ? date->month : 12;
  return qsa_date_day_number (date->year, month,
                              qsa_date_days_in_month (date->year, month));
}

QsaDate
qsa_date_from_days (gint32 days, QsaDatePrecision precision)
{
  QsaDate date = QSA_DATE_INIT;
  gint64 shifted = (gint64) days + 719468;
  int era;
  int day_of_era;
  int year_of_era;
  int day_of_year;
  int march_month;
  int year;

  if (precision == QSA_DATE_NONE || shifted < 306 || shifted > 3652364)
    return date;

  era = (int) (shifted / 146097);
  day_of_era = (int) (shifted % 146097);
  year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  march_month = (5 * day_of_year + 2) / 153;
  year = era * 400 + year_of_era + (march_month >= 10 ? 1 : 0);

  date.precision = precision;
  date.year = (gint16) year;
  if (precision >= QSA_DATE_MONTH)
    date.month = (guint8) (march_month < 10 ? march_month + 3 : march_month - 9);
  if (precision >= QSA_DATE_DAY)
    date.day = (guint8) (day_of_year - (153 * march_month + 2) / 5 + 1);
  return date;
}

static int
qsa_date_read_digits (const char *text, gsize n_digits)
{
  int value = 0;

  for (gsize i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = 10 * value + (text[i] - '0');
    }
  return value;
}

gboolean
qsa_date_parse_iso (const char *text, QsaDate *date)
{
  g_autofree char *latin = NULL;
  QsaDate parsed = QSA_DATE_INIT;
  gsize length;
  int year;
  int month = 0;
  int day = 0;

  g_return_val_if_fail (date != NULL, FALSE);

  *date = parsed;
  if (text == NULL)
    return FALSE;
  latin = qsa_digits_to_latin (text, -1);
  length = strlen (latin);
  if (length != 4 && length != 7 && length != 10)
    return FALSE;

  year = qsa_date_read_digits (latin, 4);
  if (length >= 7)
    month = latin[4] == '-' ? qsa_date_read_digits (latin + 5, 2) : -1;
  if (length == 10)
    day = latin[7] == '-' ? qsa_date_read_digits (latin + 8, 2) : -1;
  if (year < 0 || month < 0 || day < 0)
    return FALSE;

  parsed.precision = length == 4   ? QSA_DATE_YEAR
                     : length == 7 ? QSA_DATE_MONTH
                                   : QSA_DATE_DAY;
  parsed.year = (gint16) year;
  parsed.month = (guint8) month;
  parsed.day = (guint8) day;
  if (!qsa_date_is_valid (&parsed))
    return FALSE;
  *date = parsed;
  return TRUE;
}

char *
qsa_date_to_iso (const QsaDate *date)
{
  g_return_val_if_fail (date != NULL, NULL);

  switch (date->precision)
    {
    case QSA_DATE_YEAR:
      return g_strdup_printf ("%04d", date->year);

    case QSA_DATE_MONTH:
      return g_strdup_printf ("%04d-%02d", date->year, date->month);

    case QSA_DATE_DAY:
      return g_strdup_printf ("%04d-%02d-%02d", date->year, date->month, date->day);

    case QSA_DATE_NONE:
    default:
      return NULL;
    }
}

char *
qsa_date_time_to_iso (const QsaDate *date)
{
  g_return_val_if_fail (date != NULL, NULL);

  if (date->precision == QSA_DATE_NONE || date->minute == QSA_DATE_NO_MINUTE)
    return NULL;
  return g_strdup_printf ("%02d:%02d", date->minute / 60, date->minute % 60);
}

static int
qsa_date_compare_ints (int a, int b)
{
  return a < b ? -1 : a > b ? 1 : 0;
}

int
qsa_date_compare (const QsaDate *a, const QsaDate *b)
{
  int order;

  g_return_val_if_fail (a != NULL && b != NULL, 0);

  if (a->precision == QSA_DATE_NONE || b->precision == QSA_DATE_NONE)
    return qsa_date_compare_ints (a->precision == QSA_DATE_NONE,
                                  b->precision == QSA_DATE_NONE);
  order = qsa_date_compare_ints (qsa_date_first_day (a), qsa_date_first_day (b));
  if (order == 0)
    order = qsa_date_compare_ints ((int) b->precision, (int) a->precision);
  if (order == 0)
    order = qsa_date_compare_ints (a->minute, b->minute);
  return order;
}
