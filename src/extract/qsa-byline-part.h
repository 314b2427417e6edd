/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-outlet-table.h"

G_BEGIN_DECLS

/* What one part of a byline is, by itself. Pure, any thread. */

typedef enum
{
  QSA_BYLINE_OTHER,
  QSA_BYLINE_PLACE,
  QSA_BYLINE_ORGANISATION,
  QSA_BYLINE_NAME,
  QSA_BYLINE_WORD, /* one unknown word: a place more often than a name */
  QSA_BYLINE_BODY, /* several words with the article: an institution more often than a person */
  QSA_BYLINE_DESK, /* says nothing about place or person */
} QsaBylinePartKind;

QsaBylinePartKind qsa_byline_part_classify (const char *text, QsaOutletTable *outlets);

/* Without spaces, dashes, brackets and quotes around it. Free with g_free(). */
char *qsa_byline_part_trim (const char *text, gsize text_bytes);

G_END_DECLS
