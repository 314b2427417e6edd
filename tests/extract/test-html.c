/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-error.h"
#include "qsa-test-extract.h"

#include <string.h>

#define P1 \
  "وصلت السفينة إلى المرفأ عند الفجر، ونزل منها البحارة صامتين كأنهم تركوا أصواتهم في البحر."
#define P2 \
  "وقال قبطانها إن الرحلة استغرقت أحد عشر يوماً، وإن الريح لم تتركهم ليلة واحدة، ولو ساعة."
#define P3 \
  "ولم يسأل أحد عن الصندوق الأزرق الذي حملوه معهم، فقد كان الجميع ينظر إلى الموج العالي."

static const char page[] =
    "<!DOCTYPE html><html lang=\"ar-EG\"><head><meta charset=\"utf-8\">"
    "<title>سفينة تصل صامتة إلى المرفأ - صحيفة الشراع</title>"
    "<meta property=\"og:title\" content=\"سفينة تصل صامتة إلى المرفأ - صحيفة الشراع\">"
    "<meta property=\"og:site_name\" content=\"صحيفة الشراع\">"
    "<meta property=\"article:published_time\" content=\"2021-03-03T22:30:00Z\">"
    "<meta property=\"article:section\" content=\"محليات\">"
    "<link rel=\"canonical\" href=\"https://www.shiraa.example/local/1\">"
    "<style>p { color: red }</style><script>document.write('نص دخيل')</script></head><body>"
    "<header><h1>صحيفة الشراع</h1><div class=\"date\">الأحد 7 آذار 2021</div>"
    "<nav><a href=\"/a\">سياسة</a> <a href=\"/b\">اقتصاد</a></nav></header>"
    "<div class=\"sidebar\"><h3>الأكثر قراءة</h3><p>" P3 " " P3 "</p></div>"
    "<article><h1>سفينة تصل صامتة إلى المرفأ</h1>"
    "<div class=\"meta\"><span class=\"byline\">رانيا مطر</span>"
    "<time datetime=\"2021-03-03T22:30:00Z\">الخميس 4 آذار/مارس 2021 - 00:30</time></div>"
    "<div class=\"share\"><a href=\"#\">فيسبوك</a></div>"
    "<figure><img src=\"x.jpg\"><figcaption>السفينة عند الرصيف (سنابل)</figcaption></figure>"
    "<div class=\"text\"><p>" P1 "</p><p>" P2 "</p>"
    "<div class=\"related-posts\"><h4>اقرأ أيضاً</h4><a href=\"/c\">ميناء آخر</a></div>"
    "<h2>صندوق أزرق</h2><p>" P3 "</p></div></article>"
    "<div id=\"comments\"><p>" P2 "</p></div>"
    "<footer><h1>صحيفة الشراع</h1><p>جميع الحقوق محفوظة</p></footer></body></html>";

static void
test_page (void)
{
  g_autoptr (QsaTestExtract) extract = qsa_test_extract_text ("a.html", page);
  const QsaArticle *article = qsa_test_extract_article (extract, 0);
  g_autofree char *date = qsa_date_to_iso (&article->date);
  g_autofree char *time = qsa_date_time_to_iso (&article->date);
  g_autofree char *heading = qsa_test_dup_heading (article, 0);
  const QsaBlock *caption = qsa_test_find_block (article, QSA_BLOCK_CAPTION,
                                                 "السفينة عند الرصيف");

  g_assert_cmpstr (article->title, ==, "سفينة تصل صامتة إلى المرفأ");
  g_assert_cmpstr (article->outlet, ==, "صحيفة الشراع");
  g_assert_cmpstr (article->domain, ==, "shiraa.example");
  g_assert_cmpstr (article->url, ==, "https://www.shiraa.example/local/1");
  g_assert_cmpstr (article->author, ==, "رانيا مطر");
  g_assert_cmpstr (article->section, ==, "محليات");
  g_assert_cmpstr (article->lang, ==, "ar");
  g_assert_cmpstr (article->body, ==, P1 "\n" P2 "\nصندوق أزرق\n" P3);
  g_assert_cmpstr (heading, ==, "صندوق أزرق");
  g_assert_nonnull (caption);
  g_assert_cmpstr (caption->credit, ==, "سنابل");
  /* The local day that readers see, not the UTC day of the markup. */
  g_assert_cmpstr (date, ==, "2021-03-04");
  g_assert_cmpstr (time, ==, "00:30");
}

static void
test_json_ld (void)
{
  static const char html[] =
      "<html><head><title>س</title><script type=\"application/ld+json\">"
      "{\"@graph\":[{\"@type\":\"Organization\",\"name\":\"صحيفة الشراع\"},"
      "{\"@type\":\"NewsArticle\",\"headline\":\"سفينة تصل صامتة\","
      "\"datePublished\":\"2021-03-03T10:00:00+03:00\",\"author\":{\"name\":\"رانيا مطر\"},"
      "\"publisher\":{\"name\":\"صحيفة الشراع\"},\"articleSection\":\"محليات\"}]}"
      "</script></head><body><div><p>" P1 "</p><p>" P2 "</p></div></body></html>";
  g_autoptr (QsaTestExtract) extract = qsa_test_extract_text ("a.html", html);
  const QsaArticle *article = qsa_test_extract_article (extract, 0);
  g_autofree char *date = qsa_date_to_iso (&article->date);

  g_assert_cmpstr (article->title, ==, "سفينة تصل صامتة");
  g_assert_cmpstr (article->outlet, ==, "صحيفة الشراع");
  g_assert_cmpstr (article->author, ==, "رانيا مطر");
  g_assert_cmpstr (article->section, ==, "محليات");
  g_assert_cmpstr (date, ==, "2021-03-03");
  g_assert_cmpint (article->date_origin, ==, QSA_DATE_ORIGIN_META);
  g_assert_cmpstr (article->body, ==, P1 "\n" P2);
}

/* Some sites set their text in one element with <br>. */
static void
test_line_breaks (void)
{
  static const char html[] = "<html><body><h1>سفينة تصل صامتة إلى المرفأ</h1><div>" P1
                             "<br><br>" P2 "<br/>" P3 "</div></body></html>";
  g_autoptr (QsaTestExtract) extract = qsa_test_extract_text (NULL, html);
  const QsaArticle *article = qsa_test_extract_article (extract, 0);

  g_assert_cmpstr (article->title, ==, "سفينة تصل صامتة إلى المرفأ");
  g_assert_cmpstr (article->body, ==, P1 "\n" P2 "\n" P3);
}

static void
test_declared_charset (void)
{
  static const char html[] =
      "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; "
      "charset=windows-1256\"></head><body><h1>سفينة تصل صامتة</h1><p>" P1 "</p><p>" P2
      "</p></body></html>";
  gsize n_bytes = 0;
  g_autofree char *bytes = g_convert (html, -1, "CP1256", "UTF-8", NULL, &n_bytes, NULL);
  g_autoptr (QsaTestExtract) extract = qsa_test_extract_bytes ("a.htm", bytes, n_bytes);

  g_assert_cmpstr (qsa_test_extract_article (extract, 0)->body, ==, P1 "\n" P2);
  g_assert_cmpstr (qsa_test_extract_candidate (extract, 0)->encoding, ==, "windows-1256");
}

/* A masthead's day is today's; without a stamp the page is undated. */
static void
test_masthead_is_no_stamp (void)
{
  static const char html[] = "<html><body><header><div>الأحد 7 آذار 2021</div></header>"
                             "<h1>سفينة تصل صامتة إلى المرفأ</h1><div><p>" P1 "</p><p>" P2
                             "</p></div></body></html>";
  g_autoptr (QsaTestExtract) extract = qsa_test_extract_text (NULL, html);

  g_assert_cmpint (qsa_test_extract_article (extract, 0)->date.precision, ==,
                   QSA_DATE_NONE);
}

typedef struct
{
  const char *name;
  const char *html;
} HostileCase;

static const HostileCase hostile_cases[] = {
  { "empty-page", "<html><body></body></html>" },
  { "only-script", "<html><script>for(;;);</script></html>" },
  { "unclosed", "<html><body><div><p" },
  { "nested-json-ld",
    "<html><script type=\"application/ld+json\">{{{{[[[</script></html>" },
  { "entities", "<html><body><p>&#0;&#xffffff;&nosuch;&amp</p></body></html>" },
};

static void
test_hostile (gconstpointer data)
{
  const HostileCase *test = data;
  g_autoptr (QsaTestExtract) extract = qsa_test_extract_text ("a.html", test->html);

  g_assert_true (extract->candidates->len == 1
                 || g_error_matches (extract->error, QSA_ERROR, QSA_ERROR_NO_ARTICLE));
}

static void
test_deep (void)
{
  g_autoptr (GString)
      html = g_string_new ("<html><body><h1>سفينة تصل صامتة</h1><p>" P1 "</p>");
  g_autoptr (QsaTestExtract) extract = NULL;

  for (guint i = 0; i < 50000; i++)
    g_string_append (html, "<div>");
  g_string_append (html, "<p>" P2 "</p></body></html>");
  extract = qsa_test_extract_text ("a.html", html->str);
  g_assert_true (extract->candidates->len == 1 || extract->error != NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/extract/html/page", test_page);
  g_test_add_func ("/extract/html/json-ld", test_json_ld);
  g_test_add_func ("/extract/html/line-breaks", test_line_breaks);
  g_test_add_func ("/extract/html/declared-charset", test_declared_charset);
  g_test_add_func ("/extract/html/masthead", test_masthead_is_no_stamp);
  for (gsize i = 0; i < G_N_ELEMENTS (hostile_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/extract/html/hostile/%s",
                                               hostile_cases[i].name);

      g_test_add_data_func (path, &hostile_cases[i], test_hostile);
    }
  g_test_add_func ("/extract/html/hostile/deep", test_deep);
  return g_test_run ();
}
