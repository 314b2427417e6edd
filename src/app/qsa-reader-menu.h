/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The context menu of the page: only what can be done with a text that is not edited (GTK's own
 * menu offers cutting, pasting and undoing). Pops up at @place, in coordinates of @page. The
 * caller unparents it. Its items are the actions of QsaReader. */
GtkWidget *qsa_reader_menu_popup (GtkWidget *page, const GdkRectangle *place);

G_END_DECLS
