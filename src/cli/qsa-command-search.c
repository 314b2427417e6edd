/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-command.h"

#include <glib/gi18n-lib.h>

#include "qsa-cli-result.h"
#include "qsa-cli-search.h"

#define QSA_CLI_DEFAULT_LIMIT 20

static GPtrArray *
qsa_command_search_load_rows (QsaLibrary *library, QsaResult *result, guint n_rows)
{
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GError) error = NULL;

  qsa_library_load_rows_async (library, qsa_result_get_ids (result), n_rows,
                               qsa_result_get_matcher (result), NULL, qsa_cli_on_ready,
                               &answer);
  qsa_cli_wait (&answer);
  GPtrArray *rows = qsa_library_load_rows_finish (library, answer, &error);
  if (rows == NULL)
    qsa_cli_print_error ("%s", error->message);
  return rows;
}

static QsaExit
qsa_command_search_answer (QsaLibrary *library, const QsaCliSearch *search,
                           const char *query, int limit, gboolean facets, gboolean json)
{
  g_autoptr (QsaResult) result = qsa_cli_search_run (library, search, query);
  if (result == NULL)
    return QSA_EXIT_FAILED;

  guint n_rows = MIN ((guint) limit, qsa_result_get_total (result));
  g_autoptr (GPtrArray) rows = qsa_command_search_load_rows (library, result, n_rows);
  if (rows == NULL)
    return QSA_EXIT_FAILED;

  QsaCliResult answer = { library, result, rows, facets };
  if (json)
    qsa_cli_result_print_json (&answer);
  else
    qsa_cli_result_print_text (&answer);
  return QSA_EXIT_OK;
}

QsaExit
qsa_command_search (QsaCliContext *cli, int argc, char **argv)
{
  g_auto (QsaCliSearch) search = { NULL };
  g_autofree char *query = NULL;
  int limit = QSA_CLI_DEFAULT_LIMIT;
  gboolean facets = FALSE, json = FALSE;
  const GOptionEntry more[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_ ("How many articles to list (20)"),
      N_ ("N") },
    { "facets", 0, 0, G_OPTION_ARG_NONE, &facets, N_ ("Count by outlet and month, too"),
      NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("One JSON object"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree GOptionEntry *entries = qsa_cli_search_entries (&search, QSA_CLI_SEARCH_ASKS,
                                                             more);

  if (!qsa_cli_parse (
          cli, &argc, &argv, _ ("QUERY"),
          _ ("Finds articles as a reader means it: hamza, vowel marks, ة/ه, ى/ي, attached "
             "particles\nand house spellings do not matter, and the answer says what was "
             "searched, too.\n“qusasat-cli help query” explains the language. An empty "
             "QUERY (\"\") finds every article.\nPut -- before a QUERY that begins with a "
             "minus sign and a Latin letter."),
          entries))
    return cli->status;
  if (limit < 0)
    return qsa_cli_usage_error (cli, _ ("--limit cannot be less than 0."));

  QsaExit status = qsa_cli_search_read (cli, &search, argc, argv, &query);
  if (status != QSA_EXIT_OK)
    return status;

  QsaLibrary *library = qsa_cli_open_library (cli, 0);
  if (library == NULL)
    return QSA_EXIT_FAILED;
  status = qsa_command_search_answer (library, &search, query, limit, facets, json);
  return qsa_cli_close_library (library) ? status : QSA_EXIT_FAILED;
}
