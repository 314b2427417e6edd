/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-search-request.h"
#include "qsa-test-archive.h"

G_BEGIN_DECLS

/* The search engine's meaning, by the longest way: every article's words, cut by the scanner, are
 * compared one by one with what the query says. No FTS5, no postings, no columns. */
typedef struct _QsaNaiveSearch QsaNaiveSearch;

/* @articles (QsaTestArticle) is borrowed. */
QsaNaiveSearch *qsa_naive_search_new (GPtrArray *articles);
void qsa_naive_search_free (QsaNaiveSearch *search);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaNaiveSearch, qsa_naive_search_free)

/* A request with the forms that it is after; keeps both borrowed. */
typedef struct _QsaNaiveQuestion QsaNaiveQuestion;

QsaNaiveQuestion *qsa_naive_question_new (QsaNaiveSearch *search,
                                          QsaSearchRequest *request);
void qsa_naive_question_free (QsaNaiveQuestion *question);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaNaiveQuestion, qsa_naive_question_free)

gboolean qsa_naive_question_matches (QsaNaiveQuestion *question, guint article);
gboolean qsa_naive_search_passes (QsaNaiveSearch *search, QsaFilter *filter,
                                  guint article);

/* Weighted frequency of each wanted word and phrase of the request in the article, in the order of
 * the query, and whether it is spelled as typed. GArray of QsaNaiveHit. */
typedef struct
{
  guint frequency;
  gboolean same_spelling; /* or no spelling is preferred */
} QsaNaiveHit;
GArray *qsa_naive_question_get_hits (QsaNaiveQuestion *question, guint article);

/* In how many articles the word occurs. */
guint qsa_naive_search_count_articles (QsaNaiveSearch *search, const char *folded);

G_END_DECLS
