/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

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
  QSA_LEXEME_EXACT, /* = or == in the same position */
} QsaLexemeKind;

typedef struct
{
  QsaLexemeKind kind;
  gsize start_byte; /* TEXT and PHRASE: range of the text */
  gsize end_byte;
  guint n_equals; /* EXACT: 1 or 2 */
} QsaLexeme;

/* GArray of QsaLexeme for @text, valid UTF-8. Parentheses nest at most @max_depth deep. */
GArray *qsa_query_lex (const char *text, guint max_depth);

G_END_DECLS
