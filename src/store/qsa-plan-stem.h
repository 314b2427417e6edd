/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-planner.h"

G_BEGIN_DECLS

/* Private to the planner. The wider reach: words of the archive with the same light stem. */

/* So many are shown, and streamed apart. */
#define QSA_PLAN_STEM_SHOWN 30u

typedef struct
{
  char *folded;
  guint articles;
} QsaStemWord;

/* QsaStemWord, the commonest first; empty when @folded has no stem. */
GArray *qsa_plan_stem_words (QsaPlanner *planner, const char *folded);
/* Whether both have the same stem. */
gboolean qsa_plan_stem_is_same (const char *folded, const char *other);

G_END_DECLS
