/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "qsa-session.h"

G_BEGIN_DECLS

/* What narrows the list: all, unread, starred; outlets; dates. Counts follow the search. Main
 * thread.
 *
 * Property "session" (QsaSession or NULL). */
#define QSA_TYPE_SIDEBAR (qsa_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (QsaSidebar, qsa_sidebar, QSA, SIDEBAR, GtkWidget)

void qsa_sidebar_set_session (QsaSidebar *self, QsaSession *session);

G_END_DECLS
