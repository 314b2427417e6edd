/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-form-clitics.h"

#include <string.h>

/* Of a word of so many letters so many articles with ال are enough for its tanwin. */
#define QSA_TANWIN_LONG_LETTERS 5
#define QSA_TANWIN_ARTICLES 3

/* A form that is not searched can still be added by hand, unless it is some far commoner word. */
static gboolean
qsa_form_list_is_worth_showing (QsaFormList *list, const char *word,
                                const QsaFormReading *reading, gboolean has_article)
{
  guint family = reading->article_only && !has_article
                     ? qsa_form_evidence_count (list->evidence, reading->x)
                     : qsa_form_evidence_count_family (list->evidence, reading->x);

  return !qsa_form_is_absurd (qsa_form_evidence_count (list->evidence, word), family);
}

/* ل and الله are written لله. */
static char *
qsa_form_compose (const char *conjunction, const char *prefix, const char *x)
{
  if (g_str_equal (x, "الله") && g_str_equal (prefix, QSA_LAM))
    return g_strconcat (conjunction, "لله", NULL);
  return g_strconcat (conjunction, prefix, x, NULL);
}

static void
qsa_form_list_add_clitics_of (QsaFormList *list, const QsaFormReading *reading)
{
  gboolean is_particle = qsa_form_evidence_is_particle (list->evidence, reading->x);

  for (guint c = 0; c < QSA_FORM_CONJUNCTIONS; c++)
    {
      for (guint p = 0; p < QSA_FORM_PREFIXES; p++)
        {
          const char *conjunction = qsa_form_conjunctions[c];
          const QsaFormPrefix *prefix = &qsa_form_prefixes[p];
          g_autofree char *word = qsa_form_compose (conjunction, prefix->letters,
                                                    reading->x);
          gboolean on;

          if (qsa_form_evidence_count (list->evidence, word) == 0)
            continue;
          on = !(reading->article_only && !prefix->has_article)
               && !(is_particle && *prefix->letters != '\0')
               && !qsa_form_evidence_is_other_word (list->evidence, conjunction, prefix,
                                                    reading->x);
          if (on
              || qsa_form_list_is_worth_showing (list, word, reading,
                                                 prefix->has_article))
            qsa_form_list_take (list, g_steal_pointer (&word), QSA_FORM_CLITIC, on);
        }
    }
}

/* Nouns and adjectives alone have tanwin. Long ones are no verbs even when their article is rare: مختلف. */
static gboolean
qsa_form_list_has_tanwin (QsaFormList *list, const char *x)
{
  return qsa_form_evidence_takes_article (list->evidence, x)
         || (qsa_form_n_letters (x) >= QSA_TANWIN_LONG_LETTERS
             && qsa_form_evidence_count_prefixed (list->evidence, QSA_ARTICLE, x)
                    >= QSA_TANWIN_ARTICLES);
}

static void
qsa_form_list_add_tanwin (QsaFormList *list, const char *x)
{
  /* سيئا: its final hamza is folded away in سيئ and not in the middle of the word. */
  static const char *const endings[] = { "ا", "يا" };
  guint n_endings = g_str_has_suffix (x, "ي") ? 2 : 1;

  if (n_endings == 1 && !qsa_form_takes_tanwin_alef (x))
    return;
  for (guint e = qsa_form_takes_tanwin_alef (x) ? 0 : 1; e < n_endings; e++)
    {
      for (guint c = 0; c < QSA_FORM_CONJUNCTIONS; c++)
        {
          g_autofree char *bare = g_strconcat (x, endings[e], NULL);
          g_autofree char *word = g_strconcat (qsa_form_conjunctions[c], bare, NULL);
          gboolean on;

          if (qsa_form_evidence_count (list->evidence, word) == 0)
            continue;
          on = qsa_form_list_has_tanwin (list, x)
               && !qsa_form_evidence_is_lexeme (list->evidence, bare, FALSE)
               && !qsa_form_evidence_is_lexeme (list->evidence, word, FALSE);
          qsa_form_list_take (list, g_steal_pointer (&word), QSA_FORM_TANWIN, on);
        }
    }
}

void
qsa_form_list_add_clitics (QsaFormList *list, GArray *readings)
{
  for (guint i = 0; i < readings->len; i++)
    {
      const QsaFormReading *reading = &g_array_index (readings, QsaFormReading, i);

      qsa_form_list_add_clitics_of (list, reading);
      if (!reading->article_only)
        qsa_form_list_add_tanwin (list, reading->x);
    }
}

/* @base begins with its article when @has_article. */
static void
qsa_form_list_add_proclitics_of (QsaFormList *list, const char *base,
                                 gboolean has_article)
{
  for (guint c = 0; c < QSA_FORM_CONJUNCTIONS; c++)
    {
      for (guint p = 0; p < QSA_FORM_PREFIXES; p++)
        {
          const char *conjunction = qsa_form_conjunctions[c];
          const QsaFormPrefix *prefix = &qsa_form_prefixes[p];
          gboolean lam_article = has_article && g_str_equal (prefix->letters, "لل");
          const char *x = lam_article ? base + strlen (QSA_ARTICLE) : base;
          g_autofree char *word = g_strconcat (conjunction, prefix->letters, x, NULL);
          gboolean on;

          if ((prefix->has_article && !lam_article)
              || qsa_form_evidence_count (list->evidence, word) == 0)
            continue;
          on = !qsa_form_evidence_is_other_word (list->evidence, conjunction, prefix, x);
          qsa_form_list_take (list, g_steal_pointer (&word), QSA_FORM_CLITIC, on);
        }
    }
}

void
qsa_form_list_add_proclitics (QsaFormList *list, const QsaFormWord *word,
                              GArray *readings)
{
  static const QsaFormPrefix article = { QSA_ARTICLE, TRUE };

  qsa_form_list_add_proclitics_of (list, word->folded,
                                   qsa_form_word_begins (word, "", &article));
  for (guint i = 0; i < readings->len; i++)
    {
      const QsaFormReading *reading = &g_array_index (readings, QsaFormReading, i);
      gboolean has_article = reading->prefix->has_article;
      g_autofree char *base = g_strconcat (has_article ? QSA_ARTICLE : "", reading->x,
                                           NULL);

      if (!reading->is_tanwin && !g_str_equal (base, word->folded))
        qsa_form_list_add_proclitics_of (list, base, has_article);
    }
}
