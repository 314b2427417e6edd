/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Decodes character references that a page or a corpus left in its text: the five of XML, numeric
 * ones, and the named ones that the press uses. Unknown names stay as they are. References to
 * NUL, surrogates and C0 controls become U+FFFD (C1 numbers mean windows-1252, as in HTML). Pure,
 * any thread, valid UTF-8 in and out. */

/* Appends @text to @out with references decoded. */
void qsa_entities_append_decoded (GString *out, const char *text, gsize text_bytes);

/* Free with g_free(). */
char *qsa_entities_decode (const char *text, gssize text_bytes);

G_END_DECLS
