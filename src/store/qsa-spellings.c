/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-spellings.h"

#include <string.h>

#define MAX_WORD_BYTES 200u

typedef enum
{
  ANYWHERE,
  AT_END,
  INSIDE,
} QsaSpellingPlace;

typedef struct
{
  const char *folded; /* one letter */
  const char *printed;
  QsaSpellingPlace place;
} QsaSpellingRule;

/* The likely ones first: those at the end are left out for long words. */
static const QsaSpellingRule qsa_spelling_rules[] = {
  { "ا", "أ", ANYWHERE }, { "ا", "إ", ANYWHERE }, { "ه", "ة", AT_END },
  { "ي", "ى", AT_END },   { "ي", "ئ", ANYWHERE }, { "و", "ؤ", ANYWHERE },
  { "ا", "آ", ANYWHERE }, { "ي", "يء", AT_END },  { "ي", "ىء", AT_END },
  { "ا", "ٱ", ANYWHERE }, { "ك", "گ", ANYWHERE }, { "ب", "پ", ANYWHERE },
  { "ج", "چ", ANYWHERE }, { "ف", "ڤ", ANYWHERE }, { "ه", "ۀ", AT_END },
  { "ي", "ى", INSIDE },   { "ه", "ة", INSIDE },   { "e", "é", ANYWHERE },
  { "e", "è", ANYWHERE }, { "a", "á", ANYWHERE }, { "a", "à", ANYWHERE },
  { "a", "ä", ANYWHERE }, { "o", "ó", ANYWHERE }, { "o", "ö", ANYWHERE },
  { "u", "ü", ANYWHERE }, { "i", "í", ANYWHERE }, { "c", "ç", ANYWHERE },
  { "n", "ñ", ANYWHERE }, { "e", "ê", ANYWHERE }, { "e", "ë", ANYWHERE },
  { "a", "â", ANYWHERE }, { "i", "î", ANYWHERE }, { "i", "ï", ANYWHERE },
  { "o", "ô", ANYWHERE }, { "u", "û", ANYWHERE }, { "u", "ú", ANYWHERE },
  { "s", "ş", ANYWHERE }, { "g", "ğ", ANYWHERE }, { "a", "ã", ANYWHERE },
  { "o", "õ", ANYWHERE },
};

static gboolean
qsa_spelling_rule_applies (const QsaSpellingRule *rule, const char *letter,
                           gboolean at_end)
{
  return strcmp (rule->folded, letter) == 0
         && (rule->place == ANYWHERE || (rule->place == AT_END) == at_end);
}

/* What may be printed for each letter of the word, the folded letter first. */
static GPtrArray *
qsa_spellings_collect (const char *folded, guint n_rules)
{
  g_autoptr (GPtrArray)
      choices = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      g_autoptr (GStrvBuilder) choice = g_strv_builder_new ();
      const char *next = g_utf8_next_char (at);
      g_autofree char *letter = g_strndup (at, (gsize) (next - at));

      g_strv_builder_add (choice, letter);
      for (guint i = 0; i < n_rules; i++)
        if (qsa_spelling_rule_applies (&qsa_spelling_rules[i], letter, *next == '\0'))
          g_strv_builder_add (choice, qsa_spelling_rules[i].printed);
      g_ptr_array_add (choices, g_strv_builder_end (choice));
    }
  return g_steal_pointer (&choices);
}

static guint
qsa_spellings_count (GPtrArray *choices, guint max)
{
  guint n = 1;

  for (guint i = 0; i < choices->len && n <= max; i++)
    n *= g_strv_length (choices->pdata[i]);
  return n;
}

/* The @number-th combination, one digit of a mixed radix for each letter. */
static char *
qsa_spellings_spell (GPtrArray *choices, guint number)
{
  g_autoptr (GString) spelling = g_string_new (NULL);

  for (guint i = 0; i < choices->len; i++)
    {
      char **choice = choices->pdata[i];
      guint n = g_strv_length (choice);

      g_string_append (spelling, choice[number % n]);
      number /= n;
    }
  return g_string_free (g_steal_pointer (&spelling), FALSE);
}

char **
qsa_spellings_likely (const char *folded, guint max)
{
  g_autoptr (GPtrArray) spellings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) choices = NULL;
  guint n_rules = G_N_ELEMENTS (qsa_spelling_rules);

  g_return_val_if_fail (folded != NULL, NULL);

  /* No word of a language: nobody spells it otherwise. */
  if (strlen (folded) > MAX_WORD_BYTES)
    n_rules = 0;
  choices = qsa_spellings_collect (folded, n_rules);
  while (qsa_spellings_count (choices, max) > max)
    {
      g_ptr_array_unref (choices);
      choices = qsa_spellings_collect (folded, --n_rules);
    }
  /* 0 is the folded word itself. */
  for (guint i = 1, n = qsa_spellings_count (choices, max); i < n; i++)
    g_ptr_array_add (spellings, qsa_spellings_spell (choices, i));
  g_ptr_array_add (spellings, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&spellings), FALSE);
}

char **
qsa_spellings_of (const char *folded)
{
  return qsa_spellings_likely (folded, QSA_SPELLINGS_MAX);
}
