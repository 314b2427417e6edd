/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The light10 stem of a folded Arabic word: و, then one of ال وال بال كال فال لل off its beginning, then
 * ها ان ات ون ين يه ية ه ي off its end, each as long as two or three letters stay. Source: Larkey,
 * Ballesteros, Connell, "Light Stemming for Arabic Information Retrieval" (2007), on folded letters.
 * For the wider reach only; never shown to anyone. NULL when @folded is not Arabic. Free with g_free().
 * Pure, any thread. */
char *qsa_light_stem (const char *folded);

G_END_DECLS
