/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-search-text.h"

#include <glib/gi18n.h>

#include "qsa-bidi.h"
#include "qsa-text-util.h"

#define QSA_LRI "\xe2\x81\xa6"
#define QSA_PDI "\xe2\x81\xa9"

char *
qsa_search_text_isolate (const char *query)
{
  g_return_val_if_fail (query != NULL, NULL);

  return qsa_bidi_isolate (query, qsa_direction_of_first_strong (query, -1));
}

char *
qsa_search_text_more (guint n)
{
  g_autofree char *number = qsa_number_format (n);

  /* Signs and digits have no direction of their own; in Arabic the sign would go behind. */
  return g_strconcat (QSA_LRI "+", number, QSA_PDI, NULL);
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
