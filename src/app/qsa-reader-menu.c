/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-reader-menu.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *label; /* NULL begins another section */
  const char *action;
  gboolean
      hidden; /* while the action is disabled: there is nothing it could ever do here */
} QsaReaderMenuItem;

static const QsaReaderMenuItem items[] = {
  { N_ ("_Copy"), "reader.copy" },
  { N_ ("Copy _Quote"), "reader.copy-quote" },
  { N_ ("Copy _Reference"), "reader.copy-reference" },
  { NULL, NULL },
  { N_ ("Select _All"), "reader.select-all" },
  { N_ ("_Find in Article"), "reader.find" },
  { NULL, NULL },
  { N_ ("_Open in Browser"), "reader.open-link", TRUE },
};

static void
qsa_reader_menu_append (GMenu *section, const QsaReaderMenuItem *item)
{
  g_autoptr (GMenuItem) entry = g_menu_item_new (_ (item->label), item->action);

  if (item->hidden)
    g_menu_item_set_attribute (entry, "hidden-when", "s", "action-disabled");
  g_menu_append_item (section, entry);
}

static GMenuModel *
qsa_reader_menu_new_model (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      if (items[i].label != NULL)
        {
          qsa_reader_menu_append (section, &items[i]);
          continue;
        }
      g_object_unref (section);
      section = g_menu_new ();
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    }
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

GtkWidget *
qsa_reader_menu_popup (GtkWidget *page, const GdkRectangle *place)
{
  g_autoptr (GMenuModel) model = NULL;
  GtkWidget *menu;

  g_return_val_if_fail (GTK_IS_WIDGET (page), NULL);
  g_return_val_if_fail (place != NULL, NULL);

  model = qsa_reader_menu_new_model ();
  menu = gtk_popover_menu_new_from_model (model);
  gtk_widget_set_parent (menu, page);
  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_popover_set_position (GTK_POPOVER (menu), GTK_POS_BOTTOM);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  /* The page runs right to left in every locale, its menu with the interface. */
  gtk_widget_set_direction (menu, gtk_widget_get_default_direction ());
  gtk_popover_set_pointing_to (GTK_POPOVER (menu), place);
  gtk_popover_popup (GTK_POPOVER (menu));
  return menu;
}
