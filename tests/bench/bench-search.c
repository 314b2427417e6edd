/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "qsa-bench-library.h"
#include "qsa-bench-sql.h"
#include "qsa-bench-times.h"
#include "qsa-engine.h"
#include "qsa-test-dir.h"

/* How long a search takes, with all exact facets, on a library of generated articles, beside plain SQL on
 * the same tables in the same run. "Cold" has nothing in the term cache when a query's first
 * letter is typed (the file is in the system's cache); "warm" is the same once more. */

#define TERM_CACHE_BYTES (64 << 20)

static int n_articles;
static int n_words = 100;
static int n_baseline = 30;
static gboolean make_only;
static gboolean processor_time;
static char *library_path;

static const GOptionEntry options[] = {
  { "articles", 'n', 0, G_OPTION_ARG_INT, &n_articles,
    "Size of the library (100000, or $BENCH_ARTICLES)", "N" },
  { "words", 'w', 0, G_OPTION_ARG_INT, &n_words, "Words of an article on average (100)",
    "N" },
  { "baseline", 'b', 0, G_OPTION_ARG_INT, &n_baseline,
    "Queries of each kind that plain SQL answers too (30)", "N" },
  { "library", 'l', 0, G_OPTION_ARG_FILENAME, &library_path,
    "Keep the library in FILE, or use it when it is there ($BENCH_LIBRARY)", "FILE" },
  { "processor-time", 'p', 0, G_OPTION_ARG_NONE, &processor_time,
    "Measure processor time, on a busy machine", NULL },
  { "make-only", 0, 0, G_OPTION_ARG_NONE, &make_only, "Make the library, measure nothing",
    NULL },
  { NULL },
};

typedef struct
{
  QsaDb *db;
  QsaTestPress *press;
  QsaColumns *columns;
  QsaTermCache *cache;
  guint64 generation;
  GPtrArray *script; /* QsaBenchQuery */
} Bench;

static void
check (const GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

/* In a process of its own: the memory that it takes is not the search's. */
static void
make_library (const char *program)
{
  g_autofree char *articles = g_strdup_printf ("--articles=%d", n_articles);
  g_autofree char *words = g_strdup_printf ("--words=%d", n_words);
  g_autofree char *library = g_strdup_printf ("--library=%s", library_path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess)
      process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, program, "--make-only",
                                  articles, words, library, NULL);

  check (error);
  g_subprocess_wait_check (process, NULL, &error);
  check (error);
}

static void
load_columns (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (QsaColumns) next = NULL;
  g_autoptr (QsaLengths) lengths = NULL;
  gint64 start_us = qsa_bench_now_us ();

  bench->columns = qsa_columns_load (bench->db, NULL, &error);
  check (error);
  g_print ("columns: loaded in %.1f ms", qsa_bench_milliseconds_since (start_us));

  for (guint32 id = 1; id <= 500; id++)
    g_array_append_val (ids, id);
  start_us = qsa_bench_now_us ();
  next = qsa_columns_apply (bench->columns, bench->db, ids, &error);
  check (error);
  g_print (", 500 changes applied in %.1f ms", qsa_bench_milliseconds_since (start_us));

  /* Once, by whoever first asks for relevance. */
  start_us = qsa_bench_now_us ();
  lengths = qsa_columns_dup_lengths (bench->columns, bench->db, &error);
  check (error);
  g_print ("; lengths for relevance in %.1f ms\n",
           qsa_bench_milliseconds_since (start_us));
}

static void
open_library (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  gint64 n = 0, n_terms = 0;

  bench->db = qsa_db_open (library_path, QSA_DB_QUERY_ONLY, &error);
  check (error);
  qsa_db_query_int64 (bench->db, "SELECT count (*) FROM article", &n, &error);
  check (error);
  qsa_db_query_int64 (bench->db, "SELECT count (*) FROM term", &n_terms, &error);
  check (error);
  n_articles = (int) n;
  bench->press = qsa_test_press_new (QSA_BENCH_SEED, 1);
  bench->script = qsa_bench_script_new (bench->press);
  bench->cache = qsa_term_cache_new (TERM_CACHE_BYTES);
  g_print ("%d articles, a vocabulary of %" G_GINT64_FORMAT " forms\n", n_articles,
           n_terms);
  load_columns (bench);
}

static void
close_library (Bench *bench)
{
  qsa_term_cache_free (bench->cache);
  qsa_columns_unref (bench->columns);
  g_ptr_array_unref (bench->script);
  qsa_test_press_free (bench->press);
  qsa_db_close (bench->db);
}

static void
forget_terms (Bench *bench)
{
  qsa_term_cache_set_generation (bench->cache, ++bench->generation);
}

static double
search (Bench *bench, const QsaBenchQuery *query, glong n_chars, QsaSort sort,
        guint *total)
{
  gint64 start_us = qsa_bench_now_us ();
  g_autoptr (QsaSearchRequest) request = qsa_bench_request_new (query, n_chars, sort);
  g_autoptr (GError) error = NULL;
  g_autoptr (QsaResult) result = qsa_engine_search (bench->db, bench->columns,
                                                    bench->cache, request, NULL, &error);

  check (error);
  if (total != NULL)
    *total = qsa_result_get_total (result);
  return qsa_bench_milliseconds_since (start_us);
}

/* ---- the script, letter by letter ---- */

static void
type_query (Bench *bench, const QsaBenchQuery *query, QsaBenchTimes *times,
            QsaBenchTimes *all)
{
  glong n_chars = g_utf8_strlen (query->text, -1);

  for (glong n = 1; n <= n_chars; n++)
    {
      double time = search (bench, query, n, QSA_SORT_NEWEST, NULL);

      qsa_bench_times_add (times, time);
      qsa_bench_times_add (all, time);
    }
}

static void
run_script (Bench *bench)
{
  static const char *const names[] = { "words", "prefixes", "phrases", "NEAR" };
  static const char *const headings[] = { "cold (ms)", "warm (ms)" };
  g_autoptr (QsaBenchTimes) all_cold = qsa_bench_times_new ();
  g_autoptr (QsaBenchTimes) all_warm = qsa_bench_times_new ();
  QsaBenchTimes *all[] = { all_cold, all_warm };

  qsa_bench_times_print_heading ("200 queries, typed letter by letter", headings, 2);
  for (guint kind = 0; kind < G_N_ELEMENTS (names); kind++)
    {
      g_autoptr (QsaBenchTimes) cold = qsa_bench_times_new ();
      g_autoptr (QsaBenchTimes) warm = qsa_bench_times_new ();
      QsaBenchTimes *times[] = { cold, warm };

      for (guint i = 0; i < bench->script->len; i++)
        {
          const QsaBenchQuery *query = bench->script->pdata[i];

          if (query->kind != kind)
            continue;
          forget_terms (bench);
          type_query (bench, query, cold, all_cold);
          type_query (bench, query, warm, all_warm);
        }
      qsa_bench_times_print (names[kind], times, 2);
    }
  qsa_bench_times_print ("every keystroke", all, 2);
}

/* ---- first use and relevance ---- */

typedef struct
{
  const char *name;
  const char *format;
  guint ranks[2];
  QsaSort sort;
} FirstUse;

static const FirstUse first_uses[] = {
  { "two letters and a star", "%2*", { 25, 0 }, QSA_SORT_NEWEST },
  { "the commonest words", "%s ", { 0, 0 }, QSA_SORT_NEWEST },
  { "frequent words with all forms", "%s ", { 25, 0 }, QSA_SORT_NEWEST },
  { "phrase of two frequent words", "\"%s %s\"", { 25, 40 }, QSA_SORT_NEWEST },
  { "phrase of the commonest words", "\"%s %s\"", { 0, 7 }, QSA_SORT_NEWEST },
  { "NEAR of two frequent words", "%s NEAR/8 %s ", { 25, 40 }, QSA_SORT_NEWEST },
  { "NEAR of the commonest words", "%s NEAR/8 %s ", { 0, 7 }, QSA_SORT_NEWEST },
  { "relevance, the commonest words", "%s ", { 0, 0 }, QSA_SORT_RELEVANCE },
  { "relevance, frequent words", "%s ", { 25, 0 }, QSA_SORT_RELEVANCE },
  { "relevance, two frequent words", "%s %s ", { 25, 40 }, QSA_SORT_RELEVANCE },
  { "relevance, two of the commonest", "%s %s ", { 0, 7 }, QSA_SORT_RELEVANCE },
};

static void
run_first_uses (Bench *bench)
{
  static const char *const headings[] = { "cold (ms)", "warm (ms)" };

  qsa_bench_times_print_heading ("10 of each, first use and again", headings, 2);
  for (guint i = 0; i < G_N_ELEMENTS (first_uses); i++)
    {
      const FirstUse *use = &first_uses[i];
      g_autoptr (QsaBenchTimes) cold = qsa_bench_times_new ();
      g_autoptr (QsaBenchTimes) warm = qsa_bench_times_new ();
      QsaBenchTimes *times[] = { cold, warm };

      for (guint j = 0; j < 10; j++)
        {
          const char *first = qsa_test_press_get_word (bench->press, use->ranks[0] + j);
          const char *second = qsa_test_press_get_word (bench->press,
                                                        use->ranks[1] + j * 2);
          g_autoptr (GString) text = g_string_new (use->format);
          g_autofree char *beginning = g_utf8_substring (first, 0, 2);
          QsaBenchQuery query = { NULL, QSA_BENCH_WORDS, FALSE };

          g_string_replace (text, "%2", beginning, 1);
          g_string_replace (text, "%s", first, 1);
          g_string_replace (text, "%s", second, 1);
          query.text = text->str;
          forget_terms (bench);
          qsa_bench_times_add (cold, search (bench, &query, -1, use->sort, NULL));
          qsa_bench_times_add (warm, search (bench, &query, -1, use->sort, NULL));
        }
      qsa_bench_times_print (use->name, times, 2);
    }
}

/* ---- the next key cancels ---- */

#define CANCEL_AFTER_US 30000

static gpointer
cancel_soon (gpointer data)
{
  gint64 *cancelled_us = g_new (gint64, 1);

  g_usleep (CANCEL_AFTER_US);
  *cancelled_us = g_get_monotonic_time ();
  g_cancellable_cancel (data);
  return cancelled_us;
}

/* Milliseconds from the cancelling to the engine's return; 0 when it was done before. */
static double
measure_cancel (Bench *bench, const char *text)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  QsaBenchQuery query = { (char *) text, QSA_BENCH_WORDS, FALSE };
  g_autoptr (QsaSearchRequest)
      request = qsa_bench_request_new (&query, -1, QSA_SORT_NEWEST);
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);
  g_autoptr (QsaResult)
      result = qsa_engine_search (bench->db, bench->columns, bench->cache, request,
                                  cancellable, NULL);
  gint64 returned_us = g_get_monotonic_time ();
  g_autofree gint64 *cancelled_us = g_thread_join (thread);

  return MAX ((double) (returned_us - *cancelled_us) / 1000.0, 0);
}

static void
run_cancels (Bench *bench)
{
  static const char *const formats[] = { "\"%s %s\"", "%s NEAR/8 %s ", "%2*", "%s %s " };
  g_autoptr (QsaBenchTimes) times = qsa_bench_times_new ();

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    for (guint j = 0; j < 10; j++)
      {
        g_autoptr (GString) text = g_string_new (formats[i]);

        g_string_replace (text, "%2*", j % 2 == 0 ? "وا*" : "ال*", 1);
        g_string_replace (text, "%s", qsa_test_press_get_word (bench->press, j), 1);
        g_string_replace (text, "%s", qsa_test_press_get_word (bench->press, j + 8), 1);
        forget_terms (bench);
        qsa_bench_times_add (times, measure_cancel (bench, text->str));
      }
  g_print ("\ncancelled after %d ms, back within %.1f ms at the median, %.1f at worst\n",
           CANCEL_AFTER_US / 1000, qsa_bench_times_percentile (times, 0.5),
           qsa_bench_times_percentile (times, 1));
}

/* ---- beside plain SQL ---- */

static void
run_baseline_query (Bench *bench, const QsaBenchQuery *query, QsaSort sort,
                    QsaBenchTimes *const *times)
{
  g_autofree char *finished = g_strconcat (query->text, " ", NULL);
  QsaBenchQuery whole = { finished, query->kind, query->filtered };
  g_autoptr (QsaSearchRequest) request = qsa_bench_request_new (&whole, -1, sort);
  g_autofree char *match = qsa_bench_sql_match (bench->db, request);
  guint found = 0, expected = 0;

  if (match == NULL)
    return;
  forget_terms (bench);
  qsa_bench_times_add (times[0], search (bench, &whole, -1, sort, &found));
  qsa_bench_times_add (times[1], search (bench, &whole, -1, sort, &found));
  qsa_bench_times_add (times[2], qsa_bench_sql_run (bench->db, match, query->filtered,
                                                    sort, &expected));
  if (found != expected)
    g_error ("“%s”: the engine finds %u articles, SQL %u", query->text, found, expected);
}

/* @n_baseline of the script's, evenly spread. */
static void
run_baseline_kind (Bench *bench, const char *name, QsaBenchKind kind, QsaSort sort)
{
  g_autoptr (QsaBenchTimes) cold = qsa_bench_times_new ();
  g_autoptr (QsaBenchTimes) warm = qsa_bench_times_new ();
  g_autoptr (QsaBenchTimes) plain = qsa_bench_times_new ();
  QsaBenchTimes *times[] = { cold, warm, plain };
  g_autoptr (GPtrArray) queries = g_ptr_array_new ();

  for (guint i = 0; i < bench->script->len; i++)
    if (((QsaBenchQuery *) bench->script->pdata[i])->kind == kind)
      g_ptr_array_add (queries, bench->script->pdata[i]);
  for (guint i = 0; i < queries->len; i++)
    if (i * (guint) n_baseline / queries->len
        != (i + 1) * (guint) n_baseline / queries->len)
      run_baseline_query (bench, queries->pdata[i], sort, times);
  qsa_bench_times_print (name, times, 3);
  g_print ("%-36s   plain SQL takes %.0f times as long as warm, %.1f times as cold\n",
           "  at the median",
           qsa_bench_times_percentile (plain, 0.5)
               / MAX (qsa_bench_times_percentile (warm, 0.5), 0.001),
           qsa_bench_times_percentile (plain, 0.5)
               / MAX (qsa_bench_times_percentile (cold, 0.5), 0.001));
}

static void
run_baseline (Bench *bench)
{
  static const char *const headings[] = { "cold (ms)", "warm (ms)", "plain SQL (ms)" };

  if (n_baseline <= 0)
    return;
  qsa_bench_times_print_heading ("whole queries", headings, 3);
  run_baseline_kind (bench, "words", QSA_BENCH_WORDS, QSA_SORT_NEWEST);
  run_baseline_kind (bench, "phrases", QSA_BENCH_PHRASE, QSA_SORT_NEWEST);
  run_baseline_kind (bench, "words, by relevance", QSA_BENCH_WORDS, QSA_SORT_RELEVANCE);
}

static void
parse_options (int *argc, char ***argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("– speed of search");
  g_autoptr (GError) error = NULL;
  const char *articles = g_getenv ("BENCH_ARTICLES");

  g_option_context_add_main_entries (context, options, NULL);
  g_option_context_parse (context, argc, argv, &error);
  check (error);
  if (processor_time)
    qsa_bench_use_processor_time ();
  if (n_articles <= 0 && articles != NULL)
    n_articles = atoi (articles);
  if (n_articles <= 0)
    n_articles = 100000;
  if (library_path == NULL && g_getenv ("BENCH_LIBRARY") != NULL)
    library_path = g_strdup (g_getenv ("BENCH_LIBRARY"));
}

int
main (int argc, char *argv[])
{
  g_autofree char *program = g_canonicalize_filename (argv[0], NULL);
  g_autoptr (QsaTestDir) dir = qsa_test_dir_new ();
  Bench bench = { 0 };

  setlocale (LC_ALL, "");
  parse_options (&argc, &argv);
  if (library_path == NULL || library_path[0] == '\0')
    library_path = qsa_test_dir_child (dir, "bench.qusasat");
  if (make_only)
    {
      qsa_bench_library_make (library_path, (guint) n_articles, (guint) n_words);
      return 0;
    }
  if (!g_file_test (library_path, G_FILE_TEST_EXISTS))
    make_library (program);
  open_library (&bench);
  run_script (&bench);
  run_first_uses (&bench);
  run_cancels (&bench);
  g_print ("\npeak memory: %.0f MB\n", qsa_bench_get_peak_memory ());
  run_baseline (&bench);
  close_library (&bench);
  g_free (library_path);
  return 0;
}
