/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-library.h"
#include "qsa-test-dir.h"

#include "qsa-eval-corpus.h"

G_BEGIN_DECLS

/* A scratch library with the articles of a corpus, driven through QsaLibrary as the program does it. */
typedef struct
{
  QsaTestDir *dir;
  QsaLibrary *library;
  GArray
      *ids; /* gint64, the stored article of corpus->articles[i]; equal for equal texts */
} QsaEvalLibrary;

typedef enum
{
  QSA_EVAL_WHOLE, /* title, standfirst, body */
  QSA_EVAL_BODIES, /* bodies alone: neither title nor standfirst is stored, so none is found */
} QsaEvalParts;

QsaEvalLibrary *qsa_eval_library_new (const QsaEvalCorpus *corpus, QsaEvalParts parts);
void qsa_eval_library_free (QsaEvalLibrary *library);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaEvalLibrary, qsa_eval_library_free)

/* The answer to @query; fails the run when there is none. */
QsaResult *qsa_eval_library_search (QsaEvalLibrary *library, const char *query,
                                    QsaReach reach, QsaSort sort);

/* The 1-based place of @id among the answer's first @max ids; 0 when it is not there. */
guint qsa_eval_result_find (QsaResult *result, gint64 id, guint max);

G_END_DECLS
