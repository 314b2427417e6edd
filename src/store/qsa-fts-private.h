/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* Private to qsa-fts*: the language between expressions, tokenizer and auxiliary function. */

/* Bytes that no word holds, since the scanner takes control characters for separators.
 *
 *   index   folded            surface SURFACE_MARK            PARAGRAPH_MARK
 *   query   POSITION form (ALTERNATIVE form)* [POSITION form …]     each form as in the index
 */
#define SURFACE_MARK '\x01'
#define POSITION '\x02'
#define ALTERNATIVE '\x03'
#define PARAGRAPH_MARK '\x04'
/* Begins the last phrase of an expression about nearness, which is nowhere in the index:
 *
 *   LABELS distance|p ( ' ' child | ' ' '-'child | " p" )*     one label for each phrase before it: a way to
 *                          say that child; a place where it does not count; where paragraphs begin
 */
#define LABELS '\x05'

/* Between the phrases of an expression; no form can hold a quotation mark that is not doubled. */
#define OTHER_PHRASE "\" OR \""

/* Of an expression that leaves places out: further phrases are not looked at. */
#define MAX_PHRASES 64

/* The weight of a row by an expression with labels; see qsa_fts_together_expression(). The result is set in
 * @context. */
void qsa_fts_near_weigh (const Fts5ExtensionApi *api, Fts5Context *fts,
                         sqlite3_context *context, const char *expression);

/* 4, 2, 1 for title, standfirst, body. */
guint qsa_fts_column_weight (int column);

G_END_DECLS
