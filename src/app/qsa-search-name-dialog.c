/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-search-name-dialog.h"

#include <glib/gi18n.h>

#include "qsa-text-util.h"

struct _QsaSearchNameDialog
{
  AdwMessageDialog parent_instance;

  /* Template */
  GtkEntry *entry;
  GtkLabel *note;

  /* Owned */
  char **others;
};

G_DEFINE_FINAL_TYPE (QsaSearchNameDialog, qsa_search_name_dialog, ADW_TYPE_MESSAGE_DIALOG)

static void
qsa_search_name_dialog_update (QsaSearchNameDialog *self)
{
  g_autofree char *name = qsa_search_name_dialog_dup_name (self);
  gboolean taken;

  g_assert (QSA_IS_SEARCH_NAME_DIALOG (self));

  taken = self->others != NULL
          && g_strv_contains ((const char *const *) self->others, name);
  /* An empty line keeps the dialog's size. */
  gtk_label_set_text (self->note, taken ? _ ("Another search has this name.") : "");
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "save",
                                           *name != '\0' && !taken);
}

static void
qsa_search_name_dialog_finalize (GObject *object)
{
  QsaSearchNameDialog *self = QSA_SEARCH_NAME_DIALOG (object);

  g_clear_pointer (&self->others, g_strfreev);
  G_OBJECT_CLASS (qsa_search_name_dialog_parent_class)->finalize (object);
}

static void
qsa_search_name_dialog_class_init (QsaSearchNameDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = qsa_search_name_dialog_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/qusasat/Qusasat/ui/qsa-search-name-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QsaSearchNameDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, QsaSearchNameDialog, note);
}

static void
qsa_search_name_dialog_init (QsaSearchNameDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->entry, "changed",
                           G_CALLBACK (qsa_search_name_dialog_update), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
qsa_search_name_dialog_new (GtkWindow *parent, const char *heading, const char *body,
                            const char *accept, const char *name,
                            const char *const *others)
{
  QsaSearchNameDialog *self;
  AdwMessageDialog *dialog;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (QSA_TYPE_SEARCH_NAME_DIALOG, "transient-for", parent, "heading",
                       heading, "body", body, NULL);
  dialog = ADW_MESSAGE_DIALOG (self);
  self->others = g_strdupv ((char **) others);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "save", accept,
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "cancel");
  qsa_search_name_dialog_set_name (self, name);
  qsa_search_name_dialog_update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  return GTK_WIDGET (self);
}

void
qsa_search_name_dialog_set_name (QsaSearchNameDialog *self, const char *name)
{
  g_return_if_fail (QSA_IS_SEARCH_NAME_DIALOG (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), name);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

char *
qsa_search_name_dialog_dup_name (QsaSearchNameDialog *self)
{
  g_return_val_if_fail (QSA_IS_SEARCH_NAME_DIALOG (self), NULL);

  return qsa_text_squeeze (gtk_editable_get_text (GTK_EDITABLE (self->entry)), -1);
}
