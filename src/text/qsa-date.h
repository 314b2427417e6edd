/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A printed date: local calendar day as the press prints it, with the precision the text gives.
 * Undated is a value (QSA_DATE_NONE), never a guess. Pure functions, any thread. */

typedef enum
{
  QSA_DATE_NONE,  /* the text does not say */
  QSA_DATE_YEAR,  /* month and day are 0 */
  QSA_DATE_MONTH, /* day is 0 */
  QSA_DATE_DAY,
} QsaDatePrecision;

#define QSA_DATE_NO_MINUTE (-1)

typedef struct
{
  QsaDatePrecision precision;
  gint16 year;   /* Gregorian, 1..9999; 0 when undated */
  guint8 month;  /* 1..12, 0 when unknown */
  guint8 day;    /* 1..31, 0 when unknown */
  gint16 minute; /* minutes since local midnight 0..1439, or QSA_DATE_NO_MINUTE */
} QsaDate;

#define QSA_DATE_INIT                          \
  {                                            \
    QSA_DATE_NONE, 0, 0, 0, QSA_DATE_NO_MINUTE \
  }

/* TRUE when the parts form a real calendar date of their precision. */
gboolean qsa_date_is_valid (const QsaDate *date);

/* Days since 1970-01-01 of the first and last day of the period. Undated: G_MAXINT32 for both
 * is never returned; calling it on an undated value is a programming error. */
gint32 qsa_date_first_day (const QsaDate *date);
gint32 qsa_date_last_day (const QsaDate *date);

/* The inverse of qsa_date_first_day() at the given precision. */
QsaDate qsa_date_from_days (gint32 days, QsaDatePrecision precision);

/* Parses exactly "YYYY", "YYYY-MM" or "YYYY-MM-DD" (also with Arabic-Indic digits); returns
 * FALSE and leaves an undated value in @date otherwise. */
gboolean qsa_date_parse_iso (const char *text, QsaDate *date);

/* "YYYY-MM-DD", "YYYY-MM", "YYYY", or NULL when undated. Free with g_free(). */
char *qsa_date_to_iso (const QsaDate *date);

/* "HH:MM" or NULL when the minute is unknown. Free with g_free(). */
char *qsa_date_time_to_iso (const QsaDate *date);

/* -1, 0, 1 by first day, then precision (the more precise first), then minute; undated last. */
int qsa_date_compare (const QsaDate *a, const QsaDate *b);

G_END_DECLS
