/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-command.h"

#include <glib/gi18n-lib.h>

#include "qsa-cli-json.h"
#include "qsa-cli-search.h"

typedef void (*QsaExportFunc) (const QsaArticle *article);

static void
qsa_command_export_jsonl (const QsaArticle *article)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_int_value (builder, article->id);
  qsa_cli_json_add_string (builder, "file", article->source_path);
  qsa_cli_json_add_article (builder, article);
  json_builder_end_object (builder);
  qsa_cli_json_print (builder);
}

/* RFC 4180: quoted when it must be, quotes doubled. */
static void
qsa_command_export_print_field (const char *value, const char *after)
{
  if (value == NULL)
    value = "";
  if (strpbrk (value, "\",\r\n") == NULL)
    {
      g_print ("%s%s", value, after);
      return;
    }
  g_auto (GStrv) parts = g_strsplit (value, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);
  g_print ("\"%s\"%s", doubled, after);
}

static void
qsa_command_export_csv (const QsaArticle *article)
{
  g_autofree char *date = qsa_date_to_iso (&article->date);
  g_autofree char *time = qsa_date_time_to_iso (&article->date);
  const char *const fields[] = {
    article->title,   article->outlet,     date,         time,         article->author,
    article->section, article->standfirst, article->url, article->body
  };

  g_print ("%" G_GINT64_FORMAT ",", article->id);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    qsa_command_export_print_field (fields[i],
                                    i + 1 < G_N_ELEMENTS (fields) ? "," : "\r\n");
}

static QsaExit
qsa_command_export_result (QsaLibrary *library, QsaResult *result, QsaExportFunc export)
{
  const guint32 *ids = qsa_result_get_ids (result);
  QsaExit status = QSA_EXIT_OK;

  for (guint i = 0; i < qsa_result_get_total (result) && !qsa_cli_output_failed (); i++)
    {
      g_autoptr (QsaArticle) article = qsa_cli_load_article (library, ids[i]);
      if (article != NULL)
        export(article);
      else
        status = QSA_EXIT_FAILED;
    }
  return status;
}

QsaExit
qsa_command_export (QsaCliContext *cli, int argc, char **argv)
{
  g_auto (QsaCliSearch) search = { NULL };
  g_autofree char *format = NULL;
  const GOptionEntry more[] = {
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_ ("jsonl or csv"),
      N_ ("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree GOptionEntry *entries = qsa_cli_search_entries (&search, QSA_CLI_SEARCH_ASKS,
                                                             more);

  if (!qsa_cli_parse (
          cli, &argc, &argv, _ ("QUERY"),
          _ ("Writes the articles that a search finds on standard output, whole. "
             "An empty QUERY (\"\") finds every article."),
          entries))
    return cli->status;
  if (g_strcmp0 (format, "jsonl") != 0 && g_strcmp0 (format, "csv") != 0)
    return qsa_cli_usage_error (cli, _ ("--format must be jsonl or csv."));

  g_autofree char *query = NULL;
  QsaExit status = qsa_cli_search_read (cli, &search, argc, argv, &query);
  if (status != QSA_EXIT_OK)
    return status;

  QsaLibrary *library = qsa_cli_open_library (cli, 0);
  if (library == NULL)
    return QSA_EXIT_FAILED;

  gboolean is_csv = g_str_equal (format, "csv");
  g_autoptr (QsaResult) result = qsa_cli_search_run (library, &search, query);
  status = QSA_EXIT_FAILED;
  if (result != NULL)
    {
      if (is_csv)
        g_print ("id,title,outlet,date,time,author,section,standfirst,url,body\r\n");
      status = qsa_command_export_result (library, result,
                                          is_csv ? qsa_command_export_csv
                                                 : qsa_command_export_jsonl);
    }
  return qsa_cli_close_library (library) ? status : QSA_EXIT_FAILED;
}
