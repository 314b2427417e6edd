/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-library.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "qsa-error.h"
#include "qsa-schema.h"
#include "qsa-test-library.h"

/* Opening: what becomes a library, and what is refused. */

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

/* ---- making one ---- */

static void
test_create_in_new_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = qsa_test_dir_child (fixture->dir, "a/b/مكتبة 1?.qusasat");
  QsaLibrary *library = qsa_test_library_open (path, QSA_LIBRARY_CREATE);

  g_assert_cmpstr (qsa_library_get_path (library), ==, path);
  g_assert_false (qsa_library_get_read_only (library));
  g_assert_cmpuint (qsa_library_get_n_articles (library), ==, 0);
  qsa_test_library_close (library);
  qsa_test_assert_alone (path);
  g_assert_cmpint (qsa_test_sql_int64 (path, "PRAGMA user_version"), ==,
                   QSA_SCHEMA_VERSION);
  g_assert_cmpint (qsa_test_sql_int64 (path, "PRAGMA application_id"), ==, 0x51736173);
}

static void
test_open_again (Fixture *fixture, gconstpointer data)
{
  QsaLibrary *library = NULL;

  make_library (fixture->path, 10);
  library = qsa_test_library_open (fixture->path, 0);
  g_assert_cmpuint (qsa_library_get_n_articles (library), ==, 10);
  g_assert_cmpuint (qsa_test_count (library, "الصياد"), ==, 10);
  g_assert_nonnull (
      qsa_outlet_table_find_name (qsa_library_get_outlets (library), "وكالة الجسر"));
  qsa_test_library_close (library);
}

static void
test_through_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = qsa_test_dir_child (fixture->dir, "link.qusasat");
  QsaLibrary *library = NULL;

  make_library (fixture->path, 1);
  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  library = qsa_test_library_open (link, 0);
  g_assert_cmpuint (qsa_library_get_n_articles (library), ==, 1);
  qsa_test_library_close (library);
  qsa_test_assert_alone (fixture->path);
  qsa_test_assert_alone (link);
}

static void
test_empty_file (Fixture *fixture, gconstpointer data)
{
  QsaLibrary *library = NULL;

  g_free (qsa_test_dir_write (fixture->dir, "library.qusasat", "", 0));
  assert_refused (fixture->path, 0, QSA_ERROR_NOT_A_LIBRARY);
  assert_refused (fixture->path, QSA_LIBRARY_CREATE | QSA_LIBRARY_READ_ONLY,
                  QSA_ERROR_NOT_A_LIBRARY);
  library = qsa_test_library_open (fixture->path, QSA_LIBRARY_CREATE);
  qsa_test_library_close (library);
}

/* ---- refusing ---- */

static void
write_text (Fixture *fixture)
{
  g_free (qsa_test_dir_write (fixture->dir, "library.qusasat",
                              "هذا نص وليس مكتبة، وهو أطول من رأس الملف بقليل، "
                              "حتى لا يكون القصر هو السبب.",
                              -1));
}

static void
write_short (Fixture *fixture)
{
  g_free (qsa_test_dir_write (fixture->dir, "library.qusasat", "SQLite", -1));
}

static void
write_other_database (Fixture *fixture)
{
  qsa_test_sql_exec (fixture->path, "CREATE TABLE article (id INTEGER PRIMARY KEY)");
}

static void
write_too_new (Fixture *fixture)
{
  make_library (fixture->path, 5);
  qsa_test_sql_exec (fixture->path, "PRAGMA user_version = 999");
}

static void
write_bytes_at (const char *path, gsize at, const char *bytes, gsize n_bytes)
{
  int file = g_open (path, O_WRONLY, 0);

  g_assert_cmpint (file, >=, 0);
  g_assert_cmpint (pwrite (file, bytes, n_bytes, (off_t) at), ==, (gssize) n_bytes);
  close (file);
}

static void
write_broken_magic (Fixture *fixture)
{
  make_library (fixture->path, 5);
  write_bytes_at (fixture->path, 0, "XXXX", 4);
}

static void
write_broken_page_size (Fixture *fixture)
{
  make_library (fixture->path, 5);
  write_bytes_at (fixture->path, 16, "\x12\x34", 2);
}

static void
write_cut (Fixture *fixture)
{
  make_library (fixture->path, 5);
  g_assert_cmpint (truncate (fixture->path, 8192), ==, 0);
}

static void
write_broken_schema (Fixture *fixture)
{
  char noise[3900];

  memset (noise, 0x5a, sizeof noise);
  make_library (fixture->path, 5);
  write_bytes_at (fixture->path, 100, noise, sizeof noise);
}

typedef struct
{
  const char *name;
  void (*write) (Fixture *fixture);
  QsaError code;
} RefuseCase;

static const RefuseCase refuse_cases[] = {
  { "text", write_text, QSA_ERROR_NOT_A_LIBRARY },
  { "short", write_short, QSA_ERROR_NOT_A_LIBRARY },
  { "other-database", write_other_database, QSA_ERROR_NOT_A_LIBRARY },
  { "too-new", write_too_new, QSA_ERROR_TOO_NEW },
  { "broken-magic", write_broken_magic, QSA_ERROR_DAMAGED },
  { "broken-page-size", write_broken_page_size, QSA_ERROR_DAMAGED },
  { "cut", write_cut, QSA_ERROR_DAMAGED },
  { "broken-schema", write_broken_schema, QSA_ERROR_DAMAGED },
};

/* Whatever it is, it stays as it is. */
static void
test_refuse (Fixture *fixture, gconstpointer data)
{
  const RefuseCase *this = data;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  this->write (fixture);
  before = qsa_test_file_digest (fixture->path);
  assert_refused (fixture->path, 0, this->code);
  assert_refused (fixture->path, QSA_LIBRARY_CREATE, this->code);
  assert_refused (fixture->path, QSA_LIBRARY_READ_ONLY, this->code);
  after = qsa_test_file_digest (fixture->path);
  g_assert_cmpstr (before, ==, after);
  qsa_test_assert_alone (fixture->path);
}

static void
test_refuse_missing (Fixture *fixture, gconstpointer data)
{
  assert_refused (fixture->path, 0, QSA_ERROR_NOT_A_LIBRARY);
  assert_refused (fixture->path, QSA_LIBRARY_CREATE | QSA_LIBRARY_READ_ONLY,
                  QSA_ERROR_NOT_A_LIBRARY);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_refuse_folder (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  assert_refused (fixture->path, QSA_LIBRARY_CREATE, QSA_ERROR_NOT_A_LIBRARY);
}

static void
test_refuse_pipe (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  assert_refused (fixture->path, QSA_LIBRARY_CREATE, QSA_ERROR_NOT_A_LIBRARY);
}

static void
test_refuse_folder_that_is_a_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = qsa_test_dir_child (fixture->dir,
                                              "library.qusasat/inside.qusasat");

  write_text (fixture);
  assert_refused (path, 0, QSA_ERROR_NOT_A_LIBRARY);
  {
    g_autoptr (GError) error = NULL;

    g_assert_null (qsa_test_library_try_open (path, QSA_LIBRARY_CREATE, &error));
    g_assert_error (error, QSA_ERROR, QSA_ERROR_READ_ONLY);
  }
}

/* ---- damage that shows when an article is read ---- */

static void
make_library_with_heading (const char *path)
{
  QsaLibrary *library = qsa_test_library_open (path, QSA_LIBRARY_CREATE);
  QsaCandidate *candidate = qsa_test_candidate_new ("عنوان", NULL, NULL,
                                                    "خرج القارب.\nفي المرفأ\nثم عاد.");
  GPtrArray *batch = qsa_test_candidates_new ();

  qsa_article_add_block (candidate->article, QSA_BLOCK_HEADING, 21, 38, NULL, NULL);
  qsa_article_add_block (candidate->article, QSA_BLOCK_CAPTION, 0, 0, "قارب", NULL);
  g_ptr_array_add (batch, candidate);
  g_array_unref (qsa_test_import (library, batch));
  qsa_test_library_close (library);
}

typedef struct
{
  const char *name;
  const char *change; /* of the heading's row */
} BlockCase;

static const BlockCase block_cases[] = {
  { "end-beyond-body", "end_byte = 1000000" },
  { "end-huge", "end_byte = 9223372036854775807" },
  { "start-negative", "start_byte = -1" },
  { "start-huge", "start_byte = 9223372036854775807" },
  { "start-behind-end", "start_byte = 30, end_byte = 29" },
  { "unknown-kind", "kind = 'telepathy'" },
  { "kind-is-no-text", "kind = CAST (x'ff00ff' AS TEXT)" },
};

/* A block that cannot be is left out; the article and its other blocks are whole. */
static void
test_damaged_block (Fixture *fixture, gconstpointer data)
{
  const BlockCase *this = data;
  g_autofree char *sql = g_strdup_printf (
      "UPDATE article_block SET %s WHERE kind = 'heading'", this->change);
  g_autoptr (QsaArticle) before = NULL;
  g_autoptr (QsaArticle) article = NULL;
  QsaLibrary *library = NULL;

  make_library_with_heading (fixture->path);
  library = qsa_test_library_open (fixture->path, 0);
  before = qsa_test_load_article (library, 1);
  g_assert_cmpuint (before->blocks->len, ==, 2);
  qsa_test_library_close (library);

  qsa_test_sql_exec (fixture->path, sql);
  library = qsa_test_library_open (fixture->path, 0);
  article = qsa_test_load_article (library, 1);
  g_assert_cmpuint (article->blocks->len, ==, 1);
  g_assert_cmpint (((const QsaBlock *) g_ptr_array_index (article->blocks, 0))->kind, ==,
                   QSA_BLOCK_CAPTION);
  g_assert_cmpstr (article->body, ==, before->body);
  qsa_test_library_close (library);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func, data) g_test_add (path, Fixture, data, set_up, func, tear_down)
  ADD ("/store/library/create/new-folder", test_create_in_new_folder, NULL);
  ADD ("/store/library/create/open-again", test_open_again, NULL);
  ADD ("/store/library/create/through-link", test_through_link, NULL);
  ADD ("/store/library/create/empty-file", test_empty_file, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (refuse_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/store/library/refuse/", refuse_cases[i].name,
                                           NULL);

      ADD (path, test_refuse, &refuse_cases[i]);
    }
  ADD ("/store/library/refuse/missing", test_refuse_missing, NULL);
  ADD ("/store/library/refuse/folder", test_refuse_folder, NULL);
  ADD ("/store/library/refuse/pipe", test_refuse_pipe, NULL);
  ADD ("/store/library/refuse/folder-is-file", test_refuse_folder_that_is_a_file, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (block_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/store/library/damaged-block/",
                                           block_cases[i].name, NULL);

      ADD (path, test_damaged_block, &block_cases[i]);
    }
#undef ADD
  return g_test_run ();
}
