/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-cli.h"

#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "qsa-command.h"

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

QsaExit
qsa_cli_usage_error (QsaCliContext *cli, const char *message)
{
  qsa_cli_print_error ("%s", message);
  g_printerr (_ ("Try “qusasat-cli %s --help”.\n"), cli->name);
  return QSA_EXIT_USAGE;
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
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      qsa_cli_usage_error (cli, error->message);
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

static void
qsa_cli_print_help (FILE *stream)
{
  fputs (_ ("Usage: qusasat-cli [--library FILE] COMMAND …\n\n"
            "The archive of Arabic press articles, without a display.\n\n"
            "Commands:\n"),
         stream);
  for (guint i = 0; i < G_N_ELEMENTS (qsa_commands); i++)
    fprintf (stream, "  %-9s %s\n", qsa_commands[i].name, _ (qsa_commands[i].summary));
  fputs (_ ("\nOptions:\n"
            "  --library FILE  the library to use (default: your own)\n"
            "  --version       print the version\n"
            "  --help          print this text; every command has its own\n\n"
            "Exit status: 0 all is well, 1 something failed (standard error says what),\n"
            "2 the command line cannot be read, 3 not available yet, 130 interrupted.\n"),
         stream);
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

static int
qsa_cli_dispatch (QsaCliContext *cli, GPtrArray *args)
{
  const char *first = args->len > 0 ? g_ptr_array_index (args, 0) : NULL;

  if (first == NULL)
    {
      qsa_cli_print_help (stderr);
      return QSA_EXIT_USAGE;
    }
  if (g_str_equal (first, "--help") || g_str_equal (first, "-h")
      || g_str_equal (first, "help"))
    {
      qsa_cli_print_help (stdout);
      return QSA_EXIT_OK;
    }
  if (g_str_equal (first, "--version"))
    {
      g_print ("qusasat-cli %s\n", QSA_VERSION);
      return QSA_EXIT_OK;
    }

  const QsaCommand *command = qsa_cli_find_command (first);
  if (command == NULL)
    {
      qsa_cli_print_error (_ ("There is no command “%s”. Try “qusasat-cli --help”."),
                           first);
      return QSA_EXIT_USAGE;
    }
  cli->name = command->name;
  g_autofree char **argv = g_memdup2 (args->pdata, args->len * sizeof (char *));
  return command->run (cli, args->len, argv);
}

/* Texts are UTF-8 whatever the locale says: a script in the C locale must not lose the Arabic, as
 * it would in g_print()'s own conversion. */
static void
qsa_cli_print_to_stdout (const char *text)
{
  fputs (text, stdout);
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

  gboolean is_named = path != NULL;
  if (!is_named)
    path = g_build_filename (g_get_user_data_dir (), "qusasat", "library.qusasat", NULL);
  QsaCliContext cli = { path, is_named, NULL };
  return qsa_cli_dispatch (&cli, args);
}
