/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-error.h"
#include "qsa-test-extract.h"

#include <string.h>

#define BODY "وصلت السفينة إلى المرفأ عند الفجر، ونزل منها البحارة صامتين."

static void
test_fields (void)
{
  g_autoptr (QsaTestExtract) extract = qsa_test_extract_text (
      "a.sgml",
      "<DOC>\n<DOCNO>SH-1</DOCNO>\n<URL>https://www.shiraa.example/a/1</URL>\n"
      "<SRC>صحيفة الشراع</SRC>\n<CAT>محليات</CAT>\n<TITLE> سفينة  تصل &quot;صامتة&quot; </TITLE>\n"
      "<TIME>Sun, 25 Feb 2018 10:08:38 +0400</TIME>\n<AUTHOR>صور - رانيا مطر</AUTHOR>\n"
      "<ABSTRACT>\nنزل البحارة ولم يقولوا شيئاً.\n</ABSTRACT>\n<TEXT>\n" BODY
      "\nولم  يسألهم\tأحد.\n\n</TEXT>\n</DOC>\n");
  const QsaArticle *article = qsa_test_extract_article (extract, 0);
  g_autofree char *date = qsa_date_to_iso (&article->date);

  g_assert_cmpuint (extract->candidates->len, ==, 1);
  g_assert_cmpstr (article->title, ==, "سفينة تصل \"صامتة\"");
  g_assert_cmpstr (article->outlet, ==, "صحيفة الشراع");
  g_assert_cmpstr (article->domain, ==, "shiraa.example");
  g_assert_cmpstr (article->url, ==, "https://www.shiraa.example/a/1");
  g_assert_cmpstr (article->section, ==, "محليات");
  g_assert_cmpstr (article->author, ==, "رانيا مطر");
  g_assert_cmpstr (article->place, ==, "صور");
  g_assert_cmpstr (article->standfirst, ==, "نزل البحارة ولم يقولوا شيئاً.");
  g_assert_cmpstr (article->body, ==, BODY "\nولم يسألهم أحد.");
  g_assert_cmpstr (date, ==, "2018-02-25");
  g_assert_cmpint (article->date.minute, ==, 10 * 60 + 8);
  g_assert_cmpint (article->date_origin, ==, QSA_DATE_ORIGIN_META);
  g_assert_cmpstr (qsa_article_get_rule (article, "title")->rule, ==, "trec-tag");
}

typedef struct
{
  const char *name;
  const char *fields;
  const char *date;
  int minute;
} DateCase;

static const DateCase date_cases[] = {
  { "rfc-2822", "<TIME>Mon, 26 Feb 2018 02:20:10 GMT</TIME>", "2018-02-26", 140 },
  { "iso", "<TIME>2017-04-29T07:41:00+01:00</TIME>", "2017-04-29", 461 },
  { "iso-without-colons", "<TIME>2017-01-25T143600</TIME>", "2017-01-25", 876 },
  { "day-first", "<TIME>05/06/2016</TIME>", "2016-06-05", QSA_DATE_NO_MINUTE },
  { "date-and-time", "<DATE>05/06/2016</DATE><TIME>14:33</TIME>", "2016-06-05", 873 },
  { "nonsense", "<TIME>soon</TIME>", NULL, QSA_DATE_NO_MINUTE },
  { "impossible", "<TIME>31/02/2016</TIME>", NULL, QSA_DATE_NO_MINUTE },
  { "missing", "", NULL, QSA_DATE_NO_MINUTE },
};

static void
test_date (gconstpointer data)
{
  const DateCase *test = data;
  g_autofree char *text = g_strdup_printf ("<DOC>%s<TEXT>" BODY "</TEXT></DOC>",
                                           test->fields);
  g_autoptr (QsaTestExtract) extract = qsa_test_extract_text (NULL, text);
  const QsaArticle *article = qsa_test_extract_article (extract, 0);
  g_autofree char *date = qsa_date_to_iso (&article->date);

  g_assert_cmpstr (date, ==, test->date);
  g_assert_cmpint (article->date.minute, ==, test->minute);
}

/* The standfirst is what it adds: a cut-off copy of the beginning adds nothing. */
static void
test_repeated_abstract (void)
{
  static const char *const repeated[] = { "وصلت السفينة إلى المرفأ عند الفجر، ونزل",
                                          "وصلت السفينة\nإلى المرفأ عند الفجر...", BODY };

  for (gsize i = 0; i < G_N_ELEMENTS (repeated); i++)
    {
      g_autofree char *text = g_strdup_printf ("<DOC><ABSTRACT>%s</ABSTRACT><TEXT>" BODY
                                               "</TEXT></DOC>",
                                               repeated[i]);
      g_autoptr (QsaTestExtract) extract = qsa_test_extract_text (NULL, text);

      g_assert_null (qsa_test_extract_article (extract, 0)->standfirst);
    }
}

/* One broken document neither stops the file nor is lost. */
static void
test_many (void)
{
  g_autoptr (QsaTestExtract) extract =
      qsa_test_extract_text (NULL, "<DOC><TITLE>أ</TITLE><TEXT>" BODY "</TEXT></DOC>\n"
                                   "<doc id=\"2\">\n<DOCNO>x</DOCNO></doc>\n"
                                   "noise between\n"
                                   "<Doc><Headline>ب</Headline><Text>" BODY "</Text>\n"
                                   "<DOC><TITLE>ج</TITLE><TEXT>" BODY);
  const QsaCandidate *unclosed;

  g_assert_cmpuint (extract->candidates->len, ==, 4);
  g_assert_cmpstr (qsa_test_extract_article (extract, 0)->title, ==, "أ");
  g_assert_error (qsa_test_extract_error (extract, 1), QSA_ERROR, QSA_ERROR_NO_ARTICLE);
  g_assert_cmpuint (qsa_test_extract_candidate (extract, 1)->line, ==, 2);
  g_assert_cmpstr (qsa_test_extract_article (extract, 2)->title, ==, "ب");
  g_assert_cmpstr (qsa_test_extract_article (extract, 2)->body, ==, BODY);
  unclosed = qsa_test_extract_candidate (extract, 2);
  g_assert_cmpuint (unclosed->warnings->len, ==, 1);
  g_assert_cmpstr (qsa_test_extract_article (extract, 3)->body, ==, BODY);
  g_assert_cmpuint (qsa_test_extract_candidate (extract, 3)->line, ==, 6);
}

static void
test_missing_end_tags (void)
{
  g_autoptr (QsaTestExtract) extract = qsa_test_extract_text (
      NULL, "<DOC><TITLE>عنوان بلا نهاية\n<TIME>05/06/2016\n<TEXT>" BODY "\n</DOC>");
  const QsaArticle *article = qsa_test_extract_article (extract, 0);

  g_assert_cmpstr (article->title, ==, "عنوان بلا نهاية");
  g_assert_cmpint (article->date.day, ==, 5);
  g_assert_cmpstr (article->body, ==, BODY);
}

/* < and << stand in press texts as bullets and quotes; known tags are markup. */
static void
test_text_markup (void)
{
  g_autoptr (QsaTestExtract) extract = qsa_test_extract_text (
      NULL,
      "<DOC><TEXT>\n< الأول <<ثم>> الثاني < الثالث\nقال &laquo;نعم&raquo;\n</TEXT></DOC>"
      "<DOC><TEXT><P>فقرة أولى\nعلى سطرين</P>\n<p>فقرة <b>ثانية</b><br/>وثالثة</p></TEXT></DOC>");

  g_assert_cmpstr (qsa_test_extract_article (extract, 0)->body, ==,
                   "< الأول <<ثم>> الثاني < الثالث\nقال «نعم»");
  g_assert_cmpstr (qsa_test_extract_article (extract, 1)->body, ==,
                   "فقرة أولى على سطرين\nفقرة ثانية\nوثالثة");
}

static void
test_author_is_no_person (void)
{
  static const struct
  {
    const char *source;
    const char *author;
    const char *credit;
  } cases[] = {
    { "الشراع نيوز", "الشراع نيوز", NULL },
    { "الشراع نيوز", "رويترز", "رويترز" },
    { "الشراع نيوز", "30174026-20d9-40a2-9e04-5b63346a78a6", NULL },
    { "الشراع نيوز", "وكالات", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
          g_strdup_printf ("<DOC><SRC>%s</SRC><AUTHOR>%s</AUTHOR><TEXT>" BODY
                           "</TEXT></DOC>",
                           cases[i].source, cases[i].author);
      g_autoptr (QsaTestExtract) extract = qsa_test_extract_text (NULL, text);
      const QsaArticle *article = qsa_test_extract_article (extract, 0);

      g_assert_null (article->author);
      g_assert_cmpstr (article->source_credit, ==, cases[i].credit);
    }
}

static void
test_raw_is_the_slice (void)
{
  static const char first[] = "<DOC><TEXT>" BODY "</TEXT></DOC>";
  static const char second[] = "<DOC><TEXT>ثان</TEXT></DOC>";
  g_autofree char *text = g_strdup_printf ("\n%s\n\n%s\n", first, second);
  g_autoptr (QsaTestExtract) extract = qsa_test_extract_text (NULL, text);
  gsize n_bytes = 0;
  const char *raw = g_bytes_get_data (qsa_test_extract_candidate (extract, 1)->raw,
                                      &n_bytes);

  g_assert_cmpmem (raw, n_bytes, second, strlen (second));
}

/* In UTF-16 the slice is of the original's bytes too. */
static void
test_raw_of_utf16 (void)
{
  static const char second[] = "<DOC><TEXT>ثان 😀</TEXT></DOC>";
  g_autofree char *text = g_strdup_printf ("<DOC><TEXT>" BODY "</TEXT></DOC>\n%s\n",
                                           second);
  gsize n_bytes = 0;
  gsize n_second = 0;
  g_autofree char *wide = g_convert (text, -1, "UTF-16LE", "UTF-8", NULL, &n_bytes, NULL);
  g_autofree char *wide_second = g_convert (second, -1, "UTF-16LE", "UTF-8", NULL,
                                            &n_second, NULL);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (QsaTestExtract) extract = NULL;
  const QsaCandidate *candidate;
  gsize raw_bytes = 0;
  const void *raw;

  g_byte_array_append (bytes, (const guint8 *) "\xff\xfe", 2);
  g_byte_array_append (bytes, (const guint8 *) wide, (guint) n_bytes);
  extract = qsa_test_extract_bytes (NULL, bytes->data, bytes->len);
  candidate = qsa_test_extract_candidate (extract, 1);
  raw = g_bytes_get_data (candidate->raw, &raw_bytes);
  g_assert_cmpstr (candidate->article->body, ==, "ثان 😀");
  g_assert_cmpstr (candidate->encoding, ==, "UTF-16LE");
  g_assert_cmpmem (raw, raw_bytes, wide_second, n_second);
}

static void
test_windows_1256 (void)
{
  g_autofree char *text =
      g_strdup_printf ("<DOC><TITLE>سفينة</TITLE><TEXT>%s %s</TEXT></DOC>", BODY, BODY);
  gsize n_bytes = 0;
  g_autofree char *bytes = g_convert (text, -1, "CP1256", "UTF-8", NULL, &n_bytes, NULL);
  g_autoptr (QsaTestExtract) extract = qsa_test_extract_bytes (NULL, bytes, n_bytes);
  const QsaArticle *article = qsa_test_extract_article (extract, 0);

  g_assert_cmpstr (article->title, ==, "سفينة");
  g_assert_cmpstr (article->body, ==, BODY " " BODY);
  g_assert_cmpstr (qsa_test_extract_candidate (extract, 0)->encoding, ==, "windows-1256");
}

static void
test_damaged_document (void)
{
  g_autoptr (QsaTestExtract) extract = qsa_test_extract_text (
      NULL, "<DOC><TEXT>" BODY " \xd9 </TEXT></DOC><DOC><TEXT>" BODY "</TEXT></DOC>");

  g_assert_cmpuint (extract->candidates->len, ==, 2);
  g_assert_cmpstr (qsa_test_extract_article (extract, 0)->body, ==, BODY " �");
  g_assert_cmpuint (qsa_test_extract_candidate (extract, 0)->warnings->len, ==, 1);
  g_assert_cmpuint (qsa_test_extract_candidate (extract, 1)->warnings->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/extract/trec/fields", test_fields);
  for (gsize i = 0; i < G_N_ELEMENTS (date_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/extract/trec/date/%s",
                                               date_cases[i].name);

      g_test_add_data_func (path, &date_cases[i], test_date);
    }
  g_test_add_func ("/extract/trec/repeated-abstract", test_repeated_abstract);
  g_test_add_func ("/extract/trec/many", test_many);
  g_test_add_func ("/extract/trec/missing-end-tags", test_missing_end_tags);
  g_test_add_func ("/extract/trec/text-markup", test_text_markup);
  g_test_add_func ("/extract/trec/author-is-no-person", test_author_is_no_person);
  g_test_add_func ("/extract/trec/raw", test_raw_is_the_slice);
  g_test_add_func ("/extract/trec/raw-utf-16", test_raw_of_utf16);
  g_test_add_func ("/extract/trec/windows-1256", test_windows_1256);
  g_test_add_func ("/extract/trec/damaged", test_damaged_document);
  return g_test_run ();
}
