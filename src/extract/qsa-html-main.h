/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
G_BEGIN_DECLS

/* The lines that are the article's text: those between the first and the last paragraph of the
 * element whose paragraphs outweigh all others', by their length, their commas and how little of
 * them is links. @lines is of qsa_html_lines_new(). */
typedef struct
{
  guint start; /* index of the first line */
  guint
      end; /* behind the last line; equal to start when the page has no text to speak of */
} QsaHtmlRange;

QsaHtmlRange qsa_html_find_main (GArray *lines);

G_END_DECLS
