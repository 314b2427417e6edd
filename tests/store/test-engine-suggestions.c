/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-completion.h"
#include "qsa-library.h"
#include "qsa-test-corpus.h"

static const QsaTestText texts[] = {
  { "الحكومة تجتمع", "عقدت الحكومة جلسة.", NULL, "سمير الحسن", 1, "2021" },
  { "حكومة جديدة", "الحكومة تعلن والحكومة تنفي.", NULL, "سمير الحسن", 1, "2021" },
  { "الحكومة والبلدية", "معلم في القرية.", NULL, "ليلى منصور", 2, "2020" },
  { "رد الحكومة", "معلمون في المدينة.", NULL, "سميرة قاسم", 2, "2020" },
  { "بيان الحكومة", "معلمات في القرية.", NULL, NULL, 2, "2020" },
  { "موازنة الحكومة", "كتب الحكومية كثيرة.", NULL, NULL, 1, "2019" },
};

static const QsaSuggestion *
find_suggestion (QsaResult *result, QsaSuggestionKind kind)
{
  GPtrArray *suggestions = qsa_result_get_suggestions (result);

  for (guint i = 0; i < suggestions->len; i++)
    if (((QsaSuggestion *) suggestions->pdata[i])->kind == kind)
      return suggestions->pdata[i];
  return NULL;
}

static void
test_spelling (void)
{
  g_autoptr (QsaTestCorpus) corpus = qsa_test_corpus_new (texts, G_N_ELEMENTS (texts));
  g_autoptr (QsaSearchRequest)
      request = qsa_test_corpus_request ("-نفي (الحكونة | شيء)", QSA_REACH_DEFAULT);
  g_autoptr (QsaResult) result = qsa_test_corpus_search (corpus, request);
  const QsaSuggestion *suggestion = find_suggestion (result, QSA_SUGGEST_SPELLING);

  g_assert_nonnull (suggestion);
  g_assert_cmpstr (suggestion->spelling, ==, "الحكومة");
  g_assert_cmpstr (suggestion->query, ==, "-نفي (الحكومة | شيء)");
  g_assert_cmpuint (suggestion->articles, ==, 6);
}

static void
test_no_spelling_for_known_words (void)
{
  g_autoptr (QsaTestCorpus) corpus = qsa_test_corpus_new (texts, G_N_ELEMENTS (texts));
  g_autoptr (QsaSearchRequest)
      many = qsa_test_corpus_request ("الحكومة", QSA_REACH_DEFAULT);
  g_autoptr (QsaSearchRequest)
      few = qsa_test_corpus_request ("الحكومة =جلسة", QSA_REACH_DEFAULT);
  g_autoptr (QsaResult) enough = qsa_test_corpus_search (corpus, many);
  g_autoptr (QsaResult) little = qsa_test_corpus_search (corpus, few);

  g_assert_cmpuint (qsa_result_get_suggestions (enough)->len, ==, 0);
  g_assert_null (find_suggestion (little, QSA_SUGGEST_SPELLING));
}

/* A word that is being typed and goes on as one that the archive knows well. */
static void
test_no_spelling_while_typing (void)
{
  g_autoptr (QsaTestCorpus) corpus = qsa_test_corpus_new (texts, G_N_ELEMENTS (texts));
  g_autoptr (QsaQuery) query = qsa_query_parse ("جلسة الحكوم", QSA_REACH_DEFAULT, TRUE);
  g_autoptr (QsaFilter) filter = qsa_filter_new ();
  g_autoptr (QsaSearchRequest)
      request = qsa_search_request_new (query, filter, QSA_SORT_NEWEST);
  g_autoptr (QsaResult) result = qsa_test_corpus_search (corpus, request);
  GPtrArray *suggestions = qsa_result_get_suggestions (result);

  g_assert_cmpuint (qsa_result_get_total (result), ==, 1);
  for (guint i = 0; i < suggestions->len; i++)
    g_assert_cmpstr (((QsaSuggestion *) suggestions->pdata[i])->spelling, !=, "الحكومة");
}

static void
test_wider (void)
{
  g_autoptr (QsaTestCorpus) corpus = qsa_test_corpus_new (texts, G_N_ELEMENTS (texts));
  g_autoptr (QsaSearchRequest)
      request = qsa_test_corpus_request ("معلمين", QSA_REACH_DEFAULT);
  g_autoptr (QsaSearchRequest) wide = qsa_test_corpus_request ("معلمين", QSA_REACH_WIDE);
  g_autoptr (QsaResult) result = qsa_test_corpus_search (corpus, request);
  g_autoptr (QsaResult) wider = qsa_test_corpus_search (corpus, wide);
  const QsaSuggestion *suggestion = find_suggestion (result, QSA_SUGGEST_WIDER);

  g_assert_nonnull (suggestion);
  g_assert_cmpstr (suggestion->query, ==, "معلمين");
  g_assert_cmpuint (suggestion->articles, ==, qsa_result_get_total (wider));
  g_assert_cmpuint (suggestion->articles, >, qsa_result_get_total (result));
  g_assert_null (find_suggestion (wider, QSA_SUGGEST_WIDER));
}

static void
test_without_filter (void)
{
  g_autoptr (QsaTestCorpus) corpus = qsa_test_corpus_new (texts, G_N_ELEMENTS (texts));
  g_autoptr (QsaQuery) query = qsa_query_parse ("الحكومة", QSA_REACH_DEFAULT, FALSE);
  g_autoptr (QsaFilter) all = qsa_filter_new ();
  g_autoptr (QsaFilter) third = qsa_filter_with_only_outlet (all, 3);
  g_autoptr (QsaSearchRequest)
      request = qsa_search_request_new (query, third, QSA_SORT_NEWEST);
  g_autoptr (QsaResult) result = qsa_test_corpus_search (corpus, request);
  const QsaSuggestion *suggestion = find_suggestion (result, QSA_SUGGEST_WITHOUT_FILTER);

  g_assert_cmpuint (qsa_result_get_total (result), ==, 0);
  g_assert_nonnull (suggestion);
  g_assert_cmpuint (suggestion->articles, ==, 6);
}

/* ---- completion ---- */

typedef GPtrArray *(*CompleteFunc) (QsaDb *db, const char *text, guint max,
                                    GCancellable *cancellable, GError **error);

typedef struct
{
  const char *path;
  CompleteFunc complete;
  const char *text;
  guint max;
  const char *answer;
} CompleteCase;

static const CompleteCase complete_cases[] = {
  { "word/commonest-first", qsa_completion_of_word, "الحكو", 2, "الحكومة/6 الحكومية/1" },
  { "word/as-printed", qsa_completion_of_word, "الحكومه", 1, "الحكومة/6" },
  { "word/article-is-not-counted", qsa_completion_of_word, "الح", 9, "" },
  { "word/one-letter", qsa_completion_of_word, "ح", 9, "" },
  { "word/last-of-several", qsa_completion_of_word, "بيان حكو", 9, "حكومة/1" },
  { "word/none", qsa_completion_of_word, "زرافة", 9, "" },
  { "word/nothing", qsa_completion_of_word, " … ", 9, "" },
  { "author/by-articles", qsa_completion_of_author, "سمير", 9,
    "سمير الحسن/2 سميرة قاسم/1" },
  { "author/second-name", qsa_completion_of_author, "منص", 9, "ليلى منصور/1" },
  { "author/both-names", qsa_completion_of_author, "سمير ال", 9, "سمير الحسن/2" },
  { "near/changed", qsa_completion_near, "الحكونه", 1, "الحكومة/6" },
  { "near/left-out", qsa_completion_near, "الحكمه", 1, "الحكومة/6" },
  { "near/added", qsa_completion_near, "الحككومه", 1, "الحكومة/6" },
  { "near/exchanged", qsa_completion_near, "الحكوهم", 1, "الحكومة/6" },
  { "near/two", qsa_completion_near, "الحمونه", 1, "الحكومة/6" },
  { "near/first-letter", qsa_completion_near, "غلحكومه", 1, "الحكومة/6" },
  { "near/not-itself", qsa_completion_near, "الحكومه", 9, "" },
  { "near/short-words-one-edit", qsa_completion_near, "ورب", 9, "" },
  { "near/rarer-words-are-not-meant", qsa_completion_near, "حكومه", 9, "" },
  { "near/one-letter", qsa_completion_near, "ا", 9, "" },
};

static void
test_complete (gconstpointer data)
{
  const CompleteCase *test = data;
  g_autoptr (QsaTestCorpus) corpus = qsa_test_corpus_new (texts, G_N_ELEMENTS (texts));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray)
      found = test->complete (corpus->db, test->text, test->max, NULL, &error);
  g_autoptr (GString) answer = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    {
      const QsaCompletion *completion = found->pdata[i];

      g_string_append_printf (answer, "%s%s/%u", i > 0 ? " " : "", completion->word,
                              completion->articles);
    }
  g_assert_cmpstr (answer->str, ==, test->answer);
}

static void
test_complete_cancelled (void)
{
  g_autoptr (QsaTestCorpus) corpus = qsa_test_corpus_new (texts, G_N_ELEMENTS (texts));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (qsa_completion_of_word (corpus->db, "الحكو", 9, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/suggestions/spelling", test_spelling);
  g_test_add_func ("/store/suggestions/known-words", test_no_spelling_for_known_words);
  g_test_add_func ("/store/suggestions/while-typing", test_no_spelling_while_typing);
  g_test_add_func ("/store/suggestions/wider", test_wider);
  g_test_add_func ("/store/suggestions/without-filter", test_without_filter);
  for (guint i = 0; i < G_N_ELEMENTS (complete_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/completion/%s",
                                               complete_cases[i].path);

      g_test_add_data_func (path, &complete_cases[i], test_complete);
    }
  g_test_add_func ("/store/completion/cancelled", test_complete_cancelled);

  return g_test_run ();
}
