/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "qsa-citation.h"
#include "qsa-reader-fixture.h"
#include "qsa-text-export.h"

/* What the view shows has marks of ours in it: without one the tests would prove nothing. */
static void
qsa_test_assert_view_is_marked (QsaReaderFixture *fixture)
{
  const char *shown = qsa_reader_text_get_view (qsa_reader_view_get_text (fixture->view));

  g_assert_nonnull (strstr (shown, "\xe2\x80\x8f" QSA_FIXTURE_MIXED));
}

/* A piece of the page with such a mark inside, and what is printed there. */
#define SELECT_ACROSS QSA_FIXTURE_FIRST, QSA_FIXTURE_HEADING
#define CAPTION "متطوعون يرتبون الرفوف قبل الافتتاح (وكالة المدى)"
static const char across[] = QSA_FIXTURE_FIRST "\n" CAPTION "\n" QSA_FIXTURE_MIXED
                                               "\n" QSA_FIXTURE_HEADING;

/* ---- waiting for another process to read ---- */

typedef struct
{
  const char *selection;
  const char *target;
  const char *wanted; /* NULL: nothing to be read */
  char *read;
} QsaSelectionCheck;

static gboolean
qsa_test_selection_is (gpointer data)
{
  QsaSelectionCheck *check = data;

  g_free (check->read);
  check->read = qsa_test_read_selection (check->selection, check->target);
  return g_strcmp0 (check->read, check->wanted) == 0;
}

static void
qsa_test_assert_selection (const char *selection, const char *target, const char *wanted)
{
  QsaSelectionCheck check = { selection, target, wanted, NULL };

  qsa_test_wait (qsa_test_selection_is, &check);
  g_free (check.read);
}

/* Empties the clipboard, so that what is read later was put there by the test. */
static void
qsa_test_forget_clipboard (QsaReaderFixture *fixture)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (fixture->view)), "-");
}

/* ---- plain ---- */

static void
test_clipboard_copy (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_FULL);

  qsa_test_assert_view_is_marked (fixture);
  qsa_reader_fixture_select (fixture, SELECT_ACROSS);
  qsa_reader_fixture_press (fixture, "ctrl+c");
  qsa_test_assert_selection ("clipboard", "UTF8_STRING", across);
  qsa_test_assert_selection ("clipboard", "text/plain;charset=utf-8", across);
}

static void
test_clipboard_cut (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_FULL);

  qsa_reader_fixture_select (fixture, SELECT_ACROSS);
  g_signal_emit_by_name (fixture->view, "cut-clipboard");
  qsa_test_assert_selection ("clipboard", "UTF8_STRING", across);
  /* And the page still has it. */
  qsa_test_assert_view_is_marked (fixture);
}

static void
test_clipboard_copy_action (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_FULL);

  qsa_reader_fixture_select (fixture, "أعلنت", "حاسوبا");
  gtk_widget_activate_action (GTK_WIDGET (fixture->reader), "reader.copy", NULL);
  qsa_test_assert_selection ("clipboard", "UTF8_STRING",
                             "أعلنت أنها تهدي المكتبة 24 حاسوبا");
}

static void
test_clipboard_select_all (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_FULL);
  g_autofree char *read = NULL;

  qsa_reader_fixture_press (fixture, "ctrl+a");
  qsa_reader_fixture_press (fixture, "ctrl+c");
  read = qsa_test_read_selection ("clipboard", "UTF8_STRING");
  g_assert_nonnull (read);
  g_assert_true (g_str_has_prefix (read, "ثقافة\nمكتبة في قبو السوق"));
  g_assert_true (g_str_has_suffix (read, QSA_FIXTURE_LAST));
  for (const char *p = read; *p != '\0'; p = g_utf8_next_char (p))
    g_assert_cmpint (g_unichar_type (g_utf8_get_char (p)), !=, G_UNICODE_FORMAT);
}

/* ---- PRIMARY ---- */

static void
test_primary_follows (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_FULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view));
  GtkTextIter start;

  qsa_test_assert_view_is_marked (fixture);
  qsa_reader_fixture_select (fixture, QSA_FIXTURE_MIXED, QSA_FIXTURE_HEADING);
  qsa_test_assert_selection ("primary", "UTF8_STRING",
                             QSA_FIXTURE_MIXED "\n" QSA_FIXTURE_HEADING);
  qsa_reader_fixture_select (fixture, SELECT_ACROSS);
  qsa_test_assert_selection ("primary", "UTF8_STRING", across);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  qsa_test_assert_selection ("primary", "UTF8_STRING", NULL);
}

/* The view is realized again when it moves to another window: GTK's own PRIMARY must stay off. */
static void
test_primary_after_reparenting (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_FULL);
  g_autoptr (GtkWidget) reader = g_object_ref (GTK_WIDGET (fixture->reader));

  gtk_window_set_child (fixture->window, NULL);
  g_assert_false (gtk_widget_get_realized (GTK_WIDGET (fixture->view)));
  gtk_window_set_child (fixture->window, reader);
  g_assert_true (gtk_widget_get_realized (GTK_WIDGET (fixture->view)));
  qsa_reader_fixture_select (fixture, SELECT_ACROSS);
  qsa_test_assert_selection ("primary", "UTF8_STRING", across);
}

static gboolean
qsa_test_nothing_selected (gpointer data)
{
  return !qsa_reader_view_get_selection (data, NULL, NULL);
}

static void
test_primary_is_given_up (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_FULL);
  g_autofree char *output = NULL;

  qsa_reader_fixture_select (fixture, QSA_FIXTURE_MIXED, QSA_FIXTURE_MIXED);
  qsa_test_assert_selection ("primary", "UTF8_STRING", QSA_FIXTURE_MIXED);
  output = qsa_test_run ((const char *const[]){
      "sh", "-c", "printf other | timeout 20 xclip -i -selection primary >/dev/null 2>&1",
      NULL });
  qsa_test_wait (qsa_test_nothing_selected, fixture->view);
  qsa_test_assert_selection ("primary", "UTF8_STRING", "other");
}

/* ---- drags ---- */

static void
test_drag_content (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_FULL);
  g_autoptr (GdkContentProvider) content = NULL;
  g_autoptr (GdkContentFormats) formats = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_assert_null (qsa_text_export_create_drag_content (GTK_TEXT_VIEW (fixture->view)));
  qsa_reader_fixture_select (fixture, SELECT_ACROSS);
  content = qsa_text_export_create_drag_content (GTK_TEXT_VIEW (fixture->view));
  formats = gdk_content_provider_ref_formats (content);
  g_assert_false (gdk_content_formats_contain_gtype (formats, GTK_TYPE_TEXT_BUFFER));
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (g_value_get_string (&value), ==, across);
}

static gboolean has_dropped;

static gboolean
qsa_drop_window_dropped (GtkDropTarget *target, const GValue *value)
{
  g_print ("dropped:%s", g_value_get_string (value));
  has_dropped = TRUE;
  return TRUE;
}

/* What "test-clipboard --drop-window" does: another program's window that prints what is dropped
 * on it. */
static int
qsa_drop_window_main (void)
{
  GtkWidget *window;
  GtkDropTarget *target;

  adw_init ();
  window = gtk_window_new ();
  target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY);
  g_signal_connect (target, "drop", G_CALLBACK (qsa_drop_window_dropped), NULL);
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (target));
  gtk_window_set_title (GTK_WINDOW (window), "drop window");
  gtk_window_set_default_size (GTK_WINDOW (window), 300, 300);
  gtk_window_present (GTK_WINDOW (window));
  while (!has_dropped)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}

/* Where on the screen the first letter of @words stands. */
static void
qsa_test_locate (QsaReaderFixture *fixture, const char *words, int *x, int *y)
{
  GtkTextView *view = GTK_TEXT_VIEW (fixture->view);
  const QsaArticle *article = qsa_reader_get_article (fixture->reader);
  gsize byte = (gsize) (strstr (article->body, words) - article->body);
  GtkTextIter iter;
  GdkRectangle letter;
  double window_x;
  double window_y;

  gtk_text_buffer_get_iter_at_offset (
      gtk_text_view_get_buffer (view), &iter,
      (int) qsa_reader_text_view_chars_at (qsa_reader_view_get_text (fixture->view),
                                           byte));
  gtk_text_view_get_iter_location (view, &iter, &letter);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET,
                                         letter.x + letter.width / 2,
                                         letter.y + letter.height / 2, x, y);
  g_assert_true (gtk_widget_translate_coordinates (
      GTK_WIDGET (view), GTK_WIDGET (fixture->window), *x, *y, &window_x, &window_y));
  *x = (int) window_x;
  *y = (int) window_y;
}

static void
qsa_test_drag (int x, int y)
{
  g_autofree char *script = g_strdup_printf (
      "set -e\n"
      "drop=$(timeout 20 xdotool search --sync --onlyvisible --name '^drop window$' | tail -n 1)\n"
      "xdotool windowmove --sync $drop 900 100\n"
      "xdotool mousemove %d %d mousedown 1\n"
      "for x in %d %d 880 950 1000 1010 1020; do xdotool mousemove $x 200; sleep 0.1; done\n"
      "xdotool mouseup 1\n",
      x, y, x + 20, x + 60);
  g_autofree char *output =
      qsa_test_run ((const char *const[]){ "bash", "-c", script, NULL });

  g_assert_nonnull (output);
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

static const char *program;

static void
test_drag_to_another_window (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_FULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) other = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *output = NULL;
  const char *received;
  int x;
  int y;

  other = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program,
                            "--drop-window", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8_async (other, NULL, NULL, qsa_test_store_result, &result);
  qsa_reader_fixture_select (fixture, SELECT_ACROSS);
  qsa_test_locate (fixture, "أعلنت", &x, &y);
  qsa_test_drag (x, y);
  qsa_test_wait (qsa_test_has_result, &result);
  g_assert_true (
      g_subprocess_communicate_utf8_finish (other, result, &output, NULL, &error));
  g_assert_no_error (error);
  received = strstr (output, "dropped:");
  g_assert_nonnull (received);
  g_assert_cmpstr (received + strlen ("dropped:"), ==, across);
}

/* A press inside the selection that moves nowhere is a click, as in every text view. */
static void
test_drag_click_deselects (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_FULL);
  g_autofree char *script = NULL;
  g_autofree char *output = NULL;
  int x;
  int y;

  qsa_reader_fixture_select (fixture, QSA_FIXTURE_MIXED, QSA_FIXTURE_HEADING);
  qsa_test_locate (fixture, "أعلنت", &x, &y);
  script = g_strdup_printf ("xdotool mousemove %d %d click 1", x, y);
  output = qsa_test_run ((const char *const[]){ "sh", "-c", script, NULL });
  qsa_test_wait (qsa_test_nothing_selected, fixture->view);
}

/* ---- with the reference ---- */

static void
qsa_test_take_toast (QsaReader *reader, const char *message, char **toast)
{
  g_free (*toast);
  *toast = g_strdup (message);
}

static void
test_quote (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_FULL);
  g_autoptr (QsaArticle) article = qsa_app_fixture_load (fixture->app, QSA_FIXTURE_FULL);
  g_autofree char *text = qsa_quotation_to_text (article, QSA_FIXTURE_MIXED,
                                                 QSA_CITATION_PLAIN);
  g_autofree char *html = qsa_quotation_to_html (article, QSA_FIXTURE_MIXED,
                                                 QSA_CITATION_PLAIN);
  g_autofree char *read = NULL;
  g_autofree char *targets = NULL;
  g_autofree char *toast = NULL;

  g_signal_connect (fixture->reader, "toast", G_CALLBACK (qsa_test_take_toast), &toast);
  qsa_test_forget_clipboard (fixture);
  qsa_reader_fixture_select (fixture, QSA_FIXTURE_MIXED, QSA_FIXTURE_MIXED);
  qsa_reader_fixture_press (fixture, "ctrl+shift+c");
  qsa_test_assert_selection ("clipboard", "UTF8_STRING", text);
  qsa_test_assert_selection ("clipboard", "text/plain;charset=utf-8", text);
  read = qsa_test_read_selection ("clipboard", "text/html");
  g_assert_nonnull (read);
  g_assert_true (g_str_has_prefix (read, "<meta http-equiv"));
  g_assert_true (g_str_has_suffix (read, html));
  g_assert_nonnull (strstr (read, "dir=\"rtl\""));
  targets = qsa_test_read_selection ("clipboard", "TARGETS");
  g_assert_nonnull (strstr (targets, "text/plain\n"));
  g_assert_nonnull (toast);
  /* The quotation is in Arabic whatever the interface's language, and says who said it. */
  g_assert_nonnull (strstr (text, "«"));
  g_assert_nonnull (strstr (text, "صحيفة المنارة"));
  g_assert_nonnull (strstr (text, "8 ديسمبر 2021"));
}

/* A caption in the midst of the selection is nobody's words. */
static void
test_quote_over_caption (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_FULL);
  g_autoptr (QsaArticle) article = qsa_app_fixture_load (fixture->app, QSA_FIXTURE_FULL);
  g_autofree char *text = qsa_quotation_to_text (article,
                                                 QSA_FIXTURE_FIRST "\n" QSA_FIXTURE_MIXED,
                                                 QSA_CITATION_PLAIN);

  qsa_test_forget_clipboard (fixture);
  qsa_reader_fixture_select (fixture, QSA_FIXTURE_FIRST, QSA_FIXTURE_MIXED);
  gtk_widget_activate_action (GTK_WIDGET (fixture->reader), "reader.copy-quote", NULL);
  qsa_test_assert_selection ("clipboard", "UTF8_STRING", text);
}

static void
test_quote_of_bare_article (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_BARE);
  g_autofree char *read = NULL;

  qsa_test_forget_clipboard (fixture);
  qsa_reader_fixture_select (fixture, "قطار الجبل", "قطار الجبل");
  gtk_widget_activate_action (GTK_WIDGET (fixture->reader), "reader.copy-quote", NULL);
  read = qsa_test_read_selection ("clipboard", "UTF8_STRING");
  g_assert_true (g_str_has_prefix (read, "«قطار الجبل»"));
  g_assert_nonnull (strstr (read, "د.ت."));
}

/* The clipboard keeps what was copied when another article is open. */
static void
test_quote_stays (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_FULL);
  g_autoptr (QsaArticle) article = qsa_app_fixture_load (fixture->app, QSA_FIXTURE_FULL);
  g_autofree char *text = qsa_quotation_to_text (article, QSA_FIXTURE_LAST,
                                                 QSA_CITATION_PLAIN);

  qsa_test_forget_clipboard (fixture);
  qsa_reader_fixture_select (fixture, QSA_FIXTURE_LAST, QSA_FIXTURE_LAST);
  gtk_widget_activate_action (GTK_WIDGET (fixture->reader), "reader.copy-quote", NULL);
  qsa_reader_fixture_open (fixture, QSA_FIXTURE_LATIN);
  qsa_test_assert_selection ("clipboard", "UTF8_STRING", text);
}

static void
test_reference (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_FULL);
  g_autoptr (QsaArticle) article = qsa_app_fixture_load (fixture->app, QSA_FIXTURE_FULL);
  g_autofree char *text = qsa_citation_to_text (article, QSA_CITATION_PLAIN);
  g_autofree char *html = qsa_citation_to_html (article, QSA_CITATION_PLAIN);
  g_autofree char *read = NULL;

  qsa_test_forget_clipboard (fixture);
  g_assert_false (qsa_reader_view_get_selection (fixture->view, NULL, NULL));
  qsa_reader_fixture_press (fixture, "ctrl+alt+c");
  qsa_test_assert_selection ("clipboard", "UTF8_STRING", text);
  read = qsa_test_read_selection ("clipboard", "text/html");
  g_assert_nonnull (read);
  g_assert_true (g_str_has_suffix (read, html));
}

/* Without a selection there is no quote, and the clipboard is left alone. */
static void
test_quote_of_nothing (void)
{
  g_autoptr (QsaReaderFixture) fixture = qsa_reader_fixture_new (QSA_FIXTURE_FULL);

  qsa_test_forget_clipboard (fixture);
  qsa_reader_fixture_press (fixture, "ctrl+shift+c");
  gtk_widget_activate_action (GTK_WIDGET (fixture->reader), "reader.copy-quote", NULL);
  qsa_test_assert_selection ("clipboard", "UTF8_STRING", "-");
}

int
main (int argc, char **argv)
{
  if (argc > 1 && g_str_equal (argv[1], "--drop-window"))
    return qsa_drop_window_main ();
  program = argv[0];
  qsa_test_init_display (&argc, &argv);
  g_test_add_func ("/app/clipboard/copy", test_clipboard_copy);
  g_test_add_func ("/app/clipboard/cut", test_clipboard_cut);
  g_test_add_func ("/app/clipboard/copy-action", test_clipboard_copy_action);
  g_test_add_func ("/app/clipboard/select-all", test_clipboard_select_all);
  g_test_add_func ("/app/clipboard/primary/follows", test_primary_follows);
  g_test_add_func ("/app/clipboard/primary/after-reparenting",
                   test_primary_after_reparenting);
  g_test_add_func ("/app/clipboard/primary/is-given-up", test_primary_is_given_up);
  g_test_add_func ("/app/clipboard/drag/content", test_drag_content);
  g_test_add_func ("/app/clipboard/drag/to-another-window", test_drag_to_another_window);
  g_test_add_func ("/app/clipboard/drag/click-deselects", test_drag_click_deselects);
  g_test_add_func ("/app/clipboard/quote/flavours", test_quote);
  g_test_add_func ("/app/clipboard/quote/over-a-caption", test_quote_over_caption);
  g_test_add_func ("/app/clipboard/quote/bare-article", test_quote_of_bare_article);
  g_test_add_func ("/app/clipboard/quote/stays", test_quote_stays);
  g_test_add_func ("/app/clipboard/quote/of-nothing", test_quote_of_nothing);
  g_test_add_func ("/app/clipboard/reference", test_reference);
  return g_test_run ();
}
