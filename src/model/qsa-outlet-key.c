/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-outlet-key.h"

#include <string.h>

#include "qsa-fold.h"

/* Folded. Nouns that stand before an outlet's name without being part of it. */
static const char *const kind_nouns[] = {
  "صحيفه", "جريده", "مجله",  "يوميه", "اسبوعيه", "موقع",  "قناه",  "فضائيه",
  "شبكه",  "وكاله", "بوابه", "منصه",  "تلفزيون", "اذاعه", "راديو",
};

/* Folded. Words at the end of the name of an outlet's Arabic edition. */
static const char *const language_words[] = {
  "عربي", "عربيه", "العربيه", "بالعربي", "بالعربيه", "arabic", "ar", "arabi",
};

/* The shortest word that an article can stand before: ال + three letters. */
#define MIN_BARE_CHARS 3

char *
qsa_outlet_key (const char *name)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  folded = qsa_fold_text (name, -1);
  words = g_strsplit (folded, " ", -1);
  return g_strjoinv ("", words);
}

char *
qsa_outlet_key_bare (const char *key)
{
  static const char article[] = "ال";

  g_return_val_if_fail (key != NULL, NULL);

  if (g_str_has_prefix (key, article)
      && g_utf8_strlen (key + strlen (article), -1) >= MIN_BARE_CHARS)
    return g_strdup (key + strlen (article));
  return g_strdup (key);
}

static gboolean
qsa_outlet_list_has (const char *const *list, gsize n_list, const char *word)
{
  for (gsize i = 0; i < n_list; i++)
    if (g_str_equal (list[i], word))
      return TRUE;
  return FALSE;
}

char *
qsa_outlet_name_without_kind (const char *name)
{
  g_autofree char *folded = NULL;
  char *space;

  g_return_val_if_fail (name != NULL, NULL);

  folded = qsa_fold_text (name, -1);
  space = strchr (folded, ' ');
  if (space == NULL)
    return NULL;

  *space = '\0';
  if (!qsa_outlet_list_has (kind_nouns, G_N_ELEMENTS (kind_nouns), folded))
    return NULL;
  return g_strdup (space + 1);
}

char *
qsa_outlet_name_without_language (const char *name)
{
  g_autofree char *folded = NULL;
  char *space;

  g_return_val_if_fail (name != NULL, NULL);

  folded = qsa_fold_text (name, -1);
  space = strrchr (folded, ' ');
  if (space == NULL
      || !qsa_outlet_list_has (language_words, G_N_ELEMENTS (language_words), space + 1))
    return NULL;

  *space = '\0';
  return g_steal_pointer (&folded);
}

gboolean
qsa_outlet_name_is_domain (const char *name)
{
  const char *last_dot;

  g_return_val_if_fail (name != NULL, FALSE);

  for (const char *p = name; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-' && *p != '.')
      return FALSE;

  /* A top-level domain is letters only: "24.7" is no host. */
  last_dot = strrchr (name, '.');
  if (last_dot == NULL || last_dot == name || strlen (last_dot + 1) < 2)
    return FALSE;
  for (const char *p = last_dot + 1; *p != '\0'; p++)
    if (!g_ascii_isalpha (*p))
      return FALSE;
  return strstr (name, "..") == NULL;
}

/* Labels of registries under which a country gives out names: "com" in "example.com.eg". */
static gboolean
qsa_outlet_label_is_registry (const char *label)
{
  static const char *const registries[] = { "com", "co",   "net", "org",
                                            "gov", "info", "edu" };

  return qsa_outlet_list_has (registries, G_N_ELEMENTS (registries), label);
}

char *
qsa_outlet_domain_label (const char *domain)
{
  g_auto (GStrv) labels = NULL;
  guint n_labels;
  guint index;

  g_return_val_if_fail (domain != NULL, NULL);

  if (!qsa_outlet_name_is_domain (domain))
    return NULL;

  labels = g_strsplit (domain, ".", -1);
  n_labels = g_strv_length (labels);
  index = n_labels - 2;
  if (index > 0 && qsa_outlet_label_is_registry (labels[index]))
    index--;
  return qsa_outlet_key (labels[index]);
}
