/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-capped-layout.h"

struct _QsaCappedLayout
{
  GtkLayoutManager parent_instance;

  int max_height;
};

enum
{
  PROP_0,
  PROP_MAX_HEIGHT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QsaCappedLayout, qsa_capped_layout, GTK_TYPE_LAYOUT_MANAGER)

/* GtkScrolledWindow puts a viewport around what cannot scroll by itself. */
static GtkWidget *
qsa_capped_layout_get_content (GtkWidget *scroller)
{
  GtkWidget *content = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller));

  return GTK_IS_VIEWPORT (content) ? gtk_viewport_get_child (GTK_VIEWPORT (content))
                                   : content;
}

static void
qsa_capped_layout_measure (GtkLayoutManager *manager, GtkWidget *widget,
                           GtkOrientation orientation, int for_size, int *minimum,
                           int *natural, int *minimum_baseline, int *natural_baseline)
{
  QsaCappedLayout *self = QSA_CAPPED_LAYOUT (manager);
  GtkWidget *scroller = gtk_widget_get_first_child (widget);
  int least;
  int height;

  *minimum = *natural = 0;
  if (scroller == NULL || !gtk_widget_should_layout (scroller))
    return;
  gtk_widget_measure (scroller, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  least = *minimum;
  gtk_widget_measure (qsa_capped_layout_get_content (scroller), orientation, for_size,
                      NULL, &height, NULL, NULL);
  *minimum = *natural = MAX (least, MIN (height, self->max_height));
}

static void
qsa_capped_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width,
                            int height, int baseline)
{
  GtkWidget *scroller = gtk_widget_get_first_child (widget);

  if (scroller != NULL && gtk_widget_should_layout (scroller))
    gtk_widget_size_allocate (scroller, &(GtkAllocation){ 0, 0, width, height }, -1);
}

static GtkSizeRequestMode
qsa_capped_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
qsa_capped_layout_get_property (GObject *object, guint id, GValue *value,
                                GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_MAX_HEIGHT:
      g_value_set_int (value, QSA_CAPPED_LAYOUT (object)->max_height);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qsa_capped_layout_set_property (GObject *object, guint id, const GValue *value,
                                GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_MAX_HEIGHT:
      QSA_CAPPED_LAYOUT (object)->max_height = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qsa_capped_layout_class_init (QsaCappedLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = qsa_capped_layout_get_property;
  object_class->set_property = qsa_capped_layout_set_property;
  layout_class->measure = qsa_capped_layout_measure;
  layout_class->allocate = qsa_capped_layout_allocate;
  layout_class->get_request_mode = qsa_capped_layout_get_request_mode;

  properties[PROP_MAX_HEIGHT] = g_param_spec_int (
      "max-height", NULL, NULL, 0, G_MAXINT, G_MAXINT,
      G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
qsa_capped_layout_init (QsaCappedLayout *self)
{
}
