/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-cli.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "qsa-command.h"
#include "qsa-query-help.h"

typedef struct
{
  const char *name;
  QsaCommandFunc run;
  const char *summary;
} QsaCommand;

static const QsaCommand qsa_commands[] = {
  { "import", qsa_command_import, N_ ("Bring files and folders into the library") },
  { "extract", qsa_command_extract, N_ ("Show what the importer finds in files") },
  { "search", qsa_command_search, N_ ("Find articles") },
  { "searches", qsa_command_searches, N_ ("List and keep saved searches") },
  { "variants", qsa_command_variants, N_ ("List and change house spellings") },
  { "complete", qsa_command_complete, N_ ("Print how a query could go on") },
  { "quotes", qsa_command_quotes, N_ ("Find quotations and their speakers") },
  { "show", qsa_command_show, N_ ("Print an article") },
  { "cite", qsa_command_cite, N_ ("Print the reference of an article") },
  { "export", qsa_command_export, N_ ("Write the articles that a search finds") },
  { "stats", qsa_command_stats, N_ ("Count what the library holds") },
  { "check", qsa_command_check, N_ ("Check that the library is whole") },
};

void
qsa_cli_print_error (const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  g_printerr ("qusasat-cli: %s\n", message);
}

void
qsa_cli_print_file_message (const char *path, const char *message)
{
  g_autofree char *shown = path != NULL ? g_filename_display_name (path) : NULL;

  if (shown == NULL || strstr (message, shown) != NULL)
    qsa_cli_print_error ("%s", message);
  else
    qsa_cli_print_error ("%s: %s", shown, message);
}

gboolean
qsa_cli_output_failed (void)
{
  return ferror (stdout) != 0;
}

QsaExit
qsa_cli_usage_error (QsaCliContext *cli, const char *message)
{
  qsa_cli_print_error ("%s", message);
  g_printerr (_ ("Try “qusasat-cli %s --help”.\n"), cli->name);
  return QSA_EXIT_USAGE;
}

static gboolean
qsa_cli_reader_left (void)
{
  GPollFD output = { STDOUT_FILENO, G_IO_OUT, 0 };

  return g_poll (&output, 1, 0) == 1 && (output.revents & G_IO_ERR) != 0;
}

/* A reader that has seen enough ("| head") is no fault: that ends in silence. */
static void
qsa_cli_report_output (int reason)
{
  if (!qsa_cli_reader_left ())
    qsa_cli_print_error (_ ("Standard output cannot be written: %s"),
                         g_strerror (reason));
}

/* What the command says, unless its words did not reach the reader. */
static int
qsa_cli_end_output (int status)
{
  if (!qsa_cli_output_failed () && fflush (stdout) == EOF)
    qsa_cli_report_output (errno);
  if (!qsa_cli_output_failed () || status != QSA_EXIT_OK)
    return status;
  return qsa_cli_reader_left () ? QSA_EXIT_READER_LEFT : QSA_EXIT_FAILED;
}

static gboolean
qsa_cli_wants_help (int argc, char **argv)
{
  for (int i = 1; i < argc && !g_str_equal (argv[i], "--"); i++)
    {
      if (g_str_equal (argv[i], "--help") || g_str_equal (argv[i], "-h"))
        return TRUE;
    }
  return FALSE;
}

gboolean
qsa_cli_parse (QsaCliContext *cli, int *argc, char ***argv, const char *parameters,
               const char *summary, const GOptionEntry *entries)
{
  g_autoptr (GOptionContext) context = g_option_context_new (parameters);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("qusasat-cli %s", cli->name);

  g_set_prgname (name);
  g_option_context_set_summary (context, summary);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (qsa_cli_wants_help (*argc, *argv))
    {
      g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);
      g_print ("%s", help);
      cli->status = QSA_EXIT_OK;
      return FALSE;
    }
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      cli->status = qsa_cli_usage_error (cli, error->message);
      return FALSE;
    }
  return TRUE;
}

gboolean
qsa_cli_is_text (const char *text)
{
  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return TRUE;
  qsa_cli_print_error (_ ("A word of the command line is not valid UTF-8."));
  return FALSE;
}

gboolean
qsa_cli_parse_id (const char *text, gint64 *id)
{
  g_autoptr (GError) error = NULL;

  if (g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, id, &error))
    return TRUE;
  qsa_cli_print_error (_ ("“%s” is not the number of an article."), text);
  return FALSE;
}

gboolean
qsa_cli_parse_date (const char *option, const char *text, QsaDate *date)
{
  *date = (QsaDate) QSA_DATE_INIT;
  if (text == NULL || qsa_date_parse_iso (text, date))
    return TRUE;
  if (!qsa_cli_is_text (text))
    return FALSE;
  qsa_cli_print_error (_ ("%s: “%s” is not a date. Dates are written YYYY, YYYY-MM or "
                          "YYYY-MM-DD."),
                       option, text);
  return FALSE;
}

typedef void (*QsaPrintFunc) (const char *format, ...);

static void
qsa_cli_print_help (QsaPrintFunc print)
{
  print ("%s", _ ("Usage: qusasat-cli [--library FILE] COMMAND …\n\n"
                  "The archive of Arabic press articles, without a display.\n\n"
                  "Commands:\n"));
  for (guint i = 0; i < G_N_ELEMENTS (qsa_commands); i++)
    print ("  %-9s %s\n", qsa_commands[i].name, _ (qsa_commands[i].summary));
  print (
      "%s",
      _ ("\nOptions:\n"
         "  --library FILE  the library to use (default: your own)\n"
         "  --version       print the version\n"
         "  --help          print this text; “help COMMAND” explains one, “help query” the\n"
         "                  language of searches\n\n"
         "Exit status: 0 all is well, 1 something failed (standard error says what),\n"
         "2 the command line cannot be read, 3 not available yet, 130 interrupted,\n"
         "141 whoever read the output has left.\n"));
}

static const QsaCommand *
qsa_cli_find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (qsa_commands); i++)
    {
      if (g_str_equal (qsa_commands[i].name, name))
        return &qsa_commands[i];
    }
  return NULL;
}

/* Takes "--library FILE" and "--library=FILE" out of @args, wherever they stand before "--". */
static gboolean
qsa_cli_take_library (GPtrArray *args, char **path)
{
  for (guint i = 0; i < args->len && !g_str_equal (g_ptr_array_index (args, i), "--");
       i++)
    {
      const char *arg = g_ptr_array_index (args, i);
      const char *found = NULL;
      guint n_taken = 0;

      if (g_str_has_prefix (arg, "--library=") && arg[strlen ("--library=")] != '\0')
        {
          found = arg + strlen ("--library=");
          n_taken = 1;
        }
      else if (g_str_equal (arg, "--library") && i + 1 < args->len)
        {
          found = g_ptr_array_index (args, i + 1);
          n_taken = 2;
        }
      else if (g_str_has_prefix (arg, "--library"))
        return FALSE;
      if (found == NULL)
        continue;
      g_free (*path);
      *path = g_strdup (found);
      g_ptr_array_remove_range (args, i--, n_taken);
    }
  return TRUE;
}

/* "-تونس" is a query; no option begins so. */
static gboolean
qsa_cli_is_dashed_query (const char *arg)
{
  return arg[0] == '-' && arg[1] != '\0' && arg[1] != '-' && arg[1] != '?'
         && !g_ascii_isalnum (arg[1]);
}

/* Puts dashed queries behind "--", so that GOption leaves them alone. */
static void
qsa_cli_set_queries_apart (GPtrArray *args)
{
  g_autoptr (GPtrArray) queries = g_ptr_array_new ();
  guint end = 0;

  while (end < args->len && !g_str_equal (g_ptr_array_index (args, end), "--"))
    {
      if (qsa_cli_is_dashed_query (g_ptr_array_index (args, end)))
        g_ptr_array_add (queries, g_ptr_array_remove_index (args, end));
      else
        end++;
    }
  if (queries->len > 0 && end == args->len)
    g_ptr_array_add (args, (gpointer) "--");
  for (guint i = 0; i < queries->len; i++)
    g_ptr_array_insert (args, (int) (end + 1 + i), g_ptr_array_index (queries, i));
}

/* Examples stay together on their line, apart from what runs in the other direction. */
static void
qsa_cli_print_query_help (void)
{
  gsize n_rows = 0;
  const QsaQueryHelp *rows = qsa_query_help_get_rows (&n_rows);

  g_print ("%s", _ ("The language of searches:\n"));
  for (gsize i = 0; i < n_rows; i++)
    g_print ("\n  %s\n    %s\n    %s\n", _ (rows[i].finds), rows[i].arabic,
             rows[i].latin);
  g_print ("%s", _ ("\nArabic words are never operators by themselves, so that pasted "
                    "headlines can be searched.\nWhat has no partner is passed over. "
                    "“search” says how it read a query.\n"));
}

static int
qsa_cli_run_command (QsaCliContext *cli, const QsaCommand *command, GPtrArray *args)
{
  /* GOption moves words about in it, and leaves the NULL at its end. */
  g_autofree char **argv = g_new0 (char *, args->len + 1);

  cli->name = command->name;
  memcpy (argv, args->pdata, args->len * sizeof (char *));
  return command->run (cli, (int) args->len, argv);
}

static int
qsa_cli_no_command (const char *name)
{
  if (qsa_cli_is_text (name))
    qsa_cli_print_error (_ ("There is no command “%s”. Try “qusasat-cli --help”."), name);
  return QSA_EXIT_USAGE;
}

/* "help", "help query", "help COMMAND" */
static int
qsa_cli_help (QsaCliContext *cli, GPtrArray *args)
{
  const char *about = args->len > 1 ? g_ptr_array_index (args, 1) : NULL;
  const QsaCommand *command = about != NULL ? qsa_cli_find_command (about) : NULL;
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  if (about == NULL)
    qsa_cli_print_help (g_print);
  else if (g_str_equal (about, "query"))
    qsa_cli_print_query_help ();
  else if (command == NULL)
    return qsa_cli_no_command (about);
  else
    {
      g_ptr_array_add (words, (gpointer) about);
      g_ptr_array_add (words, (gpointer) "--help");
      return qsa_cli_run_command (cli, command, words);
    }
  return QSA_EXIT_OK;
}

static int
qsa_cli_dispatch (QsaCliContext *cli, GPtrArray *args)
{
  const char *first = args->len > 0 ? g_ptr_array_index (args, 0) : NULL;

  if (first == NULL)
    {
      qsa_cli_print_help (g_printerr);
      return QSA_EXIT_USAGE;
    }
  if (g_str_equal (first, "--help") || g_str_equal (first, "-h"))
    {
      qsa_cli_print_help (g_print);
      return QSA_EXIT_OK;
    }
  if (g_str_equal (first, "help"))
    return qsa_cli_help (cli, args);
  if (g_str_equal (first, "--version"))
    {
      g_print ("qusasat-cli %s\n", QSA_VERSION);
      return QSA_EXIT_OK;
    }

  const QsaCommand *command = qsa_cli_find_command (first);
  return command != NULL ? qsa_cli_run_command (cli, command, args)
                         : qsa_cli_no_command (first);
}

/* Texts are UTF-8 whatever the locale says: a script in the C locale must not lose the Arabic, as
 * it would in g_print()'s own conversion. After the first failure nothing more is written: a
 * result with a hole in it would pass for whole. */
static void
qsa_cli_print_to_stdout (const char *text)
{
  if (!qsa_cli_output_failed () && fputs (text, stdout) == EOF)
    qsa_cli_report_output (errno);
}

static void
qsa_cli_print_to_stderr (const char *text)
{
  fputs (text, stderr);
}

int
qsa_cli_run (int argc, char **argv)
{
  g_set_print_handler (qsa_cli_print_to_stdout);
  g_set_printerr_handler (qsa_cli_print_to_stderr);

  g_autoptr (GPtrArray) args = g_ptr_array_new ();
  g_autofree char *path = NULL;

  for (int i = 1; i < argc; i++)
    g_ptr_array_add (args, argv[i]);
  if (!qsa_cli_take_library (args, &path))
    {
      qsa_cli_print_error (_ ("--library needs the name of a file."));
      return QSA_EXIT_USAGE;
    }

  qsa_cli_set_queries_apart (args);

  gboolean is_named = path != NULL;
  if (!is_named)
    path = g_build_filename (g_get_user_data_dir (), "qusasat", "library.qusasat", NULL);
  QsaCliContext cli = { path, is_named, NULL, QSA_EXIT_OK };
  return qsa_cli_end_output (qsa_cli_dispatch (&cli, args));
}
