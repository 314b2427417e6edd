/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "qsa-result-model.h"

G_BEGIN_DECLS

/* One article in the list: title in at most two lines (bold with a dot while unread), outlet and
 * date, and of the snippet what the title leaves of the row's four lines. The height never
 * depends on the text, so that nothing jumps while rows load. The direction is that of the text,
 * not that of the interface. Main thread.
 *
 * Property "item" (QsaResultItem or NULL). */
#define QSA_TYPE_ARTICLE_ROW (qsa_article_row_get_type ())
G_DECLARE_FINAL_TYPE (QsaArticleRow, qsa_article_row, QSA, ARTICLE_ROW, GtkWidget)

GtkWidget *qsa_article_row_new (void);
void qsa_article_row_set_item (QsaArticleRow *self, QsaResultItem *item);
QsaResultItem *qsa_article_row_get_item (QsaArticleRow *self);

G_END_DECLS
