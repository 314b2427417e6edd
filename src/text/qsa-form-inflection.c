/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-form-inflection.h"

#include <string.h>

#include "qsa-form-reading.h"

#define QSA_INFLECTION_MOST 12
#define QSA_INFLECTION_STEM_LETTERS 3

typedef struct
{
  const char *letters;
  gboolean takes_article;
  gboolean is_nisba;
} QsaInflection;

/* After a word that ends in neither ة nor ا, and in place of a plural's ending. */
static const QsaInflection qsa_inflections_of_word[] = {
  { "ين", TRUE, FALSE },  { "ون", TRUE, FALSE },  { "ات", TRUE, FALSE },
  { "ان", TRUE, FALSE },  { "ي", TRUE, TRUE },    { "يه", TRUE, TRUE },
  { "ه", TRUE, FALSE },   { "ها", FALSE, FALSE }, { "هم", FALSE, FALSE },
  { "نا", FALSE, FALSE },
};

/* In place of ة. */
static const QsaInflection qsa_inflections_of_feminine[] = {
  { "ات", TRUE, FALSE },   { "تين", TRUE, FALSE },  { "تان", TRUE, FALSE },
  { "ي", TRUE, TRUE },     { "يه", TRUE, TRUE },    { "ته", FALSE, FALSE },
  { "تها", FALSE, FALSE }, { "تهم", FALSE, FALSE }, { "تنا", FALSE, FALSE },
};

/* In place of ا: mostly lands and towns. */
static const QsaInflection qsa_inflections_of_alef[] = {
  { "ي", TRUE, TRUE },   { "يه", TRUE, TRUE },  { "يين", TRUE, TRUE },
  { "يون", TRUE, TRUE }, { "ات", TRUE, FALSE },
};

static const char *const qsa_inflection_plurals[] = { "ين", "ون", "ات", "ان" };

typedef struct
{
  char *folded; /* owned */
  guint articles;
} QsaInflected;

static void
qsa_inflected_clear (gpointer data)
{
  QsaInflected *inflected = data;

  g_free (inflected->folded);
}

static void
qsa_inflection_probe (QsaFormEvidence *evidence, GArray *found, const char *article,
                      const char *stem, const char *letters)
{
  QsaInflected inflected;

  inflected.folded = g_strconcat (article, stem, letters, NULL);
  inflected.articles = qsa_form_evidence_count (evidence, inflected.folded);
  if (inflected.articles > 0)
    g_array_append_val (found, inflected);
  else
    g_free (inflected.folded);
}

/* A word that takes no article itself is no noun with a plural, but its nisba takes one: الايراني. */
static gboolean
qsa_inflection_is_noun (QsaFormEvidence *evidence, const char *x, const char *stem,
                        const QsaInflection *inflection)
{
  g_autofree char *nisba = NULL;

  if (!inflection->is_nisba)
    return qsa_form_evidence_takes_article (evidence, x);
  nisba = g_strconcat (stem, inflection->letters, NULL);
  return qsa_form_evidence_takes_article (evidence, nisba);
}

static void
qsa_inflection_probe_all (QsaFormEvidence *evidence, GArray *found, const char *x,
                          const char *stem, const QsaInflection *inflections,
                          guint n_inflections)
{
  for (guint i = 0; i < n_inflections; i++)
    {
      if (!qsa_inflection_is_noun (evidence, x, stem, &inflections[i]))
        continue;
      qsa_inflection_probe (evidence, found, "", stem, inflections[i].letters);
      if (inflections[i].takes_article)
        qsa_inflection_probe (evidence, found, QSA_ARTICLE, stem, inflections[i].letters);
    }
}

static char *
qsa_inflection_dup_stem (const char *x, const char *ending)
{
  char *stem;

  if (!g_str_has_suffix (x, ending))
    return NULL;
  stem = g_strndup (x, strlen (x) - strlen (ending));
  if (qsa_form_n_letters (stem) < QSA_INFLECTION_STEM_LETTERS)
    g_clear_pointer (&stem, g_free);
  return stem;
}

/* مسلحين: مسلح and its endings, when both are nouns; لبنان is none. */
static gboolean
qsa_inflection_probe_plural (QsaFormEvidence *evidence, GArray *found, const char *x)
{
  if (!qsa_form_evidence_takes_article (evidence, x))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (qsa_inflection_plurals); i++)
    {
      g_autofree char *stem = qsa_inflection_dup_stem (x, qsa_inflection_plurals[i]);
      g_autofree char *feminine = stem != NULL ? g_strconcat (stem, "ه", NULL) : NULL;

      if (stem == NULL
          || (!qsa_form_evidence_takes_article (evidence, stem)
              && !qsa_form_evidence_takes_article (evidence, feminine)))
        continue;
      qsa_inflection_probe (evidence, found, "", stem, "");
      qsa_inflection_probe (evidence, found, QSA_ARTICLE, stem, "");
      qsa_inflection_probe_all (evidence, found, stem, stem, qsa_inflections_of_word,
                                G_N_ELEMENTS (qsa_inflections_of_word));
      return TRUE;
    }
  return FALSE;
}

static void
qsa_inflection_probe_word (QsaFormEvidence *evidence, GArray *found, const char *x,
                           gboolean is_known)
{
  g_autofree char *of_feminine = qsa_inflection_dup_stem (x, "ه");
  g_autofree char *of_alef = qsa_inflection_dup_stem (x, "ا");

  if (qsa_form_n_letters (x) < QSA_INFLECTION_STEM_LETTERS
      || (!is_known && qsa_inflection_probe_plural (evidence, found, x)))
    return;
  if (of_feminine != NULL)
    qsa_inflection_probe_all (evidence, found, x, of_feminine,
                              qsa_inflections_of_feminine,
                              G_N_ELEMENTS (qsa_inflections_of_feminine));
  else if (of_alef != NULL)
    qsa_inflection_probe_all (evidence, found, x, of_alef, qsa_inflections_of_alef,
                              G_N_ELEMENTS (qsa_inflections_of_alef));
  else
    qsa_inflection_probe_all (evidence, found, x, x, qsa_inflections_of_word,
                              G_N_ELEMENTS (qsa_inflections_of_word));
}

static gint
qsa_inflected_compare (gconstpointer a, gconstpointer b)
{
  const QsaInflected *left = a;
  const QsaInflected *right = b;

  if (left->articles != right->articles)
    return left->articles > right->articles ? -1 : 1;
  return strcmp (left->folded, right->folded);
}

/* Verbs and particles have endings of their own: an inflected word is a noun, whole or reduced. */
static gboolean
qsa_inflection_may_inflect (QsaFormEvidence *evidence, const QsaFormReading *reading,
                            gboolean has_other)
{
  return !reading->is_tanwin && !(has_other && *reading->prefix->letters == '\0')
         && !qsa_form_evidence_is_particle (evidence, reading->x);
}

void
qsa_form_list_add_inflections (QsaFormList *list, GArray *readings, gboolean is_known)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (QsaInflected));
  guint n_added = 0;

  g_array_set_clear_func (found, qsa_inflected_clear);
  for (guint i = 0; i < readings->len; i++)
    {
      const QsaFormReading *reading = &g_array_index (readings, QsaFormReading, i);

      if (qsa_inflection_may_inflect (list->evidence, reading, readings->len > 1))
        qsa_inflection_probe_word (list->evidence, found, reading->x, is_known);
    }
  g_array_sort (found, qsa_inflected_compare);
  for (guint i = 0; i < found->len && n_added < QSA_INFLECTION_MOST; i++)
    {
      const QsaInflected *inflected = &g_array_index (found, QsaInflected, i);
      guint n_before = list->forms->len;

      qsa_form_list_take (list, g_strdup (inflected->folded), QSA_FORM_INFLECTION, FALSE);
      n_added += list->forms->len - n_before;
    }
}
