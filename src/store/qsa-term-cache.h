/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "qsa-posting.h"

G_BEGIN_DECLS

/* Internal to store. Postings of terms in a bounded LRU (64 MB), valid for one generation of the
 * index; any thread. */
typedef struct _QsaTermCache QsaTermCache;

QsaTermCache *qsa_term_cache_new (gsize max_bytes);
void qsa_term_cache_free (QsaTermCache *cache);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaTermCache, qsa_term_cache_free)

/* The index changed: everything of an older generation is dropped and no longer accepted. */
void qsa_term_cache_set_generation (QsaTermCache *cache, guint64 generation);
guint64 qsa_term_cache_get_generation (QsaTermCache *cache);

/* @key is the MATCH expression. New reference or NULL; NULL too when @generation is not the current
 * one. */
QsaPosting *qsa_term_cache_lookup (QsaTermCache *cache, guint64 generation,
                                   const char *key);
/* Replaces what @key had; ignored when @generation is not the current one. */
void qsa_term_cache_insert (QsaTermCache *cache, guint64 generation, const char *key,
                            QsaPosting *posting);

/* Short texts beside them (how a form is printed most often), for the same generation; the oldest are
 * forgotten all at once when they become many. NULL when unknown; free with g_free(). */
char *qsa_term_cache_dup_text (QsaTermCache *cache, guint64 generation, const char *key);
void qsa_term_cache_insert_text (QsaTermCache *cache, guint64 generation, const char *key,
                                 const char *text);

gsize qsa_term_cache_get_memory_bytes (QsaTermCache *cache);

G_END_DECLS
