/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-cli-search.h"

#include <glib/gi18n-lib.h>

#include "qsa-fold.h"
#include "qsa-text-util.h"

void
qsa_cli_search_clear (QsaCliSearch *search)
{
  g_clear_pointer (&search->outlets, g_strfreev);
  g_clear_pointer (&search->from, g_free);
  g_clear_pointer (&search->to, g_free);
  g_clear_pointer (&search->sort, g_free);
  g_clear_pointer (&search->forms, g_strfreev);
  g_clear_pointer (&search->without, g_strfreev);
  g_clear_pointer (&search->saved, g_free);
}

GOptionEntry *
qsa_cli_search_entries (QsaCliSearch *search, QsaCliSearchUse use,
                        const GOptionEntry *more)
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
      N_ ("newest (default), oldest, relevance or outlet"), N_ ("ORDER") },
    { "wide", 0, 0, G_OPTION_ARG_NONE, &search->wide,
      N_ ("The wider reach: all words of the same stem, too"), NULL },
    { "no-widening", 0, 0, G_OPTION_ARG_NONE, &search->exact,
      N_ ("The words alone: no other form and no other spelling"), NULL },
    { "exact", 0, 0, G_OPTION_ARG_NONE, &search->exact, N_ ("The same as --no-widening"),
      NULL },
  };
  const GOptionEntry asking[] = {
    { "form", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &search->forms,
      N_ ("Search for this form, too, which is off; may be given several times"),
      N_ ("FORM") },
    { "without", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &search->without,
      N_ ("Do not search for this form; may be given several times"), N_ ("FORM") },
    { "saved", 0, 0, G_OPTION_ARG_FILENAME, &search->saved,
      N_ ("The saved search of this name, in place of a QUERY"), N_ ("NAME") },
  };
  g_autoptr (GArray) entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));

  g_array_append_vals (entries, common, G_N_ELEMENTS (common));
  if (use == QSA_CLI_SEARCH_ASKS)
    g_array_append_vals (entries, asking, G_N_ELEMENTS (asking));
  for (; more->long_name != NULL; more++)
    g_array_append_vals (entries, more, 1);
  return (GOptionEntry *) g_array_free (g_steal_pointer (&entries), FALSE);
}

/* ---- without a library ---- */

QsaReach
qsa_cli_search_get_reach (const QsaCliSearch *search)
{
  if (search->wide)
    return QSA_REACH_WIDE;
  return search->exact ? QSA_REACH_FOLDED : QSA_REACH_DEFAULT;
}

QsaSort
qsa_cli_search_get_sort (const QsaCliSearch *search)
{
  QsaSort sort = QSA_SORT_NEWEST;

  if (search->sort != NULL)
    qsa_sort_from_string (search->sort, &sort);
  return sort;
}

static gboolean
qsa_cli_search_check_sort (const QsaCliSearch *search)
{
  QsaSort sort;

  if (search->sort == NULL || qsa_sort_from_string (search->sort, &sort))
    return TRUE;
  if (qsa_cli_is_text (search->sort))
    qsa_cli_print_error (_ ("--sort: “%s” is not an order; there are newest, oldest, "
                            "relevance and outlet."),
                         search->sort);
  return FALSE;
}

static gboolean
qsa_cli_search_are_texts (char **texts)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    if (!qsa_cli_is_text (texts[i]))
      return FALSE;
  return TRUE;
}

static gboolean
qsa_cli_search_has_filter (const QsaCliSearch *search)
{
  return search->outlets != NULL || search->from != NULL || search->to != NULL
         || search->exact || search->wide;
}

static QsaExit
qsa_cli_search_validate (QsaCliContext *cli, const QsaCliSearch *search, int argc)
{
  QsaDate date;

  if (search->saved != NULL && (argc > 1 || qsa_cli_search_has_filter (search)))
    return qsa_cli_usage_error (
        cli, _ ("--saved brings its own QUERY and filters; give it alone."));
  if (search->saved == NULL && argc < 2)
    return qsa_cli_usage_error (cli, _ ("Say what to search for."));
  if (search->exact && search->wide)
    return qsa_cli_usage_error (cli, _ ("--wide and --no-widening exclude each other."));
  if (!qsa_cli_parse_date ("--from", search->from, &date)
      || !qsa_cli_parse_date ("--to", search->to, &date)
      || !qsa_cli_search_check_sort (search) || !qsa_cli_is_text (search->saved)
      || !qsa_cli_search_are_texts (search->outlets)
      || !qsa_cli_search_are_texts (search->forms)
      || !qsa_cli_search_are_texts (search->without))
    return QSA_EXIT_USAGE;
  return QSA_EXIT_OK;
}

QsaExit
qsa_cli_search_read (QsaCliContext *cli, QsaCliSearch *search, int argc, char **argv,
                     char **query)
{
  QsaExit status = qsa_cli_search_validate (cli, search, argc);
  g_autofree char *words = NULL;

  *query = NULL;
  if (status != QSA_EXIT_OK || search->saved != NULL)
    return status;
  words = g_strjoinv (" ", argv + 1);
  if (!qsa_cli_is_text (words))
    return QSA_EXIT_USAGE;
  *query = g_steal_pointer (&words);
  return QSA_EXIT_OK;
}

/* ---- filters ---- */

static QsaFilter *
qsa_cli_search_add_outlet (QsaFilter *filter, QsaOutletTable *outlets, const char *name)
{
  const QsaOutlet *outlet = qsa_outlet_table_find_name (outlets, name);
  guint32 id = outlet != NULL ? outlet->id : QSA_OUTLET_UNKNOWN;

  if (id != QSA_OUTLET_UNKNOWN || name[0] == '\0')
    return qsa_filter_with_outlet (filter, id, TRUE);
  qsa_cli_print_error (_ ("No article in this library is from the outlet “%s”."), name);
  return NULL;
}

QsaFilter *
qsa_cli_search_make_filter (QsaLibrary *library, const QsaCliSearch *search)
{
  QsaOutletTable *outlets = qsa_library_get_outlets (library);
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
      g_autoptr (QsaFilter) wider = g_steal_pointer (&filter);
      filter = qsa_cli_search_add_outlet (wider, outlets, search->outlets[i]);
      if (filter == NULL)
        return NULL;
    }
  return g_steal_pointer (&filter);
}

/* ---- saved searches ---- */

static const QsaSavedSearch *
qsa_cli_find_saved_number (GPtrArray *searches, const char *text)
{
  gint64 id;

  if (!g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &id, NULL))
    return NULL;
  for (guint i = 0; i < searches->len; i++)
    {
      const QsaSavedSearch *search = g_ptr_array_index (searches, i);
      if (search->id == id)
        return search;
    }
  return NULL;
}

const QsaSavedSearch *
qsa_cli_find_saved_search (QsaLibrary *library, const char *name)
{
  GPtrArray *searches = qsa_library_get_saved_searches (library);
  g_autofree char *squeezed = qsa_text_squeeze (name, -1);
  const QsaSavedSearch *found = NULL;
  guint n_found = 0;

  for (guint i = 0; i < searches->len; i++)
    {
      const QsaSavedSearch *search = g_ptr_array_index (searches, i);
      if (!g_str_equal (search->name, squeezed))
        continue;
      found = search;
      n_found++;
    }
  if (n_found == 0)
    found = qsa_cli_find_saved_number (searches, squeezed);
  if (n_found > 1)
    qsa_cli_print_error (_ ("Several saved searches are named “%s”. Give the number of "
                            "one; “qusasat-cli searches” lists them."),
                         squeezed);
  else if (found == NULL)
    qsa_cli_print_error (
        _ ("There is no saved search “%s”; “qusasat-cli searches” lists them."),
        squeezed);
  return n_found > 1 ? NULL : found;
}

/* ---- asking ---- */

static QsaResult *
qsa_cli_search_ask (QsaLibrary *library, QsaSearchRequest *request)
{
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GError) error = NULL;

  qsa_library_search_async (library, request, NULL, qsa_cli_on_ready, &answer);
  qsa_cli_wait (&answer);
  QsaResult *result = qsa_library_search_finish (library, answer, &error);
  if (result == NULL)
    qsa_cli_print_error ("%s", error->message);
  return result;
}

/* People give a form as it is shown, as JSON names it, or as they write it. */
static gboolean
qsa_cli_search_is_form (const QsaWidening *widening, const char *text)
{
  g_autofree char *folded = qsa_fold_text (text, -1);

  return g_str_equal (widening->form, text) || g_str_equal (widening->spelling, text)
         || g_str_equal (widening->form, folded);
}

/* FALSE with a message printed when @text is no form that @result has. */
static gboolean
qsa_cli_search_switch_form (QsaSearchRequest **request, QsaResult *result,
                            const char *text, gboolean on)
{
  GPtrArray *widenings = qsa_result_get_widenings (result);
  gboolean found = FALSE;

  for (guint i = 0; i < widenings->len; i++)
    {
      const QsaWidening *widening = g_ptr_array_index (widenings, i);
      g_autoptr (QsaSearchRequest) old = NULL;
      if (!qsa_cli_search_is_form (widening, text))
        continue;
      found = TRUE;
      old = g_steal_pointer (request);
      *request = qsa_search_request_with_form (old, widening->form, on);
    }
  if (!found)
    qsa_cli_print_error (_ ("“%s” is no form that this search could be widened by."),
                         text);
  return found;
}

static gboolean
qsa_cli_search_switch_forms (QsaSearchRequest **request, QsaResult *result, char **texts,
                             gboolean on)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    if (!qsa_cli_search_switch_form (request, result, texts[i], on))
      return FALSE;
  return TRUE;
}

static QsaSearchRequest *
qsa_cli_search_make_request (QsaLibrary *library, const QsaCliSearch *search,
                             const char *text)
{
  const QsaSavedSearch *saved = NULL;
  g_autoptr (QsaQuery) query = NULL;
  g_autoptr (QsaFilter) filter = NULL;
  QsaSort sort = qsa_cli_search_get_sort (search);

  if (search->saved != NULL)
    {
      saved = qsa_cli_find_saved_search (library, search->saved);
      if (saved == NULL)
        return NULL;
      query = qsa_query_parse (saved->query, saved->reach, FALSE);
      return qsa_search_request_new (query, saved->filter,
                                     search->sort != NULL ? sort : saved->sort);
    }
  filter = qsa_cli_search_make_filter (library, search);
  if (filter == NULL)
    return NULL;
  query = qsa_query_parse (text, qsa_cli_search_get_reach (search), FALSE);
  return qsa_search_request_new (query, filter, sort);
}

QsaResult *
qsa_cli_search_run (QsaLibrary *library, const QsaCliSearch *search, const char *text)
{
  g_autoptr (QsaSearchRequest)
      request = qsa_cli_search_make_request (library, search, text);
  g_autoptr (QsaResult) result = NULL;

  if (request == NULL)
    return NULL;
  qsa_cli_wait_for_index (library);
  result = qsa_cli_search_ask (library, request);
  if (result == NULL || (search->forms == NULL && search->without == NULL))
    return g_steal_pointer (&result);
  if (!qsa_cli_search_switch_forms (&request, result, search->forms, TRUE)
      || !qsa_cli_search_switch_forms (&request, result, search->without, FALSE))
    return NULL;
  return qsa_cli_search_ask (library, request);
}
