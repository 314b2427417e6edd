/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-filter.h"
#include "qsa-query.h"

G_BEGIN_DECLS

/* One question to the library: query, filter, order. Immutable, shared between threads. */
typedef struct _QsaSearchRequest QsaSearchRequest;

/* References are taken. */
QsaSearchRequest *qsa_search_request_new (QsaQuery *query, QsaFilter *filter,
                                          QsaSort sort);

/* A copy in which the widening @folded is on or off, whatever the engine's default. */
QsaSearchRequest *qsa_search_request_with_form (QsaSearchRequest *request,
                                                const char *folded, gboolean on);

/* Copies that ask another query, or through another filter; what was switched stays so. */
QsaSearchRequest *qsa_search_request_with_query (QsaSearchRequest *request,
                                                 QsaQuery *query);
QsaSearchRequest *qsa_search_request_with_filter (QsaSearchRequest *request,
                                                  QsaFilter *filter);

QsaSearchRequest *qsa_search_request_ref (QsaSearchRequest *request);
void qsa_search_request_unref (QsaSearchRequest *request);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaSearchRequest, qsa_search_request_unref)

QsaQuery *qsa_search_request_get_query (QsaSearchRequest *request);
QsaFilter *qsa_search_request_get_filter (QsaSearchRequest *request);
QsaSort qsa_search_request_get_sort (QsaSearchRequest *request);
/* 1 on, 0 off, -1 not set by the user. */
int qsa_search_request_get_form (QsaSearchRequest *request, const char *folded);

G_END_DECLS
