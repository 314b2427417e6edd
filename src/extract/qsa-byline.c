/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-byline.h"

#include <string.h>

#include "qsa-byline-part.h"
#include "qsa-fold.h"
#include "qsa-places.h"
#include "qsa-press-words.h"
#include "qsa-text-util.h"

#define MAX_PARTS 6
#define MAX_BYLINE_BYTES 300

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
  return qsa_byline_part_trim (text, strlen (text));
}

/* "مدينة (بلد)": what stands before the bracket is the place. */
static gboolean
qsa_byline_parts_take_country (QsaBylineParts *parts, QsaBylinePartKind kind)
{
  QsaBylinePart *before;

  if (!parts->in_bracket || parts->n_parts == 0)
    return FALSE;
  before = &parts->parts[parts->n_parts - 1];
  if (kind == QSA_BYLINE_BODY && before->kind == QSA_BYLINE_PLACE)
    return TRUE;
  if (kind != QSA_BYLINE_PLACE || before->kind == QSA_BYLINE_ORGANISATION)
    return FALSE;
  before->kind = QSA_BYLINE_PLACE;
  return TRUE;
}

static QsaBylinePartKind
qsa_byline_classify (const char *text, const QsaBylineContext *context, gboolean *is_own)
{
  QsaBylinePartKind kind = qsa_byline_part_classify (text, context->outlets);

  /* Some papers bear the name of their city; beside a name the city is meant. */
  *is_own = kind != QSA_BYLINE_PLACE
            && qsa_byline_same_outlet (context->outlets, text, context->own_outlet);
  return *is_own ? QSA_BYLINE_ORGANISATION : kind;
}

static void
qsa_byline_parts_add_one (QsaBylineParts *parts, const char *text,
                          const QsaBylineContext *context)
{
  g_autofree char *trimmed = qsa_byline_part_trim (text, strlen (text));
  g_autofree char *folded = qsa_fold_text (trimmed, -1);
  guint cue_words = qsa_press_byline_cue_words (folded);
  QsaBylinePartKind kind;
  gboolean is_own;
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
  kind = qsa_byline_classify (trimmed, context, &is_own);
  if (qsa_byline_parts_take_country (parts, kind))
    return;

  part = &parts->parts[parts->n_parts++];
  part->is_own = is_own;
  /* In brackets stands who sent the text. */
  part->kind = parts->in_bracket && kind == QSA_BYLINE_WORD ? QSA_BYLINE_ORGANISATION
                                                            : kind;
  part->has_cue = cue_words > 0 || parts->cue_waits;
  part->text = g_steal_pointer (&trimmed);
  parts->cue_waits = FALSE;
}

/* "اسم، اسم، وكالة": the names stay one part, outlets and desks among them are parts of their own.
 * A list of nothing but names or places is one part. */
static void
qsa_byline_parts_add (QsaBylineParts *parts, const char *text, gsize text_bytes,
                      const QsaBylineContext *context)
{
  g_autofree char *whole = g_strndup (text, text_bytes);
  g_auto (GStrv) pieces = g_strsplit (whole, "،", MAX_PARTS);
  g_autoptr (GString) rest = g_string_new (NULL);

  for (guint i = 0; pieces[i] != NULL && pieces[1] != NULL; i++)
    {
      g_autofree char *piece = qsa_byline_part_trim (pieces[i], strlen (pieces[i]));
      gboolean is_own;
      QsaBylinePartKind kind = qsa_byline_classify (piece, context, &is_own);

      if (kind == QSA_BYLINE_ORGANISATION || kind == QSA_BYLINE_DESK)
        qsa_byline_parts_add_one (parts, piece, context);
      else if (*piece != '\0')
        g_string_append_printf (rest, "%s%s", rest->len > 0 ? "، " : "", piece);
    }
  qsa_byline_parts_add_one (parts,
                            pieces[0] != NULL && pieces[1] != NULL ? rest->str : whole,
                            context);
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
  place = qsa_byline_part_trim (found + strlen (from), strlen (found + strlen (from)));
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

      if (part->kind == QSA_BYLINE_ORGANISATION
          && (found == NULL || (found->is_own && !part->is_own)))
        found = part;
    }
  return found;
}

/* An institution that no table knows counts when nothing better does. */
static void
qsa_byline_mark_bodies (QsaBylineParts *parts)
{
  if (qsa_byline_parts_find_organisation (parts) != NULL || parts->n_parts < 2)
    return;
  for (guint i = 0; i < parts->n_parts; i++)
    {
      if (parts->parts[i].kind == QSA_BYLINE_BODY)
        parts->parts[i].kind = QSA_BYLINE_ORGANISATION;
    }
}

static gboolean
qsa_byline_parts_are_credit (const QsaBylineParts *parts)
{
  for (guint i = 0; i < parts->n_parts; i++)
    {
      QsaBylinePartKind kind = parts->parts[i].kind;

      if (kind != QSA_BYLINE_ORGANISATION && kind != QSA_BYLINE_DESK
          && kind != QSA_BYLINE_PLACE)
        return FALSE;
    }
  return parts->n_parts >= 2 && qsa_byline_parts_find_organisation (parts) != NULL;
}

/* "دبي - الرياض" in a paper that bears a city's name: the other one is the place. */
static void
qsa_byline_mark_own_city (QsaBylineParts *parts, const QsaBylineContext *context)
{
  guint n_places;

  qsa_byline_parts_find (parts, QSA_BYLINE_PLACE, &n_places);
  for (guint i = parts->n_parts; i > 0 && n_places == 2; i--)
    {
      QsaBylinePart *part = &parts->parts[i - 1];

      if (part->kind == QSA_BYLINE_PLACE
          && qsa_byline_same_outlet (context->outlets, part->text, context->own_outlet))
        {
          part->kind = QSA_BYLINE_ORGANISATION;
          part->is_own = TRUE;
          return;
        }
    }
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

/* Whether @body has @word as a word of its own, with or without و ف ب ل ك before it. */
static gboolean
qsa_byline_body_has_word (const char *body, const char *word)
{
  gsize word_bytes = strlen (word);

  for (const char *p = body; (p = strstr (p, word)) != NULL; p += word_bytes)
    {
      const char *before = p > body ? g_utf8_prev_char (p) : p;
      const char *first = before > body ? g_utf8_prev_char (before) : body;
      gboolean starts = p == body || !g_unichar_isalpha (g_utf8_get_char (before))
                        || !g_unichar_isalpha (g_utf8_get_char (first));

      if (starts && !g_unichar_isalpha (g_utf8_get_char (p + word_bytes)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
qsa_byline_may_guess (const QsaBylineContext *context, const char *word)
{
  return context->trusted || context->body == NULL
         || qsa_byline_body_has_word (context->body, word);
}

static void
qsa_byline_decide (const QsaBylineParts *parts, const QsaBylineContext *context,
                   QsaByline *byline)
{
  guint n_places, n_names, n_words;
  const QsaBylinePart *place = qsa_byline_parts_find (parts, QSA_BYLINE_PLACE, &n_places);
  const QsaBylinePart *name = qsa_byline_parts_find (parts, QSA_BYLINE_NAME, &n_names);
  const QsaBylinePart *word = qsa_byline_parts_find (parts, QSA_BYLINE_WORD, &n_words);
  const QsaBylinePart *organisation = qsa_byline_parts_find_organisation (parts);

  byline->is_credit = qsa_byline_parts_are_credit (parts);
  if (organisation != NULL)
    byline->organisation = g_strdup (organisation->text);
  if (n_names == 2 && parts->n_parts == 2
      && qsa_byline_decide_two_names (parts, context->body, byline))
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
  else if (n_places == 0 && n_words == 1 && (n_names == 1 || organisation != NULL)
           && qsa_byline_may_guess (context, word->text))
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
          && (part->kind == QSA_BYLINE_NAME || part->kind == QSA_BYLINE_WORD))
        part->kind = QSA_BYLINE_ORGANISATION;
    }
}

/* Who took the pictures or translated did not write it. */
static void
qsa_byline_cut_others (char *text)
{
  static const char *const others[] = { "تصوير", "ترجمة", "عدسة", "رسوم" };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      gsize bytes = strlen (others[i]);

      for (char *p = text; (p = strstr (p, others[i])) != NULL; p += bytes)
        {
          gboolean starts = p == text || p[-1] == ' ';
          gboolean ends = p[bytes] == '\0' || strchr (" :-", p[bytes]) != NULL;

          if (starts && ends)
            {
              *p = '\0';
              break;
            }
        }
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
  qsa_byline_cut_others (squeezed);
  qsa_byline_split (squeezed, context, &parts);
  for (guint i = 0; i < parts.n_parts; i++)
    byline->has_cue = byline->has_cue || parts.parts[i].has_cue;
  qsa_byline_mark_own_city (&parts, context);
  qsa_byline_mark_employers (&parts);
  qsa_byline_mark_bodies (&parts);
  qsa_byline_decide (&parts, context, byline);
  return byline->author != NULL || byline->place != NULL || byline->organisation != NULL;
}
