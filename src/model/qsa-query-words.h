/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-query-lexer.h"
#include "qsa-query-node.h"

G_BEGIN_DECLS

/* Internal to model: the operands of a query, from the lexemes that hold their text. */

typedef struct
{
  const char *text;      /* borrowed: the whole query */
  gboolean while_typing; /* its last word may be unfinished */
  QsaScanner *scanner;   /* borrowed */
} QsaQueryWords;

/* TRUE when nothing but characters that a word may end with stands between @byte and the end. */
gboolean qsa_query_words_are_at_end (const QsaQueryWords *words, gsize byte);

/* One chunk: a WORD, a PHRASE when one typed word is several tokens, or an AND of several words
 * between punctuation. NULL when there is no letter in it, or when it is a clitic glued to a mark
 * (و in و"كلمة"), which is no word that an article must have. */
QsaQueryNode *qsa_query_words_read_text (const QsaQueryWords *words,
                                         const QsaLexeme *lexeme, QsaReach reach);

/* A PHRASE, NULL when there is no letter in it. */
QsaQueryNode *qsa_query_words_read_phrase (const QsaQueryWords *words,
                                           const QsaLexeme *lexeme, QsaReach reach);

/* The node of @field with the value @lexeme, TEXT or PHRASE. NULL when it cannot be read. A value
 * that is being typed and may become one is no node either, but *@unfinished is set. */
QsaQueryNode *qsa_query_words_read_field (const QsaQueryWords *words,
                                          const QsaFieldName *field,
                                          const QsaLexeme *lexeme, QsaReach reach,
                                          gboolean *unfinished);

G_END_DECLS
