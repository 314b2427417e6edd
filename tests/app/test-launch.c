/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>
#include <string.h>

#include "qsa-app-fixture.h"

/* The program as a shell sees it: options, exit codes, one instance, libraries by name. */

typedef struct
{
  const char *const *arguments;
  int exit_code;
  const char *output; /* a piece of it, or NULL */
  const char *error;
} Run;

static char *program;

static GSubprocess *
spawn (const char *const *arguments)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  g_ptr_array_add (argv, program);
  for (gsize i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (argv, (char *) arguments[i]);
  g_ptr_array_add (argv, NULL);
  process =
      g_subprocess_newv ((const char *const *) argv->pdata,
                         G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE,
                         &error);
  g_assert_no_error (error);
  return process;
}

static void
answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
is_answered (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

static void
assert_run (const Run *run)
{
  g_autoptr (GSubprocess) process = spawn (run->arguments);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  g_autofree char *messages = NULL;

  g_subprocess_communicate_utf8_async (process, NULL, NULL, answered, &result);
  qsa_test_wait (is_answered, &result);
  g_assert_true (
      g_subprocess_communicate_utf8_finish (process, result, &output, &messages, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, run->exit_code);
  if (run->output != NULL)
    g_assert_nonnull (strstr (output, run->output));
  if (run->error != NULL)
    g_assert_nonnull (strstr (messages, run->error));
}

static void
test_version (void)
{
  assert_run (&(Run){ (const char *const[]){ "--version", NULL }, 0, "qusasat ", NULL });
}

static void
test_help (void)
{
  assert_run (&(Run){ (const char *const[]){ "--help", NULL }, 0, "--library", NULL });
}

static void
test_unknown_option (void)
{
  assert_run (&(Run){ (const char *const[]){ "--no-such-option", NULL }, 1, NULL,
                      "--no-such-option" });
}

static void
test_empty_library (void)
{
  assert_run (&(Run){ (const char *const[]){ "--library", "", NULL }, 2, NULL,
                      "--library needs" });
}

static void
test_two_libraries (void)
{
  assert_run (&(Run){ (const char *const[]){ "--sample", "--library", "a.qusasat", NULL },
                      2, NULL, "together" });
}

static void
test_missing_folder (void)
{
  assert_run (
      &(Run){ (const char *const[]){ "--library", "/no/such/folder/a.qusasat", NULL }, 1,
              NULL, "/no/such/folder/a.qusasat" });
}

static void
test_folder_as_library (void)
{
  g_autoptr (QsaTestDir) dir = qsa_test_dir_new ();

  assert_run (
      &(Run){ (const char *const[]){ "--library", qsa_test_dir_get_path (dir), NULL }, 1,
              NULL, "is a folder" });
}

static void
test_missing_file (void)
{
  assert_run (&(Run){ (const char *const[]){ "/no/such/article.txt", NULL }, 1, NULL,
                      "article.txt" });
}

static char *
count_windows (const char *pid)
{
  return qsa_test_run (
      (const char *const[]){ "xdotool", "search", "--onlyvisible", "--pid", pid, NULL });
}

typedef struct
{
  const char *pid;
  guint n;
} Windows;

static gboolean
has_windows (gpointer data)
{
  Windows *windows = data;
  g_autofree char *output = count_windows (windows->pid);
  g_auto (GStrv) lines = g_strsplit (output != NULL ? output : "", "\n", -1);
  guint n = 0;

  for (char **line = lines; *line != NULL; line++)
    n += **line != '\0' ? 1 : 0;
  return n == windows->n;
}

/* The first start makes the library; the second joins the first; another library is a window of
 * the same process; after the last window everything is in one file. */
static void
test_single_instance (void)
{
  g_autoptr (QsaTestDir) dir = qsa_test_dir_new ();
  g_autofree char *other = qsa_test_dir_child (dir, "other.qusasat");
  g_autofree char *other_wal = g_strconcat (other, "-wal", NULL);
  g_autofree char *own = g_build_filename (g_get_user_data_dir (), "qusasat",
                                           "library.qusasat", NULL);
  g_autofree char *own_wal = g_strconcat (own, "-wal", NULL);
  g_autoptr (GSubprocess) first = spawn ((const char *const[]){ NULL });
  g_autofree char *pid = g_strdup (g_subprocess_get_identifier (first));
  Windows windows = { pid, 1 };
  g_autoptr (GAsyncResult) ended = NULL;
  g_autoptr (GError) error = NULL;

  qsa_test_wait (has_windows, &windows);
  assert_run (&(Run){ (const char *const[]){ NULL }, 0, NULL, NULL });
  g_assert_true (has_windows (&windows));

  assert_run (&(Run){ (const char *const[]){ "--library", other, NULL }, 0, NULL, NULL });
  windows.n = 2;
  qsa_test_wait (has_windows, &windows);
  assert_run (&(Run){ (const char *const[]){ other, NULL }, 0, NULL, NULL });
  g_assert_true (has_windows (&windows));
  g_assert_true (g_file_test (own, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));

  g_free (qsa_test_run ((const char *const[]){
      "gdbus", "call", "--session", "--dest", "io.github.qusasat.Qusasat",
      "--object-path", "/io/github/qusasat/Qusasat", "--method",
      "org.gtk.Actions.Activate", "quit", "[]", "{}", NULL }));
  g_subprocess_wait_async (first, NULL, answered, &ended);
  qsa_test_wait (is_answered, &ended);
  g_assert_true (g_subprocess_wait_finish (first, ended, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (first));
  g_assert_false (g_file_test (own_wal, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (other_wal, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  program = argv[1];
  g_test_add_func ("/app/launch/version", test_version);
  g_test_add_func ("/app/launch/help", test_help);
  g_test_add_func ("/app/launch/unknown-option", test_unknown_option);
  g_test_add_func ("/app/launch/empty-library", test_empty_library);
  g_test_add_func ("/app/launch/two-libraries", test_two_libraries);
  g_test_add_func ("/app/launch/missing-folder", test_missing_folder);
  g_test_add_func ("/app/launch/folder-as-library", test_folder_as_library);
  g_test_add_func ("/app/launch/missing-file", test_missing_file);
  g_test_add_func ("/app/launch/single-instance", test_single_instance);
  return g_test_run ();
}
