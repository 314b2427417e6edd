/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-index-pages.h"

#include <string.h>

#include "qsa-fts.h"
#include "qsa-schema.h"
#include "qsa-test-archive.h"
#include "qsa-test-dir.h"

/* What is read from the index's pages, beside what MATCH answers, for every term of a generated library that
 * was written in several transactions, changed, and merged half. */

#define N_ARTICLES 3000u
#define N_STEMS 150u
#define N_WORDS 40u

typedef struct
{
  QsaTestDir *dir;
  QsaDb *db;
  QsaTestGenerator *generator;
  GPtrArray *articles; /* QsaTestArticle, id - 1 */
} Fixture;

static void
exec (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;

  qsa_db_exec (fixture->db, sql, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture->dir = qsa_test_dir_new ();
  path = qsa_test_dir_child (fixture->dir, "pages.qusasat");
  fixture->db = qsa_db_open (path, QSA_DB_READ_WRITE, &error);
  g_assert_no_error (error);
  qsa_schema_prepare (fixture->db, path, TRUE, &error);
  g_assert_no_error (error);
  fixture->generator = qsa_test_generator_new (g_test_rand_int (), N_STEMS, 3, N_WORDS);
  qsa_test_archive_add_outlets (fixture->db, 3);
  fixture->articles =
      g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_test_article_free);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->articles);
  qsa_test_generator_free (fixture->generator);
  qsa_db_close (fixture->db);
  qsa_test_dir_free (fixture->dir);
}

static void
add_articles (Fixture *fixture, guint n)
{
  qsa_test_archive_begin (fixture->db);
  for (guint i = 0; i < n; i++)
    {
      QsaTestArticle *article = qsa_test_generator_next (fixture->generator,
                                                         fixture->articles->len + 1);

      qsa_test_archive_insert (fixture->db, article);
      g_ptr_array_add (fixture->articles, article);
    }
  qsa_test_archive_end (fixture->db);
}

/* Every @step-th article goes; @again: and comes back with another title. */
static void
change_articles (Fixture *fixture, guint step, gboolean again)
{
  qsa_test_archive_begin (fixture->db);
  for (guint i = step / 2; i < fixture->articles->len; i += step)
    {
      QsaTestArticle *article = fixture->articles->pdata[i];

      if (article->body == NULL)
        continue;
      qsa_test_archive_delete (fixture->db, article);
      if (again)
        {
          g_free (article->title);
          article->title = g_strdup (qsa_test_generator_get_stem (fixture->generator, 3));
          qsa_test_archive_insert (fixture->db, article);
        }
      else
        g_clear_pointer (&article->body, g_free);
    }
  qsa_test_archive_end (fixture->db);
}

static void
read_match (Fixture *fixture, const char *expression, GArray *ids, GArray *weights)
{
  static const char sql[] = "SELECT rowid, qusasat_weight (" QSA_FTS_TABLE
                            ") FROM " QSA_FTS_TABLE " WHERE " QSA_FTS_TABLE " MATCH ?1";
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *statement = qsa_db_statement (fixture->db, sql, &error);

  g_assert_no_error (error);
  sqlite3_bind_text (statement, 1, expression, -1, SQLITE_STATIC);
  while (qsa_db_step (fixture->db, statement, &error) == QSA_STEP_ROW)
    {
      guint32 id = (guint32) sqlite3_column_int64 (statement, 0);
      guint8 weight = (guint8) sqlite3_column_int (statement, 1);

      g_array_append_val (ids, id);
      g_array_append_val (weights, weight);
    }
  g_assert_no_error (error);
}

static void
assert_same (const char *term, GArray *a, GArray *b, guint item_bytes)
{
  if (a->len == 0 && b->len == 0)
    return;
  if (a->len != b->len || memcmp (a->data, b->data, (gsize) a->len * item_bytes) != 0)
    g_error ("“%s” is read otherwise: %u and %u articles", term, a->len, b->len);
}

static void
assert_term (Fixture *fixture, const char *term)
{
  g_autofree char *expression = g_strdup_printf ("\"\x02%s\"", term);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) only_ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) weights = g_array_new (FALSE, FALSE, sizeof (guint8));
  g_autoptr (GArray) expected_ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) expected_weights = g_array_new (FALSE, FALSE, sizeof (guint8));
  g_autoptr (GError) error = NULL;
  QsaPagesStatus status;

  status = qsa_index_pages_read_term (fixture->db, term, NULL, ids, weights, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, QSA_PAGES_DONE);
  status = qsa_index_pages_read_term (fixture->db, term, NULL, only_ids, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, QSA_PAGES_DONE);
  read_match (fixture, expression, expected_ids, expected_weights);
  assert_same (term, ids, expected_ids, sizeof (guint32));
  assert_same (term, only_ids, expected_ids, sizeof (guint32));
  assert_same (term, weights, expected_weights, sizeof (guint8));
}

/* All that the index holds, surface forms and the marks of paragraphs too. */
static void
assert_terms (Fixture *fixture)
{
  static const char sql[] = "SELECT term FROM temp.vocabulary";
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) terms = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement;

  exec (fixture,
        "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab (main, " QSA_FTS_TABLE
        ", row)");
  statement = qsa_db_statement (fixture->db, sql, &error);
  g_assert_no_error (error);
  while (qsa_db_step (fixture->db, statement, &error) == QSA_STEP_ROW)
    g_ptr_array_add (terms, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  g_assert_no_error (error);
  sqlite3_reset (statement);
  exec (fixture, "DROP TABLE temp.vocabulary");
  g_assert_cmpuint (terms->len, >, N_STEMS);
  for (guint i = 0; i < terms->len; i++)
    assert_term (fixture, terms->pdata[i]);
  assert_term (fixture, "!"); /* before all */
  assert_term (fixture, "\xef\xbf\xbf");
}

static void
test_terms (Fixture *fixture, gconstpointer data)
{
  add_articles (fixture, N_ARTICLES / 2);
  assert_terms (fixture);
  for (guint i = 0; i < 10; i++)
    add_articles (fixture, N_ARTICLES / 20);
  assert_terms (fixture);
  change_articles (fixture, 7, TRUE);
  change_articles (fixture, 11, FALSE);
  assert_terms (fixture);
  exec (fixture,
        "INSERT INTO " QSA_FTS_TABLE " (" QSA_FTS_TABLE ", rank) VALUES ('merge', -8)");
  assert_terms (fixture);
  exec (fixture, "INSERT INTO " QSA_FTS_TABLE " (" QSA_FTS_TABLE ") VALUES ('optimize')");
  assert_terms (fixture);
}

static QsaPagesStatus
read_prefix (Fixture *fixture, const char *prefix, GArray *ids, GArray *weights)
{
  g_autoptr (GError) error = NULL;
  QsaPagesStatus status = qsa_index_pages_read_prefix (fixture->db, prefix, N_ARTICLES,
                                                       NULL, ids, weights, &error);

  g_assert_no_error (error);
  return status;
}

/* FTS5 counts a place once, though a word stands there in two spellings. */
static void
assert_prefix (Fixture *fixture, const char *prefix)
{
  g_autofree char *expression = g_strdup_printf ("\"\x02%s\" *", prefix);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) weights = g_array_new (FALSE, FALSE, sizeof (guint8));
  g_autoptr (GArray) expected_ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) expected_weights = g_array_new (FALSE, FALSE, sizeof (guint8));

  g_assert_cmpint (read_prefix (fixture, prefix, ids, weights), ==, QSA_PAGES_DONE);
  read_match (fixture, expression, expected_ids, expected_weights);
  assert_same (prefix, ids, expected_ids, sizeof (guint32));
  assert_same (prefix, weights, expected_weights, sizeof (guint8));
}

static void
test_prefixes (Fixture *fixture, gconstpointer data)
{
  static const char *const prefixes[] = { "ا", "ال", "و", "وال", "ب",
                                          "م", "ي",  "ن", "س",   "غ" };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < 5; i++)
    add_articles (fixture, N_ARTICLES / 5);
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    assert_prefix (fixture, prefixes[i]);
  /* What was deleted is left to FTS5, until a merge has done away with it. */
  change_articles (fixture, 5, FALSE);
  g_assert_cmpint (read_prefix (fixture, "ا", ids, NULL), ==, QSA_PAGES_UNKNOWN);
  exec (fixture, "INSERT INTO " QSA_FTS_TABLE " (" QSA_FTS_TABLE ") VALUES ('optimize')");
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    assert_prefix (fixture, prefixes[i]);
}

/* The table of a damaged file, or of a later SQLite. */
static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  const char *term = qsa_test_generator_get_stem (fixture->generator, 0);
  g_autofree char *folded = qsa_fold_text (term, -1);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GError) error = NULL;

  add_articles (fixture, 100);
  sqlite3_db_config (qsa_db_get_handle (fixture->db), SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  exec (fixture, "UPDATE " QSA_FTS_TABLE "_config SET v = 5 WHERE k = 'version'");
  g_assert_cmpint (qsa_index_pages_read_term (fixture->db, folded, NULL, ids, NULL,
                                              &error),
                   ==, QSA_PAGES_UNKNOWN);
  g_assert_no_error (error);
  exec (fixture, "UPDATE " QSA_FTS_TABLE "_config SET v = 4 WHERE k = 'version'");
  g_assert_cmpint (qsa_index_pages_read_term (fixture->db, folded, NULL, ids, NULL,
                                              &error),
                   ==, QSA_PAGES_DONE);
  g_assert_cmpuint (ids->len, >, 0);
}

/* Whatever bytes stand on the pages: no answer is worse than none. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  add_articles (fixture, 300);
  sqlite3_db_config (qsa_db_get_handle (fixture->db), SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  exec (fixture,
        "CREATE TABLE temp.kept AS SELECT id, block FROM " QSA_FTS_TABLE "_data");
  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *sql = g_strdup_printf (
          "UPDATE " QSA_FTS_TABLE "_data SET block = CAST (substr (block, 1, %d) ||"
          " x'%02x%02x' || substr (block, %d) AS BLOB) WHERE id >= 10",
          g_test_rand_int_range (0, 600), (guint) g_test_rand_int_range (0, 256),
          (guint) g_test_rand_int_range (0, 256), g_test_rand_int_range (1, 600));

      exec (fixture, sql);
      for (guint rank = 0; rank < 20; rank++)
        {
          g_autofree char *folded =
              qsa_fold_text (qsa_test_generator_get_stem (fixture->generator, rank), -1);
          g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
          g_autoptr (GArray) weights = g_array_new (FALSE, FALSE, sizeof (guint8));
          g_autoptr (GError) error = NULL;

          if (qsa_index_pages_read_term (fixture->db, folded, NULL, ids, weights, &error)
              == QSA_PAGES_DONE)
            g_assert_cmpuint (ids->len, ==, weights->len);
          g_array_set_size (ids, 0);
          g_array_set_size (weights, 0);
          qsa_index_pages_read_prefix (fixture->db, folded, N_ARTICLES, NULL, ids,
                                       weights, &error);
        }
      exec (fixture,
            "UPDATE " QSA_FTS_TABLE "_data SET block ="
            " (SELECT block FROM temp.kept WHERE kept.id = " QSA_FTS_TABLE "_data.id)");
    }
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GError) error = NULL;

  add_articles (fixture, 100);
  g_cancellable_cancel (cancellable);
  g_assert_cmpint (qsa_index_pages_read_prefix (fixture->db, "ا", N_ARTICLES, cancellable,
                                                ids, NULL, &error),
                   ==, QSA_PAGES_ERROR);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/store/index-pages/terms", test_terms);
  ADD ("/store/index-pages/prefixes", test_prefixes);
  ADD ("/store/index-pages/unknown", test_unknown);
  ADD ("/store/index-pages/damaged", test_damaged);
  ADD ("/store/index-pages/cancelled", test_cancelled);

  return g_test_run ();
}
