/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-search-text.h"

#include <glib/gi18n.h>

#include "qsa-bidi.h"
#include "qsa-display-text.h"
#include "qsa-text-util.h"

#define QSA_LRM "\xe2\x80\x8e"

char *
qsa_search_text_isolate (const char *query)
{
  g_return_val_if_fail (query != NULL, NULL);

  return qsa_bidi_isolate (query, qsa_direction_of_first_strong (query, -1));
}

char *
qsa_search_text_direct (const char *sentence)
{
  gboolean rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;

  g_return_val_if_fail (sentence != NULL, NULL);

  return g_strconcat (rtl ? QSA_RLM : QSA_LRM, sentence, NULL);
}

char *
qsa_search_text_more (guint n)
{
  g_autofree char *number = qsa_number_format (n);

  /* In Arabic the sign would go behind. Pango does not heed an isolate around it. */
  return g_strconcat (QSA_LRM "+", number, QSA_LRM, NULL);
}

char *
qsa_search_text_count (guint n_listed, guint n_selected)
{
  g_autofree char *count = qsa_display_n_articles (n_listed);
  g_autofree char *selected = NULL;

  if (n_selected < 2)
    return g_steal_pointer (&count);
  selected = qsa_number_format (n_selected);
  return g_strdup_printf (
      /* Translators: %1$s is a count such as "1,204 articles", %2$s how many are selected. */
      ngettext ("%1$s, %2$s selected", "%1$s, %2$s selected", n_selected), count,
      selected);
}

char *
qsa_search_text_without_filter (QsaResult *result)
{
  GPtrArray *suggestions;

  g_return_val_if_fail (result != NULL, NULL);

  suggestions = qsa_result_get_suggestions (result);
  for (guint i = 0; i < suggestions->len; i++)
    {
      const QsaSuggestion *suggestion = g_ptr_array_index (suggestions, i);
      g_autofree char *more = NULL;

      if (suggestion->kind != QSA_SUGGEST_WITHOUT_FILTER)
        continue;
      more = qsa_search_text_more (
          suggestion->articles
          - MIN (suggestion->articles, qsa_result_get_total (result)));
      /* Translators: %s is how many articles more would be found, such as +12. */
      return g_strdup_printf (_ ("Without the Filters (%s)"), more);
    }
  return g_strdup (_ ("Clear Filters"));
}

const char *
qsa_search_text_advise (QsaSession *session)
{
  QsaResult *result;
  gboolean filtered;
  gboolean queried;

  g_return_val_if_fail (QSA_IS_SESSION (session), "");

  result = qsa_session_get_result (session);
  filtered = !qsa_filter_is_empty (qsa_session_get_filter (session));
  queried = *qsa_session_get_query_text (session) != '\0';
  if (result != NULL
      && (qsa_result_get_unknown_fields (result) & (1u << QSA_QUERY_FIELD_SPEAKER)) != 0)
    return _ ("The archive does not know yet who says what: no article has a speaker.");
  if (filtered && queried)
    return _ ("No article has these words and passes the filters.");
  if (filtered)
    return _ ("No article passes the filters.");
  if (queried)
    return _ ("No article has these words. Try fewer of them, or another spelling.");
  return "";
}
