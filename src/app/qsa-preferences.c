/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-preferences.h"

#include "qsa-reader-style.h"

struct _QsaPreferences
{
  AdwPreferencesWindow parent_instance;

  /* Template */
  GtkFontButton *font;
  GtkSpinButton *scale;
  AdwComboRow *color_scheme;

  /* Owned */
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (QsaPreferences, qsa_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static void
qsa_preferences_default_font (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_settings_reset (QSA_PREFERENCES (widget)->settings, "reader-font");
}

static void
qsa_preferences_font_chosen (QsaPreferences *self)
{
  g_autoptr (PangoFontFamily) family = NULL;

  g_assert (QSA_IS_PREFERENCES (self));

  g_set_object (&family,
                gtk_font_chooser_get_font_family (GTK_FONT_CHOOSER (self->font)));
  if (family != NULL)
    g_settings_set_string (self->settings, "reader-font",
                           pango_font_family_get_name (family));
}

static void
qsa_preferences_show_font (QsaPreferences *self)
{
  g_auto (GStrv) defaults = NULL;
  g_autofree char *font = NULL, *families = NULL;
  const char *default_family;

  g_assert (QSA_IS_PREFERENCES (self));

  /* The best face of this machine stands first in the list of fallbacks. */
  families = qsa_reader_style_dup_default_family (
      gtk_widget_get_pango_context (GTK_WIDGET (self)));
  defaults = g_strsplit (families, ",", 2);
  default_family = g_strstrip (defaults[0]);
  font = g_settings_get_string (self->settings, "reader-font");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preferences.default-font",
                                 *font != '\0');
  gtk_font_chooser_set_font (GTK_FONT_CHOOSER (self->font),
                             *font != '\0' ? font : default_family);
}

static gboolean
qsa_preferences_to_percent (GValue *value, GVariant *variant, gpointer unused)
{
  g_value_set_double (value, g_variant_get_double (variant) * 100.0);
  return TRUE;
}

static GVariant *
qsa_preferences_from_percent (const GValue *value, const GVariantType *type,
                              gpointer unused)
{
  return g_variant_new_double (g_value_get_double (value) / 100.0);
}

static gboolean
qsa_preferences_to_index (GValue *value, GVariant *variant, gpointer unused)
{
  const char *const names[] = { "default", "light", "dark", NULL };
  const char *name = g_variant_get_string (variant, NULL);

  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
qsa_preferences_from_index (const GValue *value, const GVariantType *type,
                            gpointer unused)
{
  const char *const names[] = { "default", "light", "dark" };

  return g_variant_new_string (
      names[MIN (g_value_get_uint (value), G_N_ELEMENTS (names) - 1)]);
}

static void
qsa_preferences_finalize (GObject *object)
{
  g_clear_object (&QSA_PREFERENCES (object)->settings);
  G_OBJECT_CLASS (qsa_preferences_parent_class)->finalize (object);
}

static void
qsa_preferences_class_init (QsaPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = qsa_preferences_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/qusasat/Qusasat/ui/qsa-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, QsaPreferences, font);
  gtk_widget_class_bind_template_child (widget_class, QsaPreferences, scale);
  gtk_widget_class_bind_template_child (widget_class, QsaPreferences, color_scheme);
  gtk_widget_class_install_action (widget_class, "preferences.default-font", NULL,
                                   qsa_preferences_default_font);
}

static void
qsa_preferences_init (QsaPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qsa_preferences_new (GtkWindow *parent, GSettings *settings)
{
  QsaPreferences *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (QSA_TYPE_PREFERENCES, "transient-for", parent, NULL);
  self->settings = g_object_ref (settings);
  g_settings_bind_with_mapping (settings, "reader-scale", self->scale, "value",
                                G_SETTINGS_BIND_DEFAULT, qsa_preferences_to_percent,
                                qsa_preferences_from_percent, NULL, NULL);
  g_settings_bind_with_mapping (settings, "color-scheme", self->color_scheme, "selected",
                                G_SETTINGS_BIND_DEFAULT, qsa_preferences_to_index,
                                qsa_preferences_from_index, NULL, NULL);
  qsa_preferences_show_font (self);
  g_signal_connect_object (settings, "changed::reader-font",
                           G_CALLBACK (qsa_preferences_show_font), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->font, "font-set",
                           G_CALLBACK (qsa_preferences_font_chosen), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
