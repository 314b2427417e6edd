/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-library.h"

#include "qsa-error.h"
#include "qsa-test-library.h"

static void
set_up (QsaTestLibrary *test, gconstpointer data)
{
  qsa_test_library_set_up (test, data);
  qsa_test_import_numbered (test->library, 0, 30);
}

static void
assert_whole (QsaLibrary *library)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (qsa_test_check (library, &error));
  g_assert_no_error (error);
}

static QsaUndo *
edit_or_fail (QsaLibrary *library, const gint64 *ids, guint n_ids,
              const QsaArticleEdit *edit)
{
  g_autoptr (GError) error = NULL;
  QsaUndo *undo = qsa_test_edit (library, ids, n_ids, edit, &error);

  g_assert_no_error (error);
  g_assert_nonnull (undo);
  return undo;
}

static gint64
count_articles_of (const char *path, const char *term)
{
  g_autofree char *sql = g_strdup_printf ("SELECT articles FROM term WHERE term = '%s'",
                                          term);

  return qsa_test_sql_int64 (path, sql);
}

static gint64
count_overrides (const char *path)
{
  return qsa_test_sql_int64 (path, "SELECT count(*) FROM article_override");
}

/* ---- titles ---- */

static void
assert_title (QsaTestLibrary *test, gint64 id, const char *title)
{
  g_autoptr (QsaArticle) article = qsa_test_load_article (test->library, id);

  g_assert_cmpstr (article->title, ==, title);
}

static void
test_title (QsaTestLibrary *test, gconstpointer data)
{
  const gint64 ids[] = { 7 };
  g_autoptr (QsaArticleEdit) edit = qsa_article_edit_new ();
  g_autoptr (QsaUndo) undo = NULL;
  g_autoptr (QsaUndo) redo = NULL;

  edit->fields = QSA_FIELD_TITLE;
  edit->title = g_strdup ("زلزال في البحر");
  undo = edit_or_fail (test->library, ids, 1, edit);
  assert_title (test, 7, "زلزال في البحر");
  g_assert_cmpuint (qsa_test_count (test->library, "زلزال"), ==, 1);
  g_assert_cmpuint (qsa_test_count (test->library, "عنوان"), ==, 29);
  g_assert_cmpint (count_articles_of (test->path, "زلزال"), ==, 1);
  g_assert_cmpint (count_articles_of (test->path, "عنوان"), ==, 29);
  /* It stood in the body all along. */
  g_assert_cmpint (count_articles_of (test->path, "البحر"), ==, 30);
  g_assert_cmpint (count_overrides (test->path), ==, 1);
  assert_whole (test->library);

  redo = qsa_test_undo (test->library, g_steal_pointer (&undo));
  assert_title (test, 7, "عنوان الخبر رقم6");
  g_assert_cmpuint (qsa_test_count (test->library, "زلزال"), ==, 0);
  g_assert_cmpint (qsa_test_sql_int64 (test->path,
                                       "SELECT count(*) FROM term WHERE term = 'زلزال'"),
                   ==, 0);
  g_assert_cmpint (count_articles_of (test->path, "عنوان"), ==, 30);
  g_assert_cmpint (count_overrides (test->path), ==, 0);

  undo = qsa_test_undo (test->library, g_steal_pointer (&redo));
  assert_title (test, 7, "زلزال في البحر");
  g_assert_cmpuint (qsa_test_count (test->library, "زلزال"), ==, 1);
  g_assert_cmpint (count_overrides (test->path), ==, 1);
  assert_whole (test->library);
}

static void
test_title_cleared (QsaTestLibrary *test, gconstpointer data)
{
  const gint64 ids[] = { 7 };
  g_autoptr (QsaArticleEdit) edit = qsa_article_edit_new ();
  g_autoptr (QsaUndo) undo = NULL;

  edit->fields = QSA_FIELD_TITLE;
  edit->title = g_strdup ("");
  undo = edit_or_fail (test->library, ids, 1, edit);
  assert_title (test, 7, NULL);
  g_assert_cmpint (qsa_test_sql_int64 (test->path, "SELECT count(*) FROM article_override"
                                                   " WHERE value IS NULL"),
                   ==, 1);
  assert_whole (test->library);
}

/* A second edit of the same article, undone in the reverse order. */
static void
test_title_twice (QsaTestLibrary *test, gconstpointer data)
{
  const gint64 ids[] = { 7, 7, 8 };
  g_autoptr (QsaArticleEdit) edit = qsa_article_edit_new ();
  g_autoptr (QsaUndo) first = NULL;
  g_autoptr (QsaUndo) second = NULL;

  edit->fields = QSA_FIELD_TITLE;
  edit->title = g_strdup ("أول");
  first = edit_or_fail (test->library, ids, G_N_ELEMENTS (ids), edit);
  g_free (edit->title);
  edit->title = g_strdup ("ثان");
  second = edit_or_fail (test->library, ids, 1, edit);
  assert_title (test, 7, "ثان");
  assert_title (test, 8, "أول");

  qsa_undo_free (qsa_test_undo (test->library, g_steal_pointer (&second)));
  assert_title (test, 7, "أول");
  g_assert_cmpint (count_overrides (test->path), ==, 2);
  qsa_undo_free (qsa_test_undo (test->library, g_steal_pointer (&first)));
  assert_title (test, 7, "عنوان الخبر رقم6");
  assert_title (test, 8, "عنوان الخبر رقم7");
  g_assert_cmpint (count_overrides (test->path), ==, 0);
  assert_whole (test->library);
}

/* ---- the other fields ---- */

static void
test_outlet (QsaTestLibrary *test, gconstpointer data)
{
  const gint64 ids[] = { 1, 2, 3 };
  g_autoptr (QsaArticleEdit) edit = qsa_article_edit_new ();
  g_autoptr (QsaArticle) article = NULL;
  g_autoptr (QsaArticle) restored = NULL;
  g_autoptr (QsaUndo) undo = NULL;

  edit->fields = QSA_FIELD_OUTLET;
  edit->outlet = g_strdup ("إذاعة الوادي");
  undo = edit_or_fail (test->library, ids, G_N_ELEMENTS (ids), edit);
  /* Known at once, not only with the next "changed". */
  g_assert_nonnull (qsa_outlet_table_find_name (qsa_library_get_outlets (test->library),
                                                "إذاعة الوادي"));
  article = qsa_test_load_article (test->library, 3);
  g_assert_cmpstr (article->outlet, ==, "إذاعة الوادي");
  g_assert_cmpint (qsa_test_sql_int64 (test->path, "SELECT count(*) FROM outlet"
                                                   " WHERE origin = 'user'"),
                   ==, 1);

  qsa_undo_free (qsa_test_undo (test->library, g_steal_pointer (&undo)));
  restored = qsa_test_load_article (test->library, 3);
  g_assert_null (restored->outlet);
}

typedef struct
{
  const char *name;
  QsaDate date;
  const char *override;
} DateCase;

static const DateCase date_cases[] = {
  { "day", { QSA_DATE_DAY, 2022, 3, 4, 14 * 60 + 5 }, "2022-03-04T14:05" },
  { "day-without-time", { QSA_DATE_DAY, 2022, 3, 4, QSA_DATE_NO_MINUTE }, "2022-03-04" },
  { "month", { QSA_DATE_MONTH, 2022, 3, 0, QSA_DATE_NO_MINUTE }, "2022-03" },
  { "year", { QSA_DATE_YEAR, 1999, 0, 0, QSA_DATE_NO_MINUTE }, "1999" },
  { "none", QSA_DATE_INIT, NULL },
};

static void
test_date (QsaTestLibrary *test, gconstpointer data)
{
  const DateCase *this = data;
  const gint64 ids[] = { 5 };
  g_autoptr (QsaArticleEdit) edit = qsa_article_edit_new ();
  g_autoptr (QsaArticle) before = qsa_test_load_article (test->library, 5);
  g_autoptr (QsaArticle) article = NULL;
  g_autoptr (QsaArticle) restored = NULL;
  g_autoptr (QsaUndo) undo = NULL;
  g_autofree char *override = NULL;

  edit->fields = QSA_FIELD_DATE;
  edit->date = this->date;
  undo = edit_or_fail (test->library, ids, 1, edit);
  article = qsa_test_load_article (test->library, 5);
  g_assert_cmpint (article->date.precision, ==, this->date.precision);
  g_assert_cmpint (qsa_date_compare (&article->date, &this->date), ==, 0);
  g_assert_cmpint (article->date_origin, ==, QSA_DATE_ORIGIN_USER);
  override = qsa_test_sql_text (test->path, "SELECT value FROM article_override");
  g_assert_cmpstr (override, ==, this->override);

  qsa_undo_free (qsa_test_undo (test->library, g_steal_pointer (&undo)));
  restored = qsa_test_load_article (test->library, 5);
  g_assert_cmpint (qsa_date_compare (&restored->date, &before->date), ==, 0);
  g_assert_cmpint (restored->date_origin, ==, before->date_origin);
}

static void
test_no_such_date (QsaTestLibrary *test, gconstpointer data)
{
  const gint64 ids[] = { 5 };
  g_autoptr (QsaArticleEdit) edit = qsa_article_edit_new ();
  g_autoptr (GError) error = NULL;

  edit->fields = QSA_FIELD_DATE;
  edit->date = (QsaDate){ QSA_DATE_DAY, 2021, 2, 30, QSA_DATE_NO_MINUTE };
  g_assert_null (qsa_test_edit (test->library, ids, 1, edit, &error));
  g_assert_error (error, QSA_ERROR, QSA_ERROR_BAD_VALUE);
}

static void
test_all_fields (QsaTestLibrary *test, gconstpointer data)
{
  const gint64 ids[] = { 4, 6 };
  g_autoptr (QsaArticleEdit) edit = qsa_article_edit_new ();
  g_autoptr (QsaArticle) article = NULL;
  g_autoptr (QsaUndo) undo = NULL;

  edit->fields = QSA_FIELD_TITLE | QSA_FIELD_AUTHOR | QSA_FIELD_OUTLET | QSA_FIELD_DATE;
  edit->title = g_strdup ("عنوان جديد");
  edit->author = g_strdup ("هند المراسلة");
  edit->outlet = g_strdup ("وكالة الجسر");
  edit->date = (QsaDate){ QSA_DATE_YEAR, 2005, 0, 0, QSA_DATE_NO_MINUTE };
  undo = edit_or_fail (test->library, ids, G_N_ELEMENTS (ids), edit);
  article = qsa_test_load_article (test->library, 6);
  g_assert_cmpstr (article->title, ==, "عنوان جديد");
  g_assert_cmpstr (article->author, ==, "هند المراسلة");
  g_assert_cmpstr (article->outlet, ==, "وكالة الجسر");
  g_assert_cmpint (article->date.year, ==, 2005);
  g_assert_cmpint (count_overrides (test->path), ==, 8);
  g_assert_cmpint (qsa_test_sql_int64 (test->path, "SELECT count(*) FROM outlet"), ==, 2);
  qsa_undo_free (qsa_test_undo (test->library, g_steal_pointer (&undo)));
  g_assert_cmpint (count_overrides (test->path), ==, 0);
}

/* All or none. */
static void
test_missing (QsaTestLibrary *test, gconstpointer data)
{
  const gint64 ids[] = { 1, 2, 999 };
  g_autoptr (QsaArticleEdit) edit = qsa_article_edit_new ();
  g_autoptr (GError) error = NULL;

  edit->fields = QSA_FIELD_TITLE | QSA_FIELD_OUTLET;
  edit->title = g_strdup ("زلزال");
  edit->outlet = g_strdup ("إذاعة الوادي");
  g_assert_null (qsa_test_edit (test->library, ids, G_N_ELEMENTS (ids), edit, &error));
  g_assert_error (error, QSA_ERROR, QSA_ERROR_NOT_FOUND);
  assert_title (test, 1, "عنوان الخبر رقم0");
  g_assert_cmpuint (qsa_test_count (test->library, "زلزال"), ==, 0);
  g_assert_cmpint (qsa_test_sql_int64 (test->path, "SELECT count(*) FROM outlet"), ==, 2);
  g_assert_null (qsa_outlet_table_find_name (qsa_library_get_outlets (test->library),
                                             "إذاعة الوادي"));
  assert_whole (test->library);
}

static void
test_ten_thousand (QsaTestLibrary *test, gconstpointer data)
{
  g_autoptr (QsaArticleEdit) edit = qsa_article_edit_new ();
  g_autofree gint64 *ids = g_new (gint64, 10000);
  g_autoptr (QsaUndo) undo = NULL;

  qsa_test_import_numbered (test->library, 30, 9970);
  for (guint i = 0; i < 10000; i++)
    ids[i] = 10000 - i;
  edit->fields = QSA_FIELD_TITLE | QSA_FIELD_AUTHOR;
  edit->title = g_strdup ("زلزال");
  edit->author = g_strdup ("هند");
  undo = edit_or_fail (test->library, ids, 10000, edit);
  g_assert_cmpuint (qsa_test_count (test->library, "زلزال"), ==, 10000);
  g_assert_cmpint (count_articles_of (test->path, "زلزال"), ==, 10000);
  g_assert_cmpint (count_articles_of (test->path, "عنوان"), ==, 0);
  qsa_undo_free (qsa_test_undo (test->library, g_steal_pointer (&undo)));
  g_assert_cmpint (count_articles_of (test->path, "عنوان"), ==, 10000);
  assert_title (test, 8000, "عنوان الخبر رقم7999");
  assert_whole (test->library);
}

/* What an edit asks of the vocabulary while an import's counts still wait. */
static void
test_during_import (QsaTestLibrary *test, gconstpointer data)
{
  const gint64 ids[] = { 31 };
  gint64 import_id = qsa_test_import_begin (test->library);
  GPtrArray *batch = qsa_test_candidates_new ();
  g_autoptr (GArray) stored = NULL;
  g_autoptr (QsaArticleEdit) edit = qsa_article_edit_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (QsaUndo) undo = NULL;

  g_ptr_array_add (batch, qsa_test_candidate_new ("نادرةجدا", NULL, NULL, "نص قصير"));
  stored = qsa_test_import_batch (test->library, import_id, batch, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_articles_of (test->path, "نادرهجدا"), ==, 0);
  edit->fields = QSA_FIELD_TITLE;
  edit->title = g_strdup ("زلزال");
  undo = edit_or_fail (test->library, ids, 1, edit);
  qsa_test_import_end (test->library, import_id);
  g_assert_cmpint (qsa_test_sql_int64 (
                       test->path, "SELECT count(*) FROM term WHERE term = 'نادرهجدا'"),
                   ==, 0);
  g_assert_cmpint (count_articles_of (test->path, "زلزال"), ==, 1);
  assert_whole (test->library);
}

/* ---- flags and position ---- */

static void
set_flag (QsaLibrary *library, const gint64 *ids, guint n_ids, QsaFlag flag,
          gboolean value)
{
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GError) error = NULL;

  qsa_library_set_flag_async (library, ids, n_ids, flag, value, qsa_test_on_answer,
                              &answer);
  qsa_test_wait_answer (&answer);
  g_assert_true (qsa_library_set_flag_finish (library, answer, &error));
  g_assert_no_error (error);
}

static void
test_flags (QsaTestLibrary *test, gconstpointer data)
{
  const gint64 ids[] = { 3, 9, 777 };
  g_autoptr (QsaStats) stats = NULL;
  g_autoptr (QsaArticle) article = NULL;

  set_flag (test->library, ids, G_N_ELEMENTS (ids), QSA_FLAG_STARRED, TRUE);
  set_flag (test->library, ids, 1, QSA_FLAG_READ, TRUE);
  set_flag (test->library, ids + 1, 1, QSA_FLAG_STARRED, FALSE);
  stats = qsa_test_stats (test->library);
  g_assert_cmpuint (stats->n_starred, ==, 1);
  g_assert_cmpuint (stats->n_unread, ==, 29);
  article = qsa_test_load_article (test->library, 3);
  g_assert_true (article->read);
  g_assert_true (article->starred);
}

static void
test_position (QsaTestLibrary *test, gconstpointer data)
{
  g_autoptr (QsaArticle) article = NULL;
  g_autoptr (QsaArticle) beyond = NULL;

  qsa_library_set_reading_position (test->library, 4, 10);
  qsa_library_set_reading_position (test->library, 4, 20);
  qsa_library_set_reading_position (test->library, 5, 1000000);
  qsa_library_set_reading_position (test->library, 555, 1);
  /* A later job of the user: by now they are written. */
  set_flag (test->library, NULL, 0, QSA_FLAG_READ, TRUE);
  article = qsa_test_load_article (test->library, 4);
  g_assert_cmpuint (article->reading_position_byte, ==, 20);
  beyond = qsa_test_load_article (test->library, 5);
  g_assert_cmpuint (beyond->reading_position_byte, ==, beyond->body_bytes);
}

/* ---- "changed" ---- */

typedef struct
{
  guint kinds;
  guint n;
  guint n_notified;
} Seen;

static void
on_changed (QsaLibrary *library, guint kinds, gpointer data)
{
  Seen *seen = data;

  seen->kinds |= kinds;
  seen->n++;
}

static void
on_notify (GObject *library, GParamSpec *pspec, gpointer data)
{
  ((Seen *) data)->n_notified++;
}

static gboolean
saw_details (gpointer data)
{
  return (((Seen *) data)->kinds & QSA_CHANGE_DETAILS) != 0;
}

static gboolean
saw_state (gpointer data)
{
  return (((Seen *) data)->kinds & QSA_CHANGE_STATE) != 0;
}

static gboolean
saw_articles (gpointer data)
{
  return (((Seen *) data)->kinds & QSA_CHANGE_ARTICLES) != 0;
}

static void
test_changed (QsaTestLibrary *test, gconstpointer data)
{
  const gint64 ids[] = { 3 };
  g_autoptr (QsaArticleEdit) edit = qsa_article_edit_new ();
  Seen seen = { 0 };

  /* Nothing of the import in set_up is still to be told. */
  qsa_test_library_close (test->library);
  test->library = qsa_test_library_open (test->path, 0);
  g_signal_connect (test->library, "changed", G_CALLBACK (on_changed), &seen);
  g_signal_connect (test->library, "notify::n-articles", G_CALLBACK (on_notify), &seen);
  edit->fields = QSA_FIELD_AUTHOR;
  edit->author = g_strdup ("هند");
  qsa_undo_free (edit_or_fail (test->library, ids, 1, edit));
  qsa_test_wait (saw_details, &seen);
  g_assert_cmpuint (seen.kinds, ==, QSA_CHANGE_DETAILS);
  set_flag (test->library, ids, 1, QSA_FLAG_READ, TRUE);
  qsa_test_wait (saw_state, &seen);
  g_assert_cmpuint (seen.n_notified, ==, 0);
  qsa_test_import_numbered (test->library, 30, 1);
  qsa_test_wait (saw_articles, &seen);
  g_assert_cmpuint (seen.n_notified, ==, 1);
}

/* A hundred changes in a row are told a few times, the last state included. */
static void
test_changed_is_gathered (QsaTestLibrary *test, gconstpointer data)
{
  const gint64 ids[] = { 3 };
  Seen seen = { 0 };
  gint64 start_us = g_get_monotonic_time ();
  guint most;

  g_signal_connect (test->library, "changed", G_CALLBACK (on_changed), &seen);
  for (guint i = 0; i < 100; i++)
    set_flag (test->library, ids, 1, QSA_FLAG_STARRED, i % 2 == 0);
  qsa_test_wait (saw_state, &seen);
  most = (guint) ((g_get_monotonic_time () - start_us) / (100 * 1000)) + 2;
  g_assert_cmpuint (seen.n, <=, most);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func, data) \
  g_test_add (path, QsaTestLibrary, data, set_up, func, qsa_test_library_tear_down)
  ADD ("/store/library/edit/title", test_title, NULL);
  ADD ("/store/library/edit/title-cleared", test_title_cleared, NULL);
  ADD ("/store/library/edit/title-twice", test_title_twice, NULL);
  ADD ("/store/library/edit/outlet", test_outlet, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (date_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/store/library/edit/date/",
                                           date_cases[i].name, NULL);

      ADD (path, test_date, &date_cases[i]);
    }
  ADD ("/store/library/edit/no-such-date", test_no_such_date, NULL);
  ADD ("/store/library/edit/all-fields", test_all_fields, NULL);
  ADD ("/store/library/edit/missing", test_missing, NULL);
  ADD ("/store/library/edit/ten-thousand", test_ten_thousand, NULL);
  ADD ("/store/library/edit/during-import", test_during_import, NULL);
  ADD ("/store/library/flags", test_flags, NULL);
  ADD ("/store/library/position", test_position, NULL);
  ADD ("/store/library/changed/kinds", test_changed, NULL);
  ADD ("/store/library/changed/gathered", test_changed_is_gathered, NULL);
#undef ADD
  return g_test_run ();
}
