/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-form-variant.h"

#include <string.h>

#include "qsa-form-reading.h"

/* With a clitic, words of so many letters may be some other word: كسول is not ك + سول. Longer ones are
 * not asked about. */
#define QSA_FORM_SHORT_LETTERS 4

/* Words that fewer articles hold are asked about with every clitic. */
#define QSA_FORM_RARE_ARTICLES 10

/* How a word of the table was typed. */
typedef struct
{
  const QsaVariantStems *stems;
  guint ending;
  const char *conjunction;
  const QsaFormPrefix *prefix;
} QsaFormVariantUse;

typedef struct
{
  QsaFormList *list;
  QsaFormScope scope;
  const QsaFormVariantUse *use;
  const QsaVariantEnding *ending; /* of the words that are being added */
} QsaFormVariantRun;

static gboolean
qsa_form_variant_is_other_word (QsaFormEvidence *evidence, const char *conjunction,
                                const QsaFormPrefix *prefix, const char *x)
{
  if ((*conjunction == '\0'
       && (*prefix->letters == '\0' || g_str_equal (prefix->letters, QSA_ARTICLE)))
      || qsa_form_n_letters (x) > QSA_FORM_SHORT_LETTERS || strchr (x, ' ') != NULL)
    return FALSE;
  return qsa_form_evidence_is_other_word (evidence, conjunction, prefix, x);
}

/* Of several words the last one takes the article. */
static char *
qsa_form_variant_compose (const char *lead, const char *last, const char *conjunction,
                          const QsaFormPrefix *prefix)
{
  gsize n_bytes = strlen (prefix->letters);
  g_autofree char *preposition = NULL;

  if (*lead == '\0')
    return g_strconcat (conjunction, prefix->letters, last, NULL);
  if (prefix->has_article)
    n_bytes = g_str_equal (prefix->letters, "لل") ? strlen (QSA_LAM)
                                                  : n_bytes - strlen (QSA_ARTICLE);
  preposition = g_strndup (prefix->letters, n_bytes);
  return g_strconcat (conjunction, preposition, lead,
                      prefix->has_article ? QSA_ARTICLE : "", last, NULL);
}

/* Returns whether the vocabulary holds it. */
static gboolean
qsa_form_variant_add (QsaFormVariantRun *run, const QsaVariantSpelling *spelling,
                      const char *last, const char *conjunction,
                      const QsaFormPrefix *prefix)
{
  QsaFormEvidence *evidence = run->list->evidence;
  g_autofree char *form = qsa_form_variant_compose (spelling->lead, last, conjunction,
                                                    prefix);
  g_autofree char *printed_last = NULL;
  g_autofree char *printed = NULL;
  gboolean on;

  if (qsa_form_evidence_count (evidence, form) == 0)
    return FALSE;
  printed_last = qsa_variant_spelling_dup_last_printed (spelling, run->ending);
  printed = qsa_form_variant_compose (spelling->printed_lead, printed_last, conjunction,
                                      prefix);
  on = *spelling->lead != '\0'
       || !qsa_form_variant_is_other_word (evidence, conjunction, prefix, last);
  qsa_form_list_take (run->list, g_strdup (form), QSA_FORM_VARIANT, on);
  qsa_form_list_set_printed (run->list, form, printed);
  return TRUE;
}

/* Whether so few articles hold the word that it may be seen with two clitics and not with one. Where it is
 * common the question is not worth its time. */
static gboolean
qsa_form_variant_is_rare (QsaFormVariantRun *run, const char *last)
{
  guint family = qsa_form_evidence_count_family (run->list->evidence, last);

  return family > 0 && family < QSA_FORM_RARE_ARTICLES;
}

/* و and ف before what was found without them, and before the word alone. */
static void
qsa_form_variant_add_conjunctions (QsaFormVariantRun *run,
                                   const QsaVariantSpelling *spelling, const char *last,
                                   const QsaFormPrefix *prefix)
{
  gboolean likely = qsa_form_variant_add (run, spelling, last, "", prefix)
                    || *prefix->letters == '\0'
                    || g_str_equal (prefix->letters, QSA_ARTICLE);

  if (likely || qsa_form_variant_is_rare (run, last))
    qsa_form_variant_add (run, spelling, last, "و", prefix);
  if (likely)
    qsa_form_variant_add (run, spelling, last, "ف", prefix);
}

static gboolean
qsa_form_variant_is_seen (QsaFormVariantRun *run, const QsaVariantSpelling *spelling,
                          const char *last, gboolean takes_article)
{
  QsaFormEvidence *evidence = run->list->evidence;

  return *spelling->lead != '\0' || qsa_form_evidence_count (evidence, last) > 0
         || (takes_article
             && qsa_form_evidence_count_prefixed (evidence, QSA_ARTICLE, last) > 0);
}

/* A name of several words has its article or has none. */
static gboolean
qsa_form_variant_takes (const QsaFormVariantRun *run, const QsaVariantSpelling *spelling,
                        const QsaVariantEnding *ending, const QsaFormPrefix *prefix)
{
  if (prefix->has_article)
    return run->use->stems->takes_article && ending->takes_article
           && (run->use->stems->kind != QSA_VARIANT_NAME || *spelling->lead == '\0');
  return *prefix->letters == '\0' || ending->takes_preposition;
}

static void
qsa_form_variant_add_ending (QsaFormVariantRun *run, const QsaVariantSpelling *spelling,
                             const QsaVariantEnding *ending)
{
  const QsaFormVariantUse *use = run->use;
  gboolean takes_article = use->stems->takes_article && ending->takes_article;
  g_autofree char *last = qsa_variant_spelling_dup_last (spelling, ending);

  run->ending = ending;
  if (run->scope == QSA_FORM_SCOPE_SAME)
    {
      qsa_form_variant_add (run, spelling, last, use->conjunction, use->prefix);
      return;
    }
  if (run->scope == QSA_FORM_SCOPE_ALL && ending->rare
      && !qsa_form_variant_is_seen (run, spelling, last, takes_article))
    return;
  for (guint p = 0; p < QSA_FORM_PREFIXES; p++)
    {
      const QsaFormPrefix *prefix = &qsa_form_prefixes[p];

      if (qsa_form_variant_takes (run, spelling, ending, prefix)
          && (run->scope == QSA_FORM_SCOPE_ALL
              || prefix->has_article == use->prefix->has_article))
        qsa_form_variant_add_conjunctions (run, spelling, last, prefix);
    }
}

/* أسترالي with its tanwin would be أستراليا, which is given as a spelling of its own. */
static gboolean
qsa_form_variant_is_given (QsaVariantIndex *index, const QsaVariantSpelling *spelling,
                           const QsaVariantEnding *ending)
{
  g_autofree char *last = qsa_variant_spelling_dup_last (spelling, ending);
  g_autofree char *word = g_strconcat (spelling->lead, last, NULL);

  return qsa_variant_index_is_given (index, word);
}

static void
qsa_form_variant_add_use (QsaFormList *list, QsaVariantIndex *index, QsaFormScope scope,
                          const QsaFormVariantUse *use)
{
  QsaFormVariantRun run = { list, scope, use, NULL };
  guint n_endings;
  const QsaVariantEnding *endings = qsa_variant_kind_get_endings (use->stems->kind,
                                                                  &n_endings);

  for (guint s = 0; s < use->stems->spellings->len; s++)
    {
      const QsaVariantSpelling *spelling = g_ptr_array_index (use->stems->spellings, s);

      if (scope != QSA_FORM_SCOPE_ALL)
        {
          qsa_form_variant_add_ending (&run, spelling, &endings[use->ending]);
          continue;
        }
      for (guint e = 0; e < n_endings; e++)
        {
          if (e == 0 || !qsa_form_variant_is_given (index, spelling, &endings[e]))
            qsa_form_variant_add_ending (&run, spelling, &endings[e]);
        }
    }
}

/* Of several words the article stands before the last: what @word is without it, or NULL. */
static char *
qsa_form_variant_dup_without_article (const char *words)
{
  const char *last = strrchr (words, ' ');
  g_autofree char *lead = NULL;

  if (last == NULL || !g_str_has_prefix (last + 1, QSA_ARTICLE))
    return NULL;
  lead = g_strndup (words, (gsize) (last + 1 - words));
  return g_strconcat (lead, last + 1 + strlen (QSA_ARTICLE), NULL);
}

static const QsaFormPrefix *
qsa_form_prefix_with_article (const QsaFormPrefix *prefix)
{
  static const char *const pairs[][2] = { { "", "ال" },
                                          { "ب", "بال" },
                                          { "ل", "لل" },
                                          { "ك", "كال" } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      for (guint p = 0;
           g_str_equal (pairs[i][0], prefix->letters) && p < QSA_FORM_PREFIXES; p++)
        {
          if (g_str_equal (pairs[i][1], qsa_form_prefixes[p].letters))
            return &qsa_form_prefixes[p];
        }
    }
  return prefix;
}

static gboolean
qsa_form_variant_look_up (QsaFormList *list, QsaVariantIndex *index, const char *x,
                          const char *conjunction, const QsaFormPrefix *prefix,
                          QsaFormScope scope)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (QsaVariantHit));
  gboolean found = FALSE;

  qsa_variant_index_look_up (index, x, prefix->has_article, hits);
  for (guint h = 0; h < hits->len; h++)
    {
      const QsaVariantHit *hit = &g_array_index (hits, QsaVariantHit, h);
      QsaFormVariantUse use = { hit->stems, hit->ending, conjunction, prefix };

      if (qsa_form_variant_is_other_word (list->evidence, conjunction, prefix, x))
        continue;
      qsa_form_variant_add_use (list, index, scope, &use);
      found = TRUE;
    }
  return found;
}

gboolean
qsa_form_list_add_variants (QsaFormList *list, QsaVariantIndex *index,
                            const QsaFormWord *word, QsaFormScope scope)
{
  gboolean several = strchr (word->folded, ' ') != NULL;
  gboolean found = FALSE;

  for (guint c = 0; c < QSA_FORM_CONJUNCTIONS; c++)
    {
      for (guint p = 0; p < QSA_FORM_PREFIXES; p++)
        {
          const char *conjunction = qsa_form_conjunctions[c];
          const QsaFormPrefix *prefix = &qsa_form_prefixes[p];
          const char *x = word->folded + strlen (conjunction) + strlen (prefix->letters);
          g_autofree char *without = NULL;

          if (!qsa_form_word_begins (word, conjunction, prefix)
              || (several && prefix->has_article))
            continue;
          found |= qsa_form_variant_look_up (list, index, x, conjunction, prefix, scope);
          without = qsa_form_variant_dup_without_article (x);
          if (without != NULL)
            found |= qsa_form_variant_look_up (list, index, without, conjunction,
                                               qsa_form_prefix_with_article (prefix),
                                               scope);
        }
    }
  return found;
}
