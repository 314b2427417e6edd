/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Internal to quotes: @text for the content of an element or a double-quoted attribute. Unlike
 * g_markup_escape_text() without &apos;, which is XML and no HTML 4: word processors show it as it
 * stands. Free with g_free(). */
char *qsa_html_escape (const char *text);

G_END_DECLS
