/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-library.h"

#include "qsa-test-library.h"

/* Earlier searches. */

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

static void
test_history (QsaTestLibrary *test, gconstpointer data)
{
  g_autofree char *page = g_strnfill (5000, 'x');

  assert_history (test->library, NULL, "");
  qsa_library_remember_search (test->library, "البحر");
  qsa_library_remember_search (test->library, "  سفينة\n المرفأ ");
  qsa_library_remember_search (test->library, "outlet:\"وكالة الجسر\"");
  assert_history (test->library, "", "outlet:\"وكالة الجسر\"|سفينة المرفأ|البحر");
  qsa_library_remember_search (test->library, "البحر");
  assert_history (test->library, NULL, "البحر|outlet:\"وكالة الجسر\"|سفينة المرفأ");
  /* Nothing worth it. */
  qsa_library_remember_search (test->library, " ");
  qsa_library_remember_search (test->library, "\xff");
  qsa_library_remember_search (test->library, page);
  assert_history (test->library, NULL, "البحر|outlet:\"وكالة الجسر\"|سفينة المرفأ");
  /* Letters are folded, signs are as they are. */
  assert_history (test->library, "سفينه", "سفينة المرفأ");
  assert_history (test->library, "المرفا", "سفينة المرفأ");
  assert_history (test->library, "\"", "outlet:\"وكالة الجسر\"");
  assert_history (test->library, "غيمة", "");

  /* Written also when the library is closed right after. */
  qsa_library_remember_search (test->library, "قارب");
  reopen (test, 0);
  assert_history (test->library, NULL, "قارب|البحر|outlet:\"وكالة الجسر\"");
  qsa_library_forget_searches (test->library);
  assert_history (test->library, NULL, "");
  reopen (test, 0);
  assert_history (test->library, NULL, "");
}

static void
test_history_is_bounded (QsaTestLibrary *test, gconstpointer data)
{
  g_auto (GStrv) queries = NULL;

  for (guint i = 0; i < 510; i++)
    {
      g_autofree char *query = g_strdup_printf ("بحث %u", i);

      qsa_library_remember_search (test->library, query);
    }
  reopen (test, 0);
  queries = qsa_library_dup_history (test->library, "", 1000);
  g_assert_cmpuint (g_strv_length (queries), ==, 500);
  g_assert_cmpstr (queries[0], ==, "بحث 509");
  g_assert_cmpstr (queries[499], ==, "بحث 10");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func)                                                              \
  g_test_add ("/store/history/" path, QsaTestLibrary, NULL, qsa_test_library_set_up, \
              func, qsa_test_library_tear_down)
  ADD ("remember", test_history);
  ADD ("bounded", test_history_is_bounded);
#undef ADD
  return g_test_run ();
}
