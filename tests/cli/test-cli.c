/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "qsa-test-dir.h"

/* The command-line contract, kept from outside: the program is run as a user runs it. */

typedef struct
{
  QsaTestDir *dir;
  char *library;
  int status;
  char *output;
  char *errors;
} Fixture;

static void
set_up_empty (Fixture *fixture, gconstpointer data)
{
  fixture->dir = qsa_test_dir_new ();
  fixture->library = qsa_test_dir_child (fixture->dir, "test.qusasat");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->output);
  g_free (fixture->errors);
  g_free (fixture->library);
  qsa_test_dir_free (fixture->dir);
}

/* Runs qusasat-cli with these arguments in the C locale, the poorest there is. */
static void G_GNUC_NULL_TERMINATED
run (Fixture *fixture, ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GError) error = NULL;
  va_list args;

  g_ptr_array_add (argv, (char *) g_getenv ("QUSASAT_CLI"));
  g_ptr_array_add (argv, (char *) "--library");
  g_ptr_array_add (argv, fixture->library);
  va_start (args, fixture);
  for (char *arg = va_arg (args, char *); arg != NULL; arg = va_arg (args, char *))
    g_ptr_array_add (argv, arg);
  va_end (args);
  g_ptr_array_add (argv, NULL);

  g_subprocess_launcher_setenv (launcher, "LC_ALL", "C", TRUE);
  g_autoptr (GSubprocess) process =
      g_subprocess_launcher_spawnv (launcher, (const char *const *) argv->pdata, &error);
  g_assert_no_error (error);
  g_clear_pointer (&fixture->output, g_free);
  g_clear_pointer (&fixture->errors, g_free);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &fixture->output, &fixture->errors,
                                 &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  fixture->status = g_subprocess_get_exit_status (process);
}

static JsonObject *
parse (JsonParser *parser, const char *json)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, json, -1, &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

static void
set_up_samples (Fixture *fixture, gconstpointer data)
{
  set_up_empty (fixture, data);
  run (fixture, "import", g_getenv ("QUSASAT_SAMPLES_DIR"), NULL);
  g_assert_cmpstr (fixture->errors, ==, "");
  g_assert_cmpint (fixture->status, ==, 0);
}

static void
test_help (Fixture *fixture, gconstpointer data)
{
  static const char *const commands[] = { "import", "extract", "search", "quotes", "show",
                                          "cite",   "export",  "stats",  "check" };

  run (fixture, "--help", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_assert_nonnull (strstr (fixture->output, commands[i]));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      run (fixture, commands[i], "--help", NULL);
      g_assert_cmpint (fixture->status, ==, 0);
      g_assert_nonnull (strstr (fixture->output, commands[i]));
      g_assert_cmpstr (fixture->errors, ==, "");
    }
}

static void
test_usage (Fixture *fixture, gconstpointer data)
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
    { "import", "x", "--date", "2021-13" },
    { "show" },
    { "show", "abc" },
    { "cite", "1", "--style", "nonesuch" },
    { "export", "x" },
    { "export", "x", "--format", "pdf" },
    { "stats", "x" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      run (fixture, bad[i][0], bad[i][1], bad[i][2], bad[i][3], NULL);
      g_assert_cmpint (fixture->status, ==, 2);
      g_assert_cmpstr (fixture->output, ==, "");
      g_assert_cmpstr (fixture->errors, !=, "");
    }
}

static void
test_not_available (Fixture *fixture, gconstpointer data)
{
  run (fixture, "quotes", "--plain", "file.txt", NULL);
  g_assert_cmpint (fixture->status, ==, 3);
  run (fixture, "search", "x", "--wide", NULL);
  g_assert_cmpint (fixture->status, ==, 3);
}

static void
test_no_library (Fixture *fixture, gconstpointer data)
{
  static const char *const commands[] = { "search", "stats", "check" };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      run (fixture, commands[i], g_str_equal (commands[i], "search") ? "x" : NULL, NULL);
      g_assert_cmpint (fixture->status, ==, 1);
      g_assert_nonnull (strstr (fixture->errors, fixture->library));
      g_assert_false (g_file_test (fixture->library, G_FILE_TEST_EXISTS));
    }
}

static void
test_import_reports_failures (Fixture *fixture, gconstpointer data)
{
  g_autofree char *empty = qsa_test_dir_write (fixture->dir, "empty.txt", "", -1);

  run (fixture, "import", empty, "/nowhere/at-all.txt", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_nonnull (strstr (fixture->errors, "empty.txt"));
  g_assert_nonnull (strstr (fixture->errors, "/nowhere/at-all.txt"));
}

/* Every member of the contract is there, in every line. */
static void
test_extract (Fixture *fixture, gconstpointer data)
{
  static const char *const members[] = {
    "file", "title",    "outlet",      "domain",  "source_credit", "date",
    "time", "author",   "place",       "section", "standfirst",    "headings",
    "body", "captions", "pull_quotes", "removed", "rules"
  };

  run (fixture, "extract", g_getenv ("QUSASAT_SAMPLES_DIR"), "--json", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_auto (GStrv) lines = g_strsplit (fixture->output, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 30);
  for (guint i = 0; lines[i][0] != '\0'; i++)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();
      JsonObject *object = parse (parser, lines[i]);
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
test_search_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  run (fixture, "search", "", "--facets", "--json", "--limit", "5", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  JsonObject *answer = parse (parser, fixture->output);
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

static gint64
total_of (Fixture *fixture)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  g_assert_cmpint (fixture->status, ==, 0);
  return json_object_get_int_member (parse (parser, fixture->output), "total");
}

static void
test_search_filters (Fixture *fixture, gconstpointer data)
{
  run (fixture, "search", "", "--json", "--outlet", "صحيفة المرفأ", NULL);
  gint64 outlet = total_of (fixture);
  run (fixture, "search", "", "--json", "--outlet", "صحيفة المرفأ", "--from", "2021",
       "--to", "2021-12-31", NULL);
  gint64 year = total_of (fixture);
  run (fixture, "search", "", "--json", "--outlet", "", NULL);
  gint64 unknown = total_of (fixture);
  g_assert_cmpint (outlet, >, year);
  g_assert_cmpint (year, >, 0);
  g_assert_cmpint (unknown, ==, 2);

  run (fixture, "search", "", "--json", "--outlet", "لا وجود لها", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_nonnull (strstr (fixture->errors, "لا وجود لها"));
}

/* Hamza, attached particles and the exact switch. */
static void
test_search_widens (Fixture *fixture, gconstpointer data)
{
  run (fixture, "search", "الإسكندرية", "--json", NULL);
  gint64 typed = total_of (fixture);
  run (fixture, "search", "الاسكندريه", "--json", NULL);
  gint64 plain = total_of (fixture);
  run (fixture, "search", "إيران", "--json", NULL);
  gint64 widened = total_of (fixture);
  run (fixture, "search", "إيران", "--exact", "--json", NULL);
  gint64 exact = total_of (fixture);
  g_assert_cmpint (typed, >, 0);
  g_assert_cmpint (typed, ==, plain);
  g_assert_cmpint (widened, >=, exact);
}

static void
test_show_and_cite (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  run (fixture, "show", "1", "--json", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_autofree char *title =
      g_strdup (json_object_get_string_member (parse (parser, fixture->output), "title"));
  run (fixture, "show", "1", NULL);
  g_assert_nonnull (strstr (fixture->output, title));
  run (fixture, "cite", "1", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpint (strchr (fixture->output, '\n') - fixture->output, ==,
                   strlen (fixture->output) - 1);
  run (fixture, "cite", "999999", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  run (fixture, "search", "", "--json", NULL);
  guint total = total_of (fixture);

  run (fixture, "export", "", "--format", "jsonl", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_auto (GStrv) lines = g_strsplit (fixture->output, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, total + 1);

  run (fixture, "export", "", "--format", "csv", "--from", "2024", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_true (g_str_has_prefix (fixture->output, "id,title,outlet,"));
}

static void
test_stats_and_check (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  run (fixture, "stats", "--json", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpint (
      json_object_get_int_member (parse (parser, fixture->output), "articles"), >=, 30);
  run (fixture, "check", NULL);
  g_assert_cmpstr (fixture->errors, ==, "");
  g_assert_cmpint (fixture->status, ==, 0);
}

static void
test_not_a_library (Fixture *fixture, gconstpointer data)
{
  g_file_set_contents (fixture->library, "not a library at all", -1, NULL);
  run (fixture, "stats", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_nonnull (strstr (fixture->errors, "test.qusasat"));
}

#define ADD(path, set_up, func) \
  g_test_add ("/cli/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("help", set_up_empty, test_help);
  ADD ("usage", set_up_empty, test_usage);
  ADD ("not-available", set_up_empty, test_not_available);
  ADD ("no-library", set_up_empty, test_no_library);
  ADD ("not-a-library", set_up_empty, test_not_a_library);
  ADD ("import/failures", set_up_empty, test_import_reports_failures);
  ADD ("extract", set_up_empty, test_extract);
  ADD ("search/all", set_up_samples, test_search_all);
  ADD ("search/filters", set_up_samples, test_search_filters);
  ADD ("search/widens", set_up_samples, test_search_widens);
  ADD ("show-and-cite", set_up_samples, test_show_and_cite);
  ADD ("export", set_up_samples, test_export);
  ADD ("stats-and-check", set_up_samples, test_stats_and_check);
  return g_test_run ();
}
