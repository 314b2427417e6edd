/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-ranking.h"

#include "qsa-schema.h"
#include "qsa-test-archive.h"
#include "qsa-test-dir.h"
#include "qsa-text-util.h"

/* The order by outlet, and the lengths that relevance goes by. */

#define N_ARTICLES 1000u
#define N_OUTLETS 4u

typedef struct
{
  QsaTestDir *dir;
  QsaDb *db;
  QsaTestGenerator *generator;
  GPtrArray *articles; /* QsaTestArticle, id - 1 */
  QsaColumns *columns;
} Fixture;

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

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture->dir = qsa_test_dir_new ();
  path = qsa_test_dir_child (fixture->dir, "ranking.qusasat");
  fixture->db = qsa_db_open (path, QSA_DB_READ_WRITE, &error);
  g_assert_no_error (error);
  qsa_schema_prepare (fixture->db, path, TRUE, &error);
  g_assert_no_error (error);
  qsa_test_archive_add_outlets (fixture->db, N_OUTLETS);
  fixture->generator = qsa_test_generator_new (g_test_rand_int (), 100, N_OUTLETS, 10);
  fixture->articles =
      g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_test_article_free);
  add_articles (fixture, N_ARTICLES);
  fixture->columns = qsa_columns_load (fixture->db, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  qsa_columns_unref (fixture->columns);
  g_ptr_array_unref (fixture->articles);
  qsa_test_generator_free (fixture->generator);
  qsa_db_close (fixture->db);
  qsa_test_dir_free (fixture->dir);
}

/* Outlet 1 is the last by its name; the table does not know 4. */
static QsaOutletTable *
make_outlets (void)
{
  static const char *const names[] = { "يوم البلدة", "أخبار النهر", "بريد الجبل" };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      QsaOutlet *outlet = g_new0 (QsaOutlet, 1);

      outlet->id = i + 1;
      outlet->name = (char *) names[i];
      g_ptr_array_add (rows, outlet);
    }
  return qsa_outlet_table_new_with (NULL, rows);
}

/* Every third article. */
static QsaPosting *
make_passed (void)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 id = 1; id <= N_ARTICLES; id += 3)
    g_array_append_val (ids, id);
  return qsa_posting_new_from_ids (ids, N_ARTICLES);
}

static void
assert_outlets_in_order (Fixture *fixture, QsaOutletTable *outlets, const guint32 *order)
{
  g_autoptr (QsaPosting) passed = make_passed ();
  g_autofree guint32 *ids = qsa_ranking_order_outlet (fixture->columns, passed, outlets);
  g_autofree guint32 *newest = qsa_ranking_order_newest (fixture->columns, passed);
  guint next = 0;

  for (guint i = 0; i <= N_OUTLETS; i++)
    for (guint j = 0; j < qsa_posting_get_size (passed); j++)
      {
        const QsaTestArticle *article = fixture->articles->pdata[newest[j] - 1];

        if (article->outlet_id == order[i])
          g_assert_cmpuint (ids[next++], ==, newest[j]);
      }
  g_assert_cmpuint (next, ==, qsa_posting_get_size (passed));
}

static void
test_outlet (Fixture *fixture, gconstpointer data)
{
  static const guint32 by_name[] = { 2, 3, 1, 4, QSA_OUTLET_UNKNOWN };
  static const guint32 by_id[] = { 1, 2, 3, 4, QSA_OUTLET_UNKNOWN };
  g_autoptr (QsaOutletTable) outlets = make_outlets ();

  assert_outlets_in_order (fixture, outlets, by_name);
  assert_outlets_in_order (fixture, NULL, by_id);
}

static void
assert_lengths (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QsaLengths)
      lengths = qsa_columns_dup_lengths (fixture->columns, fixture->db, &error);
  double sum = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < fixture->articles->len; i++)
    {
      const QsaTestArticle *article = fixture->articles->pdata[i];
      guint words = qsa_text_count_words (article->title, -1)
                    + qsa_text_count_words (article->body, -1)
                    + (article->standfirst != NULL
                           ? qsa_text_count_words (article->standfirst, -1)
                           : 0);

      g_assert_cmpuint (qsa_lengths_get (lengths)[article->id], ==, words);
      sum += words;
    }
  g_assert_cmpfloat_with_epsilon (qsa_lengths_get_average (lengths),
                                  sum / fixture->articles->len, 1e-6);
}

/* Those that are read with a change are as those that are loaded. */
static void
test_lengths (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  QsaTestArticle *changed = fixture->articles->pdata[7];
  g_autoptr (GError) error = NULL;
  QsaColumns *next;

  assert_lengths (fixture);
  add_articles (fixture, 10);
  qsa_test_archive_begin (fixture->db);
  qsa_test_archive_delete (fixture->db, changed);
  g_free (changed->title);
  changed->title = g_strdup ("عنوان من خمس كلمات هنا");
  qsa_test_archive_insert (fixture->db, changed);
  qsa_test_archive_end (fixture->db);
  g_array_append_val (ids, changed->id);
  for (guint32 id = N_ARTICLES + 1; id <= N_ARTICLES + 10; id++)
    g_array_append_val (ids, id);
  next = qsa_columns_apply (fixture->columns, fixture->db, ids, &error);
  g_assert_no_error (error);
  qsa_columns_unref (fixture->columns);
  fixture->columns = next;
  assert_lengths (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/store/ranking/outlet", Fixture, NULL, set_up, test_outlet, tear_down);
  g_test_add ("/store/ranking/lengths", Fixture, NULL, set_up, test_lengths, tear_down);

  return g_test_run ();
}
