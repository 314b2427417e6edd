/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-db.h"
#include "qsa-outlet-table.h"

G_BEGIN_DECLS

/* Internal to store. The tables `outlet` and `outlet_alias`. */

/* The shipped outlets with the library's put over them; new reference. */
QsaOutletTable *qsa_outlet_rows_load (QsaDb *db, GError **error);

/* Inside a write transaction. The row of the outlet that @name (or @domain, looked at when there is
 * no name) means in *@outlets; a new one is made when no row has it yet, and *@outlets replaced by a
 * table that knows it. *@id is QSA_OUTLET_UNKNOWN when neither says anything. @origin is "found" or
 * "user". */
gboolean qsa_outlet_rows_ensure (QsaDb *db, QsaOutletTable **outlets, const char *name,
                                 const char *domain, const char *origin, guint32 *id,
                                 GError **error);

G_END_DECLS
