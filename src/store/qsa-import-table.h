/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-candidate.h"
#include "qsa-db.h"

G_BEGIN_DECLS

/* Internal to store. The ledger: the tables `import` and `import_item`. All inside write
 * transactions, but the last. */

gboolean qsa_import_table_begin (QsaDb *db, gint64 now, gint64 *id, GError **error);
gboolean qsa_import_table_end (QsaDb *db, gint64 id, gint64 now, gboolean cancelled,
                               GError **error);

/* How many of a batch had each QsaOutcome. */
typedef struct
{
  guint n_added;
  guint n_duplicates;
  guint n_failed;
} QsaImportCounts;

/* QSA_ERROR_NOT_FOUND when there is no such import. */
gboolean qsa_import_table_add_counts (QsaDb *db, gint64 id, const QsaImportCounts *counts,
                                      GError **error);

/* @outcome: QsaOutcome; @article_id: the new or the earlier article, 0 for none. */
gboolean qsa_import_table_add_item (QsaDb *db, gint64 id, const QsaCandidate *candidate,
                                    int outcome, gint64 article_id, GError **error);

/* The rules that gave the article's fields when it was added, into article->rules. */
gboolean qsa_import_table_load_rules (QsaDb *db, QsaArticle *article, GError **error);

G_END_DECLS
