/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-result-model.h"

#include "qsa-error.h"
#include "qsa-list-model-validator.h"
#include "qsa-result-private.h"
#include "qsa-test-library.h"

#define N_ARTICLES 450u
#define PAGE 50u

typedef struct
{
  QsaTestDir *dir;
  QsaLibrary *library;
  QsaResultModel *model;
} Fixture;

static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;

  fixture->dir = qsa_test_dir_new ();
  path = qsa_test_dir_child (fixture->dir, "test.qusasat");
  fixture->library = qsa_test_library_open (path, QSA_LIBRARY_CREATE);
  qsa_test_import_numbered (fixture->library, 1, N_ARTICLES);
  fixture->model = qsa_result_model_new (fixture->library);
}

static gboolean
is_gone (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

/* An answer that is on its way may be the last to hold the model. */
static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer model = fixture->model;

  g_object_add_weak_pointer (model, &model);
  g_object_unref (model);
  qsa_test_wait (is_gone, &model);
  qsa_test_library_close (fixture->library);
  qsa_test_dir_free (fixture->dir);
}

static QsaSearchRequest *
make_request (const char *text, QsaSort sort)
{
  g_autoptr (QsaQuery) query = qsa_query_parse (text, QSA_REACH_DEFAULT, FALSE);
  g_autoptr (QsaFilter) filter = qsa_filter_new ();

  return qsa_search_request_new (query, filter, sort);
}

static QsaResult *
search (Fixture *fixture, const char *text, QsaSort sort)
{
  g_autoptr (QsaSearchRequest) request = make_request (text, sort);
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GError) error = NULL;
  QsaResult *result;

  qsa_library_search_async (fixture->library, request, NULL, qsa_test_on_answer, &answer);
  qsa_test_wait_answer (&answer);
  result = qsa_library_search_finish (fixture->library, answer, &error);
  g_assert_no_error (error);
  return result;
}

static void
show (Fixture *fixture, const char *text)
{
  g_autoptr (QsaResult) result = search (fixture, text, QSA_SORT_NEWEST);

  qsa_result_model_set_result (fixture->model, result);
}

/* A result of these ids that no search gave. */
static QsaResult *
fake_result (guint32 first, guint n_ids)
{
  g_autoptr (QsaSearchRequest) request = make_request ("", QSA_SORT_NEWEST);
  QsaResult *result = qsa_result_new (request);
  guint32 *ids = g_new (guint32, n_ids + 1);

  for (guint i = 0; i < n_ids; i++)
    ids[i] = first + i;
  qsa_result_take_ids (result, ids, n_ids);
  return result;
}

static QsaResultItem *
get (Fixture *fixture, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (fixture->model), position);
}

static gboolean
is_loaded (gpointer item)
{
  return qsa_result_item_get_loaded (item);
}

static void
on_notify (GObject *object, GParamSpec *pspec, gpointer n_notified)
{
  (*(guint *) n_notified)++;
}

static gboolean
is_set (gpointer n)
{
  return *(guint *) n > 0;
}

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added,
                  gpointer n)
{
  (*(guint *) n)++;
}

static void
test_validator (Fixture *fixture, gconstpointer data)
{
  static const char *const queries[] = {
    "", "307", "307", "", "غيرموجود", "", "307 | 308"
  };
  g_autoptr (QsaListModelValidator)
      validator = qsa_list_model_validator_new (G_LIST_MODEL (fixture->model));

  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (fixture->model))
                 == QSA_TYPE_RESULT_ITEM);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      guint n_before = qsa_list_model_validator_get_n_changes (validator);
      guint n_changes;

      show (fixture, queries[i]);
      qsa_list_model_validator_check (validator);
      n_changes = qsa_list_model_validator_get_n_changes (validator) - n_before;
      if (i > 0 && g_str_equal (queries[i], queries[i - 1]))
        g_assert_cmpuint (n_changes, ==, 0);
      else
        g_assert_cmpuint (n_changes, >, 0);
      g_assert_cmpuint (n_changes, <=, 3);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      qsa_result_model_reload (fixture->model);
      qsa_list_model_validator_check (validator);
    }
  qsa_result_model_set_result (fixture->model, NULL);
  qsa_list_model_validator_check (validator);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), ==, 0);
}

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QsaResultItem) first = NULL;
  const guint32 *ids;

  show (fixture, "");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), ==,
                    N_ARTICLES);
  ids = qsa_result_get_ids (qsa_result_model_get_result (fixture->model));
  first = get (fixture, 0);
  g_assert_cmpint (qsa_result_item_get_id (first), ==, ids[0]);
  g_assert_false (qsa_result_item_get_loaded (first)); /* never blocks */
  g_assert_null (qsa_result_item_get_row (first));
  qsa_test_wait (is_loaded, first);

  /* The page came whole, the next one did not. */
  for (guint i = 0; i < PAGE; i++)
    {
      g_autoptr (QsaResultItem) item = get (fixture, i);

      g_assert_true (qsa_result_item_get_loaded (item));
      g_assert_cmpint (qsa_result_item_get_row (item)->id, ==, ids[i]);
      g_assert_nonnull (qsa_result_item_get_row (item)->title);
    }
  {
    g_autoptr (QsaResultItem) next = get (fixture, PAGE);

    g_assert_false (qsa_result_item_get_loaded (next));
    qsa_test_wait (is_loaded, next);
    g_assert_cmpint (qsa_result_item_get_row (next)->id, ==, ids[PAGE]);
  }
}

/* Eight pages in one turn of the main loop are one request: with jobs that take their time, they are
 * all there when the first is. */
static void
test_one_request_a_turn (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  show (fixture, "");
  qsa_library_set_delay_for_tests (fixture->library, 60);
  for (guint page = 0; page < 8; page++)
    g_ptr_array_add (items, get (fixture, page * PAGE + 3));
  qsa_test_wait (is_loaded, items->pdata[0]);
  for (guint i = 0; i < items->len; i++)
    g_assert_true (qsa_result_item_get_loaded (items->pdata[i]));
  qsa_library_set_delay_for_tests (fixture->library, 0);
}

/* Pages that were scrolled past before the turn ended are not read. */
static void
test_scrolled_past (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QsaResultItem) held = NULL;

  show (fixture, "");
  for (guint i = 0; i < N_ARTICLES - PAGE; i++)
    g_object_unref (get (fixture, i));
  held = get (fixture, N_ARTICLES - 1);
  qsa_test_wait (is_loaded, held);
  for (guint i = 0; i < N_ARTICLES - 2 * PAGE; i++)
    {
      g_autoptr (QsaResultItem) item = get (fixture, i);

      g_assert_false (qsa_result_item_get_loaded (item));
    }
}

static void
test_identity (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QsaResultItem) item = NULL;
  g_autoptr (QsaResultItem) again = NULL;

  show (fixture, "");
  item = get (fixture, 7);
  again = get (fixture, 7);
  g_assert_true (item == again);
  g_clear_object (&again);
  qsa_test_wait (is_loaded, item);
  again = get (fixture, 7);
  g_assert_true (item == again);
}

static void
test_stale_answer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QsaResultItem) old = NULL;
  g_autoptr (QsaResultItem) new = NULL;
  g_autoptr (QsaResult) all = search (fixture, "", QSA_SORT_NEWEST);
  g_autoptr (QsaResult) one = search (fixture, "309", QSA_SORT_NEWEST);
  guint n_notified = 0;

  qsa_library_set_delay_for_tests (fixture->library, 50);
  qsa_result_model_set_result (fixture->model, all);
  old = get (fixture, 0);
  g_signal_connect (old, "notify::loaded", G_CALLBACK (on_notify), &n_notified);
  g_main_context_iteration (NULL, TRUE); /* asks */
  qsa_result_model_set_result (fixture->model, one);
  new = get (fixture, 0);
  qsa_test_wait (is_loaded, new);
  g_assert_cmpint (qsa_result_item_get_row (new)->id, ==, qsa_result_get_ids (one)[0]);
  g_assert_cmpuint (n_notified, ==, 0);
  g_assert_false (qsa_result_item_get_loaded (old));
  qsa_library_set_delay_for_tests (fixture->library, 0);
}

static void
test_reload (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QsaArticleEdit) edit = qsa_article_edit_new ();
  g_autoptr (QsaUndo) undo = NULL;
  g_autoptr (QsaResultItem) item = NULL;
  g_autoptr (QsaResultItem) again = NULL;
  g_autoptr (GError) error = NULL;
  guint n_notified = 0, n_changes = 0;
  gint64 id;

  show (fixture, "");
  item = get (fixture, 3);
  id = qsa_result_item_get_id (item);
  qsa_test_wait (is_loaded, item);
  g_signal_connect (item, "notify::loaded", G_CALLBACK (on_notify), &n_notified);
  g_signal_connect (fixture->model, "items-changed", G_CALLBACK (on_items_changed),
                    &n_changes);

  edit->fields = QSA_FIELD_TITLE;
  edit->title = g_strdup ("عنوان آخر");
  undo = qsa_test_edit (fixture->library, &id, 1, edit, &error);
  g_assert_no_error (error);
  qsa_result_model_reload (fixture->model);
  g_assert_true (qsa_result_item_get_loaded (item)); /* still shows what it had */
  qsa_test_wait (is_set, &n_notified);
  g_assert_cmpstr (qsa_result_item_get_row (item)->title, ==, "عنوان آخر");
  again = get (fixture, 3);
  g_assert_true (item == again);
  g_assert_cmpuint (n_changes, ==, 0);
}

/* A further letter that leaves the list as it is: nothing jumps, but other letters are marked. */
static void
test_same_articles (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QsaResultItem) item = NULL;
  guint n_notified = 0, n_changes = 0;

  show (fixture, "309");
  item = get (fixture, 0);
  qsa_test_wait (is_loaded, item);
  g_assert_cmpuint (qsa_result_item_get_row (item)->snippet->matches->len, >, 0);
  g_signal_connect (item, "notify::loaded", G_CALLBACK (on_notify), &n_notified);
  g_signal_connect (fixture->model, "items-changed", G_CALLBACK (on_items_changed),
                    &n_changes);

  show (fixture, "309 -غيرموجود");
  g_assert_cmpuint (n_changes, ==, 0);
  qsa_test_wait (is_set, &n_notified);
  g_assert_cmpuint (n_changes, ==, 0);
}

/* An article that the new result has too shows its row at once, until the fresh one is there. */
static void
test_row_of_before (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QsaResultItem) item = NULL;
  guint n_notified = 0;

  show (fixture, "309");
  item = get (fixture, 0);
  qsa_test_wait (is_loaded, item);
  g_clear_object (&item);
  show (fixture, "309 | 308");
  for (guint i = 0; i < 2 && item == NULL; i++)
    {
      g_autoptr (QsaResultItem) candidate = get (fixture, i);

      if (qsa_result_item_get_loaded (candidate))
        item = g_steal_pointer (&candidate);
    }
  g_assert_nonnull (item);
  g_signal_connect (item, "notify::loaded", G_CALLBACK (on_notify), &n_notified);
  qsa_test_wait (is_set, &n_notified);
}

static void
test_gone_article (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QsaResult) result = fake_result (900000, 3);
  g_autoptr (QsaResultItem) item = NULL;

  qsa_result_model_set_result (fixture->model, result);
  item = get (fixture, 1);
  qsa_test_wait (is_loaded, item);
  g_assert_null (qsa_result_item_get_row (item));
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  const guint32 *ids;

  g_assert_cmpuint (qsa_result_model_find_id (fixture->model, 1), ==, G_MAXUINT);
  show (fixture, "");
  ids = qsa_result_get_ids (qsa_result_model_get_result (fixture->model));
  for (guint i = 0; i < N_ARTICLES; i += 17)
    {
      g_assert_cmpint (qsa_result_model_get_id (fixture->model, i), ==, ids[i]);
      g_assert_cmpuint (qsa_result_model_find_id (fixture->model, ids[i]), ==, i);
    }
  g_assert_cmpuint (qsa_result_model_find_id (fixture->model, 999999), ==, G_MAXUINT);
}

static void
on_load_failed (QsaResultModel *model, GError *error, gpointer taken)
{
  if (*(GError **) taken == NULL)
    *(GError **) taken = g_error_copy (error);
}

static gboolean
has_error (gpointer error)
{
  return *(GError **) error != NULL;
}

static void
test_closed_library (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QsaResultItem) item = NULL;
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GError) error = NULL;

  show (fixture, "");
  g_signal_connect (fixture->model, "load-failed", G_CALLBACK (on_load_failed), &error);
  qsa_library_close_async (fixture->library, qsa_test_on_answer, &answer);
  qsa_test_wait_answer (&answer);
  item = get (fixture, 0);
  qsa_test_wait (has_error, &error);
  g_assert_error (error, QSA_ERROR, QSA_ERROR_CLOSED);
  g_assert_false (qsa_result_item_get_loaded (item));
}

/* Model and items go in any order, also while a page is on its way. */
static void
test_lifetimes (Fixture *fixture, gconstpointer data)
{
  QsaResultModel *model = qsa_result_model_new (fixture->library);
  g_autoptr (QsaResult) all = search (fixture, "", QSA_SORT_NEWEST);
  g_autoptr (QsaResultItem) item = NULL;
  gpointer gone = model;

  qsa_result_model_set_result (model, all);
  item = g_list_model_get_item (G_LIST_MODEL (model), 5);
  g_object_add_weak_pointer (G_OBJECT (model), &gone);
  g_main_context_iteration (NULL, FALSE); /* asks */
  g_object_unref (model);
  qsa_test_wait (is_gone, &gone);
  g_assert_cmpint (qsa_result_item_get_id (item), ==, qsa_result_get_ids (all)[5]);
}

#define ADD(path, function) \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/store/result-model/validator", test_validator);
  ADD ("/store/result-model/rows", test_rows);
  ADD ("/store/result-model/one-request-a-turn", test_one_request_a_turn);
  ADD ("/store/result-model/scrolled-past", test_scrolled_past);
  ADD ("/store/result-model/identity", test_identity);
  ADD ("/store/result-model/stale-answer", test_stale_answer);
  ADD ("/store/result-model/reload", test_reload);
  ADD ("/store/result-model/same-articles", test_same_articles);
  ADD ("/store/result-model/row-of-before", test_row_of_before);
  ADD ("/store/result-model/gone-article", test_gone_article);
  ADD ("/store/result-model/find", test_find);
  ADD ("/store/result-model/closed-library", test_closed_library);
  ADD ("/store/result-model/lifetimes", test_lifetimes);

  return g_test_run ();
}
