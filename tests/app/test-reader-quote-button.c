/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-quote-button.h"
#include "qsa-reader-fixture.h"
#include "qsa-reader-marks.h"

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
