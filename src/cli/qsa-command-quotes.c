/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-command.h"

#include <glib/gi18n-lib.h>

QsaExit
qsa_command_quotes (QsaCliContext *cli, int argc, char **argv)
{
  gint64 id = 0;
  g_autofree char *query = NULL;
  gboolean plain = FALSE, json = FALSE;
  const GOptionEntry entries[] = {
    { "id", 0, 0, G_OPTION_ARG_INT64, &id, N_ ("The quotations of one article"),
      N_ ("ID") },
    { "query", 0, 0, G_OPTION_ARG_FILENAME, &query,
      N_ ("Of the articles that a search finds"), N_ ("QUERY") },
    { "plain", 0, 0, G_OPTION_ARG_NONE, &plain,
      N_ ("Take files as body text as they are"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("One JSON object a line"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!qsa_cli_parse (cli, &argc, &argv, _ ("[PATH…]"),
                      _ ("Finds quotations and who said them. Not available yet."),
                      entries))
    return cli->status;
  qsa_cli_print_error (_ ("“quotes” is not available yet in version %s."), QSA_VERSION);
  return QSA_EXIT_NOT_AVAILABLE;
}
