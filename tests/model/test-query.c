/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-query.h"

typedef struct
{
  const char *address;
  const char *text;
  const char *expected;
} QueryCase;

static const QueryCase cases[] = {
  /* nothing */
  { "nothing/null", NULL, "(all)" },
  { "nothing/empty", "", "(all)" },
  { "nothing/white-space", " \t\n\xc2\xa0", "(all)" },
  { "nothing/punctuation", "… ، . ؟ -", "(all)" },
  { "nothing/lone-quote", "\"", "(all)" },
  { "nothing/empty-phrase", "\"\"", "(all)" },
  { "nothing/empty-group", "()", "(all)" },
  { "nothing/operators-only", "- = == | ( ) * «»", "(all)" },
  { "nothing/tatweel", "ـ", "(all)" },
  { "nothing/control-bytes", "\x01\x02\x1f\x7f", "(all)" },
  { "nothing/invalid-bytes", "\xff\xfe\xd9", "(all)" },

  /* words */
  { "words/one", "هدنة", "(word \"هدنة\")" },
  { "words/several", "هدنة  في\tالميناء",
    "(and (word \"هدنة\") (word \"في\") (word \"الميناء\"))" },
  { "words/as-typed", "كِتَـابٌ", "(word \"كِتَـابٌ\")" },
  { "words/latin", "Reuters هدنة", "(and (word \"Reuters\") (word \"هدنة\"))" },
  { "words/nbsp", "هدنة\xc2\xa0ثانية", "(and (word \"هدنة\") (word \"ثانية\"))" },
  { "words/invalid-byte-separates", "هدنة\xffثانية",
    "(and (word \"هدنة\") (word \"ثانية\"))" },
  { "words/control-separates", "هدنة\x01ثانية",
    "(and (word \"هدنة\") (word \"ثانية\"))" },
  { "words/direction-marks", "\u200fهدنة\u200f ثانية\u202c",
    "(and (word \"هدنة\") (word \"ثانية\"))" },
  { "words/arabic-or", "هدنة أو حرب",
    "(and (word \"هدنة\") (word \"أو\") (word \"حرب\"))" },
  { "words/arabic-not", "بدون حرب ليس قرب",
    "(and (word \"بدون\") (word \"حرب\") (word \"ليس\") (word \"قرب\"))" },
  { "words/arabic-field", "مصدر: هدنة قريبة",
    "(and (word \"مصدر\") (word \"هدنة\") (word \"قريبة\"))" },
  { "words/lower-case-or", "هدنة or حرب",
    "(and (word \"هدنة\") (word \"or\") (word \"حرب\"))" },
  { "words/lower-case-not", "not حرب", "(and (word \"not\") (word \"حرب\"))" },
  { "words/fts5-syntax", "title:هدنة NEAR(a b, 5) ^x",
    "(and (word title \"هدنة\") (word \"NEAR\") (word \"a\") (word \"b\") (word \"5\") "
    "(word \"x\"))" },
  { "words/sql", "'; DROP TABLE article; --",
    "(and (word \"DROP\") (word \"TABLE\") (word \"article\"))" },

  /* one typed word, several tokens */
  { "joined/dotted", "أ.ف.ب", "(phrase \"أ\" \"ف\" \"ب\")" },
  { "joined/hyphen", "كوفيد-19", "(phrase \"كوفيد\" \"19\")" },
  { "joined/hyphen-name", "عبد-الله", "(phrase \"عبد\" \"الله\")" },
  { "joined/letter-digit", "كوفيد19", "(phrase \"كوفيد\" \"19\")" },
  { "joined/underscore", "يوم_الأرض", "(phrase \"يوم\" \"الأرض\")" },
  { "joined/apostrophe", "L'Orient", "(phrase \"L\" \"Orient\")" },
  { "joined/date", "28-11-2021", "(phrase \"28\" \"11\" \"2021\")" },
  { "joined/date-slashes", "28/11/2021", "(phrase \"28\" \"11\" \"2021\")" },
  { "joined/clock", "14:13", "(phrase \"14\" \"13\")" },
  { "joined/number", "2,500", "(word \"2,500\")" },
  { "joined/months-apart", "مارس/آذار", "(and (word \"مارس\") (word \"آذار\"))" },
  { "joined/two-dots-apart", "العراق..هدنة", "(and (word \"العراق\") (word \"هدنة\"))" },
  { "joined/comma-apart", "هدنة،حرب", "(and (word \"هدنة\") (word \"حرب\"))" },
  { "joined/colon-apart", "الوزير:هدنة", "(and (word \"الوزير\") (word \"هدنة\"))" },
  { "joined/negated", "-كوفيد-19", "(not (phrase \"كوفيد\" \"19\"))" },
  { "joined/hashtag", "#هدنة_اليوم", "(phrase \"هدنة\" \"اليوم\")" },

  /* phrases */
  { "phrase/straight", "\"هدنة في الميناء\"", "(phrase \"هدنة\" \"في\" \"الميناء\")" },
  { "phrase/curly", "“هدنة قريبة”", "(phrase \"هدنة\" \"قريبة\")" },
  { "phrase/curly-reversed", "”هدنة قريبة“", "(phrase \"هدنة\" \"قريبة\")" },
  { "phrase/curly-low", "„هدنة قريبة“", "(phrase \"هدنة\" \"قريبة\")" },
  { "phrase/guillemets", "«هدنة قريبة»", "(phrase \"هدنة\" \"قريبة\")" },
  { "phrase/guillemets-ascii", "<<هدنة قريبة>>", "(phrase \"هدنة\" \"قريبة\")" },
  { "phrase/primes", "″هدنة قريبة″", "(phrase \"هدنة\" \"قريبة\")" },
  { "phrase/apostrophes", "''هدنة قريبة''", "(phrase \"هدنة\" \"قريبة\")" },
  { "phrase/mixed", "«هدنة قريبة\"", "(phrase \"هدنة\" \"قريبة\")" },
  { "phrase/doubled-marks", "\"\"هدنة قريبة\"\"", "(phrase \"هدنة\" \"قريبة\")" },
  { "phrase/two-glued", "\"هدنة أولى\"\"هدنة ثانية\"",
    "(and (phrase \"هدنة\" \"أولى\") (phrase \"هدنة\" \"ثانية\"))" },
  { "phrase/spaced", "\" هدنة قريبة \"", "(phrase \"هدنة\" \"قريبة\")" },
  { "phrase/one-word", "\"هدنة\"", "(phrase \"هدنة\")" },
  { "phrase/nested-other-marks", "\"قال «هدنة» غدا\"",
    "(phrase \"قال\" \"هدنة\" \"غدا\")" },
  { "phrase/operators-inside", "\"هدنة | -حرب OR (سلم)\"",
    "(phrase \"هدنة\" \"حرب\" \"OR\" \"سلم\")" },
  { "phrase/with-words", "ميناء \"هدنة قريبة\" غدا",
    "(and (word \"ميناء\") (phrase \"هدنة\" \"قريبة\") (word \"غدا\"))" },
  { "phrase/glued-to-word", "ميناء\"هدنة قريبة\"",
    "(and (word \"ميناء\") (phrase \"هدنة\" \"قريبة\"))" },
  { "phrase/glued-clitic", "لـ\"هدنة قريبة\"", "(phrase \"هدنة\" \"قريبة\")" },
  { "phrase/glued-clitic-bare", "و«هدنة قريبة»", "(phrase \"هدنة\" \"قريبة\")" },
  { "phrase/spaced-behind-clitic", "و\" هدنة قريبة \"", "(phrase \"هدنة\" \"قريبة\")" },
  { "phrase/spaced-behind-tatweel", "بالـ\" هدنة \"",
    "(and (word \"بالـ\") (phrase \"هدنة\"))" },
  { "phrase/spaced-behind-colon", "قال:\" هدنة قريبة \"",
    "(and (word \"قال\") (phrase \"هدنة\" \"قريبة\"))" },
  { "phrase/clitic-alone-is-a-word", "و هدنة", "(and (word \"و\") (word \"هدنة\"))" },

  /* unbalanced */
  { "unbalanced/quote-open", "\"هدنة قريبة", "(and (word \"هدنة\") (word \"قريبة\"))" },
  { "unbalanced/quote-close", "هدنة قريبة\"", "(and (word \"هدنة\") (word \"قريبة\"))" },
  { "unbalanced/quote-odd", "\"هدنة أولى\" ثم \"ثانية",
    "(and (phrase \"هدنة\" \"أولى\") (word \"ثم\") (word \"ثانية\"))" },
  { "unbalanced/closing-before-a-phrase", "نور\" تفتتح معرض \"الميناء\"",
    "(and (word \"نور\") (word \"تفتتح\") (word \"معرض\") (phrase \"الميناء\"))" },
  { "unbalanced/closing-behind-full-stop", "لن نقبل.\" قال \"الوزير\"",
    "(and (word \"لن\") (word \"نقبل\") (word \"قال\") (phrase \"الوزير\"))" },
  { "unbalanced/closing-between-phrases", "\"نور\" غاضبة\" و\"مرصد\" صامت",
    "(and (phrase \"نور\") (word \"غاضبة\") (phrase \"مرصد\") (word \"صامت\"))" },
  { "unbalanced/opening-glued-to-the-word-before", "خرجنا من\" الباب الكبير\" أمس",
    "(and (word \"خرجنا\") (word \"من\") (phrase \"الباب\" \"الكبير\") (word \"أمس\"))" },
  { "unbalanced/guillemet-twice-close", "معرض بـ»الميناء الجديد» غدا",
    "(and (word \"معرض\") (phrase \"الميناء\" \"الجديد\") (word \"غدا\"))" },
  { "unbalanced/guillemet-twice-open", "«هدنة «قريبة",
    "(and (word \"هدنة\") (word \"قريبة\"))" },
  { "unbalanced/guillemet-wrong-way", "»هدنة«", "(word \"هدنة\")" },
  { "unbalanced/parenthesis-open", "(هدنة قريبة",
    "(and (word \"هدنة\") (word \"قريبة\"))" },
  { "unbalanced/parenthesis-close", "هدنة) قريبة",
    "(and (word \"هدنة\") (word \"قريبة\"))" },
  { "unbalanced/parentheses-crossed", ")هدنة(", "(word \"هدنة\")" },
  { "unbalanced/minus-quote", "هدنة -\"حرب قريبة",
    "(and (word \"هدنة\") (word \"حرب\") (word \"قريبة\"))" },
  { "unbalanced/minus-parenthesis", "هدنة -(حرب قريبة",
    "(and (word \"هدنة\") (word \"حرب\") (word \"قريبة\"))" },
  { "unbalanced/exact-quote", "=\"هدنة", "(word \"هدنة\")" },

  /* or */
  { "or/bar", "هدنة | حرب", "(or (word \"هدنة\") (word \"حرب\"))" },
  { "or/bar-glued", "هدنة|حرب", "(or (word \"هدنة\") (word \"حرب\"))" },
  { "or/keyword", "هدنة OR حرب", "(or (word \"هدنة\") (word \"حرب\"))" },
  { "or/three", "هدنة | حرب OR سلم",
    "(or (word \"هدنة\") (word \"حرب\") (word \"سلم\"))" },
  { "or/binds-neighbours", "ميناء هدنة | حرب غدا",
    "(and (word \"ميناء\") (or (word \"هدنة\") (word \"حرب\")) (word \"غدا\"))" },
  { "or/phrases", "\"هدنة قريبة\" | «حرب بعيدة»",
    "(or (phrase \"هدنة\" \"قريبة\") (phrase \"حرب\" \"بعيدة\"))" },
  { "or/group", "(ميناء هدنة) | حرب",
    "(or (and (word \"ميناء\") (word \"هدنة\")) (word \"حرب\"))" },
  { "or/negated-operand", "هدنة | -حرب", "(or (word \"هدنة\") (not (word \"حرب\")))" },
  { "or/first", "OR هدنة", "(and (word \"OR\") (word \"هدنة\"))" },
  { "or/last", "هدنة OR", "(and (word \"هدنة\") (word \"OR\"))" },
  { "or/bar-first", "| هدنة", "(word \"هدنة\")" },
  { "or/bar-last", "هدنة |", "(word \"هدنة\")" },
  { "or/bar-twice", "هدنة || حرب", "(or (word \"هدنة\") (word \"حرب\"))" },
  { "or/nothing-right", "هدنة | …", "(word \"هدنة\")" },
  { "or/keyword-twice", "هدنة OR OR حرب",
    "(and (or (word \"هدنة\") (word \"OR\")) (word \"حرب\"))" },

  /* not */
  { "not/minus", "هدنة -حرب", "(and (word \"هدنة\") (not (word \"حرب\")))" },
  { "not/keyword", "هدنة NOT حرب", "(and (word \"هدنة\") (not (word \"حرب\")))" },
  { "not/phrase", "هدنة -\"حرب قريبة\"",
    "(and (word \"هدنة\") (not (phrase \"حرب\" \"قريبة\")))" },
  { "not/group", "هدنة -(حرب | سلم)",
    "(and (word \"هدنة\") (not (or (word \"حرب\") (word \"سلم\"))))" },
  { "not/only", "-حرب", "(not (word \"حرب\"))" },
  { "not/only-several", "-حرب -سلم", "(and (not (word \"حرب\")) (not (word \"سلم\")))" },
  { "not/first", "-حرب هدنة", "(and (not (word \"حرب\")) (word \"هدنة\"))" },
  { "not/after-parenthesis", "(-حرب)", "(not (word \"حرب\"))" },
  { "not/dash-with-spaces", "بغداد - هدنة", "(and (word \"بغداد\") (word \"هدنة\"))" },
  { "not/dash-after-word", "بغداد- هدنة", "(and (word \"بغداد\") (word \"هدنة\"))" },
  { "not/two-dashes", "--حرب", "(word \"حرب\")" },
  { "not/en-dash", "بغداد –هدنة", "(and (word \"بغداد\") (word \"هدنة\"))" },
  { "not/twice", "NOT NOT هدنة", "(word \"هدنة\")" },
  { "not/of-negative-group", "-(-هدنة)", "(word \"هدنة\")" },
  { "not/last", "هدنة NOT", "(and (word \"هدنة\") (word \"NOT\"))" },
  { "not/before-or", "NOT OR هدنة", "(or (word \"NOT\") (word \"هدنة\"))" },
  { "not/nothing", "هدنة -… حرب", "(and (word \"هدنة\") (word \"حرب\"))" },
  { "not/behind-direction-mark", "هدنة \u200f-حرب",
    "(and (word \"هدنة\") (not (word \"حرب\")))" },

  { "not/aside", "الشيخ سالم -رحمه الله- يكتب",
    "(and (word \"الشيخ\") (word \"سالم\") (word \"رحمه\") (word \"الله\") (word \"يكتب\"))" },
  { "not/aside-and-not", "سالم -رحمه الله- -حرب",
    "(and (word \"سالم\") (word \"رحمه\") (word \"الله\") (not (word \"حرب\")))" },
  { "not/dash-behind-a-word-before-it", "بغداد- هدنة -حرب",
    "(and (word \"بغداد\") (word \"هدنة\") (not (word \"حرب\")))" },

  /* groups */
  { "group/simple", "(هدنة | حرب) ميناء",
    "(and (or (word \"هدنة\") (word \"حرب\")) (word \"ميناء\"))" },
  { "group/and-flattens", "(هدنة (قريبة)) غدا",
    "(and (word \"هدنة\") (word \"قريبة\") (word \"غدا\"))" },
  { "group/single-letters", "(ب | ك)", "(or (word \"ب\") (word \"ك\"))" },
  { "group/nested", "((هدنة | حرب) ميناء) | سلم",
    "(or (and (or (word \"هدنة\") (word \"حرب\")) (word \"ميناء\")) (word \"سلم\"))" },
  { "group/empty-inside", "هدنة () حرب", "(and (word \"هدنة\") (word \"حرب\"))" },
  { "group/as-in-prose", "هدنة (فيديو)", "(and (word \"هدنة\") (word \"فيديو\"))" },
  { "group/across-phrase", "(هدنة \"حرب) قريبة\"",
    "(and (word \"هدنة\") (phrase \"حرب\" \"قريبة\"))" },

  /* exactness */
  { "exact/word", "=هدنة", "(word surface \"هدنة\")" },
  { "exact/phrase", "=\"هدنة قريبة\"", "(phrase surface \"هدنة\" \"قريبة\")" },
  { "exact/printed", "==\"هدنة قريبة\"", "(phrase printed \"هدنة\" \"قريبة\")" },
  { "exact/printed-guillemets", "==«هُدنة»", "(phrase printed \"هُدنة\")" },
  { "exact/printed-word", "==هدنة", "(word printed \"هدنة\")" },
  { "exact/negated", "-=هدنة", "(not (word surface \"هدنة\"))" },
  { "exact/joined", "=أ.ف.ب", "(phrase surface \"أ\" \"ف\" \"ب\")" },
  { "exact/only-its-word", "=هدنة حرب", "(and (word surface \"هدنة\") (word \"حرب\"))" },
  { "exact/space-after", "= هدنة", "(word \"هدنة\")" },
  { "exact/three", "===هدنة", "(word \"هدنة\")" },
  { "exact/inside", "هدنة=حرب", "(and (word \"هدنة\") (word \"حرب\"))" },
  { "exact/group-is-not", "=(هدنة)", "(word \"هدنة\")" },

  /* prefix */
  { "prefix/word", "هدن*", "(word prefix \"هدن\")" },
  { "prefix/short", "ه*", "(word prefix \"ه\")" },
  { "prefix/arabic-star", "هدن٭", "(word prefix \"هدن\")" },
  { "prefix/exact", "=هدن*", "(word surface prefix \"هدن\")" },
  { "prefix/negated", "-هدن*", "(not (word prefix \"هدن\"))" },
  { "prefix/inside-is-not", "هد*نة", "(and (word \"هد\") (word \"نة\"))" },
  { "prefix/space-before", "هدن *", "(word \"هدن\")" },
  { "prefix/joined-is-phrase", "كوفيد-1*", "(phrase \"كوفيد\" \"1\")" },

  /* headlines, as pasted */
  { "headline/colon-and-dots", "الوزير: الميناء يعمل.. والهدنة قريبة؟",
    "(and (word \"الوزير\") (word \"الميناء\") (word \"يعمل\") (word \"والهدنة\") (word \"قريبة\"))" },
  { "headline/ellipsis", "هدنة… أم حرب",
    "(and (word \"هدنة\") (word \"أم\") (word \"حرب\"))" },
  { "headline/brackets", "[خاص] هدنة {قريبة}",
    "(and (word \"خاص\") (word \"هدنة\") (word \"قريبة\"))" },
  { "headline/em-dash", "هدنة—حرب", "(and (word \"هدنة\") (word \"حرب\"))" },
  { "headline/quote-within", "رئيس البلدية يصف القرار بـ\"الظالم\"",
    "(and (word \"رئيس\") (word \"البلدية\") (word \"يصف\") (word \"القرار\") (phrase \"الظالم\"))" },
  { "headline/quote-cut-off", "رئيس البلدية: \"لن نقبل...",
    "(and (word \"رئيس\") (word \"البلدية\") (word \"لن\") (word \"نقبل\"))" },
  { "headline/percent-and-plus", "+20% هدنة", "(and (word \"20\") (word \"هدنة\"))" },
};

typedef struct
{
  const char *address;
  const char *text;
  const char *expected;
} TypingCase;

static const TypingCase typing_cases[] = {
  { "two-letters", "هد", "(word typing \"هد\")" },
  { "three-letters", "هدن", "(word prefix typing \"هدن\")" },
  { "space-after", "هدن ", "(word \"هدن\")" },
  { "punctuation-after", "هدن،", "(word \"هدن\")" },
  { "quote-after", "هدن\"", "(word \"هدن\")" },
  { "only-the-last", "هدنة قري", "(and (word \"هدنة\") (word prefix typing \"قري\"))" },
  { "article-not-counted", "الهد", "(word typing \"الهد\")" },
  { "article-three-letters", "الهدن", "(word prefix typing \"الهدن\")" },
  { "article-alone", "ال", "(word typing \"ال\")" },
  { "article-with-clitic", "والهد", "(word typing \"والهد\")" },
  { "article-with-lam", "للهدن", "(word prefix typing \"للهدن\")" },
  { "tashkeel-not-counted", "هُدْ", "(word typing \"هُدْ\")" },
  { "direction-mark-after", "هدن\u200f", "(word prefix typing \"هدن\")" },
  { "in-open-phrase", "\"هدنة قري",
    "(and (word \"هدنة\") (word prefix typing \"قري\"))" },
  { "closed-phrase", "\"هدنة قري\"", "(phrase \"هدنة\" \"قري\")" },
  { "negated-is-no-prefix", "هدنة -حرب",
    "(and (word \"هدنة\") (not (word typing \"حرب\")))" },
  { "star", "هدنة*", "(word prefix \"هدنة\")" },
  { "dangling-or", "هدنة OR", "(word \"هدنة\")" },
  { "dangling-not", "هدنة NOT", "(word \"هدنة\")" },
  { "dangling-or-space", "هدنة OR ", "(word \"هدنة\")" },
  { "or-alone", "OR", "(word typing \"OR\")" },
  { "dangling-bar", "هدنة |", "(word \"هدنة\")" },
  { "dangling-minus", "هدنة -", "(word \"هدنة\")" },
  { "or-operand", "هدنة OR حرب", "(or (word \"هدنة\") (word prefix typing \"حرب\"))" },
  { "joined", "كوفيد-19", "(phrase \"كوفيد\" \"19\")" },
};

static void
assert_parsed (const char *text, QsaReach reach, gboolean while_typing,
               const char *expected)
{
  g_autoptr (QsaQuery) query = qsa_query_parse (text, reach, while_typing);
  g_autofree char *line = qsa_query_to_string (query);

  g_assert_cmpstr (line, ==, expected);
  g_assert_cmpint (qsa_query_is_all (query), ==, g_str_equal (expected, "(all)"));
}

static void
test_case (gconstpointer data)
{
  const QueryCase *test = data;

  assert_parsed (test->text, QSA_REACH_DEFAULT, FALSE, test->expected);
}

static void
test_typing (gconstpointer data)
{
  const TypingCase *test = data;

  assert_parsed (test->text, QSA_REACH_DEFAULT, TRUE, test->expected);
}

static void
test_reach (void)
{
  g_autoptr (QsaQuery) query = qsa_query_parse ("هدنة", QSA_REACH_FOLDED, FALSE);

  g_assert_cmpint (qsa_query_get_reach (query), ==, QSA_REACH_FOLDED);
  assert_parsed (
      "هدنة =حرب \"سلم\"", QSA_REACH_FOLDED, FALSE,
      "(and (word folded \"هدنة\") (word surface \"حرب\") (phrase folded \"سلم\"))");
  assert_parsed ("هدنة", QSA_REACH_WIDE, FALSE, "(word wide \"هدنة\")");
}

static void
test_forms (void)
{
  g_autoptr (QsaQuery) query = qsa_query_parse ("إدارَةُ", QSA_REACH_DEFAULT, FALSE);
  const QsaQueryNode *root = qsa_query_get_root (query);
  const QsaQueryWord *word = g_ptr_array_index (root->words, 0);

  g_assert_cmpstr (word->typed, ==, "إدارَةُ");
  g_assert_cmpstr (word->surface, ==, "إدارة");
  g_assert_cmpstr (word->folded, ==, "اداره");
}

/* What is compared to the letter needs more than the words. */
static void
test_printed (void)
{
  static const struct
  {
    const char *text;
    const char *printed;
  } queries[] = {
    { "==\"قال: نعم.\"", "قال: نعم." },
    { "==« هُدنة  -\u00a0قريبة »", "هُدنة - قريبة" },
    { "==هُدنـة،", "هُدنـة" },
    { "==أ.ف.ب", "أ.ف.ب" },
    { "title:==\"هُدنة!\"", "هُدنة!" },
    { "=\"قال: نعم\"", NULL },
    { "هدنة", NULL },
  };
  g_autoptr (QsaQuery) whole = qsa_query_parse ("\"لا، نعم\"", QSA_REACH_PRINTED, FALSE);
  g_autoptr (QsaQuery)
      colon = qsa_query_parse ("==\"لا: نعم\"", QSA_REACH_PRINTED, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (QsaQuery)
          query = qsa_query_parse (queries[i].text, QSA_REACH_DEFAULT, FALSE);

      g_assert_cmpstr (qsa_query_get_root (query)->printed, ==, queries[i].printed);
    }
  g_assert_cmpstr (qsa_query_get_root (whole)->printed, ==, "لا، نعم");
  g_assert_false (qsa_query_equal (whole, colon));
}

static void
test_text_is_kept (void)
{
  g_autoptr (QsaQuery) query = qsa_query_parse (" هدنة  \xff", QSA_REACH_DEFAULT, FALSE);
  g_autoptr (QsaQuery) empty = qsa_query_parse (NULL, QSA_REACH_DEFAULT, FALSE);

  g_assert_cmpstr (qsa_query_get_text (query), ==, " هدنة  \xef\xbf\xbd");
  g_assert_cmpstr (qsa_query_get_text (empty), ==, "");
}

static void
test_equal (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    gboolean equal;
  } pairs[] = {
    { "هدنة حرب", " هدنة   حرب ", TRUE },
    { "هدنة OR حرب", "هدنة|حرب", TRUE },
    { "«هدنة حرب»", "\"هدنة حرب\"", TRUE },
    { "", "…", TRUE },
    { "هدنة حرب", "حرب هدنة", FALSE },
    { "هدنة", "=هدنة", FALSE },
    { "هدنة", "هدنة*", FALSE },
    { "هدنة", "\"هدنة\"", FALSE },
    { "هدنة حرب", "هدنة", FALSE },
    { "هدنة -حرب", "هدنة حرب", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (QsaQuery) a = qsa_query_parse (pairs[i].a, QSA_REACH_DEFAULT, FALSE);
      g_autoptr (QsaQuery) b = qsa_query_parse (pairs[i].b, QSA_REACH_DEFAULT, FALSE);
      g_autoptr (QsaQuery) exact = qsa_query_parse (pairs[i].a, QSA_REACH_FOLDED, FALSE);

      g_assert_cmpint (qsa_query_equal (a, b), ==, pairs[i].equal);
      g_assert_true (qsa_query_equal (a, a));
      g_assert_false (qsa_query_equal (a, exact));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *address = g_strdup_printf ("/model/query/%s", cases[i].address);
      g_test_add_data_func (address, &cases[i], test_case);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (typing_cases); i++)
    {
      g_autofree char *address = g_strdup_printf ("/model/query/typing/%s",
                                                  typing_cases[i].address);
      g_test_add_data_func (address, &typing_cases[i], test_typing);
    }
  g_test_add_func ("/model/query/reach", test_reach);
  g_test_add_func ("/model/query/forms", test_forms);
  g_test_add_func ("/model/query/printed", test_printed);
  g_test_add_func ("/model/query/text", test_text_is_kept);
  g_test_add_func ("/model/query/equal", test_equal);
  return g_test_run ();
}
