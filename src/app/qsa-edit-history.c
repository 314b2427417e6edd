/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-edit-history.h"

#include "qsa-error.h"

struct _QsaEditHistory
{
  GObject parent_instance;

  /* Owned */
  QsaLibrary *library;
  GPtrArray *undos; /* QsaUndo, the latest last */
  GPtrArray *redos;
};

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  N_PROPS,
};

enum
{
  QSA_EDIT_HISTORY_FAILED,
  QSA_EDIT_HISTORY_N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[QSA_EDIT_HISTORY_N_SIGNALS];

G_DEFINE_FINAL_TYPE (QsaEditHistory, qsa_edit_history, G_TYPE_OBJECT)

static void
qsa_edit_history_notify (QsaEditHistory *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
}

static void
qsa_edit_history_fail (QsaEditHistory *self, const GError *error)
{
  /* What was cut off because the window closed is not worth a message. */
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      && !g_error_matches (error, QSA_ERROR, QSA_ERROR_CLOSED))
    g_signal_emit (self, signals[QSA_EDIT_HISTORY_FAILED], 0, error->message);
}

static void
qsa_edit_history_get_property (GObject *object, guint id, GValue *value,
                               GParamSpec *pspec)
{
  QsaEditHistory *self = QSA_EDIT_HISTORY (object);

  switch (id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, qsa_edit_history_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, qsa_edit_history_can_redo (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qsa_edit_history_finalize (GObject *object)
{
  QsaEditHistory *self = QSA_EDIT_HISTORY (object);

  g_clear_object (&self->library);
  g_clear_pointer (&self->undos, g_ptr_array_unref);
  g_clear_pointer (&self->redos, g_ptr_array_unref);
  G_OBJECT_CLASS (qsa_edit_history_parent_class)->finalize (object);
}

static void
qsa_edit_history_class_init (QsaEditHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = qsa_edit_history_finalize;
  object_class->get_property = qsa_edit_history_get_property;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[QSA_EDIT_HISTORY_FAILED] = g_signal_new ("failed", QSA_TYPE_EDIT_HISTORY,
                                                   G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
qsa_edit_history_init (QsaEditHistory *self)
{
  self->undos = g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_undo_free);
  self->redos = g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_undo_free);
}

QsaEditHistory *
qsa_edit_history_new (QsaLibrary *library)
{
  QsaEditHistory *self;

  g_return_val_if_fail (QSA_IS_LIBRARY (library), NULL);

  self = g_object_new (QSA_TYPE_EDIT_HISTORY, NULL);
  self->library = g_object_ref (library);
  return self;
}

static void
qsa_edit_history_edited (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QsaEditHistory) self = user_data;
  g_autoptr (GError) error = NULL;
  QsaUndo *undo = qsa_library_edit_finish (QSA_LIBRARY (source), result, &error);

  if (undo == NULL)
    {
      qsa_edit_history_fail (self, error);
      return;
    }
  g_ptr_array_add (self->undos, undo);
  g_ptr_array_set_size (self->redos, 0);
  qsa_edit_history_notify (self);
}

void
qsa_edit_history_edit (QsaEditHistory *self, GArray *ids, const QsaArticleEdit *edit)
{
  g_return_if_fail (QSA_IS_EDIT_HISTORY (self));
  g_return_if_fail (ids != NULL && edit != NULL);

  if (ids->len > 0)
    qsa_library_edit_async (self->library, (const gint64 *) (gpointer) ids->data,
                            ids->len, edit, NULL, qsa_edit_history_edited,
                            g_object_ref (self));
}

static void
qsa_edit_history_reverted (GObject *source, GAsyncResult *result, QsaEditHistory *self,
                           GPtrArray *stack)
{
  g_autoptr (GError) error = NULL;
  QsaUndo *undo = qsa_library_undo_finish (QSA_LIBRARY (source), result, &error);

  if (undo != NULL)
    g_ptr_array_add (stack, undo);
  else
    qsa_edit_history_fail (self, error);
  qsa_edit_history_notify (self);
}

static void
qsa_edit_history_undone (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QsaEditHistory) self = user_data;

  qsa_edit_history_reverted (source, result, self, self->redos);
}

static void
qsa_edit_history_redone (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QsaEditHistory) self = user_data;

  qsa_edit_history_reverted (source, result, self, self->undos);
}

static void
qsa_edit_history_revert (QsaEditHistory *self, GPtrArray *stack, GAsyncReadyCallback done)
{
  if (stack->len == 0)
    return;
  qsa_library_undo_async (self->library, g_ptr_array_steal_index (stack, stack->len - 1),
                          done, g_object_ref (self));
  qsa_edit_history_notify (self);
}

void
qsa_edit_history_undo (QsaEditHistory *self)
{
  g_return_if_fail (QSA_IS_EDIT_HISTORY (self));

  qsa_edit_history_revert (self, self->undos, qsa_edit_history_undone);
}

void
qsa_edit_history_redo (QsaEditHistory *self)
{
  g_return_if_fail (QSA_IS_EDIT_HISTORY (self));

  qsa_edit_history_revert (self, self->redos, qsa_edit_history_redone);
}

gboolean
qsa_edit_history_can_undo (QsaEditHistory *self)
{
  g_return_val_if_fail (QSA_IS_EDIT_HISTORY (self), FALSE);

  return self->undos->len > 0;
}

gboolean
qsa_edit_history_can_redo (QsaEditHistory *self)
{
  g_return_val_if_fail (QSA_IS_EDIT_HISTORY (self), FALSE);

  return self->redos->len > 0;
}
