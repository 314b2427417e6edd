/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-query-plan.h"

#include <string.h>

#include "qsa-form-spelling.h"
#include "qsa-forms.h"
#include "qsa-fts.h"
#include "qsa-result-private.h"
#include "qsa-spellings.h"

#define ARTICLE "ال"

struct _QsaQueryPlan
{
  QsaSearchRequest *request; /* owned: the nodes live in its query */
  GHashTable *by_node;       /* const QsaQueryNode * -> borrowed QsaPlanLeaf */
  GPtrArray *leaves;
  GPtrArray *widenings;
  GHashTable *widened; /* borrowed form -> itself */
  QsaMatcher *matcher;
};

typedef struct
{
  QsaQueryPlan *plan;
  QsaDb *db;
  GError *error; /* the first, from inside a vocabulary callback */
} QsaPlanner;

static void
qsa_plan_leaf_free (gpointer data)
{
  QsaPlanLeaf *leaf = data;

  g_ptr_array_unref (leaf->expressions);
  g_clear_pointer (&leaf->same_spelling, g_ptr_array_unref);
  g_free (leaf);
}

static QsaPlanLeaf *
qsa_plan_leaf_new (gboolean wanted)
{
  QsaPlanLeaf *leaf = g_new0 (QsaPlanLeaf, 1);

  leaf->wanted = wanted;
  leaf->expressions = g_ptr_array_new_with_free_func (g_free);
  return leaf;
}

static guint
qsa_planner_count_articles (const char *folded, gpointer user_data)
{
  QsaPlanner *planner = user_data;
  sqlite3_stmt *statement;
  guint articles = 0;

  if (planner->error != NULL)
    return 0;
  statement = qsa_db_statement (planner->db, "SELECT articles FROM term WHERE term = ?1",
                                &planner->error);
  if (statement == NULL)
    return 0;
  sqlite3_bind_text (statement, 1, folded, -1, SQLITE_STATIC);
  if (qsa_db_step (planner->db, statement, &planner->error) == QSA_STEP_ROW)
    articles = (guint) sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return articles;
}

static char *
qsa_planner_word_expression (const char *form, gboolean surface)
{
  const char *const forms[] = { form, NULL };
  QsaFtsWord word = { forms, surface };

  return qsa_fts_match_expression (&word, 1);
}

static void
qsa_planner_add_widening (QsaPlanner *planner, const QsaQueryWord *word,
                          const QsaForm *form, gboolean on)
{
  QsaQueryPlan *plan = planner->plan;
  g_autofree char *spelling = NULL;
  QsaWidening *widening;

  if (g_hash_table_contains (plan->widened, form->folded))
    return;
  spelling = qsa_form_spelling (form->folded, word->surface, word->folded);
  widening = qsa_widening_new (form->folded, spelling, form->articles, on);
  g_ptr_array_add (plan->widenings, widening);
  g_hash_table_add (plan->widened, widening->form);
}

/* The forms of @word that are searched, the typed one first: borrowed from @forms,
 * NULL-terminated. */
static GPtrArray *
qsa_planner_choose_forms (QsaPlanner *planner, const QsaQueryWord *word, GPtrArray *forms)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  for (guint i = 0; i < forms->len; i++)
    {
      const QsaForm *form = forms->pdata[i];
      int wish = qsa_search_request_get_form (planner->plan->request, form->folded);
      gboolean on = wish >= 0 ? wish > 0 : form->on;

      if (form->kind != QSA_FORM_TYPED)
        qsa_planner_add_widening (planner, word, form, on);
      if (on || form->kind == QSA_FORM_TYPED)
        g_ptr_array_add (chosen, form->folded);
    }
  g_ptr_array_add (chosen, NULL);
  return g_steal_pointer (&chosen);
}

static gsize
qsa_planner_common_end_chars (const char *a, const char *b)
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

/* A form of the word, spelled as the user spelled the word: for typed على and the form وعلي it is
 * وعلى. NULL when the two have too little in common. */
static char *
qsa_planner_respell (const char *form, const QsaQueryWord *word)
{
  glong folded_chars = g_utf8_strlen (word->folded, -1);
  glong surface_chars = g_utf8_strlen (word->surface, -1);
  glong form_chars = g_utf8_strlen (form, -1);
  glong common;
  g_autofree char *head = NULL;

  if (g_str_has_prefix (form, word->folded))
    return g_strconcat (word->surface, form + strlen (word->folded), NULL);
  common = (glong) qsa_planner_common_end_chars (form, word->folded);
  if (folded_chars != surface_chars || common < 2)
    return NULL;
  head = g_utf8_substring (form, 0, form_chars - common);
  return g_strconcat (head,
                      g_utf8_offset_to_pointer (word->surface, surface_chars - common),
                      NULL);
}

/* A word typed without any mark (ا ه ي) means every spelling. */
static GPtrArray *
qsa_planner_same_spelling (const QsaQueryWord *word, GPtrArray *forms)
{
  g_autoptr (GPtrArray) expressions = NULL;

  if (g_str_equal (word->folded, word->surface))
    return NULL;
  expressions = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i + 1 < forms->len; i++)
    {
      g_autofree char *spelling = qsa_planner_respell (forms->pdata[i], word);

      if (spelling != NULL)
        g_ptr_array_add (expressions,
                         qsa_planner_word_expression (
                             spelling, !g_str_equal (spelling, forms->pdata[i])));
    }
  return g_steal_pointer (&expressions);
}

/* The parser says which words are prefixes; ال* alone would be half of the archive. */
static gboolean
qsa_planner_is_prefix (const QsaQueryNode *node, const QsaQueryWord *word)
{
  return node->prefix && !g_str_equal (word->folded, ARTICLE) && word->folded[0] != '\0';
}

/* FTS5 unites all completions by itself, so that the count is exact: 3 letters cost 6 to 18 ms on a
 * million articles with 1.7 million words. (Only a typed star after one or two letters is slow, up to
 * two seconds, and cannot be interrupted while FTS5 gathers.) */
static void
qsa_planner_plan_prefix (QsaPlanner *planner, QsaPlanLeaf *leaf, const QsaQueryWord *word)
{
  const char *const forms[] = { word->folded, NULL };

  g_ptr_array_add (leaf->expressions, qsa_fts_prefix_expression (word->folded));
  if (leaf->wanted)
    qsa_matcher_add_word (planner->plan->matcher, QSA_MATCH_PREFIX, forms);
}

static void
qsa_planner_plan_word (QsaPlanner *planner, const QsaQueryNode *node, QsaPlanLeaf *leaf)
{
  const QsaQueryWord *word = node->words->pdata[0];
  g_autoptr (GPtrArray) forms = NULL;
  g_autoptr (GPtrArray) chosen = NULL;

  forms = node->reach == QSA_REACH_FOLDED
              ? g_ptr_array_new ()
              : qsa_forms_generate (word->folded, qsa_planner_count_articles, planner);
  chosen = qsa_planner_choose_forms (planner, word, forms);
  if (node->reach == QSA_REACH_FOLDED)
    g_ptr_array_insert (chosen, 0, word->folded);
  for (guint i = 0; i + 1 < chosen->len; i++)
    g_ptr_array_add (leaf->expressions,
                     qsa_planner_word_expression (chosen->pdata[i], FALSE));
  leaf->same_spelling = qsa_planner_same_spelling (word, chosen);
  if (leaf->wanted)
    qsa_matcher_add_word (planner->plan->matcher, QSA_MATCH_FOLDED,
                          (const char *const *) chosen->pdata);
  if (qsa_planner_is_prefix (node, word))
    qsa_planner_plan_prefix (planner, leaf, word);
}

/* The letters as typed, of one word or several: the surface form where it differs from the folded
 * one, else the folded form but for its other spellings. */
static void
qsa_planner_plan_surface (QsaPlanner *planner, const QsaQueryNode *node,
                          QsaPlanLeaf *leaf)
{
  guint n_words = node->words->len;
  g_autoptr (GPtrArray)
      lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GPtrArray)
      others = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autofree QsaFtsWord *words = g_new0 (QsaFtsWord, n_words);

  for (guint i = 0; i < n_words; i++)
    {
      const QsaQueryWord *word = node->words->pdata[i];
      const char *const forms[] = { word->surface, NULL };
      gboolean differs = !g_str_equal (word->surface, word->folded);

      g_ptr_array_add (lists, g_strdupv ((char **) forms));
      g_ptr_array_add (others, differs ? NULL : qsa_spellings_of (word->folded));
      words[i] = (QsaFtsWord){ lists->pdata[i], differs };
    }
  g_ptr_array_add (leaf->expressions,
                   qsa_fts_except_expression (words, (gpointer) others->pdata, n_words));
  if (leaf->wanted)
    qsa_matcher_add_phrase (planner->plan->matcher, QSA_MATCH_SURFACE,
                            (gpointer) lists->pdata, n_words);
}

/* The forms of the phrase's word @index; *owner keeps them. */
static GPtrArray *
qsa_planner_phrase_forms (QsaPlanner *planner, const QsaQueryNode *node, guint index,
                          GPtrArray **owner)
{
  const QsaQueryWord *word = node->words->pdata[index];
  GPtrArray *chosen;

  if (index == 0 && node->reach != QSA_REACH_FOLDED)
    {
      *owner = qsa_forms_generate_proclitics (word->folded, qsa_planner_count_articles,
                                              planner);
      return qsa_planner_choose_forms (planner, word, *owner);
    }
  chosen = g_ptr_array_new ();
  g_ptr_array_add (chosen, word->folded);
  g_ptr_array_add (chosen, NULL);
  return chosen;
}

static void
qsa_planner_plan_phrase (QsaPlanner *planner, const QsaQueryNode *node, QsaPlanLeaf *leaf)
{
  guint n_words = node->words->len;
  g_autofree QsaFtsWord *words = g_new0 (QsaFtsWord, n_words);
  g_autofree const char *const **marked = g_new0 (const char *const *, n_words);
  g_autoptr (GPtrArray)
      lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) owner = NULL;

  for (guint i = 0; i < n_words; i++)
    {
      GPtrArray *forms = qsa_planner_phrase_forms (planner, node, i, &owner);

      g_ptr_array_add (lists, forms);
      words[i].forms = marked[i] = (const char *const *) forms->pdata;
    }
  g_ptr_array_add (leaf->expressions, qsa_fts_match_expression (words, n_words));
  if (leaf->wanted)
    qsa_matcher_add_phrase (planner->plan->matcher, QSA_MATCH_FOLDED, marked, n_words);
}

static void
qsa_planner_plan_node (QsaPlanner *planner, const QsaQueryNode *node, gboolean wanted)
{
  QsaQueryPlan *plan = planner->plan;
  QsaPlanLeaf *leaf;

  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    qsa_planner_plan_node (planner, node->children->pdata[i],
                           wanted && node->kind != QSA_NODE_NOT);
  if (node->kind != QSA_NODE_WORD && node->kind != QSA_NODE_PHRASE)
    return;
  leaf = qsa_plan_leaf_new (wanted);
  g_ptr_array_add (plan->leaves, leaf);
  g_hash_table_insert (plan->by_node, (gpointer) node, leaf);
  if (node->reach == QSA_REACH_SURFACE || node->reach == QSA_REACH_PRINTED)
    qsa_planner_plan_surface (planner, node, leaf);
  else if (node->kind == QSA_NODE_WORD)
    qsa_planner_plan_word (planner, node, leaf);
  else
    qsa_planner_plan_phrase (planner, node, leaf);
}

static int
qsa_query_plan_compare_widenings (gconstpointer a, gconstpointer b)
{
  const QsaWidening *left = *(QsaWidening *const *) a, *right = *(QsaWidening *const *) b;

  if (left->articles != right->articles)
    return left->articles > right->articles ? -1 : 1;
  return strcmp (left->form, right->form);
}

static QsaQueryPlan *
qsa_query_plan_alloc (QsaSearchRequest *request)
{
  QsaQueryPlan *plan = g_new0 (QsaQueryPlan, 1);

  plan->request = qsa_search_request_ref (request);
  plan->by_node = g_hash_table_new (NULL, NULL);
  plan->leaves = g_ptr_array_new_with_free_func (qsa_plan_leaf_free);
  plan->widenings = g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_widening_free);
  plan->widened = g_hash_table_new (g_str_hash, g_str_equal);
  plan->matcher = qsa_matcher_new ();
  return plan;
}

QsaQueryPlan *
qsa_query_plan_new (QsaDb *db, QsaSearchRequest *request, GError **error)
{
  g_autoptr (QsaQueryPlan) plan = NULL;
  QsaPlanner planner = { 0 };

  g_return_val_if_fail (db != NULL && request != NULL, NULL);

  plan = qsa_query_plan_alloc (request);
  planner = (QsaPlanner){ .plan = plan, .db = db };
  qsa_planner_plan_node (&planner,
                         qsa_query_get_root (qsa_search_request_get_query (request)),
                         TRUE);
  if (planner.error != NULL)
    {
      g_propagate_error (error, planner.error);
      return NULL;
    }
  g_ptr_array_sort (plan->widenings, qsa_query_plan_compare_widenings);
  return g_steal_pointer (&plan);
}

void
qsa_query_plan_free (QsaQueryPlan *plan)
{
  if (plan == NULL)
    return;
  g_hash_table_unref (plan->by_node);
  g_hash_table_unref (plan->widened);
  g_ptr_array_unref (plan->leaves);
  g_ptr_array_unref (plan->widenings);
  qsa_matcher_unref (plan->matcher);
  qsa_search_request_unref (plan->request);
  g_free (plan);
}

const QsaPlanLeaf *
qsa_query_plan_get_leaf (QsaQueryPlan *plan, const QsaQueryNode *node)
{
  g_return_val_if_fail (plan != NULL && node != NULL, NULL);

  return g_hash_table_lookup (plan->by_node, node);
}

GPtrArray *
qsa_query_plan_get_leaves (QsaQueryPlan *plan)
{
  g_return_val_if_fail (plan != NULL, NULL);

  return plan->leaves;
}

GPtrArray *
qsa_query_plan_get_widenings (QsaQueryPlan *plan)
{
  g_return_val_if_fail (plan != NULL, NULL);

  return plan->widenings;
}

QsaMatcher *
qsa_query_plan_get_matcher (QsaQueryPlan *plan)
{
  g_return_val_if_fail (plan != NULL, NULL);

  return plan->matcher;
}
