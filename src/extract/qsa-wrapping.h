/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Texts whose lines were broken at a column by a mailer, a scanner or a corpus: their line ends
 * are no paragraph ends. Pure, any thread, valid UTF-8. */

/* @text with such lines joined, paragraphs kept where a blank line or an indent shows them; NULL
 * when @text is not wrapped. Free with g_free(). */
char *qsa_wrapping_join (const char *text, gsize text_bytes);

/* TRUE when @text ends as a sentence does: . ! ? ؟ … : or such a mark inside closing quotes. */
gboolean qsa_text_ends_sentence (const char *text, gsize text_bytes);

G_END_DECLS
