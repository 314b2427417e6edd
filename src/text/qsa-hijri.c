/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-hijri.h"

#include <math.h>
#include <unicode/ucal.h>

#define QSA_MILLISECONDS_A_DAY 86400000.0

gboolean
qsa_hijri_to_days (int year, int month, int day, gint32 *days)
{
  static const UChar utc[] = { 'U', 'T', 'C', 0 };
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *calendar;
  UDate moment = 0;

  calendar = ucal_open (utc, -1, "en@calendar=islamic-umalqura", UCAL_TRADITIONAL,
                        &status);
  if (U_FAILURE (status))
    return FALSE;
  ucal_clear (calendar);
  ucal_setAttribute (calendar, UCAL_LENIENT, FALSE);
  ucal_set (calendar, UCAL_YEAR, year);
  ucal_set (calendar, UCAL_MONTH, month - 1);
  ucal_set (calendar, UCAL_DATE, day);
  moment = ucal_getMillis (calendar, &status);
  ucal_close (calendar);
  if (U_FAILURE (status))
    return FALSE;
  *days = (gint32) floor (moment / QSA_MILLISECONDS_A_DAY);
  return TRUE;
}
