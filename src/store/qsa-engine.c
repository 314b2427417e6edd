/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-engine.h"

#include "qsa-facets.h"
#include "qsa-query-plan.h"
#include "qsa-ranking.h"
#include "qsa-result-private.h"
#include "qsa-term-reader.h"

typedef struct
{
  QsaColumns *columns;
  const QsaEngineTables *tables; /* may be NULL */
  QsaQueryPlan *plan;
  QsaTermReader reader;
  gboolean weighted; /* frequencies will be asked for: stream both at once */
} QsaEngine;

static QsaPosting *qsa_engine_evaluate (const QsaEngine *engine, const QsaPlanNode *node,
                                        GError **error);

static QsaPosting *
qsa_engine_evaluate_leaf (const QsaEngine *engine, const QsaPlanLeaf *leaf,
                          GError **error)
{
  return qsa_term_reader_get_union (&engine->reader, leaf->expressions,
                                    engine->weighted && leaf->wanted, error);
}

/* Wanted children first: once they have nothing in common, the others need not be read. */
static QsaPosting *
qsa_engine_evaluate_and (const QsaEngine *engine, GPtrArray *children, GError **error)
{
  g_autoptr (QsaPosting) found = NULL;

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < children->len; i++)
      {
        const QsaPlanNode *child = children->pdata[i];
        gboolean negated = child->kind == QSA_PLAN_NOT;
        g_autoptr (QsaPosting) posting = NULL;
        QsaPosting *both;

        if (negated != (round == 1))
          continue;
        if (found != NULL && qsa_posting_get_size (found) == 0)
          return g_steal_pointer (&found);
        if (found == NULL && negated)
          found = qsa_posting_new_all (qsa_columns_get_max_id (engine->columns));
        posting = qsa_engine_evaluate (engine,
                                       negated ? child->children->pdata[0] : child,
                                       error);
        if (posting == NULL)
          return NULL;
        if (found == NULL)
          both = qsa_posting_ref (posting);
        else
          both = negated ? qsa_posting_and_not (found, posting)
                         : qsa_posting_and (found, posting);
        g_clear_pointer (&found, qsa_posting_unref);
        found = both;
      }
  return g_steal_pointer (&found);
}

static QsaPosting *
qsa_engine_evaluate_or (const QsaEngine *engine, GPtrArray *children, GError **error)
{
  g_autoptr (GPtrArray)
      postings = g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_posting_unref);

  for (guint i = 0; i < children->len; i++)
    {
      QsaPosting *posting = qsa_engine_evaluate (engine, children->pdata[i], error);

      if (posting == NULL)
        return NULL;
      g_ptr_array_add (postings, posting);
    }
  return qsa_posting_or_all (postings);
}

static QsaPosting *
qsa_engine_evaluate_not (const QsaEngine *engine, const QsaPlanNode *child,
                         GError **error)
{
  g_autoptr (QsaPosting)
      all = qsa_posting_new_all (qsa_columns_get_max_id (engine->columns));
  g_autoptr (QsaPosting) posting = qsa_engine_evaluate (engine, child, error);

  return posting != NULL ? qsa_posting_and_not (all, posting) : NULL;
}

/* Sets of articles; those of NOT and ALL may hold ids that no article has. */
static QsaPosting *
qsa_engine_evaluate (const QsaEngine *engine, const QsaPlanNode *node, GError **error)
{
  switch (node->kind)
    {
    case QSA_PLAN_LEAF:
      return qsa_engine_evaluate_leaf (engine, node->leaf, error);
    case QSA_PLAN_AND:
      return qsa_engine_evaluate_and (engine, node->children, error);
    case QSA_PLAN_OR:
      return qsa_engine_evaluate_or (engine, node->children, error);
    case QSA_PLAN_NOT:
      return qsa_engine_evaluate_not (engine, node->children->pdata[0], error);
    case QSA_PLAN_SET:
    case QSA_PLAN_ALL:
    default:
      return qsa_posting_new_all (qsa_columns_get_max_id (engine->columns));
    }
}

static guint32 *
qsa_engine_order (const QsaEngine *engine, QsaSearchRequest *request, QsaPosting *passed,
                  GError **error)
{
  switch (qsa_search_request_get_sort (request))
    {
    case QSA_SORT_OLDEST:
      return qsa_ranking_order_oldest (engine->columns, passed);
    case QSA_SORT_RELEVANCE:
      return qsa_ranking_order_relevance (engine->columns, passed, engine->plan,
                                          &engine->reader, error);
    case QSA_SORT_NEWEST:
    default:
      return qsa_ranking_order_newest (engine->columns, passed);
    }
}

static gboolean
qsa_engine_answer (const QsaEngine *engine, QsaSearchRequest *request, QsaResult *result,
                   GError **error)
{
  g_autoptr (QsaPosting) matched =
      qsa_engine_evaluate (engine, qsa_query_plan_get_root (engine->plan), error);
  g_autoptr (QsaPosting) passed = NULL;
  guint32 *ids;

  if (matched == NULL
      || g_cancellable_set_error_if_cancelled (engine->reader.cancellable, error))
    return FALSE;
  passed = qsa_facets_count (engine->columns, matched,
                             qsa_search_request_get_filter (request), result);
  if (g_cancellable_set_error_if_cancelled (engine->reader.cancellable, error))
    return FALSE;
  ids = qsa_engine_order (engine, request, passed, error);
  if (ids == NULL)
    return FALSE;
  qsa_result_take_ids (result, ids, qsa_posting_get_size (passed));
  return TRUE;
}

static QsaResult *
qsa_engine_search_in_transaction (QsaEngine *engine, QsaSearchRequest *request,
                                  GError **error)
{
  g_autoptr (QsaResult) result = qsa_result_new (request);
  gint64 start_us = g_get_monotonic_time ();

  engine->plan = qsa_query_plan_new (&engine->reader, engine->tables, request, error);
  if (engine->plan == NULL || !qsa_engine_answer (engine, request, result, error))
    return NULL;
  qsa_result_set_words (result, qsa_query_plan_get_widenings (engine->plan),
                        qsa_query_plan_get_matcher (engine->plan));
  result->elapsed_us = g_get_monotonic_time () - start_us;
  return g_steal_pointer (&result);
}

QsaResult *
qsa_engine_search (QsaDb *db, QsaColumns *columns, QsaTermCache *cache,
                   QsaSearchRequest *request, GCancellable *cancellable, GError **error)
{
  return qsa_engine_search_with (db, columns, cache, NULL, request, cancellable, error);
}

QsaResult *
qsa_engine_search_with (QsaDb *db, QsaColumns *columns, QsaTermCache *cache,
                        const QsaEngineTables *tables, QsaSearchRequest *request,
                        GCancellable *cancellable, GError **error)
{
  QsaEngine engine = { 0 };
  QsaResult *result = NULL;
  gboolean own_transaction;

  g_return_val_if_fail (db != NULL && columns != NULL && cache != NULL && request != NULL,
                        NULL);

  engine.columns = columns;
  engine.tables = tables;
  engine.weighted = qsa_search_request_get_sort (request) == QSA_SORT_RELEVANCE;
  engine.reader = (QsaTermReader){
    .db = db,
    .cache = cache,
    .generation = qsa_term_cache_get_generation (cache),
    .max_id = qsa_columns_get_max_id (columns),
    .cancellable = cancellable,
  };
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  own_transaction = sqlite3_get_autocommit (qsa_db_get_handle (db)) != 0;
  qsa_db_set_cancellable (db, cancellable);
  if (!own_transaction || qsa_db_begin_read (db, error))
    result = qsa_engine_search_in_transaction (&engine, request, error);
  g_clear_pointer (&engine.plan, qsa_query_plan_free);
  if (own_transaction)
    qsa_db_end_request (db);
  else
    qsa_db_set_cancellable (db, NULL);
  return result;
}
