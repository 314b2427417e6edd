/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Small pure helpers over UTF-8 text. Any thread. */

/* Numbers for people: Latin digits in groups of three, "1,204", the same in every locale (one kind of
 * digits in a window). Free with g_free(). */
char *qsa_number_format (guint64 number);

/* ٠–٩ and ۰–۹ become 0–9, all else as it is. Free with g_free(). */
char *qsa_digits_to_latin (const char *text, gssize text_bytes);

/* Leading and trailing white space off, inner runs (NBSP and other Unicode spaces too, not \n)
 * to one space. Bidi marks and letters stay. Free with g_free(). */
char *qsa_text_squeeze (const char *text, gssize text_bytes);

/* Number of words by the scanner's rules. */
guint qsa_text_count_words (const char *text, gssize text_bytes);

G_END_DECLS
