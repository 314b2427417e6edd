/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "qsa-session.h"

G_BEGIN_DECLS

/* The saved searches in the sidebar, with live counts; hidden when there are none. The one that the
 * session shows, unchanged, is marked. Main thread.
 *
 *   QsaLibrary "saved-searches" --> rows;  QsaSavedCounts --> counts;  QsaSession --> current
 *   row activated --> win.show-search (id) */
#define QSA_TYPE_SAVED_LIST (qsa_saved_list_get_type ())
G_DECLARE_FINAL_TYPE (QsaSavedList, qsa_saved_list, QSA, SAVED_LIST, GtkWidget)

void qsa_saved_list_set_session (QsaSavedList *self, QsaSession *session);
/* The size group of the counts; reference taken. Before the session. */
void qsa_saved_list_set_counts (QsaSavedList *self, GtkSizeGroup *counts);

G_END_DECLS
