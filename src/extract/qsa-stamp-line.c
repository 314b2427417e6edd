/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-stamp-line.h"

#include <string.h>

#include "qsa-date-parser.h"

/* What follows these is when the page was changed, or the number of the issue. */
static const char *const changes[] = { "آخر تحديث",  "اخر تحديث",  "آخر تعديل",
                                       "تم التحديث", "تم تحديث",   "محدث",
                                       "تحديث",      "رقم العدد",  "Updated",
                                       "updated",    "Last update" };

static char *
qsa_stamp_line_without_change (const char *text)
{
  const char *first = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      const char *found = strstr (text, changes[i]);

      if (found != NULL && (first == NULL || found < first))
        first = found;
    }
  if (first == NULL)
    return g_strdup (text);
  /* "28.11.2021 - محدث": the joint goes too. */
  while (first > text && strchr (" -|(،,", first[-1]) != NULL)
    first--;
  return g_strndup (text, (gsize) (first - text));
}

/* Clocks, calendars and arrows before the stamp. */
static const char *
qsa_stamp_line_skip_signs (const char *text)
{
  while (*text != '\0' && !g_unichar_isalnum (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

/* "2021: 03:30": a colon that belongs to no time. */
static void
qsa_stamp_line_blank_colons (char *text)
{
  for (char *p = text; *p != '\0'; p++)
    {
      if (*p == ':' && p > text && g_ascii_isdigit (p[-1]) && p[1] == ' ')
        *p = ' ';
    }
}

/* "22 شهر ربيع الثاني 1443": the noun before a month says nothing. */
static void
qsa_stamp_line_drop_month_noun (char *text)
{
  static const char noun[] = " شهر ";
  char *found = strstr (text, noun);

  if (found != NULL)
    memmove (found, found + strlen (noun) - 1, strlen (found + strlen (noun) - 1) + 1);
}

gboolean
qsa_stamp_line_read (const char *text, QsaDate *date, char **rest)
{
  g_autofree char *line = NULL;
  const char *stamp;
  gsize start_byte = 0;
  gsize end_byte = 0;

  g_return_val_if_fail (text != NULL && date != NULL, FALSE);

  line = qsa_stamp_line_without_change (text);
  qsa_stamp_line_blank_colons (line);
  qsa_stamp_line_drop_month_noun (line);
  stamp = qsa_stamp_line_skip_signs (line);
  if (!qsa_date_find_in_stamp_line (stamp, -1, date, &start_byte, &end_byte))
    return FALSE;
  if (rest != NULL)
    *rest = g_strdup_printf ("%.*s|%s", (int) start_byte, stamp, stamp + end_byte);
  return TRUE;
}
