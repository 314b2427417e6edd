/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-window-private.h"

#include "qsa-search-help.h"

/* ---- the question and the entry ---- */

void
qsa_window_remember_search (QsaWindow *self)
{
  const char *query;

  if (self->session == NULL || self->library == NULL)
    return;
  query = qsa_session_get_query_text (self->session);
  if (*query != '\0')
    qsa_library_remember_search (self->library, query);
}

static void
qsa_window_search_changed (QsaWindow *self)
{
  g_assert (QSA_IS_WINDOW (self));

  if (self->session != NULL)
    qsa_session_set_query_text (self->session,
                                gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

void
qsa_window_update_query (QsaWindow *self)
{
  const char *query = qsa_session_get_query_text (self->session);

  g_assert (QSA_IS_WINDOW (self));

  if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->search)), query))
    return;
  /* On its way to the new text the entry is empty for a moment, which nobody asked. */
  g_signal_handlers_block_by_func (self->search, qsa_window_search_changed, self);
  gtk_editable_set_text (GTK_EDITABLE (self->search), query);
  g_signal_handlers_unblock_by_func (self->search, qsa_window_search_changed, self);
  gtk_editable_set_position (GTK_EDITABLE (self->search), -1);
  qsa_search_completion_dismiss (self->completion);
}

static void
qsa_window_search_activated (QsaWindow *self)
{
  g_assert (QSA_IS_WINDOW (self));

  if (self->session == NULL)
    return;
  qsa_search_completion_dismiss (self->completion);
  qsa_session_finish_query (self->session);
  qsa_window_remember_search (self);
  qsa_article_pane_focus_list (self->article_pane);
}

static void
qsa_window_search_stopped (QsaWindow *self)
{
  g_assert (QSA_IS_WINDOW (self));

  qsa_search_completion_dismiss (self->completion);
  /* The first Esc clears, the second goes back to the list. */
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    qsa_article_pane_focus_list (self->article_pane);
}

/* ---- how far it reaches ---- */

QsaReach
qsa_window_get_reach (QsaWindow *self)
{
  /* Asked for by the actions before the library is open. */
  return self->session != NULL ? qsa_session_get_reach (self->session)
                               : QSA_REACH_DEFAULT;
}

void
qsa_window_set_reach (QsaWindow *self, QsaReach reach)
{
  if (self->session != NULL)
    qsa_session_set_reach (self->session, reach);
}

void
qsa_window_set_wider_reach (QsaWindow *self, gboolean wider)
{
  if (wider)
    qsa_window_set_reach (self, QSA_REACH_WIDE);
  else if (qsa_window_get_reach (self) == QSA_REACH_WIDE)
    qsa_window_set_reach (self, qsa_session_get_widening (self->session)
                                    ? QSA_REACH_DEFAULT
                                    : QSA_REACH_FOLDED);
}

/* ---- actions ---- */

static void
qsa_window_action_edit_search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QsaWindow *self = QSA_WINDOW (widget);

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_set_position (GTK_EDITABLE (self->search), -1);
}

static void
qsa_window_action_search_help (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QsaWindow *self = QSA_WINDOW (widget);

  qsa_search_completion_dismiss (self->completion);
  gtk_menu_button_popup (self->help_button);
}

static void
qsa_window_example_chosen (QsaWindow *self, const char *example)
{
  g_assert (QSA_IS_WINDOW (self));

  gtk_menu_button_popdown (self->help_button);
  if (self->session != NULL)
    {
      qsa_session_set_query_text (self->session, example);
      qsa_session_finish_query (self->session);
    }
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-search", NULL);
}

static const struct
{
  guint key;
  GdkModifierType modifiers;
  const char *action;
} query_keys[] = {
  { GDK_KEY_t, GDK_CONTROL_MASK, "win.toggle-widening" },
  { GDK_KEY_t, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.wider-reach" },
  { GDK_KEY_h, GDK_CONTROL_MASK, "win.search-help" },
};

void
qsa_window_install_query_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.edit-search", NULL,
                                   qsa_window_action_edit_search);
  gtk_widget_class_install_action (widget_class, "win.search-help", NULL,
                                   qsa_window_action_search_help);
  gtk_widget_class_install_property_action (widget_class, "win.toggle-widening",
                                            "widening");
  gtk_widget_class_install_property_action (widget_class, "win.wider-reach",
                                            "wider-reach");
  for (gsize i = 0; i < G_N_ELEMENTS (query_keys); i++)
    gtk_widget_class_add_binding_action (widget_class, query_keys[i].key,
                                         query_keys[i].modifiers, query_keys[i].action,
                                         NULL);
}

/* In the entry F1 is about searching, elsewhere about all keys. */
static void
qsa_window_add_help_key (QsaWindow *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F1, 0),
                        gtk_named_action_new ("win.search-help")));
  gtk_widget_add_controller (GTK_WIDGET (self->search), keys);
}

void
qsa_window_init_query (QsaWindow *self)
{
  GtkWidget *help = qsa_search_help_new ();

  g_signal_connect_object (self->search, "changed",
                           G_CALLBACK (qsa_window_search_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate",
                           G_CALLBACK (qsa_window_search_activated), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search",
                           G_CALLBACK (qsa_window_search_stopped), self,
                           G_CONNECT_SWAPPED);
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self->article_pane));
  self->completion = qsa_search_completion_new (self->search);
  g_signal_connect_object (help, "example", G_CALLBACK (qsa_window_example_chosen), self,
                           G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (self->help_button, help);
  qsa_window_add_help_key (self);
}
