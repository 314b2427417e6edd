/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Query-time widening of one word to the forms that the archive's vocabulary holds: clitics
 * (و ف · ب ل ك · ال لل), the article taken off, tanwin alef. Nothing is stripped at index time.
 * Source of the rules and of the lexeme test: HACKING.md, "Forms". Pure, any thread. */

/* How many articles hold the folded word @folded; 0 when the archive does not know it. */
typedef guint (*QsaVocabularyFunc) (const char *folded, gpointer user_data);

typedef enum
{
  QSA_FORM_TYPED,   /* the word itself, folded; always first, also when unknown */
  QSA_FORM_CLITIC,  /* with or without و ف ب ل ك ال لل */
  QSA_FORM_TANWIN,  /* accusative alef */
  QSA_FORM_VARIANT, /* house spelling, from the variant table (later) */
} QsaFormKind;

typedef struct
{
  char *folded;   /* owned */
  guint articles; /* as the vocabulary says */
  QsaFormKind kind;
  gboolean on; /* searched; a form that is a word of its own is off (lexeme test) */
} QsaForm;

void qsa_form_free (QsaForm *form);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaForm, qsa_form_free)

/* GPtrArray of QsaForm with free func set; the typed word first, the others by articles,
 * descending, ties by form. @folded is one folded token. Only forms that the vocabulary holds,
 * and the typed one. */
GPtrArray *qsa_forms_generate (const char *folded, QsaVocabularyFunc vocabulary,
                               gpointer user_data);

/* Only و ف ب ل ك prefixes, for the first word of a phrase. Same contract. */
GPtrArray *qsa_forms_generate_proclitics (const char *folded,
                                          QsaVocabularyFunc vocabulary,
                                          gpointer user_data);

G_END_DECLS
