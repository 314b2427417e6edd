/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-engine.h"

#include <math.h>
#include <string.h>

#include "qsa-naive-search.h"
#include "qsa-schema.h"
#include "qsa-test-archive.h"
#include "qsa-test-dir.h"

#define N_ARTICLES 2000u
#define N_OUTLETS 9u
#define N_STEMS 60u
#define N_QUESTIONS 150u

typedef struct
{
  QsaTestDir *dir;
  QsaDb *db;
  QsaTestGenerator *generator;
  GPtrArray *articles; /* QsaTestArticle, id - 1 */
  QsaColumns *columns;
  QsaTermCache *cache;
  QsaNaiveSearch *naive;
  GRand *rand; /* borrowed */
} Fixture;

static void
fixture_fill (Fixture *fixture)
{
  qsa_test_archive_add_outlets (fixture->db, N_OUTLETS);
  qsa_test_archive_begin (fixture->db);
  for (guint32 id = 1; id <= N_ARTICLES; id++)
    {
      QsaTestArticle *article = qsa_test_generator_next (fixture->generator, id);

      qsa_test_archive_insert (fixture->db, article);
      g_ptr_array_add (fixture->articles, article);
    }
  qsa_test_archive_end (fixture->db);
}

static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture->dir = qsa_test_dir_new ();
  path = qsa_test_dir_child (fixture->dir, "test.qusasat");
  fixture->db = qsa_db_open (path, QSA_DB_READ_WRITE, &error);
  g_assert_no_error (error);
  qsa_schema_prepare (fixture->db, path, TRUE, &error);
  g_assert_no_error (error);
  fixture->generator = qsa_test_generator_new (g_test_rand_int (), N_STEMS, N_OUTLETS, 8);
  fixture->rand = qsa_test_generator_get_rand (fixture->generator);
  fixture->articles =
      g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_test_article_free);
  fixture_fill (fixture);
  fixture->columns = qsa_columns_load (fixture->db, NULL, &error);
  g_assert_no_error (error);
  fixture->cache = qsa_term_cache_new (1 << 20);
  fixture->naive = qsa_naive_search_new (fixture->articles);
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  qsa_naive_search_free (fixture->naive);
  qsa_term_cache_free (fixture->cache);
  qsa_columns_unref (fixture->columns);
  g_ptr_array_unref (fixture->articles);
  qsa_test_generator_free (fixture->generator);
  qsa_db_close (fixture->db);
  qsa_test_dir_free (fixture->dir);
}

static gint32
random_int (Fixture *fixture, gint32 end)
{
  return g_rand_int_range (fixture->rand, 0, end);
}

/* ---- random questions ---- */

/* Some words of an article as they stand there. */
static void
append_passage (Fixture *fixture, GString *text)
{
  const QsaTestArticle *article =
      fixture->articles->pdata[random_int (fixture, N_ARTICLES)];
  g_auto (GStrv) words = g_strsplit (article->title, " ", -1);
  guint n = MIN (g_strv_length (words), 2 + (guint) random_int (fixture, 2));

  g_string_append_c (text, '"');
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", words[i]);
  g_string_append_c (text, '"');
}

static void
append_operand (Fixture *fixture, GString *text)
{
  static const char *const operators[] = { "", "", "", "", "-", "=", "=" };

  g_string_append (text, operators[random_int (fixture, G_N_ELEMENTS (operators))]);
  switch (random_int (fixture, 8))
    {
    case 0:
    case 1:
      append_passage (fixture, text);
      break;
    case 2:
      g_string_append_printf (text, "%s*",
                              qsa_test_generator_get_stem (fixture->generator,
                                                           (guint) random_int (fixture,
                                                                               N_STEMS)));
      break;
    case 3:
      g_string_append (text, "(");
      qsa_test_generator_append_word (fixture->generator, text, -1);
      g_string_append (text, " | ");
      qsa_test_generator_append_word (fixture->generator, text, -1);
      g_string_append (text, ")");
      break;
    default:
      qsa_test_generator_append_word (fixture->generator, text, -1);
      break;
    }
}

static QsaQuery *
random_query (Fixture *fixture)
{
  static const QsaReach reaches[] = { QSA_REACH_DEFAULT, QSA_REACH_DEFAULT,
                                      QSA_REACH_DEFAULT, QSA_REACH_FOLDED,
                                      QSA_REACH_SURFACE };
  g_autoptr (GString) text = g_string_new (NULL);

  for (int n = random_int (fixture, 4); n > 0; n--)
    {
      append_operand (fixture, text);
      if (n > 1)
        g_string_append (text, random_int (fixture, 5) == 0 ? " | " : " ");
    }
  if (random_int (fixture, 3) == 0 && text->len > 2) /* a word that is being typed */
    {
      glong n_chars = g_utf8_strlen (text->str, -1);

      g_string_truncate (text, (gsize) (g_utf8_offset_to_pointer (text->str, n_chars - 1)
                                        - text->str));
    }
  return qsa_query_parse (text->str,
                          reaches[random_int (fixture, G_N_ELEMENTS (reaches))],
                          random_int (fixture, 2) == 0);
}

static QsaDate
random_bound (Fixture *fixture)
{
  QsaDate date = QSA_DATE_INIT;
  gint32 day = g_rand_int_range (fixture->rand, -3000, 18500);

  switch (random_int (fixture, 4))
    {
    case 0:
      return date;
    case 1:
      date = qsa_date_from_days (day, QSA_DATE_DAY);
      break;
    case 2:
      date = qsa_date_from_days (day, QSA_DATE_MONTH);
      break;
    default:
      date = qsa_date_from_days (day, QSA_DATE_YEAR);
      break;
    }
  return date;
}

static void
replace_filter (QsaFilter **filter, QsaFilter *next)
{
  qsa_filter_unref (*filter);
  *filter = next;
}

static QsaFilter *
random_filter (Fixture *fixture)
{
  QsaFilter *filter = qsa_filter_new ();

  if (random_int (fixture, 3) == 0)
    for (int n = random_int (fixture, 4); n > 0; n--)
      replace_filter (&filter,
                      qsa_filter_with_outlet (
                          filter, (guint32) random_int (fixture, N_OUTLETS + 3), TRUE));
  if (random_int (fixture, 2) == 0)
    {
      QsaDate from = random_bound (fixture), to = random_bound (fixture);

      replace_filter (&filter, qsa_filter_with_dates (filter, &from, &to));
    }
  if (random_int (fixture, 4) == 0)
    replace_filter (&filter, qsa_filter_with_undated (filter, TRUE));
  replace_filter (&filter,
                  qsa_filter_with_state (filter, (QsaState) random_int (fixture, 3)));
  return filter;
}

static QsaSearchRequest *
random_request (Fixture *fixture, QsaSort sort)
{
  g_autoptr (QsaQuery) query = random_query (fixture);
  g_autoptr (QsaFilter) filter = random_filter (fixture);

  return qsa_search_request_new (query, filter, sort);
}

/* ---- what the answer must be ---- */

static QsaResult *
search (Fixture *fixture, QsaSearchRequest *request)
{
  g_autoptr (GError) error = NULL;
  QsaResult *result = qsa_engine_search (fixture->db, fixture->columns, fixture->cache,
                                         request, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (result);
  return result;
}

static void
exec (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;

  qsa_db_exec (fixture->db, sql, &error);
  g_assert_no_error (error);
}

/* matched: what the query alone finds, by the naive search. */
static void
fill_matched (Fixture *fixture, QsaSearchRequest *request)
{
  g_autoptr (GString) sql = g_string_new ("INSERT INTO matched VALUES (0)");
  g_autoptr (QsaNaiveQuestion)
      question = qsa_naive_question_new (fixture->naive, request);

  exec (fixture, "DROP TABLE IF EXISTS temp.matched;"
                 "CREATE TEMP TABLE matched (id INTEGER PRIMARY KEY)");
  for (guint i = 0; i < N_ARTICLES; i++)
    if (qsa_naive_question_matches (question, i))
      g_string_append_printf (sql, ",(%u)", i + 1);
  exec (fixture, sql->str);
}

/* Conditions over article and its period [published_day, last_day], in SQL's own calendar. */
static void
append_conditions (GString *sql, QsaFilter *filter, gboolean outlets, gboolean dates,
                   gboolean state)
{
  const QsaDate *from = qsa_filter_get_from (filter), *to = qsa_filter_get_to (filter);
  gboolean has_from = from->precision != QSA_DATE_NONE,
           has_to = to->precision != QSA_DATE_NONE;
  guint n_outlets;
  const guint32 *ids = qsa_filter_get_outlets (filter, &n_outlets);

  if (outlets && n_outlets > 0)
    {
      g_string_append (sql, " AND coalesce (outlet_id, 0) IN (-1");
      for (guint i = 0; i < n_outlets; i++)
        g_string_append_printf (sql, ",%u", ids[i]);
      g_string_append (sql, ")");
    }
  if (dates && qsa_filter_has_dates (filter))
    {
      g_string_append (sql, has_from || has_to ? " AND (published_day IS NOT NULL"
                                               : " AND (0");
      if (has_from)
        g_string_append_printf (sql, " AND last_day >= %d", qsa_date_first_day (from));
      if (has_to)
        g_string_append_printf (sql, " AND published_day <= %d", qsa_date_last_day (to));
      g_string_append (sql, qsa_filter_get_undated (filter) ? " OR published_day IS NULL)"
                                                            : ")");
    }
  if (state && qsa_filter_get_state (filter) == QSA_STATE_UNREAD)
    g_string_append (sql, " AND NOT read");
  if (state && qsa_filter_get_state (filter) == QSA_STATE_STARRED)
    g_string_append (sql, " AND starred");
}

#define FROM_MATCHED                                                              \
  " FROM (SELECT *, published_day"                                                \
  "    + CASE date_precision"                                                     \
  "      WHEN 3 THEN 0"                                                           \
  "      WHEN 2 THEN julianday (published_day + 2440587.5, '+1 month')"           \
  "                  - julianday (published_day + 2440587.5) - 1"                 \
  "      WHEN 1 THEN julianday (published_day + 2440587.5, '+1 year')"            \
  "                  - julianday (published_day + 2440587.5) - 1 END AS last_day" \
  "  FROM article) JOIN matched USING (id) WHERE 1"

typedef struct
{
  const char *select;
  const char *group;
  gboolean outlets, dates, state; /* whose filters hold */
} FacetSql;

/* All rows of the answer in one line: "a/b a/b …". */
static char *
ask_sql (Fixture *fixture, QsaFilter *filter, const FacetSql *facet)
{
  g_autoptr (GString) sql = g_string_new (facet->select);
  g_autoptr (GString) answer = g_string_new (NULL);
  g_autoptr (sqlite3_stmt) statement = NULL;
  int status;

  g_string_append (sql, FROM_MATCHED);
  append_conditions (sql, filter, facet->outlets, facet->dates, facet->state);
  g_string_append (sql, facet->group);
  status = sqlite3_prepare_v2 (qsa_db_get_handle (fixture->db), sql->str, -1, &statement,
                               NULL);
  g_assert_cmpint (status, ==, SQLITE_OK);
  while ((status = sqlite3_step (statement)) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        g_string_append_printf (answer, "%s%d", i > 0 ? "/" : "",
                                sqlite3_column_int (statement, i));
      g_string_append_c (answer, ' ');
    }
  g_assert_cmpint (status, ==, SQLITE_DONE);
  return g_string_free (g_steal_pointer (&answer), FALSE);
}

static const FacetSql outlets_sql = { "SELECT coalesce (outlet_id, 0), count (*)",
                                      " GROUP BY 1 ORDER BY 2 DESC, 1", FALSE, TRUE,
                                      TRUE };
static const FacetSql months_sql = {
  "SELECT strftime ('%Y', published_day + 2440587.5) + 0,"
  " CASE date_precision WHEN 1 THEN 0"
  " ELSE strftime ('%m', published_day + 2440587.5) + 0 END, count (*)",
  " AND published_day IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2", TRUE, FALSE, TRUE
};
static const FacetSql undated_sql = { "SELECT count (*)", " AND published_day IS NULL",
                                      TRUE, FALSE, TRUE };
static const FacetSql states_sql = {
  "SELECT count (*), coalesce (sum (NOT read), 0), coalesce (sum (starred), 0)", "", TRUE,
  TRUE, FALSE
};
static const FacetSql newest_sql = {
  "SELECT id",
  " ORDER BY published_day IS NULL, published_day DESC, date_precision DESC, id DESC",
  TRUE, TRUE, TRUE
};
static const FacetSql oldest_sql = {
  "SELECT id", " ORDER BY published_day IS NULL, published_day, date_precision, id DESC",
  TRUE, TRUE, TRUE
};

static void
assert_line (QsaSearchRequest *request, GString *line, char *expected)
{
  g_autofree char *take = expected;

  if (!g_str_equal (line->str, take))
    g_test_message ("query: %s",
                    qsa_query_get_text (qsa_search_request_get_query (request)));
  g_assert_cmpstr (line->str, ==, take);
  g_string_truncate (line, 0);
}

static void
assert_facets (Fixture *fixture, QsaSearchRequest *request, QsaResult *result)
{
  QsaFilter *filter = qsa_search_request_get_filter (request);
  g_autoptr (GString) line = g_string_new (NULL);
  guint n;
  const QsaOutletCount *outlets = qsa_result_get_outlets (result, &n);
  const QsaMonthCount *months;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (line, "%u/%u ", outlets[i].outlet_id, outlets[i].articles);
  assert_line (request, line, ask_sql (fixture, filter, &outlets_sql));

  months = qsa_result_get_months (result, &n);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (line, "%d/%d/%u ", months[i].year, months[i].month,
                            months[i].articles);
  assert_line (request, line, ask_sql (fixture, filter, &months_sql));

  g_string_append_printf (line, "%u ", qsa_result_get_n_undated (result));
  assert_line (request, line, ask_sql (fixture, filter, &undated_sql));

  g_string_append_printf (line, "%u/%u/%u ", qsa_result_get_n_all (result),
                          qsa_result_get_n_unread (result),
                          qsa_result_get_n_starred (result));
  assert_line (request, line, ask_sql (fixture, filter, &states_sql));
}

static void
assert_order (Fixture *fixture, QsaSearchRequest *request, QsaResult *result,
              const FacetSql *order)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < qsa_result_get_total (result); i++)
    g_string_append_printf (line, "%u ", qsa_result_get_ids (result)[i]);
  assert_line (request, line,
               ask_sql (fixture, qsa_search_request_get_filter (request), order));
}

static void
test_by_date (Fixture *fixture, gconstpointer data)
{
  const FacetSql *order = data;
  guint n_found = 0;

  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      g_autoptr (QsaSearchRequest)
          request = random_request (fixture, order == &newest_sql ? QSA_SORT_NEWEST
                                                                  : QSA_SORT_OLDEST);
      g_autoptr (QsaResult) result = search (fixture, request);

      g_assert_true (qsa_result_get_request (result) == request);
      g_assert_cmpint (qsa_result_get_elapsed_us (result), >=, 0);
      fill_matched (fixture, request);
      assert_order (fixture, request, result, order);
      assert_facets (fixture, request, result);
      n_found += qsa_result_get_total (result) > 0;
    }
  /* The questions are worth asking. */
  g_assert_cmpuint (n_found, >, N_QUESTIONS / 4);
}

/* ---- relevance ---- */

typedef struct
{
  guint n_other_spelling;
  double score;
  GArray *hits;
} Judgement;

static double
idf (QsaNaiveQuestion *question, guint leaf)
{
  double n = 0;

  for (guint i = 0; i < N_ARTICLES; i++)
    {
      g_autoptr (GArray) hits = qsa_naive_question_get_hits (question, i);

      n += g_array_index (hits, QsaNaiveHit, leaf).frequency > 0;
    }
  return log (1 + (N_ARTICLES - n + 0.5) / (n + 0.5));
}

static Judgement
judge (Fixture *fixture, QsaNaiveQuestion *question, const double *idfs, guint32 id)
{
  const QsaTestArticle *article = fixture->articles->pdata[id - 1];
  Judgement judgement = { 0 };
  double average = (double) qsa_columns_get_n_words (fixture->columns) / N_ARTICLES;

  judgement.hits = qsa_naive_question_get_hits (question, id - 1);
  for (guint i = 0; i < judgement.hits->len; i++)
    {
      const QsaNaiveHit *hit = &g_array_index (judgement.hits, QsaNaiveHit, i);
      double length = article->words / average;

      judgement.n_other_spelling += !hit->same_spelling;
      judgement.score += idfs[i] * hit->frequency * 2.2
                         / (hit->frequency + 1.2 * (0.25 + 0.75 * length));
    }
  return judgement;
}

static gboolean
has_same_hits (const Judgement *a, const Judgement *b)
{
  for (guint i = 0; i < a->hits->len; i++)
    if (g_array_index (a->hits, QsaNaiveHit, i).frequency
        != g_array_index (b->hits, QsaNaiveHit, i).frequency)
      return FALSE;
  return TRUE;
}

static void
assert_before (Fixture *fixture, const Judgement *before, const Judgement *after,
               guint32 id_before, guint32 id_after)
{
  const QsaTestArticle *a = fixture->articles->pdata[id_before - 1];
  const QsaTestArticle *b = fixture->articles->pdata[id_after - 1];
  g_autofree char *iso_a = qsa_date_to_iso (&a->date);
  g_autofree char *iso_b = qsa_date_to_iso (&b->date);
  int by_date = g_strcmp0 (iso_a, iso_b);

  g_assert_cmpuint (before->n_other_spelling, <=, after->n_other_spelling);
  if (before->n_other_spelling != after->n_other_spelling)
    return;
  g_assert_cmpfloat (before->score, >=, after->score - 1e-4);
  if (!has_same_hits (before, after) || a->words != b->words)
    return;
  g_assert_true (by_date > 0 || (by_date == 0 && id_before > id_after));
}

static void
assert_relevance (Fixture *fixture, QsaSearchRequest *request, QsaResult *result)
{
  g_autoptr (QsaNaiveQuestion)
      question = qsa_naive_question_new (fixture->naive, request);
  g_autoptr (GArray) probe = qsa_naive_question_get_hits (question, 0);
  g_autofree double *idfs = g_new0 (double, probe->len + 1);
  const guint32 *ids = qsa_result_get_ids (result);
  Judgement before = { 0 };

  for (guint i = 0; i < probe->len; i++)
    idfs[i] = idf (question, i);
  for (guint i = 0; i < qsa_result_get_total (result); i++)
    {
      Judgement judgement = judge (fixture, question, idfs, ids[i]);

      if (i > 0)
        assert_before (fixture, &before, &judgement, ids[i - 1], ids[i]);
      g_clear_pointer (&before.hits, g_array_unref);
      before = judgement;
    }
  g_clear_pointer (&before.hits, g_array_unref);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return (int) *(const guint32 *) a - (int) *(const guint32 *) b;
}

/* The same articles as in any other order. */
static void
assert_same_articles (QsaResult *a, QsaResult *b)
{
  guint n = qsa_result_get_total (a);
  g_autofree guint32 *left = g_memdup2 (qsa_result_get_ids (a), n * sizeof (guint32));
  g_autofree guint32 *right = g_memdup2 (qsa_result_get_ids (b), n * sizeof (guint32));

  g_assert_cmpuint (qsa_result_get_total (b), ==, n);
  if (n == 0)
    return;
  qsort (left, n, sizeof (guint32), compare_ids);
  qsort (right, n, sizeof (guint32), compare_ids);
  g_assert_cmpmem (left, n * sizeof (guint32), right, n * sizeof (guint32));
}

static void
test_relevance (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < N_QUESTIONS / 2; i++)
    {
      g_autoptr (QsaSearchRequest) request = random_request (fixture, QSA_SORT_RELEVANCE);
      g_autoptr (QsaSearchRequest)
          by_date = qsa_search_request_new (qsa_search_request_get_query (request),
                                            qsa_search_request_get_filter (request),
                                            QSA_SORT_NEWEST);
      g_autoptr (QsaResult) result = search (fixture, request);
      g_autoptr (QsaResult) newest = search (fixture, by_date);

      assert_same_articles (result, newest);
      assert_relevance (fixture, request, result);
    }
}

/* ---- widenings ---- */

static QsaSearchRequest *
word_request (Fixture *fixture)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (QsaQuery) query = NULL;
  g_autoptr (QsaFilter) filter = qsa_filter_new ();

  qsa_test_generator_append_word (fixture->generator, text, random_int (fixture, 20));
  g_string_append_c (text, ' ');
  query = qsa_query_parse (text->str, QSA_REACH_DEFAULT, TRUE);
  return qsa_search_request_new (query, filter, QSA_SORT_NEWEST);
}

static void
assert_widenings (Fixture *fixture, QsaResult *result)
{
  GPtrArray *widenings = qsa_result_get_widenings (result);

  for (guint i = 0; i < widenings->len; i++)
    {
      const QsaWidening *widening = widenings->pdata[i];

      g_assert_cmpuint (widening->articles, ==,
                        qsa_naive_search_count_articles (fixture->naive, widening->form));
      if (i > 0)
        g_assert_cmpuint (((QsaWidening *) widenings->pdata[i - 1])->articles, >=,
                          widening->articles);
    }
}

static void
test_widenings (Fixture *fixture, gconstpointer data)
{
  guint n_switched = 0;

  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (QsaSearchRequest) request = word_request (fixture);
      g_autoptr (QsaResult) result = search (fixture, request);
      g_autoptr (QsaSearchRequest) other = NULL;
      g_autoptr (QsaResult) switched = NULL;
      GPtrArray *widenings = qsa_result_get_widenings (result);
      const QsaWidening *widening;

      assert_widenings (fixture, result);
      if (widenings->len == 0)
        continue;
      widening = widenings->pdata[random_int (fixture, (gint32) widenings->len)];
      other = qsa_search_request_with_form (request, widening->form, !widening->on);
      switched = search (fixture, other);
      fill_matched (fixture, other);
      assert_order (fixture, other, switched, &newest_sql);
      g_assert_cmpuint (qsa_result_get_widenings (switched)->len, ==, widenings->len);
      n_switched++;
    }
  g_assert_cmpuint (n_switched, >, 20);
}

/* ---- the rest ---- */

static void
test_matcher (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      g_autoptr (QsaSearchRequest) request = random_request (fixture, QSA_SORT_NEWEST);
      g_autoptr (QsaResult) result = search (fixture, request);
      QsaMatcher *matcher = qsa_result_get_matcher (result);
      g_autoptr (QsaNaiveQuestion)
          question = qsa_naive_question_new (fixture->naive, request);

      for (guint j = 0; j < MIN (qsa_result_get_total (result), 20); j++)
        {
          guint32 id = qsa_result_get_ids (result)[j];
          const QsaTestArticle *article = fixture->articles->pdata[id - 1];
          g_autoptr (GArray) in_title = qsa_matcher_find (matcher, article->title, -1);
          g_autoptr (GArray) in_standfirst = qsa_matcher_find (
              matcher, article->standfirst != NULL ? article->standfirst : "", -1);
          g_autoptr (GArray) in_body = qsa_matcher_find (matcher, article->body, -1);
          g_autoptr (GArray) hits = qsa_naive_question_get_hits (question, id - 1);
          gboolean expected = FALSE;

          for (guint k = 0; k < hits->len; k++)
            expected = expected || g_array_index (hits, QsaNaiveHit, k).frequency > 0;
          g_assert_cmpint (in_title->len + in_standfirst->len + in_body->len > 0, ==,
                           expected);
        }
    }
}

/* Ids that the columns do not know yet are passed over; ids that are gone too. */
static void
test_columns_lag (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QsaQuery) all = qsa_query_parse ("", QSA_REACH_DEFAULT, FALSE);
  g_autoptr (QsaFilter) filter = qsa_filter_new ();
  g_autoptr (QsaSearchRequest) request = NULL;
  g_autoptr (QsaResult) result = NULL;
  g_autoptr (QsaQuery) query = qsa_query_parse ("كلمةجديدة", QSA_REACH_DEFAULT, FALSE);
  QsaTestArticle article = { .id = N_ARTICLES + 70,
                             .title = (char *) "كلمةجديدة",
                             .body = (char *) "" };

  qsa_test_archive_begin (fixture->db);
  qsa_test_archive_insert (fixture->db, &article);
  qsa_test_archive_end (fixture->db);
  request = qsa_search_request_new (query, filter, QSA_SORT_RELEVANCE);
  result = search (fixture, request);
  g_assert_cmpuint (qsa_result_get_total (result), ==, 0);
  g_clear_pointer (&request, qsa_search_request_unref);
  g_clear_pointer (&result, qsa_result_unref);

  request = qsa_search_request_new (all, filter, QSA_SORT_RELEVANCE);
  result = search (fixture, request);
  g_assert_cmpuint (qsa_result_get_total (result), ==, N_ARTICLES);
}

static void
test_generation (Fixture *fixture, gconstpointer data)
{
  const QsaTestArticle *gone = fixture->articles->pdata[10];
  g_autoptr (QsaFilter) filter = qsa_filter_new ();
  g_autoptr (QsaQuery) query = qsa_query_parse (gone->title, QSA_REACH_FOLDED, FALSE);
  g_autoptr (QsaSearchRequest)
      request = qsa_search_request_new (query, filter, QSA_SORT_NEWEST);
  g_autoptr (QsaResult) before = search (fixture, request);
  g_autoptr (QsaResult) stale = NULL;
  g_autoptr (QsaResult) after = NULL;

  g_assert_cmpuint (qsa_result_get_total (before), >, 0);
  qsa_test_archive_begin (fixture->db);
  for (guint i = 0; i < N_ARTICLES; i++)
    qsa_test_archive_delete (fixture->db, fixture->articles->pdata[i]);
  qsa_test_archive_end (fixture->db);

  /* The columns still show them and the cache still knows them, until the store is told. */
  stale = search (fixture, request);
  assert_same_articles (before, stale);
  qsa_term_cache_set_generation (fixture->cache, 1);
  after = search (fixture, request);
  g_assert_cmpuint (qsa_result_get_total (after), ==, 0);
}

static void
test_cancelled_before (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QsaSearchRequest) request = random_request (fixture, QSA_SORT_NEWEST);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (qsa_engine_search (fixture->db, fixture->columns, fixture->cache,
                                    request, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (sqlite3_get_autocommit (qsa_db_get_handle (fixture->db)), ==, 1);
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (300);
  g_cancellable_cancel (data);
  return NULL;
}

/* Whenever it happens: either the whole answer or the error, and the connection is free again. */
static void
test_cancelled_during (Fixture *fixture, gconstpointer data)
{
  guint n_cancelled = 0;

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (QsaSearchRequest) request = random_request (fixture, QSA_SORT_RELEVANCE);
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);
      g_autoptr (GError) error = NULL;
      g_autoptr (QsaResult) result = NULL;

      qsa_term_cache_set_generation (fixture->cache, i + 1);
      result = qsa_engine_search (fixture->db, fixture->columns, fixture->cache, request,
                                  cancellable, &error);
      g_thread_join (thread);
      g_assert_true ((result == NULL) == (error != NULL));
      if (error != NULL)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      n_cancelled += error != NULL;
      g_assert_cmpint (sqlite3_get_autocommit (qsa_db_get_handle (fixture->db)), ==, 1);
    }
  g_test_message ("%u of 200 cancelled in time", n_cancelled);
}

#define ADD(path, data, function) \
  g_test_add (path, Fixture, data, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/store/engine/newest", &newest_sql, test_by_date);
  ADD ("/store/engine/oldest", &oldest_sql, test_by_date);
  ADD ("/store/engine/relevance", NULL, test_relevance);
  ADD ("/store/engine/widenings", NULL, test_widenings);
  ADD ("/store/engine/matcher", NULL, test_matcher);
  ADD ("/store/engine/columns-lag", NULL, test_columns_lag);
  ADD ("/store/engine/generation", NULL, test_generation);
  ADD ("/store/engine/cancelled/before", NULL, test_cancelled_before);
  ADD ("/store/engine/cancelled/during", NULL, test_cancelled_during);

  return g_test_run ();
}
