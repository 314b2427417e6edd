/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-commonest.h"

#include "qsa-fts.h"
#include "qsa-spellings.h"

#define MAX_SPELLINGS 24u
#define SAMPLE 200

/* How far one has to go for so many articles says how many there are. */
static const char qsa_commonest_sql[] =
    "SELECT count (*), max (rowid), (SELECT max (id) FROM article) FROM"
    " (SELECT rowid FROM " QSA_FTS_TABLE " WHERE " QSA_FTS_TABLE
    " MATCH ?1 LIMIT " G_STRINGIFY (SAMPLE) ")";

/* -1 with @error. */
static double
qsa_commonest_estimate (QsaDb *db, const char *surface, GError **error)
{
  const char *const forms[] = { surface, NULL };
  const QsaFtsWord word = { NULL, forms };
  g_autofree char *expression = qsa_fts_match_expression (&word, 1);
  sqlite3_stmt *statement = qsa_db_statement (db, qsa_commonest_sql, error);
  double articles = -1;

  if (statement == NULL)
    return -1;
  sqlite3_bind_text (statement, 1, expression, -1, SQLITE_STATIC);
  if (qsa_db_step (db, statement, error) == QSA_STEP_ROW)
    {
      articles = sqlite3_column_double (statement, 0);
      if (articles >= SAMPLE)
        articles *= sqlite3_column_double (statement, 2)
                    / MAX (sqlite3_column_double (statement, 1), 1);
    }
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return articles;
}

/* A spelling that the index does not mark is the folded one: what is left over. */
char *
qsa_commonest_spelling (QsaDb *db, const char *folded, guint articles, GError **error)
{
  g_auto (GStrv) spellings = NULL;
  const char *best = folded;
  double best_articles = 0, marked = 0;

  g_return_val_if_fail (db != NULL && folded != NULL, NULL);

  spellings = qsa_spellings_likely (folded, MAX_SPELLINGS);
  for (guint i = 0; spellings[i] != NULL; i++)
    {
      double estimate = qsa_commonest_estimate (db, spellings[i], error);

      if (estimate < 0)
        return NULL;
      marked += estimate;
      if (estimate > best_articles)
        {
          best = spellings[i];
          best_articles = estimate;
        }
    }
  return g_strdup (articles - marked >= best_articles ? folded : best);
}
