/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-bench-library.h"

#include "qsa-fts.h"
#include "qsa-schema.h"
#include "qsa-term-table.h"
#include "qsa-test-press.h"

#define BATCH 10000u

/* Nothing is lost with a file that can be made again. The index's words stay in memory as long as
 * they can, and are merged once. */
static const char qsa_bench_library_hurry[] =
    "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -262144;"
    "INSERT INTO " QSA_FTS_TABLE " (" QSA_FTS_TABLE
    ", rank) VALUES ('hashsize', 134217728);"
    "INSERT INTO " QSA_FTS_TABLE " (" QSA_FTS_TABLE ", rank) VALUES ('automerge', 0);";
static const char qsa_bench_library_settle[] =
    "INSERT INTO " QSA_FTS_TABLE " (" QSA_FTS_TABLE ") VALUES ('optimize');"
    "INSERT INTO " QSA_FTS_TABLE " (" QSA_FTS_TABLE
    ", rank) VALUES ('hashsize', 16777216);"
    "INSERT INTO " QSA_FTS_TABLE " (" QSA_FTS_TABLE ", rank) VALUES ('automerge', 16);";

static void
qsa_bench_library_check (const GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

static void
qsa_bench_library_exec (QsaDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;

  qsa_db_exec (db, sql, &error);
  qsa_bench_library_check (error);
}

static void
qsa_bench_library_fill (QsaDb *db, guint n_articles, guint n_words)
{
  g_autoptr (QsaTestPress) press = qsa_test_press_new (QSA_BENCH_SEED, n_words);
  g_autoptr (GHashTable) counts = NULL;
  g_autoptr (GError) error = NULL;

  qsa_bench_library_exec (db, "BEGIN");
  qsa_test_archive_add_outlets (db, QSA_TEST_PRESS_N_OUTLETS);
  qsa_fts_begin_vocabulary_count (db);
  for (guint32 id = 1; id <= n_articles; id++)
    {
      g_autoptr (QsaTestArticle) article = qsa_test_press_next (press, id);

      qsa_test_archive_insert (db, article);
      if (id % BATCH == 0)
        g_printerr ("\r%u articles", id);
    }
  counts = qsa_fts_end_vocabulary_count (db);
  qsa_term_table_fold (db, counts, &error);
  qsa_bench_library_check (error);
  qsa_bench_library_exec (db, "COMMIT");
}

void
qsa_bench_library_make (const char *path, guint n_articles, guint n_words)
{
  gint64 start_us = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (QsaDb) db = qsa_db_open (path, QSA_DB_READ_WRITE, &error);

  qsa_bench_library_check (error);
  qsa_schema_prepare (db, path, TRUE, &error);
  qsa_bench_library_check (error);
  qsa_bench_library_exec (db, qsa_bench_library_hurry);
  qsa_bench_library_fill (db, n_articles, n_words);
  qsa_bench_library_exec (db, qsa_bench_library_settle);
  qsa_bench_library_exec (db, "PRAGMA journal_mode = WAL");
  g_printerr ("\r%u articles made and indexed in %.0f s\n", n_articles,
              (double) (g_get_monotonic_time () - start_us) / G_USEC_PER_SEC);
}
