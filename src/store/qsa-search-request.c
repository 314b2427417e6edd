/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-search-request.h"

struct _QsaSearchRequest
{
  gatomicrefcount references;
  QsaQuery *query;
  QsaFilter *filter;
  QsaSort sort;
  GHashTable *forms; /* folded -> GINT_TO_POINTER (on); never changed once shared */
};

QsaSearchRequest *
qsa_search_request_new (QsaQuery *query, QsaFilter *filter, QsaSort sort)
{
  QsaSearchRequest *request = NULL;

  g_return_val_if_fail (query != NULL && filter != NULL, NULL);

  request = g_new0 (QsaSearchRequest, 1);
  g_atomic_ref_count_init (&request->references);
  request->query = qsa_query_ref (query);
  request->filter = qsa_filter_ref (filter);
  request->sort = sort;
  request->forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return request;
}

static QsaSearchRequest *
qsa_search_request_copy (QsaSearchRequest *request, QsaQuery *query, QsaFilter *filter)
{
  QsaSearchRequest *copy = qsa_search_request_new (query, filter, request->sort);
  GHashTableIter iter;
  gpointer form = NULL, value = NULL;

  g_hash_table_iter_init (&iter, request->forms);
  while (g_hash_table_iter_next (&iter, &form, &value))
    g_hash_table_insert (copy->forms, g_strdup (form), value);
  return copy;
}

QsaSearchRequest *
qsa_search_request_with_form (QsaSearchRequest *request, const char *folded, gboolean on)
{
  QsaSearchRequest *copy = NULL;

  g_return_val_if_fail (request != NULL && folded != NULL, NULL);

  copy = qsa_search_request_copy (request, request->query, request->filter);
  g_hash_table_insert (copy->forms, g_strdup (folded), GINT_TO_POINTER (on ? 1 : 0));
  return copy;
}

QsaSearchRequest *
qsa_search_request_with_query (QsaSearchRequest *request, QsaQuery *query)
{
  g_return_val_if_fail (request != NULL && query != NULL, NULL);

  return qsa_search_request_copy (request, query, request->filter);
}

QsaSearchRequest *
qsa_search_request_with_filter (QsaSearchRequest *request, QsaFilter *filter)
{
  g_return_val_if_fail (request != NULL && filter != NULL, NULL);

  return qsa_search_request_copy (request, request->query, filter);
}

QsaSearchRequest *
qsa_search_request_ref (QsaSearchRequest *request)
{
  g_return_val_if_fail (request != NULL, NULL);

  g_atomic_ref_count_inc (&request->references);
  return request;
}

void
qsa_search_request_unref (QsaSearchRequest *request)
{
  g_return_if_fail (request != NULL);

  if (!g_atomic_ref_count_dec (&request->references))
    return;
  qsa_query_unref (request->query);
  qsa_filter_unref (request->filter);
  g_hash_table_unref (request->forms);
  g_free (request);
}

QsaQuery *
qsa_search_request_get_query (QsaSearchRequest *request)
{
  g_return_val_if_fail (request != NULL, NULL);

  return request->query;
}

QsaFilter *
qsa_search_request_get_filter (QsaSearchRequest *request)
{
  g_return_val_if_fail (request != NULL, NULL);

  return request->filter;
}

QsaSort
qsa_search_request_get_sort (QsaSearchRequest *request)
{
  g_return_val_if_fail (request != NULL, QSA_SORT_NEWEST);

  return request->sort;
}

int
qsa_search_request_get_form (QsaSearchRequest *request, const char *folded)
{
  gpointer on = NULL;

  g_return_val_if_fail (request != NULL && folded != NULL, -1);

  if (!g_hash_table_lookup_extended (request->forms, folded, NULL, &on))
    return -1;
  return GPOINTER_TO_INT (on);
}
