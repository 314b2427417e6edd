/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "qsa-result-model.h"

G_BEGIN_DECLS

/* Internal to QsaSession: selections by article id, which outlive the rows they were made on.
 * Every @selection here is over a QsaResultModel. */

/* Ids in list order: GArray of gint64. */
GArray *qsa_row_selection_dup_ids (GtkMultiSelection *selection);

/* Puts @result under the selection. What was selected and is still there is selected again, or
 * @open_id (0 for none) when nothing was. (GTK 4.8 re-reads every row when rows are replaced
 * under a selection: 831 ms at a million rows; hence it is cleared before.) */
void qsa_row_selection_replace (GtkMultiSelection *selection, QsaResult *result,
                                gint64 open_id);

G_END_DECLS
