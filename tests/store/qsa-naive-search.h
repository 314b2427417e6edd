/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-search-request.h"
#include "qsa-test-archive.h"
#include "qsa-variants.h"

G_BEGIN_DECLS

/* The search engine's meaning, by the longest way: every article's words, cut by the scanner, are
 * compared one by one with what the query says. No FTS5, no postings, no columns. Fields that articles of
 * a test archive have: title, date, is. */
typedef struct _QsaNaiveSearch QsaNaiveSearch;

#define QSA_NAIVE_COLUMNS 3

typedef struct
{
  const char *folded; /* interned */
  const char *surface;
  guint paragraph;
} QsaNaiveToken;

typedef struct
{
  const QsaTestArticle *article;
  GArray *columns[QSA_NAIVE_COLUMNS]; /* QsaNaiveToken */
} QsaNaiveArticle;

/* @articles (QsaTestArticle) is borrowed. */
QsaNaiveSearch *qsa_naive_search_new (GPtrArray *articles);
void qsa_naive_search_free (QsaNaiveSearch *search);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaNaiveSearch, qsa_naive_search_free)

const QsaNaiveArticle *qsa_naive_search_get_article (QsaNaiveSearch *search, guint index);

/* Borrowed; NULL at first. */
void qsa_naive_search_set_variants (QsaNaiveSearch *search, QsaVariantTable *variants);
QsaVariantTable *qsa_naive_search_get_variants (QsaNaiveSearch *search);

/* In how many articles the word occurs; of several words the rarest one's. */
guint qsa_naive_search_count_articles (QsaNaiveSearch *search, const char *folded);
/* In how many it is printed with these letters. */
guint qsa_naive_search_count_spelling (QsaNaiveSearch *search, const char *surface);
/* In how many @folded is printed otherwise than @surface. */
guint qsa_naive_search_count_others (QsaNaiveSearch *search, const char *folded,
                                     const char *surface);
/* Whether @request switches another spelling of the word, or of a form of it, on. */
gboolean qsa_naive_search_wants_spelling (QsaNaiveSearch *search,
                                          QsaSearchRequest *request,
                                          const QsaQueryWord *word);
/* Folded words, borrowed; free the list. */
GList *qsa_naive_search_list_words (QsaNaiveSearch *search);

/* A request with the forms that it is after; keeps both borrowed. */
typedef struct _QsaNaiveQuestion QsaNaiveQuestion;

QsaNaiveQuestion *qsa_naive_question_new (QsaNaiveSearch *search,
                                          QsaSearchRequest *request);
void qsa_naive_question_free (QsaNaiveQuestion *question);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaNaiveQuestion, qsa_naive_question_free)

gboolean qsa_naive_question_matches (QsaNaiveQuestion *question, guint article);

/* Weighted frequency of each wanted word, unit of words and phrase of the request in the article, in
 * the order of the query, and whether it is spelled as typed. GArray of QsaNaiveHit. */
typedef struct
{
  guint frequency;
  gboolean same_spelling; /* or no spelling is preferred */
} QsaNaiveHit;
GArray *qsa_naive_question_get_hits (QsaNaiveQuestion *question, guint article);

G_END_DECLS
