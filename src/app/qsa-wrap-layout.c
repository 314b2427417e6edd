/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-wrap-layout.h"

struct _QsaWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
  int line_spacing;
};

G_DEFINE_FINAL_TYPE (QsaWrapLayout, qsa_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Where the next child goes; the same walk measures and allocates. */
typedef struct
{
  int width;
  int x;
  int y;
  int line_height;
} QsaWrapPen;

static int
qsa_wrap_layout_child_width (GtkWidget *child, int available)
{
  int minimum;
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL,
                      NULL);
  return available > 0 ? CLAMP (natural, minimum, MAX (minimum, available)) : natural;
}

static void
qsa_wrap_layout_place (QsaWrapLayout *self, QsaWrapPen *pen, GtkWidget *child,
                       GtkAllocation *place)
{
  int width = qsa_wrap_layout_child_width (child, pen->width);
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  if (pen->x > 0 && pen->x + width > pen->width)
    {
      pen->x = 0;
      pen->y += pen->line_height + self->line_spacing;
      pen->line_height = 0;
    }
  *place = (GtkAllocation){ pen->x, pen->y, width, height };
  pen->x += width + self->spacing;
  pen->line_height = MAX (pen->line_height, height);
}

static GtkWidget *
qsa_wrap_layout_next (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

#define QSA_WRAP_FOREACH(child, widget)                                               \
  for (GtkWidget *child = qsa_wrap_layout_next (gtk_widget_get_first_child (widget)); \
       child != NULL;                                                                 \
       child = qsa_wrap_layout_next (gtk_widget_get_next_sibling (child)))

static void
qsa_wrap_layout_measure_width (QsaWrapLayout *self, GtkWidget *widget, int *minimum,
                               int *natural)
{
  QSA_WRAP_FOREACH (child, widget)
  {
    int child_minimum;
    int child_natural;

    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum,
                        &child_natural, NULL, NULL);
    *minimum = MAX (*minimum, child_minimum);
    *natural += child_natural + (*natural > 0 ? self->spacing : 0);
  }
}

static void
qsa_wrap_layout_measure_height (QsaWrapLayout *self, GtkWidget *widget, int width,
                                int *minimum, int *natural)
{
  QsaWrapPen pen = { .width = width > 0 ? width : G_MAXINT };
  GtkAllocation place;

  QSA_WRAP_FOREACH (child, widget)
  qsa_wrap_layout_place (self, &pen, child, &place);
  *minimum = *natural = pen.y + pen.line_height;
}

static void
qsa_wrap_layout_measure (GtkLayoutManager *manager, GtkWidget *widget,
                         GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  QsaWrapLayout *self = QSA_WRAP_LAYOUT (manager);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    qsa_wrap_layout_measure_width (self, widget, minimum, natural);
  else
    qsa_wrap_layout_measure_height (self, widget, for_size, minimum, natural);
}

static void
qsa_wrap_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width,
                          int height, int baseline)
{
  QsaWrapLayout *self = QSA_WRAP_LAYOUT (manager);
  QsaWrapPen pen = { .width = width };
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  QSA_WRAP_FOREACH (child, widget)
  {
    GtkAllocation place;

    qsa_wrap_layout_place (self, &pen, child, &place);
    if (rtl)
      place.x = width - place.x - place.width;
    gtk_widget_size_allocate (child, &place, -1);
  }
}

static GtkSizeRequestMode
qsa_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
qsa_wrap_layout_class_init (QsaWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = qsa_wrap_layout_measure;
  layout_class->allocate = qsa_wrap_layout_allocate;
  layout_class->get_request_mode = qsa_wrap_layout_get_request_mode;
}

static void
qsa_wrap_layout_init (QsaWrapLayout *self)
{
}

GtkLayoutManager *
qsa_wrap_layout_new (int spacing, int line_spacing)
{
  QsaWrapLayout *self = g_object_new (QSA_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;
  self->line_spacing = line_spacing;
  return GTK_LAYOUT_MANAGER (self);
}
