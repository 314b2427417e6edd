/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-library.h"

#include <string.h>

#include "qsa-error.h"
#include "qsa-test-library.h"

/* Saved searches and their counts; alone and beside another process. */

static void
set_up (QsaTestLibrary *test, gconstpointer data)
{
  qsa_test_library_set_up (test, data);
  qsa_test_import_numbered (test->library, 0, 30);
}

/* ---- asking ---- */

static gint64
save (QsaLibrary *library, const QsaSavedSearch *search, GError **error)
{
  g_autoptr (GAsyncResult) answer = NULL;

  qsa_library_save_search_async (library, search, qsa_test_on_answer, &answer);
  qsa_test_wait_answer (&answer);
  return qsa_library_save_search_finish (library, answer, error);
}

static gint64
save_new (QsaLibrary *library, const char *name, const char *query, const char *filter)
{
  g_autoptr (QsaFilter) parsed = qsa_filter_from_string (filter);
  g_autoptr (QsaSavedSearch) search =
      qsa_saved_search_new (name, query, QSA_REACH_DEFAULT, parsed, QSA_SORT_NEWEST);
  g_autoptr (GError) error = NULL;
  gint64 id = save (library, search, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

static QsaSavedSearch *
remove_search (QsaLibrary *library, gint64 id, GError **error)
{
  g_autoptr (GAsyncResult) answer = NULL;

  qsa_library_remove_search_async (library, id, qsa_test_on_answer, &answer);
  qsa_test_wait_answer (&answer);
  return qsa_library_remove_search_finish (library, answer, error);
}

/* "name|name" */
static char *
names_of (QsaLibrary *library)
{
  GPtrArray *searches = qsa_library_get_saved_searches (library);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < searches->len; i++)
    {
      const QsaSavedSearch *search = g_ptr_array_index (searches, i);

      g_string_append_printf (names, "%s%s", i > 0 ? "|" : "", search->name);
    }
  return g_string_free (names, FALSE);
}

static void
assert_names (QsaLibrary *library, const char *names)
{
  g_autofree char *found = names_of (library);

  g_assert_cmpstr (found, ==, names);
}

static void
assert_history (QsaLibrary *library, const char *prefix, const char *expected)
{
  g_auto (GStrv) queries = qsa_library_dup_history (library, prefix, 3);
  g_autofree char *found = g_strjoinv ("|", queries);

  g_assert_cmpstr (found, ==, expected);
}

static void
reopen (QsaTestLibrary *test, QsaLibraryFlags flags)
{
  qsa_test_library_close (test->library);
  test->library = qsa_test_library_open (test->path, flags);
}

/* ---- saved searches ---- */

static void
on_notify (GObject *object, GParamSpec *pspec, gpointer n)
{
  (*(guint *) n)++;
}

static gboolean
is_positive (gpointer n)
{
  return *(guint *) n > 0;
}

static gboolean
has_changed_searches (gpointer kinds)
{
  return (*(guint *) kinds & QSA_CHANGE_SEARCHES) != 0;
}

static void
test_save (QsaTestLibrary *test, gconstpointer data)
{
  g_autoptr (QsaFilter) filter = qsa_filter_from_string ("from=2003; state=unread");
  g_autoptr (QsaSavedSearch)
      search = qsa_saved_search_new ("بحر ", "=\"البحر\" | -صياد", QSA_REACH_WIDE, filter,
                                     QSA_SORT_OUTLET);
  const QsaSavedSearch *stored = NULL;
  g_autoptr (GError) error = NULL;
  guint n_notified = 0;

  g_assert_cmpuint (qsa_library_get_saved_searches (test->library)->len, ==, 0);
  g_signal_connect (test->library, "notify::saved-searches", G_CALLBACK (on_notify),
                    &n_notified);
  g_assert_cmpint (save (test->library, search, &error), ==, 1);
  g_assert_no_error (error);
  /* There as soon as it is answered; told a moment later. */
  assert_names (test->library, "بحر");
  qsa_test_wait (is_positive, &n_notified);
  g_signal_handlers_disconnect_by_data (test->library, &n_notified);

  reopen (test, 0);
  g_assert_cmpuint (qsa_library_get_saved_searches (test->library)->len, ==, 1);
  stored = g_ptr_array_index (qsa_library_get_saved_searches (test->library), 0);
  g_assert_cmpint (stored->id, ==, 1);
  g_assert_cmpstr (stored->name, ==, "بحر");
  g_assert_cmpstr (stored->query, ==, "=\"البحر\" | -صياد");
  g_assert_cmpint (stored->reach, ==, QSA_REACH_WIDE);
  g_assert_true (qsa_filter_equal (stored->filter, filter));
  g_assert_cmpint (stored->sort, ==, QSA_SORT_OUTLET);
}

static void
test_change (QsaTestLibrary *test, gconstpointer data)
{
  g_autoptr (QsaSavedSearch) changed = NULL;
  g_autoptr (GError) error = NULL;
  gint64 second;

  save_new (test->library, "أول", "بحر", "");
  second = save_new (test->library, "ثان", "صياد", "");
  save_new (test->library, "ثالث", "", "state=starred");
  changed = qsa_saved_search_copy (
      g_ptr_array_index (qsa_library_get_saved_searches (test->library), 1));
  g_free (changed->name);
  changed->name = g_strdup ("آخر");
  g_assert_cmpint (save (test->library, changed, &error), ==, second);
  g_assert_no_error (error);
  assert_names (test->library, "أول|آخر|ثالث");

  /* Whoever made it anew, without its place, finds it where it was. */
  changed->place = 0;
  g_assert_cmpint (save (test->library, changed, &error), ==, second);
  assert_names (test->library, "أول|آخر|ثالث");
}

static void
test_remove_and_undo (QsaTestLibrary *test, gconstpointer data)
{
  g_autoptr (QsaSavedSearch) removed = NULL;
  g_autoptr (GError) error = NULL;
  gint64 second;

  save_new (test->library, "أول", "بحر", "");
  second = save_new (test->library, "ثان", "صياد", "");
  save_new (test->library, "ثالث", "سمك", "");
  removed = remove_search (test->library, second, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (removed->name, ==, "ثان");
  assert_names (test->library, "أول|ثالث");

  /* Ids are not used again. */
  g_assert_cmpint (save_new (test->library, "رابع", "موج", ""), ==, second + 2);
  reopen (test, 0);
  g_assert_cmpint (save (test->library, removed, &error), ==, second);
  g_assert_no_error (error);
  assert_names (test->library, "أول|ثان|ثالث|رابع");

  g_clear_pointer (&removed, qsa_saved_search_free);
  g_assert_null (remove_search (test->library, 77, &error));
  g_assert_error (error, QSA_ERROR, QSA_ERROR_NOT_FOUND);
  assert_names (test->library, "أول|ثان|ثالث|رابع");
}

typedef struct
{
  const char *name;
  const char *search_name;
  const char *query;
  const char *filter;
  gint64 id;
  QsaError code;
} RefusedCase;

static const RefusedCase refused_cases[] = {
  { "no-name", "", "بحر", "", 0, QSA_ERROR_BAD_VALUE },
  { "blank-name", " \t\n ", "بحر", "", 0, QSA_ERROR_BAD_VALUE },
  { "no-text", "a\xff", "بحر", "", 0, QSA_ERROR_BAD_VALUE },
  { "nothing-asked", "x", "", "", 0, QSA_ERROR_BAD_VALUE },
  { "blank-query", "x", "  ", "", 0, QSA_ERROR_BAD_VALUE },
  { "query-is-no-text", "x", "\xd8", "", 0, QSA_ERROR_BAD_VALUE },
  { "id-never-given", "x", "بحر", "", 12, QSA_ERROR_NOT_FOUND },
  { "negative-id", "x", "بحر", "", -5, QSA_ERROR_NOT_FOUND },
};

static void
test_refused (QsaTestLibrary *test, gconstpointer data)
{
  const RefusedCase *this = data;
  g_autoptr (QsaFilter) filter = qsa_filter_from_string (this->filter);
  g_autoptr (QsaSavedSearch)
      search = qsa_saved_search_new (this->search_name, this->query, QSA_REACH_DEFAULT,
                                     filter, QSA_SORT_NEWEST);
  g_autoptr (GError) error = NULL;

  save_new (test->library, "أول", "بحر", "");
  search->id = this->id;
  g_assert_cmpint (save (test->library, search, &error), ==, 0);
  g_assert_error (error, QSA_ERROR, (int) this->code);
  assert_names (test->library, "أول");
}

static void
test_hostile (QsaTestLibrary *test, gconstpointer data)
{
  g_autofree char *long_name = g_strnfill (1024 * 1024, 'x');
  g_autofree char *long_query = g_strnfill (1024 * 1024, '"');
  g_autoptr (QsaFilter) filter = qsa_filter_new ();
  g_autoptr (QsaSavedSearch) search =
      qsa_saved_search_new (long_name, "بحر", QSA_REACH_DEFAULT, filter, QSA_SORT_NEWEST);
  const QsaSavedSearch *stored = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (save (test->library, search, &error), ==, 0);
  g_assert_error (error, QSA_ERROR, QSA_ERROR_BAD_VALUE);
  save_new (test->library, "'); DROP TABLE saved_search; --\n\x01\x02", long_query, "");
  reopen (test, 0);
  g_assert_cmpuint (qsa_library_get_saved_searches (test->library)->len, ==, 1);
  stored = g_ptr_array_index (qsa_library_get_saved_searches (test->library), 0);
  g_assert_cmpstr (stored->name, ==, "'); DROP TABLE saved_search; -- \x01\x02");
  g_assert_cmpstr (stored->query, ==, long_query);
}

/* What a later version or somebody's hand wrote. */
static void
test_strange_rows (QsaTestLibrary *test, gconstpointer data)
{
  const QsaSavedSearch *stored = NULL;

  qsa_test_library_close (g_steal_pointer (&test->library));
  qsa_test_sql_exec (test->path,
                     "INSERT INTO saved_search VALUES (1, CAST (x'61ff62' AS TEXT),"
                     " 'q' || char (0) || 'r', 'telepathic', 'nonsense', '', -3, 0)");
  test->library = qsa_test_library_open (test->path, 0);
  stored = g_ptr_array_index (qsa_library_get_saved_searches (test->library), 0);
  g_assert_true (g_utf8_validate (stored->name, -1, NULL));
  g_assert_cmpstr (stored->query, ==, "q");
  g_assert_cmpint (stored->reach, ==, QSA_REACH_DEFAULT);
  g_assert_cmpint (stored->sort, ==, QSA_SORT_NEWEST);
  g_assert_true (qsa_filter_is_empty (stored->filter));
}

/* What was handed out stays whole until the main loop turns, and for whoever holds it. */
static void
test_handed_out (QsaTestLibrary *test, gconstpointer data)
{
  g_autoptr (GPtrArray) held = NULL;

  save_new (test->library, "أول", "بحر", "");
  held = g_ptr_array_ref (qsa_library_get_saved_searches (test->library));
  save_new (test->library, "ثان", "صياد", "");
  g_assert_cmpuint (held->len, ==, 1);
  g_assert_cmpstr (((const QsaSavedSearch *) g_ptr_array_index (held, 0))->name, ==,
                   "أول");
  assert_names (test->library, "أول|ثان");
}

/* ---- counts ---- */

static GArray *
count (QsaLibrary *library, GError **error)
{
  GPtrArray *searches = qsa_library_get_saved_searches (library);
  g_autoptr (GPtrArray) requests = g_ptr_array_new ();
  g_autoptr (GAsyncResult) answer = NULL;

  for (guint i = 0; i < searches->len; i++)
    g_ptr_array_add (requests,
                     qsa_saved_search_to_request (g_ptr_array_index (searches, i)));
  qsa_library_count_async (library, (QsaSearchRequest **) requests->pdata, requests->len,
                           NULL, qsa_test_on_answer, &answer);
  for (guint i = 0; i < requests->len; i++)
    qsa_search_request_unref (g_ptr_array_index (requests, i));
  qsa_test_wait_answer (&answer);
  return qsa_library_count_finish (library, answer, error);
}

static void
assert_counts (QsaLibrary *library, guint first, guint second, guint third)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) counts = count (library, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (counts->len, ==, 3);
  g_assert_cmpuint (g_array_index (counts, guint, 0), ==, first);
  g_assert_cmpuint (g_array_index (counts, guint, 1), ==, second);
  g_assert_cmpuint (g_array_index (counts, guint, 2), ==, third);
}

static void
test_counts (QsaTestLibrary *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) none = count (test->library, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
  save_new (test->library, "أول", "الصياد", "");
  save_new (test->library, "ثان", "عدد3", "from=2003");
  save_new (test->library, "ثالث", "", "undated=yes");
  assert_counts (test->library, 30, 3, 5);
  qsa_test_import_numbered (test->library, 103, 7);
  assert_counts (test->library, 37, 4, 6);
}

/* ---- read-only, closed ---- */

static void
test_read_only (QsaTestLibrary *test, gconstpointer data)
{
  g_autoptr (QsaFilter) filter = qsa_filter_new ();
  g_autoptr (QsaSavedSearch) search = qsa_saved_search_new ("x", "بحر", QSA_REACH_DEFAULT,
                                                            filter, QSA_SORT_NEWEST);
  g_autoptr (GError) error = NULL;
  gint64 id = save_new (test->library, "أول", "بحر", "");

  qsa_library_remember_search (test->library, "بحر");
  reopen (test, QSA_LIBRARY_READ_ONLY);
  assert_names (test->library, "أول");
  g_assert_cmpint (save (test->library, search, &error), ==, 0);
  g_assert_error (error, QSA_ERROR, QSA_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_null (remove_search (test->library, id, &error));
  g_assert_error (error, QSA_ERROR, QSA_ERROR_READ_ONLY);
  qsa_library_remember_search (test->library, "سمك");
  qsa_library_forget_searches (test->library);
  assert_history (test->library, NULL, "بحر");
  g_clear_error (&error);
  g_array_unref (count (test->library, &error));
  g_assert_no_error (error);
}

static void
test_closed (QsaTestLibrary *test, gconstpointer data)
{
  g_autoptr (QsaFilter) filter = qsa_filter_new ();
  g_autoptr (QsaSavedSearch) search = qsa_saved_search_new ("x", "بحر", QSA_REACH_DEFAULT,
                                                            filter, QSA_SORT_NEWEST);
  g_autoptr (QsaLibrary) library = g_object_ref (test->library);
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GError) error = NULL;

  save_new (library, "أول", "بحر", "");
  qsa_library_close_async (library, qsa_test_on_answer, &answer);
  qsa_test_wait_answer (&answer);
  g_assert_cmpint (save (library, search, &error), ==, 0);
  g_assert_error (error, QSA_ERROR, QSA_ERROR_CLOSED);
  g_clear_error (&error);
  g_assert_null (remove_search (library, 1, &error));
  g_assert_error (error, QSA_ERROR, QSA_ERROR_CLOSED);
  g_clear_error (&error);
  g_assert_null (count (library, &error));
  g_assert_error (error, QSA_ERROR, QSA_ERROR_CLOSED);
  assert_names (library, "أول");
  qsa_library_remember_search (library, "سمك");
}

/* ---- another process: this program with --child FILE ---- */

static int
run_child (const char *path)
{
  QsaLibrary *library = qsa_test_library_open (path, 0);
  g_autoptr (GError) error = NULL;

  save_new (library, "من عملية أخرى", "سمك", "");
  qsa_saved_search_free (remove_search (library, 1, &error));
  g_assert_no_error (error);
  qsa_library_remember_search (library, "بحث من عملية أخرى");
  qsa_test_library_close (library);
  return 0;
}

static gboolean
has_others_search (gpointer library)
{
  g_autofree char *names = names_of (library);

  return g_str_equal (names, "ثان|من عملية أخرى");
}

static gboolean
has_others_history (gpointer library)
{
  g_auto (GStrv) queries = qsa_library_dup_history (library, "عملية", 1);

  return queries[0] != NULL;
}

static void
on_changed (QsaLibrary *library, guint kinds, gpointer all_kinds)
{
  *(guint *) all_kinds |= kinds;
}

static void
test_other_process (QsaTestLibrary *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child = NULL;
  guint kinds = 0, n_notified = 0;

  save_new (test->library, "أول", "بحر", "");
  save_new (test->library, "ثان", "صياد", "");
  g_signal_connect (test->library, "changed", G_CALLBACK (on_changed), &kinds);
  g_signal_connect (test->library, "notify::saved-searches", G_CALLBACK (on_notify),
                    &n_notified);
  child = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "/proc/self/exe", "--child",
                            test->path, NULL);
  g_assert_no_error (error);
  qsa_test_wait (has_others_search, test->library);
  qsa_test_wait (has_others_history, test->library);
  g_assert_true (g_subprocess_wait_check (child, NULL, &error));
  g_assert_no_error (error);
  qsa_test_wait (is_positive, &n_notified);
  qsa_test_wait (has_changed_searches, &kinds);
  /* Earlier searches are nobody's news. */
  g_assert_cmpuint (kinds, <, QSA_CHANGE_VARIANTS << 1);
  g_signal_handlers_disconnect_by_data (test->library, &kinds);
  g_signal_handlers_disconnect_by_data (test->library, &n_notified);
}

int
main (int argc, char *argv[])
{
  if (argc == 3 && strcmp (argv[1], "--child") == 0)
    return run_child (argv[2]);
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func, data) \
  g_test_add (path, QsaTestLibrary, data, set_up, func, qsa_test_library_tear_down)
  ADD ("/store/searches/save", test_save, NULL);
  ADD ("/store/searches/change", test_change, NULL);
  ADD ("/store/searches/remove-and-undo", test_remove_and_undo, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (refused_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/store/searches/refused/",
                                           refused_cases[i].name, NULL);

      ADD (path, test_refused, &refused_cases[i]);
    }
  ADD ("/store/searches/hostile", test_hostile, NULL);
  ADD ("/store/searches/strange-rows", test_strange_rows, NULL);
  ADD ("/store/searches/handed-out", test_handed_out, NULL);
  ADD ("/store/searches/counts", test_counts, NULL);
  ADD ("/store/searches/read-only", test_read_only, NULL);
  ADD ("/store/searches/closed", test_closed, NULL);
  ADD ("/store/searches/other-process", test_other_process, NULL);
#undef ADD
  return g_test_run ();
}
