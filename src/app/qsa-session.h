/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "qsa-filter.h"
#include "qsa-library.h"
#include "qsa-result-model.h"

G_BEGIN_DECLS

/* The view-model of one window: query, filter, order, result, selection, facets as properties.
 * Widgets bind to it and never see SQL or the library's callbacks. Main thread.
 *
 *   query-text, filter, sort --(each change starts a search, the older one is cancelled)-->
 *     QsaResult --> QsaResultModel --> GtkMultiSelection --> QsaArticlePane's GtkListView
 *               \-> facets: outlets (GListModel of QsaFacetItem), months, state counts
 *
 * Properties: "library" (QsaLibrary, construct), "query-text" (string), "filter" (boxed
 * QsaFilter), "sort" (int QsaSort), "result" (boxed QsaResult, read-only; NULL before the first),
 * "searching" (boolean), "selection" (GtkMultiSelection, read-only), "outlets" (GListModel),
 * "article-id" (int64: the one article that is open, 0 when none or many are selected),
 * "n-selected" (uint), "error" (string or NULL: what the last search could not do). */
#define QSA_TYPE_SESSION (qsa_session_get_type ())
G_DECLARE_FINAL_TYPE (QsaSession, qsa_session, QSA, SESSION, GObject)

QsaSession *qsa_session_new (QsaLibrary *library);

QsaLibrary *qsa_session_get_library (QsaSession *self);
const char *qsa_session_get_query_text (QsaSession *self);
void qsa_session_set_query_text (QsaSession *self, const char *text);
QsaFilter *qsa_session_get_filter (QsaSession *self);
void qsa_session_set_filter (QsaSession *self, QsaFilter *filter);
QsaSort qsa_session_get_sort (QsaSession *self);
void qsa_session_set_sort (QsaSession *self, QsaSort sort);
QsaResult *qsa_session_get_result (QsaSession *self);
gboolean qsa_session_get_searching (QsaSession *self);
GtkMultiSelection *qsa_session_get_selection (QsaSession *self);
GListModel *qsa_session_get_outlets (QsaSession *self);
gint64 qsa_session_get_article_id (QsaSession *self);

/* Ids of the selected articles, in list order: GArray of gint64. */
GArray *qsa_session_dup_selected_ids (QsaSession *self);
/* Selects this article alone when it is in the result, and scrolls are the list's business. */
void qsa_session_select_id (QsaSession *self, gint64 id);

/* A widening chip: searched or not, from now on, until the query text changes. */
void qsa_session_set_form (QsaSession *self, const char *folded, gboolean on);

/* Edits with undo: one stack per window. Errors go to the "failed" signal (message). */
void qsa_session_edit (QsaSession *self, GArray *ids, const QsaArticleEdit *edit);
void qsa_session_undo (QsaSession *self);
void qsa_session_redo (QsaSession *self);
gboolean qsa_session_can_undo (QsaSession *self); /* notify "can-undo" */
gboolean qsa_session_can_redo (QsaSession *self); /* notify "can-redo" */

G_END_DECLS
