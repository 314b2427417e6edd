/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-test-requests.h"

/* Each request is answered once, on the right context, whatever happens in between. */

static void
set_up (QsaTestLibrary *test, gconstpointer data)
{
  qsa_test_library_set_up (test, data);
  qsa_test_import_numbered (test->library, 0, 60);
}

/* ---- one kind at a time ---- */

static void
test_done (QsaTestLibrary *test, gconstpointer data)
{
  QsaTestTally tally;

  qsa_test_tally_init (&tally, test->library);
  qsa_test_ask (&tally, data);
  g_assert_cmpuint (tally.n_done, ==, 0); /* never from inside of the call */
  qsa_test_wait (qsa_test_tally_is_complete, &tally);
  g_assert_cmpuint (tally.n_done, ==, 1);
}

static void
test_cancelled (QsaTestLibrary *test, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  QsaTestTally tally;

  qsa_test_tally_init (&tally, test->library);
  tally.cancellable = cancellable;
  qsa_library_set_delay_for_tests (test->library, 500);
  qsa_test_ask (&tally, data);
  g_cancellable_cancel (cancellable);
  g_assert_cmpuint (tally.n_cancelled, ==, 0);
  qsa_test_wait (qsa_test_tally_is_complete, &tally);
  g_assert_cmpuint (tally.n_cancelled, ==, 1);
}

static void
test_after_close (QsaTestLibrary *test, gconstpointer data)
{
  g_autoptr (QsaLibrary) library = g_object_ref (test->library);
  g_autoptr (GAsyncResult) answer = NULL;
  QsaTestTally tally;

  qsa_test_tally_init (&tally, library);
  qsa_library_close_async (library, qsa_test_on_answer, &answer);
  qsa_test_ask (&tally, data);
  qsa_test_wait_answer (&answer);
  qsa_test_ask (&tally, data);
  qsa_test_wait (qsa_test_tally_is_complete, &tally);
  g_assert_cmpuint (tally.n_closed, ==, 2);
}

/* Queued behind others when the library is closed: those that run may end, the rest is refused. */
static void
test_waiting_when_closed (QsaTestLibrary *test, gconstpointer data)
{
  g_autoptr (GAsyncResult) answer = NULL;
  QsaTestTally tally;

  qsa_test_tally_init (&tally, test->library);
  /* Longer than it takes to ask, on any machine; closing cuts it short. */
  qsa_library_set_delay_for_tests (test->library, 5000);
  for (guint i = 0; i < 20; i++)
    qsa_test_ask (&tally, data);
  qsa_library_close_async (test->library, qsa_test_on_answer, &answer);
  qsa_test_wait (qsa_test_tally_is_complete, &tally);
  g_assert_cmpuint (tally.n_done + tally.n_closed, ==, 20);
  g_assert_cmpuint (tally.n_closed, >=, 16);
  qsa_test_wait_answer (&answer);
}

/* ---- all together ---- */

static gboolean
cancel (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return G_SOURCE_REMOVE;
}

static void
ask_many (QsaTestTally *tally, guint n, GPtrArray *cancellables)
{
  for (guint i = 0; i < n; i++)
    {
      guint kind = (guint) g_test_rand_int_range (0, QSA_TEST_N_REQUEST_KINDS);
      GCancellable *cancellable = g_cancellable_new ();

      g_ptr_array_add (cancellables, cancellable);
      tally->cancellable = cancellable;
      qsa_test_ask (tally, &qsa_test_request_kinds[kind]);
      if (g_test_rand_int_range (0, 4) == 0)
        g_timeout_add_full (G_PRIORITY_DEFAULT, (guint) g_test_rand_int_range (0, 30),
                            cancel, g_object_ref (cancellable), g_object_unref);
      if (i % 16 == 0)
        g_main_context_iteration (NULL, FALSE);
    }
}

static void
test_stress (QsaTestLibrary *test, gconstpointer data)
{
  g_autoptr (GPtrArray) cancellables = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  QsaTestTally tally;

  qsa_test_tally_init (&tally, test->library);
  ask_many (&tally, 400, cancellables);
  qsa_test_wait (qsa_test_tally_is_complete, &tally);
  g_assert_cmpuint (tally.n_done + tally.n_cancelled, ==, 400);
  g_assert_cmpuint (tally.n_done, >, 0);
  g_assert_true (qsa_test_check (test->library, &error));
  g_assert_no_error (error);
}

static void
test_stress_closed (QsaTestLibrary *test, gconstpointer data)
{
  g_autoptr (GPtrArray) cancellables = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GAsyncResult) answer = NULL;
  QsaTestTally tally;

  qsa_test_tally_init (&tally, test->library);
  ask_many (&tally, 200, cancellables);
  qsa_library_close_async (test->library, qsa_test_on_answer, &answer);
  ask_many (&tally, 50, cancellables);
  qsa_test_wait (qsa_test_tally_is_complete, &tally);
  qsa_test_wait_answer (&answer);
  g_assert_cmpuint (tally.n_done + tally.n_cancelled + tally.n_closed, ==, 250);
  g_assert_cmpuint (tally.n_closed, >=, 50 * 3 / 4);
  qsa_test_assert_alone (test->path);
}

/* ---- order and time ---- */

static void
test_user_overtakes_import (QsaTestLibrary *test, gconstpointer data)
{
  QsaTestTally imports, edits;

  qsa_test_tally_init (&imports, test->library);
  edits = imports;
  qsa_library_set_delay_for_tests (test->library, 300);
  for (guint i = 0; i < 6; i++)
    qsa_test_ask (&imports, &qsa_test_request_kinds[QSA_TEST_BATCH]);
  qsa_test_ask (&edits, &qsa_test_request_kinds[QSA_TEST_EDIT]);
  qsa_test_wait (qsa_test_tally_is_complete, &edits);
  g_assert_cmpuint (edits.n_done, ==, 1);
  g_assert_cmpuint (imports.n_done, <=, 3);
  qsa_test_wait (qsa_test_tally_is_complete, &imports);
  g_assert_cmpuint (imports.n_done, ==, 6);
}

/* A short question is not kept waiting by long ones. */
static void
test_rows_overtake_searches (QsaTestLibrary *test, gconstpointer data)
{
  QsaTestTally searches, rows;

  qsa_test_tally_init (&searches, test->library);
  rows = searches;
  qsa_library_set_delay_for_tests (test->library, 300);
  for (guint i = 0; i < 12; i++)
    qsa_test_ask (&searches, &qsa_test_request_kinds[QSA_TEST_SEARCH]);
  qsa_test_ask (&rows, &qsa_test_request_kinds[QSA_TEST_ROWS]);
  qsa_test_wait (qsa_test_tally_is_complete, &rows);
  g_assert_cmpuint (searches.n_done, <=, 6);
  qsa_test_wait (qsa_test_tally_is_complete, &searches);
}

static gboolean
count_tick (gpointer n_ticks)
{
  (*(guint *) n_ticks)++;
  return G_SOURCE_CONTINUE;
}

/* The owner's main loop turns while a slow store makes everybody wait. */
static void
test_delay (QsaTestLibrary *test, gconstpointer data)
{
  guint n_ticks = 0;
  guint tick = g_timeout_add (5, count_tick, &n_ticks);
  gint64 start_us;
  QsaTestTally tally;

  qsa_test_tally_init (&tally, test->library);
  qsa_library_set_delay_for_tests (test->library, 300);
  start_us = g_get_monotonic_time ();
  qsa_test_ask (&tally, &qsa_test_request_kinds[QSA_TEST_SEARCH]);
  qsa_test_ask (&tally, &qsa_test_request_kinds[QSA_TEST_EDIT]);
  qsa_test_wait (qsa_test_tally_is_complete, &tally);
  g_assert_cmpint (g_get_monotonic_time () - start_us, >=, 300 * 1000);
  g_assert_cmpuint (n_ticks, >, 5);
  g_source_remove (tick);
}

/* ---- other threads, and no close ---- */

static gpointer
import_from_thread (gpointer data)
{
  QsaTestTally *tally = data;
  g_autoptr (GMainContext) context = g_main_context_new ();

  g_main_context_push_thread_default (context);
  tally->owner = g_thread_self ();
  for (guint i = 0; i < 5; i++)
    qsa_test_ask (tally, &qsa_test_request_kinds[QSA_TEST_BATCH]);
  while (!qsa_test_tally_is_complete (tally))
    g_main_context_iteration (context, TRUE);
  g_main_context_pop_thread_default (context);
  return NULL;
}

static void
test_import_from_thread (QsaTestLibrary *test, gconstpointer data)
{
  QsaTestTally tally;

  qsa_test_tally_init (&tally, test->library);
  g_thread_join (g_thread_new ("import", import_from_thread, &tally));
  g_assert_cmpuint (tally.n_done, ==, 5);
  qsa_test_import_end (test->library, tally.import_id);
  g_assert_cmpuint (qsa_library_get_n_articles (test->library), ==, 160);
}

static gboolean
is_alone (gpointer path)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);

  return !g_file_test (wal, G_FILE_TEST_EXISTS);
}

static void
test_unref_closes (QsaTestLibrary *test, gconstpointer data)
{
  g_assert_false (is_alone (test->path));
  g_clear_object (&test->library);
  qsa_test_wait (is_alone, test->path);
}

static void
test_close_twice (QsaTestLibrary *test, gconstpointer data)
{
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;

  qsa_library_close_async (test->library, qsa_test_on_answer, &first);
  qsa_library_close_async (test->library, qsa_test_on_answer, &second);
  qsa_test_wait_answer (&first);
  qsa_test_wait_answer (&second);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func, data) \
  g_test_add (path, QsaTestLibrary, data, set_up, func, qsa_test_library_tear_down)
  for (guint i = 0; i < QSA_TEST_N_REQUEST_KINDS; i++)
    {
      const QsaTestRequestKind *kind = &qsa_test_request_kinds[i];
      g_autofree char *done = g_strconcat ("/store/requests/done/", kind->name, NULL);
      g_autofree char *cancelled = g_strconcat ("/store/requests/cancelled/", kind->name,
                                                NULL);
      g_autofree char *after = g_strconcat ("/store/requests/after-close/", kind->name,
                                            NULL);
      g_autofree char *waiting = g_strconcat ("/store/requests/waiting/", kind->name,
                                              NULL);

      ADD (done, test_done, kind);
      if (kind->can_cancel)
        ADD (cancelled, test_cancelled, kind);
      ADD (after, test_after_close, kind);
      ADD (waiting, test_waiting_when_closed, kind);
    }
  ADD ("/store/requests/stress", test_stress, NULL);
  ADD ("/store/requests/stress-closed", test_stress_closed, NULL);
  ADD ("/store/requests/user-overtakes-import", test_user_overtakes_import, NULL);
  ADD ("/store/requests/rows-overtake-searches", test_rows_overtake_searches, NULL);
  ADD ("/store/requests/delay", test_delay, NULL);
  ADD ("/store/requests/import-from-thread", test_import_from_thread, NULL);
  ADD ("/store/requests/unref-closes", test_unref_closes, NULL);
  ADD ("/store/requests/close-twice", test_close_twice, NULL);
#undef ADD
  return g_test_run ();
}
