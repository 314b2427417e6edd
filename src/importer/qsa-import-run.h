/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-import-item.h"
#include "qsa-outlet-table.h"

G_BEGIN_DECLS

/* Internal to importer. The threads of one run and what they share; QsaImportJob is its face on the
 * owner thread.
 *
 *   walker thread --paths--> GAsyncQueue --> n extract threads --batch--> library's writer thread
 *                                                 ^                            |
 *                                                 +---- QsaStored[] answers ---+
 *
 * Each extract thread waits for the answer to its batch before it reads on: that alone bounds
 * the memory of a run to n batches, whatever the writer's speed. */
typedef struct _QsaImportRun QsaImportRun;

typedef struct
{
  guint n_files;
  guint n_done;
  guint n_added;
  guint n_duplicates;
  guint n_failed;
  guint n_ignored;
  gboolean walking;
  gboolean ended; /* every thread has left */
} QsaImportCounts;

typedef struct
{
  GPtrArray *paths; /* char*, absolute */
  GPtrArray *texts; /* char*, pasted */
  char *outlet;     /* said by the user, or NULL */
  QsaDate date;     /* said by the user, or undated */
  gboolean dry_run;
} QsaImportOptions;

QsaImportOptions *qsa_import_options_new (void);
void qsa_import_options_free (QsaImportOptions *options);

/* Starts the threads. @options is borrowed and must not change while the run lives. */
QsaImportRun *qsa_import_run_start (QsaLibrary *library, QsaOutletTable *outlets,
                                    const QsaImportOptions *options, gint64 import_id);
/* Joins the threads: cancel or wait for ended first, or this blocks. */
void qsa_import_run_free (QsaImportRun *run);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaImportRun, qsa_import_run_free)

void qsa_import_run_cancel (QsaImportRun *run);

/* The counts now, and the report lines since the last call: they are moved to the end of
 * @items. Any thread. */
QsaImportCounts qsa_import_run_collect (QsaImportRun *run, GPtrArray *items);

/* What ended the run early, or NULL; a copy. Any thread. */
GError *qsa_import_run_dup_error (QsaImportRun *run);

G_END_DECLS
