/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-columns.h"
#include "qsa-posting.h"
#include "qsa-result.h"

G_BEGIN_DECLS

/* Internal to store. One pass over the articles that match a query: which of them the filter lets
 * through, and the counts of all facets, each of which leaves out its own filter. */

/* Fills the counts of @result. Returns the articles that pass, transfer full. @matched may hold ids
 * that @columns does not know; they are passed over. */
QsaPosting *qsa_facets_count (QsaColumns *columns, QsaPosting *matched, QsaFilter *filter,
                              QsaResult *result);

G_END_DECLS
