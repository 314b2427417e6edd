/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-db.h"
#include "qsa-fold.h"

G_BEGIN_DECLS

/* Internal to store. The thin adapter between FTS5 and the text layer: tokenizer "qusasat",
 * auxiliary functions, and the building of MATCH expressions from marked tokens. User text never
 * reaches MATCH: expressions are made of control-marked tokens inside "…" only. */

/* Registers tokenizer and functions on a connection. */
gboolean qsa_fts_register (sqlite3 *handle, GError **error);

/* Counts the folded words of the articles that are being indexed on @db, each once per article, as
 * the tokenizer passes them: the vocabulary's counts come from here, so no text is scanned twice.
 * FTS5's 'delete' command passes its words too: count it by a round of its own, and subtract. */
void qsa_fts_begin_vocabulary_count (QsaDb *db);
/* Call before each article's insert (or 'delete'). */
void qsa_fts_vocabulary_next_article (QsaDb *db);
/* Ends counting; transfer full: folded words (owned) → GUINT_TO_POINTER counts. */
GHashTable *qsa_fts_end_vocabulary_count (QsaDb *db);

/* One position of a phrase: any of these forms. */
typedef struct
{
  const char *const *folded;  /* NULL-terminated, or NULL */
  const char *const *surface; /* the same: these letters only */
} QsaFtsWord;

/* The MATCH expression for consecutive words; a single word is a phrase of one. Without any form it
 * matches nothing. Free with g_free(). */
char *qsa_fts_match_expression (const QsaFtsWord *words, guint n_words);

/* The expression for the same words, but for the places where one of them is spelled as @others has
 * it: n_words lists of surface forms, NULL or empty for a word of which any spelling will do. It
 * finds too much by itself: only rows whose qusasat_weight() is not 0 match. */
char *qsa_fts_except_expression (const QsaFtsWord *words,
                                 const char *const *const *others, guint n_words);
/* Whether weights must be looked at to know what matches @expression. */
gboolean qsa_fts_expression_needs_weights (const char *expression);

/* The MATCH expression for the words that begin with @folded. Free with g_free(). */
char *qsa_fts_prefix_expression (const char *folded);

/* @expression, but in titles only. Free with g_free(). */
char *qsa_fts_title_expression (const char *expression);

/* @phrases, each an expression of words or a prefix as above (without spellings left out): all of them
 * with at most @distance words between, in any order; one place may serve for two. Free with g_free(). */
char *qsa_fts_near_expression (const char *const *phrases, guint n_phrases,
                               guint distance);

/* The same for things that can be said in several ways, also with spellings left out: each of @things is a
 * NULL-terminated list of expressions as above. G_MAXUINT as @distance: in one paragraph. It finds too
 * much by itself, as above. At most QSA_FTS_MAX_THINGS. */
#define QSA_FTS_MAX_THINGS 32u
char *qsa_fts_together_expression (const char *const *const *things, guint n_things,
                                   guint distance);

/* The index's table, for SQL; its auxiliary function qusasat_weight(table, expression) gives the
 * weighted frequency of the expression's first phrase in the row, at most 255: title 4, standfirst 2,
 * body 1; places where another phrase of the expression stands do not count, nor in expressions of
 * things together those that are not near the others. */
#define QSA_FTS_TABLE "article_fts_" G_STRINGIFY (QSA_TEXT_ANALYSIS_VERSION)

G_END_DECLS
