/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Queries that nobody types: harmless, and in time linear in their length. */

#include "qsa-query.h"

#include <string.h>
#include <time.h>

static void
assert_parsed (const char *text, const char *expected)
{
  g_autoptr (QsaQuery) query = qsa_query_parse (text, QSA_REACH_DEFAULT, FALSE);
  g_autofree char *line = qsa_query_to_string (query);

  g_assert_cmpstr (line, ==, expected);
}

static guint
depth_of (const QsaQueryNode *node)
{
  guint deepest = 0;

  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    deepest = MAX (deepest, depth_of (g_ptr_array_index (node->children, i)));
  return deepest + 1;
}

typedef struct
{
  const char *address;
  const char *unit; /* repeated */
  guint times;
  const char *end;
} HostileCase;

static const HostileCase hostile_cases[] = {
  { "quotes", "\"", 10000, "" },
  { "quotes-with-words", "\" هدنة", 10000, "" },
  { "mixed-marks", "«\"“ هدنة", 100000, "" },
  { "open-parentheses", "(", 25000, "هدنة" },
  { "open-parentheses-spaced", "( هدنة ", 25000, "" },
  { "close-parentheses", ")", 25000, "" },
  { "parenthesis-pairs", "()", 25000, "" },
  { "negated-groups", "-(", 25000, "" },
  { "alternating-groups", "هدنة | (حرب ", 25000, "" },
  { "bars", "|", 75000, "" },
  { "alternatives", "هـ|", 75000, "x" },
  { "keywords", "OR ", 75000, "" },
  { "negations", "NOT ", 62500, "هدنة" },
  { "minuses", "-", 1000000, "" },
  { "spaced-minuses", " -a", 75000, "" },
  { "stars", "*", 250000, "" },
  { "equals", " =", 125000, "" },
  { "one-word", "هدنة", 125000, "" },
  { "many-words", "هدنة ", 111000, "" },
  { "short-words", "a ", 125000, "" },
  { "one-joined-word", "ا-", 82500, "" },
  { "invalid-bytes", "\xff\xd9", 125000, "" },
  { "control-bytes", "\x01\x02", 125000, "" },
  { "format-characters", "a\u200f", 62500, "" },
  { "apostrophes", "''", 125000, "" },
  { "other-scripts", "漢字かな", 20000, "" },
  { "colons", ":", 1000000, "" },
  { "fields", "title:", 42500, "" },
  { "fields-spaced", "مصدر: ", 22500, "" },
  { "fields-of-fields", " title:outlet:x", 17500, "" },
  { "field-phrases", "title:\"a\" ", 25000, "" },
  { "field-open-marks", " outlet:\"a", 25000, "" },
  { "field-groups", "title:(", 35000, "a" },
  { "names-without-colon", "titletitletitletitle ", 11750, "" },
  { "dates", "date:2021..2022 ", 15000, "" },
  { "bad-dates", "date:2021x2022 ", 15000, "" },
  { "one-long-date", "date:2021..2022-", 15000, "" },
  { "states", "is:good ", 30000, "" },
  { "nears", "NEAR ", 50000, "" },
  { "near-chain", "a NEAR/5 ", 27500, "b" },
  { "near-groups", "a NEAR/5 (", 25000, "b" },
  { "near-digits", "a NEAR/1", 1, "111111111111111111111111111111111111111" },
  { "near-wide-operands", "a NEAR/5 b،c،d،e ", 12500, "" },
};

static void
test_hostile (gconstpointer data)
{
  const HostileCase *test = data;
  GString *text = g_string_new (NULL);
  g_autoptr (QsaQuery) query = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *line = NULL;
  QsaCompletePlace place;
  clock_t start;
  double seconds;

  for (guint i = 0; i < test->times; i++)
    g_string_append (text, test->unit);
  g_string_append (text, test->end);
  bytes = g_string_free (text, FALSE);

  start = clock ();
  query = qsa_query_parse (bytes, QSA_REACH_DEFAULT, TRUE);
  seconds = (double) (clock () - start) / CLOCKS_PER_SEC;
  g_test_message ("%.3f s for %" G_GSIZE_FORMAT " bytes", seconds, strlen (bytes));

  /* What grows with the square of the input takes minutes here, also on a fast machine; a slow
   * one, with sanitizers, stays below. */
  g_assert_cmpfloat (seconds, <, 10.0);

  start = clock ();
  qsa_query_complete_place (bytes, g_utf8_validate (bytes, -1, NULL) ? strlen (bytes) : 0,
                            &place);
  seconds = (double) (clock () - start) / CLOCKS_PER_SEC;
  g_assert_cmpfloat (seconds, <, 10.0);
  qsa_complete_place_clear (&place);

  line = qsa_query_to_string (query);
  g_assert_true (g_utf8_validate (line, -1, NULL));
  /* AND, OR and NOT for each of 32 levels, and the word. */
  g_assert_cmpuint (depth_of (qsa_query_get_root (query)), <=, 3 * 33 + 1);
}

static void
test_depth_bound (void)
{
  assert_parsed ("((((((((هدنة | حرب) سلم))))))))",
                 "(and (or (word \"هدنة\") (word \"حرب\")) (word \"سلم\"))");

  for (guint depth = 30; depth <= 40; depth++)
    {
      GString *text = g_string_new (NULL);
      g_autofree char *bytes = NULL;
      g_autofree char *line = NULL;
      g_autoptr (QsaQuery) query = NULL;

      for (guint i = 0; i < depth; i++)
        g_string_append (text, "(");
      g_string_append (text, "هدنة حرب");
      for (guint i = 0; i < depth; i++)
        g_string_append (text, ")");
      bytes = g_string_free (text, FALSE);

      query = qsa_query_parse (bytes, QSA_REACH_DEFAULT, FALSE);
      line = qsa_query_to_string (query);
      g_assert_cmpstr (line, ==, "(and (word \"هدنة\") (word \"حرب\"))");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (hostile_cases); i++)
    {
      g_autofree char *address = g_strconcat ("/model/query/hostile/",
                                              hostile_cases[i].address, NULL);
      g_test_add_data_func (address, &hostile_cases[i], test_hostile);
    }
  g_test_add_func ("/model/query/depth-bound", test_depth_bound);
  return g_test_run ();
}
