/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Direction of paragraphs, and the map between an article's source text and the text a
 * GtkTextView shows. GTK takes a paragraph's direction from its first strong letter only, so a
 * U+200F is put before paragraphs whose majority is right-to-left and whose first strong letter
 * is not. Those marks exist in the view only: everything that leaves it goes through the map.
 * Pure, any thread; a map is immutable. */

#define QSA_RLM "\xe2\x80\x8f"

typedef enum
{
  QSA_DIRECTION_NEUTRAL,
  QSA_DIRECTION_LTR,
  QSA_DIRECTION_RTL,
} QsaDirection;

/* By the majority of strong letters; ties right-to-left. */
QsaDirection qsa_direction_of (const char *text, gssize text_bytes);
/* By the first strong letter. */
QsaDirection qsa_direction_of_first_strong (const char *text, gssize text_bytes);

typedef struct _QsaBidiMap QsaBidiMap;

/* @source must be valid UTF-8; paragraphs are separated by \n. */
QsaBidiMap *qsa_bidi_map_new (const char *source, gssize source_bytes);
void qsa_bidi_map_free (QsaBidiMap *map);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaBidiMap, qsa_bidi_map_free)

/* The text for the view: owned by the map, NUL-terminated. */
const char *qsa_bidi_map_get_view_text (QsaBidiMap *map);

/* View offsets are characters (GtkTextIter offsets); source offsets are bytes. An offset on a
 * mark of ours maps to the character after it; out of range is clamped. */
gsize qsa_bidi_map_view_chars_to_source_bytes (QsaBidiMap *map, gsize view_chars);
gsize qsa_bidi_map_source_bytes_to_view_chars (QsaBidiMap *map, gsize source_bytes);

/* Exactly what the source has between two view offsets. Free with g_free(). */
char *qsa_bidi_map_dup_source_range (QsaBidiMap *map, gsize view_start_chars,
                                     gsize view_end_chars);

/* @text wrapped in U+2067 … U+2069 (RTL) or U+2066 … U+2069 (LTR), so that it keeps its order in
 * any surroundings. Neutral or empty text is returned as it is. Free with g_free(). */
char *qsa_bidi_isolate (const char *text, QsaDirection direction);

G_END_DECLS
