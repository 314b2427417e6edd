/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-index-pages.h"

G_BEGIN_DECLS

/* Internal to qsa-index-pages. A walk over the leaves of one segment: to a term, through its doclist, to
 * the next term. Nothing on a page is believed before it is looked at. */

typedef struct
{
  guint32 id; /* segment */
  guint32 first_page;
  guint32 last_page;
} QsaIndexSegment;

typedef struct
{
  /* of the request */
  QsaDb *db;
  GCancellable *cancellable;
  GError **error;
  QsaPagesStatus
      status; /* why a function answered FALSE; DONE at the end of the segment */

  sqlite3_stmt *statement; /* the pages from the first one on, in order */
  gboolean ended;          /* the statement has no further page */
  const guint8 *page;      /* until the next step */
  guint32 size;            /* of its data: the places of terms follow */
  guint32 page_bytes;
  guint32 at;       /* in the data: what is read next */
  guint32 place_at; /* in the places: what is read next */
  guint32 place;    /* of the latest term of this page; 0: none yet */
  GByteArray *term; /* the one that the walk is at, with the index's mark before it */
} QsaIndexWalk;

void qsa_index_walk_init (QsaIndexWalk *walk, QsaDb *db, GCancellable *cancellable,
                          GError **error);
void qsa_index_walk_clear (QsaIndexWalk *walk);

/* Before the first term of the page on which @key (with the mark) is or would be. */
gboolean qsa_index_walk_seek (QsaIndexWalk *walk, const QsaIndexSegment *segment,
                              const char *key);
/* To the next term; FALSE at the end too. */
gboolean qsa_index_walk_next_term (QsaIndexWalk *walk);

/* A row of the doclist: @weight 0 when the article was deleted, 1 when @weigh is FALSE. */
typedef gboolean (*QsaIndexRowFunc) (gint64 rowid, guint weight, gboolean deleted,
                                     gpointer data);
/* The doclist of the term that the walk is at. The function answers FALSE to give up (UNKNOWN). */
gboolean qsa_index_walk_read_doclist (QsaIndexWalk *walk, gboolean weigh,
                                      QsaIndexRowFunc func, gpointer data);

G_END_DECLS
