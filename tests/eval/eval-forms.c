/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the forms of a query word come out over a real vocabulary (ant-v1.1 and ant-v2.1 of the
 * folder that QSA_SHARED names): the forms of words that are known to be hard, and the recall of
 * each query of gold/search.tsv by its spelling alone, letters, and forms. */

#include <stdio.h>

#include "qsa-fold.h"
#include "qsa-forms.h"
#include "qsa-scanner.h"

#include "../text/shared-articles.h"

typedef struct
{
  QsaScanner *scanner;
  GHashTable *counts; /* folded -> number of articles */
  GPtrArray *texts;   /* GHashTable of folded words, one an article */
  GPtrArray *letters; /* the folded text of each article, words apart */
} Vocabulary;

static const char *const hard_words[] = {
  "الرقة",  "ورقة",   "فرقة",   "لجنة",      "وزير",    "بكين",   "كريم",  "إيران",
  "لإيران", "وإيران", "ألماني", "الماني",    "للاجئين", "لاجئين", "للجنة", "لندن",
  "للندن",  "التزام", "التماس", "قرار",      "عدد",     "سوري",   "شيء",   "جنة",
  "والده",  "بوتين",  "قراراً",  "المسؤولين", "ماكرون",  "فلسطين", "وقال",  "كان",
};

static void
count_article (const char *text, gsize text_bytes, gpointer user_data)
{
  Vocabulary *vocabulary = user_data;
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GString *letters = g_string_new (" ");
  QsaToken token;

  qsa_scanner_set_text (vocabulary->scanner, text, (gssize) text_bytes);
  while (qsa_scanner_next (vocabulary->scanner, &token))
    {
      g_string_append_printf (letters, "%s ", token.folded);
      if (g_hash_table_add (words, g_strdup (token.folded)))
        {
          guint count =
              GPOINTER_TO_UINT (g_hash_table_lookup (vocabulary->counts, token.folded));

          g_hash_table_insert (vocabulary->counts, g_strdup (token.folded),
                               GUINT_TO_POINTER (count + 1));
        }
    }
  g_ptr_array_add (vocabulary->texts, words);
  g_ptr_array_add (vocabulary->letters, g_string_free (letters, FALSE));
}

static guint
look_up (const char *folded, gpointer user_data)
{
  Vocabulary *vocabulary = user_data;

  return GPOINTER_TO_UINT (g_hash_table_lookup (vocabulary->counts, folded));
}

static void
print_forms (Vocabulary *vocabulary, const char *word)
{
  g_autofree char *folded = qsa_fold_text (word, -1);
  g_autoptr (GPtrArray) forms = qsa_forms_generate (folded, look_up, vocabulary);
  gint64 before = g_get_monotonic_time ();

  for (guint i = 0; i < 100; i++)
    g_ptr_array_unref (qsa_forms_generate (folded, look_up, vocabulary));
  printf ("\n%s  (%.0f us)\n ", word, (double) (g_get_monotonic_time () - before) / 100);
  for (guint i = 0; i < forms->len; i++)
    {
      const QsaForm *form = g_ptr_array_index (forms, i);

      printf (" %s%s%s %u", form->on ? "" : "[off ", form->folded, form->on ? "" : "]",
              form->articles);
    }
  printf ("\n");
}

static gboolean
article_has_form (GHashTable *words, GPtrArray *forms)
{
  for (guint i = 0; i < forms->len; i++)
    {
      const QsaForm *form = g_ptr_array_index (forms, i);

      if (form->on && g_hash_table_contains (words, form->folded))
        return TRUE;
    }
  return FALSE;
}

static void
print_recall (Vocabulary *vocabulary, const char *query, const char *pattern)
{
  g_autofree char *folded = qsa_fold_text (query, -1);
  g_autoptr (GPtrArray) forms = qsa_forms_generate (folded, look_up, vocabulary);
  g_autoptr (GError) error = NULL;
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, &error);
  guint wanted = 0;
  guint by_letters = 0;
  guint by_forms = 0;
  guint beside = 0;

  if (regex == NULL)
    {
      printf ("%s: %s\n", query, error->message);
      return;
    }
  for (guint i = 0; i < vocabulary->texts->len; i++)
    {
      GHashTable *words = g_ptr_array_index (vocabulary->texts, i);
      gboolean want = g_regex_match (regex, g_ptr_array_index (vocabulary->letters, i), 0,
                                     NULL);
      gboolean found = article_has_form (words, forms);

      wanted += want;
      by_letters += want && g_hash_table_contains (words, folded);
      by_forms += want && found;
      beside += found && !want;
    }
  printf ("%-14s wanted %5u  folded word %.3f  with forms %.3f  others found %u\n", query,
          wanted, (double) by_letters / MAX (wanted, 1),
          (double) by_forms / MAX (wanted, 1), beside);
}

static void
print_recalls (Vocabulary *vocabulary)
{
  g_autofree char *path = shared_dup_path ("gold/search.tsv");
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;

  if (path == NULL || !g_file_get_contents (path, &contents, NULL, NULL))
    return;
  printf ("\nrecall of gold/search.tsv\n");
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", 2);
      g_autoptr (GString) pattern = NULL;

      if (*lines[i] != '#' && g_strv_length (fields) == 2)
        {
          /* \u0621-\u064a in the syntax of PCRE. */
          pattern = g_string_new (g_strstrip (fields[1]));
          g_string_replace (pattern, "\\u0621-\\u064a", "\\x{621}-\\x{64a}", 0);
          print_recall (vocabulary, fields[0], pattern->str);
        }
    }
}

int
main (void)
{
  static const char *const folders[] = { "corpora/ant-v1.1", "corpora/ant-v2.1" };
  g_autoptr (QsaScanner) scanner = qsa_scanner_new ();
  Vocabulary vocabulary = { .scanner = scanner };
  guint n_files = 0;

  vocabulary.counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  vocabulary.texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  vocabulary.letters = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = shared_dup_path (folders[i]);

      if (folder != NULL)
        n_files += shared_each_article (folder, count_article, &vocabulary);
    }
  if (n_files == 0)
    {
      printf (
          "eval-forms: no articles; set QSA_SHARED to the folder that has corpora/\n");
    }
  else
    {
      printf ("%u articles, %u different folded words\n", n_files,
              g_hash_table_size (vocabulary.counts));
      for (guint i = 0; i < G_N_ELEMENTS (hard_words); i++)
        print_forms (&vocabulary, hard_words[i]);
      print_recalls (&vocabulary);
    }

  g_ptr_array_unref (vocabulary.letters);
  g_ptr_array_unref (vocabulary.texts);
  g_hash_table_unref (vocabulary.counts);
  return 0;
}
