/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How fast the scanner cuts Arabic text: generated text with harakat, tatweel, numbers and Latin
 * names, and the articles of ant-v2.1 where the folder that QSA_SHARED names has them; beside
 * them, ICU's word breaks over the same bytes, the iterator kept. */

#include <stdio.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "qsa-scanner.h"

#include "../text/shared-articles.h"

#define BENCH_BYTES (16 * 1000 * 1000)
#define BENCH_ROUNDS 3

static void
append_article (const char *text, gsize text_bytes, gpointer user_data)
{
  GString *all = user_data;

  if (all->len < 2 * BENCH_BYTES)
    g_string_append_len (all, text, (gssize) text_bytes);
}

static GString *
generate_text (void)
{
  static const char *const words[] = {
    "أعلنت", "الوزارة",  "في",     "القاهرة", "أن",      "المشروعَ", "سيبدأ",
    "خلال",  "2,500",    "يوم،",   "وقال",    "المتحدث", "إن",      "«التنفيذ»",
    "يُعَدّ",   "الســابع", "من",     "نوعه",    "BBC",     "٢٠٢٠.",   "مسؤولون",
    "إلى",   "على",      "الشؤون", "هيئة",
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  GString *text = g_string_sized_new (BENCH_BYTES + 64);

  while (text->len < BENCH_BYTES)
    {
      g_string_append (text, words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
      g_string_append_c (text, g_rand_int_range (random, 0, 60) == 0 ? '\n' : ' ');
    }
  return text;
}

static double
measure_scanner (const GString *text, guint64 *n_tokens)
{
  g_autoptr (QsaScanner) scanner = qsa_scanner_new ();
  gint64 start = g_get_monotonic_time ();
  QsaToken token;

  *n_tokens = 0;
  for (guint i = 0; i < BENCH_ROUNDS; i++)
    {
      qsa_scanner_set_text (scanner, text->str, (gssize) text->len);
      while (qsa_scanner_next (scanner, &token))
        *n_tokens += 1;
    }
  *n_tokens /= BENCH_ROUNDS;
  return (double) text->len * BENCH_ROUNDS / (double) (g_get_monotonic_time () - start);
}

static double
measure_icu (const GString *text, guint64 *n_words)
{
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *breaks = ubrk_open (UBRK_WORD, "root", NULL, 0, &status);
  UText *utext = utext_openUTF8 (NULL, text->str, (gint64) text->len, &status);
  gint64 start = g_get_monotonic_time ();
  double speed;

  *n_words = 0;
  ubrk_setUText (breaks, utext, &status);
  while (ubrk_next (breaks) != UBRK_DONE)
    *n_words += ubrk_getRuleStatus (breaks) >= UBRK_WORD_NONE_LIMIT;
  speed = (double) text->len / (double) (g_get_monotonic_time () - start);
  utext_close (utext);
  ubrk_close (breaks);
  return speed;
}

static void
report (const char *name, const GString *text)
{
  guint64 n_tokens;
  guint64 n_words;
  double scanner = measure_scanner (text, &n_tokens);
  double icu = measure_icu (text, &n_words);

  printf ("%s, %.1f MB: scanner %.0f MB/s, %" G_GUINT64_FORMAT
          " words; ICU word breaks alone %.0f MB/s, %" G_GUINT64_FORMAT " words\n",
          name, (double) text->len / 1e6, scanner, n_tokens, icu, n_words);
}

int
main (void)
{
  GString *generated = generate_text ();
  GString *articles = g_string_new (NULL);
  g_autofree char *folder = shared_dup_path ("corpora/ant-v2.1");

  report ("generated text", generated);
  if (folder != NULL)
    shared_each_article (folder, append_article, articles);
  if (articles->len > 0)
    report ("ant-v2.1", articles);
  else
    printf ("no articles; set QSA_SHARED to the folder that has corpora/\n");
  g_string_free (generated, TRUE);
  g_string_free (articles, TRUE);
  return 0;
}
