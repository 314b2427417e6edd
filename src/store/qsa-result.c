/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-result-private.h"

QsaWidening *
qsa_widening_copy (const QsaWidening *widening)
{
  QsaWidening *copy = NULL;

  g_return_val_if_fail (widening != NULL, NULL);

  copy = g_memdup2 (widening, sizeof *widening);
  copy->form = g_strdup (widening->form);
  copy->spelling = g_strdup (widening->spelling);
  copy->of = g_strdup (widening->of);
  return copy;
}

void
qsa_widening_free (QsaWidening *widening)
{
  if (widening == NULL)
    return;
  g_free (widening->form);
  g_free (widening->spelling);
  g_free (widening->of);
  g_free (widening);
}

QsaSuggestion *
qsa_suggestion_new (QsaSuggestionKind kind, const char *query, const char *spelling,
                    guint articles)
{
  QsaSuggestion *suggestion = g_new0 (QsaSuggestion, 1);

  suggestion->kind = kind;
  suggestion->query = g_strdup (query);
  suggestion->spelling = g_strdup (spelling);
  suggestion->articles = articles;
  return suggestion;
}

void
qsa_suggestion_free (QsaSuggestion *suggestion)
{
  if (suggestion == NULL)
    return;
  g_free (suggestion->query);
  g_free (suggestion->spelling);
  g_free (suggestion);
}

QsaResult *
qsa_result_new (QsaSearchRequest *request)
{
  QsaResult *result;

  g_return_val_if_fail (request != NULL, NULL);

  result = g_new0 (QsaResult, 1);
  g_atomic_ref_count_init (&result->references);
  result->request = qsa_search_request_ref (request);
  result->outlets = g_array_new (FALSE, TRUE, sizeof (QsaOutletCount));
  result->months = g_array_new (FALSE, TRUE, sizeof (QsaMonthCount));
  result->widenings = g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_widening_free);
  result->matcher = qsa_matcher_new ();
  result->suggestions =
      g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_suggestion_free);
  return result;
}

QsaResult *
qsa_result_ref (QsaResult *result)
{
  g_return_val_if_fail (result != NULL, NULL);

  g_atomic_ref_count_inc (&result->references);
  return result;
}

void
qsa_result_unref (QsaResult *result)
{
  g_return_if_fail (result != NULL);

  if (!g_atomic_ref_count_dec (&result->references))
    return;
  qsa_search_request_unref (result->request);
  g_free (result->ids);
  g_array_unref (result->outlets);
  g_array_unref (result->months);
  g_ptr_array_unref (result->widenings);
  qsa_matcher_unref (result->matcher);
  g_ptr_array_unref (result->suggestions);
  g_free (result);
}

void
qsa_result_take_ids (QsaResult *result, guint32 *ids, guint n_ids)
{
  g_return_if_fail (result != NULL && (ids != NULL || n_ids == 0));

  g_free (result->ids);
  result->ids = ids;
  result->total = n_ids;
}

void
qsa_result_set_words (QsaResult *result, GPtrArray *widenings, QsaMatcher *matcher)
{
  g_return_if_fail (result != NULL && widenings != NULL && matcher != NULL);

  g_ptr_array_ref (widenings);
  g_ptr_array_unref (result->widenings);
  result->widenings = widenings;
  qsa_matcher_ref (matcher);
  qsa_matcher_unref (result->matcher);
  result->matcher = matcher;
}

QsaSearchRequest *
qsa_result_get_request (QsaResult *result)
{
  g_return_val_if_fail (result != NULL, NULL);

  return result->request;
}

guint
qsa_result_get_total (QsaResult *result)
{
  g_return_val_if_fail (result != NULL, 0);

  return result->total;
}

const guint32 *
qsa_result_get_ids (QsaResult *result)
{
  g_return_val_if_fail (result != NULL, NULL);

  return result->ids;
}

gint64
qsa_result_get_elapsed_us (QsaResult *result)
{
  g_return_val_if_fail (result != NULL, 0);

  return result->elapsed_us;
}

const QsaOutletCount *
qsa_result_get_outlets (QsaResult *result, guint *n_outlets)
{
  g_return_val_if_fail (result != NULL && n_outlets != NULL, NULL);

  *n_outlets = result->outlets->len;
  return (const QsaOutletCount *) result->outlets->data;
}

const QsaMonthCount *
qsa_result_get_months (QsaResult *result, guint *n_months)
{
  g_return_val_if_fail (result != NULL && n_months != NULL, NULL);

  *n_months = result->months->len;
  return (const QsaMonthCount *) result->months->data;
}

guint
qsa_result_get_n_undated (QsaResult *result)
{
  g_return_val_if_fail (result != NULL, 0);

  return result->n_undated;
}

guint
qsa_result_get_n_all (QsaResult *result)
{
  g_return_val_if_fail (result != NULL, 0);

  return result->n_all;
}

guint
qsa_result_get_n_unread (QsaResult *result)
{
  g_return_val_if_fail (result != NULL, 0);

  return result->n_unread;
}

guint
qsa_result_get_n_starred (QsaResult *result)
{
  g_return_val_if_fail (result != NULL, 0);

  return result->n_starred;
}

GPtrArray *
qsa_result_get_widenings (QsaResult *result)
{
  g_return_val_if_fail (result != NULL, NULL);

  return result->widenings;
}

QsaMatcher *
qsa_result_get_matcher (QsaResult *result)
{
  g_return_val_if_fail (result != NULL, NULL);

  return result->matcher;
}

GPtrArray *
qsa_result_get_suggestions (QsaResult *result)
{
  g_return_val_if_fail (result != NULL, NULL);

  return result->suggestions;
}

guint
qsa_result_get_unknown_fields (QsaResult *result)
{
  g_return_val_if_fail (result != NULL, 0);

  return result->unknown_fields;
}
