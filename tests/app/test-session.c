/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-session.h"

#include "qsa-app-fixture.h"
#include "qsa-facet-item.h"
#include "qsa-import-job.h"
#include "qsa-list-model-validator.h"
#include "qsa-test-archive-file.h"

/* The view-model over a real library, without a display. */

typedef struct
{
  QsaTestDir *dir;
  QsaLibrary *library;
  QsaSession *session;
} Fixture;

static void
answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
is_answered (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

static gboolean
is_settled (gpointer data)
{
  return !qsa_session_get_searching (data) && qsa_session_get_result (data) != NULL;
}

static gboolean
is_done (gpointer data)
{
  return !qsa_import_job_get_running (data);
}

static void
import_path (Fixture *fixture, const char *path)
{
  g_autoptr (QsaImportJob) job =
      qsa_import_job_new (fixture->library, qsa_library_get_outlets (fixture->library));

  qsa_import_job_add_path (job, path);
  qsa_import_job_start (job);
  qsa_test_wait (is_done, job);
  g_assert_no_error (qsa_import_job_get_error (job));
}

static void
settle (Fixture *fixture)
{
  qsa_test_wait (is_settled, fixture->session);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *archive = NULL;

  fixture->dir = qsa_test_dir_new ();
  path = qsa_test_dir_child (fixture->dir, "session.qusasat");
  qsa_library_open_async (path, QSA_LIBRARY_CREATE, NULL, answered, &opened);
  qsa_test_wait (is_answered, &opened);
  fixture->library = qsa_library_open_finish (opened, &error);
  g_assert_no_error (error);
  archive = qsa_test_archive_write (fixture->dir);
  import_path (fixture, archive);
  fixture->session = qsa_session_new (fixture->library);
  settle (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) closed = NULL;
  g_autoptr (GError) error = NULL;

  g_object_run_dispose (G_OBJECT (fixture->session));
  g_clear_object (&fixture->session);
  qsa_library_close_async (fixture->library, answered, &closed);
  qsa_test_wait (is_answered, &closed);
  g_assert_true (qsa_library_close_finish (fixture->library, closed, &error));
  g_assert_no_error (error);
  g_clear_object (&fixture->library);
  qsa_test_dir_free (fixture->dir);
}

static guint
n_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (
      G_LIST_MODEL (qsa_session_get_selection (fixture->session)));
}

typedef struct
{
  Fixture *fixture;
  guint position;
} Row;

static const QsaRow *
peek_row (Fixture *fixture, guint position)
{
  GListModel *model = G_LIST_MODEL (qsa_session_get_selection (fixture->session));
  g_autoptr (QsaResultItem) item = g_list_model_get_item (model, position);

  return qsa_session_find_row (fixture->session, qsa_result_item_get_id (item));
}

static gboolean
is_loaded (gpointer data)
{
  Row *row = data;

  return peek_row (row->fixture, row->position) != NULL;
}

/* The item is held so that the model loads its row. */
static void
assert_title (Fixture *fixture, guint position, const char *title)
{
  GListModel *model = G_LIST_MODEL (qsa_session_get_selection (fixture->session));
  g_autoptr (QsaResultItem) item = g_list_model_get_item (model, position);
  Row row = { fixture, position };

  qsa_test_wait (is_loaded, &row);
  g_assert_cmpstr (peek_row (fixture, position)->title, ==, title);
}

static QsaFacetItem *
find_outlet (Fixture *fixture, const char *name)
{
  GListModel *outlets = qsa_session_get_outlets (fixture->session);

  for (guint i = 0; i < g_list_model_get_n_items (outlets); i++)
    {
      g_autoptr (QsaFacetItem) item = g_list_model_get_item (outlets, i);

      if (g_strcmp0 (qsa_facet_item_get_name (item), name) == 0)
        return g_steal_pointer (&item);
    }
  return NULL;
}

static void
assert_outlet (Fixture *fixture, const char *name, guint articles, gboolean checked)
{
  g_autoptr (QsaFacetItem) item = find_outlet (fixture, name);

  g_assert_nonnull (item);
  g_assert_cmpuint (qsa_facet_item_get_articles (item), ==, articles);
  g_assert_cmpint (qsa_facet_item_get_checked (item), ==, checked);
}

static void
check_outlet (Fixture *fixture, const char *name, gboolean checked)
{
  g_autoptr (QsaFacetItem) item = find_outlet (fixture, name);
  g_autoptr (QsaFilter)
      filter = qsa_filter_with_outlet (qsa_session_get_filter (fixture->session),
                                       qsa_facet_item_get_outlet_id (item), checked);

  qsa_session_set_filter (fixture->session, filter);
  settle (fixture);
}

static void
test_all (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (n_rows (fixture), ==, QSA_TEST_ARCHIVE_N);
  assert_title (fixture, 0, QSA_TEST_ARCHIVE_NEWEST);
  assert_outlet (fixture, QSA_TEST_ARCHIVE_OUTLET, QSA_TEST_ARCHIVE_OUTLET_N, FALSE);
  assert_outlet (fixture, NULL, 1, FALSE);
  g_assert_cmpuint (qsa_result_get_n_undated (qsa_session_get_result (fixture->session)),
                    ==, QSA_TEST_ARCHIVE_N_UNDATED);
}

/* Every keystroke asks, the last one is answered. */
static void
test_typing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QsaListModelValidator) validator = qsa_list_model_validator_new (
      G_LIST_MODEL (qsa_session_get_selection (fixture->session)));
  const char *word = QSA_TEST_ARCHIVE_WORD;

  for (const char *end = g_utf8_next_char (word);; end = g_utf8_next_char (end))
    {
      g_autofree char *typed = g_strndup (word, end - word);

      qsa_session_set_query_text (fixture->session, typed);
      /* Now and then the main loop runs between two keystrokes. */
      g_main_context_iteration (NULL, FALSE);
      if (*end == '\0')
        break;
    }
  settle (fixture);
  g_assert_cmpuint (n_rows (fixture), ==, QSA_TEST_ARCHIVE_WORD_HITS);
  g_assert_cmpuint (qsa_result_get_total (qsa_session_get_result (fixture->session)), ==,
                    QSA_TEST_ARCHIVE_WORD_HITS);
  qsa_list_model_validator_check (validator);

  qsa_session_set_query_text (fixture->session, "");
  settle (fixture);
  g_assert_cmpuint (n_rows (fixture), ==, QSA_TEST_ARCHIVE_N);
}

static void
count_listed (QsaSession *session, guint *n)
{
  (*n)++;
}

/* An answer that a newer question has overtaken is never shown. */
static void
test_stale (Fixture *fixture, gconstpointer data)
{
  guint n_listed = 0;

  g_signal_connect (fixture->session, "listed", G_CALLBACK (count_listed), &n_listed);
  qsa_library_set_delay_for_tests (fixture->library, 50);
  qsa_session_set_query_text (fixture->session, "قطار");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  qsa_session_set_query_text (fixture->session, "خبز");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  qsa_session_set_query_text (fixture->session, "لاشيءمنهذا");
  settle (fixture);
  g_assert_cmpuint (n_listed, ==, 1);
  g_assert_cmpuint (n_rows (fixture), ==, 0);
}

/* A facet leaves out its own filter; a checked outlet stays though the search has none of it. */
static void
test_outlets (Fixture *fixture, gconstpointer data)
{
  check_outlet (fixture, QSA_TEST_ARCHIVE_OUTLET, TRUE);
  g_assert_cmpuint (n_rows (fixture), ==, QSA_TEST_ARCHIVE_OUTLET_N);
  assert_outlet (fixture, QSA_TEST_ARCHIVE_OUTLET, QSA_TEST_ARCHIVE_OUTLET_N, TRUE);
  assert_outlet (fixture, QSA_TEST_ARCHIVE_OTHER_OUTLET, QSA_TEST_ARCHIVE_OTHER_OUTLET_N,
                 FALSE);

  qsa_session_set_query_text (fixture->session, "الساحة");
  settle (fixture);
  g_assert_cmpuint (n_rows (fixture), ==, 0);
  assert_outlet (fixture, QSA_TEST_ARCHIVE_OUTLET, 0, TRUE);
  assert_outlet (fixture, QSA_TEST_ARCHIVE_OTHER_OUTLET, 1, FALSE);

  check_outlet (fixture, QSA_TEST_ARCHIVE_OUTLET, FALSE);
  g_assert_null (find_outlet (fixture, QSA_TEST_ARCHIVE_OUTLET));
}

static void
test_sort (Fixture *fixture, gconstpointer data)
{
  qsa_session_set_sort (fixture->session, QSA_SORT_OLDEST);
  settle (fixture);
  assert_title (fixture, 0, QSA_TEST_ARCHIVE_OLDEST);
}

/* What is open stays open while the question changes, and is selected again when it comes back. */
static void
test_selection (Fixture *fixture, gconstpointer data)
{
  gint64 id;

  gtk_selection_model_select_item (
      GTK_SELECTION_MODEL (qsa_session_get_selection (fixture->session)), 2, TRUE);
  id = qsa_session_get_article_id (fixture->session);
  g_assert_cmpint (id, !=, 0);
  g_assert_cmpuint (qsa_session_get_n_selected (fixture->session), ==, 1);

  qsa_session_set_query_text (fixture->session, "لاشيءمنهذا");
  settle (fixture);
  g_assert_cmpint (qsa_session_get_article_id (fixture->session), ==, id);
  g_assert_cmpuint (qsa_session_get_n_selected (fixture->session), ==, 0);

  qsa_session_set_query_text (fixture->session, "");
  settle (fixture);
  g_assert_cmpint (qsa_session_get_article_id (fixture->session), ==, id);
  g_assert_cmpuint (qsa_session_get_n_selected (fixture->session), ==, 1);
}

static void
test_many_selected (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ids = NULL;

  gtk_selection_model_select_range (
      GTK_SELECTION_MODEL (qsa_session_get_selection (fixture->session)), 1, 3, TRUE);
  ids = qsa_session_dup_selected_ids (fixture->session);
  g_assert_cmpuint (ids->len, ==, 3);
  g_assert_cmpint (qsa_session_get_article_id (fixture->session), ==, 0);
  g_assert_cmpuint (qsa_session_get_n_selected (fixture->session), ==, 3);
}

static gboolean
is_read (gpointer data)
{
  Fixture *fixture = data;

  return is_settled (fixture->session)
         && qsa_result_get_n_unread (qsa_session_get_result (fixture->session))
                == QSA_TEST_ARCHIVE_N - 1;
}

/* Reading under the filter "unread" counts at once, but takes nothing away from under the reader. */
static void
test_read_under_unread (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QsaFilter) filter =
      qsa_filter_with_state (qsa_session_get_filter (fixture->session), QSA_STATE_UNREAD);

  qsa_session_set_filter (fixture->session, filter);
  settle (fixture);
  gtk_selection_model_select_item (
      GTK_SELECTION_MODEL (qsa_session_get_selection (fixture->session)), 0, TRUE);
  qsa_test_wait (is_read, fixture);
  g_assert_cmpuint (n_rows (fixture), ==, QSA_TEST_ARCHIVE_N);

  qsa_session_set_query_text (fixture->session, QSA_TEST_ARCHIVE_WORD);
  settle (fixture);
  g_assert_cmpuint (n_rows (fixture), ==, QSA_TEST_ARCHIVE_WORD_HITS - 1);
}

static gboolean
can_undo (gpointer data)
{
  return qsa_session_can_undo (data);
}

static gboolean
can_redo (gpointer data)
{
  return qsa_session_can_redo (data);
}

typedef struct
{
  Fixture *fixture;
  const char *title;
} Expected;

static gboolean
has_title (gpointer data)
{
  Expected *expected = data;
  const QsaRow *row = peek_row (expected->fixture, 0);

  return row != NULL && g_strcmp0 (row->title, expected->title) == 0;
}

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QsaArticleEdit) edit = qsa_article_edit_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GListModel *model = G_LIST_MODEL (qsa_session_get_selection (fixture->session));
  g_autoptr (QsaResultItem) item = g_list_model_get_item (model, 0);
  gint64 id = qsa_result_item_get_id (item);
  Expected edited = { fixture, "عنوان مصحح" };
  Expected original = { fixture, QSA_TEST_ARCHIVE_NEWEST };

  edit->fields = QSA_FIELD_TITLE;
  edit->title = g_strdup (edited.title);
  g_array_append_val (ids, id);
  qsa_session_edit (fixture->session, ids, edit);
  qsa_test_wait (can_undo, fixture->session);
  qsa_test_wait (has_title, &edited);

  qsa_session_undo (fixture->session);
  g_assert_false (qsa_session_can_undo (fixture->session));
  qsa_test_wait (can_redo, fixture->session);
  qsa_test_wait (has_title, &original);

  qsa_session_redo (fixture->session);
  qsa_test_wait (can_undo, fixture->session);
  qsa_test_wait (has_title, &edited);
}

#define N_MORE 200

/* They come in batches. */
static gboolean
has_more (gpointer data)
{
  return n_rows (data) == QSA_TEST_ARCHIVE_N + N_MORE;
}

/* The list follows an import, the selection stays. */
static void
test_import (Fixture *fixture, gconstpointer data)
{
  g_autofree char *many = qsa_test_archive_write_many (fixture->dir, N_MORE);
  gint64 id;

  gtk_selection_model_select_item (
      GTK_SELECTION_MODEL (qsa_session_get_selection (fixture->session)), 1, TRUE);
  id = qsa_session_get_article_id (fixture->session);
  import_path (fixture, many);
  qsa_test_wait (has_more, fixture);
  settle (fixture);
  g_assert_cmpuint (n_rows (fixture), ==, QSA_TEST_ARCHIVE_N + N_MORE);
  g_assert_cmpint (qsa_session_get_article_id (fixture->session), ==, id);
  g_assert_cmpuint (qsa_session_get_n_selected (fixture->session), ==, 1);
}

static const QsaWidening *
find_widening (Fixture *fixture, const char *form)
{
  GPtrArray *widenings =
      qsa_result_get_widenings (qsa_session_get_result (fixture->session));

  for (guint i = 0; i < widenings->len; i++)
    {
      const QsaWidening *widening = g_ptr_array_index (widenings, i);

      if (g_str_equal (widening->form, form))
        return widening;
    }
  return NULL;
}

/* A form that is switched off is no longer searched, until the question changes. */
static void
test_form (Fixture *fixture, gconstpointer data)
{
  qsa_session_set_query_text (fixture->session, QSA_TEST_ARCHIVE_WORD);
  qsa_session_finish_query (fixture->session);
  settle (fixture);
  g_assert_cmpuint (n_rows (fixture), ==, QSA_TEST_ARCHIVE_WORD_HITS);
  g_assert_nonnull (find_widening (fixture, "بالجسر"));
  g_assert_true (find_widening (fixture, "بالجسر")->on);

  qsa_session_set_form (fixture->session, "بالجسر", FALSE);
  settle (fixture);
  g_assert_cmpuint (n_rows (fixture), ==, QSA_TEST_ARCHIVE_WORD_HITS - 1);
  g_assert_false (find_widening (fixture, "بالجسر")->on);

  qsa_session_set_query_text (fixture->session, QSA_TEST_ARCHIVE_WORD " ");
  settle (fixture);
  g_assert_cmpuint (n_rows (fixture), ==, QSA_TEST_ARCHIVE_WORD_HITS);
}

/* Other forms than those typed stay out until widening is switched on again. */
static void
test_widening_off (Fixture *fixture, gconstpointer data)
{
  qsa_session_set_query_text (fixture->session, QSA_TEST_ARCHIVE_WORD " ");
  settle (fixture);
  g_assert_cmpuint (n_rows (fixture), ==, QSA_TEST_ARCHIVE_WORD_HITS);

  qsa_session_set_reach (fixture->session, QSA_REACH_FOLDED);
  settle (fixture);
  g_assert_cmpuint (n_rows (fixture), ==, QSA_TEST_ARCHIVE_WORD_HITS - 1);
  g_assert_null (find_widening (fixture, "بالجسر"));

  qsa_session_set_query_text (fixture->session, "الساحة ");
  qsa_session_set_query_text (fixture->session, QSA_TEST_ARCHIVE_WORD);
  g_assert_cmpint (qsa_session_get_reach (fixture->session), ==, QSA_REACH_FOLDED);
  settle (fixture);
  g_assert_cmpuint (n_rows (fixture), ==, QSA_TEST_ARCHIVE_WORD_HITS - 1);

  qsa_session_set_reach (fixture->session, QSA_REACH_DEFAULT);
  settle (fixture);
  g_assert_cmpuint (n_rows (fixture), ==, QSA_TEST_ARCHIVE_WORD_HITS);
}

static void
test_wider_reach (Fixture *fixture, gconstpointer data)
{
  guint n_default;

  qsa_session_set_query_text (fixture->session, "البلدة ");
  settle (fixture);
  n_default = n_rows (fixture);
  qsa_session_set_reach (fixture->session, QSA_REACH_WIDE);
  settle (fixture);
  g_assert_cmpuint (n_rows (fixture), >, n_default);

  /* For this question only; what widening was before stays. */
  qsa_session_set_query_text (fixture->session, "الساحة");
  g_assert_cmpint (qsa_session_get_reach (fixture->session), ==, QSA_REACH_DEFAULT);
  qsa_session_set_reach (fixture->session, QSA_REACH_FOLDED);
  qsa_session_set_reach (fixture->session, QSA_REACH_WIDE);
  g_assert_false (qsa_session_get_widening (fixture->session));
  qsa_session_set_query_text (fixture->session, "البلدة");
  g_assert_cmpint (qsa_session_get_reach (fixture->session), ==, QSA_REACH_FOLDED);
}

static void
count_notify (QsaSession *session, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

/* All of a question at once, and the same again from the session. */
static void
test_saved_search (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QsaFilter) all = qsa_filter_new ();
  g_autoptr (QsaFilter) unread = qsa_filter_with_state (all, QSA_STATE_UNREAD);
  g_autoptr (QsaSavedSearch)
      search = qsa_saved_search_new ("الجسور", QSA_TEST_ARCHIVE_WORD, QSA_REACH_WIDE,
                                     unread, QSA_SORT_OLDEST);
  g_autoptr (QsaSavedSearch) again = NULL;
  guint n_listed = 0;
  guint n_text = 0;

  g_signal_connect (fixture->session, "listed", G_CALLBACK (count_listed), &n_listed);
  g_signal_connect (fixture->session, "notify::query-text", G_CALLBACK (count_notify),
                    &n_text);
  qsa_session_show_saved_search (fixture->session, search);
  settle (fixture);
  g_assert_cmpuint (n_text, ==, 1);
  g_assert_cmpuint (n_listed, ==, 1);
  g_assert_cmpint (qsa_session_get_reach (fixture->session), ==, QSA_REACH_WIDE);
  again = qsa_session_to_saved_search (fixture->session, "مرة أخرى");
  g_assert_cmpstr (again->name, ==, "مرة أخرى");
  g_assert_cmpint (again->id, ==, 0);
  g_assert_cmpstr (again->query, ==, search->query);
  g_assert_cmpint (again->reach, ==, search->reach);
  g_assert_cmpint (again->sort, ==, search->sort);
  g_assert_true (qsa_filter_equal (again->filter, search->filter));
}

/* By name, what nobody knows last. */
static void
test_sort_outlet (Fixture *fixture, gconstpointer data)
{
  qsa_session_set_sort (fixture->session, QSA_SORT_OUTLET);
  settle (fixture);
  assert_title (fixture, 0, "أرشيف الإذاعة بين جدارين");
  assert_title (fixture, QSA_TEST_ARCHIVE_N - 1, "رسالة من قارئ");
}

#define ADD(name, test) \
  g_test_add ("/app/session/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("all", test_all);
  ADD ("typing", test_typing);
  ADD ("stale", test_stale);
  ADD ("outlets", test_outlets);
  ADD ("sort", test_sort);
  ADD ("selection", test_selection);
  ADD ("many-selected", test_many_selected);
  ADD ("read-under-unread", test_read_under_unread);
  ADD ("edit", test_edit);
  ADD ("import", test_import);
  ADD ("form", test_form);
  ADD ("widening-off", test_widening_off);
  ADD ("wider-reach", test_wider_reach);
  ADD ("saved-search", test_saved_search);
  ADD ("sort-outlet", test_sort_outlet);
  return g_test_run ();
}
