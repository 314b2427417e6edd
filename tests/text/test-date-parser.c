/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-date-parser.h"
#include "qsa-hijri.h"

#include <string.h>

#include "shared-articles.h"

typedef struct
{
  const char *name;
  const char *text;
  const char *date; /* NULL: refused */
  const char *time; /* NULL: none */
} StampCase;

static const StampCase stamp_cases[] = {
  { "weekday-comma", "الإثنين، 24 أغسطس 2020 09:23 ص", "2020-08-24", "09:23" },
  { "day-month-year", "08 ديسمبر 2021", "2021-12-08", NULL },
  { "dashes-comma-time", "28-11-2021, 14:13", "2021-11-28", "14:13" },
  { "time-weekday-spaced-slashes", "٠٢:٠٠ الثلاثاء ١ / ١٢ / ٢٠٢٠", "2020-12-01",
    "02:00" },
  { "year-first-slashes", "2020/12/25 - 1:59 صباحًا", "2020-12-25", "01:59" },
  { "dashes", "13-5-2011", "2011-05-13", NULL },
  { "dots-year-first", "2017.03.27", "2017-03-27", NULL },
  { "time-dots-gmt", "17:27 17.03.2020 GMT", "2020-03-17", "17:27" },
  { "iso-bar-time", "2026-01-08 | 12:42", "2026-01-08", "12:42" },
  { "maghreb-month", "الجمعة 8 فيفري 2019", "2019-02-08", NULL },
  { "hijri-and-gregorian", "26 شوال 1436 هـ الموافق 11 اغسطس 2015 م", "2015-08-11",
    NULL },
  { "hijri-glued-eras", "26 شوال 1436هـ - 11 أغسطس 2015م", "2015-08-11", NULL },
  { "gregorian-then-hijri", "11 أغسطس 2015 الموافق 26 شوال 1436هـ", "2015-08-11", NULL },
  { "hijri-weekday-gregorian", "الثلاثاء 26 شوال 1436 - 11 أغسطس 2015", "2015-08-11",
    NULL },
  { "hijri-numeric-pair", "1436/10/26هـ الموافق 2015/08/11م", "2015-08-11", NULL },
  { "hijri-impossible-half", "34 رجب 1436 الموافق 13 مايو 2015", "2015-05-13", NULL },
  { "hijri-months-pair", "شوال 1436هـ / أغسطس 2015م", "2015-08", NULL },
  { "hijri-alone", "26 شوال 1436 هـ", "2015-08-11", NULL },
  { "hijri-alone-weekday", "الاثنين ٢٥ شوال ١٤٣٦", "2015-08-10", NULL },
  { "hijri-numeric-alone", "25/10/1436 هـ", "2015-08-10", NULL },
  { "hijri-dhu-alqaeda", "5 ذي القعدة 1436", "2015-08-20", NULL },
  { "hijri-month-alone", "رمضان 1436", NULL, NULL },
  { "hijri-impossible-alone", "34 رجب 1436", NULL, NULL },
  { "rfc-2822", "Sun, 06 May 2018 21:04:04 GMT", "2018-05-06", "21:04" },
  { "rfc-2822-offset", "Thu, 02 Mar 2017 18:30:00 +0100", "2017-03-02", "18:30" },
  { "rfc-2822-negative-offset", "Thu, 2 Mar 2017 18:30:00 -0500 (EST)", "2017-03-02",
    "18:30" },
  { "iso-day", "2017-01-25", "2017-01-25", NULL },
  { "iso-zone", "2017-01-25T23:36:00+01:00", "2017-01-25", "23:36" },
  { "iso-zulu", "2017-01-25T14:36:00.000Z", "2017-01-25", "14:36" },
  { "iso-space", "2016-06-01 12:00:05", "2016-06-01", "12:00" },
  { "iso-minutes-offset", "2021-03-04T05:06+0400", "2021-03-04", "05:06" },
  { "iso-time-without-colons", "2017-01-25T143600", "2017-01-25", "14:36" },
  { "iso-basic", "20170125T143600Z", "2017-01-25", "14:36" },
  { "iso-basic-day", "20170125", "2017-01-25", NULL },
  { "slashes", "29/07/2016", "2016-07-29", NULL },
  { "slashes-both-below-13", "05/06/2016", "2016-06-05", NULL },
  { "dual-levant-second", "5 مارس/آذار 2020", "2020-03-05", NULL },
  { "dual-levant-first", "17 آذار/مارس 2020", "2020-03-17", NULL },
  { "dual-space-after", "26 تموز/ يوليو 2021", "2021-07-26", NULL },
  { "dual-spaces", "3 نيسان / أبريل 2018", "2018-04-03", NULL },
  { "dual-no-space-no-hamza", "28 آب/اغسطس 2013", "2013-08-28", NULL },
  { "dual-brackets", "9 ديسمبر (كانون الأول) 2018", "2018-12-09", NULL },
  { "dual-two-words-first", "5 كانون الثاني/يناير 2020", "2020-01-05", NULL },
  { "dual-two-words-second", "5 يناير/كانون الثاني 2020", "2020-01-05", NULL },
  { "dual-dash", "5 تشرين الثاني - نوفمبر 2020", "2020-11-05", NULL },
  { "dual-differ", "5 مارس/نيسان 2020", NULL, NULL },
  { "dual-month-only", "تشرين الأول/أكتوبر 2019", "2019-10", NULL },
  { "levant-two-words", "الأحد 3 تشرين الأول 2021", "2021-10-03", NULL },
  { "moroccan", "12 غشت 2019", "2019-08-12", NULL },
  { "moroccan-shatanbir", "12 شتنبر 2019", "2019-09-12", NULL },
  { "mauritanian", "30 دجمبر 2019", "2019-12-30", NULL },
  { "algerian-august", "12 أوت 2019 14:30", "2019-08-12", "14:30" },
  { "persian-digits", "۱۲ مايو ۲۰۱۹", "2019-05-12", NULL },
  { "month-first", "أغسطس 24, 2020", "2020-08-24", NULL },
  { "month-first-arabic-comma", "يناير 5، 2020", "2020-01-05", NULL },
  { "english", "January 25, 2017", "2017-01-25", NULL },
  { "english-ordinal", "1st March 2017", "2017-03-01", NULL },
  { "english-dashes", "24-Aug-2020", "2020-08-24", NULL },
  { "french", "5 août 2017", "2017-08-05", NULL },
  { "year-month-day-name", "2020 أغسطس 24", "2020-08-24", NULL },
  { "of", "5 من يناير 2020", "2020-01-05", NULL },
  { "meem-after-year", "11 أغسطس 2015 م", "2015-08-11", NULL },
  { "meem-after-year-glued", "11 أغسطس 2015م 10:30", "2015-08-11", "10:30" },
  { "meem-after-time", "11 أغسطس 2015 02:13 م", "2015-08-11", "14:13" },
  { "meem-both", "11 أغسطس 2015م 02:13 م", "2015-08-11", "14:13" },
  { "meem-before-time", "م 02:13 11-8-2015", "2015-08-11", "14:13" },
  { "meladi", "11 أغسطس 2015 ميلادي", "2015-08-11", NULL },
  { "masaan", "11-8-2015 7:05 مساءً", "2015-08-11", "19:05" },
  { "noon", "11-8-2015 12:05 ظ", "2015-08-11", "12:05" },
  { "midnight", "11-8-2015 12:05 ص", "2015-08-11", "00:05" },
  { "twelve-pm", "11-8-2015 12:05 م", "2015-08-11", "12:05" },
  { "pm-24-hours", "11-8-2015 14:05 م", "2015-08-11", "14:05" },
  { "pm-dotted", "11-8-2015 2:05 p.m.", "2015-08-11", "14:05" },
  { "clock", "الثلاثاء 11-8-2015 الساعة 10:05", "2015-08-11", "10:05" },
  { "clock-hour", "الثلاثاء 11-8-2015 الساعة 9 مساء", "2015-08-11", "21:00" },
  { "zone-t-gh", "11-8-2015 10:05 ت غ", "2015-08-11", "10:05" },
  { "zone-t-gh-dots", "11-8-2015 10:05 ت.غ.", "2015-08-11", "10:05" },
  { "zone-greenwich", "11-8-2015 10:05 بتوقيت غرينتش", "2015-08-11", "10:05" },
  { "zone-mecca", "11-8-2015 10:05 بتوقيت مكة المكرمة", "2015-08-11", "10:05" },
  { "zone-brackets", "11-8-2015 10:05 (GMT+3)", "2015-08-11", "10:05" },
  { "label", "نشر في: 11 أغسطس 2015", "2015-08-11", NULL },
  { "label-date-of-publication", "تاريخ النشر: 11/08/2015 10:05", "2015-08-11", "10:05" },
  { "rlm", "\u200f11\u200f/8/2015\u200f", "2015-08-11", NULL },
  { "nbsp", "11\u00a0أغسطس\u00a02015", "2015-08-11", NULL },
  { "tashkeel", "11 أُغُسطُس 2015", "2015-08-11", NULL },
  { "month-only", "نوفمبر 2021", "2021-11", NULL },
  { "month-only-numeric", "11/2021", "2021-11", NULL },
  { "month-only-iso", "2021-11", "2021-11", NULL },
  { "year-only", "2021", "2021", NULL },
  { "year-only-arabic-digits", "٢٠٢١", "2021", NULL },
  { "update-time-after-day", "الأربعاء، 04 نيسان/أبريل 2018، آخر تحديث 14:00 (GMT+0400)",
    "2018-04-04", NULL },
  { "update-time-after-time", "4-4-2018 10:00، آخر تحديث: 14:00", "2018-04-04", "10:00" },
  { "leap-day", "29 فبراير 2020", "2020-02-29", NULL },

  { "no-year", "26 تموز", NULL, NULL },
  { "suffix-last", "26 تموز/ يوليو الماضي", NULL, NULL },
  { "suffix-last-year", "26 تموز/ يوليو الماضي 2021", NULL, NULL },
  { "two-digit-year", "05/06/16", NULL, NULL },
  { "no-leap-day", "29 فبراير 2021", NULL, NULL },
  { "impossible-day", "31/04/2020", NULL, NULL },
  { "month-day-order", "12/25/2020", NULL, NULL },
  { "year-day-month", "2020/25/12", NULL, NULL },
  { "zero-day", "0/12/2020", NULL, NULL },
  { "zero-month", "2020-00-10", NULL, NULL },
  { "mixed-marks", "28-11/2021", NULL, NULL },
  { "two-dates", "28-11-2021 29-11-2021", NULL, NULL },
  { "two-times", "28-11-2021 10:00 11:00", NULL, NULL },
  { "bad-time", "28-11-2021 25:00", NULL, NULL },
  { "bad-minute", "28-11-2021 10:60", NULL, NULL },
  { "time-only", "14:13", NULL, NULL },
  { "weekday-only", "الثلاثاء", NULL, NULL },
  { "month-word-as-verb", "مارس", NULL, NULL },
  { "month-as-name", "رجب", NULL, NULL },
  { "sentence", "في 5 يناير/كانون الثاني 2020 صوّت البرلمان", NULL, NULL },
  { "sentence-after", "31/ 12/ 2021 بعد الساعة الـ 12", NULL, NULL },
  { "preposition", "في 5 يناير 2020", NULL, NULL },
  { "today", "اليوم 5 يناير 2020", NULL, NULL },
  { "updated", "آخر تحديث: 5 يناير 2020", NULL, NULL },
  { "updated-time-first", "آخر تحديث 14:00 - 5 يناير 2020", NULL, NULL },
  { "hijri-month-gregorian-year", "5 رمضان 2015", NULL, NULL },
  { "gregorian-month-hijri-year", "5 مايو 1436", NULL, NULL },
  { "wrong-era", "5 مايو 2015 هـ", NULL, NULL },
  { "month-with-time", "مايو 2015 10:30", NULL, NULL },
  { "phone", "00964 770 123 4567", NULL, NULL },
  { "count", "1204", NULL, NULL },
  { "range", "5-7 مايو 2015", NULL, NULL },
  { "years", "2015-2016", NULL, NULL },
  { "long-number", "20170125143600999", NULL, NULL },
  { "empty", "", NULL, NULL },
  { "marks", " - / , ", NULL, NULL },
  { "invalid-utf8", "5 \xd9 2020", NULL, NULL },
  { "percent", "28-11-2021 10%", NULL, NULL },
};

static void
check_date (const QsaDate *date, const char *iso, const char *time)
{
  g_autofree char *found_iso = qsa_date_to_iso (date);
  g_autofree char *found_time = qsa_date_time_to_iso (date);

  g_assert_cmpstr (found_iso, ==, iso);
  g_assert_cmpstr (found_time, ==, time);
}

static void
test_stamp (gconstpointer data)
{
  const StampCase *stamp = data;
  /* Not NUL-terminated, for the sanitizer to see a read past the end. */
  gsize n_bytes = strlen (stamp->text);
  g_autofree char *exact = g_memdup2 (stamp->text, MAX (n_bytes, 1));
  QsaDate date = { QSA_DATE_DAY, 1, 1, 1, 1 };
  gboolean found = qsa_date_parse_stamp (exact, (gssize) n_bytes, &date);

  g_assert_cmpint (found, ==, stamp->date != NULL);
  check_date (&date, stamp->date, stamp->time);
}

typedef struct
{
  const char *name;
  const char *line;
  const char *date; /* NULL: refused */
  const char *time;
  const char *stamp; /* the range */
} LineCase;

static const LineCase line_cases[] = {
  { "section-bar", "سياسة | 28-11-2021, 14:13 |", "2021-11-28", "14:13",
    "28-11-2021, 14:13" },
  { "whole", "الجمعة 8 فيفري 2019", "2019-02-08", NULL, "الجمعة 8 فيفري 2019" },
  { "place-dash", "بغداد - 5 يناير 2020", "2020-01-05", NULL, "5 يناير 2020" },
  { "place-glued-dash", "بغداد- 5 يناير 2020", "2020-01-05", NULL, "5 يناير 2020" },
  { "place-comma", "عمّان، 5 كانون الثاني 2020", "2020-01-05", NULL,
    "5 كانون الثاني 2020" },
  { "author-dot", "ليلى المنصوري · 05/06/2016 · 10:30", "2016-06-05", "10:30",
    "05/06/2016 · 10:30" },
  { "time-in-own-field", "أخبار | 10:30 | 05/06/2016", "2016-06-05", "10:30",
    "10:30 | 05/06/2016" },
  { "outlet-with-today", "الغد اليوم - 28-11-2021", "2021-11-28", NULL, "28-11-2021" },
  { "author-ali", "علي حسن | 28-11-2021", "2021-11-28", NULL, "28-11-2021" },
  { "published-and-updated", "نشر في 5 يناير 2020 - آخر تحديث 6 يناير 2020", "2020-01-05",
    NULL, "نشر في 5 يناير 2020" },
  { "slash-section", "اقتصاد / 5 مارس/آذار 2020", "2020-03-05", NULL,
    "5 مارس/آذار 2020" },
  { "month-field", "تقارير | نوفمبر 2021", "2021-11", NULL, "نوفمبر 2021" },
  { "brackets", "الرأي (5 يناير 2020)", "2020-01-05", NULL, "5 يناير 2020" },

  { "sentence", "في 5 يناير/كانون الثاني 2020 صوّت البرلمان", NULL, NULL, NULL },
  { "sentence-after", "31/ 12/ 2021 بعد الساعة الـ 12", NULL, NULL, NULL },
  { "sentence-commas", "صوّت البرلمان، 5 يناير 2020، على القانون", NULL, NULL, NULL },
  { "sentence-dash", "بغداد - 5 يناير 2020 - قال الوزير إن الحكومة ماضية في خطتها", NULL,
    NULL, NULL },
  { "sentence-stop", "انتهى الاجتماع. لم يصدر بيان - 5 يناير 2020", NULL, NULL, NULL },
  { "long-field", "هذا سطر طويل يحكي قصة لا تنتهي قبل عشر كلمات على الأقل | 5 يناير 2020",
    NULL, NULL, NULL },
  { "updated", "آخر تحديث | 5 يناير 2020", NULL, NULL, NULL },
  { "inside-text", "ملف نوفمبر 2021 الشهري", NULL, NULL, NULL },
  { "month-inside-date", "رقم 5/12/2020 | أرشيف", NULL, NULL, NULL },
  { "year", "أرشيف | 2021", NULL, NULL, NULL },
  { "no-date", "سياسة | 14:13", NULL, NULL, NULL },
  { "last-month", "سياسة | 26 تموز الماضي", NULL, NULL, NULL },
};

static void
test_line (gconstpointer data)
{
  const LineCase *line = data;
  gsize n_bytes = strlen (line->line);
  g_autofree char *exact = g_memdup2 (line->line, n_bytes);
  QsaDate date;
  gsize start = 0;
  gsize end = 0;
  gboolean found = qsa_date_find_in_stamp_line (exact, (gssize) n_bytes, &date, &start,
                                                &end);

  g_assert_cmpint (found, ==, line->date != NULL);
  check_date (&date, line->date, line->time);
  if (line->stamp != NULL)
    {
      g_autofree char *stamp = g_strndup (line->line + start, end - start);

      g_assert_cmpstr (stamp, ==, line->stamp);
    }
}

static void
test_month_names (void)
{
  g_assert_cmpint (qsa_date_month_from_folded_name ("كانون الثاني"), ==, 1);
  g_assert_cmpint (qsa_date_month_from_folded_name ("اغسطس"), ==, 8);
  g_assert_cmpint (qsa_date_month_from_folded_name ("اب"), ==, 8);
  g_assert_cmpint (qsa_date_month_from_folded_name ("غشت"), ==, 8);
  g_assert_cmpint (qsa_date_month_from_folded_name ("جويليه"), ==, 7);
  g_assert_cmpint (qsa_date_month_from_folded_name ("كانون"), ==, 0);
  g_assert_cmpint (qsa_date_month_from_folded_name ("شوال"), ==, 0);
  g_assert_cmpint (qsa_date_month_from_folded_name (""), ==, 0);
}

/* Dual dates as printed: 402 of the 408 occurrences agree with the Umm al-Qura calendar. */
static void
test_hijri_pairs (void)
{
  g_autofree char *path = shared_dup_path ("gold/hijri-gregorian-pairs.tsv");
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_right = 0;
  guint n_all = 0;

  if (path == NULL || !g_file_get_contents (path, &contents, NULL, NULL))
    {
      g_test_skip (
          "no gold/hijri-gregorian-pairs.tsv; set QSA_SHARED to the folder that has it");
      return;
    }
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) f = g_strsplit (lines[i], "\t", -1);
      g_autofree char *hijri = NULL;
      g_autofree char *gregorian = NULL;
      g_autofree char *dual = NULL;
      QsaDate by_hijri;
      QsaDate by_gregorian;
      QsaDate by_dual;
      guint count;

      if (g_strv_length (f) < 7)
        continue;
      count = (guint) g_ascii_strtoull (f[6], NULL, 10);
      hijri = g_strdup_printf ("%s %s %s هـ", f[0], f[1], f[2]);
      gregorian = g_strdup_printf ("%s %s %s", f[3], f[4], f[5]);
      dual = g_strdup_printf ("%s الموافق %s م", hijri, gregorian);
      g_assert_true (qsa_date_parse_stamp (gregorian, -1, &by_gregorian));
      g_assert_true (qsa_date_parse_stamp (dual, -1, &by_dual));
      g_assert_cmpint (qsa_date_compare (&by_dual, &by_gregorian), ==, 0);
      n_all += count;
      if (qsa_date_parse_stamp (hijri, -1, &by_hijri)
          && qsa_date_compare (&by_hijri, &by_gregorian) == 0)
        n_right += count;
    }
  g_assert_cmpuint (n_all, ==, 408);
  g_assert_cmpuint (n_right, ==, 402);
}

static void
test_hijri_range (void)
{
  gint32 days;

  g_assert_true (qsa_hijri_to_days (1436, 10, 25, &days));
  g_assert_cmpint (days, ==, 16657);
  g_assert_false (qsa_hijri_to_days (1436, 13, 1, &days));
  g_assert_false (qsa_hijri_to_days (1436, 10, 31, &days));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (stamp_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/text/date-parser/stamp/",
                                           stamp_cases[i].name, NULL);

      g_test_add_data_func (path, &stamp_cases[i], test_stamp);
    }
  for (guint i = 0; i < G_N_ELEMENTS (line_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/text/date-parser/line/", line_cases[i].name,
                                           NULL);

      g_test_add_data_func (path, &line_cases[i], test_line);
    }
  g_test_add_func ("/text/date-parser/month-names", test_month_names);
  g_test_add_func ("/text/date-parser/hijri-pairs", test_hijri_pairs);
  g_test_add_func ("/text/date-parser/hijri-range", test_hijri_range);
  return g_test_run ();
}
