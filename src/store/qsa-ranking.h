/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-columns.h"
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

/* By relevance; equal articles newest first. First come the articles that print every word as the
 * user spelled it, then those where one is spelled otherwise, and so on; within these by bm25 over
 * the weighted frequencies, all forms of a word counted as one term. NULL with @error. */
guint32 *qsa_ranking_order_relevance (QsaColumns *columns, QsaPosting *passed,
                                      QsaQueryPlan *plan, const QsaTermReader *reader,
                                      GError **error);

G_END_DECLS
