/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-term-reader.h"

#include <string.h>

#include "qsa-fts-private.h"
#include "qsa-fts.h"
#include "qsa-index-pages.h"

static const char ids_sql[] = "SELECT rowid FROM " QSA_FTS_TABLE " WHERE " QSA_FTS_TABLE
                              " MATCH ?1";
static const char weights_sql[] = "SELECT rowid, qusasat_weight(" QSA_FTS_TABLE
                                  ", ?1) FROM " QSA_FTS_TABLE " WHERE " QSA_FTS_TABLE
                                  " MATCH ?1";

/* @weights may be NULL. */
static gboolean
qsa_term_reader_stream (const QsaTermReader *reader, const char *expression, GArray *ids,
                        GArray *weights, GError **error)
{
  gboolean weigh = weights != NULL || qsa_fts_expression_needs_weights (expression);
  sqlite3_stmt *statement = qsa_db_statement (reader->db, weigh ? weights_sql : ids_sql,
                                              error);
  guint32 last = 0;
  QsaStep step;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, expression, -1, SQLITE_STATIC);
  while ((step = qsa_db_step (reader->db, statement, error)) == QSA_STEP_ROW)
    {
      sqlite3_int64 rowid = sqlite3_column_int64 (statement, 0);
      guint32 id = (guint32) rowid;
      guint8 weight = weigh ? (guint8) sqlite3_column_int (statement, 1) : 1;

      /* FTS5 gives rows by rowid, ascending; a damaged index may give anything. */
      if (rowid <= last || rowid > G_MAXINT32 || weight == 0)
        continue;
      last = id;
      g_array_append_val (ids, id);
      if (weights != NULL)
        g_array_append_val (weights, weight);
    }
  sqlite3_reset (statement);
  /* @expression is not ours. */
  sqlite3_clear_bindings (statement);
  return step == QSA_STEP_DONE;
}

/* The only form of an expression for one word or its beginning; NULL for all others. Free with g_free(). */
static char *
qsa_term_reader_get_form (const char *expression, gboolean *prefix)
{
  const char *end = strrchr (expression, '"');
  g_autoptr (GString) form = NULL;

  if (expression[0] != '"' || expression[1] != POSITION || end < expression + 2)
    return NULL;
  *prefix = strcmp (end, "\" *") == 0;
  if (!*prefix && end[1] != '\0')
    return NULL;
  form = g_string_new (NULL);
  for (const char *at = expression + 2; at < end; at++)
    {
      if (*at == '"' && *++at != '"')
        return NULL;
      if ((guchar) *at <= LABELS && *at != SURFACE_MARK)
        return NULL;
      g_string_append_c (form, *at);
    }
  return form->len > 0 ? g_string_free (g_steal_pointer (&form), FALSE) : NULL;
}

/* Single words come from the index's pages; all else, and what is not found to be as expected there, from
 * MATCH. */
static gboolean
qsa_term_reader_read (const QsaTermReader *reader, const char *expression, GArray *ids,
                      GArray *weights, GError **error)
{
  gboolean prefix = FALSE;
  g_autofree char *form = qsa_term_reader_get_form (expression, &prefix);
  QsaPagesStatus status = QSA_PAGES_UNKNOWN;

  if (form != NULL && prefix)
    status = qsa_index_pages_read_prefix (reader->db, form, reader->max_id,
                                          reader->cancellable, ids, weights, error);
  else if (form != NULL)
    status = qsa_index_pages_read_term (reader->db, form, reader->cancellable, ids,
                                        weights, error);
  return status == QSA_PAGES_UNKNOWN
             ? qsa_term_reader_stream (reader, expression, ids, weights, error)
             : status == QSA_PAGES_DONE;
}

QsaPosting *
qsa_term_reader_get (const QsaTermReader *reader, const char *expression,
                     gboolean weighted, GError **error)
{
  g_autoptr (QsaPosting) posting = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) weights = NULL;

  g_return_val_if_fail (reader != NULL && expression != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (reader->cancellable, error))
    return NULL;
  posting = qsa_term_cache_lookup (reader->cache, reader->generation, expression);
  if (posting != NULL && (!weighted || qsa_posting_get_weights (posting) != NULL))
    return g_steal_pointer (&posting);
  g_clear_pointer (&posting, qsa_posting_unref);

  ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  weights = weighted ? g_array_new (FALSE, FALSE, sizeof (guint8)) : NULL;
  if (!qsa_term_reader_read (reader, expression, ids, weights, error))
    return NULL;
  posting = qsa_posting_new_weighted (g_steal_pointer (&ids), g_steal_pointer (&weights),
                                      reader->max_id);
  qsa_term_cache_insert (reader->cache, reader->generation, expression, posting);
  return g_steal_pointer (&posting);
}

GPtrArray *
qsa_term_reader_get_each (const QsaTermReader *reader, GPtrArray *expressions,
                          gboolean weighted, GError **error)
{
  g_autoptr (GPtrArray) postings = NULL;

  g_return_val_if_fail (reader != NULL && expressions != NULL, NULL);

  postings = g_ptr_array_new_full (expressions->len, (GDestroyNotify) qsa_posting_unref);
  for (guint i = 0; i < expressions->len; i++)
    {
      QsaPosting *posting = qsa_term_reader_get (reader, expressions->pdata[i], weighted,
                                                 error);

      if (posting == NULL)
        return NULL;
      g_ptr_array_add (postings, posting);
    }
  return g_steal_pointer (&postings);
}

QsaPosting *
qsa_term_reader_get_union (const QsaTermReader *reader, GPtrArray *expressions,
                           gboolean weighted, GError **error)
{
  g_autoptr (GPtrArray)
      postings = qsa_term_reader_get_each (reader, expressions, weighted, error);

  if (postings == NULL)
    return NULL;
  if (postings->len == 1)
    return qsa_posting_ref (postings->pdata[0]);
  return qsa_posting_or_all (postings);
}
