/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-term-cache.h"

#include <string.h>

/* About a megabyte. */
#define MAX_TEXTS 8192u

typedef struct
{
  char *key;
  QsaPosting *posting;
  gsize memory_bytes;
  GList link; /* in the order of use; data is the entry */
} QsaCachedTerm;

struct _QsaTermCache
{
  GMutex mutex;
  gsize max_bytes;
  /* under the mutex */
  GHashTable *entries; /* key, borrowed from its QsaCachedTerm, which it owns */
  GQueue used;         /* the latest first */
  GHashTable *texts;   /* key -> text, both owned */
  gsize memory_bytes;
  guint64 generation;
};

static void
qsa_cached_term_free (gpointer data)
{
  QsaCachedTerm *term = data;

  qsa_posting_unref (term->posting);
  g_free (term->key);
  g_free (term);
}

QsaTermCache *
qsa_term_cache_new (gsize max_bytes)
{
  QsaTermCache *cache = g_new0 (QsaTermCache, 1);

  g_mutex_init (&cache->mutex);
  g_queue_init (&cache->used);
  cache->max_bytes = max_bytes;
  cache->entries = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                          qsa_cached_term_free);
  cache->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return cache;
}

void
qsa_term_cache_free (QsaTermCache *cache)
{
  if (cache == NULL)
    return;
  g_hash_table_unref (cache->entries);
  g_hash_table_unref (cache->texts);
  g_mutex_clear (&cache->mutex);
  g_free (cache);
}

/* The mutex is held. */
static void
qsa_term_cache_drop (QsaTermCache *cache, QsaCachedTerm *term)
{
  g_queue_unlink (&cache->used, &term->link);
  cache->memory_bytes -= term->memory_bytes;
  g_hash_table_remove (cache->entries, term->key);
}

void
qsa_term_cache_set_generation (QsaTermCache *cache, guint64 generation)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (cache != NULL);

  locker = g_mutex_locker_new (&cache->mutex);
  if (generation == cache->generation)
    return;
  cache->generation = generation;
  g_hash_table_remove_all (cache->texts);
  while (cache->used.head != NULL)
    qsa_term_cache_drop (cache, cache->used.head->data);
}

guint64
qsa_term_cache_get_generation (QsaTermCache *cache)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (cache != NULL, 0);

  locker = g_mutex_locker_new (&cache->mutex);
  return cache->generation;
}

QsaPosting *
qsa_term_cache_lookup (QsaTermCache *cache, guint64 generation, const char *key)
{
  g_autoptr (GMutexLocker) locker = NULL;
  QsaCachedTerm *term;

  g_return_val_if_fail (cache != NULL && key != NULL, NULL);

  locker = g_mutex_locker_new (&cache->mutex);
  if (generation != cache->generation)
    return NULL;
  term = g_hash_table_lookup (cache->entries, key);
  if (term == NULL)
    return NULL;
  g_queue_unlink (&cache->used, &term->link);
  g_queue_push_head_link (&cache->used, &term->link);
  return qsa_posting_ref (term->posting);
}

static QsaCachedTerm *
qsa_cached_term_new (const char *key, QsaPosting *posting)
{
  QsaCachedTerm *term = g_new0 (QsaCachedTerm, 1);

  term->key = g_strdup (key);
  term->posting = qsa_posting_ref (posting);
  term->memory_bytes = qsa_posting_get_memory_bytes (posting) + sizeof *term
                       + strlen (key) + 1;
  term->link.data = term;
  return term;
}

void
qsa_term_cache_insert (QsaTermCache *cache, guint64 generation, const char *key,
                       QsaPosting *posting)
{
  g_autoptr (GMutexLocker) locker = NULL;
  QsaCachedTerm *term;

  g_return_if_fail (cache != NULL && key != NULL && posting != NULL);

  locker = g_mutex_locker_new (&cache->mutex);
  if (generation != cache->generation)
    return;
  term = g_hash_table_lookup (cache->entries, key);
  if (term != NULL)
    qsa_term_cache_drop (cache, term);
  term = qsa_cached_term_new (key, posting);
  g_hash_table_insert (cache->entries, term->key, term);
  g_queue_push_head_link (&cache->used, &term->link);
  cache->memory_bytes += term->memory_bytes;
  while (cache->memory_bytes > cache->max_bytes)
    qsa_term_cache_drop (cache, cache->used.tail->data);
}

char *
qsa_term_cache_dup_text (QsaTermCache *cache, guint64 generation, const char *key)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (cache != NULL && key != NULL, NULL);

  locker = g_mutex_locker_new (&cache->mutex);
  return generation == cache->generation
             ? g_strdup (g_hash_table_lookup (cache->texts, key))
             : NULL;
}

void
qsa_term_cache_insert_text (QsaTermCache *cache, guint64 generation, const char *key,
                            const char *text)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (cache != NULL && key != NULL && text != NULL);

  locker = g_mutex_locker_new (&cache->mutex);
  if (generation != cache->generation)
    return;
  if (g_hash_table_size (cache->texts) >= MAX_TEXTS)
    g_hash_table_remove_all (cache->texts);
  g_hash_table_insert (cache->texts, g_strdup (key), g_strdup (text));
}

gsize
qsa_term_cache_get_memory_bytes (QsaTermCache *cache)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (cache != NULL, 0);

  locker = g_mutex_locker_new (&cache->mutex);
  return cache->memory_bytes;
}
