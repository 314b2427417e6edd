/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-search-request.h"

G_BEGIN_DECLS

/* A search that the user keeps under a name. A plain record. */
typedef struct
{
  gint64 id; /* 0: not stored yet */
  char *name;
  char *query; /* may be "" */
  QsaReach reach;
  QsaFilter *filter;
  QsaSort sort;
  gint64 place; /* in the list, from 1; 0: the last one's, or where it stands */
} QsaSavedSearch;

/* Copies and takes a reference. */
QsaSavedSearch *qsa_saved_search_new (const char *name, const char *query, QsaReach reach,
                                      QsaFilter *filter, QsaSort sort);
QsaSavedSearch *qsa_saved_search_copy (const QsaSavedSearch *search);
void qsa_saved_search_free (QsaSavedSearch *search);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaSavedSearch, qsa_saved_search_free)

/* The question that it asks. New reference. */
QsaSearchRequest *qsa_saved_search_to_request (const QsaSavedSearch *search);

G_END_DECLS
