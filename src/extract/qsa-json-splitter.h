/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Finds the elements of a JSON file without parsing it, so that a large file is read one article at
 * a time and a broken element does not take the others with it. Understands one object, an array
 * of objects, objects one after the other (JSON lines), and the usual wrapping of an array in an
 * object ("articles", "data", "hits" …). Nesting is counted, never recursed into. */

typedef enum
{
  QSA_JSON_ELEMENT,       /* an object, complete as far as brackets and quotes tell */
  QSA_JSON_NOT_AN_OBJECT, /* something else where an object should be */
  QSA_JSON_UNFINISHED,    /* an object that never ends, up to where the next one begins */
  QSA_JSON_TOO_DEEP,      /* nested deeper than any article is */
  QSA_JSON_UNCLOSED,      /* the file ends inside an array; an empty range */
  QSA_JSON_END,
} QsaJsonPiece;

typedef struct
{
  const char *data; /* borrowed */
  gsize data_bytes;
  gsize at_byte;
  gsize element_indent; /* of the first element's line */
  gboolean in_array;
  gboolean in_wrapper;
  gboolean has_indent;
  guint n_faults;     /* pieces without an end so far */
  gsize suspect_byte; /* a line end inside a string of the last element; 0 when none */
} QsaJsonSplitter;

void qsa_json_splitter_init (QsaJsonSplitter *splitter, const char *data,
                             gsize data_bytes);

/* The next piece and its range. */
QsaJsonPiece qsa_json_splitter_next (QsaJsonSplitter *splitter, gsize *start_byte,
                                     gsize *end_byte);

/* For an element that turned out broken: when a quote is missing, its range may have swallowed its
 * followers. Cuts it before the next element that can be told and goes on from there. */
void qsa_json_splitter_cut (QsaJsonSplitter *splitter, gsize start_byte, gsize *end_byte);

/* TRUE when @data nests no deeper than a recursive parser can bear. */
gboolean qsa_json_is_shallow (const char *data, gsize data_bytes);

G_END_DECLS
