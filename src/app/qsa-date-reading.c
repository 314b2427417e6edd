/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-date-reading.h"

#include <glib/gi18n.h>
#include <string.h>

#include "qsa-date-parser.h"
#include "qsa-display-text.h"
#include "qsa-fold.h"
#include "qsa-text-util.h"

static gboolean
qsa_date_reading_is_number (const char *text, gsize min_digits, gsize max_digits)
{
  gsize digits = strspn (text, "0123456789");

  return text[digits] == '\0' && digits >= min_digits && digits <= max_digits;
}

static gboolean
qsa_date_reading_set (QsaDate *date, int year, int month)
{
  QsaDate read = QSA_DATE_INIT;

  read.precision = QSA_DATE_MONTH;
  read.year = (gint16) year;
  read.month = (guint8) month;
  if (!qsa_date_is_valid (&read))
    return FALSE;
  *date = read;
  return TRUE;
}

/* "2021 12" and "12 2021", after folding: any separator is a space. A year has four digits. */
static gboolean
qsa_date_reading_parse_numbers (const char *folded, QsaDate *date)
{
  g_auto (GStrv) parts = g_strsplit (folded, " ", 3);

  if (g_strv_length (parts) != 2)
    return FALSE;
  if (qsa_date_reading_is_number (parts[0], 4, 4)
      && qsa_date_reading_is_number (parts[1], 1, 2))
    return qsa_date_reading_set (date, atoi (parts[0]), atoi (parts[1]));
  if (qsa_date_reading_is_number (parts[0], 1, 2)
      && qsa_date_reading_is_number (parts[1], 4, 4))
    return qsa_date_reading_set (date, atoi (parts[1]), atoi (parts[0]));
  return FALSE;
}

/* "كانون الاول 2021". */
static gboolean
qsa_date_reading_parse_month_name (const char *folded, QsaDate *date)
{
  const char *last = strrchr (folded, ' ');
  g_autofree char *name = NULL;
  int month;

  if (last == NULL || !qsa_date_reading_is_number (last + 1, 4, 4))
    return FALSE;
  name = g_strndup (folded, (gsize) (last - folded));
  month = qsa_date_month_from_folded_name (name);
  return month > 0 && qsa_date_reading_set (date, atoi (last + 1), month);
}

gboolean
qsa_date_reading_parse (const char *text, QsaDate *date)
{
  g_autofree char *squeezed = NULL;
  g_autofree char *separated = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (date != NULL, FALSE);

  *date = (QsaDate) QSA_DATE_INIT;
  squeezed = qsa_text_squeeze (text, -1);
  if (qsa_date_parse_iso (squeezed, date) || qsa_date_parse_stamp (squeezed, -1, date))
    return TRUE;
  /* The scanner would take "12.2021" for a number with a fraction. */
  separated = g_strdelimit (g_strdup (squeezed), "./-", ' ');
  folded = qsa_fold_text (separated, -1);
  return qsa_date_reading_parse_numbers (folded, date)
         || qsa_date_reading_parse_month_name (folded, date);
}

char *
qsa_date_reading_describe (const QsaDate *date)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (date != NULL, NULL);

  words = qsa_display_date (date);
  switch (date->precision)
    {
    case QSA_DATE_MONTH:
      /* Translators: how the program reads a typed date: "December 2021 (month only)". */
      return g_strdup_printf (_ ("%s (month only)"), words);
    case QSA_DATE_YEAR:
      /* Translators: how the program reads a typed date: "2021 (year only)". */
      return g_strdup_printf (_ ("%s (year only)"), words);
    case QSA_DATE_DAY:
    case QSA_DATE_NONE:
    default:
      return g_steal_pointer (&words);
    }
}
