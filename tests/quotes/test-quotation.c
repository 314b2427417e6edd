/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-citation.h"

#include <string.h>
#include <time.h>

#include "qsa-quote-marks.h"

typedef struct
{
  const char *address;
  const char *selection;
  const char *expected;
} QuotationCase;

static const QuotationCase cases[] = {
  /* plain */
  { "plain/words", "لن نغلق الميناء", "«لن نغلق الميناء»" },
  { "plain/outer-space", " \n\t لن نغلق الميناء\xc2\xa0\n", "«لن نغلق الميناء»" },
  { "plain/full-stop-stays", "لن نغلق الميناء.", "«لن نغلق الميناء.»" },
  { "plain/letters-as-printed", "لَن نُغلِقَ الميـناءَ", "«لَن نُغلِقَ الميـناءَ»" },
  { "plain/paragraphs-kept", "الأولى.\nالثانية.", "«الأولى.\nالثانية.»" },
  { "plain/empty", "", "" },
  { "plain/null", NULL, "" },
  { "plain/white-space", " \n ", "" },
  { "plain/only-marks", "\" \"", "" },
  { "plain/invalid-byte", "لن \xff نغلق", "«لن \xef\xbf\xbd نغلق»" },

  /* the whole selection stands in marks already */
  { "whole/straight", "\"لن نغلق الميناء\"", "«لن نغلق الميناء»" },
  { "whole/curly", "“لن نغلق الميناء”", "«لن نغلق الميناء»" },
  { "whole/curly-reversed", "”لن نغلق الميناء“", "«لن نغلق الميناء»" },
  { "whole/curly-same", "“لن نغلق الميناء“", "«لن نغلق الميناء»" },
  { "whole/guillemets", "«لن نغلق الميناء»", "«لن نغلق الميناء»" },
  { "whole/guillemets-reversed", "»لن نغلق الميناء«", "«لن نغلق الميناء»" },
  { "whole/apostrophes", "''لن نغلق الميناء''", "«لن نغلق الميناء»" },
  { "whole/curly-apostrophes", "‘‘لن نغلق الميناء’’", "«لن نغلق الميناء»" },
  { "whole/angle-brackets", "<<لن نغلق الميناء>>", "«لن نغلق الميناء»" },
  { "whole/mixed", "«لن نغلق الميناء\"", "«لن نغلق الميناء»" },
  { "whole/spaced", "” لن نغلق الميناء “", "«لن نغلق الميناء»" },
  { "whole/spaced-straight", "\" لن نغلق الميناء \"", "«لن نغلق الميناء»" },
  { "whole/full-stop-inside", "\"لن نغلق الميناء.\"", "«لن نغلق الميناء.»" },
  { "whole/full-stop-outside", "\"لن نغلق الميناء\".", "«لن نغلق الميناء»." },
  { "whole/comma-outside", "«لن نغلق الميناء»،", "«لن نغلق الميناء»،" },
  { "whole/once-only", "«\"لن نغلق الميناء\"»", "«“لن نغلق الميناء”»" },
  { "whole/two-quotations-are-not", "\"لن نغلق\" و\"لن نبيع\"",
    "«“لن نغلق” و“لن نبيع”»" },
  { "whole/with-inner", "\"قلت \"لا\" مرتين\"", "«قلت “لا” مرتين»" },
  { "whole/with-inner-guillemets", "“قلت «لا» مرتين”", "«قلت “لا” مرتين»" },
  { "whole/inner-at-its-end", "\"قلت لهم \"لا\"\"", "«قلت لهم “لا”»" },

  /* marks inside */
  { "inner/straight", "قال الوزير: \"لن نغلق\" ثم خرج",
    "«قال الوزير: “لن نغلق” ثم خرج»" },
  { "inner/curly", "قال الوزير: “لن نغلق” ثم خرج", "«قال الوزير: “لن نغلق” ثم خرج»" },
  { "inner/curly-reversed", "قال الوزير: ”لن نغلق“ ثم خرج",
    "«قال الوزير: “لن نغلق” ثم خرج»" },
  { "inner/curly-spaced", "قال ” لن نغلق “ ثم خرج", "«قال “ لن نغلق ” ثم خرج»" },
  { "inner/guillemets", "قال الوزير: «لن نغلق» ثم خرج",
    "«قال الوزير: “لن نغلق” ثم خرج»" },
  { "inner/guillemets-reversed", "قال الوزير: »لن نغلق« ثم خرج",
    "«قال الوزير: “لن نغلق” ثم خرج»" },
  { "inner/guillemets-spaced", "قال « لن نغلق » ثم خرج", "«قال “ لن نغلق ” ثم خرج»" },
  { "inner/single-guillemets", "قال ‹لن نغلق› ثم خرج", "«قال “لن نغلق” ثم خرج»" },
  { "inner/apostrophes", "قال ''لن نغلق'' ثم خرج", "«قال “لن نغلق” ثم خرج»" },
  { "inner/angle-brackets", "قال <<لن نغلق>> ثم خرج", "«قال “لن نغلق” ثم خرج»" },
  { "inner/primes", "قال ″لن نغلق″ ثم خرج", "«قال “لن نغلق” ثم خرج»" },
  { "inner/low-curly", "قال „لن نغلق“ ثم خرج", "«قال “لن نغلق” ثم خرج»" },
  { "inner/mixed", "قال «لن نغلق\" ثم خرج", "«قال “لن نغلق” ثم خرج»" },
  { "inner/mixed-other-way", "قال \"لن نغلق» ثم خرج", "«قال “لن نغلق” ثم خرج»" },
  { "inner/glued-colon", "قال الوزير:\"لن نغلق\".", "«قال الوزير:“لن نغلق”.»" },
  { "inner/after-clitic", "وصفه ب\"الظالم\" أمس", "«وصفه ب“الظالم” أمس»" },
  { "inner/after-clitic-tatweel", "وصفه بـ\"الظالم\" أمس", "«وصفه بـ“الظالم” أمس»" },
  { "inner/after-article", "أزمة ال\"تذاكر\" أمس", "«أزمة ال“تذاكر” أمس»" },
  { "inner/after-clitic-unpaired-before", "قطعة 5\" ثم ل\"ميناء\" آخر",
    "«قطعة 5\" ثم ل“ميناء” آخر»" },
  { "inner/glued-to-next-word", "قال \"لن نغلق\"وخرج", "«قال “لن نغلق”وخرج»" },
  { "inner/curly-glued-to-next-word", "قال “لن نغلق ”وخرج", "«قال “لن نغلق ”وخرج»" },
  { "inner/touching", "\"أول\"\"ثان\" ثالث", "«“أول”“ثان” ثالث»" },
  { "inner/nested-straight", "قال: \"سمعت \"لا\" منهم\" ثم خرج",
    "«قال: “سمعت “لا” منهم” ثم خرج»" },
  { "inner/nested-other", "قال: «سمعت \"لا\" منهم» ثم خرج",
    "«قال: “سمعت “لا” منهم” ثم خرج»" },
  { "inner/before-comma", "\"أول\"، \"ثان\"، ثالث", "«“أول”، “ثان”، ثالث»" },
  { "inner/in-brackets", "نص (\"أول\") آخر", "«نص (“أول”) آخر»" },
  { "inner/latin", "فيلم \"The Port\" الجديد", "«فيلم “The Port” الجديد»" },
  { "inner/digits", "قانون \"2021\" الجديد", "«قانون “2021” الجديد»" },
  { "inner/direction-mark-beside", "نص \"\u200fأول\u200f\" آخر",
    "«نص “\u200fأول\u200f” آخر»" },

  /* no marks */
  { "keep/apostrophe", "صحيفة L'Orient أمس", "«صحيفة L'Orient أمس»" },
  { "keep/curly-apostrophe", "it’s a port", "«it’s a port»" },
  { "keep/single-quotes", "وصفه بـ'الظالم' أمس", "«وصفه بـ'الظالم' أمس»" },
  { "keep/doubled-apostrophe-in-latin", "L''Orient و L''Est", "«L''Orient و L''Est»" },
  { "keep/less-than", "النسبة < 5 و > 3", "«النسبة < 5 و > 3»" },

  /* unbalanced */
  { "unbalanced/opening", "قال \"لن نغلق", "«قال \"لن نغلق»" },
  { "unbalanced/closing", "لن نغلق\" ثم خرج", "«لن نغلق\" ثم خرج»" },
  { "unbalanced/inch", "شاشة 17\" جديدة", "«شاشة 17\" جديدة»" },
  { "unbalanced/inch-beside-pair", "شاشة 17\" في «الميناء» أمس",
    "«شاشة 17\" في “الميناء” أمس»" },
  { "unbalanced/cut-on-both-sides", "لن نغلق\" وأضاف \"لن نبيع",
    "«لن نغلق\" وأضاف \"لن نبيع»" },
  { "unbalanced/odd", "\"أول\" ثم \"ثان", "«“أول” ثم \"ثان»" },
  { "unbalanced/guillemet-opening", "قال «لن نغلق", "«قال “لن نغلق»" },
  { "unbalanced/guillemet-closing", "لن نغلق» ثم خرج", "«لن نغلق” ثم خرج»" },
  { "unbalanced/guillemet-inside-pair", "\"سمعت «لا منهم\" أمس",
    "«“سمعت “لا منهم” أمس»" },
  { "unbalanced/curly-stays", "قال “لن نغلق", "«قال “لن نغلق»" },
  { "unbalanced/lone", "\"", "«\"»" },

  /* several paragraphs */
  { "paragraphs/enclosing", "\"الأولى.\nالثانية.\"", "«الأولى.\nالثانية.»" },
  { "paragraphs/enclosing-three", "\"الأولى.\nالثانية.\nالثالثة.\"",
    "«الأولى.\nالثانية.\nالثالثة.»" },
  { "paragraphs/repeated-opening", "\"الأولى.\n\"الثانية.\n\"الثالثة.\"",
    "«الأولى.\nالثانية.\nالثالثة.»" },
  { "paragraphs/repeated-guillemets", "«الأولى.\n«الثانية.»", "«الأولى.\nالثانية.»" },
  { "paragraphs/repeated-inside", "قال: \"الأولى.\n\"الثانية\" ثم خرج.",
    "«قال: “الأولى.\n“الثانية” ثم خرج.»" },
  { "paragraphs/repeated-never-closed", "قال: \"الأولى.\n\"الثانية.",
    "«قال: \"الأولى.\n\"الثانية.»" },
  { "paragraphs/inside", "قال: \"الأولى.\nالثانية\" ثم خرج.",
    "«قال: “الأولى.\nالثانية” ثم خرج.»" },
  { "paragraphs/each-its-own", "\"الأولى\" قال.\n\"الثانية\" قال.",
    "«“الأولى” قال.\n“الثانية” قال.»" },
  { "paragraphs/stray-does-not-reach-far", "شاشة \"كبيرة.\nثانية.\nثالثة 17\" جديدة.",
    "«شاشة \"كبيرة.\nثانية.\nثالثة 17\" جديدة.»" },
  { "paragraphs/blank-line-between", "\"الأولى.\n\n\"الثانية.\"",
    "«الأولى.\n\nالثانية.»" },
};

static void
test_normalise (gconstpointer data)
{
  const QuotationCase *test = data;
  g_autofree char *quotation = qsa_quotation_normalise (test->selection);

  g_assert_cmpstr (quotation, ==, test->expected);
}

/* Whatever comes out reads the same when it is copied once more. */
static void
test_stable (gconstpointer data)
{
  const QuotationCase *test = data;
  g_autofree char *again = qsa_quotation_normalise (test->expected);

  g_assert_cmpstr (again, ==, test->expected);
}

static void
test_roles (void)
{
  static const char text[] = "قال: «سمعت \"لا\" 5\"»";
  static const QsaMarkRole roles[] = { QSA_MARK_OPENS, QSA_MARK_OPENS, QSA_MARK_CLOSES,
                                       QSA_MARK_ALONE, QSA_MARK_CLOSES };
  static const guint partners[] = { 4, 2, 1, QSA_MARK_NO_PARTNER, 0 };
  g_autoptr (GArray) marks = qsa_quote_marks_find (text, strlen (text));

  g_assert_cmpuint (marks->len, ==, G_N_ELEMENTS (roles));
  for (guint i = 0; i < marks->len; i++)
    {
      const QsaQuoteMark *mark = &g_array_index (marks, QsaQuoteMark, i);

      g_assert_cmpint (mark->role, ==, roles[i]);
      g_assert_cmpuint (mark->partner, ==, partners[i]);
      g_assert_cmpuint (mark->start_byte, <, mark->end_byte);
    }
}

static void
assert_partners_agree (GArray *marks)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const QsaQuoteMark *mark = &g_array_index (marks, QsaQuoteMark, i);
      const QsaQuoteMark *partner;

      if (mark->role == QSA_MARK_ALONE)
        {
          g_assert_cmpuint (mark->partner, ==, QSA_MARK_NO_PARTNER);
          continue;
        }
      g_assert_cmpuint (mark->partner, <, marks->len);
      partner = &g_array_index (marks, QsaQuoteMark, mark->partner);
      if (mark->role == QSA_MARK_CONTINUES)
        g_assert_cmpint (partner->role, ==, QSA_MARK_OPENS);
      else
        {
          g_assert_cmpuint (partner->partner, ==, i);
          g_assert_cmpint (partner->role, ==,
                           mark->role == QSA_MARK_OPENS ? QSA_MARK_CLOSES
                                                        : QSA_MARK_OPENS);
        }
    }
}

typedef struct
{
  const char *address;
  const char *unit;
  guint times;
} HostileCase;

static const HostileCase hostile_cases[] = {
  { "straight", "\"", 300000 },
  { "straight-open", " \"x", 300000 },
  { "straight-paragraphs", "\"x\n", 300000 },
  { "guillemets-open", "«", 300000 },
  { "guillemets-close", "»x ", 300000 },
  { "mixed", "«\"“x ", 200000 },
  { "crossed", "«\"x»\" ", 100000 },
  { "long-word", "و", 500000 },
  { "format-characters", "\u200f\"", 200000 },
  { "newlines", "\n", 1000000 },
};

static void
test_hostile (gconstpointer data)
{
  const HostileCase *test = data;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) marks = NULL;
  g_autofree char *quotation = NULL;
  clock_t start = clock ();
  double seconds;

  for (guint i = 0; i < test->times; i++)
    g_string_append (text, test->unit);

  marks = qsa_quote_marks_find (text->str, text->len);
  assert_partners_agree (marks);
  quotation = qsa_quotation_normalise (text->str);
  g_assert_true (g_utf8_validate (quotation, -1, NULL));

  /* What grows with the square of the input takes minutes here. */
  seconds = (double) (clock () - start) / CLOCKS_PER_SEC;
  g_test_message ("%.3f s for %" G_GSIZE_FORMAT " bytes", seconds, text->len);
  g_assert_cmpfloat (seconds, <, 10.0);
}

/* Marks thrown together at random: never a crash, partners agree, letters stay. */
static void
test_random (void)
{
  static const char *const parts[] = { "\"", "«", "»",  "“", "”", "''", "<<", ">>", " ",
                                       "\n", "و", "نص", ":", ".", "،",  "5",  "a",  "(" };
  g_autoptr (GRand) random = g_rand_new_with_seed (1402);

  for (guint round = 0; round < 5000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) marks = NULL;
      g_autofree char *quotation = NULL;
      guint n_parts = (guint) g_rand_int_range (random, 0, 24);

      for (guint i = 0; i < n_parts; i++)
        g_string_append (text, parts[g_rand_int_range (random, 0, G_N_ELEMENTS (parts))]);

      marks = qsa_quote_marks_find (text->str, text->len);
      assert_partners_agree (marks);
      quotation = qsa_quotation_normalise (text->str);
      g_assert_true (g_utf8_validate (quotation, -1, NULL));
      if (*quotation != '\0')
        g_assert_true (g_str_has_prefix (quotation, "«"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *address = g_strdup_printf ("/quotes/quotation/%s",
                                                  cases[i].address);
      g_autofree char *stable = g_strdup_printf ("/quotes/quotation/stable/%s",
                                                 cases[i].address);

      g_test_add_data_func (address, &cases[i], test_normalise);
      g_test_add_data_func (stable, &cases[i], test_stable);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (hostile_cases); i++)
    {
      g_autofree char *address = g_strdup_printf ("/quotes/quotation/hostile/%s",
                                                  hostile_cases[i].address);
      g_test_add_data_func (address, &hostile_cases[i], test_hostile);
    }
  g_test_add_func ("/quotes/quotation/roles", test_roles);
  g_test_add_func ("/quotes/quotation/random", test_random);
  return g_test_run ();
}
