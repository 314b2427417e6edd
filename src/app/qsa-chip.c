/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-chip.h"

#include <glib/gi18n.h>

struct _QsaChip
{
  GtkButton parent_instance;

  /* Owned */
  char *text;
};

enum
{
  PROP_0,
  PROP_TEXT,
  N_PROPS,
};

enum
{
  QSA_CHIP_REMOVED,
  QSA_CHIP_N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[QSA_CHIP_N_SIGNALS];

G_DEFINE_FINAL_TYPE (QsaChip, qsa_chip, GTK_TYPE_BUTTON)

static void
qsa_chip_clicked (GtkButton *button)
{
  g_signal_emit (button, signals[QSA_CHIP_REMOVED], 0);
}

static void
qsa_chip_constructed (GObject *object)
{
  QsaChip *self = QSA_CHIP (object);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = gtk_label_new (self->text);
  GtkWidget *icon = gtk_image_new_from_icon_name ("window-close-symbolic");
  /* Translators: what clicking the chip of an active filter does; %s is the filter. */
  g_autofree char *tooltip = g_strdup_printf (_ ("Remove the Filter “%s”"), self->text);

  G_OBJECT_CLASS (qsa_chip_parent_class)->constructed (object);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "chip");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tooltip, -1);
}

static void
qsa_chip_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_TEXT:
      g_value_set_string (value, QSA_CHIP (object)->text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qsa_chip_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_TEXT:
      QSA_CHIP (object)->text = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qsa_chip_finalize (GObject *object)
{
  QsaChip *self = QSA_CHIP (object);

  g_clear_pointer (&self->text, g_free);
  G_OBJECT_CLASS (qsa_chip_parent_class)->finalize (object);
}

static void
qsa_chip_class_init (QsaChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = qsa_chip_constructed;
  object_class->finalize = qsa_chip_finalize;
  object_class->get_property = qsa_chip_get_property;
  object_class->set_property = qsa_chip_set_property;
  GTK_BUTTON_CLASS (klass)->clicked = qsa_chip_clicked;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "",
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                                   | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[QSA_CHIP_REMOVED] = g_signal_new ("removed", QSA_TYPE_CHIP, G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_Delete, 0, "removed", NULL);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_BackSpace, 0, "removed",
                                       NULL);
}

static void
qsa_chip_init (QsaChip *self)
{
}

GtkWidget *
qsa_chip_new (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return g_object_new (QSA_TYPE_CHIP, "text", text, NULL);
}

const char *
qsa_chip_get_text (QsaChip *self)
{
  g_return_val_if_fail (QSA_IS_CHIP (self), NULL);

  return self->text;
}
