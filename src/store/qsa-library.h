/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "qsa-article-edit.h"
#include "qsa-article.h"
#include "qsa-candidate.h"
#include "qsa-outlet-table.h"
#include "qsa-result.h"
#include "qsa-saved-search.h"
#include "qsa-search-request.h"
#include "qsa-variants.h"

G_BEGIN_DECLS

/* An open library: one SQLite file, one writer thread, a pool of read-only connections and the
 * in-memory columns. Every call here is made on the thread that opened it (its "owner", the main
 * thread of the program) and returns at once; answers and signals arrive on the owner's main
 * context, each request answered exactly once, also when the library is closed
 * (QSA_ERROR_CLOSED) or cancelled (G_IO_ERROR_CANCELLED). Nothing here blocks on disk or SQLite.
 *
 * Signals:
 *   "changed" (QsaChangeKind flags)  articles came, went or changed, by this process or another;
 *                                    at most ten times a second
 * Properties (notify): "n-articles" (guint), "read-only" (boolean), "path" (string),
 *   "outlets" (boxed QsaOutletTable) */

typedef enum
{
  QSA_CHANGE_ARTICLES = 1 << 0, /* new or removed articles */
  QSA_CHANGE_DETAILS = 1 << 1,  /* title, outlet, date, author of some */
  QSA_CHANGE_STATE = 1 << 2,    /* read, starred */
  QSA_CHANGE_OUTLETS = 1 << 3,
  QSA_CHANGE_SEARCHES = 1 << 4, /* saved searches */
  QSA_CHANGE_VARIANTS = 1 << 5, /* what searches widen by */
} QsaChangeKind;

typedef enum
{
  QSA_LIBRARY_CREATE = 1 << 0,    /* make the file and its folder when missing */
  QSA_LIBRARY_READ_ONLY = 1 << 1, /* never write, also when possible */
} QsaLibraryFlags;

#define QSA_TYPE_LIBRARY (qsa_library_get_type ())
G_DECLARE_FINAL_TYPE (QsaLibrary, qsa_library, QSA, LIBRARY, GObject)

/* A file or folder that cannot be written gives a library that is read-only.
 * Errors: QSA_ERROR_NOT_A_LIBRARY (also: no file there), _TOO_NEW, _DAMAGED, _READ_ONLY, _NO_SPACE,
 * _BUSY, _UNREADABLE, _STORE. */
void qsa_library_open_async (const char *path, QsaLibraryFlags flags,
                             GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data);
QsaLibrary *qsa_library_open_finish (GAsyncResult *result, GError **error);

/* Answers what is queued with QSA_ERROR_CLOSED, lets the running write finish, checkpoints and
 * removes -wal and -shm. Unreffing an open library closes it in the background. */
void qsa_library_close_async (QsaLibrary *self, GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean qsa_library_close_finish (QsaLibrary *self, GAsyncResult *result,
                                   GError **error);

const char *qsa_library_get_path (QsaLibrary *self);
gboolean qsa_library_get_read_only (QsaLibrary *self);
guint qsa_library_get_n_articles (QsaLibrary *self);
/* The current snapshot: borrowed, valid until the main loop turns; take a reference to keep it. */
QsaOutletTable *qsa_library_get_outlets (QsaLibrary *self);

/* From 0 to 1: after an update of the program the index may have to be made anew; meanwhile all works but
 * the search for words (QSA_ERROR_INDEXING). Property "index-progress" (double; notify); once it is 1
 * "changed" says that articles can be found. A library that is read-only waits for another process. */
double qsa_library_get_index_progress (QsaLibrary *self);

/* Looks for changes by other processes now (window focus); also done every second. */
void qsa_library_poll (QsaLibrary *self);

/* ---- search and reading ---- */

void qsa_library_search_async (QsaLibrary *self, QsaSearchRequest *request,
                               GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data);
QsaResult *qsa_library_search_finish (QsaLibrary *self, GAsyncResult *result,
                                      GError **error);

/* One row of the result list. */
typedef struct
{
  gint64 id;
  char *title;           /* NULL when unknown */
  GArray *title_matches; /* QsaMatch in title; NULL when none */
  char *outlet;          /* name, NULL when unknown */
  QsaDate date;
  gboolean read;
  gboolean starred;
  QsaSnippet *snippet;
} QsaRow;
void qsa_row_free (QsaRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaRow, qsa_row_free)

/* GPtrArray of QsaRow for @ids, in their order; ids that are gone are NULL entries. @matcher may be
 * NULL. */
void qsa_library_load_rows_async (QsaLibrary *self, const guint32 *ids, guint n_ids,
                                  QsaMatcher *matcher, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *qsa_library_load_rows_finish (QsaLibrary *self, GAsyncResult *result,
                                         GError **error);

void qsa_library_load_article_async (QsaLibrary *self, gint64 id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data);
QsaArticle *qsa_library_load_article_finish (QsaLibrary *self, GAsyncResult *result,
                                             GError **error);

/* The article's own bytes as they came, uncompressed. */
void qsa_library_load_source_async (QsaLibrary *self, gint64 id,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);
GBytes *qsa_library_load_source_finish (QsaLibrary *self, GAsyncResult *result,
                                        GError **error);

/* ---- what helps to search ---- */

typedef struct
{
  char *word;     /* as people print it most often, else folded */
  guint articles; /* that hold it */
} QsaCompletion;
void qsa_completion_free (QsaCompletion *completion);

/* Words of the archive that begin with @prefix (folded first; from the second letter on, the article and
 * what is attached to it not counted), by articles, at most @max: GPtrArray of QsaCompletion. Cancellable. */
void qsa_library_complete_async (QsaLibrary *self, const char *prefix, guint max,
                                 GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer user_data);
GPtrArray *qsa_library_complete_finish (QsaLibrary *self, GAsyncResult *result,
                                        GError **error);

/* Names of authors that hold words beginning with @prefix, by articles: GPtrArray of QsaCompletion. */
void qsa_library_complete_author_async (QsaLibrary *self, const char *prefix, guint max,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *qsa_library_complete_author_finish (QsaLibrary *self, GAsyncResult *result,
                                               GError **error);

/* Earlier searches, newest first, that begin with or hold @prefix (may be "" or NULL); at most @max.
 * Answered from memory: char **, free with g_strfreev(). */
char **qsa_library_dup_history (QsaLibrary *self, const char *prefix, guint max);
/* Fire and forget; the 500 newest are kept, each once; nothing in a read-only library. White space is
 * squeezed; what is longer than 2,000 bytes or no text is not worth it. */
void qsa_library_remember_search (QsaLibrary *self, const char *query);
void qsa_library_forget_searches (QsaLibrary *self);

/* Saved searches: immutable records; property "saved-searches" (boxed GPtrArray of QsaSavedSearch, in
 * their places; notify when they change, also by another process). */
GPtrArray *qsa_library_get_saved_searches (QsaLibrary *self); /* borrowed, never NULL */
/* @search with id 0 is new and comes last. The answer is the id. Errors: QSA_ERROR_READ_ONLY,
 * _BAD_VALUE (no name, or no query and no filter), _NOT_FOUND. */
void qsa_library_save_search_async (QsaLibrary *self, const QsaSavedSearch *search,
                                    GAsyncReadyCallback callback, gpointer user_data);
gint64 qsa_library_save_search_finish (QsaLibrary *self, GAsyncResult *result,
                                       GError **error);
/* The answer is what was removed; saving it again (its id is kept) undoes. */
void qsa_library_remove_search_async (QsaLibrary *self, gint64 id,
                                      GAsyncReadyCallback callback, gpointer user_data);
QsaSavedSearch *qsa_library_remove_search_finish (QsaLibrary *self, GAsyncResult *result,
                                                  GError **error);
/* How many articles each of @requests finds (GArray of guint), without ids or facets. Cancellable. */
void qsa_library_count_async (QsaLibrary *self, QsaSearchRequest **requests,
                              guint n_requests, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);
GArray *qsa_library_count_finish (QsaLibrary *self, GAsyncResult *result, GError **error);

/* The spellings that searches widen by: the shipped table with the library's rows over it. Property
 * "variants" (notify when rows change). Borrowed, never NULL. */
QsaVariantTable *qsa_library_get_variants (QsaLibrary *self);
/* @group with id 0 is new. A shipped group is switched off or changed by storing one with its spellings.
 * The answer is the id. Errors: QSA_ERROR_READ_ONLY, _BAD_VALUE (fewer than two spellings, or one that is
 * no word). */
void qsa_library_save_variant_async (QsaLibrary *self, const QsaVariantGroup *group,
                                     GAsyncReadyCallback callback, gpointer user_data);
gint64 qsa_library_save_variant_finish (QsaLibrary *self, GAsyncResult *result,
                                        GError **error);
void qsa_library_remove_variant_async (QsaLibrary *self, gint64 id,
                                       GAsyncReadyCallback callback, gpointer user_data);
gboolean qsa_library_remove_variant_finish (QsaLibrary *self, GAsyncResult *result,
                                            GError **error);

/* ---- the user's changes: they overtake a running import ---- */

/* What an edit replaced; opaque, given back to undo it. */
typedef struct _QsaUndo QsaUndo;
void qsa_undo_free (QsaUndo *undo);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaUndo, qsa_undo_free)

/* All of @ids or none. Errors: QSA_ERROR_NOT_FOUND, _BAD_VALUE (no such date), _READ_ONLY. */
void qsa_library_edit_async (QsaLibrary *self, const gint64 *ids, guint n_ids,
                             const QsaArticleEdit *edit, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);
QsaUndo *qsa_library_edit_finish (QsaLibrary *self, GAsyncResult *result, GError **error);

/* Takes @undo; answers with the undo of the undo (redo). */
void qsa_library_undo_async (QsaLibrary *self, QsaUndo *undo,
                             GAsyncReadyCallback callback, gpointer user_data);
QsaUndo *qsa_library_undo_finish (QsaLibrary *self, GAsyncResult *result, GError **error);

/* Articles that are gone are left out. */
typedef enum
{
  QSA_FLAG_READ,
  QSA_FLAG_STARRED,
} QsaFlag;
void qsa_library_set_flag_async (QsaLibrary *self, const gint64 *ids, guint n_ids,
                                 QsaFlag flag, gboolean value,
                                 GAsyncReadyCallback callback, gpointer user_data);
gboolean qsa_library_set_flag_finish (QsaLibrary *self, GAsyncResult *result,
                                      GError **error);

/* Fire and forget; written also when the library is closed right after. Nothing happens in a
 * read-only library. */
void qsa_library_set_reading_position (QsaLibrary *self, gint64 id, gsize body_byte);

/* ---- import: batches, each one transaction of at most about 250 ms ---- */

typedef enum
{
  QSA_OUTCOME_ADDED,
  QSA_OUTCOME_DUPLICATE,
  QSA_OUTCOME_FAILED,
} QsaOutcome;

typedef struct
{
  QsaOutcome outcome;
  gint64 article_id; /* the new one, or the one it duplicates; 0 when failed */
} QsaStored;

void qsa_library_import_begin_async (QsaLibrary *self, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data);
/* The import's id in the ledger, or -1 with @error. */
gint64 qsa_library_import_begin_finish (QsaLibrary *self, GAsyncResult *result,
                                        GError **error);

/* Stores @candidates (GPtrArray of QsaCandidate, taken); failures go to the ledger too. May be
 * called from any thread; the answer arrives on the caller's thread-default context. Called on
 * another thread than the owner's, it hashes and compresses there before it returns. A batch that
 * would hold the lock for longer is stored in several transactions, each whole or not at all. */
void qsa_library_import_batch_async (QsaLibrary *self, gint64 import_id,
                                     GPtrArray *candidates, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data);
/* GArray of QsaStored, one for each candidate in order. NULL with @error when nothing was stored.
 * When the store failed halfway through a batch of several transactions, both the array and @error
 * are set: the candidates that were not stored are QSA_OUTCOME_FAILED in it. */
GArray *qsa_library_import_batch_finish (QsaLibrary *self, GAsyncResult *result,
                                         GError **error);

void qsa_library_import_end_async (QsaLibrary *self, gint64 import_id, gboolean cancelled,
                                   GAsyncReadyCallback callback, gpointer user_data);
gboolean qsa_library_import_end_finish (QsaLibrary *self, GAsyncResult *result,
                                        GError **error);

/* ---- care ---- */

typedef struct
{
  guint n_articles;
  guint n_undated;
  guint n_unknown_outlet;
  guint n_outlets;
  guint n_terms;
  guint n_unread;
  guint n_starred;
  guint64 file_bytes;
  int schema_version;
  int analysis_version;
  char *oldest; /* ISO date or NULL */
  char *newest;
} QsaStats;
void qsa_stats_free (QsaStats *stats);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaStats, qsa_stats_free)

void qsa_library_stats_async (QsaLibrary *self, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);
QsaStats *qsa_library_stats_finish (QsaLibrary *self, GAsyncResult *result,
                                    GError **error);

/* PRAGMA integrity_check, foreign keys, and FTS5's own check against the content (in a read-only
 * library only that the index holds the same articles); TRUE when whole, else QSA_ERROR_DAMAGED with
 * what was found. */
void qsa_library_check_async (QsaLibrary *self, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);
gboolean qsa_library_check_finish (QsaLibrary *self, GAsyncResult *result,
                                   GError **error);

/* For tests only: every job on the writer and the readers first waits this long. */
void qsa_library_set_delay_for_tests (QsaLibrary *self, guint milliseconds);

G_END_DECLS
