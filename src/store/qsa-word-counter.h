/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Internal to store. In how many articles each word occurs, counted while the tokenizer passes
 * words by. One arena for the letters and one flat table: no allocation for a word seen before.
 * One thread at a time. */
typedef struct _QsaWordCounter QsaWordCounter;

QsaWordCounter *qsa_word_counter_new (void);
void qsa_word_counter_free (QsaWordCounter *counter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaWordCounter, qsa_word_counter_free)

/* What follows belongs to the next article. */
void qsa_word_counter_next_article (QsaWordCounter *counter);
/* Further occurrences in the same article count nothing. @word need not be NUL-terminated, must
 * not hold NUL. */
void qsa_word_counter_add (QsaWordCounter *counter, const char *word, gsize word_bytes);

/* Owned words → GUINT_TO_POINTER counts. */
GHashTable *qsa_word_counter_to_table (QsaWordCounter *counter);

G_END_DECLS
