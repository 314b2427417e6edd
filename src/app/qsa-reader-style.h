/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "qsa-reader-text.h"

G_BEGIN_DECLS

/* The typography of the reading view: one tag for each part of an article, all sizes and distances
 * in ems of the body, so that any face at any size keeps the same page. Main thread. */

/* Makes the tags; once for each buffer. */
void qsa_reader_style_install (GtkTextBuffer *buffer);

/* Puts the tags on what the buffer shows, which is the view of @text. */
void qsa_reader_style_apply (GtkTextBuffer *buffer, QsaReaderText *text);

/* @font: a Pango font description, with or without a size; NULL or "" for the best Naskh face of
 * this machine. @scale: 1.0 is normal. Returns the width of a comfortable line in pixels. */
int qsa_reader_style_set_font (GtkTextBuffer *buffer, GtkWidget *widget, const char *font,
                               double scale);

/* Colours follow the widget's own text colour and the accent colour of the theme. */
void qsa_reader_style_set_colours (GtkTextBuffer *buffer, GtkWidget *widget);

/* The face that "" stands for, a list of families with fallbacks. Free with g_free(). */
char *qsa_reader_style_dup_default_family (PangoContext *context);

G_END_DECLS
