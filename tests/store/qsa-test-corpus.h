/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-engine.h"
#include "qsa-test-archive.h"
#include "qsa-test-dir.h"

G_BEGIN_DECLS

/* A small library of texts written for a test, with an engine over it. */

typedef struct
{
  const char *title;
  const char *body; /* or NULL */
  const char *standfirst;
  const char *author;
  guint32 outlet_id;
  const char *date; /* ISO, or NULL */
  gboolean starred;
  const char *tag;
} QsaTestText;

typedef struct
{
  QsaTestDir *dir;
  QsaDb *db;
  QsaColumns *columns;
  QsaTermCache *cache;
  QsaEngineTables tables; /* owned */
} QsaTestCorpus;

/* The first text is article 1. */
QsaTestCorpus *qsa_test_corpus_new (const QsaTestText *texts, guint n_texts);
void qsa_test_corpus_free (QsaTestCorpus *corpus);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaTestCorpus, qsa_test_corpus_free)

QsaSearchRequest *qsa_test_corpus_request (const char *query, QsaReach reach);
/* Asserts that there is an answer, and that counting agrees. */
QsaResult *qsa_test_corpus_search (QsaTestCorpus *corpus, QsaSearchRequest *request);
/* The ids of a result, ascending: "1 4". */
char *qsa_test_corpus_ids (QsaResult *result);
char *qsa_test_corpus_find (QsaTestCorpus *corpus, const char *query, QsaReach reach);
/* NULL when it is not among them. */
const QsaWidening *qsa_test_corpus_widening (QsaResult *result, const char *form);

G_END_DECLS
