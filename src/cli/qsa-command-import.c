/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-command.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <unistd.h>

#include "qsa-cli-json.h"
#include "qsa-error.h"
#include "qsa-import-job.h"
#include "qsa-text-util.h"

/* To the terminal: the cursor to the margin, the line off. */
#define CLEAR_LINE "\r\033[K"

static const char *
qsa_command_import_outcome (QsaOutcome outcome)
{
  static const char *const names[] = { "added", "duplicate", "failed" };
  return names[outcome];
}

static void
qsa_command_import_print_item (const QsaImportItem *item)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *date = qsa_date_to_iso (&item->date);

  json_builder_begin_object (builder);
  qsa_cli_json_add_string (builder, "file", item->path);
  json_builder_set_member_name (builder, "index");
  json_builder_add_int_value (builder, item->index);
  qsa_cli_json_add_string (builder, "outcome",
                           qsa_command_import_outcome (item->outcome));
  json_builder_set_member_name (builder, "id");
  if (item->article_id != 0)
    json_builder_add_int_value (builder, item->article_id);
  else
    json_builder_add_null_value (builder);
  qsa_cli_json_add_string (builder, "title", item->title);
  qsa_cli_json_add_string (builder, "outlet", item->outlet);
  qsa_cli_json_add_string (builder, "date", date);
  qsa_cli_json_add_string (builder, "message", item->message);
  json_builder_end_object (builder);
  qsa_cli_json_print (builder);
}

static void
qsa_command_import_add_count (JsonBuilder *builder, const char *name, gint64 count)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, count);
}

/* Files that were found, but the import ended before their turn. */
static guint
qsa_command_import_not_read (QsaImportJob *job)
{
  return qsa_import_job_get_n_files (job) - qsa_import_job_get_n_done (job);
}

static void
qsa_command_import_print_summary_json (QsaImportJob *job)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  qsa_command_import_add_count (builder, "files", qsa_import_job_get_n_files (job));
  qsa_command_import_add_count (builder, "added", qsa_import_job_get_n_added (job));
  qsa_command_import_add_count (builder, "duplicates",
                                qsa_import_job_get_n_duplicates (job));
  qsa_command_import_add_count (builder, "failed", qsa_import_job_get_n_failed (job));
  qsa_command_import_add_count (builder, "ignored", qsa_import_job_get_n_ignored (job));
  qsa_command_import_add_count (builder, "not_read", qsa_command_import_not_read (job));
  json_builder_set_member_name (builder, "articles_per_second");
  json_builder_add_double_value (builder, qsa_import_job_get_rate (job));
  json_builder_end_object (builder);
  qsa_cli_json_print (builder);
}

static void
qsa_command_import_print_count (const char *label, guint count)
{
  g_autofree char *number = qsa_number_format (count);
  g_print ("%8s  %s\n", number, label);
}

static void
qsa_command_import_print_summary (QsaImportJob *job, gboolean dry_run)
{
  qsa_command_import_print_count (_ ("files read"), qsa_import_job_get_n_done (job));
  qsa_command_import_print_count (dry_run ? _ ("articles found") : _ ("articles added"),
                                  qsa_import_job_get_n_added (job));
  if (!dry_run)
    qsa_command_import_print_count (_ ("duplicates skipped"),
                                    qsa_import_job_get_n_duplicates (job));
  qsa_command_import_print_count (C_ ("articles of an import", "failed"),
                                  qsa_import_job_get_n_failed (job));
  if (qsa_import_job_get_n_ignored (job) > 0)
    qsa_command_import_print_count (_ ("files of other kinds left out"),
                                    qsa_import_job_get_n_ignored (job));
  if (qsa_command_import_not_read (job) > 0)
    qsa_command_import_print_count (_ ("files not read"),
                                    qsa_command_import_not_read (job));
  qsa_command_import_print_count (_ ("articles a second"), qsa_import_job_get_rate (job));
}

static void
qsa_command_import_print_dry_item (const QsaImportItem *item)
{
  g_autofree char *date = qsa_date_to_iso (&item->date);

  if (item->outcome == QSA_OUTCOME_ADDED)
    g_print ("%s\t%s\t%s\t%s\n", item->path, date != NULL ? date : "-",
             item->outlet != NULL ? item->outlet : "-",
             item->title != NULL ? item->title : "-");
}

/* How the report is printed while the import runs. */
typedef struct
{
  QsaImportJob *job; /* borrowed */
  gboolean json;
  gboolean dry_run;
  gboolean on_terminal; /* progress in one line of its own */
} QsaImportPrinter;

/* What ended the import is said once, at the end, and not again for each article that it met. */
static void
qsa_command_import_print_message (QsaImportPrinter *printer, const QsaImportItem *item)
{
  const GError *error = qsa_import_job_get_error (printer->job);

  if (item->message == NULL || item->outcome == QSA_OUTCOME_DUPLICATE
      || (error != NULL && g_str_equal (item->message, error->message)))
    return;
  if (printer->on_terminal)
    g_printerr (CLEAR_LINE);
  qsa_cli_print_file_message (item->path, item->message);
}

static void
qsa_command_import_print_items (QsaImportPrinter *printer)
{
  g_autoptr (GPtrArray) items = qsa_import_job_take_items (printer->job);

  for (guint i = 0; i < items->len; i++)
    {
      const QsaImportItem *item = g_ptr_array_index (items, i);

      qsa_command_import_print_message (printer, item);
      if (printer->json)
        qsa_command_import_print_item (item);
      else if (printer->dry_run)
        qsa_command_import_print_dry_item (item);
    }
}

static void
qsa_command_import_print_progress (QsaImportJob *job)
{
  g_autofree char *done = qsa_number_format (qsa_import_job_get_n_done (job));
  g_autofree char *files = qsa_number_format (qsa_import_job_get_n_files (job));
  g_autofree char *rate = qsa_number_format (qsa_import_job_get_rate (job));

  g_printerr (CLEAR_LINE);
  /* Translators: progress on a terminal: files read, files found, articles a second. */
  g_printerr (_ ("%s of %s files, %s articles a second"), done, files, rate);
}

static void
qsa_command_import_on_progress (QsaImportJob *job, GParamSpec *pspec, gpointer user_data)
{
  QsaImportPrinter *printer = user_data;

  qsa_command_import_print_items (printer);
  if (printer->on_terminal)
    qsa_command_import_print_progress (job);
}

/* The second Ctrl+C finds the system's own handling again and ends the program at once. */
static gboolean
qsa_command_import_on_interrupt (gpointer user_data)
{
  qsa_import_job_cancel (user_data);
  return G_SOURCE_REMOVE;
}

static void
qsa_command_import_run_job (QsaImportPrinter *printer)
{
  static const int signals[] = { SIGINT, SIGTERM, SIGHUP };
  GSource *sources[G_N_ELEMENTS (signals)];
  QsaImportJob *job = printer->job;

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    {
      sources[i] = g_unix_signal_source_new (signals[i]);
      g_source_set_callback (sources[i], qsa_command_import_on_interrupt, job, NULL);
      g_source_attach (sources[i], NULL);
    }
  g_signal_connect (job, "notify::rate", G_CALLBACK (qsa_command_import_on_progress),
                    printer);
  qsa_import_job_start (job);
  while (qsa_import_job_get_running (job))
    g_main_context_iteration (NULL, TRUE);
  if (printer->on_terminal)
    g_printerr ("\n");
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    {
      g_source_destroy (sources[i]);
      g_source_unref (sources[i]);
    }
}

static QsaExit
qsa_command_import_report (QsaImportPrinter *printer)
{
  QsaImportJob *job = printer->job;
  const GError *error = qsa_import_job_get_error (job);

  qsa_command_import_print_items (printer);
  if (printer->json)
    qsa_command_import_print_summary_json (job);
  else if (error == NULL || qsa_import_job_get_n_files (job) > 0)
    qsa_command_import_print_summary (job, printer->dry_run);
  if (error != NULL)
    qsa_cli_print_error ("%s", error->message);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return QSA_EXIT_INTERRUPTED;
  return error != NULL || qsa_import_job_get_n_failed (job) > 0 ? QSA_EXIT_FAILED
                                                                : QSA_EXIT_OK;
}

QsaExit
qsa_command_import (QsaCliContext *cli, int argc, char **argv)
{
  g_autofree char *outlet = NULL, *date_text = NULL;
  gboolean dry_run = FALSE, json = FALSE;
  const GOptionEntry entries[] = {
    { "outlet", 0, 0, G_OPTION_ARG_FILENAME, &outlet,
      N_ ("The outlet of all these articles, whatever the files say"), N_ ("NAME") },
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &date_text,
      N_ ("The date of all these articles: YYYY, YYYY-MM or YYYY-MM-DD"), N_ ("DATE") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Only say what would be stored"),
      NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json,
      N_ ("One JSON object for each article, then one with the counts"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  QsaDate date;

  if (!qsa_cli_parse (
          cli, &argc, &argv, _ ("PATH…"),
          _ ("Brings files and folders into the library: raw pages (.txt), saved "
             "pages (.html), TREC/SGML\nfiles, JSON and JSON lines. What is there "
             "already is skipped; the files themselves are not changed."),
          entries))
    return cli->status;
  if (!qsa_cli_is_text (outlet) || !qsa_cli_parse_date ("--date", date_text, &date))
    return QSA_EXIT_USAGE;
  if (argc < 2)
    return qsa_cli_usage_error (cli, _ ("Name at least one file or folder."));
  if (outlet != NULL && g_strstrip (outlet)[0] == '\0')
    return qsa_cli_usage_error (cli, _ ("--outlet needs the name of an outlet."));

  g_autoptr (QsaLibrary) library = NULL;
  if (!dry_run && (library = qsa_cli_open_library (cli, QSA_LIBRARY_CREATE)) == NULL)
    return QSA_EXIT_FAILED;

  g_autoptr (QsaOutletTable)
      outlets = library != NULL ? qsa_outlet_table_ref (qsa_library_get_outlets (library))
                                : qsa_outlet_table_new_shipped ();
  g_autoptr (QsaImportJob) job = qsa_import_job_new (library, outlets);
  for (int i = 1; i < argc; i++)
    qsa_import_job_add_path (job, argv[i]);
  qsa_import_job_set_outlet (job, outlet);
  qsa_import_job_set_date (job, &date);
  qsa_import_job_set_dry_run (job, dry_run);

  QsaImportPrinter printer = { job, json, dry_run,
                               isatty (STDERR_FILENO) && !json && !dry_run };
  qsa_command_import_run_job (&printer);
  QsaExit status = qsa_command_import_report (&printer);
  g_clear_object (&job);
  if (library != NULL && !qsa_cli_close_library (g_steal_pointer (&library)))
    return QSA_EXIT_FAILED;
  return status;
}
