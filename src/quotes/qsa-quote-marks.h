/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Internal to quotes: finds quotation marks in a text and says which opens and which closes, for all
 * conventions of the press: straight marks ("), which only their neighbours tell apart; curly ones,
 * often reversed or set apart by spaces; guillemets, now and then reversed; doubled apostrophes
 * and angle brackets; mixed pairs; marks glued to a clitic before or a word after them; quotations of
 * several paragraphs that repeat the opening mark. Single quotation marks are not marks here: they
 * cannot be told from apostrophes.
 * Source of the conventions: measured on 72,716 Arabic press articles (HACKING.md, "Quotations").
 * Any valid UTF-8 is safe, the time is linear. Any thread. */

typedef enum
{
  QSA_MARK_FAMILY_STRAIGHT,
  QSA_MARK_FAMILY_CURLY,
  QSA_MARK_FAMILY_GUILLEMET,
  QSA_N_MARK_FAMILIES,
} QsaMarkFamily;

/* What the mark looks like, whatever it does here. */
typedef enum
{
  QSA_MARK_SHAPE_NEUTRAL,
  QSA_MARK_SHAPE_OPENING, /* « “ */
  QSA_MARK_SHAPE_CLOSING, /* » ” */
  QSA_N_MARK_SHAPES,
} QsaMarkShape;

typedef enum
{
  QSA_MARK_ALONE, /* no partner: an inch, a quotation that was cut off */
  QSA_MARK_OPENS,
  QSA_MARK_CLOSES,
  QSA_MARK_CONTINUES, /* repeats the opening mark at the beginning of a paragraph */
} QsaMarkRole;

#define QSA_MARK_NO_PARTNER G_MAXUINT

typedef struct
{
  gsize start_byte;
  gsize end_byte;
  QsaMarkFamily family;
  QsaMarkShape shape;
  QsaMarkRole role;
  guint partner; /* index of the other end; of the opening mark for CONTINUES */
} QsaQuoteMark;

/* GArray of QsaQuoteMark, in order. Paragraphs are separated by \n. */
GArray *qsa_quote_marks_find (const char *text, gsize text_bytes);

G_END_DECLS
