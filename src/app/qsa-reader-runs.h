/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "qsa-matcher.h"

G_BEGIN_DECLS

/* A text for a view, put together from runs, and the way back from each character of the view to
 * the run it came from. What is added as a mark lies between runs: Pango sees it, nobody copies
 * it. Each run has its own QsaBidiMap. Pure.
 *
 * View offsets are characters (GtkTextIter offsets). A run's part is a small number of the
 * caller's, below 32; "anchored" runs are pieces of one longer source, in order. */

typedef struct _QsaReaderRuns QsaReaderRuns;

QsaReaderRuns *qsa_reader_runs_new (void);
void qsa_reader_runs_free (QsaReaderRuns *runs);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaReaderRuns, qsa_reader_runs_free)

/* One character that is never copied. */
void qsa_reader_runs_add_mark (QsaReaderRuns *runs, const char *mark);
void qsa_reader_runs_add (QsaReaderRuns *runs, guint part, const char *words);
/* @source is the piece of the longer source that begins at @anchor_byte. */
void qsa_reader_runs_add_anchored (QsaReaderRuns *runs, guint part, const char *source,
                                   gsize source_bytes, gsize anchor_byte);

const char *qsa_reader_runs_get_view (QsaReaderRuns *runs);
gsize qsa_reader_runs_get_view_chars (QsaReaderRuns *runs);
/* Nothing added yet, or the last character is a line break. */
gboolean qsa_reader_runs_at_line_start (QsaReaderRuns *runs);

/* From a view offset to a byte of the anchored source and back. An offset that belongs to no
 * anchored run stands for the next one; past the last it is the source's end. */
gsize qsa_reader_runs_anchor_byte_at (QsaReaderRuns *runs, gsize view_chars);
gsize qsa_reader_runs_view_chars_at (QsaReaderRuns *runs, gsize anchor_byte);

/* What the runs of @parts (1 << part, or'ed) have between two view offsets. Free with g_free(). */
char *qsa_reader_runs_dup_parts (QsaReaderRuns *runs, gsize start_chars, gsize end_chars,
                                 guint parts);

typedef void (*QsaReaderRunsFunc) (guint part, gsize start_chars, gsize end_chars,
                                   gpointer user_data);
/* Calls @func for each match in the runs of @parts, in order of the view. The anchored source, all of
 * one part and with no gaps, is searched as one text: a match that goes over from one of its pieces to
 * the next has what lies between them in its range. */
void qsa_reader_runs_foreach_match (QsaReaderRuns *runs, QsaMatcher *matcher, guint parts,
                                    QsaReaderRunsFunc func, gpointer user_data);

G_END_DECLS
