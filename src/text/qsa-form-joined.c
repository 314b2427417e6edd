/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-form-joined.h"

#include <string.h>

#include "qsa-form-reading.h"

#define QSA_SERVANT "عبد"
/* A name behind a kunya or بن has so many letters, or the word is some other. */
#define QSA_NAME_LETTERS 3

/* عبد stands before a name of God, which has the article but for these. */
static const char *const qsa_joined_lords[] = { "ربه", "مناف" };

/* What stands before a name in several cases or spellings; the rules differ, so there are two rows. */
static const char *const qsa_joined_fathers[] = { "ابو", "ابا", "ابي", NULL };
static const char *const qsa_joined_sons[] = { "بن", "ابن", NULL };

/* Words that the press joins with their negation: مازال, لايزال, مادام. */
static const char *const qsa_joined_negations[] = { "ما", "لا" };
static const char *const qsa_joined_negated[] = {
  "زال",    "زالت",  "زالا",  "زالتا", "زالوا", "زلت",   "زلنا", "يزال", "تزال", "نزال",
  "يزالون", "يزالا", "تزالا", "دام",   "دامت",  "داموا", "دمنا", "انفك", "تنفك", "ينفك",
  "فتي",    "فتيت",  "برح",   "برحت",  "قبل",   "بعد",   "بين",  "سيما", "بد",
};

/* A part of a run or of a word, read as a name. */
typedef struct
{
  QsaFormEvidence *evidence;
  GPtrArray *ways; /* of char *, folded; each a way to write the name */
} QsaJoinedName;

static gboolean
qsa_joined_has (const char *const *list, guint n, const char *word)
{
  for (guint i = 0; i < n; i++)
    {
      if (g_str_equal (list[i], word))
        return TRUE;
    }
  return FALSE;
}

static gboolean
qsa_joined_is_lord (const char *word)
{
  return (g_str_has_prefix (word, QSA_ARTICLE) && qsa_form_n_letters (word) >= 4)
         || qsa_joined_has (qsa_joined_lords, G_N_ELEMENTS (qsa_joined_lords), word);
}

static void
qsa_joined_add (GPtrArray *ways, const char *first, const char *between, const char *rest)
{
  g_ptr_array_add (ways, g_strconcat (first, between, rest, NULL));
}

/* ---- one word, to be taken apart ---- */

/* A word that takes the article is no name with its father or son: بنزين is not بن + زين. So is
 * a word that begins with ب: بنسبة. */
static gboolean
qsa_joined_may_be_name (QsaFormEvidence *evidence, const char *x, const char *rest)
{
  static const char *const ba = "ب";

  if (qsa_form_n_letters (rest) < QSA_NAME_LETTERS
      || qsa_form_evidence_count (evidence, rest) == 0
      || qsa_form_evidence_is_lexeme (evidence, x, TRUE))
    return FALSE;
  return !g_str_has_prefix (x, ba)
         || qsa_form_evidence_count_family (evidence, x + strlen (ba)) == 0;
}

static void
qsa_joined_take_negation_apart (GPtrArray *ways, const char *x)
{
  for (guint i = 0; i < G_N_ELEMENTS (qsa_joined_negations); i++)
    {
      const char *negation = qsa_joined_negations[i];

      if (g_str_has_prefix (x, negation)
          && qsa_joined_has (qsa_joined_negated, G_N_ELEMENTS (qsa_joined_negated),
                             x + strlen (negation)))
        qsa_joined_add (ways, negation, " ", x + strlen (negation));
    }
}

static void
qsa_joined_take_servant_apart (GPtrArray *ways, const char *first, const char *x)
{
  if (g_str_has_prefix (x, QSA_SERVANT) && qsa_joined_is_lord (x + strlen (QSA_SERVANT)))
    {
      g_autofree char *name = g_strconcat (QSA_SERVANT, " ", x + strlen (QSA_SERVANT),
                                           NULL);

      qsa_joined_add (ways, first, *first != '\0' ? " " : "", name);
    }
}

static void
qsa_joined_take_family_apart (QsaFormEvidence *evidence, GPtrArray *ways,
                              const char *const *family, const char *x)
{
  for (guint i = 0; family[i] != NULL; i++)
    {
      const char *rest = x + strlen (family[i]);

      /* ابن before a joined name is not seen, and أبناء is. */
      if (!g_str_has_prefix (x, family[i]) || g_str_equal (family[i], "ابن")
          || !qsa_joined_may_be_name (evidence, x, rest))
        continue;
      for (guint f = 0; family[f] != NULL; f++)
        {
          qsa_joined_add (ways, family[f], " ", rest);
          qsa_joined_take_servant_apart (ways, family[f], rest);
        }
    }
}

/* ---- several words, to be joined ---- */

static const char *const *
qsa_joined_find_family (const QsaFormWord *word, const char *folded)
{
  static const char *const *const families[] = { qsa_joined_fathers, qsa_joined_sons };

  /* أبى is "refused". */
  if (word->surface != NULL && g_str_has_suffix (word->surface, "ى"))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      if (g_strv_contains (families[i], folded))
        return families[i];
    }
  return NULL;
}

/* The ways to write @words as one name; the first one is called @first, which is without clitics. Empty
 * when they are no name. */
static GPtrArray *
qsa_joined_ways_of_words (const QsaFormWord *words, guint n_words, const char *first)
{
  g_autoptr (GPtrArray) ways = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) rest = NULL;
  const char *const *family = qsa_joined_find_family (&words[0], first);

  if (n_words == 1)
    {
      if (qsa_form_is_arabic (first) && qsa_form_n_letters (first) >= QSA_NAME_LETTERS)
        g_ptr_array_add (ways, g_strdup (first));
      qsa_joined_take_servant_apart (ways, "", first);
    }
  else if (n_words == 2 && g_str_equal (first, QSA_SERVANT)
           && qsa_joined_is_lord (words[1].folded))
    {
      qsa_joined_add (ways, first, " ", words[1].folded);
      qsa_joined_add (ways, first, "", words[1].folded);
    }
  else if (n_words == 2
           && qsa_joined_has (qsa_joined_negations, G_N_ELEMENTS (qsa_joined_negations),
                              first)
           && qsa_joined_has (qsa_joined_negated, G_N_ELEMENTS (qsa_joined_negated),
                              words[1].folded))
    {
      qsa_joined_add (ways, first, "", words[1].folded);
    }
  else if (family != NULL)
    {
      rest = qsa_joined_ways_of_words (words + 1, n_words - 1, words[1].folded);
      for (guint f = 0; family[f] != NULL; f++)
        {
          for (guint r = 0; r < rest->len; r++)
            {
              qsa_joined_add (ways, family[f], " ", g_ptr_array_index (rest, r));
              qsa_joined_add (ways, family[f], "", g_ptr_array_index (rest, r));
            }
        }
    }
  return g_steal_pointer (&ways);
}

/* ---- with clitics ---- */

static void
qsa_form_list_add_ways (QsaFormList *list, GPtrArray *ways, const char *left_out,
                        QsaFormScope scope, const char *conjunction,
                        const QsaFormPrefix *prefix)
{
  for (guint i = 0; i < ways->len; i++)
    {
      const char *way = g_ptr_array_index (ways, i);

      if (g_str_equal (way, left_out))
        continue;
      /* The accusative follows no preposition, and بابا is another word. */
      if (g_str_has_prefix (way, "ابا ") && scope != QSA_FORM_SCOPE_SAME)
        {
          qsa_form_list_take (list, g_strdup (way), QSA_FORM_JOINED, TRUE);
          qsa_form_list_take (list, g_strconcat ("و", way, NULL), QSA_FORM_JOINED, TRUE);
        }
      else
        qsa_form_list_add_with_clitics (list, way, QSA_FORM_JOINED, scope, conjunction,
                                        prefix);
    }
}

void
qsa_form_list_add_apart (QsaFormList *list, const QsaFormWord *word, QsaFormScope scope)
{
  for (guint c = 0; c < QSA_FORM_CONJUNCTIONS; c++)
    {
      for (guint p = 0; p < QSA_FORM_PREFIXES; p++)
        {
          const char *conjunction = qsa_form_conjunctions[c];
          const QsaFormPrefix *prefix = &qsa_form_prefixes[p];
          const char *x = word->folded + strlen (conjunction) + strlen (prefix->letters);
          g_autoptr (GPtrArray) ways = NULL;

          if (prefix->has_article || !qsa_form_word_begins (word, conjunction, prefix))
            continue;
          ways = g_ptr_array_new_with_free_func (g_free);
          qsa_joined_take_negation_apart (ways, x);
          qsa_joined_take_servant_apart (ways, "", x);
          qsa_joined_take_family_apart (list->evidence, ways, qsa_joined_fathers, x);
          qsa_joined_take_family_apart (list->evidence, ways, qsa_joined_sons, x);
          qsa_form_list_add_ways (list, ways, x, scope, conjunction, prefix);
        }
    }
}

void
qsa_form_list_add_joined (QsaFormList *list, const QsaFormWord *words, guint n_words,
                          QsaFormScope scope)
{
  g_autoptr (GString) rest = g_string_new (NULL);

  for (guint i = 1; i < n_words; i++)
    g_string_append_printf (rest, " %s", words[i].folded);
  for (guint c = 0; c < QSA_FORM_CONJUNCTIONS; c++)
    {
      for (guint p = 0; p < QSA_FORM_PREFIXES; p++)
        {
          const char *conjunction = qsa_form_conjunctions[c];
          const QsaFormPrefix *prefix = &qsa_form_prefixes[p];
          const char *x = words[0].folded + strlen (conjunction)
                          + strlen (prefix->letters);
          g_autoptr (GPtrArray) ways = NULL;
          g_autofree char *as_typed = NULL;

          if (prefix->has_article
              || !qsa_form_word_begins (&words[0], conjunction, prefix))
            continue;
          ways = qsa_joined_ways_of_words (words, n_words, x);
          as_typed = g_strconcat (x, rest->str, NULL);
          qsa_form_list_add_ways (list, ways, as_typed, scope, conjunction, prefix);
        }
    }
}
