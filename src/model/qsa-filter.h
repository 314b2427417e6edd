/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-date.h"

G_BEGIN_DECLS

/* What the sidebar narrows: outlets, dates, state. An immutable value, shared between threads;
 * every change makes a new one. */

typedef enum
{
  QSA_STATE_ALL,
  QSA_STATE_UNREAD,
  QSA_STATE_STARRED,
} QsaState;

#define QSA_OUTLET_UNKNOWN 0u /* outlet id of articles whose outlet nobody knows */

typedef struct _QsaFilter QsaFilter;

QsaFilter *qsa_filter_new (void); /* lets everything through */
QsaFilter *qsa_filter_ref (QsaFilter *filter);
void qsa_filter_unref (QsaFilter *filter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaFilter, qsa_filter_unref)

/* All return a new filter; the old one is untouched. No outlet checked means every outlet. */
QsaFilter *qsa_filter_with_outlet (QsaFilter *filter, guint32 outlet_id,
                                   gboolean checked);
QsaFilter *qsa_filter_with_only_outlet (QsaFilter *filter, guint32 outlet_id);
QsaFilter *qsa_filter_without_outlets (QsaFilter *filter);
/* @from and @to may be undated (open end). Partial dates stand for their whole period. A partial
 * article date matches when its period overlaps. */
QsaFilter *qsa_filter_with_dates (QsaFilter *filter, const QsaDate *from,
                                  const QsaDate *to);
/* Undated articles: with no from/to, only they; with from/to, they too. */
QsaFilter *qsa_filter_with_undated (QsaFilter *filter, gboolean undated);
QsaFilter *qsa_filter_without_dates (QsaFilter *filter); /* from, to and undated off */
QsaFilter *qsa_filter_with_state (QsaFilter *filter, QsaState state);

gboolean qsa_filter_is_empty (QsaFilter *filter);
gboolean qsa_filter_equal (QsaFilter *a, QsaFilter *b);

/* The checked outlets, ascending; *n_outlets 0 when all. Borrowed. */
const guint32 *qsa_filter_get_outlets (QsaFilter *filter, guint *n_outlets);
gboolean qsa_filter_has_outlet (QsaFilter *filter, guint32 outlet_id);
gboolean qsa_filter_has_dates (QsaFilter *filter); /* from, to or undated */
const QsaDate *qsa_filter_get_from (QsaFilter *filter);
const QsaDate *qsa_filter_get_to (QsaFilter *filter);
gboolean qsa_filter_get_undated (QsaFilter *filter);
QsaState qsa_filter_get_state (QsaFilter *filter);

/* One line for the settings and back; a line that cannot be read gives an empty filter. */
char *qsa_filter_to_string (QsaFilter *filter);
QsaFilter *qsa_filter_from_string (const char *text);

typedef enum
{
  QSA_SORT_NEWEST,
  QSA_SORT_OLDEST,
  QSA_SORT_RELEVANCE,
  QSA_SORT_OUTLET, /* by name, the newest of each first, unknown outlets last */
} QsaSort;

/* "newest", "oldest", "relevance", "outlet": for libraries, settings and the command line. */
const char *qsa_sort_to_string (QsaSort sort);
gboolean qsa_sort_from_string (const char *name, QsaSort *sort);

G_END_DECLS
