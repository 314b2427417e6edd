/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-byline.h"
#include "qsa-dateline.h"
#include "qsa-source-credit.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  const char *author;
  const char *place;
  const char *organisation;
  const char *own_outlet;
  const char *body;
} BylineCase;

static const BylineCase byline_cases[] = {
  { "place-name", "القاهرة - رانيا مطر", "رانيا مطر", "القاهرة", NULL },
  { "place-name-glued-dash", "القاهرة- رانيا مطر", "رانيا مطر", "القاهرة", NULL },
  { "place-name-en-dash", "القاهرة – رانيا مطر", "رانيا مطر", "القاهرة", NULL },
  { "place-name-tatweel", "دبي ـ رانيا مطر", "رانيا مطر", "دبي", NULL },
  { "name-place", "رانيا مطر - القاهرة", "رانيا مطر", "القاهرة", NULL },
  { "place-colon-name", "أبها: رانيا مطر", "رانيا مطر", "أبها", NULL },
  { "name-from-place", "رانيا مطر من الرياض", "رانيا مطر", "الرياض", NULL },
  { "place-agency", "لندن - رويترز", NULL, "لندن", "رويترز" },
  { "agency-place", "رويترز - لندن", NULL, "لندن", "رويترز" },
  { "unknown-place-agency", "بورتفينتو - رويترز", NULL, "بورتفينتو", "رويترز" },
  { "place-abbreviation", "موسكو - د ب أ", NULL, "موسكو", "د ب أ" },
  { "place-dotted-abbreviation", "باريس - أ.ف.ب", NULL, "باريس", "أ.ف.ب" },
  { "place-bracket", "مدريد - (د ب أ):", NULL, "مدريد", "د ب أ" },
  { "place-unknown-word", "الكويت - مرقاب", NULL, "الكويت", "مرقاب" },
  { "three-parts", "القاهرة - مكتب الشراع - رانيا مطر", "رانيا مطر", "القاهرة",
    "مكتب الشراع" },
  { "cue", "بقلم: رانيا مطر", "رانيا مطر", NULL, NULL },
  { "cue-written", "كتبت - رانيا مطر:", "رانيا مطر", NULL, NULL },
  { "cue-one-word", "بقلم رانيا", "رانيا", NULL, NULL },
  { "cue-latin", "By Rania Matar", "Rania Matar", NULL, NULL },
  { "outlet-cue-name", "شراع اليوم - تقرير رانيا مطر", "رانيا مطر", NULL, "شراع اليوم" },
  { "place-cue-name", "بغداد - تقرير رانيا مطر", "رانيا مطر", "بغداد", NULL },
  { "own-outlet", "سراب برس - رانيا مطر", "رانيا مطر", NULL, "سراب برس", "سراب برس" },
  { "own-outlet-with-kind", "سراب - رانيا مطر", "رانيا مطر", NULL, "سراب", "صحيفة سراب" },
  { "own-outlet-and-agency", "سراب - وكالات (مرقاب)", NULL, NULL, "مرقاب", "صحيفة سراب" },
  { "two-names-body", "ضهر العين - رانيا مطر", "رانيا مطر", "ضهر العين", NULL, NULL,
    "وصل الباص إلى ضهر العين قبل الظهر." },
  { "unknown-word-in-body", "الضهيرة - رانيا مطر", "رانيا مطر", "الضهيرة", NULL, NULL,
    "وصل الباص إلى الضهيرة قبل الظهر." },
  { "unknown-word-not-in-body", "نص - رانيا مطر", "رانيا مطر", NULL, NULL, NULL,
    "وصل نصف الباص قبل الظهر." },
  { "name-alone", "رانيا مطر", "رانيا مطر", NULL, NULL },
  { "two-authors", "دمشق - رانيا مطر وسامي حداد", "رانيا مطر وسامي حداد", "دمشق", NULL },
  { "bin", "الرياض - محمد بن ناصر العتيق", "محمد بن ناصر العتيق", "الرياض", NULL },
  { "ali", "علي منصور - جدة", "علي منصور", "جدة", NULL },
  { "names-and-agency", "الرياض - رانيا مطر، سامي حداد، واس", "رانيا مطر، سامي حداد",
    "الرياض", "واس" },
  { "outlet-and-agency-list", "سراب برس، رويترز", NULL, NULL, "رويترز", "سراب برس" },
  { "places-list", "أبها، واشنطن: رانيا مطر", "رانيا مطر", "أبها، واشنطن", NULL },
  { "country-in-brackets", "سانتا روزا (الولايات المتحدة) - فرانس برس", NULL,
    "سانتا روزا", "فرانس برس" },
  { "unknown-country-in-brackets", "غزة (الأراضي الواسعة) - فرانس برس", NULL, "غزة",
    "فرانس برس" },
  { "unknown-institution", "دبي - البوابة البحرية للأخبار", NULL, "دبي",
    "البوابة البحرية للأخبار" },
  { "outlet-by-ending", "برلين - سراب برس", NULL, "برلين", "سراب برس" },
  { "article-first-name", "تونس - الطيب المنصوري", "الطيب المنصوري", "تونس", NULL },
  { "city-that-names-the-outlet", "الرياض - رانيا مطر", "رانيا مطر", "الرياض", NULL,
    "الرياض" },
  { "city-and-city-outlet", "دبي - الرياض", NULL, "دبي", "الرياض", "الرياض" },
  { "photographer", "جدة - رانيا مطر تصوير - سامي حداد", "رانيا مطر", "جدة", NULL },
  /* What is none. */
  { "agency-alone", "رويترز", NULL, NULL, "رويترز" },
  { "uuid", "30174026-20d9-40a2-9e04-5b63346a78a6" },
  { "sentence", "وصلت السفينة إلى المرفأ - في المساء" },
  { "two-places", "بغداد - واشنطن" },
  { "photographer-alone", "تصوير: سامي حداد" },
  { "two-scripts", "Next Previous رانيا مطر" },
  { "desk", "فريق التحرير" },
  { "empty", "  - : " },
};

static void
test_byline (gconstpointer data)
{
  const BylineCase *test = data;
  g_autoptr (QsaOutletTable) outlets = qsa_outlet_table_new_shipped ();
  QsaBylineContext context = { outlets, test->own_outlet, test->body, FALSE };
  g_auto (QsaByline) byline = { 0 };
  gboolean found = qsa_byline_parse (test->text, strlen (test->text), &context, &byline);

  g_assert_cmpstr (byline.author, ==, test->author);
  g_assert_cmpstr (byline.place, ==, test->place);
  g_assert_cmpstr (byline.organisation, ==, test->organisation);
  g_assert_true (
      found
      == (test->author != NULL || test->place != NULL || test->organisation != NULL));
}

typedef struct
{
  const char *name;
  const char *text;
  const char *place; /* NULL: no dateline */
  const char *agency;
  const char *date;
  const char *rest;
} DatelineCase;

static const DatelineCase dateline_cases[] = {
  { "place", "بغداد - قال البحار", "بغداد", NULL, NULL, "قال البحار" },
  { "place-en-dash", "الرباط – قال البحار", "الرباط", NULL, NULL, "قال البحار" },
  { "agency", "القاهرة (رويترز) - قال البحار", "القاهرة", "رويترز", NULL, "قال البحار" },
  { "agency-glued", "القاهرة (رويترز)- قال البحار", "القاهرة", "رويترز", NULL,
    "قال البحار" },
  { "double-hyphen", "أتلانتا، الولايات المتحدة (CNN)-- قال البحار", "أتلانتا", "CNN",
    NULL, "قال البحار" },
  { "village-country", "عين التوت، الأردن (مرقاب) - قال", "عين التوت", "مرقاب", NULL,
    "قال" },
  { "dated", "نواكشوط، 3 آذار/مارس 2021 (الفنار) - رست", "نواكشوط", "الفنار",
    "2021-03-03", "رست" },
  { "day-without-year", "نواكشوط، 3 آذار/مارس (الفنار) - رست", "نواكشوط", "الفنار", NULL,
    "رست" },
  { "sentence-with-dash", "قال البحار العجوز - وهو يضحك - إن الريح تغيرت", NULL },
  { "unknown-word", "النوارس - طيور لا تنام", NULL },
  { "person", "رانيا مطر - كاتبة", NULL },
  { "dash-first", "- قال البحار", NULL },
  { "outlet", "رويترز (لندن) - قال", NULL },
  { "number-in-brackets", "رانيا مطر (24) - كاتبة", NULL },
};

static void
test_dateline (gconstpointer data)
{
  const DatelineCase *test = data;
  g_autoptr (QsaOutletTable) outlets = qsa_outlet_table_new_shipped ();
  g_auto (QsaDateline) dateline = { 0 };
  gboolean found = qsa_dateline_parse (test->text, outlets, &dateline);
  g_autofree char *date = NULL;

  g_assert_true (found == (test->place != NULL));
  if (!found)
    return;
  date = qsa_date_to_iso (&dateline.date);
  g_assert_cmpstr (dateline.place, ==, test->place);
  g_assert_cmpstr (dateline.agency, ==, test->agency);
  g_assert_cmpstr (date, ==, test->date);
  g_assert_cmpstr (test->text + dateline.end_byte, ==, test->rest);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *credit;
} CreditCase;

static const CreditCase credit_cases[] = {
  { "according-to", "وصلت السفينة مساء، حسب وكالة سنابل للأنباء.",
    "وكالة سنابل للأنباء" },
  { "with-ba", "وصلت، بحسب وكالة سنابل، مساء.", "وكالة سنابل" },
  { "quoting", "نقلاً عن وكالة سنابل إن السفينة وصلت", "وكالة سنابل" },
  { "with-lam", "وصلت السفينة وفقا لوكالة سنابل أمس", "وكالة سنابل" },
  { "stops-before-verb-particle", "حسب وكالة أنباء السنابل أن السفينة",
    "وكالة أنباء السنابل" },
  { "twice-the-same", "حسب وكالة سنابل. ثم حسب وكالة سنابل.", "وكالة سنابل" },
  { "two-agencies", "حسب وكالة سنابل. ثم حسب وكالة الفنار.", NULL },
  { "no-name", "حسب وكالة.", NULL },
  { "speaks-to", "قال لوكالة سنابل إن السفينة وصلت", NULL },
  { "about", "كتب عن وكالة سنابل كتابا", NULL },
  { "none", "وصلت السفينة مساء.", NULL },
};

static void
test_credit (gconstpointer data)
{
  const CreditCase *test = data;
  g_autofree char *credit = qsa_source_credit_find (test->text, strlen (test->text));

  g_assert_cmpstr (credit, ==, test->credit);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (byline_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/extract/byline/%s",
                                               byline_cases[i].name);

      g_test_add_data_func (path, &byline_cases[i], test_byline);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (dateline_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/extract/dateline/%s",
                                               dateline_cases[i].name);

      g_test_add_data_func (path, &dateline_cases[i], test_dateline);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (credit_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/extract/source-credit/%s",
                                               credit_cases[i].name);

      g_test_add_data_func (path, &credit_cases[i], test_credit);
    }
  return g_test_run ();
}
