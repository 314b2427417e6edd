/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "qsa-reader-fixture.h"
#include "qsa-reader-marks.h"
#include "qsa-reader-toolbar.h"

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
/* How many pixels of the page differ from those of @before; NULL is filled. */
static guint
qsa_test_count_changed (QsaReaderFixture *fixture, guchar **before)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderer) renderer = gsk_cairo_renderer_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree guchar *pixels = NULL;
  gsize width = (gsize) gtk_widget_get_width (view);
  gsize height = (gsize) gtk_widget_get_height (view);
  guint n_changed = 0;

  GTK_WIDGET_GET_CLASS (view)->snapshot (view, snapshot);
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
  g_assert_true (gsk_renderer_realize (renderer, NULL, NULL));
  texture = gsk_renderer_render_texture (
      renderer, node, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  pixels = g_malloc0 (width * height * 4);
  gdk_texture_download (texture, pixels, width * 4);
  gsk_renderer_unrealize (renderer);
  for (gsize i = 0; *before != NULL && i < width * height * 4; i++)
    n_changed += pixels[i] != (*before)[i] ? 1 : 0;
  if (*before == NULL)
    *before = g_steal_pointer (&pixels);
  return n_changed;
}

/* Drawn with the focus, gone without. */
static void
qsa_test_assert_caret_follows_focus (QsaReaderFixture *fixture)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (qsa_test_get_text_view (fixture));
  g_autofree guchar *without = NULL;
  GtkTextIter start;

  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  gtk_window_set_focus (fixture->window, NULL);
  qsa_test_count_changed (fixture, &without);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  g_assert_cmpuint (qsa_test_count_changed (fixture, &without), >, 0);
  gtk_window_set_focus (fixture->window, NULL);
  g_assert_cmpuint (qsa_test_count_changed (fixture, &without), ==, 0);
}

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
  qsa_test_assert_caret_follows_focus (fixture);
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
    { "/app/reader/size", test_reader_size },
  };

  qsa_test_init_display (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add_func (tests[i].path, tests[i].func);
  return g_test_run ();
}
