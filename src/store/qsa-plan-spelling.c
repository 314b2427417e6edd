/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-plan-spelling.h"

#include <string.h>

#include "qsa-fts.h"
#include "qsa-result-private.h"
#include "qsa-spellings.h"

#define YEH "ي"
/* Looked at to name the commonest other spelling. */
#define MAX_CANDIDATES 32u
#define MINORITY_ONE_IN 5u

gboolean
qsa_plan_spelling_has_token (const char *surface, const char *folded)
{
  return !g_str_equal (surface, folded) || g_str_has_suffix (folded, YEH);
}

gboolean
qsa_plan_spelling_is_marked (const QsaQueryWord *word)
{
  static const char *const marks[] = { "أ", "إ", "آ", "ؤ", "ئ", "ة" };

  if (g_str_has_suffix (word->surface, YEH))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (strstr (word->surface, marks[i]) != NULL)
      return TRUE;
  return FALSE;
}

gboolean
qsa_plan_spelling_is_preferred (const QsaQueryWord *word)
{
  return qsa_plan_spelling_has_token (word->surface, word->folded);
}

static gsize
qsa_plan_spelling_common_end_chars (const char *a, const char *b)
{
  const char *at_a = a + strlen (a), *at_b = b + strlen (b);
  gsize n_chars = 0;

  while (at_a > a && at_b > b)
    {
      at_a = g_utf8_prev_char (at_a);
      at_b = g_utf8_prev_char (at_b);
      if (g_utf8_get_char (at_a) != g_utf8_get_char (at_b))
        break;
      n_chars++;
    }
  return n_chars;
}

char *
qsa_plan_spelling_of_form (const QsaQueryWord *word, const char *form)
{
  glong folded_chars = g_utf8_strlen (word->folded, -1);
  glong surface_chars = g_utf8_strlen (word->surface, -1);
  glong form_chars = g_utf8_strlen (form, -1);
  glong common;
  g_autofree char *head = NULL;

  if (g_str_has_prefix (form, word->folded))
    return g_strconcat (word->surface, form + strlen (word->folded), NULL);
  common = (glong) qsa_plan_spelling_common_end_chars (form, word->folded);
  if (folded_chars != surface_chars || common < 2)
    return NULL;
  head = g_utf8_substring (form, 0, form_chars - common);
  return g_strconcat (head,
                      g_utf8_offset_to_pointer (word->surface, surface_chars - common),
                      NULL);
}

char *
qsa_plan_spelling_expression (const char *spelling, const char *form)
{
  const char *const forms[] = { spelling, NULL };
  gboolean token = qsa_plan_spelling_has_token (spelling, form);
  const QsaFtsWord word = { token ? NULL : forms, token ? forms : NULL };

  return qsa_fts_match_expression (&word, 1);
}

typedef struct
{
  const char *form;
  char *spelling; /* as typed; owned */
  guint typed;    /* articles that print the form so */
  guint all;      /* articles that hold it in any spelling */
} QsaSpellingShare;

static void
qsa_spelling_share_clear (gpointer data)
{
  QsaSpellingShare *share = data;

  g_free (share->spelling);
}

static gboolean
qsa_spelling_share_is_minority (const QsaSpellingShare *share)
{
  return share->typed > 0
         && (guint64) share->typed * MINORITY_ONE_IN < (guint64) share->all;
}

static GArray *
qsa_plan_spelling_measure (QsaPlanner *planner, const QsaQueryWord *word,
                           GPtrArray *forms)
{
  GArray *shares = g_array_new (FALSE, TRUE, sizeof (QsaSpellingShare));

  g_array_set_clear_func (shares, qsa_spelling_share_clear);
  for (guint i = 0; i < forms->len; i++)
    {
      const char *form = forms->pdata[i];
      g_autofree char *spelling = qsa_plan_spelling_of_form (word, form);
      g_autofree char *expression = NULL;
      QsaSpellingShare share = { .form = form };

      if (spelling == NULL || !qsa_plan_spelling_has_token (spelling, form))
        continue;
      expression = qsa_plan_spelling_expression (spelling, form);
      share.typed = qsa_planner_count_matches (planner, expression);
      share.all = qsa_planner_count_articles (form, planner);
      share.spelling = g_steal_pointer (&spelling);
      g_array_append_val (shares, share);
    }
  return shares;
}

/* The form whose other spellings drown the typed one: the word itself, or of a word that is seldom
 * written so (وعلي) the commonest of its family. NULL: nothing is drowned. */
static const QsaSpellingShare *
qsa_plan_spelling_find_drowned (GArray *shares, const QsaQueryWord *word)
{
  const QsaSpellingShare *commonest = NULL;

  for (guint i = 0; i < shares->len; i++)
    {
      const QsaSpellingShare *share = &g_array_index (shares, QsaSpellingShare, i);

      if (g_str_equal (share->form, word->folded)
          && qsa_spelling_share_is_minority (share))
        return share;
      if (commonest == NULL || share->all > commonest->all)
        commonest = share;
    }
  return commonest != NULL && qsa_spelling_share_is_minority (commonest) ? commonest
                                                                         : NULL;
}

/* How many articles print the form otherwise than @spelling. */
static guint
qsa_plan_spelling_count_others (QsaPlanner *planner, const char *form,
                                const char *spelling)
{
  const char *const forms[] = { form, NULL };
  const char *const spellings[] = { spelling, NULL };
  const char *const *const others[] = { spellings };
  const QsaFtsWord word = { forms, NULL };
  g_autofree char *expression = qsa_fts_except_expression (&word, others, 1);

  return qsa_planner_count_matches (planner, expression);
}

/* The commonest spelling of @form but @except (may be NULL); @all: articles that print any of these. What the
 * index does not mark is printed as it is folded. */
static char *
qsa_plan_spelling_find_commonest (QsaPlanner *planner, const char *form,
                                  const char *except, guint all)
{
  g_auto (GStrv) candidates = qsa_spellings_likely (form, MAX_CANDIDATES);
  const char *best = form;
  guint best_articles = 0, marked = 0;

  for (guint i = 0; candidates[i] != NULL; i++)
    {
      g_autofree char *expression = qsa_plan_spelling_expression (candidates[i], form);
      guint articles;

      if (g_strcmp0 (candidates[i], except) == 0)
        continue;
      articles = qsa_planner_count_matches (planner, expression);
      marked += articles;
      if (articles > best_articles)
        {
          best = candidates[i];
          best_articles = articles;
        }
    }
  if (g_strcmp0 (form, except) != 0 && (marked >= all || best_articles < all - marked))
    return g_strdup (marked >= all ? best : form);
  return g_strdup (best);
}

gboolean
qsa_plan_spelling_restrict (QsaPlanner *planner, const QsaQueryWord *word,
                            GPtrArray *forms)
{
  g_autoptr (GArray) shares = NULL;
  g_autofree char *other = NULL;
  g_autofree char *name = NULL;
  const QsaSpellingShare *drowned;
  QsaWidening widening = { .kind = QSA_FORM_SPELLING };

  if (!qsa_plan_spelling_is_marked (word))
    return FALSE;
  shares = qsa_plan_spelling_measure (planner, word, forms);
  drowned = qsa_plan_spelling_find_drowned (shares, word);
  if (drowned == NULL)
    return FALSE;
  widening.articles = qsa_plan_spelling_count_others (planner, drowned->form,
                                                      drowned->spelling);
  if (widening.articles == 0)
    return FALSE;
  other = qsa_plan_spelling_find_commonest (planner, drowned->form, drowned->spelling,
                                            widening.articles);
  name = g_strconcat ("=", other, NULL);
  widening.form = name;
  widening.spelling = other;
  widening.of = word->typed;
  widening.on = qsa_planner_is_on (planner, name, FALSE);
  qsa_planner_take_widening (planner, qsa_widening_copy (&widening));
  return !widening.on;
}
