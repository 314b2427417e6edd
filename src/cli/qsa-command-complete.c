/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-command.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "qsa-cli-json.h"
#include "qsa-fold.h"
#include "qsa-query.h"
#include "qsa-text-util.h"

#define QSA_CLI_DEFAULT_COMPLETIONS 10

/* What a completion is printed with. */
typedef struct
{
  JsonBuilder *builder; /* NULL: text */
  guint n_left;
} QsaCompletePrinter;

/* @articles is -1 where nothing is counted. */
static void
qsa_command_complete_print (QsaCompletePrinter *printer, const char *kind,
                            const char *text, gint64 articles)
{
  if (printer->n_left == 0)
    return;
  printer->n_left--;
  if (printer->builder == NULL)
    {
      g_autofree char *count = articles >= 0 ? qsa_number_format ((guint64) articles)
                                             : g_strdup ("");
      g_print ("%8s  %s\n", count, text);
      return;
    }
  json_builder_begin_object (printer->builder);
  qsa_cli_json_add_string (printer->builder, "kind", kind);
  qsa_cli_json_add_string (printer->builder, "completion", text);
  json_builder_set_member_name (printer->builder, "articles");
  if (articles >= 0)
    json_builder_add_int_value (printer->builder, articles);
  else
    json_builder_add_null_value (printer->builder);
  json_builder_end_object (printer->builder);
}

/* FALSE with a message printed. */
static gboolean
qsa_command_complete_print_found (QsaCompletePrinter *printer, const char *kind,
                                  GPtrArray *found, const GError *error)
{
  if (found == NULL)
    {
      qsa_cli_print_error ("%s", error->message);
      return FALSE;
    }
  for (guint i = 0; i < found->len; i++)
    {
      const QsaCompletion *completion = g_ptr_array_index (found, i);
      qsa_command_complete_print (printer, kind, completion->word, completion->articles);
    }
  return TRUE;
}

static void
qsa_command_complete_print_fields (QsaCompletePrinter *printer, const char *prefix)
{
  const char *const *names = qsa_query_get_field_names ();

  for (guint i = 0; names[i] != NULL; i++)
    if (*prefix != '\0' && g_str_has_prefix (names[i], prefix))
      qsa_command_complete_print (printer, "field", names[i], -1);
}

static gboolean
qsa_command_complete_word (QsaLibrary *library, QsaCompletePrinter *printer,
                           const char *prefix)
{
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  qsa_command_complete_print_fields (printer, prefix);
  qsa_library_complete_async (library, prefix, printer->n_left, NULL, qsa_cli_on_ready,
                              &answer);
  qsa_cli_wait (&answer);
  found = qsa_library_complete_finish (library, answer, &error);
  return qsa_command_complete_print_found (printer, "word", found, error);
}

static gboolean
qsa_command_complete_author (QsaLibrary *library, QsaCompletePrinter *printer,
                             const char *prefix)
{
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  qsa_library_complete_author_async (library, prefix, printer->n_left, NULL,
                                     qsa_cli_on_ready, &answer);
  qsa_cli_wait (&answer);
  found = qsa_library_complete_author_finish (library, answer, &error);
  return qsa_command_complete_print_found (printer, "author", found, error);
}

/* Outlets that the library holds articles of. */
static gboolean
qsa_command_complete_outlet (QsaLibrary *library, QsaCompletePrinter *printer,
                             const char *prefix)
{
  QsaOutletTable *outlets = qsa_library_get_outlets (library);
  g_autofree char *folded = qsa_fold_text (prefix, -1);

  for (guint i = 0; i < qsa_outlet_table_get_size (outlets); i++)
    {
      const QsaOutlet *outlet = qsa_outlet_table_get (outlets, i);
      g_autofree char *name = qsa_fold_text (outlet->name, -1);
      if (outlet->id != 0 && strstr (name, folded) != NULL)
        qsa_command_complete_print (printer, "outlet", outlet->name, -1);
    }
  return TRUE;
}

static gboolean
qsa_command_complete_place (QsaLibrary *library, QsaCompletePrinter *printer,
                            const QsaCompletePlace *place)
{
  switch (place->kind)
    {
    case QSA_COMPLETE_WORD:
      return qsa_command_complete_word (library, printer, place->prefix);
    case QSA_COMPLETE_AUTHOR:
      return qsa_command_complete_author (library, printer, place->prefix);
    case QSA_COMPLETE_OUTLET:
      return qsa_command_complete_outlet (library, printer, place->prefix);
    case QSA_COMPLETE_NOTHING:
    case QSA_COMPLETE_TAG:
    case QSA_COMPLETE_IS:
    case QSA_COMPLETE_DATE:
    default:
      return TRUE;
    }
}

static QsaExit
qsa_command_complete_run (QsaLibrary *library, const char *text, guint max, gboolean json)
{
  g_autoptr (JsonBuilder) builder = json ? json_builder_new () : NULL;
  QsaCompletePrinter printer = { builder, max };
  QsaCompletePlace place;
  gboolean done = FALSE;

  if (json)
    json_builder_begin_array (builder);
  qsa_query_complete_place (text, strlen (text), &place);
  done = qsa_command_complete_place (library, &printer, &place);
  qsa_complete_place_clear (&place);
  if (json)
    json_builder_end_array (builder);
  if (json && done)
    qsa_cli_json_print (builder);
  return done ? QSA_EXIT_OK : QSA_EXIT_FAILED;
}

QsaExit
qsa_command_complete (QsaCliContext *cli, int argc, char **argv)
{
  gboolean json = FALSE;
  int max = QSA_CLI_DEFAULT_COMPLETIONS;
  const GOptionEntry entries[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT, &max, N_ ("How many to print (10)"), N_ ("N") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("One JSON array"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!qsa_cli_parse (cli, &argc, &argv, _ ("PREFIX"),
                      _ ("Prints how the last word of a query could go on: words of the "
                         "archive and how many\narticles hold each, fields, and after "
                         "outlet: or author: names."),
                      entries))
    return cli->status;
  if (argc != 2)
    return qsa_cli_usage_error (cli, _ ("Give the beginning of one query."));
  if (max < 1)
    return qsa_cli_usage_error (cli, _ ("--limit cannot be less than 1."));
  if (!qsa_cli_is_text (argv[1]))
    return QSA_EXIT_USAGE;

  QsaLibrary *library = qsa_cli_open_library (cli, 0);
  if (library == NULL)
    return QSA_EXIT_FAILED;
  QsaExit status = qsa_command_complete_run (library, argv[1], (guint) max, json);
  return qsa_cli_close_library (library) ? status : QSA_EXIT_FAILED;
}
