/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-test-corpus.h"

#include "qsa-schema.h"

static const struct
{
  const char *name, *short_name, *domain, *alias;
} outlets[] = {
  { "جريدة النهر", NULL, "alnahr.example", "النهر اليوم" },
  { "وكالة الجبل للأنباء", "الجبل", "jabal.example", NULL },
  { "قناة السهل", NULL, NULL, NULL },
};

static void
corpus_exec (QsaTestCorpus *corpus, const char *sql, guint id, const char *text)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (qsa_db_get_handle (corpus->db), sql, -1,
                                       &statement, NULL),
                   ==, SQLITE_OK);
  sqlite3_bind_int64 (statement, 1, id);
  sqlite3_bind_text (statement, 2, text, -1, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
}

static void
corpus_add (QsaTestCorpus *corpus, guint32 id, const QsaTestText *text)
{
  QsaTestArticle article = { .id = id,
                             .outlet_id = text->outlet_id,
                             .date = QSA_DATE_INIT,
                             .title = (char *) text->title,
                             .standfirst = (char *) text->standfirst,
                             .body = (char *) (text->body != NULL ? text->body : ""),
                             .starred = text->starred };

  if (text->date != NULL)
    g_assert_true (qsa_date_parse_iso (text->date, &article.date));
  qsa_test_archive_insert (corpus->db, &article);
  if (text->author != NULL)
    corpus_exec (corpus, "UPDATE article SET author = ?2 WHERE id = ?1", id,
                 text->author);
  if (text->tag == NULL)
    return;
  corpus_exec (corpus, "INSERT OR IGNORE INTO tag (name) SELECT ?2 WHERE ?1", id,
               text->tag);
  corpus_exec (corpus,
               "INSERT INTO article_tag (article_id, tag_id)"
               " SELECT ?1, id FROM tag WHERE name = ?2",
               id, text->tag);
}

static QsaOutletTable *
corpus_make_outlets (void)
{
  g_autoptr (GPtrArray)
      rows = g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_outlet_free);

  for (guint i = 0; i < G_N_ELEMENTS (outlets); i++)
    {
      QsaOutlet *outlet = g_new0 (QsaOutlet, 1);
      const char *const aliases[] = { outlets[i].alias, NULL };

      outlet->id = i + 1;
      outlet->name = g_strdup (outlets[i].name);
      outlet->short_name = g_strdup (outlets[i].short_name);
      outlet->domain = g_strdup (outlets[i].domain);
      outlet->aliases = g_strdupv ((char **) aliases);
      g_ptr_array_add (rows, outlet);
    }
  return qsa_outlet_table_new_with (NULL, rows);
}

QsaTestCorpus *
qsa_test_corpus_new (const QsaTestText *texts, guint n_texts)
{
  QsaTestCorpus *corpus = g_new0 (QsaTestCorpus, 1);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  corpus->dir = qsa_test_dir_new ();
  path = qsa_test_dir_child (corpus->dir, "test.qusasat");
  corpus->db = qsa_db_open (path, QSA_DB_READ_WRITE, &error);
  g_assert_no_error (error);
  qsa_schema_prepare (corpus->db, path, TRUE, &error);
  g_assert_no_error (error);
  qsa_test_archive_add_outlets (corpus->db, G_N_ELEMENTS (outlets));
  qsa_test_archive_begin (corpus->db);
  for (guint i = 0; i < n_texts; i++)
    corpus_add (corpus, i + 1, &texts[i]);
  qsa_test_archive_end (corpus->db);
  corpus->columns = qsa_columns_load (corpus->db, NULL, &error);
  g_assert_no_error (error);
  corpus->cache = qsa_term_cache_new (1 << 20);
  corpus->tables.outlets = corpus_make_outlets ();
  return corpus;
}

void
qsa_test_corpus_free (QsaTestCorpus *corpus)
{
  qsa_outlet_table_unref (corpus->tables.outlets);
  g_clear_pointer (&corpus->tables.variants, qsa_variant_table_unref);
  qsa_term_cache_free (corpus->cache);
  qsa_columns_unref (corpus->columns);
  qsa_db_close (corpus->db);
  qsa_test_dir_free (corpus->dir);
  g_free (corpus);
}

QsaSearchRequest *
qsa_test_corpus_request (const char *query, QsaReach reach)
{
  g_autoptr (QsaQuery) parsed = qsa_query_parse (query, reach, FALSE);
  g_autoptr (QsaFilter) filter = qsa_filter_new ();

  return qsa_search_request_new (parsed, filter, QSA_SORT_NEWEST);
}

QsaResult *
qsa_test_corpus_search (QsaTestCorpus *corpus, QsaSearchRequest *request)
{
  g_autoptr (GError) error = NULL;
  QsaResult *result = qsa_engine_search_with (corpus->db, corpus->columns, corpus->cache,
                                              &corpus->tables, request, NULL, &error);
  gint64 count;

  g_assert_no_error (error);
  g_assert_nonnull (result);
  count = qsa_engine_count (corpus->db, corpus->columns, corpus->cache, &corpus->tables,
                            request, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count, ==, qsa_result_get_total (result));
  return result;
}

char *
qsa_test_corpus_ids (QsaResult *result)
{
  const guint32 *ids = qsa_result_get_ids (result);
  guint n = qsa_result_get_total (result);
  GString *line = g_string_new (NULL);
  guint32 max = 0;

  for (guint i = 0; i < n; i++)
    max = MAX (max, ids[i]);
  for (guint32 id = 1; id <= max; id++)
    for (guint i = 0; i < n; i++)
      if (ids[i] == id)
        g_string_append_printf (line, "%s%u", line->len > 0 ? " " : "", id);
  return g_string_free (line, FALSE);
}

char *
qsa_test_corpus_find (QsaTestCorpus *corpus, const char *query, QsaReach reach)
{
  g_autoptr (QsaSearchRequest) request = qsa_test_corpus_request (query, reach);
  g_autoptr (QsaResult) result = qsa_test_corpus_search (corpus, request);

  return qsa_test_corpus_ids (result);
}

const QsaWidening *
qsa_test_corpus_widening (QsaResult *result, const char *form)
{
  GPtrArray *widenings = qsa_result_get_widenings (result);

  for (guint i = 0; i < widenings->len; i++)
    {
      const QsaWidening *widening = widenings->pdata[i];

      if (g_str_equal (widening->form, form))
        return widening;
    }
  return NULL;
}
