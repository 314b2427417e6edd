/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-eval-corpus.h"
#include "qsa-eval-library.h"

G_BEGIN_DECLS

/* The folded words of a corpus and who holds them, counted by the evaluation itself. */
typedef struct _QsaEvalVocabulary QsaEvalVocabulary;

/* @library may be NULL: the articles are then numbered as in @corpus. */
QsaEvalVocabulary *qsa_eval_vocabulary_new (const QsaEvalCorpus *corpus,
                                            const QsaEvalLibrary *library);
void qsa_eval_vocabulary_free (QsaEvalVocabulary *vocabulary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaEvalVocabulary, qsa_eval_vocabulary_free)

/* Articles (guint32 ids) that hold @word; borrowed, NULL when none does. */
GArray *qsa_eval_vocabulary_lookup (QsaEvalVocabulary *vocabulary, const char *word);
guint qsa_eval_vocabulary_count (QsaEvalVocabulary *vocabulary, const char *word);
/* @word as the corpus prints it most often; borrowed. @word itself when unknown. */
const char *qsa_eval_vocabulary_get_surface (QsaEvalVocabulary *vocabulary,
                                             const char *word);
/* All words in the order of their letters; borrowed. */
GPtrArray *qsa_eval_vocabulary_get_words (QsaEvalVocabulary *vocabulary);

/* The clitic forms of the bare word @word that stand for it and nothing else: {∅ و ف} · {∅ ب ل ك} ·
 * {∅ ال | لل} · word, those that the vocabulary holds and that are no words of their own. A form f is a
 * word of its own when ال + f, or one of ب ل ك + f (not ل before ل), is in at least three articles and
 * in at least 2 % of those of f; a form with و or ف is one, too, when the form without it is. This is the
 * definition of the known answer, written down anew here: nothing of qsa-forms is asked.
 * GPtrArray of char * with free func set; the word itself first. */
GPtrArray *qsa_eval_vocabulary_family (QsaEvalVocabulary *vocabulary, const char *word);

/* Whether @word is itself such a form of a shorter word that is at least as common. */
gboolean qsa_eval_vocabulary_is_form (QsaEvalVocabulary *vocabulary, const char *word);

G_END_DECLS
