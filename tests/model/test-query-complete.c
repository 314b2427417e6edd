/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a completion belongs, and names as values. */

#include "qsa-query.h"

#include <string.h>

static const char *const kind_names[] = {
  [QSA_COMPLETE_NOTHING] = "nothing", [QSA_COMPLETE_WORD] = "word",
  [QSA_COMPLETE_OUTLET] = "outlet",   [QSA_COMPLETE_AUTHOR] = "author",
  [QSA_COMPLETE_TAG] = "tag",         [QSA_COMPLETE_IS] = "is",
  [QSA_COMPLETE_DATE] = "date",
};

typedef struct
{
  const char *address;
  const char *text; /* the caret is at the ^ */
  const char *kind;
  const char *replaced; /* what a completion stands for */
  const char *prefix;
} PlaceCase;

static const PlaceCase cases[] = {
  /* words */
  { "word/first", "هدن^", "word", "هدن", "هدن" },
  { "word/last", "هدنة قري^", "word", "قري", "قري" },
  { "word/in-the-middle-of-a-query", "هدن^ قريبة", "word", "هدن", "هدن" },
  { "word/negated", "هدنة -قري^", "word", "قري", "قري" },
  { "word/exact", "=هدن^", "word", "هدن", "هدن" },
  { "word/in-group", "(هدنة | قري^)", "word", "قري", "قري" },
  { "word/in-open-phrase", "\"هدنة قري^", "word", "قري", "قري" },
  { "word/in-closed-phrase", "\"هدنة قري^\" غدا", "word", "قري", "قري" },
  { "word/behind-punctuation", "هدنة،قري^", "word", "قري", "قري" },
  { "word/last-of-a-joined-one", "عبد-الل^", "word", "الل", "الل" },
  { "word/vowelled", "هُدْ^", "word", "هُدْ", "هُدْ" },
  { "word/before-direction-mark", "هدن^\u200f", "word", "هدن", "هدن" },
  { "word/behind-direction-mark", "هدن\u200f^", "word", "هدن\u200f", "هدن" },
  { "word/before-punctuation", "هدن^، غدا", "word", "هدن", "هدن" },
  { "word/field-name", "هدنة outl^", "word", "outl", "outl" },
  { "word/field-name-arabic", "مصد^", "word", "مصد", "مصد" },
  { "word/keyword", "هدنة OR^", "word", "OR", "OR" },
  { "word/title", "title:tru^", "word", "tru", "tru" },
  { "word/title-arabic", "عنوان:هدن^ غدا", "word", "هدن", "هدن" },
  { "word/title-exact", "title:=tru^", "word", "tru", "tru" },
  { "word/title-phrase", "title:\"near tru^", "word", "tru", "tru" },
  { "word/speaker", "قائل:وز^", "word", "وز", "وز" },
  { "word/title-empty", "title:^", "word", "", "" },
  { "word/behind-another-colon", "الوزير:هد^", "word", "هد", "هد" },
  { "word/after-a-field", "مصدر:رويترز هد^", "word", "هد", "هد" },

  /* values */
  { "value/outlet", "outlet:reu^", "outlet", "reu", "reu" },
  { "value/outlet-arabic", "هدنة مصدر:روي^", "outlet", "روي", "روي" },
  { "value/outlet-empty", "outlet:^", "outlet", "", "" },
  { "value/outlet-negated", "-outlet:reu^", "outlet", "reu", "reu" },
  { "value/outlet-open-mark", "مصدر:\"^", "outlet", "\"", "" },
  { "value/outlet-open-phrase", "مصدر:\"بي بي^", "outlet", "\"بي بي", "بي بي" },
  { "value/outlet-open-phrase-space", "مصدر:\"بي ^", "outlet", "\"بي ", "بي" },
  { "value/outlet-phrase", "مصدر:\"بي بي^\" هدنة", "outlet", "\"بي بي\"", "بي بي" },
  { "value/outlet-guillemets", "مصدر:«بي بي^» هدنة", "outlet", "«بي بي»", "بي بي" },
  { "value/outlet-ascii-guillemets", "outlet:<<bee bee^>>", "outlet", "<<bee bee>>",
    "bee bee" },
  { "value/outlet-curly", "outlet:“bee bee^”", "outlet", "“bee bee”", "bee bee" },
  { "value/outlet-empty-marks", "outlet:\"^\"", "outlet", "\"\"", "" },
  { "value/outlet-domain", "outlet:marsad.ex^", "outlet", "marsad.ex", "marsad.ex" },
  { "value/outlet-in-group", "(outlet:reu^)", "outlet", "reu", "reu" },
  { "value/outlet-before-words", "outlet:reu^ truce", "outlet", "reu", "reu" },
  { "value/author", "كاتب:خل^", "author", "خل", "خل" },
  { "value/tag", "tag:eco^", "tag", "eco", "eco" },
  { "value/tag-joined", "وسم:يوم_الأ^", "tag", "يوم_الأ", "يوم_الأ" },
  { "value/is", "is:st^", "is", "st", "st" },
  { "value/is-arabic", "هو:غير_مق^", "is", "غير_مق", "غير_مق" },
  { "value/is-empty", "هو:^", "is", "", "" },
  { "value/date", "date:2021-0^", "date", "2021-0", "2021-0" },
  { "value/after", "بعد:٢٠^", "date", "٢٠", "٢٠" },
  { "value/before-empty", "before:^", "date", "", "" },

  /* nothing */
  { "nothing/empty", "^", "nothing", "", "" },
  { "nothing/start", "^هدنة", "nothing", "", "" },
  { "nothing/behind-space", "هدنة ^", "nothing", "", "" },
  { "nothing/inside-a-word", "هد^نة", "nothing", "", "" },
  { "nothing/before-a-mark-of-the-word", "هد^ُنة", "nothing", "", "" },
  { "nothing/inside-a-value", "outlet:re^uters", "nothing", "", "" },
  { "nothing/behind-star", "هدن*^", "nothing", "", "" },
  { "nothing/behind-phrase", "\"هدنة قريبة\"^", "nothing", "", "" },
  { "nothing/behind-closed-value", "outlet:\"bee bee\"^", "nothing", "", "" },
  { "nothing/behind-punctuation", "هدنة،^", "nothing", "", "" },
  { "nothing/behind-minus", "هدنة -^", "nothing", "", "" },
  { "nothing/behind-group", "(هدنة)^", "nothing", "", "" },
  { "nothing/field-and-space", "outlet: ^", "nothing", "", "" },
  { "nothing/colon-of-another-word", "الوزير:^", "nothing", "", "" },
};

static void
test_case (gconstpointer data)
{
  const PlaceCase *test = data;
  const char *caret = strchr (test->text, '^');
  gsize caret_byte = (gsize) (caret - test->text);
  g_autofree char *text = g_strdup_printf ("%.*s%s", (int) caret_byte, test->text,
                                           caret + 1);
  g_autofree char *replaced = NULL;
  QsaCompletePlace place;

  qsa_query_complete_place (text, caret_byte, &place);
  replaced = g_strndup (text + place.start_byte, place.end_byte - place.start_byte);

  g_assert_cmpstr (kind_names[place.kind], ==, test->kind);
  g_assert_cmpstr (replaced, ==, test->replaced);
  g_assert_cmpstr (place.prefix, ==, test->prefix);
  qsa_complete_place_clear (&place);
  g_assert_null (place.prefix);
}

static void
test_field_of_place (void)
{
  QsaCompletePlace place;

  qsa_query_complete_place ("title:a", strlen ("title:a"), &place);
  g_assert_cmpint (place.field, ==, QSA_QUERY_FIELD_TITLE);
  qsa_complete_place_clear (&place);

  qsa_query_complete_place ("title", strlen ("title"), &place);
  g_assert_cmpint (place.field, ==, QSA_QUERY_FIELD_ANY);
  qsa_complete_place_clear (&place);

  qsa_query_complete_place ("-tag:a", strlen ("-tag:a"), &place);
  g_assert_cmpint (place.field, ==, QSA_QUERY_FIELD_TAG);
  qsa_complete_place_clear (&place);
}

static void
test_odd_carets (void)
{
  static const struct
  {
    const char *text;
    gsize caret_byte;
  } odd[] = {
    { NULL, 0 },    { "", 0 },         { "", 5 },      { "هدنة", 1 },
    { "هدنة", 99 }, { "\xff\xfe", 1 }, { "a\xff", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      QsaCompletePlace place;

      qsa_query_complete_place (odd[i].text, odd[i].caret_byte, &place);
      g_assert_cmpint (place.kind, ==, QSA_COMPLETE_NOTHING);
      g_assert_cmpstr (place.prefix, ==, "");
      qsa_complete_place_clear (&place);
    }
}

typedef struct
{
  const char *name;
  const char *quoted;
} QuoteCase;

static const QuoteCase quotes[] = {
  { "رويترز", "رويترز" },
  { "BBC1", "BBC1" },
  { "مُرصد", "مُرصد" },
  { "بي بي سي", "\"بي بي سي\"" },
  { "marsad.example", "\"marsad.example\"" },
  { "شبكة \"نور\" الإخبارية", "\"شبكة  نور  الإخبارية\"" },
  { "شبكة «نور»", "\"شبكة «نور»\"" },
  { "O''Neil", "\"O Neil\"" },
  { "a|b (c)", "\"a|b (c)\"" },
  { "-x", "\"-x\"" },
  { "", "\"\"" },
};

/* Quoted, a name is one value again: all of its words and nothing else. */
static void
test_quote (gconstpointer data)
{
  const QuoteCase *test = data;
  g_autofree char *quoted = qsa_query_quote_value (test->name);
  g_autofree char *text = g_strdup_printf ("outlet:%s x", quoted);
  g_autofree char *phrase = g_strdup_printf ("\"%s\"", test->name);
  g_autoptr (QsaQuery) query = qsa_query_parse (text, QSA_REACH_DEFAULT, FALSE);
  g_autoptr (QsaQuery) words = qsa_query_parse (test->name, QSA_REACH_DEFAULT, FALSE);
  const QsaQueryNode *root = qsa_query_get_root (query);

  g_assert_cmpstr (quoted, ==, test->quoted);
  if (qsa_query_is_all (words))
    return;
  g_assert_cmpint (root->kind, ==, QSA_NODE_AND);
  g_assert_cmpuint (root->children->len, ==, 2);
  g_assert_cmpint (((const QsaQueryNode *) root->children->pdata[0])->kind, ==,
                   QSA_NODE_FIELD);
}

static void
test_quote_bytes (void)
{
  g_autofree char *quoted = qsa_query_quote_value ("a\xff");

  g_assert_true (g_utf8_validate (quoted, -1, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *address = g_strconcat ("/model/query/complete/", cases[i].address,
                                              NULL);
      g_test_add_data_func (address, &cases[i], test_case);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      g_autofree char *address = g_strdup_printf ("/model/query/quote/%" G_GSIZE_FORMAT,
                                                  i);
      g_test_add_data_func (address, &quotes[i], test_quote);
    }
  g_test_add_func ("/model/query/complete/field", test_field_of_place);
  g_test_add_func ("/model/query/complete/odd-carets", test_odd_carets);
  g_test_add_func ("/model/query/quote/bytes", test_quote_bytes);
  return g_test_run ();
}
