/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-saved-search.h"

QsaSavedSearch *
qsa_saved_search_new (const char *name, const char *query, QsaReach reach,
                      QsaFilter *filter, QsaSort sort)
{
  QsaSavedSearch *search = NULL;

  g_return_val_if_fail (name != NULL && query != NULL && filter != NULL, NULL);

  search = g_new0 (QsaSavedSearch, 1);
  search->name = g_strdup (name);
  search->query = g_strdup (query);
  search->reach = reach;
  search->filter = qsa_filter_ref (filter);
  search->sort = sort;
  return search;
}

QsaSavedSearch *
qsa_saved_search_copy (const QsaSavedSearch *search)
{
  QsaSavedSearch *copy = NULL;

  g_return_val_if_fail (search != NULL, NULL);

  copy = qsa_saved_search_new (search->name, search->query, search->reach, search->filter,
                               search->sort);
  copy->id = search->id;
  copy->place = search->place;
  return copy;
}

void
qsa_saved_search_free (QsaSavedSearch *search)
{
  if (search == NULL)
    return;
  g_free (search->name);
  g_free (search->query);
  g_clear_pointer (&search->filter, qsa_filter_unref);
  g_free (search);
}

QsaSearchRequest *
qsa_saved_search_to_request (const QsaSavedSearch *search)
{
  g_autoptr (QsaQuery) query = NULL;

  g_return_val_if_fail (search != NULL, NULL);

  query = qsa_query_parse (search->query, search->reach, FALSE);
  return qsa_search_request_new (query, search->filter, search->sort);
}
