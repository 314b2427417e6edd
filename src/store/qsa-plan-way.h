/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-matcher.h"

G_BEGIN_DECLS

/* Private to the planner. A way to say something: consecutive words, at each position one of some
 * forms. A thing can be said in several ways (عبدالله, عبد الله). */

typedef struct
{
  GPtrArray *folded;  /* char *, owned */
  GPtrArray *surface; /* char *, owned: these letters only */
  char **others;  /* spellings of a folded form that do not count as it; NULL: any does */
  gboolean exact; /* the letters as given: the folded ones too stand for themselves */
  gboolean
      prefix; /* the one folded form is a word's beginning; the only position of its way */
} QsaPlanPosition;

QsaPlanPosition *qsa_plan_position_new (void);
QsaPlanPosition *qsa_plan_position_ref (QsaPlanPosition *position);
void qsa_plan_position_unref (QsaPlanPosition *position);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaPlanPosition, qsa_plan_position_unref)
void qsa_plan_position_add_folded (QsaPlanPosition *position, const char *form);
void qsa_plan_position_add_surface (QsaPlanPosition *position, const char *form);
gboolean qsa_plan_position_is_empty (const QsaPlanPosition *position);

/* A way is a GPtrArray of QsaPlanPosition. */
GPtrArray *qsa_plan_way_new (void);
GPtrArray *qsa_plan_way_new_of_position (QsaPlanPosition *position);
/* One position for each word of @form ("عبد الله"). */
GPtrArray *qsa_plan_way_new_of_words (const char *form);
GPtrArray *qsa_plan_way_copy (GPtrArray *way);

/* For MATCH; free with g_free(). */
char *qsa_plan_way_to_expression (GPtrArray *way);
/* Where these ways stand in a text is one term of @matcher. */
void qsa_plan_ways_mark (GPtrArray *ways, QsaMatcher *matcher);

G_END_DECLS
