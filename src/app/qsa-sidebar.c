/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-sidebar.h"

#include <glib/gi18n.h>

#include "qsa-date-panel.h"
#include "qsa-outlet-list.h"
#include "qsa-saved-list.h"
#include "qsa-text-util.h"

/* The lines on top: one state each, in this order. */
static const struct
{
  QsaState state;
  const char *icon_name;
  const char *label;
  const char *tooltip;
  guint (*count) (QsaResult *result);
} state_lines[] = {
  { QSA_STATE_ALL, "view-list-symbolic", NC_ ("state", "All Articles"),
    N_ ("Show All Articles"), qsa_result_get_n_all },
  { QSA_STATE_UNREAD, "mail-unread-symbolic", NC_ ("state", "Unread"),
    N_ ("Show Unread Articles"), qsa_result_get_n_unread },
  { QSA_STATE_STARRED, "starred-symbolic", NC_ ("state", "Starred"),
    N_ ("Show Starred Articles"), qsa_result_get_n_starred },
};

struct _QsaSidebar
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget *scrolled;
  GtkListBox *states;
  QsaSavedList *searches;
  QsaOutletList *outlets;
  QsaDatePanel *dates;
  GtkLabel *state_counts[G_N_ELEMENTS (state_lines)];

  /* Owned */
  QsaSession *session;
  GSignalGroup *session_signals;
  GtkSizeGroup *counts;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QsaSidebar, qsa_sidebar, GTK_TYPE_WIDGET)

static void
qsa_sidebar_state_selected (QsaSidebar *self, GtkListBoxRow *row)
{
  g_autoptr (QsaFilter) filter = NULL;

  g_assert (QSA_IS_SIDEBAR (self));

  if (self->session == NULL || row == NULL)
    return;
  filter = qsa_filter_with_state (qsa_session_get_filter (self->session),
                                  state_lines[gtk_list_box_row_get_index (row)].state);
  qsa_session_set_filter (self->session, filter);
}

static void
qsa_sidebar_update_counts (QsaSidebar *self)
{
  QsaResult *result = NULL;

  g_assert (QSA_IS_SIDEBAR (self));

  if (self->session != NULL)
    result = qsa_session_get_result (self->session);
  for (gsize i = 0; i < G_N_ELEMENTS (state_lines); i++)
    {
      g_autofree char *number = NULL;

      if (result != NULL)
        number = qsa_number_format (state_lines[i].count (result));
      gtk_label_set_text (self->state_counts[i], number != NULL ? number : "");
    }
}

static void
qsa_sidebar_filter_changed (QsaSidebar *self)
{
  QsaState state;

  g_assert (QSA_IS_SIDEBAR (self));

  if (self->session == NULL)
    return;
  state = qsa_filter_get_state (qsa_session_get_filter (self->session));
  for (gsize i = 0; i < G_N_ELEMENTS (state_lines); i++)
    if (state_lines[i].state == state)
      gtk_list_box_select_row (self->states,
                               gtk_list_box_get_row_at_index (self->states, i));
}

static void
qsa_sidebar_add_state (QsaSidebar *self, gsize line)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label =
      gtk_label_new (g_dpgettext2 (NULL, "state", state_lines[line].label));
  GtkWidget *count = gtk_label_new (NULL);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (count), 1.0);
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (count, "dim-label");
  gtk_size_group_add_widget (self->counts, count);
  gtk_box_append (GTK_BOX (box),
                  gtk_image_new_from_icon_name (state_lines[line].icon_name));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_add_css_class (row, "facet-row");
  gtk_widget_set_tooltip_text (row, _ (state_lines[line].tooltip));
  gtk_list_box_append (self->states, row);
  self->state_counts[line] = GTK_LABEL (count);
}

static void
qsa_sidebar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, QSA_SIDEBAR (object)->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qsa_sidebar_set_property (GObject *object, guint id, const GValue *value,
                          GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SESSION:
      qsa_sidebar_set_session (QSA_SIDEBAR (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qsa_sidebar_dispose (GObject *object)
{
  QsaSidebar *self = QSA_SIDEBAR (object);

  g_clear_object (&self->session_signals);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->counts);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (qsa_sidebar_parent_class)->dispose (object);
}

static void
qsa_sidebar_class_init (QsaSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (QSA_TYPE_SAVED_LIST);
  g_type_ensure (QSA_TYPE_OUTLET_LIST);
  g_type_ensure (QSA_TYPE_DATE_PANEL);

  object_class->dispose = qsa_sidebar_dispose;
  object_class->get_property = qsa_sidebar_get_property;
  object_class->set_property = qsa_sidebar_set_property;
  gtk_widget_class_set_css_name (widget_class, "facetsidebar");

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, QSA_TYPE_SESSION,
                                                  G_PARAM_READWRITE
                                                      | G_PARAM_STATIC_STRINGS
                                                      | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/qusasat/Qusasat/ui/qsa-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, QsaSidebar, scrolled);
  gtk_widget_class_bind_template_child (widget_class, QsaSidebar, states);
  gtk_widget_class_bind_template_child (widget_class, QsaSidebar, searches);
  gtk_widget_class_bind_template_child (widget_class, QsaSidebar, outlets);
  gtk_widget_class_bind_template_child (widget_class, QsaSidebar, dates);
}

static void
qsa_sidebar_init (QsaSidebar *self)
{
  self->counts = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (gsize i = 0; i < G_N_ELEMENTS (state_lines); i++)
    qsa_sidebar_add_state (self, i);
  qsa_saved_list_set_counts (self->searches, self->counts);
  qsa_outlet_list_set_counts (self->outlets, self->counts);
  qsa_date_panel_set_counts (self->dates, self->counts);
  g_signal_connect_object (self->states, "row-selected",
                           G_CALLBACK (qsa_sidebar_state_selected), self,
                           G_CONNECT_SWAPPED);

  self->session_signals = g_signal_group_new (QSA_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::result",
                                  G_CALLBACK (qsa_sidebar_update_counts), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::filter",
                                  G_CALLBACK (qsa_sidebar_filter_changed), self);
}

void
qsa_sidebar_set_session (QsaSidebar *self, QsaSession *session)
{
  g_return_if_fail (QSA_IS_SIDEBAR (self));
  g_return_if_fail (session == NULL || QSA_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->session_signals, session);
  qsa_saved_list_set_session (self->searches, session);
  qsa_outlet_list_set_session (self->outlets, session);
  qsa_date_panel_set_session (self->dates, session);
  qsa_sidebar_filter_changed (self);
  qsa_sidebar_update_counts (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
