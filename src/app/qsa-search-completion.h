/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "qsa-session.h"

G_BEGIN_DECLS

/* A list under the search entry that offers to complete what is typed there. The keyboard stays with the
 * entry: Down and Up walk through the list, Enter and Tab take what is chosen in it, Escape closes it;
 * with nothing chosen Enter and Tab are the entry's. Down in an empty entry lists earlier searches.
 * Main thread. */
#define QSA_TYPE_SEARCH_COMPLETION (qsa_search_completion_get_type ())
G_DECLARE_FINAL_TYPE (QsaSearchCompletion, qsa_search_completion, QSA, SEARCH_COMPLETION,
                      GObject)

/* @entry is borrowed and must live at least as long; its own the list becomes. */
QsaSearchCompletion *qsa_search_completion_new (GtkSearchEntry *entry);
/* @session may be NULL: nothing is offered. */
void qsa_search_completion_set_session (QsaSearchCompletion *self, QsaSession *session);
/* Closes the list and forgets what was asked; for a text that the program put into the entry. */
void qsa_search_completion_dismiss (QsaSearchCompletion *self);
gboolean qsa_search_completion_get_shown (QsaSearchCompletion *self);

G_END_DECLS
