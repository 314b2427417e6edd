/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-cli-result.h"

#include "qsa-cli-json.h"

static const char *const form_kinds[] = {
  [QSA_FORM_TYPED] = "typed",
  [QSA_FORM_CLITIC] = "clitic",
  [QSA_FORM_TANWIN] = "tanwin",
  [QSA_FORM_VARIANT] = "variant",
  [QSA_FORM_INFLECTION] = "inflection",
  [QSA_FORM_JOINED] = "joined",
  [QSA_FORM_MONTH] = "month",
  [QSA_FORM_SPELLING] = "spelling",
  [QSA_FORM_STEM] = "stem",
};

static const char *const suggestion_kinds[] = {
  [QSA_SUGGEST_WIDER] = "wider",
  [QSA_SUGGEST_SPELLING] = "spelling",
  [QSA_SUGGEST_WITHOUT_FILTER] = "without_filter",
};

static const char *const reading_kinds[] = {
  [QSA_READING_FIELD] = "field",       [QSA_READING_NEAR] = "near",
  [QSA_READING_NOT] = "not",           [QSA_READING_OR] = "or",
  [QSA_READING_UNPAIRED] = "unpaired", [QSA_READING_BAD_VALUE] = "bad_value",
};

/* ---- how it was understood ---- */

static void
qsa_cli_result_add_number (JsonBuilder *builder, const char *name, gint64 number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
qsa_cli_result_add_widening (JsonBuilder *builder, gconstpointer item)
{
  const QsaWidening *widening = item;

  qsa_cli_json_add_string (builder, "form", widening->form);
  qsa_cli_json_add_string (builder, "spelling", widening->spelling);
  qsa_cli_json_add_string (builder, "of", widening->of);
  qsa_cli_result_add_number (builder, "articles", widening->articles);
  qsa_cli_json_add_string (builder, "kind", form_kinds[widening->kind]);
  json_builder_set_member_name (builder, "on");
  json_builder_add_boolean_value (builder, widening->on);
}

static void
qsa_cli_result_add_suggestion (JsonBuilder *builder, gconstpointer item)
{
  const QsaSuggestion *suggestion = item;

  qsa_cli_json_add_string (builder, "kind", suggestion_kinds[suggestion->kind]);
  qsa_cli_json_add_string (builder, "query", suggestion->query);
  qsa_cli_json_add_string (builder, "spelling", suggestion->spelling);
  qsa_cli_result_add_number (builder, "articles", suggestion->articles);
}

static void
qsa_cli_result_add_reading (JsonBuilder *builder, gconstpointer item)
{
  const QsaReading *reading = item;

  qsa_cli_json_add_string (builder, "kind", reading_kinds[reading->kind]);
  qsa_cli_json_add_string (builder, "text", reading->text);
  qsa_cli_json_add_string (builder, "other", reading->other);
}

static void
qsa_cli_result_add_list (JsonBuilder *builder, const char *name, GPtrArray *items,
                         void (*add) (JsonBuilder *builder, gconstpointer item))
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < items->len; i++)
    {
      json_builder_begin_object (builder);
      add (builder, g_ptr_array_index (items, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
qsa_cli_result_add_understanding (JsonBuilder *builder, QsaResult *result)
{
  QsaQuery *query = qsa_search_request_get_query (qsa_result_get_request (result));

  qsa_cli_result_add_list (builder, "readings", qsa_query_get_readings (query),
                           qsa_cli_result_add_reading);
  qsa_cli_result_add_list (builder, "widened", qsa_result_get_widenings (result),
                           qsa_cli_result_add_widening);
  qsa_cli_result_add_list (builder, "suggestions", qsa_result_get_suggestions (result),
                           qsa_cli_result_add_suggestion);
}

/* ---- facets ---- */

static void
qsa_cli_result_add_count (JsonBuilder *builder, const char *name, const char *value,
                          guint articles)
{
  json_builder_begin_object (builder);
  qsa_cli_json_add_string (builder, name, value);
  qsa_cli_result_add_number (builder, "count", articles);
  json_builder_end_object (builder);
}

static void
qsa_cli_result_add_outlets (JsonBuilder *builder, const QsaCliResult *answer)
{
  guint n_outlets;
  const QsaOutletCount *counts = qsa_result_get_outlets (answer->result, &n_outlets);

  json_builder_set_member_name (builder, "outlet");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_outlets; i++)
    {
      const QsaOutlet *outlet = qsa_outlet_table_find_id (
          qsa_library_get_outlets (answer->library), counts[i].outlet_id);
      qsa_cli_result_add_count (builder, "name", outlet != NULL ? outlet->name : NULL,
                                counts[i].articles);
    }
  json_builder_end_array (builder);
}

static void
qsa_cli_result_add_months (JsonBuilder *builder, QsaResult *result)
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
      qsa_cli_result_add_count (builder, "month", month, counts[i].articles);
    }
  if (n_undated > 0)
    qsa_cli_result_add_count (builder, "month", NULL, n_undated);
  json_builder_end_array (builder);
}

/* ---- articles ---- */

static void
qsa_cli_result_add_hit (JsonBuilder *builder, const QsaRow *row)
{
  g_autofree char *date = qsa_date_to_iso (&row->date);

  json_builder_begin_object (builder);
  qsa_cli_result_add_number (builder, "id", row->id);
  qsa_cli_json_add_string (builder, "title", row->title);
  qsa_cli_json_add_string (builder, "outlet", row->outlet);
  qsa_cli_json_add_string (builder, "date", date);
  qsa_cli_json_add_string (builder, "snippet",
                           row->snippet != NULL ? row->snippet->text : NULL);
  json_builder_end_object (builder);
}

static void
qsa_cli_result_add_hits (JsonBuilder *builder, GPtrArray *rows)
{
  json_builder_set_member_name (builder, "hits");
  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    if (g_ptr_array_index (rows, i) != NULL)
      qsa_cli_result_add_hit (builder, g_ptr_array_index (rows, i));
  json_builder_end_array (builder);
}

void
qsa_cli_result_print_json (const QsaCliResult *answer)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  qsa_cli_result_add_number (builder, "total", qsa_result_get_total (answer->result));
  json_builder_set_member_name (builder, "elapsed_ms");
  json_builder_add_double_value (builder,
                                 qsa_result_get_elapsed_us (answer->result) / 1000.0);
  qsa_cli_result_add_understanding (builder, answer->result);
  if (answer->with_facets)
    {
      json_builder_set_member_name (builder, "facets");
      json_builder_begin_object (builder);
      qsa_cli_result_add_outlets (builder, answer);
      qsa_cli_result_add_months (builder, answer->result);
      json_builder_end_object (builder);
    }
  qsa_cli_result_add_hits (builder, answer->rows);
  json_builder_end_object (builder);
  qsa_cli_json_print (builder);
}
