/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Words of the trade that the rules lean on, in one place: section names, what stands before an
 * author's name, kinds of outlets. General vocabulary of Arabic newsrooms; no outlet's name. All
 * take folded text as qsa_fold_text() gives it. Any thread. */

/* "سياسه", "اخبار العالم" …; with or without the article. */
gboolean qsa_press_is_section (const char *folded);

/* How many words at the start of @folded say that an author follows ("بقلم", "كتبت", "تقرير",
 * "اجري الحوار"); 0 when none does. */
guint qsa_press_byline_cue_words (const char *folded);

/* "صحيفه", "وكاله", "موقع" …: the word by which an outlet's full name begins. */
gboolean qsa_press_is_outlet_kind (const char *folded_word);

/* "وكالات", "متابعات", "خاص" …: stands where an author could, and is none. */
gboolean qsa_press_is_desk (const char *folded);

/* "في", "من", "ان" …: a line with one of these is no name. */
gboolean qsa_press_is_function_word (const char *folded_word);

/* The folded name without a leading kind word, so that "صحيفه س" and "س" compare equal. Borrowed
 * from @folded. */
const char *qsa_press_skip_outlet_kind (const char *folded);

G_END_DECLS
