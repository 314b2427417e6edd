/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-extract [PATH…]: extracts every file on one core and prints articles and megabytes a second,
 * by the clock and by processor time. Without a path it takes the shared corpora. */

#include <locale.h>
#include <time.h>

#include "../text/shared-articles.h"
#include "qsa-extract.h"

typedef struct
{
  QsaOutletTable *outlets; /* borrowed */
  guint n_files;
  guint n_articles;
  guint n_failures;
  guint n_dated;
  guint n_with_outlet;
  guint64 raw_bytes;
} QsaBench;

static gboolean
qsa_bench_take_candidate (QsaCandidate *candidate, gpointer user_data)
{
  g_autoptr (QsaCandidate) owned = candidate;
  QsaBench *bench = user_data;

  if (owned->raw != NULL)
    bench->raw_bytes += g_bytes_get_size (owned->raw);
  if (owned->article == NULL)
    {
      bench->n_failures++;
      return TRUE;
    }
  bench->n_articles++;
  bench->n_dated += owned->article->date.precision != QSA_DATE_NONE;
  bench->n_with_outlet += owned->article->outlet != NULL;
  return TRUE;
}

static void
qsa_bench_file (QsaBench *bench, const char *path)
{
  g_autoptr (GError) error = NULL;

  bench->n_files++;
  if (!qsa_extract_file (path, bench->outlets, qsa_bench_take_candidate, bench, NULL,
                         &error))
    {
      bench->n_failures++;
      g_printerr ("%s\n", error->message);
    }
}

static void
qsa_bench_path (QsaBench *bench, const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  if (folder == NULL)
    {
      qsa_bench_file (bench, path);
      return;
    }
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        qsa_bench_path (bench, child);
      else if (qsa_extract_wants_file_name (name))
        qsa_bench_file (bench, child);
    }
}

static void
qsa_bench_run (const char *path)
{
  g_autoptr (QsaOutletTable) outlets = qsa_outlet_table_new_shipped ();
  QsaBench bench = { .outlets = outlets };
  gint64 start = g_get_monotonic_time ();
  clock_t start_clock = clock ();
  double seconds;
  double cpu_seconds;

  qsa_bench_path (&bench, path);
  seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  cpu_seconds = (double) (clock () - start_clock) / CLOCKS_PER_SEC;

  g_print ("%s\n", path);
  g_print ("  %u files, %u articles, %u failures, %u dated, %u with outlet\n",
           bench.n_files, bench.n_articles, bench.n_failures, bench.n_dated,
           bench.n_with_outlet);
  g_print ("  %.2f s: %.0f articles/s, %.1f MB/s\n", seconds, bench.n_articles / seconds,
           (double) bench.raw_bytes / 1e6 / seconds);
  g_print ("  %.2f s of processor time: %.0f articles/s, %.1f MB/s\n", cpu_seconds,
           bench.n_articles / cpu_seconds, (double) bench.raw_bytes / 1e6 / cpu_seconds);
}

int
main (int argc, char **argv)
{
  static const char *const shared[] = { "corpora/ant-v1.1", "corpora/ant-v2.1",
                                        "corpora/saudi", "html" };
  guint n_run = 0;

  setlocale (LC_ALL, "");
  for (int i = 1; i < argc; i++, n_run++)
    qsa_bench_run (argv[i]);
  for (gsize i = 0; argc < 2 && i < G_N_ELEMENTS (shared); i++)
    {
      g_autofree char *path = shared_dup_path (shared[i]);

      if (path == NULL)
        continue;
      qsa_bench_run (path);
      n_run++;
    }
  if (n_run == 0)
    g_print ("There is nothing to measure on: name a folder of articles.\n");
  return 0;
}
