/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-command.h"

#include <glib/gi18n-lib.h>

#include "qsa-citation.h"
#include "qsa-cli-json.h"

/* Parses the one ID that "show" and "cite" take, and loads it. */
static QsaArticle *
qsa_command_load_named (QsaCliContext *cli, int argc, char **argv, QsaExit *status)
{
  gint64 id;

  *status = QSA_EXIT_USAGE;
  if (argc != 2)
    {
      qsa_cli_usage_error (cli, _ ("Give the number of one article."));
      return NULL;
    }
  if (!qsa_cli_parse_id (argv[1], &id))
    return NULL;

  *status = QSA_EXIT_FAILED;
  QsaLibrary *library = qsa_cli_open_library (cli, 0);
  if (library == NULL)
    return NULL;
  QsaArticle *article = qsa_cli_load_article (library, id);
  if (qsa_cli_close_library (library) && article != NULL)
    *status = QSA_EXIT_OK;
  return article;
}

static void
qsa_command_show_json (const QsaArticle *article)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_int_value (builder, article->id);
  qsa_cli_json_add_string (builder, "file", article->source_path);
  qsa_cli_json_add_article (builder, article);
  json_builder_set_member_name (builder, "read");
  json_builder_add_boolean_value (builder, article->read);
  json_builder_set_member_name (builder, "starred");
  json_builder_add_boolean_value (builder, article->starred);
  json_builder_end_object (builder);
  qsa_cli_json_print (builder);
}

static void
qsa_command_show_text (const QsaArticle *article)
{
  g_autofree char *date = qsa_citation_format_date (&article->date);

  g_print ("%s\n", article->title != NULL ? article->title : _ ("Untitled"));
  g_print ("%s · %s", article->outlet != NULL ? article->outlet : _ ("Unknown outlet"),
           date);
  if (article->author != NULL)
    g_print (" · %s", article->author);
  g_print ("\n");
  if (article->url != NULL)
    g_print ("%s\n", article->url);
  if (article->standfirst != NULL)
    g_print ("\n%s\n", article->standfirst);

  g_auto (GStrv) paragraphs = g_strsplit (article->body, "\n", -1);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    g_print ("\n%s\n", paragraphs[i]);
}

QsaExit
qsa_command_show (QsaCliContext *cli, int argc, char **argv)
{
  gboolean json = FALSE;
  QsaExit status;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json,
      N_ ("One JSON object, as “extract” prints it"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!qsa_cli_parse (cli, &argc, &argv, _ ("ID"), _ ("Prints an article."), entries))
    return cli->status;

  g_autoptr (QsaArticle) article = qsa_command_load_named (cli, argc, argv, &status);
  if (article != NULL && json)
    qsa_command_show_json (article);
  else if (article != NULL)
    qsa_command_show_text (article);
  return status;
}

QsaExit
qsa_command_cite (QsaCliContext *cli, int argc, char **argv)
{
  g_autofree char *style_name = NULL;
  QsaCitationStyle style = QSA_CITATION_PLAIN;
  QsaExit status;
  const GOptionEntry entries[] = {
    { "style", 0, 0, G_OPTION_ARG_FILENAME, &style_name, N_ ("The citation style: plain"),
      N_ ("STYLE") },
    G_OPTION_ENTRY_NULL,
  };

  if (!qsa_cli_parse (cli, &argc, &argv, _ ("ID"),
                      _ ("Prints the reference of an article."), entries))
    return cli->status;
  if (!qsa_cli_is_text (style_name))
    return QSA_EXIT_USAGE;
  if (style_name != NULL && !qsa_citation_style_from_string (style_name, &style))
    {
      qsa_cli_print_error (_ ("There is no citation style “%s”; there is “plain”."),
                           style_name);
      return QSA_EXIT_USAGE;
    }

  g_autoptr (QsaArticle) article = qsa_command_load_named (cli, argc, argv, &status);
  if (article != NULL)
    {
      g_autofree char *text = qsa_citation_to_text (article, style);
      g_print ("%s\n", text);
    }
  return status;
}
