/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Sidebar, list and reader beside each other, as far as the width allows:
 *
 *   wide     sidebar | list | reader     all resizable; the sidebar can be hidden
 *   medium           | list | reader     the sidebar comes as an overlay
 *   narrow             list              one page at a time, the sidebar as an overlay
 *                 or   reader
 *
 * Main thread.
 *
 * Properties: "mode" (int QsaPanesMode, read-only), "sidebar-shown" (boolean), "reader-shown"
 * (boolean; counts in narrow mode only), "sidebar-width", "list-width" (int, pixels). */
#define QSA_TYPE_PANES (qsa_panes_get_type ())
G_DECLARE_FINAL_TYPE (QsaPanes, qsa_panes, QSA, PANES, GtkWidget)

typedef enum
{
  QSA_PANES_WIDE,
  QSA_PANES_MEDIUM,
  QSA_PANES_NARROW,
} QsaPanesMode;

#define QSA_PANES_WIDE_FROM 900
#define QSA_PANES_MEDIUM_FROM 600

/* Each once, from the template through the child types "sidebar", "list", "reader". */
void qsa_panes_set_sidebar (QsaPanes *self, GtkWidget *sidebar);
void qsa_panes_set_list (QsaPanes *self, GtkWidget *list);
void qsa_panes_set_reader (QsaPanes *self, GtkWidget *reader);

QsaPanesMode qsa_panes_get_mode (QsaPanes *self);
gboolean qsa_panes_get_sidebar_shown (QsaPanes *self);
void qsa_panes_set_sidebar_shown (QsaPanes *self, gboolean shown);
gboolean qsa_panes_get_reader_shown (QsaPanes *self);
void qsa_panes_set_reader_shown (QsaPanes *self, gboolean shown);
/* Whether the sidebar stands in wide mode, for the settings: an overlay that happens to be closed
 * says nothing about it. */
gboolean qsa_panes_get_sidebar_wanted (QsaPanes *self);
void qsa_panes_set_sidebar_wanted (QsaPanes *self, gboolean wanted);

G_END_DECLS
