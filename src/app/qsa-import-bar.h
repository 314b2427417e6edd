/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "qsa-import-job.h"

G_BEGIN_DECLS

/* A running import: how far, how fast, cancel (win.cancel-import). Folds away when none runs. Main
 * thread.
 *
 * Property "job" (QsaImportJob or NULL). */
#define QSA_TYPE_IMPORT_BAR (qsa_import_bar_get_type ())
G_DECLARE_FINAL_TYPE (QsaImportBar, qsa_import_bar, QSA, IMPORT_BAR, GtkWidget)

void qsa_import_bar_set_job (QsaImportBar *self, QsaImportJob *job);

/* "1,200 articles added, 3 duplicates skipped, 1 failed". Free with g_free(). */
char *qsa_import_bar_summarise (QsaImportJob *job);

G_END_DECLS
