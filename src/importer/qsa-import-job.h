/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "qsa-import-item.h"
#include "qsa-library.h"

G_BEGIN_DECLS

/* One run of bringing files in: walk, read and extract in parallel, deduplicate, store in batches.
 * Owned and called on the library's owner thread; work happens on threads of its own. Never blocks.
 *
 *   walker thread -> queue of paths -> 2..n extract threads -> batches -> library's writer thread
 *                                                                        -> report on the owner
 *
 * Properties (notify, at most ten times a second): "n-files" (found so far), "walking" (boolean),
 *   "n-done" (files), "n-added", "n-duplicates", "n-failed" (articles), "rate" (double, articles a
 *   second), "running" (boolean).
 * Signal "finished" once: read the error with qsa_import_job_get_error(). */
#define QSA_TYPE_IMPORT_JOB (qsa_import_job_get_type ())
G_DECLARE_FINAL_TYPE (QsaImportJob, qsa_import_job, QSA, IMPORT_JOB, GObject)

/* @library and @outlets: references are taken. @library may be NULL only for a dry run. */
QsaImportJob *qsa_import_job_new (QsaLibrary *library, QsaOutletTable *outlets);

/* Before start. Files and folders; folders are walked, links inside them not followed. Paths are
 * made absolute: that is how the library remembers them. */
void qsa_import_job_add_path (QsaImportJob *self, const char *path);
/* A pasted text. */
void qsa_import_job_add_text (QsaImportJob *self, const char *text);
/* What the user says of all these articles; it wins over what the files say. */
void qsa_import_job_set_outlet (QsaImportJob *self, const char *outlet);
void qsa_import_job_set_date (QsaImportJob *self, const QsaDate *date);
/* Extracts and reports, stores nothing. */
void qsa_import_job_set_dry_run (QsaImportJob *self, gboolean dry_run);
void qsa_import_job_start (QsaImportJob *self);
/* The running batch is rolled back or finished; what was stored before stays. */
void qsa_import_job_cancel (QsaImportJob *self);

gboolean qsa_import_job_get_running (QsaImportJob *self);
guint qsa_import_job_get_n_files (QsaImportJob *self);
guint qsa_import_job_get_n_done (QsaImportJob *self);
guint qsa_import_job_get_n_added (QsaImportJob *self);
guint qsa_import_job_get_n_duplicates (QsaImportJob *self);
guint qsa_import_job_get_n_failed (QsaImportJob *self);
/* Files met in folders that are of no kind the importer reads. */
guint qsa_import_job_get_n_ignored (QsaImportJob *self);
double qsa_import_job_get_rate (QsaImportJob *self);
/* What ended the run early (store failure, cancelled), or NULL. Borrowed. A store failure is there
 * as soon as its items are. */
const GError *qsa_import_job_get_error (QsaImportJob *self);
/* GPtrArray of QsaImportItem, one for each article and each file that failed. Borrowed; complete after
 * "finished". */
GPtrArray *qsa_import_job_get_items (QsaImportJob *self);
/* The items so far, out of the job (and out of get_items): whoever takes them as they come
 * bounds the memory of a long report. */
GPtrArray *qsa_import_job_take_items (QsaImportJob *self);

G_END_DECLS
