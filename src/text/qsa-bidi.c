/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-bidi.h"

#include <string.h>
#include <unicode/uchar.h>

#include "qsa-letters.h"

/* A place where view and source are known to correspond; from it on they run in step until the
 * next anchor. Each mark of ours has an anchor behind it, and long stretches have some within,
 * so that no look-up walks far. */
typedef struct
{
  gsize source_byte;
  gsize view_char;
} QsaBidiAnchor;

#define QSA_BIDI_ANCHOR_BYTES 1024

struct _QsaBidiMap
{
  GString *source;
  GString *view;
  GArray *
      anchors; /* of QsaBidiAnchor, ascending in both fields; the first is { 0, 0 } or { 0, 1 } */
  gsize view_chars;
};

/* Strong direction of one code point. @embeddings: explicit embeddings and marks count, as they
 * do for Pango when it looks for a paragraph's direction; else only letters do. */
static QsaDirection
qsa_bidi_strong_direction (gunichar letter, gboolean embeddings)
{
  switch (u_charDirection ((UChar32) letter))
    {
    case U_LEFT_TO_RIGHT:
      return letter != 0x200e || embeddings ? QSA_DIRECTION_LTR : QSA_DIRECTION_NEUTRAL;

    case U_RIGHT_TO_LEFT:
    case U_RIGHT_TO_LEFT_ARABIC:
      return (letter != 0x200f && letter != 0x61c) || embeddings ? QSA_DIRECTION_RTL
                                                                 : QSA_DIRECTION_NEUTRAL;

    case U_LEFT_TO_RIGHT_EMBEDDING:
    case U_LEFT_TO_RIGHT_OVERRIDE:
      return embeddings ? QSA_DIRECTION_LTR : QSA_DIRECTION_NEUTRAL;

    case U_RIGHT_TO_LEFT_EMBEDDING:
    case U_RIGHT_TO_LEFT_OVERRIDE:
      return embeddings ? QSA_DIRECTION_RTL : QSA_DIRECTION_NEUTRAL;

    default:
      return QSA_DIRECTION_NEUTRAL;
    }
}

static QsaDirection
qsa_bidi_majority (const guint8 *at, const guint8 *end)
{
  gsize n_rtl = 0;
  gsize n_ltr = 0;
  guint n_bytes;

  for (; at < end; at += n_bytes)
    {
      gunichar letter = qsa_utf8_decode (at, end, &n_bytes);
      QsaDirection direction = QSA_DIRECTION_NEUTRAL;

      if (letter != QSA_UTF8_INVALID)
        direction = qsa_bidi_strong_direction (letter, FALSE);
      n_rtl += direction == QSA_DIRECTION_RTL;
      n_ltr += direction == QSA_DIRECTION_LTR;
    }
  if (n_rtl == 0 && n_ltr == 0)
    return QSA_DIRECTION_NEUTRAL;
  return n_ltr > n_rtl ? QSA_DIRECTION_LTR : QSA_DIRECTION_RTL;
}

static QsaDirection
qsa_bidi_first_strong (const guint8 *at, const guint8 *end)
{
  guint n_bytes;

  for (; at < end; at += n_bytes)
    {
      gunichar letter = qsa_utf8_decode (at, end, &n_bytes);
      QsaDirection direction = QSA_DIRECTION_NEUTRAL;

      if (letter != QSA_UTF8_INVALID)
        direction = qsa_bidi_strong_direction (letter, TRUE);
      if (direction != QSA_DIRECTION_NEUTRAL)
        return direction;
    }
  return QSA_DIRECTION_NEUTRAL;
}

static gsize
qsa_bidi_length (const char *text, gssize text_bytes)
{
  if (text == NULL)
    return 0;
  return text_bytes < 0 ? strlen (text) : (gsize) text_bytes;
}

QsaDirection
qsa_direction_of (const char *text, gssize text_bytes)
{
  const guint8 *start = (const guint8 *) text;

  return qsa_bidi_majority (start, start + qsa_bidi_length (text, text_bytes));
}

QsaDirection
qsa_direction_of_first_strong (const char *text, gssize text_bytes)
{
  const guint8 *start = (const guint8 *) text;

  return qsa_bidi_first_strong (start, start + qsa_bidi_length (text, text_bytes));
}

/* GtkTextBuffer begins a new paragraph, with its own direction, after each of these. */
static gboolean
qsa_bidi_ends_paragraph (gunichar letter)
{
  return letter == '\n' || letter == '\r' || letter == 0x2029;
}

static const guint8 *
qsa_bidi_find_paragraph_end (const guint8 *at, const guint8 *end)
{
  guint n_bytes;

  while (at < end && !qsa_bidi_ends_paragraph (qsa_utf8_decode (at, end, &n_bytes)))
    at += n_bytes;
  return at;
}

static void
qsa_bidi_map_add_anchor (QsaBidiMap *map, gsize source_byte)
{
  QsaBidiAnchor anchor = { source_byte, map->view_chars };

  g_array_append_val (map->anchors, anchor);
}

/* Copies [at, end) to the view. An invalid byte is one character, so that the map stays exact. */
static void
qsa_bidi_map_copy (QsaBidiMap *map, const guint8 *at, const guint8 *end)
{
  const guint8 *start = (const guint8 *) map->source->str;
  gsize last_anchor = (gsize) (at - start);
  guint n_bytes;

  g_string_append_len (map->view, (const char *) at, end - at);
  for (; at < end; at += n_bytes)
    {
      gsize source_byte = (gsize) (at - start);

      if (source_byte - last_anchor >= QSA_BIDI_ANCHOR_BYTES)
        {
          qsa_bidi_map_add_anchor (map, source_byte);
          last_anchor = source_byte;
        }
      qsa_utf8_decode (at, end, &n_bytes);
      map->view_chars++;
    }
}

QsaBidiMap *
qsa_bidi_map_new (const char *source, gssize source_bytes)
{
  QsaBidiMap *map = g_new0 (QsaBidiMap, 1);
  gsize n_bytes = qsa_bidi_length (source, source_bytes);
  const guint8 *at;
  const guint8 *end;

  map->source = g_string_new_len (source != NULL ? source : "", (gssize) n_bytes);
  map->view = g_string_sized_new (n_bytes);
  map->anchors = g_array_new (FALSE, FALSE, sizeof (QsaBidiAnchor));
  at = (const guint8 *) map->source->str;
  end = at + n_bytes;
  do
    {
      const guint8 *text_end = qsa_bidi_find_paragraph_end (at, end);
      const guint8 *next = text_end;
      guint mark_bytes;

      if (next < end)
        {
          qsa_utf8_decode (next, end, &mark_bytes);
          next += mark_bytes;
        }
      if (qsa_bidi_majority (at, text_end) == QSA_DIRECTION_RTL
          && qsa_bidi_first_strong (at, text_end) != QSA_DIRECTION_RTL)
        {
          g_string_append (map->view, QSA_RLM);
          map->view_chars++;
        }
      qsa_bidi_map_add_anchor (map, (gsize) (at - (const guint8 *) map->source->str));
      qsa_bidi_map_copy (map, at, next);
      at = next;
    }
  while (at < end);
  return map;
}

void
qsa_bidi_map_free (QsaBidiMap *map)
{
  if (map == NULL)
    return;
  g_string_free (map->source, TRUE);
  g_string_free (map->view, TRUE);
  g_array_unref (map->anchors);
  g_free (map);
}

const char *
qsa_bidi_map_get_view_text (QsaBidiMap *map)
{
  g_return_val_if_fail (map != NULL, NULL);

  return map->view->str;
}

static gsize
qsa_bidi_anchor_key (const QsaBidiAnchor *anchor, gboolean by_view)
{
  return by_view ? anchor->view_char : anchor->source_byte;
}

/* The last anchor at or before @offset, or the first of all. */
static guint
qsa_bidi_map_find_anchor (QsaBidiMap *map, gsize offset, gboolean by_view)
{
  guint low = 0;
  guint high = map->anchors->len;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (qsa_bidi_anchor_key (&g_array_index (map->anchors, QsaBidiAnchor, middle),
                               by_view)
          <= offset)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static const guint8 *
qsa_bidi_map_source_end (QsaBidiMap *map)
{
  return (const guint8 *) map->source->str + map->source->len;
}

gsize
qsa_bidi_map_view_chars_to_source_bytes (QsaBidiMap *map, gsize view_chars)
{
  const QsaBidiAnchor *anchor;
  const guint8 *at;
  const guint8 *limit;
  guint index;
  gsize n_chars;

  g_return_val_if_fail (map != NULL, 0);

  index = qsa_bidi_map_find_anchor (map, view_chars, TRUE);
  anchor = &g_array_index (map->anchors, QsaBidiAnchor, index);
  limit = qsa_bidi_map_source_end (map);
  /* On the mark before the next anchor: that anchor's place. */
  if (index + 1 < map->anchors->len)
    limit = (const guint8 *) map->source->str + anchor[1].source_byte;
  at = (const guint8 *) map->source->str + anchor->source_byte;
  n_chars = view_chars > anchor->view_char ? view_chars - anchor->view_char : 0;
  while (n_chars > 0 && at < limit)
    {
      guint n_bytes;

      qsa_utf8_decode (at, qsa_bidi_map_source_end (map), &n_bytes);
      at += n_bytes;
      n_chars--;
    }
  return (gsize) (at - (const guint8 *) map->source->str);
}

gsize
qsa_bidi_map_source_bytes_to_view_chars (QsaBidiMap *map, gsize source_bytes)
{
  const QsaBidiAnchor *anchor;
  const guint8 *at;
  const guint8 *target;
  gsize view_chars;

  g_return_val_if_fail (map != NULL, 0);

  source_bytes = MIN (source_bytes, map->source->len);
  anchor = &g_array_index (map->anchors, QsaBidiAnchor,
                           qsa_bidi_map_find_anchor (map, source_bytes, FALSE));
  view_chars = anchor->view_char;
  at = (const guint8 *) map->source->str + anchor->source_byte;
  target = (const guint8 *) map->source->str + source_bytes;
  while (at < target)
    {
      guint n_bytes;

      qsa_utf8_decode (at, qsa_bidi_map_source_end (map), &n_bytes);
      at += n_bytes;
      if (at <= target)
        view_chars++;
    }
  return view_chars;
}

char *
qsa_bidi_map_dup_source_range (QsaBidiMap *map, gsize view_start_chars,
                               gsize view_end_chars)
{
  gsize start;
  gsize end;

  g_return_val_if_fail (map != NULL, NULL);

  start = qsa_bidi_map_view_chars_to_source_bytes (map, view_start_chars);
  end = qsa_bidi_map_view_chars_to_source_bytes (map, view_end_chars);
  if (end <= start)
    return g_strdup ("");
  return g_strndup (map->source->str + start, end - start);
}

char *
qsa_bidi_isolate (const char *text, QsaDirection direction)
{
  g_return_val_if_fail (text != NULL, NULL);

  if (*text == '\0' || direction == QSA_DIRECTION_NEUTRAL)
    return g_strdup (text);
  return g_strconcat (direction == QSA_DIRECTION_RTL ? "\u2067" : "\u2066", text,
                      "\u2069", NULL);
}
