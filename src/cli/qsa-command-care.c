/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-command.h"

#include <glib/gi18n-lib.h>

#include "qsa-cli-json.h"
#include "qsa-text-util.h"

static const struct
{
  const char *name; /* in JSON */
  const char *label;
  gsize offset; /* of a guint in QsaStats */
} qsa_stats_counts[] = {
  { "articles", NC_ ("count of the library", "articles"),
    G_STRUCT_OFFSET (QsaStats, n_articles) },
  { "unread", NC_ ("count of the library", "unread"),
    G_STRUCT_OFFSET (QsaStats, n_unread) },
  { "starred", NC_ ("count of the library", "starred"),
    G_STRUCT_OFFSET (QsaStats, n_starred) },
  { "undated", NC_ ("count of the library", "undated"),
    G_STRUCT_OFFSET (QsaStats, n_undated) },
  { "unknown_outlet", NC_ ("count of the library", "of unknown outlets"),
    G_STRUCT_OFFSET (QsaStats, n_unknown_outlet) },
  { "outlets", NC_ ("count of the library", "outlets"),
    G_STRUCT_OFFSET (QsaStats, n_outlets) },
  { "terms", NC_ ("count of the library", "different words"),
    G_STRUCT_OFFSET (QsaStats, n_terms) },
};

static void
qsa_command_stats_print_json (const QsaStats *stats, const char *path)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  qsa_cli_json_add_string (builder, "library", path);
  for (guint i = 0; i < G_N_ELEMENTS (qsa_stats_counts); i++)
    {
      json_builder_set_member_name (builder, qsa_stats_counts[i].name);
      json_builder_add_int_value (builder, G_STRUCT_MEMBER (guint, stats,
                                                            qsa_stats_counts[i].offset));
    }
  qsa_cli_json_add_string (builder, "oldest", stats->oldest);
  qsa_cli_json_add_string (builder, "newest", stats->newest);
  json_builder_set_member_name (builder, "file_bytes");
  json_builder_add_int_value (builder, stats->file_bytes);
  json_builder_set_member_name (builder, "schema_version");
  json_builder_add_int_value (builder, stats->schema_version);
  json_builder_set_member_name (builder, "analysis_version");
  json_builder_add_int_value (builder, stats->analysis_version);
  json_builder_end_object (builder);
  qsa_cli_json_print (builder);
}

static void
qsa_command_stats_print_text (const QsaStats *stats, const char *path)
{
  g_autofree char *size = g_format_size (stats->file_bytes);

  g_print ("%s (%s)\n", path, size);
  for (guint i = 0; i < G_N_ELEMENTS (qsa_stats_counts); i++)
    {
      g_autofree char *number =
          qsa_number_format (G_STRUCT_MEMBER (guint, stats, qsa_stats_counts[i].offset));
      g_print ("%10s  %s\n", number,
               g_dpgettext2 (GETTEXT_PACKAGE, "count of the library",
                             qsa_stats_counts[i].label));
    }
  if (stats->oldest != NULL)
    g_print (_ ("from %s to %s\n"), stats->oldest, stats->newest);
}

QsaExit
qsa_command_stats (QsaCliContext *cli, int argc, char **argv)
{
  gboolean json = FALSE;
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("One JSON object"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!qsa_cli_parse (cli, &argc, &argv, NULL, _ ("Counts what the library holds."),
                      entries))
    return cli->status;
  if (argc > 1)
    return qsa_cli_usage_error (cli, _ ("This command takes no further words."));

  QsaLibrary *library = qsa_cli_open_library (cli, 0);
  if (library == NULL)
    return QSA_EXIT_FAILED;
  qsa_library_stats_async (library, NULL, qsa_cli_on_ready, &answer);
  qsa_cli_wait (&answer);
  g_autoptr (QsaStats) stats = qsa_library_stats_finish (library, answer, &error);
  if (stats == NULL)
    qsa_cli_print_error ("%s", error->message);
  else if (json)
    qsa_command_stats_print_json (stats, cli->library_path);
  else
    qsa_command_stats_print_text (stats, cli->library_path);
  return qsa_cli_close_library (library) && stats != NULL ? QSA_EXIT_OK : QSA_EXIT_FAILED;
}

QsaExit
qsa_command_check (QsaCliContext *cli, int argc, char **argv)
{
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GError) error = NULL;

  if (!qsa_cli_parse (
          cli, &argc, &argv, NULL,
          _ ("Checks that the library's file and its search index are whole."), NULL))
    return cli->status;
  if (argc > 1)
    return qsa_cli_usage_error (cli, _ ("This command takes no further words."));

  QsaLibrary *library = qsa_cli_open_library (cli, 0);
  if (library == NULL)
    return QSA_EXIT_FAILED;
  qsa_library_check_async (library, NULL, qsa_cli_on_ready, &answer);
  qsa_cli_wait (&answer);
  gboolean is_whole = qsa_library_check_finish (library, answer, &error);
  if (is_whole)
    g_print (_ ("The library is whole.\n"));
  else
    qsa_cli_print_error ("%s", error->message);
  return qsa_cli_close_library (library) && is_whole ? QSA_EXIT_OK : QSA_EXIT_FAILED;
}
