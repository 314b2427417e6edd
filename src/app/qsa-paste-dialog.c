/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-paste-dialog.h"

struct _QsaPasteDialog
{
  AdwWindow parent_instance;

  /* Template */
  GtkTextView *view;

  /* Owned */
  GCancellable *cancellable;
};

enum
{
  QSA_PASTE_DIALOG_ADD,
  QSA_PASTE_DIALOG_N_SIGNALS,
};

static guint signals[QSA_PASTE_DIALOG_N_SIGNALS];

G_DEFINE_FINAL_TYPE (QsaPasteDialog, qsa_paste_dialog, ADW_TYPE_WINDOW)

static char *
qsa_paste_dialog_dup_text (QsaPasteDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
qsa_paste_dialog_text_changed (QsaPasteDialog *self)
{
  g_autofree char *text = NULL;

  g_assert (QSA_IS_PASTE_DIALOG (self));

  text = qsa_paste_dialog_dup_text (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paste.add",
                                 *g_strstrip (text) != '\0');
}

static void
qsa_paste_dialog_add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *text = qsa_paste_dialog_dup_text (QSA_PASTE_DIALOG (widget));

  g_signal_emit (widget, signals[QSA_PASTE_DIALOG_ADD], 0, text);
  gtk_window_close (GTK_WINDOW (widget));
}

static void
qsa_paste_dialog_clipboard_read (GObject *source, GAsyncResult *result,
                                 gpointer user_data)
{
  g_autoptr (QsaPasteDialog) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result,
                                                          NULL);
  g_autofree char *typed = NULL;

  /* Without text on the clipboard the window is simply empty. */
  if (text == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  typed = qsa_paste_dialog_dup_text (self);
  if (*typed == '\0')
    qsa_paste_dialog_set_text (self, text);
}

static void
qsa_paste_dialog_dispose (GObject *object)
{
  g_cancellable_cancel (QSA_PASTE_DIALOG (object)->cancellable);
  G_OBJECT_CLASS (qsa_paste_dialog_parent_class)->dispose (object);
}

static void
qsa_paste_dialog_finalize (GObject *object)
{
  g_clear_object (&QSA_PASTE_DIALOG (object)->cancellable);
  G_OBJECT_CLASS (qsa_paste_dialog_parent_class)->finalize (object);
}

static void
qsa_paste_dialog_class_init (QsaPasteDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qsa_paste_dialog_dispose;
  object_class->finalize = qsa_paste_dialog_finalize;

  signals[QSA_PASTE_DIALOG_ADD] = g_signal_new ("add", QSA_TYPE_PASTE_DIALOG,
                                                G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/qusasat/Qusasat/ui/qsa-paste-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QsaPasteDialog, view);

  gtk_widget_class_install_action (widget_class, "paste.add", NULL, qsa_paste_dialog_add);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "paste.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
qsa_paste_dialog_init (QsaPasteDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed",
                           G_CALLBACK (qsa_paste_dialog_text_changed), self,
                           G_CONNECT_SWAPPED);
  qsa_paste_dialog_text_changed (self);
}

GtkWidget *
qsa_paste_dialog_new (GtkWindow *parent)
{
  QsaPasteDialog *self = g_object_new (QSA_TYPE_PASTE_DIALOG, "transient-for", parent,
                                       NULL);

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                                 self->cancellable, qsa_paste_dialog_clipboard_read,
                                 g_object_ref (self));
  return GTK_WIDGET (self);
}

void
qsa_paste_dialog_set_text (QsaPasteDialog *self, const char *text)
{
  g_return_if_fail (QSA_IS_PASTE_DIALOG (self));
  g_return_if_fail (text != NULL);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text, -1);
}
