/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-form-reading.h"

#include <string.h>

#define QSA_ALEF "ا"

/* Of the typed word's articles, those that X and الX must have for the word to be و ف ب ل ك + X. */
#define QSA_FAMILY_ONE_IN 2
/* الX supports X without its article when this share is seen without it. */
#define QSA_BARE_ONE_IN 200
/* للX is read as ل + ال + X only when الX is not this much rarer than اللX. */
#define QSA_DOUBLE_LAM_ONE_IN 10

static void
qsa_form_reading_clear (gpointer data)
{
  QsaFormReading *reading = data;

  g_free (reading->x);
}

gboolean
qsa_form_takes_tanwin_alef (const char *x)
{
  return qsa_form_n_letters (x) >= 3 && !g_str_has_suffix (x, QSA_ALEF)
         && !g_str_has_suffix (x, "ه") && !g_str_has_suffix (x, "اء");
}

gboolean
qsa_form_word_begins (const QsaFormWord *word, const char *conjunction,
                      const QsaFormPrefix *prefix)
{
  const char *rest = word->folded + strlen (conjunction);
  const char *alef = strstr (prefix->letters, QSA_ARTICLE);

  if (!g_str_has_prefix (word->folded, conjunction)
      || !g_str_has_prefix (rest, prefix->letters)
      || qsa_form_n_letters (rest + strlen (prefix->letters)) < 2)
    return FALSE;
  return alef == NULL
         || qsa_form_surface_reads_article (
             word->surface, qsa_form_n_letters (conjunction)
                                + g_utf8_pointer_to_offset (prefix->letters, alef));
}

/* الX: X is meant unless الX is a word of its own (التزام) and X hardly lives. */
static gboolean
qsa_form_reading_article_lives (QsaFormEvidence *evidence, const char *word,
                                const char *x)
{
  guint count = qsa_form_evidence_count (evidence, x);

  if (!qsa_form_evidence_is_lexeme (evidence, word, TRUE))
    return TRUE;
  return qsa_form_is_enough (count, qsa_form_evidence_count (evidence, word));
}

/* ل + ال + X, against ل + لX. */
static gboolean
qsa_form_reading_double_lam_lives (QsaFormEvidence *evidence, const char *x)
{
  g_autofree char *with_lam = g_strconcat (QSA_LAM, x, NULL);
  guint apart = qsa_form_evidence_count_prefixed (evidence, QSA_ARTICLE, x);
  guint within = qsa_form_evidence_count_prefixed (evidence, QSA_ARTICLE, with_lam);

  return apart > 0 && qsa_form_is_share (apart, within, QSA_DOUBLE_LAM_ONE_IN);
}

/* Whether the vocabulary supports that @word, conjunction + prefix + @x, is a form of @x. */
static gboolean
qsa_form_reading_lives (QsaFormEvidence *evidence, const char *word,
                        const char *conjunction, const QsaFormPrefix *prefix,
                        const char *x)
{
  guint family;

  if (qsa_form_n_letters (x) < (prefix->has_article ? 2 : 3)
      || (*prefix->letters != '\0' && qsa_form_evidence_is_particle (evidence, x)))
    return FALSE;
  if (*conjunction == '\0' && g_str_equal (prefix->letters, QSA_ARTICLE))
    return qsa_form_reading_article_lives (evidence, word, x);
  if (g_str_equal (prefix->letters, "لل")
      && !qsa_form_reading_double_lam_lives (evidence, x))
    return FALSE;
  if (qsa_form_evidence_is_other_word (evidence, conjunction, prefix, x))
    return FALSE;

  family = qsa_form_evidence_count_family (evidence, x);
  if (prefix->has_article)
    return family > 0;
  return family > 0
         && qsa_form_is_share (family, qsa_form_evidence_count (evidence, word),
                               QSA_FAMILY_ONE_IN);
}

/* قراراً typed: قرار when that is a noun. */
static gboolean
qsa_form_reading_tanwin_lives (QsaFormEvidence *evidence, const char *word, const char *x)
{
  return qsa_form_takes_tanwin_alef (x) && qsa_form_evidence_takes_article (evidence, x)
         && qsa_form_evidence_count_prefixed (evidence, QSA_ARTICLE, x)
                >= qsa_form_evidence_count (evidence, word)
         && !qsa_form_evidence_is_lexeme (evidence, word, FALSE);
}

static gboolean
qsa_form_reading_is_bare_rare (QsaFormEvidence *evidence, const char *x,
                               const char *with_article)
{
  guint count = qsa_form_evidence_count (evidence, x);

  return count == 0
         || !qsa_form_is_share (count, qsa_form_evidence_count (evidence, with_article),
                                QSA_BARE_ONE_IN);
}

static void
qsa_form_readings_add_clitics (GArray *readings, QsaFormEvidence *evidence,
                               const QsaFormWord *word, const char *conjunction,
                               const QsaFormPrefix *prefix)
{
  const char *x;
  QsaFormReading reading = { NULL, conjunction, prefix, FALSE, FALSE };

  if ((*conjunction == '\0' && *prefix->letters == '\0')
      || !qsa_form_word_begins (word, conjunction, prefix))
    return;
  x = word->folded + strlen (conjunction) + strlen (prefix->letters);
  if (!qsa_form_reading_lives (evidence, word->folded, conjunction, prefix, x))
    return;
  reading.x = g_strdup (x);
  reading.article_only = prefix->has_article
                         && qsa_form_reading_is_bare_rare (evidence, x, word->folded);
  g_array_append_val (readings, reading);
}

GArray *
qsa_form_readings_new (QsaFormEvidence *evidence, const QsaFormWord *word)
{
  GArray *readings = g_array_new (FALSE, FALSE, sizeof (QsaFormReading));
  QsaFormReading reading = { g_strdup (word->folded), "", &qsa_form_prefixes[0], FALSE,
                             FALSE };

  g_array_set_clear_func (readings, qsa_form_reading_clear);
  g_array_append_val (readings, reading);
  for (guint c = 0; c < QSA_FORM_CONJUNCTIONS; c++)
    {
      for (guint p = 0; p < QSA_FORM_PREFIXES; p++)
        qsa_form_readings_add_clitics (readings, evidence, word, qsa_form_conjunctions[c],
                                       &qsa_form_prefixes[p]);
    }
  if (g_str_has_suffix (word->folded, QSA_ALEF))
    {
      g_autofree char *x = g_strndup (word->folded,
                                      strlen (word->folded) - strlen (QSA_ALEF));

      if (qsa_form_reading_tanwin_lives (evidence, word->folded, x))
        {
          reading.x = g_steal_pointer (&x);
          reading.is_tanwin = TRUE;
          g_array_append_val (readings, reading);
        }
    }
  return readings;
}
