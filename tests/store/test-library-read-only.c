/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-library.h"

#include <string.h>

#include <glib/gstdio.h>

#include "qsa-error.h"
#include "qsa-test-library.h"

/* Libraries that are only read: because that was asked for, or because nothing may be written. */

typedef struct
{
  QsaTestDir *dir;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dir = qsa_test_dir_new ();
  fixture->path = qsa_test_dir_child (fixture->dir, "library.qusasat");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = qsa_test_dir_child (fixture->dir, "folder");

  g_chmod (folder, 0700);
  g_free (fixture->path);
  qsa_test_dir_free (fixture->dir);
}

static void
make_library (const char *path, guint n_articles)
{
  QsaLibrary *library = qsa_test_library_open (path, QSA_LIBRARY_CREATE);

  if (n_articles > 0)
    qsa_test_import_numbered (library, 0, n_articles);
  qsa_test_library_close (library);
  qsa_test_assert_alone (path);
}

static void
assert_refused (const char *path, QsaLibraryFlags flags, QsaError code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (path);

  g_assert_null (qsa_test_library_try_open (path, flags, &error));
  g_assert_error (error, QSA_ERROR, (int) code);
  /* Whoever reads it must know which file is meant. */
  g_assert_nonnull (strstr (error->message, name));
}

/* ---- read-only, asked for ---- */

static void
assert_only_reads (QsaLibrary *library)
{
  const gint64 ids[] = { 1 };
  g_autoptr (QsaArticleEdit) edit = qsa_article_edit_new ();
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) import_error = NULL;
  g_autoptr (GError) check_error = NULL;

  g_assert_true (qsa_library_get_read_only (library));
  g_assert_cmpuint (qsa_library_get_n_articles (library), ==, 10);
  g_assert_cmpuint (qsa_test_count (library, "الصياد"), ==, 10);
  edit->fields = QSA_FIELD_TITLE;
  g_assert_null (qsa_test_edit (library, ids, 1, edit, &error));
  g_assert_error (error, QSA_ERROR, QSA_ERROR_READ_ONLY);
  qsa_library_set_reading_position (library, 1, 3);
  qsa_library_import_begin_async (library, NULL, qsa_test_on_answer, &answer);
  qsa_test_wait_answer (&answer);
  g_assert_cmpint (qsa_library_import_begin_finish (library, answer, &import_error), ==,
                   -1);
  g_assert_error (import_error, QSA_ERROR, QSA_ERROR_READ_ONLY);
  g_assert_true (qsa_test_check (library, &check_error));
  g_assert_no_error (check_error);
}

static void
test_read_only_flag (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  QsaLibrary *library = NULL;

  make_library (fixture->path, 10);
  before = qsa_test_file_digest (fixture->path);
  library = qsa_test_library_open (fixture->path, QSA_LIBRARY_READ_ONLY);
  assert_only_reads (library);
  qsa_test_library_close (library);
  after = qsa_test_file_digest (fixture->path);
  g_assert_cmpstr (before, ==, after);
  qsa_test_assert_alone (fixture->path);
}

/* One that writes and one that reads, on the same file. */
static void
test_read_only_beside_writer (Fixture *fixture, gconstpointer data)
{
  QsaLibrary *writer = NULL, *reader = NULL;

  make_library (fixture->path, 10);
  writer = qsa_test_library_open (fixture->path, 0);
  reader = qsa_test_library_open (fixture->path, QSA_LIBRARY_READ_ONLY);
  assert_only_reads (reader);
  qsa_test_library_close (reader);
  qsa_test_import_numbered (writer, 10, 1);
  reader = qsa_test_library_open (fixture->path, QSA_LIBRARY_READ_ONLY);
  g_assert_cmpuint (qsa_library_get_n_articles (reader), ==, 11);
  qsa_test_library_close (writer);
  g_assert_cmpuint (qsa_test_count (reader, "الصياد"), ==, 11);
  qsa_test_library_close (reader);
}

/* ---- not writable: as another user, since root may write everything ---- */

/* A library in a folder, both of the given mode; the child gets its path in the environment. */
static char *
make_for_nobody (Fixture *fixture, int file_mode, int folder_mode)
{
  g_autofree char *folder = qsa_test_dir_child (fixture->dir, "folder");
  char *path = qsa_test_dir_child (fixture->dir, "folder/library.qusasat");

  make_library (path, 10);
  g_assert_cmpint (g_chmod (qsa_test_dir_get_path (fixture->dir), 0755), ==, 0);
  qsa_test_give_to_nobody (path, file_mode);
  qsa_test_give_to_nobody (folder, folder_mode);
  g_setenv ("QSA_TEST_PATH", path, TRUE);
  return path;
}

typedef struct
{
  const char *name;
  int file_mode, folder_mode;
} ModeCase;

static const ModeCase mode_cases[] = {
  { "file", 0444, 0755 },
  { "folder", 0644, 0555 },
  { "file-and-folder", 0444, 0555 },
};

static void
test_read_only_mode (Fixture *fixture, gconstpointer data)
{
  const ModeCase *this = data;
  g_autofree char *path = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (g_test_subprocess ())
    {
      QsaLibrary *library = NULL;

      qsa_test_become_nobody ();
      library = qsa_test_library_open (g_getenv ("QSA_TEST_PATH"), 0);
      assert_only_reads (library);
      qsa_test_library_close (library);
      return;
    }
  path = make_for_nobody (fixture, this->file_mode, this->folder_mode);
  before = qsa_test_file_digest (path);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
  after = qsa_test_file_digest (path);
  g_assert_cmpstr (before, ==, after);
  qsa_test_assert_alone (path);
}

/* Somebody's import was killed, and then the folder became read-only: reading the file alone would
 * miss what stands in the -wal. */
static void
test_read_only_with_wal (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = NULL;
  g_autofree char *wal = NULL;
  g_autofree char *copy_wal = NULL;
  g_autofree char *folder = qsa_test_dir_child (fixture->dir, "folder");
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_bytes = 0;
  QsaLibrary *library = NULL;

  if (g_test_subprocess ())
    {
      qsa_test_become_nobody ();
      assert_refused (g_getenv ("QSA_TEST_PATH"), 0, QSA_ERROR_READ_ONLY);
      return;
    }
  copy = make_for_nobody (fixture, 0644, 0755);
  library = qsa_test_library_open (fixture->path, QSA_LIBRARY_CREATE);
  qsa_test_import_numbered (library, 0, 10);
  wal = g_strconcat (fixture->path, "-wal", NULL);
  copy_wal = g_strconcat (copy, "-wal", NULL);
  g_assert_true (g_file_get_contents (wal, &bytes, &n_bytes, &error));
  g_assert_cmpuint (n_bytes, >, 0);
  g_assert_true (g_file_set_contents (copy_wal, bytes, (gssize) n_bytes, &error));
  qsa_test_give_to_nobody (copy_wal, 0444);
  qsa_test_give_to_nobody (folder, 0555);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
  qsa_test_library_close (library);
}

static void
test_create_read_only (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = qsa_test_dir_child (fixture->dir, "folder");

  if (g_test_subprocess ())
    {
      g_autofree char *new_folder = g_build_filename (g_getenv ("QSA_TEST_PATH"), "new",
                                                      NULL);
      g_autofree char *direct = g_build_filename (g_getenv ("QSA_TEST_PATH"),
                                                  "library.qusasat", NULL);
      g_autofree char *deeper = g_build_filename (new_folder, "library.qusasat", NULL);
      g_autoptr (GError) error = NULL;

      qsa_test_become_nobody ();
      g_assert_null (qsa_test_library_try_open (direct, QSA_LIBRARY_CREATE, &error));
      g_assert_error (error, QSA_ERROR, QSA_ERROR_READ_ONLY);
      g_clear_error (&error);
      g_assert_null (qsa_test_library_try_open (deeper, QSA_LIBRARY_CREATE, &error));
      g_assert_error (error, QSA_ERROR, QSA_ERROR_READ_ONLY);
      return;
    }
  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
  g_assert_cmpint (g_chmod (qsa_test_dir_get_path (fixture->dir), 0755), ==, 0);
  qsa_test_give_to_nobody (folder, 0555);
  g_setenv ("QSA_TEST_PATH", folder, TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;

  if (g_test_subprocess ())
    {
      qsa_test_become_nobody ();
      assert_refused (g_getenv ("QSA_TEST_PATH"), 0, QSA_ERROR_UNREADABLE);
      return;
    }
  path = make_for_nobody (fixture, 0000, 0755);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func, data) g_test_add (path, Fixture, data, set_up, func, tear_down)
  ADD ("/store/library/refuse/unreadable", test_unreadable, NULL);
  ADD ("/store/library/read-only/flag", test_read_only_flag, NULL);
  ADD ("/store/library/read-only/beside-writer", test_read_only_beside_writer, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (mode_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/store/library/read-only/mode/",
                                           mode_cases[i].name, NULL);

      ADD (path, test_read_only_mode, &mode_cases[i]);
    }
  ADD ("/store/library/read-only/with-wal", test_read_only_with_wal, NULL);
  ADD ("/store/library/read-only/create", test_create_read_only, NULL);
#undef ADD
  return g_test_run ();
}
