/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-marks.h"

#define QSA_MARKS_TINT 0.30

static void
qsa_marks_get_tint (GtkWidget *widget, GdkRGBA *tint)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);

  if (!gtk_style_context_lookup_color (context, "warning_bg_color", tint))
    gtk_style_context_get_color (context, tint);
}

static void
qsa_marks_add (PangoAttrList *attributes, PangoAttribute *attribute,
               const QsaMatch *match, gsize shift_bytes)
{
  attribute->start_index = match->start_byte + shift_bytes;
  attribute->end_index = match->end_byte + shift_bytes;
  pango_attr_list_insert (attributes, attribute);
}

PangoAttrList *
qsa_marks_new (GtkWidget *widget, const GArray *matches, gsize shift_bytes)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  GdkRGBA tint;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), attributes);

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    pango_attr_list_insert (attributes,
                            pango_attr_language_new (pango_language_from_string ("ar")));
  if (matches == NULL)
    return attributes;
  qsa_marks_get_tint (widget, &tint);
  for (guint i = 0; i < matches->len; i++)
    {
      const QsaMatch *match = &g_array_index (matches, QsaMatch, i);

      qsa_marks_add (attributes,
                     pango_attr_background_new (tint.red * G_MAXUINT16,
                                                tint.green * G_MAXUINT16,
                                                tint.blue * G_MAXUINT16),
                     match, shift_bytes);
      qsa_marks_add (attributes,
                     pango_attr_background_alpha_new (QSA_MARKS_TINT * G_MAXUINT16),
                     match, shift_bytes);
      qsa_marks_add (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), match,
                     shift_bytes);
    }
  return attributes;
}
