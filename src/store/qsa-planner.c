/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-planner.h"

#include <string.h>

#include "qsa-commonest.h"
#include "qsa-result-private.h"

static guint
qsa_planner_read_count (QsaPlanner *planner, const char *folded)
{
  QsaDb *db = planner->reader->db;
  sqlite3_stmt *statement =
      qsa_db_statement (db, "SELECT articles FROM term WHERE term = ?1", &planner->error);
  guint articles = 0;

  if (statement == NULL)
    return 0;
  sqlite3_bind_text (statement, 1, folded, -1, SQLITE_STATIC);
  if (qsa_db_step (db, statement, &planner->error) == QSA_STEP_ROW)
    articles = (guint) sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return articles;
}

guint
qsa_planner_count_articles (const char *folded, gpointer data)
{
  QsaPlanner *planner = data;
  gpointer known = NULL;
  guint articles;

  g_return_val_if_fail (planner != NULL && folded != NULL, 0);

  if (g_hash_table_lookup_extended (planner->counts, folded, NULL, &known))
    return GPOINTER_TO_UINT (known);
  if (planner->error != NULL
      || g_cancellable_set_error_if_cancelled (planner->reader->cancellable,
                                               &planner->error))
    return 0;
  articles = qsa_planner_read_count (planner, folded);
  g_hash_table_insert (planner->counts, g_strdup (folded), GUINT_TO_POINTER (articles));
  return articles;
}

guint
qsa_planner_count_matches (QsaPlanner *planner, const char *expression)
{
  g_autoptr (QsaPosting) posting = NULL;

  g_return_val_if_fail (planner != NULL && expression != NULL, 0);

  if (planner->error != NULL)
    return 0;
  posting = qsa_term_reader_get (planner->reader, expression, FALSE, &planner->error);
  return posting != NULL ? qsa_posting_get_size (posting) : 0;
}

static char *
qsa_planner_spell_word (QsaPlanner *planner, const char *folded)
{
  const QsaTermReader *reader = planner->reader;
  char *spelling = qsa_term_cache_dup_text (reader->cache, reader->generation, folded);
  guint articles;

  if (spelling != NULL)
    return spelling;
  articles = qsa_planner_count_articles (folded, planner);
  if (planner->error == NULL)
    spelling = qsa_commonest_spelling (reader->db, folded, articles, &planner->error);
  if (spelling == NULL)
    return g_strdup (folded);
  qsa_term_cache_insert_text (reader->cache, reader->generation, folded, spelling);
  return spelling;
}

char *
qsa_planner_spell (QsaPlanner *planner, const char *form)
{
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (planner != NULL && form != NULL, NULL);

  words = g_strsplit (form, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      char *spelling = qsa_planner_spell_word (planner, words[i]);

      g_free (words[i]);
      words[i] = spelling;
    }
  return g_strjoinv (" ", words);
}

QsaPlanLeaf *
qsa_planner_add_leaf (QsaPlanner *planner, gboolean wanted)
{
  QsaPlanLeaf *leaf = NULL;

  g_return_val_if_fail (planner != NULL, NULL);

  leaf = qsa_plan_leaf_new (wanted);
  g_ptr_array_add (planner->leaves, leaf);
  return leaf;
}

gboolean
qsa_planner_is_on (QsaPlanner *planner, const char *form, gboolean by_default)
{
  int wish;

  g_return_val_if_fail (planner != NULL && form != NULL, FALSE);

  wish = qsa_search_request_get_form (planner->request, form);
  return wish >= 0 ? wish > 0 : by_default;
}

void
qsa_planner_take_widening (QsaPlanner *planner, QsaWidening *widening)
{
  g_autoptr (QsaWidening) taken = widening;

  g_return_if_fail (planner != NULL && widening != NULL);

  if (g_hash_table_contains (planner->widened, taken->form))
    return;
  g_hash_table_add (planner->widened, taken->form);
  g_ptr_array_add (planner->widenings, g_steal_pointer (&taken));
}

static int
qsa_planner_compare_widenings (gconstpointer a, gconstpointer b)
{
  const QsaWidening *left = *(QsaWidening *const *) a, *right = *(QsaWidening *const *) b;

  if (left->on != right->on)
    return left->on ? -1 : 1;
  if (left->articles != right->articles)
    return left->articles > right->articles ? -1 : 1;
  return strcmp (left->form, right->form);
}

void
qsa_planner_sort_widenings (QsaPlanner *planner, guint start)
{
  g_return_if_fail (planner != NULL && start <= planner->widenings->len);

  if (start < planner->widenings->len)
    qsort (planner->widenings->pdata + start, planner->widenings->len - start,
           sizeof (gpointer), qsa_planner_compare_widenings);
}
