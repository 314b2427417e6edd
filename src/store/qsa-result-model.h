/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "qsa-library.h"

G_BEGIN_DECLS

/* GListModel over a result's ids; items are QsaResultItem, made on demand; the same object while
 * somebody holds it. Their rows load by page, asynchronously, and an LRU of a few hundred stays;
 * get_item never blocks. Until its own row is there, an item shows the one that an earlier result
 * loaded for the article. Main thread.
 *
 * Signals:
 *   "load-failed" (GError)  rows could not be read; they are asked for again with their next items
 *
 *   QsaResult (guint32 ids[n], borrowed) -> QsaResultModel -> GtkMultiSelection -> GtkListView
 */
#define QSA_TYPE_RESULT_MODEL (qsa_result_model_get_type ())
G_DECLARE_FINAL_TYPE (QsaResultModel, qsa_result_model, QSA, RESULT_MODEL, GObject)

/* One row; "loaded" (boolean) notifies when its data is there or was renewed. */
#define QSA_TYPE_RESULT_ITEM (qsa_result_item_get_type ())
G_DECLARE_FINAL_TYPE (QsaResultItem, qsa_result_item, QSA, RESULT_ITEM, GObject)

gint64 qsa_result_item_get_id (QsaResultItem *self);
/* NULL while loading, or when the article is gone; borrowed, valid until the next notify. */
const QsaRow *qsa_result_item_get_row (QsaResultItem *self);
gboolean qsa_result_item_get_loaded (QsaResultItem *self);

/* @library may be NULL until one is open. */
QsaResultModel *qsa_result_model_new (QsaLibrary *library);

/* Shows the rows of @result (reference taken; NULL empties); its ids are not copied. What both
 * results have at their start and end stays in the list, with the same items, whose rows are renewed:
 * a list that grows under the user keeps its place. What lies between is replaced in one
 * items-changed, or, when it is long, in up to three that add or remove its far part apart from the
 * near one: GTK's list view and selections take that in a few milliseconds, but read every added row
 * of a signal that does both. Not from within a handler of items-changed. */
void qsa_result_model_set_result (QsaResultModel *self, QsaResult *result);
QsaResult *qsa_result_model_get_result (QsaResultModel *self); /* borrowed */

/* Renews what is shown without changing the order (details or state changed). */
void qsa_result_model_reload (QsaResultModel *self);

gint64 qsa_result_model_get_id (QsaResultModel *self, guint position);
/* GTK_INVALID_LIST_POSITION-like G_MAXUINT when the article is not in the result. */
guint qsa_result_model_find_id (QsaResultModel *self, gint64 id);

G_END_DECLS
