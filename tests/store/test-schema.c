/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-schema.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include <glib/gstdio.h>

#include "qsa-error.h"
#include "qsa-fts.h"
#include "qsa-test-library.h"

typedef struct
{
  QsaTestDir *dir;
  char *path;
} Fixture;

/* The library of a schema version, as the program of that version made it. */
static void
unpack_fixture (const char *path, guint version)
{
  g_autofree char *name = g_strdup_printf ("schema-%u.gz", version);
  g_autofree char *packed_path = g_test_build_filename (G_TEST_DIST, "store", "fixtures",
                                                        name, NULL);
  g_autoptr (GFile) packed_file = g_file_new_for_path (packed_path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GZlibDecompressor)
      gzip = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) packed = g_file_read (packed_file, NULL, &error);
  g_autoptr (GInputStream) input = NULL;
  g_autoptr (GFileOutputStream) output = NULL;

  g_assert_no_error (error);
  input = g_converter_input_stream_new (G_INPUT_STREAM (packed), G_CONVERTER (gzip));
  output = g_file_create (file, G_FILE_CREATE_NONE, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_splice (G_OUTPUT_STREAM (output), input,
                          G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE
                              | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                          NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dir = qsa_test_dir_new ();
  fixture->path = qsa_test_dir_child (fixture->dir, "library.qusasat");
  unpack_fixture (fixture->path, 1);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  qsa_test_assert_alone (fixture->path);
  g_free (fixture->path);
  qsa_test_dir_free (fixture->dir);
}

/* ---- every released version ---- */

static void
assert_fixture_content (const char *path)
{
  QsaLibrary *library = qsa_test_library_open (path, 0);
  g_autoptr (QsaArticle) full = qsa_test_load_article (library, 6);
  g_autoptr (QsaArticle) edited = qsa_test_load_article (library, 2);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (qsa_library_get_n_articles (library), ==, 6);
  g_assert_cmpuint (qsa_test_count (library, "الصياد"), ==, 5);
  g_assert_cmpuint (qsa_test_count (library, "السفينة"), ==, 1);
  g_assert_cmpuint (qsa_test_count (library, "القارئ"), ==, 1);
  g_assert_cmpstr (full->outlet, ==, "صحيفة المرفأ");
  g_assert_cmpuint (full->blocks->len, ==, 2);
  g_assert_cmpuint (full->reading_position_byte, ==, 26);
  g_assert_cmpstr (qsa_article_get_rule (full, "outlet")->rule, ==, "footer-domain");
  g_assert_cmpint (edited->date.year, ==, 1999);
  g_assert_cmpint (edited->date_origin, ==, QSA_DATE_ORIGIN_USER);
  g_assert_true (qsa_test_check (library, &error));
  g_assert_no_error (error);
  qsa_test_import_numbered (library, 100, 3);
  qsa_test_library_close (library);
}

/* Since version 2. */
static void
assert_fixture_searches (const char *path)
{
  QsaLibrary *library = qsa_test_library_open (path, 0);
  GPtrArray *searches = qsa_library_get_saved_searches (library);
  g_auto (GStrv) history = qsa_library_dup_history (library, NULL, 10);
  const QsaVariantGroup *group = g_ptr_array_index (
      qsa_variant_table_get_groups (qsa_library_get_variants (library)), 0);
  const QsaSavedSearch *search = NULL;
  g_autofree char *filter = NULL;

  g_assert_cmpuint (searches->len, ==, 1);
  search = g_ptr_array_index (searches, 0);
  filter = qsa_filter_to_string (search->filter);
  g_assert_cmpstr (search->name, ==, "البحر كل يوم");
  g_assert_cmpstr (search->query, ==, "الصياد -\"السفينة\"");
  g_assert_cmpstr (filter, ==, "from=2001; state=unread");
  g_assert_cmpint (search->reach, ==, QSA_REACH_WIDE);
  g_assert_cmpint (search->sort, ==, QSA_SORT_OLDEST);
  g_assert_cmpuint (g_strv_length (history), ==, 1);
  g_assert_cmpstr (history[0], ==, "السفينة");
  g_assert_cmpint (group->id, ==, 1);
  g_assert_cmpstr (group->spellings[1], ==, "أبو سفروط");
  g_assert_cmpint (group->kind, ==, QSA_VARIANT_THING);
  qsa_test_library_close (library);
}

static void
test_fixture (Fixture *fixture, gconstpointer data)
{
  guint version = GPOINTER_TO_UINT (data);
  g_autofree char *path = qsa_test_dir_child (fixture->dir, "fixture.qusasat");

  unpack_fixture (path, version);
  g_assert_cmpint (qsa_test_sql_int64 (path, "PRAGMA user_version"), ==, version);
  assert_fixture_content (path);
  if (version >= 2)
    assert_fixture_searches (path);
  g_assert_cmpint (qsa_test_sql_int64 (path, "PRAGMA user_version"), ==,
                   QSA_SCHEMA_VERSION);
  qsa_test_assert_alone (path);
}

static gint64
count_objects (const char *path, const char *name)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT count(*) FROM sqlite_schema WHERE name = '%s'", name);

  return qsa_test_sql_int64 (path, sql);
}

/* Every value of every row, as SQL would write it. */
static char *
dump_table (const char *path, const char *table)
{
  g_autofree char *select_columns =
      g_strdup_printf ("SELECT group_concat('quote(' || name || ')', ' || '','' || ')"
                       " FROM pragma_table_info('%s')",
                       table);
  g_autofree char *columns = qsa_test_sql_text (path, select_columns);
  g_autofree char *select_rows = g_strdup_printf (
      "SELECT group_concat(x, char(10)) FROM (SELECT %s AS x FROM %s ORDER BY x)",
      columns, table);

  return qsa_test_sql_text (path, select_rows);
}

/* What people put in: what the program makes of it (term, the index) may change. */
static const char *const kept_tables[] = {
  "outlet",           "outlet_alias",     "article", "article_text", "article_block",
  "article_override", "reading_position", "source",  "import",       "import_item"
};

static void
test_keeps_everything (Fixture *fixture, gconstpointer data)
{
  char *before[G_N_ELEMENTS (kept_tables)];

  for (guint i = 0; i < G_N_ELEMENTS (kept_tables); i++)
    before[i] = dump_table (fixture->path, kept_tables[i]);
  g_assert_nonnull (strstr (before[2], "عنوان من القارئ"));
  qsa_test_library_close (qsa_test_library_open (fixture->path, 0));
  g_assert_cmpint (qsa_test_sql_int64 (fixture->path, "PRAGMA user_version"), ==,
                   QSA_SCHEMA_VERSION);
  for (guint i = 0; i < G_N_ELEMENTS (kept_tables); i++)
    {
      g_autofree char *old = before[i];
      g_autofree char *now = dump_table (fixture->path, kept_tables[i]);

      g_assert_cmpstr (now, ==, old);
    }
}

/* The first version's index knew neither final ي from ى nor where paragraphs begin. */
static void
test_index_is_made_anew (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = g_strconcat (fixture->path, ".schema-1.bak", NULL);

  g_assert_cmpint (count_objects (fixture->path, "article_fts_1"), ==, 1);
  qsa_test_library_close (qsa_test_library_open (fixture->path, 0));
  g_assert_cmpint (count_objects (fixture->path, "article_fts_1"), ==, 0);
  g_assert_cmpint (count_objects (fixture->path, QSA_FTS_TABLE), ==, 1);
  g_assert_cmpint (qsa_test_sql_int64 (fixture->path, "SELECT value FROM meta"
                                                      " WHERE key = 'analysis_version'"),
                   ==, QSA_TEXT_ANALYSIS_VERSION);
  g_assert_cmpint (count_objects (copy, "article_fts_1"), ==, 1);
}

/* ---- planted steps ---- */

static gboolean
step_add_table (QsaDb *db, GError **error)
{
  return qsa_db_exec (db,
                      "CREATE TABLE planted (id INTEGER) STRICT;"
                      "INSERT INTO planted SELECT id FROM article;",
                      error);
}

static gboolean
step_fail (QsaDb *db, GError **error)
{
  return qsa_db_exec (db, "UPDATE article SET title = 'lost'", error)
         && qsa_db_exec (db, "INSERT INTO no_such_table VALUES (1)", error);
}

/* The program's own steps, then one or two more. */
static gboolean
prepare_with (const char *path, QsaSchemaStep planted, QsaSchemaStep next, GError **error)
{
  QsaSchemaStep steps[QSA_SCHEMA_VERSION + 2];
  g_autoptr (GError) open_error = NULL;
  g_autoptr (QsaDb) db = qsa_db_open (path, QSA_DB_READ_WRITE, &open_error);

  g_assert_no_error (open_error);
  memcpy (steps, qsa_schema_get_steps (), QSA_SCHEMA_VERSION * sizeof *steps);
  steps[QSA_SCHEMA_VERSION] = planted;
  steps[QSA_SCHEMA_VERSION + 1] = next;
  return qsa_schema_prepare_with_steps (db, path, FALSE, steps,
                                        QSA_SCHEMA_VERSION + (next != NULL ? 2 : 1),
                                        error);
}

static void
test_migrate (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = g_strconcat (fixture->path, ".schema-1.bak", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (prepare_with (fixture->path, step_add_table, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (qsa_test_sql_int64 (fixture->path, "PRAGMA user_version"), ==,
                   QSA_SCHEMA_VERSION + 1);
  g_assert_cmpint (qsa_test_sql_int64 (fixture->path, "SELECT count(*) FROM planted"), ==,
                   6);

  g_assert_cmpint (qsa_test_sql_int64 (copy, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (count_objects (copy, "planted"), ==, 0);
  assert_fixture_content (copy);

  /* What is newer than this program is refused now. */
  g_assert_null (qsa_test_library_try_open (fixture->path, 0, &error));
  g_assert_error (error, QSA_ERROR, QSA_ERROR_TOO_NEW);
}

/* The first planted step did its work before the second failed. */
static void
test_migrate_fails (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = g_strconcat (fixture->path, ".schema-1.bak", NULL);
  g_autofree char *second_copy = g_strconcat (copy, ".2", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (prepare_with (fixture->path, step_add_table, step_fail, &error));
  g_assert_error (error, QSA_ERROR, QSA_ERROR_STORE);
  g_assert_cmpint (count_objects (fixture->path, "planted"), ==, 0);
  g_assert_true (g_file_test (copy, G_FILE_TEST_IS_REGULAR));
  g_assert_false (g_file_test (second_copy, G_FILE_TEST_EXISTS));
  g_assert_cmpint (qsa_test_sql_int64 (fixture->path, "PRAGMA user_version"), ==, 1);

  /* A copy is never written over. */
  g_clear_error (&error);
  g_assert_false (prepare_with (fixture->path, step_fail, NULL, &error));
  g_assert_true (g_file_test (second_copy, G_FILE_TEST_IS_REGULAR));
  assert_fixture_content (fixture->path);
}

/* The copy does not fit: nothing is migrated, and no half of a copy stays. */
static void
test_no_room_for_copy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit limit = { 40 * 1024, 40 * 1024 };

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  copy = g_strconcat (fixture->path, ".schema-1.bak", NULL);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (prepare_with (fixture->path, step_add_table, NULL, &error));
  g_assert_error (error, QSA_ERROR, QSA_ERROR_NO_SPACE);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
  g_assert_cmpint (qsa_test_sql_int64 (fixture->path, "PRAGMA user_version"), ==, 1);
}

static void
test_old_and_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QsaDb) db = qsa_db_open (fixture->path, QSA_DB_READ_ONLY, &error);

  g_assert_no_error (error);
  g_assert_false (qsa_schema_check (db, &error));
  g_assert_error (error, QSA_ERROR, QSA_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_clear_pointer (&db, qsa_db_close);
  qsa_test_library_close (qsa_test_library_open (fixture->path, 0));
  db = qsa_db_open (fixture->path, QSA_DB_READ_ONLY, &error);
  g_assert_true (qsa_schema_check (db, &error));
  g_clear_pointer (&db, qsa_db_close);
  qsa_test_sql_exec (fixture->path, "PRAGMA user_version = 0");
  db = qsa_db_open (fixture->path, QSA_DB_IMMUTABLE, &error);
  g_assert_false (qsa_schema_check (db, &error));
  g_assert_nonnull (error);
}

/* ---- text analysis ---- */

static void
exec_sql (const char *path, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QsaDb) db = qsa_db_open (path, QSA_DB_READ_WRITE, &error);

  g_assert_no_error (error);
  g_assert_true (qsa_db_exec (db, sql, &error));
  g_assert_no_error (error);
}

/* An index that older rules made is made anew, and the vocabulary too. */
static void
test_old_analysis (Fixture *fixture, gconstpointer data)
{
  exec_sql (fixture->path,
            "CREATE VIRTUAL TABLE article_fts_0 USING fts5 (title, standfirst, body,"
            " content='article_content', content_rowid='id', tokenize='qusasat');"
            "DROP TABLE IF EXISTS article_fts_1;"
            "INSERT INTO term (term, articles) VALUES ('xyz', 7);"
            "UPDATE meta SET value = 0 WHERE key = 'analysis_version';");
  assert_fixture_content (fixture->path);
  g_assert_cmpint (count_objects (fixture->path, "article_fts_0"), ==, 0);
  g_assert_cmpint (qsa_test_sql_int64 (fixture->path,
                                       "SELECT count(*) FROM term WHERE term = 'xyz'"),
                   ==, 0);
  g_assert_cmpint (qsa_test_sql_int64 (fixture->path,
                                       "SELECT articles FROM term WHERE term = 'البحر'"),
                   ==, 8);
}

static void
test_newer_analysis (Fixture *fixture, gconstpointer data)
{
  static const QsaLibraryFlags flags[] = { 0, QSA_LIBRARY_READ_ONLY };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  qsa_test_library_close (qsa_test_library_open (fixture->path, 0));
  exec_sql (fixture->path, "UPDATE meta SET value = 99 WHERE key = 'analysis_version'");
  before = qsa_test_file_digest (fixture->path);
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (qsa_test_library_try_open (fixture->path, flags[i], &error));
      g_assert_error (error, QSA_ERROR, QSA_ERROR_TOO_NEW);
    }
  after = qsa_test_file_digest (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func, data) g_test_add (path, Fixture, data, set_up, func, tear_down)
  for (guint version = 1; version <= QSA_SCHEMA_VERSION; version++)
    {
      g_autofree char *path = g_strdup_printf ("/store/schema/fixture/%u", version);

      ADD (path, test_fixture, GUINT_TO_POINTER (version));
    }
  ADD ("/store/schema/migrate/keeps-everything", test_keeps_everything, NULL);
  ADD ("/store/schema/migrate/index", test_index_is_made_anew, NULL);
  ADD ("/store/schema/migrate/copy-is-kept", test_migrate, NULL);
  ADD ("/store/schema/migrate/rolled-back", test_migrate_fails, NULL);
  ADD ("/store/schema/migrate/no-room", test_no_room_for_copy, NULL);
  ADD ("/store/schema/check", test_old_and_read_only, NULL);
  ADD ("/store/analysis/old", test_old_analysis, NULL);
  ADD ("/store/analysis/newer", test_newer_analysis, NULL);
#undef ADD
  return g_test_run ();
}
