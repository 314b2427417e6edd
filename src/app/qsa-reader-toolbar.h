/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "qsa-article.h"

G_BEGIN_DECLS

/* The row of buttons above the page. All they do are actions (reader.…, win.toggle-starred); this
 * only says what is there to be done. Main thread. */
#define QSA_TYPE_READER_TOOLBAR (qsa_reader_toolbar_get_type ())
G_DECLARE_FINAL_TYPE (QsaReaderToolbar, qsa_reader_toolbar, QSA, READER_TOOLBAR,
                      GtkWidget)

/* Star and link of @article; NULL hides the toolbar. */
void qsa_reader_toolbar_set_article (QsaReaderToolbar *self, const QsaArticle *article);

/* "2 of 7"; NULL hides the hit buttons. */
void qsa_reader_toolbar_set_hit_text (QsaReaderToolbar *self, const char *text);

G_END_DECLS
