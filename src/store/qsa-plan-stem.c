/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-plan-stem.h"

#include "qsa-light-stem.h"

static const char qsa_plan_stem_sql[] =
    "SELECT term, articles FROM term WHERE light_stem = ?1 ORDER BY articles DESC, term";

static void
qsa_stem_word_clear (gpointer data)
{
  QsaStemWord *word = data;

  g_free (word->folded);
}

static void
qsa_plan_stem_read (QsaPlanner *planner, const char *stem, GArray *words)
{
  QsaDb *db = planner->reader->db;
  sqlite3_stmt *statement = qsa_db_statement (db, qsa_plan_stem_sql, &planner->error);

  if (statement == NULL)
    return;
  sqlite3_bind_text (statement, 1, stem, -1, SQLITE_STATIC);
  while (qsa_db_step (db, statement, &planner->error) == QSA_STEP_ROW)
    {
      QsaStemWord word = { g_strdup ((const char *) sqlite3_column_text (statement, 0)),
                           (guint) sqlite3_column_int64 (statement, 1) };

      if (word.folded != NULL)
        g_array_append_val (words, word);
    }
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
}

GArray *
qsa_plan_stem_words (QsaPlanner *planner, const char *folded)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (QsaStemWord));
  g_autofree char *stem = qsa_light_stem (folded);

  g_array_set_clear_func (words, qsa_stem_word_clear);
  if (stem != NULL && planner->error == NULL)
    qsa_plan_stem_read (planner, stem, words);
  return words;
}

gboolean
qsa_plan_stem_is_same (const char *folded, const char *other)
{
  g_autofree char *stem = qsa_light_stem (folded);
  g_autofree char *other_stem = qsa_light_stem (other);

  return stem != NULL && g_strcmp0 (stem, other_stem) == 0;
}
