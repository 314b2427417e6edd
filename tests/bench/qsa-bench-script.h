/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-search-request.h"
#include "qsa-test-press.h"

G_BEGIN_DECLS

/* What the bench asks a library of generated articles, the same in every run. */
typedef enum
{
  QSA_BENCH_WORDS, /* one to three, one without the other, either */
  QSA_BENCH_PREFIX,
  QSA_BENCH_PHRASE,
  QSA_BENCH_NEAR,
} QsaBenchKind;

typedef struct
{
  char *text;
  QsaBenchKind kind;
  gboolean filtered;
} QsaBenchQuery;

#define QSA_BENCH_N_QUERIES 200u

/* GPtrArray of QsaBenchQuery: QSA_BENCH_N_QUERIES, a quarter of them filtered. */
GPtrArray *qsa_bench_script_new (QsaTestPress *press);

/* Everything, or two outlets and three and a half years; and the same for SQL: conditions on article,
 * each beginning with " AND". */
QsaFilter *qsa_bench_filter_new (gboolean filtered);
#define QSA_BENCH_OUTLET_SQL " AND outlet_id IN (3, 7)"
#define QSA_BENCH_DATES_SQL " AND published_day BETWEEN 16801 AND 18077"

/* The request at a moment of typing: the first @n_chars of the query. */
QsaSearchRequest *qsa_bench_request_new (const QsaBenchQuery *query, glong n_chars,
                                         QsaSort sort);

G_END_DECLS
