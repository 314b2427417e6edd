/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-window.h"

#include <glib/gi18n.h>

#include "qsa-window-private.h"

enum
{
  PROP_0,
  PROP_PATH,
  PROP_SESSION,
  PROP_SIDEBAR_SHOWN,
  PROP_IMPORTING,
  PROP_WIDENING,
  PROP_WIDER_REACH,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QsaWindow, qsa_window, ADW_TYPE_APPLICATION_WINDOW)

/* ---- small things others of the window need ---- */

void
qsa_window_toast (QsaWindow *self, const char *text)
{
  AdwToast *toast;
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  /* A toast's title is markup. */
  toast = adw_toast_new (escaped);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
qsa_window_show_message (QsaWindow *self, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

void
qsa_window_notify_session (QsaWindow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

void
qsa_window_notify_importing (QsaWindow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IMPORTING]);
}

void
qsa_window_update_header (QsaWindow *self)
{
  gboolean narrow = qsa_panes_get_mode (self->panes) == QSA_PANES_NARROW;
  gboolean in_library =
      g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "library") == 0;
  gboolean reading = in_library && narrow && qsa_panes_get_reader_shown (self->panes);

  g_assert (QSA_IS_WINDOW (self));

  gtk_widget_set_visible (self->back_button, reading);
  gtk_widget_set_visible (self->sidebar_button, in_library && !reading);
  gtk_widget_set_sensitive (GTK_WIDGET (self->search),
                            in_library || self->session == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", reading);
}

void
qsa_window_set_reader_shown (QsaWindow *self, gboolean shown)
{
  qsa_panes_set_reader_shown (self->panes, shown);
  qsa_window_update_header (self);
}

void
qsa_window_show_page (QsaWindow *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  qsa_window_update_header (self);
}

static gboolean
qsa_window_close_request (GtkWindow *window)
{
  QsaWindow *self = QSA_WINDOW (window);

  if (qsa_window_get_importing (self) && !self->closing)
    {
      qsa_window_ask_to_close (self);
      return TRUE;
    }
  qsa_window_save_size (self);
  qsa_window_save_view (self);
  qsa_window_close_library (self);
  return GTK_WINDOW_CLASS (qsa_window_parent_class)->close_request (window);
}

/* ---- signals of the parts ---- */

static void
qsa_window_article_opened (QsaWindow *self, gboolean with_focus)
{
  g_assert (QSA_IS_WINDOW (self));

  qsa_window_remember_search (self);
  qsa_window_set_reader_shown (self, TRUE);
  if (with_focus)
    gtk_widget_child_focus (GTK_WIDGET (self->reader), GTK_DIR_TAB_FORWARD);
}

static void
qsa_window_active_changed (QsaWindow *self)
{
  if (self->library == NULL)
    return;
  if (gtk_window_is_active (GTK_WINDOW (self)))
    qsa_library_poll (self->library);
  else
    qsa_window_save_view (self);
}

static void
qsa_window_reach_changed (QsaWindow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WIDENING]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WIDER_REACH]);
}

static void
qsa_window_sidebar_shown_changed (QsaWindow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEBAR_SHOWN]);
}

/* ---- object ---- */

static void
qsa_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QsaWindow *self = QSA_WINDOW (object);

  switch (id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_SIDEBAR_SHOWN:
      /* Asked for by the action before the template is there. */
      g_value_set_boolean (value, self->panes == NULL
                                      || qsa_panes_get_sidebar_shown (self->panes));
      break;
    case PROP_IMPORTING:
      g_value_set_boolean (value, qsa_window_get_importing (self));
      break;
    case PROP_WIDENING:
      g_value_set_boolean (value, qsa_window_get_reach (self) != QSA_REACH_FOLDED);
      break;
    case PROP_WIDER_REACH:
      g_value_set_boolean (value, qsa_window_get_reach (self) == QSA_REACH_WIDE);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qsa_window_set_property (GObject *object, guint id, const GValue *value,
                         GParamSpec *pspec)
{
  QsaWindow *self = QSA_WINDOW (object);

  switch (id)
    {
    case PROP_PATH:
      self->path = g_value_dup_string (value);
      break;
    case PROP_SIDEBAR_SHOWN:
      qsa_panes_set_sidebar_shown (self->panes, g_value_get_boolean (value));
      break;
    case PROP_WIDENING:
      qsa_window_set_reach (self, g_value_get_boolean (value) ? QSA_REACH_DEFAULT
                                                              : QSA_REACH_FOLDED);
      break;
    case PROP_WIDER_REACH:
      qsa_window_set_wider_reach (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qsa_window_dispose (GObject *object)
{
  QsaWindow *self = QSA_WINDOW (object);

  g_clear_handle_id (&self->spinner_source, g_source_remove);
  g_clear_object (&self->completion);
  qsa_window_close_library (self);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->library_signals);
  g_clear_object (&self->session);
  g_clear_object (&self->last_job);
  g_clear_object (&self->settings);
  g_clear_object (&self->library_settings);
  G_OBJECT_CLASS (qsa_window_parent_class)->dispose (object);
}

static void
qsa_window_finalize (GObject *object)
{
  QsaWindow *self = QSA_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->samples_dir, g_free);
  G_OBJECT_CLASS (qsa_window_parent_class)->finalize (object);
}

static void
qsa_window_bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/qusasat/Qusasat/ui/qsa-window.ui");
  gtk_widget_class_bind_template_child (widget_class, QsaWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, QsaWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, QsaWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, QsaWindow, add_button);
  gtk_widget_class_bind_template_child (widget_class, QsaWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, QsaWindow, read_only_icon);
  gtk_widget_class_bind_template_child (widget_class, QsaWindow, search);
  gtk_widget_class_bind_template_child (widget_class, QsaWindow, help_button);
  gtk_widget_class_bind_template_child (widget_class, QsaWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, QsaWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, QsaWindow, panes);
  gtk_widget_class_bind_template_child (widget_class, QsaWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, QsaWindow, article_pane);
  gtk_widget_class_bind_template_child (widget_class, QsaWindow, reader_stack);
  gtk_widget_class_bind_template_child (widget_class, QsaWindow, reader);
  gtk_widget_class_bind_template_child (widget_class, QsaWindow, many_page);
  gtk_widget_class_bind_template_child (widget_class, QsaWindow, open_error_page);
  gtk_widget_class_bind_template_child (widget_class, QsaWindow, open_error_retry);
  gtk_widget_class_bind_template_child (widget_class, QsaWindow, import_bar);
  gtk_widget_class_bind_template_child (widget_class, QsaWindow, drop_revealer);
  gtk_widget_class_bind_template_child (widget_class, QsaWindow, row_menu);
}

static void
qsa_window_class_init (QsaWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (QSA_TYPE_PANES);
  g_type_ensure (QSA_TYPE_SIDEBAR);
  g_type_ensure (QSA_TYPE_ARTICLE_PANE);
  g_type_ensure (QSA_TYPE_READER);
  g_type_ensure (QSA_TYPE_IMPORT_BAR);

  object_class->dispose = qsa_window_dispose;
  object_class->finalize = qsa_window_finalize;
  object_class->get_property = qsa_window_get_property;
  object_class->set_property = qsa_window_set_property;
  GTK_WINDOW_CLASS (klass)->close_request = qsa_window_close_request;

  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL,
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                                   | G_PARAM_STATIC_STRINGS);
  properties[PROP_SESSION] = g_param_spec_object (
      "session", NULL, NULL, QSA_TYPE_SESSION, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SIDEBAR_SHOWN] = g_param_spec_boolean (
      "sidebar-shown", NULL, NULL, TRUE,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_IMPORTING] = g_param_spec_boolean (
      "importing", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_WIDENING] = g_param_spec_boolean ("widening", NULL, NULL, TRUE,
                                                    G_PARAM_READWRITE
                                                        | G_PARAM_STATIC_STRINGS
                                                        | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_WIDER_REACH] = g_param_spec_boolean ("wider-reach", NULL, NULL, FALSE,
                                                       G_PARAM_READWRITE
                                                           | G_PARAM_STATIC_STRINGS
                                                           | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  qsa_window_bind_template (widget_class);
  qsa_window_install_actions (widget_class);
  qsa_window_install_query_actions (widget_class);
  qsa_window_install_import_actions (widget_class);
  qsa_window_install_search_actions (widget_class);
}

static void
qsa_window_connect (QsaWindow *self)
{
  g_signal_connect_object (self->article_pane, "opened",
                           G_CALLBACK (qsa_window_article_opened), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "toast", G_CALLBACK (qsa_window_toast), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->panes, "notify::mode",
                           G_CALLBACK (qsa_window_update_header), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->panes, "notify::sidebar-shown",
                           G_CALLBACK (qsa_window_sidebar_shown_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (qsa_window_active_changed),
                    NULL);

  self->library_signals = g_signal_group_new (QSA_TYPE_LIBRARY);
  g_signal_group_connect_swapped (self->library_signals, "notify::n-articles",
                                  G_CALLBACK (qsa_window_update_library_page), self);
  self->session_signals = g_signal_group_new (QSA_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::article-id",
                                  G_CALLBACK (qsa_window_update_reader), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::n-selected",
                                  G_CALLBACK (qsa_window_update_reader), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::result",
                                  G_CALLBACK (qsa_window_update_matcher), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::query-text",
                                  G_CALLBACK (qsa_window_update_query), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::reach",
                                  G_CALLBACK (qsa_window_reach_changed), self);
  g_signal_group_connect_swapped (self->session_signals, "notify",
                                  G_CALLBACK (qsa_window_update_actions), self);
  g_signal_group_connect_swapped (self->session_signals, "failed",
                                  G_CALLBACK (qsa_window_toast), self);
}

static void
qsa_window_init (QsaWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  qsa_window_connect (self);
  qsa_window_init_query (self);
  qsa_window_init_import (self);
  qsa_article_pane_set_row_menu (self->article_pane, self->row_menu);
}

static char *
qsa_window_dup_title (const char *path, const char *samples_dir)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *display_name = g_filename_display_name (name);

  if (samples_dir != NULL)
    return g_strdup (_ ("Sample Library"));
  if (g_str_equal (name, "library.qusasat"))
    return g_strdup (_ ("Qusasat"));
  return g_steal_pointer (&display_name);
}

QsaWindow *
qsa_window_new (GtkApplication *application, const char *path, GSettings *settings,
                const char *samples_dir)
{
  QsaWindow *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (QSA_TYPE_WINDOW, "application", application, "path", path, NULL);
  self->settings = g_object_ref (settings);
  self->library_settings = qsa_window_get_library_settings (path);
  self->samples_dir = g_strdup (samples_dir);
  title = qsa_window_dup_title (path, samples_dir);
  gtk_window_set_title (GTK_WINDOW (self), title);
  g_settings_bind (settings, "reader-font", self->reader, "font", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "reader-scale", self->reader, "scale",
                   G_SETTINGS_BIND_DEFAULT);
  qsa_window_restore_size (self);
  qsa_window_update_actions (self);
  qsa_window_open_library (self);
  return self;
}

const char *
qsa_window_get_path (QsaWindow *self)
{
  g_return_val_if_fail (QSA_IS_WINDOW (self), NULL);

  return self->path;
}

QsaSession *
qsa_window_get_session (QsaWindow *self)
{
  g_return_val_if_fail (QSA_IS_WINDOW (self), NULL);

  return self->session;
}

gboolean
qsa_window_get_importing (QsaWindow *self)
{
  g_return_val_if_fail (QSA_IS_WINDOW (self), FALSE);

  return !g_queue_is_empty (&self->jobs);
}
