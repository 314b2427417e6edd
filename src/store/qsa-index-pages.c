/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-index-pages.h"

#include <string.h>

#include "qsa-fts-private.h"
#include "qsa-fts.h"
#include "qsa-index-leaves.h"

#define KNOWN_VERSION 4
#define STRUCTURE_ID "10"
#define COOKIE_BYTES 4u
/* Before each term of the index proper; FTS5's own prefix indexes would have others. */
#define TERM_MARK "0"
/* More than any merge leaves behind. */
#define MAX_SEGMENTS 2000u

static const char version_sql[] = "SELECT v FROM " QSA_FTS_TABLE
                                  "_config WHERE k = 'version'";
static const char structure_sql[] = "SELECT block FROM " QSA_FTS_TABLE
                                    "_data WHERE id = " STRUCTURE_ID;

/* ---- segments ---- */

typedef struct
{
  const guint8 *bytes;
  gsize n_bytes;
  gsize at;
} QsaStructureReader;

static guint64
qsa_structure_reader_take (QsaStructureReader *reader)
{
  guint64 number = 0;

  for (guint i = 0; i < 9 && reader->at < reader->n_bytes; i++)
    {
      guint8 byte = reader->bytes[reader->at++];

      number = number << 7 | (byte & 0x7f);
      if (byte < 0x80)
        return number;
    }
  reader->at = G_MAXSIZE; /* beyond the end */
  return 0;
}

/* cookie · levels · segments · writes · (merging · segments · (id · first page · last page)*)*; of a level's
 * segments the last is the newest, of the levels the first. */
static gboolean
qsa_index_pages_parse_structure (const guint8 *bytes, gsize n_bytes, GArray *segments)
{
  QsaStructureReader reader = { bytes, n_bytes, COOKIE_BYTES };
  guint64 n_levels = qsa_structure_reader_take (&reader);
  guint64 n_segments = qsa_structure_reader_take (&reader);

  qsa_structure_reader_take (&reader);
  if (n_segments > MAX_SEGMENTS || n_levels > MAX_SEGMENTS)
    return FALSE;
  for (guint64 level = 0; level < n_levels && reader.at <= n_bytes; level++)
    {
      guint older = segments->len;
      guint64 n;

      qsa_structure_reader_take (&reader);
      n = qsa_structure_reader_take (&reader);
      for (guint64 i = 0; i < n && reader.at <= n_bytes; i++)
        {
          QsaIndexSegment segment = { 0 };

          segment.id = (guint32) qsa_structure_reader_take (&reader);
          segment.first_page = (guint32) qsa_structure_reader_take (&reader);
          segment.last_page = (guint32) qsa_structure_reader_take (&reader);
          /* What a merge under way has used up has no pages. */
          if (segment.first_page > 0)
            g_array_insert_val (segments, older, segment);
        }
    }
  return reader.at == n_bytes;
}

static QsaPagesStatus
qsa_index_pages_read_segments (QsaDb *db, GArray *segments, GError **error)
{
  sqlite3_stmt *version = qsa_db_statement (db, version_sql, error);
  sqlite3_stmt *structure = version != NULL ? qsa_db_statement (db, structure_sql, error)
                                            : NULL;
  gboolean known;
  QsaStep step;

  if (structure == NULL)
    return QSA_PAGES_ERROR;
  step = qsa_db_step (db, version, error);
  if (step == QSA_STEP_ERROR)
    return QSA_PAGES_ERROR;
  known = step == QSA_STEP_ROW && sqlite3_column_int64 (version, 0) == KNOWN_VERSION;
  sqlite3_reset (version);
  if (!known)
    return QSA_PAGES_UNKNOWN;
  step = qsa_db_step (db, structure, error);
  if (step == QSA_STEP_ERROR)
    return QSA_PAGES_ERROR;
  known = step == QSA_STEP_ROW
          && qsa_index_pages_parse_structure (sqlite3_column_blob (structure, 0),
                                              (gsize) sqlite3_column_bytes (structure, 0),
                                              segments);
  sqlite3_reset (structure);
  return known ? QSA_PAGES_DONE : QSA_PAGES_UNKNOWN;
}

/* ---- one term ---- */

/* Rows of one segment, as long as n; weight 0: deleted since older segments were written. */
typedef struct
{
  GArray *ids;
  GArray *weights;
  guint n;
} QsaTermRows;

#define FIRST_ROWS 256u

static void
qsa_term_rows_init (QsaTermRows *rows)
{
  rows->ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  rows->weights = g_array_new (FALSE, FALSE, sizeof (guint8));
  rows->n = 0;
}

static void
qsa_term_rows_clear (QsaTermRows *rows)
{
  g_clear_pointer (&rows->ids, g_array_unref);
  g_clear_pointer (&rows->weights, g_array_unref);
}

/* A million times for a frequent term: the arrays grow by doubling, not by row. */
static inline void
qsa_term_rows_append (QsaTermRows *rows, guint32 id, guint8 weight)
{
  if (G_UNLIKELY (rows->n == rows->ids->len))
    {
      guint size = MAX (rows->n * 2, FIRST_ROWS);

      g_array_set_size (rows->ids, size);
      g_array_set_size (rows->weights, size);
    }
  g_array_index (rows->ids, guint32, rows->n) = id;
  g_array_index (rows->weights, guint8, rows->n) = weight;
  rows->n++;
}

static gboolean
qsa_term_rows_add (gint64 rowid, guint weight, gboolean deleted, gpointer data)
{
  QsaTermRows *rows = data;
  guint32 id = (guint32) rowid;

  if (rowid < 1 || rowid > G_MAXINT32
      || (rows->n > 0 && g_array_index (rows->ids, guint32, rows->n - 1) >= id))
    return FALSE;
  qsa_term_rows_append (rows, id, (guint8) weight);
  return TRUE;
}

static guint32
qsa_term_rows_get_id (const QsaTermRows *rows, guint row)
{
  return row < rows->n ? g_array_index (rows->ids, guint32, row) : G_MAXUINT32;
}

/* What @newer says of an article is what holds. */
static void
qsa_term_rows_merge (QsaTermRows *newer, const QsaTermRows *older)
{
  QsaTermRows merged;
  guint i = 0, j = 0;

  qsa_term_rows_init (&merged);
  while (i < newer->n || j < older->n)
    {
      guint32 left = qsa_term_rows_get_id (newer, i);
      guint32 right = qsa_term_rows_get_id (older, j);

      if (left <= right)
        qsa_term_rows_append (&merged, left, g_array_index (newer->weights, guint8, i));
      else
        qsa_term_rows_append (&merged, right, g_array_index (older->weights, guint8, j));
      i += left <= right;
      j += right <= left;
    }
  qsa_term_rows_clear (newer);
  *newer = merged;
}

static QsaPagesStatus
qsa_index_pages_read_in_segment (QsaIndexWalk *walk, const QsaIndexSegment *segment,
                                 const char *key, gboolean weigh, QsaTermRows *rows)
{
  gsize key_bytes = strlen (key);

  if (!qsa_index_walk_seek (walk, segment, key))
    return walk->status;
  while (qsa_index_walk_next_term (walk))
    {
      int order = memcmp (walk->term->data, key, MIN (walk->term->len, key_bytes));

      if (order == 0 && walk->term->len == key_bytes)
        return qsa_index_walk_read_doclist (walk, weigh, qsa_term_rows_add, rows)
                   ? QSA_PAGES_DONE
                   : walk->status;
      if (order > 0 || (order == 0 && walk->term->len > key_bytes))
        return QSA_PAGES_DONE;
    }
  return walk->status;
}

/* The rows that are not deleted. */
static void
qsa_index_pages_keep (const QsaTermRows *rows, GArray *ids, GArray *weights)
{
  guint n = 0;

  g_array_set_size (ids, rows->n);
  if (weights != NULL)
    g_array_set_size (weights, rows->n);
  for (guint i = 0; i < rows->n; i++)
    {
      guint8 weight = g_array_index (rows->weights, guint8, i);

      g_array_index (ids, guint32, n) = g_array_index (rows->ids, guint32, i);
      if (weights != NULL)
        g_array_index (weights, guint8, n) = weight;
      n += weight > 0;
    }
  g_array_set_size (ids, n);
  if (weights != NULL)
    g_array_set_size (weights, n);
}

QsaPagesStatus
qsa_index_pages_read_term (QsaDb *db, const char *term, GCancellable *cancellable,
                           GArray *ids, GArray *weights, GError **error)
{
  g_autoptr (GArray) segments = g_array_new (FALSE, FALSE, sizeof (QsaIndexSegment));
  g_autofree char *key = NULL;
  QsaPagesStatus status;
  QsaTermRows rows;

  g_return_val_if_fail (db != NULL && term != NULL && ids != NULL, QSA_PAGES_UNKNOWN);

  key = g_strconcat (TERM_MARK, term, NULL);
  qsa_term_rows_init (&rows);
  status = qsa_index_pages_read_segments (db, segments, error);
  for (guint i = 0; i < segments->len && status == QSA_PAGES_DONE; i++)
    {
      QsaTermRows older;
      QsaIndexWalk walk;

      qsa_term_rows_init (&older);
      qsa_index_walk_init (&walk, db, cancellable, error);
      status =
          qsa_index_pages_read_in_segment (&walk,
                                           &g_array_index (segments, QsaIndexSegment, i),
                                           key, weights != NULL, i == 0 ? &rows : &older);
      qsa_index_walk_clear (&walk);
      if (older.n > 0)
        qsa_term_rows_merge (&rows, &older);
      qsa_term_rows_clear (&older);
    }
  if (status == QSA_PAGES_DONE)
    qsa_index_pages_keep (&rows, ids, weights);
  qsa_term_rows_clear (&rows);
  return status;
}

/* ---- terms that begin alike ---- */

/* Frequencies added up by id. */
typedef struct
{
  guint8 *sums; /* max_id + 1 */
  guint32 max_id;
} QsaPrefixSums;

/* An article that a newer segment deletes would have to be kept apart by term: left to FTS5. */
static gboolean
qsa_prefix_sums_add (gint64 rowid, guint weight, gboolean deleted, gpointer data)
{
  QsaPrefixSums *sums = data;

  if (deleted || rowid < 1)
    return FALSE;
  if (rowid <= sums->max_id)
    sums->sums[rowid] = (guint8) MIN (sums->sums[rowid] + weight, 255);
  return TRUE;
}

static void
qsa_prefix_sums_collect (const QsaPrefixSums *sums, GArray *ids, GArray *weights)
{
  guint n = 0;

  for (guint32 id = 1; id <= sums->max_id; id++)
    n += sums->sums[id] > 0;
  g_array_set_size (ids, n);
  if (weights != NULL)
    g_array_set_size (weights, n);
  n = 0;
  for (guint32 id = 1; id <= sums->max_id; id++)
    if (sums->sums[id] > 0)
      {
        g_array_index (ids, guint32, n) = id;
        if (weights != NULL)
          g_array_index (weights, guint8, n) = sums->sums[id];
        n++;
      }
}

/* The letters as printed stand beside the folded ones: counted once. */
static gboolean
qsa_index_pages_is_folded (const GByteArray *term)
{
  guint8 last = term->data[term->len - 1];

  return last != SURFACE_MARK && last != PARAGRAPH_MARK;
}

static QsaPagesStatus
qsa_index_pages_sum_segment (QsaIndexWalk *walk, const QsaIndexSegment *segment,
                             const char *key, gboolean weigh, QsaPrefixSums *sums)
{
  gsize key_bytes = strlen (key);

  if (!qsa_index_walk_seek (walk, segment, key))
    return walk->status;
  while (qsa_index_walk_next_term (walk))
    {
      int order = memcmp (walk->term->data, key, MIN (walk->term->len, key_bytes));

      if (order > 0)
        return QSA_PAGES_DONE;
      if (order == 0 && walk->term->len >= key_bytes
          && qsa_index_pages_is_folded (walk->term)
          && !qsa_index_walk_read_doclist (walk, weigh, qsa_prefix_sums_add, sums))
        return walk->status;
    }
  return walk->status;
}

QsaPagesStatus
qsa_index_pages_read_prefix (QsaDb *db, const char *prefix, guint32 max_id,
                             GCancellable *cancellable, GArray *ids, GArray *weights,
                             GError **error)
{
  g_autoptr (GArray) segments = g_array_new (FALSE, FALSE, sizeof (QsaIndexSegment));
  g_autofree guint8 *bytes = NULL;
  g_autofree char *key = NULL;
  QsaPrefixSums sums = { NULL, max_id };
  QsaPagesStatus status;

  g_return_val_if_fail (db != NULL && prefix != NULL && ids != NULL, QSA_PAGES_UNKNOWN);

  key = g_strconcat (TERM_MARK, prefix, NULL);
  sums.sums = bytes = g_malloc0 ((gsize) max_id + 1);
  status = qsa_index_pages_read_segments (db, segments, error);
  for (guint i = 0; i < segments->len && status == QSA_PAGES_DONE; i++)
    {
      QsaIndexWalk walk;

      qsa_index_walk_init (&walk, db, cancellable, error);
      status = qsa_index_pages_sum_segment (&walk,
                                            &g_array_index (segments, QsaIndexSegment, i),
                                            key, weights != NULL, &sums);
      qsa_index_walk_clear (&walk);
    }
  if (status == QSA_PAGES_DONE)
    qsa_prefix_sums_collect (&sums, ids, weights);
  return status;
}
