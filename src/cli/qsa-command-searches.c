/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-command.h"

#include <glib/gi18n-lib.h>

#include "qsa-cli-json.h"
#include "qsa-cli-search.h"
#include "qsa-text-util.h"

/* ---- listing ---- */

/* GArray of guint; NULL with a message printed. */
static GArray *
qsa_command_searches_count (QsaLibrary *library, GPtrArray *searches)
{
  g_autoptr (GPtrArray) requests =
      g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_search_request_unref);
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GError) error = NULL;

  qsa_cli_wait_for_index (library);
  for (guint i = 0; i < searches->len; i++)
    g_ptr_array_add (requests,
                     qsa_saved_search_to_request (g_ptr_array_index (searches, i)));
  qsa_library_count_async (library, (QsaSearchRequest **) requests->pdata, requests->len,
                           NULL, qsa_cli_on_ready, &answer);
  qsa_cli_wait (&answer);
  GArray *counts = qsa_library_count_finish (library, answer, &error);
  if (counts == NULL)
    qsa_cli_print_error ("%s", error->message);
  return counts;
}

static const char *
qsa_command_searches_get_state (QsaFilter *filter)
{
  static const char *const names[] = {
    [QSA_STATE_ALL] = NULL,
    [QSA_STATE_UNREAD] = "unread",
    [QSA_STATE_STARRED] = "starred",
  };

  return names[qsa_filter_get_state (filter)];
}

/* An outlet that nobody knows is NULL. */
static GPtrArray *
qsa_command_searches_get_outlets (QsaLibrary *library, QsaFilter *filter)
{
  guint n_outlets;
  const guint32 *ids = qsa_filter_get_outlets (filter, &n_outlets);
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < n_outlets; i++)
    {
      const QsaOutlet *outlet =
          qsa_outlet_table_find_id (qsa_library_get_outlets (library), ids[i]);
      g_ptr_array_add (names, outlet != NULL ? outlet->name : NULL);
    }
  return names;
}

static void
qsa_command_searches_add_filter (JsonBuilder *builder, QsaLibrary *library,
                                 QsaFilter *filter)
{
  g_autoptr (GPtrArray) outlets = qsa_command_searches_get_outlets (library, filter);
  g_autofree char *from = qsa_date_to_iso (qsa_filter_get_from (filter));
  g_autofree char *to = qsa_date_to_iso (qsa_filter_get_to (filter));

  json_builder_set_member_name (builder, "outlets");
  json_builder_begin_array (builder);
  for (guint i = 0; i < outlets->len; i++)
    if (g_ptr_array_index (outlets, i) != NULL)
      json_builder_add_string_value (builder, g_ptr_array_index (outlets, i));
    else
      json_builder_add_null_value (builder);
  json_builder_end_array (builder);
  qsa_cli_json_add_string (builder, "from", from);
  qsa_cli_json_add_string (builder, "to", to);
  json_builder_set_member_name (builder, "undated");
  json_builder_add_boolean_value (builder, qsa_filter_get_undated (filter));
  qsa_cli_json_add_string (builder, "state", qsa_command_searches_get_state (filter));
}

static void
qsa_command_searches_print_json (QsaLibrary *library, GPtrArray *searches, GArray *counts)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < searches->len; i++)
    {
      const QsaSavedSearch *search = g_ptr_array_index (searches, i);
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "id");
      json_builder_add_int_value (builder, search->id);
      qsa_cli_json_add_string (builder, "name", search->name);
      qsa_cli_json_add_string (builder, "query", search->query);
      qsa_cli_json_add_string (builder, "reach", qsa_reach_to_string (search->reach));
      qsa_command_searches_add_filter (builder, library, search->filter);
      qsa_cli_json_add_string (builder, "sort", qsa_sort_to_string (search->sort));
      json_builder_set_member_name (builder, "articles");
      json_builder_add_int_value (builder, g_array_index (counts, guint, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  qsa_cli_json_print (builder);
}

static void
qsa_command_searches_append (GString *line, const char *text)
{
  if (line->len > 0 && *text != '\0')
    g_string_append (line, " · ");
  g_string_append (line, text);
}

/* What it asks for, in one line. */
static char *
qsa_command_searches_describe (QsaLibrary *library, const QsaSavedSearch *search)
{
  g_autoptr (GPtrArray)
      outlets = qsa_command_searches_get_outlets (library, search->filter);
  g_autofree char *from = qsa_date_to_iso (qsa_filter_get_from (search->filter));
  g_autofree char *to = qsa_date_to_iso (qsa_filter_get_to (search->filter));
  QsaState state = qsa_filter_get_state (search->filter);
  g_autoptr (GString) line = g_string_new (search->query);

  if (search->reach == QSA_REACH_WIDE)
    qsa_command_searches_append (line, _ ("wider reach"));
  if (search->reach == QSA_REACH_FOLDED)
    qsa_command_searches_append (line, _ ("no widening"));
  for (guint i = 0; i < outlets->len; i++)
    {
      const char *name = g_ptr_array_index (outlets, i);
      qsa_command_searches_append (line, name != NULL ? name : _ ("Unknown outlet"));
    }
  if (from != NULL || to != NULL)
    {
      g_autofree char *dates = g_strdup_printf ("%s–%s", from != NULL ? from : "…",
                                                to != NULL ? to : "…");
      qsa_command_searches_append (line, dates);
    }
  if (qsa_filter_get_undated (search->filter))
    qsa_command_searches_append (line, _ ("Undated"));
  if (state != QSA_STATE_ALL)
    qsa_command_searches_append (line, state == QSA_STATE_UNREAD ? _ ("Unread")
                                                                 : _ ("Starred"));
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static void
qsa_command_searches_print_text (QsaLibrary *library, GPtrArray *searches, GArray *counts)
{
  for (guint i = 0; i < searches->len; i++)
    {
      const QsaSavedSearch *search = g_ptr_array_index (searches, i);
      g_autofree char *count = qsa_number_format (g_array_index (counts, guint, i));
      g_autofree char *description = qsa_command_searches_describe (library, search);
      g_print ("%4" G_GINT64_FORMAT "  %8s  %s\n                %s\n", search->id, count,
               search->name, description);
    }
}

static QsaExit
qsa_command_searches_list (QsaLibrary *library, gboolean json)
{
  g_autoptr (GPtrArray)
      searches = g_ptr_array_ref (qsa_library_get_saved_searches (library));
  g_autoptr (GArray) counts = qsa_command_searches_count (library, searches);

  if (counts == NULL)
    return QSA_EXIT_FAILED;
  if (json)
    qsa_command_searches_print_json (library, searches, counts);
  else
    qsa_command_searches_print_text (library, searches, counts);
  return QSA_EXIT_OK;
}

/* ---- changing ---- */

/* The one search that has this name; NULL when there is none. FALSE with a message printed when there are
 * several. */
static gboolean
qsa_command_searches_find_same (QsaLibrary *library, const char *name,
                                const QsaSavedSearch **same)
{
  GPtrArray *searches = qsa_library_get_saved_searches (library);
  g_autofree char *squeezed = qsa_text_squeeze (name, -1);

  *same = NULL;
  for (guint i = 0; i < searches->len; i++)
    {
      const QsaSavedSearch *search = g_ptr_array_index (searches, i);
      if (g_str_equal (search->name, squeezed))
        {
          *same = qsa_cli_find_saved_search (library, name);
          return *same != NULL;
        }
    }
  return TRUE;
}

static QsaExit
qsa_command_searches_save (QsaLibrary *library, const QsaCliSearch *search,
                           const char *name, const char *query)
{
  g_autoptr (QsaFilter) filter = qsa_cli_search_make_filter (library, search);
  g_autoptr (QsaSavedSearch) saved = NULL;
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GError) error = NULL;
  const QsaSavedSearch *same = NULL;

  if (filter == NULL || !qsa_command_searches_find_same (library, name, &same))
    return QSA_EXIT_FAILED;
  saved = qsa_saved_search_new (name, query, qsa_cli_search_get_reach (search), filter,
                                qsa_cli_search_get_sort (search));
  saved->id = same != NULL ? same->id : 0;
  qsa_library_save_search_async (library, saved, qsa_cli_on_ready, &answer);
  qsa_cli_wait (&answer);
  if (qsa_library_save_search_finish (library, answer, &error) > 0)
    return QSA_EXIT_OK;
  qsa_cli_print_error ("%s", error->message);
  return QSA_EXIT_FAILED;
}

static QsaExit
qsa_command_searches_remove (QsaLibrary *library, const char *name)
{
  const QsaSavedSearch *search = qsa_cli_find_saved_search (library, name);
  g_autoptr (QsaSavedSearch) removed = NULL;
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GError) error = NULL;

  if (search == NULL)
    return QSA_EXIT_FAILED;
  qsa_library_remove_search_async (library, search->id, qsa_cli_on_ready, &answer);
  qsa_cli_wait (&answer);
  removed = qsa_library_remove_search_finish (library, answer, &error);
  if (removed != NULL)
    return QSA_EXIT_OK;
  qsa_cli_print_error ("%s", error->message);
  return QSA_EXIT_FAILED;
}

/* ---- the command ---- */

typedef struct
{
  QsaCliSearch search;
  char *save;
  char *remove;
  gboolean json;
  char *query;
} QsaSearchesCommand;

static QsaExit
qsa_command_searches_read (QsaCliContext *cli, QsaSearchesCommand *command, int argc,
                           char **argv)
{
  if (!qsa_cli_is_text (command->save) || !qsa_cli_is_text (command->remove))
    return QSA_EXIT_USAGE;
  if (command->save != NULL && command->remove != NULL)
    return qsa_cli_usage_error (cli, _ ("--save and --remove exclude each other."));
  if (command->save != NULL)
    return qsa_cli_search_read (cli, &command->search, argc, argv, &command->query);
  if (argc > 1)
    return qsa_cli_usage_error (cli, _ ("A QUERY goes with --save NAME."));
  return QSA_EXIT_OK;
}

static QsaExit
qsa_command_searches_run (QsaCliContext *cli, const QsaSearchesCommand *command)
{
  QsaLibrary *library = qsa_cli_open_library (cli, 0);
  QsaExit status;

  if (library == NULL)
    return QSA_EXIT_FAILED;
  if (command->save != NULL)
    status = qsa_command_searches_save (library, &command->search, command->save,
                                        command->query);
  else if (command->remove != NULL)
    status = qsa_command_searches_remove (library, command->remove);
  else
    status = qsa_command_searches_list (library, command->json);
  return qsa_cli_close_library (library) ? status : QSA_EXIT_FAILED;
}

QsaExit
qsa_command_searches (QsaCliContext *cli, int argc, char **argv)
{
  QsaSearchesCommand command = { { NULL } };
  const GOptionEntry more[] = {
    { "save", 0, 0, G_OPTION_ARG_FILENAME, &command.save,
      N_ ("Keep QUERY under this name; what had the name before is replaced"),
      N_ ("NAME") },
    { "remove", 0, 0, G_OPTION_ARG_FILENAME, &command.remove,
      N_ ("Forget the search of this name or number"), N_ ("NAME") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &command.json, N_ ("One JSON array"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree GOptionEntry *entries = qsa_cli_search_entries (&command.search,
                                                             QSA_CLI_SEARCH_KEEPS, more);
  QsaExit status;

  if (!qsa_cli_parse (cli, &argc, &argv, _ ("[--save NAME QUERY]"),
                      _ ("Lists the saved searches and how many articles each finds now. "
                         "“qusasat-cli search --saved NAME”\nasks one. An empty QUERY "
                         "(\"\") with filters can be saved, too."),
                      entries))
    status = cli->status;
  else
    {
      status = qsa_command_searches_read (cli, &command, argc, argv);
      if (status == QSA_EXIT_OK)
        status = qsa_command_searches_run (cli, &command);
    }
  qsa_cli_search_clear (&command.search);
  g_free (command.save);
  g_free (command.remove);
  g_free (command.query);
  return status;
}
