/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-forms.h"

#include <string.h>

#include "qsa-form-evidence.h"

/* {∅ و ف} · {∅ ب ل ك ال بال كال لل} · X. The article after ل is written لل. */
static const char *const qsa_form_conjunctions[] = { "", "و", "ف" };

static const QsaFormPrefix qsa_form_prefixes[] = {
  { "", FALSE },  { "ب", FALSE },  { "ل", FALSE },  { "ك", FALSE },
  { "ال", TRUE }, { "بال", TRUE }, { "كال", TRUE }, { "لل", TRUE },
};

#define QSA_ALEF "ا"

/* Of the typed word's articles, those that X and الX must have for the word to be و ف ب ل ك + X. */
#define QSA_FAMILY_ONE_IN 2
/* الX supports X without its article when this share is seen without it. */
#define QSA_BARE_ONE_IN 200
/* للX is read as ل + ال + X only when الX is not this much rarer than اللX. */
#define QSA_DOUBLE_LAM_ONE_IN 10

/* A word that the typed one may be a form of. */
typedef struct
{
  char *x;               /* owned */
  gboolean article_only; /* only forms with the article: X alone is hardly seen */
} QsaFormReading;

typedef struct
{
  QsaFormEvidence evidence;
  GHashTable *by_word; /* owned; borrowed word -> borrowed form */
  GPtrArray *forms;    /* owned until returned */
  GArray *readings;    /* owned; of QsaFormReading */
} QsaFormBuilder;

static void
qsa_form_reading_clear (gpointer data)
{
  QsaFormReading *reading = data;

  g_free (reading->x);
}

static void
qsa_form_builder_init (QsaFormBuilder *builder, QsaVocabularyFunc vocabulary,
                       gpointer user_data)
{
  qsa_form_evidence_init (&builder->evidence, vocabulary, user_data);
  builder->by_word = g_hash_table_new (g_str_hash, g_str_equal);
  builder->forms = g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_form_free);
  builder->readings = g_array_new (FALSE, FALSE, sizeof (QsaFormReading));
  g_array_set_clear_func (builder->readings, qsa_form_reading_clear);
}

static GPtrArray *
qsa_form_builder_finish (QsaFormBuilder *builder)
{
  g_hash_table_unref (builder->by_word);
  qsa_form_evidence_clear (&builder->evidence);
  g_array_unref (builder->readings);
  return g_steal_pointer (&builder->forms);
}

static void
qsa_form_builder_add (QsaFormBuilder *builder, char *word, QsaFormKind kind, gboolean on)
{
  g_autofree char *owned = word;
  guint articles = qsa_form_evidence_count (&builder->evidence, owned);
  QsaForm *form = g_hash_table_lookup (builder->by_word, owned);

  if (form != NULL)
    {
      form->on = form->on || on;
      return;
    }
  if (articles == 0 && kind != QSA_FORM_TYPED)
    return;

  form = g_new0 (QsaForm, 1);
  form->folded = g_steal_pointer (&owned);
  form->articles = articles;
  form->kind = kind;
  form->on = on;
  g_ptr_array_add (builder->forms, form);
  g_hash_table_insert (builder->by_word, form->folded, form);
}

static gboolean
qsa_form_is_arabic (const char *word)
{
  gunichar first = g_utf8_get_char (word);

  return first >= 0x620 && first <= 0x6ff;
}

static void
qsa_form_builder_add_prefixed (QsaFormBuilder *builder, const char *x,
                               gboolean article_only)
{
  gboolean is_particle = qsa_form_evidence_is_particle (&builder->evidence, x);

  for (guint c = 0; c < G_N_ELEMENTS (qsa_form_conjunctions); c++)
    {
      for (guint p = 0; p < G_N_ELEMENTS (qsa_form_prefixes); p++)
        {
          const char *conjunction = qsa_form_conjunctions[c];
          const QsaFormPrefix *prefix = &qsa_form_prefixes[p];
          g_autofree char *word = g_strconcat (conjunction, prefix->letters, x, NULL);
          gboolean on;

          if (qsa_form_evidence_count (&builder->evidence, word) == 0
              || (article_only && !prefix->has_article))
            continue;
          on = !(is_particle && *prefix->letters != '\0')
               && !qsa_form_evidence_is_other_word (&builder->evidence, conjunction,
                                                    prefix, x);
          qsa_form_builder_add (builder, g_steal_pointer (&word), QSA_FORM_CLITIC, on);
        }
    }
}

/* Words that end in ا or ة (ه here) or اء take their tanwin without an alef. */
static gboolean
qsa_form_takes_tanwin_alef (const char *x)
{
  return qsa_form_n_letters (x) >= 3 && !g_str_has_suffix (x, QSA_ALEF)
         && !g_str_has_suffix (x, "ه") && !g_str_has_suffix (x, "اء");
}

static void
qsa_form_builder_add_tanwin (QsaFormBuilder *builder, const char *x)
{
  /* سيئا: its final hamza is folded away in سيئ and not in the middle of the word. */
  static const char *const endings[] = { QSA_ALEF, "يا" };
  guint n_endings = g_str_has_suffix (x, "ي") ? 2 : 1;

  if (n_endings == 1 && !qsa_form_takes_tanwin_alef (x))
    return;
  for (guint e = qsa_form_takes_tanwin_alef (x) ? 0 : 1; e < n_endings; e++)
    {
      for (guint c = 0; c < G_N_ELEMENTS (qsa_form_conjunctions); c++)
        {
          g_autofree char *bare = g_strconcat (x, endings[e], NULL);
          g_autofree char *word = g_strconcat (qsa_form_conjunctions[c], bare, NULL);
          gboolean on;

          if (qsa_form_evidence_count (&builder->evidence, word) == 0)
            continue;
          on = qsa_form_evidence_takes_article (&builder->evidence, x)
               && !qsa_form_evidence_is_lexeme (&builder->evidence, bare, FALSE)
               && !qsa_form_evidence_is_lexeme (&builder->evidence, word, FALSE);
          qsa_form_builder_add (builder, g_steal_pointer (&word), QSA_FORM_TANWIN, on);
        }
    }
}

/* الX: X is meant unless الX is a word of its own (التزام) and X hardly lives. */
static gboolean
qsa_form_builder_article_reading_lives (QsaFormBuilder *builder, const char *word,
                                        const char *x)
{
  guint count = qsa_form_evidence_count (&builder->evidence, x);

  if (qsa_form_evidence_is_particle (&builder->evidence, x))
    return FALSE;
  if (!qsa_form_evidence_is_lexeme (&builder->evidence, word, TRUE))
    return TRUE;
  return qsa_form_is_enough (count, qsa_form_evidence_count (&builder->evidence, word));
}

/* ل + ال + X, against ل + لX. */
static gboolean
qsa_form_builder_double_lam_lives (QsaFormBuilder *builder, const char *x)
{
  g_autofree char *with_lam = g_strconcat (QSA_LAM, x, NULL);
  guint apart = qsa_form_evidence_count_prefixed (&builder->evidence, QSA_ARTICLE, x);
  guint within = qsa_form_evidence_count_prefixed (&builder->evidence, QSA_ARTICLE,
                                                   with_lam);

  return apart > 0 && qsa_form_is_share (apart, within, QSA_DOUBLE_LAM_ONE_IN);
}

/* Whether the vocabulary supports that @word, conjunction + prefix + @x, is a form of @x. */
static gboolean
qsa_form_builder_reading_lives (QsaFormBuilder *builder, const char *word,
                                const char *conjunction, const QsaFormPrefix *prefix,
                                const char *x)
{
  guint family;

  if (qsa_form_n_letters (x) < (prefix->has_article ? 2 : 3))
    return FALSE;
  if (*conjunction == '\0' && g_str_equal (prefix->letters, QSA_ARTICLE))
    return qsa_form_builder_article_reading_lives (builder, word, x);
  if (g_str_equal (prefix->letters, "لل")
      && !qsa_form_builder_double_lam_lives (builder, x))
    return FALSE;
  if (qsa_form_evidence_is_other_word (&builder->evidence, conjunction, prefix, x))
    return FALSE;

  family = qsa_form_evidence_count_family (&builder->evidence, x);
  if (prefix->has_article)
    return family > 0;
  return family > 0
         && qsa_form_is_share (family, qsa_form_evidence_count (&builder->evidence, word),
                               QSA_FAMILY_ONE_IN);
}

/* قراراً typed: قرار when that is a noun. */
static gboolean
qsa_form_builder_tanwin_reading_lives (QsaFormBuilder *builder, const char *word,
                                       const char *x)
{
  return qsa_form_takes_tanwin_alef (x)
         && qsa_form_evidence_takes_article (&builder->evidence, x)
         && qsa_form_evidence_count_prefixed (&builder->evidence, QSA_ARTICLE, x)
                >= qsa_form_evidence_count (&builder->evidence, word)
         && !qsa_form_evidence_is_lexeme (&builder->evidence, word, FALSE);
}

static void
qsa_form_builder_add_reading (QsaFormBuilder *builder, const char *x,
                              const char *with_article)
{
  QsaFormReading reading = { g_strdup (x), FALSE };

  if (with_article != NULL)
    {
      guint count = qsa_form_evidence_count (&builder->evidence, x);

      reading.article_only =
          count == 0
          || !qsa_form_is_share (
              count, qsa_form_evidence_count (&builder->evidence, with_article),
              QSA_BARE_ONE_IN);
    }
  g_array_append_val (builder->readings, reading);
}

static void
qsa_form_builder_find_readings (QsaFormBuilder *builder, const char *word)
{
  qsa_form_builder_add_reading (builder, word, NULL);
  for (guint c = 0; c < G_N_ELEMENTS (qsa_form_conjunctions); c++)
    {
      for (guint p = 0; p < G_N_ELEMENTS (qsa_form_prefixes); p++)
        {
          const char *conjunction = qsa_form_conjunctions[c];
          const QsaFormPrefix *prefix = &qsa_form_prefixes[p];
          g_autofree char *letters = g_strconcat (conjunction, prefix->letters, NULL);
          const char *x = word + strlen (letters);

          if (*letters != '\0' && g_str_has_prefix (word, letters)
              && qsa_form_builder_reading_lives (builder, word, conjunction, prefix, x))
            qsa_form_builder_add_reading (builder, x, prefix->has_article ? word : NULL);
        }
    }
  if (g_str_has_suffix (word, QSA_ALEF))
    {
      g_autofree char *x = g_strndup (word, strlen (word) - strlen (QSA_ALEF));

      if (qsa_form_builder_tanwin_reading_lives (builder, word, x))
        qsa_form_builder_add_reading (builder, x, NULL);
    }
}

static gint
qsa_form_compare (gconstpointer a, gconstpointer b)
{
  const QsaForm *left = *(const QsaForm *const *) a;
  const QsaForm *right = *(const QsaForm *const *) b;

  if ((left->kind == QSA_FORM_TYPED) != (right->kind == QSA_FORM_TYPED))
    return left->kind == QSA_FORM_TYPED ? -1 : 1;
  if (left->articles != right->articles)
    return left->articles > right->articles ? -1 : 1;
  return strcmp (left->folded, right->folded);
}

void
qsa_form_free (QsaForm *form)
{
  if (form == NULL)
    return;
  g_free (form->folded);
  g_free (form);
}

GPtrArray *
qsa_forms_generate (const char *folded, QsaVocabularyFunc vocabulary, gpointer user_data)
{
  QsaFormBuilder builder;

  g_return_val_if_fail (folded != NULL && vocabulary != NULL, NULL);

  qsa_form_builder_init (&builder, vocabulary, user_data);
  qsa_form_builder_add (&builder, g_strdup (folded), QSA_FORM_TYPED, TRUE);
  if (qsa_form_is_arabic (folded) && qsa_form_n_letters (folded) >= 2)
    {
      qsa_form_builder_find_readings (&builder, folded);
      for (guint i = 0; i < builder.readings->len; i++)
        {
          const QsaFormReading *reading = &g_array_index (builder.readings,
                                                          QsaFormReading, i);

          qsa_form_builder_add_prefixed (&builder, reading->x, reading->article_only);
          if (!reading->article_only)
            qsa_form_builder_add_tanwin (&builder, reading->x);
        }
    }
  g_ptr_array_sort (builder.forms, qsa_form_compare);
  return qsa_form_builder_finish (&builder);
}

GPtrArray *
qsa_forms_generate_proclitics (const char *folded, QsaVocabularyFunc vocabulary,
                               gpointer user_data)
{
  QsaFormBuilder builder;
  gboolean has_article;

  g_return_val_if_fail (folded != NULL && vocabulary != NULL, NULL);

  has_article = g_str_has_prefix (folded, QSA_ARTICLE)
                && qsa_form_n_letters (folded) >= 4;
  qsa_form_builder_init (&builder, vocabulary, user_data);
  qsa_form_builder_add (&builder, g_strdup (folded), QSA_FORM_TYPED, TRUE);
  if (qsa_form_is_arabic (folded) && qsa_form_n_letters (folded) >= 2)
    {
      for (guint c = 0; c < G_N_ELEMENTS (qsa_form_conjunctions); c++)
        {
          for (guint p = 0; p < G_N_ELEMENTS (qsa_form_prefixes); p++)
            {
              const char *conjunction = qsa_form_conjunctions[c];
              const QsaFormPrefix *prefix = &qsa_form_prefixes[p];
              gboolean lam_article = has_article && g_str_equal (prefix->letters, "لل");
              const char *x = lam_article ? folded + strlen (QSA_ARTICLE) : folded;
              gboolean on;

              if (prefix->has_article && !lam_article)
                continue;
              on = !qsa_form_evidence_is_other_word (&builder.evidence, conjunction,
                                                     prefix, x);
              qsa_form_builder_add (&builder,
                                    g_strconcat (conjunction, prefix->letters, x, NULL),
                                    QSA_FORM_CLITIC, on);
            }
        }
    }
  g_ptr_array_sort (builder.forms, qsa_form_compare);
  return qsa_form_builder_finish (&builder);
}
