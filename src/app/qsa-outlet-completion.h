/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "qsa-outlet-table.h"

G_BEGIN_DECLS

/* Names of known outlets for what somebody has begun to type, the likeliest first: names that
 * begin with it, then those with a word that does, then those that hold it; folded, so that
 * hamza and the article do not matter, and by alias and domain too. GPtrArray of char* (owned),
 * at most @max. Pure. */
GPtrArray *qsa_outlet_completion_find (QsaOutletTable *outlets, const char *text,
                                       guint max);

/* Offers them below @row while the user types there: Down and Up choose, Enter takes, Escape
 * closes. Anything else may be typed: that becomes a new outlet. The table is copied by
 * reference. Main thread. */
void qsa_outlet_completion_attach (AdwEntryRow *row, QsaOutletTable *outlets);

G_END_DECLS
