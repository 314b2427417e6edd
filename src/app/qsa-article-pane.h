/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "qsa-session.h"

G_BEGIN_DECLS

/* The middle pane: active filters, count and order, widenings, and the list of articles, or what
 * to do when there is none. Main thread.
 *
 * Properties: "session" (QsaSession or NULL).
 * Signals: "opened" (boolean with_focus): the user clicked an article, or activated it by key, and
 *   wants to read it now. */
#define QSA_TYPE_ARTICLE_PANE (qsa_article_pane_get_type ())
G_DECLARE_FINAL_TYPE (QsaArticlePane, qsa_article_pane, QSA, ARTICLE_PANE, GtkWidget)

void qsa_article_pane_set_session (QsaArticlePane *self, QsaSession *session);

/* The list takes the focus, at the selected article or the first. */
void qsa_article_pane_focus_list (QsaArticlePane *self);

/* The menu of the list's rows; taken from the window's template. */
void qsa_article_pane_set_row_menu (QsaArticlePane *self, GMenuModel *menu);

G_END_DECLS
