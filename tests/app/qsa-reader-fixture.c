/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-reader-fixture.h"

#include <string.h>

#include "qsa-fold.h"
#include "qsa-reader-marks.h"

#include <gdk/x11/gdkx.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

#include "qsa-reader-place.h"

/* GTK 4.8 says so of scroll bars whose range changes while they are laid out, and lays them out
 * again: no fault of the program's, and no reason to end a test. All else still is. */
static GLogWriterOutput
qsa_test_write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields,
                    gpointer user_data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") && fields[i].length < 0
        && g_str_has_prefix (fields[i].value, "Trying to snapshot GtkGizmo"))
      return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, user_data);
}

void
qsa_test_init_display (int *argc, char ***argv)
{
  const char *locale_dir = g_getenv ("QUSASAT_LOCALE_DIR");

  if (setlocale (LC_ALL, "") == NULL)
    {
      g_print ("1..0 # SKIP the locale %s is not on this machine\n", g_getenv ("LC_ALL"));
      exit (0);
    }
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : ".");
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_test_init (argc, argv, NULL);
  g_log_set_writer_func (qsa_test_write_log, NULL, NULL);
  adw_init ();
}

static gboolean
qsa_test_is_active (gpointer window)
{
  return gtk_window_is_active (window);
}

void
qsa_test_focus_window (GtkWindow *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  g_autofree char *xid = NULL;
  g_autofree char *output = NULL;

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  xid = g_strdup_printf ("%lu", gdk_x11_surface_get_xid (surface));
  G_GNUC_END_IGNORE_DEPRECATIONS
  output = qsa_test_run ((const char *const[]){ "timeout", "10", "xdotool", "windowfocus",
                                                "--sync", xid, NULL });
  g_assert_nonnull (output);
  qsa_test_wait (qsa_test_is_active, window);
}

GtkWidget *
qsa_test_find_widget (GtkWidget *parent, GType type, guint nth)
{
  GQueue queue = G_QUEUE_INIT;
  GtkWidget *found = NULL;
  GtkWidget *widget;

  g_queue_push_tail (&queue, parent);
  while (found == NULL && (widget = g_queue_pop_head (&queue)) != NULL)
    {
      if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && nth-- == 0)
        found = widget;
      for (GtkWidget *child = gtk_widget_get_last_child (widget); child != NULL;
           child = gtk_widget_get_prev_sibling (child))
        g_queue_push_head (&queue, child);
    }
  g_queue_clear (&queue);
  return found;
}

static gboolean
qsa_reader_fixture_is_shown (gpointer data)
{
  QsaReaderFixture *fixture = data;

  return qsa_reader_get_article (fixture->reader) != NULL
         && gtk_widget_get_mapped (GTK_WIDGET (fixture->view))
         && gtk_widget_get_height (GTK_WIDGET (fixture->view)) > 0
         && qsa_reader_place_is_settled (GTK_TEXT_VIEW (fixture->view));
}

QsaReaderFixture *
qsa_reader_fixture_new (guint article)
{
  QsaReaderFixture *fixture = g_new0 (QsaReaderFixture, 1);

  fixture->app = qsa_app_fixture_new ();
  fixture->window = GTK_WINDOW (gtk_window_new ());
  fixture->reader = g_object_new (QSA_TYPE_READER, "library", fixture->app->library,
                                  NULL);
  fixture->page = qsa_reader_get_page (fixture->reader);
  fixture->view = qsa_reader_page_get_view (fixture->page);
  gtk_window_set_default_size (fixture->window, 640, 700);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->reader));
  gtk_window_present (fixture->window);
  qsa_reader_fixture_open (fixture, article);
  qsa_test_focus_window (fixture->window);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->reader));
  return fixture;
}

void
qsa_reader_fixture_free (QsaReaderFixture *fixture)
{
  gtk_window_destroy (fixture->window);
  qsa_app_fixture_free (fixture->app);
  g_free (fixture);
}

void
qsa_reader_fixture_open (QsaReaderFixture *fixture, guint article)
{
  qsa_reader_set_article_id (fixture->reader, fixture->app->ids[article]);
  qsa_test_wait (qsa_reader_fixture_is_shown, fixture);
}

void
qsa_reader_fixture_select (QsaReaderFixture *fixture, const char *from, const char *to)
{
  QsaReaderText *text = qsa_reader_view_get_text (fixture->view);
  const QsaArticle *article = qsa_reader_get_article (fixture->reader);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view));
  const char *first = strstr (article->body, from);
  const char *last = strstr (article->body, to);
  GtkTextIter start;
  GtkTextIter end;

  g_assert_nonnull (first);
  g_assert_nonnull (last);
  gtk_text_buffer_get_iter_at_offset (
      buffer, &start,
      (int) qsa_reader_text_view_chars_at (text, (gsize) (first - article->body)));
  gtk_text_buffer_get_iter_at_offset (
      buffer, &end,
      (int) qsa_reader_text_view_chars_at (text,
                                           (gsize) (last - article->body) + strlen (to)));
  /* As one does with the mouse: the caret at the end. */
  gtk_text_buffer_select_range (buffer, &end, &start);
}

void
qsa_reader_fixture_press (QsaReaderFixture *fixture, const char *key)
{
  g_autofree char *output = qsa_test_run (
      (const char *const[]){ "timeout", "10", "xdotool", "key", key, NULL });

  g_assert_nonnull (output);
}

GtkTextView *
qsa_test_get_text_view (QsaReaderFixture *fixture)
{
  return GTK_TEXT_VIEW (fixture->view);
}

QsaMatcher *
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

gboolean
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

GArray *
qsa_test_get_marks (QsaReaderFixture *fixture, const char *words)
{
  const QsaArticle *article = qsa_reader_get_article (fixture->reader);
  QsaReaderText *text = qsa_reader_view_get_text (fixture->view);
  gsize byte = (gsize) (strstr (article->body, words) - article->body);

  return qsa_reader_marks_get_rectangles (
      qsa_test_get_text_view (fixture), qsa_reader_text_view_chars_at (text, byte),
      qsa_reader_text_view_chars_at (text, byte + strlen (words)));
}
