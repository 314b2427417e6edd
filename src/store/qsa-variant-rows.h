/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-db.h"
#include "qsa-variants.h"

G_BEGIN_DECLS

/* Internal to store. The table `variant`: the user's house spellings, and the shipped groups that the user
 * changed or switched off. */

/* The shipped table with the library's rows over it. New reference. */
QsaVariantTable *qsa_variant_rows_load (QsaDb *db, GError **error);

/* Inside a write transaction. A group with id 0 takes the row of the same spellings when there is one; one
 * whose row is gone comes back with its id. Errors: QSA_ERROR_BAD_VALUE, QSA_ERROR_NOT_FOUND for an id
 * that was never given. */
gboolean qsa_variant_rows_save (QsaDb *db, const QsaVariantGroup *group, gint64 *id,
                                GError **error);

/* Inside a write transaction; a shipped group is as shipped again. QSA_ERROR_NOT_FOUND. */
gboolean qsa_variant_rows_remove (QsaDb *db, gint64 id, GError **error);

G_END_DECLS
