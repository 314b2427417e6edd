/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-date.h"
#include "qsa-text-util.h"

static void
test_date_valid (void)
{
  static const struct
  {
    QsaDate date;
    gboolean valid;
  } cases[] = {
    { QSA_DATE_INIT, TRUE },
    { { QSA_DATE_DAY, 2020, 2, 29, QSA_DATE_NO_MINUTE }, TRUE },
    { { QSA_DATE_DAY, 2021, 2, 29, QSA_DATE_NO_MINUTE }, FALSE },
    { { QSA_DATE_DAY, 1900, 2, 29, QSA_DATE_NO_MINUTE }, FALSE },
    { { QSA_DATE_DAY, 2020, 13, 1, QSA_DATE_NO_MINUTE }, FALSE },
    { { QSA_DATE_DAY, 2020, 4, 31, QSA_DATE_NO_MINUTE }, FALSE },
    { { QSA_DATE_DAY, 0, 4, 1, QSA_DATE_NO_MINUTE }, FALSE },
    { { QSA_DATE_DAY, 2020, 4, 30, 1439 }, TRUE },
    { { QSA_DATE_DAY, 2020, 4, 30, 1440 }, FALSE },
    { { QSA_DATE_MONTH, 2020, 4, 0, QSA_DATE_NO_MINUTE }, TRUE },
    { { QSA_DATE_MONTH, 2020, 4, 1, QSA_DATE_NO_MINUTE }, FALSE },
    { { QSA_DATE_YEAR, 2020, 0, 0, QSA_DATE_NO_MINUTE }, TRUE },
    { { QSA_DATE_YEAR, 2020, 1, 0, QSA_DATE_NO_MINUTE }, FALSE },
    { { QSA_DATE_NONE, 2020, 0, 0, QSA_DATE_NO_MINUTE }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (qsa_date_is_valid (&cases[i].date), ==, cases[i].valid);
}

/* Every day of the calendar there and back, one after the other, against GLib's. */
static void
test_date_days (void)
{
  g_autoptr (GDate) calendar = g_date_new_dmy (1, 1, 1);
  QsaDate first = { QSA_DATE_DAY, 1, 1, 1, QSA_DATE_NO_MINUTE };
  gint32 day = qsa_date_first_day (&first);

  g_assert_cmpint (day, ==, -719162);
  for (; g_date_get_year (calendar) < 10000; day++)
    {
      QsaDate date = qsa_date_from_days (day, QSA_DATE_DAY);

      if (date.year != g_date_get_year (calendar)
          || date.month != g_date_get_month (calendar)
          || date.day != g_date_get_day (calendar) || qsa_date_first_day (&date) != day)
        g_error ("day %d", day);
      g_date_add_days (calendar, 1);
    }
  g_assert_cmpint (qsa_date_from_days (day, QSA_DATE_DAY).precision, ==, QSA_DATE_NONE);
  g_assert_cmpint (qsa_date_from_days (-719163, QSA_DATE_DAY).precision, ==,
                   QSA_DATE_NONE);
  g_assert_cmpint (qsa_date_from_days (0, QSA_DATE_NONE).precision, ==, QSA_DATE_NONE);
}

static void
test_date_periods (void)
{
  QsaDate month = { QSA_DATE_MONTH, 2020, 2, 0, QSA_DATE_NO_MINUTE };
  QsaDate year = { QSA_DATE_YEAR, 1970, 0, 0, QSA_DATE_NO_MINUTE };

  g_assert_cmpint (qsa_date_last_day (&month) - qsa_date_first_day (&month), ==, 28);
  g_assert_cmpint (qsa_date_first_day (&year), ==, 0);
  g_assert_cmpint (qsa_date_last_day (&year), ==, 364);
  g_assert_cmpint (qsa_date_from_days (364, QSA_DATE_YEAR).year, ==, 1970);
  g_assert_cmpint (qsa_date_from_days (364, QSA_DATE_MONTH).month, ==, 12);
  g_assert_cmpint (qsa_date_from_days (364, QSA_DATE_MONTH).day, ==, 0);
}

static void
test_date_iso (void)
{
  static const struct
  {
    const char *text;
    const char *iso; /* NULL: refused */
  } cases[] = {
    { "2021-11-28", "2021-11-28" },
    { "2021-11", "2021-11" },
    { "2021", "2021" },
    { "٢٠٢١-١١-٢٨", "2021-11-28" },
    { "2021-02-30", NULL },
    { "2021-13", NULL },
    { "2021-1-1", NULL },
    { "2021-11-28T10", NULL },
    { "2021/11/28", NULL },
    { "", NULL },
    { "21-11-28", NULL },
    { "0000", NULL },
    { " 2021", NULL },
    { "2021-11-2a", NULL },
    { "+021", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      QsaDate date = { QSA_DATE_DAY, 1, 1, 1, 1 };
      gboolean parsed = qsa_date_parse_iso (cases[i].text, &date);
      g_autofree char *iso = qsa_date_to_iso (&date);

      g_assert_cmpint (parsed, ==, cases[i].iso != NULL);
      g_assert_cmpstr (iso, ==, cases[i].iso);
    }
}

static void
test_date_time (void)
{
  QsaDate date = { QSA_DATE_DAY, 2021, 11, 28, 9 * 60 + 5 };
  QsaDate undated = QSA_DATE_INIT;
  g_autofree char *time = qsa_date_time_to_iso (&date);

  g_assert_cmpstr (time, ==, "09:05");
  g_assert_null (qsa_date_time_to_iso (&undated));
  g_assert_null (qsa_date_to_iso (&undated));
}

/* In their order: each is before all that follow. */
static void
test_date_compare (void)
{
  static const QsaDate ordered[] = {
    { QSA_DATE_DAY, 2020, 12, 31, 5 },
    { QSA_DATE_DAY, 2021, 1, 1, QSA_DATE_NO_MINUTE },
    { QSA_DATE_DAY, 2021, 1, 1, 0 },
    { QSA_DATE_DAY, 2021, 1, 1, 90 },
    { QSA_DATE_MONTH, 2021, 1, 0, QSA_DATE_NO_MINUTE },
    { QSA_DATE_YEAR, 2021, 0, 0, QSA_DATE_NO_MINUTE },
    { QSA_DATE_DAY, 2021, 1, 2, QSA_DATE_NO_MINUTE },
    QSA_DATE_INIT,
  };

  for (guint i = 0; i < G_N_ELEMENTS (ordered); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (ordered); j++)
        g_assert_cmpint (qsa_date_compare (&ordered[i], &ordered[j]), ==,
                         i < j   ? -1
                         : i > j ? 1
                                 : 0);
    }
}

static void
test_number (void)
{
  static const struct
  {
    guint64 number;
    const char *text;
  } cases[] = {
    { 0, "0" },
    { 999, "999" },
    { 1204, "1,204" },
    { 1000000, "1,000,000" },
    { G_MAXUINT64, "18,446,744,073,709,551,615" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = qsa_number_format (cases[i].number);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_digits (void)
{
  g_autofree char *latin = qsa_digits_to_latin ("٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ نص 7\xd9", -1);
  g_autofree char *part = qsa_digits_to_latin ("٣٤", 3);
  g_autofree char *none = qsa_digits_to_latin (NULL, 0);

  g_assert_cmpstr (latin, ==, "0123456789 0123456789 نص 7\xd9");
  g_assert_cmpstr (part, ==, "3\xd9");
  g_assert_cmpstr (none, ==, "");
}

static void
test_squeeze (void)
{
  static const struct
  {
    const char *text;
    const char *squeezed;
  } cases[] = {
    { "  نص \t\u00a0 نص\u2003", "نص نص" },
    { "سطر\nسطر", "سطر\nسطر" },
    { "\n نص \n", "نص" },
    { "\u200fنص\u200f", "\u200fنص\u200f" },
    { " \u00a0 ", "" },
    { "", "" },
    { "\r\nنص\r\n", "نص" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *squeezed = qsa_text_squeeze (cases[i].text, -1);

      g_assert_cmpstr (squeezed, ==, cases[i].squeezed);
    }
}

static void
test_count_words (void)
{
  g_assert_cmpuint (qsa_text_count_words ("القاهرة.وقال أ.ف.ب 2,500", -1), ==, 6);
  g_assert_cmpuint (qsa_text_count_words ("", -1), ==, 0);
  g_assert_cmpuint (qsa_text_count_words (NULL, 0), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/date/valid", test_date_valid);
  g_test_add_func ("/text/date/days", test_date_days);
  g_test_add_func ("/text/date/periods", test_date_periods);
  g_test_add_func ("/text/date/iso", test_date_iso);
  g_test_add_func ("/text/date/time", test_date_time);
  g_test_add_func ("/text/date/compare", test_date_compare);
  g_test_add_func ("/text/util/number", test_number);
  g_test_add_func ("/text/util/digits", test_digits);
  g_test_add_func ("/text/util/squeeze", test_squeeze);
  g_test_add_func ("/text/util/count-words", test_count_words);
  return g_test_run ();
}
