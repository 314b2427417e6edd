/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-panes.h"

#include <adwaita.h>

#define QSA_PANES_MIN_WIDTH 300
#define QSA_PANES_OVERLAY_WIDTH 270

struct _QsaPanes
{
  GtkWidget parent_instance;

  /* Children: AdwFlap (overlay_bin; outer (wide_bin; inner (list; reader))) */
  AdwFlap *flap;
  GtkPaned *outer;
  GtkPaned *inner;
  AdwBin *wide_bin;
  AdwBin *overlay_bin;

  /* Owned */
  GtkWidget *sidebar; /* moves between the two bins */

  QsaPanesMode mode;
  gboolean sidebar_wanted;
  gboolean reader_shown;
  guint settle_source;
};

enum
{
  PROP_0,
  PROP_MODE,
  PROP_SIDEBAR_SHOWN,
  PROP_READER_SHOWN,
  PROP_SIDEBAR_WIDTH,
  PROP_LIST_WIDTH,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void qsa_panes_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QsaPanes, qsa_panes, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      qsa_panes_buildable_init))

static QsaPanesMode
qsa_panes_mode_for_width (int width)
{
  if (width >= QSA_PANES_WIDE_FROM)
    return QSA_PANES_WIDE;
  return width >= QSA_PANES_MEDIUM_FROM ? QSA_PANES_MEDIUM : QSA_PANES_NARROW;
}

/* Only visibility, so it may be done while sizes are being given out. */
static void
qsa_panes_update_visible (QsaPanes *self)
{
  GtkWidget *list = gtk_paned_get_start_child (self->inner);
  GtkWidget *reader = gtk_paned_get_end_child (self->inner);
  gboolean narrow = self->mode == QSA_PANES_NARROW;

  gtk_widget_set_visible (GTK_WIDGET (self->wide_bin),
                          self->mode == QSA_PANES_WIDE && self->sidebar_wanted);
  if (list != NULL)
    gtk_widget_set_visible (list, !narrow || !self->reader_shown);
  if (reader != NULL)
    gtk_widget_set_visible (reader, !narrow || self->reader_shown);
}

static void
qsa_panes_place_sidebar (QsaPanes *self)
{
  AdwBin *wanted = self->mode == QSA_PANES_WIDE ? self->wide_bin : self->overlay_bin;
  AdwBin *other = self->mode == QSA_PANES_WIDE ? self->overlay_bin : self->wide_bin;

  if (self->sidebar == NULL || adw_bin_get_child (wanted) == self->sidebar)
    return;
  adw_flap_set_reveal_flap (self->flap, FALSE);
  adw_bin_set_child (other, NULL);
  adw_bin_set_child (wanted, self->sidebar);
  adw_flap_set_swipe_to_open (self->flap, self->mode != QSA_PANES_WIDE);
}

static void
qsa_panes_settle (QsaPanes *self)
{
  g_clear_handle_id (&self->settle_source, g_source_remove);
  qsa_panes_place_sidebar (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEBAR_SHOWN]);
}

static gboolean
qsa_panes_settle_idle (gpointer user_data)
{
  QsaPanes *self = QSA_PANES (user_data);

  self->settle_source = 0;
  qsa_panes_settle (self);
  return G_SOURCE_REMOVE;
}

static void
qsa_panes_set_mode (QsaPanes *self, QsaPanesMode mode)
{
  self->mode = mode;
  qsa_panes_update_visible (self);
  /* Widgets must not be moved, nor others told, while sizes are being given out. */
  if (self->settle_source == 0)
    self->settle_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, qsa_panes_settle_idle,
                                           self, NULL);
}

static void
qsa_panes_flap_revealed (QsaPanes *self)
{
  g_assert (QSA_IS_PANES (self));

  if (self->mode != QSA_PANES_WIDE)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEBAR_SHOWN]);
}

static void
qsa_panes_position_changed (QsaPanes *self, GParamSpec *pspec, GtkPaned *paned)
{
  g_assert (QSA_IS_PANES (self));

  g_object_notify_by_pspec (
      G_OBJECT (self),
      properties[paned == self->outer ? PROP_SIDEBAR_WIDTH : PROP_LIST_WIDTH]);
}

/* ---- layout ---- */

static void
qsa_panes_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                   int *minimum, int *natural, int *minimum_baseline,
                   int *natural_baseline)
{
  QsaPanes *self = QSA_PANES (widget);

  gtk_widget_measure (GTK_WIDGET (self->flap), orientation, for_size, minimum, natural,
                      NULL, NULL);
  /* A wide window must stay free to become narrow: then fewer panes are shown. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL && self->mode != QSA_PANES_NARROW)
    *minimum = QSA_PANES_MIN_WIDTH;
}

static void
qsa_panes_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QsaPanes *self = QSA_PANES (widget);
  QsaPanesMode mode = qsa_panes_mode_for_width (width);

  if (mode != self->mode)
    qsa_panes_set_mode (self, mode);
  gtk_widget_measure (GTK_WIDGET (self->flap), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL,
                      NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (self->flap),
                            &(GtkAllocation){ 0, 0, width, height }, -1);
}

static GtkSizeRequestMode
qsa_panes_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

/* ---- object ---- */

static GtkBuildableIface *parent_buildable_iface;

static void
qsa_panes_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child,
                     const char *type)
{
  QsaPanes *self = QSA_PANES (buildable);

  if (g_strcmp0 (type, "sidebar") == 0)
    qsa_panes_set_sidebar (self, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "list") == 0)
    qsa_panes_set_list (self, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "reader") == 0)
    qsa_panes_set_reader (self, GTK_WIDGET (child));
  else
    parent_buildable_iface->add_child (buildable, builder, child, type);
}

static void
qsa_panes_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);
  iface->add_child = qsa_panes_add_child;
}

static void
qsa_panes_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QsaPanes *self = QSA_PANES (object);

  switch (id)
    {
    case PROP_MODE:
      g_value_set_int (value, self->mode);
      break;
    case PROP_SIDEBAR_SHOWN:
      g_value_set_boolean (value, qsa_panes_get_sidebar_shown (self));
      break;
    case PROP_READER_SHOWN:
      g_value_set_boolean (value, self->reader_shown);
      break;
    case PROP_SIDEBAR_WIDTH:
      g_value_set_int (value, gtk_paned_get_position (self->outer));
      break;
    case PROP_LIST_WIDTH:
      g_value_set_int (value, gtk_paned_get_position (self->inner));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qsa_panes_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QsaPanes *self = QSA_PANES (object);

  switch (id)
    {
    case PROP_SIDEBAR_SHOWN:
      qsa_panes_set_sidebar_shown (self, g_value_get_boolean (value));
      break;
    case PROP_READER_SHOWN:
      qsa_panes_set_reader_shown (self, g_value_get_boolean (value));
      break;
    case PROP_SIDEBAR_WIDTH:
      gtk_paned_set_position (self->outer, g_value_get_int (value));
      break;
    case PROP_LIST_WIDTH:
      gtk_paned_set_position (self->inner, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qsa_panes_dispose (GObject *object)
{
  QsaPanes *self = QSA_PANES (object);

  g_clear_handle_id (&self->settle_source, g_source_remove);
  if (self->flap != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->outer, self);
      g_signal_handlers_disconnect_by_data (self->inner, self);
      gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->flap)));
    }
  g_clear_object (&self->sidebar);
  G_OBJECT_CLASS (qsa_panes_parent_class)->dispose (object);
}

static gboolean
qsa_panes_key_escape (GtkWidget *widget, GVariant *args, gpointer unused)
{
  QsaPanes *self = QSA_PANES (widget);

  if (self->mode == QSA_PANES_WIDE || !adw_flap_get_reveal_flap (self->flap))
    return FALSE;
  adw_flap_set_reveal_flap (self->flap, FALSE);
  return TRUE;
}

static void
qsa_panes_install_properties (GObjectClass *object_class)
{
  const GParamFlags settable = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                               | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_MODE] = g_param_spec_int ("mode", NULL, NULL, QSA_PANES_WIDE,
                                            QSA_PANES_NARROW, QSA_PANES_WIDE,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SIDEBAR_SHOWN] = g_param_spec_boolean ("sidebar-shown", NULL, NULL,
                                                         TRUE, settable);
  properties[PROP_READER_SHOWN] = g_param_spec_boolean ("reader-shown", NULL, NULL, FALSE,
                                                        settable);
  properties[PROP_SIDEBAR_WIDTH] = g_param_spec_int ("sidebar-width", NULL, NULL, 0,
                                                     G_MAXINT, 0, settable);
  properties[PROP_LIST_WIDTH] = g_param_spec_int ("list-width", NULL, NULL, 0, G_MAXINT,
                                                  0, settable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
qsa_panes_class_init (QsaPanesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qsa_panes_dispose;
  object_class->get_property = qsa_panes_get_property;
  object_class->set_property = qsa_panes_set_property;
  widget_class->measure = qsa_panes_measure;
  widget_class->size_allocate = qsa_panes_size_allocate;
  widget_class->get_request_mode = qsa_panes_get_request_mode;
  qsa_panes_install_properties (object_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, qsa_panes_key_escape,
                                NULL);
}

static GtkPaned *
qsa_panes_make_paned (QsaPanes *self)
{
  GtkPaned *paned = GTK_PANED (gtk_paned_new (GTK_ORIENTATION_HORIZONTAL));

  gtk_paned_set_resize_start_child (paned, FALSE);
  gtk_paned_set_shrink_start_child (paned, FALSE);
  gtk_paned_set_shrink_end_child (paned, FALSE);
  g_signal_connect_object (paned, "notify::position",
                           G_CALLBACK (qsa_panes_position_changed), self,
                           G_CONNECT_SWAPPED);
  return paned;
}

static void
qsa_panes_init (QsaPanes *self)
{
  self->sidebar_wanted = TRUE;
  self->wide_bin = ADW_BIN (adw_bin_new ());
  self->overlay_bin = ADW_BIN (adw_bin_new ());
  self->outer = qsa_panes_make_paned (self);
  self->inner = qsa_panes_make_paned (self);
  gtk_paned_set_start_child (self->outer, GTK_WIDGET (self->wide_bin));
  gtk_paned_set_end_child (self->outer, GTK_WIDGET (self->inner));

  gtk_widget_add_css_class (GTK_WIDGET (self->overlay_bin), "background");
  gtk_widget_set_size_request (GTK_WIDGET (self->overlay_bin), QSA_PANES_OVERLAY_WIDTH,
                               -1);
  self->flap = ADW_FLAP (adw_flap_new ());
  adw_flap_set_fold_policy (self->flap, ADW_FLAP_FOLD_POLICY_ALWAYS);
  adw_flap_set_locked (self->flap, TRUE);
  adw_flap_set_reveal_flap (self->flap, FALSE);
  adw_flap_set_swipe_to_open (self->flap, FALSE);
  adw_flap_set_flap (self->flap, GTK_WIDGET (self->overlay_bin));
  adw_flap_set_separator (self->flap, gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  adw_flap_set_content (self->flap, GTK_WIDGET (self->outer));
  gtk_widget_set_parent (GTK_WIDGET (self->flap), GTK_WIDGET (self));
  g_signal_connect_object (self->flap, "notify::reveal-flap",
                           G_CALLBACK (qsa_panes_flap_revealed), self, G_CONNECT_SWAPPED);
}

void
qsa_panes_set_sidebar (QsaPanes *self, GtkWidget *sidebar)
{
  g_return_if_fail (QSA_IS_PANES (self));
  g_return_if_fail (GTK_IS_WIDGET (sidebar));

  g_set_object (&self->sidebar, sidebar);
  qsa_panes_place_sidebar (self);
}

void
qsa_panes_set_list (QsaPanes *self, GtkWidget *list)
{
  g_return_if_fail (QSA_IS_PANES (self));

  gtk_paned_set_start_child (self->inner, list);
}

void
qsa_panes_set_reader (QsaPanes *self, GtkWidget *reader)
{
  g_return_if_fail (QSA_IS_PANES (self));

  gtk_paned_set_end_child (self->inner, reader);
}

QsaPanesMode
qsa_panes_get_mode (QsaPanes *self)
{
  g_return_val_if_fail (QSA_IS_PANES (self), QSA_PANES_WIDE);

  return self->mode;
}

gboolean
qsa_panes_get_sidebar_shown (QsaPanes *self)
{
  g_return_val_if_fail (QSA_IS_PANES (self), FALSE);

  if (self->mode == QSA_PANES_WIDE)
    return self->sidebar_wanted;
  return adw_flap_get_reveal_flap (self->flap);
}

void
qsa_panes_set_sidebar_shown (QsaPanes *self, gboolean shown)
{
  g_return_if_fail (QSA_IS_PANES (self));

  /* The user was quicker than the idle handler. */
  if (self->settle_source != 0)
    qsa_panes_settle (self);
  if (self->mode == QSA_PANES_WIDE)
    qsa_panes_set_sidebar_wanted (self, shown);
  else
    adw_flap_set_reveal_flap (self->flap, shown);
}

gboolean
qsa_panes_get_reader_shown (QsaPanes *self)
{
  g_return_val_if_fail (QSA_IS_PANES (self), FALSE);

  return self->reader_shown;
}

void
qsa_panes_set_reader_shown (QsaPanes *self, gboolean shown)
{
  g_return_if_fail (QSA_IS_PANES (self));

  if (self->reader_shown == shown)
    return;
  self->reader_shown = shown;
  qsa_panes_update_visible (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READER_SHOWN]);
}

gboolean
qsa_panes_get_sidebar_wanted (QsaPanes *self)
{
  g_return_val_if_fail (QSA_IS_PANES (self), FALSE);

  return self->sidebar_wanted;
}

void
qsa_panes_set_sidebar_wanted (QsaPanes *self, gboolean wanted)
{
  g_return_if_fail (QSA_IS_PANES (self));

  if (self->sidebar_wanted == wanted)
    return;
  self->sidebar_wanted = wanted;
  qsa_panes_update_visible (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEBAR_SHOWN]);
}
