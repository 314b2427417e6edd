/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-command.h"

#include <glib/gi18n-lib.h>

#include "qsa-cli-json.h"
#include "qsa-extract.h"
#include "qsa-walker.h"

typedef struct
{
  QsaOutletTable *outlets;
  GCancellable *cancellable; /* cancelled when there is nowhere to write */
  gboolean failed;
} QsaExtraction;

static void
qsa_command_extract_fail (QsaExtraction *extraction, const char *path,
                          const GError *error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  extraction->failed = TRUE;
  qsa_cli_print_file_message (path, error->message);
  json_builder_begin_object (builder);
  qsa_cli_json_add_string (builder, "file", path);
  qsa_cli_json_add_string (builder, "error", error->message);
  json_builder_end_object (builder);
  qsa_cli_json_print (builder);
}

static void
qsa_command_extract_print (QsaExtraction *extraction, const QsaCandidate *candidate)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  for (guint i = 0; i < candidate->warnings->len; i++)
    qsa_cli_print_file_message (candidate->path,
                                g_ptr_array_index (candidate->warnings, i));
  json_builder_begin_object (builder);
  qsa_cli_json_add_string (builder, "file", candidate->path);
  qsa_cli_json_add_article (builder, candidate->article);
  json_builder_end_object (builder);
  qsa_cli_json_print (builder);
}

static gboolean
qsa_command_extract_on_candidate (QsaCandidate *taken, gpointer user_data)
{
  QsaExtraction *extraction = user_data;
  g_autoptr (QsaCandidate) candidate = taken;

  if (candidate->error != NULL)
    qsa_command_extract_fail (extraction, candidate->path, candidate->error);
  else
    qsa_command_extract_print (extraction, candidate);
  if (qsa_cli_output_failed ())
    g_cancellable_cancel (extraction->cancellable);
  return TRUE;
}

static void
qsa_command_extract_on_walk (QsaWalkKind kind, const char *path, const GError *walk_error,
                             gpointer user_data)
{
  QsaExtraction *extraction = user_data;
  g_autoptr (GError) error = NULL;

  if (kind == QSA_WALK_ERROR)
    qsa_command_extract_fail (extraction, path, walk_error);
  else if (kind == QSA_WALK_FILE
           && !qsa_extract_file (path, extraction->outlets,
                                 qsa_command_extract_on_candidate, extraction,
                                 extraction->cancellable, &error)
           && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    qsa_command_extract_fail (extraction, path, error);
}

QsaExit
qsa_command_extract (QsaCliContext *cli, int argc, char **argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json,
      N_ ("JSON lines (this is what it always prints)"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!qsa_cli_parse (
          cli, &argc, &argv, _ ("PATH…"),
          _ ("Prints what the importer finds in files, one JSON object a line, and "
             "stores nothing.\nA file that gives nothing is an object with “file” "
             "and “error”."),
          entries))
    return cli->status;
  if (argc < 2)
    return qsa_cli_usage_error (cli, _ ("Name at least one file or folder."));

  g_autoptr (QsaOutletTable) outlets = qsa_outlet_table_new_shipped ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  QsaExtraction extraction = { outlets, cancellable, FALSE };
  for (int i = 1; i < argc; i++)
    qsa_walk (argv[i], cancellable, qsa_command_extract_on_walk, &extraction);
  return extraction.failed ? QSA_EXIT_FAILED : QSA_EXIT_OK;
}
