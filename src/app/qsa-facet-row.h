/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One line of a sidebar facet: check box, name, bar, count, on a grid that all lines share. Serves
 * outlets and "undated". Activating the row toggles the check. Main thread.
 *
 * Signals: "toggled" (boolean checked): by the user;
 *          "only": the user wants this one alone (button, menu, Ctrl+Enter). */
#define QSA_TYPE_FACET_ROW (qsa_facet_row_get_type ())
G_DECLARE_FINAL_TYPE (QsaFacetRow, qsa_facet_row, QSA, FACET_ROW, GtkListBoxRow)

/* @counts: the size group of the counts; reference taken. */
GtkWidget *qsa_facet_row_new (GtkSizeGroup *counts);

/* @name is what is shown; @known FALSE when nobody knows (set in italics). @most: the largest
 * count of the facet, which fills the bar. */
void qsa_facet_row_set (QsaFacetRow *self, const char *name, gboolean known,
                        guint articles, guint most, gboolean checked);

/* Asks as a click on the row does. */
void qsa_facet_row_toggle (QsaFacetRow *self);
void qsa_facet_row_emit_only (QsaFacetRow *self);
/* For "row-activated" of a GtkListBox of such rows. */
void qsa_facet_row_list_activated (GtkListBox *list, GtkListBoxRow *row, gpointer unused);
const char *qsa_facet_row_get_name (QsaFacetRow *self);
gboolean qsa_facet_row_get_checked (QsaFacetRow *self);

G_END_DECLS
