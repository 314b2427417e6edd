/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-db.h"

G_BEGIN_DECLS

/* Internal to store. How many words of each article the index holds (title, standfirst and body
 * together), as FTS5 counts them for its own bm25. Two bytes an article; immutable, any thread. */
typedef struct _QsaLengths QsaLengths;

/* Of the articles up to @max_id; reads one small row each (a tenth of a second for a million). Stops
 * with G_IO_ERROR_CANCELLED when the connection's cancellable says so. */
QsaLengths *qsa_lengths_load (QsaDb *db, guint32 max_id, GError **error);
/* The same, with those of @ids (guint32, none above @max_id) read anew. */
QsaLengths *qsa_lengths_apply (QsaLengths *lengths, QsaDb *db, guint32 max_id,
                               GArray *ids, GError **error);
QsaLengths *qsa_lengths_ref (QsaLengths *lengths);
void qsa_lengths_unref (QsaLengths *lengths);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaLengths, qsa_lengths_unref)

/* By id, 0..max_id, borrowed; 0 when the index does not know the article, at most 65535. */
const guint16 *qsa_lengths_get (QsaLengths *lengths);
/* Of the indexed articles; at least 1. */
double qsa_lengths_get_average (QsaLengths *lengths);

G_END_DECLS
