/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-extract.h"
#include "qsa-input.h"

G_BEGIN_DECLS

/* What every reader of a format works with: where the bytes come from and where the candidates
 * go. Lives on the caller's stack for one file. */
typedef struct
{
  QsaInput *input;         /* borrowed */
  QsaOutletTable *outlets; /* borrowed */
  QsaCandidateFunc func;
  gpointer user_data;
  GCancellable *cancellable; /* borrowed, or NULL */
  guint n_begun;
  guint n_candidates; /* handed over */
  gboolean stopped;   /* the caller wants no more */
  gsize line_cursor_byte;
  guint line; /* 1-based, of line_cursor_byte */
} QsaEmitter;

/* The 1-based line of @byte of the input. Ask in ascending order. */
guint qsa_emitter_get_line (QsaEmitter *emitter, gsize byte);

/* A candidate for what begins at @start_byte of the input, its line set. */
QsaCandidate *qsa_emitter_begin (QsaEmitter *emitter, gsize start_byte);

/* Gives @candidate its own bytes as they came: the range [start_byte, end_byte) of the input. */
void qsa_emitter_set_raw (QsaEmitter *emitter, QsaCandidate *candidate, gsize start_byte,
                          gsize end_byte);

/* Takes @candidate, which by now has an article or an error. FALSE: stop reading (the caller
 * wants no more, or it was cancelled; the emitter knows which). */
gboolean qsa_emitter_emit (QsaEmitter *emitter, QsaCandidate *candidate);

/* Notes on @candidate that the slice's encoding is @slice's, and warns of damaged bytes. */
void qsa_emitter_note_slice (QsaCandidate *candidate, const QsaSlice *slice);

/* Sets the candidate's error: takes @error and puts file and line before its message. */
void qsa_emitter_fail (QsaCandidate *candidate, GError *error);

G_END_DECLS
