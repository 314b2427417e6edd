/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-search-help.h"

#include <glib/gi18n.h>

#include "qsa-query-help.h"
#include "qsa-search-text.h"

struct _QsaSearchHelp
{
  GtkPopover parent_instance;

  gboolean filled;
};

enum
{
  QSA_SEARCH_HELP_EXAMPLE,
  QSA_SEARCH_HELP_N_SIGNALS,
};

static guint signals[QSA_SEARCH_HELP_N_SIGNALS];

G_DEFINE_FINAL_TYPE (QsaSearchHelp, qsa_search_help, GTK_TYPE_POPOVER)

static void
qsa_search_help_clicked (GtkWidget *button, QsaSearchHelp *self)
{
  g_assert (QSA_IS_SEARCH_HELP (self));

  g_signal_emit (self, signals[QSA_SEARCH_HELP_EXAMPLE], 0,
                 g_object_get_data (G_OBJECT (button), "qsa-example"));
}

static GtkWidget *
qsa_search_help_new_example (QsaSearchHelp *self, const char *example,
                             const char *meaning)
{
  g_autofree char *isolated = qsa_search_text_isolate (example);
  g_autofree char *tooltip = g_strdup_printf (_ ("Search for: %s"), isolated);
  GtkWidget *button = gtk_button_new_with_label (isolated);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "search-example");
  gtk_widget_set_valign (button, GTK_ALIGN_BASELINE);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tooltip, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, meaning,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "qsa-example", g_strdup (example), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (qsa_search_help_clicked), self,
                           0);
  return button;
}

static GtkWidget *
qsa_search_help_new_text (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  return label;
}

static void
qsa_search_help_fill (QsaSearchHelp *self, GtkGrid *grid)
{
  gboolean arabic = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gsize n_rows;
  const QsaQueryHelp *rows = qsa_query_help_get_rows (&n_rows);

  for (gsize i = 0; i < n_rows; i++)
    {
      const char *finds = _ (rows[i].finds);
      const char *example = arabic ? rows[i].arabic : rows[i].latin;

      gtk_grid_attach (grid, qsa_search_help_new_example (self, example, finds), 0,
                       (int) i, 1, 1);
      gtk_grid_attach (grid, qsa_search_help_new_text (finds), 1, (int) i, 1, 1);
    }
}

static void
qsa_search_help_show (GtkWidget *widget)
{
  QsaSearchHelp *self = QSA_SEARCH_HELP (widget);
  GtkWidget *grid;
  GtkWidget *scroller;

  if (!self->filled)
    {
      self->filled = TRUE;
      grid = gtk_grid_new ();
      gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
      gtk_grid_set_row_spacing (GTK_GRID (grid), 2);
      gtk_widget_add_css_class (grid, "search-help");
      qsa_search_help_fill (self, GTK_GRID (grid));
      scroller = gtk_scrolled_window_new ();
      gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                      GTK_POLICY_AUTOMATIC);
      gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller),
                                                        TRUE);
      gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller),
                                                       TRUE);
      gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 480);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
      gtk_popover_set_child (GTK_POPOVER (self), scroller);
    }
  GTK_WIDGET_CLASS (qsa_search_help_parent_class)->show (widget);
}

static void
qsa_search_help_class_init (QsaSearchHelpClass *klass)
{
  GTK_WIDGET_CLASS (klass)->show = qsa_search_help_show;

  signals[QSA_SEARCH_HELP_EXAMPLE] = g_signal_new ("example", QSA_TYPE_SEARCH_HELP,
                                                   G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
qsa_search_help_init (QsaSearchHelp *self)
{
}

GtkWidget *
qsa_search_help_new (void)
{
  return g_object_new (QSA_TYPE_SEARCH_HELP, NULL);
}
