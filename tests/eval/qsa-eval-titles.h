/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-eval-corpus.h"

G_BEGIN_DECLS

/* A query made of an article's title: its words, and which article is meant. */
typedef struct
{
  guint article; /* of corpus->articles */
  char **words;  /* as printed */
} QsaEvalTitleQuery;

/* GPtrArray of QsaEvalTitleQuery with free func set: at most @n articles that have a title with enough
 * words, drawn by a fixed seed, each once. @n_words: so many different words of three letters or more,
 * drawn too, in the order of the title; 0: all words of the title. */
GPtrArray *qsa_eval_title_queries (const QsaEvalCorpus *corpus, guint n, guint n_words);

/* The same words typed in a hurry: no hamza, ه for ة, ى for ي at the end. g_strfreev(). */
char **qsa_eval_sloppy (const char *const *words);

G_END_DECLS
