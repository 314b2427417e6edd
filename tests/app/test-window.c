/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-test-app.h"

#include <glib/gstdio.h>

#include "qsa-article-row.h"
#include "qsa-chip.h"
#include "qsa-date-entry.h"
#include "qsa-facet-row.h"
#include "qsa-histogram.h"
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

static QsaSession *
session_of (QsaTestApp *app)
{
  return qsa_window_get_session (app->window);
}

static GtkWidget *
find (QsaTestApp *app, GType type, guint nth)
{
  return qsa_test_find_widget (GTK_WIDGET (app->window), type, nth);
}

static GtkWindow *
find_window (QsaTestApp *app, GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

static QsaFacetRow *
find_outlet_row (QsaTestApp *app, const char *name)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *row = find (app, QSA_TYPE_FACET_ROW, i);

      if (row == NULL)
        return NULL;
      if (gtk_widget_get_mapped (row)
          && strstr (qsa_facet_row_get_name (QSA_FACET_ROW (row)), name) != NULL)
        return QSA_FACET_ROW (row);
    }
}

static QsaChip *
find_chip (QsaTestApp *app, guint nth)
{
  return (QsaChip *) find (app, QSA_TYPE_CHIP, nth);
}

static gboolean
is_loaded (gpointer row)
{
  QsaResultItem *item = qsa_article_row_get_item (row);

  return item != NULL && qsa_result_item_get_row (item) != NULL;
}

static const QsaRow *
wait_first_row (QsaTestApp *app)
{
  GtkWidget *row = find (app, QSA_TYPE_ARTICLE_ROW, 0);

  g_assert_nonnull (row);
  qsa_test_wait (is_loaded, row);
  return qsa_result_item_get_row (qsa_article_row_get_item (QSA_ARTICLE_ROW (row)));
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
  report = find_window (app, QSA_TYPE_IMPORT_REPORT);
  g_assert_nonnull (report);
  g_assert_nonnull (qsa_test_find_widget (GTK_WIDGET (report), GTK_TYPE_LIST_VIEW, 0));
  qsa_test_app_shoot (app, "report");
  gtk_window_destroy (report);
}

static void
test_search (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();
  GtkWidget *search = qsa_test_app_child (app, "search");

  qsa_test_app_press (app, "ctrl+f");
  g_assert_true (
      gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (app->window)), search)
      || gtk_window_get_focus (GTK_WINDOW (app->window)) == search);
  qsa_test_app_type_query (app, QSA_TEST_ARCHIVE_WORD);
  qsa_test_app_settle (app);
  g_assert_cmpuint (qsa_test_app_n_rows (app), ==, QSA_TEST_ARCHIVE_WORD_HITS);
  g_assert_cmpuint (wait_first_row (app)->title_matches->len, ==, 1);
  qsa_test_app_shoot (app, "search");

  qsa_test_app_press (app, "Escape");
  qsa_test_app_settle (app);
  g_assert_cmpstr (qsa_session_get_query_text (session_of (app)), ==, "");
  g_assert_cmpuint (qsa_test_app_n_rows (app), ==, QSA_TEST_ARCHIVE_N);
}

static void
test_no_hits (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();
  GtkWidget *clear;

  qsa_test_app_type_query (app, "لاشيءمنهذا");
  qsa_test_app_settle (app);
  clear = qsa_test_app_child (app, "clear_search");
  g_assert_true (gtk_widget_get_mapped (clear));
  g_assert_false (gtk_widget_get_mapped (qsa_test_app_child (app, "clear_filters")));
  qsa_test_app_click (app, clear, 1);
  qsa_test_app_settle (app);
  g_assert_cmpuint (qsa_test_app_n_rows (app), ==, QSA_TEST_ARCHIVE_N);
}

static void
test_outlets (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();

  /* The row is a check box: a click anywhere on it counts. */
  qsa_test_app_click (app, GTK_WIDGET (find_outlet_row (app, QSA_TEST_ARCHIVE_OUTLET)),
                      1);
  qsa_test_app_settle (app);
  g_assert_cmpuint (qsa_test_app_n_rows (app), ==, QSA_TEST_ARCHIVE_OUTLET_N);
  g_assert_true (
      qsa_facet_row_get_checked (find_outlet_row (app, QSA_TEST_ARCHIVE_OUTLET)));
  g_assert_cmpstr (qsa_chip_get_text (find_chip (app, 0)), ==, QSA_TEST_ARCHIVE_OUTLET);
  qsa_test_app_shoot (app, "outlet");

  /* Ctrl+Enter on a row: only this one. */
  gtk_widget_grab_focus (
      GTK_WIDGET (find_outlet_row (app, QSA_TEST_ARCHIVE_OTHER_OUTLET)));
  qsa_test_app_press (app, "ctrl+Return");
  qsa_test_app_settle (app);
  g_assert_cmpuint (qsa_test_app_n_rows (app), ==, QSA_TEST_ARCHIVE_OTHER_OUTLET_N);
  g_assert_null (find_chip (app, 1));

  /* The chip takes its filter away. */
  qsa_test_app_click (app, GTK_WIDGET (find_chip (app, 0)), 1);
  qsa_test_app_settle (app);
  g_assert_cmpuint (qsa_test_app_n_rows (app), ==, QSA_TEST_ARCHIVE_N);
  g_assert_null (find_chip (app, 0));
}

static void
enter_date (QsaTestApp *app, const char *id, const char *text)
{
  GtkWidget *entry = qsa_test_app_child (app, id);

  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  qsa_test_app_press (app, "Return");
  qsa_test_app_settle (app);
}

static void
test_dates (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();
  QsaDateEntry *from = QSA_DATE_ENTRY (qsa_test_app_child (app, "from"));
  QsaDateEntry *to = QSA_DATE_ENTRY (qsa_test_app_child (app, "to"));

  enter_date (app, "from", "2019");
  g_assert_cmpuint (qsa_test_app_n_rows (app), ==, 7);
  enter_date (app, "to", "٢٠٢٠-١٢");
  /* The article of which only the year 2020 is known is one of them. */
  g_assert_cmpuint (qsa_test_app_n_rows (app), ==, 4);
  g_assert_null (qsa_date_entry_get_message (to));
  qsa_test_app_shoot (app, "dates");

  enter_date (app, "to", "2018");
  g_assert_nonnull (qsa_date_entry_get_message (to));
  g_assert_cmpuint (qsa_test_app_n_rows (app), ==, 4);
  enter_date (app, "to", "next year");
  g_assert_nonnull (qsa_date_entry_get_message (to));
  g_assert_true (gtk_widget_get_mapped (qsa_test_app_child (app, "message")));

  enter_date (app, "to", "");
  g_assert_null (qsa_date_entry_get_message (to));
  g_assert_cmpuint (qsa_test_app_n_rows (app), ==, 7);
  qsa_test_app_press (app, "ctrl+shift+e");
  qsa_test_app_settle (app);
  g_assert_cmpuint (qsa_test_app_n_rows (app), ==, QSA_TEST_ARCHIVE_N);
  g_assert_cmpint (qsa_date_entry_get_date (from).precision, ==, QSA_DATE_NONE);
}

/* Time runs with the interface: the newest year is at the end side. */
static void
test_histogram (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();
  GtkWidget *histogram = find (app, QSA_TYPE_HISTOGRAM, 0);
  gboolean rtl = gtk_widget_get_direction (histogram) == GTK_TEXT_DIR_RTL;

  gtk_widget_grab_focus (histogram);
  /* The end of time, then back over 2020 and 2019. */
  qsa_test_app_press (app, rtl ? "Right" : "Left");
  qsa_test_app_press (app, rtl ? "shift+Right" : "shift+Left");
  qsa_test_app_press (app, rtl ? "shift+Right" : "shift+Left");
  g_assert_cmpuint (qsa_test_app_n_rows (app), ==, QSA_TEST_ARCHIVE_N);
  qsa_test_app_press (app, "Return");
  qsa_test_app_settle (app);
  /* 2019 to 2021, the year-only article too. */
  g_assert_cmpuint (qsa_test_app_n_rows (app), ==, 7);

  qsa_test_app_activate (app, "win.clear-filters");
  qsa_test_app_settle (app);
  qsa_test_app_click (app, histogram, 1);
  qsa_test_app_settle (app);
  g_assert_cmpuint (qsa_test_app_n_rows (app), <, QSA_TEST_ARCHIVE_N);
  g_assert_nonnull (find_chip (app, 0));
}

static void
test_undated (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();
  g_autofree char *shown = NULL;
  GtkWidget *row = qsa_test_find_widget (qsa_test_app_child (app, "undated_list"),
                                         QSA_TYPE_FACET_ROW, 0);

  qsa_facet_row_toggle (QSA_FACET_ROW (row));
  qsa_test_app_settle (app);
  g_assert_cmpuint (qsa_test_app_n_rows (app), ==, QSA_TEST_ARCHIVE_N_UNDATED);
}

static void
test_sort (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();

  g_assert_cmpstr (wait_first_row (app)->title, ==, QSA_TEST_ARCHIVE_NEWEST);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (qsa_test_app_child (app, "sort")),
                              QSA_SORT_OLDEST);
  qsa_test_app_settle (app);
  g_assert_cmpstr (wait_first_row (app)->title, ==, QSA_TEST_ARCHIVE_OLDEST);
}

/* Filter, question and order come back with the library. */
static void
test_remembered (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();

  qsa_test_app_click (app,
                      GTK_WIDGET (find_outlet_row (app, QSA_TEST_ARCHIVE_OTHER_OUTLET)),
                      1);
  qsa_test_app_type_query (app, QSA_TEST_ARCHIVE_WORD);
  qsa_session_set_sort (session_of (app), QSA_SORT_OLDEST);
  qsa_test_app_activate (app, "win.toggle-sidebar");
  qsa_test_app_settle (app);
  g_assert_cmpuint (qsa_test_app_n_rows (app), ==, 3);

  qsa_test_app_close (app);
  app->window = qsa_test_app_open (app, "test.qusasat");
  qsa_test_app_settle (app);
  g_assert_cmpuint (qsa_test_app_n_rows (app), ==, 3);
  g_assert_cmpstr (gtk_editable_get_text (
                       GTK_EDITABLE (qsa_test_app_child (app, "search"))),
                   ==, QSA_TEST_ARCHIVE_WORD);
  g_assert_cmpint (qsa_session_get_sort (session_of (app)), ==, QSA_SORT_OLDEST);
  g_assert_false (gtk_widget_get_mapped (find (app, QSA_TYPE_SIDEBAR, 0)));

  /* Another library has its own. */
  qsa_test_app_activate (app, "win.toggle-sidebar");
  qsa_test_app_close (app);
  app->window = qsa_test_app_open (app, "other.qusasat");
  g_assert_cmpstr (qsa_session_get_query_text (session_of (app)), ==, "");
}

static gboolean
is_first_read (gpointer data)
{
  return wait_first_row (data)->read;
}

static gboolean
is_first_starred (gpointer data)
{
  return wait_first_row (data)->starred;
}

static gboolean
is_first_unread (gpointer data)
{
  return !wait_first_row (data)->read;
}

static void
test_read_and_starred (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();

  g_assert_false (wait_first_row (app)->read);
  qsa_test_app_click (app, find (app, QSA_TYPE_ARTICLE_ROW, 0), 1);
  g_assert_cmpint (qsa_session_get_article_id (session_of (app)), ==,
                   wait_first_row (app)->id);
  qsa_test_wait (is_first_read, app);

  qsa_test_app_press (app, "ctrl+d");
  qsa_test_wait (is_first_starred, app);
  qsa_test_app_press (app, "ctrl+u");
  qsa_test_wait (is_first_unread, app);
  qsa_test_app_settle (app);
  g_assert_cmpuint (qsa_result_get_n_starred (qsa_session_get_result (session_of (app))),
                    ==, 1);
  qsa_test_app_shoot (app, "article");
}

static void
test_row_menu (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();
  GtkWidget *menu;

  wait_first_row (app);
  qsa_test_app_click (app, find (app, QSA_TYPE_ARTICLE_ROW, 1), 3);
  menu = qsa_test_find_widget (qsa_test_app_child (app, "article_pane"),
                               GTK_TYPE_POPOVER_MENU, 0);
  g_assert_nonnull (menu);
  g_assert_true (gtk_widget_get_visible (menu));
  g_assert_cmpuint (qsa_session_get_n_selected (session_of (app)), ==, 1);
  gtk_popover_popdown (GTK_POPOVER (menu));
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
  dialog = find_window (app, QSA_TYPE_PASTE_DIALOG);
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
  QsaLibrary *library = qsa_session_get_library (session_of (app));
  Heartbeat heart = { g_get_monotonic_time (), 0 };
  guint source;

  qsa_library_set_delay_for_tests (library, 1500);
  source = g_timeout_add (10, beat, &heart);
  qsa_test_app_press (app, "ctrl+f");
  qsa_test_app_type_query (app, QSA_TEST_ARCHIVE_WORD);
  qsa_test_app_click (app, GTK_WIDGET (find_outlet_row (app, QSA_TEST_ARCHIVE_OUTLET)),
                      1);
  qsa_test_app_press (app, "F9");
  qsa_test_app_press (app, "F9");
  gtk_selection_model_select_item (
      GTK_SELECTION_MODEL (qsa_session_get_selection (session_of (app))), 0, TRUE);
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

  return qsa_panes_get_mode (QSA_PANES (find (mode->app, QSA_TYPE_PANES, 0)))
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
  GtkWidget *sidebar = find (app, QSA_TYPE_SIDEBAR, 0);
  GtkWidget *list = qsa_test_app_child (app, "article_pane");
  GtkWidget *reader = qsa_test_app_child (app, "reader_stack");

  resize (app, 700, QSA_PANES_MEDIUM);
  qsa_test_wait (is_unmapped, sidebar);
  qsa_test_app_press (app, "F9");
  qsa_test_wait (is_mapped, sidebar);
  qsa_test_app_press (app, "F9");
  qsa_test_wait (is_unmapped, sidebar);

  resize (app, 420, QSA_PANES_NARROW);
  qsa_test_wait (is_unmapped, reader);
  wait_first_row (app);
  qsa_test_app_click (app, find (app, QSA_TYPE_ARTICLE_ROW, 1), 1);
  qsa_test_wait (is_mapped, reader);
  qsa_test_wait (is_unmapped, list);
  g_assert_cmpint (qsa_session_get_article_id (session_of (app)), !=, 0);
  qsa_test_app_shoot (app, "narrow");
  qsa_test_app_press (app, "alt+Left");
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
  g_test_add_func ("/app/window/search", test_search);
  g_test_add_func ("/app/window/no-hits", test_no_hits);
  g_test_add_func ("/app/window/outlets", test_outlets);
  g_test_add_func ("/app/window/dates", test_dates);
  g_test_add_func ("/app/window/histogram", test_histogram);
  g_test_add_func ("/app/window/undated", test_undated);
  g_test_add_func ("/app/window/sort", test_sort);
  g_test_add_func ("/app/window/remembered", test_remembered);
  g_test_add_func ("/app/window/read-and-starred", test_read_and_starred);
  g_test_add_func ("/app/window/row-menu", test_row_menu);
  g_test_add_func ("/app/window/two-windows", test_two_windows);
  g_test_add_func ("/app/window/not-a-library", test_not_a_library);
  g_test_add_func ("/app/window/paste", test_paste);
  g_test_add_func ("/app/window/drop", test_drop);
  g_test_add_func ("/app/window/slow-store", test_slow_store);
  g_test_add_func ("/app/window/narrow", test_narrow);
  return g_test_run ();
}
