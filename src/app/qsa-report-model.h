/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "qsa-import-job.h"

G_BEGIN_DECLS

/* The report of an import as a GListModel of QsaReportItem, made on demand, all or of one outcome.
 * Main thread. */
#define QSA_TYPE_REPORT_MODEL (qsa_report_model_get_type ())
G_DECLARE_FINAL_TYPE (QsaReportModel, qsa_report_model, QSA, REPORT_MODEL, GObject)

/* A line of it. */
#define QSA_TYPE_REPORT_ITEM (qsa_report_item_get_type ())
G_DECLARE_FINAL_TYPE (QsaReportItem, qsa_report_item, QSA, REPORT_ITEM, GObject)

/* Borrowed; lives as long as the item. */
const QsaImportItem *qsa_report_item_get (QsaReportItem *self);

typedef enum
{
  QSA_REPORT_ALL,
  QSA_REPORT_ADDED,
  QSA_REPORT_DUPLICATES,
  QSA_REPORT_FAILED,
  QSA_REPORT_WARNINGS, /* added, with something to look at */
  QSA_REPORT_N_KINDS,
} QsaReportKind;

/* @job has finished; a reference is taken. */
QsaReportModel *qsa_report_model_new (QsaImportJob *job);
void qsa_report_model_set_kind (QsaReportModel *self, QsaReportKind kind);
guint qsa_report_model_count (QsaReportModel *self, QsaReportKind kind);

/* "Added", "Duplicate", "Failed": borrowed. */
const char *qsa_report_outcome_text (QsaOutcome outcome);

/* The lines that are shown, as text with tabs: outcome, file, title, message. Free with g_free(). */
char *qsa_report_model_to_text (QsaReportModel *self);

G_END_DECLS
