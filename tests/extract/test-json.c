/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-error.h"
#include "qsa-test-extract.h"

#include <string.h>

#define TEXT "وصلت السفينة إلى المرفأ عند الفجر."
#define GOOD(title) "{\"title\": \"" title "\", \"content\": \"" TEXT "\"}"

typedef struct
{
  const char *name;
  const char *json;
  const char *title;
  const char *outlet;
  const char *date;
  const char *author;
  const char *section;
  const char *url;
  const char *body;
} FieldCase;

static const FieldCase field_cases[] = {
  { "plain",
    "{\"title\":\"أ\",\"source\":\"صحيفة الشراع\",\"date\":\"2021-03-03 10:15:00\","
    "\"author\":\"رانيا مطر\",\"category\":\"محليات\",\"url\":\"https://shiraa.example/1\","
    "\"content\":\"" TEXT "\"}",
    "أ", "صحيفة الشراع", "2021-03-03", "رانيا مطر", "محليات", "https://shiraa.example/1",
    TEXT },
  { "news-api",
    "{\"source\":{\"id\":null,\"name\":\"صحيفة الشراع\"},\"author\":null,\"title\":\"أ\","
    "\"publishedAt\":\"2021-03-03T10:15:00Z\",\"url\":\"https://shiraa.example/1\","
    "\"content\":\"" TEXT "\"}",
    "أ", "صحيفة الشراع", "2021-03-03", NULL, NULL, "https://shiraa.example/1", TEXT },
  { "snake-case",
    "{\"headline\":\"أ\",\"site_name\":\"صحيفة الشراع\",\"pub_date\":\"03/04/2021\","
    "\"article_body\":\"" TEXT "\"}",
    "أ", "صحيفة الشراع", "2021-04-03", NULL, NULL, NULL, TEXT },
  { "schema-org",
    "{\"@type\":\"NewsArticle\",\"headline\":\"أ\",\"datePublished\":\"2021-03-03\","
    "\"author\":[{\"@type\":\"Person\",\"name\":\"رانيا مطر\"},{\"name\":\"سامي حداد\"}],"
    "\"publisher\":{\"name\":\"صحيفة الشراع\"},\"articleSection\":[\"محليات\",\"بحر\"],"
    "\"articleBody\":\"" TEXT "\"}",
    "أ", "صحيفة الشراع", "2021-03-03", "رانيا مطر، سامي حداد", "محليات", NULL, TEXT },
  { "wordpress",
    "{\"date\":\"2021-03-03T10:15:00\",\"link\":\"https://shiraa.example/1\","
    "\"title\":{\"rendered\":\"أ\"},\"content\":{\"rendered\":\"<p>" TEXT
    "</p>\\n<p>ثم&nbsp;عادت.</p>\"}}",
    "أ", NULL, "2021-03-03", NULL, NULL, "https://shiraa.example/1", TEXT "\nثم عادت." },
  { "elasticsearch",
    "{\"_id\":\"1\",\"_source\":{\"title\":\"أ\",\"text\":\"" TEXT "\"}}", "أ", NULL,
    NULL, NULL, NULL, NULL, TEXT },
  { "arabic-names",
    "{\"العنوان\":\"أ\",\"النص\":\"" TEXT "\",\"الكاتب\":\"رانيا مطر\","
    "\"التاريخ\":\"3 آذار/مارس 2021\",\"المصدر\":\"صحيفة الشراع\"}",
    "أ", "صحيفة الشراع", "2021-03-03", "رانيا مطر", NULL, NULL, TEXT },
  { "paragraphs", "{\"title\":\"أ\",\"paragraphs\":[\"" TEXT "\",\"ثم عادت.\"]}", "أ",
    NULL, NULL, NULL, NULL, NULL, TEXT "\nثم عادت." },
  { "epoch", "{\"title\":\"أ\",\"timestamp\":1614765600,\"text\":\"" TEXT "\"}", "أ",
    NULL, "2021-03-03", NULL, NULL, NULL, TEXT },
  { "date-and-time",
    "{\"title\":\"أ\",\"date\":\"2021-03-03\",\"time\":\"10:15\",\"text\":\"" TEXT "\"}",
    "أ", NULL, "2021-03-03", NULL, NULL, NULL, TEXT },
  /* When it was fetched is not when it was published. */
  { "extraction-date",
    "{\"title\":\"أ\",\"date_extracted\":\"2015-07-24 15:37:29\","
    "\"crawled_at\":\"2015-07-24\",\"content\":\"" TEXT "\"}",
    "أ", NULL, NULL, NULL, NULL, NULL, TEXT },
  { "blank-values",
    "{\"title\":\" \",\"headline\":\"أ\",\"author\":\"\",\"content\":\"" TEXT
    "\",\"source\":\"\"}",
    "أ", NULL, NULL, NULL, NULL, NULL, TEXT },
  { "escapes",
    "{\"title\":\"\\u0623 \\ud83d\\ude00 \\\"\",\"content\":\"" TEXT
    "\\n\\tثم\\u00a0عادت.\"}",
    "أ 😀 \"", NULL, NULL, NULL, NULL, NULL, TEXT "\nثم عادت." },
  { "head-lines",
    "{\"title\":\"أ\",\"content\":\"الخميس 3 آذار 2022\\nصور - رانيا مطر\\n" TEXT
    "\\nثم عادت.\"}",
    "أ", NULL, "2022-03-03", "رانيا مطر", NULL, NULL, TEXT "\nثم عادت." },
};

static void
test_fields (gconstpointer data)
{
  const FieldCase *test = data;
  g_autoptr (QsaTestExtract) extract = qsa_test_extract_text ("a.json", test->json);
  const QsaArticle *article = qsa_test_extract_article (extract, 0);
  g_autofree char *date = qsa_date_to_iso (&article->date);

  g_assert_cmpuint (extract->candidates->len, ==, 1);
  g_assert_cmpstr (article->title, ==, test->title);
  g_assert_cmpstr (article->outlet, ==, test->outlet);
  g_assert_cmpstr (date, ==, test->date);
  g_assert_cmpstr (article->author, ==, test->author);
  g_assert_cmpstr (article->section, ==, test->section);
  g_assert_cmpstr (article->url, ==, test->url);
  g_assert_cmpstr (article->body, ==, test->body);
}

/* What comes of a file: letters for titles, a line number for each failure. */
typedef struct
{
  const char *name;
  const char *json;
  const char *outcome;
} SplitCase;

static const SplitCase split_cases[] = {
  { "array", "[" GOOD ("a") "," GOOD ("b") "]", "a b" },
  { "array-spread", "[\n " GOOD ("a") ",\n\n " GOOD ("b") "\n]\n", "a b" },
  { "lines", GOOD ("a") "\n" GOOD ("b") "\n\n" GOOD ("c"), "a b c" },
  { "lines-with-commas", GOOD ("a") ",\n" GOOD ("b") ",\n", "a b" },
  { "object", GOOD ("a"), "a" },
  { "wrapped",
    "{\"status\":\"ok\",\"n\":2,\"articles\":[" GOOD ("a") "," GOOD ("b") "],\"x\":1}",
    "a b" },
  { "wrapped-twice",
    "{\"took\":3,\"hits\":{\"total\":1,\"hits\":[{\"_source\":" GOOD ("a") "}]}}", "a" },
  { "braces-in-strings", "[{\"title\":\"a\",\"content\":\"}]{ \\\"\"}," GOOD ("b") "]",
    "a b" },
  { "two-arrays", "[" GOOD ("a") "]\n[" GOOD ("b") "]", "a b" },
  { "broken-element",
    "[\n" GOOD ("a") ",\n{\"title\" \"x\", \"content\": \"y\"},\n" GOOD ("c") "\n]",
    "a !3 c" },
  { "missing-quote",
    "[\n{\n \"title\": \"a\",\n \"content\": \"" TEXT
    "\"\n},\n{\n \"title\": \"x,\n \"content\": "
    "\"y\"\n},\n{\n \"title\": \"c\",\n \"content\": \"" TEXT "\"\n}\n]",
    "a !7 c" },
  { "missing-brace", "[\n" GOOD ("a") ",\n{\"title\": \"x\",\n" GOOD ("c") "\n]",
    "a !3 c" },
  { "broken-line", GOOD ("a") "\n{\"title\": \n" GOOD ("c") "\n", "a !2 c" },
  { "not-objects", "[" GOOD ("a") ", 12, \"x\", null, [1,2], " GOOD ("b") "]",
    "a !1 !1 !1 !1 b" },
  { "truncated", "[\n" GOOD ("a") ",\n{\"title\": \"x\", \"content\": \"" TEXT,
    "a !3 !3" },
  { "unclosed", "[\n" GOOD ("a") ",\n" GOOD ("b") "\n", "a b !4" },
  { "not-an-article", "[" GOOD ("a") ",{\"name\":\"\",\"n\":3}]", "a !1" },
};

static char *
describe (QsaTestExtract *extract)
{
  GString *outcome = g_string_new (NULL);

  for (guint i = 0; i < extract->candidates->len; i++)
    {
      const QsaCandidate *candidate = g_ptr_array_index (extract->candidates, i);

      if (i > 0)
        g_string_append_c (outcome, ' ');
      if (candidate->article != NULL)
        g_string_append (outcome, candidate->article->title);
      else
        {
          const char *line = strstr (candidate->error->message, "line ");

          /* The message says the line, and the innermost one says where exactly. */
          for (const char *p = line; p != NULL; p = strstr (p + 1, "line "))
            line = p;
          g_assert_nonnull (line);
          g_string_append_printf (outcome, "!%d", atoi (line + strlen ("line ")));
        }
    }
  return g_string_free (outcome, FALSE);
}

static void
test_split (gconstpointer data)
{
  const SplitCase *test = data;
  g_autoptr (QsaTestExtract) extract = qsa_test_extract_text ("a.json", test->json);
  g_autofree char *outcome = describe (extract);

  g_assert_no_error (extract->error);
  g_assert_cmpstr (outcome, ==, test->outcome);
}

typedef struct
{
  const char *name;
  const char *json;
  int code;
  const char *part; /* of the message */
} RefusedCase;

static const RefusedCase refused_cases[] = {
  { "broken-object", "{\n\"title\": \"a\",\n\"content\" \"b\"\n}", QSA_ERROR_SYNTAX,
    "line 3" },
  { "cut-object", "{\"title\": \"a\"", QSA_ERROR_SYNTAX, "line 1" },
  { "empty-array", "[]", QSA_ERROR_NO_ARTICLE, "a.json" },
  { "no-fields", "{\"a\": 1}", QSA_ERROR_NO_ARTICLE, "a.json" },
  { "prose", "هذا ليس جيسون", QSA_ERROR_SYNTAX, "line 1" },
};

static void
test_refused (gconstpointer data)
{
  const RefusedCase *test = data;
  g_autoptr (QsaTestExtract) extract = qsa_test_extract_text ("a.json", test->json);

  g_assert_error (extract->error, QSA_ERROR, test->code);
  g_assert_nonnull (strstr (extract->error->message, test->part));
  g_assert_cmpuint (extract->candidates->len, ==, 0);
}

static guint
count_parts (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at != NULL; at = strstr (at + 1, part))
    n++;
  return n;
}

/* The place is said once; twice only when the fault is further down than the object's beginning. */
static void
test_line_is_said_once (void)
{
  g_autoptr (QsaTestExtract) same = qsa_test_extract_text ("a.json", "{\"title\": \"a\"");
  g_autoptr (QsaTestExtract) other =
      qsa_test_extract_text ("a.json", "{\n\"title\": \"a\",\n\"content\" \"b\"\n}");

  g_assert_cmpuint (count_parts (same->error->message, "line 1"), ==, 1);
  g_assert_cmpuint (count_parts (same->error->message, "line"), ==, 1);
  g_assert_cmpuint (count_parts (other->error->message, "line 1"), ==, 1);
  g_assert_cmpuint (count_parts (other->error->message, "line 3"), ==, 1);
}

/* A parser that recurses would run out of stack. */
static void
test_deep (void)
{
  g_autoptr (GString) json = g_string_new ("[" GOOD ("a") ",{\"title\":");
  g_autoptr (QsaTestExtract) extract = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append_c (json, '[');
  for (guint i = 0; i < 200000; i++)
    g_string_append_c (json, ']');
  g_string_append (json, "}," GOOD ("c") "]");
  extract = qsa_test_extract_text ("a.json", json->str);
  g_assert_cmpuint (extract->candidates->len, ==, 3);
  g_assert_error (qsa_test_extract_error (extract, 1), QSA_ERROR, QSA_ERROR_SYNTAX);
  g_assert_cmpstr (qsa_test_extract_article (extract, 2)->title, ==, "c");
}

/* Faults on every line of a large file: each costs its own line, not the rest of the file. */
static void
test_broken_all_over (void)
{
  static const char *const lines[] = { "{\"title\": \"x\n", "{\"title\": [1\n",
                                       "{\"title\": 1\n", "\"x\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (GString) json = g_string_new (NULL);
      g_autoptr (QsaTestExtract) extract = NULL;
      gint64 start = g_get_monotonic_time ();

      for (guint k = 0; k < 30000; k++)
        g_string_append (json, lines[i]);
      extract = qsa_test_extract_text ("a.jsonl", json->str);
      g_assert_true (extract->error != NULL || extract->candidates->len > 0);
      /* Quadratic work would take minutes. */
      g_assert_cmpint (g_get_monotonic_time () - start, <, 60 * G_USEC_PER_SEC);
    }
}

static void
test_bad_date_is_warned_of (void)
{
  g_autoptr (QsaTestExtract) extract = qsa_test_extract_text (
      NULL, "{\"title\":\"أ\",\"date\":\"بعد العيد\",\"content\":\"" TEXT "\"}");
  const QsaCandidate *candidate = qsa_test_extract_candidate (extract, 0);

  g_assert_cmpint (candidate->article->date.precision, ==, QSA_DATE_NONE);
  g_assert_cmpuint (candidate->warnings->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (candidate->warnings, 0), "بعد العيد"));
}

static void
test_raw_and_line (void)
{
  g_autoptr (QsaTestExtract)
      extract = qsa_test_extract_text (NULL, "[\n" GOOD ("a") ",\n\n" GOOD ("b") "\n]");
  gsize n_bytes = 0;
  const char *raw = g_bytes_get_data (qsa_test_extract_candidate (extract, 1)->raw,
                                      &n_bytes);

  g_assert_cmpmem (raw, n_bytes, GOOD ("b"), strlen (GOOD ("b")));
  g_assert_cmpuint (qsa_test_extract_candidate (extract, 1)->line, ==, 4);
}

int
main (int argc, char **argv)
{
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (field_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/extract/json/fields/%s",
                                               field_cases[i].name);

      g_test_add_data_func (path, &field_cases[i], test_fields);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (split_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/extract/json/split/%s",
                                               split_cases[i].name);

      g_test_add_data_func (path, &split_cases[i], test_split);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (refused_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/extract/json/refused/%s",
                                               refused_cases[i].name);

      g_test_add_data_func (path, &refused_cases[i], test_refused);
    }
  g_test_add_func ("/extract/json/line-said-once", test_line_is_said_once);
  g_test_add_func ("/extract/json/deep", test_deep);
  g_test_add_func ("/extract/json/broken-all-over", test_broken_all_over);
  g_test_add_func ("/extract/json/bad-date", test_bad_date_is_warned_of);
  g_test_add_func ("/extract/json/raw-and-line", test_raw_and_line);
  return g_test_run ();
}
