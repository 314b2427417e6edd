/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-field-row.h"

#include <glib/gi18n.h>

#include "qsa-text-util.h"

struct _QsaFieldRow
{
  AdwEntryRow parent_instance;

  /* Borrowed */
  GtkToggleButton *unknown_button;

  /* Owned */
  char *name;
  char *started_with; /* NULL when unknown, or many */

  gboolean many;
  gboolean updating;
};

enum
{
  PROP_0,
  PROP_NAME,
  PROP_UNKNOWN_LABEL,
  N_PROPS,
};

enum
{
  QSA_FIELD_ROW_EDITED,
  QSA_FIELD_ROW_N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[QSA_FIELD_ROW_N_SIGNALS];

G_DEFINE_FINAL_TYPE (QsaFieldRow, qsa_field_row, ADW_TYPE_ENTRY_ROW)

static void
qsa_field_row_update_title (QsaFieldRow *self)
{
  g_autofree char *title = NULL;

  if (self->many && !qsa_field_row_get_changed (self))
    /* Translators: a field of many articles that nobody has touched; %s is "Outlet" or such. */
    title = g_strdup_printf (_ ("%s (leave as it is)"), self->name);
  else
    title = g_strdup (self->name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
}

static void
qsa_field_row_finish_edit (QsaFieldRow *self)
{
  qsa_field_row_update_title (self);
  g_signal_emit (self, signals[QSA_FIELD_ROW_EDITED], 0);
}

static void
qsa_field_row_set_both (QsaFieldRow *self, const char *text, gboolean unknown)
{
  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), text);
  gtk_toggle_button_set_active (self->unknown_button, unknown);
  self->updating = FALSE;
}

static void
qsa_field_row_text_changed (QsaFieldRow *self)
{
  gboolean empty = *gtk_editable_get_text (GTK_EDITABLE (self)) == '\0';

  g_assert (QSA_IS_FIELD_ROW (self));

  if (self->updating)
    return;
  self->updating = TRUE;
  gtk_toggle_button_set_active (self->unknown_button, empty && !self->many);
  self->updating = FALSE;
  qsa_field_row_finish_edit (self);
}

static void
qsa_field_row_toggled (QsaFieldRow *self)
{
  gboolean unknown = gtk_toggle_button_get_active (self->unknown_button);

  g_assert (QSA_IS_FIELD_ROW (self));

  if (self->updating)
    return;
  if (unknown)
    qsa_field_row_set_both (self, "", TRUE);
  else if (self->started_with != NULL)
    qsa_field_row_set_both (self, self->started_with, FALSE);
  else
    /* The empty field of one article is unknown: it takes a text to say otherwise. */
    qsa_field_row_set_both (self, "", !self->many);
  if (!unknown)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  qsa_field_row_finish_edit (self);
}

static void
qsa_field_row_set_name (QsaFieldRow *self, const char *name)
{
  if (g_strcmp0 (self->name, name) == 0)
    return;
  g_free (self->name);
  self->name = g_strdup (name);
  qsa_field_row_update_title (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
}

static void
qsa_field_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QsaFieldRow *self = QSA_FIELD_ROW (object);

  switch (id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_UNKNOWN_LABEL:
      g_value_set_string (value,
                          gtk_button_get_label (GTK_BUTTON (self->unknown_button)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qsa_field_row_set_property (GObject *object, guint id, const GValue *value,
                            GParamSpec *pspec)
{
  QsaFieldRow *self = QSA_FIELD_ROW (object);

  switch (id)
    {
    case PROP_NAME:
      qsa_field_row_set_name (self, g_value_get_string (value));
      break;
    case PROP_UNKNOWN_LABEL:
      gtk_button_set_label (GTK_BUTTON (self->unknown_button),
                            g_value_get_string (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qsa_field_row_finalize (GObject *object)
{
  QsaFieldRow *self = QSA_FIELD_ROW (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->started_with, g_free);
  G_OBJECT_CLASS (qsa_field_row_parent_class)->finalize (object);
}

static void
qsa_field_row_class_init (QsaFieldRowClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                            | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = qsa_field_row_get_property;
  object_class->set_property = qsa_field_row_set_property;
  object_class->finalize = qsa_field_row_finalize;

  /* Not "name": GtkWidget has that one. */
  properties[PROP_NAME] = g_param_spec_string ("field-name", NULL, NULL, NULL, flags);
  properties[PROP_UNKNOWN_LABEL] = g_param_spec_string ("unknown-label", NULL, NULL, NULL,
                                                        flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[QSA_FIELD_ROW_EDITED] = g_signal_new ("edited", QSA_TYPE_FIELD_ROW,
                                                G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                G_TYPE_NONE, 0);
}

static void
qsa_field_row_init (QsaFieldRow *self)
{
  self->unknown_button = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->unknown_button), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->unknown_button), "qsa-unknown-button");
  gtk_widget_set_valign (GTK_WIDGET (self->unknown_button), GTK_ALIGN_CENTER);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), GTK_WIDGET (self->unknown_button));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self), TRUE);
  g_signal_connect (self, "changed", G_CALLBACK (qsa_field_row_text_changed), NULL);
  g_signal_connect_object (self->unknown_button, "toggled",
                           G_CALLBACK (qsa_field_row_toggled), self, G_CONNECT_SWAPPED);
}

void
qsa_field_row_start (QsaFieldRow *self, const char *value, gboolean many)
{
  g_return_if_fail (QSA_IS_FIELD_ROW (self));

  self->many = many;
  g_free (self->started_with);
  self->started_with = many ? NULL : g_strdup (value);
  qsa_field_row_set_both (self, self->started_with != NULL ? self->started_with : "",
                          !many && self->started_with == NULL);
  qsa_field_row_update_title (self);
}

void
qsa_field_row_set_text (QsaFieldRow *self, const char *text)
{
  g_return_if_fail (QSA_IS_FIELD_ROW (self));
  g_return_if_fail (text != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self), text);
  gtk_editable_set_position (GTK_EDITABLE (self), -1);
}

gboolean
qsa_field_row_get_unknown (QsaFieldRow *self)
{
  g_return_val_if_fail (QSA_IS_FIELD_ROW (self), FALSE);

  return gtk_toggle_button_get_active (self->unknown_button);
}

gboolean
qsa_field_row_get_changed (QsaFieldRow *self)
{
  g_autofree char *value = NULL;

  g_return_val_if_fail (QSA_IS_FIELD_ROW (self), FALSE);

  value = qsa_field_row_dup_value (self);
  if (self->many)
    return value != NULL || qsa_field_row_get_unknown (self);
  return g_strcmp0 (value, self->started_with) != 0;
}

char *
qsa_field_row_dup_value (QsaFieldRow *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (QSA_IS_FIELD_ROW (self), NULL);

  text = qsa_text_squeeze (gtk_editable_get_text (GTK_EDITABLE (self)), -1);
  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}
