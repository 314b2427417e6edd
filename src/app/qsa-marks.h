/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "qsa-matcher.h"

G_BEGIN_DECLS

/* Hits as Pango attributes, in a colour of the widget's theme: bold on a soft tint under the text,
 * legible in the light and in the dark. @matches: GArray of QsaMatch or NULL; @shift_bytes is added
 * to each offset. A right-to-left widget gets its text marked as Arabic too, so that its face is
 * chosen for Arabic whatever the language of the interface. */
PangoAttrList *qsa_marks_new (GtkWidget *widget, const GArray *matches,
                              gsize shift_bytes);

G_END_DECLS
