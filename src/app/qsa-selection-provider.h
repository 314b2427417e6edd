/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Owns PRIMARY for a text view's selection, with the text that a function gives instead of the
 * buffer's: GTK's own provider hands out the characters of the view, our marks of direction
 * among them. Text is made when somebody asks for it. Main thread. */

/* The text of the selection; NULL or "" when there is none. Free with g_free(). */
typedef char *(*QsaSelectionFunc) (GtkTextView *view);

#define QSA_TYPE_SELECTION_PROVIDER (qsa_selection_provider_get_type ())
G_DECLARE_FINAL_TYPE (QsaSelectionProvider, qsa_selection_provider, QSA,
                      SELECTION_PROVIDER, GdkContentProvider)

/* @view is borrowed: call qsa_selection_provider_release() before it goes. */
QsaSelectionProvider *qsa_selection_provider_new (GtkTextView *view,
                                                  QsaSelectionFunc func);

/* Says that the selection is another now: claims @clipboard, or gives it up when nothing is
 * selected. Another program that claims it clears the selection, as everywhere under X11. */
void qsa_selection_provider_update (QsaSelectionProvider *self, GdkClipboard *clipboard);

/* Nothing is given out from now on. */
void qsa_selection_provider_release (QsaSelectionProvider *self, GdkClipboard *clipboard);

G_END_DECLS
