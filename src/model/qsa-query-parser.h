/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-query-node.h"
#include "qsa-query-readings.h"

G_BEGIN_DECLS

/* Internal to model: the grammar of a query.
 *
 * The tree of @text, valid UTF-8; never NULL. @notes: NULL, or a GArray to which a QsaReadingNote
 * is added for each thing that could be read otherwise. */
QsaQueryNode *qsa_query_parse_tree (const char *text, QsaReach reach,
                                    gboolean while_typing, GArray *notes);

G_END_DECLS
