/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-change-log.h"

#include "qsa-library.h"
#include "qsa-light-stem.h"
#include "qsa-schema.h"
#include "qsa-term-table.h"
#include "qsa-test-library.h"

/* What transactions leave for those who come after: changes, and words to be counted. */

typedef struct
{
  QsaTestDir *dir;
  char *path;
  QsaDb *db;
  QsaChangeSet set;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->dir = qsa_test_dir_new ();
  fixture->path = qsa_test_dir_child (fixture->dir, "library.qusasat");
  fixture->db = qsa_db_open (fixture->path, QSA_DB_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (qsa_schema_prepare (fixture->db, fixture->path, TRUE, &error));
  qsa_change_set_init (&fixture->set);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  qsa_change_set_clear (&fixture->set);
  qsa_db_close (fixture->db);
  g_free (fixture->path);
  qsa_test_dir_free (fixture->dir);
}

/* ---- changes ---- */

static void
add (Fixture *fixture, guint kinds, const gint64 *ids, guint n_ids)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (qsa_db_begin_write (fixture->db, &error));
  g_assert_true (qsa_change_log_add (fixture->db, kinds, ids, n_ids, &error));
  g_assert_true (qsa_db_commit (fixture->db, &error));
  g_assert_no_error (error);
}

static void
read_changes (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (qsa_change_log_read (fixture->db, &fixture->set, &error));
  g_assert_no_error (error);
}

static guint32
id_at (Fixture *fixture, guint i)
{
  return g_array_index (fixture->set.ids, guint32, i);
}

static void
test_ranges (Fixture *fixture, gconstpointer data)
{
  const gint64 ids[] = { 9, 3, 4, 4, 5 };
  gint64 n_rows = 0;

  add (fixture, QSA_CHANGE_DETAILS, ids, G_N_ELEMENTS (ids));
  add (fixture, QSA_CHANGE_OUTLETS, NULL, 0);
  read_changes (fixture);
  g_assert_cmpuint (fixture->set.kinds, ==, QSA_CHANGE_DETAILS | QSA_CHANGE_OUTLETS);
  g_assert_false (fixture->set.everything);
  g_assert_cmpuint (fixture->set.ids->len, ==, 4);
  g_assert_cmpuint (id_at (fixture, 0), ==, 3);
  g_assert_cmpuint (id_at (fixture, 2), ==, 5);
  g_assert_cmpuint (id_at (fixture, 3), ==, 9);
  g_assert_true (
      qsa_db_query_int64 (fixture->db, "SELECT count(*) FROM change", &n_rows, NULL));
  g_assert_cmpint (n_rows, ==, 3);

  /* Nothing is told twice. */
  read_changes (fixture);
  g_assert_cmpuint (fixture->set.ids->len, ==, 4);
}

static void
test_too_far_behind (Fixture *fixture, gconstpointer data)
{
  g_autofree gint64 *ids = g_new (gint64, 15000);

  for (guint i = 0; i < 15000; i++)
    ids[i] = 1 + 2 * (gint64) i;
  add (fixture, QSA_CHANGE_STATE, ids, 1);
  read_changes (fixture);
  g_assert_false (fixture->set.everything);
  add (fixture, QSA_CHANGE_STATE, ids, 15000);
  read_changes (fixture);
  g_assert_false (fixture->set.everything);

  /* By now rows that were never read are pruned. */
  add (fixture, QSA_CHANGE_STATE, ids, 15000);
  add (fixture, QSA_CHANGE_STATE, ids, 15000);
  read_changes (fixture);
  g_assert_true (fixture->set.everything);
}

/* ---- words ---- */

static GHashTable *
make_words (const char *word, int change, const char *other, int other_change)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_hash_table_insert (words, g_strdup (word), GINT_TO_POINTER (change));
  g_hash_table_insert (words, g_strdup (other), GINT_TO_POINTER (other_change));
  return words;
}

static gint64
count_of (Fixture *fixture, const char *word)
{
  g_autofree char *sql = g_strdup_printf ("SELECT articles FROM term WHERE term = '%s'",
                                          word);
  gint64 articles = 0;

  g_assert_true (qsa_db_query_int64 (fixture->db, sql, &articles, NULL));
  return articles;
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) first = make_words ("بحر", 300, "سفينه", 1);
  g_autoptr (GHashTable) second = make_words ("بحر", 70000, "سفينه", -1);
  g_autoptr (GHashTable) third = make_words ("بحر", -1, "ميناء", 2);
  g_autoptr (GError) error = NULL;
  gint64 pending_bytes = 0;

  g_assert_true (qsa_term_table_add_pending (fixture->db, first, &error));
  g_assert_true (qsa_term_table_add_pending (fixture->db, second, &error));
  g_assert_cmpint (count_of (fixture, "بحر"), ==, 0);
  g_assert_true (qsa_term_table_measure_pending (fixture->db, &pending_bytes, &error));
  g_assert_cmpint (pending_bytes, >, 20);
  g_assert_true (qsa_term_table_fold (fixture->db, third, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count_of (fixture, "بحر"), ==, 70299);
  g_assert_cmpint (count_of (fixture, "ميناء"), ==, 2);
  g_assert_true (qsa_term_table_measure_pending (fixture->db, &pending_bytes, &error));
  g_assert_cmpint (pending_bytes, ==, 0);
  g_assert_true (qsa_db_query_int64 (fixture->db, "SELECT count(*) FROM term",
                                     &pending_bytes, &error));
  g_assert_cmpint (pending_bytes, ==, 2);
}

static char *
stem_of (Fixture *fixture, const char *word)
{
  g_autofree char *sql = g_strdup_printf ("SELECT light_stem FROM term WHERE term = '%s'",
                                          word);

  return qsa_test_sql_text (fixture->path, sql);
}

/* For the wider reach: words that have a stem have it from the first. */
static void
test_stems (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) words = make_words ("والصيادون", 2, "bbc", 1);
  g_autofree char *wanted = qsa_light_stem ("والصيادون");
  g_autofree char *stem = NULL;
  g_autofree char *none = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (qsa_term_table_fold (fixture->db, words, &error));
  g_assert_no_error (error);
  stem = stem_of (fixture, "والصيادون");
  none = stem_of (fixture, "bbc");
  g_assert_cmpstr (stem, ==, "صياد");
  g_assert_cmpstr (stem, ==, wanted);
  g_assert_null (none);
}

static void
test_broken_words (Fixture *fixture, gconstpointer data)
{
  static const char *const rows[] = { "x'02ff'", "x'ffffffffffffffff'", "x'0205414243'" };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *sql =
          g_strdup_printf ("INSERT INTO term_pending (changes) VALUES (%s)", rows[i]);
      g_autoptr (GError) error = NULL;

      g_assert_true (qsa_db_exec (fixture->db, "DELETE FROM term_pending", &error));
      g_assert_true (qsa_db_exec (fixture->db, sql, &error));
      g_assert_false (qsa_term_table_fold (fixture->db, NULL, &error));
      g_assert_nonnull (error);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/store/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("change-log/ranges", test_ranges);
  ADD ("change-log/too-far-behind", test_too_far_behind);
  ADD ("term-table/fold", test_words);
  ADD ("term-table/stems", test_stems);
  ADD ("term-table/broken", test_broken_words);
#undef ADD
  return g_test_run ();
}
