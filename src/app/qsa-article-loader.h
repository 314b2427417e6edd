/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-library.h"

G_BEGIN_DECLS

/* Loads one article at a time: asking for another drops the answer of the one before, whenever
 * and however that comes. Main thread. */

/* @article is taken; NULL when @error is set (borrowed). @again as it was asked for. */
typedef void (*QsaArticleLoaderFunc) (QsaArticle *article, const GError *error,
                                      gboolean again, gpointer user_data);

typedef struct _QsaArticleLoader QsaArticleLoader;

/* @func is called once for each answer that is still wanted, never after the free. */
QsaArticleLoader *qsa_article_loader_new (QsaArticleLoaderFunc func, gpointer user_data);
void qsa_article_loader_free (QsaArticleLoader *loader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaArticleLoader, qsa_article_loader_free)

void qsa_article_loader_load (QsaArticleLoader *loader, QsaLibrary *library, gint64 id,
                              gboolean again);
void qsa_article_loader_cancel (QsaArticleLoader *loader);

G_END_DECLS
