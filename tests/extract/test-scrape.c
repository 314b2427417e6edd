/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each fixtures/NAME.txt is a page scrape of an invented outlet, NAME.json what must be found in
 * it. A member that is missing there is not looked at; null means that nothing may be found. */

#include <json-glib/json-glib.h>
#include <string.h>

#include "qsa-test-extract.h"

static char *
fixture_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "extract", "fixtures", name, NULL);
}

static JsonNode *
load_expectations (const char *name)
{
  g_autofree char *file = g_strdup_printf ("%s.json", name);
  g_autofree char *path = fixture_path (file);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return json_parser_steal_root (parser);
}

static void
check_string (JsonObject *expected, const char *member, const char *found)
{
  JsonNode *node = json_object_get_member (expected, member);

  if (node == NULL)
    return;
  g_test_message ("%s: %s", member, found != NULL ? found : "(nothing)");
  g_assert_cmpstr (found, ==,
                   JSON_NODE_HOLDS_NULL (node) ? NULL : json_node_get_string (node));
}

static JsonArray *
get_array (JsonObject *expected, const char *member)
{
  return json_object_has_member (expected, member)
             ? json_object_get_array_member (expected, member)
             : NULL;
}

static void
check_headings (JsonObject *expected, const QsaArticle *article)
{
  JsonArray *headings = get_array (expected, "headings");
  guint n = headings != NULL ? json_array_get_length (headings) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *heading = qsa_test_dup_heading (article, i);

      g_assert_cmpstr (heading, ==, json_array_get_string_element (headings, i));
    }
  if (headings != NULL)
    {
      g_autofree char *more = qsa_test_dup_heading (article, n);

      g_assert_cmpstr (more, ==, NULL);
    }
}

static void
check_captions (JsonObject *expected, const QsaArticle *article)
{
  JsonArray *captions = get_array (expected, "captions");

  for (guint i = 0; captions != NULL && i < json_array_get_length (captions); i++)
    {
      JsonArray *pair = json_array_get_array_element (captions, i);
      JsonNode *credit = json_array_get_element (pair, 1);
      const QsaBlock *block = qsa_test_find_block (
          article, QSA_BLOCK_CAPTION, json_array_get_string_element (pair, 0));

      g_assert_nonnull (block);
      g_assert_cmpstr (block->credit, ==,
                       JSON_NODE_HOLDS_NULL (credit) ? NULL
                                                     : json_node_get_string (credit));
    }
}

static void
check_blocks (JsonObject *expected, const char *member, const QsaArticle *article,
              QsaBlockKind kind)
{
  JsonArray *texts = get_array (expected, member);

  for (guint i = 0; texts != NULL && i < json_array_get_length (texts); i++)
    {
      const char *text = json_array_get_string_element (texts, i);

      g_test_message ("%s: %s", member, text);
      g_assert_nonnull (qsa_test_find_block (article, kind, text));
    }
}

static void
check_body (JsonObject *expected, const QsaArticle *article)
{
  JsonArray *foreign = get_array (expected, "not_in_body");
  g_auto (GStrv) paragraphs = g_strsplit (article->body, "\n", -1);

  if (json_object_has_member (expected, "body_starts"))
    g_assert_true (g_str_has_prefix (
        article->body, json_object_get_string_member (expected, "body_starts")));
  if (json_object_has_member (expected, "body_ends"))
    g_assert_true (g_str_has_suffix (
        article->body, json_object_get_string_member (expected, "body_ends")));
  if (json_object_has_member (expected, "n_paragraphs"))
    g_assert_cmpint (g_strv_length (paragraphs), ==,
                     json_object_get_int_member (expected, "n_paragraphs"));
  for (guint i = 0; foreign != NULL && i < json_array_get_length (foreign); i++)
    {
      g_test_message ("not in body: %s", json_array_get_string_element (foreign, i));
      g_assert_null (strstr (article->body, json_array_get_string_element (foreign, i)));
    }
}

/* Nothing is lost: every line of the page is in the title, a field, the body or a block. */
static void
check_nothing_lost (const QsaArticle *article)
{
  g_assert_cmpuint (strlen (article->body), ==, article->body_bytes);
  g_assert_true (g_utf8_validate (article->body, -1, NULL));
  for (guint i = 0; i < article->blocks->len; i++)
    {
      const QsaBlock *block = g_ptr_array_index (article->blocks, i);

      g_assert_cmpuint (block->start_byte, <=, block->end_byte);
      g_assert_cmpuint (block->end_byte, <=, article->body_bytes);
      g_assert_true (block->kind == QSA_BLOCK_HEADING
                     || (block->start_byte == block->end_byte && block->text != NULL));
      /* A place is the beginning of a paragraph or the end of the text. */
      g_assert_true (block->start_byte == 0 || block->start_byte == article->body_bytes
                     || article->body[block->start_byte - 1] == '\n');
    }
}

static void
test_fixture (gconstpointer data)
{
  const char *name = data;
  g_autoptr (JsonNode) root = load_expectations (name);
  JsonObject *expected = json_node_get_object (root);
  g_autofree char *file = g_strdup_printf ("%s.txt", name);
  g_autofree char *path = fixture_path (file);
  g_autoptr (QsaTestExtract) extract = qsa_test_extract_file (path);
  const QsaArticle *article = qsa_test_extract_article (extract, 0);
  g_autofree char *date = qsa_date_to_iso (&article->date);
  g_autofree char *time = qsa_date_time_to_iso (&article->date);

  g_assert_cmpuint (extract->candidates->len, ==, 1);
  check_string (expected, "title", article->title);
  check_string (expected, "outlet", article->outlet);
  check_string (expected, "domain", article->domain);
  check_string (expected, "source_credit", article->source_credit);
  check_string (expected, "date", date);
  check_string (expected, "time", time);
  check_string (expected, "author", article->author);
  check_string (expected, "place", article->place);
  check_string (expected, "section", article->section);
  check_string (expected, "standfirst", article->standfirst);
  check_string (expected, "encoding", qsa_test_extract_candidate (extract, 0)->encoding);
  check_headings (expected, article);
  check_captions (expected, article);
  check_blocks (expected, "pull_quotes", article, QSA_BLOCK_PULL_QUOTE);
  check_blocks (expected, "removed_has", article, QSA_BLOCK_REMOVED);
  check_body (expected, article);
  check_nothing_lost (article);
}

/* Every field that was found says by which rule, and how sure that is. */
static void
test_rules (void)
{
  g_autofree char *path = fixture_path ("02-ticker-and-trail.txt");
  g_autoptr (QsaTestExtract) extract = qsa_test_extract_file (path);
  const QsaArticle *article = qsa_test_extract_article (extract, 0);
  static const char *const fields[] = { "title",  "outlet",  "domain", "date",
                                        "author", "section", "body" };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const QsaFieldRule *rule = qsa_article_get_rule (article, fields[i]);

      g_assert_nonnull (rule);
      g_assert_cmpfloat (rule->confidence, >, 0.0);
      g_assert_cmpfloat (rule->confidence, <=, 1.0);
    }
  g_assert_cmpstr (qsa_article_get_rule (article, "outlet")->rule, ==, "footer-domain");
  g_assert_cmpint (article->date_origin, ==, QSA_DATE_ORIGIN_STAMP);
}

/* Letters stay as printed. */
static void
test_letters_as_printed (void)
{
  g_autoptr (QsaTestExtract) extract = qsa_test_extract_text (
      NULL, "عنوانٌ مُشكَّلٌ للتجربة\nكَتَبَ البحّارُ على الرمـــل: ‹‹لا تمحُ الموجةَ››،"
            " ثم\u200f مضى\u00a0\u00a0إلى   بيته وهو يعدّ خطاه إلى أن ضاعت.\n");
  const QsaArticle *article = qsa_test_extract_article (extract, 0);

  g_assert_cmpstr (article->title, ==, "عنوانٌ مُشكَّلٌ للتجربة");
  g_assert_cmpstr (
      article->body, ==,
      "كَتَبَ البحّارُ على الرمـــل: ‹‹لا تمحُ الموجةَ››، ثم\u200f مضى إلى بيته وهو "
      "يعدّ خطاه إلى أن ضاعت.");
}

/* A line of nothing but signs folds to nothing; once it was read beyond its end. */
static void
test_line_of_signs (void)
{
  g_autoptr (QsaTestExtract) extract = qsa_test_extract_text (
      NULL,
      "عنوان السفينة الصامتة\n. .\n- -\n* * *\nوصلت السفينة إلى المرفأ عند الفجر، ونزل منها "
      "البحارة صامتين.\n");

  g_assert_cmpstr (qsa_test_extract_article (extract, 0)->title, ==,
                   "عنوان السفينة الصامتة");
}

/* What a sentence says is no field. */
static void
test_nothing_invented (void)
{
  g_autoptr (QsaTestExtract) extract = qsa_test_extract_text (
      NULL,
      "من يحرس المنارة حين ينام الحارس؟\n"
      "في 5 يناير/كانون الثاني 2020 انطفأت المنارة للمرة الأولى منذ ستين عاماً، ولم يلحظ أحد.\n"
      "وقال الحارس لـ\"شبكة النوارس\" إنه نام تلك الليلة لأن ابنته عادت من السفر.\n"
      "وينتهي العمل في إصلاح المصباح في 31/ 12/ 2021 بعد الساعة الـ 12 ليلاً، كما وعدت البلدية.\n");
  const QsaArticle *article = qsa_test_extract_article (extract, 0);

  g_assert_cmpstr (article->title, ==, "من يحرس المنارة حين ينام الحارس؟");
  g_assert_cmpint (article->date.precision, ==, QSA_DATE_NONE);
  g_assert_cmpint (article->date_origin, ==, QSA_DATE_ORIGIN_NONE);
  g_assert_null (article->outlet);
  g_assert_null (article->author);
  g_assert_null (article->place);
  g_assert_null (article->section);
  g_assert_null (article->source_credit);
}

static void
add_fixtures (void)
{
  g_autofree char *folder = fixture_path ("");
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *file;
  guint n = 0;

  g_assert_no_error (error);
  while ((file = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *name = NULL;
      g_autofree char *path = NULL;

      if (!g_str_has_suffix (file, ".txt"))
        continue;
      name = g_strndup (file, strlen (file) - strlen (".txt"));
      path = g_strdup_printf ("/extract/scrape/%s", name);
      g_test_add_data_func_full (path, g_steal_pointer (&name), test_fixture, g_free);
      n++;
    }
  g_assert_cmpuint (n, >=, 12);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_fixtures ();
  g_test_add_func ("/extract/scrape/rules", test_rules);
  g_test_add_func ("/extract/scrape/letters-as-printed", test_letters_as_printed);
  g_test_add_func ("/extract/scrape/line-of-signs", test_line_of_signs);
  g_test_add_func ("/extract/scrape/nothing-invented", test_nothing_invented);
  return g_test_run ();
}
