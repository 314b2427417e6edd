/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-search-words.h"

#include <glib/gi18n.h>

#include "qsa-display-text.h"
#include "qsa-text-util.h"

#define SEPARATOR " · "
/* More would be no name any more. */
#define MAX_OUTLETS 3

static void
qsa_search_words_add_outlets (GPtrArray *parts, QsaFilter *filter, QsaOutletTable *table)
{
  guint n_outlets;
  const guint32 *outlets = qsa_filter_get_outlets (filter, &n_outlets);
  guint n_named = n_outlets > MAX_OUTLETS ? MAX_OUTLETS - 1 : n_outlets;

  for (guint i = 0; i < n_named; i++)
    {
      const QsaOutlet *outlet = NULL;

      if (outlets[i] != QSA_OUTLET_UNKNOWN && table != NULL)
        outlet = qsa_outlet_table_find_id (table, outlets[i]);
      g_ptr_array_add (parts, qsa_display_isolate (qsa_display_outlet (
                                  outlet != NULL ? outlet->name : NULL)));
    }
  if (n_named < n_outlets)
    {
      g_autofree char *number = qsa_number_format (n_outlets - n_named);

      g_ptr_array_add (parts,
                       g_strdup_printf (ngettext ("%s more outlet", "%s more outlets",
                                                  n_outlets - n_named),
                                        number));
    }
}

char *
qsa_search_words_of_filter (QsaFilter *filter, QsaOutletTable *outlets)
{
  g_autoptr (GPtrArray) parts = NULL;
  g_autofree char *range = NULL;

  g_return_val_if_fail (filter != NULL, NULL);

  parts = g_ptr_array_new_with_free_func (g_free);
  if (qsa_filter_get_state (filter) != QSA_STATE_ALL)
    g_ptr_array_add (parts, g_strdup (qsa_filter_get_state (filter) == QSA_STATE_UNREAD
                                          ? _ ("Unread")
                                          : _ ("Starred")));
  qsa_search_words_add_outlets (parts, filter, outlets);
  range = qsa_display_date_range (qsa_filter_get_from (filter),
                                  qsa_filter_get_to (filter));
  if (range != NULL)
    g_ptr_array_add (parts, g_steal_pointer (&range));
  if (qsa_filter_get_undated (filter))
    g_ptr_array_add (parts, g_strdup (_ ("Undated")));
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (SEPARATOR, (char **) parts->pdata);
}

char *
qsa_search_words_propose_name (const char *query, QsaFilter *filter,
                               QsaOutletTable *outlets)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (query != NULL && filter != NULL, NULL);

  name = qsa_text_squeeze (query, -1);
  if (*name == '\0')
    {
      g_free (name);
      name = qsa_search_words_of_filter (filter, outlets);
    }
  return name != NULL ? g_steal_pointer (&name) : g_strdup ("");
}

char *
qsa_search_words_describe (const char *query, QsaFilter *filter, QsaOutletTable *outlets)
{
  g_autofree char *squeezed = NULL;
  g_autofree char *filter_words = NULL;
  g_autofree char *isolated = NULL;
  g_autofree char *query_words = NULL;

  g_return_val_if_fail (query != NULL && filter != NULL, NULL);

  squeezed = qsa_text_squeeze (query, -1);
  filter_words = qsa_search_words_of_filter (filter, outlets);
  if (*squeezed == '\0')
    return filter_words != NULL ? g_steal_pointer (&filter_words) : g_strdup ("");
  isolated = qsa_display_isolate (squeezed);
  /* Translators: what somebody searches for, in quotation marks of your language. */
  query_words = g_strdup_printf (_ ("“%s”"), isolated);
  if (filter_words == NULL)
    return g_steal_pointer (&query_words);
  return g_strconcat (query_words, SEPARATOR, filter_words, NULL);
}
