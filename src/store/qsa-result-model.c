/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-result-model.h"

#include "qsa-result-item.h"
#include "qsa-row-loader.h"

/* GTK 4.8's list view and selections read every added row when rows are removed and added in one
 * signal, to find those that only moved: a second for a million. So only this many of each are
 * exchanged in one signal, about what a list view keeps widgets for; what is beyond is removed before
 * and added after. */
#define MAX_EXCHANGED_ROWS 400

/*   get_item(i) ─┬─ item is held by somebody ──> the same object
 *                └─ new item ── QsaRowLoader ──> its row, now or later; "loaded" notifies
 */
struct _QsaResultModel
{
  GObject parent_instance;

  /* owned */
  QsaResult *result;
  GHashTable *items; /* index -> borrowed QsaResultItem: only those that somebody holds */
  QsaRowLoader *loader;

  /* While a result is being replaced: rows of it that are not in the list. Tables and loads count in
   * indices of the result's ids, the list in positions. */
  guint gap_start;
  guint gap_rows;
};

enum
{
  LOAD_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
qsa_result_model_count (QsaResultModel *self)
{
  return self->result != NULL ? qsa_result_get_total (self->result) : 0;
}

static GType
qsa_result_model_get_item_type (GListModel *model)
{
  return QSA_TYPE_RESULT_ITEM;
}

static guint
qsa_result_model_get_n_items (GListModel *model)
{
  QsaResultModel *self = QSA_RESULT_MODEL (model);

  return qsa_result_model_count (self) - self->gap_rows;
}

static gpointer
qsa_result_model_get_item (GListModel *model, guint position)
{
  QsaResultModel *self = QSA_RESULT_MODEL (model);
  QsaResultItem *item;
  QsaLoadedRow *loaded;
  guint index;

  if (position >= qsa_result_model_get_n_items (model))
    return NULL;
  index = position < self->gap_start ? position : position + self->gap_rows;
  item = g_hash_table_lookup (self->items, GUINT_TO_POINTER (index));
  if (item != NULL)
    return g_object_ref (item);

  item = qsa_result_item_new (self, index, qsa_result_get_ids (self->result)[index]);
  g_hash_table_insert (self->items, GUINT_TO_POINTER (index), item);
  loaded = qsa_row_loader_lookup (self->loader, index);
  if (loaded != NULL)
    qsa_result_item_set_loaded_row (item, loaded);
  if (loaded == NULL || !qsa_row_loader_is_current (self->loader, loaded))
    qsa_row_loader_want (self->loader, index);
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

/* ---- what the loader asks and tells ---- */

static gboolean
qsa_result_model_is_row_held (gpointer owner, guint index)
{
  QsaResultModel *self = QSA_RESULT_MODEL (owner);

  return g_hash_table_contains (self->items, GUINT_TO_POINTER (index));
}

static void
qsa_result_model_on_row_loaded (gpointer owner, guint index, QsaLoadedRow *loaded)
{
  QsaResultModel *self = QSA_RESULT_MODEL (owner);
  QsaResultItem *item = g_hash_table_lookup (self->items, GUINT_TO_POINTER (index));

  if (item != NULL)
    {
      g_autoptr (QsaResultItem) kept = g_object_ref (item);

      qsa_result_item_set_loaded_row (kept, loaded);
    }
}

static void
qsa_result_model_on_load_failed (gpointer owner, const GError *error)
{
  g_signal_emit (owner, signals[LOAD_FAILED], 0, error);
}

static const QsaRowLoaderClient qsa_result_model_client = {
  qsa_result_model_is_row_held,
  qsa_result_model_on_row_loaded,
  qsa_result_model_on_load_failed,
};

/* ---- replacing ---- */

static void
qsa_result_model_want_held (QsaResultModel *self)
{
  GHashTableIter iter;
  gpointer index;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &index, NULL))
    qsa_row_loader_want (self->loader, GPOINTER_TO_UINT (index));
}

typedef struct
{
  guint start;
  guint n_removed; /* rows of the old result from start on */
  guint n_added;   /* rows of the new one that come in their place */
  guint n_old;     /* of both, the first so many are exchanged */
  guint n_new;
} QsaResultChange;

/* What is held near the change is what a list view shows there. */
static gboolean
qsa_result_model_is_near (QsaResultModel *self, guint start)
{
  GHashTableIter iter;
  gpointer index;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &index, NULL))
    if (GPOINTER_TO_UINT (index) - start < MAX_EXCHANGED_ROWS)
      return TRUE;
  return FALSE;
}

/* Where the held items of exchanged rows go: id -> index in the new result. */
static GHashTable *
qsa_result_model_index_exchanged (QsaResultModel *self, const QsaResultChange *change)
{
  GHashTable *indices = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < change->n_new; i++)
    {
      guint index = change->start + i;

      g_hash_table_insert (indices,
                           GUINT_TO_POINTER (qsa_result_get_ids (self->result)[index]),
                           GUINT_TO_POINTER (index));
    }
  return indices;
}

/* An item of an exchanged row that is among the new ones goes there, so that a list view moves its
 * widget; other items of removed rows leave the list; those behind move by the difference. */
static void
qsa_result_model_move_items (QsaResultModel *self, const QsaResultChange *change)
{
  g_autoptr (GHashTable) exchanged = qsa_result_model_index_exchanged (self, change);
  g_autoptr (GHashTable) old = g_steal_pointer (&self->items);
  GHashTableIter iter;
  gpointer key, item;

  self->items = g_hash_table_new (NULL, NULL);
  g_hash_table_iter_init (&iter, old);
  while (g_hash_table_iter_next (&iter, &key, &item))
    {
      guint index = GPOINTER_TO_UINT (key);
      gpointer id = GUINT_TO_POINTER ((guint) qsa_result_item_get_id (item)), place;

      if (index >= change->start + change->n_removed)
        index = index - change->n_removed + change->n_added;
      else if (index >= change->start && index < change->start + change->n_old
               && g_hash_table_lookup_extended (exchanged, id, NULL, &place))
        index = GPOINTER_TO_UINT (place);
      else if (index >= change->start)
        {
          qsa_result_item_detach (item);
          continue;
        }
      qsa_result_item_set_index (item, index);
      g_hash_table_insert (self->items, GUINT_TO_POINTER (index), item);
    }
}

/* What both results have at the start and at the end does not change. */
static QsaResultChange
qsa_result_model_compare (QsaResultModel *self, QsaResult *result)
{
  const guint32 *old_ids = self->result != NULL ? qsa_result_get_ids (self->result)
                                                : NULL;
  const guint32 *new_ids = result != NULL ? qsa_result_get_ids (result) : NULL;
  guint n_old = qsa_result_model_count (self);
  guint n_new = result != NULL ? qsa_result_get_total (result) : 0;
  QsaResultChange change = { 0 };

  while (change.start < MIN (n_old, n_new)
         && old_ids[change.start] == new_ids[change.start])
    change.start++;
  while (MIN (n_old, n_new) > change.start && old_ids[n_old - 1] == new_ids[n_new - 1])
    {
      n_old--;
      n_new--;
    }
  change.n_removed = n_old - change.start;
  change.n_added = n_new - change.start;
  if (qsa_result_model_is_near (self, change.start))
    {
      change.n_old = MIN (change.n_removed, MAX_EXCHANGED_ROWS);
      change.n_new = MIN (change.n_added, MAX_EXCHANGED_ROWS);
    }
  return change;
}

/*   old   start  exchanged  beyond            end
 *   1     start  exchanged  ·······           end     beyond: hidden, removed
 *   2     start  EXCHANGED  ·············     end     the new result, its beyond still hidden
 *   3     start  EXCHANGED  BEYOND            end
 */
static void
qsa_result_model_replace (QsaResultModel *self, QsaResult *result,
                          const QsaResultChange *change)
{
  GListModel *list = G_LIST_MODEL (self);
  guint n_beyond;

  self->gap_start = change->start + change->n_old;
  self->gap_rows = change->n_removed - change->n_old;
  if (self->gap_rows > 0)
    g_list_model_items_changed (list, self->gap_start, self->gap_rows, 0);

  g_clear_pointer (&self->result, qsa_result_unref);
  self->result = result != NULL ? qsa_result_ref (result) : NULL;
  qsa_row_loader_begin (self->loader, result);
  qsa_result_model_move_items (self, change);
  self->gap_start = change->start + change->n_new;
  self->gap_rows = n_beyond = change->n_added - change->n_new;
  if (change->n_old > 0 || change->n_new > 0)
    g_list_model_items_changed (list, change->start, change->n_old, change->n_new);

  self->gap_rows = 0;
  if (n_beyond > 0)
    g_list_model_items_changed (list, self->gap_start, 0, n_beyond);
}

static void
qsa_result_model_dispose (GObject *object)
{
  QsaResultModel *self = QSA_RESULT_MODEL (object);
  GHashTableIter iter;
  gpointer item;

  g_clear_pointer (&self->loader, qsa_row_loader_free);
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    qsa_result_item_detach (item);
  g_hash_table_remove_all (self->items);
  g_clear_pointer (&self->result, qsa_result_unref);

  G_OBJECT_CLASS (qsa_result_model_parent_class)->dispose (object);
}

static void
qsa_result_model_finalize (GObject *object)
{
  QsaResultModel *self = QSA_RESULT_MODEL (object);

  g_hash_table_unref (self->items);

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
}

QsaResultModel *
qsa_result_model_new (QsaLibrary *library)
{
  QsaResultModel *self;

  g_return_val_if_fail (library == NULL || QSA_IS_LIBRARY (library), NULL);

  self = g_object_new (QSA_TYPE_RESULT_MODEL, NULL);
  self->loader = qsa_row_loader_new (library, &qsa_result_model_client, self);
  return self;
}

void
qsa_result_model_set_result (QsaResultModel *self, QsaResult *result)
{
  QsaResultChange change;

  g_return_if_fail (QSA_IS_RESULT_MODEL (self));
  g_return_if_fail (self->gap_rows == 0);

  if (result == self->result)
    return;
  change = qsa_result_model_compare (self, result);
  qsa_result_model_replace (self, result, &change);
  qsa_result_model_want_held (self);
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
  g_return_if_fail (QSA_IS_RESULT_MODEL (self));

  qsa_row_loader_begin (self->loader, self->result);
  qsa_result_model_want_held (self);
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
qsa_result_model_forget_item (QsaResultModel *self, guint index)
{
  g_return_if_fail (QSA_IS_RESULT_MODEL (self));

  g_hash_table_remove (self->items, GUINT_TO_POINTER (index));
}
