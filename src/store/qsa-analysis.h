/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-db.h"

G_BEGIN_DECLS

/* Internal to store. Which rules of text analysis (QSA_TEXT_ANALYSIS_VERSION) a library's index was made
 * with: a number in `meta`, and in the name of the index's table. An index of older rules is made anew,
 * with the vocabulary, batch by batch; how far it is stands in `meta`, too (qsa-index-state), so that
 * whoever opens the library next goes on. All but the search for words works meanwhile.
 *
 *   prepare: the new, empty table · the version · built 0, until the last id
 *   build_some, again and again: the next articles
 *   at the end: the tables of older rules go
 */

/* On the writing connection, after the schema is right. Begins when the index is of older rules; that of a
 * small library is whole then. Errors: QSA_ERROR_TOO_NEW. */
gboolean qsa_analysis_prepare (QsaDb *db, GError **error);

/* Inside a write transaction: the next articles or their words, at least a few, for about @budget_us. The
 * index is whole when all words are in the vocabulary, too. */
gboolean qsa_analysis_build_some (QsaDb *db, gint64 budget_us, GError **error);

/* In transactions of its own, once the index is whole: drops what older rules left. */
gboolean qsa_analysis_drop_old (QsaDb *db, GError **error);

/* For libraries opened to be read: QSA_ERROR_READ_ONLY when the index is of older rules,
 * QSA_ERROR_TOO_NEW. */
gboolean qsa_analysis_check (QsaDb *db, GError **error);

G_END_DECLS
