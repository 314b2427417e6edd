/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "qsa-result.h"

G_BEGIN_DECLS

/* One outlet of the sidebar as the present result and filter have it. Immutable: a new result
 * makes new items, so a count never lives in two places that could disagree. Main thread.
 *
 * Properties (read-only): "outlet-id" (uint), "name" (string; NULL for the unknown outlet),
 * "articles" (uint), "checked" (boolean). */
#define QSA_TYPE_FACET_ITEM (qsa_facet_item_get_type ())
G_DECLARE_FINAL_TYPE (QsaFacetItem, qsa_facet_item, QSA, FACET_ITEM, GObject)

QsaFacetItem *qsa_facet_item_new (guint32 outlet_id, const char *name, guint articles,
                                  gboolean checked);
guint32 qsa_facet_item_get_outlet_id (QsaFacetItem *self);
const char *qsa_facet_item_get_name (QsaFacetItem *self);
guint qsa_facet_item_get_articles (QsaFacetItem *self);
gboolean qsa_facet_item_get_checked (QsaFacetItem *self);

/* TRUE when the name as shown holds @folded (as qsa_fold_text() makes it). */
gboolean qsa_facet_item_matches (QsaFacetItem *self, const char *folded);

G_END_DECLS
