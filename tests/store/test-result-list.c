/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <time.h>

#include "qsa-list-model-validator.h"
#include "qsa-result-model.h"
#include "qsa-result-private.h"
#include "qsa-row-cache.h"

/* The result model as a list, without a library: nothing is ever loaded. */

/* A result of these ids that no search gave. */
static QsaResult *
fake_result (guint32 first, guint n_ids)
{
  g_autoptr (QsaQuery) query = qsa_query_parse ("", QSA_REACH_DEFAULT, FALSE);
  g_autoptr (QsaFilter) filter = qsa_filter_new ();
  g_autoptr (QsaSearchRequest)
      request = qsa_search_request_new (query, filter, QSA_SORT_NEWEST);
  QsaResult *result = qsa_result_new (request);
  guint32 *ids = g_new (guint32, n_ids + 1);

  for (guint i = 0; i < n_ids; i++)
    ids[i] = first + i;
  qsa_result_take_ids (result, ids, n_ids);
  return result;
}

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added,
                  gpointer n)
{
  (*(guint *) n)++;
}

/* A part of the ids 1..@n, in order, or now and then shuffled. */
static QsaResult *
random_result (guint n)
{
  QsaResult *result = fake_result (1, n);
  guint one_in = (guint) g_test_rand_int_range (1, 5);
  guint total = 0;

  for (guint i = 0; i < n; i++)
    if (g_test_rand_int_range (0, (gint32) one_in) == 0)
      result->ids[total++] = i + 1;
  result->total = total;
  for (guint i = 0; one_in == 4 && i < total; i++)
    {
      guint other = (guint) g_test_rand_int_range (0, (gint32) total);
      guint32 id = result->ids[i];

      result->ids[i] = result->ids[other];
      result->ids[other] = id;
    }
  return result;
}

/* Random lists over random lists, everything held: the validator compares identities too. */
static void
test_validator_random (void)
{
  g_autoptr (QsaResultModel) model = qsa_result_model_new (NULL);
  g_autoptr (QsaListModelValidator)
      validator = qsa_list_model_validator_new (G_LIST_MODEL (model));

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (QsaResult) result = random_result (round % 10 == 0 ? 3000 : 40);

      qsa_result_model_set_result (model, result);
      qsa_list_model_validator_check (validator);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==,
                        qsa_result_get_total (result));
      for (guint i = 0; i < qsa_result_get_total (result); i++)
        {
          g_autoptr (QsaResultItem)
              item = g_list_model_get_item (G_LIST_MODEL (model), i);

          g_assert_cmpint (qsa_result_item_get_id (item), ==,
                           qsa_result_get_ids (result)[i]);
          g_assert_cmpint (qsa_result_model_get_id (model, i), ==,
                           qsa_result_get_ids (result)[i]);
        }
    }
}

/* New articles come in above: the held rows stay the same objects, one further down. */
static void
test_growing_list (void)
{
  g_autoptr (QsaResultModel) model = qsa_result_model_new (NULL);
  g_autoptr (QsaResult) before = fake_result (2, 1000);
  g_autoptr (QsaResult) after = fake_result (1, 1001);
  g_autoptr (QsaResultItem) item = NULL;
  g_autoptr (QsaResultItem) moved = NULL;
  guint n_changes = 0;

  qsa_result_model_set_result (model, before);
  item = g_list_model_get_item (G_LIST_MODEL (model), 700);
  g_signal_connect (model, "items-changed", G_CALLBACK (on_items_changed), &n_changes);
  qsa_result_model_set_result (model, after);
  moved = g_list_model_get_item (G_LIST_MODEL (model), 701);
  g_assert_true (item == moved);
  g_assert_cmpuint (n_changes, ==, 1);
}

static void
test_no_library (void)
{
  g_autoptr (QsaResultModel) model = qsa_result_model_new (NULL);
  g_autoptr (QsaResult) result = fake_result (1, 10);
  g_autoptr (QsaResultItem) item = NULL;

  qsa_result_model_set_result (model, result);
  item = g_list_model_get_item (G_LIST_MODEL (model), 9);
  g_assert_cmpint (qsa_result_item_get_id (item), ==, 10);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_false (qsa_result_item_get_loaded (item));
}

/* Of this thread alone: other programs share the machine. */
static gint64
thread_time_us (void)
{
  struct timespec now;

  g_assert_cmpint (clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now), ==, 0);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
test_million (void)
{
  g_autoptr (QsaResultModel) model = qsa_result_model_new (NULL);
  g_autoptr (QsaResult) all = fake_result (1, 1000000);
  g_autoptr (QsaResult) most = fake_result (2, 999999);
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 worst_us = 0;

  for (guint round = 0; round < 10; round++)
    {
      gint64 start_us;

      for (guint i = 0; i < 200 && round > 0; i++)
        g_ptr_array_add (held, g_list_model_get_item (G_LIST_MODEL (model), i * 4999));
      start_us = thread_time_us ();
      qsa_result_model_set_result (model, round % 2 == 0 ? all : most);
      worst_us = MAX (worst_us, thread_time_us () - start_us);
      g_ptr_array_set_size (held, 0);
    }
  g_test_message ("a result of a million rows was replaced in %" G_GINT64_FORMAT " us",
                  worst_us);
  g_assert_cmpint (worst_us, <, 20000);
}

static void
test_row_cache (void)
{
  g_autoptr (QsaRowCache) cache = qsa_row_cache_new (3);

  for (guint32 id = 1; id <= 5; id++)
    {
      g_autoptr (QsaLoadedRow) loaded = qsa_loaded_row_new (NULL, id);

      qsa_row_cache_insert (cache, id, loaded);
      g_assert_nonnull (qsa_row_cache_lookup (cache, 1)); /* used, so it stays */
    }
  g_assert_cmpuint (qsa_row_cache_get_size (cache), ==, 3);
  g_assert_null (qsa_row_cache_lookup (cache, 2));
  g_assert_null (qsa_row_cache_lookup (cache, 3));
  g_assert_cmpuint (qsa_row_cache_lookup (cache, 5)->epoch, ==, 5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/result-list/validator", test_validator_random);
  g_test_add_func ("/store/result-list/growing", test_growing_list);
  g_test_add_func ("/store/result-list/no-library", test_no_library);
  g_test_add_func ("/store/result-list/million", test_million);
  g_test_add_func ("/store/row-cache", test_row_cache);

  return g_test_run ();
}
