/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-test-corpus.h"

static const QsaTestText texts[] = {
  /* 1 */ { "سوق المدينة القديمة",
            "باع التاجر تمرا وعسلا في السوق.\nوفي المساء أغلق الدكان.",
            "مقدمة عن تجارة العسل", "سمير الحسن", 1, "2021-07-05", TRUE, "تجارة" },
  /* 2 */
  { "باع الفلاح أرضه", "اشترى التاجر أرضا قرب النهر ثم باع نصفها.", NULL,
    "سمير  الحسن وليلى منصور", 2, "2021-07", FALSE, "الأرض والماء" },
  /* 3 */
  { "عسل الجبل", "النحل يصنع عسلا\nوالتاجر يبيعه", NULL, "ليلى منصور", 2, "2020" },
  /* 4 */
  { "التاجر والفلاح", "باع الفلاح قمحه. اشترى منه التاجر القمح كله.", NULL, NULL, 3,
    "2020-12-31", TRUE },
  /* 5 */
  { "أخبار متفرقة", "سمير الحسن زار النهر", NULL, "هيئة التحرير", 0, NULL, FALSE,
    "تجارة" },
};

typedef struct
{
  const char *path;
  const char *query;
  const char *ids;
} FieldCase;

static const FieldCase cases[] = {
  { "title/word", "title:باع", "2" },
  { "title/forms", "title:فلاح", "2 4" },
  { "title/phrase", "title:\"سوق المدينة\"", "1" },
  { "title/surface", "title:=أرضه", "2" },
  { "title/prefix", "title:قدي*", "" },
  { "title/prefix-with-article", "title:القدي*", "1" },
  { "title/and-body", "title:الفلاح القمح", "4" },
  { "title/not", "التاجر -title:التاجر", "1 2 3" },
  { "outlet/name", "outlet:النهر", "1" },
  { "outlet/phrase", "outlet:\"جريدة النهر\"", "1" },
  { "outlet/alias", "outlet:\"النهر اليوم\"", "1" },
  { "outlet/short-name", "وسيلة:الجبل", "2 3" },
  { "outlet/domain", "outlet:jabal.example", "2 3" },
  { "outlet/folded", "مصدر:\"وكاله الجبل\"", "2 3" },
  { "outlet/unknown", "outlet:الصحراء", "" },
  { "outlet/part-of-a-word", "outlet:جبل", "" },
  { "outlet/prefix", "outlet:الجب*", "2 3" },
  { "outlet/not", "-outlet:الجبل", "1 4 5" },
  { "outlet/or", "outlet:النهر | outlet:السهل", "1 4" },
  { "author/word", "author:سمير", "1 2" },
  { "author/words-in-any-place", "كاتب:\"منصور ليلى\"", "2 3" },
  { "author/not-the-text", "author:زار", "" },
  { "author/prefix", "author:سم*", "1 2" },
  { "author/and-word", "author:ليلى عسل", "3" },
  { "date/day", "date:2021-07-05", "1 2" },
  { "date/month", "date:2021-07", "1 2" },
  { "date/year", "date:2020", "3 4" },
  { "date/day-in-a-year-article", "date:2020-03-01", "3" },
  { "date/range", "date:2020-12..2021-07-04", "2 3 4" },
  { "date/after", "after:2021", "1 2" },
  { "date/after-the-day-itself", "بعد:2020-12-31", "1 2 3 4" },
  { "date/before", "before:2020-06", "3" },
  { "date/arabic-digits", "تاريخ:٢٠٢٠", "3 4" },
  { "is/starred", "is:starred", "1 4" },
  { "is/unread", "is:unread", "1 2 3 4 5" },
  { "is/read", "is:read", "" },
  { "is/undated", "is:undated", "5" },
  { "is/not", "-is:starred التاجر", "2 3" },
  { "tag/word", "tag:تجارة", "1 5" },
  { "tag/folded", "وسم:تجاره", "1 5" },
  { "tag/several-words", "tag:\"الأرض والماء\"", "2" },
  { "tag/part", "tag:الأرض", "" },
  { "speaker/nothing", "speaker:سمير", "" },
  { "speaker/not", "-speaker:سمير", "1 2 3 4 5" },

  { "near/in-order", "باع NEAR/0 التاجر", "1" },
  { "near/other-order", "التاجر NEAR/0 باع", "1" },
  { "near/one-between", "اشترى NEAR/1 التاجر", "2 4" },
  { "near/two-too-many", "اشترى NEAR/0 أرضا", "" },
  { "near/at-most", "اشترى NEAR/1 أرضا", "2" },
  { "near/not-across-columns", "القديمة NEAR/5 باع", "" },
  { "near/forms", "باع NEAR/0 تاجر", "1" },
  { "near/phrase", "\"باع الفلاح\" NEAR/3 اشترى", "4" },
  { "near/three", "باع NEAR/3 الفلاح NEAR/3 قمحه", "4" },
  { "near/three-too-far", "باع NEAR/0 قمحه NEAR/0 كله", "" },
  { "near/surface-without-a-token", "=باع NEAR/2 =تمرا", "1" },
  { "near/not", "التاجر -(باع NEAR/0 التاجر)", "2 3 4" },
  { "near/prefix", "باع NEAR/1 تم*", "1" },
  { "paragraph/same", "باع NEAR/p السوق", "1" },
  { "paragraph/other", "باع NEAR/p الدكان", "" },
  { "paragraph/arabic", "النحل قرب/ف عسلا", "3" },
  { "paragraph/forms", "نحل قرب/ف تاجر", "" },
  { "paragraph/title-is-one", "سوق NEAR/p القديمة", "1" },
  { "paragraph/not-across-columns", "القديمة NEAR/p تمرا", "" },
  { "paragraph/standfirst", "مقدمة NEAR/p العسل", "1" },
  { "paragraph/phrase", "\"باع التاجر\" NEAR/p عسلا", "1" },
  { "paragraph/surface", "=باع NEAR/p =السوق", "1" },
  { "paragraph/three", "باع NEAR/p التاجر NEAR/p السوق", "1" },
};

static void
test_field (gconstpointer data)
{
  const FieldCase *test = data;
  g_autoptr (QsaTestCorpus) corpus = qsa_test_corpus_new (texts, G_N_ELEMENTS (texts));
  g_autofree char *ids = qsa_test_corpus_find (corpus, test->query, QSA_REACH_DEFAULT);
  g_autofree char *again = qsa_test_corpus_find (corpus, test->query, QSA_REACH_DEFAULT);

  g_assert_cmpstr (ids, ==, test->ids);
  g_assert_cmpstr (again, ==, test->ids); /* from the cache */
}

static void
test_unknown_fields (void)
{
  g_autoptr (QsaTestCorpus) corpus = qsa_test_corpus_new (texts, G_N_ELEMENTS (texts));
  g_autoptr (QsaSearchRequest)
      speaker = qsa_test_corpus_request ("التاجر speaker:سمير", QSA_REACH_DEFAULT);
  g_autoptr (QsaSearchRequest)
      author = qsa_test_corpus_request ("author:سمير", QSA_REACH_DEFAULT);
  g_autoptr (QsaResult) unknown = qsa_test_corpus_search (corpus, speaker);
  g_autoptr (QsaResult) known = qsa_test_corpus_search (corpus, author);

  g_assert_cmpuint (qsa_result_get_unknown_fields (unknown), ==,
                    1u << QSA_QUERY_FIELD_SPEAKER);
  g_assert_cmpuint (qsa_result_get_unknown_fields (known), ==, 0);
}

/* Without an outlet table nothing is known of outlets; nothing crashes. */
static void
test_no_tables (void)
{
  g_autoptr (QsaTestCorpus) corpus = qsa_test_corpus_new (texts, G_N_ELEMENTS (texts));
  g_autoptr (QsaSearchRequest)
      request = qsa_test_corpus_request ("outlet:النهر", QSA_REACH_DEFAULT);
  g_autoptr (GError) error = NULL;
  g_autoptr (QsaResult) result = qsa_engine_search (corpus->db, corpus->columns,
                                                    corpus->cache, request, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (qsa_result_get_total (result), ==, 0);
}

/* More things than FTS5 is asked about at once. */
static void
test_many_near (void)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GString) query = g_string_new (NULL);
  QsaTestText long_text = { "خبر" };
  g_autoptr (QsaTestCorpus) corpus = NULL;
  g_autofree char *ids = NULL;

  for (guint i = 0; i < 70; i++)
    {
      g_string_append_printf (body, "w%u ", i + 100);
      g_string_append_printf (query, "%sw%u", i > 0 ? " NEAR/p " : "", i + 100);
    }
  long_text.body = body->str;
  corpus = qsa_test_corpus_new (&long_text, 1);
  ids = qsa_test_corpus_find (corpus, query->str, QSA_REACH_DEFAULT);
  g_assert_cmpstr (ids, ==, "1");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/engine/field/%s", cases[i].path);

      g_test_add_data_func (path, &cases[i], test_field);
    }
  g_test_add_func ("/store/engine/field/unknown", test_unknown_fields);
  g_test_add_func ("/store/engine/field/no-tables", test_no_tables);
  g_test_add_func ("/store/engine/near/many", test_many_near);

  return g_test_run ();
}
