/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-test-app.h"

#include "qsa-saved-list.h"
#include "qsa-saved-row.h"
#include "qsa-search-name-dialog.h"

/* Searches under a name: kept, shown, counted, renamed, lost and brought back. */

#define NAME "أخبار الجسر"
#define OTHER_NAME "نهر وجسر"

static QsaSavedRow *
find_row (QsaTestApp *app, guint nth)
{
  return (QsaSavedRow *) qsa_test_app_find (app, QSA_TYPE_SAVED_ROW, nth);
}

typedef struct
{
  QsaTestApp *app;
  const char *text;
} Expected;

static gboolean
has_name (gpointer data)
{
  Expected *expected = data;
  QsaSavedRow *row = find_row (expected->app, 0);

  return row != NULL && g_str_equal (qsa_saved_row_get_name (row), expected->text);
}

static gboolean
has_count (gpointer data)
{
  Expected *expected = data;
  QsaSavedRow *row = find_row (expected->app, 0);

  return row != NULL && g_str_equal (qsa_saved_row_get_count_text (row), expected->text);
}

static gboolean
has_no_row (gpointer data)
{
  return find_row (data, 0) == NULL;
}

static gboolean
is_current (gpointer data)
{
  QsaSavedRow *row = find_row (data, 0);

  return row != NULL && qsa_saved_row_get_current (row);
}

static void
wait_name (QsaTestApp *app, const char *name)
{
  Expected expected = { app, name };

  qsa_test_wait (has_name, &expected);
}

static void
wait_count (QsaTestApp *app, const char *count)
{
  Expected expected = { app, count };

  qsa_test_wait (has_count, &expected);
}

static gboolean
has_dialog (gpointer data)
{
  return qsa_test_app_find_window (data, QSA_TYPE_SEARCH_NAME_DIALOG) != NULL;
}

static QsaSearchNameDialog *
wait_dialog (QsaTestApp *app)
{
  qsa_test_wait (has_dialog, app);
  return QSA_SEARCH_NAME_DIALOG (
      qsa_test_app_find_window (app, QSA_TYPE_SEARCH_NAME_DIALOG));
}

static gboolean
may_save (QsaSearchNameDialog *dialog)
{
  return adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "save");
}

static void
answer (QsaSearchNameDialog *dialog, const char *name)
{
  qsa_search_name_dialog_set_name (dialog, name);
  g_assert_true (may_save (dialog));
  g_assert_true (
      gtk_widget_activate (gtk_window_get_default_widget (GTK_WINDOW (dialog))));
}

static void
activate_with_id (QsaTestApp *app, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (app->window), action, "x",
                                             qsa_saved_row_get_id (find_row (app, 0))));
}

static void
save_query (QsaTestApp *app, const char *query, const char *name)
{
  qsa_test_app_type_query (app, query);
  qsa_test_app_settle (app);
  qsa_test_app_activate (app, "win.save-search");
  answer (wait_dialog (app), name);
  wait_name (app, name);
}

static void
test_nothing_to_save (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();
  GtkWidget *list = qsa_test_app_find (app, QSA_TYPE_SAVED_LIST, 0);

  g_assert_false (gtk_widget_get_visible (list));
  g_assert_false (qsa_test_app_is_enabled (app, "win.save-search"));
  qsa_test_app_type_query (app, "  ");
  g_assert_false (qsa_test_app_is_enabled (app, "win.save-search"));
  qsa_test_app_type_query (app, QSA_TEST_ARCHIVE_WORD);
  g_assert_true (qsa_test_app_is_enabled (app, "win.save-search"));
}

/* By key; the query is the name that is proposed. */
static void
test_save (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();
  QsaSearchNameDialog *dialog;
  g_autofree char *proposed = NULL;

  qsa_test_app_type_query (app, QSA_TEST_ARCHIVE_WORD);
  qsa_test_app_settle (app);
  qsa_test_app_press (app, "ctrl+s");
  dialog = wait_dialog (app);
  proposed = qsa_search_name_dialog_dup_name (dialog);
  g_assert_cmpstr (proposed, ==, QSA_TEST_ARCHIVE_WORD);
  qsa_test_app_shoot (app, "save-search");
  qsa_search_name_dialog_set_name (dialog, " ");
  g_assert_false (may_save (dialog));
  answer (dialog, "  " NAME " ");
  wait_name (app, NAME);
  wait_count (app, G_STRINGIFY (QSA_TEST_ARCHIVE_WORD_HITS));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (find_row (app, 0))));
  qsa_test_wait (is_current, app);
  qsa_test_app_shoot (app, "saved-search");
}

/* Query, filter and order come back; what is shown is marked as long as it is unchanged. */
static void
test_show (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();
  QsaSession *session = qsa_test_app_session (app);
  guint n_found;

  qsa_test_app_click (
      app, GTK_WIDGET (qsa_test_app_find_outlet (app, QSA_TEST_ARCHIVE_OTHER_OUTLET)), 1);
  qsa_session_set_sort (session, QSA_SORT_OLDEST);
  save_query (app, QSA_TEST_ARCHIVE_WORD, NAME);
  n_found = qsa_test_app_n_rows (app);
  g_assert_cmpuint (n_found, <, QSA_TEST_ARCHIVE_WORD_HITS);

  qsa_test_app_activate (app, "win.clear-filters");
  g_assert_false (is_current (app));
  qsa_test_app_type_query (app, "الكتب");
  qsa_session_set_sort (session, QSA_SORT_NEWEST);
  qsa_test_app_settle (app);
  g_assert_false (is_current (app));

  qsa_test_app_click (app, GTK_WIDGET (find_row (app, 0)), 1);
  qsa_test_wait (is_current, app);
  qsa_test_app_settle (app);
  g_assert_true (is_current (app));
  g_assert_cmpstr (gtk_editable_get_text (
                       GTK_EDITABLE (qsa_test_app_child (app, "search"))),
                   ==, QSA_TEST_ARCHIVE_WORD);
  g_assert_cmpint (qsa_session_get_sort (session), ==, QSA_SORT_OLDEST);
  g_assert_cmpuint (qsa_test_app_n_rows (app), ==, n_found);
}

/* The count follows what comes in, whatever is shown. */
static void
test_live_count (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();

  save_query (app, QSA_TEST_ARCHIVE_WORD, NAME);
  wait_count (app, G_STRINGIFY (QSA_TEST_ARCHIVE_WORD_HITS));
  qsa_test_app_type_query (app, "الكتب");
  qsa_window_import_text (app->window,
                          "صياد تحت الجسر\n\n"
                          "يجلس الصياد كل صباح تحت الجسر، ولا يعود إلا بسمكة واحدة.\n");
  wait_count (app, G_STRINGIFY (5));
}

static void
test_rename (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();
  QsaSearchNameDialog *dialog;

  save_query (app, QSA_TEST_ARCHIVE_WORD, NAME);
  /* No two of one name. */
  qsa_test_app_activate (app, "win.save-search");
  dialog = wait_dialog (app);
  qsa_search_name_dialog_set_name (dialog, NAME);
  g_assert_false (may_save (dialog));
  gtk_window_close (GTK_WINDOW (dialog));

  gtk_widget_grab_focus (GTK_WIDGET (find_row (app, 0)));
  qsa_test_app_press (app, "F2");
  dialog = wait_dialog (app);
  /* Its own name is no other's. */
  g_assert_true (may_save (dialog));
  answer (dialog, OTHER_NAME);
  wait_name (app, OTHER_NAME);
  g_assert_null (find_row (app, 1));
}

/* Of a message that is shown: the button that undoes. That of an import has an action. */
static GtkWidget *
find_undo_button (QsaTestApp *app)
{
  GType type = g_type_from_name ("AdwToastWidget");

  for (guint i = 0; type != 0; i++)
    {
      GtkWidget *toast = qsa_test_app_find (app, type, i);
      GtkWidget *button;

      if (toast == NULL)
        return NULL;
      button = qsa_test_find_widget (toast, GTK_TYPE_BUTTON, 0);
      if (gtk_widget_get_mapped (button)
          && gtk_actionable_get_action_name (GTK_ACTIONABLE (button)) == NULL)
        return button;
    }
  return NULL;
}

static gboolean
has_undo_button (gpointer data)
{
  return find_undo_button (data) != NULL;
}

static void
test_remove (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();

  save_query (app, QSA_TEST_ARCHIVE_WORD, NAME);
  gtk_widget_grab_focus (GTK_WIDGET (find_row (app, 0)));
  qsa_test_app_press (app, "Delete");
  qsa_test_wait (has_no_row, app);
  g_assert_false (
      gtk_widget_get_visible (qsa_test_app_find (app, QSA_TYPE_SAVED_LIST, 0)));
}

static void
test_undo (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();

  save_query (app, QSA_TEST_ARCHIVE_WORD, NAME);
  wait_count (app, G_STRINGIFY (QSA_TEST_ARCHIVE_WORD_HITS));
  activate_with_id (app, "win.remove-search");
  qsa_test_wait (has_no_row, app);
  qsa_test_wait (has_undo_button, app);
  g_signal_emit_by_name (find_undo_button (app), "clicked");
  wait_name (app, NAME);
  wait_count (app, G_STRINGIFY (QSA_TEST_ARCHIVE_WORD_HITS));
}

/* Another question under the same name. */
static void
test_update (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();

  save_query (app, QSA_TEST_ARCHIVE_WORD, NAME);
  wait_count (app, G_STRINGIFY (QSA_TEST_ARCHIVE_WORD_HITS));
  qsa_test_app_type_query (app, "الصياد");
  qsa_test_app_settle (app);
  g_assert_false (is_current (app));
  activate_with_id (app, "win.update-search");
  qsa_test_wait (is_current, app);
  g_assert_cmpstr (qsa_saved_row_get_name (find_row (app, 0)), ==, NAME);
  g_assert_null (find_row (app, 1));
}

static void
test_kept (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();

  save_query (app, QSA_TEST_ARCHIVE_WORD, NAME);
  qsa_test_app_close (app);
  app->window = qsa_test_app_open (app, "test.qusasat");
  wait_name (app, NAME);
  wait_count (app, G_STRINGIFY (QSA_TEST_ARCHIVE_WORD_HITS));
}

static GtkWidget *
find_menu (QsaTestApp *app)
{
  return qsa_test_find_widget (GTK_WIDGET (find_row (app, 0)), GTK_TYPE_POPOVER_MENU, 0);
}

static gboolean
has_menu (gpointer data)
{
  GtkWidget *menu = find_menu (data);

  return menu != NULL && gtk_widget_get_mapped (menu);
}

static void
test_menu (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();

  save_query (app, QSA_TEST_ARCHIVE_WORD, NAME);
  wait_count (app, G_STRINGIFY (QSA_TEST_ARCHIVE_WORD_HITS));
  gtk_widget_grab_focus (GTK_WIDGET (find_row (app, 0)));
  qsa_test_app_press (app, "shift+F10");
  qsa_test_wait (has_menu, app);
  qsa_test_app_shoot (app, "saved-search-menu");
  gtk_popover_popdown (GTK_POPOVER (find_menu (app)));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*func) (void);
  } tests[] = {
    { "/app/saved-searches/nothing-to-save", test_nothing_to_save },
    { "/app/saved-searches/save", test_save },
    { "/app/saved-searches/show", test_show },
    { "/app/saved-searches/live-count", test_live_count },
    { "/app/saved-searches/rename", test_rename },
    { "/app/saved-searches/remove", test_remove },
    { "/app/saved-searches/undo", test_undo },
    { "/app/saved-searches/update", test_update },
    { "/app/saved-searches/kept", test_kept },
    { "/app/saved-searches/menu", test_menu },
  };

  qsa_test_init_display (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add_func (tests[i].path, tests[i].func);
  return g_test_run ();
}
