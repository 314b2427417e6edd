/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-form-evidence.h"

G_BEGIN_DECLS

/* Private to text/: the words that a typed word may be a form of. للاجيين is ل + ال + لاجيين, وزير is only
 * itself, الماني is itself and ال + ماني when the vocabulary holds both. */

typedef struct
{
  char *x; /* owned; without clitics, and without tanwin when @is_tanwin */
  const char *conjunction;
  const QsaFormPrefix *prefix;
  gboolean is_tanwin;
  gboolean article_only; /* X without its article is hardly seen */
} QsaFormReading;

/* Whether the letters of @conjunction and @prefix stand at the beginning of @word and leave two
 * letters; the article only where it may be one as printed. */
gboolean qsa_form_word_begins (const QsaFormWord *word, const char *conjunction,
                               const QsaFormPrefix *prefix);

/* GArray of QsaFormReading, the word as a whole first. */
GArray *qsa_form_readings_new (QsaFormEvidence *evidence, const QsaFormWord *word);

/* Words that end in ا or ة (ه here) or اء take their tanwin without an alef. */
gboolean qsa_form_takes_tanwin_alef (const char *x);

G_END_DECLS
