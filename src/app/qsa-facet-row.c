/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-facet-row.h"

#include <glib/gi18n.h>

#include "qsa-bar.h"
#include "qsa-display-text.h"
#include "qsa-text-util.h"

struct _QsaFacetRow
{
  GtkListBoxRow parent_instance;

  /* Template */
  GtkCheckButton *check;
  GtkLabel *label;
  GtkLabel *count;
  GtkStack *stack;
  QsaBar *bar;
  GtkWidget *only;

  /* Owned */
  GtkWidget *menu; /* GtkPopoverMenu, made when first wanted */
};

enum
{
  QSA_FACET_ROW_TOGGLED,
  QSA_FACET_ROW_ONLY,
  QSA_FACET_ROW_N_SIGNALS,
};

static guint signals[QSA_FACET_ROW_N_SIGNALS];

G_DEFINE_FINAL_TYPE (QsaFacetRow, qsa_facet_row, GTK_TYPE_LIST_BOX_ROW)

static void
qsa_facet_row_check_toggled (QsaFacetRow *self)
{
  g_assert (QSA_IS_FACET_ROW (self));

  g_signal_emit (self, signals[QSA_FACET_ROW_TOGGLED], 0,
                 gtk_check_button_get_active (self->check));
}

static void
qsa_facet_row_pointer_moved (QsaFacetRow *self, GParamSpec *pspec,
                             GtkEventControllerMotion *motion)
{
  gboolean inside;

  g_assert (QSA_IS_FACET_ROW (self));

  inside = gtk_event_controller_motion_contains_pointer (motion);
  gtk_stack_set_visible_child_name (self->stack, inside ? "only" : "bar");
}

static void
qsa_facet_row_only_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  qsa_facet_row_emit_only (QSA_FACET_ROW (widget));
}

static void
qsa_facet_row_popup (QsaFacetRow *self, double x, double y)
{
  if (self->menu == NULL)
    {
      g_autoptr (GMenu) model = g_menu_new ();

      g_menu_append (model, _ ("_Only This"), "facet.only");
      g_menu_append (model, _ ("_Clear Filters"), "win.clear-filters");
      self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (model));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
qsa_facet_row_pressed (QsaFacetRow *self, int n_press, double x, double y,
                       GtkGestureClick *click)
{
  g_assert (QSA_IS_FACET_ROW (self));

  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  qsa_facet_row_popup (self, x, y);
}

static gboolean
qsa_facet_row_menu_key (GtkWidget *widget, GVariant *args, gpointer unused)
{
  qsa_facet_row_popup (QSA_FACET_ROW (widget), gtk_widget_get_width (widget) / 2.0,
                       gtk_widget_get_height (widget) / 2.0);
  return TRUE;
}

static void
qsa_facet_row_dispose (GObject *object)
{
  QsaFacetRow *self = QSA_FACET_ROW (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  G_OBJECT_CLASS (qsa_facet_row_parent_class)->dispose (object);
}

static void
qsa_facet_row_class_init (QsaFacetRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (QSA_TYPE_BAR);

  object_class->dispose = qsa_facet_row_dispose;

  signals[QSA_FACET_ROW_TOGGLED] = g_signal_new ("toggled", QSA_TYPE_FACET_ROW,
                                                 G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                 G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[QSA_FACET_ROW_ONLY] = g_signal_new ("only", QSA_TYPE_FACET_ROW,
                                              G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                              G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/qusasat/Qusasat/ui/qsa-facet-row.ui");
  gtk_widget_class_bind_template_child (widget_class, QsaFacetRow, check);
  gtk_widget_class_bind_template_child (widget_class, QsaFacetRow, label);
  gtk_widget_class_bind_template_child (widget_class, QsaFacetRow, count);
  gtk_widget_class_bind_template_child (widget_class, QsaFacetRow, stack);
  gtk_widget_class_bind_template_child (widget_class, QsaFacetRow, bar);
  gtk_widget_class_bind_template_child (widget_class, QsaFacetRow, only);

  gtk_widget_class_install_action (widget_class, "facet.only", NULL,
                                   qsa_facet_row_only_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "facet.only", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK,
                                       "facet.only", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, qsa_facet_row_menu_key,
                                NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK,
                                qsa_facet_row_menu_key, NULL);
}

static void
qsa_facet_row_init (QsaFacetRow *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->check, "toggled",
                           G_CALLBACK (qsa_facet_row_check_toggled), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->only, "clicked", G_CALLBACK (qsa_facet_row_emit_only),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "notify::contains-pointer",
                           G_CALLBACK (qsa_facet_row_pointer_moved), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (qsa_facet_row_pressed), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
qsa_facet_row_new (GtkSizeGroup *counts)
{
  QsaFacetRow *self = g_object_new (QSA_TYPE_FACET_ROW, NULL);

  g_return_val_if_fail (GTK_IS_SIZE_GROUP (counts), GTK_WIDGET (self));

  gtk_size_group_add_widget (counts, GTK_WIDGET (self->count));
  return GTK_WIDGET (self);
}

static void
qsa_facet_row_set_name (QsaFacetRow *self, const char *name, gboolean known)
{
  g_autofree char *directed = qsa_display_isolate (name);

  gtk_label_set_text (self->label, directed);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->label), directed);
  if (known)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "unknown");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "unknown");
}

static void
qsa_facet_row_describe (QsaFacetRow *self, const char *name, guint articles,
                        gboolean checked)
{
  g_autofree char *count = qsa_display_n_articles (articles);
  /* Translators: a line of the sidebar read aloud: name, number of articles. */
  g_autofree char *text = g_strdup_printf (_ ("%1$s, %2$s"), name, count);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

void
qsa_facet_row_set (QsaFacetRow *self, const char *name, gboolean known, guint articles,
                   guint most, gboolean checked)
{
  g_autofree char *number = NULL;

  g_return_if_fail (QSA_IS_FACET_ROW (self));
  g_return_if_fail (name != NULL);

  number = qsa_number_format (articles);
  qsa_facet_row_set_name (self, name, known);
  gtk_label_set_text (self->count, number);
  qsa_bar_set_share (self->bar, most > 0 ? (double) articles / most : 0.0);
  qsa_facet_row_describe (self, name, articles, checked);
  g_signal_handlers_block_by_func (self->check, qsa_facet_row_check_toggled, self);
  gtk_check_button_set_active (self->check, checked);
  g_signal_handlers_unblock_by_func (self->check, qsa_facet_row_check_toggled, self);
}

void
qsa_facet_row_toggle (QsaFacetRow *self)
{
  g_return_if_fail (QSA_IS_FACET_ROW (self));

  gtk_check_button_set_active (self->check, !gtk_check_button_get_active (self->check));
}

void
qsa_facet_row_emit_only (QsaFacetRow *self)
{
  g_return_if_fail (QSA_IS_FACET_ROW (self));

  g_signal_emit (self, signals[QSA_FACET_ROW_ONLY], 0);
}

const char *
qsa_facet_row_get_name (QsaFacetRow *self)
{
  g_return_val_if_fail (QSA_IS_FACET_ROW (self), NULL);

  return gtk_label_get_text (self->label);
}

gboolean
qsa_facet_row_get_checked (QsaFacetRow *self)
{
  g_return_val_if_fail (QSA_IS_FACET_ROW (self), FALSE);

  return gtk_check_button_get_active (self->check);
}

void
qsa_facet_row_list_activated (GtkListBox *list, GtkListBoxRow *row, gpointer unused)
{
  g_return_if_fail (QSA_IS_FACET_ROW (row));

  qsa_facet_row_toggle (QSA_FACET_ROW (row));
}
