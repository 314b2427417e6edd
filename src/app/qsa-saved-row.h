/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "qsa-saved-search.h"

G_BEGIN_DECLS

/* One saved search in the sidebar: name and count, on the grid of the counts. Its verbs are the
 * window's (win.rename-search and so on, with the search's id), in its menu and by key (F2, Delete).
 * Main thread. */
#define QSA_TYPE_SAVED_ROW (qsa_saved_row_get_type ())
G_DECLARE_FINAL_TYPE (QsaSavedRow, qsa_saved_row, QSA, SAVED_ROW, GtkListBoxRow)

/* @description: what is searched, for the tooltip. @counts: reference taken. */
GtkWidget *qsa_saved_row_new (const QsaSavedSearch *search, const char *description,
                              GtkSizeGroup *counts);

gint64 qsa_saved_row_get_id (QsaSavedRow *self);
const char *qsa_saved_row_get_name (QsaSavedRow *self);
/* NULL when not counted yet. */
void qsa_saved_row_set_count (QsaSavedRow *self, const guint *count);
/* "1,204" or "". */
const char *qsa_saved_row_get_count_text (QsaSavedRow *self);
/* It is what the window shows. */
void qsa_saved_row_set_current (QsaSavedRow *self, gboolean current);
gboolean qsa_saved_row_get_current (QsaSavedRow *self);

G_END_DECLS
