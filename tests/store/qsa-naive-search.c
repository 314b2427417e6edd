/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-naive-search.h"

#include <string.h>

#include "qsa-forms.h"
#include "qsa-scanner.h"

#define N_COLUMNS 3

typedef struct
{
  const char *folded; /* interned */
  const char *surface;
} NaiveToken;

typedef struct
{
  GArray *columns[N_COLUMNS]; /* NaiveToken */
} NaiveArticle;

struct _QsaNaiveSearch
{
  GPtrArray *articles; /* borrowed */
  GPtrArray *tokens;   /* NaiveArticle */
  GStringChunk *strings;
  GHashTable *vocabulary; /* interned folded -> articles */
};

struct _QsaNaiveQuestion
{
  QsaNaiveSearch *search;
  QsaSearchRequest *request;
  GHashTable *forms; /* node -> those of its first word */
  const NaiveArticle *article;
};

static void
naive_article_free (gpointer data)
{
  NaiveArticle *article = data;

  for (guint i = 0; i < N_COLUMNS; i++)
    g_array_unref (article->columns[i]);
  g_free (article);
}

static GArray *
scan (QsaNaiveSearch *search, QsaScanner *scanner, const char *text, GHashTable *seen)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (NaiveToken));
  QsaToken token;

  qsa_scanner_set_text (scanner, text != NULL ? text : "", -1);
  while (qsa_scanner_next (scanner, &token))
    {
      NaiveToken naive = { g_string_chunk_insert_const (search->strings, token.folded),
                           g_string_chunk_insert_const (search->strings, token.surface) };

      g_array_append_val (tokens, naive);
      if (g_hash_table_add (seen, (gpointer) naive.folded))
        g_hash_table_insert (search->vocabulary, (gpointer) naive.folded,
                             GUINT_TO_POINTER (1
                                               + GPOINTER_TO_UINT (g_hash_table_lookup (
                                                   search->vocabulary, naive.folded))));
    }
  return tokens;
}

QsaNaiveSearch *
qsa_naive_search_new (GPtrArray *articles)
{
  QsaNaiveSearch *search = g_new0 (QsaNaiveSearch, 1);
  g_autoptr (QsaScanner) scanner = qsa_scanner_new ();

  search->articles = articles;
  search->tokens = g_ptr_array_new_with_free_func (naive_article_free);
  search->strings = g_string_chunk_new (4096);
  search->vocabulary = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < articles->len; i++)
    {
      const QsaTestArticle *article = articles->pdata[i];
      NaiveArticle *naive = g_new0 (NaiveArticle, 1);
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

      naive->columns[0] = scan (search, scanner, article->title, seen);
      naive->columns[1] = scan (search, scanner, article->standfirst, seen);
      naive->columns[2] = scan (search, scanner, article->body, seen);
      g_ptr_array_add (search->tokens, naive);
    }
  return search;
}

void
qsa_naive_search_free (QsaNaiveSearch *search)
{
  g_ptr_array_unref (search->tokens);
  g_string_chunk_free (search->strings);
  g_hash_table_unref (search->vocabulary);
  g_free (search);
}

guint
qsa_naive_search_count_articles (QsaNaiveSearch *search, const char *folded)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (search->vocabulary, folded));
}

static guint
count_articles (const char *folded, gpointer search)
{
  return qsa_naive_search_count_articles (search, folded);
}

static GPtrArray *
make_forms (const QsaNaiveQuestion *question, const QsaQueryNode *node)
{
  const QsaQueryWord *word = node->words->pdata[0];
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) forms = NULL;

  g_ptr_array_add (chosen, g_strdup (word->folded));
  if (node->reach != QSA_REACH_DEFAULT)
    return g_steal_pointer (&chosen);
  forms = node->kind == QSA_NODE_WORD
              ? qsa_forms_generate (word->folded, count_articles, question->search)
              : qsa_forms_generate_proclitics (word->folded, count_articles,
                                               question->search);
  for (guint i = 0; i < forms->len; i++)
    {
      const QsaForm *form = forms->pdata[i];
      int wish = qsa_search_request_get_form (question->request, form->folded);

      if (form->kind != QSA_FORM_TYPED && (wish >= 0 ? wish > 0 : form->on))
        g_ptr_array_add (chosen, g_strdup (form->folded));
    }
  return g_steal_pointer (&chosen);
}

/* The forms of the node's first word that are searched. */
static GPtrArray *
chosen_forms (const QsaNaiveQuestion *question, const QsaQueryNode *node)
{
  GPtrArray *forms = g_hash_table_lookup (question->forms, node);

  if (forms == NULL)
    {
      forms = make_forms (question, node);
      g_hash_table_insert (question->forms, (gpointer) node, forms);
    }
  return forms;
}

static gboolean
has_form (GPtrArray *forms, const char *folded)
{
  return g_ptr_array_find_with_equal_func (forms, folded, g_str_equal, NULL);
}

static gboolean
is_word (const QsaQueryNode *node, guint index, GPtrArray *forms, const NaiveToken *token)
{
  const QsaQueryWord *word = node->words->pdata[index];

  if (node->reach == QSA_REACH_SURFACE)
    return g_str_equal (token->surface, word->surface);
  return has_form (forms, token->folded);
}

static gboolean
is_phrase_at (const QsaQueryNode *node, GPtrArray *first_forms, GArray *tokens, guint at)
{
  if (at + node->words->len > tokens->len
      || !is_word (node, 0, first_forms, &g_array_index (tokens, NaiveToken, at)))
    return FALSE;
  for (guint i = 1; i < node->words->len; i++)
    {
      const QsaQueryWord *word = node->words->pdata[i];
      g_autoptr (GPtrArray) forms = g_ptr_array_new ();

      g_ptr_array_add (forms, word->folded);
      if (!is_word (node, i, forms, &g_array_index (tokens, NaiveToken, at + i)))
        return FALSE;
    }
  return TRUE;
}

/* Weighted, not bounded: a prefix counts once more for the words that are forms too. */
static guint
leaf_frequency (const QsaNaiveQuestion *question, const QsaQueryNode *node)
{
  static const guint weights[N_COLUMNS] = { 4, 2, 1 };
  const QsaQueryWord *word = node->words->pdata[0];
  GPtrArray *forms = chosen_forms (question, node);
  gboolean prefix = node->kind == QSA_NODE_WORD && node->prefix
                    && node->reach != QSA_REACH_SURFACE
                    && !g_str_equal (word->folded, "ال");
  guint frequency = 0;

  for (guint column = 0; column < N_COLUMNS; column++)
    {
      GArray *tokens = question->article->columns[column];

      for (guint at = 0; at < tokens->len; at++)
        {
          const NaiveToken *token = &g_array_index (tokens, NaiveToken, at);

          if (is_phrase_at (node, forms, tokens, at))
            frequency += weights[column];
          if (prefix && g_str_has_prefix (token->folded, word->folded))
            frequency += weights[column];
        }
    }
  return frequency;
}

static gboolean
matches (const QsaNaiveQuestion *question, const QsaQueryNode *node)
{
  guint n_children = node->children != NULL ? node->children->len : 0;
  gboolean all = TRUE, any = FALSE;

  for (guint i = 0; i < n_children; i++)
    {
      gboolean child = matches (question, node->children->pdata[i]);

      all = all && child;
      any = any || child;
    }
  switch (node->kind)
    {
    case QSA_NODE_AND:
      return all;
    case QSA_NODE_OR:
      return any;
    case QSA_NODE_NOT:
      return !any;
    case QSA_NODE_WORD:
    case QSA_NODE_PHRASE:
      return leaf_frequency (question, node) > 0;
    case QSA_NODE_ALL:
    default:
      return TRUE;
    }
}

QsaNaiveQuestion *
qsa_naive_question_new (QsaNaiveSearch *search, QsaSearchRequest *request)
{
  QsaNaiveQuestion *question = g_new0 (QsaNaiveQuestion, 1);

  question->search = search;
  question->request = request;
  question->forms = g_hash_table_new_full (NULL, NULL, NULL,
                                           (GDestroyNotify) g_ptr_array_unref);
  return question;
}

void
qsa_naive_question_free (QsaNaiveQuestion *question)
{
  g_hash_table_unref (question->forms);
  g_free (question);
}

gboolean
qsa_naive_question_matches (QsaNaiveQuestion *question, guint article)
{
  question->article = question->search->tokens->pdata[article];
  return matches (question,
                  qsa_query_get_root (qsa_search_request_get_query (question->request)));
}

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

static gboolean
holds_spelling (const NaiveArticle *article, const char *form, const char *spelling)
{
  gboolean any_spelling = g_str_equal (form, spelling) && !g_str_has_suffix (form, "ي");

  for (guint column = 0; column < N_COLUMNS; column++)
    for (guint at = 0; at < article->columns[column]->len; at++)
      {
        const NaiveToken *token = &g_array_index (article->columns[column], NaiveToken,
                                                  at);

        if (g_str_equal (any_spelling ? token->folded : token->surface, spelling))
          return TRUE;
      }
  return FALSE;
}

static gboolean
has_same_spelling (const QsaNaiveQuestion *question, const QsaQueryNode *node)
{
  const QsaQueryWord *word = node->words->pdata[0];
  GPtrArray *forms;

  if (node->kind != QSA_NODE_WORD || node->reach == QSA_REACH_SURFACE
      || (g_str_equal (word->folded, word->surface)
          && !g_str_has_suffix (word->folded, "ي")))
    return TRUE;
  forms = chosen_forms (question, node);
  for (guint i = 0; i < forms->len; i++)
    {
      g_autofree char *spelling = respell (word, forms->pdata[i]);

      if (spelling != NULL
          && holds_spelling (question->article, forms->pdata[i], spelling))
        return TRUE;
    }
  return FALSE;
}

static void
collect_hits (const QsaNaiveQuestion *question, const QsaQueryNode *node, GArray *hits)
{
  if (node->kind == QSA_NODE_NOT)
    return;
  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    collect_hits (question, node->children->pdata[i], hits);
  if (node->kind == QSA_NODE_WORD || node->kind == QSA_NODE_PHRASE)
    {
      QsaNaiveHit hit = { leaf_frequency (question, node),
                          has_same_spelling (question, node) };

      g_array_append_val (hits, hit);
    }
}

GArray *
qsa_naive_question_get_hits (QsaNaiveQuestion *question, guint article)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (QsaNaiveHit));

  question->article = question->search->tokens->pdata[article];
  collect_hits (question,
                qsa_query_get_root (qsa_search_request_get_query (question->request)),
                hits);
  return hits;
}
