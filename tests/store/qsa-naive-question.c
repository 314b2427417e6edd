/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-naive-search.h"
#include "qsa-naive-words.h"

/* The query, its words with what they mean. */
typedef struct _NaiveNode NaiveNode;
struct _NaiveNode
{
  QsaNodeKind kind; /* WORD for every term */
  const QsaQueryNode *node;
  QsaNaiveTerm *term;
  GPtrArray *children; /* NaiveNode */
};

struct _QsaNaiveQuestion
{
  QsaNaiveSearch *search;
  QsaSearchRequest *request;
  NaiveNode *root;
  const QsaNaiveArticle *article;
};

static void
naive_node_free (gpointer data)
{
  NaiveNode *node = data;

  g_clear_pointer (&node->term, qsa_naive_term_free);
  g_ptr_array_unref (node->children);
  g_free (node);
}

static NaiveNode *
new_node (QsaNodeKind kind, const QsaQueryNode *node)
{
  NaiveNode *naive = g_new0 (NaiveNode, 1);

  naive->kind = kind;
  naive->node = node;
  naive->children = g_ptr_array_new_with_free_func (naive_node_free);
  return naive;
}

static NaiveNode *
new_term_node (QsaNaiveTerm *term)
{
  NaiveNode *naive = new_node (QSA_NODE_WORD, term->node);

  naive->term = term;
  return naive;
}

static QsaNaiveTerm *
steal_term (GPtrArray *terms, guint first, gboolean several)
{
  for (guint i = 0; i < terms->len; i++)
    {
      QsaNaiveTerm *term = terms->pdata[i];

      if (term->first == first && several == (term->n_words > 1)
          && (!several || term->ways->len > 0))
        return g_ptr_array_steal_index (terms, i);
    }
  return NULL;
}

/* Words beside each other: all of them; some together may be said as one. */
static void
read_words (QsaNaiveQuestion *question, QsaQueryNode *const *nodes, guint n,
            NaiveNode *parent)
{
  g_autoptr (GPtrArray)
      terms = qsa_naive_terms_of_words (question->search, question->request, nodes, n);

  for (guint i = 0; i < n;)
    {
      QsaNaiveTerm *together = steal_term (terms, i, TRUE);
      guint n_words = together != NULL ? together->n_words : 1;
      NaiveNode *either = new_node (QSA_NODE_OR, NULL);
      NaiveNode *apart = new_node (QSA_NODE_AND, NULL);

      for (guint j = i; j < i + n_words; j++)
        g_ptr_array_add (apart->children, new_term_node (steal_term (terms, j, FALSE)));
      g_ptr_array_add (either->children, apart);
      if (together != NULL)
        g_ptr_array_add (either->children, new_term_node (together));
      g_ptr_array_add (parent->children, either);
      i += n_words;
    }
}

static gboolean
is_beside (const QsaQueryNode *a, const QsaQueryNode *b)
{
  return b->kind == QSA_NODE_WORD && a->reach == b->reach && a->field == b->field;
}

static NaiveNode *
read_node (QsaNaiveQuestion *question, const QsaQueryNode *node)
{
  NaiveNode *naive = new_node (node->kind, node);
  guint n_children = node->children != NULL ? node->children->len : 0;
  QsaQueryNode *self = (QsaQueryNode *) node;

  if (node->kind == QSA_NODE_WORD)
    {
      naive->kind = QSA_NODE_AND;
      read_words (question, &self, 1, naive);
    }
  if (node->kind == QSA_NODE_PHRASE)
    {
      naive->kind = QSA_NODE_WORD;
      naive->term = qsa_naive_term_of_phrase (question->search, question->request, node);
    }
  for (guint i = 0, n; i < n_children; i += n)
    {
      QsaQueryNode *child = node->children->pdata[i];

      for (n = 1; node->kind == QSA_NODE_AND && child->kind == QSA_NODE_WORD
                  && i + n < n_children
                  && is_beside (child, node->children->pdata[i + n]);)
        n++;
      if (node->kind == QSA_NODE_AND && child->kind == QSA_NODE_WORD)
        read_words (question, (QsaQueryNode *const *) node->children->pdata + i, n,
                    naive);
      else
        g_ptr_array_add (naive->children, read_node (question, child));
    }
  return naive;
}

QsaNaiveQuestion *
qsa_naive_question_new (QsaNaiveSearch *search, QsaSearchRequest *request)
{
  QsaNaiveQuestion *question = g_new0 (QsaNaiveQuestion, 1);

  question->search = search;
  question->request = request;
  question->root =
      read_node (question, qsa_query_get_root (qsa_search_request_get_query (request)));
  return question;
}

void
qsa_naive_question_free (QsaNaiveQuestion *question)
{
  naive_node_free (question->root);
  g_free (question);
}

/* ---- the answer ---- */

typedef struct
{
  guint column;
  guint start;
  guint end;
  guint thing;
} NaivePlace;

static gboolean
is_one_of (GPtrArray *forms, const QsaNaiveToken *token)
{
  for (guint i = 0; i < forms->len; i++)
    if (qsa_naive_form_is (forms->pdata[i], token->folded, token->surface))
      return TRUE;
  return FALSE;
}

static gboolean
is_said_at (GPtrArray *way, GArray *tokens, guint at)
{
  if (at + way->len > tokens->len)
    return FALSE;
  for (guint i = 0; i < way->len; i++)
    if (!is_one_of (way->pdata[i], &g_array_index (tokens, QsaNaiveToken, at + i)))
      return FALSE;
  return TRUE;
}

/* Each place as often as there are ways that are said there. */
static void
find_places (const QsaNaiveQuestion *question, const QsaNaiveTerm *term, guint thing,
             GArray *places)
{
  guint n_columns = term->node->field == QSA_QUERY_FIELD_TITLE ? 1 : QSA_NAIVE_COLUMNS;

  for (guint column = 0; column < n_columns; column++)
    for (guint at = 0; at < question->article->columns[column]->len; at++)
      for (guint i = 0; i < term->ways->len; i++)
        {
          GPtrArray *way = term->ways->pdata[i];
          NaivePlace place = { column, at, at + way->len, thing };

          if (is_said_at (way, question->article->columns[column], at))
            g_array_append_val (places, place);
        }
}

static guint
count_weighted (const QsaNaiveQuestion *question, const QsaNaiveTerm *term)
{
  static const guint weights[QSA_NAIVE_COLUMNS] = { 4, 2, 1 };
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (NaivePlace));
  guint frequency = 0;

  find_places (question, term, 0, places);
  for (guint i = 0; i < places->len; i++)
    frequency += weights[g_array_index (places, NaivePlace, i).column];
  return frequency;
}

static guint
paragraph_of (const QsaNaiveQuestion *question, const NaivePlace *place, gboolean last)
{
  return g_array_index (question->article->columns[place->column], QsaNaiveToken,
                        last ? place->end - 1 : place->start)
      .paragraph;
}

/* @b can be with @last, which begins last. */
static gboolean
is_near (const QsaNaiveQuestion *question, const QsaQueryNode *near,
         const NaivePlace *last, const NaivePlace *b)
{
  if (last->column != b->column)
    return FALSE;
  if (near->distance == QSA_NEAR_PARAGRAPH)
    return paragraph_of (question, last, FALSE) == paragraph_of (question, b, FALSE)
           && paragraph_of (question, b, FALSE) == paragraph_of (question, b, TRUE)
           && paragraph_of (question, last, FALSE) == paragraph_of (question, last, TRUE);
  return b->start <= last->start && b->end + near->distance >= last->start;
}

static void
add_things (const QsaNaiveQuestion *question, const NaiveNode *naive, guint thing,
            GArray *places)
{
  if (naive->term != NULL)
    find_places (question, naive->term, thing, places);
  for (guint i = 0; i < naive->children->len; i++)
    add_things (question, naive->children->pdata[i], thing, places);
}

static gboolean
has_near (const QsaNaiveQuestion *question, const NaiveNode *naive)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (NaivePlace));
  gboolean in_title = FALSE;

  for (guint i = 0; i < naive->children->len; i++)
    {
      const NaiveNode *child = naive->children->pdata[i];

      add_things (question, child, i, places);
      in_title = in_title || child->node->field == QSA_QUERY_FIELD_TITLE;
    }
  for (guint i = 0; i < places->len; i++)
    {
      const NaivePlace *last = &g_array_index (places, NaivePlace, i);
      guint64 seen = 0;

      for (guint j = 0; j < places->len; j++)
        {
          const NaivePlace *place = &g_array_index (places, NaivePlace, j);

          if (is_near (question, naive->node, last, place))
            seen |= G_GUINT64_CONSTANT (1) << place->thing;
        }
      if (seen == (G_GUINT64_CONSTANT (1) << naive->children->len) - 1
          && (!in_title || last->column == 0))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_field (const QsaNaiveQuestion *question, const QsaQueryNode *node)
{
  const QsaTestArticle *article = question->article->article;
  gboolean dated = article->date.precision != QSA_DATE_NONE;

  if (node->field == QSA_QUERY_FIELD_DATE)
    return dated
           && (node->from.precision == QSA_DATE_NONE
               || qsa_date_last_day (&article->date) >= qsa_date_first_day (&node->from))
           && (node->to.precision == QSA_DATE_NONE
               || qsa_date_first_day (&article->date) <= qsa_date_last_day (&node->to));
  g_assert_cmpint (node->field, ==, QSA_QUERY_FIELD_IS);
  switch (node->is)
    {
    case QSA_IS_STATE_STARRED:
      return article->starred;
    case QSA_IS_STATE_READ:
      return article->read;
    case QSA_IS_STATE_UNREAD:
      return !article->read;
    case QSA_IS_STATE_UNDATED:
    default:
      return !dated;
    }
}

static gboolean
matches (const QsaNaiveQuestion *question, const NaiveNode *naive)
{
  gboolean all = TRUE, any = FALSE;

  if (naive->kind == QSA_NODE_NEAR)
    return has_near (question, naive);
  if (naive->kind == QSA_NODE_FIELD)
    return has_field (question, naive->node);
  for (guint i = 0; i < naive->children->len; i++)
    {
      gboolean child = matches (question, naive->children->pdata[i]);

      all = all && child;
      any = any || child;
    }
  switch (naive->kind)
    {
    case QSA_NODE_OR:
      return any;
    case QSA_NODE_NOT:
      return !any;
    case QSA_NODE_WORD:
      return count_weighted (question, naive->term) > 0;
    case QSA_NODE_AND:
    default:
      return all;
    }
}

gboolean
qsa_naive_question_matches (QsaNaiveQuestion *question, guint article)
{
  question->article = qsa_naive_search_get_article (question->search, article);
  return matches (question, question->root);
}

static gboolean
is_preferred (const QsaNaiveQuestion *question, const QsaNaiveTerm *term)
{
  guint n_columns = term->node->field == QSA_QUERY_FIELD_TITLE ? 1 : QSA_NAIVE_COLUMNS;

  for (guint column = 0; column < n_columns; column++)
    for (guint at = 0; at < question->article->columns[column]->len; at++)
      if (is_one_of (term->preferred, &g_array_index (question->article->columns[column],
                                                      QsaNaiveToken, at)))
        return TRUE;
  return FALSE;
}

static void
collect_hits (const QsaNaiveQuestion *question, const NaiveNode *naive, GArray *hits)
{
  if (naive->kind == QSA_NODE_NOT)
    return;
  for (guint i = 0; i < naive->children->len; i++)
    collect_hits (question, naive->children->pdata[i], hits);
  if (naive->kind == QSA_NODE_WORD)
    {
      QsaNaiveHit hit = { count_weighted (question, naive->term),
                          naive->term->preferred == NULL
                              || is_preferred (question, naive->term) };

      g_array_append_val (hits, hit);
    }
}

GArray *
qsa_naive_question_get_hits (QsaNaiveQuestion *question, guint article)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (QsaNaiveHit));

  question->article = qsa_naive_search_get_article (question->search, article);
  collect_hits (question, question->root, hits);
  return hits;
}
