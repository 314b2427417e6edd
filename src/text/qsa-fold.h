/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Letter-level forms of Arabic words. Three forms exist:
 *   printed  the bytes of the text
 *   surface  the letters as printed: tashkeel, tatweel and format characters dropped, ک ی → ك ي,
 *            digits → 0-9, presentation forms resolved, Latin lower-cased
 *   folded   the surface with hamza seats, ى/ي, ة/ه and borrowed letters joined
 * Source of the rules: measurements on 72,716 Arabic press articles (HACKING.md, "Letters").
 * Pure, any thread, any bytes (invalid UTF-8 is skipped, never an error, never an early end). */

/* Bumped when a rule changes (also of light stems): the index must be rebuilt then. */
#define QSA_TEXT_ANALYSIS_VERSION 2

/* One code point in, at most one out: 0 means dropped. What is no letter is returned as it is, and
 * so are presentation forms that stand for several letters: only the scanner takes those apart. */
gunichar qsa_surface_letter (gunichar letter);
gunichar qsa_folded_letter (gunichar surface_letter);

/* Whole strings, word by word through the scanner's rules; separators become one space.
 * Free with g_free(). Never NULL. */
char *qsa_fold_text (const char *text, gssize text_bytes);
char *qsa_surface_text (const char *text, gssize text_bytes);

G_END_DECLS
