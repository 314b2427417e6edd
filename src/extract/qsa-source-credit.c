/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-source-credit.h"

#include <string.h>

#include "qsa-press-words.h"
#include "qsa-scanner.h"

#define LONGEST_NAME_WORDS 7

typedef enum
{
  CREDIT_NOTHING,
  CREDIT_CUE,  /* حسب, وفق, نقلا عن: a name may follow */
  CREDIT_NAME, /* inside the name */
} QsaCreditState;

typedef struct
{
  QsaCreditState state;
  const char *text;
  gsize start_byte;
  gsize end_byte;
  guint n_words;
  char *found; /* owned */
  gboolean ambiguous;
} QsaCreditSearch;

static gboolean
qsa_credit_is_cue (const char *folded)
{
  static const char *const cues[] = { "حسب",  "بحسب",  "وبحسب", "حسبما", "وفق",    "ووفق",
                                      "وفقا", "ووفقا", "نقلا",  "عن",    "استنادا" };

  for (gsize i = 0; i < G_N_ELEMENTS (cues); i++)
    {
      if (strcmp (folded, cues[i]) == 0)
        return TRUE;
    }
  return FALSE;
}

/* "عن" is a cue only behind "نقلا". */
static gboolean
qsa_credit_continues_cue (const QsaCreditSearch *search, const char *folded)
{
  return strcmp (folded, "عن") != 0 || search->state == CREDIT_CUE;
}

/* Bytes of the preposition before وكالة; -1 when the word is not that noun. */
static int
qsa_credit_agency_prefix (const char *folded)
{
  if (strcmp (folded, "وكاله") == 0 || strcmp (folded, "الوكاله") == 0)
    return 0;
  if (strcmp (folded, "لوكاله") == 0)
    return (int) strlen ("ل");
  return -1;
}

/* Words that no agency's name holds, where the sentence goes on. */
static gboolean
qsa_credit_ends_name (const char *folded)
{
  static const char *const words[] = { "اليوم",    "امس",      "الاحد",  "الاثنين",
                                       "الثلاثاء", "الاربعاء", "الخميس", "الجمعه",
                                       "السبت",    "مساء",     "صباح",   "فان",
                                       "وان",      "بان",      "ان",     "انه",
                                       "انها",     "فقد",      "حيث",    "و" };

  if (qsa_press_is_function_word (folded))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (strcmp (folded, words[i]) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
qsa_credit_close (QsaCreditSearch *search)
{
  g_autofree char *name = NULL;

  if (search->state == CREDIT_NAME && search->n_words >= 2)
    {
      name = g_strndup (search->text + search->start_byte,
                        search->end_byte - search->start_byte);
      if (search->found == NULL)
        search->found = g_steal_pointer (&name);
      else if (strcmp (search->found, name) != 0)
        search->ambiguous = TRUE;
    }
  search->state = CREDIT_NOTHING;
  search->n_words = 0;
}

/* Only a blank, or an opening mark before the name, may stand between two words of one credit. */
static gboolean
qsa_credit_gap_is_plain (const QsaCreditSearch *search, gsize start_byte)
{
  gsize gap_bytes = start_byte - search->end_byte;

  return gap_bytes == 1 && search->text[search->end_byte] == ' ';
}

static void
qsa_credit_step (QsaCreditSearch *search, const QsaToken *token)
{
  int prefix = qsa_credit_agency_prefix (token->folded);

  if (search->state != CREDIT_NOTHING
      && (!qsa_credit_gap_is_plain (search, token->start_byte)
          || search->n_words == LONGEST_NAME_WORDS))
    qsa_credit_close (search);

  if (search->state == CREDIT_NAME && qsa_credit_ends_name (token->folded))
    qsa_credit_close (search);
  else if (search->state == CREDIT_NAME)
    search->n_words++;
  else if (search->state == CREDIT_CUE && prefix >= 0)
    {
      search->state = CREDIT_NAME;
      search->start_byte = token->start_byte + (gsize) prefix;
      search->n_words = 1;
    }
  else if (qsa_credit_is_cue (token->folded)
           && qsa_credit_continues_cue (search, token->folded))
    search->state = CREDIT_CUE;
  else
    search->state = CREDIT_NOTHING;
  search->end_byte = token->end_byte;
}

char *
qsa_source_credit_find (const char *text, gsize text_bytes)
{
  QsaCreditSearch search = { .text = text };
  g_autoptr (QsaScanner) scanner = NULL;
  QsaToken token;

  /* Most texts credit no agency this way. */
  if (g_strstr_len (text, (gssize) text_bytes, "وكالة") == NULL)
    return NULL;
  scanner = qsa_scanner_new ();
  qsa_scanner_set_text (scanner, text, (gssize) text_bytes);
  while (qsa_scanner_next (scanner, &token))
    qsa_credit_step (&search, &token);
  qsa_credit_close (&search);
  if (search.ambiguous)
    g_clear_pointer (&search.found, g_free);
  return search.found;
}
