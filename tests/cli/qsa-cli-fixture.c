/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-cli-fixture.h"

#include <glib/gstdio.h>
#include <grp.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#define LONGEST_RUN_SECONDS 600
#define NOBODY 65534

#define FIRST_PARAGRAPH                                                                                                                                 \
  "افتتح المجلس البلدي في المدينة القديمة سوقا جديدة للكتب المستعملة، بعد سنتين من " \
  "العمل على ترميم المبنى الحجري الذي كان يؤوي مخازن الحبوب."
#define SECOND_PARAGRAPH                                                                                                                                    \
  "وقال أمين السوق إن \"الرفوف ستبقى مفتوحة للقراء حتى ساعة متأخرة من الليل\"، مضيفا أن " \
  "الباعة لن يدفعوا أجرة في العام الأول من عمر السوق."

void
qsa_cli_fixture_set_up (QsaCliFixture *fixture, gconstpointer data)
{
  fixture->dir = qsa_test_dir_new ();
  fixture->library = qsa_test_dir_child (fixture->dir, "test.qusasat");
}

void
qsa_cli_fixture_set_up_samples (QsaCliFixture *fixture, gconstpointer data)
{
  qsa_cli_fixture_set_up (fixture, data);
  qsa_cli_run (fixture, "import", g_getenv ("QUSASAT_SAMPLES_DIR"), NULL);
  g_assert_cmpstr (fixture->errors, ==, "");
  g_assert_cmpint (fixture->status, ==, 0);
}

void
qsa_cli_fixture_tear_down (QsaCliFixture *fixture, gconstpointer data)
{
  g_free (fixture->output);
  g_free (fixture->errors);
  g_free (fixture->library);
  qsa_test_dir_free (fixture->dir);
}

/* ---- starting ---- */

/* In the child, between fork and exec. */
static void
qsa_cli_prepare_child (gpointer data)
{
  const QsaCliRun *how = data;

  alarm (LONGEST_RUN_SECONDS);
  if (how->file_bytes > 0)
    {
      struct rlimit limit = { how->file_bytes, how->file_bytes };
      setrlimit (RLIMIT_FSIZE, &limit);
    }
  if (how->no_output)
    close (STDOUT_FILENO);
  if (how->unprivileged && geteuid () == 0
      && (setgroups (0, NULL) != 0 || setgid (NOBODY) != 0 || setuid (NOBODY) != 0))
    _exit (127);
}

/* Nobody gets the folder and a program that he can reach: the build may stand in root's home.
 * Free with g_free(). */
static char *
qsa_cli_prepare_program (QsaCliFixture *fixture, const QsaCliRun *how)
{
  const char *program = g_getenv ("QUSASAT_CLI");
  g_autofree char *copy = qsa_test_dir_child (fixture->dir, "qusasat-cli");
  g_autoptr (GFile) from = g_file_new_for_path (program);
  g_autoptr (GFile) to = g_file_new_for_path (copy);
  g_autoptr (GError) error = NULL;

  if (!how->unprivileged || geteuid () != 0)
    return g_strdup (program);
  if (!g_file_test (copy, G_FILE_TEST_EXISTS))
    {
      g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (g_chmod (copy, 0755), ==, 0);
    }
  g_assert_cmpint (chown (qsa_test_dir_get_path (fixture->dir), NOBODY, NOBODY), ==, 0);
  return g_steal_pointer (&copy);
}

static GSubprocess *
qsa_cli_start_va (QsaCliFixture *fixture, const QsaCliRun *how, va_list args)
{
  GSubprocessFlags flags = G_SUBPROCESS_FLAGS_STDERR_PIPE;
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GError) error = NULL;

  if (how->output_path == NULL)
    flags |= G_SUBPROCESS_FLAGS_STDOUT_PIPE;
  launcher = g_subprocess_launcher_new (flags);
  if (how->output_path != NULL)
    g_subprocess_launcher_set_stdout_file_path (launcher, how->output_path);
  g_subprocess_launcher_setenv (launcher, "LC_ALL",
                                how->locale != NULL ? how->locale : "C", TRUE);
  g_subprocess_launcher_set_child_setup (launcher, qsa_cli_prepare_child, (gpointer) how,
                                         NULL);

  g_autofree char *program = qsa_cli_prepare_program (fixture, how);
  g_ptr_array_add (argv, program);
  g_ptr_array_add (argv, (char *) "--library");
  g_ptr_array_add (argv, fixture->library);
  for (char *arg = va_arg (args, char *); arg != NULL; arg = va_arg (args, char *))
    g_ptr_array_add (argv, arg);
  g_ptr_array_add (argv, NULL);

  GSubprocess *process =
      g_subprocess_launcher_spawnv (launcher, (const char *const *) argv->pdata, &error);
  if (how->unprivileged && process == NULL)
    g_test_message ("%s", error->message);
  else
    g_assert_no_error (error);
  return process;
}

GSubprocess *
qsa_cli_start (QsaCliFixture *fixture, const QsaCliRun *how, ...)
{
  va_list args;

  va_start (args, how);
  GSubprocess *process = qsa_cli_start_va (fixture, how, args);
  va_end (args);
  return process;
}

/* The data of empty bytes is NULL. */
static char *
qsa_cli_dup_text (GBytes *bytes)
{
  gsize n_bytes = bytes != NULL ? g_bytes_get_size (bytes) : 0;

  return n_bytes > 0 ? g_strndup (g_bytes_get_data (bytes, NULL), n_bytes)
                     : g_strdup ("");
}

void
qsa_cli_finish (QsaCliFixture *fixture, GSubprocess *process)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) output = NULL;
  g_autoptr (GBytes) errors = NULL;

  g_subprocess_communicate (process, NULL, NULL, &output, &errors, &error);
  g_assert_no_error (error);
  g_free (fixture->output);
  g_free (fixture->errors);
  fixture->output = qsa_cli_dup_text (output);
  fixture->errors = qsa_cli_dup_text (errors);
  fixture->status = g_subprocess_get_if_exited (process)
                        ? g_subprocess_get_exit_status (process)
                        : 128 + g_subprocess_get_term_sig (process);
}

void
qsa_cli_run (QsaCliFixture *fixture, ...)
{
  const QsaCliRun plain = { NULL };
  va_list args;

  va_start (args, fixture);
  g_autoptr (GSubprocess) process = qsa_cli_start_va (fixture, &plain, args);
  va_end (args);
  qsa_cli_finish (fixture, process);
}

gboolean
qsa_cli_run_as (QsaCliFixture *fixture, const QsaCliRun *how, ...)
{
  va_list args;

  va_start (args, how);
  g_autoptr (GSubprocess) process = qsa_cli_start_va (fixture, how, args);
  va_end (args);
  if (process == NULL)
    return FALSE;
  qsa_cli_finish (fixture, process);
  return TRUE;
}

/* ---- looking at what came out ---- */

JsonObject *
qsa_cli_parse_json (JsonParser *parser, const char *json)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_utf8_validate (json, -1, NULL));
  json_parser_load_from_data (parser, json, -1, &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

gint64
qsa_cli_get_count (QsaCliFixture *fixture, const char *member)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  g_assert_cmpint (fixture->status, ==, 0);
  return json_object_get_int_member (qsa_cli_parse_json (parser, fixture->output),
                                     member);
}

gint64
qsa_cli_count_articles (QsaCliFixture *fixture)
{
  if (!g_file_test (fixture->library, G_FILE_TEST_EXISTS))
    return -1;
  qsa_cli_run (fixture, "stats", "--json", NULL);
  return fixture->status == 0 ? qsa_cli_get_count (fixture, "articles") : -1;
}

void
qsa_cli_assert_ended (QsaCliFixture *fixture, int status, const char *output,
                      const char *errors)
{
  if (fixture->status != status
      || (output != NULL && strstr (fixture->output, output) == NULL)
      || (errors != NULL && strstr (fixture->errors, errors) == NULL))
    g_error ("status %d, wanted %d; output “%.2000s”, wanted “%s”; errors “%.2000s”, "
             "wanted “%s”",
             fixture->status, status, fixture->output, output, fixture->errors, errors);
}

/* ---- articles ---- */

char *
qsa_cli_make_page (const char *title)
{
  return g_strdup_printf ("%s\n\n" FIRST_PARAGRAPH "\n\n" SECOND_PARAGRAPH "\n", title);
}

char *
qsa_cli_write_articles (QsaCliFixture *fixture, const char *name, guint n_articles)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < n_articles; i++)
    g_string_append_printf (
        lines,
        "{\"title\": \"سوق الكتب، العدد %u\", \"date\": \"2021-%02u-%02u\", "
        "\"source\": \"صحيفة المرفأ\", \"body\": \"%s\\nوبيع في اليوم %u "
        "كتاب.\"}\n",
        i, 1 + i / 28 % 12, 1 + i % 28, FIRST_PARAGRAPH, i);
  return qsa_test_dir_write (fixture->dir, name, lines->str, (gssize) lines->len);
}
