/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-filter.h"
#include "qsa-outlet-table.h"

G_BEGIN_DECLS

/* A search said in words, in the user's language. Pure. */

/* "Unread · since 2019": the parts as the chips name them, outlets by name, at most a few of them; NULL
 * when @filter lets everything through. @outlets may be NULL. Free with g_free(). */
char *qsa_search_words_of_filter (QsaFilter *filter, QsaOutletTable *outlets);

/* The name to propose: the query, else the filter; "" when there is neither. Free with g_free(). */
char *qsa_search_words_propose_name (const char *query, QsaFilter *filter,
                                     QsaOutletTable *outlets);

/* Query and filter in one line, the query in quotation marks. Free with g_free(). */
char *qsa_search_words_describe (const char *query, QsaFilter *filter,
                                 QsaOutletTable *outlets);

G_END_DECLS
