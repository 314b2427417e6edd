/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-byline-part.h"

#include <string.h>

#include "qsa-byline.h"
#include "qsa-fold.h"
#include "qsa-places.h"
#include "qsa-press-words.h"
#include "qsa-text-util.h"

static gboolean
qsa_byline_is_edge (gunichar letter)
{
  if (letter < 0x80)
    return letter != 0
           && (letter <= ' ' || strchr ("-:.,;|/*()[]\"'", (int) letter) != NULL);
  return g_unichar_isspace (letter) || letter == 0x060c || letter == 0x2013
         || letter == 0x2014 || letter == 0x0640 || letter == 0xab || letter == 0xbb
         || letter == 0x201c || letter == 0x201d
         || g_unichar_type (letter) == G_UNICODE_FORMAT;
}

char *
qsa_byline_part_trim (const char *text, gsize text_bytes)
{
  const char *end = text + text_bytes;

  while (text < end)
    {
      if (!qsa_byline_is_edge (g_utf8_get_char (text)))
        break;
      text = g_utf8_next_char (text);
    }
  while (end > text)
    {
      const char *last = g_utf8_prev_char (end);

      if (!qsa_byline_is_edge (g_utf8_get_char (last)))
        break;
      end = last;
    }
  return qsa_text_squeeze (text, end - text);
}

static guint
qsa_byline_count_words (const char *folded)
{
  guint n = *folded != '\0';

  for (const char *p = folded; *p != '\0'; p++)
    n += *p == ' ';
  return n;
}

/* د ب أ, أ.ف.ب, AFP: letters standing for words. */
static gboolean
qsa_byline_is_abbreviation (const char *text)
{
  guint n_letters = 0;
  guint run = 0;
  gboolean latin_capitals = TRUE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (letter == ' ' || letter == '.' || letter == '/')
        {
          run = 0;
          continue;
        }
      if (!g_unichar_isalpha (letter))
        return FALSE;
      latin_capitals = latin_capitals && letter < 0x80 && g_unichar_isupper (letter);
      n_letters++;
      run++;
      if (run > 1 && !latin_capitals)
        return FALSE;
    }
  return n_letters >= 2 && n_letters <= 5;
}

static gboolean
qsa_byline_is_site (const char *text)
{
  return strstr (text, ".نت") != NULL || strstr (text, ".كوم") != NULL
         || strstr (text, ".com") != NULL || strstr (text, ".net") != NULL;
}

static char *
qsa_byline_outlet_key (const char *name)
{
  g_autofree char *folded = qsa_fold_text (name, -1);

  return g_strdup (qsa_press_skip_outlet_kind (folded));
}

gboolean
qsa_byline_same_outlet (QsaOutletTable *outlets, const char *a, const char *b)
{
  g_autofree char *key_a = NULL;
  g_autofree char *key_b = NULL;
  const char *bare_a;
  const char *bare_b;

  if (a == NULL || b == NULL)
    return FALSE;
  if (outlets != NULL)
    {
      const QsaOutlet *outlet_a = qsa_outlet_table_find_name (outlets, a);

      if (outlet_a != NULL && outlet_a == qsa_outlet_table_find_name (outlets, b))
        return TRUE;
    }
  key_a = qsa_byline_outlet_key (a);
  key_b = qsa_byline_outlet_key (b);
  bare_a = g_str_has_prefix (key_a, "ال") ? key_a + strlen ("ال") : key_a;
  bare_b = g_str_has_prefix (key_b, "ال") ? key_b + strlen ("ال") : key_b;
  return *bare_a != '\0' && strcmp (bare_a, bare_b) == 0;
}

/* "سراب برس", "سراب نيوز". */
static gboolean
qsa_byline_ends_as_outlet (const char *folded)
{
  static const char *const endings[] = { " برس",  " نيوز",  " نت", " اونلاين",
                                         " news", " press", " tv", " online" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      if (g_str_has_suffix (folded, endings[i]))
        return TRUE;
    }
  return FALSE;
}

static gboolean
qsa_byline_folded_is_organisation (const char *text, const char *folded,
                                   QsaOutletTable *outlets)
{
  g_autofree char *first_word = g_strndup (folded, strcspn (folded, " "));

  if (outlets != NULL && qsa_outlet_table_find_name (outlets, text) != NULL)
    return TRUE;
  if (folded[strlen (first_word)] == ' ' && qsa_press_is_outlet_kind (first_word))
    return TRUE;
  return qsa_byline_is_abbreviation (text) || qsa_byline_is_site (text)
         || qsa_byline_ends_as_outlet (folded);
}

gboolean
qsa_byline_is_organisation (const char *text, QsaOutletTable *outlets)
{
  g_autofree char *folded = qsa_fold_text (text, -1);

  return qsa_byline_folded_is_organisation (text, folded, outlets);
}

static gboolean
qsa_byline_is_name_letter (gunichar letter)
{
  switch (letter)
    {
    case ' ':
    case '.':
    case '-':
    case '\'':
    case 0x2019: /* ’ */
    case 0x060c: /* ، between two authors */
    case ',':
    case 0x0640: /* tatweel */
      return TRUE;
    default:
      return g_unichar_isalpha (letter) || g_unichar_ismark (letter)
             || g_unichar_type (letter) == G_UNICODE_FORMAT;
    }
}

/* "Next اسم" is two things on one line. */
static gboolean
qsa_byline_mixes_scripts (const char *text)
{
  gboolean latin = FALSE;
  gboolean other = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!g_unichar_isalpha (g_utf8_get_char (p)))
        continue;
      if (g_ascii_isalpha (*p))
        latin = TRUE;
      else if (g_utf8_get_char (p) >= 0x600)
        other = TRUE;
    }
  return latin && other;
}

/* "البوابة العربية للأخبار": no first name is a feminine or plural noun with the article. */
static gboolean
qsa_byline_has_body_form (const char *folded)
{
  static const char article[] = "ال";
  g_autofree char *first = g_strndup (folded, strcspn (folded, " "));

  return g_str_has_prefix (first, article)
         && (g_str_has_suffix (first, "ه") || g_str_has_suffix (first, "ات")
             || g_str_has_suffix (first, "اضي"));
}

static gboolean
qsa_byline_has_name_form (const char *text, const char *folded)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  guint n_words = g_strv_length (words);

  if (n_words < 2 || n_words > 6 || qsa_byline_mixes_scripts (text))
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!qsa_byline_is_name_letter (g_utf8_get_char (p)))
        return FALSE;
    }
  for (guint i = 0; i < n_words; i++)
    {
      if (qsa_press_is_function_word (words[i]))
        return FALSE;
    }
  return TRUE;
}

/* "أبها، واشنطن". */
static gboolean
qsa_byline_is_list_of_places (const char *text)
{
  g_auto (GStrv) names = NULL;

  if (strstr (text, "،") == NULL)
    return FALSE;
  names = g_strsplit (text, "،", -1);
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (!qsa_places_contain (names[i]))
        return FALSE;
    }
  return TRUE;
}

QsaBylinePartKind
qsa_byline_part_classify (const char *text, QsaOutletTable *outlets)
{
  g_autofree char *folded = qsa_fold_text (text, -1);

  if (*folded == '\0')
    return QSA_BYLINE_OTHER;
  /* Some places lend their name to an outlet; as part of a byline the place is meant when it is
   * one of ours, unless the outlet's full name stands there. */
  if (qsa_places_contain_folded (folded) || qsa_byline_is_list_of_places (text))
    return QSA_BYLINE_PLACE;
  if (qsa_press_is_desk (folded))
    return QSA_BYLINE_DESK;
  if (qsa_byline_folded_is_organisation (text, folded, outlets))
    return QSA_BYLINE_ORGANISATION;
  if (qsa_press_is_section (folded))
    return QSA_BYLINE_DESK;
  if (qsa_byline_has_name_form (text, folded))
    return qsa_byline_has_body_form (folded) ? QSA_BYLINE_BODY : QSA_BYLINE_NAME;
  if (qsa_byline_count_words (folded) == 1 && !g_ascii_isdigit (*folded))
    return QSA_BYLINE_WORD;
  return QSA_BYLINE_OTHER;
}

gboolean
qsa_byline_is_name (const char *text, QsaOutletTable *outlets)
{
  return qsa_byline_part_classify (text, outlets) == QSA_BYLINE_NAME;
}
