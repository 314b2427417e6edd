/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-variants.h"

G_BEGIN_DECLS

/* Private to text/: from a folded word to the groups of the variant table, and to the words that a
 * group stands for. */

/* What a word of a kind may end in, in folded letters. */
typedef struct
{
  /* After the stem; of feminine nouns in place of ة. */
  const char *after_consonant;
  /* Of feminine nouns in ا, in place of it. NULL: the same. */
  const char *after_alef;
  gboolean takes_article;
  gboolean takes_preposition;
  /* Not worth many questions when it is not seen alone or with the article. */
  gboolean rare;
} QsaVariantEnding;

typedef struct
{
  /* Owned; folded words before the last, each with a space after it; mostly "". */
  char *lead;
  /* Owned; the last word, folded, without article and ending. A name of several words has its article here:
   * it never goes. */
  char *stem;
  gboolean is_alef; /* a feminine noun in ا */
  /* Owned; the same two with their letters as printed. */
  char *printed_lead;
  char *printed_stem;
} QsaVariantSpelling;

typedef struct
{
  QsaVariantKind kind;
  gboolean takes_article;
  GPtrArray *spellings; /* of QsaVariantSpelling, no two alike */
} QsaVariantStems;

/* A word found in the table. */
typedef struct
{
  const QsaVariantStems *stems; /* borrowed from the table */
  guint ending;                 /* of the endings of its kind */
} QsaVariantHit;

typedef struct _QsaVariantIndex QsaVariantIndex;

/* @groups: of QsaVariantGroup; disabled ones are left out. */
QsaVariantIndex *qsa_variant_index_new (GPtrArray *groups);
void qsa_variant_index_free (QsaVariantIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaVariantIndex, qsa_variant_index_free)

/* The endings of @kind; the first is that of the spelling as given. */
const QsaVariantEnding *qsa_variant_kind_get_endings (QsaVariantKind kind,
                                                      guint *n_endings);

/* Appends a QsaVariantHit for each way to read @x: one folded word without clitics and article, or
 * several, a space apart, the last one without its article. @with_article: it had one. A word that is given
 * as a spelling is no other one with an ending: أستراليا is no tanwin of أسترالي. */
void qsa_variant_index_look_up (QsaVariantIndex *index, const char *x,
                                gboolean with_article, GArray *hits);

/* Whether the folded word is given as a spelling, but for its article. */
gboolean qsa_variant_index_is_given (QsaVariantIndex *index, const char *x);

/* How many words the longest spelling has. */
guint qsa_variant_index_get_max_words (QsaVariantIndex *index);

/* Of the table; borrowed. */
QsaVariantIndex *qsa_variant_table_get_index (QsaVariantTable *table);

/* The last word of @spelling with the ending, without its article. Free with g_free(). */
char *qsa_variant_spelling_dup_last (const QsaVariantSpelling *spelling,
                                     const QsaVariantEnding *ending);
/* The same as the press prints it. */
char *qsa_variant_spelling_dup_last_printed (const QsaVariantSpelling *spelling,
                                             const QsaVariantEnding *ending);

G_END_DECLS
