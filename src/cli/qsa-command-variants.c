/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-command.h"

#include <glib/gi18n-lib.h>

#include "qsa-cli-json.h"
#include "qsa-fold.h"

/* ---- listing ---- */

/* Also when the words differ in what folding joins. */
static gboolean
qsa_command_variants_has (const QsaVariantGroup *group, const char *word)
{
  g_autofree char *folded = qsa_fold_text (word, -1);

  for (guint i = 0; group->spellings[i] != NULL; i++)
    {
      g_autofree char *spelling = qsa_fold_text (group->spellings[i], -1);
      if (g_str_equal (spelling, folded))
        return TRUE;
    }
  return FALSE;
}

static gboolean
qsa_command_variants_is_wanted (const QsaVariantGroup *group, int n_words, char **words)
{
  for (int i = 0; i < n_words; i++)
    if (qsa_command_variants_has (group, words[i]))
      return TRUE;
  return n_words == 0;
}

static void
qsa_command_variants_print_group (const QsaVariantGroup *group)
{
  g_autofree char *spellings = g_strjoinv (" · ", group->spellings);

  if (group->id != 0)
    g_print ("%4" G_GINT64_FORMAT "  ", group->id);
  else
    g_print ("   -  ");
  g_print ("%-10s%s%s\n", qsa_variant_kind_to_string (group->kind), spellings,
           group->enabled ? "" : _ (" (switched off)"));
}

static void
qsa_command_variants_add_group (JsonBuilder *builder, const QsaVariantGroup *group)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  if (group->id != 0)
    json_builder_add_int_value (builder, group->id);
  else
    json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "spellings");
  json_builder_begin_array (builder);
  for (guint i = 0; group->spellings[i] != NULL; i++)
    json_builder_add_string_value (builder, group->spellings[i]);
  json_builder_end_array (builder);
  qsa_cli_json_add_string (builder, "kind", qsa_variant_kind_to_string (group->kind));
  qsa_cli_json_add_string (builder, "source", group->source);
  json_builder_set_member_name (builder, "on");
  json_builder_add_boolean_value (builder, group->enabled);
  json_builder_end_object (builder);
}

static QsaExit
qsa_command_variants_list (QsaLibrary *library, gboolean json, int n_words, char **words)
{
  GPtrArray *groups = qsa_variant_table_get_groups (qsa_library_get_variants (library));
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < groups->len; i++)
    {
      const QsaVariantGroup *group = g_ptr_array_index (groups, i);
      if (!qsa_command_variants_is_wanted (group, n_words, words))
        continue;
      if (json)
        qsa_command_variants_add_group (builder, group);
      else
        qsa_command_variants_print_group (group);
    }
  json_builder_end_array (builder);
  if (json)
    qsa_cli_json_print (builder);
  return QSA_EXIT_OK;
}

/* ---- changing ---- */

static QsaExit
qsa_command_variants_save (QsaLibrary *library, const QsaVariantGroup *group)
{
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GError) error = NULL;

  qsa_library_save_variant_async (library, group, qsa_cli_on_ready, &answer);
  qsa_cli_wait (&answer);
  if (qsa_library_save_variant_finish (library, answer, &error) > 0)
    return QSA_EXIT_OK;
  qsa_cli_print_error ("%s", error->message);
  return QSA_EXIT_FAILED;
}

static QsaExit
qsa_command_variants_add (QsaLibrary *library, QsaVariantKind kind, int n_words,
                          char **words)
{
  g_autoptr (QsaVariantGroup) group = g_new0 (QsaVariantGroup, 1);

  group->kind = kind;
  group->enabled = TRUE;
  group->spellings = g_new0 (char *, (gsize) n_words + 1);
  for (int i = 0; i < n_words; i++)
    group->spellings[i] = g_strdup (words[i]);
  return qsa_command_variants_save (library, group);
}

/* A group of the library's rows by number, else the one group that holds the spelling. NULL with a message
 * printed. */
static const QsaVariantGroup *
qsa_command_variants_find (QsaLibrary *library, const char *name)
{
  GPtrArray *groups = qsa_variant_table_get_groups (qsa_library_get_variants (library));
  const QsaVariantGroup *found = NULL;
  gint64 id = 0;
  guint n_found = 0;

  g_ascii_string_to_signed (name, 10, 1, G_MAXINT64, &id, NULL);
  for (guint i = 0; i < groups->len; i++)
    {
      const QsaVariantGroup *group = g_ptr_array_index (groups, i);
      if ((id != 0 && group->id == id) || qsa_command_variants_has (group, name))
        {
          found = group;
          n_found++;
        }
    }
  if (n_found > 1)
    qsa_cli_print_error (_ ("Several groups hold “%s”. Give another of the group’s "
                            "spellings, or its number."),
                         name);
  else if (n_found == 0)
    qsa_cli_print_error (_ ("No group holds “%s”; “qusasat-cli variants” lists them."),
                         name);
  return n_found == 1 ? found : NULL;
}

static QsaExit
qsa_command_variants_remove_row (QsaLibrary *library, gint64 id)
{
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GError) error = NULL;

  qsa_library_remove_variant_async (library, id, qsa_cli_on_ready, &answer);
  qsa_cli_wait (&answer);
  if (qsa_library_remove_variant_finish (library, answer, &error))
    return QSA_EXIT_OK;
  qsa_cli_print_error ("%s", error->message);
  return QSA_EXIT_FAILED;
}

/* A shipped group cannot go; a row of the library that switches it off stands in its place. */
static QsaExit
qsa_command_variants_remove (QsaLibrary *library, const char *name)
{
  const QsaVariantGroup *group = qsa_command_variants_find (library, name);
  g_autoptr (QsaVariantGroup) off = NULL;

  if (group == NULL)
    return QSA_EXIT_FAILED;
  if (group->id != 0 && group->enabled)
    return qsa_command_variants_remove_row (library, group->id);
  if (!group->enabled)
    return QSA_EXIT_OK;
  off = qsa_variant_group_copy (group);
  off->enabled = FALSE;
  return qsa_command_variants_save (library, off);
}

static QsaExit
qsa_command_variants_restore (QsaLibrary *library, const char *name)
{
  const QsaVariantGroup *group = qsa_command_variants_find (library, name);

  if (group == NULL)
    return QSA_EXIT_FAILED;
  return group->enabled ? QSA_EXIT_OK
                        : qsa_command_variants_remove_row (library, group->id);
}

/* ---- the command ---- */

typedef struct
{
  gboolean add;
  gboolean json;
  char *kind_name;
  char *remove;
  char *restore;
  QsaVariantKind kind;
} QsaVariantsCommand;

static QsaExit
qsa_command_variants_read (QsaCliContext *cli, QsaVariantsCommand *command, int argc,
                           char **argv)
{
  guint n_actions = (command->add ? 1 : 0) + (command->remove != NULL ? 1 : 0)
                    + (command->restore != NULL ? 1 : 0);

  if (!qsa_cli_is_text (command->remove) || !qsa_cli_is_text (command->restore)
      || !qsa_cli_is_text (command->kind_name))
    return QSA_EXIT_USAGE;
  for (int i = 1; i < argc; i++)
    if (!qsa_cli_is_text (argv[i]))
      return QSA_EXIT_USAGE;
  if (n_actions > 1)
    return qsa_cli_usage_error (cli,
                                _ ("--add, --remove and --restore exclude each other."));
  if (command->add && argc < 3)
    return qsa_cli_usage_error (cli, _ ("Give at least two spellings."));
  if (n_actions == 1 && !command->add && argc > 1)
    return qsa_cli_usage_error (cli, _ ("This command takes no further words."));
  command->kind = QSA_VARIANT_NAME;
  if (command->kind_name == NULL
      || qsa_variant_kind_from_string (command->kind_name, &command->kind))
    return QSA_EXIT_OK;
  return qsa_cli_usage_error (
      cli, _ ("--kind must be name, thing, noun, feminine or adjective."));
}

static QsaExit
qsa_command_variants_run (QsaCliContext *cli, const QsaVariantsCommand *command, int argc,
                          char **argv)
{
  QsaLibrary *library = qsa_cli_open_library (cli, 0);
  QsaExit status;

  if (library == NULL)
    return QSA_EXIT_FAILED;
  if (command->add)
    status = qsa_command_variants_add (library, command->kind, argc - 1, argv + 1);
  else if (command->remove != NULL)
    status = qsa_command_variants_remove (library, command->remove);
  else if (command->restore != NULL)
    status = qsa_command_variants_restore (library, command->restore);
  else
    status = qsa_command_variants_list (library, command->json, argc - 1, argv + 1);
  return qsa_cli_close_library (library) ? status : QSA_EXIT_FAILED;
}

QsaExit
qsa_command_variants (QsaCliContext *cli, int argc, char **argv)
{
  QsaVariantsCommand command = { FALSE };
  const GOptionEntry entries[] = {
    { "add", 0, 0, G_OPTION_ARG_NONE, &command.add,
      N_ ("Search for any of these spellings when one is asked for"), NULL },
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &command.kind_name,
      N_ ("Which endings they take: name (none, the default), thing, noun, feminine or "
          "adjective"),
      N_ ("KIND") },
    { "remove", 0, 0, G_OPTION_ARG_FILENAME, &command.remove,
      N_ ("Forget the group of this number or that holds this spelling; one that came "
          "with the program is switched off"),
      N_ ("WORD") },
    { "restore", 0, 0, G_OPTION_ARG_FILENAME, &command.restore,
      N_ ("Switch such a group on again"), N_ ("WORD") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &command.json, N_ ("One JSON array"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  QsaExit status;

  if (!qsa_cli_parse (
          cli, &argc, &argv, _ ("[WORD…]"),
          _ ("Lists the groups of spellings that a search takes for one word, "
             "all or those that hold a WORD.\nThe library’s own have a number. "
             "A spelling of several words is given in quotation marks."),
          entries))
    status = cli->status;
  else
    {
      status = qsa_command_variants_read (cli, &command, argc, argv);
      if (status == QSA_EXIT_OK)
        status = qsa_command_variants_run (cli, &command, argc, argv);
    }
  g_free (command.kind_name);
  g_free (command.remove);
  g_free (command.restore);
  return status;
}
