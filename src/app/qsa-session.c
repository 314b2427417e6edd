/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-session.h"

#include "qsa-row-selection.h"
#include "qsa-session-private.h"

enum
{
  QSA_SESSION_FAILED,
  QSA_SESSION_LISTED,
  QSA_SESSION_N_SIGNALS,
};

static GParamSpec *properties[QSA_SESSION_N_PROPS];
static guint signals[QSA_SESSION_N_SIGNALS];

G_DEFINE_FINAL_TYPE (QsaSession, qsa_session, G_TYPE_OBJECT)

void
qsa_session_notify (QsaSession *self, guint property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
qsa_session_fail (QsaSession *self, const char *message)
{
  g_signal_emit (self, signals[QSA_SESSION_FAILED], 0, message);
}

void
qsa_session_emit_listed (QsaSession *self)
{
  g_signal_emit (self, signals[QSA_SESSION_LISTED], 0);
}

static void
qsa_session_history_changed (QsaSession *self)
{
  g_assert (QSA_IS_SESSION (self));

  qsa_session_notify (self, QSA_SESSION_PROP_CAN_UNDO);
  qsa_session_notify (self, QSA_SESSION_PROP_CAN_REDO);
}

static void
qsa_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QsaSession *self = QSA_SESSION (object);

  switch (id)
    {
    case QSA_SESSION_PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case QSA_SESSION_PROP_QUERY_TEXT:
      g_value_set_string (value, self->query_text);
      break;
    case QSA_SESSION_PROP_FILTER:
      g_value_set_pointer (value, self->filter);
      break;
    case QSA_SESSION_PROP_SORT:
      g_value_set_int (value, self->sort);
      break;
    case QSA_SESSION_PROP_REACH:
      g_value_set_int (value, self->reach);
      break;
    case QSA_SESSION_PROP_RESULT:
      g_value_set_pointer (value, self->result);
      break;
    case QSA_SESSION_PROP_SEARCHING:
      g_value_set_boolean (value, qsa_session_get_searching (self));
      break;
    case QSA_SESSION_PROP_SELECTION:
      g_value_set_object (value, self->selection);
      break;
    case QSA_SESSION_PROP_OUTLETS:
      g_value_set_object (value, self->outlets);
      break;
    case QSA_SESSION_PROP_ARTICLE_ID:
      g_value_set_int64 (value, self->article_id);
      break;
    case QSA_SESSION_PROP_N_SELECTED:
      g_value_set_uint (value, self->n_selected);
      break;
    case QSA_SESSION_PROP_ERROR:
      g_value_set_string (value, self->error);
      break;
    case QSA_SESSION_PROP_CAN_UNDO:
      g_value_set_boolean (value, qsa_session_can_undo (self));
      break;
    case QSA_SESSION_PROP_CAN_REDO:
      g_value_set_boolean (value, qsa_session_can_redo (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qsa_session_set_property (GObject *object, guint id, const GValue *value,
                          GParamSpec *pspec)
{
  QsaSession *self = QSA_SESSION (object);

  switch (id)
    {
    case QSA_SESSION_PROP_LIBRARY:
      self->library = g_value_dup_object (value);
      break;
    case QSA_SESSION_PROP_QUERY_TEXT:
      qsa_session_set_query_text (self, g_value_get_string (value));
      break;
    case QSA_SESSION_PROP_FILTER:
      qsa_session_set_filter (self, g_value_get_pointer (value));
      break;
    case QSA_SESSION_PROP_SORT:
      qsa_session_set_sort (self, g_value_get_int (value));
      break;
    case QSA_SESSION_PROP_REACH:
      qsa_session_set_reach (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qsa_session_constructed (GObject *object)
{
  QsaSession *self = QSA_SESSION (object);

  G_OBJECT_CLASS (qsa_session_parent_class)->constructed (object);

  g_assert (QSA_IS_LIBRARY (self->library));
  self->searcher = qsa_searcher_new (self->library);
  self->history = qsa_edit_history_new (self->library);
  self->model = qsa_result_model_new (self->library);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  g_signal_connect_object (self->history, "failed", G_CALLBACK (qsa_session_fail), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history, "notify",
                           G_CALLBACK (qsa_session_history_changed), self,
                           G_CONNECT_SWAPPED);
  qsa_session_connect (self);
  qsa_session_search (self);
}

static void
qsa_session_dispose (GObject *object)
{
  QsaSession *self = QSA_SESSION (object);

  g_clear_handle_id (&self->read_source, g_source_remove);
  if (self->searcher != NULL)
    qsa_searcher_stop (self->searcher);
  G_OBJECT_CLASS (qsa_session_parent_class)->dispose (object);
}

static void
qsa_session_finalize (GObject *object)
{
  QsaSession *self = QSA_SESSION (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->outlets);
  g_clear_object (&self->searcher);
  g_clear_object (&self->history);
  g_clear_object (&self->library);
  g_clear_pointer (&self->result, qsa_result_unref);
  g_clear_pointer (&self->filter, qsa_filter_unref);
  g_clear_pointer (&self->forms, g_hash_table_unref);
  g_clear_pointer (&self->query_text, g_free);
  g_clear_pointer (&self->error, g_free);
  G_OBJECT_CLASS (qsa_session_parent_class)->finalize (object);
}

static void
qsa_session_install_properties (GObjectClass *object_class)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags settable = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                               | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags at_construction = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                      | G_PARAM_STATIC_STRINGS;

  properties[QSA_SESSION_PROP_LIBRARY] =
      g_param_spec_object ("library", NULL, NULL, QSA_TYPE_LIBRARY, at_construction);
  properties[QSA_SESSION_PROP_QUERY_TEXT] = g_param_spec_string ("query-text", NULL, NULL,
                                                                 "", settable);
  properties[QSA_SESSION_PROP_FILTER] = g_param_spec_pointer ("filter", NULL, NULL,
                                                              settable);
  properties[QSA_SESSION_PROP_SORT] = g_param_spec_int ("sort", NULL, NULL,
                                                        QSA_SORT_NEWEST, QSA_SORT_OUTLET,
                                                        QSA_SORT_NEWEST, settable);
  properties[QSA_SESSION_PROP_REACH] =
      g_param_spec_int ("reach", NULL, NULL, QSA_REACH_DEFAULT, QSA_REACH_PRINTED,
                        QSA_REACH_DEFAULT, settable);
  properties[QSA_SESSION_PROP_RESULT] = g_param_spec_pointer ("result", NULL, NULL,
                                                              readable);
  properties[QSA_SESSION_PROP_SEARCHING] = g_param_spec_boolean ("searching", NULL, NULL,
                                                                 FALSE, readable);
  properties[QSA_SESSION_PROP_SELECTION] =
      g_param_spec_object ("selection", NULL, NULL, GTK_TYPE_MULTI_SELECTION, readable);
  properties[QSA_SESSION_PROP_OUTLETS] =
      g_param_spec_object ("outlets", NULL, NULL, G_TYPE_LIST_MODEL, readable);
  properties[QSA_SESSION_PROP_ARTICLE_ID] =
      g_param_spec_int64 ("article-id", NULL, NULL, 0, G_MAXINT64, 0, readable);
  properties[QSA_SESSION_PROP_N_SELECTED] = g_param_spec_uint ("n-selected", NULL, NULL,
                                                               0, G_MAXUINT, 0, readable);
  properties[QSA_SESSION_PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL,
                                                            readable);
  properties[QSA_SESSION_PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL,
                                                                FALSE, readable);
  properties[QSA_SESSION_PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL,
                                                                FALSE, readable);
  g_object_class_install_properties (object_class, QSA_SESSION_N_PROPS, properties);
}

static void
qsa_session_class_init (QsaSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = qsa_session_constructed;
  object_class->dispose = qsa_session_dispose;
  object_class->finalize = qsa_session_finalize;
  object_class->get_property = qsa_session_get_property;
  object_class->set_property = qsa_session_set_property;
  qsa_session_install_properties (object_class);

  signals[QSA_SESSION_FAILED] = g_signal_new ("failed", QSA_TYPE_SESSION,
                                              G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                              G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[QSA_SESSION_LISTED] = g_signal_new ("listed", QSA_TYPE_SESSION,
                                              G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                              G_TYPE_NONE, 0);
}

static void
qsa_session_init (QsaSession *self)
{
  self->filter = qsa_filter_new ();
  self->outlets = qsa_outlet_facet_new ();
  self->forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->query_text = g_strdup ("");
  self->widening = TRUE;
}

QsaSession *
qsa_session_new (QsaLibrary *library)
{
  g_return_val_if_fail (QSA_IS_LIBRARY (library), NULL);

  return g_object_new (QSA_TYPE_SESSION, "library", library, NULL);
}

QsaLibrary *
qsa_session_get_library (QsaSession *self)
{
  g_return_val_if_fail (QSA_IS_SESSION (self), NULL);

  return self->library;
}

QsaResult *
qsa_session_get_result (QsaSession *self)
{
  g_return_val_if_fail (QSA_IS_SESSION (self), NULL);

  return self->result;
}

gboolean
qsa_session_get_searching (QsaSession *self)
{
  g_return_val_if_fail (QSA_IS_SESSION (self), FALSE);

  return qsa_searcher_get_searching (self->searcher);
}

const char *
qsa_session_get_error (QsaSession *self)
{
  g_return_val_if_fail (QSA_IS_SESSION (self), NULL);

  return self->error;
}

GtkMultiSelection *
qsa_session_get_selection (QsaSession *self)
{
  g_return_val_if_fail (QSA_IS_SESSION (self), NULL);

  return self->selection;
}

GListModel *
qsa_session_get_outlets (QsaSession *self)
{
  g_return_val_if_fail (QSA_IS_SESSION (self), NULL);

  return G_LIST_MODEL (self->outlets);
}

gint64
qsa_session_get_article_id (QsaSession *self)
{
  g_return_val_if_fail (QSA_IS_SESSION (self), 0);

  return self->article_id;
}

guint
qsa_session_get_n_selected (QsaSession *self)
{
  g_return_val_if_fail (QSA_IS_SESSION (self), 0);

  return self->n_selected;
}

GArray *
qsa_session_dup_selected_ids (QsaSession *self)
{
  GArray *ids;

  g_return_val_if_fail (QSA_IS_SESSION (self), NULL);

  ids = qsa_row_selection_dup_ids (self->selection);
  if (ids->len == 0 && self->article_id != 0)
    g_array_append_val (ids, self->article_id);
  return ids;
}

const QsaRow *
qsa_session_find_row (QsaSession *self, gint64 id)
{
  g_autoptr (QsaResultItem) item = NULL;
  guint position;

  g_return_val_if_fail (QSA_IS_SESSION (self), NULL);

  position = qsa_result_model_find_id (self->model, id);
  if (position == G_MAXUINT)
    return NULL;
  item = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  /* Rows of the shown pages are kept by the model, so this outlives the item here. */
  return qsa_result_item_get_row (item);
}

void
qsa_session_select_id (QsaSession *self, gint64 id)
{
  guint position;

  g_return_if_fail (QSA_IS_SESSION (self));

  position = qsa_result_model_find_id (self->model, id);
  if (position != G_MAXUINT)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position,
                                     TRUE);
}

void
qsa_session_set_flag (QsaSession *self, GArray *ids, QsaFlag flag, gboolean value)
{
  g_return_if_fail (QSA_IS_SESSION (self));
  g_return_if_fail (ids != NULL);

  if (ids->len > 0)
    qsa_library_set_flag_async (self->library, (const gint64 *) (gpointer) ids->data,
                                ids->len, flag, value, qsa_session_flag_set,
                                g_object_ref (self));
}

void
qsa_session_edit (QsaSession *self, GArray *ids, const QsaArticleEdit *edit)
{
  g_return_if_fail (QSA_IS_SESSION (self));

  qsa_edit_history_edit (self->history, ids, edit);
}

void
qsa_session_undo (QsaSession *self)
{
  g_return_if_fail (QSA_IS_SESSION (self));

  qsa_edit_history_undo (self->history);
}

void
qsa_session_redo (QsaSession *self)
{
  g_return_if_fail (QSA_IS_SESSION (self));

  qsa_edit_history_redo (self->history);
}

gboolean
qsa_session_can_undo (QsaSession *self)
{
  g_return_val_if_fail (QSA_IS_SESSION (self), FALSE);

  return qsa_edit_history_can_undo (self->history);
}

gboolean
qsa_session_can_redo (QsaSession *self)
{
  g_return_val_if_fail (QSA_IS_SESSION (self), FALSE);

  return qsa_edit_history_can_redo (self->history);
}
