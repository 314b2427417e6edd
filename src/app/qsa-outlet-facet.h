/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "qsa-filter.h"
#include "qsa-outlet-table.h"
#include "qsa-result.h"

G_BEGIN_DECLS

/* The outlets of a result as a GListModel of QsaFacetItem, most articles first; outlets that are
 * checked though the result has none of them come last. Main thread.
 *
 *   QsaResult (counts) + QsaFilter (checks) + QsaOutletTable (names) -> QsaOutletFacet */
#define QSA_TYPE_OUTLET_FACET (qsa_outlet_facet_get_type ())
G_DECLARE_FINAL_TYPE (QsaOutletFacet, qsa_outlet_facet, QSA, OUTLET_FACET, GObject)

QsaOutletFacet *qsa_outlet_facet_new (void);
/* References are taken; one items-changed. @result and @table may be NULL. */
void qsa_outlet_facet_update (QsaOutletFacet *self, QsaResult *result, QsaFilter *filter,
                              QsaOutletTable *table);

G_END_DECLS
