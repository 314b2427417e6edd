/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-variant-index.h"

#include <string.h>

#include "qsa-fold.h"
#include "qsa-form-evidence.h"

#define QSA_VARIANT_ALEF "ا"

/* Whether it takes the article; whether a preposition, which a tanwin with alef never does, while the press
 * writes ون after one too; whether it is rare. */
static const QsaVariantEnding qsa_variant_name_endings[] = {
  { "", NULL, TRUE, TRUE, FALSE },
};

static const QsaVariantEnding qsa_variant_thing_endings[] = {
  { "", NULL, TRUE, TRUE, FALSE },     { "ات", NULL, TRUE, TRUE, FALSE },
  { "ا", NULL, FALSE, FALSE, FALSE },  { "ين", NULL, TRUE, TRUE, TRUE },
  { "ان", NULL, TRUE, TRUE, TRUE },    { "ها", NULL, FALSE, TRUE, TRUE },
  { "هم", NULL, FALSE, TRUE, TRUE },   { "نا", NULL, FALSE, TRUE, TRUE },
  { "اته", NULL, FALSE, TRUE, TRUE },  { "اتها", NULL, FALSE, TRUE, TRUE },
  { "اتهم", NULL, FALSE, TRUE, TRUE },
};

/* Not يه: مسؤوليه is mostly مسؤولية, another word. */
static const QsaVariantEnding qsa_variant_noun_endings[] = {
  { "", NULL, TRUE, TRUE, FALSE },    { "ين", NULL, TRUE, TRUE, FALSE },
  { "ون", NULL, TRUE, TRUE, FALSE },  { "ه", NULL, TRUE, TRUE, FALSE },
  { "ي", NULL, FALSE, TRUE, FALSE },  { "ات", NULL, TRUE, TRUE, FALSE },
  { "ا", NULL, FALSE, FALSE, FALSE }, { "ان", NULL, TRUE, TRUE, TRUE },
  { "و", NULL, FALSE, TRUE, TRUE },   { "تين", NULL, TRUE, TRUE, TRUE },
  { "تان", NULL, TRUE, TRUE, TRUE },  { "ها", NULL, FALSE, TRUE, TRUE },
  { "هم", NULL, FALSE, TRUE, TRUE },  { "نا", NULL, FALSE, TRUE, TRUE },
  { "يها", NULL, FALSE, TRUE, TRUE }, { "يهم", NULL, FALSE, TRUE, TRUE },
  { "ينا", NULL, FALSE, TRUE, TRUE }, { "وها", NULL, FALSE, TRUE, TRUE },
  { "وهم", NULL, FALSE, TRUE, TRUE },
};

static const QsaVariantEnding qsa_variant_feminine_endings[] = {
  { "ه", "ا", TRUE, TRUE, FALSE },       { "ات", "ات", TRUE, TRUE, FALSE },
  { "تين", "تين", TRUE, TRUE, TRUE },    { "تان", "تان", TRUE, TRUE, TRUE },
  { "ته", "اه", FALSE, TRUE, TRUE },     { "تها", "اها", FALSE, TRUE, TRUE },
  { "تهم", "اهم", FALSE, TRUE, TRUE },   { "تنا", "انا", FALSE, TRUE, TRUE },
  { "اته", "اته", FALSE, TRUE, TRUE },   { "اتها", "اتها", FALSE, TRUE, TRUE },
  { "اتهم", "اتهم", FALSE, TRUE, TRUE }, { "اتنا", "اتنا", FALSE, TRUE, TRUE },
};

static const QsaVariantEnding qsa_variant_adjective_endings[] = {
  { "", NULL, TRUE, TRUE, FALSE },   { "ه", NULL, TRUE, TRUE, FALSE },
  { "ين", NULL, TRUE, TRUE, FALSE }, { "ون", NULL, TRUE, TRUE, FALSE },
  { "ات", NULL, TRUE, TRUE, FALSE }, { "ا", NULL, FALSE, FALSE, FALSE },
  { "ان", NULL, TRUE, TRUE, TRUE },  { "تين", NULL, TRUE, TRUE, TRUE },
  { "تان", NULL, TRUE, TRUE, TRUE },
};

static const struct
{
  const QsaVariantEnding *endings;
  guint n_endings;
} qsa_variant_endings[QSA_VARIANT_KINDS] = {
  [QSA_VARIANT_NAME] = { qsa_variant_name_endings,
                         G_N_ELEMENTS (qsa_variant_name_endings) },
  [QSA_VARIANT_THING] = { qsa_variant_thing_endings,
                          G_N_ELEMENTS (qsa_variant_thing_endings) },
  [QSA_VARIANT_NOUN] = { qsa_variant_noun_endings,
                         G_N_ELEMENTS (qsa_variant_noun_endings) },
  [QSA_VARIANT_FEMININE] = { qsa_variant_feminine_endings,
                             G_N_ELEMENTS (qsa_variant_feminine_endings) },
  [QSA_VARIANT_ADJECTIVE] = { qsa_variant_adjective_endings,
                              G_N_ELEMENTS (qsa_variant_adjective_endings) },
};

/* Where a stem comes from. */
typedef struct
{
  guint stems;
  guint spelling;
} QsaVariantPlace;

struct _QsaVariantIndex
{
  GPtrArray *stems;   /* of QsaVariantStems, one for each enabled group */
  GHashTable *places; /* lead + stem -> GArray of QsaVariantPlace */
  GHashTable *given;  /* lead + stem with its first ending */
  guint max_words;
};

static void
qsa_variant_spelling_free (gpointer data)
{
  QsaVariantSpelling *spelling = data;

  g_free (spelling->lead);
  g_free (spelling->stem);
  g_free (spelling->printed_lead);
  g_free (spelling->printed_stem);
  g_free (spelling);
}

static void
qsa_variant_stems_free (gpointer data)
{
  QsaVariantStems *stems = data;

  g_ptr_array_unref (stems->spellings);
  g_free (stems);
}

/* The words before the last, each with a space after it, and in @last the last. */
static char *
qsa_variant_dup_lead (const char *words, const char **last)
{
  const char *space = strrchr (words, ' ');

  *last = space != NULL ? space + 1 : words;
  return g_strndup (words, (gsize) (*last - words));
}

static void
qsa_variant_drop_last_letter (char *word)
{
  *g_utf8_find_prev_char (word, word + strlen (word)) = '\0';
}

/* Takes @printed apart. @with_article: whether it was given with one. */
static QsaVariantSpelling *
qsa_variant_spelling_new (const char *printed, QsaVariantKind kind,
                          gboolean *with_article)
{
  g_autofree char *folded = qsa_fold_text (printed, -1);
  g_autofree char *surface = qsa_surface_text (printed, -1);
  QsaVariantSpelling *spelling = g_new0 (QsaVariantSpelling, 1);
  const char *last;
  const char *printed_last;
  gsize n_skipped;

  spelling->lead = qsa_variant_dup_lead (folded, &last);
  spelling->printed_lead = qsa_variant_dup_lead (surface, &printed_last);
  *with_article = (kind != QSA_VARIANT_NAME || *spelling->lead == '\0')
                  && g_str_has_prefix (last, QSA_ARTICLE)
                  && qsa_form_surface_reads_article (printed_last, 0)
                  && qsa_form_n_letters (last) >= 4;
  n_skipped = *with_article ? strlen (QSA_ARTICLE) : 0;
  spelling->stem = g_strdup (last + n_skipped);
  spelling->printed_stem = g_strdup (printed_last + n_skipped);
  if (kind == QSA_VARIANT_FEMININE && qsa_form_n_letters (spelling->stem) > 1)
    {
      spelling->is_alef = g_str_has_suffix (spelling->stem, QSA_VARIANT_ALEF);
      qsa_variant_drop_last_letter (spelling->stem);
      qsa_variant_drop_last_letter (spelling->printed_stem);
    }
  return spelling;
}

static gboolean
qsa_variant_stems_have (const QsaVariantStems *stems, const QsaVariantSpelling *spelling)
{
  for (guint i = 0; i < stems->spellings->len; i++)
    {
      const QsaVariantSpelling *other = g_ptr_array_index (stems->spellings, i);

      if (g_str_equal (other->lead, spelling->lead)
          && g_str_equal (other->stem, spelling->stem)
          && other->is_alef == spelling->is_alef)
        return TRUE;
    }
  return FALSE;
}

static guint
qsa_variant_count_words (const char *folded)
{
  guint n_words = 1;

  for (; *folded != '\0'; folded++)
    n_words += *folded == ' ';
  return n_words;
}

static const char *
qsa_variant_ending_get_letters (const QsaVariantEnding *ending, gboolean is_alef)
{
  return is_alef && ending->after_alef != NULL ? ending->after_alef
                                               : ending->after_consonant;
}

char *
qsa_variant_spelling_dup_last (const QsaVariantSpelling *spelling,
                               const QsaVariantEnding *ending)
{
  return g_strconcat (spelling->stem,
                      qsa_variant_ending_get_letters (ending, spelling->is_alef), NULL);
}

char *
qsa_variant_spelling_dup_last_printed (const QsaVariantSpelling *spelling,
                                       const QsaVariantEnding *ending)
{
  const char *letters = qsa_variant_ending_get_letters (ending, spelling->is_alef);

  return g_strconcat (spelling->printed_stem, g_str_equal (letters, "ه") ? "ة" : letters,
                      NULL);
}

static void
qsa_variant_index_add_place (QsaVariantIndex *self, const QsaVariantSpelling *spelling,
                             QsaVariantPlace place)
{
  g_autofree char *key = g_strconcat (spelling->lead, spelling->stem, NULL);
  GArray *places = g_hash_table_lookup (self->places, key);

  self->max_words = MAX (self->max_words, qsa_variant_count_words (key));
  if (places == NULL)
    {
      places = g_array_new (FALSE, FALSE, sizeof (QsaVariantPlace));
      g_hash_table_insert (self->places, g_steal_pointer (&key), places);
    }
  g_array_append_val (places, place);
}

static void
qsa_variant_index_add_given (QsaVariantIndex *self, const QsaVariantSpelling *spelling,
                             QsaVariantKind kind)
{
  g_autofree char *last =
      qsa_variant_spelling_dup_last (spelling, &qsa_variant_endings[kind].endings[0]);

  g_hash_table_add (self->given, g_strconcat (spelling->lead, last, NULL));
}

/* A feminine noun without ة or ا at its end is a noun like others. */
static QsaVariantKind
qsa_variant_group_find_kind (const QsaVariantGroup *group)
{
  for (guint i = 0; group->kind == QSA_VARIANT_FEMININE && group->spellings[i] != NULL;
       i++)
    {
      g_autofree char *folded = qsa_fold_text (group->spellings[i], -1);

      if (!g_str_has_suffix (folded, "ه") && !g_str_has_suffix (folded, QSA_VARIANT_ALEF))
        return QSA_VARIANT_THING;
    }
  return group->kind;
}

static void
qsa_variant_index_add_group (QsaVariantIndex *self, const QsaVariantGroup *group)
{
  QsaVariantStems *stems = g_new0 (QsaVariantStems, 1);

  stems->kind = qsa_variant_group_find_kind (group);
  stems->takes_article = stems->kind != QSA_VARIANT_NAME;
  stems->spellings = g_ptr_array_new_with_free_func (qsa_variant_spelling_free);
  g_ptr_array_add (self->stems, stems);
  for (guint i = 0; group->spellings[i] != NULL; i++)
    {
      gboolean with_article;
      QsaVariantSpelling *spelling =
          qsa_variant_spelling_new (group->spellings[i], stems->kind, &with_article);

      stems->takes_article = stems->takes_article || with_article;
      if (*spelling->stem == '\0' || qsa_variant_stems_have (stems, spelling))
        {
          qsa_variant_spelling_free (spelling);
          continue;
        }
      qsa_variant_index_add_place (self, spelling,
                                   (QsaVariantPlace){ self->stems->len - 1,
                                                      stems->spellings->len });
      qsa_variant_index_add_given (self, spelling, stems->kind);
      g_ptr_array_add (stems->spellings, spelling);
    }
}

QsaVariantIndex *
qsa_variant_index_new (GPtrArray *groups)
{
  QsaVariantIndex *self = g_new0 (QsaVariantIndex, 1);

  self->stems = g_ptr_array_new_with_free_func (qsa_variant_stems_free);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) g_array_unref);
  self->given = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < groups->len; i++)
    {
      const QsaVariantGroup *group = g_ptr_array_index (groups, i);

      if (group->enabled)
        qsa_variant_index_add_group (self, group);
    }
  return self;
}

void
qsa_variant_index_free (QsaVariantIndex *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->places);
  g_hash_table_unref (self->given);
  g_ptr_array_unref (self->stems);
  g_free (self);
}

const QsaVariantEnding *
qsa_variant_kind_get_endings (QsaVariantKind kind, guint *n_endings)
{
  g_return_val_if_fail ((guint) kind < QSA_VARIANT_KINDS, NULL);

  *n_endings = qsa_variant_endings[kind].n_endings;
  return qsa_variant_endings[kind].endings;
}

static gboolean
qsa_variant_hits_have (GArray *hits, const QsaVariantHit *hit)
{
  for (guint i = 0; i < hits->len; i++)
    {
      const QsaVariantHit *other = &g_array_index (hits, QsaVariantHit, i);

      if (other->stems == hit->stems && other->ending == hit->ending)
        return TRUE;
    }
  return FALSE;
}

/* The groups of @kind whose stem is @x without @ending. */
static void
qsa_variant_index_look_up_ending (QsaVariantIndex *self, const char *x,
                                  gboolean with_article, QsaVariantKind kind,
                                  guint ending_number, gboolean is_alef, GArray *hits)
{
  const QsaVariantEnding *ending = &qsa_variant_endings[kind].endings[ending_number];
  const char *letters = qsa_variant_ending_get_letters (ending, is_alef);
  g_autofree char *stem = NULL;
  GArray *places;

  if (!g_str_has_suffix (x, letters) || (with_article && !ending->takes_article))
    return;
  stem = g_strndup (x, strlen (x) - strlen (letters));
  places = g_hash_table_lookup (self->places, stem);
  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      QsaVariantPlace place = g_array_index (places, QsaVariantPlace, i);
      QsaVariantHit hit = { g_ptr_array_index (self->stems, place.stems), ending_number };
      const QsaVariantSpelling *spelling = g_ptr_array_index (hit.stems->spellings,
                                                              place.spelling);

      if (hit.stems->kind == kind && spelling->is_alef == is_alef
          && (hit.stems->takes_article || !with_article)
          && !qsa_variant_hits_have (hits, &hit))
        g_array_append_val (hits, hit);
    }
}

gboolean
qsa_variant_index_is_given (QsaVariantIndex *self, const char *x)
{
  g_return_val_if_fail (self != NULL && x != NULL, FALSE);

  return g_hash_table_contains (self->given, x);
}

void
qsa_variant_index_look_up (QsaVariantIndex *self, const char *x, gboolean with_article,
                           GArray *hits)
{
  guint n_most;

  g_return_if_fail (self != NULL && x != NULL && hits != NULL);

  n_most = qsa_variant_index_is_given (self, x) ? 1 : G_MAXUINT;
  for (guint kind = 0; kind < QSA_VARIANT_KINDS; kind++)
    {
      for (guint e = 0; e < MIN (n_most, qsa_variant_endings[kind].n_endings); e++)
        {
          qsa_variant_index_look_up_ending (self, x, with_article, (QsaVariantKind) kind,
                                            e, FALSE, hits);
          if (kind == QSA_VARIANT_FEMININE)
            qsa_variant_index_look_up_ending (self, x, with_article,
                                              (QsaVariantKind) kind, e, TRUE, hits);
        }
    }
}

guint
qsa_variant_index_get_max_words (QsaVariantIndex *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->max_words;
}
