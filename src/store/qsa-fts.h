/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-db.h"

G_BEGIN_DECLS

/* Internal to store. The thin adapter between FTS5 and the text layer: tokenizer "qusasat",
 * auxiliary functions, and the building of MATCH expressions from marked tokens. User text never
 * reaches MATCH: expressions are made of control-marked tokens inside "…" only. */

/* Registers tokenizer and functions on a connection. */
gboolean qsa_fts_register (sqlite3 *handle, GError **error);

/* Folded words of the articles that are being indexed on @db, each counted once per article, as the
 * tokenizer passes them: the importer's vocabulary counts come from here, so no text is scanned
 * twice. Keys are folded words (owned), values GINT counts. */
GHashTable *qsa_fts_begin_vocabulary_count (QsaDb *db);
/* Call before each article's insert, and once more at the end. */
void qsa_fts_vocabulary_next_article (QsaDb *db);
/* Ends counting; transfer full. */
GHashTable *qsa_fts_end_vocabulary_count (QsaDb *db);

/* One position of a phrase: any of these forms. */
typedef struct
{
  const char *const *forms; /* NULL-terminated */
  gboolean surface;         /* forms are surface forms, else folded */
} QsaFtsWord;

/* The MATCH expression for consecutive words; a single word is a phrase of one. Free with
 * g_free(). */
char *qsa_fts_match_expression (const QsaFtsWord *words, guint n_words);

G_END_DECLS
