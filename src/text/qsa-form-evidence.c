/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-form-evidence.h"

#include <string.h>

const char *const qsa_form_conjunctions[QSA_FORM_CONJUNCTIONS] = { "", "و", "ف" };

const QsaFormPrefix qsa_form_prefixes[QSA_FORM_PREFIXES] = {
  { "", FALSE },  { "ب", FALSE },  { "ل", FALSE },  { "ك", FALSE },
  { "ال", TRUE }, { "بال", TRUE }, { "كال", TRUE }, { "لل", TRUE },
};

/* A form is a word of its own when it takes an article or a preposition itself: at least so many
 * articles hold that, and at least one in so many of those that hold the form. Measured on
 * 72,716 Arabic press articles: 84 of 86 words and forms tried by hand came out right. */
#define QSA_LEXEME_MIN_ARTICLES 3
#define QSA_LEXEME_ONE_IN 50
/* A form that so many times more articles hold than X and الX is another word: بعد is not عد. */
#define QSA_FORM_MAX_TIMES 16
/* And a form so many times commoner is not worth showing. */
#define QSA_FORM_ABSURD_TIMES 500
/* Other words of two letters are particles when they are seen so much more rarely with the article and not with
 * prepositions, as كل is. */
#define QSA_PARTICLE_ONE_IN 20

/* Words that take neither article nor preposition, however common what looks like one is: الآن is not
 * ال + أن, nor الله ال + له, nor كلها ك + لها. */
static const char *const qsa_form_particles[] = {
  "ان",  "من",  "عن",   "في",   "ما",   "لا",   "لم",   "لن",  "هو",   "هي",   "هم",
  "قد",  "او",  "ام",   "كي",   "اذ",   "كم",   "هل",   "بل",  "مع",   "يا",   "ثم",
  "لو",  "اي",  "له",   "به",   "لي",   "بي",   "لك",   "بك",  "ذا",   "ذو",   "ذي",
  "ها",  "نا",  "لها",  "لهم",  "لهما", "لنا",  "لكم",  "بها", "بهم",  "بهما", "بنا",
  "بكم", "فيه", "فيها", "فيهم", "منه",  "منها", "منهم", "عنه", "عنها", "عنهم", NULL,
};

void
qsa_form_evidence_init (QsaFormEvidence *evidence, QsaVocabularyFunc vocabulary,
                        gpointer user_data)
{
  evidence->vocabulary = vocabulary;
  evidence->user_data = user_data;
  evidence->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
qsa_form_evidence_clear (QsaFormEvidence *evidence)
{
  g_clear_pointer (&evidence->counts, g_hash_table_unref);
}

static guint
qsa_form_evidence_count_word (QsaFormEvidence *evidence, const char *word)
{
  gpointer known;
  guint count;

  if (g_hash_table_lookup_extended (evidence->counts, word, NULL, &known))
    return GPOINTER_TO_UINT (known);
  count = evidence->vocabulary (word, evidence->user_data);
  g_hash_table_insert (evidence->counts, g_strdup (word), GUINT_TO_POINTER (count));
  return count;
}

guint
qsa_form_evidence_count (QsaFormEvidence *evidence, const char *words)
{
  g_auto (GStrv) list = NULL;
  guint count = G_MAXUINT;

  if (strchr (words, ' ') == NULL)
    return qsa_form_evidence_count_word (evidence, words);
  list = g_strsplit (words, " ", -1);
  for (guint i = 0; list[i] != NULL && count > 0; i++)
    count = MIN (count, qsa_form_evidence_count_word (evidence, list[i]));
  return count;
}

guint
qsa_form_evidence_count_prefixed (QsaFormEvidence *evidence, const char *prefix,
                                  const char *word)
{
  g_autofree char *prefixed = g_strconcat (prefix, word, NULL);

  return qsa_form_evidence_count (evidence, prefixed);
}

gboolean
qsa_form_is_share (guint part, guint whole, guint one_in)
{
  return (guint64) part * one_in >= whole;
}

gboolean
qsa_form_is_enough (guint found, guint count)
{
  return found >= QSA_LEXEME_MIN_ARTICLES
         && qsa_form_is_share (found, count, QSA_LEXEME_ONE_IN);
}

glong
qsa_form_n_letters (const char *word)
{
  return g_utf8_strlen (word, -1);
}

gboolean
qsa_form_is_arabic (const char *word)
{
  gunichar first = g_utf8_get_char (word);

  return first >= 0x620 && first <= 0x6ff;
}

gboolean
qsa_form_surface_reads_article (const char *surface, glong at_chars)
{
  gunichar letter;

  if (surface == NULL || at_chars >= g_utf8_strlen (surface, -1))
    return TRUE;
  letter = g_utf8_get_char (g_utf8_offset_to_pointer (surface, at_chars));
  return letter == 0x627 || letter == 0x671;
}

gboolean
qsa_form_is_absurd (guint count, guint family)
{
  return count > (guint64) QSA_FORM_ABSURD_TIMES * MAX (family, 1);
}

/* X and الX. */
guint
qsa_form_evidence_count_family (QsaFormEvidence *evidence, const char *x)
{
  return qsa_form_evidence_count (evidence, x)
         + qsa_form_evidence_count_prefixed (evidence, QSA_ARTICLE, x);
}

static gboolean
qsa_form_evidence_carries (QsaFormEvidence *evidence, const char *carrier,
                           const char *word)
{
  return qsa_form_is_enough (qsa_form_evidence_count_prefixed (evidence, carrier, word),
                             qsa_form_evidence_count (evidence, word));
}

gboolean
qsa_form_evidence_is_particle (QsaFormEvidence *evidence, const char *x)
{
  if (g_strv_contains (qsa_form_particles, x))
    return TRUE;
  return qsa_form_n_letters (x) == 2
         && !qsa_form_is_share (
             qsa_form_evidence_count_prefixed (evidence, QSA_ARTICLE, x),
             qsa_form_evidence_count (evidence, x), QSA_PARTICLE_ONE_IN)
         && !(qsa_form_evidence_carries (evidence, "ب", x)
              && qsa_form_evidence_carries (evidence, QSA_LAM, x));
}

/* How many of ب ل ك (not ل before ل, which is the article) stand before @word. */
static guint
qsa_form_evidence_count_prepositions (QsaFormEvidence *evidence, const char *word)
{
  static const char *const prepositions[] = { "ب", QSA_LAM, "ك" };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (prepositions); i++)
    {
      if (!g_str_equal (prepositions[i], QSA_LAM) || !g_str_has_prefix (word, QSA_LAM))
        n += qsa_form_evidence_carries (evidence, prepositions[i], word);
    }
  return n;
}

gboolean
qsa_form_evidence_is_lexeme (QsaFormEvidence *evidence, const char *word,
                             gboolean bare_article)
{
  if (qsa_form_evidence_count (evidence, word) == 0)
    return FALSE;
  return qsa_form_is_known_lexeme (word)
         || qsa_form_evidence_carries (evidence, QSA_ARTICLE, word)
         || (!bare_article && qsa_form_evidence_count_prepositions (evidence, word) > 0);
}

/* Of a form of @x. Beside a commoner @x one preposition may be the beginning of some other word: بوروسيا is
 * no reason why وروسيا should be one. */
static gboolean
qsa_form_evidence_is_lexeme_beside (QsaFormEvidence *evidence, const char *form,
                                    const char *x)
{
  guint count = qsa_form_evidence_count (evidence, form);
  guint n_wanted = qsa_form_evidence_count (evidence, x) > count ? 2 : 1;

  return count > 0
         && (qsa_form_is_known_lexeme (form)
             || qsa_form_evidence_carries (evidence, QSA_ARTICLE, form)
             || qsa_form_evidence_count_prepositions (evidence, form) >= n_wanted);
}

static gboolean
qsa_form_evidence_outnumbers (QsaFormEvidence *evidence, const char *inner,
                              const char *whole, const char *x)
{
  guint64 most = QSA_FORM_MAX_TIMES
                 * (guint64) qsa_form_evidence_count_family (evidence, x);

  return most > 0
         && ((!g_str_equal (inner, x) && qsa_form_evidence_count (evidence, inner) > most)
             || (!g_str_equal (whole, x)
                 && qsa_form_evidence_count (evidence, whole) > most));
}

/* الX begins with a letter ا of its own (ألماني), and is seen so more often than X. */
static gboolean
qsa_form_evidence_is_article_other (QsaFormEvidence *evidence, const char *x)
{
  g_autofree char *with_article = g_strconcat (QSA_ARTICLE, x, NULL);

  return qsa_form_is_known_lexeme (with_article)
         || (qsa_form_evidence_is_lexeme (evidence, with_article, TRUE)
             && qsa_form_evidence_count_prefixed (evidence, QSA_ARTICLE, with_article)
                    > qsa_form_evidence_count (evidence, x));
}

/* للX is ل + ال + لX (للجنه) and not ل + ال + X. */
static gboolean
qsa_form_evidence_is_double_lam_other (QsaFormEvidence *evidence, const char *x)
{
  g_autofree char *with_lam = g_strconcat (QSA_LAM, x, NULL);

  return qsa_form_evidence_is_lexeme (evidence, with_lam, FALSE)
         && qsa_form_evidence_count_prefixed (evidence, QSA_ARTICLE, with_lam)
                > qsa_form_evidence_count_prefixed (evidence, QSA_ARTICLE, x);
}

/* TRUE when prefix + @x, or a part of it, is a word that has nothing to do with @x. */
gboolean
qsa_form_evidence_is_other_word (QsaFormEvidence *evidence, const char *conjunction,
                                 const QsaFormPrefix *prefix, const char *x)
{
  g_autofree char *inner = g_strconcat (prefix->letters, x, NULL);
  g_autofree char *whole = g_strconcat (conjunction, inner, NULL);
  gboolean is_double_lam = g_str_equal (prefix->letters, "لل");

  if (*conjunction != '\0' && qsa_form_evidence_is_lexeme_beside (evidence, whole, x))
    return TRUE;
  if (!prefix->has_article && qsa_form_evidence_outnumbers (evidence, inner, whole, x))
    return TRUE;
  if (*prefix->letters == '\0')
    return FALSE;
  if (is_double_lam)
    return qsa_form_evidence_is_double_lam_other (evidence, x);
  if (prefix->has_article && qsa_form_evidence_is_article_other (evidence, x))
    return TRUE;
  return !g_str_equal (prefix->letters, QSA_ARTICLE)
         && qsa_form_evidence_is_lexeme_beside (evidence, inner, x);
}

/* Nouns and adjectives, which alone have tanwin, are seen to take the article. */
gboolean
qsa_form_evidence_takes_article (QsaFormEvidence *evidence, const char *x)
{
  guint with_article = qsa_form_evidence_count_prefixed (evidence, QSA_ARTICLE, x);

  return with_article > 0
         && qsa_form_is_share (with_article, qsa_form_evidence_count (evidence, x),
                               QSA_LEXEME_ONE_IN);
}
