/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "qsa-reader-text.h"

G_BEGIN_DECLS

/* The page: a GtkTextView that shows a QsaReaderText right-to-left, marks hits, and lets nothing
 * out but the article's own characters: Ctrl+C and Ctrl+X through its class, PRIMARY and drags
 * through QsaTextExport.
 * Main thread.
 *
 * Property "measure" (int, read-only): the width of a comfortable page in pixels, margins
 *   included; it follows the font.
 * Signal "link-activated": the link in the header was clicked. */
#define QSA_TYPE_READER_VIEW (qsa_reader_view_get_type ())
G_DECLARE_FINAL_TYPE (QsaReaderView, qsa_reader_view, QSA, READER_VIEW, GtkTextView)

GtkWidget *qsa_reader_view_new (void);

/* Takes @text (NULL empties the page). Hits are gone, the caret stands at the beginning. */
void qsa_reader_view_take_text (QsaReaderView *self, QsaReaderText *text);
QsaReaderText *qsa_reader_view_get_text (QsaReaderView *self); /* borrowed */

/* Takes @hits (GArray of QsaReaderSpan, or NULL). @current is an index or QSA_READER_NO_HIT. */
void qsa_reader_view_take_hits (QsaReaderView *self, GArray *hits, guint current);
void qsa_reader_view_set_current_hit (QsaReaderView *self, guint current);

/* @font: a Pango font description; NULL or "" for the default face. */
void qsa_reader_view_set_font (QsaReaderView *self, const char *font, double scale);

/* FALSE when nothing is selected. */
gboolean qsa_reader_view_get_selection (QsaReaderView *self, gsize *start_chars,
                                        gsize *end_chars);
/* Exactly what is selected; NULL when nothing is. Free with g_free(). */
char *qsa_reader_view_dup_selection (QsaReaderView *self);
/* What of it can be quoted; NULL when nothing. Free with g_free(). */
char *qsa_reader_view_dup_quote (QsaReaderView *self);

G_END_DECLS
