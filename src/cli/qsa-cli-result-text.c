/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-cli-result.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "qsa-text-util.h"

/* ---- how it was read ---- */

static const char *const field_names[] = {
  [QSA_QUERY_FIELD_TITLE] = NC_ ("field of a query", "title"),
  [QSA_QUERY_FIELD_OUTLET] = NC_ ("field of a query", "outlet"),
  [QSA_QUERY_FIELD_AUTHOR] = NC_ ("field of a query", "author"),
  [QSA_QUERY_FIELD_SPEAKER] = NC_ ("field of a query", "speaker"),
  [QSA_QUERY_FIELD_TAG] = NC_ ("field of a query", "tag"),
  [QSA_QUERY_FIELD_DATE] = NC_ ("field of a query", "date"),
  [QSA_QUERY_FIELD_IS] = NC_ ("field of a query", "state"),
};

/* "outlet:name" is read by itself as it was in the query. */
static QsaQueryField
qsa_cli_result_find_field (const char *text)
{
  g_autoptr (QsaQuery) query = qsa_query_parse (text, QSA_REACH_DEFAULT, FALSE);

  return qsa_query_get_root (query)->field;
}

static void
qsa_cli_result_print_field (const QsaReading *reading)
{
  QsaQueryField field = qsa_cli_result_find_field (reading->text);
  const char *colon = strchr (reading->text, ':');

  if (field == QSA_QUERY_FIELD_ANY || colon == NULL)
    g_print (_ ("read as a field: %s\n"), reading->text);
  else
    /* Translators: the name of a field of articles, and what it shall hold. */
    g_print (_ ("read as: %s %s\n"),
             g_dpgettext2 (GETTEXT_PACKAGE, "field of a query", field_names[field]),
             colon + 1);
}

static void
qsa_cli_result_print_reading (const QsaReading *reading)
{
  const char *text = reading->text;

  switch (reading->kind)
    {
    case QSA_READING_FIELD:
      qsa_cli_result_print_field (reading);
      return;
    case QSA_READING_NEAR:
      /* Translators: %s is an operator as typed, such as NEAR/5. */
      g_print (_ ("“%s” means near each other."), text);
      break;
    case QSA_READING_NOT:
      /* Translators: %s is a part of the query as typed, such as -word. */
      g_print (_ ("“%s” leaves articles out."), text);
      break;
    case QSA_READING_OR:
      /* Translators: %s is a part of the query as typed, such as one OR two. */
      g_print (_ ("“%s” means either of the two."), text);
      break;
    case QSA_READING_UNPAIRED:
      /* Translators: %s is a mark or parenthesis. */
      g_print (_ ("“%s” has no partner and is passed over."), text);
      break;
    case QSA_READING_BAD_VALUE:
    default:
      /* Translators: %s is a part of the query as typed, such as date:soon. */
      g_print (_ ("“%s” has no value that can be read: searched as words."), text);
    }
  g_print ("\n");
}

static void
qsa_cli_result_print_readings (QsaResult *result)
{
  GPtrArray *readings = qsa_query_get_readings (
      qsa_search_request_get_query (qsa_result_get_request (result)));

  for (guint i = 0; i < readings->len; i++)
    qsa_cli_result_print_reading (g_ptr_array_index (readings, i));
}

/* Fields that nothing in the library is known of yet. */
static void
qsa_cli_result_print_unknown_fields (QsaResult *result)
{
  guint unknown = qsa_result_get_unknown_fields (result);

  if ((unknown & (1u << QSA_QUERY_FIELD_SPEAKER)) != 0)
    g_print (_ ("Speakers are not known yet: “%s” finds nothing.\n"), "speaker:");
}

/* ---- what it was widened by, and what else could be asked ---- */

static char *
qsa_cli_result_join_widenings (QsaResult *result, gboolean on)
{
  GPtrArray *widenings = qsa_result_get_widenings (result);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < widenings->len; i++)
    {
      const QsaWidening *widening = g_ptr_array_index (widenings, i);
      g_autofree char *count = qsa_number_format (widening->articles);
      if (widening->on == on)
        g_string_append_printf (line, "%s%s %s", line->len > 0 ? " · " : "",
                                widening->spelling, count);
    }
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static void
qsa_cli_result_print_widenings (QsaResult *result)
{
  g_autofree char *on = qsa_cli_result_join_widenings (result, TRUE);
  g_autofree char *off = qsa_cli_result_join_widenings (result, FALSE);

  if (*on != '\0')
    g_print (_ ("also searched: %s\n"), on);
  if (*off != '\0')
    /* Translators: forms and how many articles hold each. --form is an option. */
    g_print (_ ("not searched (--form adds one): %s\n"), off);
}

static void
qsa_cli_result_print_suggestion (const QsaSuggestion *suggestion)
{
  g_autofree char *number = qsa_number_format (suggestion->articles);

  switch (suggestion->kind)
    {
    case QSA_SUGGEST_SPELLING:
      /* Translators: another word, and how many articles hold it. */
      g_print (_ ("did you mean “%s” (%s)?\n"), suggestion->spelling, number);
      break;
    case QSA_SUGGEST_WITHOUT_FILTER:
      /* Translators: how many articles would be found. */
      g_print (_ ("without the filters: %s\n"), number);
      break;
    case QSA_SUGGEST_WIDER:
    default:
      /* Translators: how many articles would be found. --wide is an option. */
      g_print (_ ("with the wider reach (--wide): %s\n"), number);
    }
}

static void
qsa_cli_result_print_suggestions (QsaResult *result)
{
  GPtrArray *suggestions = qsa_result_get_suggestions (result);

  for (guint i = 0; i < suggestions->len; i++)
    qsa_cli_result_print_suggestion (g_ptr_array_index (suggestions, i));
}

/* ---- counts and articles ---- */

static void
qsa_cli_result_print_count (guint articles, const char *label)
{
  g_autofree char *count = qsa_number_format (articles);

  g_print ("%8s  %s\n", count, label);
}

static void
qsa_cli_result_print_facets (const QsaCliResult *answer)
{
  guint n_outlets, n_months;
  const QsaOutletCount *outlets = qsa_result_get_outlets (answer->result, &n_outlets);
  const QsaMonthCount *months = qsa_result_get_months (answer->result, &n_months);

  for (guint i = 0; i < n_outlets; i++)
    {
      const QsaOutlet *outlet = qsa_outlet_table_find_id (
          qsa_library_get_outlets (answer->library), outlets[i].outlet_id);
      qsa_cli_result_print_count (outlets[i].articles,
                                  outlet != NULL ? outlet->name : _ ("Unknown outlet"));
    }
  for (guint i = 0; i < n_months; i++)
    {
      g_autofree char *month = months[i].month == 0
                                   ? g_strdup_printf ("%04d", months[i].year)
                                   : g_strdup_printf ("%04d-%02d", months[i].year,
                                                      months[i].month);
      qsa_cli_result_print_count (months[i].articles, month);
    }
  if (qsa_result_get_n_undated (answer->result) > 0)
    qsa_cli_result_print_count (qsa_result_get_n_undated (answer->result), _ ("Undated"));
}

static void
qsa_cli_result_print_row (const QsaRow *row)
{
  g_autofree char *date = qsa_date_to_iso (&row->date);

  g_print ("\n%" G_GINT64_FORMAT "  %s\n    %s · %s\n", row->id,
           row->title != NULL ? row->title : _ ("Untitled"),
           row->outlet != NULL ? row->outlet : _ ("Unknown outlet"),
           date != NULL ? date : _ ("Undated"));
  if (row->snippet != NULL && row->snippet->text[0] != '\0')
    g_print ("    %s\n", row->snippet->text);
}

void
qsa_cli_result_print_text (const QsaCliResult *answer)
{
  guint total = qsa_result_get_total (answer->result);
  g_autofree char *number = qsa_number_format (total);

  /* Translators: %s is the number, grouped: "1,204". */
  g_print (ngettext ("%s article", "%s articles", total), number);
  g_print ("\n");
  qsa_cli_result_print_readings (answer->result);
  qsa_cli_result_print_unknown_fields (answer->result);
  qsa_cli_result_print_widenings (answer->result);
  qsa_cli_result_print_suggestions (answer->result);
  if (answer->with_facets)
    qsa_cli_result_print_facets (answer);
  for (guint i = 0; i < answer->rows->len; i++)
    if (g_ptr_array_index (answer->rows, i) != NULL)
      qsa_cli_result_print_row (g_ptr_array_index (answer->rows, i));
}
