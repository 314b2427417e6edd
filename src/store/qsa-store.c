/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-store.h"

#include "qsa-index-state.h"

#define QSA_STORE_TERM_CACHE_BYTES (64 * 1024 * 1024)

struct _QsaStore
{
  gatomicrefcount references;

  /* immutable */
  char *path;
  QsaDbMode mode;
  QsaTermCache *term_cache; /* does its own locking */

  /* behind the lock */
  GMutex lock;
  QsaColumns *columns;
  QsaOutletTable *outlets;
  GPtrArray *searches;
  GPtrArray *history;
  QsaVariantTable *variants;
  guint64 index_generation;

  /* atomic */
  guint wishes; /* QsaStoreWish */
  gint closing;
  gint delay_ms;
  guint index_progress;
};

QsaStore *
qsa_store_new (const char *path, QsaDbMode mode)
{
  QsaStore *store = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  store = g_new0 (QsaStore, 1);
  g_atomic_ref_count_init (&store->references);
  store->path = g_strdup (path);
  store->mode = mode;
  store->index_progress = QSA_INDEX_STATE_WHOLE;
  store->term_cache = qsa_term_cache_new (QSA_STORE_TERM_CACHE_BYTES);
  g_mutex_init (&store->lock);
  return store;
}

QsaStore *
qsa_store_ref (QsaStore *store)
{
  g_return_val_if_fail (store != NULL, NULL);

  g_atomic_ref_count_inc (&store->references);
  return store;
}

void
qsa_store_unref (QsaStore *store)
{
  g_return_if_fail (store != NULL);

  if (!g_atomic_ref_count_dec (&store->references))
    return;
  g_clear_pointer (&store->columns, qsa_columns_unref);
  g_clear_pointer (&store->outlets, qsa_outlet_table_unref);
  g_clear_pointer (&store->searches, g_ptr_array_unref);
  g_clear_pointer (&store->history, g_ptr_array_unref);
  g_clear_pointer (&store->variants, qsa_variant_table_unref);
  qsa_term_cache_free (store->term_cache);
  g_mutex_clear (&store->lock);
  g_free (store->path);
  g_free (store);
}

const char *
qsa_store_get_path (QsaStore *store)
{
  g_return_val_if_fail (store != NULL, NULL);

  return store->path;
}

QsaDbMode
qsa_store_get_mode (QsaStore *store)
{
  g_return_val_if_fail (store != NULL, QSA_DB_READ_ONLY);

  return store->mode;
}

QsaTermCache *
qsa_store_get_term_cache (QsaStore *store)
{
  g_return_val_if_fail (store != NULL, NULL);

  return store->term_cache;
}

QsaColumns *
qsa_store_dup_columns (QsaStore *store)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (store != NULL, NULL);

  locker = g_mutex_locker_new (&store->lock);
  return store->columns != NULL ? qsa_columns_ref (store->columns) : NULL;
}

QsaOutletTable *
qsa_store_dup_outlets (QsaStore *store)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (store != NULL, NULL);

  locker = g_mutex_locker_new (&store->lock);
  return store->outlets != NULL ? qsa_outlet_table_ref (store->outlets) : NULL;
}

GPtrArray *
qsa_store_dup_searches (QsaStore *store)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (store != NULL, NULL);

  locker = g_mutex_locker_new (&store->lock);
  return store->searches != NULL ? g_ptr_array_ref (store->searches) : NULL;
}

GPtrArray *
qsa_store_dup_history (QsaStore *store)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (store != NULL, NULL);

  locker = g_mutex_locker_new (&store->lock);
  return store->history != NULL ? g_ptr_array_ref (store->history) : NULL;
}

QsaVariantTable *
qsa_store_dup_variants (QsaStore *store)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (store != NULL, NULL);

  locker = g_mutex_locker_new (&store->lock);
  return store->variants != NULL ? qsa_variant_table_ref (store->variants) : NULL;
}

void
qsa_store_take_columns (QsaStore *store, QsaColumns *columns)
{
  g_autoptr (QsaColumns) old = NULL; /* freed after the lock is gone */
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (store != NULL && columns != NULL);

  locker = g_mutex_locker_new (&store->lock);
  old = g_steal_pointer (&store->columns);
  store->columns = columns;
}

void
qsa_store_take_outlets (QsaStore *store, QsaOutletTable *outlets)
{
  g_autoptr (QsaOutletTable) old = NULL;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (store != NULL && outlets != NULL);

  locker = g_mutex_locker_new (&store->lock);
  old = g_steal_pointer (&store->outlets);
  store->outlets = outlets;
}

void
qsa_store_take_searches (QsaStore *store, GPtrArray *searches)
{
  g_autoptr (GPtrArray) old = NULL;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (store != NULL && searches != NULL);

  locker = g_mutex_locker_new (&store->lock);
  old = g_steal_pointer (&store->searches);
  store->searches = searches;
}

void
qsa_store_take_history (QsaStore *store, GPtrArray *history)
{
  g_autoptr (GPtrArray) old = NULL;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (store != NULL && history != NULL);

  locker = g_mutex_locker_new (&store->lock);
  old = g_steal_pointer (&store->history);
  store->history = history;
}

void
qsa_store_take_variants (QsaStore *store, QsaVariantTable *variants)
{
  g_autoptr (QsaVariantTable) old = NULL;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (store != NULL && variants != NULL);

  locker = g_mutex_locker_new (&store->lock);
  old = g_steal_pointer (&store->variants);
  store->variants = variants;
}

void
qsa_store_advance_index (QsaStore *store)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (store != NULL);

  locker = g_mutex_locker_new (&store->lock);
  qsa_term_cache_set_generation (store->term_cache, ++store->index_generation);
}

guint
qsa_store_get_index_progress (QsaStore *store)
{
  g_return_val_if_fail (store != NULL, QSA_INDEX_STATE_WHOLE);

  return (guint) g_atomic_int_get (&store->index_progress);
}

gboolean
qsa_store_set_index_progress (QsaStore *store, guint progress)
{
  g_return_val_if_fail (store != NULL, FALSE);

  if (qsa_store_get_index_progress (store) == progress)
    return FALSE;
  g_atomic_int_set (&store->index_progress, progress);
  return TRUE;
}

void
qsa_store_wish (QsaStore *store, QsaStoreWish wish)
{
  g_return_if_fail (store != NULL);

  g_atomic_int_or (&store->wishes, wish);
}

gboolean
qsa_store_has_wish (QsaStore *store, QsaStoreWish wish)
{
  g_return_val_if_fail (store != NULL, FALSE);

  return ((guint) g_atomic_int_get (&store->wishes) & wish) != 0;
}

void
qsa_store_forget_wish (QsaStore *store, QsaStoreWish wish)
{
  g_return_if_fail (store != NULL);

  g_atomic_int_and (&store->wishes, ~(guint) wish);
}

void
qsa_store_set_closing (QsaStore *store)
{
  g_return_if_fail (store != NULL);

  g_atomic_int_set (&store->closing, TRUE);
}

gboolean
qsa_store_get_closing (QsaStore *store)
{
  g_return_val_if_fail (store != NULL, FALSE);

  return g_atomic_int_get (&store->closing);
}

void
qsa_store_set_delay (QsaStore *store, guint milliseconds)
{
  g_return_if_fail (store != NULL);

  g_atomic_int_set (&store->delay_ms, (gint) milliseconds);
}

void
qsa_store_wait_delay (QsaStore *store)
{
  gint64 end_us;

  g_return_if_fail (store != NULL);

  end_us = g_get_monotonic_time () + g_atomic_int_get (&store->delay_ms) * 1000LL;
  while (!qsa_store_get_closing (store) && g_get_monotonic_time () < end_us)
    g_usleep (2000);
}
