/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-query.h"

G_BEGIN_DECLS

/* Internal to model: what the parser came across that could be read otherwise, and the queries that
 * are read so. */

typedef struct
{
  gsize start_byte; /* what @with stands for; empty to insert */
  gsize end_byte;
  const char *with; /* static */
} QsaEdit;

#define QSA_MAX_EDITS 5

typedef struct
{
  QsaReadingKind kind;
  gsize start_byte; /* the part of the query */
  gsize end_byte;
  QsaEdit edits[QSA_MAX_EDITS]; /* in the order of the text: they make the other query */
  guint n_edits;                /* 0: there is no other */
} QsaReadingNote;

/* More are not noted: nobody reads them, and each costs a text. */
#define QSA_MAX_READINGS 16

/* Adds @note unless there are QSA_MAX_READINGS; @notes may be NULL. */
void qsa_reading_note_add (GArray *notes, const QsaReadingNote *note);

void qsa_reading_note_edit (QsaReadingNote *note, gsize start_byte, gsize end_byte,
                            const char *with);

/* GPtrArray of QsaReading, in the order of the text, from @notes (QsaReadingNote; it gets
 * sorted). A note whose other query asks the same is left out. */
GPtrArray *qsa_query_readings_new (const char *text, QsaReach reach,
                                   gboolean while_typing, const QsaQueryNode *root,
                                   GArray *notes);

G_END_DECLS
