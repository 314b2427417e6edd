/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-result-model.h"
#include "qsa-row-cache.h"

G_BEGIN_DECLS

/* Internal to store: what the model does with its items. */

/* @model is borrowed: it detaches its items before it goes. @index is that of the result's ids. */
QsaResultItem *qsa_result_item_new (QsaResultModel *model, guint index, gint64 id);

/* Its place in the result moved. */
void qsa_result_item_set_index (QsaResultItem *self, guint index);

/* The item is no longer part of its model; it keeps what it shows. */
void qsa_result_item_detach (QsaResultItem *self);

/* Notifies "loaded". */
void qsa_result_item_set_loaded_row (QsaResultItem *self, QsaLoadedRow *loaded);
/* Borrowed; NULL while nothing is loaded. */
QsaLoadedRow *qsa_result_item_get_loaded_row (QsaResultItem *self);

/* From an item that is being finalized. */
void qsa_result_model_forget_item (QsaResultModel *self, guint index);

G_END_DECLS
