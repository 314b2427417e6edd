/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-library.h"

#include <string.h>

#include "qsa-error.h"
#include "qsa-fts.h"
#include "qsa-schema.h"
#include "qsa-test-library.h"

static QsaStored
stored_at (GArray *stored, guint i)
{
  return g_array_index (stored, QsaStored, i);
}

static void
assert_counts (const char *path, gint64 added, gint64 duplicates, gint64 failed)
{
  g_assert_cmpint (qsa_test_sql_int64 (path, "SELECT sum(n_added) FROM import"), ==,
                   added);
  g_assert_cmpint (qsa_test_sql_int64 (path, "SELECT sum(n_duplicates) FROM import"), ==,
                   duplicates);
  g_assert_cmpint (qsa_test_sql_int64 (path, "SELECT sum(n_failed) FROM import"), ==,
                   failed);
  g_assert_cmpint (qsa_test_sql_int64 (path, "SELECT count(*) FROM import_item"), ==,
                   added + duplicates + failed);
}

static void
assert_whole (QsaLibrary *library)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (qsa_test_check (library, &error));
  g_assert_no_error (error);
}

/* ---- import ---- */

static void
test_import_numbered (QsaTestLibrary *test, gconstpointer data)
{
  g_autoptr (QsaStats) stats = NULL;

  qsa_test_import_numbered (test->library, 0, 100);
  g_assert_cmpuint (qsa_library_get_n_articles (test->library), ==, 100);
  g_assert_cmpuint (qsa_test_count (test->library, "الصياد"), ==, 100);
  g_assert_cmpuint (qsa_test_count (test->library, "كلمة42"), ==, 1);
  assert_whole (test->library);
  assert_counts (test->path, 100, 0, 0);

  stats = qsa_test_stats (test->library);
  g_assert_cmpuint (stats->n_articles, ==, 100);
  g_assert_cmpuint (stats->n_undated, ==, 15);
  g_assert_cmpuint (stats->n_unknown_outlet, ==, 33);
  g_assert_cmpuint (stats->n_outlets, ==, 2);
  g_assert_cmpuint (stats->n_unread, ==, 100);
  g_assert_cmpuint (stats->n_starred, ==, 0);
  g_assert_cmpuint (stats->n_terms, >, 100);
  g_assert_cmpuint (stats->file_bytes, >, 0);
  g_assert_cmpint (stats->schema_version, ==, QSA_SCHEMA_VERSION);
  g_assert_cmpstr (stats->oldest, ==, "2000-01-05");
  g_assert_cmpstr (stats->newest, ==, "2019-12-04");
}

/* What two articles have in common, and what makes of the second. */
typedef struct
{
  const char *name;
  const char *outlet, *date, *body, *raw;
  guint index;
  gboolean duplicate;
} DuplicateCase;

#define FIRST "صحيفة المرفأ", "2020-05-06", "نص الخبر كاملا.", "raw one", 0

static const DuplicateCase duplicate_cases[] = {
  { "same", FIRST, TRUE },
  { "same-text-other-bytes", "صحيفة المرفأ", "2020-05-06", "نص الخبر كاملا.", "raw two",
    7, TRUE },
  { "same-bytes-read-otherwise", NULL, NULL, "نص الخبر", "raw one", 0, TRUE },
  { "same-bytes-other-place", NULL, NULL, "نص آخر", "raw one", 1, FALSE },
  { "agency-copy", "وكالة الجسر", "2020-05-06", "نص الخبر كاملا.", "raw two", 0, FALSE },
  { "other-day", "صحيفة المرفأ", "2020-05-07", "نص الخبر كاملا.", "raw two", 0, FALSE },
};

static QsaCandidate *
duplicate_case_candidate (const DuplicateCase *this)
{
  QsaCandidate *candidate = qsa_test_candidate_new ("عنوان", this->outlet, this->date,
                                                    this->body);

  g_bytes_unref (candidate->raw);
  candidate->raw = g_bytes_new (this->raw, strlen (this->raw));
  candidate->index = this->index;
  return candidate;
}

/* In one batch, and in two. */
static void
test_duplicate (QsaTestLibrary *test, gconstpointer data)
{
  static const DuplicateCase first = { "first", FIRST, FALSE };
  const DuplicateCase *this = data;
  GPtrArray *batch = qsa_test_candidates_new ();
  GPtrArray *again = qsa_test_candidates_new ();
  g_autoptr (GArray) stored = NULL;
  g_autoptr (GArray) stored_again = NULL;
  gint64 first_id;

  g_ptr_array_add (batch, duplicate_case_candidate (&first));
  g_ptr_array_add (batch, duplicate_case_candidate (this));
  g_ptr_array_add (again, duplicate_case_candidate (this));
  stored = qsa_test_import (test->library, batch);
  stored_again = qsa_test_import (test->library, again);

  first_id = stored_at (stored, 0).article_id;
  g_assert_cmpint (stored_at (stored, 0).outcome, ==, QSA_OUTCOME_ADDED);
  g_assert_cmpint (stored_at (stored, 1).outcome, ==,
                   this->duplicate ? QSA_OUTCOME_DUPLICATE : QSA_OUTCOME_ADDED);
  g_assert_true (this->duplicate == (stored_at (stored, 1).article_id == first_id));
  g_assert_cmpint (stored_at (stored_again, 0).outcome, ==, QSA_OUTCOME_DUPLICATE);
  g_assert_cmpint (stored_at (stored_again, 0).article_id, ==,
                   stored_at (stored, 1).article_id);
  g_assert_cmpuint (qsa_library_get_n_articles (test->library), ==,
                    this->duplicate ? 1 : 2);
  assert_counts (test->path, this->duplicate ? 1 : 2, this->duplicate ? 2 : 1, 0);
}

static void
test_failures_in_ledger (QsaTestLibrary *test, gconstpointer data)
{
  GPtrArray *batch = qsa_test_candidates_new ();
  g_autoptr (GArray) stored = NULL;
  g_autofree char *message = NULL;
  g_autofree char *warnings = NULL;
  QsaCandidate *doubtful = qsa_test_candidate_new_numbered (1);

  g_ptr_array_add (doubtful->warnings, g_strdup ("Two \"titles\"\nwere found."));
  g_ptr_array_add (batch,
                   qsa_test_candidate_new_failed ("/a/b.txt", "The file is empty."));
  g_ptr_array_add (batch, doubtful);
  stored = qsa_test_import (test->library, batch);

  g_assert_cmpint (stored_at (stored, 0).outcome, ==, QSA_OUTCOME_FAILED);
  g_assert_cmpint (stored_at (stored, 0).article_id, ==, 0);
  g_assert_cmpint (stored_at (stored, 1).outcome, ==, QSA_OUTCOME_ADDED);
  assert_counts (test->path, 1, 0, 1);
  message = qsa_test_sql_text (test->path,
                               "SELECT message FROM import_item WHERE path = '/a/b.txt'");
  g_assert_cmpstr (message, ==, "The file is empty.");
  warnings = qsa_test_sql_text (test->path, "SELECT warnings ->> 0 FROM import_item"
                                            " WHERE warnings IS NOT NULL");
  g_assert_cmpstr (warnings, ==, "Two \"titles\"\nwere found.");
  g_assert_cmpint (qsa_test_sql_int64 (test->path, "SELECT count(*) FROM import"
                                                   " WHERE ended_at IS NULL"),
                   ==, 0);
}

static void
test_unknown_import (QsaTestLibrary *test, gconstpointer data)
{
  GPtrArray *batch = qsa_test_candidates_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (batch, qsa_test_candidate_new_numbered (1));
  g_assert_null (qsa_test_import_batch (test->library, 77, batch, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (qsa_library_get_n_articles (test->library), ==, 0);
  assert_counts (test->path, 0, 0, 0);
}

/* One batch that takes several transactions: none holds the lock for long. */
static void
test_long_batch (QsaTestLibrary *test, gconstpointer data)
{
  qsa_test_import_numbered (test->library, 0, 6000);
  g_assert_cmpuint (qsa_library_get_n_articles (test->library), ==, 6000);
  g_assert_cmpint (qsa_test_sql_int64 (test->path, "SELECT count(*) FROM change"), >=, 2);
  assert_counts (test->path, 6000, 0, 0);
  assert_whole (test->library);
}

/* The table `term` against what a look into each text says. */
static void
test_vocabulary (QsaTestLibrary *test, gconstpointer data)
{
  qsa_test_import_numbered (test->library, 0, 50);
  qsa_test_import_numbered (test->library, 50, 50);
  g_assert_cmpint (qsa_test_sql_int64 (test->path, "SELECT count(*) FROM term_pending"),
                   ==, 0);
  g_assert_cmpint (qsa_test_sql_int64 (test->path,
                                       "SELECT articles FROM term WHERE term = 'البحر'"),
                   ==, 100);
  g_assert_cmpint (qsa_test_sql_int64 (test->path,
                                       "SELECT articles FROM term WHERE term = 'عنوان'"),
                   ==, 100);
  g_assert_cmpint (qsa_test_sql_int64 (test->path,
                                       "SELECT count(*) FROM term"
                                       " WHERE articles <= 0 OR articles > 100"),
                   ==, 0);
}

static gboolean
has_few_segments (gpointer path)
{
  return qsa_test_sql_int64 (path,
                             "SELECT count(DISTINCT segid) FROM " QSA_FTS_TABLE "_idx")
         < 4;
}

/* After imports, when there is nothing else to do. */
static void
test_segments_are_merged (QsaTestLibrary *test, gconstpointer data)
{
  gint64 import_id = qsa_test_import_begin (test->library);

  for (guint i = 0; i < 10; i++)
    {
      GPtrArray *batch = qsa_test_candidates_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) stored = NULL;

      g_ptr_array_add (batch, qsa_test_candidate_new_numbered (i));
      stored = qsa_test_import_batch (test->library, import_id, batch, &error);
      g_assert_no_error (error);
    }
  g_assert_false (has_few_segments (test->path));
  qsa_test_import_end (test->library, import_id);
  qsa_test_wait (has_few_segments, test->path);
  g_assert_cmpuint (qsa_test_count (test->library, "الصياد"), ==, 10);
  assert_whole (test->library);
}

static void
test_outlets (QsaTestLibrary *test, gconstpointer data)
{
  GPtrArray *batch = qsa_test_candidates_new ();
  g_autoptr (GArray) stored = NULL;
  QsaOutletTable *outlets = NULL;
  const QsaOutlet *outlet = NULL;

  g_ptr_array_add (batch, qsa_test_candidate_new ("أ", "صحيفة المرفأ", NULL, "خبر أول"));
  g_ptr_array_add (batch, qsa_test_candidate_new ("ب", "صحيفة المرفا", NULL, "خبر ثان"));
  g_ptr_array_add (batch, qsa_test_candidate_new ("ج", NULL, NULL, "خبر ثالث"));
  stored = qsa_test_import (test->library, batch);

  outlets = qsa_library_get_outlets (test->library);
  outlet = qsa_outlet_table_find_name (outlets, "صحيفة المرفأ");
  g_assert_nonnull (outlet);
  g_assert_cmpuint (outlet->id, >, 0);
  g_assert_cmpstr (outlet->name, ==, "صحيفة المرفأ");
  g_assert_cmpint (qsa_test_sql_int64 (test->path, "SELECT count(*) FROM outlet"), ==, 1);
  g_assert_cmpint (
      qsa_test_sql_int64 (test->path,
                          "SELECT count(*) FROM article WHERE outlet_id IS NULL"),
      ==, 1);
}

/* ---- reading ---- */

static QsaCandidate *
full_candidate (void)
{
  QsaCandidate *candidate = qsa_test_candidate_new (
      "عنوان كامل", "وكالة الجسر", "2021-07", "فقرة أولى.\nعنوان فرعي\nفقرة ثانية.");
  QsaArticle *article = candidate->article;

  article->standfirst = g_strdup ("مقدمة قصيرة");
  article->author = g_strdup ("سلمى الكاتبة");
  article->place = g_strdup ("المرفأ");
  article->section = g_strdup ("اقتصاد");
  article->url = g_strdup ("https://www.example.net/1");
  article->domain = g_strdup ("example.net");
  article->source_credit = g_strdup ("رويترز");
  article->lang = g_strdup ("ar");
  qsa_article_add_block (article, QSA_BLOCK_HEADING, 18, 37, NULL, NULL);
  qsa_article_add_block (article, QSA_BLOCK_CAPTION, 38, 38, "صورة المرفأ",
                         "تصوير: ناصر");
  qsa_article_add_block (article, QSA_BLOCK_REMOVED, 0, 0, "اقرأ أيضا", NULL);
  qsa_article_set_rule (article, "outlet", "footer-domain", 0.75);
  qsa_article_set_rule (article, "date", "stamp", 1.0);
  return candidate;
}

static void
assert_same_block (const QsaBlock *a, const QsaBlock *b)
{
  g_assert_cmpint (a->kind, ==, b->kind);
  g_assert_cmpuint (a->start_byte, ==, b->start_byte);
  g_assert_cmpuint (a->end_byte, ==, b->end_byte);
  g_assert_cmpstr (a->text, ==, b->text);
  g_assert_cmpstr (a->credit, ==, b->credit);
}

static void
test_load_article (QsaTestLibrary *test, gconstpointer data)
{
  g_autoptr (QsaCandidate) model = full_candidate ();
  GPtrArray *batch = qsa_test_candidates_new ();
  g_autoptr (GArray) stored = NULL;
  g_autoptr (QsaArticle) article = NULL;

  g_ptr_array_add (batch, full_candidate ());
  stored = qsa_test_import (test->library, batch);
  article = qsa_test_load_article (test->library, stored_at (stored, 0).article_id);

  g_assert_cmpint (article->id, ==, stored_at (stored, 0).article_id);
  g_assert_cmpstr (article->title, ==, model->article->title);
  g_assert_cmpstr (article->outlet, ==, model->article->outlet);
  g_assert_cmpstr (article->standfirst, ==, model->article->standfirst);
  g_assert_cmpstr (article->author, ==, model->article->author);
  g_assert_cmpstr (article->place, ==, model->article->place);
  g_assert_cmpstr (article->section, ==, model->article->section);
  g_assert_cmpstr (article->url, ==, model->article->url);
  g_assert_cmpstr (article->domain, ==, model->article->domain);
  g_assert_cmpstr (article->source_credit, ==, model->article->source_credit);
  g_assert_cmpstr (article->lang, ==, model->article->lang);
  g_assert_cmpstr (article->body, ==, model->article->body);
  g_assert_cmpuint (article->body_bytes, ==, model->article->body_bytes);
  g_assert_cmpuint (article->word_count, ==, model->article->word_count);
  g_assert_cmpint (article->date.precision, ==, QSA_DATE_MONTH);
  g_assert_cmpint (qsa_date_compare (&article->date, &model->article->date), ==, 0);
  g_assert_cmpint (article->date_origin, ==, QSA_DATE_ORIGIN_STAMP);
  g_assert_cmpstr (article->source_path, ==, model->path);
  g_assert_cmpint (article->imported_at, >, 1577836800);
  g_assert_cmpuint (article->reading_position_byte, ==, 0);
  g_assert_cmpuint (article->blocks->len, ==, model->article->blocks->len);
  for (guint i = 0; i < article->blocks->len; i++)
    assert_same_block (g_ptr_array_index (article->blocks, i),
                       g_ptr_array_index (model->article->blocks, i));
  g_assert_cmpuint (article->rules->len, ==, 2);
  g_assert_cmpstr (qsa_article_get_rule (article, "outlet")->rule, ==, "footer-domain");
  g_assert_cmpfloat (qsa_article_get_rule (article, "outlet")->confidence, ==, 0.75);
}

static void
test_load_missing (QsaTestLibrary *test, gconstpointer data)
{
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GAsyncResult) answer_source = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) error_source = NULL;

  qsa_library_load_article_async (test->library, 5, NULL, qsa_test_on_answer, &answer);
  qsa_test_wait_answer (&answer);
  g_assert_null (qsa_library_load_article_finish (test->library, answer, &error));
  g_assert_error (error, QSA_ERROR, QSA_ERROR_NOT_FOUND);

  qsa_library_load_source_async (test->library, 5, NULL, qsa_test_on_answer,
                                 &answer_source);
  qsa_test_wait_answer (&answer_source);
  g_assert_null (
      qsa_library_load_source_finish (test->library, answer_source, &error_source));
  g_assert_error (error_source, QSA_ERROR, QSA_ERROR_NOT_FOUND);
}

static void
test_load_source (QsaTestLibrary *test, gconstpointer data)
{
  g_autoptr (QsaCandidate) model = full_candidate ();
  GPtrArray *batch = qsa_test_candidates_new ();
  g_autoptr (GArray) stored = NULL;
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GBytes) source = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (batch, full_candidate ());
  stored = qsa_test_import (test->library, batch);
  qsa_library_load_source_async (test->library, stored_at (stored, 0).article_id, NULL,
                                 qsa_test_on_answer, &answer);
  qsa_test_wait_answer (&answer);
  source = qsa_library_load_source_finish (test->library, answer, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (source, model->raw));
}

static GPtrArray *
load_rows (QsaLibrary *library, const guint32 *ids, guint n_ids, QsaMatcher *matcher)
{
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = NULL;

  qsa_library_load_rows_async (library, ids, n_ids, matcher, NULL, qsa_test_on_answer,
                               &answer);
  qsa_test_wait_answer (&answer);
  rows = qsa_library_load_rows_finish (library, answer, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, n_ids);
  return rows;
}

static void
test_load_rows (QsaTestLibrary *test, gconstpointer data)
{
  static const char *const forms[] = { "هادي", "الخبر", NULL };
  const guint32 ids[] = { 2, 99, 1 };
  g_autoptr (QsaMatcher) matcher = qsa_matcher_new ();
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) plain_rows = NULL;
  const QsaRow *row = NULL;

  qsa_matcher_add_word (matcher, QSA_MATCH_FOLDED, forms);
  qsa_test_import_numbered (test->library, 0, 3);
  rows = load_rows (test->library, ids, G_N_ELEMENTS (ids), matcher);
  g_assert_null (g_ptr_array_index (rows, 1));
  row = g_ptr_array_index (rows, 0);
  g_assert_cmpint (row->id, ==, 2);
  g_assert_cmpstr (row->title, ==, "عنوان الخبر رقم1");
  g_assert_cmpuint (row->title_matches->len, ==, 1);
  g_assert_cmpstr (row->outlet, ==, "وكالة الجسر");
  g_assert_cmpint (row->date.year, ==, 2001);
  g_assert_false (row->read);
  g_assert_cmpuint (row->snippet->matches->len, ==, 1);
  row = g_ptr_array_index (rows, 2);
  g_assert_cmpint (row->id, ==, 1);
  g_assert_cmpint (row->date.precision, ==, QSA_DATE_NONE);

  plain_rows = load_rows (test->library, ids, G_N_ELEMENTS (ids), NULL);
  row = g_ptr_array_index (plain_rows, 0);
  g_assert_null (row->title_matches);
  g_assert_true (g_str_has_prefix (row->snippet->text, "قال الصياد"));
}

/* ---- check ---- */

static void
test_check_finds_damage (QsaTestLibrary *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  qsa_test_import_numbered (test->library, 0, 20);
  assert_whole (test->library);
  qsa_test_sql_exec (test->path,
                     "UPDATE article_text SET body = 'آخر' WHERE article_id = 3");
  g_assert_false (qsa_test_check (test->library, &error));
  g_assert_error (error, QSA_ERROR, QSA_ERROR_DAMAGED);
}

static void
test_check_finds_lost_rows (QsaTestLibrary *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  qsa_test_import_numbered (test->library, 0, 20);
  qsa_test_sql_exec (test->path, "PRAGMA foreign_keys = OFF;"
                                 "DELETE FROM article WHERE id = 3");
  g_assert_false (qsa_test_check (test->library, &error));
  g_assert_error (error, QSA_ERROR, QSA_ERROR_DAMAGED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func, data)                                            \
  g_test_add (path, QsaTestLibrary, data, qsa_test_library_set_up, func, \
              qsa_test_library_tear_down)
  ADD ("/store/library/import/numbered", test_import_numbered, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (duplicate_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/store/library/duplicate/",
                                           duplicate_cases[i].name, NULL);

      ADD (path, test_duplicate, &duplicate_cases[i]);
    }
  ADD ("/store/library/import/failures", test_failures_in_ledger, NULL);
  ADD ("/store/library/import/unknown-import", test_unknown_import, NULL);
  ADD ("/store/library/import/long-batch", test_long_batch, NULL);
  ADD ("/store/library/import/vocabulary", test_vocabulary, NULL);
  ADD ("/store/library/import/segments-are-merged", test_segments_are_merged, NULL);
  ADD ("/store/library/import/outlets", test_outlets, NULL);
  ADD ("/store/library/load/article", test_load_article, NULL);
  ADD ("/store/library/load/missing", test_load_missing, NULL);
  ADD ("/store/library/load/source", test_load_source, NULL);
  ADD ("/store/library/load/rows", test_load_rows, NULL);
  ADD ("/store/library/check/text-differs", test_check_finds_damage, NULL);
  ADD ("/store/library/check/row-lost", test_check_finds_lost_rows, NULL);
#undef ADD
  return g_test_run ();
}
