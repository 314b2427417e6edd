/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-columns.h"

#include "qsa-radix.h"
#include "qsa-schema.h"
#include "qsa-test-archive.h"
#include "qsa-test-dir.h"

#define N_ARTICLES 1500u
#define N_OUTLETS 7u

typedef struct
{
  QsaTestDir *dir;
  QsaDb *db;
  QsaTestGenerator *generator;
  GPtrArray *articles; /* QsaTestArticle, by id - 1 */
} Fixture;

static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture->dir = qsa_test_dir_new ();
  path = qsa_test_dir_child (fixture->dir, "test.qusasat");
  fixture->db = qsa_db_open (path, QSA_DB_READ_WRITE, &error);
  g_assert_no_error (error);
  qsa_schema_prepare (fixture->db, path, TRUE, &error);
  g_assert_no_error (error);
  qsa_test_archive_add_outlets (fixture->db, N_OUTLETS);
  fixture->generator = qsa_test_generator_new (4711, 50, N_OUTLETS, 4);
  fixture->articles =
      g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_test_article_free);
  qsa_test_archive_begin (fixture->db);
  for (guint i = 0; i < N_ARTICLES; i++)
    {
      /* Ids with gaps. */
      QsaTestArticle *article = qsa_test_generator_next (fixture->generator, i * 3 + 2);

      qsa_test_archive_insert (fixture->db, article);
      g_ptr_array_add (fixture->articles, article);
    }
  qsa_test_archive_end (fixture->db);
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->articles);
  qsa_test_generator_free (fixture->generator);
  qsa_db_close (fixture->db);
  qsa_test_dir_free (fixture->dir);
}

static QsaColumns *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  QsaColumns *columns = qsa_columns_load (fixture->db, NULL, &error);

  g_assert_no_error (error);
  return columns;
}

/* The order and every field as SQL sees them. */
static void
assert_as_sql (Fixture *fixture, QsaColumns *columns)
{
  g_autoptr (GError) error = NULL;
  const QsaColumnRow *rows = qsa_columns_get_rows (columns);
  const guint32 *newest = qsa_columns_get_newest (columns);
  guint64 n_words = 0;
  guint n = 0, n_present = 0;
  sqlite3_stmt *statement = qsa_db_statement (
      fixture->db,
      "SELECT id, coalesce (outlet_id, 0), published_day,"
      "  coalesce (strftime ('%Y', published_day + 2440587.5) * 13"
      "    + iif (date_precision = 1, 0, strftime ('%m', published_day + 2440587.5)), 0),"
      "  date_precision, word_count, read, starred FROM article WHERE state = 0"
      " ORDER BY published_day IS NULL, published_day DESC, date_precision DESC, id DESC",
      &error);

  for (; qsa_db_step (fixture->db, statement, &error) == QSA_STEP_ROW; n++)
    {
      guint32 id = (guint32) sqlite3_column_int64 (statement, 0);
      const QsaColumnRow *row = &rows[id];

      g_assert_cmpuint (n, <, qsa_columns_get_n_articles (columns));
      g_assert_cmpuint (newest[n], ==, id);
      g_assert_cmpuint (row->outlet_id, ==, (guint) sqlite3_column_int64 (statement, 1));
      if (sqlite3_column_type (statement, 2) == SQLITE_NULL)
        g_assert_cmpint (row->day, ==, QSA_COLUMN_UNDATED);
      else
        g_assert_cmpint (row->day, ==, sqlite3_column_int (statement, 2));
      g_assert_cmpint (row->bin, ==, sqlite3_column_int (statement, 3));
      g_assert_cmpint (row->precision, ==, sqlite3_column_int (statement, 4));
      g_assert_cmpuint (row->words, ==, (guint) sqlite3_column_int64 (statement, 5));
      g_assert_cmpint (!!(row->flags & QSA_COLUMN_READ), ==,
                       sqlite3_column_int (statement, 6));
      g_assert_cmpint (!!(row->flags & QSA_COLUMN_STARRED), ==,
                       sqlite3_column_int (statement, 7));
      n_words += row->words;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (qsa_columns_get_n_articles (columns), ==, n);
  g_assert_cmpuint (qsa_columns_get_n_words (columns), ==, n_words);
  for (guint32 id = 0; id <= qsa_columns_get_max_id (columns); id++)
    n_present += (rows[id].flags & QSA_COLUMN_PRESENT) != 0;
  g_assert_cmpuint (n_present, ==, n);
}

static void
test_load (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QsaColumns) columns = load (fixture);

  g_assert_cmpuint (qsa_columns_get_n_articles (columns), ==, N_ARTICLES);
  g_assert_cmpuint (qsa_columns_get_max_outlet_id (columns), ==, N_OUTLETS);
  assert_as_sql (fixture, columns);
}

static void
test_empty (void)
{
  g_autoptr (QsaTestDir) dir = qsa_test_dir_new ();
  g_autofree char *path = qsa_test_dir_child (dir, "test.qusasat");
  g_autoptr (GError) error = NULL;
  g_autoptr (QsaDb) db = qsa_db_open (path, QSA_DB_READ_WRITE, &error);
  g_autoptr (QsaColumns) columns = NULL;

  g_assert_true (qsa_schema_prepare (db, path, TRUE, &error));
  columns = qsa_columns_load (db, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (qsa_columns_get_n_articles (columns), ==, 0);
  g_assert_cmpuint (qsa_columns_get_max_id (columns), ==, 0);
}

/* Newest first is backwards in the letters of ISO dates. */
static void
test_order_is_iso (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QsaColumns) columns = load (fixture);
  const guint32 *newest = qsa_columns_get_newest (columns);

  for (guint i = 1; i < N_ARTICLES; i++)
    {
      const QsaTestArticle *before = fixture->articles->pdata[(newest[i - 1] - 2) / 3];
      const QsaTestArticle *after = fixture->articles->pdata[(newest[i] - 2) / 3];
      g_autofree char *iso_before = qsa_date_to_iso (&before->date);
      g_autofree char *iso_after = qsa_date_to_iso (&after->date);
      int order = g_strcmp0 (iso_before,
                             iso_after); /* NULL, undated, is before any letter */

      g_assert_cmpint (order, >=, 0);
      if (order == 0)
        g_assert_cmpuint (newest[i - 1], >, newest[i]);
    }
}

static GArray *
change_some (Fixture *fixture)
{
  GRand *rand = qsa_test_generator_get_rand (fixture->generator);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 far_id = N_ARTICLES * 3 + 1000;

  qsa_test_archive_begin (fixture->db);
  for (int n = g_rand_int_range (rand, 0, 80); n > 0; n--)
    {
      guint32 id = (guint32) g_rand_int_range (rand, 1, N_ARTICLES * 3 + 50);
      g_autofree char *erase = g_strdup_printf ("DELETE FROM article WHERE id = %u", id);

      g_assert_true (qsa_db_exec (fixture->db, erase, NULL));
      if (g_rand_int_range (rand, 0, 3) > 0)
        {
          QsaTestArticle *article = qsa_test_generator_next (fixture->generator, id);

          qsa_test_archive_insert (fixture->db, article);
          qsa_test_article_free (article);
        }
      g_array_append_val (ids, id);
      if (n % 5 == 0)
        g_array_append_val (ids, id); /* told twice */
    }
  /* An id that never was. */
  g_array_append_val (ids, far_id);
  qsa_test_archive_end (fixture->db);
  return ids;
}

static void
test_apply (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QsaColumns) columns = load (fixture);

  for (guint round = 0; round < 30; round++)
    {
      g_autoptr (GArray) ids = change_some (fixture);
      g_autoptr (GError) error = NULL;
      g_autofree guint32 *order =
          g_memdup2 (qsa_columns_get_newest (columns),
                     qsa_columns_get_n_articles (columns) * sizeof (guint32));
      QsaColumns *next = qsa_columns_apply (columns, fixture->db, ids, &error);

      g_assert_no_error (error);
      assert_as_sql (fixture, next);
      /* The snapshot of before is as it was. */
      g_assert_cmpmem (order, qsa_columns_get_n_articles (columns) * sizeof (guint32),
                       qsa_columns_get_newest (columns),
                       qsa_columns_get_n_articles (columns) * sizeof (guint32));
      qsa_columns_unref (columns);
      columns = next;
    }
}

static void
test_put_away (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QsaColumns) columns = NULL;

  g_assert_true (
      qsa_db_exec (fixture->db, "UPDATE article SET state = 1 WHERE id < 100", NULL));
  columns = load (fixture);
  g_assert_cmpuint (qsa_columns_get_n_articles (columns), ==, N_ARTICLES - 33);
  assert_as_sql (fixture, columns);
}

/* What another program wrote must not break the order. */
static void
test_bad_values (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QsaColumns) columns = NULL;
  const QsaColumnRow *rows;

  g_assert_true (qsa_db_exec (
      fixture->db,
      "UPDATE article SET published_day = 9000000000, date_precision = 3 WHERE id = 2;"
      "UPDATE article SET published_day = -4000000, date_precision = 3 WHERE id = 5;"
      "UPDATE article SET published_day = 10, date_precision = 77 WHERE id = 8;"
      "UPDATE article SET published_day = 10, date_precision = 4294967299 WHERE id = 11",
      NULL));
  columns = load (fixture);
  rows = qsa_columns_get_rows (columns);
  g_assert_cmpint (rows[2].day, ==, QSA_COLUMN_UNDATED);
  g_assert_cmpint (rows[5].day, ==, QSA_COLUMN_UNDATED);
  g_assert_cmpint (rows[8].day, ==, QSA_COLUMN_UNDATED);
  g_assert_cmpint (rows[11].day, ==, QSA_COLUMN_UNDATED);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (qsa_columns_load (fixture->db, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_last_day (void)
{
  static const struct
  {
    QsaDate date;
    int year, month, day;
  } cases[] = {
    { { QSA_DATE_DAY, 2020, 2, 7, -1 }, 2020, 2, 7 },
    { { QSA_DATE_MONTH, 2020, 2, 0, -1 }, 2020, 2, 29 },
    { { QSA_DATE_MONTH, 2021, 2, 0, -1 }, 2021, 2, 28 },
    { { QSA_DATE_MONTH, 2021, 12, 0, -1 }, 2021, 12, 31 },
    { { QSA_DATE_YEAR, 2021, 0, 0, -1 }, 2021, 12, 31 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      QsaDate last = { QSA_DATE_DAY, (gint16) cases[i].year, (guint8) cases[i].month,
                       (guint8) cases[i].day, -1 };
      QsaColumnRow row = { .day = qsa_date_first_day (&cases[i].date),
                           .precision = (guint) cases[i].date.precision & 3u };

      g_assert_cmpint (qsa_column_row_get_last_day (&row), ==,
                       qsa_date_first_day (&last));
    }
}

static void
test_radix (gconstpointer data)
{
  guint n = GPOINTER_TO_UINT (data);
  g_autofree QsaKeyedId *items = g_new (QsaKeyedId, n + 1);

  for (guint bits = 1; bits <= 64; bits += 9)
    {
      guint64 mask = bits == 64 ? G_MAXUINT64 : (G_GUINT64_CONSTANT (1) << bits) - 1;

      for (guint32 i = 0; i < n; i++)
        items[i] = (QsaKeyedId){ (guint64) g_test_rand_int () << 32 | g_test_rand_int (),
                                 i };
      qsa_radix_sort (items, n, bits);
      for (guint i = 1; i < n; i++)
        {
          guint64 before = items[i - 1].key & mask, after = items[i].key & mask;

          g_assert_true (before < after
                         || (before == after && items[i - 1].id < items[i].id));
        }
    }
}

#define ADD(path, function) \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/store/columns/load", test_load);
  ADD ("/store/columns/order-is-iso", test_order_is_iso);
  ADD ("/store/columns/apply", test_apply);
  ADD ("/store/columns/put-away", test_put_away);
  ADD ("/store/columns/bad-values", test_bad_values);
  ADD ("/store/columns/cancelled", test_cancelled);
  g_test_add_func ("/store/columns/empty", test_empty);
  g_test_add_func ("/store/columns/last-day", test_last_day);
  g_test_add_data_func ("/store/radix/none", GUINT_TO_POINTER (0), test_radix);
  g_test_add_data_func ("/store/radix/few", GUINT_TO_POINTER (500), test_radix);
  g_test_add_data_func ("/store/radix/many", GUINT_TO_POINTER (5000), test_radix);

  return g_test_run ();
}
