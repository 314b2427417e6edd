/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-byline.h"

#include <string.h>

#include "qsa-fold.h"
#include "qsa-places.h"
#include "qsa-press-words.h"
#include "qsa-text-util.h"

#define MAX_PARTS 6
#define MAX_BYLINE_BYTES 300

typedef enum
{
  PART_OTHER,
  PART_PLACE,
  PART_ORGANISATION,
  PART_NAME,
  PART_WORD, /* one unknown word: a place more often than a name */
  PART_DESK, /* says nothing about place or person */
} QsaBylinePartKind;

typedef struct
{
  char *text; /* owned, as printed */
  QsaBylinePartKind kind;
  gboolean has_cue; /* of its own */
  gboolean is_own;  /* the article's outlet */
} QsaBylinePart;

typedef struct
{
  QsaBylinePart parts[MAX_PARTS];
  guint n_parts;
  gboolean cue_waits;  /* a cue stood alone: "بقلم: اسم" */
  gboolean in_bracket; /* what comes next stands in brackets */
} QsaBylineParts;

static void
qsa_byline_parts_clear (QsaBylineParts *parts)
{
  for (guint i = 0; i < parts->n_parts; i++)
    g_clear_pointer (&parts->parts[i].text, g_free);
  parts->n_parts = 0;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QsaBylineParts, qsa_byline_parts_clear)

void
qsa_byline_clear (QsaByline *byline)
{
  g_clear_pointer (&byline->author, g_free);
  g_clear_pointer (&byline->place, g_free);
  g_clear_pointer (&byline->organisation, g_free);
}

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

/* Without spaces, dashes, brackets and quotes around it. */
static char *
qsa_byline_trim (const char *text, gsize text_bytes)
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

static gboolean
qsa_byline_folded_is_organisation (const char *text, const char *folded,
                                   QsaOutletTable *outlets)
{
  g_autofree char *first_word = g_strndup (folded, strcspn (folded, " "));

  if (outlets != NULL && qsa_outlet_table_find_name (outlets, text) != NULL)
    return TRUE;
  if (folded[strlen (first_word)] == ' ' && qsa_press_is_outlet_kind (first_word))
    return TRUE;
  return qsa_byline_is_abbreviation (text) || qsa_byline_is_site (text);
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

static gboolean
qsa_byline_has_name_form (const char *text, const char *folded)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  guint n_words = g_strv_length (words);

  if (n_words < 2 || n_words > 6)
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

static QsaBylinePartKind
qsa_byline_classify (const char *text, QsaOutletTable *outlets)
{
  g_autofree char *folded = qsa_fold_text (text, -1);

  if (*folded == '\0')
    return PART_OTHER;
  /* Some places lend their name to an outlet; as part of a byline the place is meant when it is
   * one of ours, unless the outlet's full name stands there. */
  if (qsa_places_contain_folded (folded))
    return PART_PLACE;
  if (qsa_press_is_desk (folded))
    return PART_DESK;
  if (qsa_byline_folded_is_organisation (text, folded, outlets))
    return PART_ORGANISATION;
  if (qsa_press_is_section (folded))
    return PART_DESK;
  if (qsa_byline_has_name_form (text, folded))
    return PART_NAME;
  if (qsa_byline_count_words (folded) == 1 && !g_ascii_isdigit (*folded))
    return PART_WORD;
  return PART_OTHER;
}

gboolean
qsa_byline_is_name (const char *text, QsaOutletTable *outlets)
{
  return qsa_byline_classify (text, outlets) == PART_NAME;
}

/* Bytes of a separator at @p; a bare hyphen joins names (بن-لادن) and needs a space on one side. */
static gsize
qsa_byline_separator_bytes (const char *start, const char *p, const char *end)
{
  gunichar letter = g_utf8_get_char (p);
  gsize bytes = (gsize) (g_utf8_next_char (p) - p);
  gboolean space_before = p > start && p[-1] == ' ';
  gboolean space_after = p + bytes < end && p[bytes] == ' ';

  switch (letter)
    {
    case '|':
    case ':':
    case '(':
    case 0x2013: /* – */
    case 0x2014: /* — */
      return bytes;
    case '-':
    case '/':
      return space_before || space_after ? bytes : 0;
    case 0x0640: /* a tatweel between spaces is meant as a dash */
      return space_before && space_after ? bytes : 0;
    default:
      return 0;
    }
}

static char *
qsa_byline_skip_words (const char *text, guint n_words)
{
  while (n_words > 0 && *text != '\0')
    {
      text += strcspn (text, " ");
      text += strspn (text, " ");
      n_words--;
    }
  return qsa_byline_trim (text, strlen (text));
}

static void
qsa_byline_parts_add (QsaBylineParts *parts, const char *text, gsize text_bytes,
                      const QsaBylineContext *context)
{
  g_autofree char *trimmed = qsa_byline_trim (text, text_bytes);
  g_autofree char *folded = qsa_fold_text (trimmed, -1);
  guint cue_words = qsa_press_byline_cue_words (folded);
  QsaBylinePart *part;

  if (cue_words > 0)
    {
      g_autofree char *rest = qsa_byline_skip_words (trimmed, cue_words);

      g_free (trimmed);
      trimmed = g_steal_pointer (&rest);
    }
  if (*trimmed == '\0' || parts->n_parts == MAX_PARTS)
    {
      parts->cue_waits = parts->cue_waits || cue_words > 0;
      return;
    }

  part = &parts->parts[parts->n_parts++];
  part->is_own = qsa_byline_same_outlet (context->outlets, trimmed, context->own_outlet);
  part->kind = part->is_own ? PART_ORGANISATION
                            : qsa_byline_classify (trimmed, context->outlets);
  /* In brackets stands who sent the text. */
  if (parts->in_bracket && part->kind == PART_WORD)
    part->kind = PART_ORGANISATION;
  part->has_cue = cue_words > 0 || parts->cue_waits;
  parts->cue_waits = FALSE;
  part->text = g_steal_pointer (&trimmed);
}

/* «س من الرياض»: the last " من " before a place. */
static const char *
qsa_byline_find_from (const char *text, gsize text_bytes)
{
  static const char from[] = " من ";
  g_autofree char *copy = g_strndup (text, text_bytes);
  const char *found = g_strrstr (copy, from);
  g_autofree char *place = NULL;

  if (found == NULL)
    return NULL;
  place = qsa_byline_trim (found + strlen (from), strlen (found + strlen (from)));
  return qsa_places_contain (place) ? text + (found - copy) : NULL;
}

static void
qsa_byline_split (const char *text, const QsaBylineContext *context,
                  QsaBylineParts *parts)
{
  const char *end = text + strlen (text);
  const char *from = qsa_byline_find_from (text, strlen (text));
  const char *start = text;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gsize bytes = p == from ? strlen (" من ")
                              : qsa_byline_separator_bytes (start, p, end);

      if (bytes == 0)
        continue;
      qsa_byline_parts_add (parts, start, (gsize) (p - start), context);
      parts->in_bracket = *p == '(';
      start = p + bytes;
    }
  qsa_byline_parts_add (parts, start, (gsize) (end - start), context);
}

static const QsaBylinePart *
qsa_byline_parts_find (const QsaBylineParts *parts, QsaBylinePartKind kind,
                       guint *n_found)
{
  const QsaBylinePart *first = NULL;

  *n_found = 0;
  for (guint i = 0; i < parts->n_parts; i++)
    {
      if (parts->parts[i].kind != kind)
        continue;
      first = first != NULL ? first : &parts->parts[i];
      (*n_found)++;
    }
  return first;
}

/* Of several, the one that is not the article's own. */
static const QsaBylinePart *
qsa_byline_parts_find_organisation (const QsaBylineParts *parts)
{
  const QsaBylinePart *found = NULL;

  for (guint i = 0; i < parts->n_parts; i++)
    {
      const QsaBylinePart *part = &parts->parts[i];

      if (part->kind == PART_ORGANISATION
          && (found == NULL || (found->is_own && !part->is_own)))
        found = part;
    }
  return found;
}

static gboolean
qsa_byline_parts_are_credit (const QsaBylineParts *parts)
{
  for (guint i = 0; i < parts->n_parts; i++)
    {
      QsaBylinePartKind kind = parts->parts[i].kind;

      if (kind != PART_ORGANISATION && kind != PART_DESK && kind != PART_PLACE)
        return FALSE;
    }
  return parts->n_parts >= 2 && qsa_byline_parts_find_organisation (parts) != NULL;
}

/* Two unknown names: the one that the article speaks of is the place. */
static gboolean
qsa_byline_decide_two_names (const QsaBylineParts *parts, const char *body,
                             QsaByline *byline)
{
  const char *left = parts->parts[0].text;
  const char *right = parts->parts[1].text;

  if (body == NULL || (strstr (body, left) == NULL) == (strstr (body, right) == NULL))
    return FALSE;
  if (strstr (body, left) == NULL)
    {
      const char *swap = left;

      left = right;
      right = swap;
    }
  byline->place = g_strdup (left);
  byline->author = g_strdup (right);
  byline->confidence = 0.6;
  return TRUE;
}

static void
qsa_byline_decide (const QsaBylineParts *parts, const char *body, QsaByline *byline)
{
  guint n_places, n_names, n_words;
  const QsaBylinePart *place = qsa_byline_parts_find (parts, PART_PLACE, &n_places);
  const QsaBylinePart *name = qsa_byline_parts_find (parts, PART_NAME, &n_names);
  const QsaBylinePart *word = qsa_byline_parts_find (parts, PART_WORD, &n_words);
  const QsaBylinePart *organisation = qsa_byline_parts_find_organisation (parts);

  byline->is_credit = qsa_byline_parts_are_credit (parts);
  if (organisation != NULL)
    byline->organisation = g_strdup (organisation->text);
  if (n_names == 2 && parts->n_parts == 2
      && qsa_byline_decide_two_names (parts, body, byline))
    return;

  byline->confidence = 0.9;
  if (n_names == 1)
    byline->author = g_strdup (name->text);
  if (n_places == 1)
    {
      byline->place = g_strdup (place->text);
      /* "مكان - كلمة": one word beside a place is an agency more often than a person. */
      if (n_words == 1 && n_names == 0 && organisation == NULL)
        byline->organisation = g_strdup (word->text);
    }
  else if (n_places == 0 && n_words == 1 && (n_names == 1 || organisation != NULL))
    {
      byline->place = g_strdup (word->text);
      byline->confidence = 0.6;
    }
  if (n_words == 1 && parts->n_parts == 1 && byline->has_cue)
    {
      byline->author = g_strdup (word->text);
      byline->confidence = 0.6;
    }
}

/* "س - تقرير اسم": who lets a named person report is an outlet, unless it is a place. */
static void
qsa_byline_mark_employers (QsaBylineParts *parts)
{
  for (guint i = 0; i + 1 < parts->n_parts; i++)
    {
      QsaBylinePart *part = &parts->parts[i];

      if (!part->has_cue && parts->parts[i + 1].has_cue
          && (part->kind == PART_NAME || part->kind == PART_WORD))
        part->kind = PART_ORGANISATION;
    }
}

gboolean
qsa_byline_parse (const char *text, gsize text_bytes, const QsaBylineContext *context,
                  QsaByline *byline)
{
  g_auto (QsaBylineParts) parts = { 0 };
  g_autofree char *squeezed = NULL;

  g_return_val_if_fail (text != NULL && context != NULL && byline != NULL, FALSE);

  *byline = (QsaByline){ 0 };
  if (text_bytes > MAX_BYLINE_BYTES)
    return FALSE;

  squeezed = qsa_text_squeeze (text, (gssize) text_bytes);
  qsa_byline_split (squeezed, context, &parts);
  for (guint i = 0; i < parts.n_parts; i++)
    byline->has_cue = byline->has_cue || parts.parts[i].has_cue;
  qsa_byline_mark_employers (&parts);
  qsa_byline_decide (&parts, context->body, byline);
  return byline->author != NULL || byline->place != NULL || byline->organisation != NULL;
}
