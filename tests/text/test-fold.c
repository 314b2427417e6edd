/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-fold.h"
#include "qsa-letters.h"

#include <string.h>
#include <unicode/uchar.h>

typedef struct
{
  const char *name;
  const char *text;
  const char *folded;
  const char *surface; /* NULL: as folded */
} FoldCase;

static const FoldCase fold_cases[] = {
  { "hamza-on-alef", "أحمد", "احمد", "أحمد" },
  { "hamza-below-alef", "إيران", "ايران", "إيران" },
  { "madda", "آخر", "اخر", "آخر" },
  { "wasla", "ٱلكتاب", "الكتاب", "ٱلكتاب" },
  { "hamza-on-waw", "مسؤول", "مسوول", "مسؤول" },
  { "hamza-on-yeh", "مسئول", "مسيول", "مسئول" },
  { "alef-maqsura", "مصطفى", "مصطفي", "مصطفى" },
  { "teh-marbuta", "القاهرة", "القاهره", "القاهرة" },
  { "final-hamza-stays", "علماء", "علماء", NULL },
  { "final-hamza-stays-apart", "إنهاء أنها آلاء إلا", "انهاء انها الاء الا",
    "إنهاء أنها آلاء إلا" },
  { "final-yeh-hamza", "شيء", "شي", "شيء" },
  { "final-maqsura-hamza", "شىء", "شي", "شىء" },
  { "final-hamza-on-yeh", "شئ", "شي", "شئ" },
  { "final-yeh-hamza-vowelled", "شَيْءٌ", "شي", "شيء" },
  { "yeh-hamza-inside", "شيئا", "شييا", "شيئا" },
  { "yeh-hamza-before-letter", "مليءا", "مليءا", NULL },
  { "harakat", "يُعْقَدُ المُؤْتَمَرُ", "يعقد الموتمر", "يعقد المؤتمر" },
  { "shadda-tanwin", "محمّدٌ قراراً", "محمد قرارا", NULL },
  { "superscript-alef", "هٰذا", "هذا", NULL },
  { "koranic-marks", "قۖلۥ", "قل", NULL },
  { "arabic-extended-marks", "كࣰتاب", "كتاب", NULL },
  { "tatweel", "الســـلام", "السلام", NULL },
  { "tatweel-alone", "نص ـــ نص", "نص نص", NULL },
  { "tatweel-after-article", "الـ\"نص\"", "ال نص", NULL },
  { "persian-kaf-yeh", "کتابی", "كتابي", NULL },
  { "swash-kaf", "ڪتاب", "كتاب", NULL },
  { "persian-letters", "پاریس چای گوگل", "باريس جاي كوكل", "پاريس چاي گوگل" },
  { "v", "ڤيينا", "فيينا", "ڤيينا" },
  { "kurdish", "هەڵۆ ڕێگا", "ههلو ريكا", "هەڵۆ ڕێگا" },
  { "urdu", "ہے یۓ", "هي يي", "ہے يۓ" },
  { "heh-doachashmee", "ھذا", "هذا", "ھذا" },
  { "maghreb-g", "ڨفصة أݣادير", "قفصه اكادير", "ڨفصة أݣادير" },
  { "arabic-indic-digits", "٢٠٢٠", "2020", NULL },
  { "persian-digits", "۱۴۰۰", "1400", NULL },
  { "composed-hamza-above", "ا\u0654حمد", "احمد", "أحمد" },
  { "composed-hamza-below", "ا\u0655يران", "ايران", "إيران" },
  { "composed-madda", "ا\u0653خر", "اخر", "آخر" },
  { "composed-waw", "مسو\u0654ول", "مسوول", "مسؤول" },
  { "composed-yeh", "مسي\u0654ول", "مسيول", "مسئول" },
  { "composed-maqsura", "شى\u0654", "شي", "شئ" },
  { "composed-after-vowel", "ا\u064e\u0654حمد", "احمد", "أحمد" },
  { "composed-before-vowel", "ا\u0654\u064eحمد", "احمد", "أحمد" },
  { "hamza-on-tatweel", "سو\u0640\u0654", "سو", NULL },
  { "hamza-on-other-letter", "ب\u0654ت", "بت", NULL },
  { "rlm-inside", "كت\u200fاب", "كتاب", NULL },
  { "zwnj-inside", "می\u200cخواهم", "ميخواهم", NULL },
  { "zwj-alm-bom-inside", "ك\u200dت\u061cا\ufeffب", "كتاب", NULL },
  { "soft-hyphen", "كت\u00adاب", "كتاب", NULL },
  { "nbsp", "وزير\u00a0الدفاع", "وزير الدفاع", NULL },
  { "narrow-nbsp", "وزير\u202fالدفاع", "وزير الدفاع", NULL },
  { "ligature-salla", "ﷺ", "صلي الله عليه وسلم", "صلى الله عليه وسلم" },
  { "ligature-salla-glued", "محمدﷺقال", "محمد صلي الله عليه وسلم قال",
    "محمد صلى الله عليه وسلم قال" },
  { "ligature-jalla", "ﷻ", "جل جلاله", NULL },
  { "ligature-allah", "عبدﷲ", "عبدالله", NULL },
  { "ligature-rial", "﷼", "ريال", NULL },
  { "lam-alef-isolated", "ﻻ", "لا", NULL },
  { "lam-alef-final", "ﺳﻼم", "سلام", NULL },
  { "lam-alef-hamza", "ﻷن", "لان", "لأن" },
  { "lam-alef-hamza-below", "ﻹنقاذ", "لانقاذ", "لإنقاذ" },
  { "lam-alef-madda", "ﻵلئ", "لالي", "لآلئ" },
  { "presentation-word", "ﺍﻟﻌﺮﺍﻕ", "العراق", NULL },
  { "presentation-hamza-seats", "ﻣﺴﺆﻭﻝ ﻣﺴﺌﻮﻝ", "مسوول مسيول", "مسؤول مسئول" },
  { "presentation-persian", "ﭘﮔﮐ", "بكك", "پگك" },
  { "presentation-tashkeel", "كﹶتب", "كتب", NULL },
  { "presentation-ligature", "ﰷﱂ", "كالم", NULL },
  { "latin-lower", "NATO Reuters", "nato reuters", NULL },
  { "latin-accents", "Émile Škoda Çelik", "emile skoda celik", "émile škoda çelik" },
  { "latin-accents-decomposed", "E\u0301mile", "emile", "émile" },
  { "latin-turkish", "İstanbul Ağrı", "istanbul agri", "istanbul ağrı" },
  { "latin-extended", "Việt Ḥasan", "viet hasan", "việt ḥasan" },
  { "latin-strokes", "Øre Łódź", "ore lodz", "øre łódź" },
  { "latin-ligature", "ﬁnal", "final", NULL },
  { "latin-transliteration", "ʿAbd al-Raḥmān", "abd al rahman", "abd al raḥmān" },
  { "apostrophes", "don't l’été", "don t l ete", "don t l été" },
  { "cyrillic", "Москва", "москва", NULL },
  { "greek", "Αθήνα", "αθήνα", NULL },
  { "control-bytes", "نص\x01نص\x1f", "نص نص", NULL },
  { "invalid-byte", "نص\xffنص", "نص نص", NULL },
  { "truncated-end", "نص\xd9", "نص", NULL },
  { "overlong", "نص\xc0\xafنص", "نص نص", NULL },
  { "surrogate", "نص\xed\xa0\x80نص", "نص نص", NULL },
  { "empty", "", "", NULL },
  { "punctuation-only", "، . ؟ !", "", NULL },
};

static void
test_fold (gconstpointer data)
{
  const FoldCase *c = data;
  g_autofree char *folded = qsa_fold_text (c->text, -1);
  g_autofree char *surface = qsa_surface_text (c->text, -1);
  g_autofree char *again = qsa_fold_text (folded, -1);

  g_assert_cmpstr (folded, ==, c->folded);
  g_assert_cmpstr (surface, ==, c->surface != NULL ? c->surface : c->folded);
  /* What is folded stays as it is. */
  g_assert_cmpstr (again, ==, folded);
}

static void
test_nul_inside (void)
{
  const char text[] = "نص\0نص";
  g_autofree char *folded = qsa_fold_text (text, sizeof text - 1);

  g_assert_cmpstr (folded, ==, "نص نص");
}

static void
test_letters (void)
{
  g_assert_cmphex (qsa_surface_letter (0x6a9), ==, 0x643);
  g_assert_cmphex (qsa_surface_letter (0x649), ==, 0x649);
  g_assert_cmphex (qsa_surface_letter (0x640), ==, 0);
  g_assert_cmphex (qsa_surface_letter (0x64e), ==, 0);
  g_assert_cmphex (qsa_surface_letter (0x200f), ==, 0);
  g_assert_cmphex (qsa_surface_letter (0x663), ==, '3');
  g_assert_cmphex (qsa_surface_letter (0xfe8d), ==, 0x627);
  g_assert_cmphex (qsa_surface_letter (0xfefb), ==, 0xfefb);
  g_assert_cmphex (qsa_surface_letter ('A'), ==, 'a');
  g_assert_cmphex (qsa_surface_letter (' '), ==, ' ');
  g_assert_cmphex (qsa_folded_letter (0x649), ==, 0x64a);
  g_assert_cmphex (qsa_folded_letter (0x629), ==, 0x647);
  g_assert_cmphex (qsa_folded_letter (0x621), ==, 0x621);
  g_assert_cmphex (qsa_folded_letter (0xe9), ==, 'e');
  g_assert_cmphex (qsa_folded_letter ('5'), ==, '5');
  g_assert_cmphex (qsa_folded_letter (' '), ==, ' ');
}

/* The tables are by hand; Unicode knows the categories. */
/* Words that a reader tells apart: what folding joins the letters as printed keep apart. */
typedef struct
{
  const char *name;
  const char *one;
  const char *other;
  gboolean same_folded;
  gboolean same_surface;
} PairCase;

static const PairCase pair_cases[] = {
  { "on-and-ali", "على", "علي", TRUE, FALSE },
  { "group-and-in-it", "فئة", "فيه", TRUE, FALSE },
  { "currency-and-his-work", "عملة", "عمله", TRUE, FALSE },
  { "ending-and-that-she", "إنهاء", "أنها", FALSE, FALSE },
  { "blessings-and-except", "آلاء", "إلا", FALSE, FALSE },
  { "scholars-and-knowledge", "علماء", "علما", FALSE, FALSE },
  { "thing-in-two-spellings", "شيء", "شئ", TRUE, FALSE },
  { "vowels-and-none", "كِتَابٌ", "كتاب", TRUE, TRUE },
  { "tatweel-and-none", "كتـــاب", "كتاب", TRUE, TRUE },
  { "persian-and-arabic-kaf", "کتاب", "كتاب", TRUE, TRUE },
  { "composed-and-decomposed", "أحمد", "ا\u0654حمد", TRUE, TRUE },
  { "presentation-forms", "ﺳﻼم", "سلام", TRUE, TRUE },
  { "hamza-and-none", "أحمد", "احمد", TRUE, FALSE },
};

static void
test_pair (gconstpointer data)
{
  const PairCase *c = data;
  g_autofree char *one_folded = qsa_fold_text (c->one, -1);
  g_autofree char *other_folded = qsa_fold_text (c->other, -1);
  g_autofree char *one_surface = qsa_surface_text (c->one, -1);
  g_autofree char *other_surface = qsa_surface_text (c->other, -1);

  g_assert_cmpint (g_str_equal (one_folded, other_folded), ==, c->same_folded);
  g_assert_cmpint (g_str_equal (one_surface, other_surface), ==, c->same_surface);
}

static void
test_classes (void)
{
  for (gunichar c = 0; c < 0x110000; c++)
    {
      int8_t category = u_charType ((UChar32) c);
      QsaLetterClass found = qsa_letter_class (c);

      if (category == U_FORMAT_CHAR && c != 0x70f && c < 0x10000)
        g_assert_cmpint (found, ==, QSA_LETTER_FORMAT);
      if (found == QSA_LETTER_ARABIC || found == QSA_LETTER_LATIN)
        g_assert_true (u_isalpha ((UChar32) c) || category == U_UNASSIGNED);
      if (found == QSA_LETTER_DIGIT)
        {
          g_assert_cmpint (u_charDigitValue ((UChar32) c), ==, qsa_letter_digit (c));
        }
      if (found == QSA_LETTER_SEPARATOR && c < 0xd800)
        g_assert_false (u_isalpha ((UChar32) c) && c >= 0x300 && c < 0x2000);
      if (c < 0x20 || category == U_CONTROL_CHAR || category == U_SPACE_SEPARATOR)
        g_assert_cmpint (found, ==, QSA_LETTER_SEPARATOR);
    }
}

static void
test_latin_table (void)
{
  for (gunichar c = 0xc0; c < QSA_LATIN_LETTERS; c++)
    {
      gunichar parts[8];
      gunichar lower;

      if (qsa_letter_class (c) != QSA_LETTER_LATIN)
        continue;
      lower = (gunichar) u_tolower ((UChar32) c);
      g_assert_cmphex (qsa_letter_surface (c), ==, lower);
      if (qsa_letter_decompose (lower, parts, 8) > 1
          && u_charType ((UChar32) parts[1]) == U_NON_SPACING_MARK)
        g_assert_cmphex (qsa_letter_folded (lower), ==, qsa_letter_folded (parts[0]));
      g_assert_cmphex (qsa_letter_folded (qsa_letter_folded (lower)), ==,
                       qsa_letter_folded (lower));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fold_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/text/fold/", fold_cases[i].name, NULL);

      g_test_add_data_func (path, &fold_cases[i], test_fold);
    }
  for (guint i = 0; i < G_N_ELEMENTS (pair_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/text/fold/pair/", pair_cases[i].name, NULL);

      g_test_add_data_func (path, &pair_cases[i], test_pair);
    }
  g_test_add_func ("/text/fold/nul-inside", test_nul_inside);
  g_test_add_func ("/text/fold/letters", test_letters);
  g_test_add_func ("/text/fold/classes", test_classes);
  g_test_add_func ("/text/fold/latin-table", test_latin_table);
  return g_test_run ();
}
