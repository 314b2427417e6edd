/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-variants.h"

G_BEGIN_DECLS

/* data/tables/variants.tsv, embedded. New reference; never NULL. */
QsaVariantTable *qsa_variant_table_new_shipped (void);

G_END_DECLS
