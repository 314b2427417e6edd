/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-query-fields.h"

G_BEGIN_DECLS

/* Internal to model: cuts what was typed into a search box into marks and chunks of text, pairs
 * quotation marks and parentheses, and bounds the depth. What has no partner is a separator. */

typedef enum
{
  QSA_LEXEME_TEXT,   /* letters and punctuation up to white space or a mark */
  QSA_LEXEME_PHRASE, /* the text between two quotation marks */
  QSA_LEXEME_OPEN,   /* ( that has its ) */
  QSA_LEXEME_CLOSE,
  QSA_LEXEME_OR,    /* | */
  QSA_LEXEME_MINUS, /* - with a space before it and none after it */
  QSA_LEXEME_EXACT, /* = or == in the same position, or right behind a field */
  QSA_LEXEME_FIELD, /* the name of a field and its colon, where an operand may begin */
} QsaLexemeKind;

typedef struct
{
  QsaLexemeKind kind;
  gsize start_byte; /* PHRASE: of what is between the marks */
  gsize end_byte;
  gsize
      outer_start_byte; /* with the marks; what is glued together has no gap between these */
  gsize outer_end_byte;
  guint n_equals;      /* EXACT: 1 or 2 */
  const char *partner; /* PHRASE: the mark that closes what its first opens; static */
  gboolean unclosed;   /* PHRASE: right behind a field, up to the end of the text */
  const QsaFieldName *field; /* FIELD; static */
} QsaLexeme;

/* More are not collected: nobody reads them. */
#define QSA_MAX_UNPAIRED 16

/* A mark or parenthesis without a partner. */
typedef struct
{
  gsize start_byte;
  gsize end_byte;
  const char *partner; /* static */
  gboolean closes;
  gsize other_byte; /* where its partner would stand */
} QsaUnpaired;

/* GArray of QsaLexeme for @text, valid UTF-8. Parentheses nest at most @max_depth deep; deeper
 * ones are gone. @unpaired: NULL, or a GArray to which QsaUnpaired are added, in no order. */
GArray *qsa_query_lex (const char *text, guint max_depth, GArray *unpaired);

G_END_DECLS
