/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-citation.h"

#include <string.h>

/* U+2066 LRI, U+2067 RLI, U+2069 PDI, U+200F RLM */
#define LRI "\u2066"
#define RLI "\u2067"
#define PDI "\u2069"
#define RLM "\u200f"

typedef struct
{
  const char *address;
  const char *author;
  const char *title;
  const char *outlet;
  const char *domain;
  const char *url;
  const char *date; /* ISO or NULL */
  const char *text;
  const char *html; /* without the <p>, or NULL */
} CitationCase;

static const CitationCase cases[] = {
  { "all", "ليلى منصور", "الميناء يعمل من جديد", "مرصد الوادي", "marsad.example",
    "https://marsad.example/a/1", "2021-12-08",
    "ليلى منصور، «الميناء يعمل من جديد»، مرصد الوادي، 8 ديسمبر 2021، " LRI
    "https://marsad.example/a/1 " PDI RLM,
    "<bdi>ليلى منصور</bdi>، <bdi>«الميناء يعمل من جديد»</bdi>، <bdi>مرصد الوادي</bdi>، <bdi>8 "
    "ديسمبر 2021</bdi>، <a dir=\"ltr\" "
    "href=\"https://marsad.example/a/1\">https://marsad.example/a/1</a>" },
  { "arabic-only-needs-no-marks", "ليلى منصور", "الميناء يعمل", "مرصد الوادي", NULL, NULL,
    "2021-12-08", "ليلى منصور، «الميناء يعمل»، مرصد الوادي، 8 ديسمبر 2021", NULL },
  { "no-author", NULL, "الميناء يعمل", "مرصد الوادي", NULL, NULL, "2021-12",
    RLM "«الميناء يعمل»، مرصد الوادي، ديسمبر 2021", NULL },
  { "no-outlet", "ليلى منصور", "الميناء يعمل", NULL, NULL, NULL, "2021",
    "ليلى منصور، «الميناء يعمل»، 2021", NULL },
  { "undated", "ليلى منصور", "الميناء يعمل", "مرصد الوادي", NULL, NULL, NULL,
    "ليلى منصور، «الميناء يعمل»، مرصد الوادي، د.ت." RLM, NULL },
  { "no-title", NULL, NULL, "مرصد الوادي", NULL, NULL, "2021-12-08",
    "مرصد الوادي، 8 ديسمبر 2021", NULL },
  { "nothing", NULL, NULL, NULL, NULL, NULL, NULL, "د.ت." RLM, "<bdi>د.ت.</bdi>" },
  { "domain-for-outlet", NULL, "الميناء يعمل", NULL, "marsad.example", NULL, "2021",
    RLM "«الميناء يعمل»، " LRI "marsad.example" PDI "، 2021", NULL },
  { "domain-not-beside-url", NULL, "الميناء يعمل", NULL, "marsad.example",
    "https://marsad.example/1", "2021",
    RLM "«الميناء يعمل»، 2021، " LRI "https://marsad.example/1 " PDI RLM, NULL },
  { "author-is-outlet", "مرصد الوادى", "الميناء يعمل", "مرصد الوادي", NULL, NULL, "2021",
    RLM "«الميناء يعمل»، مرصد الوادي، 2021", NULL },
  { "latin-author", "Lina Mansour", "الميناء يعمل", "مرصد الوادي", NULL, NULL, "2021",
    RLM LRI "Lina Mansour" PDI "، «الميناء يعمل»، مرصد الوادي، 2021",
    "<bdi>Lina Mansour</bdi>، <bdi>«الميناء يعمل»</bdi>، <bdi>مرصد الوادي</bdi>، "
    "<bdi>2021</bdi>" },
  { "latin-in-title", NULL, "شركة Delta تعلن (2021)", "مرصد الوادي", NULL, NULL, "2021",
    RLM RLI "«شركة Delta تعلن (2021)»" PDI "، مرصد الوادي، 2021", NULL },
  { "latin-title", NULL, "Delta opens", "مرصد الوادي", NULL, NULL, "2021",
    RLM LRI "«Delta opens»" PDI "، مرصد الوادي، 2021", NULL },
  { "marks-in-title", NULL, "الوزير: «لن نغلق» و\"لن نبيع\"", "مرصد الوادي", NULL, NULL,
    "2021", RLM "«الوزير: “لن نغلق” و“لن نبيع”»، مرصد الوادي، 2021", NULL },
  { "title-in-marks", NULL, "\"لن نغلق الميناء\"", NULL, NULL, NULL, "2021",
    RLM "«لن نغلق الميناء»، 2021", NULL },
  { "white-space-in-title", NULL, "  الميناء\n يعمل\xc2\xa0اليوم ", NULL, NULL, NULL,
    "2021", RLM "«الميناء يعمل اليوم»، 2021", NULL },
  { "blank-fields", " ", "الميناء يعمل", "\n", NULL, "", "2021",
    RLM "«الميناء يعمل»، 2021", NULL },
  { "open-embedding-in-title", NULL, "الميناء\u202e يعمل\u2067", NULL, NULL, NULL, "2021",
    RLM "«الميناء يعمل»، 2021", NULL },
  { "arabic-address", NULL, "خبر", NULL, NULL, "https://marsad.example/ar/خبر", "2021",
    RLM "«خبر»، 2021، " LRI "https://marsad.example/ar/خبر " PDI RLM, NULL },
  { "space-in-address", NULL, "خبر", NULL, NULL, "https://marsad.example/a b?x=1&y=%20#z",
    "2021", RLM "«خبر»، 2021، " LRI "https://marsad.example/a%20b?x=1&y=%20#z " PDI RLM,
    "<bdi>«خبر»</bdi>، <bdi>2021</bdi>، <a dir=\"ltr\" "
    "href=\"https://marsad.example/a%20b?x=1&amp;y=%20#z\">"
    "https://marsad.example/a%20b?x=1&amp;y=%20#z</a>" },
  { "address-no-link", NULL, "خبر", NULL, NULL, "javascript:alert('x')", "2021",
    RLM "«خبر»، 2021، " LRI "javascript:alert('x') " PDI RLM,
    "<bdi>«خبر»</bdi>، <bdi>2021</bdi>، <bdi dir=\"ltr\">javascript:alert('x')</bdi>" },
  { "hostile-markup", "<b>x</b>", "<script>خبر</script>", "\"&'", NULL,
    "https://x.example/\"><script>", "2021",
    RLM LRI "<b>x</b>" PDI "، " LRI "«<script>خبر</script>»" PDI "، \"&'، 2021، " LRI
            "https://x.example/%22%3E%3Cscript%3E " PDI RLM,
    "<bdi>&lt;b&gt;x&lt;/b&gt;</bdi>، <bdi>«&lt;script&gt;خبر&lt;/script&gt;»</bdi>، "
    "<bdi>&quot;&amp;'</bdi>، <bdi>2021</bdi>، <a dir=\"ltr\" "
    "href=\"https://x.example/%22%3E%3Cscript%3E\">https://x.example/%22%3E%3Cscript%3E</a>" },
};

static QsaArticle *
new_article (const CitationCase *test)
{
  QsaArticle *article = qsa_article_new ();

  article->author = g_strdup (test->author);
  article->title = g_strdup (test->title);
  article->outlet = g_strdup (test->outlet);
  article->domain = g_strdup (test->domain);
  article->url = g_strdup (test->url);
  if (test->date != NULL)
    g_assert_true (qsa_date_parse_iso (test->date, &article->date));
  return article;
}

static void
test_citation (gconstpointer data)
{
  const CitationCase *test = data;
  g_autoptr (QsaArticle) article = new_article (test);
  g_autofree char *text = qsa_citation_to_text (article, QSA_CITATION_PLAIN);
  g_autofree char *html = qsa_citation_to_html (article, QSA_CITATION_PLAIN);

  g_assert_cmpstr (text, ==, test->text);
  g_assert_true (g_str_has_prefix (html, "<p dir=\"rtl\" lang=\"ar\">"));
  g_assert_true (g_str_has_suffix (html, "</p>"));
  if (test->html != NULL)
    {
      g_autofree char *expected = g_strdup_printf ("<p dir=\"rtl\" lang=\"ar\">%s</p>",
                                                   test->html);

      g_assert_cmpstr (html, ==, expected);
    }
}

static void
test_html_has_no_controls (gconstpointer data)
{
  const CitationCase *test = data;
  g_autoptr (QsaArticle) article = new_article (test);
  g_autofree char *citation = qsa_citation_to_html (article, QSA_CITATION_PLAIN);
  g_autofree char *quotation = qsa_quotation_to_html (article, "شركة Delta: \"لن نغلق\"",
                                                      QSA_CITATION_PLAIN);

  for (const char *p = citation; *p != '\0'; p = g_utf8_next_char (p))
    g_assert_cmpint (g_unichar_type (g_utf8_get_char (p)), !=, G_UNICODE_FORMAT);
  for (const char *p = quotation; *p != '\0'; p = g_utf8_next_char (p))
    g_assert_cmpint (g_unichar_type (g_utf8_get_char (p)), !=, G_UNICODE_FORMAT);
}

static const struct
{
  const char *address;
  const char *iso;
  const char *expected;
} date_cases[] = {
  { "day", "2021-12-08", "8 ديسمبر 2021" },
  { "first", "2020-01-01", "1 يناير 2020" },
  { "leap", "2020-02-29", "29 فبراير 2020" },
  { "month", "2019-05", "مايو 2019" },
  { "year", "1999", "1999" },
  { "undated", NULL, "د.ت." },
};

static void
test_dates (void)
{
  QsaDate impossible = { QSA_DATE_DAY, 2021, 13, 40, QSA_DATE_NO_MINUTE };
  g_autofree char *nothing = qsa_citation_format_date (&impossible);

  for (gsize i = 0; i < G_N_ELEMENTS (date_cases); i++)
    {
      QsaDate date = QSA_DATE_INIT;
      g_autofree char *text = NULL;

      if (date_cases[i].iso != NULL)
        g_assert_true (qsa_date_parse_iso (date_cases[i].iso, &date));
      text = qsa_citation_format_date (&date);
      g_assert_cmpstr (text, ==, date_cases[i].expected);
    }
  g_assert_cmpstr (nothing, ==, "د.ت.");
}

static void
test_months (void)
{
  static const char *const names[] = { "يناير",  "فبراير", "مارس",   "أبريل",
                                       "مايو",   "يونيو",  "يوليو",  "أغسطس",
                                       "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر" };

  for (guint8 month = 1; month <= 12; month++)
    {
      QsaDate date = { QSA_DATE_MONTH, 2020, month, 0, QSA_DATE_NO_MINUTE };
      g_autofree char *text = qsa_citation_format_date (&date);
      g_autofree char *expected = g_strdup_printf ("%s 2020", names[month - 1]);

      g_assert_cmpstr (text, ==, expected);
    }
}

static void
test_styles (void)
{
  QsaCitationStyle style = (QsaCitationStyle) 99;

  g_assert_true (qsa_citation_style_from_string ("plain", &style));
  g_assert_cmpint (style, ==, QSA_CITATION_PLAIN);
  g_assert_false (qsa_citation_style_from_string ("Plain ", &style));
  g_assert_false (qsa_citation_style_from_string ("", &style));
  g_assert_false (qsa_citation_style_from_string (NULL, &style));
}

static const struct
{
  const char *address;
  const char *selection;
  const char *text; /* before the line of the reference */
  const char *html; /* inside the blockquote */
} quotation_cases[] = {
  { "arabic", "لن نغلق الميناء.", "«لن نغلق الميناء.»\n", "<p>«لن نغلق الميناء.»</p>" },
  { "marks", "قال: \"لن نغلق\"", "«قال: “لن نغلق”»\n", "<p>«قال: “لن نغلق”»</p>" },
  { "latin", "أعلنت Delta ذلك.", RLM RLI "«أعلنت Delta ذلك.»" PDI "\n",
    "<p>«أعلنت Delta ذلك.»</p>" },
  { "latin-first", "BBC أعلنت ذلك أمس", RLM RLI "«BBC أعلنت ذلك أمس»" PDI "\n",
    "<p>«BBC أعلنت ذلك أمس»</p>" },
  { "digit-first", "12 سفينة غادرت", RLM "«12 سفينة غادرت»\n",
    "<p>«12 سفينة غادرت»</p>" },
  { "english", "We will not close.", "«We will not close.»\n",
    "<p dir=\"ltr\">«We will not close.»</p>" },
  { "paragraphs", "الأولى.\nشركة الميناء Delta.\nالثالثة.",
    "«الأولى.\n" RLM RLI "شركة الميناء Delta." PDI "\nالثالثة.»\n",
    "<p>«الأولى.</p><p>شركة الميناء Delta.</p><p>الثالثة.»</p>" },
  { "blank-paragraph", "الأولى.\n\nالثانية.", "«الأولى.\n\nالثانية.»\n",
    "<p>«الأولى.</p><p>الثانية.»</p>" },
  { "markup", "<b>لن</b> & \"نغلق\"", RLM RLI "«<b>لن</b> & “نغلق”»" PDI "\n",
    "<p>«&lt;b&gt;لن&lt;/b&gt; &amp; “نغلق”»</p>" },
};

static void
test_quotations (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (quotation_cases); i++)
    {
      g_autoptr (QsaArticle) article = new_article (&cases[0]);
      g_autofree char *citation_text = qsa_citation_to_text (article, QSA_CITATION_PLAIN);
      g_autofree char *citation_html = qsa_citation_to_html (article, QSA_CITATION_PLAIN);
      g_autofree char *text = qsa_quotation_to_text (article,
                                                     quotation_cases[i].selection,
                                                     QSA_CITATION_PLAIN);
      g_autofree char *html = qsa_quotation_to_html (article,
                                                     quotation_cases[i].selection,
                                                     QSA_CITATION_PLAIN);
      g_autofree char *expected_text = g_strconcat (quotation_cases[i].text, "— ",
                                                    citation_text, NULL);
      g_autofree char *expected_html =
          g_strconcat ("<blockquote dir=\"rtl\" lang=\"ar\">", quotation_cases[i].html,
                       "</blockquote>", citation_html, NULL);

      g_test_message ("%s", quotation_cases[i].address);
      g_assert_cmpstr (text, ==, expected_text);
      g_assert_cmpstr (html, ==, expected_html);
    }
}

static void
test_empty_selection_is_the_reference (void)
{
  g_autoptr (QsaArticle) article = new_article (&cases[0]);
  g_autofree char *text = qsa_quotation_to_text (article, " \n", QSA_CITATION_PLAIN);
  g_autofree char *html = qsa_quotation_to_html (article, "", QSA_CITATION_PLAIN);
  g_autofree char *citation_text = qsa_citation_to_text (article, QSA_CITATION_PLAIN);
  g_autofree char *citation_html = qsa_citation_to_html (article, QSA_CITATION_PLAIN);

  g_assert_cmpstr (text, ==, citation_text);
  g_assert_cmpstr (html, ==, citation_html);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *address = g_strdup_printf ("/quotes/citation/%s",
                                                  cases[i].address);
      g_autofree char *controls = g_strdup_printf ("/quotes/citation/html-controls/%s",
                                                   cases[i].address);

      g_test_add_data_func (address, &cases[i], test_citation);
      g_test_add_data_func (controls, &cases[i], test_html_has_no_controls);
    }
  g_test_add_func ("/quotes/citation/dates", test_dates);
  g_test_add_func ("/quotes/citation/months", test_months);
  g_test_add_func ("/quotes/citation/styles", test_styles);
  g_test_add_func ("/quotes/citation/quotations", test_quotations);
  g_test_add_func ("/quotes/citation/empty-selection",
                   test_empty_selection_is_the_reference);
  return g_test_run ();
}
