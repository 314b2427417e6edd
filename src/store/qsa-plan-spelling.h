/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-planner.h"

G_BEGIN_DECLS

/* Private to the planner. What becomes of the letters as typed once a word is folded. */

/* Whether the index marks places where @surface, which folds to @folded, is printed so; else only
 * other spellings are marked. */
gboolean qsa_plan_spelling_has_token (const char *surface, const char *folded);
/* Whether the word was typed with a mark, so that just this spelling may be meant: ا ه ى stand for all
 * that folds to them. */
gboolean qsa_plan_spelling_is_marked (const QsaQueryWord *word);
/* The same, but ى at the end and borrowed letters are preferred as typed too. */
gboolean qsa_plan_spelling_is_preferred (const QsaQueryWord *word);

/* A form of the word, spelled as the user spelled the word: for typed على and the form وعلي it is
 * وعلى. NULL when the two have too little in common. Free with g_free(). */
char *qsa_plan_spelling_of_form (const QsaQueryWord *word, const char *form);

/* For MATCH, of a spelling as above. Free with g_free(). */
char *qsa_plan_spelling_expression (const char *spelling, const char *form);

/* A spelling that holds under a fifth of what folds to the same word (علي among على) would drown in it:
 * then the others are a widening that is off. Whether only the typed spelling of @forms (char *, folded,
 * the word itself first) is searched; one that the archive does not print at all stands for all. */
gboolean qsa_plan_spelling_restrict (QsaPlanner *planner, const QsaQueryWord *word,
                                     GPtrArray *forms);

G_END_DECLS
