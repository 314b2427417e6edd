/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-query-lexer.h"

G_BEGIN_DECLS

/* Internal to model, second half of qsa_query_lex(): finds the partners of quotation marks and
 * parentheses. */

/* Quotation marks pair within their family first: people close « with » and ” with either “ or ”,
 * as keyboards and old sites have it. */
typedef enum
{
  QSA_MARK_NONE,
  QSA_MARK_STRAIGHT,
  QSA_MARK_CURLY,
  QSA_MARK_GUILLEMET,
  QSA_N_MARK_FAMILIES,
} QsaMarkFamily;

typedef struct
{
  const char *mark;
  QsaMarkFamily family;
  const char *partner;
  gboolean opens_only; /* never the end of a phrase */
  gboolean closes_only;
} QsaMark;

/* A mark or parenthesis whose partner is not known yet, or any other lexeme. */
typedef struct
{
  QsaLexeme lexeme;
  const QsaMark *mark; /* a quotation mark, else NULL; static */
  gboolean closes;     /* a quotation mark that cannot open here */
  guint partner;       /* index of the closing mark; 0 when none: no mark closes at 0 */
} QsaRawLexeme;

/* The lexemes that are left of @raw (QsaRawLexeme; its partners are set). Arguments as for
 * qsa_query_lex(). */
GArray *qsa_query_pair (const char *text, GArray *raw, guint max_depth, GArray *unpaired);

G_END_DECLS
