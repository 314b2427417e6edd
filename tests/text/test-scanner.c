/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-scanner.h"

#include <string.h>

/* A text and its words: "printed=folded" for each token, joined by " | ". "=folded" is left out
 * where the two are the same. */
typedef struct
{
  const char *name;
  const char *text;
  const char *words;
} ScanCase;

static const ScanCase scan_cases[] = {
  { "full-stop-between-words", "القاهرة.وقال", "القاهرة=القاهره | وقال" },
  { "agency-initials", "أ.ف.ب", "أ=ا | ف | ب" },
  { "digits-before-letters", "100ألف", "100 | ألف=الف" },
  { "digits-after-letters", "كوفيد19", "كوفيد | 19" },
  { "hyphen", "كوفيد-19", "كوفيد | 19" },
  { "latin-digits", "G20 F-16", "G=g | 20 | F=f | 16" },
  { "script-border", "الـBBC", "الـ=ال | BBC=bbc" },
  { "hashtag", "#الكلمة_الثانية", "الكلمة=الكلمه | الثانية=الثانيه" },
  { "mention", "@name_of", "name | of" },
  { "address", "a@b.org", "a | b | org" },
  { "apostrophe", "l'OTAN d’accord", "l | OTAN=otan | d | accord" },
  { "quotes-glued", "«نص»\"نص\"", "نص | نص" },
  { "arabic-punctuation", "نعم،لا؛نعم؟", "نعم | لا | نعم" },
  { "slash", "آذار/مارس", "آذار=اذار | مارس" },
  { "hijri-era", "1436هـ", "1436 | هـ=ه" },
  { "trailing-rlm", "كتاب\u200f.", "كتاب" },
  { "rlm-inside", "كت\u200fاب قلم", "كت\u200fاب=كتاب | قلم" },
  { "rlm-both-edges", "\u200fكت\u200fاب\u200f قلم", "كت\u200fاب=كتاب | قلم" },
  { "zwnj-inside", "می\u200cخواهم", "می\u200cخواهم=ميخواهم" },
  { "nbsp", "وزير\u00a0الدفاع", "وزير | الدفاع" },
  { "lam-alef-form", "ﺳﻼم ﻷن", "ﺳﻼم=سلام | ﻷن=لان" },
  { "hamza-apart", "ا\u0654حمد قال", "ا\u0654حمد=احمد | قال" },
  { "tashkeel-inside", "يُعْقَدُ اليوم", "يُعْقَدُ=يعقد | اليوم" },
  { "tatweel-inside", "الســلام عليكم", "الســلام=السلام | عليكم" },
  { "persian", "کتابی چاپ", "کتابی=كتابي | چاپ=جاب" },
  { "kurdish", "هەڵۆ ڕێگا", "هەڵۆ=ههلو | ڕێگا=ريكا" },
  { "phrase-letter-glued", "النبيﷺقال",
    "النبي | ﷺ=صلي | ﷺ=الله | ﷺ=عليه | ﷺ=وسلم | قال" },
  { "leading-rlm", "\u200fكتاب", "كتاب" },
  { "leading-tatweel", "ـكتاب", "كتاب" },
  { "trailing-tatweel", "كتابـ", "كتابـ=كتاب" },
  { "trailing-tashkeel", "كتابٌ.", "كتابٌ=كتاب" },
  { "tashkeel-alone", "\u064e\u064f نص", "نص" },
  { "phrase-letter", "ﷺ", "ﷺ=صلي | ﷺ=الله | ﷺ=عليه | ﷺ=وسلم" },
  { "phrase-letter-twice", "ﷻﷻ", "ﷻ=جل | ﷻ=جلاله | ﷻ=جل | ﷻ=جلاله" },
  { "number-plain", "2500", "2500" },
  { "number-comma-groups", "2,500", "2,500=2500" },
  { "number-arabic-digits", "٢٥٠٠", "٢٥٠٠=2500" },
  { "number-arabic-groups", "٢٬٥٠٠", "٢٬٥٠٠=2500" },
  { "number-millions", "1,234,567", "1,234,567=1234567" },
  { "number-point-groups", "1.600.000", "1.600.000=1600000" },
  { "number-arabic-comma-groups", "4،000", "4،000=4000" },
  { "number-groups-decimals", "1,234,567.89", "1,234,567.89=1234567.89" },
  { "number-groups-decimals-european", "1.234.567,89", "1.234.567,89=1234567.89" },
  { "decimal-point", "2.5", "2.5" },
  { "decimal-comma", "2,5", "2,5=2.5" },
  { "decimal-arabic", "٢٫٥", "٢٫٥=2.5" },
  { "decimal-three-places", "0,125", "0,125=0.125" },
  { "decimal-rate", "1.1845", "1.1845" },
  { "decimal-long-whole", "6822,29", "6822,29=6822.29" },
  { "number-date-dots", "17.03.2020", "17 | 03 | 2020" },
  { "number-date-dots-short", "7.3.2020", "7 | 3 | 2020" },
  { "number-month-year", "03.2020", "03 | 2020" },
  { "number-list", "1,2,3", "1 | 2 | 3" },
  { "number-list-long", "1,2,3,4,5,6", "1 | 2 | 3 | 4 | 5 | 6" },
  { "number-years", "2015,2016", "2015 | 2016" },
  { "number-minutes", "58،78", "58 | 78" },
  { "number-uneven-groups", "100,20,300", "100 | 20 | 300" },
  { "number-address", "192.168.1.10", "192 | 168 | 1 | 10" },
  { "number-time", "14:30", "14 | 30" },
  { "number-percent", "%5", "5" },
  { "number-sentence-end", "عام 2020. وبعد", "عام | 2020 | وبعد" },
  { "number-sentence-end-glued", "عام 2020.وبعد", "عام | 2020 | وبعد" },
  { "number-comma-end", "في 2020, وبعد", "في | 2020 | وبعد" },
  { "number-separator-first", ",500", "500" },
  { "cjk", "中国和日本", "中国 | 和 | 日本" },
  { "thai", "ภาษาไทย", "ภาษา | ไทย" },
  { "cyrillic", "Слово.слово", "Слово=слово | слово" },
  { "cyrillic-combining", "и\u0306од", "и\u0306од=йод" },
  { "hebrew", "שלום עולם", "שלום | עולם" },
  { "scripts-mixed", "نصМоскваBBC東", "نص | Москва=москва | BBC=bbc | 東" },
  { "fullwidth", "ＡＢＣ", "ＡＢＣ=abc" },
  { "emoji", "نص😀نص 👩‍👩‍👧", "نص | نص" },
  { "symbols", "→ ★ € © ®", "" },
  { "greek-spacing-mark", "ͺα", "ͺα=ια" },
  { "invalid-byte", "كت\xd9\xff اب", "كت | اب" },
  { "invalid-lone-continuation", "\x80كتاب\xbf", "كتاب" },
  { "invalid-truncated-three", "كت\xe2\x80", "كت" },
  { "invalid-truncated-four", "كت\xf0\x9f\x98", "كت" },
  { "invalid-overlong-two", "a\xc1\x81z", "a | z" },
  { "invalid-overlong-three", "a\xe0\x80\xafz", "a | z" },
  { "invalid-overlong-four", "a\xf0\x80\x80\xafz", "a | z" },
  { "invalid-surrogate", "a\xed\xb0\x80z", "a | z" },
  { "invalid-above-unicode", "a\xf4\x90\x80\x80z", "a | z" },
  { "invalid-five-bytes", "a\xf8\x88\x80\x80\x80z", "a | z" },
  { "control",
    "a\x01"
    "b\x1b"
    "c\x7f"
    "d",
    "a | b | c | d" },
  { "newlines", "نص\r\nنص\n\nنص", "نص | نص | نص" },
  { "empty", "", "" },
};

static char *
join_words (QsaScanner *scanner, const char *text, gsize text_bytes)
{
  g_autoptr (GString) words = g_string_new (NULL);
  QsaToken token;
  guint position = 0;

  qsa_scanner_set_text (scanner, text, (gssize) text_bytes);
  while (qsa_scanner_next (scanner, &token))
    {
      g_autofree char *printed = g_strndup (text + token.start_byte,
                                            token.end_byte - token.start_byte);

      g_assert_cmpuint (token.position, ==, position++);
      g_assert_cmpuint (strlen (token.folded), ==, token.folded_bytes);
      g_assert_cmpuint (strlen (token.surface), ==, token.surface_bytes);
      g_assert_cmpint (token.surface_differs, ==,
                       strcmp (token.folded, token.surface) != 0);
      if (words->len > 0)
        g_string_append (words, " | ");
      g_string_append (words, printed);
      if (!g_str_equal (printed, token.folded))
        g_string_append_printf (words, "=%s", token.folded);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
test_scan (gconstpointer data)
{
  const ScanCase *c = data;
  g_autoptr (QsaScanner) scanner = qsa_scanner_new ();
  gsize n_bytes = strlen (c->text);
  /* Exact, so that the sanitizer sees a read past the end. */
  g_autofree char *exact = g_memdup2 (c->text, MAX (n_bytes, 1));
  g_autofree char *words = join_words (scanner, exact, n_bytes);
  g_autofree char *again = join_words (scanner, exact, n_bytes);

  g_assert_cmpstr (words, ==, c->words);
  g_assert_cmpstr (again, ==, c->words);
}

static void
test_kinds (void)
{
  static const QsaTokenKind kinds[] = { QSA_TOKEN_ARABIC, QSA_TOKEN_LATIN,
                                        QSA_TOKEN_NUMBER, QSA_TOKEN_OTHER };
  g_autoptr (QsaScanner) scanner = qsa_scanner_new ();
  QsaToken token;

  qsa_scanner_set_text (scanner, "نص text ٢٠ слово", -1);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_assert_true (qsa_scanner_next (scanner, &token));
      g_assert_cmpint (token.kind, ==, kinds[i]);
    }
  g_assert_false (qsa_scanner_next (scanner, &token));
  g_assert_false (qsa_scanner_next (scanner, &token));
}

/* A new text forgets the old one wherever it was left. */
static void
test_reset (void)
{
  static const char *const texts[] = { "ﷺ نص", "東京タワー", "17.03.2020", "كتاب" };
  QsaToken token;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (QsaScanner) scanner = qsa_scanner_new ();
      g_autofree char *words = NULL;

      qsa_scanner_set_text (scanner, texts[i], -1);
      g_assert_true (qsa_scanner_next (scanner, &token));
      words = join_words (scanner, "7.5 نص", strlen ("7.5 نص"));
      g_assert_cmpstr (words, ==, "7.5 | نص");
    }
}

/* No limit on the length of a word. */
static void
test_long_word (void)
{
  g_autoptr (QsaScanner) scanner = qsa_scanner_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  QsaToken token;

  for (guint i = 0; i < 500000; i++)
    g_string_append (text, "أ");
  qsa_scanner_set_text (scanner, text->str, (gssize) text->len);
  g_assert_true (qsa_scanner_next (scanner, &token));
  g_assert_cmpuint (token.folded_bytes, ==, 1000000);
  g_assert_cmpuint (token.end_byte, ==, 1000000);
  g_assert_false (qsa_scanner_next (scanner, &token));
}

/* Nor on their number; a list of numbers is not read again from each of them. */
static void
test_long_list (void)
{
  g_autoptr (QsaScanner) scanner = qsa_scanner_new ();
  g_autoptr (GString) text = g_string_new ("1");
  QsaToken token;
  guint n_tokens = 0;

  for (guint i = 0; i < 200000; i++)
    g_string_append (text, ",1");
  qsa_scanner_set_text (scanner, text->str, (gssize) text->len);
  while (qsa_scanner_next (scanner, &token))
    n_tokens++;
  g_assert_cmpuint (n_tokens, ==, 200001);
}

static void
test_nul_inside (void)
{
  g_autoptr (QsaScanner) scanner = qsa_scanner_new ();
  g_autofree char *words = join_words (scanner, "نص\0نص", strlen ("نص") * 2 + 1);

  g_assert_cmpstr (words, ==, "نص | نص");
}

/* Whatever the bytes: ranges ascend and lie in the text, forms are valid and free of controls. */
static void
test_random_bytes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autoptr (QsaScanner) scanner = qsa_scanner_new ();

  for (guint round = 0; round < 3000; round++)
    {
      guint8 bytes[64];
      gsize n_bytes = (gsize) g_rand_int_range (random, 0, sizeof bytes);
      gsize last_start = 0;
      QsaToken token;

      for (gsize i = 0; i < n_bytes; i++)
        bytes[i] = g_rand_boolean (random)
                       ? (guint8) g_rand_int_range (random, 0xd8, 0xdc)
                       : (guint8) g_rand_int_range (random, 0, 256);
      qsa_scanner_set_text (scanner, (const char *) bytes, (gssize) n_bytes);
      while (qsa_scanner_next (scanner, &token))
        {
          g_assert_cmpuint (token.start_byte, >=, last_start);
          g_assert_cmpuint (token.end_byte, >, token.start_byte);
          g_assert_cmpuint (token.end_byte, <=, n_bytes);
          g_assert_true (
              g_utf8_validate (token.folded, (gssize) token.folded_bytes, NULL));
          g_assert_true (
              g_utf8_validate (token.surface, (gssize) token.surface_bytes, NULL));
          for (gsize i = 0; i < token.folded_bytes; i++)
            g_assert_cmpint ((guint8) token.folded[i], >=, 0x20);
          last_start = token.start_byte;
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (scan_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/text/scanner/", scan_cases[i].name, NULL);

      g_test_add_data_func (path, &scan_cases[i], test_scan);
    }
  g_test_add_func ("/text/scanner/kinds", test_kinds);
  g_test_add_func ("/text/scanner/reset", test_reset);
  g_test_add_func ("/text/scanner/long-word", test_long_word);
  g_test_add_func ("/text/scanner/long-list", test_long_list);
  g_test_add_func ("/text/scanner/nul-inside", test_nul_inside);
  g_test_add_func ("/text/scanner/random-bytes", test_random_bytes);
  return g_test_run ();
}
