/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-outlet-table.h"

G_BEGIN_DECLS

/* Reads bylines: "بقلم س", "القاهرة - س", "س - القاهرة", "القاهرة: وكالة", "صحيفة - تقرير س",
 * «س من الرياض». An outlet or agency is never an author. Pure, any thread. */

typedef struct
{
  char *author;       /* owned, or NULL */
  char *place;        /* owned, or NULL */
  char *organisation; /* owned, or NULL: outlet or agency as printed */
  gboolean is_credit; /* nothing but two or more outlets, agencies, desks and places */
  gboolean has_cue;   /* a word such as بقلم said that this is a byline */
  double confidence;  /* of author and place, 0..1 */
} QsaByline;

void qsa_byline_clear (QsaByline *byline);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QsaByline, qsa_byline_clear)

/* What helps to read a byline; all may be NULL. */
typedef struct
{
  QsaOutletTable *outlets;
  const char *own_outlet; /* the article's outlet, if it is known already */
  const char *body; /* tells an unknown place, which the article mentions, from a name */
  gboolean
      trusted; /* it stands where bylines do: an unknown word beside a name is a place */
} QsaBylineContext;

/* Fills @byline; FALSE when nothing in @text could be told apart. */
gboolean qsa_byline_parse (const char *text, gsize text_bytes,
                           const QsaBylineContext *context, QsaByline *byline);

/* TRUE when @text may be a person's name by its form: two to five words of letters, none of them
 * a function word, a section, a place or an outlet. */
gboolean qsa_byline_is_name (const char *text, QsaOutletTable *outlets);

/* TRUE when both name the same outlet, in the table's eyes or with and without صحيفة and the like. */
gboolean qsa_byline_same_outlet (QsaOutletTable *outlets, const char *a, const char *b);

/* TRUE when @text is an outlet of the table, an agency or another institution of the press. */
gboolean qsa_byline_is_organisation (const char *text, QsaOutletTable *outlets);

G_END_DECLS
