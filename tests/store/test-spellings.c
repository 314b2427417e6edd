/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-spellings.h"

#include "qsa-fold.h"

typedef struct
{
  const char *path;
  const char *folded;
  const char *has[6];
} HasCase;

static const HasCase has_cases[] = {
  { "/store/spellings/yeh", "علي", { "على", "علئ" } },
  { "/store/spellings/teh", "فيه", { "فية", "فئة", "فىه" } },
  { "/store/spellings/alef", "احمد", { "أحمد", "إحمد", "آحمد", "ٱحمد" } },
  { "/store/spellings/inner-alef", "سال", { "سأل", "سآل" } },
  { "/store/spellings/waw", "مسوول", { "مسؤول" } },
  { "/store/spellings/hamza-at-the-end", "شي", { "شيء", "شئ", "شىء" } },
  { "/store/spellings/borrowed", "بريس", { "پريس" } },
  { "/store/spellings/latin", "cafe", { "café" } },
};

static void
test_has (gconstpointer data)
{
  const HasCase *test = data;
  g_auto (GStrv) spellings = qsa_spellings_of (test->folded);

  for (guint i = 0; i < G_N_ELEMENTS (test->has) && test->has[i] != NULL; i++)
    g_assert_true (g_strv_contains ((const char *const *) spellings, test->has[i]));
}

/* Whatever is made is a surface form, folds to the word, is not the word, and is made once. */
static void
assert_spellings (const char *folded)
{
  g_auto (GStrv) spellings = qsa_spellings_of (folded);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; spellings[i] != NULL; i++)
    {
      g_autofree char *fold = qsa_fold_text (spellings[i], -1);
      g_autofree char *surface = qsa_surface_text (spellings[i], -1);

      g_assert_cmpstr (fold, ==, folded);
      g_assert_cmpstr (surface, ==, spellings[i]);
      g_assert_cmpstr (spellings[i], !=, folded);
      g_assert_true (g_hash_table_add (seen, spellings[i]));
    }
  g_assert_cmpuint (g_hash_table_size (seen), <, QSA_SPELLINGS_MAX);
}

static void
test_fold_back (void)
{
  static const char *const words[] = { "علي",    "ا",
                                       "ي",      "ه",
                                       "كتب",    "مسووليه",
                                       "اناناس", "الاستراتيجيات",
                                       "هيه",    "ااااااااااااا",
                                       "cafe",   "encyclopaedia",
                                       "2021",   "شي",
                                       "پ",      "كبجف" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *folded = qsa_fold_text (words[i], -1);

      assert_spellings (folded);
    }
}

static void
test_none (void)
{
  g_auto (GStrv) spellings = qsa_spellings_of ("من");

  g_assert_null (spellings[0]);
}

/* A long word keeps the spellings that occur. */
static void
test_long_word (void)
{
  g_auto (GStrv) spellings = qsa_spellings_of ("الاستراتيجيات");

  g_assert_cmpuint (g_strv_length (spellings), >, 10);
  g_assert_true (g_strv_contains ((const char *const *) spellings, "الإستراتيجيات"));
  g_assert_true (g_strv_contains ((const char *const *) spellings, "الأستراتيجيات"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (has_cases); i++)
    g_test_add_data_func (has_cases[i].path, &has_cases[i], test_has);
  g_test_add_func ("/store/spellings/fold-back", test_fold_back);
  g_test_add_func ("/store/spellings/none", test_none);
  g_test_add_func ("/store/spellings/long-word", test_long_word);

  return g_test_run ();
}
