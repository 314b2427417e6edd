/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Marks behind words of a text view: rounded, hugging the letters, one piece for each stretch that
 * stands together, so that words that wrap or change direction come out right. Main thread. */

/* GArray of GdkRectangle in buffer coordinates, line by line: what the characters between the two
 * offsets cover. Free with g_array_unref(). */
GArray *qsa_reader_marks_get_rectangles (GtkTextView *view, gsize start_chars,
                                         gsize end_chars);

#define QSA_READER_NO_HIT G_MAXUINT

/* Draws those of @hits (GArray of QsaReaderSpan, ascending) that are in sight, @current stronger.
 * @spans: of the text; a caption in the midst of a phrase is left out. For
 * GtkTextViewClass::snapshot_layer below the text. */
void qsa_reader_marks_snapshot (GtkTextView *view, GtkSnapshot *snapshot, GArray *hits,
                                GArray *spans, guint current, gboolean dark);

/* Draws the thin rule that parts the header from the body, in the gap below the paragraph that
 * ends at @after_chars. */
void qsa_reader_marks_snapshot_rule (GtkTextView *view, GtkSnapshot *snapshot,
                                     gsize after_chars);

G_END_DECLS
