/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-db.h"

G_BEGIN_DECLS

/* Internal to store. The only place that changes the full-text index. It has external content: what is
 * deleted must be given word by word as it was inserted, so the old values are read from the view
 * before any table is written. */

/* Writes the tables of the @i-th article, whose id is *@id, or makes it and sets *@id when that is 0. */
typedef gboolean (*QsaArticleWriteFunc) (QsaDb *db, guint i, gint64 *id, gpointer data,
                                         GError **error);

typedef struct _QsaArticleIndex QsaArticleIndex;

/* For one write transaction; counts the vocabulary of what it indexes. */
QsaArticleIndex *qsa_article_index_new (QsaDb *db);
void qsa_article_index_free (QsaArticleIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaArticleIndex, qsa_article_index_free)

/* Takes the articles out of the index, lets @write change their tables, and indexes them anew.
 * Ascending ids are quickest. */
gboolean qsa_article_index_change (QsaArticleIndex *index, gint64 *ids, guint n_ids,
                                   QsaArticleWriteFunc write, gpointer data,
                                   GError **error);

/* Indexes articles that the index does not hold: for an index that is made anew. */
gboolean qsa_article_index_add (QsaArticleIndex *index, const gint64 *ids, guint n_ids,
                                GError **error);

typedef enum
{
  QSA_ARTICLE_INDEX_TERMS_NOW,   /* in the table `term` */
  QSA_ARTICLE_INDEX_TERMS_LATER, /* in `term_pending` */
} QsaArticleIndexTerms;

/* Before the commit, once: counts the words of what was indexed. */
gboolean qsa_article_index_finish (QsaArticleIndex *index, QsaArticleIndexTerms terms,
                                   GError **error);

G_END_DECLS
