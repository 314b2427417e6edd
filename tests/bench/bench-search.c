/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <string.h>

#include "qsa-engine.h"
#include "qsa-fts.h"
#include "qsa-query-plan.h"
#include "qsa-schema.h"
#include "qsa-test-archive.h"
#include "qsa-test-dir.h"

/* How long a search takes, with all facets, on a generated library, beside plain SQL (MATCH … AND …,
 * GROUP BY) on the same tables in the same run. "Cold" has nothing in the term cache (the file is in
 * the system's), "warm" is the same search again. */

#define N_STEMS 200000u
#define N_OUTLETS 40u
#define BATCH 500u

static int n_articles = 100000;
static int n_words = 120;
static int n_rounds = 15;
static char *library_path;
static char *only;

static const GOptionEntry options[] = {
  { "articles", 'n', 0, G_OPTION_ARG_INT, &n_articles, "Size of the library (100000)",
    "N" },
  { "words", 'w', 0, G_OPTION_ARG_INT, &n_words, "Words of an article on average (120)",
    "N" },
  { "rounds", 'r', 0, G_OPTION_ARG_INT, &n_rounds, "Searches of each kind (15)", "N" },
  { "library", 'l', 0, G_OPTION_ARG_FILENAME, &library_path,
    "Keep the library in FILE, or use it when it is there", "FILE" },
  { "only", 'o', 0, G_OPTION_ARG_STRING, &only, "Only searches whose name has TEXT in it",
    "TEXT" },
  { NULL },
};

typedef struct
{
  QsaDb *db;
  QsaTestGenerator *generator;
  QsaColumns *columns;
  QsaTermCache *cache;
  guint64 generation;
} Bench;

/* Words are chosen by rank, so that each round asks for others of about the same frequency. */
typedef struct
{
  const char *name;
  guint ranks[3];     /* first of a range; 0 ends */
  const char *format; /* %1 %2 %3 are the words */
  QsaSort sort;
  gboolean filtered;
  gboolean typing;
  gboolean has_baseline;
} Kind;

static const Kind kinds[] = {
  { "every article", { 0 }, "", QSA_SORT_NEWEST, FALSE, FALSE, FALSE },
  { "every article, filtered", { 0 }, "", QSA_SORT_NEWEST, TRUE, FALSE, FALSE },
  { "a very common word", { 1 }, "%1", QSA_SORT_NEWEST, FALSE, FALSE, TRUE },
  { "a common word", { 100 }, "%1", QSA_SORT_NEWEST, FALSE, FALSE, TRUE },
  { "a rare word", { 20000 }, "%1", QSA_SORT_NEWEST, FALSE, FALSE, TRUE },
  { "two common words", { 1, 100 }, "%1 %2", QSA_SORT_NEWEST, FALSE, FALSE, TRUE },
  { "three words", { 1, 100, 1000 }, "%1 %2 %3", QSA_SORT_NEWEST, FALSE, FALSE, TRUE },
  { "two words, filtered", { 1, 100 }, "%1 %2", QSA_SORT_NEWEST, TRUE, FALSE, FALSE },
  { "one without the other", { 1, 100 }, "%1 -%2", QSA_SORT_NEWEST, FALSE, FALSE, FALSE },
  { "either", { 100, 200 }, "%1 | %2", QSA_SORT_NEWEST, FALSE, FALSE, FALSE },
  { "phrase", { 1, 100 }, "\"%1 %2\"", QSA_SORT_NEWEST, FALSE, FALSE, FALSE },
  { "a very common word, relevance",
    { 1 },
    "%1",
    QSA_SORT_RELEVANCE,
    FALSE,
    FALSE,
    TRUE },
  { "two common words, relevance",
    { 1, 100 },
    "%1 %2",
    QSA_SORT_RELEVANCE,
    FALSE,
    FALSE,
    TRUE },
  { "a word being typed, 3 letters", { 100 }, "%1", QSA_SORT_NEWEST, FALSE, TRUE, FALSE },
  { "a word and 3 letters of another",
    { 1, 100 },
    "%1 %2",
    QSA_SORT_NEWEST,
    FALSE,
    TRUE,
    FALSE },
};

static double
milliseconds_since (gint64 start_us)
{
  return (double) (g_get_monotonic_time () - start_us) / 1000.0;
}

static void
check (const GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

static void
fill (Bench *bench)
{
  gint64 start_us = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;

  qsa_db_exec (bench->db, "PRAGMA synchronous = OFF; PRAGMA cache_size = -200000",
               &error);
  check (error);
  qsa_test_archive_add_outlets (bench->db, N_OUTLETS);
  for (guint32 id = 1; id <= (guint32) n_articles;)
    {
      qsa_test_archive_begin (bench->db);
      for (guint i = 0; i < BATCH && id <= (guint32) n_articles; i++, id++)
        {
          QsaTestArticle *article = qsa_test_generator_next (bench->generator, id);

          qsa_test_archive_insert (bench->db, article);
          qsa_test_article_free (article);
        }
      qsa_test_archive_end (bench->db);
    }
  qsa_db_exec (bench->db,
               "INSERT INTO " QSA_FTS_TABLE " (" QSA_FTS_TABLE ") VALUES ('optimize')",
               &error);
  check (error);
  g_print ("made and indexed in %.0f s\n", milliseconds_since (start_us) / 1000);
}

static void
open_library (Bench *bench, const char *path)
{
  gboolean there = g_file_test (path, G_FILE_TEST_EXISTS);
  g_autoptr (GError) error = NULL;
  gint64 n = 0;

  bench->generator = qsa_test_generator_new (2026, N_STEMS, N_OUTLETS, (guint) n_words);
  bench->db = qsa_db_open (path, QSA_DB_READ_WRITE, &error);
  check (error);
  qsa_schema_prepare (bench->db, path, TRUE, &error);
  check (error);
  if (!there)
    fill (bench);
  qsa_db_query_int64 (bench->db, "SELECT count (*) FROM article", &n, &error);
  check (error);
  n_articles = (int) n;
}

static void
load_columns (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (QsaColumns) next = NULL;
  gint64 start_us = g_get_monotonic_time ();

  bench->columns = qsa_columns_load (bench->db, NULL, &error);
  check (error);
  g_print ("columns: loaded in %.1f ms", milliseconds_since (start_us));

  for (guint32 id = 1; id <= BATCH; id++)
    g_array_append_val (ids, id);
  start_us = g_get_monotonic_time ();
  next = qsa_columns_apply (bench->columns, bench->db, ids, &error);
  check (error);
  g_print (", %u changes applied in %.1f ms\n", BATCH, milliseconds_since (start_us));
}

static QsaFilter *
make_filter (gboolean filtered)
{
  g_autoptr (QsaFilter) none = qsa_filter_new ();
  g_autoptr (QsaFilter) outlet = NULL;
  g_autoptr (QsaFilter) outlets = NULL;
  QsaDate from = { QSA_DATE_YEAR, 2016, 0, 0, QSA_DATE_NO_MINUTE };
  QsaDate to = { QSA_DATE_MONTH, 2019, 6, 0, QSA_DATE_NO_MINUTE };

  if (!filtered)
    return g_steal_pointer (&none);
  outlet = qsa_filter_with_outlet (none, 3, TRUE);
  outlets = qsa_filter_with_outlet (outlet, 7, TRUE);
  return qsa_filter_with_dates (outlets, &from, &to);
}

static const char *
word_of (Bench *bench, const Kind *kind, guint place, guint round)
{
  return qsa_test_generator_get_stem (bench->generator, kind->ranks[place] + round * 7);
}

static char *
make_text (Bench *bench, const Kind *kind, guint round)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *at = kind->format; *at != '\0'; at++)
    {
      if (*at != '%')
        {
          g_string_append_c (text, *at);
          continue;
        }
      at++;
      if (kind->typing && at[1] == '\0')
        {
          const char *word = word_of (bench, kind, (guint) (*at - '1'), round);
          glong n_chars = MIN (g_utf8_strlen (word, -1), 3);

          g_string_append_len (text, word,
                               g_utf8_offset_to_pointer (word, n_chars) - word);
        }
      else
        g_string_append (text, word_of (bench, kind, (guint) (*at - '1'), round));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static double
run_engine (Bench *bench, QsaSearchRequest *request, guint *total)
{
  gint64 start_us = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (QsaResult) result = qsa_engine_search (bench->db, bench->columns,
                                                    bench->cache, request, NULL, &error);

  check (error);
  *total = qsa_result_get_total (result);
  return milliseconds_since (start_us);
}

/* One MATCH for all words, each with the same forms that the engine searches. */
static char *
make_match (Bench *bench, QsaSearchRequest *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QsaQueryPlan) plan = qsa_query_plan_new (bench->db, request, &error);
  g_autoptr (GString) match = g_string_new (NULL);
  GPtrArray *leaves;

  check (error);
  leaves = qsa_query_plan_get_leaves (plan);
  for (guint i = 0; i < leaves->len; i++)
    {
      const QsaPlanLeaf *leaf = leaves->pdata[i];

      g_string_append (match, i > 0 ? " AND (" : "(");
      for (guint j = 0; j < leaf->expressions->len; j++)
        g_string_append_printf (match, "%s%s", j > 0 ? " OR " : "",
                                (const char *) leaf->expressions->pdata[j]);
      g_string_append (match, ")");
    }
  return g_string_free (g_steal_pointer (&match), FALSE);
}

/* What a program without columns and postings does for the same view: count, first page, facets. */
static double
run_sql (Bench *bench, const Kind *kind, QsaSearchRequest *request)
{
  static const char *const tails[] = {
    "SELECT count (*) FROM f",
    "SELECT id FROM article WHERE id IN f ORDER BY published_day DESC, id DESC LIMIT 50",
    "SELECT outlet_id, count (*) FROM article WHERE id IN f GROUP BY 1",
    "SELECT strftime ('%Y-%m', published_day + 2440587.5), count (*) FROM article"
    " WHERE id IN f GROUP BY 1",
  };
  static const char ranked[] = "SELECT rowid FROM " QSA_FTS_TABLE " WHERE " QSA_FTS_TABLE
                               " MATCH ?1 ORDER BY rank LIMIT 50";
  g_autofree char *match = make_match (bench, request);
  gint64 start_us;

  start_us = g_get_monotonic_time ();
  for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
    {
      g_autoptr (sqlite3_stmt) statement = NULL;
      g_autofree char *sql =
          g_strconcat ("WITH f (id) AS (SELECT rowid FROM " QSA_FTS_TABLE
                       " WHERE " QSA_FTS_TABLE " MATCH ?1) ",
                       tails[i], NULL);

      if (kind->sort == QSA_SORT_RELEVANCE && i == 1)
        {
          g_free (sql);
          sql = g_strdup (ranked);
        }
      if (sqlite3_prepare_v2 (qsa_db_get_handle (bench->db), sql, -1, &statement, NULL)
          != SQLITE_OK)
        g_error ("%s", sqlite3_errmsg (qsa_db_get_handle (bench->db)));
      sqlite3_bind_text (statement, 1, match, -1, SQLITE_STATIC);
      while (sqlite3_step (statement) == SQLITE_ROW)
        ;
    }
  return milliseconds_since (start_us);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static double
percentile (GArray *times, double part)
{
  g_array_sort (times, compare_times);
  return g_array_index (times, double, (guint) ((times->len - 1) * part + 0.5));
}

static void
run_kind (Bench *bench, const Kind *kind)
{
  g_autoptr (QsaFilter) filter = make_filter (kind->filtered);
  g_autoptr (GArray) cold = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) warm = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) plain = g_array_new (FALSE, FALSE, sizeof (double));
  guint64 n_found = 0;

  for (guint round = 0; round < (guint) n_rounds; round++)
    {
      g_autofree char *text = make_text (bench, kind, round);
      g_autoptr (QsaQuery)
          query = qsa_query_parse (text, QSA_REACH_DEFAULT, kind->typing);
      g_autoptr (QsaSearchRequest)
          request = qsa_search_request_new (query, filter, kind->sort);
      guint total;
      double time;

      if (kind->has_baseline)
        {
          time = run_sql (bench, kind, request);
          g_array_append_val (plain, time);
        }
      qsa_term_cache_set_generation (bench->cache, ++bench->generation);
      time = run_engine (bench, request, &total);
      g_array_append_val (cold, time);
      time = run_engine (bench, request, &total);
      g_array_append_val (warm, time);
      n_found += total;
    }
  g_print ("%-34s %9" G_GUINT64_FORMAT " %8.1f %8.1f %8.1f %8.1f", kind->name,
           n_found / (guint) n_rounds, percentile (cold, 0.5), percentile (cold, 0.95),
           percentile (warm, 0.5), percentile (warm, 0.95));
  if (kind->has_baseline)
    g_print (" %8.1f %8.1f\n", percentile (plain, 0.5), percentile (plain, 0.95));
  else
    g_print ("        -        -\n");
}

int
main (int argc, char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new ("– speed of search");
  g_autoptr (QsaTestDir) dir = qsa_test_dir_new ();
  g_autoptr (GError) error = NULL;
  Bench bench = { 0 };

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    g_error ("%s", error->message);
  if (library_path == NULL)
    library_path = qsa_test_dir_child (dir, "bench.qusasat");
  open_library (&bench, library_path);
  g_print ("%d articles\n", n_articles);
  load_columns (&bench);
  bench.cache = qsa_term_cache_new (64 << 20);

  g_print ("\n%-34s %9s %17s %17s %17s\n%-34s %9s %8s %8s %8s %8s %8s %8s\n", "", "",
           "cold (ms)", "warm (ms)", "plain SQL (ms)", "search", "found", "p50", "p95",
           "p50", "p95", "p50", "p95");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (only == NULL || strstr (kinds[i].name, only) != NULL)
      run_kind (&bench, &kinds[i]);

  qsa_term_cache_free (bench.cache);
  qsa_columns_unref (bench.columns);
  qsa_test_generator_free (bench.generator);
  qsa_db_close (bench.db);
  g_free (library_path);
  g_free (only);
  return 0;
}
