/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "qsa-variants.h"

G_BEGIN_DECLS

/* One group of spellings: the user's own can be edited and removed, a shipped one switched off.
 * Main thread.
 *
 * Signals: "switched" (boolean): on or off, by the user; "edit"; "remove". */
#define QSA_TYPE_VARIANT_ROW (qsa_variant_row_get_type ())
G_DECLARE_FINAL_TYPE (QsaVariantRow, qsa_variant_row, QSA, VARIANT_ROW, AdwActionRow)

/* @source: where it comes from; NULL for the user's own. */
GtkWidget *qsa_variant_row_new (const QsaVariantGroup *group, const char *source);

/* The same group, as it is now. */
void qsa_variant_row_update (QsaVariantRow *self, const QsaVariantGroup *group);
const QsaVariantGroup *qsa_variant_row_get_group (QsaVariantRow *self);
/* One of its spellings holds @folded (as qsa_fold_text() makes it). */
gboolean qsa_variant_row_matches (QsaVariantRow *self, const char *folded);
void qsa_variant_row_set_writable (QsaVariantRow *self, gboolean writable);

/* "Name", "Noun for a person" …: what people call a kind. */
const char *qsa_variant_kind_get_title (QsaVariantKind kind);
/* Spellings with the endings that a kind takes; in Arabic in every language. */
const char *qsa_variant_kind_get_example (QsaVariantKind kind);

G_END_DECLS
