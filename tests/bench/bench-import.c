/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <sqlite3.h>

#include "qsa-extract.h"
#include "qsa-import-job.h"
#include "qsa-test-dir.h"
#include "qsa-walker.h"

/* Importing a folder of articles, beside the least that a program could do with the same files: read
 * and extract them one after another and put title and body into an FTS5 table with SQLite's own
 * unicode61 tokenizer. Each runs in a child process, so that each has its own peak of memory.
 *
 *   bench-import FOLDER…          (default: QUSASAT_CORPORA, a path list)
 */

typedef struct
{
  guint n_articles;
  guint n_duplicates;
  guint n_failed;
  double seconds;
} Figures;

typedef void (*Build) (char **folders, const char *library, Figures *figures);

/* ---- Qusasat ---- */

static void
on_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
build_qusasat (char **folders, const char *library_path, Figures *figures)
{
  g_autoptr (GAsyncResult) opened = NULL, closed = NULL;
  g_autoptr (GError) error = NULL;

  qsa_library_open_async (library_path, QSA_LIBRARY_CREATE, NULL, on_ready, &opened);
  while (opened == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_autoptr (QsaLibrary) library = qsa_library_open_finish (opened, &error);
  g_assert_no_error (error);

  g_autoptr (QsaImportJob)
      job = qsa_import_job_new (library, qsa_library_get_outlets (library));
  for (guint i = 0; folders[i] != NULL; i++)
    qsa_import_job_add_path (job, folders[i]);
  qsa_import_job_start (job);
  while (qsa_import_job_get_running (job))
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (qsa_import_job_get_error (job));

  figures->n_articles = qsa_import_job_get_n_added (job);
  figures->n_duplicates = qsa_import_job_get_n_duplicates (job);
  figures->n_failed = qsa_import_job_get_n_failed (job);
  qsa_library_close_async (library, on_ready, &closed);
  while (closed == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* ---- plain FTS5 ---- */

typedef struct
{
  sqlite3 *db;
  sqlite3_stmt *insert;
  QsaOutletTable *outlets;
  Figures *figures;
} Plain;

static gboolean
plain_on_candidate (QsaCandidate *taken, gpointer user_data)
{
  Plain *plain = user_data;
  g_autoptr (QsaCandidate) candidate = taken;

  if (candidate->article == NULL)
    {
      plain->figures->n_failed++;
      return TRUE;
    }
  sqlite3_bind_text (plain->insert, 1, candidate->article->title, -1, SQLITE_STATIC);
  sqlite3_bind_text (plain->insert, 2, candidate->article->body, -1, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (plain->insert), ==, SQLITE_DONE);
  sqlite3_reset (plain->insert);
  if (++plain->figures->n_articles % 1000 == 0)
    sqlite3_exec (plain->db, "COMMIT; BEGIN", NULL, NULL, NULL);
  return TRUE;
}

static void
plain_on_walk (QsaWalkKind kind, const char *path, const GError *error,
               gpointer user_data)
{
  Plain *plain = user_data;

  if (kind == QSA_WALK_FILE
      && !qsa_extract_file (path, plain->outlets, plain_on_candidate, plain, NULL, NULL))
    plain->figures->n_failed++;
}

static void
build_plain (char **folders, const char *library_path, Figures *figures)
{
  g_autoptr (QsaOutletTable) outlets = qsa_outlet_table_new_shipped ();
  Plain plain = { .outlets = outlets, .figures = figures };

  g_assert_cmpint (sqlite3_open (library_path, &plain.db), ==, SQLITE_OK);
  sqlite3_exec (
      plain.db,
      "PRAGMA journal_mode = WAL;"
      "CREATE VIRTUAL TABLE article USING fts5 (title, body, tokenize = 'unicode61');"
      "BEGIN",
      NULL, NULL, NULL);
  sqlite3_prepare_v2 (plain.db, "INSERT INTO article VALUES (?1, ?2)", -1, &plain.insert,
                      NULL);
  g_assert_nonnull (plain.insert);
  for (guint i = 0; folders[i] != NULL; i++)
    qsa_walk (folders[i], NULL, plain_on_walk, &plain);
  sqlite3_exec (plain.db, "COMMIT", NULL, NULL, NULL);
  sqlite3_finalize (plain.insert);
  sqlite3_close (plain.db);
}

/* ---- measuring ---- */

static void
measure (const char *name, Build build, char **folders)
{
  g_autoptr (QsaTestDir) dir = qsa_test_dir_new ();
  g_autofree char *library = qsa_test_dir_child (dir, "bench.qusasat");
  int ends[2];
  Figures figures = { 0 };
  struct rusage usage;
  int status;

  g_assert_cmpint (pipe (ends), ==, 0);
  pid_t child = fork ();
  if (child == 0)
    {
      gint64 start = g_get_monotonic_time ();
      build (folders, library, &figures);
      figures.seconds = (g_get_monotonic_time () - start) / 1e6;
      g_assert_cmpint (write (ends[1], &figures, sizeof figures), ==, sizeof figures);
      _exit (0);
    }
  close (ends[1]);
  gssize n_read = read (ends[0], &figures, sizeof figures);
  close (ends[0]);
  wait4 (child, &status, 0, &usage);
  g_assert_true (n_read == sizeof figures && WIFEXITED (status)
                 && WEXITSTATUS (status) == 0);

  guint n_all = figures.n_articles + figures.n_duplicates + figures.n_failed;
  double busy_seconds = usage.ru_utime.tv_sec + usage.ru_utime.tv_usec / 1e6
                        + usage.ru_stime.tv_sec + usage.ru_stime.tv_usec / 1e6;
  printf (
      "%-22s %7u articles + %5u duplicates + %4u failures = %7u   %6.2f s   %7.0f a second"
      "   %6.2f s of processors   peak %4ld MB\n",
      name, figures.n_articles, figures.n_duplicates, figures.n_failed, n_all,
      figures.seconds, n_all / figures.seconds, busy_seconds, usage.ru_maxrss / 1024);
  fflush (stdout);
}

int
main (int argc, char **argv)
{
  const char *corpora = g_getenv ("QUSASAT_CORPORA");
  g_auto (GStrv) from_environment = g_strsplit (corpora != NULL ? corpora : "",
                                                G_SEARCHPATH_SEPARATOR_S, -1);
  char **folders = argc > 1 ? argv + 1 : from_environment;

  if (folders[0] == NULL)
    {
      printf ("bench-import: skipped, no folder of articles was named "
              "(make bench CORPORA=FOLDER)\n");
      return 0;
    }
  measure ("plain FTS5 unicode61", build_plain, folders);
  measure ("Qusasat import", build_qusasat, folders);
  return 0;
}
