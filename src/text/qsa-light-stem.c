/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-light-stem.h"

#include <string.h>

#include "qsa-form-evidence.h"

/* Letters that stay: after و, after an article, before an ending. */
#define QSA_STEM_AFTER_WAW 3
#define QSA_STEM_AFTER_ARTICLE 2
#define QSA_STEM_BEFORE_ENDING 2
/* Beyond light10. */
#define QSA_STEM_BEFORE_MORE 3
#define QSA_STEM_MORE_ROUNDS 2
#define QSA_STEM_VERB 4
#define QSA_STEM_LONG_VERB 5

static const char *const qsa_stem_articles[] = { "ال", "وال", "بال", "كال", "فال", "لل" };

/* In the order of the paper; one after the other is taken off. ية and ة are folded. */
static const char *const qsa_stem_endings[] = { "ها", "ان", "ات", "ون",
                                                "ين", "يه", "ه",  "ي" };

/* The longest first: endings that light10 leaves, and what a first one uncovers. */
static const char *const qsa_stem_more_endings[] = {
  "تهما", "تهم", "تها", "تنا", "تين", "تان", "هما", "هم", "ها", "نا", "كم", "وا",
  "ان",   "ات",  "ون",  "ين",  "يه",  "ته",  "تي",  "ه",  "ي",  "ا",  "ت",
};

static const char *
qsa_stem_skip_prefix (const char *word)
{
  if (g_str_has_prefix (word, "و") && qsa_form_n_letters (word) > QSA_STEM_AFTER_WAW)
    word += strlen ("و");
  for (guint i = 0; i < G_N_ELEMENTS (qsa_stem_articles); i++)
    {
      const char *article = qsa_stem_articles[i];

      if (g_str_has_prefix (word, article)
          && qsa_form_n_letters (word + strlen (article)) >= QSA_STEM_AFTER_ARTICLE)
        return word + strlen (article);
    }
  return word;
}

static void
qsa_stem_drop_light10_endings (char *stem)
{
  for (guint i = 0; i < G_N_ELEMENTS (qsa_stem_endings); i++)
    {
      gsize keep_bytes = strlen (stem)
                         - MIN (strlen (stem), strlen (qsa_stem_endings[i]));

      if (g_str_has_suffix (stem, qsa_stem_endings[i])
          && g_utf8_strlen (stem, (gssize) keep_bytes) >= QSA_STEM_BEFORE_ENDING)
        stem[keep_bytes] = '\0';
    }
}

static gboolean
qsa_stem_begins_with_person (const char *stem)
{
  return g_utf8_strchr ("يتنا", -1, g_utf8_get_char (stem)) != NULL;
}

/* سيستقبل يستقبل تستقبل استقبل meet, and so do يعترف اعترف: headlines are in the present, bodies in the
 * past. A first ت ن ا goes only before the ت of the eighth and tenth forms, for else تونس were يونس. */
static const char *
qsa_stem_skip_person (const char *stem)
{
  glong n_letters = qsa_form_n_letters (stem);

  if (n_letters >= QSA_STEM_LONG_VERB && g_str_has_prefix (stem, "س")
      && qsa_stem_begins_with_person (stem + strlen ("س")))
    {
      stem += strlen ("س");
      n_letters--;
    }
  if (n_letters >= QSA_STEM_LONG_VERB && qsa_stem_begins_with_person (stem)
      && g_str_has_prefix (g_utf8_offset_to_pointer (stem, 2), "ت"))
    return g_utf8_next_char (stem);
  if (n_letters >= QSA_STEM_VERB && g_str_has_prefix (stem, "ي"))
    return stem + strlen ("ي");
  return stem;
}

static void
qsa_stem_drop_more (char *stem)
{
  for (guint i = 0; i < G_N_ELEMENTS (qsa_stem_more_endings); i++)
    {
      const char *ending = qsa_stem_more_endings[i];
      gsize keep_bytes = strlen (stem) - MIN (strlen (stem), strlen (ending));

      if (g_str_has_suffix (stem, ending)
          && g_utf8_strlen (stem, (gssize) keep_bytes) >= QSA_STEM_BEFORE_MORE)
        {
          stem[keep_bytes] = '\0';
          return;
        }
    }
}

char *
qsa_light_stem (const char *folded)
{
  g_autofree char *stem = NULL;

  g_return_val_if_fail (folded != NULL, NULL);

  if (!qsa_form_is_arabic (folded))
    return NULL;
  stem = g_strdup (qsa_stem_skip_prefix (folded));
  qsa_stem_drop_light10_endings (stem);
  for (guint round = 0; round < QSA_STEM_MORE_ROUNDS; round++)
    qsa_stem_drop_more (stem);
  return g_strdup (qsa_stem_skip_person (stem));
}
