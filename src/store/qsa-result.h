/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "qsa-forms.h"
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
  char *
      form; /* names it, for qsa_search_request_with_form(): folded; other spellings begin with = */
  char *spelling; /* the form as a person who typed the query would write it; to show */
  char *of;       /* the word or words of the query that it stands for, as typed */
  guint articles; /* holding it, in the whole library; of several words an upper bound */
  QsaFormKind kind;
  gboolean on;
} QsaWidening;

/* What could be asked instead when little was found. */
typedef enum
{
  QSA_SUGGEST_WIDER, /* the same query at QSA_REACH_WIDE */
  QSA_SUGGEST_SPELLING, /* another word of the archive for one of the query: "did you mean" */
  QSA_SUGGEST_WITHOUT_FILTER, /* the same query, every outlet, date and state */
} QsaSuggestionKind;

typedef struct
{
  QsaSuggestionKind kind;
  char *query;    /* the query's text to ask instead; the same text but for SPELLING */
  char *spelling; /* SPELLING: the word of the archive */
  guint
      articles; /* that it would find; exact for WIDER and WITHOUT_FILTER; for SPELLING the word's */
} QsaSuggestion;

/* Fewer articles than this is little. */
#define QSA_RESULT_FEW 5u

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

/* QsaSuggestion, the best first; empty unless QSA_RESULT_FEW; borrowed, never NULL. */
GPtrArray *qsa_result_get_suggestions (QsaResult *result);

/* Fields of the query about which the archive knows nothing yet, so that they find nothing: bits
 * 1 << QsaQueryField (speaker: before quotes are analysed). */
guint qsa_result_get_unknown_fields (QsaResult *result);

/* Forms beyond those typed; borrowed QsaWidening, by the query's words, then on before off, then by
 * articles descending. */
GPtrArray *qsa_result_get_widenings (QsaResult *result);
/* What to mark in titles, snippets and the reading view; borrowed, never NULL. */
QsaMatcher *qsa_result_get_matcher (QsaResult *result);

G_END_DECLS
