/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-test-app.h"

#include <glib/gstdio.h>

#include "qsa-article-row.h"
#include "qsa-facet-row.h"
#include "qsa-import-report.h"
#include "qsa-panes.h"
#include "qsa-paste-dialog.h"
#include "qsa-sidebar.h"

/* The whole window, driven as a person drives it: actions, keys, the pointer. */

static const char *
visible_page (QsaTestApp *app)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (qsa_test_app_child (app, "stack")));
}

static void
test_empty (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new ();

  g_assert_cmpstr (visible_page (app), ==, "empty");
  g_assert_true (qsa_test_app_is_enabled (app, "win.add-files"));
  g_assert_true (qsa_test_app_is_enabled (app, "win.open-sample"));
  g_assert_false (qsa_test_app_is_enabled (app, "win.toggle-starred"));
  g_assert_false (qsa_test_app_is_enabled (app, "win.undo"));
  qsa_test_app_shoot (app, "empty");
}

static void
test_import (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new ();
  g_autofree char *archive = qsa_test_archive_write (app->dir);
  g_autofree char *broken = qsa_test_dir_write (app->dir, "broken.json",
                                                "{\"title\": ", -1);
  GtkWindow *report;

  qsa_test_app_import (app, archive);
  g_assert_cmpstr (visible_page (app), ==, "library");
  g_assert_cmpuint (qsa_test_app_n_rows (app), ==, QSA_TEST_ARCHIVE_N);

  /* Again: all are duplicates, and the broken file is told. */
  qsa_test_app_import (app, archive);
  qsa_test_app_import (app, broken);
  g_assert_cmpuint (qsa_test_app_n_rows (app), ==, QSA_TEST_ARCHIVE_N);
  qsa_test_app_activate (app, "win.import-report");
  report = qsa_test_app_find_window (app, QSA_TYPE_IMPORT_REPORT);
  g_assert_nonnull (report);
  g_assert_nonnull (qsa_test_find_widget (GTK_WIDGET (report), GTK_TYPE_LIST_VIEW, 0));
  qsa_test_app_shoot (app, "report");
  gtk_window_destroy (report);
}

/* The same library is one window; another one is another. */
static void
test_two_windows (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new ();
  QsaWindow *again = qsa_test_app_open (app, "test.qusasat");
  QsaWindow *other = qsa_test_app_open (app, "other.qusasat");

  g_assert_true (again == app->window);
  g_assert_true (other != app->window);
  gtk_window_close (GTK_WINDOW (other));
}

static gboolean
shows_error (gpointer data)
{
  return g_strcmp0 (visible_page (data), "error") == 0;
}

static gboolean
shows_empty (gpointer data)
{
  return g_strcmp0 (visible_page (data), "empty") == 0;
}

static void
test_not_a_library (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new ();
  g_autofree char *path = qsa_test_dir_write (app->dir, "notes.qusasat",
                                              "Only some notes, no library.\n", -1);
  QsaWindow *first = app->window;
  g_autofree char *kept = NULL;

  app->window = qsa_application_open_library (app->application, path);
  qsa_test_wait (shows_error, app);
  g_assert_nonnull (strstr (adw_status_page_get_description (ADW_STATUS_PAGE (
                                qsa_test_app_child (app, "open_error_page"))),
                            "notes.qusasat"));
  qsa_test_app_shoot (app, "not-a-library");
  /* It is left as it was. */
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "Only some notes, no library.\n");

  /* Out of the way, the next try makes a library. */
  g_assert_cmpint (g_unlink (path), ==, 0);
  qsa_test_app_activate (app, "win.retry");
  qsa_test_wait (shows_empty, app);
  gtk_window_close (GTK_WINDOW (first));
}

static void
test_paste (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new ();
  GtkWindow *dialog;

  qsa_test_app_activate (app, "win.paste-text");
  dialog = qsa_test_app_find_window (app, QSA_TYPE_PASTE_DIALOG);
  g_assert_nonnull (dialog);
  qsa_paste_dialog_set_text (
      QSA_PASTE_DIALOG (dialog),
      "حارس المنارة يكتب يومياته\n\n"
      "كتب حارس المنارة في دفتره كل ليلة سطرا واحدا عن السفن التي مرت.\n"
      "وبعد عشرين عاما صار الدفتر كتابا يقرؤه أهل الساحل.\n");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "paste.add", NULL));
  qsa_test_app_settle (app);
  g_assert_cmpuint (qsa_test_app_n_rows (app), ==, 1);
}

static GtkEventController *
find_drop_target (QsaTestApp *app)
{
  g_autoptr (GListModel)
      controllers = gtk_widget_observe_controllers (GTK_WIDGET (app->window));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return controller;
    }
  return NULL;
}

static void
test_drop (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new ();
  g_autofree char *archive = qsa_test_archive_write (app->dir);
  GFile *file = g_file_new_for_path (archive);
  g_autoptr (GSList) files = g_slist_append (NULL, file);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (files));
  g_signal_emit_by_name (find_drop_target (app), "drop", &value, 10.0, 10.0, &taken);
  g_assert_true (taken);
  qsa_test_app_settle (app);
  g_assert_cmpuint (qsa_test_app_n_rows (app), ==, QSA_TEST_ARCHIVE_N);
  g_object_unref (file);
}

typedef struct
{
  gint64 last_us;
  gint64 longest_us;
} Heartbeat;

static gboolean
beat (gpointer data)
{
  Heartbeat *heart = data;
  gint64 now = g_get_monotonic_time ();

  heart->longest_us = MAX (heart->longest_us, now - heart->last_us);
  heart->last_us = now;
  return G_SOURCE_CONTINUE;
}

/* Every job of the store takes a second and a half: the window goes on all the same. */
static void
test_slow_store (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();
  QsaLibrary *library = qsa_session_get_library (qsa_test_app_session (app));
  Heartbeat heart = { g_get_monotonic_time (), 0 };
  guint source;

  qsa_library_set_delay_for_tests (library, 1500);
  source = g_timeout_add (10, beat, &heart);
  qsa_test_app_press (app, "ctrl+f");
  qsa_test_app_type_query (app, QSA_TEST_ARCHIVE_WORD);
  qsa_test_app_click (
      app, GTK_WIDGET (qsa_test_app_find_outlet (app, QSA_TEST_ARCHIVE_OUTLET)), 1);
  qsa_test_app_press (app, "F9");
  qsa_test_app_press (app, "F9");
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (qsa_session_get_selection (
                                       qsa_test_app_session (app))),
                                   0, TRUE);
  g_assert_cmpuint (qsa_test_app_n_rows (app), ==, QSA_TEST_ARCHIVE_N);
  qsa_test_app_settle (app);
  g_source_remove (source);
  g_assert_cmpuint (qsa_test_app_n_rows (app), ==, 1);
  g_assert_cmpint (heart.longest_us, <, 700 * 1000);
  qsa_library_set_delay_for_tests (library, 0);
}

typedef struct
{
  QsaTestApp *app;
  QsaPanesMode mode;
} Mode;

static gboolean
is_in_mode (gpointer data)
{
  Mode *mode = data;

  return qsa_panes_get_mode (QSA_PANES (qsa_test_app_find (mode->app, QSA_TYPE_PANES, 0)))
         == mode->mode;
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static gboolean
is_unmapped (gpointer widget)
{
  return !gtk_widget_get_mapped (widget);
}

static void
resize (QsaTestApp *app, int width, QsaPanesMode expected)
{
  Mode mode = { app, expected };

  gtk_window_set_default_size (GTK_WINDOW (app->window), width, 700);
  qsa_test_wait (is_in_mode, &mode);
}

static void
test_narrow (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();
  GtkWidget *sidebar = qsa_test_app_find (app, QSA_TYPE_SIDEBAR, 0);
  GtkWidget *list = qsa_test_app_child (app, "article_pane");
  GtkWidget *reader = qsa_test_app_child (app, "reader_stack");
  gboolean rtl;

  resize (app, 700, QSA_PANES_MEDIUM);
  qsa_test_wait (is_unmapped, sidebar);
  qsa_test_app_press (app, "F9");
  qsa_test_wait (is_mapped, sidebar);
  qsa_test_app_press (app, "F9");
  qsa_test_wait (is_unmapped, sidebar);

  resize (app, 420, QSA_PANES_NARROW);
  qsa_test_wait (is_unmapped, reader);
  qsa_test_app_first_row (app);
  qsa_test_app_click (app, qsa_test_app_find (app, QSA_TYPE_ARTICLE_ROW, 1), 1);
  qsa_test_wait (is_mapped, reader);
  qsa_test_wait (is_unmapped, list);
  g_assert_cmpint (qsa_session_get_article_id (qsa_test_app_session (app)), !=, 0);
  qsa_test_app_shoot (app, "narrow");
  rtl = gtk_widget_get_direction (list) == GTK_TEXT_DIR_RTL;
  /* The other arrow leads on. */
  qsa_test_app_press (app, rtl ? "alt+Left" : "alt+Right");
  g_assert_true (gtk_widget_get_mapped (reader));
  qsa_test_app_press (app, rtl ? "alt+Right" : "alt+Left");
  qsa_test_wait (is_mapped, list);

  resize (app, 1200, QSA_PANES_WIDE);
  qsa_test_wait (is_mapped, sidebar);
  qsa_test_wait (is_mapped, reader);
}

int
main (int argc, char **argv)
{
  qsa_test_init_display (&argc, &argv);
  g_test_add_func ("/app/window/empty", test_empty);
  g_test_add_func ("/app/window/import", test_import);
  g_test_add_func ("/app/window/two-windows", test_two_windows);
  g_test_add_func ("/app/window/not-a-library", test_not_a_library);
  g_test_add_func ("/app/window/paste", test_paste);
  g_test_add_func ("/app/window/drop", test_drop);
  g_test_add_func ("/app/window/slow-store", test_slow_store);
  g_test_add_func ("/app/window/narrow", test_narrow);
  return g_test_run ();
}
