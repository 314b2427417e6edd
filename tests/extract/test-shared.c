/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Real articles that are not part of the project: run where they are at hand, skipped plainly where
 * they are not. Nothing of them is quoted here. */

#include <json-glib/json-glib.h>
#include <string.h>

#include "../text/shared-articles.h"
#include "qsa-body.h"
#include "qsa-test-extract.h"

static JsonNode *
load_json (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (text, &error);

  g_assert_no_error (error);
  return g_steal_pointer (&node);
}

static void
check_member (JsonObject *gold, const char *name, const char *found)
{
  JsonNode *node = json_object_get_member (gold, name);

  if (node == NULL)
    return;
  g_assert_cmpstr (found, ==,
                   JSON_NODE_HOLDS_NULL (node) ? NULL : json_node_get_string (node));
}

static void
check_scrape (const char *folder, JsonObject *gold)
{
  g_autofree char *path =
      g_build_filename (folder, json_object_get_string_member (gold, "file"), NULL);
  g_autoptr (QsaTestExtract) extract = qsa_test_extract_file (path);
  const QsaArticle *article = qsa_test_extract_article (extract, 0);
  g_autofree char *date = qsa_date_to_iso (&article->date);
  g_autofree char *time = qsa_date_time_to_iso (&article->date);
  JsonArray *headings = json_object_get_array_member (gold, "headings");
  JsonArray *foreign = json_object_get_array_member (gold, "not_in_body");

  check_member (gold, "title", article->title);
  check_member (gold, "outlet", article->outlet);
  check_member (gold, "domain", article->domain);
  check_member (gold, "source_credit", article->source_credit);
  check_member (gold, "date", date);
  check_member (gold, "time", time);
  check_member (gold, "author", article->author);
  check_member (gold, "place", article->place);
  check_member (gold, "section", article->section);
  for (guint i = 0; i <= json_array_get_length (headings); i++)
    {
      g_autofree char *heading = qsa_test_dup_heading (article, i);

      g_assert_cmpstr (heading, ==,
                       i < json_array_get_length (headings)
                           ? json_array_get_string_element (headings, i)
                           : NULL);
    }
  g_assert_true (g_str_has_prefix (article->body,
                                   json_object_get_string_member (gold, "body_starts")));
  g_assert_true (g_str_has_suffix (article->body,
                                   json_object_get_string_member (gold, "body_ends")));
  for (guint i = 0; i < json_array_get_length (foreign); i++)
    g_assert_null (strstr (article->body, json_array_get_string_element (foreign, i)));
}

static void
test_scrapes (void)
{
  g_autofree char *gold_path = shared_dup_path ("gold/articles.json");
  g_autofree char *folder = shared_dup_path ("articles");
  g_autofree char *contents = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonArray *articles;

  if (gold_path == NULL || folder == NULL)
    {
      g_test_skip ("the shared articles are not at hand");
      return;
    }
  g_assert_true (g_file_get_contents (gold_path, &contents, NULL, NULL));
  root = load_json (contents);
  articles = json_node_get_array (root);
  g_assert_cmpuint (json_array_get_length (articles), >, 0);
  for (guint i = 0; i < json_array_get_length (articles); i++)
    check_scrape (folder, json_array_get_object_element (articles, i));
}

static void
check_page (const char *folder, JsonObject *gold)
{
  g_autofree char *path =
      g_build_filename (folder, json_object_get_string_member (gold, "file"), NULL);
  g_autoptr (QsaTestExtract) extract = qsa_test_extract_file (path);
  const QsaArticle *article = qsa_test_extract_article (extract, 0);
  g_autofree char *date = qsa_date_to_iso (&article->date);
  JsonArray *paragraphs = json_object_get_array_member (gold, "body");

  g_assert_cmpstr (article->title, ==, json_object_get_string_member (gold, "title"));
  g_assert_cmpstr (date, ==, json_object_get_string_member (gold, "date"));
  for (guint i = 0; i < json_array_get_length (paragraphs); i++)
    {
      g_autoptr (GString) paragraph = g_string_new (NULL);
      const char *text = json_array_get_string_element (paragraphs, i);

      qsa_squeeze_append (paragraph, text, strlen (text));
      g_assert_nonnull (strstr (article->body, paragraph->str));
    }
}

static void
test_pages (void)
{
  g_autofree char *folder = shared_dup_path ("html");
  g_autofree char *gold_path = shared_dup_path ("html/gold.jsonl");
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;

  if (folder == NULL || gold_path == NULL)
    {
      g_test_skip ("the shared pages are not at hand");
      return;
    }
  g_assert_true (g_file_get_contents (gold_path, &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_autoptr (JsonNode) root = load_json (lines[i]);

      check_page (folder, json_node_get_object (root));
    }
}

typedef struct
{
  guint n_files;
  guint n_articles;
  guint n_failures;
  guint n_dated;
  guint n_titled;
  guint n_with_outlet;
  guint n_with_body;
} Count;

static gboolean
count_candidate (QsaCandidate *candidate, gpointer user_data)
{
  g_autoptr (QsaCandidate) owned = candidate;
  Count *count = user_data;

  if (owned->article == NULL)
    {
      count->n_failures++;
      return TRUE;
    }
  count->n_articles++;
  count->n_dated += owned->article->date.precision == QSA_DATE_DAY;
  count->n_titled += owned->article->title != NULL;
  count->n_with_outlet += owned->article->outlet != NULL;
  count->n_with_body += owned->article->body_bytes > 0;
  g_assert_true (g_utf8_validate (owned->article->body, -1, NULL));
  return TRUE;
}

static void
count_folder (Count *count, QsaOutletTable *outlets, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GError) error = NULL;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          count_folder (count, outlets, path);
          continue;
        }
      if (!qsa_extract_wants_file_name (name))
        continue;
      count->n_files++;
      qsa_extract_file (path, outlets, count_candidate, count, NULL, &error);
      g_assert_no_error (error);
    }
}

/* None lost, all dated, nothing but two dozen without a text in the files themselves. */
static void
test_trec_corpora (void)
{
  static const char *const folders[] = { "corpora/ant-v1.1", "corpora/ant-v2.1" };
  g_autoptr (QsaOutletTable) outlets = qsa_outlet_table_new_shipped ();
  Count count = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = shared_dup_path (folders[i]);

      if (folder == NULL)
        {
          g_test_skip ("the shared corpora are not at hand");
          return;
        }
      count_folder (&count, outlets, folder);
    }
  g_assert_cmpuint (count.n_files, ==, 20656);
  g_assert_cmpuint (count.n_articles, ==, 20656);
  g_assert_cmpuint (count.n_failures, ==, 0);
  g_assert_cmpuint (count.n_dated, ==, 20656);
  g_assert_cmpuint (count.n_with_outlet, ==, 20656);
  g_assert_cmpuint (count.n_titled, >=, 20652);
  g_assert_cmpuint (count.n_with_body, >=, 20631);
}

/* The date of extraction in these files is not taken for the date of publication. */
static void
test_json_corpora (void)
{
  g_autofree char *folder = shared_dup_path ("corpora/saudi");
  g_autoptr (QsaOutletTable) outlets = qsa_outlet_table_new_shipped ();
  Count count = { 0 };

  if (folder == NULL)
    {
      g_test_skip ("the shared corpora are not at hand");
      return;
    }
  count_folder (&count, outlets, folder);
  g_assert_cmpuint (count.n_articles + count.n_failures, ==, 4036);
  /* Ten objects have neither title nor text. */
  g_assert_cmpuint (count.n_failures, ==, 10);
  g_assert_cmpuint (count.n_dated, ==, 0);
  g_assert_cmpuint (count.n_with_outlet, ==, count.n_articles);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/extract/shared/scrapes", test_scrapes);
  g_test_add_func ("/extract/shared/pages", test_pages);
  g_test_add_func ("/extract/shared/trec", test_trec_corpora);
  g_test_add_func ("/extract/shared/json", test_json_corpora);
  return g_test_run ();
}
