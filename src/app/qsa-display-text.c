/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-display-text.h"

#include <glib/gi18n.h>

#include "qsa-bidi.h"
#include "qsa-text-util.h"

#define QSA_LRM "\xe2\x80\x8e"

static const char *const month_names[] = {
  NC_ ("month", "January"), NC_ ("month", "February"), NC_ ("month", "March"),
  NC_ ("month", "April"),   NC_ ("month", "May"),      NC_ ("month", "June"),
  NC_ ("month", "July"),    NC_ ("month", "August"),   NC_ ("month", "September"),
  NC_ ("month", "October"), NC_ ("month", "November"), NC_ ("month", "December"),
};

static const char *
qsa_display_month_name (guint month)
{
  g_assert (month >= 1 && month <= G_N_ELEMENTS (month_names));

  return g_dpgettext2 (NULL, "month", month_names[month - 1]);
}

char *
qsa_display_date (const QsaDate *date)
{
  g_return_val_if_fail (date != NULL, NULL);

  switch (date->precision)
    {
    case QSA_DATE_DAY:
      /* Translators: a full date: day, name of the month, year, such as "8 December 2021". */
      return g_strdup_printf (C_ ("date", "%1$d %2$s %3$d"), date->day,
                              qsa_display_month_name (date->month), date->year);
    case QSA_DATE_MONTH:
      /* Translators: a date without a day: name of the month, year. */
      return g_strdup_printf (C_ ("date", "%1$s %2$d"),
                              qsa_display_month_name (date->month), date->year);
    case QSA_DATE_YEAR:
      return g_strdup_printf ("%d", date->year);
    case QSA_DATE_NONE:
    default:
      return g_strdup (_ ("Undated"));
    }
}

char *
qsa_display_date_range (const QsaDate *from, const QsaDate *to)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  g_return_val_if_fail (from != NULL && to != NULL, NULL);

  first = qsa_display_date (from);
  last = qsa_display_date (to);
  if (from->precision == QSA_DATE_NONE && to->precision == QSA_DATE_NONE)
    return NULL;
  if (to->precision == QSA_DATE_NONE)
    /* Translators: dates from this one on, such as "since December 2021". */
    return g_strdup_printf (_ ("since %s"), first);
  if (from->precision == QSA_DATE_NONE)
    /* Translators: dates up to this one and including it, such as "until 2020". */
    return g_strdup_printf (_ ("until %s"), last);
  if (g_str_equal (first, last))
    return g_steal_pointer (&first);
  /* Translators: a range of dates, such as "March 2021 – May 2021". */
  return g_strdup_printf (_ ("%1$s – %2$s"), first, last);
}

char *
qsa_display_n_articles (guint n)
{
  g_autofree char *number = qsa_number_format (n);

  /* Translators: %s is the number with grouped digits, such as "1,204". */
  return g_strdup_printf (ngettext ("%s article", "%s articles", n), number);
}

const char *
qsa_display_outlet (const char *name)
{
  return name != NULL ? name : _ ("Unknown outlet");
}

char *
qsa_display_isolate (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return qsa_bidi_isolate (text, qsa_direction_of (text, -1));
}

char *
qsa_display_directed (const char *text, gsize *mark_bytes)
{
  QsaDirection wanted;
  const char *mark = "";

  g_return_val_if_fail (text != NULL, NULL);

  wanted = qsa_direction_of (text, -1);
  if (wanted != QSA_DIRECTION_NEUTRAL
      && wanted != qsa_direction_of_first_strong (text, -1))
    mark = wanted == QSA_DIRECTION_RTL ? QSA_RLM : QSA_LRM;
  if (mark_bytes != NULL)
    *mark_bytes = strlen (mark);
  return g_strconcat (mark, text, NULL);
}
