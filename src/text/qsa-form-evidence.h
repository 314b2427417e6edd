/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-forms.h"

G_BEGIN_DECLS

/* Private to text/: what a vocabulary says about words and their prefixes. X is a word without
 * clitics; a prefix is what stands between a conjunction and X. */

#define QSA_ARTICLE "ال"
#define QSA_LAM "ل"

typedef struct
{
  const char *letters;
  gboolean has_article;
} QsaFormPrefix;

#define QSA_FORM_CONJUNCTIONS 3
#define QSA_FORM_PREFIXES 8

/* {∅ و ف} · {∅ ب ل ك ال بال كال لل} · X. The article after ل is written لل. */
extern const char *const qsa_form_conjunctions[QSA_FORM_CONJUNCTIONS];
extern const QsaFormPrefix qsa_form_prefixes[QSA_FORM_PREFIXES];

typedef struct
{
  QsaVocabularyFunc vocabulary;
  gpointer user_data;
  GHashTable *counts; /* owned; word -> count, asked once per word */
} QsaFormEvidence;

void qsa_form_evidence_init (QsaFormEvidence *evidence, QsaVocabularyFunc vocabulary,
                             gpointer user_data);
void qsa_form_evidence_clear (QsaFormEvidence *evidence);

/* Of several words, a space apart, the rarest one's count. */
guint qsa_form_evidence_count (QsaFormEvidence *evidence, const char *word);
guint qsa_form_evidence_count_prefixed (QsaFormEvidence *evidence, const char *prefix,
                                        const char *word);
/* X and الX. */
guint qsa_form_evidence_count_family (QsaFormEvidence *evidence, const char *x);

/* At least one in @one_in. */
gboolean qsa_form_is_share (guint part, guint whole, guint one_in);
/* @found articles are no accident beside @count. */
gboolean qsa_form_is_enough (guint found, guint count);
glong qsa_form_n_letters (const char *word);
gboolean qsa_form_is_arabic (const char *word);

/* Whether the letter number @at_chars of @surface may be the alef of the article, which is bare: أل إل آل
 * belong to the word. @surface may be NULL: it may. */
gboolean qsa_form_surface_reads_article (const char *surface, glong at_chars);

/* Words that are known to be words of their own, whatever an archive says, which may be small: وزير is not
 * و + زير. */
gboolean qsa_form_is_known_lexeme (const char *word);
const char *const *qsa_form_list_known_lexemes (guint *n_lexemes);
/* أن, لها: takes neither article nor preposition. */
gboolean qsa_form_evidence_is_particle (QsaFormEvidence *evidence, const char *x);
/* The lexeme test. @bare_article: the word begins with the article in this reading. */
gboolean qsa_form_evidence_is_lexeme (QsaFormEvidence *evidence, const char *word,
                                      gboolean bare_article);
/* conjunction + prefix + @x, or a part of it, is a word that has nothing to do with @x. */
gboolean qsa_form_evidence_is_other_word (QsaFormEvidence *evidence,
                                          const char *conjunction,
                                          const QsaFormPrefix *prefix, const char *x);
/* @count articles are hundreds of times those of the family of @family articles. */
gboolean qsa_form_is_absurd (guint count, guint family);
/* Nouns and adjectives, which alone have tanwin, are seen to take the article. */
gboolean qsa_form_evidence_takes_article (QsaFormEvidence *evidence, const char *x);

G_END_DECLS
