/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-facet-item.h"

#include "qsa-display-text.h"
#include "qsa-fold.h"

struct _QsaFacetItem
{
  GObject parent_instance;

  /* Owned */
  char *name;
  char *folded; /* of the shown name; made when first asked for */

  guint32 outlet_id;
  guint articles;
  gboolean checked;
};

enum
{
  PROP_0,
  PROP_OUTLET_ID,
  PROP_NAME,
  PROP_ARTICLES,
  PROP_CHECKED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QsaFacetItem, qsa_facet_item, G_TYPE_OBJECT)

static void
qsa_facet_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QsaFacetItem *self = QSA_FACET_ITEM (object);

  switch (id)
    {
    case PROP_OUTLET_ID:
      g_value_set_uint (value, self->outlet_id);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_ARTICLES:
      g_value_set_uint (value, self->articles);
      break;
    case PROP_CHECKED:
      g_value_set_boolean (value, self->checked);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qsa_facet_item_finalize (GObject *object)
{
  QsaFacetItem *self = QSA_FACET_ITEM (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->folded, g_free);
  G_OBJECT_CLASS (qsa_facet_item_parent_class)->finalize (object);
}

static void
qsa_facet_item_class_init (QsaFacetItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = qsa_facet_item_finalize;
  object_class->get_property = qsa_facet_item_get_property;

  properties[PROP_OUTLET_ID] = g_param_spec_uint ("outlet-id", NULL, NULL, 0, G_MAXUINT32,
                                                  0, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_ARTICLES] = g_param_spec_uint ("articles", NULL, NULL, 0, G_MAXUINT, 0,
                                                 flags);
  properties[PROP_CHECKED] = g_param_spec_boolean ("checked", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
qsa_facet_item_init (QsaFacetItem *self)
{
}

QsaFacetItem *
qsa_facet_item_new (guint32 outlet_id, const char *name, guint articles, gboolean checked)
{
  QsaFacetItem *self = g_object_new (QSA_TYPE_FACET_ITEM, NULL);

  self->outlet_id = outlet_id;
  self->name = g_strdup (name);
  self->articles = articles;
  self->checked = checked;
  return self;
}

guint32
qsa_facet_item_get_outlet_id (QsaFacetItem *self)
{
  g_return_val_if_fail (QSA_IS_FACET_ITEM (self), QSA_OUTLET_UNKNOWN);

  return self->outlet_id;
}

const char *
qsa_facet_item_get_name (QsaFacetItem *self)
{
  g_return_val_if_fail (QSA_IS_FACET_ITEM (self), NULL);

  return self->name;
}

guint
qsa_facet_item_get_articles (QsaFacetItem *self)
{
  g_return_val_if_fail (QSA_IS_FACET_ITEM (self), 0);

  return self->articles;
}

gboolean
qsa_facet_item_get_checked (QsaFacetItem *self)
{
  g_return_val_if_fail (QSA_IS_FACET_ITEM (self), FALSE);

  return self->checked;
}

gboolean
qsa_facet_item_matches (QsaFacetItem *self, const char *folded)
{
  g_return_val_if_fail (QSA_IS_FACET_ITEM (self), FALSE);
  g_return_val_if_fail (folded != NULL, FALSE);

  if (self->folded == NULL)
    self->folded = qsa_fold_text (qsa_display_outlet (self->name), -1);
  return strstr (self->folded, folded) != NULL;
}
