/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-quote-marks.h"

G_BEGIN_DECLS

/* Internal to quotes: which of the marks that were found belong together. */

/* What the two neighbours say together. */
typedef enum
{
  QSA_HINT_NONE,
  QSA_HINT_OPENS,
  QSA_HINT_CLOSES,
} QsaHint;

/* A mark while it is being paired. */
typedef struct
{
  QsaQuoteMark mark;
  QsaHint hint;
  guint paragraph;
  gboolean begins_paragraph;
} QsaLooseMark;

static inline QsaLooseMark *
qsa_loose_mark_at (GArray *loose, guint index)
{
  return &g_array_index (loose, QsaLooseMark, index);
}

/* Sets role and partner of each of @loose (QsaLooseMark, in order). Marks that found no partner keep
 * the role that they would have had. */
void qsa_quote_marks_pair (GArray *loose);

G_END_DECLS
