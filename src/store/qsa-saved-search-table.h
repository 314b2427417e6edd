/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-db.h"
#include "qsa-saved-search.h"

G_BEGIN_DECLS

/* Internal to store. The table `saved_search`. */

/* GPtrArray of QsaSavedSearch, in their places. */
GPtrArray *qsa_saved_search_table_load (QsaDb *db, GError **error);

/* Inside a write transaction. A search with an id that is gone comes back with it, to its place.
 * Errors: QSA_ERROR_BAD_VALUE, QSA_ERROR_NOT_FOUND for an id that was never given. */
gboolean qsa_saved_search_table_save (QsaDb *db, const QsaSavedSearch *search, gint64 *id,
                                      GError **error);

/* Inside a write transaction; what was removed. QSA_ERROR_NOT_FOUND. */
QsaSavedSearch *qsa_saved_search_table_remove (QsaDb *db, gint64 id, GError **error);

G_END_DECLS
