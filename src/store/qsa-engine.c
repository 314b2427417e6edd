/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-engine.h"

#include "qsa-facets.h"
#include "qsa-field-reader.h"
#include "qsa-printed.h"
#include "qsa-query-plan.h"
#include "qsa-ranking.h"
#include "qsa-result-private.h"
#include "qsa-suggestions.h"
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
                                        QsaPosting *within, GError **error);

/* All that the expressions find and the texts print is kept, as if it were a term; a part of it is not. */
static QsaPosting *
qsa_engine_evaluate_printed (const QsaEngine *engine, const QsaPlanLeaf *leaf,
                             QsaPosting *candidates, QsaPosting *within, GError **error)
{
  const QsaTermReader *reader = &engine->reader;
  g_autofree char *key = g_strdup_printf ("printed:%d:%s", leaf->in_title, leaf->printed);
  QsaPosting *posting = qsa_term_cache_lookup (reader->cache, reader->generation, key);
  g_autoptr (QsaPosting) few = NULL;

  if (posting != NULL)
    return posting;
  if (within != NULL)
    few = qsa_posting_and (candidates, within);
  posting = qsa_printed_sift (reader, few != NULL ? few : candidates, leaf->printed,
                              leaf->in_title, error);
  if (posting != NULL && few == NULL)
    qsa_term_cache_insert (reader->cache, reader->generation, key, posting);
  return posting;
}

static QsaPosting *
qsa_engine_evaluate_leaf (const QsaEngine *engine, const QsaPlanLeaf *leaf,
                          QsaPosting *within, GError **error)
{
  g_autoptr (QsaPosting)
      posting = qsa_term_reader_get_union (&engine->reader, leaf->expressions,
                                           engine->weighted && leaf->wanted, error);

  if (posting == NULL || leaf->printed == NULL)
    return g_steal_pointer (&posting);
  return qsa_engine_evaluate_printed (engine, leaf, posting, within, error);
}

typedef enum
{
  ROUND_TERMS,
  ROUND_TEXTS, /* dear for each article: of those that are left */
  ROUND_NOT,   /* not worth reading when nothing is left */
  N_ROUNDS,
} QsaEngineRound;

static QsaEngineRound
qsa_engine_get_round (const QsaPlanNode *node)
{
  if (node->kind == QSA_PLAN_NOT)
    return ROUND_NOT;
  return node->kind == QSA_PLAN_LEAF && node->leaf->printed != NULL ? ROUND_TEXTS
                                                                    : ROUND_TERMS;
}

/* Takes *found and puts what is left of it there; *found may be NULL: everything. */
static gboolean
qsa_engine_narrow (const QsaEngine *engine, const QsaPlanNode *child, QsaPosting **found,
                   GError **error)
{
  gboolean negated = child->kind == QSA_PLAN_NOT;
  g_autoptr (QsaPosting) before = g_steal_pointer (found);
  g_autoptr (QsaPosting) posting = NULL;

  if (before == NULL && negated)
    before = qsa_posting_new_all (qsa_columns_get_max_id (engine->columns));
  posting = qsa_engine_evaluate (engine, negated ? child->children->pdata[0] : child,
                                 before, error);
  if (posting == NULL)
    return FALSE;
  if (before == NULL)
    *found = g_steal_pointer (&posting);
  else
    *found = negated ? qsa_posting_and_not (before, posting)
                     : qsa_posting_and (before, posting);
  return TRUE;
}

/* Once the children have nothing in common, the others need not be read. */
static QsaPosting *
qsa_engine_evaluate_and (const QsaEngine *engine, GPtrArray *children, QsaPosting *within,
                         GError **error)
{
  g_autoptr (QsaPosting) found = within != NULL ? qsa_posting_ref (within) : NULL;

  for (QsaEngineRound round = 0; round < N_ROUNDS; round++)
    for (guint i = 0; i < children->len; i++)
      {
        const QsaPlanNode *child = children->pdata[i];

        if (qsa_engine_get_round (child) != round)
          continue;
        if (found != NULL && qsa_posting_get_size (found) == 0)
          return g_steal_pointer (&found);
        if (!qsa_engine_narrow (engine, child, &found, error))
          return NULL;
      }
  if (found == NULL)
    found = qsa_posting_new_all (qsa_columns_get_max_id (engine->columns));
  return g_steal_pointer (&found);
}

static QsaPosting *
qsa_engine_evaluate_or (const QsaEngine *engine, GPtrArray *children, QsaPosting *within,
                        GError **error)
{
  g_autoptr (GPtrArray)
      postings = g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_posting_unref);

  for (guint i = 0; i < children->len; i++)
    {
      QsaPosting *posting = qsa_engine_evaluate (engine, children->pdata[i], within,
                                                 error);

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
  g_autoptr (QsaPosting) posting = qsa_engine_evaluate (engine, child, NULL, error);

  return posting != NULL ? qsa_posting_and_not (all, posting) : NULL;
}

/* Sets of articles; those of NOT and ALL may hold ids that no article has. Nothing outside of @within
 * (may be NULL) is asked about, though it may be in the answer. */
static QsaPosting *
qsa_engine_evaluate (const QsaEngine *engine, const QsaPlanNode *node, QsaPosting *within,
                     GError **error)
{
  switch (node->kind)
    {
    case QSA_PLAN_LEAF:
      return qsa_engine_evaluate_leaf (engine, node->leaf, within, error);
    case QSA_PLAN_SET:
      return qsa_field_reader_get (&engine->reader, engine->columns,
                                   engine->tables != NULL ? engine->tables->outlets
                                                          : NULL,
                                   node->field, error);
    case QSA_PLAN_AND:
      return qsa_engine_evaluate_and (engine, node->children, within, error);
    case QSA_PLAN_OR:
      return qsa_engine_evaluate_or (engine, node->children, within, error);
    case QSA_PLAN_NOT:
      return qsa_engine_evaluate_not (engine, node->children->pdata[0], error);
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
    case QSA_SORT_OUTLET:
      return qsa_ranking_order_outlet (engine->columns, passed,
                                       engine->tables != NULL ? engine->tables->outlets
                                                              : NULL);
    case QSA_SORT_RELEVANCE:
      return qsa_ranking_order_relevance (engine->columns, passed, engine->plan,
                                          &engine->reader, error);
    case QSA_SORT_NEWEST:
    default:
      return qsa_ranking_order_newest (engine->columns, passed);
    }
}

/* What the query finds and the filter lets through, counted into @result. */
static QsaPosting *
qsa_engine_find (QsaEngine *engine, QsaSearchRequest *request, QsaResult *result,
                 GError **error)
{
  g_autoptr (QsaPosting) matched = NULL;

  engine->plan = qsa_query_plan_new (&engine->reader, engine->tables, request, error);
  if (engine->plan == NULL)
    return NULL;
  matched = qsa_engine_evaluate (engine, qsa_query_plan_get_root (engine->plan), NULL,
                                 error);
  if (matched == NULL
      || g_cancellable_set_error_if_cancelled (engine->reader.cancellable, error))
    return NULL;
  return qsa_facets_count (engine->columns, matched,
                           qsa_search_request_get_filter (request), result);
}

static gboolean
qsa_engine_answer (QsaEngine *engine, QsaSearchRequest *request, QsaResult *result,
                   GError **error)
{
  g_autoptr (QsaPosting) passed = qsa_engine_find (engine, request, result, error);
  guint32 *ids;

  if (passed == NULL
      || g_cancellable_set_error_if_cancelled (engine->reader.cancellable, error))
    return FALSE;
  ids = qsa_engine_order (engine, request, passed, error);
  if (ids == NULL)
    return FALSE;
  qsa_result_take_ids (result, ids, qsa_posting_get_size (passed));
  qsa_result_set_words (result, qsa_query_plan_get_widenings (engine->plan),
                        qsa_query_plan_get_matcher (engine->plan));
  result->unknown_fields = qsa_query_plan_get_unknown_fields (engine->plan);
  return TRUE;
}

/* A question to the engine: what it works with is prepared, inside one read transaction. */
typedef gpointer (*QsaEngineFunc) (QsaEngine *engine, QsaSearchRequest *request,
                                   GError **error);

static gpointer
qsa_engine_run (QsaEngine *engine, QsaSearchRequest *request, QsaEngineFunc ask,
                GError **error)
{
  QsaDb *db = engine->reader.db;
  gpointer answer = NULL;
  gboolean own_transaction;

  engine->reader.generation = qsa_term_cache_get_generation (engine->reader.cache);
  engine->reader.max_id = qsa_columns_get_max_id (engine->columns);
  if (g_cancellable_set_error_if_cancelled (engine->reader.cancellable, error))
    return NULL;
  own_transaction = sqlite3_get_autocommit (qsa_db_get_handle (db)) != 0;
  qsa_db_set_cancellable (db, engine->reader.cancellable);
  if (!own_transaction || qsa_db_begin_read (db, error))
    answer = ask (engine, request, error);
  g_clear_pointer (&engine->plan, qsa_query_plan_free);
  if (own_transaction)
    qsa_db_end_request (db);
  else
    qsa_db_set_cancellable (db, NULL);
  return answer;
}

/* @data: QsaEngine; for suggestions. */
static gint64
qsa_engine_count_instead (QsaSearchRequest *request, gpointer data, GError **error)
{
  QsaEngine *engine = data;
  g_autoptr (QsaResult) result = qsa_result_new (request);
  g_autoptr (QsaPosting) passed = NULL;

  g_clear_pointer (&engine->plan, qsa_query_plan_free);
  passed = qsa_engine_find (engine, request, result, error);
  return passed != NULL ? (gint64) qsa_posting_get_size (passed) : -1;
}

static gpointer
qsa_engine_ask_result (QsaEngine *engine, QsaSearchRequest *request, GError **error)
{
  g_autoptr (QsaResult) result = qsa_result_new (request);
  gint64 start_us = g_get_monotonic_time ();

  if (!qsa_engine_answer (engine, request, result, error)
      || (result->total < QSA_RESULT_FEW
          && !qsa_suggestions_add (engine->reader.db, result, qsa_engine_count_instead,
                                   engine, engine->reader.cancellable, error)))
    return NULL;
  result->elapsed_us = g_get_monotonic_time () - start_us;
  return g_steal_pointer (&result);
}

QsaResult *
qsa_engine_search_with (QsaDb *db, QsaColumns *columns, QsaTermCache *cache,
                        const QsaEngineTables *tables, QsaSearchRequest *request,
                        GCancellable *cancellable, GError **error)
{
  QsaEngine engine = { .columns = columns, .tables = tables };

  g_return_val_if_fail (db != NULL && columns != NULL && cache != NULL && request != NULL,
                        NULL);

  engine.weighted = qsa_search_request_get_sort (request) == QSA_SORT_RELEVANCE;
  engine.reader = (QsaTermReader){ .db = db, .cache = cache, .cancellable = cancellable };
  return qsa_engine_run (&engine, request, qsa_engine_ask_result, error);
}

QsaResult *
qsa_engine_search (QsaDb *db, QsaColumns *columns, QsaTermCache *cache,
                   QsaSearchRequest *request, GCancellable *cancellable, GError **error)
{
  return qsa_engine_search_with (db, columns, cache, NULL, request, cancellable, error);
}

/* What passed. */
static gpointer
qsa_engine_ask_posting (QsaEngine *engine, QsaSearchRequest *request, GError **error)
{
  g_autoptr (QsaResult) result = qsa_result_new (request);

  return qsa_engine_find (engine, request, result, error);
}

gint64
qsa_engine_count (QsaDb *db, QsaColumns *columns, QsaTermCache *cache,
                  const QsaEngineTables *tables, QsaSearchRequest *request,
                  GCancellable *cancellable, GError **error)
{
  QsaEngine engine = { .columns = columns, .tables = tables };
  g_autoptr (QsaPosting) passed = NULL;

  g_return_val_if_fail (db != NULL && columns != NULL && cache != NULL && request != NULL,
                        -1);

  engine.reader = (QsaTermReader){ .db = db, .cache = cache, .cancellable = cancellable };
  passed = qsa_engine_run (&engine, request, qsa_engine_ask_posting, error);
  return passed != NULL ? (gint64) qsa_posting_get_size (passed) : -1;
}
