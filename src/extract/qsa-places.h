/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Cities and countries that datelines name: capitals of the world, larger Arab cities, and the
 * seats of international bodies. General geography, not taken from any corpus. A place that is
 * missing is only recognized less often. Any thread. */

/* @folded is as qsa_fold_text() gives it; with or without the article. */
gboolean qsa_places_contain_folded (const char *folded);

/* Any spelling; folds it first. */
gboolean qsa_places_contain (const char *name);

G_END_DECLS
