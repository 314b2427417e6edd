/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "qsa-proposals.h"

G_BEGIN_DECLS

/* A row of the completion list: what is offered, and what kind of thing it is or how often it occurs.
 * The row takes no focus. Keeps @proposal, which is taken. */
GtkWidget *qsa_proposal_row_new (QsaProposal *proposal);
const QsaProposal *qsa_proposal_row_get_proposal (GtkListBoxRow *row);

G_END_DECLS
