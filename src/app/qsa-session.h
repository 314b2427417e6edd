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
 * Changes of the library start the same search again. Reading an article under the filter
 * "unread" does not take it away from under the reader: when only read and starred marks changed,
 * the counts are renewed and the list keeps its rows until the next question.
 *
 * Properties: "library" (QsaLibrary, construct), "query-text" (string), "filter" (pointer
 * QsaFilter), "sort" (int QsaSort), "reach" (int QsaReach), "result" (pointer QsaResult, read-only; NULL before the
 * first), "searching" (boolean), "selection" (GtkMultiSelection, read-only), "outlets"
 * (GListModel), "article-id" (int64: the one article that is open, 0 when none or many are
 * selected), "n-selected" (uint), "error" (string or NULL: what the last search could not do),
 * "can-undo", "can-redo" (boolean).
 * Signals: "failed" (string): an edit or a mark could not be stored.
 *          "listed": the list shows the answer to a new question (not a mere renewal). */
#define QSA_TYPE_SESSION (qsa_session_get_type ())
G_DECLARE_FINAL_TYPE (QsaSession, qsa_session, QSA, SESSION, GObject)

QsaSession *qsa_session_new (QsaLibrary *library);

QsaLibrary *qsa_session_get_library (QsaSession *self);
const char *qsa_session_get_query_text (QsaSession *self);
/* As typed: the last word may still be unfinished. NULL is "". */
void qsa_session_set_query_text (QsaSession *self, const char *text);
/* The user pressed Enter: the last word is meant as it stands. */
void qsa_session_finish_query (QsaSession *self);
QsaFilter *qsa_session_get_filter (QsaSession *self);
void qsa_session_set_filter (QsaSession *self, QsaFilter *filter);
QsaSort qsa_session_get_sort (QsaSession *self);
void qsa_session_set_sort (QsaSession *self, QsaSort sort);
/* DEFAULT, WIDE (the wider reach; until the query text changes) or FOLDED (widening switched off, until it
 * is switched on). */
QsaReach qsa_session_get_reach (QsaSession *self);
void qsa_session_set_reach (QsaSession *self, QsaReach reach);
/* Whether the next question is widened; FALSE after FOLDED, also while the reach is WIDE. */
gboolean qsa_session_get_widening (QsaSession *self);
/* Query, reach, filter and order at once. */
void qsa_session_show_saved_search (QsaSession *self, const QsaSavedSearch *search);
/* What is asked now, under @name; free with qsa_saved_search_free(). */
QsaSavedSearch *qsa_session_to_saved_search (QsaSession *self, const char *name);
QsaResult *qsa_session_get_result (QsaSession *self);
gboolean qsa_session_get_searching (QsaSession *self);
const char *qsa_session_get_error (QsaSession *self);
GtkMultiSelection *qsa_session_get_selection (QsaSession *self);
GListModel *qsa_session_get_outlets (QsaSession *self);
gint64 qsa_session_get_article_id (QsaSession *self);
guint qsa_session_get_n_selected (QsaSession *self);

/* What an action acts on, in list order: the selected articles, or the open one when the list no
 * longer holds it. GArray of gint64. */
GArray *qsa_session_dup_selected_ids (QsaSession *self);
/* The row of @id as far as it is loaded, else NULL; borrowed, for at once. */
const QsaRow *qsa_session_find_row (QsaSession *self, gint64 id);
/* Selects this article alone when it is in the result, and scrolls are the list's business. */
void qsa_session_select_id (QsaSession *self, gint64 id);

/* A widening chip: searched or not, from now on, until the query text changes. */
void qsa_session_set_form (QsaSession *self, const char *folded, gboolean on);

/* Marks articles (GArray of gint64). */
void qsa_session_set_flag (QsaSession *self, GArray *ids, QsaFlag flag, gboolean value);

/* Edits with undo: one stack per window. Errors go to the "failed" signal (message). */
void qsa_session_edit (QsaSession *self, GArray *ids, const QsaArticleEdit *edit);
void qsa_session_undo (QsaSession *self);
void qsa_session_redo (QsaSession *self);
gboolean qsa_session_can_undo (QsaSession *self); /* notify "can-undo" */
gboolean qsa_session_can_redo (QsaSession *self); /* notify "can-redo" */

G_END_DECLS
