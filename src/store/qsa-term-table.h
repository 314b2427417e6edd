/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-db.h"

G_BEGIN_DECLS

/* Internal to store. The table `term`: the index's folded words, and how many articles hold each. */

/* Inside a write transaction. @changes: words → GINT_TO_POINTER, by how many articles more or less. A
 * word that no article holds any more goes. */
gboolean qsa_term_table_change (QsaDb *db, GHashTable *changes, GError **error);

G_END_DECLS
