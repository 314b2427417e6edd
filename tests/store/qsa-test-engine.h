/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-engine.h"
#include "qsa-naive-search.h"
#include "qsa-test-archive.h"
#include "qsa-test-dir.h"

G_BEGIN_DECLS

/* A generated library with an engine over it, random questions, and what the answers must be: matches
 * by the naive search, order and facets by SQL. */

#define QSA_TEST_N_ARTICLES 2000u
#define QSA_TEST_N_STEMS 60u

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
} QsaTestEngine;

void qsa_test_engine_set_up (QsaTestEngine *engine, gconstpointer data);
void qsa_test_engine_tear_down (QsaTestEngine *engine, gconstpointer data);

/* 0..@end - 1 */
gint32 qsa_test_engine_random (QsaTestEngine *engine, gint32 end);
QsaSearchRequest *qsa_test_engine_random_request (QsaTestEngine *engine, QsaSort sort);

/* Asserts that there is an answer. */
QsaResult *qsa_test_engine_search (QsaTestEngine *engine, QsaSearchRequest *request);

/* Puts what the query alone finds, by the naive search, where the SQL below looks. */
void qsa_test_engine_fill_matched (QsaTestEngine *engine, QsaSearchRequest *request);

typedef struct
{
  const char *select;
  const char *group;
  gboolean outlets, dates, state; /* whose filters hold */
} QsaTestFacetSql;

extern const QsaTestFacetSql qsa_test_newest_sql;
extern const QsaTestFacetSql qsa_test_oldest_sql;

void qsa_test_engine_assert_facets (QsaTestEngine *engine, QsaSearchRequest *request,
                                    QsaResult *result);
void qsa_test_engine_assert_order (QsaTestEngine *engine, QsaSearchRequest *request,
                                   QsaResult *result, const QsaTestFacetSql *order);

G_END_DECLS
