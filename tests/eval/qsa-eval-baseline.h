/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-eval-corpus.h"
#include "qsa-eval-library.h"

G_BEGIN_DECLS

/* What SQLite's FTS5 finds by itself: tokenizer unicode61, its own bm25. Once over the text as it is,
 * once over the text folded by the text layer, and then the words of the query are folded too. */
typedef struct _QsaEvalBaseline QsaEvalBaseline;

typedef enum
{
  QSA_EVAL_UNICODE61,
  QSA_EVAL_FOLDED,
} QsaEvalTreatment;

/* Rows are numbered as @library numbers its articles, so that equal texts are one row. */
QsaEvalBaseline *qsa_eval_baseline_new (const QsaEvalCorpus *corpus,
                                        const QsaEvalLibrary *library, QsaEvalParts parts,
                                        QsaEvalTreatment treatment);
void qsa_eval_baseline_free (QsaEvalBaseline *baseline);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaEvalBaseline, qsa_eval_baseline_free)

/* The ids (gint64) of what holds any or all of @words (NULL-terminated). @limit 0: all of them, in no
 * order; else the best by bm25. */
GArray *qsa_eval_baseline_search (QsaEvalBaseline *baseline, const char *const *words,
                                  gboolean all, guint limit);

G_END_DECLS
