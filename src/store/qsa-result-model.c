/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-result-model.h"

#include <string.h>

#include "qsa-result-item.h"
#include "qsa-row-cache.h"

#define PAGE_ROWS 50
#define MAX_CACHED_ROWS 600

/*   get_item(i) ─┬─ item is held by somebody ──────────────────────────> the same object
 *                └─ new item ── row in the cache, of this epoch ────────> loaded
 *                               otherwise its page is wanted ─┐ (an older row is shown meanwhile)
 *                                                             │
 *   end of the main-loop turn: all wanted pages, one request ─┘──> rows ──> cache, items, notify
 *
 * The epoch grows with every result and reload; an answer of an older epoch is dropped. */
struct _QsaResultModel
{
  GObject parent_instance;

  /* owned */
  QsaLibrary *library;
  QsaResult *result;
  GHashTable
      *items; /* position -> borrowed QsaResultItem: only those that somebody holds */
  QsaRowCache *rows;
  GHashTable *wanted;        /* set of pages */
  GHashTable *loading;       /* set of pages */
  GCancellable *cancellable; /* of the epoch's requests */

  guint epoch;
  guint flush_source;
};

typedef struct
{
  QsaResultModel *model; /* owned */
  guint epoch;
  GArray *pages;     /* guint */
  GArray *positions; /* guint, one for each row asked for */
} QsaResultModelLoad;

static gboolean qsa_result_model_flush (gpointer user_data);

enum
{
  LOAD_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
qsa_result_model_load_free (QsaResultModelLoad *load)
{
  g_object_unref (load->model);
  g_array_unref (load->pages);
  g_array_unref (load->positions);
  g_free (load);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaResultModelLoad, qsa_result_model_load_free)

static guint
qsa_result_model_count (QsaResultModel *self)
{
  return self->result != NULL ? qsa_result_get_total (self->result) : 0;
}

static gboolean
qsa_result_model_needs_row (QsaResultModel *self, guint position)
{
  guint32 id = qsa_result_get_ids (self->result)[position];
  QsaLoadedRow *loaded = qsa_row_cache_lookup (self->rows, id);

  return loaded == NULL || loaded->epoch != self->epoch;
}

/* The user may have scrolled on since the page was wanted. */
static gboolean
qsa_result_model_is_page_held (QsaResultModel *self, guint page)
{
  for (guint i = 0; i < PAGE_ROWS; i++)
    if (g_hash_table_contains (self->items, GUINT_TO_POINTER (page * PAGE_ROWS + i)))
      return TRUE;
  return FALSE;
}

static void
qsa_result_model_take_row (QsaResultModel *self, guint position, QsaRow *row)
{
  g_autoptr (QsaLoadedRow) loaded = qsa_loaded_row_new (row, self->epoch);
  QsaResultItem *item = g_hash_table_lookup (self->items, GUINT_TO_POINTER (position));

  qsa_row_cache_insert (self->rows, qsa_result_get_ids (self->result)[position], loaded);
  if (item != NULL)
    {
      g_autoptr (QsaResultItem) kept = g_object_ref (item);

      qsa_result_item_set_loaded_row (kept, loaded);
    }
}

static void
qsa_result_model_want (QsaResultModel *self, guint position)
{
  gpointer page = GUINT_TO_POINTER (position / PAGE_ROWS);

  if (self->library == NULL || g_hash_table_contains (self->loading, page))
    return;
  g_hash_table_add (self->wanted, page);
  if (self->flush_source == 0)
    self->flush_source = g_idle_add_full (G_PRIORITY_DEFAULT, qsa_result_model_flush,
                                          self, NULL);
}

/* A row that the cache held when the page was asked for may have been dropped since. */
static void
qsa_result_model_want_missing (QsaResultModel *self, guint page)
{
  for (guint position = page * PAGE_ROWS; position < (page + 1) * PAGE_ROWS; position++)
    {
      QsaResultItem *item = g_hash_table_lookup (self->items,
                                                 GUINT_TO_POINTER (position));
      QsaLoadedRow *loaded = item != NULL ? qsa_result_item_get_loaded_row (item) : NULL;

      if (item != NULL && (loaded == NULL || loaded->epoch != self->epoch))
        qsa_result_model_want (self, position);
    }
}

static void
qsa_result_model_on_rows_loaded (GObject *source, GAsyncResult *answer,
                                 gpointer user_data)
{
  g_autoptr (QsaResultModelLoad) load = user_data;
  QsaResultModel *self = load->model;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray)
      rows = qsa_library_load_rows_finish (QSA_LIBRARY (source), answer, &error);

  if (load->epoch != self->epoch
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  for (guint i = 0; i < load->pages->len; i++)
    g_hash_table_remove (self->loading,
                         GUINT_TO_POINTER (g_array_index (load->pages, guint, i)));
  if (rows == NULL)
    {
      g_signal_emit (self, signals[LOAD_FAILED], 0, error);
      return;
    }
  /* A handler of "loaded" may replace the result. */
  for (guint i = 0; i < rows->len && load->epoch == self->epoch; i++)
    qsa_result_model_take_row (self, g_array_index (load->positions, guint, i),
                               g_steal_pointer (&rows->pdata[i]));
  for (guint i = 0; i < load->pages->len && load->epoch == self->epoch; i++)
    qsa_result_model_want_missing (self, g_array_index (load->pages, guint, i));
}

static void
qsa_result_model_add_page (QsaResultModel *self, QsaResultModelLoad *load, GArray *ids,
                           guint page)
{
  guint end = MIN ((page + 1) * PAGE_ROWS, qsa_result_model_count (self));

  if (!qsa_result_model_is_page_held (self, page))
    return;
  g_array_append_val (load->pages, page);
  g_hash_table_add (self->loading, GUINT_TO_POINTER (page));
  for (guint position = page * PAGE_ROWS; position < end; position++)
    if (qsa_result_model_needs_row (self, position))
      {
        g_array_append_val (ids, qsa_result_get_ids (self->result)[position]);
        g_array_append_val (load->positions, position);
      }
}

static QsaResultModelLoad *
qsa_result_model_load_new (QsaResultModel *self)
{
  QsaResultModelLoad *load = g_new0 (QsaResultModelLoad, 1);

  load->model = g_object_ref (self);
  load->epoch = self->epoch;
  load->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  load->positions = g_array_new (FALSE, FALSE, sizeof (guint));
  return load;
}

static gboolean
qsa_result_model_flush (gpointer user_data)
{
  QsaResultModel *self = QSA_RESULT_MODEL (user_data);
  g_autoptr (QsaResultModelLoad) load = qsa_result_model_load_new (self);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  GHashTableIter iter;
  gpointer page;

  self->flush_source = 0;
  g_hash_table_iter_init (&iter, self->wanted);
  while (g_hash_table_iter_next (&iter, &page, NULL))
    qsa_result_model_add_page (self, load, ids, GPOINTER_TO_UINT (page));
  g_hash_table_remove_all (self->wanted);
  if (ids->len > 0)
    qsa_library_load_rows_async (self->library, (const guint32 *) ids->data, ids->len,
                                 qsa_result_get_matcher (self->result), self->cancellable,
                                 qsa_result_model_on_rows_loaded,
                                 g_steal_pointer (&load));
  return G_SOURCE_REMOVE;
}

/* What is under way answers an older question. */
static void
qsa_result_model_begin_epoch (QsaResultModel *self)
{
  self->epoch++;
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_hash_table_remove_all (self->wanted);
  g_hash_table_remove_all (self->loading);
  g_clear_handle_id (&self->flush_source, g_source_remove);
}

static void
qsa_result_model_detach_items (QsaResultModel *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    qsa_result_item_detach (item);
  g_hash_table_remove_all (self->items);
}

static GType
qsa_result_model_get_item_type (GListModel *model)
{
  return QSA_TYPE_RESULT_ITEM;
}

static guint
qsa_result_model_get_n_items (GListModel *model)
{
  return qsa_result_model_count (QSA_RESULT_MODEL (model));
}

static gpointer
qsa_result_model_get_item (GListModel *model, guint position)
{
  QsaResultModel *self = QSA_RESULT_MODEL (model);
  QsaResultItem *item;
  QsaLoadedRow *loaded;
  guint32 id;

  if (position >= qsa_result_model_count (self))
    return NULL;
  item = g_hash_table_lookup (self->items, GUINT_TO_POINTER (position));
  if (item != NULL)
    return g_object_ref (item);

  id = qsa_result_get_ids (self->result)[position];
  item = qsa_result_item_new (self, position, id);
  g_hash_table_insert (self->items, GUINT_TO_POINTER (position), item);
  loaded = qsa_row_cache_lookup (self->rows, id);
  if (loaded != NULL)
    qsa_result_item_set_loaded_row (item, loaded);
  if (loaded == NULL || loaded->epoch != self->epoch)
    qsa_result_model_want (self, position);
  return item;
}

static void
qsa_result_model_list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = qsa_result_model_get_item_type;
  interface->get_n_items = qsa_result_model_get_n_items;
  interface->get_item = qsa_result_model_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (QsaResultModel, qsa_result_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      qsa_result_model_list_model_init))

static void
qsa_result_model_dispose (GObject *object)
{
  QsaResultModel *self = QSA_RESULT_MODEL (object);

  qsa_result_model_begin_epoch (self);
  qsa_result_model_detach_items (self);
  g_clear_pointer (&self->result, qsa_result_unref);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (qsa_result_model_parent_class)->dispose (object);
}

static void
qsa_result_model_finalize (GObject *object)
{
  QsaResultModel *self = QSA_RESULT_MODEL (object);

  g_hash_table_unref (self->items);
  g_hash_table_unref (self->wanted);
  g_hash_table_unref (self->loading);
  qsa_row_cache_free (self->rows);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (qsa_result_model_parent_class)->finalize (object);
}

static void
qsa_result_model_class_init (QsaResultModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = qsa_result_model_dispose;
  object_class->finalize = qsa_result_model_finalize;

  signals[LOAD_FAILED] = g_signal_new ("load-failed", QSA_TYPE_RESULT_MODEL,
                                       G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
qsa_result_model_init (QsaResultModel *self)
{
  self->items = g_hash_table_new (NULL, NULL);
  self->wanted = g_hash_table_new (NULL, NULL);
  self->loading = g_hash_table_new (NULL, NULL);
  self->rows = qsa_row_cache_new (MAX_CACHED_ROWS);
  self->cancellable = g_cancellable_new ();
}

QsaResultModel *
qsa_result_model_new (QsaLibrary *library)
{
  QsaResultModel *self;

  g_return_val_if_fail (library == NULL || QSA_IS_LIBRARY (library), NULL);

  self = g_object_new (QSA_TYPE_RESULT_MODEL, NULL);
  g_set_object (&self->library, library);
  return self;
}

static gboolean
qsa_result_model_has_same_ids (QsaResultModel *self, QsaResult *result)
{
  guint n = qsa_result_model_count (self);

  return self->result != NULL && result != NULL && n == qsa_result_get_total (result)
         && memcmp (qsa_result_get_ids (self->result), qsa_result_get_ids (result),
                    n * sizeof (guint32))
                == 0;
}

void
qsa_result_model_set_result (QsaResultModel *self, QsaResult *result)
{
  g_autoptr (QsaResult) old = NULL;
  guint n_removed;
  gboolean same;

  g_return_if_fail (QSA_IS_RESULT_MODEL (self));

  if (result == self->result)
    return;
  n_removed = qsa_result_model_count (self);
  same = qsa_result_model_has_same_ids (self, result);
  old = g_steal_pointer (&self->result);
  self->result = result != NULL ? qsa_result_ref (result) : NULL;
  if (same)
    {
      qsa_result_model_reload (self);
      return;
    }
  qsa_result_model_begin_epoch (self);
  qsa_result_model_detach_items (self);
  if (n_removed > 0 || qsa_result_model_count (self) > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_removed,
                                qsa_result_model_count (self));
}

QsaResult *
qsa_result_model_get_result (QsaResultModel *self)
{
  g_return_val_if_fail (QSA_IS_RESULT_MODEL (self), NULL);

  return self->result;
}

void
qsa_result_model_reload (QsaResultModel *self)
{
  GHashTableIter iter;
  gpointer position;

  g_return_if_fail (QSA_IS_RESULT_MODEL (self));

  qsa_result_model_begin_epoch (self);
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &position, NULL))
    qsa_result_model_want (self, GPOINTER_TO_UINT (position));
}

gint64
qsa_result_model_get_id (QsaResultModel *self, guint position)
{
  g_return_val_if_fail (QSA_IS_RESULT_MODEL (self), 0);
  g_return_val_if_fail (position < qsa_result_model_count (self), 0);

  return qsa_result_get_ids (self->result)[position];
}

guint
qsa_result_model_find_id (QsaResultModel *self, gint64 id)
{
  const guint32 *ids;

  g_return_val_if_fail (QSA_IS_RESULT_MODEL (self), G_MAXUINT);

  if (self->result == NULL)
    return G_MAXUINT;
  ids = qsa_result_get_ids (self->result);
  for (guint i = 0; i < qsa_result_get_total (self->result); i++)
    if (ids[i] == id)
      return i;
  return G_MAXUINT;
}

void
qsa_result_model_forget_item (QsaResultModel *self, guint position)
{
  g_return_if_fail (QSA_IS_RESULT_MODEL (self));

  g_hash_table_remove (self->items, GUINT_TO_POINTER (position));
}
