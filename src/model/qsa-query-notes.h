/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-query-lexer.h"
#include "qsa-query-readings.h"

G_BEGIN_DECLS

/* Internal to model: notes of what the parser read as an operator or field, with the edits that
 * make it words. @notes is a GArray of QsaReadingNote, or NULL: then nothing happens. @text is
 * the whole query. */

/* @keyword: - or NOT; @last: the last lexeme of what is negated. */
void qsa_query_note_not (GArray *notes, const QsaLexeme *keyword, const QsaLexeme *last);

/* @keyword: | or OR, which has joined its neighbours. */
void qsa_query_note_or (GArray *notes, const char *text, const QsaLexeme *keyword);

void qsa_query_note_near (GArray *notes, const char *text, const QsaLexeme *keyword);

/* @lexemes: of the whole query; @operand: index of the first of the operand that the field is in,
 * which may be a -; @field and @value are among them. */
void qsa_query_note_field (GArray *notes, const char *text, GArray *lexemes,
                           guint operand, const QsaLexeme *field, const QsaLexeme *value);

/* From @first to @last was written as an operator or field, and is searched as words. */
void qsa_query_note_bad (GArray *notes, const QsaLexeme *first, const QsaLexeme *last);

/* @unpaired: QsaUnpaired */
void qsa_query_note_unpaired (GArray *notes, GArray *unpaired);

G_END_DECLS
