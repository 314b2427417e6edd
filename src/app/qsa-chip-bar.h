/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "qsa-session.h"

G_BEGIN_DECLS

/* The active filters as removable chips, and one button that clears them all (win.clear-filters).
 * Hidden when nothing is filtered. Main thread.
 *
 * Property "session" (QsaSession or NULL). */
#define QSA_TYPE_CHIP_BAR (qsa_chip_bar_get_type ())
G_DECLARE_FINAL_TYPE (QsaChipBar, qsa_chip_bar, QSA, CHIP_BAR, GtkWidget)

void qsa_chip_bar_set_session (QsaChipBar *self, QsaSession *session);

G_END_DECLS
