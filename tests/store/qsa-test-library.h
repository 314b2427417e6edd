/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-library.h"
#include "qsa-test-dir.h"

G_BEGIN_DECLS

/* A library driven step by step: each call runs the main context until its one answer is there, and
 * fails the test when that takes too long. */

/* NULL with @error when it could not be opened. */
QsaLibrary *qsa_test_library_try_open (const char *path, QsaLibraryFlags flags,
                                       GError **error);
/* Asserts. */
QsaLibrary *qsa_test_library_open (const char *path, QsaLibraryFlags flags);
/* Closes, drops the reference and waits until nothing of it is left. */
void qsa_test_library_close (QsaLibrary *library);

/* Runs the default main context until @done says so; fails after three minutes. */
typedef gboolean (*QsaTestCondition) (gpointer data);
void qsa_test_wait (QsaTestCondition done, gpointer data);

/* For _async calls: pass qsa_test_on_answer and the address of a NULL GAsyncResult pointer, then wait
 * for it. Asserts that it is answered once. */
void qsa_test_on_answer (GObject *object, GAsyncResult *result, gpointer answer);
void qsa_test_wait_answer (GAsyncResult **answer);

/* An invented article; @outlet and @iso_date may be NULL. */
QsaCandidate *qsa_test_candidate_new (const char *title, const char *outlet,
                                      const char *iso_date, const char *body);
/* The n-th of a series in which each has words of its own (word<n>) and shared ones. */
QsaCandidate *qsa_test_candidate_new_numbered (guint n);
QsaCandidate *qsa_test_candidate_new_failed (const char *path, const char *message);

GPtrArray *qsa_test_candidates_new (void);

/* One whole import of one batch (taken). */
GArray *qsa_test_import (QsaLibrary *library, GPtrArray *candidates);
/* The parts of it. */
gint64 qsa_test_import_begin (QsaLibrary *library);
GArray *qsa_test_import_batch (QsaLibrary *library, gint64 import_id,
                               GPtrArray *candidates, GError **error);
void qsa_test_import_end (QsaLibrary *library, gint64 import_id);
/* @n articles numbered from @first, in one import. */
void qsa_test_import_numbered (QsaLibrary *library, guint first, guint n);

/* A library in a folder of its own, for g_test_add(). */
typedef struct
{
  QsaTestDir *dir;
  char *path;
  QsaLibrary *library; /* NULL when the test has closed it */
} QsaTestLibrary;

void qsa_test_library_set_up (QsaTestLibrary *test, gconstpointer data);
/* Closes, and asserts that the file stands alone then. */
void qsa_test_library_tear_down (QsaTestLibrary *test, gconstpointer data);

/* Ids of the articles that a query finds, in order. */
GArray *qsa_test_search (QsaLibrary *library, const char *query);
guint qsa_test_count (QsaLibrary *library, const char *query);

QsaArticle *qsa_test_load_article (QsaLibrary *library, gint64 id);
QsaUndo *qsa_test_edit (QsaLibrary *library, const gint64 *ids, guint n_ids,
                        const QsaArticleEdit *edit, GError **error);
QsaUndo *qsa_test_undo (QsaLibrary *library, QsaUndo *undo);
QsaStats *qsa_test_stats (QsaLibrary *library);
gboolean qsa_test_check (QsaLibrary *library, GError **error);

/* Looks into the file behind the library's back: the first column of the first row. */
gint64 qsa_test_sql_int64 (const char *path, const char *sql);
char *qsa_test_sql_text (const char *path, const char *sql);
void qsa_test_sql_exec (const char *path, const char *sql);

/* For what root may do and others may not: this process goes on as nobody, when it was root. For
 * subprocesses. */
void qsa_test_become_nobody (void);
/* A file or folder that then belongs to whom the tests' subprocesses run as. */
void qsa_test_give_to_nobody (const char *path, int mode);

/* The library's file, and that nothing stands beside it. */
char *qsa_test_file_digest (const char *path);
void qsa_test_assert_alone (const char *path);

G_END_DECLS
