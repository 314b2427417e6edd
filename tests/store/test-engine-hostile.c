/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "qsa-test-corpus.h"

/* Whatever is typed is a question: it gets an answer, and the library stays whole. */

static const QsaTestText texts[] = {
  { "خبر من المدينة", "قال الوالي إن الماء كثير." },
  { "خبر آخر", "a AND b OR c NOT d NEAR(e f, 3) body:g" },
};

static char *
repeat (const char *piece, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
  return g_string_free (text, FALSE);
}

typedef struct
{
  const char *path;
  const char *piece;
  guint n;
  const char *then;
} HostileCase;

static const HostileCase cases[] = {
  { "quotes", "\"", 10000, "" },
  { "quoted-word-often", "\"خبر\" ", 2000, "" },
  { "phrase-of-many-words", "\"خبر ", 3000, "\"" },
  { "phrase-of-many-known-words", "خبر من ", 2000, "" },
  { "letters", "ا", 100000, "" },
  { "many-words", "كلمة ", 3000, "" },
  { "parentheses", "(", 20000, "خبر" },
  { "closing-parentheses", ")", 20000, "خبر" },
  { "ors", "خبر | ", 3000, "خبر" },
  { "nots", "-", 10000, "خبر" },
  { "nears", "خبر NEAR/5 ", 300, "خبر" },
  { "near-quotes", "\"خبر من\" NEAR/2 ", 40, "\"خبر\"" },
  { "paragraphs", "=خبر NEAR/p ", 100, "=من" },
  { "fields", "title:outlet:author:", 2000, "خبر" },
  { "stars", "خبر* ", 500, "*" },
  { "equals", "=", 10000, "خبر" },
  { "printed", "==\"", 500, "خبر" },
  { "fts5-syntax", "NEAR(خبر آخر, 5) AND {title body} : ^خبر + * ", 20, "" },
  { "sql", "'; DROP TABLE article; -- ", 50, "" },
  { "control-bytes", "\x01\x02\x03\x04\x05خبر\x02\x03", 500, "\x05p 0 -0" },
  { "invalid-utf8", "\xff\xfe\xd8خبر\xc3", 500, "\xd8" },
  { "marks-only", "\xd9\x80\xd9\x8b", 5000, "" },
  { "ligature", "\xef\xb7\xba", 500, "" },
  { "hamzas", "أإآؤئة", 60, "" },
};

static void
test_hostile (gconstpointer data)
{
  static const QsaReach reaches[] = { QSA_REACH_DEFAULT, QSA_REACH_WIDE,
                                      QSA_REACH_SURFACE, QSA_REACH_PRINTED };
  const HostileCase *test = data;
  g_autoptr (QsaTestCorpus) corpus = qsa_test_corpus_new (texts, G_N_ELEMENTS (texts));
  g_autofree char *repeated = repeat (test->piece, test->n);
  g_autofree char *text = g_strconcat (repeated, test->then, NULL);
  g_autofree char *plain = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (reaches); i++)
    {
      g_autofree char *ids = qsa_test_corpus_find (corpus, text, reaches[i]);

      g_assert_nonnull (ids);
    }
  plain = qsa_test_corpus_find (corpus, "خبر", QSA_REACH_DEFAULT);
  g_assert_cmpstr (plain, ==, "1 2");
}

/* FTS5's own words are words. */
static void
test_words_of_fts5 (void)
{
  g_autoptr (QsaTestCorpus) corpus = qsa_test_corpus_new (texts, G_N_ELEMENTS (texts));
  static const char *const queries[] = {
    "and or not near", "\"NEAR(e f, 3)\"", "body:g", "^a", "a+b", "{body} : g"
  };

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *ids = qsa_test_corpus_find (corpus, queries[i], QSA_REACH_DEFAULT);

      g_assert_cmpstr (ids, ==, "2");
    }
  for (guint i = 3; i < G_N_ELEMENTS (queries); i++)
    {
      g_autofree char *ids = qsa_test_corpus_find (corpus, queries[i], QSA_REACH_DEFAULT);

      g_assert_nonnull (ids);
    }
}

static void
test_megabyte (void)
{
  g_autoptr (QsaTestCorpus) corpus = qsa_test_corpus_new (texts, G_N_ELEMENTS (texts));
  g_autofree char *text = repeat ("خبر آخر \"من المدينة\" -شيء | ", 20000);
  g_autoptr (QsaSearchRequest) request = qsa_test_corpus_request (text, QSA_REACH_FOLDED);
  g_autoptr (QsaResult) result = qsa_test_corpus_search (corpus, request);

  g_assert_cmpuint (strlen (text), >, 900000);
  g_assert_nonnull (result);
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (20 * 1000);
  g_cancellable_cancel (data);
  return NULL;
}

/* The next key stops even this. */
static void
test_cancelled (void)
{
  g_autoptr (QsaTestCorpus) corpus = qsa_test_corpus_new (texts, G_N_ELEMENTS (texts));
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (QsaSearchRequest) request = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (QsaResult) result = NULL;
  GThread *thread;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "كلمة%uا ", i);
  request = qsa_test_corpus_request (text->str, QSA_REACH_DEFAULT);
  thread = g_thread_new ("cancel", cancel_soon, cancellable);
  result = qsa_engine_search_with (corpus->db, corpus->columns, corpus->cache,
                                   &corpus->tables, request, cancellable, &error);
  g_thread_join (thread);
  g_assert_true ((result == NULL) == (error != NULL));
  if (error != NULL)
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (sqlite3_get_autocommit (qsa_db_get_handle (corpus->db)), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/engine/hostile/%s", cases[i].path);

      g_test_add_data_func (path, &cases[i], test_hostile);
    }
  g_test_add_func ("/store/engine/hostile/words-of-fts5", test_words_of_fts5);
  g_test_add_func ("/store/engine/hostile/megabyte", test_megabyte);
  g_test_add_func ("/store/engine/hostile/cancelled", test_cancelled);

  return g_test_run ();
}
