/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Internal to store. The set of articles that hold a term (or satisfy part of a query): a bitmap
 * over ids, or sorted ids while it is rare; with a byte of weighted frequency an article when
 * relevance was asked for. Ids begin at 1. Immutable once built, shared between threads; sets made
 * for different @max_id go together. */
typedef struct _QsaPosting QsaPosting;

/* Takes @ids: GArray of guint32, ascending, unique. */
QsaPosting *qsa_posting_new_from_ids (GArray *ids, guint32 max_id);
/* Takes @weights too: GArray of guint8, one for each id. */
QsaPosting *qsa_posting_new_weighted (GArray *ids, GArray *weights, guint32 max_id);
QsaPosting *qsa_posting_new_all (guint32 max_id); /* every id 1..max_id */
QsaPosting *qsa_posting_ref (QsaPosting *posting);
void qsa_posting_unref (QsaPosting *posting);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaPosting, qsa_posting_unref)

guint qsa_posting_get_size (QsaPosting *posting);
gboolean qsa_posting_contains (QsaPosting *posting, guint32 id);
gsize qsa_posting_get_memory_bytes (QsaPosting *posting);
/* One byte for each id in their order, borrowed; NULL when there are none. The results of the
 * operations below have none. */
const guint8 *qsa_posting_get_weights (QsaPosting *posting);

/* The bitmap: bit (id % 64) of word (id / 64), borrowed; NULL while the set is held as ids. For loops
 * over a million articles. */
const guint64 *qsa_posting_get_bits (QsaPosting *posting, guint *n_words);

QsaPosting *qsa_posting_and (QsaPosting *a, QsaPosting *b);
QsaPosting *qsa_posting_or (QsaPosting *a, QsaPosting *b);
QsaPosting *qsa_posting_and_not (QsaPosting *a, QsaPosting *b);
/* The union of any number at once (QsaPosting; none gives the empty set). */
QsaPosting *qsa_posting_or_all (GPtrArray *postings);

/* A walk over the ids, ascending, many at a time. Begin with { 0 }. */
typedef struct
{
  guint32 next;      /* internal: word of the bitmap, or index */
  guint64 remaining; /* internal: bits of the word not given yet */
} QsaPostingWalk;

/* Writes up to @n_ids further ids; returns how many, 0 at the end. */
guint qsa_posting_read (QsaPosting *posting, QsaPostingWalk *walk, guint32 *ids,
                        guint n_ids);

G_END_DECLS
