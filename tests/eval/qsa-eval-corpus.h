/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The articles that the evaluations of search run on: all files below corpora/ of the folder that
 * QSA_SHARED names (../shared beside the repository otherwise), through the program's own importer.
 *
 * Four fifths of them are the test set, chosen by a hash of the article's address (of its title and text
 * when it has none); the other fifth is for tuning. What is printed is the test set unless
 * QUSASAT_EVAL_PART says "tune". Articles of the same title and the same text count once, before they
 * are parted, so none of the test set was seen in tuning. */

typedef enum
{
  QSA_EVAL_TEST,
  QSA_EVAL_TUNE,
} QsaEvalPart;

typedef struct
{
  char *title;      /* or NULL */
  char *standfirst; /* or NULL */
  char *body;
} QsaEvalArticle;

typedef struct
{
  GPtrArray *articles; /* QsaEvalArticle of one part, in the order of their files */
  guint n_read;        /* articles of both parts */
  guint n_repeated;    /* left out: the same title and text again */
  QsaEvalPart part;
} QsaEvalCorpus;

/* NULL, and a line that says so, when there are no corpora. */
QsaEvalCorpus *qsa_eval_corpus_load (void);
void qsa_eval_corpus_free (QsaEvalCorpus *corpus);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaEvalCorpus, qsa_eval_corpus_free)

/* One line: how many articles of which part. */
void qsa_eval_corpus_print (const QsaEvalCorpus *corpus);

G_END_DECLS
