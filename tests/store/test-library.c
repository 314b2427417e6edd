/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-library.h"

#include <string.h>

#include "qsa-error.h"
#include "qsa-test-library.h"

typedef struct
{
  QsaTestDir *dir;
  char *path;
  QsaLibrary *library;
} Fixture;

static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dir = qsa_test_dir_new ();
  fixture->path = qsa_test_dir_child (fixture->dir, "library.qusasat");
  fixture->library = qsa_test_library_open (fixture->path, QSA_LIBRARY_CREATE);
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->library != NULL)
    qsa_test_library_close (fixture->library);
  qsa_test_assert_alone (fixture->path);
  g_free (fixture->path);
  qsa_test_dir_free (fixture->dir);
}

static void
test_import_and_search (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QsaStats) stats = NULL;

  qsa_test_import_numbered (fixture->library, 0, 100);
  g_assert_cmpuint (qsa_library_get_n_articles (fixture->library), ==, 100);
  g_assert_cmpuint (qsa_test_count (fixture->library, "الصياد"), ==, 100);
  g_assert_cmpuint (qsa_test_count (fixture->library, "كلمة42"), ==, 1);
  g_assert_true (qsa_test_check (fixture->library, &error));
  g_assert_no_error (error);
  stats = qsa_test_stats (fixture->library);
  g_assert_cmpuint (stats->n_articles, ==, 100);
  g_assert_cmpuint (stats->n_undated, ==, 15);
  g_assert_cmpuint (stats->n_unknown_outlet, ==, 33);
  g_assert_cmpuint (stats->n_outlets, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                    \
  g_test_add ("/store/library/" path, Fixture, NULL, fixture_set_up, func, \
              fixture_tear_down)
  ADD ("import-and-search", test_import_and_search);
#undef ADD
  return g_test_run ();
}
