/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-cli-fixture.h"
#include "shared-articles.h"

/* What "extract" and "import" find in articles whose truth is known: those of data/samples by
 * their expected.tsv, and the shared ones where they are there. */

/* One line of output for each article, by the base name of its file, in file order. */
static GHashTable *
read_articles (QsaCliFixture *fixture)
{
  g_auto (GStrv) lines = g_strsplit (fixture->output, "\n", -1);
  GHashTable *articles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; lines[i][0] != '\0'; i++)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();
      JsonObject *article = qsa_cli_parse_json (parser, lines[i]);
      g_autofree char *name =
          g_path_get_basename (json_object_get_string_member (article, "file"));
      GPtrArray *of_file = g_hash_table_lookup (articles, name);

      if (of_file == NULL)
        {
          of_file = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
          g_hash_table_insert (articles, g_steal_pointer (&name), of_file);
        }
      g_ptr_array_add (of_file, json_object_ref (article));
    }
  return articles;
}

static const char *
get_text (JsonObject *article, const char *member)
{
  return json_object_get_string_member_with_default (article, member, "");
}

/* The paragraphs of the body, with a space between words and none else. */
static char *
join_body (JsonObject *article)
{
  JsonArray *body = json_object_get_array_member (article, "body");
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (body); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            json_array_get_string_element (body, i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_row (GHashTable *articles, char **names, char **values)
{
  GPtrArray *of_file = g_hash_table_lookup (articles, values[0]);
  guint index = (guint) g_ascii_strtoull (values[1], NULL, 10);

  g_test_message ("%s %u", values[0], index);
  g_assert_nonnull (of_file);
  g_assert_cmpuint (index, <, of_file->len);
  JsonObject *article = g_ptr_array_index (of_file, index);
  g_autofree char *body = join_body (article);
  for (guint i = 2; names[i] != NULL; i++)
    {
      if (g_str_equal (names[i], "body_first"))
        g_assert_nonnull (g_strstr_len (body, 200, values[i]));
      else if (g_str_equal (names[i], "body_last"))
        g_assert_true (g_str_has_suffix (body, values[i]));
      else
        g_assert_cmpstr (get_text (article, names[i]), ==, values[i]);
    }
}

static void
test_samples (QsaCliFixture *fixture, gconstpointer data)
{
  const char *folder = g_getenv ("QUSASAT_SAMPLES_DIR");
  g_autofree char *path = g_build_filename (folder, "expected.tsv", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *table = NULL;
  g_auto (GStrv) names = NULL;
  guint n_rows = 0;

  g_file_get_contents (path, &table, NULL, &error);
  g_assert_no_error (error);
  qsa_cli_run (fixture, "extract", folder, NULL);
  qsa_cli_assert_ended (fixture, 0, NULL, NULL);
  g_autoptr (GHashTable) articles = read_articles (fixture);
  g_auto (GStrv) rows = g_strsplit (table, "\n", -1);
  for (guint i = 0; rows[i] != NULL && rows[i][0] != '\0'; i++)
    {
      g_auto (GStrv) values = g_strsplit (rows[i], "\t", -1);
      if (rows[i][0] == '#')
        continue;
      if (names == NULL)
        names = g_steal_pointer (&values);
      else
        {
          g_assert_cmpuint (g_strv_length (values), ==, g_strv_length (names));
          assert_row (articles, names, values);
          n_rows++;
        }
    }
  g_assert_cmpuint (n_rows, >=, 40);
}

/* ---- articles that are not part of the project ---- */

static void
assert_list (JsonObject *article, const char *member, JsonArray *wanted)
{
  JsonArray *found = json_object_get_array_member (article, member);

  g_assert_cmpuint (json_array_get_length (found), ==, json_array_get_length (wanted));
  for (guint i = 0; i < json_array_get_length (wanted); i++)
    g_assert_cmpstr (json_array_get_string_element (found, i), ==,
                     json_array_get_string_element (wanted, i));
}

static void
assert_gold_member (JsonObject *gold, const char *member, JsonNode *node,
                    gpointer user_data)
{
  JsonObject *article = user_data;
  g_autofree char *body = join_body (article);

  if (g_str_equal (member, "body_starts"))
    g_assert_true (g_str_has_prefix (body, json_node_get_string (node)));
  else if (g_str_equal (member, "body_ends"))
    g_assert_true (g_str_has_suffix (body, json_node_get_string (node)));
  else if (g_str_equal (member, "not_in_body"))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      g_assert_null (
          strstr (body, json_array_get_string_element (json_node_get_array (node), i)));
  else if (JSON_NODE_HOLDS_ARRAY (node))
    assert_list (article, member, json_node_get_array (node));
  else if (!g_str_equal (member, "file"))
    g_assert_cmpstr (get_text (article, member), ==,
                     JSON_NODE_HOLDS_NULL (node) ? "" : json_node_get_string (node));
}

static void
test_shared_articles (QsaCliFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = shared_dup_path ("articles");
  g_autofree char *path = shared_dup_path ("gold/articles.json");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  if (folder == NULL || path == NULL)
    {
      g_test_skip ("no articles/ with gold/articles.json; set QSA_SHARED to the folder "
                   "that has them");
      return;
    }
  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  JsonArray *gold = json_node_get_array (json_parser_get_root (parser));
  qsa_cli_run (fixture, "extract", folder, NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_autoptr (GHashTable) articles = read_articles (fixture);
  for (guint i = 0; i < json_array_get_length (gold); i++)
    {
      JsonObject *wanted = json_array_get_object_element (gold, i);
      GPtrArray *of_file =
          g_hash_table_lookup (articles, json_object_get_string_member (wanted, "file"));

      g_assert_nonnull (of_file);
      g_assert_cmpuint (of_file->len, ==, 1);
      json_object_foreach_member (wanted, assert_gold_member,
                                  g_ptr_array_index (of_file, 0));
    }
}

typedef struct
{
  guint n_files;
  guint n_documents;
} Corpus;

static void
count_documents (const char *folder, Corpus *corpus)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *contents = NULL;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        count_documents (path, corpus);
      else if (g_str_has_suffix (name, ".txt")
               && g_file_get_contents (path, &contents, NULL, NULL))
        {
          corpus->n_files++;
          for (const char *at = contents; (at = strstr (at, "<DOC>")) != NULL; at++)
            corpus->n_documents++;
        }
    }
}

/* Every <DOC> is found, or said to have failed. */
static void
test_shared_corpus (QsaCliFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = shared_dup_path (data);
  g_autoptr (JsonParser) parser = json_parser_new ();
  Corpus corpus = { 0 };

  if (folder == NULL)
    {
      g_autofree char *reason = g_strdup_printf (
          "no %s; set QSA_SHARED to the folder that has it", (const char *) data);
      g_test_skip (reason);
      return;
    }
  count_documents (folder, &corpus);
  g_assert_cmpuint (corpus.n_documents, >, 100);
  qsa_cli_run (fixture, "import", "--dry-run", "--json", folder, NULL);
  g_auto (GStrv) lines = g_strsplit (fixture->output, "\n", -1);
  guint n_lines = g_strv_length (lines) - 1;
  JsonObject *counts = qsa_cli_parse_json (parser, lines[n_lines - 1]);
  g_assert_cmpint (json_object_get_int_member (counts, "files"), ==, corpus.n_files);
  g_assert_cmpint (json_object_get_int_member (counts, "added")
                       + json_object_get_int_member (counts, "failed"),
                   ==, corpus.n_documents);
  g_assert_cmpuint (n_lines - 1, ==, corpus.n_documents);
}

#define ADD(path, data, func)                                                          \
  g_test_add ("/cli/extract/" path, QsaCliFixture, data, qsa_cli_fixture_set_up, func, \
              qsa_cli_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("samples", NULL, test_samples);
  ADD ("shared/articles", NULL, test_shared_articles);
  ADD ("shared/corpus-1", "corpora/ant-v1.1/culture", test_shared_corpus);
  ADD ("shared/corpus-2", "corpora/ant-v2.1/France24", test_shared_corpus);
  return g_test_run ();
}
