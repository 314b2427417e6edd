/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-bench-sql.h"

#include "qsa-bench-times.h"
#include "qsa-fts.h"
#include "qsa-query-plan.h"

#define FOUND                                                           \
  " FROM " QSA_FTS_TABLE " JOIN article ON article.id = " QSA_FTS_TABLE \
  ".rowid WHERE " QSA_FTS_TABLE " MATCH ?1 AND state = 0"
/* The filters that hold for a statement. */
#define OUTLETS "{outlets}"
#define DATES "{dates}"

static const char qsa_bench_sql_count[] = "SELECT count (*)" FOUND OUTLETS DATES;
static const char qsa_bench_sql_newest[] =
    "SELECT article.id, article.title" FOUND OUTLETS DATES
    " ORDER BY published_day DESC, article.id DESC LIMIT 50";
static const char qsa_bench_sql_relevant[] =
    "SELECT article.id, article.title" FOUND OUTLETS DATES
    " ORDER BY bm25 (" QSA_FTS_TABLE ", 4, 2, 1) LIMIT 50";
static const char qsa_bench_sql_outlets[] = "SELECT outlet_id, count (*)" FOUND DATES
                                            " GROUP BY 1";
static const char qsa_bench_sql_months[] =
    "SELECT strftime ('%Y-%m', published_day + 2440587.5), count (*)" FOUND OUTLETS
    " GROUP BY 1";
static const char qsa_bench_sql_states[] =
    "SELECT count (*), sum (read = 0), sum (starred)" FOUND OUTLETS DATES;

static void
qsa_bench_sql_append_leaf (GString *match, const QsaPlanLeaf *leaf)
{
  g_string_append_c (match, '(');
  for (guint i = 0; i < leaf->expressions->len; i++)
    g_string_append_printf (match, "%s%s", i > 0 ? " OR " : "",
                            (const char *) leaf->expressions->pdata[i]);
  g_string_append_c (match, ')');
}

/* The root is one leaf, or an AND or OR of leaves. */
char *
qsa_bench_sql_match (QsaDb *db, QsaSearchRequest *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QsaTermCache) cache = qsa_term_cache_new (1 << 20);
  const QsaTermReader reader = { .db = db, .cache = cache };
  g_autoptr (QsaQueryPlan) plan = qsa_query_plan_new (&reader, NULL, request, &error);
  const QsaQueryNode *root = qsa_query_get_root (qsa_search_request_get_query (request));
  g_autoptr (GString) match = g_string_new (NULL);
  GPtrArray *leaves;

  if (plan == NULL)
    g_error ("%s", error->message);
  leaves = qsa_query_plan_get_leaves (plan);
  if (root->kind != QSA_NODE_AND && root->kind != QSA_NODE_OR && leaves->len != 1)
    return NULL;
  for (guint i = 0; i < leaves->len; i++)
    {
      const QsaPlanLeaf *leaf = leaves->pdata[i];

      if (i > 0)
        g_string_append (match, !leaf->wanted                ? " NOT "
                                : root->kind == QSA_NODE_AND ? " AND "
                                                             : " OR ");
      qsa_bench_sql_append_leaf (match, leaf);
    }
  return g_string_free (g_steal_pointer (&match), FALSE);
}

/* The number in the first column of the last row. */
static guint
qsa_bench_sql_step_all (QsaDb *db, const char *template, const char *match,
                        gboolean filtered)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  g_autoptr (GString) sql = g_string_new (template);
  guint number = 0;

  g_string_replace (sql, OUTLETS, filtered ? QSA_BENCH_OUTLET_SQL : "", 0);
  g_string_replace (sql, DATES, filtered ? QSA_BENCH_DATES_SQL : "", 0);
  if (sqlite3_prepare_v2 (qsa_db_get_handle (db), sql->str, -1, &statement, NULL)
      != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (qsa_db_get_handle (db)));
  sqlite3_bind_text (statement, 1, match, -1, SQLITE_STATIC);
  while (sqlite3_step (statement) == SQLITE_ROW)
    number = (guint) sqlite3_column_int64 (statement, 0);
  return number;
}

double
qsa_bench_sql_run (QsaDb *db, const char *match, gboolean filtered, QsaSort sort,
                   guint *total)
{
  gint64 start_us = qsa_bench_now_us ();

  *total = qsa_bench_sql_step_all (db, qsa_bench_sql_count, match, filtered);
  qsa_bench_sql_step_all (db,
                          sort == QSA_SORT_RELEVANCE ? qsa_bench_sql_relevant
                                                     : qsa_bench_sql_newest,
                          match, filtered);
  qsa_bench_sql_step_all (db, qsa_bench_sql_outlets, match, filtered);
  qsa_bench_sql_step_all (db, qsa_bench_sql_months, match, filtered);
  qsa_bench_sql_step_all (db, qsa_bench_sql_states, match, filtered);
  return qsa_bench_milliseconds_since (start_us);
}
