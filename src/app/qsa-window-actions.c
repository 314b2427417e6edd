/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-window-private.h"

#include <glib/gi18n.h>

#include "qsa-application.h"
#include "qsa-details-dialog.h"
#include "qsa-preferences.h"
#include "qsa-reference-copy.h"
#include "qsa-text-util.h"

/* ---- finding and filtering ---- */

static void
qsa_window_action_search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QsaWindow *self = QSA_WINDOW (widget);

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
}

static void
qsa_window_action_clear_search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QsaWindow *self = QSA_WINDOW (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
qsa_window_action_clear_filters (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (QsaFilter) filter = qsa_filter_new ();

  qsa_session_set_filter (QSA_WINDOW (widget)->session, filter);
}

static void
qsa_window_action_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QsaWindow *self = QSA_WINDOW (widget);

  qsa_window_set_reader_shown (self, FALSE);
  qsa_article_pane_focus_list (self->article_pane);
}

/* Back is where reading comes from: Alt+Left, and Alt+Right in a mirrored window. */
static gboolean
qsa_window_back_key (GtkWidget *widget, GVariant *args, gpointer unused)
{
  gboolean rtl_key = FALSE;

  g_variant_get (args, "(b)", &rtl_key);
  if (rtl_key != (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL))
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_activate_action (widget, "win.back", NULL);
}

/* ---- libraries ---- */

static void
qsa_window_action_open_sample (GtkWidget *widget, const char *name, GVariant *parameter)
{
  qsa_application_open_sample (QSA_APPLICATION (g_application_get_default ()));
}

static void
qsa_window_library_chosen (GtkNativeDialog *dialog, int response, QsaWindow *self)
{
  g_autoptr (GFile) file = NULL;

  g_assert (QSA_IS_WINDOW (self));

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL && g_file_peek_path (file) != NULL)
    qsa_application_open_library (QSA_APPLICATION (g_application_get_default ()),
                                  g_file_peek_path (file));
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
qsa_window_choose_library (QsaWindow *self, GtkFileChooserAction action,
                           const char *title, const char *accept)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, GTK_WINDOW (self),
                                                              action, accept, NULL);
  g_autoptr (GtkFileFilter) libraries = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (libraries, _ ("Qusasat Libraries"));
  gtk_file_filter_add_pattern (libraries, "*.qusasat");
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), libraries);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), all);
  if (action == GTK_FILE_CHOOSER_ACTION_SAVE)
    /* Translators: proposed name of the file of a new library; keep ".qusasat". */
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), _ ("articles.qusasat"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (qsa_window_library_chosen),
                           self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
qsa_window_action_open_library (GtkWidget *widget, const char *name, GVariant *parameter)
{
  qsa_window_choose_library (QSA_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_OPEN,
                             _ ("Open a Library"), _ ("_Open"));
}

static void
qsa_window_action_new_library (GtkWidget *widget, const char *name, GVariant *parameter)
{
  qsa_window_choose_library (QSA_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_SAVE,
                             _ ("New Library"), _ ("_Create"));
}

static void
qsa_window_action_retry (GtkWidget *widget, const char *name, GVariant *parameter)
{
  qsa_window_open_library (QSA_WINDOW (widget));
}

/* ---- articles ---- */

/* What decides between "star" and "unstar": the first article of the selection. */
static gboolean
qsa_window_is_starred (QsaWindow *self, gint64 id)
{
  const QsaArticle *article = qsa_reader_get_article (self->reader);
  const QsaRow *row = qsa_session_find_row (self->session, id);

  if (row != NULL)
    return row->starred;
  return article != NULL && article->id == id && article->starred;
}

static void
qsa_window_action_toggle_starred (GtkWidget *widget, const char *name,
                                  GVariant *parameter)
{
  QsaWindow *self = QSA_WINDOW (widget);
  g_autoptr (GArray) ids = qsa_session_dup_selected_ids (self->session);

  if (ids->len > 0)
    qsa_session_set_flag (self->session, ids, QSA_FLAG_STARRED,
                          !qsa_window_is_starred (self, g_array_index (ids, gint64, 0)));
}

static void
qsa_window_action_mark (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QsaWindow *self = QSA_WINDOW (widget);
  g_autoptr (GArray) ids = qsa_session_dup_selected_ids (self->session);

  qsa_session_set_flag (self->session, ids, QSA_FLAG_READ,
                        g_str_equal (name, "win.mark-read"));
}

static void
qsa_window_details_apply (QsaWindow *self, GArray *ids, const QsaArticleEdit *edit)
{
  AdwToast *toast;
  g_autofree char *number = qsa_number_format (ids->len);
  g_autofree char *text = NULL;

  g_assert (QSA_IS_WINDOW (self));

  if (self->session == NULL)
    return;
  qsa_session_edit (self->session, ids, edit);
  text = g_strdup_printf (ngettext ("Details of %s article changed",
                                    "Details of %s articles changed", ids->len),
                          number);
  toast = adw_toast_new (text);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
qsa_window_action_edit_details (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QsaWindow *self = QSA_WINDOW (widget);
  g_autoptr (GArray) ids = qsa_session_dup_selected_ids (self->session);
  const QsaArticle *article = qsa_reader_get_article (self->reader);
  GtkWidget *dialog;

  if (ids->len == 0)
    return;
  if (ids->len > 1 || (article != NULL && article->id != g_array_index (ids, gint64, 0)))
    article = NULL;
  dialog = qsa_details_dialog_new (GTK_WINDOW (self), self->library, ids, article);
  g_signal_connect_object (dialog, "apply", G_CALLBACK (qsa_window_details_apply), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
qsa_window_action_undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  qsa_session_undo (QSA_WINDOW (widget)->session);
}

static void
qsa_window_action_redo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  qsa_session_redo (QSA_WINDOW (widget)->session);
}

typedef struct
{
  QsaWindow *window; /* owned */
  guint n;
} QsaWindowCopy;

static void
qsa_window_references_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree QsaWindowCopy *copy = user_data;
  g_autoptr (QsaWindow) self = copy->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkContentProvider) provider = qsa_reference_copy_finish (result, &error);
  g_autofree char *number = qsa_number_format (copy->n);
  g_autofree char *text = NULL;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (provider == NULL)
    {
      qsa_window_toast (self, error->message);
      return;
    }
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
  text = g_strdup_printf (
      ngettext ("%s reference copied", "%s references copied", copy->n), number);
  qsa_window_toast (self, text);
}

static void
qsa_window_action_copy_reference (GtkWidget *widget, const char *name,
                                  GVariant *parameter)
{
  QsaWindow *self = QSA_WINDOW (widget);
  g_autoptr (GArray) ids = qsa_session_dup_selected_ids (self->session);
  QsaWindowCopy *copy;

  if (ids->len == 0)
    return;
  copy = g_new (QsaWindowCopy, 1);
  *copy = (QsaWindowCopy){ g_object_ref (self), ids->len };
  qsa_reference_copy_async (self->library, ids, self->cancellable,
                            qsa_window_references_ready, copy);
}

/* ---- the program ---- */

static void
qsa_window_action_preferences (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QsaWindow *self = QSA_WINDOW (widget);

  gtk_window_present (
      GTK_WINDOW (qsa_preferences_new (GTK_WINDOW (self), self->settings)));
}

static void
qsa_window_action_shortcuts (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/io/github/qusasat/Qusasat/gtk/help-overlay.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (widget));
  gtk_window_present (shortcuts);
}

static void
qsa_window_action_about (GtkWidget *widget, const char *name, GVariant *parameter)
{
  qsa_application_show_about (QSA_APPLICATION (g_application_get_default ()),
                              GTK_WINDOW (widget));
}

static void
qsa_window_action_close (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

/* ---- the table ---- */

/* What must be so for an action to be enabled. */
typedef enum
{
  NEEDS_NOTHING = 0,
  NEEDS_SESSION = 1 << 0,
  NEEDS_WRITABLE = 1 << 1,
  NEEDS_ARTICLE = 1 << 2,
  NEEDS_FILTER = 1 << 3,
  NEEDS_UNDO = 1 << 4,
  NEEDS_REDO = 1 << 5,
} QsaWindowNeeds;

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc activate;
  QsaWindowNeeds needs;
} window_actions[] = {
  { "win.search", qsa_window_action_search, NEEDS_NOTHING },
  { "win.clear-search", qsa_window_action_clear_search, NEEDS_NOTHING },
  { "win.clear-filters", qsa_window_action_clear_filters, NEEDS_SESSION | NEEDS_FILTER },
  { "win.open-library", qsa_window_action_open_library, NEEDS_NOTHING },
  { "win.new-library", qsa_window_action_new_library, NEEDS_NOTHING },
  { "win.open-sample", qsa_window_action_open_sample, NEEDS_NOTHING },
  { "win.retry", qsa_window_action_retry, NEEDS_NOTHING },
  { "win.edit-details", qsa_window_action_edit_details, NEEDS_ARTICLE | NEEDS_WRITABLE },
  { "win.toggle-starred", qsa_window_action_toggle_starred,
    NEEDS_ARTICLE | NEEDS_WRITABLE },
  { "win.mark-read", qsa_window_action_mark, NEEDS_ARTICLE | NEEDS_WRITABLE },
  { "win.mark-unread", qsa_window_action_mark, NEEDS_ARTICLE | NEEDS_WRITABLE },
  { "win.copy-reference", qsa_window_action_copy_reference, NEEDS_ARTICLE },
  { "win.undo", qsa_window_action_undo, NEEDS_UNDO },
  { "win.redo", qsa_window_action_redo, NEEDS_REDO },
  { "win.preferences", qsa_window_action_preferences, NEEDS_NOTHING },
  { "win.shortcuts", qsa_window_action_shortcuts, NEEDS_NOTHING },
  { "win.about", qsa_window_action_about, NEEDS_NOTHING },
  { "win.close", qsa_window_action_close, NEEDS_NOTHING },
};

static const struct
{
  guint key;
  GdkModifierType modifiers;
  const char *action;
} window_keys[] = {
  { GDK_KEY_f, GDK_CONTROL_MASK, "win.search" },
  { GDK_KEY_l, GDK_CONTROL_MASK, "win.search" },
  { GDK_KEY_F9, 0, "win.toggle-sidebar" },
  { GDK_KEY_e, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.clear-filters" },
  { GDK_KEY_o, GDK_CONTROL_MASK, "win.open-library" },
  { GDK_KEY_n, GDK_CONTROL_MASK, "win.new-library" },
  /* The last key of an action is the one that menus show. */
  { GDK_KEY_Return, GDK_ALT_MASK, "win.edit-details" },
  { GDK_KEY_e, GDK_CONTROL_MASK, "win.edit-details" },
  { GDK_KEY_d, GDK_CONTROL_MASK, "win.toggle-starred" },
  { GDK_KEY_r, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.mark-read" },
  { GDK_KEY_u, GDK_CONTROL_MASK, "win.mark-unread" },
  { GDK_KEY_c, GDK_CONTROL_MASK | GDK_ALT_MASK, "win.copy-reference" },
  { GDK_KEY_z, GDK_CONTROL_MASK, "win.undo" },
  { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo" },
  { GDK_KEY_Back, 0, "win.back" },
  { GDK_KEY_comma, GDK_CONTROL_MASK, "win.preferences" },
  { GDK_KEY_question, GDK_CONTROL_MASK, "win.shortcuts" },
  { GDK_KEY_question, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.shortcuts" },
  { GDK_KEY_F1, 0, "win.shortcuts" },
  { GDK_KEY_w, GDK_CONTROL_MASK, "win.close" },
};

void
qsa_window_install_actions (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (window_actions); i++)
    gtk_widget_class_install_action (widget_class, window_actions[i].name, NULL,
                                     window_actions[i].activate);
  gtk_widget_class_install_action (widget_class, "win.back", NULL,
                                   qsa_window_action_back);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK,
                                qsa_window_back_key, "(b)", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_ALT_MASK,
                                qsa_window_back_key, "(b)", TRUE);
  gtk_widget_class_install_property_action (widget_class, "win.toggle-sidebar",
                                            "sidebar-shown");
  for (gsize i = 0; i < G_N_ELEMENTS (window_keys); i++)
    gtk_widget_class_add_binding_action (widget_class, window_keys[i].key,
                                         window_keys[i].modifiers, window_keys[i].action,
                                         NULL);
}

static QsaWindowNeeds
qsa_window_get_fulfilled (QsaWindow *self)
{
  QsaWindowNeeds fulfilled = NEEDS_SESSION;

  if (self->session == NULL || self->library == NULL)
    return NEEDS_NOTHING;
  if (!qsa_library_get_read_only (self->library))
    fulfilled |= NEEDS_WRITABLE;
  if (qsa_session_get_article_id (self->session) != 0
      || qsa_session_get_n_selected (self->session) > 0)
    fulfilled |= NEEDS_ARTICLE;
  if (!qsa_filter_is_empty (qsa_session_get_filter (self->session)))
    fulfilled |= NEEDS_FILTER;
  if (qsa_session_can_undo (self->session))
    fulfilled |= NEEDS_UNDO;
  if (qsa_session_can_redo (self->session))
    fulfilled |= NEEDS_REDO;
  return fulfilled;
}

void
qsa_window_update_actions (QsaWindow *self)
{
  QsaWindowNeeds fulfilled = qsa_window_get_fulfilled (self);

  g_assert (QSA_IS_WINDOW (self));

  for (gsize i = 0; i < G_N_ELEMENTS (window_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), window_actions[i].name,
                                   (window_actions[i].needs & ~fulfilled) == 0);
  qsa_window_update_search_actions (self);
}
