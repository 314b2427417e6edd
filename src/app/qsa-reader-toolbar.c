/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-reader-toolbar.h"

#include <glib/gi18n.h>

#include "qsa-reader-text.h"

struct _QsaReaderToolbar
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkButton *star_button;
  GtkWidget *link_button;
  GtkWidget *hit_box;
  GtkLabel *hit_label;
};

G_DEFINE_FINAL_TYPE (QsaReaderToolbar, qsa_reader_toolbar, GTK_TYPE_WIDGET)

static void
qsa_reader_toolbar_set_starred (QsaReaderToolbar *self, gboolean starred)
{
  const char *name = starred ? _ ("Remove Star") : _ ("Add Star");

  gtk_button_set_icon_name (self->star_button,
                            starred ? "starred-symbolic" : "non-starred-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->star_button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->star_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
qsa_reader_toolbar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (qsa_reader_toolbar_parent_class)->dispose (object);
}

static void
qsa_reader_toolbar_class_init (QsaReaderToolbarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qsa_reader_toolbar_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/qusasat/Qusasat/ui/qsa-reader-toolbar.ui");
  gtk_widget_class_bind_template_child (widget_class, QsaReaderToolbar, star_button);
  gtk_widget_class_bind_template_child (widget_class, QsaReaderToolbar, link_button);
  gtk_widget_class_bind_template_child (widget_class, QsaReaderToolbar, hit_box);
  gtk_widget_class_bind_template_child (widget_class, QsaReaderToolbar, hit_label);
}

static void
qsa_reader_toolbar_init (QsaReaderToolbar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
qsa_reader_toolbar_set_article (QsaReaderToolbar *self, const QsaArticle *article)
{
  g_return_if_fail (QSA_IS_READER_TOOLBAR (self));

  gtk_widget_set_visible (GTK_WIDGET (self), article != NULL);
  qsa_reader_toolbar_set_starred (self, article != NULL && article->starred);
  gtk_widget_set_visible (self->link_button,
                          article != NULL
                              && qsa_reader_text_is_web_address (article->url));
}

void
qsa_reader_toolbar_set_hit_text (QsaReaderToolbar *self, const char *text)
{
  g_return_if_fail (QSA_IS_READER_TOOLBAR (self));

  gtk_label_set_text (self->hit_label, text != NULL ? text : "");
  gtk_widget_set_visible (self->hit_box, text != NULL);
}
