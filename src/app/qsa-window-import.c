/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-window-private.h"

#include <glib/gi18n.h>

#include "qsa-error.h"
#include "qsa-import-report.h"
#include "qsa-paste-dialog.h"

/*   files, drop, paste, command line --> jobs (queue) --one after another--> library
 *                                          \-> import bar        \-> toast, report */

static void
qsa_window_update_import_actions (QsaWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  /* Before the library is open, what is added waits. */
  gboolean can_add = self->library == NULL || !qsa_library_get_read_only (self->library);
  const char *const adding[] = { "win.add-files", "win.add-folder", "win.paste-text",
                                 "win.paste" };

  for (gsize i = 0; i < G_N_ELEMENTS (adding); i++)
    gtk_widget_action_set_enabled (widget, adding[i], can_add);
  gtk_widget_action_set_enabled (widget, "win.cancel-import",
                                 qsa_window_get_importing (self));
  gtk_widget_action_set_enabled (widget, "win.import-report", self->last_job != NULL);
  gtk_widget_set_sensitive (self->add_button, can_add);
}

/* ---- running ---- */

static void
qsa_window_tell_finished (QsaWindow *self, QsaImportJob *job)
{
  const GError *error = qsa_import_job_get_error (job);
  g_autofree char *summary = qsa_import_bar_summarise (job);
  g_autofree char *escaped = g_markup_escape_text (summary, -1);
  AdwToast *toast = adw_toast_new (escaped);

  /* The result of an earlier import is old news. */
  if (self->result_toast != NULL)
    adw_toast_dismiss (self->result_toast);
  g_set_weak_pointer (&self->result_toast, toast);

  adw_toast_set_button_label (toast, _ ("_Details"));
  adw_toast_set_action_name (toast, "win.import-report");
  /* Failures wait until they have been seen. */
  adw_toast_set_timeout (toast, qsa_import_job_get_n_failed (job) > 0 ? 0 : 8);
  adw_toast_overlay_add_toast (self->toasts, toast);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    qsa_window_show_message (self, _ ("The Import Stopped"), error->message);
}

static void qsa_window_start_next_import (QsaWindow *self);

static void
qsa_window_import_finished (QsaWindow *self, QsaImportJob *job)
{
  g_assert (QSA_IS_WINDOW (self));

  if (g_queue_peek_head (&self->jobs) != job)
    return;
  g_queue_pop_head (&self->jobs);
  g_set_object (&self->last_job, job);
  g_object_unref (job);
  qsa_import_bar_set_job (self->import_bar, NULL);
  qsa_window_tell_finished (self, self->last_job);
  qsa_window_start_next_import (self);
  qsa_window_notify_importing (self);
  qsa_window_update_import_actions (self);
}

static void
qsa_window_start_next_import (QsaWindow *self)
{
  QsaImportJob *job = g_queue_peek_head (&self->jobs);

  if (job == NULL || qsa_import_job_get_running (job))
    return;
  g_signal_connect_object (job, "finished", G_CALLBACK (qsa_window_import_finished), self,
                           G_CONNECT_SWAPPED);
  qsa_import_bar_set_job (self->import_bar, job);
  qsa_import_job_start (job);
}

static QsaImportJob *
qsa_window_new_job (QsaWindow *self)
{
  return qsa_import_job_new (self->library, qsa_library_get_outlets (self->library));
}

static void
qsa_window_take_job (QsaWindow *self, QsaImportJob *job)
{
  g_queue_push_tail (&self->jobs, job);
  qsa_window_start_next_import (self);
  qsa_window_notify_importing (self);
  qsa_window_update_import_actions (self);
}

/* Files and texts that came before the library was open. */
typedef struct
{
  GListModel *files; /* owned, or NULL */
  char *text;        /* owned, or NULL */
} QsaWindowWaiting;

static void
qsa_window_waiting_free (gpointer data)
{
  QsaWindowWaiting *waiting = data;

  g_clear_object (&waiting->files);
  g_free (waiting->text);
  g_free (waiting);
}

static void
qsa_window_let_wait (QsaWindow *self, GListModel *files, const char *text)
{
  QsaWindowWaiting *waiting = g_new0 (QsaWindowWaiting, 1);

  g_set_object (&waiting->files, files);
  waiting->text = g_strdup (text);
  g_queue_push_tail (&self->waiting, waiting);
}

void
qsa_window_import_files (QsaWindow *self, GListModel *files)
{
  QsaImportJob *job;
  guint n_paths = 0;

  g_return_if_fail (QSA_IS_WINDOW (self));
  g_return_if_fail (G_IS_LIST_MODEL (files));

  if (self->library == NULL)
    {
      qsa_window_let_wait (self, files, NULL);
      return;
    }
  job = qsa_window_new_job (self);
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      if (g_file_peek_path (file) == NULL)
        continue;
      qsa_import_job_add_path (job, g_file_peek_path (file));
      n_paths++;
    }
  if (n_paths > 0)
    {
      qsa_window_take_job (self, job);
      return;
    }
  g_object_unref (job);
  if (g_list_model_get_n_items (files) > 0)
    qsa_window_toast (self, _ ("Only files on this computer can be added."));
}

void
qsa_window_import_text (QsaWindow *self, const char *text)
{
  QsaImportJob *job;

  g_return_if_fail (QSA_IS_WINDOW (self));
  g_return_if_fail (text != NULL);

  if (self->library == NULL)
    {
      qsa_window_let_wait (self, NULL, text);
      return;
    }
  job = qsa_window_new_job (self);
  qsa_import_job_add_text (job, text);
  qsa_window_take_job (self, job);
}

static void
qsa_window_import_samples (QsaWindow *self)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) folder = g_file_new_for_path (self->samples_dir);

  g_list_store_append (files, folder);
  qsa_window_import_files (self, G_LIST_MODEL (files));
}

void
qsa_window_start_imports (QsaWindow *self)
{
  QsaWindowWaiting *waiting;

  g_assert (QSA_IS_WINDOW (self));

  if (self->samples_dir != NULL && qsa_library_get_n_articles (self->library) == 0)
    qsa_window_import_samples (self);
  while ((waiting = g_queue_pop_head (&self->waiting)) != NULL)
    {
      if (waiting->files != NULL)
        qsa_window_import_files (self, waiting->files);
      else
        qsa_window_import_text (self, waiting->text);
      qsa_window_waiting_free (waiting);
    }
  qsa_window_update_import_actions (self);
}

void
qsa_window_stop_imports (QsaWindow *self)
{
  QsaImportJob *job;

  g_clear_weak_pointer (&self->result_toast);
  g_queue_clear_full (&self->waiting, qsa_window_waiting_free);
  while ((job = g_queue_pop_head (&self->jobs)) != NULL)
    {
      g_signal_handlers_disconnect_by_data (job, self);
      qsa_import_job_cancel (job);
      g_object_unref (job);
    }
}

/* ---- files and folders ---- */

static void
qsa_window_files_chosen (GtkNativeDialog *dialog, int response, QsaWindow *self)
{
  g_autoptr (GListModel) files = NULL;

  g_assert (QSA_IS_WINDOW (self));

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  if (files != NULL)
    qsa_window_import_files (self, files);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
qsa_window_choose_files (QsaWindow *self, GtkFileChooserAction action, const char *title)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, GTK_WINDOW (self),
                                                              action, _ ("_Add"), NULL);

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (qsa_window_files_chosen), self,
                           0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
qsa_window_action_add_files (GtkWidget *widget, const char *name, GVariant *parameter)
{
  qsa_window_choose_files (QSA_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_OPEN,
                           _ ("Add Files"));
}

static void
qsa_window_action_add_folder (GtkWidget *widget, const char *name, GVariant *parameter)
{
  qsa_window_choose_files (QSA_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                           _ ("Add Folders"));
}

/* ---- paste ---- */

static void
qsa_window_action_paste_text (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *dialog = qsa_paste_dialog_new (GTK_WINDOW (widget));

  g_signal_connect_object (dialog, "add", G_CALLBACK (qsa_window_import_text), widget,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static GListModel *
qsa_window_make_file_model (GdkFileList *list)
{
  GListStore *files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GSList) all = gdk_file_list_get_files (list);

  for (GSList *item = all; item != NULL; item = item->next)
    g_list_store_append (files, item->data);
  return G_LIST_MODEL (files);
}

static void
qsa_window_files_pasted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QsaWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) files = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result,
                                                         &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (value == NULL)
    {
      qsa_window_toast (self, error->message);
      return;
    }
  files = qsa_window_make_file_model (g_value_get_boxed (value));
  qsa_window_import_files (self, files);
}

/* Ctrl+V where no entry takes it: files are added at once, a text is shown first. */
static void
qsa_window_action_paste (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  g_autoptr (GdkContentFormats) formats = gdk_content_formats_union_deserialize_gtypes (
      gdk_content_formats_ref (gdk_clipboard_get_formats (clipboard)));

  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT,
                                    QSA_WINDOW (widget)->cancellable,
                                    qsa_window_files_pasted, g_object_ref (widget));
  else if (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING))
    gtk_widget_activate_action (widget, "win.paste-text", NULL);
  else
    qsa_window_toast (QSA_WINDOW (widget),
                      _ ("The clipboard holds neither files nor text."));
}

/* ---- drag and drop ---- */

static GdkDragAction
qsa_window_drop_enter (QsaWindow *self, double x, double y, GtkDropTarget *target)
{
  g_assert (QSA_IS_WINDOW (self));

  if (self->library != NULL && qsa_library_get_read_only (self->library))
    return 0;
  gtk_revealer_set_reveal_child (self->drop_revealer, TRUE);
  return GDK_ACTION_COPY;
}

static void
qsa_window_drop_leave (QsaWindow *self)
{
  g_assert (QSA_IS_WINDOW (self));

  gtk_revealer_set_reveal_child (self->drop_revealer, FALSE);
}

static gboolean
qsa_window_drop (QsaWindow *self, const GValue *value, double x, double y,
                 GtkDropTarget *target)
{
  g_autoptr (GListModel) files = NULL;

  g_assert (QSA_IS_WINDOW (self));

  gtk_revealer_set_reveal_child (self->drop_revealer, FALSE);
  if (!G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return FALSE;
  files = qsa_window_make_file_model (g_value_get_boxed (value));
  qsa_window_import_files (self, files);
  return TRUE;
}

/* ---- report ---- */

static void
qsa_window_open_from_report (QsaWindow *self, gint64 id)
{
  g_assert (QSA_IS_WINDOW (self));

  if (self->session != NULL)
    qsa_session_select_id (self->session, id);
}

static void
qsa_window_action_import_report (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *report = qsa_import_report_new (GTK_WINDOW (widget),
                                             QSA_WINDOW (widget)->last_job);

  g_signal_connect_object (report, "open-article",
                           G_CALLBACK (qsa_window_open_from_report), widget,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (report));
}

static void
qsa_window_action_cancel_import (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QsaImportJob *job = g_queue_peek_head (&QSA_WINDOW (widget)->jobs);

  if (job != NULL)
    qsa_import_job_cancel (job);
}

/* ---- the table ---- */

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc activate;
  guint key;
  GdkModifierType modifiers;
} import_actions[] = {
  { "win.add-files", qsa_window_action_add_files, GDK_KEY_i, GDK_CONTROL_MASK },
  { "win.add-folder", qsa_window_action_add_folder, GDK_KEY_i,
    GDK_CONTROL_MASK | GDK_SHIFT_MASK },
  { "win.paste-text", qsa_window_action_paste_text, GDK_KEY_v,
    GDK_CONTROL_MASK | GDK_SHIFT_MASK },
  { "win.paste", qsa_window_action_paste, GDK_KEY_v, GDK_CONTROL_MASK },
  { "win.cancel-import", qsa_window_action_cancel_import, 0, 0 },
  { "win.import-report", qsa_window_action_import_report, 0, 0 },
};

void
qsa_window_install_import_actions (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (import_actions); i++)
    {
      gtk_widget_class_install_action (widget_class, import_actions[i].name, NULL,
                                       import_actions[i].activate);
      if (import_actions[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class, import_actions[i].key,
                                             import_actions[i].modifiers,
                                             import_actions[i].name, NULL);
    }
}

void
qsa_window_init_import (QsaWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_queue_init (&self->jobs);
  g_queue_init (&self->waiting);
  g_signal_connect_object (target, "enter", G_CALLBACK (qsa_window_drop_enter), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (qsa_window_drop_leave), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (qsa_window_drop), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  qsa_window_update_import_actions (self);
}
