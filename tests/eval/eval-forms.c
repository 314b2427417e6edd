/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The forms that queries are widened to over a real vocabulary, for a reader of Arabic to judge: words
 * that are known to be hard, house spellings, words beside each other; with how many articles hold each
 * form and which forms are off. Queries given as arguments are printed instead; --groups prints what
 * the first spelling of each shipped group brings of the others. */

#include <stdio.h>

#include "qsa-fold.h"
#include "qsa-forms.h"
#include "qsa-scanner.h"
#include "qsa-shipped-variants.h"

#include "qsa-eval-corpus.h"
#include "qsa-eval-vocabulary.h"

static const char *const hard_queries[] = {
  "الرقة",
  "ورقة",
  "فرقة",
  "لجنة",
  "وزير",
  "بكين",
  "كريم",
  "إيران",
  "لإيران",
  "وإيران",
  "ألماني",
  "الماني",
  "للاجئين",
  "لاجئين",
  "للجنة",
  "لندن",
  "للندن",
  "التزام",
  "التماس",
  "قرار",
  "عدد",
  "سوري",
  "شيء",
  "جنة",
  "والده",
  "بوتين",
  "قراراً",
  "المسؤولين",
  "ماكرون",
  "فلسطين",
  "وقال",
  "كان",
  "الأمريكية",
  "أمريكا",
  "سوريا",
  "السورية",
  "سورية",
  "ميليشيات",
  "ترامب",
  "نتنياهو",
  "غوغل",
  "فيسبوك",
  "التلفزيون",
  "الديمقراطية",
  "أوروبا",
  "الأوروبي",
  "مسؤولية",
  "المئة",
  "غرام",
  "سيول",
  "إنترنت",
  "الإنجليزية",
  "هيئة",
  "شؤون",
  "استراتيجية",
  "كيماوي",
  "البرلمان",
  "الصحافة",
  "انتخابات",
  "بلدية",
  "عبدالله",
  "عبد الله",
  "أبوظبي",
  "أبو ظبي",
  "حزب الله",
  "هونغ كونغ",
  "رأس المال",
  "ما زال",
  "5 تموز",
  "تموز 2017",
  "كانون الثاني 2018",
  "مارس",
  "14 آذار",
  "القوات الأمريكية",
  "بن لادن",
  "أسامة بن لادن",
};

static guint
qsa_eval_look_up (const char *folded, gpointer user_data)
{
  return qsa_eval_vocabulary_count (user_data, folded);
}

static void
qsa_eval_print_which (GPtrArray *forms, gboolean on)
{
  guint n = 0;

  for (guint i = 0; i < forms->len; i++)
    {
      const QsaForm *form = forms->pdata[i];

      if (form->on != on)
        continue;
      if (n++ == 0)
        printf ("    %s:", on ? "on" : "off");
      printf (" %s %u", form->folded, form->articles);
    }
  if (n > 0)
    printf ("\n");
}

static void
qsa_eval_print_query (const char *query, const QsaFormSource *source)
{
  g_autoptr (QsaScanner) scanner = qsa_scanner_new ();
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (QsaFormWord));
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) units = NULL;
  QsaToken token;

  qsa_scanner_set_text (scanner, query, -1);
  while (qsa_scanner_next (scanner, &token))
    {
      QsaFormWord word = { g_strdup (token.folded), g_strdup (token.surface) };

      g_ptr_array_add (kept, (gpointer) word.folded);
      g_ptr_array_add (kept, (gpointer) word.surface);
      g_array_append_val (words, word);
    }
  units = qsa_forms_of_run ((const QsaFormWord *) words->data, words->len,
                            QSA_FORM_RUN_LOOSE, source);
  printf ("\n%s\n", query);
  for (guint i = 0; i < units->len; i++)
    {
      const QsaFormUnit *unit = units->pdata[i];

      if (words->len > 1)
        printf ("   word %u%s\n", unit->first + 1, unit->n_words > 1 ? " and next" : "");
      qsa_eval_print_which (unit->forms, TRUE);
      qsa_eval_print_which (unit->forms, FALSE);
    }
}

static void
qsa_eval_print_group (const QsaVariantGroup *group, const QsaFormSource *source)
{
  g_autofree char *folded = qsa_fold_text (group->spellings[0], -1);
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);
  g_autoptr (GArray) words = g_array_new (FALSE, TRUE, sizeof (QsaFormWord));
  g_autoptr (GPtrArray) units = NULL;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      QsaFormWord word = { parts[i], NULL };

      g_array_append_val (words, word);
    }
  units = qsa_forms_of_run ((const QsaFormWord *) words->data, words->len,
                            QSA_FORM_RUN_LOOSE, source);
  printf ("%s (%s) %u:", group->spellings[0], qsa_variant_kind_to_string (group->kind),
          source->vocabulary (folded, source->user_data));
  for (guint i = 0; i < units->len; i++)
    {
      const QsaFormUnit *unit = units->pdata[i];

      for (guint j = 0; unit->n_words == words->len && j < unit->forms->len; j++)
        {
          const QsaForm *form = unit->forms->pdata[j];

          if (form->kind == QSA_FORM_VARIANT)
            printf (" %s%s %u", form->on ? "" : "[off] ", form->folded, form->articles);
        }
    }
  printf ("\n");
}

static void
qsa_eval_print_groups (const QsaFormSource *source)
{
  GPtrArray *groups = qsa_variant_table_get_groups (source->variants);

  for (guint i = 0; i < groups->len; i++)
    qsa_eval_print_group (groups->pdata[i], source);
}

int
main (int argc, char *argv[])
{
  g_autoptr (QsaEvalCorpus) corpus = qsa_eval_corpus_load ();
  g_autoptr (QsaEvalVocabulary) vocabulary = NULL;
  g_autoptr (QsaVariantTable) variants = NULL;
  QsaFormSource source;

  if (corpus == NULL)
    return 0;
  qsa_eval_corpus_print (corpus);
  vocabulary = qsa_eval_vocabulary_new (corpus, NULL);
  variants = qsa_variant_table_new_shipped ();
  source = (QsaFormSource){ qsa_eval_look_up, vocabulary, variants };
  if (argc == 2 && g_str_equal (argv[1], "--groups"))
    {
      qsa_eval_print_groups (&source);
      return 0;
    }
  for (guint i = 0; argc < 2 && i < G_N_ELEMENTS (hard_queries); i++)
    qsa_eval_print_query (hard_queries[i], &source);
  for (int i = 1; i < argc; i++)
    qsa_eval_print_query (argv[i], &source);
  return 0;
}
