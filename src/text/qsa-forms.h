/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-variants.h"

G_BEGIN_DECLS

/* Query-time widening of words to the forms that the archive's vocabulary holds: clitics
 * (و ف · ب ل ك · ال لل), the article taken off, tanwin alef, house spellings with their endings, joined and
 * apart, months in other systems of names. Nothing is stripped at index time.
 * Source of the rules and of the lexeme test: HACKING.md, "Forms". Pure, any thread. */

/* How many articles hold the folded word @folded; 0 when the archive does not know it. */
typedef guint (*QsaVocabularyFunc) (const char *folded, gpointer user_data);

typedef enum
{
  QSA_FORM_TYPED,      /* the word itself, folded; always first, also when unknown */
  QSA_FORM_CLITIC,     /* with or without و ف ب ل ك ال لل */
  QSA_FORM_TANWIN,     /* accusative alef */
  QSA_FORM_VARIANT,    /* house spelling, from the variant table, with its inflections */
  QSA_FORM_INFLECTION, /* ين ون ات ان, nisba, possessives: off, but for variants */
  QSA_FORM_JOINED,     /* عبدالله for عبد الله, and apart */
  QSA_FORM_MONTH,      /* تموز for يوليو, beside a day or a year */
  QSA_FORM_SPELLING, /* the same letters when folded, another word as printed: على for علي */
  QSA_FORM_STEM, /* of the wider reach */
} QsaFormKind;

typedef struct
{
  /* Owned; several words ("عبد الله") are one space apart. */
  char *folded;
  /* As the vocabulary says; of several words the rarest one's: an upper bound. */
  guint articles;
  QsaFormKind kind;
  /* Searched. A form that is a word of its own is off (lexeme test), and so are endings. */
  gboolean on;
  /* Owned; of a house spelling, as the table prints it with its ending: "الأميركية". NULL: not known. */
  char *printed;
} QsaForm;

void qsa_form_free (QsaForm *form);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaForm, qsa_form_free)

/* What people type beside each other is looked at together: كانون الثاني is one month, and only beside a
 * day or a year; عبد الله is also عبدالله. */

typedef struct
{
  const char *folded;
  /* As the scanner gives it; tells ألماني from الماني. NULL: unknown. */
  const char *surface;
} QsaFormWord;

typedef enum
{
  /* Words that may stand anywhere: all widening. */
  QSA_FORM_RUN_LOOSE,
  /* Next to each other: و ف ب ل ك on the first word only (a first word typed with one of them is reduced),
   * elsewhere spellings with the same clitics and ending. */
  QSA_FORM_RUN_PHRASE,
} QsaFormRunKind;

typedef struct
{
  QsaVocabularyFunc vocabulary;
  gpointer user_data;
  QsaVariantTable *variants; /* may be NULL */
} QsaFormSource;

/* One word of the run, or several that are one thing. */
typedef struct
{
  guint first; /* of the run */
  /* 1: the word's own forms, TYPED first. More: only what stands for all of them together, the words
   * themselves left out; such a unit comes beside those of its words. */
  guint n_words;
  /* QsaForm: the typed word first, the others by articles, descending, ties by form; only such as the
   * vocabulary holds, and the typed one. */
  GPtrArray *forms;
} QsaFormUnit;

void qsa_form_unit_free (QsaFormUnit *unit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaFormUnit, qsa_form_unit_free)

/* GPtrArray of QsaFormUnit with free func set, by first and n_words; one unit of 1 for each word; longer
 * units do not overlap each other and have at least one form. */
GPtrArray *qsa_forms_of_run (const QsaFormWord *words, guint n_words, QsaFormRunKind kind,
                             const QsaFormSource *source);

G_END_DECLS
