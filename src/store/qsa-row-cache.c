/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-row-cache.h"

typedef struct
{
  guint32 id;
  QsaLoadedRow *loaded;
  GList link; /* in the order of use; data is the entry */
} QsaCachedRow;

struct _QsaRowCache
{
  guint max_rows;
  GHashTable *entries; /* id -> QsaCachedRow, owned */
  GQueue used;         /* the latest first */
};

static void
qsa_loaded_row_clear (gpointer data)
{
  QsaLoadedRow *loaded = data;

  g_clear_pointer (&loaded->row, qsa_row_free);
}

QsaLoadedRow *
qsa_loaded_row_new (QsaRow *row, guint epoch)
{
  QsaLoadedRow *loaded = g_rc_box_new0 (QsaLoadedRow);

  loaded->row = row;
  loaded->epoch = epoch;
  return loaded;
}

QsaLoadedRow *
qsa_loaded_row_ref (QsaLoadedRow *loaded)
{
  return g_rc_box_acquire (loaded);
}

void
qsa_loaded_row_unref (QsaLoadedRow *loaded)
{
  g_rc_box_release_full (loaded, qsa_loaded_row_clear);
}

static void
qsa_cached_row_free (gpointer data)
{
  QsaCachedRow *entry = data;

  qsa_loaded_row_unref (entry->loaded);
  g_free (entry);
}

QsaRowCache *
qsa_row_cache_new (guint max_rows)
{
  QsaRowCache *cache = g_new0 (QsaRowCache, 1);

  cache->max_rows = max_rows;
  cache->entries = g_hash_table_new_full (NULL, NULL, NULL, qsa_cached_row_free);
  g_queue_init (&cache->used);
  return cache;
}

void
qsa_row_cache_free (QsaRowCache *cache)
{
  if (cache == NULL)
    return;
  g_hash_table_unref (cache->entries);
  g_free (cache);
}

static void
qsa_row_cache_drop (QsaRowCache *cache, QsaCachedRow *entry)
{
  g_queue_unlink (&cache->used, &entry->link);
  g_hash_table_remove (cache->entries, GUINT_TO_POINTER (entry->id));
}

QsaLoadedRow *
qsa_row_cache_lookup (QsaRowCache *cache, guint32 id)
{
  QsaCachedRow *entry;

  g_return_val_if_fail (cache != NULL, NULL);

  entry = g_hash_table_lookup (cache->entries, GUINT_TO_POINTER (id));
  if (entry == NULL)
    return NULL;
  g_queue_unlink (&cache->used, &entry->link);
  g_queue_push_head_link (&cache->used, &entry->link);
  return entry->loaded;
}

void
qsa_row_cache_insert (QsaRowCache *cache, guint32 id, QsaLoadedRow *loaded)
{
  QsaCachedRow *entry;

  g_return_if_fail (cache != NULL && loaded != NULL);

  entry = g_hash_table_lookup (cache->entries, GUINT_TO_POINTER (id));
  if (entry != NULL)
    qsa_row_cache_drop (cache, entry);
  entry = g_new0 (QsaCachedRow, 1);
  entry->id = id;
  entry->loaded = qsa_loaded_row_ref (loaded);
  entry->link.data = entry;
  g_hash_table_insert (cache->entries, GUINT_TO_POINTER (id), entry);
  g_queue_push_head_link (&cache->used, &entry->link);
  while (cache->used.length > cache->max_rows)
    qsa_row_cache_drop (cache, cache->used.tail->data);
}

guint
qsa_row_cache_get_size (QsaRowCache *cache)
{
  g_return_val_if_fail (cache != NULL, 0);

  return cache->used.length;
}
