/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-window-private.h"

#include <glib/gi18n.h>

#include "qsa-text-util.h"

/* A library that opens faster than this never shows a spinner. */
#define QSA_WINDOW_SPINNER_AFTER_MS 400

void
qsa_window_update_reader (QsaWindow *self)
{
  guint n_selected = qsa_session_get_n_selected (self->session);

  g_assert (QSA_IS_WINDOW (self));

  if (n_selected > 1)
    {
      g_autofree char *number = qsa_number_format (n_selected);
      g_autofree char *title = g_strdup_printf (
          ngettext ("%s Article Selected", "%s Articles Selected", n_selected), number);

      adw_status_page_set_title (self->many_page, title);
    }
  gtk_stack_set_visible_child_name (self->reader_stack, n_selected > 1 ? "many" : "one");
  qsa_reader_set_article_id (self->reader, qsa_session_get_article_id (self->session));
  qsa_window_update_actions (self);
}

void
qsa_window_update_matcher (QsaWindow *self)
{
  QsaResult *result = qsa_session_get_result (self->session);

  g_assert (QSA_IS_WINDOW (self));

  qsa_reader_set_matcher (self->reader,
                          result != NULL ? qsa_result_get_matcher (result) : NULL);
}

/* Once, when there is something to walk through: the arrow keys walk through it at once, and what is typed
 * goes to the search. */
static void
qsa_window_focus_first (QsaWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  g_assert (QSA_IS_WINDOW (self));

  if (qsa_result_get_total (qsa_session_get_result (self->session)) == 0)
    return;
  g_signal_handlers_disconnect_by_func (self->session, qsa_window_focus_first, self);
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->search)))
    qsa_article_pane_focus_list (self->article_pane);
}

void
qsa_window_update_library_page (QsaWindow *self)
{
  g_assert (QSA_IS_WINDOW (self));

  if (self->library == NULL)
    return;
  qsa_window_show_page (self, qsa_library_get_n_articles (self->library) > 0 ? "library"
                                                                             : "empty");
}

static void
qsa_window_library_opened (QsaWindow *self, QsaLibrary *library)
{
  self->library = g_object_ref (library);
  self->session = qsa_session_new (library);
  g_signal_group_set_target (self->session_signals, self->session);
  g_signal_group_set_target (self->library_signals, library);
  g_signal_connect_object (self->session, "notify::result",
                           G_CALLBACK (qsa_window_focus_first), self, G_CONNECT_SWAPPED);
  qsa_window_restore_view (self);
  qsa_sidebar_set_session (self->sidebar, self->session);
  qsa_article_pane_set_session (self->article_pane, self->session);
  qsa_search_completion_set_session (self->completion, self->session);
  qsa_reader_set_library (self->reader, library);
  gtk_widget_set_visible (self->read_only_icon, qsa_library_get_read_only (library));
  qsa_window_update_library_page (self);
  qsa_window_update_actions (self);
  qsa_window_notify_session (self);
  qsa_window_start_imports (self);
}

static void
qsa_window_library_failed (QsaWindow *self, const GError *error)
{
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->open_error_page, escaped);
  qsa_window_show_page (self, "error");
  gtk_widget_grab_focus (self->open_error_retry);
}

static void
qsa_window_open_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QsaWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (QsaLibrary) library = qsa_library_open_finish (result, &error);

  g_clear_handle_id (&self->spinner_source, g_source_remove);
  gtk_spinner_stop (self->spinner);
  /* The window was closed meanwhile; a library that did open closes with its last reference. */
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (library != NULL)
    qsa_window_library_opened (self, library);
  else
    qsa_window_library_failed (self, error);
}

static gboolean
qsa_window_show_spinner (gpointer user_data)
{
  QsaWindow *self = QSA_WINDOW (user_data);

  self->spinner_source = 0;
  gtk_spinner_start (self->spinner);
  return G_SOURCE_REMOVE;
}

void
qsa_window_open_library (QsaWindow *self)
{
  g_assert (QSA_IS_WINDOW (self));

  if (self->library != NULL)
    return;
  qsa_window_show_page (self, "opening");
  if (self->spinner_source == 0)
    self->spinner_source = g_timeout_add (QSA_WINDOW_SPINNER_AFTER_MS,
                                          qsa_window_show_spinner, self);
  qsa_library_open_async (self->path, QSA_LIBRARY_CREATE, self->cancellable,
                          qsa_window_open_done, g_object_ref (self));
}

/* ---- closing ---- */

static void
qsa_window_closed_library (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GApplication) application = user_data;
  g_autoptr (GError) error = NULL;

  if (!qsa_library_close_finish (QSA_LIBRARY (source), result, &error))
    g_warning ("%s", error->message);
  g_application_release (application);
}

/* The process must not end before the library is whole on disk again. */
void
qsa_window_close_library (QsaWindow *self)
{
  GApplication *application = g_application_get_default ();

  qsa_window_stop_imports (self);
  g_cancellable_cancel (self->cancellable);
  if (self->library == NULL)
    return;
  qsa_reader_save_position (self->reader);
  g_application_hold (application);
  qsa_library_close_async (self->library, qsa_window_closed_library,
                           g_object_ref (application));
  if (self->completion != NULL)
    qsa_search_completion_set_session (self->completion, NULL);
  g_signal_group_set_target (self->session_signals, NULL);
  g_signal_group_set_target (self->library_signals, NULL);
  g_clear_object (&self->library);
}

static void
qsa_window_close_answered (QsaWindow *self, const char *response)
{
  g_assert (QSA_IS_WINDOW (self));

  if (!g_str_equal (response, "stop"))
    return;
  self->closing = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

void
qsa_window_ask_to_close (QsaWindow *self)
{
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (self), _ ("Stop the Import?"),
      _ ("Articles that are stored already stay in the library."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep",
                                    _ ("_Continue Import"), "stop", _ ("_Stop and Close"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "stop",
                                              ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (qsa_window_close_answered),
                           self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
