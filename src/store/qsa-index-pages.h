/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-db.h"

G_BEGIN_DECLS

/* Internal to store. Reads the articles of a term from the pages that FTS5 keeps in its table …_data, ten times
 * as fast as rows come out of a MATCH, and can be cancelled at every page. The form of the pages is that of
 * version 4, as SQLite's source documents it (fts5_index.c); SQLite promises to read and keep it. For
 * any other version, and whenever a page is not as expected, the answer is QSA_PAGES_UNKNOWN and the
 * caller asks by MATCH: nothing depends on this but speed.
 *
 *   …_idx   (segment, first term of a page) → page
 *   …_data  structure record: segments, the newer first
 *           leaf: u16 first rowid's place · u16 end of data · (term · doclist)* · places of terms
 *           doclist: rowid · size*2+deleted · positions, then differences of rowids
 */
typedef enum
{
  QSA_PAGES_DONE,
  QSA_PAGES_UNKNOWN,
  QSA_PAGES_ERROR, /* with a GError; cancelled too */
} QsaPagesStatus;

/* The articles that hold @term, as the index spells it, ascending, and their weighted frequencies (1 to 255,
 * as qusasat_weight() counts), appended to @ids (guint32) and @weights (guint8), which are empty; @weights may be
 * NULL. On the connection of a read transaction that has written nothing. */
QsaPagesStatus qsa_index_pages_read_term (QsaDb *db, const char *term,
                                          GCancellable *cancellable, GArray *ids,
                                          GArray *weights, GError **error);

/* The same for all folded words that begin with @prefix, their frequencies added up. Articles beyond
 * @max_id are left out. */
QsaPagesStatus qsa_index_pages_read_prefix (QsaDb *db, const char *prefix, guint32 max_id,
                                            GCancellable *cancellable, GArray *ids,
                                            GArray *weights, GError **error);

G_END_DECLS
