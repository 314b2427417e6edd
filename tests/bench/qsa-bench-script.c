/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-bench-script.h"

/* Words are chosen by rank: the first of a kind has these, each further one of @steps further down. */
typedef struct
{
  guint n;
  QsaBenchKind kind;
  const char *format; /* %1 %2 %3 are the words; %4 is the beginning of the first */
  guint ranks[3];
  guint steps[3];
} QsaBenchGroup;

static const QsaBenchGroup qsa_bench_groups[] = {
  { 10, QSA_BENCH_WORDS, "%1", { 0 }, { 1 } },
  { 20, QSA_BENCH_WORDS, "%1", { 25 }, { 13 } },
  { 20, QSA_BENCH_WORDS, "%1", { 1000 }, { 900 } },
  { 10, QSA_BENCH_WORDS, "%1 %2", { 0, 25 }, { 1, 3 } },
  { 20, QSA_BENCH_WORDS, "%1 %2", { 26, 40 }, { 5, 9 } },
  { 20, QSA_BENCH_WORDS, "%1 %2", { 30, 900 }, { 11, 170 } },
  { 20, QSA_BENCH_WORDS, "%1 %2 %3", { 27, 60, 300 }, { 4, 11, 37 } },
  { 10, QSA_BENCH_WORDS, "%1 -%2", { 31, 80 }, { 9, 15 } },
  { 10, QSA_BENCH_WORDS, "%1 | %2", { 45, 90 }, { 7, 21 } },
  { 15, QSA_BENCH_PREFIX, "%4*", { 33, 0 }, { 29, 0 } },
  { 15, QSA_BENCH_PHRASE, "\"%1 %2\"", { 25, 38 }, { 2, 3 } },
  { 10, QSA_BENCH_PHRASE, "\"%1 %2\"", { 0, 29 }, { 1, 4 } },
  { 5, QSA_BENCH_PHRASE, "\"%1 %2 %3\"", { 28, 0, 34 }, { 3, 1, 5 } },
  { 15, QSA_BENCH_NEAR, "%1 NEAR/8 %2", { 25, 36 }, { 2, 3 } },
};

#define PREFIX_CHARS 3

static void
qsa_bench_query_free (gpointer data)
{
  QsaBenchQuery *query = data;

  g_free (query->text);
  g_free (query);
}

static char *
qsa_bench_group_make_text (const QsaBenchGroup *group, guint index, QsaTestPress *press)
{
  g_autoptr (GString) text = g_string_new (group->format);

  for (guint i = 0; i < G_N_ELEMENTS (group->ranks); i++)
    {
      const char place[] = { '%', (char) ('1' + i), '\0' };
      const char *word =
          qsa_test_press_get_word (press, group->ranks[i] + index * group->steps[i]);
      g_autofree char *beginning =
          g_utf8_substring (word, 0, MIN (g_utf8_strlen (word, -1), PREFIX_CHARS));

      g_string_replace (text, place, word, 0);
      if (i == 0)
        g_string_replace (text, "%4", beginning, 0);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

GPtrArray *
qsa_bench_script_new (QsaTestPress *press)
{
  GPtrArray *script = g_ptr_array_new_with_free_func (qsa_bench_query_free);

  for (guint i = 0; i < G_N_ELEMENTS (qsa_bench_groups); i++)
    for (guint j = 0; j < qsa_bench_groups[i].n; j++)
      {
        QsaBenchQuery *query = g_new0 (QsaBenchQuery, 1);

        query->text = qsa_bench_group_make_text (&qsa_bench_groups[i], j, press);
        query->kind = qsa_bench_groups[i].kind;
        query->filtered = j % 4 == 3;
        g_ptr_array_add (script, query);
      }
  g_assert (script->len == QSA_BENCH_N_QUERIES);
  return script;
}

QsaFilter *
qsa_bench_filter_new (gboolean filtered)
{
  g_autoptr (QsaFilter) none = qsa_filter_new ();
  g_autoptr (QsaFilter) outlet = NULL;
  g_autoptr (QsaFilter) outlets = NULL;
  QsaDate from = { QSA_DATE_YEAR, 2016, 0, 0, QSA_DATE_NO_MINUTE };
  QsaDate to = { QSA_DATE_MONTH, 2019, 6, 0, QSA_DATE_NO_MINUTE };

  if (!filtered)
    return g_steal_pointer (&none);
  outlet = qsa_filter_with_outlet (none, 3, TRUE);
  outlets = qsa_filter_with_outlet (outlet, 7, TRUE);
  return qsa_filter_with_dates (outlets, &from, &to);
}

QsaSearchRequest *
qsa_bench_request_new (const QsaBenchQuery *query, glong n_chars, QsaSort sort)
{
  g_autofree char *typed = g_utf8_substring (query->text, 0, n_chars);
  g_autoptr (QsaQuery) parsed = qsa_query_parse (typed, QSA_REACH_DEFAULT, TRUE);
  g_autoptr (QsaFilter) filter = qsa_bench_filter_new (query->filtered);

  return qsa_search_request_new (parsed, filter, sort);
}
