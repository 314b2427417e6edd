/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-cli-search.h"

#include <glib/gi18n-lib.h>

void
qsa_cli_search_clear (QsaCliSearch *search)
{
  g_clear_pointer (&search->outlets, g_strfreev);
  g_clear_pointer (&search->from, g_free);
  g_clear_pointer (&search->to, g_free);
  g_clear_pointer (&search->sort, g_free);
}

GOptionEntry *
qsa_cli_search_entries (QsaCliSearch *search, const GOptionEntry *more)
{
  const GOptionEntry common[] = {
    { "outlet", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &search->outlets,
      N_ ("Only this outlet; may be given several times, \"\" is the unknown outlet"),
      N_ ("NAME") },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &search->from,
      N_ ("Not before this date: YYYY, YYYY-MM or YYYY-MM-DD"), N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &search->to,
      N_ ("Not after this date: YYYY, YYYY-MM or YYYY-MM-DD"), N_ ("DATE") },
    { "sort", 0, 0, G_OPTION_ARG_FILENAME, &search->sort,
      N_ ("newest (default), oldest or relevance"), N_ ("ORDER") },
    { "exact", 0, 0, G_OPTION_ARG_NONE, &search->exact,
      N_ ("The words alone, without attached particles"), NULL },
    { "wide", 0, 0, G_OPTION_ARG_NONE, &search->wide,
      N_ ("The wider reach (not available yet)"), NULL },
  };
  g_autoptr (GArray) entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));

  g_array_append_vals (entries, common, G_N_ELEMENTS (common));
  for (; more->long_name != NULL; more++)
    g_array_append_vals (entries, more, 1);
  return (GOptionEntry *) g_array_free (g_steal_pointer (&entries), FALSE);
}

static gboolean
qsa_cli_search_parse_sort (const char *name, QsaSort *sort)
{
  static const char *const names[] = { "newest", "oldest", "relevance" };

  *sort = QSA_SORT_NEWEST;
  if (name == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_str_equal (name, names[i]))
        {
          *sort = (QsaSort) i;
          return TRUE;
        }
    }
  qsa_cli_print_error (_ ("--sort: “%s” is not an order; there are newest, oldest and "
                          "relevance."),
                       name);
  return FALSE;
}

char *
qsa_cli_search_join_query (int argc, char **argv)
{
  g_autofree char *query = NULL;

  g_return_val_if_fail (argc > 1, NULL);

  query = g_strjoinv (" ", argv + 1);
  return qsa_cli_is_text (query) ? g_steal_pointer (&query) : NULL;
}

QsaExit
qsa_cli_search_validate (QsaCliSearch *search)
{
  QsaDate date;
  QsaSort sort;

  if (!qsa_cli_parse_date ("--from", search->from, &date)
      || !qsa_cli_parse_date ("--to", search->to, &date)
      || !qsa_cli_search_parse_sort (search->sort, &sort))
    return QSA_EXIT_USAGE;
  for (guint i = 0; search->outlets != NULL && search->outlets[i] != NULL; i++)
    {
      if (!qsa_cli_is_text (search->outlets[i]))
        return QSA_EXIT_USAGE;
    }
  if (search->wide)
    {
      qsa_cli_print_error (_ ("--wide is not available yet in version %s."), QSA_VERSION);
      return QSA_EXIT_NOT_AVAILABLE;
    }
  return QSA_EXIT_OK;
}

/* NULL with a message printed when an outlet is not known. */
static QsaFilter *
qsa_cli_search_make_filter (QsaLibrary *library, QsaCliSearch *search)
{
  g_autoptr (QsaFilter) filter = qsa_filter_new ();
  QsaDate from, to;

  qsa_cli_parse_date ("--from", search->from, &from);
  qsa_cli_parse_date ("--to", search->to, &to);
  if (search->from != NULL || search->to != NULL)
    {
      g_autoptr (QsaFilter) wider = g_steal_pointer (&filter);
      filter = qsa_filter_with_dates (wider, &from, &to);
    }

  for (guint i = 0; search->outlets != NULL && search->outlets[i] != NULL; i++)
    {
      const char *name = search->outlets[i];
      const QsaOutlet *outlet =
          qsa_outlet_table_find_name (qsa_library_get_outlets (library), name);
      guint32 id = outlet != NULL ? outlet->id : 0;

      if (id == 0 && name[0] != '\0')
        {
          qsa_cli_print_error (_ ("No article in this library is from the outlet “%s”."),
                               name);
          return NULL;
        }
      g_autoptr (QsaFilter) wider = g_steal_pointer (&filter);
      filter = qsa_filter_with_outlet (wider, name[0] == '\0' ? QSA_OUTLET_UNKNOWN : id,
                                       TRUE);
    }
  return g_steal_pointer (&filter);
}

QsaResult *
qsa_cli_search_run (QsaLibrary *library, QsaCliSearch *search, const char *text)
{
  g_autoptr (QsaFilter) filter = qsa_cli_search_make_filter (library, search);
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GError) error = NULL;
  QsaSort sort;

  if (filter == NULL || !qsa_cli_search_parse_sort (search->sort, &sort))
    return NULL;

  g_autoptr (QsaQuery) query =
      qsa_query_parse (text, search->exact ? QSA_REACH_FOLDED : QSA_REACH_DEFAULT, FALSE);
  g_autoptr (QsaSearchRequest) request = qsa_search_request_new (query, filter, sort);
  qsa_library_search_async (library, request, NULL, qsa_cli_on_ready, &answer);
  qsa_cli_wait (&answer);
  QsaResult *result = qsa_library_search_finish (library, answer, &error);
  if (result == NULL)
    qsa_cli_print_error ("%s", error->message);
  return result;
}
