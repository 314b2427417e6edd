/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-variant-row.h"

#include <glib/gi18n.h>

#include "qsa-display-text.h"
#include "qsa-fold.h"

#define SEPARATOR " · "

struct _QsaVariantRow
{
  AdwActionRow parent_instance;

  /* Template */
  GtkSwitch *shipped_switch;
  GtkWidget *edit_button;
  GtkWidget *remove_button;

  /* Owned */
  QsaVariantGroup *group;
  char *folded; /* its spellings, a line each */

  gboolean shipped;
};

enum
{
  QSA_VARIANT_ROW_SWITCHED,
  QSA_VARIANT_ROW_EDIT,
  QSA_VARIANT_ROW_REMOVE,
  QSA_VARIANT_ROW_N_SIGNALS,
};

static guint signals[QSA_VARIANT_ROW_N_SIGNALS];

G_DEFINE_FINAL_TYPE (QsaVariantRow, qsa_variant_row, ADW_TYPE_ACTION_ROW)

static const struct
{
  const char *title;
  const char *example;
} kinds[QSA_VARIANT_KINDS] = {
  [QSA_VARIANT_NAME] = { NC_ ("spelling variants", "Name, without endings"),
                         "ترامب، ترمب" },
  [QSA_VARIANT_THING] = { NC_ ("spelling variants", "Noun for a thing"),
                          "غرام: الغرام، غرامين، غرامات" },
  [QSA_VARIANT_NOUN] = { NC_ ("spelling variants", "Noun for a person"),
                         "مسؤول: المسؤولة، مسؤولين، مسؤولات" },
  [QSA_VARIANT_FEMININE] = { NC_ ("spelling variants", "Noun ending in ة or ا"),
                             "ميليشيا: الميليشيات، ميليشياتها" },
  [QSA_VARIANT_ADJECTIVE] = { NC_ ("spelling variants", "Adjective ending in ي"),
                              "أمريكي: الأمريكية، أمريكيين، أمريكيات" },
};

const char *
qsa_variant_kind_get_title (QsaVariantKind kind)
{
  g_return_val_if_fail ((guint) kind < QSA_VARIANT_KINDS, NULL);

  return g_dpgettext2 (NULL, "spelling variants", kinds[kind].title);
}

const char *
qsa_variant_kind_get_example (QsaVariantKind kind)
{
  g_return_val_if_fail ((guint) kind < QSA_VARIANT_KINDS, NULL);

  return kinds[kind].example;
}

static char *
qsa_variant_row_join (const QsaVariantGroup *group)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; group->spellings[i] != NULL; i++)
    {
      g_autofree char *isolated = qsa_display_isolate (group->spellings[i]);

      g_strv_builder_add (parts, isolated);
    }
  all = g_strv_builder_end (parts);
  return g_strjoinv (SEPARATOR, all);
}

static void
qsa_variant_row_switch_changed (QsaVariantRow *self)
{
  g_assert (QSA_IS_VARIANT_ROW (self));

  g_signal_emit (self, signals[QSA_VARIANT_ROW_SWITCHED], 0,
                 gtk_switch_get_active (self->shipped_switch));
}

static void
qsa_variant_row_edit (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[QSA_VARIANT_ROW_EDIT], 0);
}

static void
qsa_variant_row_remove (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[QSA_VARIANT_ROW_REMOVE], 0);
}

static void
qsa_variant_row_finalize (GObject *object)
{
  QsaVariantRow *self = QSA_VARIANT_ROW (object);

  g_clear_pointer (&self->group, qsa_variant_group_free);
  g_clear_pointer (&self->folded, g_free);
  G_OBJECT_CLASS (qsa_variant_row_parent_class)->finalize (object);
}

static guint
qsa_variant_row_install_signal (const char *name)
{
  return g_signal_new (name, QSA_TYPE_VARIANT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
qsa_variant_row_class_init (QsaVariantRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = qsa_variant_row_finalize;

  signals[QSA_VARIANT_ROW_SWITCHED] = g_signal_new ("switched", QSA_TYPE_VARIANT_ROW,
                                                    G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                                    NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[QSA_VARIANT_ROW_EDIT] = qsa_variant_row_install_signal ("edit");
  signals[QSA_VARIANT_ROW_REMOVE] = qsa_variant_row_install_signal ("remove");

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/qusasat/Qusasat/ui/qsa-variant-row.ui");
  gtk_widget_class_bind_template_child (widget_class, QsaVariantRow, shipped_switch);
  gtk_widget_class_bind_template_child (widget_class, QsaVariantRow, edit_button);
  gtk_widget_class_bind_template_child (widget_class, QsaVariantRow, remove_button);
  gtk_widget_class_install_action (widget_class, "variant.edit", NULL,
                                   qsa_variant_row_edit);
  gtk_widget_class_install_action (widget_class, "variant.remove", NULL,
                                   qsa_variant_row_remove);
}

static void
qsa_variant_row_init (QsaVariantRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->shipped_switch, "notify::active",
                           G_CALLBACK (qsa_variant_row_switch_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
qsa_variant_row_set_subtitle (QsaVariantRow *self, const char *source)
{
  const char *kind = qsa_variant_kind_get_title (self->group->kind);
  g_autofree char *isolated = source != NULL ? qsa_display_isolate (source) : NULL;
  g_autofree char *subtitle = NULL;

  if (isolated != NULL && *isolated != '\0')
    subtitle = g_strconcat (kind, SEPARATOR, isolated, NULL);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle != NULL ? subtitle : kind);
}

GtkWidget *
qsa_variant_row_new (const QsaVariantGroup *group, const char *source)
{
  QsaVariantRow *self;

  g_return_val_if_fail (group != NULL, NULL);

  self = g_object_new (QSA_TYPE_VARIANT_ROW, NULL);
  self->shipped = source != NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->shipped_switch), self->shipped);
  gtk_widget_set_visible (self->edit_button, !self->shipped);
  gtk_widget_set_visible (self->remove_button, !self->shipped);
  if (self->shipped)
    adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self),
                                           GTK_WIDGET (self->shipped_switch));
  qsa_variant_row_update (self, group);
  qsa_variant_row_set_subtitle (self, source);
  return GTK_WIDGET (self);
}

void
qsa_variant_row_update (QsaVariantRow *self, const QsaVariantGroup *group)
{
  g_autofree char *title = NULL;
  g_autofree char *lines = NULL;

  g_return_if_fail (QSA_IS_VARIANT_ROW (self));
  g_return_if_fail (group != NULL);

  g_clear_pointer (&self->group, qsa_variant_group_free);
  self->group = qsa_variant_group_copy (group);
  lines = g_strjoinv ("\n", self->group->spellings);
  g_free (self->folded);
  self->folded = qsa_fold_text (lines, -1);
  title = qsa_variant_row_join (group);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  if (!self->shipped)
    qsa_variant_row_set_subtitle (self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->shipped_switch),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_handlers_block_by_func (self->shipped_switch, qsa_variant_row_switch_changed,
                                   self);
  gtk_switch_set_active (self->shipped_switch, group->enabled);
  g_signal_handlers_unblock_by_func (self->shipped_switch, qsa_variant_row_switch_changed,
                                     self);
}

const QsaVariantGroup *
qsa_variant_row_get_group (QsaVariantRow *self)
{
  g_return_val_if_fail (QSA_IS_VARIANT_ROW (self), NULL);

  return self->group;
}

gboolean
qsa_variant_row_matches (QsaVariantRow *self, const char *folded)
{
  g_return_val_if_fail (QSA_IS_VARIANT_ROW (self), FALSE);
  g_return_val_if_fail (folded != NULL, FALSE);

  return strstr (self->folded, folded) != NULL;
}

void
qsa_variant_row_set_writable (QsaVariantRow *self, gboolean writable)
{
  g_return_if_fail (QSA_IS_VARIANT_ROW (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self->shipped_switch), writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "variant.edit", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "variant.remove", writable);
}
