/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-forms.h"

#include <string.h>

#include "qsa-form-clitics.h"
#include "qsa-form-variant.h"

/* The words of a run, and what all its units are made with. */
typedef struct
{
  const QsaFormWord *words;
  guint n_words;
  QsaFormRunKind kind;
  QsaVariantIndex *variants; /* borrowed; may be NULL */
  QsaFormEvidence evidence;  /* shared, so that each word is asked for once */
} QsaFormRun;

void
qsa_form_free (QsaForm *form)
{
  if (form == NULL)
    return;
  g_free (form->folded);
  g_free (form);
}

void
qsa_form_unit_free (QsaFormUnit *unit)
{
  if (unit == NULL)
    return;
  g_ptr_array_unref (unit->forms);
  g_free (unit);
}

/* One letter, numbers and other scripts have no forms. */
static gboolean
qsa_form_word_has_forms (const QsaFormWord *word)
{
  return qsa_form_is_arabic (word->folded) && qsa_form_n_letters (word->folded) >= 2;
}

static QsaFormScope
qsa_form_run_scope (const QsaFormRun *run, guint first)
{
  if (run->kind == QSA_FORM_RUN_LOOSE)
    return QSA_FORM_SCOPE_ALL;
  return first == 0 ? QSA_FORM_SCOPE_FIRST : QSA_FORM_SCOPE_SAME;
}

static void
qsa_form_run_add_word_forms (QsaFormRun *run, guint number, QsaFormList *list)
{
  const QsaFormWord *word = &run->words[number];
  QsaFormScope scope = qsa_form_run_scope (run, number);
  g_autoptr (GArray) readings = qsa_form_readings_new (&run->evidence, word);

  if (scope == QSA_FORM_SCOPE_ALL)
    qsa_form_list_add_clitics (list, readings);
  else if (scope == QSA_FORM_SCOPE_FIRST)
    qsa_form_list_add_proclitics (list, word, readings);
  if (run->variants != NULL)
    qsa_form_list_add_variants (list, run->variants, word, scope);
}

static QsaFormUnit *
qsa_form_unit_new (guint first, guint n_words, QsaFormList *list)
{
  QsaFormUnit *unit = g_new0 (QsaFormUnit, 1);

  unit->first = first;
  unit->n_words = n_words;
  unit->forms = qsa_form_list_finish (list);
  return unit;
}

static QsaFormUnit *
qsa_form_run_make_word_unit (QsaFormRun *run, guint number)
{
  QsaFormList list;

  qsa_form_list_init (&list, &run->evidence);
  qsa_form_list_take (&list, g_strdup (run->words[number].folded), QSA_FORM_TYPED, TRUE);
  if (qsa_form_word_has_forms (&run->words[number]))
    qsa_form_run_add_word_forms (run, number, &list);
  return qsa_form_unit_new (number, 1, &list);
}

GPtrArray *
qsa_forms_of_run (const QsaFormWord *words, guint n_words, QsaFormRunKind kind,
                  const QsaFormSource *source)
{
  QsaFormRun run = { words, n_words, kind, NULL, { 0 } };
  GPtrArray *units;

  g_return_val_if_fail (words != NULL || n_words == 0, NULL);
  g_return_val_if_fail (source != NULL && source->vocabulary != NULL, NULL);

  units = g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_form_unit_free);
  if (source->variants != NULL)
    run.variants = qsa_variant_table_get_index (source->variants);
  qsa_form_evidence_init (&run.evidence, source->vocabulary, source->user_data);
  for (guint i = 0; i < n_words; i++)
    g_ptr_array_add (units, qsa_form_run_make_word_unit (&run, i));
  qsa_form_evidence_clear (&run.evidence);
  return units;
}

/* The forms of one word that is the first of a run. */
static GPtrArray *
qsa_forms_of_word (const char *folded, QsaFormRunKind kind, QsaVocabularyFunc vocabulary,
                   gpointer user_data)
{
  QsaFormWord word = { folded, NULL };
  QsaFormSource source = { vocabulary, user_data, NULL };
  g_autoptr (GPtrArray) units = qsa_forms_of_run (&word, 1, kind, &source);
  QsaFormUnit *unit = g_ptr_array_index (units, 0);

  return g_ptr_array_ref (unit->forms);
}

GPtrArray *
qsa_forms_generate (const char *folded, QsaVocabularyFunc vocabulary, gpointer user_data)
{
  g_return_val_if_fail (folded != NULL && vocabulary != NULL, NULL);

  return qsa_forms_of_word (folded, QSA_FORM_RUN_LOOSE, vocabulary, user_data);
}

GPtrArray *
qsa_forms_generate_proclitics (const char *folded, QsaVocabularyFunc vocabulary,
                               gpointer user_data)
{
  g_return_val_if_fail (folded != NULL && vocabulary != NULL, NULL);

  return qsa_forms_of_word (folded, QSA_FORM_RUN_PHRASE, vocabulary, user_data);
}
