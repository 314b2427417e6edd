/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-query-lexer.h"

G_BEGIN_DECLS

/* Internal to model: lexemes that are operators by what is written in them. @lexeme may be NULL:
 * FALSE. @text is the whole query. */

gboolean qsa_query_is_or (const char *text, const QsaLexeme *lexeme);  /* | OR */
gboolean qsa_query_is_not (const char *text, const QsaLexeme *lexeme); /* NOT, not - */

/* NEAR/5, قرب/5, NEAR/p, قرب/ف, NEAR, between spaces. */
gboolean qsa_query_is_near (const char *text, const QsaLexeme *lexeme, guint *distance);

/* NEAR alone, which may also be a word of an English headline. */
gboolean qsa_query_is_bare_near (const char *text, const QsaLexeme *lexeme);

G_END_DECLS
