/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How to ask: every means of the query language with an example that is searched when it is clicked. Two
 * columns, the example and what it finds. Main thread.
 *
 * Signal "example" (string): this one was chosen. */
#define QSA_TYPE_SEARCH_HELP (qsa_search_help_get_type ())
G_DECLARE_FINAL_TYPE (QsaSearchHelp, qsa_search_help, QSA, SEARCH_HELP, GtkPopover)

GtkWidget *qsa_search_help_new (void);

G_END_DECLS
