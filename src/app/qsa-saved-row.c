/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-saved-row.h"

#include <glib/gi18n.h>

#include "qsa-display-text.h"
#include "qsa-text-util.h"

struct _QsaSavedRow
{
  GtkListBoxRow parent_instance;

  /* Template */
  GtkLabel *label;
  GtkLabel *count;

  /* Owned */
  GtkWidget *menu; /* GtkPopoverMenu, made when first wanted */
  char *name;

  gint64 id;
  gboolean current;
};

G_DEFINE_FINAL_TYPE (QsaSavedRow, qsa_saved_row, GTK_TYPE_LIST_BOX_ROW)

static const struct
{
  const char *label;
  const char *action;
} menu_items[] = {
  { N_ ("_Rename…"), "win.rename-search" },
  { N_ ("_Update to the Present Search"), "win.update-search" },
  { N_ ("Re_move"), "win.remove-search" },
};

static const struct
{
  guint key;
  const char *action;
} row_keys[] = {
  { GDK_KEY_F2, "win.rename-search" },
  { GDK_KEY_Delete, "win.remove-search" },
  { GDK_KEY_KP_Delete, "win.remove-search" },
};

static GMenuModel *
qsa_saved_row_new_menu (QsaSavedRow *self)
{
  GMenu *menu = g_menu_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (menu_items); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (menu_items[i].label), NULL);

      g_menu_item_set_action_and_target (item, menu_items[i].action, "x", self->id);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static void
qsa_saved_row_popup (QsaSavedRow *self, double x, double y)
{
  if (self->menu == NULL)
    {
      g_autoptr (GMenuModel) model = qsa_saved_row_new_menu (self);

      self->menu = gtk_popover_menu_new_from_model (model);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
qsa_saved_row_pressed (QsaSavedRow *self, int n_press, double x, double y,
                       GtkGestureClick *click)
{
  g_assert (QSA_IS_SAVED_ROW (self));

  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  qsa_saved_row_popup (self, x, y);
}

static gboolean
qsa_saved_row_menu_key (GtkWidget *widget, GVariant *args, gpointer unused)
{
  qsa_saved_row_popup (QSA_SAVED_ROW (widget), gtk_widget_get_width (widget) / 2.0,
                       gtk_widget_get_height (widget) / 2.0);
  return TRUE;
}

static gboolean
qsa_saved_row_action_key (GtkWidget *widget, GVariant *args, gpointer action)
{
  return gtk_widget_activate_action (widget, action, "x", QSA_SAVED_ROW (widget)->id);
}

static void
qsa_saved_row_describe (QsaSavedRow *self, const guint *count)
{
  g_autofree char *articles = NULL;
  g_autofree char *text = NULL;

  if (count != NULL)
    {
      articles = qsa_display_n_articles (*count);
      /* Translators: a line of the sidebar read aloud: name, number of articles. */
      text = g_strdup_printf (_ ("%1$s, %2$s"), self->name, articles);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text != NULL ? text : self->name, -1);
}

static void
qsa_saved_row_dispose (GObject *object)
{
  QsaSavedRow *self = QSA_SAVED_ROW (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  G_OBJECT_CLASS (qsa_saved_row_parent_class)->dispose (object);
}

static void
qsa_saved_row_finalize (GObject *object)
{
  QsaSavedRow *self = QSA_SAVED_ROW (object);

  g_clear_pointer (&self->name, g_free);
  G_OBJECT_CLASS (qsa_saved_row_parent_class)->finalize (object);
}

static void
qsa_saved_row_class_init (QsaSavedRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qsa_saved_row_dispose;
  object_class->finalize = qsa_saved_row_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/qusasat/Qusasat/ui/qsa-saved-row.ui");
  gtk_widget_class_bind_template_child (widget_class, QsaSavedRow, label);
  gtk_widget_class_bind_template_child (widget_class, QsaSavedRow, count);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, qsa_saved_row_menu_key,
                                NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK,
                                qsa_saved_row_menu_key, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (row_keys); i++)
    {
      g_autoptr (GtkShortcut) shortcut = gtk_shortcut_new (
          gtk_keyval_trigger_new (row_keys[i].key, 0),
          gtk_callback_action_new (qsa_saved_row_action_key,
                                   (gpointer) row_keys[i].action, NULL));

      gtk_widget_class_add_shortcut (widget_class, shortcut);
    }
}

static void
qsa_saved_row_init (QsaSavedRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (qsa_saved_row_pressed), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
qsa_saved_row_new (const QsaSavedSearch *search, const char *description,
                   GtkSizeGroup *counts)
{
  QsaSavedRow *self = g_object_new (QSA_TYPE_SAVED_ROW, NULL);
  g_autofree char *directed = NULL;

  g_return_val_if_fail (search != NULL, GTK_WIDGET (self));
  g_return_val_if_fail (GTK_IS_SIZE_GROUP (counts), GTK_WIDGET (self));

  self->id = search->id;
  self->name = g_strdup (search->name);
  directed = qsa_display_isolate (self->name);
  gtk_label_set_text (self->label, directed);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), description);
  gtk_size_group_add_widget (counts, GTK_WIDGET (self->count));
  qsa_saved_row_describe (self, NULL);
  return GTK_WIDGET (self);
}

gint64
qsa_saved_row_get_id (QsaSavedRow *self)
{
  g_return_val_if_fail (QSA_IS_SAVED_ROW (self), 0);

  return self->id;
}

const char *
qsa_saved_row_get_name (QsaSavedRow *self)
{
  g_return_val_if_fail (QSA_IS_SAVED_ROW (self), NULL);

  return self->name;
}

void
qsa_saved_row_set_count (QsaSavedRow *self, const guint *count)
{
  g_autofree char *number = NULL;

  g_return_if_fail (QSA_IS_SAVED_ROW (self));

  if (count != NULL)
    number = qsa_number_format (*count);
  gtk_label_set_text (self->count, number != NULL ? number : "");
  qsa_saved_row_describe (self, count);
}

const char *
qsa_saved_row_get_count_text (QsaSavedRow *self)
{
  g_return_val_if_fail (QSA_IS_SAVED_ROW (self), NULL);

  return gtk_label_get_text (self->count);
}

void
qsa_saved_row_set_current (QsaSavedRow *self, gboolean current)
{
  g_return_if_fail (QSA_IS_SAVED_ROW (self));

  self->current = current;
  if (current)
    gtk_widget_add_css_class (GTK_WIDGET (self), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "current");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED,
                               current, -1);
}

gboolean
qsa_saved_row_get_current (QsaSavedRow *self)
{
  g_return_val_if_fail (QSA_IS_SAVED_ROW (self), FALSE);

  return self->current;
}
