/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-fts.h"

#include <string.h>

#include "qsa-test-dir.h"

/* A real FTS5 table in memory; its vocabulary shows what the tokenizer gave, term by term:
 * document, column, position. */
typedef struct
{
  sqlite3 *handle;
} Fixture;

static void
fixture_exec (Fixture *fixture, const char *sql)
{
  g_assert_cmpint (sqlite3_exec (fixture->handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (sqlite3_open (":memory:", &fixture->handle), ==, SQLITE_OK);
  g_assert_true (qsa_fts_register (fixture->handle, &error));
  g_assert_no_error (error);
  fixture_exec (fixture, "CREATE VIRTUAL TABLE t USING fts5 (title, standfirst, body,"
                         " tokenize='qusasat');"
                         "CREATE VIRTUAL TABLE v USING fts5vocab (t, 'instance')");
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (sqlite3_close (fixture->handle), ==, SQLITE_OK);
}

static void
fixture_insert (Fixture *fixture, gint64 id, const char *title, const char *standfirst,
                const char *body, gssize body_bytes)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (fixture->handle,
                                       "INSERT INTO t (rowid, title, standfirst, body)"
                                       " VALUES (?1, ?2, ?3, ?4)",
                                       -1, &statement, NULL),
                   ==, SQLITE_OK);
  sqlite3_bind_int64 (statement, 1, id);
  sqlite3_bind_text (statement, 2, title, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, standfirst, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 4, body, (int) body_bytes, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
}

/* Joins the first column of all rows with spaces; \x01 is shown as ^, \x04 as §. */
static char *
fixture_query (Fixture *fixture, const char *sql, const char *argument)
{
  g_autoptr (GString) answer = g_string_new (NULL);
  g_autoptr (sqlite3_stmt) statement = NULL;
  int status;

  g_assert_cmpint (sqlite3_prepare_v2 (fixture->handle, sql, -1, &statement, NULL), ==,
                   SQLITE_OK);
  if (argument != NULL)
    sqlite3_bind_text (statement, 1, argument, -1, SQLITE_STATIC);
  while ((status = sqlite3_step (statement)) == SQLITE_ROW)
    {
      if (answer->len > 0)
        g_string_append_c (answer, ' ');
      g_string_append (answer, (const char *) sqlite3_column_text (statement, 0));
    }
  g_assert_cmpint (status, ==, SQLITE_DONE);
  g_string_replace (answer, "\x01", "^", 0);
  g_string_replace (answer, "\x04", "§", 0);
  return g_string_free (g_steal_pointer (&answer), FALSE);
}

static char *
fixture_terms (Fixture *fixture)
{
  return fixture_query (
      fixture, "SELECT offset || ':' || term FROM v ORDER BY doc, col, offset, term",
      NULL);
}

static char *
fixture_match (Fixture *fixture, const char *expression)
{
  return fixture_query (fixture, "SELECT rowid FROM t WHERE t MATCH ?1", expression);
}

typedef struct
{
  const char *path;
  const char *body;
  const char *terms;
} TermsCase;

static const TermsCase terms_cases[] = {
  { "plain", "كتب خبر", "0:§ 0:كتب 1:خبر" },
  { "surface-beside-folded", "كتب أحمد", "0:§ 0:كتب 1:أحمد^ 1:احمد" },
  { "final-yeh-has-its-spelling", "علي على", "0:§ 0:علي 0:علي^ 1:على^ 1:علي" },
  { "tashkeel-is-no-spelling", "كِتَابٌ", "0:§ 0:كتاب" },
  { "paragraphs", "كتب خبر\n\nثم قلم", "0:§ 0:كتب 1:خبر 2:§ 2:ثم 3:قلم" },
  { "one-character-of-several-words", "كتب\nﷺ",
    "0:§ 0:كتب 1:§ 1:صلى^ 1:صلي 2:الله 3:عليه 4:وسلم" },
  { "control-bytes-separate",
    "أ\x01"
    "ب\x02"
    "ج\x03"
    "د",
    "0:§ 0:أ^ 0:ا 1:ب 2:ج 3:د" },
  { "marked-text-in-a-document", "\x02كتب\x03خبر", "0:§ 0:كتب 1:خبر" },
  { "invalid-bytes-separate", "كتب\xff\xfeخبر", "0:§ 0:كتب 1:خبر" },
  { "latin-case", "BBC نقلت", "0:§ 0:bbc 1:نقلت" },
  { "nothing", " ـ … ", "" },
};

static void
test_terms (Fixture *fixture, gconstpointer data)
{
  const TermsCase *test = data;
  g_autofree char *terms = NULL;

  fixture_insert (fixture, 1, NULL, NULL, test->body, -1);
  terms = fixture_terms (fixture);
  g_assert_cmpstr (terms, ==, test->terms);
}

static void
test_nul_bytes (Fixture *fixture, gconstpointer data)
{
  static const char body[] = "كتب\0خبر";
  g_autofree char *terms = NULL;

  fixture_insert (fixture, 1, NULL, NULL, body, sizeof body - 1);
  terms = fixture_terms (fixture);
  g_assert_cmpstr (terms, ==, "0:§ 0:كتب 1:خبر");
}

/* FTS5's own highlight() cuts the text at the tokenizer's offsets. */
static void
test_offsets (Fixture *fixture, gconstpointer data)
{
  const char *const forms[] = { "احمد", NULL };
  QsaFtsWord word = { forms, NULL };
  g_autofree char *expression = qsa_fts_match_expression (&word, 1);
  g_autofree char *marked = NULL;

  fixture_insert (fixture, 1, NULL, NULL, "قال «أَحْمَد»، ثم سكت", -1);
  marked = fixture_query (fixture,
                          "SELECT highlight(t, 2, '[', ']') FROM t WHERE t MATCH ?1",
                          expression);
  g_assert_cmpstr (marked, ==, "قال «[أَحْمَد]»، ثم سكت");
}

typedef struct
{
  const char *path;
  const char *words
      [4]; /* one position each; alternatives joined by |, a surface form begins with = */
  const char *found;
} MatchCase;

/* 1: أعلن أحمد عن القرار   2: اعلن احمد عن قرار   3: أعلن عن أحمد   4: "BBC" */
static const MatchCase match_cases[] = {
  { "folded", { "احمد" }, "1 2 3" },
  { "surface", { "=أحمد" }, "1 3" },
  { "synonyms", { "القرار|قرار" }, "1 2" },
  { "phrase", { "اعلن", "احمد" }, "1 2" },
  { "phrase-with-synonyms", { "احمد", "عن", "القرار|قرار" }, "1 2" },
  { "phrase-starting-with-synonyms", { "قرر|اعلن", "عن" }, "3" },
  { "phrase-of-surfaces", { "=أعلن", "=أحمد" }, "1" },
  { "phrase-of-both", { "=أعلن", "احمد" }, "1" },
  { "unknown", { "غيرموجود" }, "" },
  { "latin", { "bbc" }, "4" },
  { "quotes-are-escaped", { "\" OR \"احمد" }, "" },
  { "operators-are-words", { "احمد OR bbc" }, "" },
  { "column-filter-is-a-word", { "body : احمد" }, "" },
  { "star-is-a-letter", { "اح*" }, "" },
  { "marks-are-dropped", { "اح\x02مد" }, "1 2 3" },
};

static void
fixture_fill (Fixture *fixture)
{
  fixture_insert (fixture, 1, NULL, NULL, "أعلن أحمد عن القرار", -1);
  fixture_insert (fixture, 2, NULL, NULL, "اعلن احمد عن قرار", -1);
  fixture_insert (fixture, 3, NULL, NULL, "أعلن عن أحمد", -1);
  fixture_insert (fixture, 4, NULL, NULL, "BBC", -1);
}

static void
test_match (Fixture *fixture, gconstpointer data)
{
  const MatchCase *test = data;
  g_autoptr (GPtrArray)
      lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  QsaFtsWord words[G_N_ELEMENTS (test->words)];
  g_autofree char *expression = NULL;
  g_autofree char *found = NULL;
  guint n_words = 0;

  fixture_fill (fixture);
  for (; n_words < G_N_ELEMENTS (test->words) && test->words[n_words] != NULL; n_words++)
    {
      gboolean surface = test->words[n_words][0] == '=';
      char **forms = g_strsplit (test->words[n_words] + surface, "|", -1);

      g_ptr_array_add (lists, forms);
      words[n_words] = surface ? (QsaFtsWord){ NULL, (const char *const *) forms }
                               : (QsaFtsWord){ (const char *const *) forms, NULL };
    }
  expression = qsa_fts_match_expression (words, n_words);
  found = fixture_match (fixture, expression);
  g_assert_cmpstr (found, ==, test->found);
}

static void
test_no_words (Fixture *fixture, gconstpointer data)
{
  g_autofree char *expression = qsa_fts_match_expression (NULL, 0);
  g_autofree char *found = NULL;

  fixture_fill (fixture);
  found = fixture_match (fixture, expression);
  g_assert_cmpstr (found, ==, "");
}

static void
test_prefix (Fixture *fixture, gconstpointer data)
{
  g_autofree char *expression = qsa_fts_prefix_expression ("اعل");
  g_autofree char *found = NULL;

  fixture_fill (fixture);
  found = fixture_match (fixture, expression);
  g_assert_cmpstr (found, ==, "1 2 3");
}

/* What was not made here is read as text: a stray MATCH of another program finds folded words. */
static void
test_unmarked_query (Fixture *fixture, gconstpointer data)
{
  g_autofree char *found = NULL;

  fixture_fill (fixture);
  found = fixture_match (fixture, "\"أعلن أحمد\"");
  g_assert_cmpstr (found, ==, "1 2");
}

static void
test_weight (Fixture *fixture, gconstpointer data)
{
  const char *const forms[] = { "خبر", "الخبر", NULL };
  QsaFtsWord word = { forms, NULL };
  g_autofree char *expression = qsa_fts_match_expression (&word, 1);
  g_autoptr (GString) often = g_string_new (NULL);
  g_autofree char *weights = NULL;

  for (guint i = 0; i < 300; i++)
    g_string_append (often, "خبر ");
  fixture_insert (fixture, 1, "خبر", NULL, "خبر آخر", -1);
  fixture_insert (fixture, 2, NULL, "الخبر", "نص", -1);
  fixture_insert (fixture, 3, NULL, NULL, often->str, -1);
  fixture_insert (fixture, 4, "عنوان", NULL, "الخبر والخبر خبر", -1);
  weights = fixture_query (fixture, "SELECT qusasat_weight(t) FROM t WHERE t MATCH ?1",
                           expression);
  g_assert_cmpstr (weights, ==, "5 2 255 2");
}

/* As folded, but for the places where another spelling stands. */
static void
test_except (Fixture *fixture, gconstpointer data)
{
  const char *const ali[] = { "علي", NULL };
  const char *const came[] = { "جاء", NULL };
  const char *const others[] = { "على", "عليّ", NULL };
  QsaFtsWord words[] = { { came, NULL }, { ali, NULL } };
  const char *const *const other_lists[] = { NULL, others };
  g_autofree char *word = qsa_fts_except_expression (&words[1], &other_lists[1], 1);
  g_autofree char *phrase = qsa_fts_except_expression (words, other_lists, 2);
  g_autofree char *plain = qsa_fts_match_expression (words, 2);
  g_autofree char *word_weights = NULL;
  g_autofree char *phrase_weights = NULL;

  fixture_insert (fixture, 1, NULL, NULL, "جاء على عجل", -1);
  fixture_insert (fixture, 2, "علي", NULL, "جاء على عجل مع علي", -1);
  fixture_insert (fixture, 3, NULL, "على علي", "جاء علي", -1);
  g_assert_true (qsa_fts_expression_needs_weights (word));
  g_assert_true (qsa_fts_expression_needs_weights (phrase));
  g_assert_false (qsa_fts_expression_needs_weights (plain));
  word_weights = fixture_query (
      fixture, "SELECT rowid || ':' || qusasat_weight(t) FROM t WHERE t MATCH ?1", word);
  g_assert_cmpstr (word_weights, ==, "1:0 2:5 3:3");
  phrase_weights =
      fixture_query (fixture,
                     "SELECT rowid || ':' || qusasat_weight(t) FROM t WHERE t MATCH ?1",
                     phrase);
  g_assert_cmpstr (phrase_weights, ==, "1:0 2:0 3:1");
}

/* Any bytes: the table stays whole, and every word can be found by its own terms. */
static void
test_hostile_text (Fixture *fixture, gconstpointer data)
{
  static const char pieces[][8] = { "أ", "ب",    "\x01", "\x02", "\x03", "\"",
                                    "*", "\xff", "ـ",    "ً",     " ",    "A",
                                    "9", "\xd8", "\n",   "'",    "ة",    "\xe2\x80\x8f" };

  for (gint64 id = 1; id <= 500; id++)
    {
      g_autoptr (GString) body = g_string_new (NULL);

      for (int n = g_test_rand_int_range (0, 60); n > 0; n--)
        g_string_append (body, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      fixture_insert (fixture, id, body->str, body->str, body->str, (gssize) body->len);
    }
  fixture_exec (fixture, "INSERT INTO t (t, rank) VALUES ('integrity-check', 1)");
  fixture_exec (fixture, "DELETE FROM t WHERE rowid % 2 = 0");
  fixture_exec (fixture, "INSERT INTO t (t, rank) VALUES ('integrity-check', 1)");
}

static void
assert_count (GHashTable *counts, const char *word, guint articles)
{
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (counts, word)), ==, articles);
}

static void
test_vocabulary (void)
{
  g_autoptr (QsaTestDir) dir = qsa_test_dir_new ();
  g_autofree char *path = qsa_test_dir_child (dir, "test.db");
  g_autoptr (GError) error = NULL;
  g_autoptr (QsaDb) db = qsa_db_open (path, QSA_DB_READ_WRITE, &error);
  g_autoptr (GHashTable) counts = NULL;

  g_assert_no_error (error);
  g_assert_true (qsa_db_exec (
      db, "CREATE VIRTUAL TABLE t USING fts5 (a, b, tokenize='qusasat')", &error));
  g_assert_true (qsa_db_exec (db, "INSERT INTO t VALUES ('قبل', 'العد')", &error));
  qsa_fts_begin_vocabulary_count (db);
  qsa_fts_vocabulary_next_article (db);
  g_assert_true (
      qsa_db_exec (db, "INSERT INTO t VALUES ('أخبار', 'أخبار اليوم اخبار')", &error));
  qsa_fts_vocabulary_next_article (db);
  g_assert_true (qsa_db_exec (db, "INSERT INTO t VALUES ('اخبار', NULL)", &error));
  /* Queries are not documents. */
  g_assert_true (qsa_db_exec (db, "SELECT * FROM t WHERE t MATCH 'سؤال'", &error));
  counts = qsa_fts_end_vocabulary_count (db);
  g_assert_true (qsa_db_exec (db, "INSERT INTO t VALUES ('بعد', 'العد')", &error));
  g_assert_no_error (error);

  g_assert_cmpuint (g_hash_table_size (counts), ==, 2);
  assert_count (counts, "اخبار", 2);
  assert_count (counts, "اليوم", 1);
}

/* More words than the first table holds. */
static void
test_vocabulary_growth (void)
{
  g_autoptr (QsaTestDir) dir = qsa_test_dir_new ();
  g_autofree char *path = qsa_test_dir_child (dir, "test.db");
  g_autoptr (GError) error = NULL;
  g_autoptr (QsaDb) db = qsa_db_open (path, QSA_DB_READ_WRITE, &error);
  g_autoptr (GHashTable) counts = NULL;
  const guint n_words = 30000;

  g_assert_true (qsa_db_exec (
      db, "CREATE VIRTUAL TABLE t USING fts5 (a, tokenize='qusasat')", &error));
  qsa_fts_begin_vocabulary_count (db);
  for (guint article = 1; article <= 3; article++)
    {
      g_autoptr (GString) sql = g_string_new ("INSERT INTO t VALUES ('");

      qsa_fts_vocabulary_next_article (db);
      for (guint i = 0; i < n_words; i += article)
        g_string_append_printf (sql, "w%ux ", i * 7919);
      g_string_append (sql, "')");
      g_assert_true (qsa_db_exec (db, sql->str, &error));
    }
  counts = qsa_fts_end_vocabulary_count (db);
  g_assert_no_error (error);

  /* A letter and a digit are two words: w, the number, x. */
  g_assert_cmpuint (g_hash_table_size (counts), ==, n_words + 2);
  assert_count (counts, "w", 3);
  assert_count (counts, "0", 3);
  assert_count (counts, "7919", 1);
  assert_count (counts, "15838", 2);
  assert_count (counts, "23757", 2);
}

#define ADD(path, data, function) \
  g_test_add (path, Fixture, data, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (terms_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/store/fts/terms/", terms_cases[i].path,
                                           NULL);

      ADD (path, &terms_cases[i], test_terms);
    }
  for (guint i = 0; i < G_N_ELEMENTS (match_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/store/fts/match/", match_cases[i].path,
                                           NULL);

      ADD (path, &match_cases[i], test_match);
    }
  ADD ("/store/fts/terms/nul-bytes", NULL, test_nul_bytes);
  ADD ("/store/fts/offsets", NULL, test_offsets);
  ADD ("/store/fts/match/no-words", NULL, test_no_words);
  ADD ("/store/fts/match/prefix", NULL, test_prefix);
  ADD ("/store/fts/match/unmarked", NULL, test_unmarked_query);
  ADD ("/store/fts/weight", NULL, test_weight);
  ADD ("/store/fts/except", NULL, test_except);
  ADD ("/store/fts/hostile-text", NULL, test_hostile_text);
  g_test_add_func ("/store/fts/vocabulary/counts", test_vocabulary);
  g_test_add_func ("/store/fts/vocabulary/growth", test_vocabulary_growth);

  return g_test_run ();
}
