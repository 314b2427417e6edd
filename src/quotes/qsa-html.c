/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-html.h"

char *
qsa_html_escape (const char *text)
{
  g_autofree char *escaped = NULL;
  g_auto (GStrv) pieces = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  escaped = g_markup_escape_text (text, -1);
  pieces = g_strsplit (escaped, "&apos;", -1);
  return g_strjoinv ("'", pieces);
}
