/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-db.h"

G_BEGIN_DECLS

/* Internal to store. How people print the folded word @folded, which @articles hold, most often: estimated
 * from the first articles of each likely spelling, so it takes about a millisecond. Free with g_free();
 * NULL with @error. */
char *qsa_commonest_spelling (QsaDb *db, const char *folded, guint articles,
                              GError **error);

G_END_DECLS
