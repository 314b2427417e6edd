/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>

#include "qsa-cli-fixture.h"

/* Library files that are not what they should be, and imports that are interrupted or not alone. */

static const QsaCliRun plain = { NULL };

/* ---- library files ---- */

static void
test_not_a_library (QsaCliFixture *fixture, gconstpointer data)
{
  static const char *const commands[] = { "stats", "check", "search", "show", "import" };
  g_autofree char *contents = NULL;

  g_file_set_contents (fixture->library, "not a library at all", -1, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      qsa_cli_run (fixture, commands[i], i < 2 ? NULL : "1", NULL);
      qsa_cli_assert_ended (fixture, 1, NULL, "is not a Qusasat library");
      g_assert_nonnull (strstr (fixture->errors, fixture->library));
    }
  g_file_get_contents (fixture->library, &contents, NULL, NULL);
  g_assert_cmpstr (contents, ==, "not a library at all");
}

/* Writes a number into the header of an SQLite file (big-endian, at a fixed place). */
static void
change_header (QsaCliFixture *fixture, gsize at_byte, guint32 number)
{
  guint32 big_endian = GUINT32_TO_BE (number);
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize n_bytes;

  g_file_get_contents (fixture->library, &contents, &n_bytes, &error);
  g_assert_no_error (error);
  memcpy (contents + at_byte, &big_endian, sizeof big_endian);
  g_file_set_contents (fixture->library, contents, (gssize) n_bytes, &error);
  g_assert_no_error (error);
}

static char *
checksum (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize n_bytes;

  g_file_get_contents (path, &contents, &n_bytes, &error);
  g_assert_no_error (error);
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) contents, n_bytes);
}

static void
assert_refused_untouched (QsaCliFixture *fixture, const char *message)
{
  static const char *const commands[] = { "stats", "search", "import" };
  g_autofree char *before = checksum (fixture->library);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      qsa_cli_run (fixture, commands[i], i == 0 ? NULL : g_getenv ("QUSASAT_SAMPLES_DIR"),
                   NULL);
      qsa_cli_assert_ended (fixture, 1, NULL, message);
    }
  g_autofree char *after = checksum (fixture->library);
  g_assert_cmpstr (before, ==, after);
}

#define SQLITE_USER_VERSION_BYTE 60
#define SQLITE_APPLICATION_ID_BYTE 68

static void
test_too_new (QsaCliFixture *fixture, gconstpointer data)
{
  change_header (fixture, SQLITE_USER_VERSION_BYTE, 9999);
  assert_refused_untouched (fixture, "newer version");
}

static void
test_other_database (QsaCliFixture *fixture, gconstpointer data)
{
  change_header (fixture, SQLITE_APPLICATION_ID_BYTE, 0x12345678);
  assert_refused_untouched (fixture, "is not a Qusasat library");
}

static void
test_library_is_no_file (QsaCliFixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_mkdir (fixture->library, 0700), ==, 0);
  qsa_cli_run (fixture, "stats", NULL);
  qsa_cli_assert_ended (fixture, 1, NULL, fixture->library);
  qsa_cli_run (fixture, "import", g_getenv ("QUSASAT_SAMPLES_DIR"), NULL);
  qsa_cli_assert_ended (fixture, 1, NULL, fixture->library);
}

/* Reading goes on, writing says that it cannot; as nobody, since root may write everywhere. */
static void
test_read_only_folder (QsaCliFixture *fixture, gconstpointer data)
{
  const QsaCliRun nobody = { .unprivileged = TRUE };
  const char *folder = qsa_test_dir_get_path (fixture->dir);
  const char *samples = g_getenv ("QUSASAT_SAMPLES_DIR");

  if (!qsa_cli_run_as (fixture, &nobody, "--version", NULL))
    {
      g_test_skip ("nobody may not run the program here");
      return;
    }
  g_assert_cmpint (g_chmod (fixture->library, 0644), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
  qsa_cli_run_as (fixture, &nobody, "search", "", "--json", NULL);
  g_assert_cmpint (qsa_cli_get_count (fixture, "total"), >=, 30);
  qsa_cli_run_as (fixture, &nobody, "check", NULL);
  qsa_cli_assert_ended (fixture, 0, NULL, NULL);
  qsa_cli_run_as (fixture, &nobody, "import", samples, NULL);
  qsa_cli_assert_ended (fixture, 1, NULL, "cannot be written");

  g_free (fixture->library);
  fixture->library = qsa_test_dir_child (fixture->dir, "new.qusasat");
  qsa_cli_run_as (fixture, &nobody, "import", samples, NULL);
  qsa_cli_assert_ended (fixture, 1, NULL, folder);
  g_assert_cmpint (g_chmod (folder, 0755), ==, 0);
}

/* A disk that fills up in the midst: what was stored stays, and the library is whole. */
static void
test_full_disk (QsaCliFixture *fixture, gconstpointer data)
{
  const QsaCliRun limited = { .file_bytes = 1024 * 1024, .unprivileged = TRUE };
  g_autofree char *file = qsa_cli_write_articles (fixture, "many.jsonl", 6000);

  if (!qsa_cli_run_as (fixture, &limited, "import", file, NULL))
    {
      g_test_skip ("nobody may not run the program here");
      return;
    }
  qsa_cli_assert_ended (fixture, 1, NULL, "no space left");
  qsa_cli_run (fixture, "check", NULL);
  qsa_cli_assert_ended (fixture, 0, "whole", NULL);

  /* With room again, the rest comes in. */
  qsa_cli_run (fixture, "import", file, NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpint (qsa_cli_count_articles (fixture), ==, 6000);
}

/* ---- interrupted ---- */

/* Starts an import that is long enough to be met in the midst, and waits for its first batch. */
static GSubprocess *
start_long_import (QsaCliFixture *fixture)
{
  g_autofree char *file = qsa_cli_write_articles (fixture, "many.jsonl", 12000);
  GSubprocess *process = qsa_cli_start (fixture, &plain, "import", file, NULL);

  while (qsa_cli_count_articles (fixture) <= 0)
    g_assert_nonnull (g_subprocess_get_identifier (process));
  return process;
}

static void
assert_whole_and_open (QsaCliFixture *fixture)
{
  qsa_cli_run (fixture, "check", NULL);
  qsa_cli_assert_ended (fixture, 0, "whole", NULL);

  gint64 before = qsa_cli_count_articles (fixture);
  g_assert_cmpint (before, >, 0);
  g_assert_cmpint (before, <, 12000);
  qsa_cli_run (fixture, "import", g_getenv ("QUSASAT_SAMPLES_DIR"), NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpint (qsa_cli_count_articles (fixture), >=, before + 30);
}

static void
test_interrupted (QsaCliFixture *fixture, gconstpointer data)
{
  g_autoptr (GSubprocess) process = start_long_import (fixture);

  g_subprocess_send_signal (process, GPOINTER_TO_INT (data));
  qsa_cli_finish (fixture, process);
  qsa_cli_assert_ended (fixture, 130, "1  files not read", "cancelled");
  assert_whole_and_open (fixture);
}

static void
test_killed (QsaCliFixture *fixture, gconstpointer data)
{
  g_autoptr (GSubprocess) process = start_long_import (fixture);

  g_subprocess_send_signal (process, SIGKILL);
  qsa_cli_finish (fixture, process);
  g_assert_cmpint (fixture->status, ==, 128 + SIGKILL);
  assert_whole_and_open (fixture);
}

/* ---- not alone ---- */

static gint64
sum_of_outcomes (QsaCliFixture *fixture, const char *name)
{
  g_auto (GStrv) lines = g_strsplit (fixture->output, "\n", -1);
  g_autoptr (JsonParser) parser = json_parser_new ();

  g_assert_cmpint (fixture->status, ==, 0);
  return json_object_get_int_member (
      qsa_cli_parse_json (parser, lines[g_strv_length (lines) - 2]), name);
}

/* Two imports of the same files: each article is added by one of them. */
static void
test_two_imports (QsaCliFixture *fixture, gconstpointer data)
{
  const guint n_articles = 3000;
  g_autofree char *file = qsa_cli_write_articles (fixture, "many.jsonl", n_articles);
  g_autofree char *copy = qsa_cli_write_articles (fixture, "copy.jsonl", n_articles);
  g_autoptr (GSubprocess)
      one = qsa_cli_start (fixture, &plain, "import", file, "--json", NULL);
  g_autoptr (GSubprocess)
      two = qsa_cli_start (fixture, &plain, "import", copy, "--json", NULL);

  qsa_cli_finish (fixture, one);
  gint64 n_added = sum_of_outcomes (fixture, "added");
  gint64 n_duplicates = sum_of_outcomes (fixture, "duplicates");
  qsa_cli_finish (fixture, two);
  n_added += sum_of_outcomes (fixture, "added");
  n_duplicates += sum_of_outcomes (fixture, "duplicates");
  g_assert_cmpint (n_added, ==, n_articles);
  g_assert_cmpint (n_duplicates, ==, n_articles);
  g_assert_cmpint (qsa_cli_count_articles (fixture), ==, n_articles);
  qsa_cli_run (fixture, "check", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
}

/* Somebody searches all the while: each search answers, and finds no less than the one before. The
 * letters as typed: which forms belong to a word is judged anew as the vocabulary grows. */
static void
test_search_meanwhile (QsaCliFixture *fixture, gconstpointer data)
{
  const guint n_articles = 3000;
  g_autofree char *file = qsa_cli_write_articles (fixture, "many.jsonl", n_articles);
  g_autoptr (GSubprocess) import = qsa_cli_start (fixture, &plain, "import", file, NULL);
  gint64 before = 0, found = 0;

  while (found < n_articles)
    {
      gboolean ended = g_subprocess_get_identifier (import) == NULL;

      qsa_cli_run (fixture, "search", "=الكتب", "--json", "--limit", "1", NULL);
      g_assert_cmpstr (fixture->errors, ==, "");
      found = qsa_cli_get_count (fixture, "total");
      g_assert_cmpint (found, >=, before);
      g_assert_true (!ended || found >= n_articles);
      before = found;
      /* The main loop hears of the end. */
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  qsa_cli_finish (fixture, import);
  g_assert_cmpint (fixture->status, ==, 0);
}

#define ADD(path, data, set_up, func)                                  \
  g_test_add ("/cli/sharing/" path, QsaCliFixture, data, set_up, func, \
              qsa_cli_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("library/text", NULL, qsa_cli_fixture_set_up, test_not_a_library);
  ADD ("library/too-new", NULL, qsa_cli_fixture_set_up_samples, test_too_new);
  ADD ("library/other-database", NULL, qsa_cli_fixture_set_up_samples,
       test_other_database);
  ADD ("library/no-file", NULL, qsa_cli_fixture_set_up, test_library_is_no_file);
  ADD ("library/read-only-folder", NULL, qsa_cli_fixture_set_up_samples,
       test_read_only_folder);
  ADD ("library/full-disk", NULL, qsa_cli_fixture_set_up, test_full_disk);
  ADD ("interrupted/sigint", GINT_TO_POINTER (SIGINT), qsa_cli_fixture_set_up,
       test_interrupted);
  ADD ("interrupted/sigterm", GINT_TO_POINTER (SIGTERM), qsa_cli_fixture_set_up,
       test_interrupted);
  ADD ("interrupted/sigkill", NULL, qsa_cli_fixture_set_up, test_killed);
  ADD ("together/two-imports", NULL, qsa_cli_fixture_set_up, test_two_imports);
  ADD ("together/search", NULL, qsa_cli_fixture_set_up_samples, test_search_meanwhile);
  return g_test_run ();
}
