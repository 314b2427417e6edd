/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "qsa-import-job.h"

G_BEGIN_DECLS

/* What became of every file of an import: added, duplicate, failed and why. Main thread.
 *
 * Signal "open-article" (int64 id): the user wants to see this one. */
#define QSA_TYPE_IMPORT_REPORT (qsa_import_report_get_type ())
G_DECLARE_FINAL_TYPE (QsaImportReport, qsa_import_report, QSA, IMPORT_REPORT, AdwWindow)

/* @job has finished. */
GtkWidget *qsa_import_report_new (GtkWindow *parent, QsaImportJob *job);

G_END_DECLS
