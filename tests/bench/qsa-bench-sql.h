/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-bench-script.h"
#include "qsa-db.h"

G_BEGIN_DECLS

/* The baseline: what a program without columns and postings does for the same view, on the same tables.
 * One MATCH for the whole query, with the same forms that the engine searches; count, first page, and
 * exact facets, each leaving out its own filter. */

/* The MATCH of a finished query; NULL when one MATCH cannot say it. */
char *qsa_bench_sql_match (QsaDb *db, QsaSearchRequest *request);

/* Milliseconds; *total is how many articles it finds. */
double qsa_bench_sql_run (QsaDb *db, const char *match, gboolean filtered, QsaSort sort,
                          guint *total);

G_END_DECLS
