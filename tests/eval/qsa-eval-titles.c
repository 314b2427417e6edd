/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-eval-titles.h"

#include "qsa-scanner.h"

#define SEED 20180601u
#define MIN_LETTERS 3

static void
qsa_eval_title_query_free (gpointer data)
{
  QsaEvalTitleQuery *query = data;

  g_strfreev (query->words);
  g_free (query);
}

/* Leaves @n of @words, drawn at random, in their order. */
static void
qsa_eval_draw_words (GPtrArray *words, guint n, GRand *rand)
{
  while (words->len > n)
    g_ptr_array_remove_index (words,
                              (guint) g_rand_int_range (rand, 0, (gint32) words->len));
}

static GPtrArray *
qsa_eval_title_words (const char *title, gboolean all)
{
  g_autoptr (QsaScanner) scanner = qsa_scanner_new ();
  g_autoptr (GHashTable)
      seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  QsaToken token;

  qsa_scanner_set_text (scanner, title, -1);
  while (qsa_scanner_next (scanner, &token))
    if ((all || g_utf8_strlen (token.folded, -1) >= MIN_LETTERS)
        && g_hash_table_add (seen, g_strdup (token.folded)))
      g_ptr_array_add (words, g_strndup (title + token.start_byte,
                                         token.end_byte - token.start_byte));
  return words;
}

static void
qsa_eval_shuffle (GArray *order, GRand *rand)
{
  for (guint i = order->len; i > 1; i--)
    {
      guint j = (guint) g_rand_int_range (rand, 0, (gint32) i);
      guint kept = g_array_index (order, guint, i - 1);

      g_array_index (order, guint, i - 1) = g_array_index (order, guint, j);
      g_array_index (order, guint, j) = kept;
    }
}

GPtrArray *
qsa_eval_title_queries (const QsaEvalCorpus *corpus, guint n, guint n_words)
{
  GPtrArray *queries = g_ptr_array_new_with_free_func (qsa_eval_title_query_free);
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < corpus->articles->len; i++)
    g_array_append_val (order, i);
  qsa_eval_shuffle (order, rand);
  for (guint i = 0; i < order->len && queries->len < n; i++)
    {
      guint at = g_array_index (order, guint, i);
      const QsaEvalArticle *article = corpus->articles->pdata[at];
      g_autoptr (GPtrArray) words = NULL;
      QsaEvalTitleQuery *query;

      if (article->title == NULL)
        continue;
      words = qsa_eval_title_words (article->title, n_words == 0);
      if (words->len < MAX (n_words, 1))
        continue;
      if (n_words > 0)
        qsa_eval_draw_words (words, n_words, rand);
      g_ptr_array_add (words, NULL);
      query = g_new0 (QsaEvalTitleQuery, 1);
      query->article = at;
      query->words = (char **) g_ptr_array_free (g_steal_pointer (&words), FALSE);
      g_ptr_array_add (queries, query);
    }
  return queries;
}

static gunichar
qsa_eval_sloppy_letter (gunichar letter, gboolean last)
{
  switch (letter)
    {
    case 0x622: /* آ */
    case 0x623: /* أ */
    case 0x625: /* إ */
      return 0x627;
    case 0x624: /* ؤ */
      return 0x648;
    case 0x626: /* ئ */
      return last ? 0x649 : 0x64A;
    case 0x629: /* ة */
      return 0x647;
    case 0x64A: /* ي */
      return last ? 0x649 : letter;
    default:
      return letter;
    }
}

char **
qsa_eval_sloppy (const char *const *words)
{
  g_autoptr (GPtrArray) sloppy = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    {
      GString *word = g_string_new (NULL);

      for (const char *at = words[i]; *at != '\0'; at = g_utf8_next_char (at))
        g_string_append_unichar (word,
                                 qsa_eval_sloppy_letter (g_utf8_get_char (at),
                                                         *g_utf8_next_char (at) == '\0'));
      g_ptr_array_add (sloppy, g_string_free (word, FALSE));
    }
  g_ptr_array_add (sloppy, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&sloppy), FALSE);
}
