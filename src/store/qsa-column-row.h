/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-columns.h"

G_BEGIN_DECLS

/* Internal to qsa-columns: a row of the columns from a row of the table. */

#define QSA_COLUMN_ROW_FIELDS                                               \
  "SELECT id, outlet_id, published_day, date_precision, word_count, read, " \
  "starred FROM article "

#define QSA_COLUMN_KNOWN_DAYS 4096u

typedef struct
{
  gint32 day;
  guint32 bin; /* 0: not known yet */
} QsaColumnKnownDay;

/* The calendar's answers for the days that were asked for last: many articles share few days. Begins as all
 * zeros. */
typedef struct
{
  QsaColumnKnownDay known[QSA_COLUMN_KNOWN_DAYS]; /* of dates with a day */
} QsaColumnCalendar;

/* @statement selects QSA_COLUMN_ROW_FIELDS. What cannot be is taken for unknown: the file may be another
 * program's work. */
QsaColumnRow qsa_column_row_read (sqlite3_stmt *statement, QsaColumnCalendar *calendar);

G_END_DECLS
