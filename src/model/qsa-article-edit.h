/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-article.h"

G_BEGIN_DECLS

/* What "Edit details" changes, for one article or many: each field either untouched, or set (NULL
 * clears it: the program then says "unknown"). A record, not thread-safe. */

typedef enum
{
  QSA_FIELD_TITLE = 1 << 0,
  QSA_FIELD_OUTLET = 1 << 1,
  QSA_FIELD_DATE = 1 << 2,
  QSA_FIELD_AUTHOR = 1 << 3,
} QsaField;

typedef struct
{
  QsaField fields; /* which of the below are set */
  char *title;     /* owned */
  char *outlet;    /* owned; found by name or created in the library */
  char *author;    /* owned */
  QsaDate date;
} QsaArticleEdit;

QsaArticleEdit *qsa_article_edit_new (void);
QsaArticleEdit *qsa_article_edit_copy (const QsaArticleEdit *edit);
void qsa_article_edit_free (QsaArticleEdit *edit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaArticleEdit, qsa_article_edit_free)

G_END_DECLS
