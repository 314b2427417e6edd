/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-article.h"
#include "qsa-candidate.h"
#include "qsa-db.h"

G_BEGIN_DECLS

/* Internal to store. The tables `article`, `article_text`, `article_block` and `reading_position`.
 * Nothing here keeps the index: see qsa-article-index.h. */

/* Binds a string, or NULL; the string must live until the statement is reset. */
void qsa_bind_string (sqlite3_stmt *statement, int place, const char *text);
/* A copy of a text column, NULL when it is NULL. */
char *qsa_column_dup_string (sqlite3_stmt *statement, int column);
/* published_day, published_minute, date_precision: three columns in a row. */
void qsa_bind_date (sqlite3_stmt *statement, int first_place, const QsaDate *date);
QsaDate qsa_column_get_date (sqlite3_stmt *statement, int first_column);

typedef struct
{
  const QsaArticle *article;
  const guint8 *fingerprint; /* QSA_FINGERPRINT_BYTES */
  guint32 outlet_id;
  gint64 import_id;
  gint64 now; /* Unix seconds */
} QsaNewArticle;

/* Inside a write transaction. */
gboolean qsa_article_table_insert (QsaDb *db, const QsaNewArticle *new_article,
                                   gint64 *id, GError **error);

/* The article of this fingerprint in *@id, 0 when there is none. */
gboolean qsa_article_table_find_fingerprint (QsaDb *db, const guint8 *fingerprint,
                                             gint64 *id, GError **error);

/* With blocks and reading position, without what other tables say of it. NULL with
 * QSA_ERROR_NOT_FOUND when there is none. */
QsaArticle *qsa_article_table_load (QsaDb *db, gint64 id, GError **error);

void qsa_article_table_set_not_found (gint64 id, GError **error);

gboolean qsa_article_table_set_position (QsaDb *db, gint64 id, gsize body_byte,
                                         GError **error);

G_END_DECLS
