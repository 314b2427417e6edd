/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "qsa-test-corpus.h"

/* علي stands in one text of eight that hold علي or على, فئة in one of seven beside فيه. */
static const QsaTestText texts[] = {
  /* 1 */ { "علي يكتب عن فئة", "قال وعلي ساكت. إنهاء العمل." },
  /* 2 */ { "على الطريق", "فيه خير وعلى الباب ناس. أنها هنا." },
  /* 3 */ { "على الجسر", "فيه ناس. أنها بعيدة. انها قريبة." },
  /* 4 */ { "على السطح", "فيه طير. وعلى مهل." },
  /* 5 */ { "على مهل", "فيه ماء. عملة البلد." },
  /* 6 */ { "على عجل", "فيه نار. عمله كثير." },
  /* 7 */ { "على الأرض", "فيه زرع ومعلمون." },
  /* 8 */ { "زار عبد الله مكتبا", "في كِتَابٍ كتـاب الأمس ومعلمات المدرسة." },
  /* 9 */ { "زار عبدالله المكتب", "قرأ كتاب الأمس، والكتاب طويل." },
  /* 10 */ { "مؤتمر أيلول 2019", "في 3 سبتمبر 2019 عاد معلم القرية." },
  /* 11 */ { "قال: نعم", "ثم قال نعم، وقال\tنعم." },
};

typedef struct
{
  const char *path;
  const char *query;
  QsaReach reach;
  const char *ids;
} ReachCase;

static const ReachCase cases[] = {
  { "default/spelling-of-few", "علي", QSA_REACH_DEFAULT, "1" },
  { "default/clitics-of-few", "وعلي", QSA_REACH_DEFAULT, "1" },
  { "default/spelling-of-many", "على", QSA_REACH_DEFAULT, "1 2 3 4 5 6 7" },
  { "default/hamza-of-few", "فئة", QSA_REACH_DEFAULT, "1" },
  { "default/half-and-half", "عملة", QSA_REACH_DEFAULT, "5 6" },
  { "default/without-marks", "عمله", QSA_REACH_DEFAULT, "5 6" },
  { "default/final-hamza-stays", "إنهاء", QSA_REACH_DEFAULT, "1" },
  { "default/alef", "انها", QSA_REACH_DEFAULT, "2 3" },
  { "default/spelling-nowhere", "إنها", QSA_REACH_DEFAULT, "2 3" },
  { "default/clitics", "كتاب", QSA_REACH_DEFAULT, "8 9" },
  { "default/apart-for-joined", "عبدالله", QSA_REACH_DEFAULT, "8 9" },
  { "default/joined-for-apart", "عبد الله", QSA_REACH_DEFAULT, "8 9" },
  { "default/joined-in-a-phrase", "\"زار عبد الله\"", QSA_REACH_DEFAULT, "8 9" },
  { "default/apart-in-a-phrase", "\"زار عبدالله\"", QSA_REACH_DEFAULT, "8 9" },
  { "default/joined-beside-others", "زار عبد الله الأمس", QSA_REACH_DEFAULT, "8 9" },
  { "default/not-joined", "-عبدالله زار", QSA_REACH_DEFAULT, "" },
  { "default/month", "سبتمبر 2019", QSA_REACH_DEFAULT, "10" },
  { "default/other-month", "\"أيلول 2019\"", QSA_REACH_DEFAULT, "10" },
  { "folded/no-forms", "كتاب", QSA_REACH_FOLDED, "8 9" },
  { "folded/not-joined", "عبدالله", QSA_REACH_FOLDED, "9" },
  { "folded/whole-class", "علي", QSA_REACH_FOLDED, "1 2 3 4 5 6 7" },
  { "folded/phrase", "\"زار عبد الله\"", QSA_REACH_FOLDED, "8" },
  { "wide/same-stem", "معلمين", QSA_REACH_WIDE, "7 8 10" },
  { "wide/not-by-default", "معلمين", QSA_REACH_DEFAULT, "" },
  { "surface/yeh", "=علي", QSA_REACH_DEFAULT, "1" },
  { "surface/alef-maqsura", "=على", QSA_REACH_DEFAULT, "2 3 4 5 6 7" },
  { "surface/without-a-mark", "=انها", QSA_REACH_DEFAULT, "3" },
  { "surface/with-a-mark", "=أنها", QSA_REACH_DEFAULT, "2 3" },
  { "surface/heh", "=عمله", QSA_REACH_DEFAULT, "6" },
  { "surface/tashkeel-is-no-letter", "=كتاب", QSA_REACH_DEFAULT, "8 9" },
  { "surface/phrase", "=\"على مهل\"", QSA_REACH_DEFAULT, "5" },
  { "surface/reach", "عملة", QSA_REACH_SURFACE, "5" },
  { "printed/tashkeel", "==\"كِتَابٍ\"", QSA_REACH_DEFAULT, "8" },
  { "printed/tatweel", "==\"كتـاب\"", QSA_REACH_DEFAULT, "8" },
  { "printed/plain", "==\"كتاب\"", QSA_REACH_DEFAULT, "9" },
  { "printed/punctuation", "==\"قال: نعم\"", QSA_REACH_DEFAULT, "11" },
  { "printed/other-punctuation", "==\"قال، نعم\"", QSA_REACH_DEFAULT, "" },
  { "printed/white-space", "==\"وقال نعم\"", QSA_REACH_DEFAULT, "11" },
  { "printed/part-of-a-word", "==\"كتا\"", QSA_REACH_DEFAULT, "" },
  { "printed/not", "كتاب -==\"كِتَابٍ\"", QSA_REACH_DEFAULT, "9" },
  { "printed/beside-a-word", "زار ==\"كتاب\"", QSA_REACH_DEFAULT, "9" },
  { "printed/in-an-or", "==\"كتاب\" | ==\"كتـاب\"", QSA_REACH_DEFAULT, "8 9" },
};

static void
test_reach (gconstpointer data)
{
  const ReachCase *test = data;
  g_autoptr (QsaTestCorpus) corpus = qsa_test_corpus_new (texts, G_N_ELEMENTS (texts));
  g_autofree char *ids = qsa_test_corpus_find (corpus, test->query, test->reach);
  g_autofree char *again = qsa_test_corpus_find (corpus, test->query, test->reach);

  g_assert_cmpstr (ids, ==, test->ids);
  g_assert_cmpstr (again, ==, test->ids); /* from the cache */
}

/* على beside علي is off, and comes when it is wanted. */
static void
test_other_spelling (void)
{
  g_autoptr (QsaTestCorpus) corpus = qsa_test_corpus_new (texts, G_N_ELEMENTS (texts));
  g_autoptr (QsaSearchRequest) few = qsa_test_corpus_request ("علي", QSA_REACH_DEFAULT);
  g_autoptr (QsaSearchRequest) all = qsa_search_request_with_form (few, "=على", TRUE);
  g_autoptr (QsaResult) off = qsa_test_corpus_search (corpus, few);
  g_autoptr (QsaResult) on = qsa_test_corpus_search (corpus, all);
  g_autofree char *ids = qsa_test_corpus_ids (on);
  const QsaWidening *widening = qsa_test_corpus_widening (off, "=على");

  g_assert_nonnull (widening);
  g_assert_false (widening->on);
  g_assert_cmpint (widening->kind, ==, QSA_FORM_SPELLING);
  g_assert_cmpuint (widening->articles, ==, 6);
  g_assert_cmpstr (widening->spelling, ==, "على");
  g_assert_cmpstr (widening->of, ==, "علي");
  g_assert_cmpstr (ids, ==, "1 2 3 4 5 6 7");
  widening = qsa_test_corpus_widening (on, "=على");
  g_assert_nonnull (widening);
  g_assert_true (widening->on);
}

/* What is not searched is not marked. */
static void
test_marks_of_few (void)
{
  g_autoptr (QsaTestCorpus) corpus = qsa_test_corpus_new (texts, G_N_ELEMENTS (texts));
  g_autoptr (QsaSearchRequest) few = qsa_test_corpus_request ("علي", QSA_REACH_DEFAULT);
  g_autoptr (QsaResult) result = qsa_test_corpus_search (corpus, few);
  g_autoptr (GArray)
      marks = qsa_matcher_find (qsa_result_get_matcher (result), "على علي وعلى وعلي", -1);

  g_assert_cmpuint (marks->len, ==, 2);
  g_assert_cmpuint (g_array_index (marks, QsaMatch, 0).start_byte, ==, 7);
}

static void
test_marks_of_joined (void)
{
  g_autoptr (QsaTestCorpus) corpus = qsa_test_corpus_new (texts, G_N_ELEMENTS (texts));
  g_autoptr (QsaSearchRequest)
      request = qsa_test_corpus_request ("عبدالله", QSA_REACH_DEFAULT);
  g_autoptr (QsaResult) result = qsa_test_corpus_search (corpus, request);
  g_autoptr (GArray) marks = qsa_matcher_find (qsa_result_get_matcher (result),
                                               "عبدالله مع عبد الله", -1);

  g_assert_cmpuint (marks->len, ==, 2);
}

/* Every form that is shown can be switched, and switching it back is as before. */
static void
test_switches (gconstpointer data)
{
  const ReachCase *test = data;
  g_autoptr (QsaTestCorpus) corpus = qsa_test_corpus_new (texts, G_N_ELEMENTS (texts));
  g_autoptr (QsaSearchRequest)
      request = qsa_test_corpus_request (test->query, test->reach);
  g_autoptr (QsaResult) result = qsa_test_corpus_search (corpus, request);
  GPtrArray *widenings = qsa_result_get_widenings (result);

  for (guint i = 0; i < widenings->len; i++)
    {
      const QsaWidening *widening = widenings->pdata[i];
      g_autoptr (QsaSearchRequest)
          other = qsa_search_request_with_form (request, widening->form, !widening->on);
      g_autoptr (QsaSearchRequest)
          back = qsa_search_request_with_form (other, widening->form, widening->on);
      g_autoptr (QsaResult) switched = qsa_test_corpus_search (corpus, other);
      g_autoptr (QsaResult) restored = qsa_test_corpus_search (corpus, back);
      g_autofree char *ids = qsa_test_corpus_ids (restored);
      const QsaWidening *now = qsa_test_corpus_widening (switched, widening->form);

      g_assert_nonnull (now);
      g_assert_cmpint (now->on, ==, !widening->on);
      g_assert_cmpuint (now->articles, ==, widening->articles);
      if (widening->on)
        g_assert_cmpuint (qsa_result_get_total (switched), <=,
                          qsa_result_get_total (result));
      else
        g_assert_cmpuint (qsa_result_get_total (switched), >=,
                          qsa_result_get_total (result));
      g_assert_cmpstr (ids, ==, test->ids);
    }
}

static void
test_switched_off (void)
{
  g_autoptr (QsaTestCorpus) corpus = qsa_test_corpus_new (texts, G_N_ELEMENTS (texts));
  g_autoptr (QsaSearchRequest)
      request = qsa_test_corpus_request ("عبدالله", QSA_REACH_DEFAULT);
  g_autoptr (QsaSearchRequest)
      other = qsa_search_request_with_form (request, "عبد الله", FALSE);
  g_autoptr (QsaResult) result = qsa_test_corpus_search (corpus, other);
  g_autofree char *ids = qsa_test_corpus_ids (result);

  g_assert_cmpstr (ids, ==, "9");
}

/* By the words of the query, on before off, then by articles. */
static void
test_order_of_widenings (void)
{
  g_autoptr (QsaTestCorpus) corpus = qsa_test_corpus_new (texts, G_N_ELEMENTS (texts));
  g_autoptr (QsaSearchRequest)
      request = qsa_test_corpus_request ("علي كتاب", QSA_REACH_DEFAULT);
  g_autoptr (QsaResult) result = qsa_test_corpus_search (corpus, request);
  GPtrArray *widenings = qsa_result_get_widenings (result);
  guint n_of_first = 0;

  g_assert_cmpuint (widenings->len, >=, 3);
  while (n_of_first < widenings->len
         && g_str_equal (((QsaWidening *) widenings->pdata[n_of_first])->of, "علي"))
    n_of_first++;
  g_assert_cmpuint (n_of_first, >, 0);
  for (guint i = n_of_first; i < widenings->len; i++)
    g_assert_cmpstr (((QsaWidening *) widenings->pdata[i])->of, ==, "كتاب");
  for (guint i = 1; i < widenings->len; i++)
    {
      const QsaWidening *before = widenings->pdata[i - 1], *after = widenings->pdata[i];

      if (i != n_of_first)
        g_assert_cmpint (before->on, >=, after->on);
      if (i != n_of_first && before->on == after->on)
        g_assert_cmpuint (before->articles, >=, after->articles);
    }
}

/* A house spelling is searched, marked and can be switched off. */
static void
test_variants (void)
{
  static const QsaTestText spelled[] = { { "أنباء من ورزازات" },
                                         { "أنباء من وارزازات" } };
  g_autoptr (QsaTestCorpus)
      corpus = qsa_test_corpus_new (spelled, G_N_ELEMENTS (spelled));
  g_autoptr (GError) error = NULL;
  g_autoptr (QsaSearchRequest)
      request = qsa_test_corpus_request ("ورزازات", QSA_REACH_DEFAULT);
  g_autoptr (QsaSearchRequest)
      without = qsa_search_request_with_form (request, "وارزازات", FALSE);
  g_autoptr (QsaResult) both = NULL;
  g_autoptr (QsaResult) one = NULL;
  const QsaWidening *widening;

  {
    QsaVariantGroup group = { .kind = QSA_VARIANT_NAME, .enabled = TRUE };
    const char *const spellings[] = { "ورزازات", "وارزازات", NULL };
    g_autoptr (GPtrArray) groups = g_ptr_array_new ();

    group.spellings = (char **) spellings;
    g_ptr_array_add (groups, &group);
    corpus->tables.variants = qsa_variant_table_new_over (NULL, groups);
  }
  both = qsa_test_corpus_search (corpus, request);
  one = qsa_test_corpus_search (corpus, without);
  widening = qsa_test_corpus_widening (both, "وارزازات");
  g_assert_nonnull (widening);
  g_assert_cmpint (widening->kind, ==, QSA_FORM_VARIANT);
  g_assert_cmpuint (qsa_result_get_total (both), ==, 2);
  g_assert_cmpuint (qsa_result_get_total (one), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = g_strdup_printf ("/store/engine/reach/%s", cases[i].path);
      g_autofree char *switched = g_strdup_printf ("/store/engine/switch/%s",
                                                   cases[i].path);

      g_test_add_data_func (found, &cases[i], test_reach);
      /* What is left out grows when a form is dropped. */
      if (strstr (cases[i].query, "-") == NULL)
        g_test_add_data_func (switched, &cases[i], test_switches);
    }
  g_test_add_func ("/store/engine/spelling/other", test_other_spelling);
  g_test_add_func ("/store/engine/spelling/marks", test_marks_of_few);
  g_test_add_func ("/store/engine/joined/marks", test_marks_of_joined);
  g_test_add_func ("/store/engine/joined/switched-off", test_switched_off);
  g_test_add_func ("/store/engine/widenings-in-order", test_order_of_widenings);
  g_test_add_func ("/store/engine/variants", test_variants);

  return g_test_run ();
}
