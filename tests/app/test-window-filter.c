/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-test-app.h"

#include "qsa-article-row.h"
#include "qsa-chip.h"
#include "qsa-date-entry.h"
#include "qsa-facet-row.h"
#include "qsa-histogram.h"
#include "qsa-sidebar.h"

/* Finding, filtering and marking in the whole window, driven as a person drives it. */

static QsaChip *
find_chip (QsaTestApp *app, guint nth)
{
  return (QsaChip *) qsa_test_app_find (app, QSA_TYPE_CHIP, nth);
}

/* The rows of an answer come after it. */
static gboolean
is_first_marked (gpointer data)
{
  const QsaRow *row = qsa_test_app_first_row (data);

  return row->title_matches != NULL && row->title_matches->len == 1;
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
  qsa_test_wait (is_first_marked, app);
  qsa_test_app_shoot (app, "search");

  qsa_test_app_press (app, "Escape");
  qsa_test_app_settle (app);
  g_assert_cmpstr (qsa_session_get_query_text (qsa_test_app_session (app)), ==, "");
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
  qsa_test_app_click (
      app, GTK_WIDGET (qsa_test_app_find_outlet (app, QSA_TEST_ARCHIVE_OUTLET)), 1);
  qsa_test_app_settle (app);
  g_assert_cmpuint (qsa_test_app_n_rows (app), ==, QSA_TEST_ARCHIVE_OUTLET_N);
  g_assert_true (qsa_facet_row_get_checked (
      qsa_test_app_find_outlet (app, QSA_TEST_ARCHIVE_OUTLET)));
  g_assert_cmpstr (qsa_chip_get_text (find_chip (app, 0)), ==, QSA_TEST_ARCHIVE_OUTLET);
  qsa_test_app_shoot (app, "outlet");

  /* Ctrl+Enter on a row: only this one. */
  gtk_widget_grab_focus (
      GTK_WIDGET (qsa_test_app_find_outlet (app, QSA_TEST_ARCHIVE_OTHER_OUTLET)));
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
  GtkWidget *histogram = qsa_test_app_find (app, QSA_TYPE_HISTOGRAM, 0);
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

  qsa_test_app_wait_first_title (app, QSA_TEST_ARCHIVE_NEWEST);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (qsa_test_app_child (app, "sort")),
                              QSA_SORT_OLDEST);
  qsa_test_app_settle (app);
  qsa_test_app_wait_first_title (app, QSA_TEST_ARCHIVE_OLDEST);
}

/* Filter, question and order come back with the library. */
static void
test_remembered (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();

  qsa_test_app_click (
      app, GTK_WIDGET (qsa_test_app_find_outlet (app, QSA_TEST_ARCHIVE_OTHER_OUTLET)), 1);
  qsa_test_app_type_query (app, QSA_TEST_ARCHIVE_WORD);
  qsa_session_set_sort (qsa_test_app_session (app), QSA_SORT_OLDEST);
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
  g_assert_cmpint (qsa_session_get_sort (qsa_test_app_session (app)), ==,
                   QSA_SORT_OLDEST);
  g_assert_false (gtk_widget_get_mapped (qsa_test_app_find (app, QSA_TYPE_SIDEBAR, 0)));

  /* Another library has its own. */
  qsa_test_app_activate (app, "win.toggle-sidebar");
  qsa_test_app_close (app);
  app->window = qsa_test_app_open (app, "other.qusasat");
  g_assert_cmpstr (qsa_session_get_query_text (qsa_test_app_session (app)), ==, "");
}

static gboolean
is_first_read (gpointer data)
{
  return qsa_test_app_first_row (data)->read;
}

static gboolean
is_first_starred (gpointer data)
{
  return qsa_test_app_first_row (data)->starred;
}

static gboolean
is_first_unread (gpointer data)
{
  return !qsa_test_app_first_row (data)->read;
}

static void
test_read_and_starred (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();

  g_assert_false (qsa_test_app_first_row (app)->read);
  qsa_test_app_click (app, qsa_test_app_find (app, QSA_TYPE_ARTICLE_ROW, 0), 1);
  g_assert_cmpint (qsa_session_get_article_id (qsa_test_app_session (app)), ==,
                   qsa_test_app_first_row (app)->id);
  qsa_test_wait (is_first_read, app);

  qsa_test_app_press (app, "ctrl+d");
  qsa_test_wait (is_first_starred, app);
  qsa_test_app_press (app, "ctrl+u");
  qsa_test_wait (is_first_unread, app);
  qsa_test_app_settle (app);
  g_assert_cmpuint (qsa_result_get_n_starred (
                        qsa_session_get_result (qsa_test_app_session (app))),
                    ==, 1);
  qsa_test_app_shoot (app, "article");
}

static void
test_row_menu (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();
  GtkWidget *menu;

  qsa_test_app_first_row (app);
  qsa_test_app_click (app, qsa_test_app_find (app, QSA_TYPE_ARTICLE_ROW, 1), 3);
  menu = qsa_test_find_widget (qsa_test_app_child (app, "article_pane"),
                               GTK_TYPE_POPOVER_MENU, 0);
  g_assert_nonnull (menu);
  g_assert_true (gtk_widget_get_visible (menu));
  g_assert_cmpuint (qsa_session_get_n_selected (qsa_test_app_session (app)), ==, 1);
  gtk_popover_popdown (GTK_POPOVER (menu));
}

int
main (int argc, char **argv)
{
  qsa_test_init_display (&argc, &argv);
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
  return g_test_run ();
}
