/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-columns.h"
#include "qsa-outlet-table.h"
#include "qsa-posting.h"
#include "qsa-query-plan.h"
#include "qsa-term-reader.h"

G_BEGIN_DECLS

/* Internal to store. Puts the articles of a result in order. All return guint32 ids, one for each
 * member of @passed, to be freed with g_free(); @passed holds only ids that @columns knows. */

/* Newest first, undated last, ties by id descending. */
guint32 *qsa_ranking_order_newest (QsaColumns *columns, QsaPosting *passed);

/* Oldest first, undated last all the same, ties by id descending. */
guint32 *qsa_ranking_order_oldest (QsaColumns *columns, QsaPosting *passed);

/* By the outlets' names as @outlets has them (NULL: by id), newest first within an outlet; outlets that it
 * does not know after those that it knows, articles of nobody knows whom last. */
guint32 *qsa_ranking_order_outlet (QsaColumns *columns, QsaPosting *passed,
                                   QsaOutletTable *outlets);

/* By relevance; equal articles newest first. The score is FTS5's bm25 with the weights 4, 2, 1 for title,
 * standfirst and body, all forms of a word counted as one term, but for the idf, which stays
 * positive for words of more than half of the articles. In a query of one word or phrase, the articles
 * that print it as the user spelled it come before the others; in one of several, another spelling
 * of a word counts for a part of it. Articles that can still come onto the first page are lifted by up to a half
 * when the words stand near each other (qsa-proximity.h).
 *
 * The first QSA_RANKING_N_EXACT are in exact order (but for the lift); what follows is in steps of about one
 * in a hundred of the score, the largest ids first within a step: a word may be in a million articles.
 * NULL with @error. */
guint32 *qsa_ranking_order_relevance (QsaColumns *columns, QsaPosting *passed,
                                      QsaQueryPlan *plan, const QsaTermReader *reader,
                                      GError **error);
#define QSA_RANKING_N_EXACT 4096u

G_END_DECLS
