/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-naive-search.h"

G_BEGIN_DECLS

/* What words of a query mean, written down as it is said: a term can be said in several ways, a way has
 * positions, at a position stands one of several forms. */

typedef struct
{
  char *folded;
  char *surface;   /* NULL: in any spelling */
  gboolean prefix; /* the word begins so */
} QsaNaiveForm;

typedef struct
{
  guint first; /* of the run of words */
  guint n_words;
  const QsaQueryNode *node; /* the first word's */
  GPtrArray *ways;          /* ways: GPtrArray of positions: GPtrArray of QsaNaiveForm */
  GPtrArray *preferred;     /* QsaNaiveForm: as typed; NULL when none is preferred */
} QsaNaiveTerm;

void qsa_naive_term_free (QsaNaiveTerm *term);

/* QsaNaiveTerm for each of @nodes (WORD), and for those together that are searched as one. */
GPtrArray *qsa_naive_terms_of_words (QsaNaiveSearch *search, QsaSearchRequest *request,
                                     QsaQueryNode *const *nodes, guint n_nodes);
QsaNaiveTerm *qsa_naive_term_of_phrase (QsaNaiveSearch *search, QsaSearchRequest *request,
                                        const QsaQueryNode *node);

gboolean qsa_naive_form_is (const QsaNaiveForm *form, const char *folded,
                            const char *surface);

G_END_DECLS
