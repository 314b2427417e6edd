/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-test-app.h"

#include "qsa-article-pane.h"
#include "qsa-article-row.h"
#include "qsa-reading-bar.h"
#include "qsa-search-help.h"
#include "qsa-search-text.h"
#include "qsa-suggestion-bar.h"
#include "qsa-widening-bar.h"

/* What the window says about a search and offers instead, in real windows. */

typedef struct
{
  QsaTestApp *app;
  GType bar;
  const char *text;
} Wanted;

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

/* The mapped button in the first bar of @type that shows @text. */
static GtkWidget *
find_button (QsaTestApp *app, GType type, const char *text)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *bar = find (app, type, i);
      GtkWidget *label;

      if (bar == NULL)
        return NULL;
      label = qsa_test_app_find_text (bar, text);
      if (label != NULL)
        return gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON);
    }
}

static gboolean
has_button (gpointer data)
{
  Wanted *wanted = data;

  return find_button (wanted->app, wanted->bar, wanted->text) != NULL;
}

static gboolean
has_no_button (gpointer data)
{
  return !has_button (data);
}

static GtkWidget *
wait_button (QsaTestApp *app, GType type, const char *text)
{
  Wanted wanted = { app, type, text };

  qsa_test_wait (has_button, &wanted);
  return find_button (app, type, text);
}

typedef struct
{
  QsaTestApp *app;
  const char *text;
} Query;

static gboolean
is_asked (gpointer data)
{
  Query *query = data;

  return g_str_equal (qsa_session_get_query_text (session_of (query->app)), query->text);
}

/* What is suggested is looked for within milliseconds only: on a slow machine one asks again, the same
 * question with another space behind it. */
static gboolean
is_suggested (gpointer data)
{
  Wanted *wanted = data;
  QsaSession *session = session_of (wanted->app);
  g_autofree char *again = NULL;

  if (has_button (wanted))
    return TRUE;
  if (!qsa_session_get_searching (session))
    {
      again = g_strconcat (qsa_session_get_query_text (session), " ", NULL);
      qsa_session_set_query_text (session, again);
    }
  return FALSE;
}

static GtkWidget *
wait_suggestion (QsaTestApp *app, GType type, const char *text)
{
  Wanted wanted = { app, type, text };

  qsa_test_wait (is_suggested, &wanted);
  qsa_test_app_settle (app);
  return find_button (app, type, text);
}

/* Through the clipboard, as a person pastes: keys from outside know no Arabic letters. */
static void
ask (QsaTestApp *app, const char *query)
{
  Query asked = { app, query };

  qsa_test_app_press (app, "ctrl+f");
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (app->window)), query);
  qsa_test_app_press (app, "ctrl+v");
  qsa_test_wait (is_asked, &asked);
  qsa_test_app_settle (app);
}

static gboolean
entry_has_focus (QsaTestApp *app)
{
  return (gtk_widget_get_state_flags (qsa_test_app_child (app, "search"))
          & GTK_STATE_FLAG_FOCUS_WITHIN)
         != 0;
}

typedef struct
{
  QsaTestApp *app;
  guint n;
} Rows;

static gboolean
has_rows (gpointer data)
{
  Rows *rows = data;

  return qsa_test_app_n_rows (rows->app) == rows->n;
}

static void
wait_rows (QsaTestApp *app, guint n)
{
  Rows rows = { app, n };

  qsa_test_wait (has_rows, &rows);
  qsa_test_app_settle (app);
  g_assert_cmpuint (qsa_test_app_n_rows (app), ==, n);
}

static int
x_of (QsaTestApp *app, GtkWidget *widget)
{
  graphene_point_t point;

  g_assert_true (gtk_widget_compute_point (widget, GTK_WIDGET (app->window),
                                           &GRAPHENE_POINT_INIT (0, 0), &point));
  return (int) point.x;
}

/* A click drops a form and adds it again; the chip stays where it is, the keyboard in the entry. */
static void
test_form (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();
  GtkWidget *chip;
  int x;

  ask (app, QSA_TEST_ARCHIVE_WORD " ");
  wait_rows (app, QSA_TEST_ARCHIVE_WORD_HITS);
  g_assert_nonnull (find (app, QSA_TYPE_ARTICLE_ROW, QSA_TEST_ARCHIVE_WORD_HITS - 1));
  chip = wait_button (app, QSA_TYPE_WIDENING_BAR, "بالجسر");
  x = x_of (app, chip);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip)));
  qsa_test_app_shoot (app, "search-forms");
  qsa_test_app_click (app, chip, 1);
  wait_rows (app, QSA_TEST_ARCHIVE_WORD_HITS - 1);
  g_assert_true (chip == find_button (app, QSA_TYPE_WIDENING_BAR, "بالجسر"));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip)));
  g_assert_cmpint (x_of (app, chip), ==, x);
  g_assert_true (entry_has_focus (app));
  qsa_test_app_shoot (app, "search-form-off");

  /* By the keyboard: the chip has the focus, and has it afterwards. */
  gtk_widget_grab_focus (chip);
  qsa_test_app_press (app, "space");
  wait_rows (app, QSA_TEST_ARCHIVE_WORD_HITS);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip)));
  g_assert_true (gtk_widget_has_focus (chip));
}

static void
test_widening_switch (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();
  Wanted form = { app, QSA_TYPE_WIDENING_BAR, "بالجسر" };
  GtkWidget *widening;

  ask (app, QSA_TEST_ARCHIVE_WORD " ");
  wait_rows (app, QSA_TEST_ARCHIVE_WORD_HITS);
  widening = qsa_test_find_widget (find (app, QSA_TYPE_WIDENING_BAR, 0),
                                   GTK_TYPE_CHECK_BUTTON, 0);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (widening)));
  qsa_test_app_click (app, widening, 1);
  wait_rows (app, QSA_TEST_ARCHIVE_WORD_HITS - 1);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (widening)));
  qsa_test_wait (has_no_button, &form);
  g_assert_true (entry_has_focus (app));
  qsa_test_app_shoot (app, "search-as-typed");

  /* It stays off in the next window of the library, where a key switches it on. */
  qsa_test_app_close (app);
  app->window = qsa_test_app_open (app, "test.qusasat");
  qsa_test_focus_window (GTK_WINDOW (app->window));
  wait_rows (app, QSA_TEST_ARCHIVE_WORD_HITS - 1);
  qsa_test_app_press (app, "ctrl+t");
  wait_rows (app, QSA_TEST_ARCHIVE_WORD_HITS);
  qsa_test_wait (has_button, &form);
}

typedef struct
{
  QsaTestApp *app;
  const char *query;
} OtherQuery;

static gboolean
asks_otherwise (gpointer data)
{
  OtherQuery *other = data;

  return g_strcmp0 (qsa_session_get_query_text (session_of (other->app)), other->query)
         != 0;
}

static void
test_reading (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();
  g_autofree char *before = NULL;
  GtkWidget *as_words;
  GtkWidget *bar = find (app, QSA_TYPE_READING_BAR, 0);
  guint n_in_titles;

  ask (app, QSA_TEST_ARCHIVE_WORD);
  g_assert_false (gtk_widget_get_visible (bar));
  ask (app, "title:" QSA_TEST_ARCHIVE_WORD);
  n_in_titles = qsa_test_app_n_rows (app);
  g_assert_cmpuint (n_in_titles, >, 0);
  g_assert_true (gtk_widget_get_visible (bar));
  qsa_test_app_shoot (app, "search-reading");
  as_words = qsa_test_find_widget (bar, GTK_TYPE_BUTTON, 0);
  g_assert_nonnull (as_words);
  before = g_strdup (qsa_session_get_query_text (session_of (app)));
  qsa_test_app_click (app, as_words, 1);
  qsa_test_wait (asks_otherwise, (&(OtherQuery){ app, before }));
  qsa_test_app_settle (app);
  g_assert_cmpstr (gtk_editable_get_text (
                       GTK_EDITABLE (qsa_test_app_child (app, "search"))),
                   ==, qsa_session_get_query_text (session_of (app)));
  /* No article has the word "title". */
  g_assert_cmpuint (qsa_test_app_n_rows (app), ==, 0);
  g_assert_true (entry_has_focus (app));
}

static gboolean
is_visible (gpointer widget)
{
  return gtk_widget_get_visible (widget);
}

/* A mark may still get its partner while one types: it is spoken of when the typing rests. */
static void
test_unpaired (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();
  GtkWidget *bar = find (app, QSA_TYPE_READING_BAR, 0);

  ask (app, "\"الجسر الجديد");
  qsa_test_wait (is_visible, bar);
  qsa_test_app_settle (app);
  qsa_test_app_click (app, qsa_test_find_widget (bar, GTK_TYPE_BUTTON, 0), 1);
  qsa_test_wait (asks_otherwise, (&(OtherQuery){ app, "\"الجسر الجديد" }));
  qsa_test_app_settle (app);
  g_assert_cmpstr (qsa_session_get_query_text (session_of (app)), ==, "\"الجسر الجديد\"");
  g_assert_false (gtk_widget_get_visible (bar));
}

static void
test_without_filter (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();
  g_autoptr (QsaFilter) all = qsa_filter_new ();
  g_autoptr (QsaFilter) starred = qsa_filter_with_state (all, QSA_STATE_STARRED);

  qsa_session_set_filter (session_of (app), starred);
  ask (app, QSA_TEST_ARCHIVE_WORD " ");
  wait_rows (app, 0);
  qsa_test_app_shoot (app, "search-none-filtered");
  qsa_test_app_click (app, wait_suggestion (app, QSA_TYPE_ARTICLE_PANE, "+4"), 1);
  wait_rows (app, QSA_TEST_ARCHIVE_WORD_HITS);
  g_assert_true (qsa_filter_is_empty (qsa_session_get_filter (session_of (app))));
  g_assert_true (entry_has_focus (app));
}

static void
test_did_you_mean (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();

  ask (app, "المهندصة ");
  wait_rows (app, 0);
  qsa_test_app_shoot (app, "search-none");
  qsa_test_app_click (app, wait_suggestion (app, QSA_TYPE_SUGGESTION_BAR, "المهندسة"), 1);
  wait_rows (app, 1);
  g_assert_true (entry_has_focus (app));
}

/* Nobody knows yet who speaks: that is said, not that the words are wrong. */
static void
test_unknown_field (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();
  AdwStatusPage *page = ADW_STATUS_PAGE (qsa_test_app_child (app, "none_page"));
  g_autofree char *usual = NULL;

  ask (app, "قرميد ");
  wait_rows (app, 0);
  usual = g_strdup (adw_status_page_get_description (page));
  ask (app, "قائل:سلمى ");
  wait_rows (app, 0);
  g_assert_cmpstr (adw_status_page_get_description (page), !=, usual);
  g_assert_cmpstr (adw_status_page_get_description (page), ==,
                   qsa_search_text_advise (session_of (app)));
}

static void
test_wider (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();
  GtkWidget *wider;
  guint n;

  ask (app, "البلدة ");
  n = qsa_test_app_n_rows (app);
  g_assert_cmpuint (n, <, QSA_RESULT_FEW);
  qsa_test_app_shoot (app, "search-few");
  wider = wait_suggestion (app, QSA_TYPE_SUGGESTION_BAR, "+");
  qsa_test_app_click (app, wider, 1);
  qsa_test_app_settle (app);
  g_assert_cmpint (qsa_session_get_reach (session_of (app)), ==, QSA_REACH_WIDE);
  g_assert_cmpuint (qsa_test_app_n_rows (app), >, n);
  qsa_test_app_shoot (app, "search-wide");
  qsa_test_app_press (app, "ctrl+shift+t");
  wait_rows (app, n);
  g_assert_cmpint (qsa_session_get_reach (session_of (app)), ==, QSA_REACH_DEFAULT);
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
test_help (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();
  GtkWidget *help = find (app, QSA_TYPE_SEARCH_HELP, 0);
  GtkWidget *example;
  const char *text;

  g_assert_false (gtk_widget_get_mapped (help));
  qsa_test_app_press (app, "ctrl+f");
  qsa_test_app_press (app, "F1");
  qsa_test_wait (is_mapped, help);
  qsa_test_app_settle (app);
  qsa_test_app_shoot (app, "search-help");
  example = qsa_test_find_widget (help, GTK_TYPE_BUTTON, 1);
  text = g_object_get_data (G_OBJECT (example), "qsa-example");
  g_assert_nonnull (text);
  /* The popover took the keyboard: Enter chooses what is in focus there. */
  gtk_widget_grab_focus (example);
  qsa_test_app_press (app, "Return");
  qsa_test_wait (is_unmapped, help);
  qsa_test_app_settle (app);
  g_assert_cmpstr (qsa_session_get_query_text (session_of (app)), ==, text);
  g_assert_true (entry_has_focus (app));

  qsa_test_app_activate (app, "win.search-help");
  qsa_test_wait (is_mapped, help);
  qsa_test_app_press (app, "Escape");
  qsa_test_wait (is_unmapped, help);
}

static void
test_order (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();
  GtkDropDown *sort = GTK_DROP_DOWN (qsa_test_app_child (app, "sort"));

  gtk_drop_down_set_selected (sort, QSA_SORT_OUTLET);
  g_assert_cmpint (qsa_session_get_sort (session_of (app)), ==, QSA_SORT_OUTLET);
  qsa_session_set_sort (session_of (app), QSA_SORT_RELEVANCE);
  g_assert_cmpuint (gtk_drop_down_get_selected (sort), ==, QSA_SORT_RELEVANCE);
  qsa_test_app_settle (app);
}

int
main (int argc, char **argv)
{
  qsa_test_init_display (&argc, &argv);
  g_test_add_func ("/app/search/form", test_form);
  g_test_add_func ("/app/search/widening-switch", test_widening_switch);
  g_test_add_func ("/app/search/reading", test_reading);
  g_test_add_func ("/app/search/unpaired", test_unpaired);
  g_test_add_func ("/app/search/without-filter", test_without_filter);
  g_test_add_func ("/app/search/did-you-mean", test_did_you_mean);
  g_test_add_func ("/app/search/unknown-field", test_unknown_field);
  g_test_add_func ("/app/search/wider", test_wider);
  g_test_add_func ("/app/search/help", test_help);
  g_test_add_func ("/app/search/order", test_order);
  return g_test_run ();
}
