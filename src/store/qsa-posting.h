/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Internal to store. The set of articles that hold a term (or satisfy part of a query): a bitmap
 * over ids, or sorted ids while it is rare; with a byte of weighted frequency an article once
 * relevance was asked for. Immutable once built, shared between threads. */
typedef struct _QsaPosting QsaPosting;

/* Takes @ids: GArray of guint32, ascending, unique. */
QsaPosting *qsa_posting_new_from_ids (GArray *ids, guint32 max_id);
QsaPosting *qsa_posting_new_all (guint32 max_id); /* every id 1..max_id */
QsaPosting *qsa_posting_ref (QsaPosting *posting);
void qsa_posting_unref (QsaPosting *posting);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaPosting, qsa_posting_unref)

guint qsa_posting_get_size (QsaPosting *posting);
gboolean qsa_posting_contains (QsaPosting *posting, guint32 id);
gsize qsa_posting_get_memory_bytes (QsaPosting *posting);

QsaPosting *qsa_posting_and (QsaPosting *a, QsaPosting *b);
QsaPosting *qsa_posting_or (QsaPosting *a, QsaPosting *b);
QsaPosting *qsa_posting_and_not (QsaPosting *a, QsaPosting *b);

G_END_DECLS
