/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-test-app.h"

#include "qsa-proposal-row.h"

/* The list under the search entry, with real keys: the keyboard stays with the entry. */

static QsaSession *
session_of (QsaTestApp *app)
{
  return qsa_window_get_session (app->window);
}

static GtkWidget *
search_of (QsaTestApp *app)
{
  return qsa_test_app_child (app, "search");
}

static const char *
text_of (QsaTestApp *app)
{
  return gtk_editable_get_text (GTK_EDITABLE (search_of (app)));
}

static GtkListBox *
list_of (QsaTestApp *app)
{
  return GTK_LIST_BOX (qsa_test_find_widget (search_of (app), GTK_TYPE_LIST_BOX, 0));
}

static gboolean
is_shown (gpointer data)
{
  return gtk_widget_get_mapped (GTK_WIDGET (list_of (data)));
}

static gboolean
is_hidden (gpointer data)
{
  return !is_shown (data);
}

static gboolean
entry_has_focus (QsaTestApp *app)
{
  return (gtk_widget_get_state_flags (search_of (app)) & GTK_STATE_FLAG_FOCUS_WITHIN)
         != 0;
}

typedef struct
{
  QsaTestApp *app;
  const char *label;
} Offer;

static GtkListBoxRow *
find_offer (QsaTestApp *app, const char *label)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list_of (app), i)) != NULL; i++)
    if (g_str_equal (qsa_proposal_row_get_proposal (row)->label, label))
      return row;
  return NULL;
}

static gboolean
is_offered (gpointer data)
{
  Offer *offer = data;

  return is_shown (offer->app) && find_offer (offer->app, offer->label) != NULL;
}

static void
wait_offer (QsaTestApp *app, const char *label)
{
  Offer offer = { app, label };

  qsa_test_wait (is_offered, &offer);
}

static void
press_all (QsaTestApp *app, const char *letters)
{
  for (const char *at = letters; *at != '\0'; at++)
    {
      char key[2] = { *at, '\0' };

      qsa_test_app_press (app, key);
    }
}

static gboolean
is_pasted (gpointer data)
{
  Offer *offer = data;

  return g_str_has_suffix (text_of (offer->app), offer->label);
}

static void
paste (QsaTestApp *app, const char *text)
{
  Offer offer = { app, text };

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (app->window)), text);
  qsa_test_app_press (app, "ctrl+v");
  qsa_test_wait (is_pasted, &offer);
}

static gboolean
is_chosen (gpointer data)
{
  return gtk_list_box_get_selected_row (list_of (data)) != NULL;
}

static void
test_keys (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();

  qsa_test_app_press (app, "ctrl+f");
  press_all (app, "tit");
  wait_offer (app, "title:");
  g_assert_true (entry_has_focus (app));
  g_assert_null (gtk_list_box_get_selected_row (list_of (app)));

  /* Typing goes on into the entry. */
  press_all (app, "l");
  g_assert_cmpstr (text_of (app), ==, "titl");
  wait_offer (app, "title:");
  qsa_test_app_press (app, "Down");
  qsa_test_wait (is_chosen, app);
  g_assert_true (entry_has_focus (app));
  qsa_test_app_press (app, "Return");
  g_assert_cmpstr (text_of (app), ==, "title:");
  g_assert_true (entry_has_focus (app));
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (search_of (app))), ==, 6);

  /* The value is typed right behind it. */
  paste (app, QSA_TEST_ARCHIVE_WORD " ");
  qsa_test_app_settle (app);
  g_assert_cmpstr (qsa_session_get_query_text (session_of (app)), ==,
                   "title:" QSA_TEST_ARCHIVE_WORD " ");
  g_assert_cmpuint (qsa_test_app_n_rows (app), >, 0);
}

/* Nothing chosen: Enter is the entry's own, as if there were no list. */
static void
test_enter (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();

  qsa_test_app_press (app, "ctrl+f");
  paste (app, "المدر");
  wait_offer (app, "المدرسة");
  qsa_test_app_shoot (app, "completion");
  qsa_test_app_press (app, "Return");
  qsa_test_wait (is_hidden, app);
  g_assert_cmpstr (text_of (app), ==, "المدر");
}

/* Esc closes the list first, and only then clears. */
static void
test_escape (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();

  qsa_test_app_press (app, "ctrl+f");
  paste (app, "المدر");
  wait_offer (app, "المدرسة");
  qsa_test_app_press (app, "Escape");
  qsa_test_wait (is_hidden, app);
  g_assert_cmpstr (text_of (app), ==, "المدر");
  g_assert_true (entry_has_focus (app));
  qsa_test_app_press (app, "Escape");
  g_assert_cmpstr (text_of (app), ==, "");
}

static void
test_tab (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();

  qsa_test_app_press (app, "ctrl+f");
  paste (app, "سوق المدر");
  wait_offer (app, "المدرسة");
  qsa_test_app_press (app, "Up");
  qsa_test_wait (is_chosen, app);
  gtk_list_box_select_row (list_of (app), find_offer (app, "المدرسة"));
  qsa_test_app_press (app, "Tab");
  g_assert_cmpstr (text_of (app), ==, "سوق المدرسة ");
  g_assert_true (entry_has_focus (app));
}

static void
test_pointer (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();

  qsa_test_app_press (app, "ctrl+f");
  paste (app, "المدر");
  wait_offer (app, "المدرسة");
  g_signal_emit_by_name (list_of (app), "row-activated", find_offer (app, "المدرسة"));
  qsa_test_wait (is_hidden, app);
  g_assert_cmpstr (text_of (app), ==, "المدرسة ");
  g_assert_true (entry_has_focus (app));
}

/* The list goes with the focus, and does not come for a text that nobody types. */
static void
test_focus (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();

  qsa_test_app_press (app, "ctrl+f");
  paste (app, "المدر");
  wait_offer (app, "المدرسة");
  gtk_widget_grab_focus (qsa_test_app_child (app, "sort"));
  qsa_test_wait (is_hidden, app);

  qsa_session_set_query_text (session_of (app), "الكت");
  qsa_test_app_settle (app);
  g_assert_true (is_hidden (app));
}

static gboolean
is_remembered (gpointer data)
{
  QsaTestApp *app = data;
  g_auto (GStrv)
      history = qsa_library_dup_history (qsa_session_get_library (session_of (app)),
                                         "الجسر القديم", 1);

  return g_strv_length (history) == 1;
}

/* What was asked with Enter is offered again; Down in the empty entry lists it. */
static void
test_history (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();

  qsa_test_app_press (app, "ctrl+f");
  paste (app, "الجسر القديم");
  qsa_test_app_settle (app);
  qsa_test_app_press (app, "Return");
  qsa_test_wait (is_remembered, app);
  qsa_test_app_press (app, "ctrl+f");
  qsa_test_app_press (app, "BackSpace");
  qsa_test_app_settle (app);
  qsa_test_app_press (app, "Down");
  wait_offer (app, "الجسر القديم");
  qsa_test_wait (is_chosen, app);
  qsa_test_app_shoot (app, "history");
  qsa_test_app_press (app, "Return");
  g_assert_cmpstr (text_of (app), ==, "الجسر القديم");
}

int
main (int argc, char **argv)
{
  qsa_test_init_display (&argc, &argv);
  g_test_add_func ("/app/search-completion/keys", test_keys);
  g_test_add_func ("/app/search-completion/enter", test_enter);
  g_test_add_func ("/app/search-completion/escape", test_escape);
  g_test_add_func ("/app/search-completion/tab", test_tab);
  g_test_add_func ("/app/search-completion/pointer", test_pointer);
  g_test_add_func ("/app/search-completion/focus", test_focus);
  g_test_add_func ("/app/search-completion/history", test_history);
  return g_test_run ();
}
