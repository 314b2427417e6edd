/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-result.h"

G_BEGIN_DECLS

/* Internal to store: the record behind QsaResult, filled by the engine and immutable after. */
struct _QsaResult
{
  gatomicrefcount references;
  QsaSearchRequest *request;
  guint total;
  guint32 *ids;
  gint64 elapsed_us;
  GArray *outlets; /* QsaOutletCount */
  GArray *months;  /* QsaMonthCount */
  guint n_undated;
  guint n_all;
  guint n_unread;
  guint n_starred;
  GPtrArray *widenings; /* QsaWidening */
  QsaMatcher *matcher;
  GPtrArray *suggestions; /* QsaSuggestion */
  guint unknown_fields;   /* 1 << QsaQueryField */
};

/* Without articles, counts or widenings. */
QsaResult *qsa_result_new (QsaSearchRequest *request);
/* Takes @ids. */
void qsa_result_take_ids (QsaResult *result, guint32 *ids, guint n_ids);
/* References are taken. */
void qsa_result_set_words (QsaResult *result, GPtrArray *widenings, QsaMatcher *matcher);

QsaWidening *qsa_widening_copy (const QsaWidening *widening);
void qsa_widening_free (QsaWidening *widening);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaWidening, qsa_widening_free)

/* The strings are copied; @spelling may be NULL. */
QsaSuggestion *qsa_suggestion_new (QsaSuggestionKind kind, const char *query,
                                   const char *spelling, guint articles);
void qsa_suggestion_free (QsaSuggestion *suggestion);

G_END_DECLS
