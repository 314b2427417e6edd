/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-outlet-facet.h"

#include "qsa-facet-item.h"

struct _QsaOutletFacet
{
  GObject parent_instance;

  /* Owned */
  GPtrArray *items; /* QsaFacetItem */
};

static GType
qsa_outlet_facet_get_item_type (GListModel *model)
{
  return QSA_TYPE_FACET_ITEM;
}

static guint
qsa_outlet_facet_get_n_items (GListModel *model)
{
  return QSA_OUTLET_FACET (model)->items->len;
}

static gpointer
qsa_outlet_facet_get_item (GListModel *model, guint position)
{
  QsaOutletFacet *self = QSA_OUTLET_FACET (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
qsa_outlet_facet_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = qsa_outlet_facet_get_item_type;
  iface->get_n_items = qsa_outlet_facet_get_n_items;
  iface->get_item = qsa_outlet_facet_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (QsaOutletFacet, qsa_outlet_facet, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      qsa_outlet_facet_list_model_init))

static void
qsa_outlet_facet_finalize (GObject *object)
{
  QsaOutletFacet *self = QSA_OUTLET_FACET (object);

  g_clear_pointer (&self->items, g_ptr_array_unref);
  G_OBJECT_CLASS (qsa_outlet_facet_parent_class)->finalize (object);
}

static void
qsa_outlet_facet_class_init (QsaOutletFacetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qsa_outlet_facet_finalize;
}

static void
qsa_outlet_facet_init (QsaOutletFacet *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

QsaOutletFacet *
qsa_outlet_facet_new (void)
{
  return g_object_new (QSA_TYPE_OUTLET_FACET, NULL);
}

static void
qsa_outlet_facet_add (GPtrArray *items, GHashTable *seen, guint32 id, guint articles,
                      QsaFilter *filter, QsaOutletTable *table)
{
  const QsaOutlet *outlet = NULL;
  const char *name = NULL;

  if (!g_hash_table_add (seen, GUINT_TO_POINTER (id)))
    return;
  if (id != QSA_OUTLET_UNKNOWN && table != NULL)
    outlet = qsa_outlet_table_find_id (table, id);
  if (outlet != NULL)
    name = outlet->name;
  /* An outlet that another process has just made: its name comes with the next change. */
  else if (id != QSA_OUTLET_UNKNOWN)
    name = "…";
  g_ptr_array_add (items, qsa_facet_item_new (id, name, articles,
                                              qsa_filter_has_outlet (filter, id)));
}

void
qsa_outlet_facet_update (QsaOutletFacet *self, QsaResult *result, QsaFilter *filter,
                         QsaOutletTable *table)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  const QsaOutletCount *counts = NULL;
  const guint32 *checked;
  guint n_counts = 0;
  guint n_checked;
  guint n_before;

  g_return_if_fail (QSA_IS_OUTLET_FACET (self));
  g_return_if_fail (filter != NULL);

  if (result != NULL)
    counts = qsa_result_get_outlets (result, &n_counts);
  for (guint i = 0; i < n_counts; i++)
    if (counts[i].articles > 0)
      qsa_outlet_facet_add (items, seen, counts[i].outlet_id, counts[i].articles, filter,
                            table);
  checked = qsa_filter_get_outlets (filter, &n_checked);
  for (guint i = 0; i < n_checked; i++)
    qsa_outlet_facet_add (items, seen, checked[i], 0, filter, table);

  n_before = self->items->len;
  g_ptr_array_unref (self->items);
  self->items = g_steal_pointer (&items);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->items->len);
}
