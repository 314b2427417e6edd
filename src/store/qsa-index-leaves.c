/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-index-leaves.h"

#include <string.h>

#include "qsa-fts-private.h"
#include "qsa-fts.h"

/* Of a leaf: place of the first rowid, end of the data. */
#define HEADER_BYTES 4u
#define PAGE_BITS 37
/* In a position list: the next number is a column. */
#define COLUMN_MARK 1

static const char find_page_sql[] = "SELECT pgno FROM " QSA_FTS_TABLE
                                    "_idx WHERE segid = ?1 AND term <= ?2"
                                    " ORDER BY term DESC LIMIT 1";
static const char pages_sql[] = "SELECT block FROM " QSA_FTS_TABLE
                                "_data WHERE id BETWEEN ?1 AND ?2 ORDER BY id";

void
qsa_index_walk_init (QsaIndexWalk *walk, QsaDb *db, GCancellable *cancellable,
                     GError **error)
{
  *walk = (QsaIndexWalk){ .db = db, .cancellable = cancellable, .error = error };
  walk->term = g_byte_array_new ();
}

void
qsa_index_walk_clear (QsaIndexWalk *walk)
{
  if (walk->statement != NULL)
    sqlite3_reset (walk->statement);
  g_clear_pointer (&walk->term, g_byte_array_unref);
}

static gboolean
qsa_index_walk_stop (QsaIndexWalk *walk, QsaPagesStatus status)
{
  walk->status = status;
  return FALSE;
}

static guint32
qsa_index_walk_get_u16 (const guint8 *bytes)
{
  return (guint32) bytes[0] << 8 | bytes[1];
}

static gboolean
qsa_index_walk_next_page (QsaIndexWalk *walk)
{
  QsaStep step;

  if (walk->ended)
    return qsa_index_walk_stop (walk, QSA_PAGES_DONE);
  if (g_cancellable_set_error_if_cancelled (walk->cancellable, walk->error))
    return qsa_index_walk_stop (walk, QSA_PAGES_ERROR);
  step = qsa_db_step (walk->db, walk->statement, walk->error);
  walk->ended = step != QSA_STEP_ROW;
  walk->page_bytes = walk->size = walk->at = walk->place_at = 0;
  if (walk->ended)
    return qsa_index_walk_stop (walk,
                                step == QSA_STEP_DONE ? QSA_PAGES_DONE : QSA_PAGES_ERROR);
  walk->page = sqlite3_column_blob (walk->statement, 0);
  walk->page_bytes = (guint32) sqlite3_column_bytes (walk->statement, 0);
  if (walk->page == NULL || walk->page_bytes < HEADER_BYTES)
    return qsa_index_walk_stop (walk, QSA_PAGES_UNKNOWN);
  walk->size = qsa_index_walk_get_u16 (walk->page + 2);
  if (walk->size < HEADER_BYTES || walk->size > walk->page_bytes)
    return qsa_index_walk_stop (walk, QSA_PAGES_UNKNOWN);
  walk->at = HEADER_BYTES;
  walk->place_at = walk->size;
  walk->place = 0;
  return TRUE;
}

/* Seven bits a byte, the high ones first; no number is cut by the end of a page. */
static gboolean
qsa_index_walk_take_long (const guint8 *bytes, guint32 end, guint32 *at, guint64 *number)
{
  guint64 value = 0;

  for (guint i = 0; i < 8; i++)
    {
      if (*at >= end)
        return FALSE;
      value = value << 7 | (bytes[*at] & 0x7f);
      if (bytes[(*at)++] < 0x80)
        {
          *number = value;
          return TRUE;
        }
    }
  return FALSE; /* a ninth byte: no number of ours is as large */
}

static inline gboolean
qsa_index_walk_take (const guint8 *bytes, guint32 end, guint32 *at, guint64 *number)
{
  if (*at < end && bytes[*at] < 0x80)
    {
      *number = bytes[(*at)++];
      return TRUE;
    }
  return qsa_index_walk_take_long (bytes, end, at, number);
}

/* Where the data of the doclist ends on this page: at the next term, or at the end. */
static gboolean
qsa_index_walk_find_end (QsaIndexWalk *walk, guint32 *end)
{
  guint32 at = walk->place_at;
  guint64 difference;

  *end = walk->size;
  if (at >= walk->page_bytes)
    return TRUE;
  if (!qsa_index_walk_take (walk->page, walk->page_bytes, &at, &difference)
      || difference > walk->size - walk->place)
    return qsa_index_walk_stop (walk, QSA_PAGES_UNKNOWN);
  *end = walk->place + (guint32) difference;
  return *end >= walk->at || qsa_index_walk_stop (walk, QSA_PAGES_UNKNOWN);
}

/* The first term of a page is whole, further ones leave out what they share with the one before. */
static gboolean
qsa_index_walk_read_term (QsaIndexWalk *walk, gboolean first)
{
  guint64 shared = 0, more;

  if ((!first && !qsa_index_walk_take (walk->page, walk->size, &walk->at, &shared))
      || !qsa_index_walk_take (walk->page, walk->size, &walk->at, &more)
      || shared > walk->term->len || more > walk->size - walk->at)
    return qsa_index_walk_stop (walk, QSA_PAGES_UNKNOWN);
  g_byte_array_set_size (walk->term, (guint) shared);
  g_byte_array_append (walk->term, walk->page + walk->at, (guint) more);
  walk->at += (guint32) more;
  return TRUE;
}

gboolean
qsa_index_walk_next_term (QsaIndexWalk *walk)
{
  guint64 difference;
  gboolean first;

  while (walk->place_at >= walk->page_bytes)
    if (!qsa_index_walk_next_page (walk))
      return FALSE;
  first = walk->place == 0;
  if (!qsa_index_walk_take (walk->page, walk->page_bytes, &walk->place_at, &difference)
      || difference > walk->size - walk->place)
    return qsa_index_walk_stop (walk, QSA_PAGES_UNKNOWN);
  walk->place += (guint32) difference;
  if (walk->place < HEADER_BYTES)
    return qsa_index_walk_stop (walk, QSA_PAGES_UNKNOWN);
  walk->at = walk->place;
  return qsa_index_walk_read_term (walk, first);
}

static gboolean
qsa_index_walk_find_page (QsaIndexWalk *walk, const QsaIndexSegment *segment,
                          const char *key, guint32 *page)
{
  sqlite3_stmt *statement = qsa_db_statement (walk->db, find_page_sql, walk->error);
  QsaStep step;

  if (statement == NULL)
    return qsa_index_walk_stop (walk, QSA_PAGES_ERROR);
  sqlite3_bind_int64 (statement, 1, segment->id);
  sqlite3_bind_blob (statement, 2, key, (int) strlen (key), SQLITE_STATIC);
  step = qsa_db_step (walk->db, statement, walk->error);
  if (step == QSA_STEP_ERROR)
    return qsa_index_walk_stop (walk, QSA_PAGES_ERROR);
  /* The lowest bit says something else. */
  *page = step == QSA_STEP_ROW ? (guint32) (sqlite3_column_int64 (statement, 0) >> 1) : 0;
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  *page = MAX (*page, segment->first_page);
  return TRUE;
}

gboolean
qsa_index_walk_seek (QsaIndexWalk *walk, const QsaIndexSegment *segment, const char *key)
{
  guint32 page = 0;

  if (!qsa_index_walk_find_page (walk, segment, key, &page))
    return FALSE;
  walk->statement = qsa_db_statement (walk->db, pages_sql, walk->error);
  if (walk->statement == NULL)
    return qsa_index_walk_stop (walk, QSA_PAGES_ERROR);
  sqlite3_bind_int64 (walk->statement, 1, (gint64) segment->id << PAGE_BITS | page);
  sqlite3_bind_int64 (walk->statement, 2,
                      (gint64) segment->id << PAGE_BITS | segment->last_page);
  g_byte_array_set_size (walk->term, 0);
  walk->ended = FALSE;
  return qsa_index_walk_next_page (walk);
}

/* A position list, as far as it is on this page: adds to @weight. @column: negative after a mark. */
static gboolean
qsa_index_walk_weigh (const guint8 *positions, guint32 n_bytes, int *column,
                      guint *weight)
{
  guint32 at = 0;
  guint64 number;

  while (at < n_bytes)
    {
      if (!qsa_index_walk_take (positions, n_bytes, &at, &number))
        return FALSE;
      if (*column < 0)
        *column = (int) MIN (number, G_MAXINT);
      else if (number == COLUMN_MARK)
        *column = -1;
      else
        *weight = MIN (*weight + qsa_fts_column_weight (*column), 255);
    }
  return TRUE;
}

/* The positions of a row may go on over several pages; *end is that of the last one. */
static gboolean
qsa_index_walk_read_positions (QsaIndexWalk *walk, guint64 n_bytes, gboolean weigh,
                               guint *weight, guint32 *end)
{
  int column = 0;

  *weight = n_bytes > 0 && !weigh ? 1 : 0;
  for (;;)
    {
      guint32 here = (guint32) MIN (n_bytes, *end - walk->at);

      if (weigh && !qsa_index_walk_weigh (walk->page + walk->at, here, &column, weight))
        return qsa_index_walk_stop (walk, QSA_PAGES_UNKNOWN);
      walk->at += here;
      n_bytes -= here;
      if (n_bytes == 0)
        return TRUE;
      if (*end != walk->size)
        return qsa_index_walk_stop (walk, QSA_PAGES_UNKNOWN);
      if (!qsa_index_walk_next_page (walk))
        return walk->status == QSA_PAGES_DONE
                   ? qsa_index_walk_stop (walk, QSA_PAGES_UNKNOWN)
                   : FALSE;
      if (!qsa_index_walk_find_end (walk, end))
        return FALSE;
    }
}

/* Beyond the end of a page the doclist goes on at the next page's first rowid, which is whole; a page with terms
 * but without one belongs to these. FALSE, with DONE, where the doclist ends. */
static gboolean
qsa_index_walk_continue_doclist (QsaIndexWalk *walk, guint32 *end)
{
  guint32 first_rowid;

  do
    {
      if (!qsa_index_walk_next_page (walk))
        return FALSE;
      first_rowid = qsa_index_walk_get_u16 (walk->page);
    }
  while (first_rowid == 0 && walk->place_at >= walk->page_bytes);
  if (first_rowid == 0)
    return qsa_index_walk_stop (walk, QSA_PAGES_DONE);
  if (first_rowid < HEADER_BYTES || first_rowid >= walk->size)
    return qsa_index_walk_stop (walk, QSA_PAGES_UNKNOWN);
  walk->at = first_rowid;
  return qsa_index_walk_find_end (walk, end);
}

/* TRUE at a row, whose rowid is in *rowid: the doclist's first and each page's first are whole, the others
 * differences. */
static gboolean
qsa_index_walk_next_row (QsaIndexWalk *walk, guint32 *end, gboolean first, gint64 *rowid)
{
  gboolean whole = first;
  guint64 number;

  if (walk->at >= *end)
    {
      if (*end != walk->size)
        return qsa_index_walk_stop (walk, QSA_PAGES_DONE);
      if (!qsa_index_walk_continue_doclist (walk, end))
        return FALSE;
    }
  whole = whole || walk->at == qsa_index_walk_get_u16 (walk->page);
  if (!qsa_index_walk_take (walk->page, *end, &walk->at, &number)
      || number > G_MAXINT64 / 2)
    return qsa_index_walk_stop (walk, QSA_PAGES_UNKNOWN);
  *rowid = whole ? (gint64) number : *rowid + (gint64) number;
  return TRUE;
}

gboolean
qsa_index_walk_read_doclist (QsaIndexWalk *walk, gboolean weigh, QsaIndexRowFunc func,
                             gpointer data)
{
  guint32 end;
  gint64 rowid = 0;
  gboolean first = TRUE;

  if (!qsa_index_walk_find_end (walk, &end))
    return FALSE;
  while (qsa_index_walk_next_row (walk, &end, first, &rowid))
    {
      guint64 size;
      guint weight;

      first = FALSE;
      if (!qsa_index_walk_take (walk->page, end, &walk->at, &size))
        return qsa_index_walk_stop (walk, QSA_PAGES_UNKNOWN);
      if (!qsa_index_walk_read_positions (walk, size >> 1, weigh, &weight, &end))
        return FALSE;
      if (!func (rowid, weight, (size & 1) != 0, data))
        return qsa_index_walk_stop (walk, QSA_PAGES_UNKNOWN);
    }
  return walk->status == QSA_PAGES_DONE;
}
