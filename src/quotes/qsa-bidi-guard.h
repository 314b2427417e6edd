/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Internal to quotes: control characters for text/plain, so that Arabic text with Latin, digits and
 * brackets in it keeps its order wherever it is pasted, into a paragraph of either direction; and
 * none where the order holds by itself. Free all results with g_free().
 *
 * How: a part with Latin in it goes into an isolate, which counts as neutral outside; the line is then
 * nothing but right-to-left and neutral, and a U+200F at an end that is not a right-to-left letter
 * closes it off. The same mark gives editors that look at the first letter the right direction. */

/* TRUE when there is a left-to-right letter in @text. */
gboolean qsa_bidi_guard_has_ltr (const char *text);

/* A part of a line: isolated when there is Latin in it. */
char *qsa_bidi_guard_part (const char *text);

/* An address: left to right, and set off by a space inside the isolate, because programs that
 * make links of addresses take all up to the next white space. */
char *qsa_bidi_guard_address (const char *address);

/* A line made of parts. */
char *qsa_bidi_guard_line (const char *line);

/* A paragraph of running text. */
char *qsa_bidi_guard_paragraph (const char *paragraph);

G_END_DECLS
