/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-naive-words.h"

#include <string.h>

#include "qsa-forms.h"
#include "qsa-light-stem.h"

typedef struct
{
  QsaNaiveSearch *search;
  QsaSearchRequest *request;
} Naive;

static void
form_free (gpointer data)
{
  QsaNaiveForm *form = data;

  g_free (form->folded);
  g_free (form->surface);
  g_free (form);
}

static void
add_form (GPtrArray *position, const char *folded, const char *surface, gboolean prefix)
{
  QsaNaiveForm *form = g_new0 (QsaNaiveForm, 1);

  form->folded = g_strdup (folded);
  form->surface = g_strdup (surface);
  form->prefix = prefix;
  g_ptr_array_add (position, form);
}

static GPtrArray *
new_position (void)
{
  return g_ptr_array_new_with_free_func (form_free);
}

static GPtrArray *
new_way (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
}

void
qsa_naive_term_free (QsaNaiveTerm *term)
{
  g_ptr_array_unref (term->ways);
  g_clear_pointer (&term->preferred, g_ptr_array_unref);
  g_free (term);
}

static QsaNaiveTerm *
new_term (guint first, guint n_words, const QsaQueryNode *node)
{
  QsaNaiveTerm *term = g_new0 (QsaNaiveTerm, 1);

  term->first = first;
  term->n_words = n_words;
  term->node = node;
  term->ways = new_way ();
  return term;
}

gboolean
qsa_naive_form_is (const QsaNaiveForm *form, const char *folded, const char *surface)
{
  if (form->prefix)
    return g_str_has_prefix (folded, form->folded);
  return form->surface != NULL ? g_str_equal (form->surface, surface)
                               : g_str_equal (form->folded, folded);
}

static guint
count_articles (const char *folded, gpointer search)
{
  return qsa_naive_search_count_articles (search, folded);
}

static gboolean
is_on (const Naive *naive, const char *form, gboolean by_default)
{
  int wish = qsa_search_request_get_form (naive->request, form);

  return wish >= 0 ? wish > 0 : by_default;
}

/* ---- spellings ---- */

/* The typed spelling in a form: what the form and the folded word have in common at the end is
 * spelled as typed; NULL when they hardly have anything in common. */
static char *
respell (const QsaQueryWord *word, const char *form)
{
  g_autofree gunichar *f = g_utf8_to_ucs4_fast (form, -1, NULL);
  glong n_form, n_folded, n_surface, n_common = 0;
  g_autofree gunichar *folded = g_utf8_to_ucs4_fast (word->folded, -1, &n_folded);
  g_autofree gunichar *surface = g_utf8_to_ucs4_fast (word->surface, -1, &n_surface);

  if (g_str_has_prefix (form, word->folded))
    return g_strconcat (word->surface, form + strlen (word->folded), NULL);
  n_form = g_utf8_strlen (form, -1);
  while (n_common < MIN (n_form, n_folded)
         && f[n_form - 1 - n_common] == folded[n_folded - 1 - n_common])
    n_common++;
  if (n_common < 2 || n_folded != n_surface)
    return NULL;
  for (glong i = 0; i < n_common; i++)
    f[n_form - 1 - i] = surface[n_surface - 1 - i];
  return g_ucs4_to_utf8 (f, n_form, NULL, NULL, NULL);
}

/* علي means just this, كتاب whatever folds to it. */
static gboolean
tells_apart (const char *surface, const char *folded)
{
  return !g_str_equal (surface, folded) || g_str_has_suffix (folded, "ي");
}

static gboolean
is_minority (guint typed, guint all)
{
  return typed > 0 && typed * 5 < all;
}

static gboolean
is_marked (const char *surface)
{
  return g_str_has_suffix (surface, "ي") || strstr (surface, "أ") != NULL
         || strstr (surface, "إ") != NULL || strstr (surface, "آ") != NULL
         || strstr (surface, "ؤ") != NULL || strstr (surface, "ئ") != NULL
         || strstr (surface, "ة") != NULL;
}

/* Of the word and the forms that are on by default only the typed spelling is meant. */
static gboolean
is_drowned (const Naive *naive, const QsaQueryWord *word, GPtrArray *forms)
{
  guint commonest = 0;
  gboolean drowned = FALSE, commonest_drowned = FALSE;

  if (!is_marked (word->surface))
    return FALSE;
  for (guint i = 0; i < forms->len; i++)
    {
      const QsaForm *form = forms->pdata[i];
      g_autofree char *spelling = respell (word, form->folded);
      guint typed, all = qsa_naive_search_count_articles (naive->search, form->folded);

      if (spelling == NULL || !tells_apart (spelling, form->folded)
          || strchr (form->folded, ' ') != NULL
          || (!form->on && form->kind != QSA_FORM_TYPED))
        continue;
      typed = qsa_naive_search_count_spelling (naive->search, spelling);
      if (g_str_equal (form->folded, word->folded))
        drowned = is_minority (typed, all);
      if (all > commonest)
        commonest_drowned = is_minority (typed, all);
      commonest = MAX (commonest, all);
    }
  return (drowned || commonest_drowned)
         && !qsa_naive_search_wants_spelling (naive->search, naive->request, word);
}

static void
spell_as_typed (const QsaQueryWord *word, GPtrArray *forms)
{
  for (guint i = 0; i < forms->len; i++)
    {
      QsaNaiveForm *form = forms->pdata[i];
      g_autofree char *spelling = respell (word, form->folded);

      if (spelling != NULL && tells_apart (spelling, form->folded))
        form->surface = g_steal_pointer (&spelling);
    }
}

static GPtrArray *
prefer_typed (const QsaQueryWord *word, GPtrArray *forms)
{
  GPtrArray *preferred;

  if (!tells_apart (word->surface, word->folded))
    return NULL;
  preferred = new_position ();
  for (guint i = 0; i < forms->len; i++)
    {
      const QsaNaiveForm *form = forms->pdata[i];
      g_autofree char *spelling = respell (word, form->folded);

      if (spelling != NULL)
        add_form (preferred, form->folded,
                  tells_apart (spelling, form->folded) ? spelling : NULL, FALSE);
    }
  return preferred;
}

/* ---- forms ---- */

static void
add_said (GPtrArray *position, GPtrArray *ways, const char *form)
{
  g_auto (GStrv) words = g_strsplit (form, " ", -1);
  GPtrArray *way;

  if (words[1] == NULL)
    {
      add_form (position, form, NULL, FALSE);
      return;
    }
  way = new_way ();
  for (guint i = 0; words[i] != NULL; i++)
    {
      GPtrArray *one = new_position ();

      add_form (one, words[i], NULL, FALSE);
      g_ptr_array_add (way, one);
    }
  g_ptr_array_add (ways, way);
}

static void
add_stems (const Naive *naive, const QsaFormUnit *unit, const QsaQueryWord *word,
           GPtrArray *position)
{
  g_autofree char *stem = qsa_light_stem (word->folded);
  g_autoptr (GList) words = qsa_naive_search_list_words (naive->search);

  for (GList *l = words; stem != NULL && l != NULL; l = l->next)
    {
      g_autofree char *other = qsa_light_stem (l->data);
      gboolean known = FALSE;

      for (guint i = 0; i < unit->forms->len; i++)
        known = known
                || g_str_equal (((QsaForm *) unit->forms->pdata[i])->folded, l->data);
      if (!known && g_strcmp0 (stem, other) == 0 && is_on (naive, l->data, TRUE))
        add_form (position, l->data, NULL, FALSE);
    }
}

/* @word: the only word of the unit, of a loose run; else NULL. */
static QsaNaiveTerm *
term_of_unit (const Naive *naive, const QsaFormUnit *unit, const QsaQueryNode *node,
              const QsaQueryWord *word)
{
  QsaNaiveTerm *term = new_term (unit->first, unit->n_words, node);
  g_autofree char *stem = word != NULL ? qsa_light_stem (word->folded) : NULL;
  gboolean wide = word != NULL && node->reach == QSA_REACH_WIDE;
  GPtrArray *position = new_position ();

  for (guint i = 0; i < unit->forms->len; i++)
    {
      const QsaForm *form = unit->forms->pdata[i];
      g_autofree char *other = qsa_light_stem (form->folded);
      gboolean same_stem = wide && stem != NULL && g_strcmp0 (stem, other) == 0;

      if (form->kind == QSA_FORM_TYPED
          || is_on (naive, form->folded, form->on || same_stem))
        add_said (position, term->ways, form->folded);
    }
  if (word != NULL)
    term->preferred = prefer_typed (word, position);
  if (word != NULL && is_drowned (naive, word, unit->forms))
    spell_as_typed (word, position);
  if (wide)
    add_stems (naive, unit, word, position);
  if (position->len > 0)
    {
      GPtrArray *way = new_way ();

      g_ptr_array_add (way, position);
      g_ptr_array_insert (term->ways, 0, way);
    }
  else
    g_ptr_array_unref (position);
  return term;
}

static GPtrArray *
make_units (const Naive *naive, GPtrArray *words, QsaFormRunKind kind)
{
  g_autofree QsaFormWord *run = g_new0 (QsaFormWord, words->len);
  const QsaFormSource source = { count_articles, naive->search,
                                 qsa_naive_search_get_variants (naive->search) };

  for (guint i = 0; i < words->len; i++)
    {
      const QsaQueryWord *word = words->pdata[i];

      run[i] = (QsaFormWord){ word->folded, word->surface };
    }
  return qsa_forms_of_run (run, words->len, kind, &source);
}

static gboolean
has_forms (const QsaQueryNode *node)
{
  return node->reach == QSA_REACH_DEFAULT || node->reach == QSA_REACH_WIDE;
}

/* Of a reach that knows no forms. */
static QsaNaiveTerm *
term_of_word (const QsaQueryNode *node, const QsaQueryWord *word, guint index)
{
  QsaNaiveTerm *term = new_term (index, 1, node);
  GPtrArray *position = new_position ();
  GPtrArray *way = new_way ();

  add_form (position, word->folded, NULL, FALSE);
  if (node->reach == QSA_REACH_FOLDED && node->kind == QSA_NODE_WORD)
    term->preferred = prefer_typed (word, position);
  if (node->reach != QSA_REACH_FOLDED)
    ((QsaNaiveForm *) position->pdata[0])->surface = g_strdup (word->surface);
  g_ptr_array_add (way, position);
  g_ptr_array_add (term->ways, way);
  return term;
}

static void
add_prefix (QsaNaiveTerm *term, const QsaQueryWord *word)
{
  GPtrArray *way, *position;

  if (!term->node->prefix || g_str_equal (word->folded, "ال")
      || (!has_forms (term->node) && term->node->reach != QSA_REACH_FOLDED))
    return;
  way = new_way ();
  position = new_position ();
  add_form (position, word->folded, NULL, TRUE);
  g_ptr_array_add (way, position);
  g_ptr_array_add (term->ways, way);
}

GPtrArray *
qsa_naive_terms_of_words (QsaNaiveSearch *search, QsaSearchRequest *request,
                          QsaQueryNode *const *nodes, guint n_nodes)
{
  GPtrArray *terms =
      g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_naive_term_free);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GPtrArray) units = NULL;
  Naive naive = { search, request };

  for (guint i = 0; i < n_nodes; i++)
    g_ptr_array_add (words, nodes[i]->words->pdata[0]);
  if (has_forms (nodes[0]))
    units = make_units (&naive, words, QSA_FORM_RUN_LOOSE);
  for (guint i = 0; units != NULL && i < units->len; i++)
    {
      const QsaFormUnit *unit = units->pdata[i];

      g_ptr_array_add (terms, term_of_unit (&naive, unit, nodes[unit->first],
                                            unit->n_words == 1 ? words->pdata[unit->first]
                                                               : NULL));
    }
  for (guint i = 0; units == NULL && i < n_nodes; i++)
    g_ptr_array_add (terms, term_of_word (nodes[i], words->pdata[i], i));
  for (guint i = 0; i < terms->len; i++)
    {
      QsaNaiveTerm *term = terms->pdata[i];

      if (term->n_words == 1)
        add_prefix (term, words->pdata[term->first]);
    }
  return terms;
}

/* ---- phrases ---- */

static gpointer
copy_position (gconstpointer position, gpointer unused)
{
  return g_ptr_array_ref ((GPtrArray *) position);
}

/* All ways to go on from @at, behind @way. */
static void
say_on (QsaNaiveTerm *term, GPtrArray *units, guint n_words, guint at, GPtrArray *way)
{
  if (at >= n_words)
    {
      g_ptr_array_add (term->ways, g_ptr_array_ref (way));
      return;
    }
  for (guint i = 0; i < units->len; i++)
    {
      const QsaNaiveTerm *unit = units->pdata[i];

      for (guint j = 0; unit->first == at && j < unit->ways->len; j++)
        {
          g_autoptr (GPtrArray) longer = g_ptr_array_copy (way, copy_position, NULL);

          g_ptr_array_extend (longer, unit->ways->pdata[j], copy_position, NULL);
          say_on (term, units, n_words, at + unit->n_words, longer);
        }
    }
}

QsaNaiveTerm *
qsa_naive_term_of_phrase (QsaNaiveSearch *search, QsaSearchRequest *request,
                          const QsaQueryNode *node)
{
  QsaNaiveTerm *term = new_term (0, node->words->len, node);
  g_autoptr (GPtrArray)
      units = g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_naive_term_free);
  g_autoptr (GPtrArray) way = new_way ();
  Naive naive = { search, request };

  if (has_forms (node))
    {
      g_autoptr (GPtrArray) forms = make_units (&naive, node->words, QSA_FORM_RUN_PHRASE);

      for (guint i = 0; i < forms->len; i++)
        g_ptr_array_add (units, term_of_unit (&naive, forms->pdata[i], node, NULL));
    }
  else
    for (guint i = 0; i < node->words->len; i++)
      g_ptr_array_add (units, term_of_word (node, node->words->pdata[i], i));
  say_on (term, units, node->words->len, 0, way);
  return term;
}
