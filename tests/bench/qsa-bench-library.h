/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define QSA_BENCH_SEED 2026u

/* Makes a library of generated articles at @path, which must not be there; the index merged, as
 * the program's own care leaves it when it had the time. Failures end the program. */
void qsa_bench_library_make (const char *path, guint n_articles, guint n_words);

G_END_DECLS
