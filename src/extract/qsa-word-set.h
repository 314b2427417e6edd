/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A constant set of words and phrases, written as one string with a bar before, between and behind
 * its members: "|يناير|كانون الثاني|". Any thread. */

gboolean qsa_word_set_has (const char *set, const char *word);

/* Bytes of the longest member that @text is or begins with, up to a blank; 0 when there is none. */
gsize qsa_word_set_prefix_bytes (const char *set, const char *text);

/* TRUE when a member stands anywhere in @text. */
gboolean qsa_word_set_is_inside (const char *set, const char *text);

G_END_DECLS
