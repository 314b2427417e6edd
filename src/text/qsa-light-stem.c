/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-light-stem.h"

#include <string.h>

#include "qsa-form-evidence.h"

/* Letters that stay: after و, after an article, before an ending. */
#define QSA_STEM_AFTER_WAW 3
#define QSA_STEM_AFTER_ARTICLE 2
#define QSA_STEM_BEFORE_ENDING 2

static const char *const qsa_stem_articles[] = { "ال", "وال", "بال", "كال", "فال", "لل" };

/* In the order of the paper; one after the other is taken off. ية and ة are folded. */
static const char *const qsa_stem_endings[] = { "ها", "ان", "ات", "ون",
                                                "ين", "يه", "ه",  "ي" };

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

char *
qsa_light_stem (const char *folded)
{
  char *stem;

  g_return_val_if_fail (folded != NULL, NULL);

  if (!qsa_form_is_arabic (folded))
    return NULL;
  stem = g_strdup (qsa_stem_skip_prefix (folded));
  for (guint i = 0; i < G_N_ELEMENTS (qsa_stem_endings); i++)
    {
      gsize keep_bytes = strlen (stem)
                         - MIN (strlen (stem), strlen (qsa_stem_endings[i]));

      if (g_str_has_suffix (stem, qsa_stem_endings[i])
          && g_utf8_strlen (stem, (gssize) keep_bytes) >= QSA_STEM_BEFORE_ENDING)
        stem[keep_bytes] = '\0';
    }
  return stem;
}
