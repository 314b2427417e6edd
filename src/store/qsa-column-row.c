/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-column-row.h"

/* 0001-01-01 and 9999-12-31, in days since 1970-01-01. */
#define FIRST_DAY (-719162)
#define LAST_DAY 2932896

#define PRECISION_BITS 2

G_STATIC_ASSERT (sizeof (QsaColumnRow) == 16);

guint64
qsa_column_row_get_date_key (const QsaColumnRow *row)
{
  g_return_val_if_fail (row != NULL, 0);

  if (row->day == QSA_COLUMN_UNDATED)
    return 0;
  return (guint64) (row->day - FIRST_DAY + 1) << PRECISION_BITS | row->precision;
}

gint32
qsa_column_row_get_last_day (const QsaColumnRow *row)
{
  QsaDate date;

  g_return_val_if_fail (row != NULL && row->day != QSA_COLUMN_UNDATED, 0);

  if (row->precision == QSA_DATE_DAY)
    return row->day;
  date = qsa_date_from_days (row->day, row->precision);
  return qsa_date_last_day (&date);
}

static guint32
qsa_column_calendar_find_bin (QsaColumnCalendar *calendar, gint32 day,
                              QsaDatePrecision precision)
{
  QsaColumnKnownDay *known = &calendar->known[(guint32) day % QSA_COLUMN_KNOWN_DAYS];
  QsaDate date;
  guint32 bin;

  if (precision == QSA_DATE_DAY && known->day == day && known->bin != 0)
    return known->bin;
  date = qsa_date_from_days (day, precision);
  bin = QSA_COLUMN_BIN (date.year, date.month);
  if (precision == QSA_DATE_DAY)
    *known = (QsaColumnKnownDay){ day, bin };
  return bin;
}

/* What is no date of ours is undated: the file may be another program's work. */
static void
qsa_column_row_read_date (sqlite3_stmt *statement, QsaColumnCalendar *calendar,
                          QsaColumnRow *row)
{
  sqlite3_int64 day = sqlite3_column_int64 (statement, 2);
  sqlite3_int64 precision = sqlite3_column_int64 (statement, 3);

  row->day = QSA_COLUMN_UNDATED;
  if ((day == 0 && sqlite3_column_type (statement, 2) == SQLITE_NULL) || day < FIRST_DAY
      || day > LAST_DAY || precision <= QSA_DATE_NONE || precision > QSA_DATE_DAY)
    return;
  row->day = (gint32) day;
  row->precision = (guint32) precision & 3u;
  row->bin = qsa_column_calendar_find_bin (calendar, row->day,
                                           (QsaDatePrecision) precision)
             & 0x3ffffu;
}

QsaColumnRow
qsa_column_row_read (sqlite3_stmt *statement, QsaColumnCalendar *calendar)
{
  QsaColumnRow row = { .flags = QSA_COLUMN_PRESENT };

  qsa_column_row_read_date (statement, calendar, &row);
  row.outlet_id = (guint32) sqlite3_column_int64 (statement, 1);
  row.words = (guint32) sqlite3_column_int64 (statement, 4);
  if (sqlite3_column_int (statement, 5) != 0)
    row.flags |= QSA_COLUMN_READ;
  if (sqlite3_column_int (statement, 6) != 0)
    row.flags |= QSA_COLUMN_STARRED;
  return row;
}
