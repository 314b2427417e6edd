/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-article-edit.h"
#include "qsa-article-index.h"
#include "qsa-library.h"

G_BEGIN_DECLS

/* Internal to store. What the user sets in an article: some columns of `article`, and the rows of
 * `article_override` that keep them when the article is extracted anew. Where there is an override its
 * value is that of the article's column. */

/* The fields of one article, as they are or as they shall be. */
typedef struct
{
  gint64 id;
  QsaField fields;     /* which of those below count */
  QsaField overridden; /* which of them the user has set */
  char *title;
  char *author;
  guint32 outlet_id;
  QsaDate date;
  QsaDateOrigin date_origin;
} QsaArticleFields;

/* GPtrArray of QsaArticleFields, one for each article; what an edit or an undo writes. */
GPtrArray *qsa_article_fields_list_new (void);

/* @edit for each of @ids (each once), with its outlet found or made: inside a write transaction.
 * QSA_ERROR_BAD_VALUE for a date that is none. */
GPtrArray *qsa_article_fields_list_from_edit (QsaDb *db, QsaOutletTable **outlets,
                                              const QsaArticleEdit *edit,
                                              const gint64 *ids, guint n_ids,
                                              GError **error);

/* Inside a write transaction: writes all of @list, keeps the index, logs the change, and gives back
 * what was there before. NULL with QSA_ERROR_NOT_FOUND when one of the articles is gone. */
GPtrArray *qsa_article_fields_list_write (QsaDb *db, GPtrArray *list, guint kinds,
                                          GError **error);

G_END_DECLS
