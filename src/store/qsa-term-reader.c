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

/* One word, as an expression has it: "form", where a quotation mark of the form is doubled. NULL when there
 * is anything else in it; *end is what follows. Free with g_free(). */
static char *
qsa_term_reader_take_form (const char *expression, const char **end)
{
  g_autoptr (GString) form = g_string_new (NULL);
  const char *at = expression;

  if (*at++ != '"' || *at++ != POSITION)
    return NULL;
  for (; *at != '"' || at[1] == '"'; at++)
    {
      at += *at == '"';
      if (*at == '\0'
          || ((guchar) *at <= LABELS && *at != SURFACE_MARK && *at != ALTERNATIVE))
        return NULL;
      g_string_append_c (form, *at);
    }
  *end = at + 1;
  return form->len > 0 ? g_string_free (g_steal_pointer (&form), FALSE) : NULL;
}

/* Takes the weights of the word @other, which stands only where the word of @ids stands, off theirs. */
static QsaPagesStatus
qsa_term_reader_subtract (const QsaTermReader *reader, const char *other, GArray *ids,
                          GArray *weights, GError **error)
{
  g_autoptr (GArray) other_ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) other_weights = g_array_new (FALSE, FALSE, sizeof (guint8));
  QsaPagesStatus status = qsa_index_pages_read_term (reader->db, other,
                                                     reader->cancellable, other_ids,
                                                     other_weights, error);
  guint at = 0;

  for (guint i = 0; i < other_ids->len && status == QSA_PAGES_DONE; i++)
    {
      guint32 id = g_array_index (other_ids, guint32, i);
      guint8 weight = g_array_index (other_weights, guint8, i);

      while (at < ids->len && g_array_index (ids, guint32, at) < id)
        at++;
      if (at == ids->len || g_array_index (ids, guint32, at) != id
          || g_array_index (weights, guint8, at) < weight)
        return QSA_PAGES_UNKNOWN;
      g_array_index (weights, guint8,
                     at) = (guint8) (g_array_index (weights, guint8, at) - weight);
    }
  return status;
}

static void
qsa_term_reader_drop_weightless (GArray *ids, GArray *weights)
{
  guint n = 0;

  for (guint i = 0; i < ids->len; i++)
    {
      g_array_index (ids, guint32, n) = g_array_index (ids, guint32, i);
      g_array_index (weights, guint8, n) = g_array_index (weights, guint8, i);
      n += g_array_index (weights, guint8, n) > 0;
    }
  g_array_set_size (ids, n);
  g_array_set_size (weights, n);
}

/* A word but for the places where it is spelled as @others (one after the other in one "form"): frequencies
 * are sums over places, so they can be subtracted, unless one was too large to be kept. */
static QsaPagesStatus
qsa_term_reader_read_except (const QsaTermReader *reader, const char *form,
                             const char *others, GArray *ids, GArray *weights,
                             GError **error)
{
  static const char separators[] = { ALTERNATIVE, '\0' };
  g_auto (GStrv) each = g_strsplit (others, separators, -1);
  g_autoptr (GArray) sums = weights != NULL ? g_array_ref (weights)
                                            : g_array_new (FALSE, FALSE, sizeof (guint8));
  QsaPagesStatus status =
      qsa_index_pages_read_term (reader->db, form, reader->cancellable, ids, sums, error);

  if (status == QSA_PAGES_DONE && sums->len > 0
      && memchr (sums->data, G_MAXUINT8, sums->len) != NULL)
    status = QSA_PAGES_UNKNOWN;
  for (guint i = 0; each[i] != NULL && status == QSA_PAGES_DONE; i++)
    status = g_str_has_suffix (each[i], "\x01") /* SURFACE_MARK */
                 ? qsa_term_reader_subtract (reader, each[i], ids, sums, error)
                 : QSA_PAGES_UNKNOWN;
  if (status == QSA_PAGES_DONE)
    qsa_term_reader_drop_weightless (ids, sums);
  return status;
}

/* What the index's pages can answer: a word, the beginning of words, a word but for some of its spellings. */
static QsaPagesStatus
qsa_term_reader_read_pages (const QsaTermReader *reader, const char *expression,
                            GArray *ids, GArray *weights, GError **error)
{
  const char *rest = NULL;
  g_autofree char *form = qsa_term_reader_take_form (expression, &rest);
  g_autofree char *others = NULL;

  if (form == NULL || strchr (form, ALTERNATIVE) != NULL)
    return QSA_PAGES_UNKNOWN;
  if (rest[0] == '\0')
    return qsa_index_pages_read_term (reader->db, form, reader->cancellable, ids, weights,
                                      error);
  if (g_str_equal (rest, " *"))
    return qsa_index_pages_read_prefix (reader->db, form, reader->max_id,
                                        reader->cancellable, ids, weights, error);
  if (!g_str_has_prefix (rest, " OR "))
    return QSA_PAGES_UNKNOWN;
  others = qsa_term_reader_take_form (rest + strlen (" OR "), &rest);
  return others != NULL && rest[0] == '\0'
             ? qsa_term_reader_read_except (reader, form, others, ids, weights, error)
             : QSA_PAGES_UNKNOWN;
}

/* All else, and what is not found to be as expected on the pages, is asked by MATCH. */
static gboolean
qsa_term_reader_read (const QsaTermReader *reader, const char *expression, GArray *ids,
                      GArray *weights, GError **error)
{
  QsaPagesStatus status = qsa_term_reader_read_pages (reader, expression, ids, weights,
                                                      error);

  if (status != QSA_PAGES_UNKNOWN)
    return status == QSA_PAGES_DONE;
  g_array_set_size (ids, 0);
  if (weights != NULL)
    g_array_set_size (weights, 0);
  return qsa_term_reader_stream (reader, expression, ids, weights, error);
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
