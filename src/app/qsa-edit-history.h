/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-article-edit.h"
#include "qsa-library.h"

G_BEGIN_DECLS

/* A window's edits of article details, with undo and redo. The library keeps what an edit
 * replaced; this keeps the order. Main thread.
 *
 *   edit --> [undo stack] --undo--> [redo stack]
 *                 ^------redo-----------'
 *
 * Properties (read-only): "can-undo", "can-redo" (boolean).
 * Signal "failed" (string): an edit, undo or redo could not be stored. */
#define QSA_TYPE_EDIT_HISTORY (qsa_edit_history_get_type ())
G_DECLARE_FINAL_TYPE (QsaEditHistory, qsa_edit_history, QSA, EDIT_HISTORY, GObject)

QsaEditHistory *qsa_edit_history_new (QsaLibrary *library);

/* @ids: GArray of gint64. */
void qsa_edit_history_edit (QsaEditHistory *self, GArray *ids,
                            const QsaArticleEdit *edit);
void qsa_edit_history_undo (QsaEditHistory *self);
void qsa_edit_history_redo (QsaEditHistory *self);
gboolean qsa_edit_history_can_undo (QsaEditHistory *self);
gboolean qsa_edit_history_can_redo (QsaEditHistory *self);

G_END_DECLS
