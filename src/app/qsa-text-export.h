/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-selection-provider.h"

G_BEGIN_DECLS

/* Replaces two of the three ways by which a read-only GtkTextView hands out its selection; the
 * third, Ctrl+C, is GtkTextViewClass::copy_clipboard of the view's own class.
 *
 *   PRIMARY   the buffer's selection clipboard is taken off whenever the view is realized, and a
 *             QsaSelectionProvider put in its place
 *   drags     a gesture in one group with GTK's own sees every motion first, starts the drag,
 *             and denies both; a click stays GTK's
 *
 * @func gives the text. The view must keep its buffer. Once for each view, before it is
 * realized; main thread. */
void qsa_text_export_attach (GtkTextView *view, QsaSelectionFunc func);

/* What a drag of the selection carries; NULL when nothing is selected. New reference. */
GdkContentProvider *qsa_text_export_create_drag_content (GtkTextView *view);

G_END_DECLS
