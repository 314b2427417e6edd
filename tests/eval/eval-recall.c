/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How much of what a reader wants the default search finds. First the queries of gold/search.tsv, whose
 * wanted articles a regular expression over the letters defines; beside FTS5's unicode61 and folding
 * alone, and by form. Then words drawn at random from the vocabulary: the wanted articles are those
 * that hold any clitic form of the word (qsa-eval-vocabulary.h says which), and the word is typed bare,
 * then as one of these forms, spelled as it is printed most often. What is found besides is printed too: recall alone is easily had.
 *
 * QUSASAT_EVAL_MISSES=n prints the n words with the lowest recall, with the forms that were missed. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "qsa-eval-baseline.h"
#include "qsa-eval-corpus.h"
#include "qsa-eval-library.h"
#include "qsa-eval-vocabulary.h"

#include "../text/shared-articles.h"

#define SEED 20180602u
#define N_WORDS 1500u
#define MIN_LETTERS 3
#define MIN_ARTICLES 5u
#define MIN_FORMS 3u /* fewer are trivial: nothing to find but the word itself */

typedef struct
{
  QsaEvalCorpus *corpus;
  QsaEvalLibrary *library;
  QsaEvalVocabulary *vocabulary;
  GRand *rand;
  guint n_misses;
} QsaEvalRun;

/* ---- sets of articles ---- */

static GHashTable *
qsa_eval_set_new (void)
{
  return g_hash_table_new (NULL, NULL);
}

static void
qsa_eval_set_add_word (GHashTable *set, const QsaEvalRun *run, const char *word)
{
  GArray *ids = qsa_eval_vocabulary_lookup (run->vocabulary, word);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    g_hash_table_add (set, GUINT_TO_POINTER (g_array_index (ids, guint32, i)));
}

static GHashTable *
qsa_eval_set_of_result (QsaResult *result)
{
  GHashTable *set = qsa_eval_set_new ();
  const guint32 *ids = qsa_result_get_ids (result);

  for (guint i = 0; i < qsa_result_get_total (result); i++)
    g_hash_table_add (set, GUINT_TO_POINTER (ids[i]));
  return set;
}

static GHashTable *
qsa_eval_set_of_ids (GArray *ids)
{
  GHashTable *set = qsa_eval_set_new ();

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (set, GUINT_TO_POINTER ((guint) g_array_index (ids, gint64, i)));
  return set;
}

static guint
qsa_eval_set_count_common (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer id;
  guint n = 0;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    n += g_hash_table_contains (b, id);
  return n;
}

static double
qsa_eval_recall (GHashTable *found, GHashTable *wanted)
{
  return (double) qsa_eval_set_count_common (found, wanted)
         / MAX (g_hash_table_size (wanted), 1);
}

static GHashTable *
qsa_eval_search_set (const QsaEvalRun *run, const char *query, QsaReach reach)
{
  g_autoptr (QsaResult)
      result = qsa_eval_library_search (run->library, query, reach, QSA_SORT_NEWEST);

  return qsa_eval_set_of_result (result);
}

/* ---- gold/search.tsv ---- */

/* Folds as gold/search.tsv says, letter by letter, with nothing of the program's own folding. */
static gunichar
qsa_eval_gold_letter (gunichar letter)
{
  switch (letter)
    {
    case 0x622:
    case 0x623:
    case 0x625:
    case 0x671:
      return 0x627;
    case 0x649:
    case 0x626:
      return 0x64A;
    case 0x629:
      return 0x647;
    case 0x624:
      return 0x648;
    case 0x640:
    case 0x670:
      return 0;
    default:
      return letter >= 0x64B && letter <= 0x65F ? 0 : letter;
    }
}

static void
qsa_eval_append_gold_letters (GString *letters, const char *text)
{
  for (const char *at = text; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = qsa_eval_gold_letter (g_utf8_get_char (at));

      if (letter != 0)
        g_string_append_unichar (letters, letter);
    }
  g_string_append_c (letters, '\n');
}

static GHashTable *
qsa_eval_gold_wanted (const QsaEvalRun *run, GRegex *regex)
{
  GHashTable *wanted = qsa_eval_set_new ();

  for (guint i = 0; i < run->corpus->articles->len; i++)
    {
      const QsaEvalArticle *article = run->corpus->articles->pdata[i];
      g_autoptr (GString) letters = g_string_new (NULL);

      qsa_eval_append_gold_letters (letters, article->title);
      qsa_eval_append_gold_letters (letters, article->standfirst);
      qsa_eval_append_gold_letters (letters, article->body);
      if (g_regex_match (regex, letters->str, 0, NULL))
        g_hash_table_add (wanted,
                          GUINT_TO_POINTER (
                              (guint) g_array_index (run->library->ids, gint64, i)));
    }
  return wanted;
}

static double
qsa_eval_baseline_recall (const QsaEvalRun *run, QsaEvalTreatment treatment,
                          const char *query, GHashTable *wanted)
{
  const char *const words[] = { query, NULL };
  g_autoptr (QsaEvalBaseline) baseline =
      qsa_eval_baseline_new (run->corpus, run->library, QSA_EVAL_WHOLE, treatment);
  g_autoptr (GArray) ids = qsa_eval_baseline_search (baseline, words, TRUE, 0);
  g_autoptr (GHashTable) found = qsa_eval_set_of_ids (ids);

  return qsa_eval_recall (found, wanted);
}

/* What each form that is on adds to the word as typed: wanted articles, and others. */
static void
qsa_eval_print_forms (const QsaEvalRun *run, const char *query, QsaResult *result,
                      GHashTable *wanted)
{
  g_autoptr (GHashTable) typed = qsa_eval_search_set (run, query, QSA_REACH_FOLDED);
  GPtrArray *widenings = qsa_result_get_widenings (result);
  guint n_off = 0;

  printf (
      "  the word as typed finds %u; each form adds wanted articles (and others):\n   ",
      g_hash_table_size (typed));
  for (guint i = 0; i < widenings->len; i++)
    {
      const QsaWidening *widening = widenings->pdata[i];
      g_autofree char *form = g_strdup_printf ("\"%s\"", widening->form);
      g_autoptr (GHashTable) found = NULL;
      guint n_wanted, n_new;
      GHashTableIter iter;
      gpointer id;

      n_off += !widening->on;
      if (!widening->on)
        continue;
      found = qsa_eval_search_set (run, form, QSA_REACH_FOLDED);
      g_hash_table_iter_init (&iter, found);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        if (g_hash_table_contains (typed, id))
          g_hash_table_iter_remove (&iter);
      n_new = g_hash_table_size (found);
      n_wanted = qsa_eval_set_count_common (found, wanted);
      printf (" %s +%u", widening->spelling, n_wanted);
      if (n_new > n_wanted)
        printf (" (+%u)", n_new - n_wanted);
    }
  printf ("\n  %u more forms are offered, off\n", n_off);
}

static void
qsa_eval_print_gold_query (const QsaEvalRun *run, const char *query, const char *pattern)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, &error);
  g_autoptr (GHashTable) wanted = NULL;
  g_autoptr (QsaResult) result = NULL;
  g_autoptr (GHashTable) found = NULL;

  if (regex == NULL)
    {
      printf ("%s: %s\n", query, error->message);
      return;
    }
  wanted = qsa_eval_gold_wanted (run, regex);
  result = qsa_eval_library_search (run->library, query, QSA_REACH_DEFAULT,
                                    QSA_SORT_NEWEST);
  found = qsa_eval_set_of_result (result);
  printf (
      "\n%s: %u wanted; unicode61 %.1f %%, folding alone %.1f %%, default reach %.1f %%; "
      "found besides %u\n",
      query, g_hash_table_size (wanted),
      100 * qsa_eval_baseline_recall (run, QSA_EVAL_UNICODE61, query, wanted),
      100 * qsa_eval_baseline_recall (run, QSA_EVAL_FOLDED, query, wanted),
      100 * qsa_eval_recall (found, wanted),
      g_hash_table_size (found) - qsa_eval_set_count_common (found, wanted));
  qsa_eval_print_forms (run, query, result, wanted);
}

static void
qsa_eval_print_gold (const QsaEvalRun *run)
{
  g_autofree char *path = shared_dup_path ("gold/search.tsv");
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;

  if (path == NULL || !g_file_get_contents (path, &contents, NULL, NULL))
    {
      printf ("no gold/search.tsv beside the articles: its part is left out\n");
      return;
    }
  printf (
      "\nqueries of gold/search.tsv, title, standfirst and body of %u articles; goal: "
      "98 %% of each\n",
      run->corpus->articles->len);
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", 2);
      g_autoptr (GString) pattern = NULL;

      if (*lines[i] == '#' || g_strv_length (fields) != 2)
        continue;
      /* \u0621-\u064a in the syntax of PCRE. */
      pattern = g_string_new (g_strstrip (fields[1]));
      g_string_replace (pattern, "\\u0621-\\u064a", "\\x{621}-\\x{64a}", 0);
      qsa_eval_print_gold_query (run, fields[0], pattern->str);
    }
}

/* ---- random words ---- */

static gboolean
qsa_eval_is_arabic (const char *word)
{
  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (letter < 0x621 || letter > 0x64A)
        return FALSE;
    }
  return g_utf8_strlen (word, -1) >= MIN_LETTERS;
}

typedef struct
{
  char *query;
  GPtrArray *family;
  double recall;
} QsaEvalWord;

static void
qsa_eval_word_free (gpointer data)
{
  QsaEvalWord *word = data;

  g_free (word->query);
  g_ptr_array_unref (word->family);
  g_free (word);
}

/* Bare words with a family: a word that takes the article, or a name with clitics. */
static GPtrArray *
qsa_eval_draw_words (const QsaEvalRun *run)
{
  GPtrArray *vocabulary = qsa_eval_vocabulary_get_words (run->vocabulary);
  GPtrArray *words = g_ptr_array_new_with_free_func (qsa_eval_word_free);
  g_autoptr (GHashTable) drawn = g_hash_table_new (NULL, NULL);

  for (guint tries = 0; words->len < N_WORDS && tries < 100 * N_WORDS; tries++)
    {
      const char *word =
          vocabulary->pdata[g_rand_int_range (run->rand, 0, (gint32) vocabulary->len)];
      g_autoptr (GPtrArray) family = NULL;
      QsaEvalWord *one;

      if (!qsa_eval_is_arabic (word)
          || qsa_eval_vocabulary_count (run->vocabulary, word) < MIN_ARTICLES
          || g_str_has_prefix (word, "ال")
          || qsa_eval_vocabulary_is_form (run->vocabulary, word)
          || !g_hash_table_add (drawn, (gpointer) word))
        continue;
      family = qsa_eval_vocabulary_family (run->vocabulary, word);
      if (family->len < MIN_FORMS)
        continue;
      one = g_new0 (QsaEvalWord, 1);
      one->query = g_strdup (qsa_eval_vocabulary_get_surface (run->vocabulary, word));
      one->family = g_steal_pointer (&family);
      g_ptr_array_add (words, one);
    }
  return words;
}

static gint
qsa_eval_compare_recall (gconstpointer a, gconstpointer b)
{
  const QsaEvalWord *left = *(const QsaEvalWord *const *) a;
  const QsaEvalWord *right = *(const QsaEvalWord *const *) b;

  return (left->recall > right->recall) - (left->recall < right->recall);
}

static void
qsa_eval_print_worst (const QsaEvalRun *run, GPtrArray *words)
{
  g_ptr_array_sort (words, qsa_eval_compare_recall);
  for (guint i = 0; i < MIN (run->n_misses, words->len); i++)
    {
      const QsaEvalWord *word = words->pdata[i];
      g_autoptr (GHashTable)
          found = qsa_eval_search_set (run, word->query, QSA_REACH_DEFAULT);

      if (word->recall == 1)
        break;
      printf ("    %s %.2f, missed:", word->query, word->recall);
      for (guint j = 0; j < word->family->len; j++)
        {
          const char *form = word->family->pdata[j];
          g_autoptr (GHashTable) holds = qsa_eval_set_new ();

          qsa_eval_set_add_word (holds, run, form);
          if (qsa_eval_set_count_common (holds, found) < g_hash_table_size (holds))
            printf (" %s %u", form, g_hash_table_size (holds));
        }
      printf ("\n");
    }
}

/* @typed_bare: the word itself is the query; else one of its forms, drawn. */
static void
qsa_eval_print_words (const QsaEvalRun *run, GPtrArray *words, gboolean typed_bare)
{
  double sum = 0, sum_folded = 0, sum_besides = 0;
  guint n_low = 0;

  for (guint i = 0; i < words->len; i++)
    {
      QsaEvalWord *word = words->pdata[i];
      g_autoptr (GHashTable) wanted = qsa_eval_set_new ();
      g_autoptr (GHashTable) found = NULL;
      g_autoptr (GHashTable) folded = NULL;

      if (!typed_bare)
        {
          gint32 at = g_rand_int_range (run->rand, 0, (gint32) word->family->len);

          g_free (word->query);
          word->query = g_strdup (
              qsa_eval_vocabulary_get_surface (run->vocabulary, word->family->pdata[at]));
        }
      for (guint j = 0; j < word->family->len; j++)
        qsa_eval_set_add_word (wanted, run, word->family->pdata[j]);
      found = qsa_eval_search_set (run, word->query, QSA_REACH_DEFAULT);
      folded = qsa_eval_search_set (run, word->query, QSA_REACH_FOLDED);
      word->recall = qsa_eval_recall (found, wanted);
      sum += word->recall;
      sum_folded += qsa_eval_recall (folded, wanted);
      sum_besides +=
          (double) (g_hash_table_size (found) - qsa_eval_set_count_common (found, wanted))
          / MAX (g_hash_table_size (found), 1);
      n_low += word->recall < 0.95;
    }
  printf ("%-22s  %.1f %%          %.1f %%           %5.1f %%            %.1f %%\n",
          typed_bare ? "typed bare" : "typed as a form",
          100 * sum_folded / MAX (words->len, 1), 100 * sum / MAX (words->len, 1),
          100.0 * n_low / MAX (words->len, 1), 100 * sum_besides / MAX (words->len, 1));
  qsa_eval_print_worst (run, words);
}

static void
qsa_eval_print_random_words (const QsaEvalRun *run)
{
  g_autoptr (GPtrArray) words = qsa_eval_draw_words (run);

  printf ("\n%u random words with at least %u articles and %u forms, mean over words; "
          "goal: 98 %%\n"
          "%-22s  folding alone   default reach   words below 95 %%   found besides\n",
          words->len, MIN_ARTICLES, MIN_FORMS, "");
  qsa_eval_print_words (run, words, TRUE);
  qsa_eval_print_words (run, words, FALSE);
}

int
main (void)
{
  g_autoptr (QsaEvalCorpus) corpus = qsa_eval_corpus_load ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  const char *n_misses = g_getenv ("QUSASAT_EVAL_MISSES");
  QsaEvalRun run = { .corpus = corpus, .rand = rand };

  if (corpus == NULL)
    return 0;
  qsa_eval_corpus_print (corpus);
  run.n_misses = n_misses != NULL ? (guint) strtoul (n_misses, NULL, 10) : 0;
  run.library = qsa_eval_library_new (corpus, QSA_EVAL_WHOLE);
  run.vocabulary = qsa_eval_vocabulary_new (corpus, run.library);
  qsa_eval_print_gold (&run);
  qsa_eval_print_random_words (&run);
  qsa_eval_vocabulary_free (run.vocabulary);
  qsa_eval_library_free (run.library);
  return 0;
}
