/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-session-private.h"

#include "qsa-error.h"
#include "qsa-row-selection.h"

/* How long an article stands open before it counts as read: walking through the list with the
 * arrow keys reads nothing. */
#define QSA_SESSION_READ_AFTER_MS 400

void
qsa_session_search (QsaSession *self)
{
  g_autoptr (QsaQuery)
      query = qsa_query_parse (self->query_text, self->reach, self->typing);
  g_autoptr (QsaSearchRequest)
      request = qsa_search_request_new (query, self->filter, self->sort);
  GHashTableIter iter;
  gpointer form;
  gpointer on;

  g_hash_table_iter_init (&iter, self->forms);
  while (g_hash_table_iter_next (&iter, &form, &on))
    {
      g_autoptr (QsaSearchRequest) without = g_steal_pointer (&request);

      request = qsa_search_request_with_form (without, form, GPOINTER_TO_INT (on));
    }
  self->marks_only = FALSE;
  qsa_searcher_ask (self->searcher, request);
}

/* ---- what is open ---- */

void
qsa_session_flag_set (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QsaSession) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!qsa_library_set_flag_finish (QSA_LIBRARY (source), result, &error)
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      && !g_error_matches (error, QSA_ERROR, QSA_ERROR_CLOSED))
    qsa_session_fail (self, error->message);
}

static gboolean
qsa_session_mark_read (gpointer user_data)
{
  QsaSession *self = QSA_SESSION (user_data);
  const QsaRow *row = qsa_session_find_row (self, self->article_id);

  self->read_source = 0;
  if (!qsa_library_get_read_only (self->library) && (row == NULL || !row->read))
    qsa_library_set_flag_async (self->library, &self->article_id, 1, QSA_FLAG_READ, TRUE,
                                qsa_session_flag_set, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
qsa_session_set_article_id (QsaSession *self, gint64 id)
{
  if (self->article_id == id)
    return;
  self->article_id = id;
  g_clear_handle_id (&self->read_source, g_source_remove);
  if (id != 0)
    self->read_source = g_timeout_add (QSA_SESSION_READ_AFTER_MS, qsa_session_mark_read,
                                       self);
  qsa_session_notify (self, QSA_SESSION_PROP_ARTICLE_ID);
}

static void
qsa_session_set_n_selected (QsaSession *self, guint n)
{
  if (self->n_selected == n)
    return;
  self->n_selected = n;
  qsa_session_notify (self, QSA_SESSION_PROP_N_SELECTED);
}

static void
qsa_session_selection_changed (QsaSession *self)
{
  g_autoptr (GtkBitset) positions = NULL;
  gint64 id = 0;
  guint n;

  g_assert (QSA_IS_SESSION (self));

  if (self->replacing)
    return;
  positions = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  n = gtk_bitset_get_size (positions);
  if (n == 1)
    id = qsa_result_model_get_id (self->model, gtk_bitset_get_minimum (positions));
  qsa_session_set_n_selected (self, n);
  qsa_session_set_article_id (self, id);
}

/* ---- answers ---- */

static void
qsa_session_update_outlets (QsaSession *self)
{
  g_assert (QSA_IS_SESSION (self));

  qsa_outlet_facet_update (self->outlets, self->result, self->filter,
                           qsa_library_get_outlets (self->library));
}

static void
qsa_session_set_error (QsaSession *self, const char *message)
{
  g_assert (QSA_IS_SESSION (self));

  if (g_strcmp0 (self->error, message) == 0)
    return;
  g_free (self->error);
  self->error = g_strdup (message);
  qsa_session_notify (self, QSA_SESSION_PROP_ERROR);
}

static void
qsa_session_show_rows (QsaSession *self, QsaResult *result)
{
  g_autoptr (GtkBitset) positions = NULL;

  self->replacing = TRUE;
  qsa_row_selection_replace (self->selection, result, self->article_id);
  self->replacing = FALSE;
  positions = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  qsa_session_set_n_selected (self, gtk_bitset_get_size (positions));
}

static void
qsa_session_answered (QsaSession *self, QsaResult *result, gboolean renewal)
{
  gboolean keep_rows;

  g_assert (QSA_IS_SESSION (self));

  keep_rows = renewal && self->marks_only
              && qsa_filter_get_state (self->filter) != QSA_STATE_ALL;
  self->marks_only = FALSE;
  qsa_result_ref (result);
  g_clear_pointer (&self->result, qsa_result_unref);
  self->result = result;
  qsa_session_set_error (self, NULL);
  if (!keep_rows)
    qsa_session_show_rows (self, result);
  qsa_session_update_outlets (self);
  qsa_session_notify (self, QSA_SESSION_PROP_RESULT);
  if (!renewal)
    qsa_session_emit_listed (self);
}

static void
qsa_session_library_changed (QsaSession *self, QsaChangeKind kinds)
{
  const QsaChangeKind of_rows = QSA_CHANGE_DETAILS | QSA_CHANGE_STATE
                                | QSA_CHANGE_OUTLETS;

  g_assert (QSA_IS_SESSION (self));

  /* What is saved under a name changes no answer. */
  if (kinds == QSA_CHANGE_SEARCHES)
    return;
  if ((kinds & of_rows) != 0)
    qsa_result_model_reload (self->model);
  /* Several changes may share one renewal: it is for marks alone only when all of them are. */
  self->marks_only = kinds == QSA_CHANGE_STATE
                     && (self->marks_only
                         || !qsa_searcher_get_searching (self->searcher));
  qsa_searcher_renew (self->searcher);
}

static void
qsa_session_rows_failed (QsaSession *self, const GError *error)
{
  g_assert (QSA_IS_SESSION (self));

  if (!g_error_matches (error, QSA_ERROR, QSA_ERROR_CLOSED))
    qsa_session_set_error (self, error->message);
}

static void
qsa_session_searching_changed (QsaSession *self)
{
  qsa_session_notify (self, QSA_SESSION_PROP_SEARCHING);
}

void
qsa_session_connect (QsaSession *self)
{
  g_signal_connect_object (self->searcher, "answered", G_CALLBACK (qsa_session_answered),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->searcher, "failed", G_CALLBACK (qsa_session_set_error),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->searcher, "notify::searching",
                           G_CALLBACK (qsa_session_searching_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "load-failed",
                           G_CALLBACK (qsa_session_rows_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed",
                           G_CALLBACK (qsa_session_selection_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "changed",
                           G_CALLBACK (qsa_session_library_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "notify::outlets",
                           G_CALLBACK (qsa_session_update_outlets), self,
                           G_CONNECT_SWAPPED);
}
