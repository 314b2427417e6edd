/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-cli-fixture.h"

/* The command-line contract, kept from outside: the program is run as a user runs it. */

static void
test_help (QsaCliFixture *fixture, gconstpointer data)
{
  static const char *const commands[] = { "import",   "extract",  "search", "searches",
                                          "variants", "complete", "quotes", "show",
                                          "cite",     "export",   "stats",  "check" };

  qsa_cli_run (fixture, "--help", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_assert_nonnull (strstr (fixture->output, commands[i]));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      qsa_cli_run (fixture, commands[i], "--help", NULL);
      g_assert_cmpint (fixture->status, ==, 0);
      g_assert_nonnull (strstr (fixture->output, commands[i]));
      g_assert_cmpstr (fixture->errors, ==, "");
    }
}

static void
test_usage (QsaCliFixture *fixture, gconstpointer data)
{
  static const char *const bad[][4] = {
    { "no-such-command" },
    { "import" },
    { "extract" },
    { "search" },
    { "search", "x", "--from", "yesterday" },
    { "search", "x", "--sort", "best" },
    { "search", "x", "--limit", "-1" },
    { "search", "x", "--no-such-option" },
    { "search", "x", "--limit" },
    { "search", "x", "--limit", "many" },
    { "search", "\xff\xfe" },
    { "export", "\xff", "--format", "csv" },
    { "search", "x", "--outlet", "\xff" },
    { "import", "x", "--date", "2021-13" },
    { "import", "x", "--date", "2021-02-30" },
    { "import", "x", "--outlet", "  " },
    { "--library" },
    { "show", "0" },
    { "show", "-1" },
    { "show", "99999999999999999999" },
    { "show", "1", "2" },
    { "show" },
    { "show", "abc" },
    { "cite", "1", "--style", "nonesuch" },
    { "export", "x" },
    { "export", "x", "--format", "pdf" },
    { "stats", "x" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      qsa_cli_run (fixture, bad[i][0], bad[i][1], bad[i][2], bad[i][3], NULL);
      g_assert_cmpint (fixture->status, ==, 2);
      g_assert_cmpstr (fixture->output, ==, "");
      g_assert_cmpstr (fixture->errors, !=, "");
    }
}

static void
test_not_available (QsaCliFixture *fixture, gconstpointer data)
{
  qsa_cli_run (fixture, "quotes", "--plain", "file.txt", NULL);
  g_assert_cmpint (fixture->status, ==, 3);
}

static void
test_no_library (QsaCliFixture *fixture, gconstpointer data)
{
  static const char *const commands[] = { "search", "stats", "check" };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      qsa_cli_run (fixture, commands[i], g_str_equal (commands[i], "search") ? "x" : NULL,
                   NULL);
      g_assert_cmpint (fixture->status, ==, 1);
      g_assert_nonnull (strstr (fixture->errors, fixture->library));
      g_assert_false (g_file_test (fixture->library, G_FILE_TEST_EXISTS));
    }
}

static void
test_import_reports_failures (QsaCliFixture *fixture, gconstpointer data)
{
  g_autofree char *empty = qsa_test_dir_write (fixture->dir, "empty.txt", "", -1);

  qsa_cli_run (fixture, "import", empty, "/nowhere/at-all.txt", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_nonnull (strstr (fixture->errors, "empty.txt"));
  g_assert_nonnull (strstr (fixture->errors, "/nowhere/at-all.txt"));
}

/* Every member of the contract is there, in every line. */
static void
test_extract (QsaCliFixture *fixture, gconstpointer data)
{
  static const char *const members[] = {
    "file", "title",    "outlet",      "domain",  "source_credit", "date",
    "time", "author",   "place",       "section", "standfirst",    "headings",
    "body", "captions", "pull_quotes", "removed", "rules"
  };

  qsa_cli_run (fixture, "extract", g_getenv ("QUSASAT_SAMPLES_DIR"), "--json", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_auto (GStrv) lines = g_strsplit (fixture->output, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 30);
  for (guint i = 0; lines[i][0] != '\0'; i++)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();
      JsonObject *object = qsa_cli_parse_json (parser, lines[i]);
      for (guint j = 0; j < G_N_ELEMENTS (members); j++)
        g_assert_true (json_object_has_member (object, members[j]));
      g_assert_cmpuint (
          json_array_get_length (json_object_get_array_member (object, "body")), >, 0);
    }
}

static gint64
sum_counts (JsonObject *facets, const char *name)
{
  JsonArray *counts = json_object_get_array_member (facets, name);
  gint64 sum = 0;

  for (guint i = 0; i < json_array_get_length (counts); i++)
    sum += json_object_get_int_member (json_array_get_object_element (counts, i),
                                       "count");
  return sum;
}

static void
test_search_all (QsaCliFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  qsa_cli_run (fixture, "search", "", "--facets", "--json", "--limit", "5", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  JsonObject *answer = qsa_cli_parse_json (parser, fixture->output);
  gint64 total = json_object_get_int_member (answer, "total");
  JsonObject *facets = json_object_get_object_member (answer, "facets");
  g_assert_cmpint (total, >=, 30);
  g_assert_cmpint (sum_counts (facets, "outlet"), ==, total);
  g_assert_cmpint (sum_counts (facets, "month"), ==, total);

  JsonArray *hits = json_object_get_array_member (answer, "hits");
  const char *previous = "9999-12-31";
  g_assert_cmpuint (json_array_get_length (hits), ==, 5);
  for (guint i = 0; i < 5; i++)
    {
      JsonObject *hit = json_array_get_object_element (hits, i);
      const char *date = json_object_get_string_member (hit, "date");
      g_assert_cmpstr (date, <=, previous);
      previous = date;
    }
}

/* Newest first; of one date the newest number first. */
static void
test_search_order (QsaCliFixture *fixture, gconstpointer data)
{
  g_autofree char *many = qsa_cli_write_articles (fixture, "many.jsonl", 700);
  g_autoptr (JsonParser) parser = json_parser_new ();

  qsa_cli_run (fixture, "import", many, NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  qsa_cli_run (fixture, "search", "", "--json", "--limit", "1000", NULL);
  JsonArray *hits =
      json_object_get_array_member (qsa_cli_parse_json (parser, fixture->output), "hits");
  g_assert_cmpuint (json_array_get_length (hits), >, 700);
  for (guint i = 1; i < json_array_get_length (hits); i++)
    {
      JsonObject *one = json_array_get_object_element (hits, i - 1);
      JsonObject *two = json_array_get_object_element (hits, i);
      const char *newer = json_object_get_string_member_with_default (one, "date", "");
      const char *older = json_object_get_string_member_with_default (two, "date", "");

      /* Periods of a year or a month are compared as far as both go. */
      g_assert_cmpint (strncmp (newer, older, MIN (strlen (newer), strlen (older))), >=,
                       0);
      if (g_str_equal (newer, older))
        g_assert_cmpint (json_object_get_int_member (one, "id"), >,
                         json_object_get_int_member (two, "id"));
    }
}

/* Each facet leaves out its own filter, and follows the other. */
static void
test_search_facets (QsaCliFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) all_parser = json_parser_new ();
  g_autoptr (JsonParser) parser = json_parser_new ();

  qsa_cli_run (fixture, "search", "", "--json", "--facets", "--limit", "0", NULL);
  JsonObject *all = qsa_cli_parse_json (all_parser, fixture->output);
  gint64 total = json_object_get_int_member (all, "total");

  qsa_cli_run (fixture, "search", "", "--json", "--facets", "--limit", "0", "--outlet",
               "صحيفة المرفأ", NULL);
  JsonObject *one = qsa_cli_parse_json (parser, fixture->output);
  JsonObject *facets = json_object_get_object_member (one, "facets");
  g_assert_cmpint (json_object_get_int_member (one, "total"), <, total);
  g_assert_cmpint (sum_counts (facets, "outlet"), ==, total);
  g_assert_cmpint (sum_counts (facets, "month"), ==,
                   json_object_get_int_member (one, "total"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (one, "hits")),
                    ==, 0);

  qsa_cli_run (fixture, "search", "", "--json", "--facets", "--from", "2023", NULL);
  JsonObject *late = qsa_cli_parse_json (parser, fixture->output);
  facets = json_object_get_object_member (late, "facets");
  g_assert_cmpint (json_object_get_int_member (late, "total"), <, total);
  g_assert_cmpint (sum_counts (facets, "month"), ==, total);
  g_assert_cmpint (sum_counts (facets, "outlet"), ==,
                   json_object_get_int_member (late, "total"));
}

/* The query may come as several words, begin with a dash, and stand anywhere. */
static void
test_search_words (QsaCliFixture *fixture, gconstpointer data)
{
  qsa_cli_run (fixture, "search", "", "--json", NULL);
  gint64 total = qsa_cli_get_count (fixture, "total");
  qsa_cli_run (fixture, "search", "المدينة القديمة", "--json", NULL);
  gint64 joined = qsa_cli_get_count (fixture, "total");
  qsa_cli_run (fixture, "search", "المدينة", "القديمة", "--json", NULL);
  g_assert_cmpint (qsa_cli_get_count (fixture, "total"), ==, joined);
  qsa_cli_run (fixture, "search", "المدينة", "--json", NULL);
  gint64 with = qsa_cli_get_count (fixture, "total");
  qsa_cli_run (fixture, "search", "-المدينة", "--json", NULL);
  g_assert_cmpint (qsa_cli_get_count (fixture, "total"), ==, total - with);
  qsa_cli_run (fixture, "search", "--json", "--", "-المدينة", NULL);
  g_assert_cmpint (qsa_cli_get_count (fixture, "total"), ==, total - with);
  qsa_cli_run (fixture, "search", "--json", "--", "-x", "--library", "y", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
}

static void
test_search_filters (QsaCliFixture *fixture, gconstpointer data)
{
  qsa_cli_run (fixture, "search", "", "--json", "--outlet", "صحيفة المرفأ", NULL);
  gint64 outlet = qsa_cli_get_count (fixture, "total");
  qsa_cli_run (fixture, "search", "", "--json", "--outlet", "صحيفة المرفأ", "--from",
               "2021", "--to", "2021-12-31", NULL);
  gint64 year = qsa_cli_get_count (fixture, "total");
  qsa_cli_run (fixture, "search", "", "--json", "--outlet", "", NULL);
  gint64 unknown = qsa_cli_get_count (fixture, "total");
  g_assert_cmpint (outlet, >, year);
  g_assert_cmpint (year, >, 0);
  g_assert_cmpint (unknown, ==, 2);

  qsa_cli_run (fixture, "search", "", "--json", "--outlet", "لا وجود لها", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_nonnull (strstr (fixture->errors, "لا وجود لها"));
}

/* Hamza, attached particles and the exact switch. */
static void
test_search_widens (QsaCliFixture *fixture, gconstpointer data)
{
  qsa_cli_run (fixture, "search", "الإسكندرية", "--json", NULL);
  gint64 typed = qsa_cli_get_count (fixture, "total");
  qsa_cli_run (fixture, "search", "الاسكندريه", "--json", NULL);
  gint64 plain = qsa_cli_get_count (fixture, "total");
  qsa_cli_run (fixture, "search", "إيران", "--json", NULL);
  gint64 widened = qsa_cli_get_count (fixture, "total");
  qsa_cli_run (fixture, "search", "إيران", "--exact", "--json", NULL);
  gint64 exact = qsa_cli_get_count (fixture, "total");
  g_assert_cmpint (typed, >, 0);
  g_assert_cmpint (typed, ==, plain);
  g_assert_cmpint (widened, >=, exact);
}

static void
test_show_and_cite (QsaCliFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  qsa_cli_run (fixture, "show", "1", "--json", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_autofree char *title = g_strdup (json_object_get_string_member (
      qsa_cli_parse_json (parser, fixture->output), "title"));
  qsa_cli_run (fixture, "show", "1", NULL);
  g_assert_nonnull (strstr (fixture->output, title));
  qsa_cli_run (fixture, "cite", "1", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpint (strchr (fixture->output, '\n') - fixture->output, ==,
                   strlen (fixture->output) - 1);
  qsa_cli_run (fixture, "cite", "999999", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
}

static void
test_export (QsaCliFixture *fixture, gconstpointer data)
{
  qsa_cli_run (fixture, "search", "", "--json", NULL);
  guint total = qsa_cli_get_count (fixture, "total");

  qsa_cli_run (fixture, "export", "", "--format", "jsonl", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_auto (GStrv) lines = g_strsplit (fixture->output, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, total + 1);

  qsa_cli_run (fixture, "export", "", "--format", "csv", "--from", "2024", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_true (g_str_has_prefix (fixture->output, "id,title,outlet,"));
}

static void
test_stats_and_check (QsaCliFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  qsa_cli_run (fixture, "stats", "--json", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpint (json_object_get_int_member (
                       qsa_cli_parse_json (parser, fixture->output), "articles"),
                   >=, 30);
  qsa_cli_run (fixture, "check", NULL);
  g_assert_cmpstr (fixture->errors, ==, "");
  g_assert_cmpint (fixture->status, ==, 0);
}

/* ---- what the user says of the articles ---- */

static void
test_import_options (QsaCliFixture *fixture, gconstpointer data)
{
  g_autofree char *page = qsa_cli_make_page ("سوق للكتب في المدينة القديمة");
  g_autofree char *path = qsa_test_dir_write (fixture->dir, "a.txt", page, -1);
  g_autoptr (JsonParser) parser = json_parser_new ();

  qsa_cli_run (fixture, "import", "--dry-run", "--outlet", "صحيفة المرفأ", "--date",
               "2021-07", path, NULL);
  qsa_cli_assert_ended (fixture, 0, "2021-07\tصحيفة المرفأ\tسوق للكتب", NULL);
  g_assert_false (g_file_test (fixture->library, G_FILE_TEST_EXISTS));

  qsa_cli_run (fixture, "import", "--outlet", "صحيفة المرفأ", "--date", "2021-07", path,
               NULL);
  qsa_cli_assert_ended (fixture, 0, "1  articles added", NULL);
  qsa_cli_run (fixture, "show", "1", "--json", NULL);
  JsonObject *article = qsa_cli_parse_json (parser, fixture->output);
  g_assert_cmpstr (json_object_get_string_member (article, "outlet"), ==, "صحيفة المرفأ");
  g_assert_cmpstr (json_object_get_string_member (article, "date"), ==, "2021-07");
  g_assert_cmpstr (json_object_get_string_member (article, "file"), ==, path);
  qsa_cli_run (fixture, "search", "", "--json", "--from", "2021-07-20", NULL);
  g_assert_cmpint (qsa_cli_get_count (fixture, "total"), ==, 1);
}

/* Into a library whose folder is not there yet. */
static void
test_import_makes_folder (QsaCliFixture *fixture, gconstpointer data)
{
  g_autofree char *page = qsa_cli_make_page ("سوق للكتب في المدينة القديمة");
  g_autofree char *path = qsa_test_dir_write (fixture->dir, "a.txt", page, -1);

  g_free (fixture->library);
  fixture->library = qsa_test_dir_child (fixture->dir, "new/deep/library.qusasat");
  qsa_cli_run (fixture, "import", path, NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpint (qsa_cli_count_articles (fixture), ==, 1);
}

#define ADD(path, set_up, func) \
  g_test_add ("/cli/" path, QsaCliFixture, NULL, set_up, func, qsa_cli_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("help", qsa_cli_fixture_set_up, test_help);
  ADD ("usage", qsa_cli_fixture_set_up, test_usage);
  ADD ("not-available", qsa_cli_fixture_set_up, test_not_available);
  ADD ("no-library", qsa_cli_fixture_set_up, test_no_library);
  ADD ("import/failures", qsa_cli_fixture_set_up, test_import_reports_failures);
  ADD ("import/options", qsa_cli_fixture_set_up, test_import_options);
  ADD ("import/makes-folder", qsa_cli_fixture_set_up, test_import_makes_folder);
  ADD ("extract", qsa_cli_fixture_set_up, test_extract);
  ADD ("search/all", qsa_cli_fixture_set_up_samples, test_search_all);
  ADD ("search/order", qsa_cli_fixture_set_up_samples, test_search_order);
  ADD ("search/facets", qsa_cli_fixture_set_up_samples, test_search_facets);
  ADD ("search/words", qsa_cli_fixture_set_up_samples, test_search_words);
  ADD ("search/filters", qsa_cli_fixture_set_up_samples, test_search_filters);
  ADD ("search/widens", qsa_cli_fixture_set_up_samples, test_search_widens);
  ADD ("show-and-cite", qsa_cli_fixture_set_up_samples, test_show_and_cite);
  ADD ("export", qsa_cli_fixture_set_up_samples, test_export);
  ADD ("stats-and-check", qsa_cli_fixture_set_up_samples, test_stats_and_check);
  return g_test_run ();
}
