/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a query was read, and the query that is read the other way. */

#include "qsa-query.h"

#include <string.h>

static const char *const kind_names[] = {
  [QSA_READING_FIELD] = "field",       [QSA_READING_NEAR] = "near",
  [QSA_READING_NOT] = "not",           [QSA_READING_OR] = "or",
  [QSA_READING_UNPAIRED] = "unpaired", [QSA_READING_BAD_VALUE] = "bad-value",
};

typedef struct
{
  const char *address;
  const char *text;
  const char *readings; /* kind[part], in the order of the text */
  const char *other;    /* of the first; NULL when it has none */
  const char *parsed;   /* how the other query is read */
} ReadingCase;

static const ReadingCase cases[] = {
  /* what is not worth a word */
  { "none/words", "هدنة في الميناء", "", NULL, NULL },
  { "none/empty", "", "", NULL, NULL },
  { "none/phrase", "\"هدنة قريبة\" «في الميناء»", "", NULL, NULL },
  { "none/group", "(هدنة قريبة)", "", NULL, NULL },
  { "none/star", "هدن*", "", NULL, NULL },
  { "none/exact", "=هدنة ==\"هُدنة\"", "", NULL, NULL },
  { "none/dash-with-spaces", "بايدن - وترامب", "", NULL, NULL },
  { "none/dash-after-word", "بايدن- وترامب", "", NULL, NULL },
  { "none/em-dash", "بايدن —وترامب", "", NULL, NULL },
  { "none/colon-and-space", "مصدر: لا هدنة", "", NULL, NULL },
  { "none/colon-of-a-speaker", "بايدن:سنرد", "", NULL, NULL },
  { "none/arabic-or", "هدنة أو حرب", "", NULL, NULL },
  { "none/arabic-near", "انفجار قرب بغداد", "", NULL, NULL },
  { "none/english-headline", "Not far or near to war", "", NULL, NULL },
  { "none/clock-and-url", "10:30 http://marsad.example/", "", NULL, NULL },
  { "none/smiley", "هدنة :)", "", NULL, NULL },
  { "none/numbered", "1) هدنة 2) حرب", "", NULL, NULL },
  { "none/keyword-at-the-end", "هدنة OR", "", NULL, NULL },
  { "none/bare-near-at-the-start", "NEAR MISS", "", NULL, NULL },

  /* fields */
  { "field/words", "مصدر:رويترز هدنة", "field[مصدر:رويترز]", "مصدر: رويترز هدنة",
    "(and (word \"مصدر\") (word \"رويترز\") (word \"هدنة\"))" },
  { "field/phrase", "عنوان:«هدنة قريبة»", "field[عنوان:«هدنة قريبة»]",
    "عنوان: «هدنة قريبة»", "(and (word \"عنوان\") (phrase \"هدنة\" \"قريبة\"))" },
  { "field/date", "date:2021-07", "field[date:2021-07]", "date: 2021-07",
    "(and (word \"date\") (phrase \"2021\" \"07\"))" },
  { "field/is", "is:read", "field[is:read]", "is: read",
    "(and (word \"is\") (word \"read\"))" },
  { "field/exact", "title:=truce", "field[title:=truce]", "title: =truce",
    "(and (word \"title\") (word surface \"truce\"))" },
  { "field/prefix", "title:tru*", "field[title:tru*]", "title: tru*",
    "(and (word \"title\") (word prefix \"tru\"))" },
  { "field/dash-in-value", "title:-truce", "field[title:-truce]", "title: \"-truce\"",
    "(and (word \"title\") (phrase \"truce\"))" },
  { "field/keyword-as-value", "title:OR x", "field[title:OR]", "title: \"OR\" x",
    "(and (word \"title\") (phrase \"OR\") (word \"x\"))" },
  { "field/near-as-value", "title:NEAR x", "field[title:NEAR]", "title: \"NEAR\" x",
    "(and (word \"title\") (phrase \"NEAR\") (word \"x\"))" },
  { "field/field-as-value", "title:outlet:x", "field[title:outlet:x]",
    "title: \"outlet:x\"", "(and (word \"title\") (phrase \"outlet\" \"x\"))" },
  { "field/unclosed", "outlet:\"harbour times", "field[outlet:\"harbour times]",
    "outlet: \"harbour times\"",
    "(and (word \"outlet\") (phrase \"harbour\" \"times\"))" },
  { "field/unclosed-guillemet", "مصدر:«بي بي", "field[مصدر:«بي بي]", "مصدر: «بي بي\"",
    "(and (word \"مصدر\") (phrase \"بي\" \"بي\"))" },
  { "field/beside-or", "a OR outlet:x", "or[OR] field[outlet:x]", "a or outlet:x",
    "(and (word \"a\") (word \"or\") (outlet \"x\"))" },
  { "field/before-or", "outlet:x | a", "field[outlet:x] or[|]", "(outlet: x) | a",
    "(or (and (word \"outlet\") (word \"x\")) (word \"a\"))" },
  { "field/direction-mark", "\u200fمصدر:\u200fرويترز", "field[مصدر:\u200fرويترز]",
    "\u200fمصدر: \u200fرويترز", "(and (word \"مصدر\") (word \"رويترز\"))" },

  /* not */
  { "not/minus", "بايدن -ترامب", "not[-ترامب]", "بايدن - ترامب",
    "(and (word \"بايدن\") (word \"ترامب\"))" },
  { "not/minus-phrase", "بايدن -\"دونالد ترامب\" هدنة", "not[-\"دونالد ترامب\"]",
    "بايدن - \"دونالد ترامب\" هدنة",
    "(and (word \"بايدن\") (phrase \"دونالد\" \"ترامب\") (word \"هدنة\"))" },
  { "not/minus-group", "a -(b | c)", "not[-(b | c)] or[|]", "a - (b | c)",
    "(and (word \"a\") (or (word \"b\") (word \"c\")))" },
  { "not/minus-exact", "a -=b", "not[-=b]", "a - =b",
    "(and (word \"a\") (word surface \"b\"))" },
  { "not/keyword", "truce NOT war", "not[NOT war]", "truce not war",
    "(and (word \"truce\") (word \"not\") (word \"war\"))" },
  { "not/twice", "NOT NOT war", "not[NOT NOT war] not[NOT war]", "not NOT war",
    "(and (word \"not\") (not (word \"war\")))" },
  { "not/field", "-outlet:x", "not[-outlet:x] field[outlet:x]", "- outlet:x",
    "(outlet \"x\")" },
  { "not/headline-list", "-هدنة -حرب", "not[-هدنة] not[-حرب]", "- هدنة -حرب",
    "(and (word \"هدنة\") (not (word \"حرب\")))" },

  /* or */
  { "or/bar", "هدنة | مرصد الأخبار", "or[|]", "هدنة مرصد الأخبار",
    "(and (word \"هدنة\") (word \"مرصد\") (word \"الأخبار\"))" },
  { "or/bar-glued", "هدنة|مرصد", "or[|]", "هدنة مرصد",
    "(and (word \"هدنة\") (word \"مرصد\"))" },
  { "or/bars", "هدنة || مرصد", "or[|]", "هدنة مرصد",
    "(and (word \"هدنة\") (word \"مرصد\"))" },
  { "or/keyword", "LIVE OR DEAD", "or[OR]", "LIVE or DEAD",
    "(and (word \"LIVE\") (word \"or\") (word \"DEAD\"))" },
  { "or/keeps-not", "a |-b", "or[|] not[-b]", "a -b",
    "(and (word \"a\") (not (word \"b\")))" },

  /* nearness */
  { "near/number", "a NEAR/5 b", "near[NEAR/5]", "a near 5 b",
    "(and (word \"a\") (word \"near\") (word \"5\") (word \"b\"))" },
  { "near/arabic", "هدنة قرب/5 ميناء", "near[قرب/5]", "هدنة قرب 5 ميناء",
    "(and (word \"هدنة\") (word \"قرب\") (word \"5\") (word \"ميناء\"))" },
  { "near/paragraph", "هدنة قرب/ف ميناء", "near[قرب/ف]", "هدنة قرب ف ميناء",
    "(and (word \"هدنة\") (word \"قرب\") (word \"ف\") (word \"ميناء\"))" },
  { "near/alone", "SCARE NEAR PORT", "near[NEAR]", "SCARE near PORT",
    "(and (word \"SCARE\") (word \"near\") (word \"PORT\"))" },
  { "near/chain", "a NEAR/5 b NEAR/3 c", "near[NEAR/5] near[NEAR/3]",
    "a near 5 b NEAR/3 c",
    "(and (word \"a\") (word \"near\") (word \"5\") (near 3 (word \"b\") (word \"c\")))" },

  /* without a partner */
  { "unpaired/opening", "رئيس البلدية: \"لن نقبل", "unpaired[\"]",
    "رئيس البلدية: \"لن نقبل\"",
    "(and (word \"رئيس\") (word \"البلدية\") (phrase \"لن\" \"نقبل\"))" },
  { "unpaired/opening-guillemet", "البلدية: «لن نقبل... ", "unpaired[«]",
    "البلدية: «لن نقبل...» ", "(and (word \"البلدية\") (phrase \"لن\" \"نقبل\"))" },
  { "unpaired/closing", "لن نقبل\" البلدية", "unpaired[\"]", "\"لن نقبل\" البلدية",
    "(and (phrase \"لن\" \"نقبل\") (word \"البلدية\"))" },
  { "unpaired/closing-behind-a-phrase", "«نور» لن نقبل» غدا", "unpaired[»]",
    "«نور» «لن نقبل» غدا",
    "(and (phrase \"نور\") (phrase \"لن\" \"نقبل\") (word \"غدا\"))" },
  { "unpaired/curly", "البلدية: “لن نقبل", "unpaired[“]", "البلدية: “لن نقبل”",
    "(and (word \"البلدية\") (phrase \"لن\" \"نقبل\"))" },
  { "unpaired/glued-clitic", "لـ\"نور الجديدة", "unpaired[\"]", "لـ\"نور الجديدة\"",
    "(phrase \"نور\" \"الجديدة\")" },
  { "unpaired/parenthesis-that-matters", "a | (b c", "or[|] unpaired[(]", "a (b c",
    "(and (word \"a\") (word \"b\") (word \"c\"))" },
  { "unpaired/closing-parenthesis", "b c) | a", "unpaired[)] or[|]", "(b c) | a",
    "(or (and (word \"b\") (word \"c\")) (word \"a\"))" },

  /* what cannot be read */
  { "bad-value/date", "قبل:الهدنة بيوم", "bad-value[قبل:الهدنة]", NULL, NULL },
  { "bad-value/date-phrase", "before:\"the war\" ends", "bad-value[before:\"the war\"]",
    NULL, NULL },
  { "bad-value/is", "is:good", "bad-value[is:good]", NULL, NULL },
  { "bad-value/group", "title:(a b)", "bad-value[title:]", NULL, NULL },
  { "bad-value/punctuation", "عنوان:…", "bad-value[عنوان:…]", NULL, NULL },
  { "bad-value/empty-phrase", "title:\"\"", "bad-value[title:\"\"]", NULL, NULL },
  { "bad-value/near-group", "a NEAR/5 (b c)", "bad-value[NEAR/5]", NULL, NULL },
  { "bad-value/near-field", "a NEAR b title:c NEAR d",
    "near[NEAR] field[title:c] bad-value[NEAR]", "a near b title:c NEAR d",
    "(and (word \"a\") (word \"near\") (word \"b\") (word title \"c\") (word \"NEAR\") "
    "(word \"d\"))" },
  { "bad-value/near-at-an-end", "قرب/5 هدنة", "bad-value[قرب/5]", NULL, NULL },
  { "bad-value/negated", "-date:soon", "not[-date:soon] bad-value[date:soon]",
    "- date:soon", "(and (word \"date\") (word \"soon\"))" },
};

static char *
list_readings (GPtrArray *readings)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < readings->len; i++)
    {
      const QsaReading *reading = g_ptr_array_index (readings, i);

      g_string_append_printf (list, "%s%s[%s]", i > 0 ? " " : "",
                              kind_names[reading->kind], reading->text);
    }
  return g_string_free (list, FALSE);
}

/* What every reading promises, whatever the query. */
static void
assert_promises (QsaQuery *query, gboolean while_typing)
{
  GPtrArray *readings = qsa_query_get_readings (query);

  for (guint i = 0; i < readings->len; i++)
    {
      const QsaReading *reading = g_ptr_array_index (readings, i);
      g_autoptr (QsaQuery) other = NULL;

      g_assert_nonnull (strstr (qsa_query_get_text (query), reading->text));
      g_assert_true (reading->other != NULL || reading->kind == QSA_READING_BAD_VALUE);
      if (reading->other == NULL)
        continue;
      other = qsa_query_parse (reading->other, qsa_query_get_reach (query), while_typing);
      g_assert_false (qsa_query_equal (query, other));
    }
}

static void
test_case (gconstpointer data)
{
  const ReadingCase *test = data;
  g_autoptr (QsaQuery) query = qsa_query_parse (test->text, QSA_REACH_DEFAULT, FALSE);
  GPtrArray *readings = qsa_query_get_readings (query);
  g_autofree char *list = list_readings (readings);
  const QsaReading *first;

  g_assert_cmpstr (list, ==, test->readings);
  assert_promises (query, FALSE);
  if (readings->len == 0)
    return;

  first = g_ptr_array_index (readings, 0);
  g_assert_cmpstr (first->other, ==, test->other);
  if (test->other != NULL)
    {
      g_autoptr (QsaQuery)
          other = qsa_query_parse (first->other, QSA_REACH_DEFAULT, FALSE);
      g_autofree char *line = qsa_query_to_string (other);

      g_assert_cmpstr (line, ==, test->parsed);
    }
}

/* One reading after the other is taken back until nothing but words is left. */
static void
test_all_taken_back (void)
{
  g_autofree char *text =
      g_strdup ("a -outlet:x (b | \"c d\" NEAR/5 e) OR title:=f NOT g");
  guint n_steps = 0;

  for (; n_steps < 20; n_steps++)
    {
      g_autoptr (QsaQuery) query = qsa_query_parse (text, QSA_REACH_DEFAULT, FALSE);
      GPtrArray *readings = qsa_query_get_readings (query);
      const QsaReading *first;

      if (readings->len == 0)
        break;
      first = g_ptr_array_index (readings, 0);
      g_assert_nonnull (first->other);
      g_free (text);
      text = g_strdup (first->other);
    }
  g_assert_cmpuint (n_steps, ==, 7);
  g_assert_cmpstr (text, ==, "a - outlet: x (b \"c d\" near 5 e) or title: =f not g");
}

static void
test_while_typing (void)
{
  static const struct
  {
    const char *text;
    const char *readings;
  } typed[] = {
    { "هدنة -", "" },          { "هدنة -ح", "not[-ح]" },
    { "هدنة date:20", "" },    { "هدنة date:2021", "field[date:2021]" },
    { "هدنة is:unr", "" },     { "هدنة is:x", "bad-value[is:x]" },
    { "هدنة outlet:", "" },    { "هدنة outlet:\"", "" },
    { "هدنة NEAR/5", "" },     { "هدنة OR ", "" },
    { "هدنة OR ح", "or[OR]" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (QsaQuery)
          query = qsa_query_parse (typed[i].text, QSA_REACH_DEFAULT, TRUE);
      g_autofree char *list = list_readings (qsa_query_get_readings (query));

      g_assert_cmpstr (list, ==, typed[i].readings);
      assert_promises (query, TRUE);
    }
}

/* Nobody reads ten thousand chips, and each holds a text. */
static void
test_bounds (void)
{
  static const char *const units[] = { "-a ",      "a | ", "\"a ",   "a NEAR/5 ",
                                       "title:a ", "(a ",  "date:x " };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      GString *text = g_string_new (NULL);
      g_autofree char *bytes = NULL;
      g_autoptr (QsaQuery) query = NULL;
      GPtrArray *readings;

      for (guint n = 0; n < 10000; n++)
        g_string_append (text, units[i]);
      bytes = g_string_free (text, FALSE);
      query = qsa_query_parse (bytes, QSA_REACH_DEFAULT, FALSE);
      readings = qsa_query_get_readings (query);

      g_assert_cmpuint (readings->len, <=, 16);
      for (guint n = 0; n < readings->len; n++)
        g_assert_null (((const QsaReading *) g_ptr_array_index (readings, n))->other);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *address = g_strconcat ("/model/query/readings/", cases[i].address,
                                              NULL);
      g_test_add_data_func (address, &cases[i], test_case);
    }
  g_test_add_func ("/model/query/readings/all-taken-back", test_all_taken_back);
  g_test_add_func ("/model/query/readings/while-typing", test_while_typing);
  g_test_add_func ("/model/query/readings/bounds", test_bounds);
  return g_test_run ();
}
