/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Known-item retrieval: words of an article's title are searched in a library that holds bodies alone;
 * is the article found, and how high? Three words of the title (any of them for the ranking, all of them
 * for being found), as printed and as typed in a hurry; then whole titles. Beside FTS5's unicode61 and
 * folding alone, over the same articles in the same run.
 *
 * An article counts as found by its own id; articles of the same body, letter by letter, are one article
 * to the library and have one id. Near-duplicates, of which the press is full, do not count.
 *
 * The goals were set on an archive of 68,410 articles, where FTS5 over folded words reaches MRR .337 (three
 * words) and finds nothing for 46 % (all of them); in a smaller one every rank is better and more queries
 * find nothing. So look at the rows of FTS5 in the same table, too.
 *
 * QUSASAT_EVAL_MISSES=n prints n queries of each kind that did not find their article. */

#include <stdio.h>
#include <stdlib.h>

#include "qsa-eval-baseline.h"
#include "qsa-eval-corpus.h"
#include "qsa-eval-library.h"
#include "qsa-eval-titles.h"

#define N_QUERIES 3000u
#define N_TITLES 1000u
#define TOP 10u

typedef struct
{
  QsaEvalCorpus *corpus;
  QsaEvalLibrary *library;
  QsaEvalBaseline *raw;
  QsaEvalBaseline *folded;
  guint n_misses; /* to print */
} QsaEvalRun;

typedef enum
{
  QSA_EVAL_BY_UNICODE61,
  QSA_EVAL_BY_FOLDING,
  QSA_EVAL_BY_FOLDED_REACH,
  QSA_EVAL_BY_DEFAULT,
  QSA_EVAL_BY_WIDER, /* the default, and the wider reach when that finds nothing */
  QSA_EVAL_N_WAYS,
} QsaEvalWay;

static const char *const way_names[QSA_EVAL_N_WAYS] = {
  "FTS5 unicode61",         "FTS5, letters folded", "Qusasat, widening off",
  "Qusasat, default reach", "… then wider reach",
};

typedef struct
{
  guint n;
  guint found;  /* the article is among all that was found */
  guint zero;   /* nothing was found */
  guint in_top; /* the article is among the first ten */
  double reciprocal;
  gint64 elapsed_us;
} QsaEvalScore;

static char *
qsa_eval_join (const char *const *words, gboolean all)
{
  return g_strjoinv (all ? " " : " | ", (char **) words);
}

static void
qsa_eval_score_rank (QsaEvalScore *score, guint rank)
{
  if (rank == 0 || rank > TOP)
    return;
  score->in_top++;
  score->reciprocal += 1.0 / rank;
}

static gboolean
qsa_eval_score_result (QsaEvalScore *score, QsaResult *result, gint64 id)
{
  guint rank = qsa_eval_result_find (result, id, qsa_result_get_total (result));

  score->n++;
  score->found += rank > 0;
  score->zero += qsa_result_get_total (result) == 0;
  qsa_eval_score_rank (score, rank);
  return rank > 0;
}

static gboolean
qsa_eval_by_library (QsaEvalRun *run, QsaEvalWay way, const char *const *words,
                     gboolean all, gint64 id, QsaEvalScore *score)
{
  g_autofree char *query = qsa_eval_join (words, all);
  QsaSort sort = all ? QSA_SORT_NEWEST : QSA_SORT_RELEVANCE;
  g_autoptr (QsaResult) result = qsa_eval_library_search (
      run->library, query,
      way == QSA_EVAL_BY_FOLDED_REACH ? QSA_REACH_FOLDED : QSA_REACH_DEFAULT, sort);

  if (way == QSA_EVAL_BY_WIDER && qsa_result_get_total (result) == 0)
    {
      qsa_result_unref (result);
      result = qsa_eval_library_search (run->library, query, QSA_REACH_WIDE, sort);
    }
  return qsa_eval_score_result (score, result, id);
}

static gboolean
qsa_eval_by_baseline (QsaEvalBaseline *baseline, const char *const *words, gboolean all,
                      gint64 id, QsaEvalScore *score)
{
  g_autoptr (GArray) ids = qsa_eval_baseline_search (baseline, words, all, all ? 0 : TOP);
  guint rank = 0;

  for (guint i = 0; i < ids->len && rank == 0; i++)
    if (g_array_index (ids, gint64, i) == id)
      rank = i + 1;
  score->n++;
  score->found += rank > 0;
  score->zero += ids->len == 0;
  qsa_eval_score_rank (score, rank);
  return rank > 0;
}

static gboolean
qsa_eval_ask (QsaEvalRun *run, QsaEvalWay way, const char *const *words, gboolean all,
              gint64 id, QsaEvalScore *score)
{
  gint64 before_us = g_get_monotonic_time ();
  gboolean found;

  if (way == QSA_EVAL_BY_UNICODE61)
    found = qsa_eval_by_baseline (run->raw, words, all, id, score);
  else if (way == QSA_EVAL_BY_FOLDING)
    found = qsa_eval_by_baseline (run->folded, words, all, id, score);
  else
    found = qsa_eval_by_library (run, way, words, all, id, score);
  score->elapsed_us += g_get_monotonic_time () - before_us;
  return found;
}

static QsaEvalScore
qsa_eval_ask_all (QsaEvalRun *run, QsaEvalWay way, GPtrArray *queries, gboolean all,
                  gboolean sloppy)
{
  QsaEvalScore score = { 0 };
  guint n_printed = 0;

  for (guint i = 0; i < queries->len; i++)
    {
      const QsaEvalTitleQuery *query = queries->pdata[i];
      g_auto (GStrv) hurried = qsa_eval_sloppy ((const char *const *) query->words);
      const char *const *words = (const char *const *) (sloppy ? hurried : query->words);
      gint64 id = g_array_index (run->library->ids, gint64, query->article);

      if (!qsa_eval_ask (run, way, words, all, id, &score) && n_printed < run->n_misses
          && way >= QSA_EVAL_BY_DEFAULT)
        {
          g_autofree char *text = qsa_eval_join (words, all);

          printf ("    missed: %s  (article %u)\n", text, query->article);
          n_printed++;
        }
    }
  return score;
}

static double
qsa_eval_share (double part, guint n)
{
  return part / MAX (n, 1);
}

static void
qsa_eval_print_three_words (QsaEvalRun *run, gboolean sloppy)
{
  g_autoptr (GPtrArray) queries = qsa_eval_title_queries (run->corpus, N_QUERIES, 3);

  printf (
      "\nthree words of a title, %s: %u queries, bodies of %u articles\n"
      "goals: any, default reach, MRR ≥ .361; all, with the wider reach, found ≥ .41, nothing "
      "found ≤ 25 %%; in a hurry within 2 %% of as printed\n"
      "%-26s  any: MRR@10  success@10  ms   all: found  nothing found  ms\n",
      sloppy ? "typed in a hurry" : "as printed", queries->len,
      run->corpus->articles->len, "");
  for (QsaEvalWay way = 0; way < QSA_EVAL_N_WAYS; way++)
    {
      QsaEvalScore any = qsa_eval_ask_all (run, way, queries, FALSE, sloppy);
      QsaEvalScore all = qsa_eval_ask_all (run, way, queries, TRUE, sloppy);

      printf ("%-26s       %.3f       %.3f  %5.1f      %.3f      %.1f %%  %5.1f\n",
              way_names[way], qsa_eval_share (any.reciprocal, any.n),
              qsa_eval_share (any.in_top, any.n),
              qsa_eval_share ((double) any.elapsed_us / 1000, any.n),
              qsa_eval_share (all.found, all.n), 100 * qsa_eval_share (all.zero, all.n),
              qsa_eval_share ((double) all.elapsed_us / 1000, all.n));
    }
  fflush (stdout);
}

static void
qsa_eval_print_titles (QsaEvalRun *run)
{
  g_autoptr (GPtrArray) queries = qsa_eval_title_queries (run->corpus, N_TITLES, 0);

  printf ("\nwhole titles, any of their words: %u queries, bodies of %u articles\n"
          "goal: MRR ≥ .63\n"
          "%-26s  MRR@10  success@10  ms\n",
          queries->len, run->corpus->articles->len, "");
  for (QsaEvalWay way = 0; way < QSA_EVAL_BY_WIDER; way++)
    {
      QsaEvalScore any = qsa_eval_ask_all (run, way, queries, FALSE, FALSE);

      printf ("%-26s   %.3f       %.3f  %5.1f\n", way_names[way],
              qsa_eval_share (any.reciprocal, any.n), qsa_eval_share (any.in_top, any.n),
              qsa_eval_share ((double) any.elapsed_us / 1000, any.n));
    }
  fflush (stdout);
}

int
main (void)
{
  g_autoptr (QsaEvalCorpus) corpus = qsa_eval_corpus_load ();
  const char *n_misses = g_getenv ("QUSASAT_EVAL_MISSES");
  QsaEvalRun run = { .corpus = corpus };

  if (corpus == NULL)
    return 0;
  qsa_eval_corpus_print (corpus);
  run.library = qsa_eval_library_new (corpus, QSA_EVAL_BODIES);
  run.raw = qsa_eval_baseline_new (corpus, run.library, QSA_EVAL_BODIES,
                                   QSA_EVAL_UNICODE61);
  run.folded = qsa_eval_baseline_new (corpus, run.library, QSA_EVAL_BODIES,
                                      QSA_EVAL_FOLDED);
  run.n_misses = n_misses != NULL ? (guint) strtoul (n_misses, NULL, 10) : 0;
  qsa_eval_print_three_words (&run, FALSE);
  qsa_eval_print_three_words (&run, TRUE);
  qsa_eval_print_titles (&run);
  qsa_eval_baseline_free (run.raw);
  qsa_eval_baseline_free (run.folded);
  qsa_eval_library_free (run.library);
  return 0;
}
