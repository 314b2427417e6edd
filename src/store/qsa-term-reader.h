/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-db.h"
#include "qsa-term-cache.h"

G_BEGIN_DECLS

/* Internal to store. Streams the articles of MATCH expressions out of FTS5, through the cache. A
 * record of one search; all fields are borrowed. */
typedef struct
{
  QsaDb *db;
  QsaTermCache *cache;
  guint64 generation; /* asked for before the read transaction began */
  guint32 max_id;
  GCancellable *cancellable;
} QsaTermReader;

/* The articles that match @expression; with weights when @weighted. NULL with @error. */
QsaPosting *qsa_term_reader_get (const QsaTermReader *reader, const char *expression,
                                 gboolean weighted, GError **error);

/* One posting for each of @expressions (char *); NULL with @error. */
GPtrArray *qsa_term_reader_get_each (const QsaTermReader *reader, GPtrArray *expressions,
                                     gboolean weighted, GError **error);

/* Their union. */
QsaPosting *qsa_term_reader_get_union (const QsaTermReader *reader,
                                       GPtrArray *expressions, gboolean weighted,
                                       GError **error);

G_END_DECLS
