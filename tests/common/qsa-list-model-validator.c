/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-list-model-validator.h"

struct _QsaListModelValidator
{
  GListModel *model;
  GPtrArray *shadow; /* GObject, one for each item */
  gulong handler;
  guint n_changes;
};

static gpointer
qsa_list_model_validator_get (QsaListModelValidator *validator, guint position)
{
  GType type = g_list_model_get_item_type (validator->model);
  gpointer item = g_list_model_get_item (validator->model, position);

  g_assert_nonnull (item);
  g_assert_true (g_type_is_a (G_OBJECT_TYPE (item), type));
  return item;
}

static void
qsa_list_model_validator_check_end (QsaListModelValidator *validator)
{
  guint n_items = g_list_model_get_n_items (validator->model);

  g_assert_cmpuint (n_items, ==, validator->shadow->len);
  g_assert_null (g_list_model_get_item (validator->model, n_items));
  g_assert_null (g_list_model_get_item (validator->model, n_items + 1));
  g_assert_null (g_list_model_get_item (validator->model, G_MAXUINT));
}

static void
qsa_list_model_validator_check_range (QsaListModelValidator *validator, guint start,
                                      guint end)
{
  for (guint position = start; position < end; position++)
    {
      g_autoptr (GObject) item = qsa_list_model_validator_get (validator, position);

      g_assert_true (item == validator->shadow->pdata[position]);
    }
}

static void
qsa_list_model_validator_on_items_changed (GListModel *model, guint position,
                                           guint removed, guint added, gpointer user_data)
{
  QsaListModelValidator *validator = user_data;
  GPtrArray *shadow = validator->shadow;

  g_assert_true (model == validator->model);
  g_assert_cmpuint (position, <=, shadow->len);
  g_assert_cmpuint (removed, <=, shadow->len - position);
  validator->n_changes++;

  if (removed > 0)
    g_ptr_array_remove_range (shadow, position, removed);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, shadow->len + added);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (shadow, (gint) (position + i),
                        qsa_list_model_validator_get (validator, position + i));
  qsa_list_model_validator_check_range (validator, 0, position);
  qsa_list_model_validator_check_range (validator, position + added, shadow->len);
  qsa_list_model_validator_check_end (validator);
}

QsaListModelValidator *
qsa_list_model_validator_new (GListModel *model)
{
  QsaListModelValidator *validator;

  g_return_val_if_fail (G_IS_LIST_MODEL (model), NULL);

  validator = g_new0 (QsaListModelValidator, 1);
  validator->model = g_object_ref (model);
  validator->shadow = g_ptr_array_new_with_free_func (g_object_unref);
  g_assert_true (g_type_is_a (g_list_model_get_item_type (model), G_TYPE_OBJECT));
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (validator->shadow, qsa_list_model_validator_get (validator, i));
  qsa_list_model_validator_check (validator);
  validator->handler =
      g_signal_connect (model, "items-changed",
                        G_CALLBACK (qsa_list_model_validator_on_items_changed),
                        validator);
  return validator;
}

void
qsa_list_model_validator_free (QsaListModelValidator *validator)
{
  if (validator == NULL)
    return;
  g_signal_handler_disconnect (validator->model, validator->handler);
  g_ptr_array_unref (validator->shadow);
  g_object_unref (validator->model);
  g_free (validator);
}

void
qsa_list_model_validator_check (QsaListModelValidator *validator)
{
  g_return_if_fail (validator != NULL);

  qsa_list_model_validator_check_range (validator, 0, validator->shadow->len);
  qsa_list_model_validator_check_end (validator);
}

guint
qsa_list_model_validator_get_n_changes (QsaListModelValidator *validator)
{
  g_return_val_if_fail (validator != NULL, 0);

  return validator->n_changes;
}
