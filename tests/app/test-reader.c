/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "qsa-fold.h"
#include "qsa-quote-button.h"
#include "qsa-reader-fixture.h"
#include "qsa-reader-marks.h"
#include "qsa-reader-place.h"
#include "qsa-reader-toolbar.h"

static GtkTextView *
qsa_test_get_text_view (QsaReaderFixture *fixture)
{
  return GTK_TEXT_VIEW (fixture->view);
}

static const char *
qsa_test_get_shown (QsaReaderFixture *fixture)
{
  return qsa_reader_text_get_view (qsa_reader_view_get_text (fixture->view));
}

static const char *
qsa_test_get_stack_page (QsaReaderFixture *fixture)
{
  GtkWidget *stack = qsa_test_find_widget (GTK_WIDGET (fixture->reader), GTK_TYPE_STACK,
                                           0);

  return gtk_stack_get_visible_child_name (GTK_STACK (stack));
}

static gboolean
qsa_test_is_loading (gpointer data)
{
  return g_str_equal (qsa_test_get_stack_page (data), "loading");
}

static gboolean
qsa_test_is_error (gpointer data)
{
  return g_str_equal (qsa_test_get_stack_page (data), "error");
}

static gboolean
qsa_test_is_page (gpointer data)
{
  QsaReaderFixture *fixture = data;

  return g_str_equal (qsa_test_get_stack_page (data), "page")
         && qsa_reader_get_article (fixture->reader) != NULL;
}

/* ---- what is shown ---- */

static void
test_reader_placeholder (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_FULL);
  GtkWidget *toolbar = qsa_test_find_widget (GTK_WIDGET (fixture->reader),
                                             QSA_TYPE_READER_TOOLBAR, 0);

  g_assert_cmpstr (qsa_test_get_stack_page (fixture), ==, "page");
  g_assert_true (gtk_widget_get_visible (toolbar));
  qsa_reader_set_article_id (fixture->reader, 0);
  g_assert_cmpstr (qsa_test_get_stack_page (fixture), ==, "empty");
  g_assert_null (qsa_reader_get_article (fixture->reader));
  g_assert_null (qsa_reader_view_get_text (fixture->view));
  g_assert_false (gtk_widget_get_visible (toolbar));
}

/* Right to left in every locale; the toolbar with the interface. */
static void
test_reader_direction (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_FULL);
  GtkWidget *toolbar = qsa_test_find_widget (GTK_WIDGET (fixture->reader),
                                             QSA_TYPE_READER_TOOLBAR, 0);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (qsa_test_get_text_view (fixture));
  QsaReaderText *text = qsa_reader_view_get_text (fixture->view);
  const QsaArticle *article = qsa_reader_get_article (fixture->reader);
  static const char *const paragraphs[] = { QSA_FIXTURE_FIRST, QSA_FIXTURE_MIXED,
                                            QSA_FIXTURE_ENGLISH };
  int width = gtk_widget_get_width (GTK_WIDGET (fixture->view));

  g_assert_cmpint (gtk_widget_get_direction (GTK_WIDGET (fixture->view)), ==,
                   GTK_TEXT_DIR_RTL);
  g_assert_cmpint (gtk_widget_get_direction (toolbar), ==,
                   gtk_widget_get_default_direction ());
  for (guint i = 0; i < G_N_ELEMENTS (paragraphs); i++)
    {
      gsize byte = (gsize) (strstr (article->body, paragraphs[i]) - article->body);
      g_autoptr (GArray) letters = NULL;
      gsize start_chars = qsa_reader_text_view_chars_at (text, byte);
      GdkRectangle letter;
      GtkTextIter iter;

      gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) start_chars);
      letters = qsa_reader_marks_get_rectangles (qsa_test_get_text_view (fixture),
                                                 start_chars, start_chars + 1);
      g_assert_cmpuint (letters->len, ==, 1);
      letter = g_array_index (letters, GdkRectangle, 0);
      /* The beginning of the line: on the right, but for the paragraph in English. */
      if (paragraphs[i] == paragraphs[2])
        g_assert_cmpint (letter.x, <, width / 4);
      else
        g_assert_cmpint (letter.x, >, width / 2);
    }
}

static void
test_reader_missing (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_FULL);

  qsa_reader_set_article_id (fixture->reader, 4711);
  qsa_test_wait (qsa_test_is_error, fixture);
  g_assert_null (qsa_reader_get_article (fixture->reader));
  g_assert_null (qsa_reader_view_get_text (fixture->view));
  qsa_reader_fixture_open (fixture, QSA_FIXTURE_LATIN);
  g_assert_cmpstr (qsa_test_get_stack_page (fixture), ==, "page");
}

static void
qsa_test_note_article (QsaReader *reader, GParamSpec *pspec, GArray *seen)
{
  const QsaArticle *article = qsa_reader_get_article (reader);

  if (article != NULL)
    g_array_append_val (seen, article->id);
}

/* A slow library answers for articles that nobody waits for any more: none of them is shown. */
static void
test_reader_stale (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_FULL);
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 *ids = fixture->app->ids;

  g_signal_connect (fixture->reader, "notify::article",
                    G_CALLBACK (qsa_test_note_article), seen);
  qsa_library_set_delay_for_tests (fixture->app->library, 100);
  for (guint i = 0; i < 6; i++)
    qsa_reader_set_article_id (fixture->reader,
                               ids[i % 2 == 0 ? QSA_FIXTURE_BARE : QSA_FIXTURE_FULL]);
  qsa_reader_set_article_id (fixture->reader, ids[QSA_FIXTURE_LATIN]);
  g_assert_null (qsa_reader_get_article (fixture->reader));
  qsa_test_wait (qsa_test_is_page, fixture);
  g_assert_cmpuint (seen->len, ==, 1);
  g_assert_cmpint (g_array_index (seen, gint64, 0), ==, ids[QSA_FIXTURE_LATIN]);
  g_assert_nonnull (strstr (qsa_test_get_shown (fixture), "Delta Flower"));
  qsa_library_set_delay_for_tests (fixture->app->library, 0);
}

static void
test_reader_spinner (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_FULL);

  qsa_library_set_delay_for_tests (fixture->app->library, 1000);
  qsa_reader_set_article_id (fixture->reader, fixture->app->ids[QSA_FIXTURE_LATIN]);
  /* The old page stays for a moment, then says that something is going on. */
  g_assert_cmpstr (qsa_test_get_stack_page (fixture), ==, "page");
  qsa_test_wait (qsa_test_is_loading, fixture);
  qsa_test_wait (qsa_test_is_page, fixture);
  qsa_library_set_delay_for_tests (fixture->app->library, 0);
}

/* An answer may come after the window is gone. */
static void
test_reader_destroyed_while_loading (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_FULL);

  qsa_library_set_delay_for_tests (fixture->app->library, 300);
  qsa_reader_set_article_id (fixture->reader, fixture->app->ids[QSA_FIXTURE_LATIN]);
}

/* ---- caret and link ---- */

/* There when the keyboard is in the page, to select with; not while one only reads. */
static void
test_reader_caret (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_FULL);
  g_autofree char *selected = NULL;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (qsa_test_get_text_view (fixture));

  g_assert_true (gtk_text_view_get_cursor_visible (qsa_test_get_text_view (fixture)));
  g_assert_false (gtk_text_view_get_editable (qsa_test_get_text_view (fixture)));
  qsa_reader_fixture_select (fixture, "السوق", "السوق");
  qsa_reader_fixture_press (fixture, "ctrl+shift+Left");
  qsa_reader_fixture_press (fixture, "a");
  qsa_reader_fixture_press (fixture, "Delete");
  selected = qsa_reader_view_dup_selection (fixture->view);
  g_assert_true (g_str_has_prefix (selected, "السوق القديم"));
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==,
                   g_utf8_strlen (qsa_test_get_shown (fixture), -1));
  gtk_window_set_focus (fixture->window, NULL);
  g_assert_false (gtk_text_view_get_cursor_visible (qsa_test_get_text_view (fixture)));
}

static gboolean
qsa_test_is_true (gpointer data)
{
  return *(gboolean *) data;
}

static void
qsa_test_note_link (QsaReaderView *view, gboolean *activated)
{
  *activated = TRUE;
  /* No browser in a test. */
  g_signal_stop_emission_by_name (view, "link-activated");
}

static void
test_reader_link (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_FULL);
  GtkTextView *view = qsa_test_get_text_view (fixture);
  g_autoptr (GArray) marks = NULL;
  g_autofree char *script = NULL;
  g_autofree char *output = NULL;
  gboolean activated = FALSE;
  QsaReaderSpan link;
  GdkRectangle place;
  gulong handler;
  double x;
  double y;

  g_assert_true (qsa_reader_text_find_part (qsa_reader_view_get_text (fixture->view),
                                            QSA_READER_LINK, &link));
  marks = qsa_reader_marks_get_rectangles (view, link.start_chars + 2,
                                           link.end_chars - 2);
  place = g_array_index (marks, GdkRectangle, 0);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET,
                                         place.x + place.width / 2,
                                         place.y + place.height / 2, &place.x, &place.y);
  g_assert_true (gtk_widget_translate_coordinates (
      GTK_WIDGET (view), GTK_WIDGET (fixture->window), place.x, place.y, &x, &y));
  /* Before the page's own handler, which was connected first. */
  g_signal_handlers_block_matched (fixture->view, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL,
                                   fixture->page);
  handler = g_signal_connect (fixture->view, "link-activated",
                              G_CALLBACK (qsa_test_note_link), &activated);
  script = g_strdup_printf ("xdotool mousemove %d %d click 1", (int) x, (int) y);
  output = qsa_test_run ((const char *const[]){ "sh", "-c", script, NULL });
  qsa_test_wait (qsa_test_is_true, &activated);
  g_signal_handler_disconnect (fixture->view, handler);
}

/* ---- hits ---- */

static QsaMatcher *
qsa_test_new_matcher (const char *first, ...)
{
  QsaMatcher *matcher = qsa_matcher_new ();
  va_list words;

  va_start (words, first);
  for (const char *word = first; word != NULL; word = va_arg (words, const char *))
    {
      g_autofree char *folded = qsa_fold_text (word, -1);
      const char *forms[] = { folded, NULL };

      qsa_matcher_add_word (matcher, QSA_MATCH_FOLDED, forms);
    }
  va_end (words);
  return matcher;
}

static char *
qsa_test_dup_hit_text (QsaReaderFixture *fixture)
{
  char *text = NULL;

  g_object_get (fixture->reader, "hit-text", &text, NULL);
  return text;
}

typedef struct
{
  QsaReaderFixture *fixture;
  const char *number;
  const char *total;
} QsaHitCheck;

static gboolean
qsa_test_hit_text_is (gpointer data)
{
  const QsaHitCheck *check = data;
  g_autofree char *hit_text = qsa_test_dup_hit_text (check->fixture);
  g_autoptr (GRegex) digits = g_regex_new ("(\\d+)\\D+(\\d+)", 0, 0, NULL);
  g_autoptr (GMatchInfo) found = NULL;
  g_autofree char *at = NULL;
  g_autofree char *of = NULL;

  if (hit_text == NULL || !g_regex_match (digits, hit_text, 0, &found))
    return FALSE;
  at = g_match_info_fetch (found, 1);
  of = g_match_info_fetch (found, 2);
  return g_str_equal (at, check->number) && g_str_equal (of, check->total);
}

/* A key arrives when it arrives: waits with a bound. */
static void
assert_hit_text (QsaReaderFixture *fixture, const char *number, const char *total)
{
  QsaHitCheck check = { fixture, number, total };

  qsa_test_wait (qsa_test_hit_text_is, &check);
}

static void
test_reader_hits (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_FULL);
  g_autoptr (QsaMatcher) matcher = qsa_test_new_matcher ("مكتبة", "المكتبة", NULL);
  g_autofree char *none = qsa_test_dup_hit_text (fixture);

  g_assert_null (none);
  qsa_reader_set_matcher (fixture->reader, matcher);
  /* Title, first, mixed, plain, last twice: as printed in the body, not in captions or pull quotes. */
  assert_hit_text (fixture, "1", "6");
  qsa_reader_fixture_press (fixture, "F3");
  assert_hit_text (fixture, "2", "6");
  qsa_reader_fixture_press (fixture, "ctrl+g");
  assert_hit_text (fixture, "3", "6");
  qsa_reader_fixture_press (fixture, "shift+F3");
  qsa_reader_fixture_press (fixture, "ctrl+shift+g");
  assert_hit_text (fixture, "1", "6");
  gtk_widget_activate_action (GTK_WIDGET (fixture->reader), "reader.previous-hit", NULL);
  assert_hit_text (fixture, "6", "6");
  gtk_widget_activate_action (GTK_WIDGET (fixture->reader), "reader.next-hit", NULL);
  assert_hit_text (fixture, "1", "6");
  qsa_reader_set_matcher (fixture->reader, NULL);
  none = qsa_test_dup_hit_text (fixture);
  g_assert_null (none);
}

static gboolean
qsa_test_is_in_sight (QsaReaderFixture *fixture, const char *words)
{
  const QsaArticle *article = qsa_reader_get_article (fixture->reader);
  gsize byte = (gsize) (strstr (article->body, words) - article->body);
  gsize chars = qsa_reader_text_view_chars_at (qsa_reader_view_get_text (fixture->view),
                                               byte);
  g_autoptr (GArray)
      letters = qsa_reader_marks_get_rectangles (qsa_test_get_text_view (fixture), chars,
                                                 chars + 1);
  GdkRectangle sight;

  gtk_text_view_get_visible_rect (qsa_test_get_text_view (fixture), &sight);
  return letters->len > 0
         && gdk_rectangle_intersect (&g_array_index (letters, GdkRectangle, 0), &sight,
                                     NULL);
}

static gboolean
qsa_test_sees_paragraph_40 (gpointer data)
{
  return qsa_test_is_in_sight (data, "الفقرة رقم 40 ");
}

static gboolean
qsa_test_sees_paragraph_55 (gpointer data)
{
  return qsa_test_is_in_sight (data, "الفقرة رقم 55 ");
}

/* A search goes to its first hit, and from hit to hit, wherever they are. */
static void
test_reader_goes_to_hits (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_BARE);
  g_autoptr (QsaMatcher) matcher = qsa_test_new_matcher ("40", "55", NULL);

  g_assert_false (qsa_test_sees_paragraph_40 (fixture));
  qsa_reader_set_matcher (fixture->reader, matcher);
  qsa_test_wait (qsa_test_sees_paragraph_40, fixture);
  g_assert_false (qsa_test_sees_paragraph_55 (fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture->reader), "reader.next-hit", NULL);
  qsa_test_wait (qsa_test_sees_paragraph_55, fixture);
  /* And when the article is opened with the search already there. */
  qsa_reader_fixture_open (fixture, QSA_FIXTURE_LATIN);
  qsa_reader_fixture_open (fixture, QSA_FIXTURE_BARE);
  qsa_test_wait (qsa_test_sees_paragraph_40, fixture);
}

/* ---- marks ---- */

static GArray *
qsa_test_get_marks (QsaReaderFixture *fixture, const char *words)
{
  const QsaArticle *article = qsa_reader_get_article (fixture->reader);
  QsaReaderText *text = qsa_reader_view_get_text (fixture->view);
  gsize byte = (gsize) (strstr (article->body, words) - article->body);

  return qsa_reader_marks_get_rectangles (
      qsa_test_get_text_view (fixture), qsa_reader_text_view_chars_at (text, byte),
      qsa_reader_text_view_chars_at (text, byte + strlen (words)));
}

/* Neither the whole line's width nor its height. */
static void
test_reader_mark_hugs (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_FULL);
  g_autoptr (GArray) marks = qsa_test_get_marks (fixture, "مكتبة");
  GdkRectangle mark;
  GtkTextIter iter;
  int line_top;
  int paragraph_height;

  g_assert_cmpuint (marks->len, ==, 1);
  mark = g_array_index (marks, GdkRectangle, 0);
  g_assert_cmpint (mark.width, >, 20);
  g_assert_cmpint (mark.width, <, 120);
  gtk_text_view_get_iter_at_location (qsa_test_get_text_view (fixture), &iter,
                                      mark.x + mark.width / 2, mark.y + mark.height / 2);
  gtk_text_view_get_line_yrange (qsa_test_get_text_view (fixture), &iter, &line_top,
                                 &paragraph_height);
  g_assert_cmpint (mark.y, >, line_top);
  g_assert_cmpint (mark.height, <, paragraph_height / 2);
}

/* A phrase that wraps has a mark on each line. */
static void
test_reader_mark_wraps (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_FULL);
  g_autoptr (GArray) marks = qsa_test_get_marks (fixture, QSA_FIXTURE_MIXED);

  g_assert_cmpuint (marks->len, >=, 2);
  for (guint i = 1; i < marks->len; i++)
    g_assert_cmpint (g_array_index (marks, GdkRectangle, i).y, >,
                     g_array_index (marks, GdkRectangle, i - 1).y);
}

/* "Tel أعلنت": in a right-to-left line the end of the Latin word and what follows it stand apart,
 * with the word's beginning between them. */
static void
test_reader_mark_parts (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_FULL);
  g_autoptr (GArray) whole = qsa_test_get_marks (fixture, "NordTel أعلنت");
  g_autoptr (GArray) parts = qsa_test_get_marks (fixture, "Tel أعلنت");
  g_autoptr (GArray) between = qsa_test_get_marks (fixture, "Nord");
  GdkRectangle left;
  GdkRectangle right;
  GdkRectangle middle;

  g_assert_cmpuint (whole->len, ==, 1);
  g_assert_cmpuint (parts->len, ==, 2);
  g_assert_cmpuint (between->len, ==, 1);
  left = g_array_index (parts, GdkRectangle, 0);
  right = g_array_index (parts, GdkRectangle, 1);
  middle = g_array_index (between, GdkRectangle, 0);
  g_assert_cmpint (left.x + left.width, <=, middle.x + 1);
  g_assert_cmpint (middle.x + middle.width, <=, right.x + 1);
  g_assert_cmpint (left.y, ==, right.y);
}

/* ---- the place ---- */

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

/* ---- the face ---- */

static double
qsa_test_get_scale (QsaReaderFixture *fixture)
{
  double scale;

  g_object_get (fixture->reader, "scale", &scale, NULL);
  return scale;
}

static gboolean
qsa_test_is_larger_twice (gpointer data)
{
  return qsa_test_get_scale (data) > 1.2;
}

static gboolean
qsa_test_is_normal_size (gpointer data)
{
  return qsa_test_get_scale (data) == 1.0;
}

static void
test_reader_size (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_FULL);
  int normal;
  int larger;

  g_object_get (fixture->view, "measure", &normal, NULL);
  qsa_reader_fixture_press (fixture, "ctrl+plus");
  qsa_reader_fixture_press (fixture, "ctrl+plus");
  qsa_test_wait (qsa_test_is_larger_twice, fixture);
  g_object_get (fixture->view, "measure", &larger, NULL);
  g_assert_cmpint (larger, >, normal);
  qsa_reader_fixture_press (fixture, "ctrl+minus");
  qsa_reader_fixture_press (fixture, "ctrl+0");
  qsa_test_wait (qsa_test_is_normal_size, fixture);
  for (guint i = 0; i < 30; i++)
    gtk_widget_activate_action (GTK_WIDGET (fixture->reader), "reader.smaller", NULL);
  g_assert_cmpfloat (qsa_test_get_scale (fixture), >=, 0.5);
  /* From the settings: anything, and within bounds. */
  g_object_set (fixture->reader, "scale", 1.17, NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->reader), "reader.larger", NULL);
  g_assert_cmpfloat (qsa_test_get_scale (fixture), ==, 1.25);
  g_object_set (fixture->reader, "font", "DejaVu Sans 20", NULL);
  g_object_get (fixture->view, "measure", &larger, NULL);
  g_assert_cmpint (larger, >, normal);
  g_object_set (fixture->reader, "font", "", "scale", 1.0, NULL);
  g_object_get (fixture->view, "measure", &larger, NULL);
  g_assert_cmpint (larger, ==, normal);
}

/* ---- the quote button ---- */

static GtkWidget *
qsa_test_get_quote_button (QsaReaderFixture *fixture)
{
  return qsa_test_find_widget (GTK_WIDGET (fixture->reader), QSA_TYPE_QUOTE_BUTTON, 0);
}

static gboolean
qsa_test_quote_button_is_shown (gpointer data)
{
  GtkWidget *button = qsa_test_get_quote_button (data);

  return gtk_widget_get_mapped (button) && gtk_widget_get_width (button) > 0;
}

static gboolean
qsa_test_quote_button_is_away (gpointer data)
{
  return !gtk_widget_get_visible (qsa_test_get_quote_button (data));
}

/* Nowhere over what is selected. */
static void
qsa_test_assert_button_is_clear (QsaReaderFixture *fixture)
{
  GtkWidget *button = qsa_test_get_quote_button (fixture);
  GtkTextView *view = qsa_test_get_text_view (fixture);
  g_autoptr (GArray) selected = NULL;
  graphene_rect_t bounds;
  GdkRectangle place;
  gsize start_chars;
  gsize end_chars;

  g_assert_true (gtk_widget_compute_bounds (button, GTK_WIDGET (view), &bounds));
  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET,
                                         (int) bounds.origin.x, (int) bounds.origin.y,
                                         &place.x, &place.y);
  place.width = (int) bounds.size.width;
  place.height = (int) bounds.size.height;
  g_assert_true (qsa_reader_view_get_selection (fixture->view, &start_chars, &end_chars));
  selected = qsa_reader_marks_get_rectangles (view, start_chars, end_chars);
  g_assert_cmpuint (selected->len, >, 0);
  for (guint i = 0; i < selected->len; i++)
    g_assert_false (gdk_rectangle_intersect (
        &place, &g_array_index (selected, GdkRectangle, i), NULL));
}

static void
test_reader_quote_button (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_FULL);
  g_autofree char *read = NULL;

  g_assert_true (qsa_test_quote_button_is_away (fixture));
  qsa_reader_fixture_select (fixture, QSA_FIXTURE_FIRST, QSA_FIXTURE_FIRST);
  qsa_test_wait (qsa_test_quote_button_is_shown, fixture);
  qsa_test_assert_button_is_clear (fixture);
  qsa_reader_fixture_select (fixture, "السوق القديم", QSA_FIXTURE_MIXED);
  qsa_test_wait (qsa_test_quote_button_is_shown, fixture);
  qsa_test_assert_button_is_clear (fixture);
  g_signal_emit_by_name (qsa_test_get_quote_button (fixture), "clicked");
  g_assert_true (qsa_test_quote_button_is_away (fixture));
  read = qsa_test_read_selection ("clipboard", "UTF8_STRING");
  g_assert_nonnull (strstr (read, "السوق القديم"));
  /* The selection is still there for whatever comes next. */
  g_assert_true (qsa_reader_view_get_selection (fixture->view, NULL, NULL));
}

/* The bottom line: no room below, so above the beginning; both ends out of sight: nowhere. */
static void
test_reader_quote_button_at_edges (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_BARE);
  GtkTextView *view = qsa_test_get_text_view (fixture);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GdkRectangle sight;
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_view_get_visible_rect (view, &sight);
  gtk_text_view_get_iter_at_location (view, &end, sight.width / 2,
                                      sight.y + sight.height - 8);
  start = end;
  gtk_text_iter_backward_chars (&start, 5);
  gtk_text_buffer_select_range (buffer, &start, &end);
  qsa_test_wait (qsa_test_quote_button_is_shown, fixture);
  qsa_test_assert_button_is_clear (fixture);

  qsa_reader_fixture_press (fixture, "ctrl+a");
  qsa_test_wait (qsa_test_quote_button_is_away, fixture);
  g_assert_true (qsa_reader_view_get_selection (fixture->view, NULL, NULL));
}

/* Our own words are not to be quoted. */
static void
test_reader_quote_button_of_meta (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_FULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (qsa_test_get_text_view (fixture));
  QsaReaderSpan meta;
  GtkTextIter start;
  GtkTextIter end;

  g_assert_true (qsa_reader_text_find_part (qsa_reader_view_get_text (fixture->view),
                                            QSA_READER_META, &meta));
  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) meta.start_chars);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) meta.end_chars - 1);
  qsa_reader_fixture_select (fixture, QSA_FIXTURE_FIRST, QSA_FIXTURE_FIRST);
  qsa_test_wait (qsa_test_quote_button_is_shown, fixture);
  gtk_text_buffer_select_range (buffer, &start, &end);
  g_assert_true (qsa_test_quote_button_is_away (fixture));
  g_assert_false (gtk_widget_get_sensitive (qsa_test_get_quote_button (fixture)));
}

/* With the mouse: not before the button is let go. */
static void
test_reader_quote_button_after_mouse (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_FULL);
  g_autoptr (GArray) marks = qsa_test_get_marks (fixture, "افتتح أهالي حي الزيتون");
  GdkRectangle mark = g_array_index (marks, GdkRectangle, 0);
  g_autofree char *script = NULL;
  g_autofree char *output = NULL;
  double x;
  double y;

  gtk_text_view_buffer_to_window_coords (qsa_test_get_text_view (fixture),
                                         GTK_TEXT_WINDOW_WIDGET, mark.x,
                                         mark.y + mark.height / 2, &mark.x, &mark.y);
  g_assert_true (gtk_widget_translate_coordinates (
      GTK_WIDGET (fixture->view), GTK_WIDGET (fixture->window), mark.x, mark.y, &x, &y));
  script =
      g_strdup_printf ("xdotool mousemove %d %d mousedown 1 mousemove %d %d sleep 0.1 "
                       "mousemove %d %d sleep 0.6",
                       (int) x + mark.width - 2, (int) y, (int) x + 40, (int) y,
                       (int) x + 20, (int) y);
  output = qsa_test_run ((const char *const[]){ "sh", "-c", script, NULL });
  g_assert_true (qsa_reader_view_get_selection (fixture->view, NULL, NULL));
  g_assert_true (qsa_test_quote_button_is_away (fixture));
  g_clear_pointer (&output, g_free);
  output = qsa_test_run ((const char *const[]){ "xdotool", "mouseup", "1", NULL });
  qsa_test_wait (qsa_test_quote_button_is_shown, fixture);
  qsa_test_assert_button_is_clear (fixture);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*func) (void);
  } tests[] = {
    { "/app/reader/placeholder", test_reader_placeholder },
    { "/app/reader/direction", test_reader_direction },
    { "/app/reader/missing", test_reader_missing },
    { "/app/reader/stale", test_reader_stale },
    { "/app/reader/spinner", test_reader_spinner },
    { "/app/reader/destroyed-while-loading", test_reader_destroyed_while_loading },
    { "/app/reader/caret", test_reader_caret },
    { "/app/reader/link", test_reader_link },
    { "/app/reader/hits/keys", test_reader_hits },
    { "/app/reader/hits/in-sight", test_reader_goes_to_hits },
    { "/app/reader/mark/hugs", test_reader_mark_hugs },
    { "/app/reader/mark/wraps", test_reader_mark_wraps },
    { "/app/reader/mark/parts", test_reader_mark_parts },
    { "/app/reader/position/remembered", test_reader_position },
    { "/app/reader/position/while-reading", test_reader_position_while_reading },
    { "/app/reader/position/of-search", test_reader_position_of_search },
    { "/app/reader/reloads", test_reader_reloads },
    { "/app/reader/keeps-selection", test_reader_keeps_selection },
    { "/app/reader/size", test_reader_size },
    { "/app/reader/quote-button/clear", test_reader_quote_button },
    { "/app/reader/quote-button/at-edges", test_reader_quote_button_at_edges },
    { "/app/reader/quote-button/of-meta", test_reader_quote_button_of_meta },
    { "/app/reader/quote-button/after-mouse", test_reader_quote_button_after_mouse },
  };

  qsa_test_init_display (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add_func (tests[i].path, tests[i].func);
  return g_test_run ();
}
