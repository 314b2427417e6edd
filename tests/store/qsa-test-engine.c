/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-test-engine.h"

#include "qsa-schema.h"

#define N_OUTLETS 9u


static void
engine_fill (QsaTestEngine *engine)
{
  qsa_test_archive_add_outlets (engine->db, N_OUTLETS);
  qsa_test_archive_begin (engine->db);
  for (guint32 id = 1; id <= QSA_TEST_N_ARTICLES; id++)
    {
      QsaTestArticle *article = qsa_test_generator_next (engine->generator, id);

      qsa_test_archive_insert (engine->db, article);
      g_ptr_array_add (engine->articles, article);
    }
  qsa_test_archive_end (engine->db);
}

void
qsa_test_engine_set_up (QsaTestEngine *engine, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  engine->dir = qsa_test_dir_new ();
  path = qsa_test_dir_child (engine->dir, "test.qusasat");
  engine->db = qsa_db_open (path, QSA_DB_READ_WRITE, &error);
  g_assert_no_error (error);
  qsa_schema_prepare (engine->db, path, TRUE, &error);
  g_assert_no_error (error);
  engine->generator = qsa_test_generator_new (g_test_rand_int (), QSA_TEST_N_STEMS,
                                              N_OUTLETS, 8);
  engine->rand = qsa_test_generator_get_rand (engine->generator);
  engine->articles =
      g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_test_article_free);
  engine_fill (engine);
  engine->columns = qsa_columns_load (engine->db, NULL, &error);
  g_assert_no_error (error);
  engine->cache = qsa_term_cache_new (1 << 20);
  engine->naive = qsa_naive_search_new (engine->articles);
}

void
qsa_test_engine_tear_down (QsaTestEngine *engine, gconstpointer data)
{
  qsa_naive_search_free (engine->naive);
  qsa_term_cache_free (engine->cache);
  qsa_columns_unref (engine->columns);
  g_ptr_array_unref (engine->articles);
  qsa_test_generator_free (engine->generator);
  qsa_db_close (engine->db);
  qsa_test_dir_free (engine->dir);
}

gint32
qsa_test_engine_random (QsaTestEngine *engine, gint32 end)
{
  return g_rand_int_range (engine->rand, 0, end);
}

/* ---- random questions ---- */

/* Some words of an article as they stand there. */
static void
append_passage (QsaTestEngine *engine, GString *text)
{
  const QsaTestArticle *article =
      engine->articles->pdata[qsa_test_engine_random (engine, QSA_TEST_N_ARTICLES)];
  g_auto (GStrv) words = g_strsplit (article->title, " ", -1);
  guint n = MIN (g_strv_length (words), 2 + (guint) qsa_test_engine_random (engine, 2));

  g_string_append_c (text, '"');
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", words[i]);
  g_string_append_c (text, '"');
}

/* What articles of a test archive can be asked by. */
static void
append_field (QsaTestEngine *engine, GString *text)
{
  static const char *const fields[] = { "is:starred",  "is:read",
                                        "is:unread",   "is:undated",
                                        "date:2016",   "after:2017-03",
                                        "before:1999", "date:2018-01..2019" };

  if (qsa_test_engine_random (engine, 2) == 0)
    {
      g_string_append (text,
                       fields[qsa_test_engine_random (engine, G_N_ELEMENTS (fields))]);
      return;
    }
  g_string_append (text, "title:");
  if (qsa_test_engine_random (engine, 3) == 0)
    append_passage (engine, text);
  else
    qsa_test_generator_append_word (engine->generator, text, -1);
}

/* Words near each other; ranking has its own idea of how often. */
static void
append_near (QsaTestEngine *engine, GString *text)
{
  for (int n = 1 + qsa_test_engine_random (engine, 2); n >= 0; n--)
    {
      if (qsa_test_engine_random (engine, 5) == 0)
        append_passage (engine, text);
      else
        {
          g_string_append (text, qsa_test_engine_random (engine, 4) == 0 ? "=" : "");
          qsa_test_generator_append_word (engine->generator, text, -1);
        }
      if (n > 0 && qsa_test_engine_random (engine, 2) == 0)
        g_string_append (text, " NEAR/p ");
      else if (n > 0)
        g_string_append_printf (text, " NEAR/%d ", qsa_test_engine_random (engine, 5));
    }
}

static void
append_operand (QsaTestEngine *engine, GString *text)
{
  static const char *const operators[] = { "", "", "", "", "-", "=", "=" };

  g_string_append (text,
                   operators[qsa_test_engine_random (engine, G_N_ELEMENTS (operators))]);
  switch (qsa_test_engine_random (engine, 10))
    {
    case 0:
    case 1:
      append_passage (engine, text);
      break;
    case 4:
      append_field (engine, text);
      break;
    case 2:
      g_string_append_printf (
          text, "%s*",
          qsa_test_generator_get_stem (engine->generator, (guint) qsa_test_engine_random (
                                                              engine, QSA_TEST_N_STEMS)));
      break;
    case 3:
      g_string_append (text, "(");
      qsa_test_generator_append_word (engine->generator, text, -1);
      g_string_append (text, " | ");
      qsa_test_generator_append_word (engine->generator, text, -1);
      g_string_append (text, ")");
      break;
    default:
      qsa_test_generator_append_word (engine->generator, text, -1);
      break;
    }
}

static QsaQuery *
random_query (QsaTestEngine *engine, gboolean near)
{
  static const QsaReach reaches[] = { QSA_REACH_DEFAULT, QSA_REACH_DEFAULT,
                                      QSA_REACH_DEFAULT, QSA_REACH_FOLDED,
                                      QSA_REACH_SURFACE, QSA_REACH_WIDE };
  g_autoptr (GString) text = g_string_new (NULL);

  for (int n = qsa_test_engine_random (engine, 4); n > 0; n--)
    {
      if (near && qsa_test_engine_random (engine, 8) == 0)
        append_near (engine, text);
      else
        append_operand (engine, text);
      if (n > 1)
        g_string_append (text, qsa_test_engine_random (engine, 5) == 0 ? " | " : " ");
    }
  if (qsa_test_engine_random (engine, 3) == 0
      && text->len > 2) /* a word that is being typed */
    {
      glong n_chars = g_utf8_strlen (text->str, -1);

      g_string_truncate (text, (gsize) (g_utf8_offset_to_pointer (text->str, n_chars - 1)
                                        - text->str));
    }
  return qsa_query_parse (
      text->str, reaches[qsa_test_engine_random (engine, G_N_ELEMENTS (reaches))],
      qsa_test_engine_random (engine, 2) == 0);
}

static QsaDate
random_bound (QsaTestEngine *engine)
{
  QsaDate date = QSA_DATE_INIT;
  gint32 day = g_rand_int_range (engine->rand, -3000, 18500);

  switch (qsa_test_engine_random (engine, 4))
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
random_filter (QsaTestEngine *engine)
{
  QsaFilter *filter = qsa_filter_new ();

  if (qsa_test_engine_random (engine, 3) == 0)
    for (int n = qsa_test_engine_random (engine, 4); n > 0; n--)
      replace_filter (&filter, qsa_filter_with_outlet (filter,
                                                       (guint32) qsa_test_engine_random (
                                                           engine, N_OUTLETS + 3),
                                                       TRUE));
  if (qsa_test_engine_random (engine, 2) == 0)
    {
      QsaDate from = random_bound (engine), to = random_bound (engine);

      replace_filter (&filter, qsa_filter_with_dates (filter, &from, &to));
    }
  if (qsa_test_engine_random (engine, 4) == 0)
    replace_filter (&filter, qsa_filter_with_undated (filter, TRUE));
  replace_filter (&filter,
                  qsa_filter_with_state (filter,
                                         (QsaState) qsa_test_engine_random (engine, 3)));
  return filter;
}

QsaSearchRequest *
qsa_test_engine_random_request (QsaTestEngine *engine, QsaSort sort)
{
  g_autoptr (QsaQuery) query = random_query (engine, sort != QSA_SORT_RELEVANCE);
  g_autoptr (QsaFilter) filter = random_filter (engine);

  return qsa_search_request_new (query, filter, sort);
}

/* ---- what the answer must be ---- */

QsaResult *
qsa_test_engine_search (QsaTestEngine *engine, QsaSearchRequest *request)
{
  g_autoptr (GError) error = NULL;
  QsaResult *result = qsa_engine_search (engine->db, engine->columns, engine->cache,
                                         request, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (result);
  return result;
}

static void
exec (QsaTestEngine *engine, const char *sql)
{
  g_autoptr (GError) error = NULL;

  qsa_db_exec (engine->db, sql, &error);
  g_assert_no_error (error);
}

/* matched: what the query alone finds, by the naive qsa_test_engine_search. */
void
qsa_test_engine_fill_matched (QsaTestEngine *engine, QsaSearchRequest *request)
{
  g_autoptr (GString) sql = g_string_new ("INSERT INTO matched VALUES (0)");
  g_autoptr (QsaNaiveQuestion) question = qsa_naive_question_new (engine->naive, request);

  exec (engine, "DROP TABLE IF EXISTS temp.matched;"
                "CREATE TEMP TABLE matched (id INTEGER PRIMARY KEY)");
  for (guint i = 0; i < QSA_TEST_N_ARTICLES; i++)
    if (qsa_naive_question_matches (question, i))
      g_string_append_printf (sql, ",(%u)", i + 1);
  exec (engine, sql->str);
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


/* All rows of the answer in one line: "a/b a/b …". */
static char *
ask_sql (QsaTestEngine *engine, QsaFilter *filter, const QsaTestFacetSql *facet)
{
  g_autoptr (GString) sql = g_string_new (facet->select);
  g_autoptr (GString) answer = g_string_new (NULL);
  g_autoptr (sqlite3_stmt) statement = NULL;
  int status;

  g_string_append (sql, FROM_MATCHED);
  append_conditions (sql, filter, facet->outlets, facet->dates, facet->state);
  g_string_append (sql, facet->group);
  status = sqlite3_prepare_v2 (qsa_db_get_handle (engine->db), sql->str, -1, &statement,
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

static const QsaTestFacetSql outlets_sql = { "SELECT coalesce (outlet_id, 0), count (*)",
                                             " GROUP BY 1 ORDER BY 2 DESC, 1", FALSE,
                                             TRUE, TRUE };
static const QsaTestFacetSql months_sql = {
  "SELECT strftime ('%Y', published_day + 2440587.5) + 0,"
  " CASE date_precision WHEN 1 THEN 0"
  " ELSE strftime ('%m', published_day + 2440587.5) + 0 END, count (*)",
  " AND published_day IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2", TRUE, FALSE, TRUE
};
static const QsaTestFacetSql undated_sql = { "SELECT count (*)",
                                             " AND published_day IS NULL", TRUE, FALSE,
                                             TRUE };
static const QsaTestFacetSql states_sql = {
  "SELECT count (*), coalesce (sum (NOT read), 0), coalesce (sum (starred), 0)", "", TRUE,
  TRUE, FALSE
};
const QsaTestFacetSql qsa_test_newest_sql = {
  "SELECT id",
  " ORDER BY published_day IS NULL, published_day DESC, date_precision DESC, id DESC",
  TRUE, TRUE, TRUE
};
const QsaTestFacetSql qsa_test_oldest_sql = {
  "SELECT id", " ORDER BY published_day IS NULL, published_day, date_precision, id DESC",
  TRUE, TRUE, TRUE
};

static void
assert_line (QsaSearchRequest *request, GString *line, char *expected)
{
  g_autofree char *take = expected;

  if (!g_str_equal (line->str, take))
    {
      QsaQuery *query = qsa_search_request_get_query (request);
      g_autofree char *tree = qsa_query_to_string (query);

      g_test_message ("query: %s, %s: %s", qsa_query_get_text (query),
                      qsa_reach_to_string (qsa_query_get_reach (query)), tree);
    }
  g_assert_cmpstr (line->str, ==, take);
  g_string_truncate (line, 0);
}

void
qsa_test_engine_assert_facets (QsaTestEngine *engine, QsaSearchRequest *request,
                               QsaResult *result)
{
  QsaFilter *filter = qsa_search_request_get_filter (request);
  g_autoptr (GString) line = g_string_new (NULL);
  guint n;
  const QsaOutletCount *outlets = qsa_result_get_outlets (result, &n);
  const QsaMonthCount *months;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (line, "%u/%u ", outlets[i].outlet_id, outlets[i].articles);
  assert_line (request, line, ask_sql (engine, filter, &outlets_sql));

  months = qsa_result_get_months (result, &n);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (line, "%d/%d/%u ", months[i].year, months[i].month,
                            months[i].articles);
  assert_line (request, line, ask_sql (engine, filter, &months_sql));

  g_string_append_printf (line, "%u ", qsa_result_get_n_undated (result));
  assert_line (request, line, ask_sql (engine, filter, &undated_sql));

  g_string_append_printf (line, "%u/%u/%u ", qsa_result_get_n_all (result),
                          qsa_result_get_n_unread (result),
                          qsa_result_get_n_starred (result));
  assert_line (request, line, ask_sql (engine, filter, &states_sql));
}

void
qsa_test_engine_assert_order (QsaTestEngine *engine, QsaSearchRequest *request,
                              QsaResult *result, const QsaTestFacetSql *order)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < qsa_result_get_total (result); i++)
    g_string_append_printf (line, "%u ", qsa_result_get_ids (result)[i]);
  assert_line (request, line,
               ask_sql (engine, qsa_search_request_get_filter (request), order));
}
