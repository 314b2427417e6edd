/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "qsa-matcher.h"

#include "qsa-search-request.h"

G_BEGIN_DECLS

/* The answer to a search: ids in order and exact counts. Immutable and shared; results of an older
 * query are recognised by their request. */

typedef struct
{
  guint32 outlet_id; /* QSA_OUTLET_UNKNOWN for nobody knows */
  guint articles;
} QsaOutletCount;

typedef struct
{
  gint16 year;
  guint8 month; /* 0: articles of which only the year is known */
  guint articles;
} QsaMonthCount;

typedef struct
{
  char *form;     /* folded */
  char *spelling; /* the form as a person who typed the query would write it; to show */
  guint articles; /* holding it, in the whole library */
  gboolean on;
} QsaWidening;

typedef struct _QsaResult QsaResult;

QsaResult *qsa_result_ref (QsaResult *result);
void qsa_result_unref (QsaResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaResult, qsa_result_unref)

QsaSearchRequest *qsa_result_get_request (QsaResult *result);
guint qsa_result_get_total (QsaResult *result);
/* Article ids in the order asked for; borrowed. */
const guint32 *qsa_result_get_ids (QsaResult *result);
gint64 qsa_result_get_elapsed_us (QsaResult *result);

/* Counts, each facet leaving out its own filter. Outlets by count, descending, unknown among them;
 * months ascending; borrowed. */
const QsaOutletCount *qsa_result_get_outlets (QsaResult *result, guint *n_outlets);
const QsaMonthCount *qsa_result_get_months (QsaResult *result, guint *n_months);
guint qsa_result_get_n_undated (QsaResult *result);
guint qsa_result_get_n_all (QsaResult *result); /* any state */
guint qsa_result_get_n_unread (QsaResult *result);
guint qsa_result_get_n_starred (QsaResult *result);

/* Forms beyond those typed; borrowed QsaWidening, by articles descending. */
GPtrArray *qsa_result_get_widenings (QsaResult *result);
/* What to mark in titles, snippets and the reading view; borrowed, never NULL. */
QsaMatcher *qsa_result_get_matcher (QsaResult *result);

G_END_DECLS
