/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-result-item.h"

struct _QsaResultItem
{
  GObject parent_instance;

  /* owned */
  QsaLoadedRow *loaded;

  /* borrowed */
  QsaResultModel *model; /* NULL when detached */

  gint64 id;
  guint index; /* in the result's ids */
};

enum
{
  PROP_0,
  PROP_LOADED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QsaResultItem, qsa_result_item, G_TYPE_OBJECT)

static void
qsa_result_item_finalize (GObject *object)
{
  QsaResultItem *self = QSA_RESULT_ITEM (object);

  if (self->model != NULL)
    qsa_result_model_forget_item (self->model, self->index);
  g_clear_pointer (&self->loaded, qsa_loaded_row_unref);

  G_OBJECT_CLASS (qsa_result_item_parent_class)->finalize (object);
}

static void
qsa_result_item_get_property (GObject *object, guint property_id, GValue *value,
                              GParamSpec *pspec)
{
  QsaResultItem *self = QSA_RESULT_ITEM (object);

  switch (property_id)
    {
    case PROP_LOADED:
      g_value_set_boolean (value, qsa_result_item_get_loaded (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qsa_result_item_class_init (QsaResultItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = qsa_result_item_finalize;
  object_class->get_property = qsa_result_item_get_property;

  properties[PROP_LOADED] = g_param_spec_boolean (
      "loaded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
qsa_result_item_init (QsaResultItem *self)
{
}

QsaResultItem *
qsa_result_item_new (QsaResultModel *model, guint index, gint64 id)
{
  QsaResultItem *self = g_object_new (QSA_TYPE_RESULT_ITEM, NULL);

  self->model = model;
  self->index = index;
  self->id = id;
  return self;
}

void
qsa_result_item_set_index (QsaResultItem *self, guint index)
{
  g_return_if_fail (QSA_IS_RESULT_ITEM (self));

  self->index = index;
}

void
qsa_result_item_detach (QsaResultItem *self)
{
  g_return_if_fail (QSA_IS_RESULT_ITEM (self));

  self->model = NULL;
}

void
qsa_result_item_set_loaded_row (QsaResultItem *self, QsaLoadedRow *loaded)
{
  g_return_if_fail (QSA_IS_RESULT_ITEM (self));
  g_return_if_fail (loaded != NULL);

  qsa_loaded_row_ref (loaded);
  g_clear_pointer (&self->loaded, qsa_loaded_row_unref);
  self->loaded = loaded;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
}

QsaLoadedRow *
qsa_result_item_get_loaded_row (QsaResultItem *self)
{
  g_return_val_if_fail (QSA_IS_RESULT_ITEM (self), NULL);

  return self->loaded;
}

gint64
qsa_result_item_get_id (QsaResultItem *self)
{
  g_return_val_if_fail (QSA_IS_RESULT_ITEM (self), 0);

  return self->id;
}

const QsaRow *
qsa_result_item_get_row (QsaResultItem *self)
{
  g_return_val_if_fail (QSA_IS_RESULT_ITEM (self), NULL);

  return self->loaded != NULL ? self->loaded->row : NULL;
}

gboolean
qsa_result_item_get_loaded (QsaResultItem *self)
{
  g_return_val_if_fail (QSA_IS_RESULT_ITEM (self), FALSE);

  return self->loaded != NULL;
}
