/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-command.h"

#include <glib/gi18n-lib.h>

#include "qsa-cli-json.h"
#include "qsa-cli-search.h"
#include "qsa-text-util.h"

#define QSA_CLI_DEFAULT_LIMIT 20

typedef struct
{
  QsaLibrary *library;
  QsaResult *result;
  GPtrArray *rows; /* QsaRow* or NULL where an article went away meanwhile */
  gboolean with_facets;
} QsaSearchAnswer;

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

/* ---- JSON ---- */

static void
qsa_command_search_add_widenings (JsonBuilder *builder, QsaResult *result)
{
  GPtrArray *widenings = qsa_result_get_widenings (result);

  json_builder_set_member_name (builder, "widened");
  json_builder_begin_array (builder);
  for (guint i = 0; i < widenings->len; i++)
    {
      const QsaWidening *widening = g_ptr_array_index (widenings, i);
      json_builder_begin_object (builder);
      qsa_cli_json_add_string (builder, "form", widening->form);
      qsa_cli_json_add_string (builder, "spelling", widening->spelling);
      json_builder_set_member_name (builder, "articles");
      json_builder_add_int_value (builder, widening->articles);
      json_builder_set_member_name (builder, "on");
      json_builder_add_boolean_value (builder, widening->on);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
qsa_command_search_add_count (JsonBuilder *builder, const char *name, const char *value,
                              guint articles)
{
  json_builder_begin_object (builder);
  qsa_cli_json_add_string (builder, name, value);
  json_builder_set_member_name (builder, "count");
  json_builder_add_int_value (builder, articles);
  json_builder_end_object (builder);
}

static void
qsa_command_search_add_outlets (JsonBuilder *builder, QsaSearchAnswer *answer)
{
  guint n_outlets;
  const QsaOutletCount *counts = qsa_result_get_outlets (answer->result, &n_outlets);

  json_builder_set_member_name (builder, "outlet");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_outlets; i++)
    {
      const QsaOutlet *outlet = qsa_outlet_table_find_id (
          qsa_library_get_outlets (answer->library), counts[i].outlet_id);
      qsa_command_search_add_count (builder, "name", outlet != NULL ? outlet->name : NULL,
                                    counts[i].articles);
    }
  json_builder_end_array (builder);
}

static void
qsa_command_search_add_months (JsonBuilder *builder, QsaResult *result)
{
  guint n_months;
  const QsaMonthCount *counts = qsa_result_get_months (result, &n_months);
  guint n_undated = qsa_result_get_n_undated (result);

  json_builder_set_member_name (builder, "month");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_months; i++)
    {
      g_autofree char *month = counts[i].month == 0
                                   ? g_strdup_printf ("%04d", counts[i].year)
                                   : g_strdup_printf ("%04d-%02d", counts[i].year,
                                                      counts[i].month);
      qsa_command_search_add_count (builder, "month", month, counts[i].articles);
    }
  if (n_undated > 0)
    qsa_command_search_add_count (builder, "month", NULL, n_undated);
  json_builder_end_array (builder);
}

static void
qsa_command_search_add_hits (JsonBuilder *builder, GPtrArray *rows)
{
  json_builder_set_member_name (builder, "hits");
  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    {
      const QsaRow *row = g_ptr_array_index (rows, i);
      if (row == NULL)
        continue;
      g_autofree char *date = qsa_date_to_iso (&row->date);
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "id");
      json_builder_add_int_value (builder, row->id);
      qsa_cli_json_add_string (builder, "title", row->title);
      qsa_cli_json_add_string (builder, "outlet", row->outlet);
      qsa_cli_json_add_string (builder, "date", date);
      qsa_cli_json_add_string (builder, "snippet",
                               row->snippet != NULL ? row->snippet->text : NULL);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
qsa_command_search_print_json (QsaSearchAnswer *answer)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "total");
  json_builder_add_int_value (builder, qsa_result_get_total (answer->result));
  json_builder_set_member_name (builder, "elapsed_ms");
  json_builder_add_double_value (builder,
                                 qsa_result_get_elapsed_us (answer->result) / 1000.0);
  qsa_command_search_add_widenings (builder, answer->result);
  if (answer->with_facets)
    {
      json_builder_set_member_name (builder, "facets");
      json_builder_begin_object (builder);
      qsa_command_search_add_outlets (builder, answer);
      qsa_command_search_add_months (builder, answer->result);
      json_builder_end_object (builder);
    }
  qsa_command_search_add_hits (builder, answer->rows);
  json_builder_end_object (builder);
  qsa_cli_json_print (builder);
}

/* ---- text ---- */

static void
qsa_command_search_print_widenings (QsaResult *result)
{
  GPtrArray *widenings = qsa_result_get_widenings (result);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < widenings->len; i++)
    {
      const QsaWidening *widening = g_ptr_array_index (widenings, i);
      g_autofree char *count = qsa_number_format (widening->articles);
      if (widening->on)
        g_string_append_printf (line, "%s%s %s", line->len > 0 ? " · " : "",
                                widening->spelling, count);
    }
  if (line->len > 0)
    g_print (_ ("also searched: %s\n"), line->str);
}

static void
qsa_command_search_print_facets (QsaSearchAnswer *answer)
{
  guint n_outlets, n_months;
  const QsaOutletCount *outlets = qsa_result_get_outlets (answer->result, &n_outlets);
  const QsaMonthCount *months = qsa_result_get_months (answer->result, &n_months);

  for (guint i = 0; i < n_outlets; i++)
    {
      const QsaOutlet *outlet = qsa_outlet_table_find_id (
          qsa_library_get_outlets (answer->library), outlets[i].outlet_id);
      g_autofree char *count = qsa_number_format (outlets[i].articles);
      g_print ("%8s  %s\n", count, outlet != NULL ? outlet->name : _ ("Unknown outlet"));
    }
  for (guint i = 0; i < n_months; i++)
    {
      g_autofree char *count = qsa_number_format (months[i].articles);
      if (months[i].month == 0)
        g_print ("%8s  %04d\n", count, months[i].year);
      else
        g_print ("%8s  %04d-%02d\n", count, months[i].year, months[i].month);
    }
  if (qsa_result_get_n_undated (answer->result) > 0)
    {
      g_autofree char *count =
          qsa_number_format (qsa_result_get_n_undated (answer->result));
      g_print ("%8s  %s\n", count, _ ("Undated"));
    }
}

static void
qsa_command_search_print_text (QsaSearchAnswer *answer)
{
  guint total = qsa_result_get_total (answer->result);
  g_autofree char *number = qsa_number_format (total);

  /* Translators: %s is the number, grouped: "1,204". */
  g_print (ngettext ("%s article", "%s articles", total), number);
  g_print ("\n");
  qsa_command_search_print_widenings (answer->result);
  if (answer->with_facets)
    qsa_command_search_print_facets (answer);

  for (guint i = 0; i < answer->rows->len; i++)
    {
      const QsaRow *row = g_ptr_array_index (answer->rows, i);
      if (row == NULL)
        continue;
      g_autofree char *date = qsa_date_to_iso (&row->date);
      g_print ("\n%" G_GINT64_FORMAT "  %s\n    %s · %s\n", row->id,
               row->title != NULL ? row->title : _ ("Untitled"),
               row->outlet != NULL ? row->outlet : _ ("Unknown outlet"),
               date != NULL ? date : _ ("Undated"));
      if (row->snippet != NULL)
        g_print ("    %s\n", row->snippet->text);
    }
}

/* ---- the command ---- */

static QsaExit
qsa_command_search_answer (QsaLibrary *library, QsaCliSearch *search, const char *query,
                           int limit, gboolean facets, gboolean json)
{
  g_autoptr (QsaResult) result = qsa_cli_search_run (library, search, query);
  if (result == NULL)
    return QSA_EXIT_FAILED;

  guint n_rows = MIN ((guint) limit, qsa_result_get_total (result));
  g_autoptr (GPtrArray) rows = qsa_command_search_load_rows (library, result, n_rows);
  if (rows == NULL)
    return QSA_EXIT_FAILED;

  QsaSearchAnswer answer = { library, result, rows, facets };
  if (json)
    qsa_command_search_print_json (&answer);
  else
    qsa_command_search_print_text (&answer);
  return QSA_EXIT_OK;
}

QsaExit
qsa_command_search (QsaCliContext *cli, int argc, char **argv)
{
  g_auto (QsaCliSearch) search = { NULL };
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
  g_autofree GOptionEntry *entries = qsa_cli_search_entries (&search, more);

  if (!qsa_cli_parse (
          cli, &argc, &argv, _ ("QUERY"),
          _ ("Finds articles as a reader means it: hamza, vowel marks, ة/ه, ى/ي and "
             "attached particles\ndo not matter. Words are all required; \"…\" is a "
             "phrase, | is or, -word leaves out,\n=word takes the letters as typed, "
             "word* begins so. An empty QUERY (\"\") finds every article.\nPut -- "
             "before a QUERY that begins with a minus sign and a Latin letter."),
          entries))
    return cli->status;
  if (argc < 2)
    return qsa_cli_usage_error (cli, _ ("Say what to search for."));
  if (limit < 0)
    return qsa_cli_usage_error (cli, _ ("--limit cannot be less than 0."));

  g_autofree char *query = qsa_cli_search_join_query (argc, argv);
  QsaExit status = query != NULL ? qsa_cli_search_validate (&search) : QSA_EXIT_USAGE;
  if (status != QSA_EXIT_OK)
    return status;

  QsaLibrary *library = qsa_cli_open_library (cli, 0);
  if (library == NULL)
    return QSA_EXIT_FAILED;
  status = qsa_command_search_answer (library, &search, query, limit, facets, json);
  return qsa_cli_close_library (library) ? status : QSA_EXIT_FAILED;
}
