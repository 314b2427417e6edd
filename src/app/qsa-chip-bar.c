/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-chip-bar.h"

#include <glib/gi18n.h>

#include "qsa-chip.h"
#include "qsa-display-text.h"
#include "qsa-wrap-layout.h"

struct _QsaChipBar
{
  GtkWidget parent_instance;

  /* Owned */
  QsaSession *session;
  GSignalGroup *session_signals;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QsaChipBar, qsa_chip_bar, GTK_TYPE_WIDGET)

/* What removing a chip leaves of the filter; outlet_id only for chips of outlets. */
typedef QsaFilter *(*QsaChipFunc) (QsaFilter *filter, guint32 outlet_id);

typedef struct
{
  QsaChipBar *bar; /* borrowed; outlives its chips */
  QsaChipFunc without;
  guint32 outlet_id;
} QsaChipData;

static QsaFilter *
qsa_chip_bar_without_outlet (QsaFilter *filter, guint32 outlet_id)
{
  return qsa_filter_with_outlet (filter, outlet_id, FALSE);
}

static QsaFilter *
qsa_chip_bar_without_range (QsaFilter *filter, guint32 outlet_id)
{
  const QsaDate open = QSA_DATE_INIT;

  return qsa_filter_with_dates (filter, &open, &open);
}

static QsaFilter *
qsa_chip_bar_without_undated (QsaFilter *filter, guint32 outlet_id)
{
  return qsa_filter_with_undated (filter, FALSE);
}

static QsaFilter *
qsa_chip_bar_without_state (QsaFilter *filter, guint32 outlet_id)
{
  return qsa_filter_with_state (filter, QSA_STATE_ALL);
}

static void
qsa_chip_bar_removed (QsaChip *chip, QsaChipData *data)
{
  QsaSession *session = data->bar->session;
  g_autoptr (QsaFilter)
      filter = data->without (qsa_session_get_filter (session), data->outlet_id);

  qsa_session_set_filter (session, filter);
}

static void
qsa_chip_bar_free_data (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
qsa_chip_bar_add (QsaChipBar *self, const char *text, QsaChipFunc without,
                  guint32 outlet_id)
{
  GtkWidget *chip = qsa_chip_new (text);
  QsaChipData *data = g_new (QsaChipData, 1);

  *data = (QsaChipData){ self, without, outlet_id };
  g_signal_connect_data (chip, "removed", G_CALLBACK (qsa_chip_bar_removed), data,
                         qsa_chip_bar_free_data, 0);
  gtk_widget_insert_before (chip, GTK_WIDGET (self), NULL);
}

static void
qsa_chip_bar_add_outlets (QsaChipBar *self, QsaFilter *filter)
{
  QsaOutletTable *table =
      qsa_library_get_outlets (qsa_session_get_library (self->session));
  guint n_outlets;
  const guint32 *outlets = qsa_filter_get_outlets (filter, &n_outlets);

  for (guint i = 0; i < n_outlets; i++)
    {
      const QsaOutlet *outlet = NULL;

      if (outlets[i] != QSA_OUTLET_UNKNOWN && table != NULL)
        outlet = qsa_outlet_table_find_id (table, outlets[i]);
      qsa_chip_bar_add (self, qsa_display_outlet (outlet != NULL ? outlet->name : NULL),
                        qsa_chip_bar_without_outlet, outlets[i]);
    }
}

static void
qsa_chip_bar_add_dates (QsaChipBar *self, QsaFilter *filter)
{
  g_autofree char *range = qsa_display_date_range (qsa_filter_get_from (filter),
                                                   qsa_filter_get_to (filter));

  if (range != NULL)
    qsa_chip_bar_add (self, range, qsa_chip_bar_without_range, 0);
  if (qsa_filter_get_undated (filter))
    qsa_chip_bar_add (self, _ ("Undated"), qsa_chip_bar_without_undated, 0);
}

static void
qsa_chip_bar_add_clear (QsaChipBar *self)
{
  GtkWidget *clear = gtk_button_new_with_mnemonic (_ ("_Clear"));

  gtk_widget_add_css_class (clear, "flat");
  gtk_widget_add_css_class (clear, "chip-clear");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (clear), "win.clear-filters");
  gtk_widget_set_tooltip_text (clear, _ ("Clear All Filters"));
  gtk_widget_insert_before (clear, GTK_WIDGET (self), NULL);
}

static void
qsa_chip_bar_clear_children (QsaChipBar *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
qsa_chip_bar_rebuild (QsaChipBar *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  QsaFilter *filter;

  g_assert (QSA_IS_CHIP_BAR (self));

  qsa_chip_bar_clear_children (self);
  if (self->session == NULL)
    return;
  filter = qsa_session_get_filter (self->session);
  gtk_widget_set_visible (GTK_WIDGET (self), !qsa_filter_is_empty (filter));
  if (qsa_filter_is_empty (filter))
    return;
  if (qsa_filter_get_state (filter) != QSA_STATE_ALL)
    qsa_chip_bar_add (self,
                      qsa_filter_get_state (filter) == QSA_STATE_UNREAD ? _ ("Unread")
                                                                        : _ ("Starred"),
                      qsa_chip_bar_without_state, 0);
  qsa_chip_bar_add_outlets (self, filter);
  qsa_chip_bar_add_dates (self, filter);
  qsa_chip_bar_add_clear (self);
  /* The focus must not fall out of the window with the chip that was removed. */
  if (had_focus)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
qsa_chip_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, QSA_CHIP_BAR (object)->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qsa_chip_bar_set_property (GObject *object, guint id, const GValue *value,
                           GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SESSION:
      qsa_chip_bar_set_session (QSA_CHIP_BAR (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qsa_chip_bar_dispose (GObject *object)
{
  QsaChipBar *self = QSA_CHIP_BAR (object);

  qsa_chip_bar_clear_children (self);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (qsa_chip_bar_parent_class)->dispose (object);
}

static void
qsa_chip_bar_class_init (QsaChipBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = qsa_chip_bar_dispose;
  object_class->get_property = qsa_chip_bar_get_property;
  object_class->set_property = qsa_chip_bar_set_property;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "chipbar");

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, QSA_TYPE_SESSION,
                                                  G_PARAM_READWRITE
                                                      | G_PARAM_STATIC_STRINGS
                                                      | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
qsa_chip_bar_init (QsaChipBar *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), qsa_wrap_layout_new (6, 6));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->session_signals = g_signal_group_new (QSA_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::filter",
                                  G_CALLBACK (qsa_chip_bar_rebuild), self);
}

void
qsa_chip_bar_set_session (QsaChipBar *self, QsaSession *session)
{
  g_return_if_fail (QSA_IS_CHIP_BAR (self));
  g_return_if_fail (session == NULL || QSA_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->session_signals, session);
  qsa_chip_bar_rebuild (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
