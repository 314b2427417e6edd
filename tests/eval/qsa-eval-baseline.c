/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-eval-baseline.h"

#include <sqlite3.h>

#include "qsa-fold.h"

struct _QsaEvalBaseline
{
  sqlite3 *handle;
  sqlite3_stmt *ranked;
  sqlite3_stmt *unranked;
  QsaEvalTreatment treatment;
};

static sqlite3_stmt *
qsa_eval_baseline_prepare (QsaEvalBaseline *self, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (self->handle, sql, -1, &statement, NULL), ==,
                   SQLITE_OK);
  return statement;
}

static char *
qsa_eval_baseline_treat (const QsaEvalBaseline *self, const char *text)
{
  return self->treatment == QSA_EVAL_FOLDED ? qsa_fold_text (text, -1) : g_strdup (text);
}

static void
qsa_eval_baseline_fill (QsaEvalBaseline *self, const QsaEvalCorpus *corpus,
                        const QsaEvalLibrary *library, QsaEvalParts parts)
{
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);
  sqlite3_stmt *insert =
      qsa_eval_baseline_prepare (self, "INSERT INTO words(rowid, text) VALUES (?1, ?2)");

  sqlite3_exec (self->handle, "BEGIN", NULL, NULL, NULL);
  for (guint i = 0; i < corpus->articles->len; i++)
    {
      const QsaEvalArticle *article = corpus->articles->pdata[i];
      gint64 id = g_array_index (library->ids, gint64, i);
      g_autofree char *text = NULL;
      g_autofree char *treated = NULL;

      if (!g_hash_table_add (done, GINT_TO_POINTER (id)))
        continue;
      if (parts == QSA_EVAL_WHOLE)
        text = g_strconcat (article->title != NULL ? article->title : "", "\n",
                            article->standfirst != NULL ? article->standfirst : "", "\n",
                            article->body, NULL);
      else
        text = g_strdup (article->body);
      treated = qsa_eval_baseline_treat (self, text);
      sqlite3_bind_int64 (insert, 1, id);
      sqlite3_bind_text (insert, 2, treated, -1, SQLITE_STATIC);
      g_assert_cmpint (sqlite3_step (insert), ==, SQLITE_DONE);
      sqlite3_reset (insert);
    }
  sqlite3_finalize (insert);
  sqlite3_exec (self->handle, "COMMIT; INSERT INTO words(words) VALUES ('optimize')",
                NULL, NULL, NULL);
}

QsaEvalBaseline *
qsa_eval_baseline_new (const QsaEvalCorpus *corpus, const QsaEvalLibrary *library,
                       QsaEvalParts parts, QsaEvalTreatment treatment)
{
  QsaEvalBaseline *self = g_new0 (QsaEvalBaseline, 1);

  self->treatment = treatment;
  g_assert_cmpint (sqlite3_open (":memory:", &self->handle), ==, SQLITE_OK);
  g_assert_cmpint (
      sqlite3_exec (self->handle,
                    "CREATE VIRTUAL TABLE words USING fts5(text, content='', "
                    "tokenize='unicode61')",
                    NULL, NULL, NULL),
      ==, SQLITE_OK);
  qsa_eval_baseline_fill (self, corpus, library, parts);
  self->ranked = qsa_eval_baseline_prepare (
      self, "SELECT rowid FROM words WHERE words MATCH ?1 ORDER BY rank LIMIT ?2");
  self->unranked =
      qsa_eval_baseline_prepare (self, "SELECT rowid FROM words WHERE words MATCH ?1");
  return self;
}

void
qsa_eval_baseline_free (QsaEvalBaseline *self)
{
  if (self == NULL)
    return;
  sqlite3_finalize (self->ranked);
  sqlite3_finalize (self->unranked);
  sqlite3_close (self->handle);
  g_free (self);
}

GArray *
qsa_eval_baseline_search (QsaEvalBaseline *self, const char *const *words, gboolean all,
                          guint limit)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GString) match = g_string_new (NULL);
  sqlite3_stmt *statement = limit > 0 ? self->ranked : self->unranked;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = qsa_eval_baseline_treat (self, words[i]);

      g_strdelimit (word, "\"", ' ');
      if (*word != '\0')
        g_string_append_printf (match, "%s\"%s\"",
                                match->len == 0 ? "" : (all ? " AND " : " OR "), word);
    }
  if (match->len == 0)
    return ids;
  sqlite3_bind_text (statement, 1, match->str, -1, SQLITE_STATIC);
  if (limit > 0)
    sqlite3_bind_int64 (statement, 2, limit);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (ids, id);
    }
  sqlite3_reset (statement);
  return ids;
}
