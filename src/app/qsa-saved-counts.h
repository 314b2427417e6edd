/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-library.h"

G_BEGIN_DECLS

/* How many articles each saved search of a library finds, kept up to date as the library changes:
 * one request at a time, a moment after the first change, so that an import with many changes a
 * second asks for few counts. Main thread.
 *
 * Signal "changed": some counts did. */
#define QSA_TYPE_SAVED_COUNTS (qsa_saved_counts_get_type ())
G_DECLARE_FINAL_TYPE (QsaSavedCounts, qsa_saved_counts, QSA, SAVED_COUNTS, GObject)

QsaSavedCounts *qsa_saved_counts_new (void);
/* NULL for none. */
void qsa_saved_counts_set_library (QsaSavedCounts *self, QsaLibrary *library);
/* FALSE as long as nobody knows. */
gboolean qsa_saved_counts_get (QsaSavedCounts *self, gint64 id, guint *count);

G_END_DECLS
