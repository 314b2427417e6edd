/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <errno.h>
#include <locale.h>

#include "qsa-cli-fixture.h"

/* Standard output that fails, and what is printed in each locale. */

static const char *const printing_commands[][4] = {
  { "--help" },
  { "--version" },
  { "import", "--help" },
  { "search", "" },
  { "search", "", "--json", "--facets" },
  { "show", "1" },
  { "cite", "1" },
  { "stats" },
  { "check" },
  { "export", "", "--format", "jsonl" },
  { "extract", "SAMPLES" },
};

static gboolean
run_printing (QsaCliFixture *fixture, const QsaCliRun *how, const char *const words[4])
{
  const char *second =
      g_strcmp0 (words[1], "SAMPLES") == 0 ? g_getenv ("QUSASAT_SAMPLES_DIR") : words[1];

  return qsa_cli_run_as (fixture, how, words[0], second, words[2], words[3], NULL);
}

static void
test_full (QsaCliFixture *fixture, gconstpointer data)
{
  const QsaCliRun full = { .output_path = "/dev/full" };

  for (guint i = 0; i < G_N_ELEMENTS (printing_commands); i++)
    {
      g_assert_true (run_printing (fixture, &full, printing_commands[i]));
      qsa_cli_assert_ended (fixture, 1, NULL, "Standard output cannot be written");
    }
}

static void
test_closed (QsaCliFixture *fixture, gconstpointer data)
{
  const QsaCliRun closed = { .no_output = TRUE };

  for (guint i = 0; i < G_N_ELEMENTS (printing_commands); i++)
    {
      g_assert_true (run_printing (fixture, &closed, printing_commands[i]));
      qsa_cli_assert_ended (fixture, 1, NULL, "Standard output cannot be written");
    }
  qsa_cli_run (fixture, "check", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
}

/* What "| head -1" does: reads a line, and leaves. */
static void
leave_after_first_line (QsaCliFixture *fixture, GSubprocess *process)
{
  g_autoptr (GDataInputStream)
      lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  g_autoptr (GError) error = NULL;
  g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, &error);
  g_autoptr (JsonParser) parser = json_parser_new ();

  g_assert_no_error (error);
  g_assert_nonnull (line);
  qsa_cli_parse_json (parser, line);
  g_input_stream_close (G_INPUT_STREAM (lines), NULL, &error);
  g_assert_no_error (error);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);
}

static void
test_reader_left (QsaCliFixture *fixture, gconstpointer data)
{
  const QsaCliRun plain = { NULL };
  const char *const commands[][3] = { { "export", "", "--format=jsonl" },
                                      { "extract", g_getenv ("QUSASAT_SAMPLES_DIR") } };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autoptr (GSubprocess)
          process = qsa_cli_start (fixture, &plain, commands[i][0], commands[i][1],
                                   commands[i][2], NULL);
      char said[64] = "";

      leave_after_first_line (fixture, process);
      g_assert_true (g_subprocess_get_if_exited (process));
      g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 141);
      g_input_stream_read_all (g_subprocess_get_stderr_pipe (process), said,
                               sizeof said - 1, NULL, NULL, NULL);
      g_assert_cmpstr (said, ==, "");
    }
  g_autofree char *log = g_strconcat (fixture->library, "-wal", NULL);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
}

static void
assert_json_lines (QsaCliFixture *fixture)
{
  g_auto (GStrv) lines = g_strsplit (fixture->output, "\n", -1);
  g_autoptr (JsonParser) parser = json_parser_new ();

  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpuint (g_strv_length (lines), >, 1);
  for (guint i = 0; lines[i][0] != '\0'; i++)
    qsa_cli_parse_json (parser, lines[i]);
}

/* Decimal separators, digits and letters must not follow the locale. */
static void
test_locale (QsaCliFixture *fixture, gconstpointer data)
{
  const QsaCliRun there = { .locale = data };
  locale_t locale = newlocale (LC_ALL_MASK, data, (locale_t) 0);

  if (locale == (locale_t) 0)
    {
      g_autofree char *reason = g_strdup_printf ("the locale %s is not installed",
                                                 (const char *) data);
      g_test_skip (reason);
      return;
    }
  freelocale (locale);

  g_assert_true (
      qsa_cli_run_as (fixture, &there, "search", "", "--facets", "--json", NULL));
  assert_json_lines (fixture);
  g_assert_true (qsa_cli_run_as (fixture, &there, "stats", "--json", NULL));
  assert_json_lines (fixture);
  g_assert_true (qsa_cli_run_as (fixture, &there, "extract",
                                 g_getenv ("QUSASAT_SAMPLES_DIR"), NULL));
  assert_json_lines (fixture);
  g_assert_nonnull (strstr (fixture->output, "صحيفة المرفأ"));
  g_assert_true (qsa_cli_run_as (fixture, &there, "import",
                                 g_getenv ("QUSASAT_SAMPLES_DIR"), "--json", NULL));
  assert_json_lines (fixture);
}

static void
test_csv (QsaCliFixture *fixture, gconstpointer data)
{
  qsa_cli_run (fixture, "export", "", "--format", "csv", NULL);
  g_assert_cmpint (fixture->status, ==, 0);

  /* Fields, quotes doubled inside quoted ones, ten of them in each record. */
  guint n_records = 0, n_commas = 0;
  gboolean quoted = FALSE;
  for (const char *at = fixture->output; *at != '\0'; at++)
    {
      quoted ^= *at == '"';
      n_commas += *at == ',' && !quoted;
      if (*at == '\n' && !quoted)
        {
          g_assert_cmpuint (n_commas, ==, 9);
          g_assert_cmpint (at[-1], ==, '\r');
          n_commas = 0;
          n_records++;
        }
    }
  g_assert_false (quoted);
  g_assert_cmpuint (n_records, ==, 1 + qsa_cli_count_articles (fixture));
}

#define ADD(path, data, func)                                                           \
  g_test_add ("/cli/output/" path, QsaCliFixture, data, qsa_cli_fixture_set_up_samples, \
              func, qsa_cli_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("full", NULL, test_full);
  ADD ("closed", NULL, test_closed);
  ADD ("reader-left", NULL, test_reader_left);
  ADD ("locale/c", "C", test_locale);
  ADD ("locale/ar", "ar_EG.UTF-8", test_locale);
  ADD ("locale/de", "de_DE.UTF-8", test_locale);
  ADD ("csv", NULL, test_csv);
  return g_test_run ();
}
