/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-forms.h"

#include <string.h>

#include "qsa-scanner.h"

/* A small archive's vocabulary; the counts are invented and have the proportions of real ones. */
static const struct
{
  const char *folded;
  guint articles;
} vocabulary[] = {
  /* أمريكي and its spellings */
  { "امريكي", 500 },
  { "الامريكي", 900 },
  { "امريكيه", 450 },
  { "الامريكيه", 950 },
  { "للامريكيه", 4 },
  { "الامريكيين", 80 },
  { "بالامريكيين", 3 },
  { "والامريكيون", 6 },
  { "اميركي", 480 },
  { "الاميركي", 910 },
  { "اميركيه", 400 },
  { "الاميركيه", 930 },
  { "والاميركيه", 40 },
  { "مسيولي", 3 },
  { "وبمسيولي", 1 },
  { "الاميركيين", 75 },
  { "اميركيتان", 2 },
  { "امريكا", 700 },
  { "اميركا", 690 },
  { "لاميركا", 30 },
  /* مسؤول */
  { "مسوول", 600 },
  { "المسوول", 300 },
  { "المسوولين", 250 },
  { "مسوولين", 240 },
  { "مسوولي", 60 },
  { "مسووليه", 400 },
  { "المسووليه", 350 },
  { "مسيول", 40 },
  { "المسيولين", 12 },
  { "والمسيولون", 2 },
  { "مسيوليها", 1 },
  /* the company and the fuel */
  { "سول", 30 },
  { "سيول", 120 },
  { "السيول", 60 },
  { "بسيول", 9 },
  { "كسول", 12 },
  { "الكسول", 5 },
  { "بنزين", 90 },
  { "البنزين", 70 },
  { "زين", 60 },
  { "بن", 4000 },
  { "ابن", 900 },
  { "لادن", 200 },
  { "بنلادن", 12 },
  { "وبنلادن", 2 },
  { "سلمان", 700 },
  { "نسبه", 800 },
  { "النسبه", 300 },
  { "بنسبه", 600 },
  { "سبه", 9 },
  { "ميليشيا", 100 },
  { "ميليشيات", 160 },
  { "الميليشيات", 150 },
  { "مليشيا", 40 },
  { "مليشيات", 90 },
  { "المليشيات", 80 },
  { "بمليشيات", 5 },
  { "سوريا", 1100 },
  { "بسوريا", 60 },
  { "سوريه", 300 },
  { "السوريه", 700 },
  { "بسوريه", 8 },
  /* servants and fathers */
  { "عبد", 2000 },
  { "لعبد", 30 },
  { "وعبد", 60 },
  { "الله", 3000 },
  { "عبدالله", 900 },
  { "لعبدالله", 9 },
  { "عبدالرحمن", 300 },
  { "الرحمن", 500 },
  { "ربه", 90 },
  { "عبدربه", 40 },
  { "ابو", 1500 },
  { "ابا", 90 },
  { "ابي", 600 },
  { "لابي", 20 },
  { "مازن", 80 },
  { "ابومازن", 7 },
  { "ظبي", 200 },
  { "ابوظبي", 150 },
  { "بابوظبي", 6 },
  { "طالب", 300 },
  { "ابواب", 60 },
  { "الابواب", 30 },
  { "اب", 500 },
  /* still */
  { "ما", 9000 },
  { "لا", 9500 },
  { "زال", 200 },
  { "مازال", 90 },
  { "يزال", 150 },
  { "لايزال", 20 },
  { "ولايزال", 3 },
  { "راسمال", 50 },
  { "الراسمال", 9 },
  { "راس", 300 },
  { "براس", 20 },
  { "مال", 200 },
  { "المال", 400 },
  /* months */
  { "يوليو", 600 },
  { "بيوليو", 1 },
  { "تموز", 300 },
  { "بتموز", 2 },
  { "جويليه", 20 },
  { "يناير", 500 },
  { "كانون", 280 },
  { "الثاني", 900 },
  { "الاول", 950 },
  { "جانفي", 15 },
  { "اذار", 250 },
  { "مارس", 500 },
  { "مايو", 400 },
  { "ماي", 90 },
  { "ايار", 200 },
  { "اغسطس", 300 },
  { "ذو", 100 },
  { "ذي", 200 },
  { "الحجه", 60 },
  { "ذوالحجه", 2 },
  { "تيريزا", 80 },
  { "14", 700 },
  { "8", 900 },
  { "2021", 800 },
  /* inflections */
  { "مسلح", 200 },
  { "المسلح", 80 },
  { "مسلحين", 300 },
  { "المسلحين", 250 },
  { "مسلحون", 150 },
  { "مسلحه", 220 },
  { "قرار", 1177 },
  { "القرار", 850 },
  { "قرارات", 300 },
  { "القرارات", 200 },
  { "شركه", 700 },
  { "الشركه", 600 },
  { "شركات", 500 },
  { "شركتها", 20 },
  { "الكتب", 900 },
  { "كتب", 3 },
  { "بكتب", 1 },
  /* a withdrawal */
  { "انسحاب", 200 },
  { "لانسحاب", 20 },
  { "وانسحاب", 10 },
  { "الانسحاب", 150 },
  { "القوات", 900 },
  { "للقوات", 120 },
  { "قوات", 800 },
  { "روسيا", 900 },
  { "بروسيا", 90 },
  { "البيضاء", 187 },
  { "بيضاء", 70 },
  { "بيلاروسيا", 30 },
  { "وبيلاروسيا", 3 },
  { "استراليا", 146 },
  { "باستراليا", 9 },
  { "اوستراليا", 6 },
  { "استرالي", 40 },
  { "الاسترالي", 60 },
  { "اوسترالي", 3 },
  /* German */
  { "الماني", 64 },
  { "الالماني", 599 },
  { "والماني", 5 },
  { "ماني", 29 },
  { "بماني", 2 },
};

static const char spellings[] = "# of this test\n"
                                "أمريكي أميركي\tadjective\tinvented\n"
                                "أمريكا أميركا\tname\n"
                                "مسؤول مسئول مسوول\tnoun\tinvented\r\n"
                                "سيول سول\tname\n"
                                "ميليشيا مليشيا\tfeminine\n"
                                "سوريا سورية\tname\n"
                                "رأسمال رأس_مال\tthing\n"
                                "\n"
                                "أبوظبي أبو_ظبي\tname\n"
                                "بيلاروسيا روسيا_البيضاء\tname\n"
                                "أستراليا أوستراليا\tname\n"
                                "أسترالي أوسترالي\tadjective\n";

/* @user_data: NULL or the words asked for, each once. */
static guint
look_up (const char *folded, gpointer user_data)
{
  GHashTable *asked = user_data;

  if (asked != NULL)
    g_assert_true (g_hash_table_add (asked, g_strdup (folded)));
  for (guint i = 0; i < G_N_ELEMENTS (vocabulary); i++)
    {
      if (strcmp (vocabulary[i].folded, folded) == 0)
        return vocabulary[i].articles;
    }
  return 0;
}

/* The forms of words @first up to @first + @n_words of @query; lists of forms parted by "|". @kind: that of
 * each of @on, when not TYPED. */
typedef struct
{
  const char *name;
  const char *query;
  QsaFormRunKind run;
  guint first;
  guint n_words;
  QsaFormKind kind;
  const char *on;
  const char *off;
  const char *absent;
} RunCase;

#define LOOSE QSA_FORM_RUN_LOOSE
#define PHRASE QSA_FORM_RUN_PHRASE

static const RunCase run_cases[] = {
  { "variant", "الأمريكية", LOOSE, 0, 1, QSA_FORM_VARIANT,
    "الاميركيه|اميركيه|والاميركيه|اميركي|الاميركيين|اميركيتان|الامريكيين|بالامريكيين|"
    "والامريكيون",
    "", "امريكا|اميركا" },
  { "variant-of-name", "أمريكا", LOOSE, 0, 1, QSA_FORM_VARIANT, "اميركا|لاميركا", "",
    "اميركي|الاميركيه" },
  { "variant-typed-with-clitics", "وبالأميركية", LOOSE, 0, 1, QSA_FORM_VARIANT,
    "امريكيه|الامريكيه|للامريكيه", "", "" },
  { "variant-three-spellings", "المسئولين", LOOSE, 0, 1, QSA_FORM_VARIANT,
    "مسوول|المسوولين|مسوولي|والمسيولون|مسيوليها|وبمسيولي", "", "مسووليه|المسووليه" },
  { "variant-other-word", "مسؤولية", LOOSE, 0, 1, QSA_FORM_TYPED, "المسووليه", "",
    "مسيول|مسوولين" },
  { "variant-ends-in-alef", "مليشيات", LOOSE, 0, 1, QSA_FORM_VARIANT,
    "ميليشيا|ميليشيات|الميليشيات|مليشيا", "", "" },
  { "variant-name-has-no-article", "سول", LOOSE, 0, 1, QSA_FORM_VARIANT, "سيول|بسيول", "",
    "السيول" },
  { "variant-clitic-is-a-letter", "كسول", LOOSE, 0, 1, QSA_FORM_CLITIC, "الكسول", "",
    "سيول|بسيول" },
  { "variant-of-adjective-like-name", "السورية", LOOSE, 0, 1, QSA_FORM_TYPED, "سوريه", "",
    "سوريا|بسوريا" },
  { "variant-country", "سوريا", LOOSE, 0, 1, QSA_FORM_VARIANT, "سوريه|بسوريه", "",
    "السوريه" },
  { "variant-of-two-words", "رأسمال", LOOSE, 0, 1, QSA_FORM_VARIANT,
    "راس مال|راس المال|براس المال", "", "" },
  { "variant-in-two-words", "رأس المال", LOOSE, 0, 2, QSA_FORM_VARIANT,
    "راسمال|الراسمال|راس مال", "", "راس المال" },
  { "variant-name-of-two-words", "بيلاروسيا", LOOSE, 0, 1, QSA_FORM_VARIANT,
    "روسيا البيضاء|بروسيا البيضاء", "", "روسيا بيضاء" },
  { "variant-in-name-of-two-words", "روسيا البيضاء", LOOSE, 0, 2, QSA_FORM_VARIANT,
    "بيلاروسيا|وبيلاروسيا", "", "روسيا بيضاء|روسيا البيضاء|بروسيا البيضاء" },
  { "variant-given-is-no-ending", "أستراليا", LOOSE, 0, 1, QSA_FORM_VARIANT, "اوستراليا",
    "", "استرالي|الاسترالي" },
  { "variant-ending-is-given", "أسترالي", LOOSE, 0, 1, QSA_FORM_VARIANT, "اوسترالي", "",
    "باستراليا|اوستراليا" },
  { "servant-joined", "عبدالله", LOOSE, 0, 1, QSA_FORM_JOINED,
    "عبد الله|لعبد الله|وعبد الله", "", "فعبد الله" },
  { "servant-apart", "عبد الله", LOOSE, 0, 2, QSA_FORM_JOINED, "عبدالله|لعبدالله", "",
    "عبد الله|لعبد الله" },
  { "servant-apart-with-clitic", "لعبد الله", LOOSE, 0, 2, QSA_FORM_JOINED,
    "عبدالله|لعبدالله", "", "عبد الله" },
  { "servant-without-article", "عبد ربه", LOOSE, 0, 2, QSA_FORM_JOINED, "عبدربه", "",
    "" },
  { "father-joined", "ابومازن", LOOSE, 0, 1, QSA_FORM_JOINED,
    "ابو مازن|ابا مازن|ابي مازن|لابي مازن", "", "" },
  { "father-apart", "أبو مازن", LOOSE, 0, 2, QSA_FORM_JOINED,
    "ابومازن|ابي مازن|ابا مازن|لابي مازن", "", "ابو مازن" },
  { "father-in-a-variant", "أبو ظبي", LOOSE, 0, 2, QSA_FORM_TYPED,
    "ابوظبي|بابوظبي|ابي ظبي", "", "ابو ظبي" },
  { "father-of-servant", "أبو عبد الله", LOOSE, 0, 3, QSA_FORM_JOINED,
    "ابي عبد الله|ابي عبدالله|ابو عبدالله", "", "ابو عبد الله" },
  { "son-apart", "بن لادن", LOOSE, 0, 2, QSA_FORM_JOINED, "بنلادن|وبنلادن|ابن لادن", "",
    "بن لادن" },
  { "son-joined", "بنلادن", LOOSE, 0, 1, QSA_FORM_JOINED, "بن لادن|ابن لادن", "", "" },
  { "son-of-father", "ابن ابي طالب", LOOSE, 0, 3, QSA_FORM_JOINED, "بن ابي طالب", "",
    "ابن ابي طالب" },
  { "son-is-a-letter", "بنزين", LOOSE, 0, 1, QSA_FORM_CLITIC, "البنزين", "",
    "بن زين|ابن زين" },
  { "son-is-a-clitic", "بنسبة", LOOSE, 0, 1, QSA_FORM_CLITIC, "نسبه|النسبه", "",
    "بن سبه" },
  { "no-father", "أبواب", LOOSE, 0, 1, QSA_FORM_CLITIC, "الابواب", "", "ابو اب" },
  { "still-joined", "مازال", LOOSE, 0, 1, QSA_FORM_JOINED, "ما زال", "", "" },
  { "still-apart", "ما زال", LOOSE, 0, 2, QSA_FORM_JOINED, "مازال", "", "ما زال" },
  { "still-with-la", "ولا يزال", LOOSE, 0, 2, QSA_FORM_JOINED, "لايزال|ولايزال", "", "" },
  { "month-before-year", "تموز 2021", LOOSE, 0, 1, QSA_FORM_MONTH, "يوليو|جويليه|بيوليو",
    "", "" },
  { "month-after-day", "14 يوليو", LOOSE, 1, 1, QSA_FORM_MONTH, "تموز|بتموز", "", "" },
  { "month-of-two-words", "كانون الثاني 2021", LOOSE, 0, 2, QSA_FORM_MONTH, "يناير|جانفي",
    "", "كانون الثاني|كانون الاول" },
  { "month-is-two-words", "يناير 2021", LOOSE, 0, 1, QSA_FORM_MONTH, "كانون الثاني|جانفي",
    "", "" },
  { "month-alone", "تموز", LOOSE, 0, 1, QSA_FORM_TYPED, "بتموز", "", "يوليو|جويليه" },
  { "month-not-beside", "تموز مازن 2021", LOOSE, 0, 1, QSA_FORM_TYPED, "", "", "يوليو" },
  { "month-twice", "تموز/يوليو 2021", LOOSE, 0, 2, QSA_FORM_MONTH, "تموز|يوليو|جويليه",
    "", "" },
  { "month-beside-its-twin", "14 تموز/يوليو", LOOSE, 2, 1, QSA_FORM_MONTH, "تموز", "",
    "" },
  { "month-hijri", "ذو الحجة 1442", LOOSE, 0, 2, QSA_FORM_MONTH, "ذي الحجه|ذوالحجه", "",
    "" },
  { "month-is-a-party", "14 آذار", LOOSE, 1, 1, QSA_FORM_TYPED, "", "", "مارس" },
  { "month-is-another-party", "8 آذار", LOOSE, 1, 1, QSA_FORM_TYPED, "", "", "مارس" },
  { "month-brings-no-party", "14 مارس", LOOSE, 1, 1, QSA_FORM_TYPED, "", "", "اذار" },
  { "month-party-with-year", "14 آذار 2021", LOOSE, 1, 1, QSA_FORM_MONTH, "مارس", "",
    "" },
  { "month-is-a-name", "تيريزا ماي", LOOSE, 1, 1, QSA_FORM_TYPED, "", "", "مايو|ايار" },
  { "month-is-may", "8 ماي 2021", LOOSE, 1, 1, QSA_FORM_MONTH, "مايو|ايار", "", "" },
  { "month-is-father", "أب 2021", LOOSE, 0, 1, QSA_FORM_TYPED, "", "", "اغسطس" },
  { "month-is-august", "آب 2021", LOOSE, 0, 1, QSA_FORM_MONTH, "اغسطس", "", "" },
  { "month-no-day", "تموز 45", LOOSE, 0, 1, QSA_FORM_TYPED, "", "", "يوليو" },
  { "month-in-phrase", "14 تموز 2021", PHRASE, 1, 1, QSA_FORM_MONTH,
    "يوليو|يوليو تموز|تموز يوليو", "", "بيوليو" },
  { "inflections", "قرار", LOOSE, 0, 1, QSA_FORM_INFLECTION, "", "قرارات|القرارات", "" },
  { "inflections-of-article", "القرار", LOOSE, 0, 1, QSA_FORM_INFLECTION, "",
    "قرارات|القرارات", "" },
  { "inflections-of-feminine", "شركة", LOOSE, 0, 1, QSA_FORM_INFLECTION, "",
    "شركات|شركتها", "" },
  { "inflections-of-plural", "مسلحين", LOOSE, 0, 1, QSA_FORM_INFLECTION, "",
    "مسلح|المسلح|مسلحون|مسلحه", "" },
  { "inflections-not-in-phrase", "قرار", PHRASE, 0, 1, QSA_FORM_TYPED, "", "",
    "قرارات|القرار" },
  { "article-mostly", "الكتب", LOOSE, 0, 1, QSA_FORM_TYPED, "", "كتب|بكتب", "" },
  { "hamza-is-no-article", "ألماني", LOOSE, 0, 1, QSA_FORM_CLITIC, "الالماني", "",
    "ماني|بماني" },
  { "hamza-is-no-article-after-waw", "وألماني", LOOSE, 0, 1, QSA_FORM_CLITIC, "الماني",
    "", "ماني|بماني" },
  { "bare-alef-is-both", "الماني", LOOSE, 0, 1, QSA_FORM_CLITIC, "الالماني|ماني|بماني",
    "", "" },
  { "phrase-first", "انسحاب القوات الأمريكية", PHRASE, 0, 1, QSA_FORM_CLITIC,
    "لانسحاب|وانسحاب", "", "الانسحاب" },
  { "phrase-first-reduced", "لانسحاب القوات", PHRASE, 0, 1, QSA_FORM_CLITIC,
    "انسحاب|وانسحاب", "", "الانسحاب" },
  { "phrase-middle", "انسحاب القوات الأمريكية", PHRASE, 1, 1, QSA_FORM_TYPED, "", "",
    "للقوات|قوات" },
  { "phrase-last", "انسحاب القوات الأمريكية", PHRASE, 2, 1, QSA_FORM_VARIANT, "الاميركيه",
    "", "اميركيه|والاميركيه|الاميركيين|امريكيه" },
  { "phrase-first-variant", "الأمريكية", PHRASE, 0, 1, QSA_FORM_VARIANT,
    "الاميركيه|والاميركيه", "", "اميركيه|الاميركيين" },
  { "phrase-servant", "الملك عبد الله", PHRASE, 1, 2, QSA_FORM_JOINED, "عبدالله", "",
    "لعبدالله" },
  { "phrase-servant-joined", "الملك عبدالله", PHRASE, 1, 1, QSA_FORM_JOINED, "عبد الله",
    "", "لعبد الله" },
};

/* A query's words, with the memory that they stand in. */
typedef struct
{
  GPtrArray *strings;
  GArray *words; /* of QsaFormWord */
} Query;

static void
query_init (Query *query, const char *text)
{
  g_autoptr (QsaScanner) scanner = qsa_scanner_new ();
  QsaToken token;

  query->strings = g_ptr_array_new_with_free_func (g_free);
  query->words = g_array_new (FALSE, FALSE, sizeof (QsaFormWord));
  qsa_scanner_set_text (scanner, text, -1);
  while (qsa_scanner_next (scanner, &token))
    {
      QsaFormWord word = { g_strdup (token.folded), g_strdup (token.surface) };

      g_ptr_array_add (query->strings, (gpointer) word.folded);
      g_ptr_array_add (query->strings, (gpointer) word.surface);
      g_array_append_val (query->words, word);
    }
}

static void
query_clear (Query *query)
{
  g_ptr_array_unref (query->strings);
  g_array_unref (query->words);
}

static GPtrArray *
make_units (const Query *query, QsaFormRunKind kind, GHashTable *asked)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QsaVariantTable) table = qsa_variant_table_new_parse (spellings, -1, &error);
  QsaFormSource source = { look_up, asked, table };

  g_assert_no_error (error);
  return qsa_forms_of_run ((const QsaFormWord *) (gpointer) query->words->data,
                           query->words->len, kind, &source);
}

static const QsaFormUnit *
find_unit (GPtrArray *units, guint first, guint n_words)
{
  for (guint i = 0; i < units->len; i++)
    {
      const QsaFormUnit *unit = g_ptr_array_index (units, i);

      if (unit->first == first && unit->n_words == n_words)
        return unit;
    }
  return NULL;
}

static const QsaForm *
find_form (const QsaFormUnit *unit, const char *folded)
{
  for (guint i = 0; i < unit->forms->len; i++)
    {
      const QsaForm *form = g_ptr_array_index (unit->forms, i);

      if (g_str_equal (form->folded, folded))
        return form;
    }
  return NULL;
}

typedef enum
{
  ON,
  OFF,
  ABSENT,
} Expected;

static void
check_forms (const QsaFormUnit *unit, const char *list, QsaFormKind kind,
             Expected expected)
{
  g_auto (GStrv) words = g_strsplit (list, "|", -1);

  for (guint i = 0; words[i] != NULL && *list != '\0'; i++)
    {
      const QsaForm *form = find_form (unit, words[i]);
      Expected found = form == NULL ? ABSENT : form->on ? ON : OFF;

      if (found != expected)
        g_test_fail_printf ("%s is %s", words[i],
                            found == ON    ? "on"
                            : found == OFF ? "off"
                                           : "absent");
      if (form != NULL && expected == ON && kind != QSA_FORM_TYPED && form->kind != kind)
        g_test_fail_printf ("%s is of kind %d", words[i], form->kind);
    }
}

/* What the header promises of every answer. */
static void
check_units (GPtrArray *units, const Query *query)
{
  guint n_single = 0;
  guint longer_end = 0;

  for (guint i = 0; i < units->len; i++)
    {
      const QsaFormUnit *unit = g_ptr_array_index (units, i);
      const QsaForm *first = unit->forms->len > 0 ? unit->forms->pdata[0] : NULL;

      g_assert_nonnull (first);
      g_assert_cmpuint (unit->first + unit->n_words, <=, query->words->len);
      if (unit->n_words == 1)
        {
          g_assert_cmpuint (unit->first, ==, n_single++);
          g_assert_cmpint (first->kind, ==, QSA_FORM_TYPED);
          g_assert_cmpstr (first->folded, ==,
                           g_array_index (query->words, QsaFormWord, unit->first).folded);
        }
      else
        {
          g_assert_cmpuint (unit->first, >=, longer_end);
          longer_end = unit->first + unit->n_words;
        }
      for (guint f = 1; f < unit->forms->len; f++)
        {
          const QsaForm *form = unit->forms->pdata[f];
          const QsaForm *before = unit->forms->pdata[f - 1];

          g_assert_cmpuint (form->articles, >, 0);
          g_assert_true (before->kind == QSA_FORM_TYPED
                         || before->articles >= form->articles);
        }
    }
  g_assert_cmpuint (n_single, ==, query->words->len);
}

static void
test_run (gconstpointer data)
{
  const RunCase *c = data;
  g_autoptr (GPtrArray) units = NULL;
  const QsaFormUnit *unit;
  Query query;

  query_init (&query, c->query);
  units = make_units (&query, c->run, NULL);
  check_units (units, &query);
  unit = find_unit (units, c->first, c->n_words);
  g_assert_nonnull (unit);
  check_forms (unit, c->on, c->kind, ON);
  check_forms (unit, c->off, c->kind, OFF);
  check_forms (unit, c->absent, c->kind, ABSENT);
  query_clear (&query);
}

static const char *const runs_without_longer_units[] = {
  "أبى الرئيس",    /* "refused", no father */
  "14 آذار",       /* one word of the two is no month's name */
  "القوات انسحاب", /* two words */
  "كانون الثاني",  /* no number beside it */
  "ما القرار",     /* not every ما is joined */
  "عبد قرار",      /* nor every عبد */
  "",
};

static void
test_no_longer_unit (gconstpointer data)
{
  g_autoptr (GPtrArray) units = NULL;
  Query query;

  query_init (&query, data);
  units = make_units (&query, LOOSE, NULL);
  check_units (units, &query);
  g_assert_cmpuint (units->len, ==, query.words->len);
  query_clear (&query);
}

/* House spellings are shown as people write them. */
static void
test_printed (void)
{
  static const struct
  {
    const char *query;
    const char *form;
    const char *printed;
  } cases[] = {
    { "الامريكيه", "الاميركيه", "الأميركية" },
    { "الامريكيه", "والامريكيون", "والأمريكيون" },
    { "المسيولين", "مسوولي", "مسؤولي" },
    { "المسيولين", "والمسيولون", "والمسئولون" },
    { "مليشيات", "الميليشيات", "الميليشيات" },
    { "سوريا", "بسوريه", "بسورية" },
    { "راسمال", "براس المال", "برأس المال" },
    { "بيلاروسيا", "روسيا البيضاء", "روسيا البيضاء" },
    { "القرار", "قرار", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) units = NULL;
      const QsaForm *form;
      Query query;

      query_init (&query, cases[i].query);
      units = make_units (&query, LOOSE, NULL);
      form = find_form (units->pdata[0], cases[i].form);
      g_assert_nonnull (form);
      g_assert_cmpstr (form->printed, ==, cases[i].printed);
      query_clear (&query);
    }
}

/* Of several words the rarest one's count is an upper bound. */
static void
test_articles_of_several_words (void)
{
  g_autoptr (GPtrArray) units = NULL;
  Query query;

  query_init (&query, "عبدالله");
  units = make_units (&query, LOOSE, NULL);
  g_assert_cmpuint (find_form (units->pdata[0], "عبد الله")->articles, ==, 2000);
  query_clear (&query);
}

/* A keystroke waits for the vocabulary: some hundred questions a word, each asked once a run. */
static void
test_questions (void)
{
  static const char *const texts[] = { "الأمريكية", "المسئولين", "ميليشيا",
                                       "عبدالله",   "القرار",    "الماني" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GHashTable)
          asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autofree char *twice = g_strjoin (" القوات ", texts[i], texts[i], NULL);
      g_autoptr (GPtrArray) units = NULL;
      Query query;

      query_init (&query, twice);
      units = make_units (&query, LOOSE, asked);
      g_test_message ("%s: %u questions", texts[i], g_hash_table_size (asked));
      g_assert_cmpuint (g_hash_table_size (asked), <=, 400);
      query_clear (&query);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (run_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/text/form-run/", run_cases[i].name, NULL);

      g_test_add_data_func (path, &run_cases[i], test_run);
    }
  for (guint i = 0; i < G_N_ELEMENTS (runs_without_longer_units); i++)
    {
      g_autofree char *path = g_strdup_printf ("/text/form-run/no-longer-unit/%u", i);

      g_test_add_data_func (path, runs_without_longer_units[i], test_no_longer_unit);
    }
  g_test_add_func ("/text/form-run/articles-of-several-words",
                   test_articles_of_several_words);
  g_test_add_func ("/text/form-run/printed", test_printed);
  g_test_add_func ("/text/form-run/questions", test_questions);
  return g_test_run ();
}
