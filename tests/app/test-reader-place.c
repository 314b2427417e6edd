/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "qsa-reader-fixture.h"
#include "qsa-reader-place.h"

static const char *
qsa_test_get_shown (QsaReaderFixture *fixture)
{
  return qsa_reader_text_get_view (qsa_reader_view_get_text (fixture->view));
}

static gboolean
qsa_test_sees_paragraph_40 (gpointer data)
{
  return qsa_test_is_in_sight (data, "الفقرة رقم 40 ");
}

static gsize
qsa_test_get_top_byte (QsaReaderFixture *fixture)
{
  return qsa_reader_text_body_byte_at (qsa_reader_view_get_text (fixture->view),
                                       qsa_reader_place_get_top (
                                           qsa_test_get_text_view (fixture)));
}

typedef struct
{
  QsaReaderFixture *fixture;
  gsize byte;
} QsaTopCheck;

static gboolean
qsa_test_top_is (gpointer data)
{
  QsaTopCheck *check = data;

  return qsa_test_get_top_byte (check->fixture) == check->byte;
}

static gboolean
qsa_test_top_is_beyond (gpointer data)
{
  QsaTopCheck *check = data;

  return qsa_test_get_top_byte (check->fixture) > check->byte;
}

static gboolean
qsa_test_has_scrolled (gpointer data)
{
  return qsa_test_get_top_byte (data) > 0;
}

static gboolean
qsa_test_position_is_stored (gpointer data)
{
  QsaTopCheck *check = data;
  g_autoptr (QsaArticle)
      article = qsa_app_fixture_load (check->fixture->app, QSA_FIXTURE_BARE);

  return article->reading_position_byte == check->byte;
}

static void
test_reader_position (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_BARE);
  QsaTopCheck check = { fixture, 0 };

  qsa_reader_fixture_press (fixture, "Page_Down");
  qsa_test_wait (qsa_test_has_scrolled, fixture);
  check.byte = qsa_test_get_top_byte (fixture);
  qsa_reader_fixture_press (fixture, "space");
  qsa_test_wait (qsa_test_top_is_beyond, &check);
  check.byte = qsa_test_get_top_byte (fixture);
  qsa_reader_fixture_open (fixture, QSA_FIXTURE_FULL);
  qsa_test_wait (qsa_test_position_is_stored, &check);
  qsa_reader_fixture_open (fixture, QSA_FIXTURE_BARE);
  qsa_test_wait (qsa_test_top_is, &check);
}

/* Also without leaving the article, after some seconds. */
static void
test_reader_position_while_reading (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_BARE);
  QsaTopCheck check = { fixture, 0 };

  qsa_reader_fixture_press (fixture, "Page_Down");
  qsa_test_wait (qsa_test_has_scrolled, fixture);
  check.byte = qsa_test_get_top_byte (fixture);
  qsa_test_wait (qsa_test_position_is_stored, &check);
}

/* Where a search went to is no place that anybody read to. */
static void
test_reader_position_of_search (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_BARE);
  g_autoptr (QsaMatcher) matcher = qsa_test_new_matcher ("40", NULL);
  QsaTopCheck check = { fixture, 0 };

  qsa_reader_fixture_press (fixture, "Page_Down");
  qsa_test_wait (qsa_test_has_scrolled, fixture);
  check.byte = qsa_test_get_top_byte (fixture);
  qsa_reader_fixture_open (fixture, QSA_FIXTURE_FULL);
  qsa_reader_set_matcher (fixture->reader, matcher);
  qsa_reader_fixture_open (fixture, QSA_FIXTURE_BARE);
  qsa_test_wait (qsa_test_sees_paragraph_40, fixture);
  qsa_reader_fixture_open (fixture, QSA_FIXTURE_FULL);
  g_assert_true (qsa_test_position_is_stored (&check));
}

static void
qsa_test_store_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
qsa_test_has_result (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

static gboolean
qsa_test_shows_new_title (gpointer data)
{
  return strstr (qsa_test_get_shown (data), "عنوان جديد") != NULL;
}

/* Details change under the reader: the page says so, and nothing moves. */
static void
test_reader_reloads (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_BARE);
  g_autoptr (QsaArticleEdit) edit = qsa_article_edit_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (QsaUndo) undo = NULL;
  g_autoptr (GError) error = NULL;
  QsaTopCheck check = { fixture, 0 };

  qsa_reader_fixture_press (fixture, "Page_Down");
  qsa_test_wait (qsa_test_has_scrolled, fixture);
  check.byte = qsa_test_get_top_byte (fixture);
  edit->fields = QSA_FIELD_TITLE;
  edit->title =
      g_strdup ("عنوان جديد لا ينتهي في سطر واحد لأنه طويل جدا كما ترى الآن هنا");
  qsa_library_edit_async (fixture->app->library, &fixture->app->ids[QSA_FIXTURE_BARE], 1,
                          edit, NULL, qsa_test_store_result, &result);
  qsa_test_wait (qsa_test_has_result, &result);
  undo = qsa_library_edit_finish (fixture->app->library, result, &error);
  g_assert_no_error (error);
  qsa_test_wait (qsa_test_shows_new_title, fixture);
  qsa_test_wait (qsa_test_top_is, &check);
}

static gboolean
qsa_test_is_starred (gpointer data)
{
  QsaReaderFixture *fixture = data;
  const QsaArticle *article = qsa_reader_get_article (fixture->reader);

  return article != NULL && article->starred;
}

/* Only the state changes: a selection, for one, must not be lost. */
static void
test_reader_keeps_selection (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_FULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *selected = NULL;

  qsa_reader_fixture_select (fixture, QSA_FIXTURE_LAST, QSA_FIXTURE_LAST);
  qsa_library_set_flag_async (fixture->app->library, &fixture->app->ids[QSA_FIXTURE_FULL],
                              1, QSA_FLAG_STARRED, TRUE, qsa_test_store_result, &result);
  qsa_test_wait (qsa_test_has_result, &result);
  g_assert_true (qsa_library_set_flag_finish (fixture->app->library, result, &error));
  g_assert_no_error (error);
  qsa_test_wait (qsa_test_is_starred, fixture);
  selected = qsa_reader_view_dup_selection (fixture->view);
  g_assert_cmpstr (selected, ==, QSA_FIXTURE_LAST);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*func) (void);
  } tests[] = {
    { "/app/reader/position/remembered", test_reader_position },
    { "/app/reader/position/while-reading", test_reader_position_while_reading },
    { "/app/reader/position/of-search", test_reader_position_of_search },
    { "/app/reader/reloads", test_reader_reloads },
    { "/app/reader/keeps-selection", test_reader_keeps_selection },
  };

  qsa_test_init_display (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add_func (tests[i].path, tests[i].func);
  return g_test_run ();
}
