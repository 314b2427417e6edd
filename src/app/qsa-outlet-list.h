/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "qsa-session.h"

G_BEGIN_DECLS

/* The outlets of the sidebar, most articles first. Of many only the first dozen and the checked
 * ones are shown until the user asks for all or filters them by name. Main thread.
 *
 * Property "session" (QsaSession or NULL). */
#define QSA_TYPE_OUTLET_LIST (qsa_outlet_list_get_type ())
G_DECLARE_FINAL_TYPE (QsaOutletList, qsa_outlet_list, QSA, OUTLET_LIST, GtkWidget)

void qsa_outlet_list_set_session (QsaOutletList *self, QsaSession *session);
/* Shares the sidebar's column of counts. */
void qsa_outlet_list_set_counts (QsaOutletList *self, GtkSizeGroup *counts);

G_END_DECLS
