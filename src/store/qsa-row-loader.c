/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-row-loader.h"

#define PAGE_ROWS 50
#define MAX_CACHED_ROWS 600

struct _QsaRowLoader
{
  grefcount references; /* the owner's and those of the loads under way */

  /* owned */
  QsaLibrary *library;
  QsaResult *result;
  QsaRowCache *rows;
  GHashTable *wanted;        /* set of pages */
  GHashTable *loading;       /* set of pages */
  GCancellable *cancellable; /* of the epoch's requests */

  /* borrowed */
  const QsaRowLoaderClient *client;
  gpointer owner;

  guint epoch;
  guint flush_source;
};

typedef struct
{
  QsaRowLoader *loader; /* owned */
  guint epoch;
  GArray *pages;   /* guint */
  GArray *indices; /* guint, one for each row asked for */
} QsaRowLoad;

static void
qsa_row_loader_unref (QsaRowLoader *loader)
{
  if (!g_ref_count_dec (&loader->references))
    return;
  g_clear_object (&loader->library);
  g_clear_pointer (&loader->result, qsa_result_unref);
  qsa_row_cache_free (loader->rows);
  g_hash_table_unref (loader->wanted);
  g_hash_table_unref (loader->loading);
  g_object_unref (loader->cancellable);
  g_free (loader);
}

static void
qsa_row_load_free (QsaRowLoad *load)
{
  qsa_row_loader_unref (load->loader);
  g_array_unref (load->pages);
  g_array_unref (load->indices);
  g_free (load);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaRowLoad, qsa_row_load_free)

static QsaRowLoad *
qsa_row_load_new (QsaRowLoader *loader)
{
  QsaRowLoad *load = g_new0 (QsaRowLoad, 1);

  g_ref_count_inc (&loader->references);
  load->loader = loader;
  load->epoch = loader->epoch;
  load->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  load->indices = g_array_new (FALSE, FALSE, sizeof (guint));
  return load;
}

static guint
qsa_row_loader_count (QsaRowLoader *loader)
{
  return loader->result != NULL ? qsa_result_get_total (loader->result) : 0;
}

static guint
qsa_row_loader_page_end (QsaRowLoader *loader, guint page)
{
  return MIN ((page + 1) * PAGE_ROWS, qsa_row_loader_count (loader));
}

/* The user may have scrolled on since the page was wanted. */
static gboolean
qsa_row_loader_is_page_held (QsaRowLoader *loader, guint page)
{
  for (guint index = page * PAGE_ROWS; index < qsa_row_loader_page_end (loader, page);
       index++)
    if (loader->client->is_held (loader->owner, index))
      return TRUE;
  return FALSE;
}

static gboolean
qsa_row_loader_needs_row (QsaRowLoader *loader, guint index)
{
  QsaLoadedRow *loaded = qsa_row_loader_lookup (loader, index);

  return loaded == NULL || !qsa_row_loader_is_current (loader, loaded);
}

/* A row that the cache held when its page was asked for may have been dropped since. */
static void
qsa_row_loader_want_missing (QsaRowLoader *loader, guint page)
{
  for (guint index = page * PAGE_ROWS; index < qsa_row_loader_page_end (loader, page);
       index++)
    if (loader->client->is_held (loader->owner, index)
        && qsa_row_loader_needs_row (loader, index))
      qsa_row_loader_want (loader, index);
}

static void
qsa_row_loader_take_row (QsaRowLoader *loader, guint index, QsaRow *row)
{
  g_autoptr (QsaLoadedRow) loaded = qsa_loaded_row_new (row, loader->epoch);

  qsa_row_cache_insert (loader->rows, qsa_result_get_ids (loader->result)[index], loaded);
  loader->client->loaded (loader->owner, index, loaded);
}

static void
qsa_row_loader_on_rows_loaded (GObject *source, GAsyncResult *answer, gpointer user_data)
{
  g_autoptr (QsaRowLoad) load = user_data;
  QsaRowLoader *loader = load->loader;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray)
      rows = qsa_library_load_rows_finish (QSA_LIBRARY (source), answer, &error);

  if (load->epoch != loader->epoch
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  for (guint i = 0; i < load->pages->len; i++)
    g_hash_table_remove (loader->loading,
                         GUINT_TO_POINTER (g_array_index (load->pages, guint, i)));
  if (rows == NULL)
    {
      loader->client->failed (loader->owner, error);
      return;
    }
  /* A call to the client may begin another epoch. */
  for (guint i = 0; i < rows->len && load->epoch == loader->epoch; i++)
    qsa_row_loader_take_row (loader, g_array_index (load->indices, guint, i),
                             g_steal_pointer (&rows->pdata[i]));
  for (guint i = 0; i < load->pages->len && load->epoch == loader->epoch; i++)
    qsa_row_loader_want_missing (loader, g_array_index (load->pages, guint, i));
}

static void
qsa_row_loader_add_page (QsaRowLoader *loader, QsaRowLoad *load, GArray *ids, guint page)
{
  if (!qsa_row_loader_is_page_held (loader, page))
    return;
  g_array_append_val (load->pages, page);
  g_hash_table_add (loader->loading, GUINT_TO_POINTER (page));
  for (guint index = page * PAGE_ROWS; index < qsa_row_loader_page_end (loader, page);
       index++)
    if (qsa_row_loader_needs_row (loader, index))
      {
        g_array_append_val (ids, qsa_result_get_ids (loader->result)[index]);
        g_array_append_val (load->indices, index);
      }
}

static gboolean
qsa_row_loader_flush (gpointer user_data)
{
  QsaRowLoader *loader = user_data;
  g_autoptr (QsaRowLoad) load = qsa_row_load_new (loader);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  GHashTableIter iter;
  gpointer page;

  loader->flush_source = 0;
  g_hash_table_iter_init (&iter, loader->wanted);
  while (g_hash_table_iter_next (&iter, &page, NULL))
    qsa_row_loader_add_page (loader, load, ids, GPOINTER_TO_UINT (page));
  g_hash_table_remove_all (loader->wanted);
  if (ids->len > 0)
    qsa_library_load_rows_async (loader->library, (const guint32 *) ids->data, ids->len,
                                 qsa_result_get_matcher (loader->result),
                                 loader->cancellable, qsa_row_loader_on_rows_loaded,
                                 g_steal_pointer (&load));
  return G_SOURCE_REMOVE;
}

QsaRowLoader *
qsa_row_loader_new (QsaLibrary *library, const QsaRowLoaderClient *client, gpointer owner)
{
  QsaRowLoader *loader;

  g_return_val_if_fail (client != NULL, NULL);

  loader = g_new0 (QsaRowLoader, 1);
  g_ref_count_init (&loader->references);
  g_set_object (&loader->library, library);
  loader->client = client;
  loader->owner = owner;
  loader->rows = qsa_row_cache_new (MAX_CACHED_ROWS);
  loader->wanted = g_hash_table_new (NULL, NULL);
  loader->loading = g_hash_table_new (NULL, NULL);
  loader->cancellable = g_cancellable_new ();
  return loader;
}

void
qsa_row_loader_free (QsaRowLoader *loader)
{
  if (loader == NULL)
    return;
  qsa_row_loader_begin (loader, NULL);
  loader->owner = NULL;
  qsa_row_loader_unref (loader);
}

void
qsa_row_loader_begin (QsaRowLoader *loader, QsaResult *result)
{
  g_return_if_fail (loader != NULL);

  if (result != NULL)
    qsa_result_ref (result);
  g_clear_pointer (&loader->result, qsa_result_unref);
  loader->result = result;
  loader->epoch++;
  g_cancellable_cancel (loader->cancellable);
  g_object_unref (loader->cancellable);
  loader->cancellable = g_cancellable_new ();
  g_hash_table_remove_all (loader->wanted);
  g_hash_table_remove_all (loader->loading);
  g_clear_handle_id (&loader->flush_source, g_source_remove);
}

QsaLoadedRow *
qsa_row_loader_lookup (QsaRowLoader *loader, guint index)
{
  g_return_val_if_fail (loader != NULL, NULL);
  g_return_val_if_fail (index < qsa_row_loader_count (loader), NULL);

  return qsa_row_cache_lookup (loader->rows, qsa_result_get_ids (loader->result)[index]);
}

gboolean
qsa_row_loader_is_current (QsaRowLoader *loader, const QsaLoadedRow *loaded)
{
  g_return_val_if_fail (loader != NULL && loaded != NULL, FALSE);

  return loaded->epoch == loader->epoch;
}

void
qsa_row_loader_want (QsaRowLoader *loader, guint index)
{
  gpointer page = GUINT_TO_POINTER (index / PAGE_ROWS);

  g_return_if_fail (loader != NULL);

  if (loader->library == NULL || g_hash_table_contains (loader->loading, page))
    return;
  g_hash_table_add (loader->wanted, page);
  if (loader->flush_source == 0)
    loader->flush_source = g_idle_add_full (G_PRIORITY_DEFAULT, qsa_row_loader_flush,
                                            loader, NULL);
}
