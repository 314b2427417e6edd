/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-plan-unit.h"

#include <string.h>

#include "qsa-form-spelling.h"
#include "qsa-plan-spelling.h"
#include "qsa-plan-stem.h"
#include "qsa-result-private.h"
#include "qsa-spellings.h"

typedef struct
{
  QsaPlanner *planner;
  GPtrArray *words; /* QsaQueryWord, borrowed */
  QsaReach reach;
  QsaFormRunKind kind;
} QsaPlanRun;

static void
qsa_plan_unit_free (gpointer data)
{
  QsaPlanUnit *unit = data;

  qsa_plan_position_unref (unit->position);
  g_ptr_array_unref (unit->ways);
  g_clear_pointer (&unit->same_spelling, g_ptr_array_unref);
  g_free (unit);
}

static QsaPlanUnit *
qsa_plan_unit_new (guint first, guint n_words)
{
  QsaPlanUnit *unit = g_new0 (QsaPlanUnit, 1);

  unit->first = first;
  unit->n_words = n_words;
  unit->position = qsa_plan_position_new ();
  unit->n_apart = G_MAXUINT;
  unit->ways = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  return unit;
}

/* ---- letters as typed ---- */

/* The surface form where the index has it, else the folded form but for its other spellings. */
static QsaPlanUnit *
qsa_plan_unit_new_exact (guint index, const QsaQueryWord *word)
{
  QsaPlanUnit *unit = qsa_plan_unit_new (index, 1);

  unit->position->exact = TRUE;
  if (qsa_plan_spelling_has_token (word->surface, word->folded))
    {
      qsa_plan_position_add_surface (unit->position, word->surface);
      return unit;
    }
  qsa_plan_position_add_folded (unit->position, word->folded);
  unit->position->others = qsa_spellings_of (word->folded);
  return unit;
}

/* ---- forms ---- */

static void
qsa_plan_unit_prefer_spelling (QsaPlanUnit *unit, const QsaQueryWord *word)
{
  GPtrArray *forms = unit->position->folded;

  if (!qsa_plan_spelling_is_preferred (word))
    return;
  unit->same_spelling = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < forms->len; i++)
    {
      g_autofree char *spelling = qsa_plan_spelling_of_form (word, forms->pdata[i]);

      if (spelling != NULL)
        g_ptr_array_add (unit->same_spelling,
                         qsa_plan_spelling_expression (spelling, forms->pdata[i]));
    }
}

static QsaPlanUnit *
qsa_plan_unit_new_folded (guint index, const QsaQueryWord *word)
{
  QsaPlanUnit *unit = qsa_plan_unit_new (index, 1);

  qsa_plan_position_add_folded (unit->position, word->folded);
  qsa_plan_unit_prefer_spelling (unit, word);
  return unit;
}

static char *
qsa_plan_run_join_typed (const QsaPlanRun *run, guint first, guint n_words)
{
  GString *joined = g_string_new (NULL);

  for (guint i = first; i < first + n_words; i++)
    g_string_append_printf (joined, "%s%s", i > first ? " " : "",
                            ((const QsaQueryWord *) run->words->pdata[i])->typed);
  return g_string_free (joined, FALSE);
}

/* House spellings are shown as their table has them, what was typed with marks as it was typed, with its
 * clitics, all else as the archive prints it. */
static char *
qsa_plan_run_spell (const QsaPlanRun *run, const QsaFormUnit *forms, const QsaForm *form)
{
  const QsaQueryWord *word = run->words->pdata[forms->first];

  if (form->printed != NULL)
    return g_strdup (form->printed);
  if (forms->n_words == 1 && qsa_plan_spelling_is_preferred (word)
      && (form->kind == QSA_FORM_CLITIC || form->kind == QSA_FORM_TANWIN))
    return qsa_form_spelling (form->folded, word->surface, word->folded);
  return qsa_planner_spell (run->planner, form->folded);
}

static void
qsa_plan_run_widen (const QsaPlanRun *run, const QsaFormUnit *forms, const QsaForm *form,
                    gboolean on)
{
  g_autofree char *of = qsa_plan_run_join_typed (run, forms->first, forms->n_words);
  g_autofree char *spelling = qsa_plan_run_spell (run, forms, form);
  QsaWidening widening = { form->folded, spelling, of, form->articles, form->kind, on };

  qsa_planner_take_widening (run->planner, qsa_widening_copy (&widening));
}

static void
qsa_plan_unit_add_form (QsaPlanUnit *unit, const char *form)
{
  if (strchr (form, ' ') != NULL)
    g_ptr_array_add (unit->ways, qsa_plan_way_new_of_words (form));
  else
    qsa_plan_position_add_folded (unit->position, form);
}

/* In the wider reach also forms that are words of their own. */
static gboolean
qsa_plan_run_has_stem (const QsaPlanRun *run, const QsaFormUnit *forms,
                       const QsaForm *form)
{
  const QsaQueryWord *word = run->words->pdata[forms->first];

  return run->reach == QSA_REACH_WIDE && run->kind == QSA_FORM_RUN_LOOSE
         && forms->n_words == 1 && qsa_plan_stem_is_same (word->folded, form->folded);
}

static void
qsa_plan_unit_choose (QsaPlanUnit *unit, const QsaPlanRun *run, const QsaFormUnit *forms)
{
  for (guint i = 0; i < forms->forms->len; i++)
    {
      const QsaForm *form = forms->forms->pdata[i];
      gboolean on = TRUE;

      if (form->kind != QSA_FORM_TYPED)
        {
          on = qsa_planner_is_on (run->planner, form->folded,
                                  form->on || qsa_plan_run_has_stem (run, forms, form));
          qsa_plan_run_widen (run, forms, form, on);
        }
      if (on)
        qsa_plan_unit_add_form (unit, form->folded);
    }
}

/* Forms in the typed spelling only; variants, which share too little with it, in any. */
static void
qsa_plan_unit_restrict_spelling (QsaPlanUnit *unit, const QsaQueryWord *word)
{
  GPtrArray *forms = unit->position->folded;

  for (guint i = 0; i < forms->len;)
    {
      g_autofree char *spelling = qsa_plan_spelling_of_form (word, forms->pdata[i]);

      if (spelling == NULL || !qsa_plan_spelling_has_token (spelling, forms->pdata[i]))
        {
          i++;
          continue;
        }
      qsa_plan_position_add_surface (unit->position, spelling);
      g_ptr_array_remove_index (forms, i);
    }
}

static gboolean
qsa_form_unit_has (const QsaFormUnit *forms, const char *folded)
{
  for (guint i = 0; i < forms->forms->len; i++)
    if (g_str_equal (((const QsaForm *) forms->forms->pdata[i])->folded, folded))
      return TRUE;
  return FALSE;
}

/* The common ones are shown and can be switched; the long tail comes with the reach. */
static void
qsa_plan_unit_add_stems (QsaPlanUnit *unit, const QsaPlanRun *run,
                         const QsaFormUnit *forms)
{
  const QsaQueryWord *word = run->words->pdata[forms->first];
  g_autoptr (GArray) stems = qsa_plan_stem_words (run->planner, word->folded);
  guint n_shown = 0;

  for (guint i = 0; i < stems->len; i++)
    {
      const QsaStemWord *stem = &g_array_index (stems, QsaStemWord, i);
      const QsaForm form = { .folded = stem->folded,
                             .articles = stem->articles,
                             .kind = QSA_FORM_STEM,
                             .on = TRUE };
      gboolean on = qsa_planner_is_on (run->planner, stem->folded, TRUE);

      if (qsa_form_unit_has (forms, stem->folded))
        continue;
      if (n_shown < QSA_PLAN_STEM_SHOWN)
        qsa_plan_run_widen (run, forms, &form, on);
      n_shown++;
      if (on)
        qsa_plan_position_add_folded (unit->position, stem->folded);
      if (n_shown == QSA_PLAN_STEM_SHOWN)
        unit->n_apart = unit->position->folded->len;
    }
}

/* Forms that are searched when nobody wishes otherwise: what they say of the spelling stays as it is when
 * one of them is switched. */
static GPtrArray *
qsa_plan_unit_list_defaults (const QsaFormUnit *forms)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < forms->forms->len; i++)
    {
      const QsaForm *form = forms->forms->pdata[i];

      if ((form->on || form->kind == QSA_FORM_TYPED)
          && strchr (form->folded, ' ') == NULL)
        g_ptr_array_add (list, form->folded);
    }
  return list;
}

static QsaPlanUnit *
qsa_plan_unit_new_of_forms (const QsaPlanRun *run, const QsaFormUnit *forms)
{
  QsaPlanUnit *unit = qsa_plan_unit_new (forms->first, forms->n_words);
  const QsaQueryWord *word = run->words->pdata[forms->first];
  guint first_widening = run->planner->widenings->len;

  qsa_plan_unit_choose (unit, run, forms);
  if (forms->n_words == 1 && run->kind == QSA_FORM_RUN_LOOSE)
    {
      g_autoptr (GPtrArray) defaults = qsa_plan_unit_list_defaults (forms);

      qsa_plan_unit_prefer_spelling (unit, word);
      if (qsa_plan_spelling_restrict (run->planner, word, defaults))
        qsa_plan_unit_restrict_spelling (unit, word);
      if (run->reach == QSA_REACH_WIDE)
        qsa_plan_unit_add_stems (unit, run, forms);
      /* Nothing to prefer when there is nothing else. */
      if (unit->position->folded->len == 0 && unit->ways->len == 0)
        g_clear_pointer (&unit->same_spelling, g_ptr_array_unref);
    }
  qsa_planner_sort_widenings (run->planner, first_widening);
  return unit;
}

static GPtrArray *
qsa_plan_run_make_forms (const QsaPlanRun *run)
{
  g_autofree QsaFormWord *words = g_new0 (QsaFormWord, run->words->len);
  const QsaFormSource source = { qsa_planner_count_articles, run->planner,
                                 run->planner->variants };

  for (guint i = 0; i < run->words->len; i++)
    {
      const QsaQueryWord *word = run->words->pdata[i];

      words[i] = (QsaFormWord){ word->folded, word->surface };
    }
  return qsa_forms_of_run (words, run->words->len, run->kind, &source);
}

static void
qsa_plan_run_add_forms (const QsaPlanRun *run, GPtrArray *units)
{
  g_autoptr (GPtrArray) forms = qsa_plan_run_make_forms (run);

  for (guint i = 0; i < forms->len; i++)
    g_ptr_array_add (units, qsa_plan_unit_new_of_forms (run, forms->pdata[i]));
}

GPtrArray *
qsa_plan_units_new (QsaPlanner *planner, GPtrArray *words, QsaReach reach,
                    QsaFormRunKind kind)
{
  GPtrArray *units = g_ptr_array_new_with_free_func (qsa_plan_unit_free);
  QsaPlanRun run = { planner, words, reach, kind };

  if (reach == QSA_REACH_DEFAULT || reach == QSA_REACH_WIDE)
    qsa_plan_run_add_forms (&run, units);
  else
    for (guint i = 0; i < words->len; i++)
      g_ptr_array_add (units, reach == QSA_REACH_FOLDED
                                  ? qsa_plan_unit_new_folded (i, words->pdata[i])
                                  : qsa_plan_unit_new_exact (i, words->pdata[i]));
  return units;
}

const QsaPlanUnit *
qsa_plan_units_find (GPtrArray *units, guint first, guint n_words)
{
  guint low = 0, high = units->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (((const QsaPlanUnit *) units->pdata[middle])->first < first)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < units->len; low++)
    {
      const QsaPlanUnit *unit = units->pdata[low];

      if (unit->first != first)
        break;
      if (n_words == 0 ? unit->n_words > 1 : unit->n_words == n_words)
        return unit;
    }
  return NULL;
}
