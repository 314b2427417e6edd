/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-forms.h"

#include <string.h>

#include "qsa-form-clitics.h"
#include "qsa-form-inflection.h"
#include "qsa-form-joined.h"
#include "qsa-form-month.h"
#include "qsa-form-variant.h"

/* ابو عبد الله, and with بن before it; the table of spellings may hold longer ones. */
#define QSA_FORM_UNIT_WORDS 4

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
  g_free (form->printed);
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
  gboolean is_known = FALSE;

  if (scope == QSA_FORM_SCOPE_ALL)
    qsa_form_list_add_clitics (list, readings);
  else if (scope == QSA_FORM_SCOPE_FIRST)
    qsa_form_list_add_proclitics (list, word, readings);
  if (run->variants != NULL)
    is_known = qsa_form_list_add_variants (list, run->variants, word, scope);
  qsa_form_list_add_apart (list, word, scope);
  qsa_form_list_add_months (list, run->words, run->n_words, number, 1, scope);
  if (scope == QSA_FORM_SCOPE_ALL)
    qsa_form_list_add_inflections (list, readings, is_known);
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

static char *
qsa_form_run_join (const QsaFormRun *run, guint first, guint n_words, gboolean surface)
{
  GString *joined = g_string_new (NULL);

  for (guint i = first; i < first + n_words; i++)
    {
      const char *word = surface ? run->words[i].surface : run->words[i].folded;

      g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "",
                              word != NULL ? word : run->words[i].folded);
    }
  return g_string_free (joined, FALSE);
}

/* Whether @form is @word but for what stands before it. */
static gboolean
qsa_form_differs_in_clitics (const char *form, const QsaFormWord *word)
{
  for (guint c = 0; c < QSA_FORM_CONJUNCTIONS * QSA_FORM_PREFIXES; c++)
    {
      const char *conjunction = qsa_form_conjunctions[c / QSA_FORM_PREFIXES];
      const QsaFormPrefix *prefix = &qsa_form_prefixes[c % QSA_FORM_PREFIXES];
      const char *x = word->folded + strlen (conjunction) + strlen (prefix->letters);
      QsaFormWord whole = { form, NULL };

      if (prefix->has_article || !qsa_form_word_begins (word, conjunction, prefix))
        continue;
      for (guint o = 0; o < QSA_FORM_CONJUNCTIONS * QSA_FORM_PREFIXES; o++)
        {
          const char *other = qsa_form_conjunctions[o / QSA_FORM_PREFIXES];
          const QsaFormPrefix *others = &qsa_form_prefixes[o % QSA_FORM_PREFIXES];

          if (!others->has_article && qsa_form_word_begins (&whole, other, others)
              && g_str_equal (form + strlen (other) + strlen (others->letters), x))
            return TRUE;
        }
    }
  return FALSE;
}

/* The words as they are, whatever stands before the first: their own units have that. */
static gboolean
qsa_form_run_says (const QsaFormRun *run, guint first, guint n_words, const char *form)
{
  g_autofree char *rest = qsa_form_run_join (run, first + 1, n_words - 1, FALSE);
  const char *space = strchr (form, ' ');
  g_autofree char *form_first = NULL;

  if (space == NULL || !g_str_equal (space + 1, rest))
    return FALSE;
  form_first = g_strndup (form, (gsize) (space - form));
  return qsa_form_differs_in_clitics (form_first, &run->words[first]);
}

/* NULL when nothing else stands for these words together. */
static QsaFormUnit *
qsa_form_run_make_longer_unit (QsaFormRun *run, guint first, guint n_words)
{
  QsaFormScope scope = qsa_form_run_scope (run, first);
  g_autofree char *folded = qsa_form_run_join (run, first, n_words, FALSE);
  g_autofree char *surface = qsa_form_run_join (run, first, n_words, TRUE);
  QsaFormWord joined = { folded, surface };
  g_autoptr (QsaFormUnit) unit = NULL;
  QsaFormList list;

  qsa_form_list_init (&list, &run->evidence);
  if (run->variants != NULL)
    qsa_form_list_add_variants (&list, run->variants, &joined, scope);
  qsa_form_list_add_joined (&list, run->words + first, n_words, scope);
  qsa_form_list_add_months (&list, run->words, run->n_words, first, n_words, scope);
  unit = qsa_form_unit_new (first, n_words, &list);
  for (guint i = unit->forms->len; i > 0; i--)
    {
      const QsaForm *form = g_ptr_array_index (unit->forms, i - 1);

      if (qsa_form_run_says (run, first, n_words, form->folded))
        g_ptr_array_remove_index (unit->forms, i - 1);
    }
  return unit->forms->len > 0 ? g_steal_pointer (&unit) : NULL;
}

/* The longest units first; of those that overlap the earlier one. */
static void
qsa_form_run_add_longer_units (QsaFormRun *run, GPtrArray *units)
{
  g_autofree gboolean *taken = g_new0 (gboolean, run->n_words + 1);
  guint most = QSA_FORM_UNIT_WORDS;

  if (run->variants != NULL)
    most = MAX (most, qsa_variant_index_get_max_words (run->variants));
  for (guint n = MIN (most, run->n_words); n >= 2; n--)
    {
      for (guint first = 0; first + n <= run->n_words; first++)
        {
          QsaFormUnit *unit = NULL;
          guint n_taken = 0;

          for (guint i = first; i < first + n; i++)
            n_taken += taken[i];
          if (n_taken == 0)
            unit = qsa_form_run_make_longer_unit (run, first, n);
          for (guint i = first; unit != NULL && i < first + n; i++)
            taken[i] = TRUE;
          if (unit != NULL)
            g_ptr_array_add (units, unit);
        }
    }
}

static gint
qsa_form_unit_compare (gconstpointer a, gconstpointer b)
{
  const QsaFormUnit *left = *(const QsaFormUnit *const *) a;
  const QsaFormUnit *right = *(const QsaFormUnit *const *) b;

  if (left->first != right->first)
    return left->first < right->first ? -1 : 1;
  return left->n_words < right->n_words ? -1 : left->n_words > right->n_words;
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
  qsa_form_run_add_longer_units (&run, units);
  g_ptr_array_sort (units, qsa_form_unit_compare);
  qsa_form_evidence_clear (&run.evidence);
  return units;
}
