/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-matcher.h"

#include <string.h>

typedef struct
{
  const char *name;
  QsaMatchMode mode;
  const char
      *terms; /* terms parted by ;, words of a phrase by spaces, forms of a word by / */
  const char *text;
  const char *found; /* matches in print, with their term */
} MatchCase;

static const MatchCase match_cases[] = {
  { "word", QSA_MATCH_FOLDED, "القاهره", "زار القاهرةَ أمس.", "القاهرةَ:0" },
  { "forms", QSA_MATCH_FOLDED, "ايران/لايران/وايران", "إيران قالت لإيران، وإيران",
    "إيران:0 لإيران:0 وإيران:0" },
  { "none", QSA_MATCH_FOLDED, "لندن", "باريس", "" },
  { "no-part-of-word", QSA_MATCH_FOLDED, "وزر", "وزراء", "" },
  { "prefix", QSA_MATCH_PREFIX, "وزر", "الوزراء وزراء وزرة", "وزراء:0 وزرة:0" },
  { "surface", QSA_MATCH_SURFACE, "على", "علي على عَلى", "على:0 عَلى:0" },
  { "two-terms", QSA_MATCH_FOLDED, "وزير;الدفاع", "وزير الدفاع", "وزير:0 الدفاع:1" },
  { "phrase", QSA_MATCH_FOLDED, "وزير الدفاع", "وزير الدفاع ووزير الخارجية وزير  الدفاع",
    "وزير الدفاع:0 وزير  الدفاع:0" },
  { "phrase-broken", QSA_MATCH_FOLDED, "وزير الدفاع", "وزير سابق للدفاع الدفاع", "" },
  { "phrase-variants", QSA_MATCH_FOLDED, "القوات/للقوات الامريكيه/الاميركيه",
    "للقوات الأميركية والقوات الأمريكية القوات الأمريكيّة",
    "للقوات الأميركية:0 القوات الأمريكيّة:0" },
  { "phrase-over-punctuation", QSA_MATCH_FOLDED, "نعم لا", "نعم، لا", "نعم، لا:0" },
  { "phrase-repeats", QSA_MATCH_FOLDED, "يوم يوم", "يوم يوم يوم", "يوم يوم:0" },
  { "phrase-restarts", QSA_MATCH_FOLDED, "ا ا ب", "أ أ أ ب", "أ أ ب:0" },
  { "longer-wins", QSA_MATCH_FOLDED, "الدفاع;وزير الدفاع", "وزير الدفاع",
    "وزير الدفاع:1" },
  { "same-word-twice", QSA_MATCH_FOLDED, "وزير;وزير", "وزير", "وزير:0" },
  { "phrase-letter", QSA_MATCH_FOLDED, "صلي الله عليه وسلم", "النبي ﷺ", "ﷺ:0" },
  { "glued-digits", QSA_MATCH_FOLDED, "كوفيد 19", "كوفيد19 وكوفيد-19 كوفيد-19",
    "كوفيد19:0 كوفيد-19:0" },
  { "number", QSA_MATCH_FOLDED, "2500", "٢٬٥٠٠ و2,500", "٢٬٥٠٠:0 2,500:0" },
  { "empty-form", QSA_MATCH_FOLDED, "", "نص", "" },
};

static void
add_terms (QsaMatcher *matcher, QsaMatchMode mode, const char *terms)
{
  g_auto (GStrv) list = g_strsplit (terms, ";", -1);

  for (guint t = 0; list[t] != NULL; t++)
    {
      g_auto (GStrv) words = g_strsplit (list[t], " ", -1);
      guint n_words = g_strv_length (words);
      g_autoptr (GPtrArray)
          phrase = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

      for (guint w = 0; w < n_words; w++)
        g_ptr_array_add (phrase, g_strsplit (words[w], "/", -1));
      if (n_words == 1)
        qsa_matcher_add_word (matcher, mode, phrase->pdata[0]);
      else
        qsa_matcher_add_phrase (matcher, mode, (const char *const *const *) phrase->pdata,
                                n_words);
    }
}

static char *
join_matches (GArray *matches, const char *text)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < matches->len; i++)
    {
      QsaMatch match = g_array_index (matches, QsaMatch, i);

      if (i > 0)
        g_string_append_c (joined, ' ');
      g_string_append_len (joined, text + match.start_byte,
                           (gssize) (match.end_byte - match.start_byte));
      g_string_append_printf (joined, ":%u", match.term);
    }
  return g_string_free (joined, FALSE);
}

static void
test_match (gconstpointer data)
{
  const MatchCase *c = data;
  g_autoptr (QsaMatcher) matcher = qsa_matcher_new ();
  g_autoptr (GArray) matches = NULL;
  g_autofree char *found = NULL;

  add_terms (matcher, c->mode, c->terms);
  matches = qsa_matcher_find (matcher, c->text, -1);
  found = join_matches (matches, c->text);
  g_assert_cmpstr (found, ==, c->found);
}

/* Terms parted by ";", their alternatives by "|"; an alternative that begins with "=" is compared as
 * printed, one that begins with "*" as a beginning. */
typedef struct
{
  const char *name;
  const char *terms;
  const char *text;
  const char *found;
} AlternativeCase;

static const AlternativeCase alternative_cases[] = {
  { "joined-and-apart", "عبد الله|عبدالله/وعبدالله",
    "عبدالله وعبد الله، عبد اللّه وعبدالله", "عبدالله:0 عبد اللّه:0 وعبدالله:0" },
  { "one-word-first", "عبدالله|عبد الله", "الأمير عبد الله وعبدالله", "عبد الله:0" },
  { "three-lengths", "ابو عبد الله|ابو عبدالله|ابوعبدالله",
    "أبوعبدالله أبو عبدالله أبو عبد الله أبو علي",
    "أبوعبدالله:0 أبو عبدالله:0 أبو عبد الله:0" },
  { "terms-keep-their-numbers", "كتاب|كتب;قلم|اقلام", "أقلام وكتب كتب قلم كتاب",
    "أقلام:1 كتب:0 قلم:1 كتاب:0" },
  { "surface-and-folded", "=على|عليه", "على علي عليه عليّه", "على:0 عليه:0 عليّه:0" },
  { "surface-phrase-and-folded", "=مدرسة النور|مدرسه الامل",
    "مدرسة النور مدرسه النور مدرسه الأمل", "مدرسة النور:0 مدرسه الأمل:0" },
  { "beginning-and-word", "*وزر|حكومه", "وزراء الحكومة حكومة", "وزراء:0 حكومة:0" },
  { "phrase-ends-in-beginning", "*رييس وز", "رئيس وزراء رئيس وزارة رئيس دولة",
    "رئيس وزراء:0 رئيس وزارة:0" },
  { "longer-alternative-wins", "عبد|عبد الله", "عبد الله وعبد", "عبد الله:0" },
  { "alternatives-do-not-mix", "ا ب|ج د", "ا د ج ب ا ب", "ا ب:0" },
};

static void
add_way (QsaMatcher *matcher, const char *way, gboolean first)
{
  QsaMatchMode mode = *way == '='   ? QSA_MATCH_SURFACE
                      : *way == '*' ? QSA_MATCH_PREFIX
                                    : QSA_MATCH_FOLDED;
  g_auto (GStrv) words = g_strsplit (mode == QSA_MATCH_FOLDED ? way : way + 1, " ", -1);
  g_autoptr (GPtrArray)
      lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint w = 0; words[w] != NULL; w++)
    g_ptr_array_add (lists, g_strsplit (words[w], "/", -1));
  if (first)
    qsa_matcher_add_phrase (matcher, mode, (const char *const *const *) lists->pdata,
                            lists->len);
  else
    qsa_matcher_add_alternative (matcher, mode, (const char *const *const *) lists->pdata,
                                 lists->len);
}

static void
test_alternative (gconstpointer data)
{
  const AlternativeCase *c = data;
  g_autoptr (QsaMatcher) matcher = qsa_matcher_new ();
  g_auto (GStrv) terms = g_strsplit (c->terms, ";", -1);
  g_autoptr (GArray) matches = NULL;
  g_autofree char *found = NULL;

  for (guint t = 0; terms[t] != NULL; t++)
    {
      g_auto (GStrv) ways = g_strsplit (terms[t], "|", -1);

      for (guint w = 0; ways[w] != NULL; w++)
        add_way (matcher, ways[w], w == 0);
    }
  matches = qsa_matcher_find (matcher, c->text, -1);
  found = join_matches (matches, c->text);
  g_assert_cmpstr (found, ==, c->found);
}

static void
test_empty (void)
{
  g_autoptr (QsaMatcher) matcher = qsa_matcher_new ();
  g_autoptr (QsaMatcher) other = qsa_matcher_ref (matcher);
  g_autoptr (GArray) matches = qsa_matcher_find (matcher, "نص", -1);

  g_assert_true (qsa_matcher_is_empty (other));
  g_assert_cmpuint (matches->len, ==, 0);
  add_terms (matcher, QSA_MATCH_FOLDED, "نص");
  g_assert_false (qsa_matcher_is_empty (matcher));
}

typedef struct
{
  const char *name;
  const char *terms; /* NULL: no matcher */
  const char *body;
  guint max_chars;
  const char *snippet; /* matches in [ ] */
} SnippetCase;

static const SnippetCase snippet_cases[] = {
  { "whole", "وزير", "قال وزير الدفاع", 40, "قال [وزير] الدفاع" },
  { "no-matcher", NULL, "هذا نص أطول من المسموح به هنا", 12, "هذا نص أطول…" },
  { "no-match", "لندن", "هذا نص أطول من المسموح به هنا", 12, "هذا نص أطول…" },
  { "one-line", "ثان", "سطر أول\n\n\tسطر\u00a0ثان  ", 60, "سطر أول سطر [ثان]" },
  { "far", "هدف", "كلمة كلمة كلمة كلمة كلمة كلمة كلمة كلمة كلمة هدف كلمة كلمة كلمة كلمة",
    24, "…كلمة [هدف] كلمة كلمة كلمة…" },
  { "sentence-start", "هدف",
    "كلمة كلمة كلمة كلمة كلمة كلمة كلمة كلمة كلمة. بدأ هدف كلمة كلمة كلمة كلمة كلمة", 32,
    "…بدأ [هدف] كلمة كلمة كلمة كلمة كلمة" },
  { "cut-at-word", "هدف", "كلمة كلمة كلمة كلمة كلمة كلمة هدف كلمة وكلمات كلمة كلمة كلمة",
    14, "…[هدف] كلمة…" },
  { "most-terms", "اول;ثان",
    "أول في البداية ثم كلام كثير لا يعنينا ولا يفيد أحدا من الناس ثم أول مع ثان معا في آخره",
    30, "…ثم [أول] مع [ثان] معا في آخره" },
  { "nearest-together", "اول;ثان",
    "أول كلمة كلمة كلمة ثان كلمة كلمة كلمة كلمة كلمة كلمة كلمة كلمة ثم أول ثان معا كلمة كلمة",
    40, "…كلمة كلمة كلمة ثم [أول] [ثان] معا كلمة كلمة" },
  { "in-one-sentence", "اول;ثان",
    "كلمة كلمة كلمة كلمة كلمة كلمة كلمة أول. ثان كلمة كلمة كلمة كلمة كلمة كلمة كلمة كلمة كلمة. ثم "
    "أول كلمة كلمة ثان وكلمة كلمة كلمة كلمة كلمة",
    40, "…ثم [أول] كلمة كلمة [ثان] وكلمة كلمة كلمة…" },
  { "last-term-is-shown", "اول;ثان",
    "كلمة كلمة كلمة أول كلمة كلمة كلمة كلمة ثان كلمة كلمة كلمة كلمة", 40,
    "…كلمة كلمة [أول] كلمة كلمة كلمة كلمة [ثان]…" },
  { "sentence-of-the-match", "هدف",
    "كلمة كلمة كلمة كلمة كلمة كلمة كلمة. جملة قصيرة. فيها هدف كلمة كلمة كلمة كلمة كلمة كلمة",
    40, "…فيها [هدف] كلمة كلمة كلمة كلمة كلمة كلمة" },
  { "sentence-after-question", "هدف",
    "كلمة كلمة كلمة كلمة كلمة كلمة كلمة كلمة؟ فيها هدف كلمة كلمة كلمة كلمة كلمة كلمة كلمة",
    32, "…فيها [هدف] كلمة كلمة كلمة كلمة…" },
  { "point-inside-a-word", "هدف",
    "كلمة كلمة كلمة كلمة كلمة كلمة كلمة كلمة كلمة أ.ف.ب هدف كلمة كلمة كلمة كلمة كلمة كلمة",
    24, "…أ.ف.ب [هدف] كلمة كلمة كلمة…" },
  { "more-often", "هدف",
    "هدف كلمة كلمة كلمة كلمة كلمة كلمة كلمة كلمة كلمة كلمة كلمة كلمة. هدف وهدف هدف كلمة كلمة",
    24, "…[هدف] وهدف [هدف] كلمة كلمة" },
  { "whole-word-with-clitics", "للقوات", "وصلت التعزيزات للقوّات أمس", 60,
    "وصلت التعزيزات [للقوّات] أمس" },
  { "end-of-body", "هدف", "كلمة كلمة كلمة كلمة كلمة كلمة كلمة كلمة كلمة هدف", 20,
    "…كلمة كلمة كلمة [هدف]" },
  { "long-word", NULL, "كلمةطويلةجدا", 4, "كلمة…" },
  { "empty", "نص", "", 20, "" },
  { "spaces", "نص", " \n ", 20, "" },
  { "invalid", "نص", "\xff نص\xd9 ", 20, "[نص]" },
  { "control", "نص", "نص\x01نص", 20, "[نص] [نص]" },
  { "zero", "نص", "نص", 0, "…" },
};

static void
test_snippet (gconstpointer data)
{
  const SnippetCase *c = data;
  g_autoptr (QsaMatcher) matcher = qsa_matcher_new ();
  g_autoptr (QsaSnippet) snippet = NULL;
  g_autoptr (GString) marked = NULL;

  if (c->terms != NULL)
    add_terms (matcher, QSA_MATCH_FOLDED, c->terms);
  snippet = qsa_snippet_new (c->body, -1, c->terms != NULL ? matcher : NULL,
                             c->max_chars);
  g_assert_true (g_utf8_validate (snippet->text, -1, NULL));
  marked = g_string_new (snippet->text);
  for (guint i = snippet->matches->len; i > 0; i--)
    {
      QsaMatch match = g_array_index (snippet->matches, QsaMatch, i - 1);

      g_string_insert_c (marked, (gssize) match.end_byte, ']');
      g_string_insert_c (marked, (gssize) match.start_byte, '[');
    }
  g_assert_cmpstr (marked->str, ==, c->snippet);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (match_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/text/matcher/", match_cases[i].name, NULL);

      g_test_add_data_func (path, &match_cases[i], test_match);
    }
  for (guint i = 0; i < G_N_ELEMENTS (snippet_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/text/snippet/", snippet_cases[i].name, NULL);

      g_test_add_data_func (path, &snippet_cases[i], test_snippet);
    }
  for (guint i = 0; i < G_N_ELEMENTS (alternative_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/text/matcher/alternative/",
                                           alternative_cases[i].name, NULL);

      g_test_add_data_func (path, &alternative_cases[i], test_alternative);
    }
  g_test_add_func ("/text/matcher/empty", test_empty);
  return g_test_run ();
}
