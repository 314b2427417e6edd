/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-details-dialog.h"
#include "qsa-field-row.h"
#include "qsa-reader-fixture.h"

enum
{
  ROW_TITLE,
  ROW_OUTLET,
  ROW_AUTHOR,
  ROW_DATE,
  N_ROWS,
};

typedef struct
{
  QsaAppFixture *app;
  GtkWindow *parent;
  GtkWindow *dialog;
  QsaFieldRow *rows[N_ROWS];
  QsaArticleEdit *edit; /* the last that was applied */
  guint n_ids;
  guint n_applied;
  gboolean closed;
} QsaDialogFixture;

static void
qsa_dialog_fixture_applied (QsaDialogFixture *fixture, GArray *ids, QsaArticleEdit *edit)
{
  g_clear_pointer (&fixture->edit, qsa_article_edit_free);
  fixture->edit = qsa_article_edit_copy (edit);
  fixture->n_ids = ids->len;
  fixture->n_applied++;
}

static void
qsa_dialog_fixture_destroyed (QsaDialogFixture *fixture)
{
  fixture->closed = TRUE;
}

/* @article: one of QsaAppFixture, or -1 for all of them at once. */
static QsaDialogFixture *
qsa_dialog_fixture_new (int article)
{
  QsaDialogFixture *fixture = g_new0 (QsaDialogFixture, 1);
  g_autoptr (QsaArticle) values = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  fixture->app = qsa_app_fixture_new ();
  fixture->parent = GTK_WINDOW (gtk_window_new ());
  gtk_window_present (fixture->parent);
  if (article >= 0)
    values = qsa_app_fixture_load (fixture->app, (guint) article);
  for (int i = 0; i < (int) G_N_ELEMENTS (fixture->app->ids); i++)
    if (article < 0 || article == i)
      g_array_append_val (ids, fixture->app->ids[i]);
  fixture->dialog = GTK_WINDOW (
      qsa_details_dialog_new (fixture->parent, fixture->app->library, ids, values));
  for (guint i = 0; i < N_ROWS; i++)
    fixture->rows[i] = QSA_FIELD_ROW (
        qsa_test_find_widget (GTK_WIDGET (fixture->dialog), QSA_TYPE_FIELD_ROW, i));
  g_signal_connect_swapped (fixture->dialog, "apply",
                            G_CALLBACK (qsa_dialog_fixture_applied), fixture);
  g_signal_connect_swapped (fixture->dialog, "destroy",
                            G_CALLBACK (qsa_dialog_fixture_destroyed), fixture);
  gtk_window_present (fixture->dialog);
  qsa_test_focus_window (fixture->dialog);
  return fixture;
}

static void
qsa_dialog_fixture_free (QsaDialogFixture *fixture)
{
  if (!fixture->closed)
    gtk_window_destroy (fixture->dialog);
  gtk_window_destroy (fixture->parent);
  g_clear_pointer (&fixture->edit, qsa_article_edit_free);
  qsa_app_fixture_free (fixture->app);
  g_free (fixture);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaDialogFixture, qsa_dialog_fixture_free)

static gboolean
qsa_test_is_closed (gpointer data)
{
  return ((QsaDialogFixture *) data)->closed;
}

static void
qsa_test_press (const char *key)
{
  g_autofree char *output = qsa_test_run (
      (const char *const[]){ "timeout", "10", "xdotool", "key", key, NULL });

  g_assert_nonnull (output);
}

static GtkToggleButton *
qsa_test_get_unknown_button (QsaFieldRow *row)
{
  return GTK_TOGGLE_BUTTON (
      qsa_test_find_widget (GTK_WIDGET (row), GTK_TYPE_TOGGLE_BUTTON, 0));
}

static gboolean
qsa_test_can_apply (QsaDialogFixture *fixture)
{
  GtkWidget *button = gtk_window_get_default_widget (fixture->dialog);

  return gtk_widget_get_sensitive (button);
}

static const char *
qsa_test_get_row_text (QsaDialogFixture *fixture, guint row)
{
  return gtk_editable_get_text (GTK_EDITABLE (fixture->rows[row]));
}

/* ---- one article ---- */

static void
test_details_shows (void)
{
  g_autoptr (QsaDialogFixture) fixture = qsa_dialog_fixture_new (QSA_FIXTURE_FULL);

  g_assert_cmpstr (qsa_test_get_row_text (fixture, ROW_OUTLET), ==, "صحيفة المنارة");
  g_assert_cmpstr (qsa_test_get_row_text (fixture, ROW_AUTHOR), ==, "ريم الحداد");
  g_assert_cmpstr (qsa_test_get_row_text (fixture, ROW_DATE), ==, "2021-12-08");
  for (guint i = 0; i < N_ROWS; i++)
    {
      g_assert_false (qsa_field_row_get_unknown (fixture->rows[i]));
      g_assert_false (qsa_field_row_get_changed (fixture->rows[i]));
    }
  g_assert_false (qsa_test_can_apply (fixture));
}

static void
test_details_shows_unknown (void)
{
  g_autoptr (QsaDialogFixture) fixture = qsa_dialog_fixture_new (QSA_FIXTURE_BARE);

  for (guint i = 0; i < N_ROWS; i++)
    {
      g_assert_true (qsa_field_row_get_unknown (fixture->rows[i]));
      g_assert_false (qsa_field_row_get_changed (fixture->rows[i]));
    }
  /* It takes a text to say otherwise. */
  gtk_toggle_button_set_active (qsa_test_get_unknown_button (fixture->rows[ROW_OUTLET]),
                                FALSE);
  g_assert_true (qsa_field_row_get_unknown (fixture->rows[ROW_OUTLET]));
  g_assert_false (qsa_test_can_apply (fixture));
}

static void
test_details_applies_what_changed (void)
{
  g_autoptr (QsaDialogFixture) fixture = qsa_dialog_fixture_new (QSA_FIXTURE_FULL);

  qsa_field_row_set_text (fixture->rows[ROW_OUTLET], "  صحيفة   جديدة ");
  qsa_field_row_set_text (fixture->rows[ROW_DATE], "ديسمبر 2021");
  g_assert_true (qsa_test_can_apply (fixture));
  qsa_test_press ("ctrl+Return");
  qsa_test_wait (qsa_test_is_closed, fixture);
  g_assert_cmpuint (fixture->n_applied, ==, 1);
  g_assert_cmpuint (fixture->n_ids, ==, 1);
  g_assert_cmpint (fixture->edit->fields, ==, QSA_FIELD_OUTLET | QSA_FIELD_DATE);
  g_assert_cmpstr (fixture->edit->outlet, ==, "صحيفة جديدة");
  g_assert_cmpint (fixture->edit->date.precision, ==, QSA_DATE_MONTH);
  g_assert_cmpint (fixture->edit->date.year, ==, 2021);
  g_assert_cmpint (fixture->edit->date.month, ==, 12);
}

static void
test_details_says_unknown (void)
{
  g_autoptr (QsaDialogFixture) fixture = qsa_dialog_fixture_new (QSA_FIXTURE_FULL);

  gtk_toggle_button_set_active (qsa_test_get_unknown_button (fixture->rows[ROW_OUTLET]),
                                TRUE);
  g_assert_cmpstr (qsa_test_get_row_text (fixture, ROW_OUTLET), ==, "");
  /* Emptying a field is another way to say it. */
  qsa_field_row_set_text (fixture->rows[ROW_DATE], "");
  g_assert_true (qsa_field_row_get_unknown (fixture->rows[ROW_DATE]));
  /* And back again: nothing is lost by a slip. */
  gtk_toggle_button_set_active (qsa_test_get_unknown_button (fixture->rows[ROW_AUTHOR]),
                                TRUE);
  gtk_toggle_button_set_active (qsa_test_get_unknown_button (fixture->rows[ROW_AUTHOR]),
                                FALSE);
  g_assert_cmpstr (qsa_test_get_row_text (fixture, ROW_AUTHOR), ==, "ريم الحداد");
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "details.apply", NULL);
  g_assert_cmpint (fixture->edit->fields, ==, QSA_FIELD_OUTLET | QSA_FIELD_DATE);
  g_assert_null (fixture->edit->outlet);
  g_assert_cmpint (fixture->edit->date.precision, ==, QSA_DATE_NONE);
}

static void
test_details_refuses_no_date (void)
{
  g_autoptr (QsaDialogFixture) fixture = qsa_dialog_fixture_new (QSA_FIXTURE_FULL);
  GtkWidget *row = GTK_WIDGET (fixture->rows[ROW_DATE]);

  qsa_field_row_set_text (fixture->rows[ROW_AUTHOR], "كاتب آخر");
  qsa_field_row_set_text (fixture->rows[ROW_DATE], "2021-02-30");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_false (qsa_test_can_apply (fixture));
  qsa_field_row_set_text (fixture->rows[ROW_DATE], "2021-02");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  g_assert_true (qsa_test_can_apply (fixture));
  qsa_field_row_set_text (fixture->rows[ROW_DATE], "2021-02-30");
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "details.apply", NULL);
  qsa_test_press ("ctrl+Return");
  g_assert_cmpuint (fixture->n_applied, ==, 0);
  g_assert_false (fixture->closed);
}

static void
test_details_cancel (void)
{
  g_autoptr (QsaDialogFixture) fixture = qsa_dialog_fixture_new (QSA_FIXTURE_FULL);

  qsa_field_row_set_text (fixture->rows[ROW_AUTHOR], "كاتب آخر");
  qsa_test_press ("Escape");
  qsa_test_wait (qsa_test_is_closed, fixture);
  g_assert_cmpuint (fixture->n_applied, ==, 0);
}

static void
test_details_calendar (void)
{
  g_autoptr (QsaDialogFixture) fixture = qsa_dialog_fixture_new (QSA_FIXTURE_FULL);
  GtkWidget *calendar = qsa_test_find_widget (GTK_WIDGET (fixture->dialog),
                                              GTK_TYPE_CALENDAR, 0);
  g_autoptr (GDateTime) shown = gtk_calendar_get_date (GTK_CALENDAR (calendar));
  g_autoptr (GDateTime) day = g_date_time_new_local (2020, 2, 29, 0, 0, 0);

  g_assert_cmpint (g_date_time_get_year (shown), ==, 2021);
  g_assert_cmpint (g_date_time_get_month (shown), ==, 12);
  g_assert_cmpint (g_date_time_get_day_of_month (shown), ==, 8);
  gtk_calendar_select_day (GTK_CALENDAR (calendar), day);
  g_assert_cmpstr (qsa_test_get_row_text (fixture, ROW_DATE), ==, "2020-02-29");
  g_assert_true (qsa_test_can_apply (fixture));
}

/* ---- many ---- */

static void
test_details_many (void)
{
  g_autoptr (QsaDialogFixture) fixture = qsa_dialog_fixture_new (-1);

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->rows[ROW_TITLE])));
  for (guint i = ROW_OUTLET; i < N_ROWS; i++)
    {
      g_assert_cmpstr (qsa_test_get_row_text (fixture, i), ==, "");
      g_assert_false (qsa_field_row_get_unknown (fixture->rows[i]));
    }
  g_assert_false (qsa_test_can_apply (fixture));
  qsa_field_row_set_text (fixture->rows[ROW_OUTLET], "سنونو");
  qsa_field_row_set_text (fixture->rows[ROW_AUTHOR], "ر");
  qsa_field_row_set_text (fixture->rows[ROW_AUTHOR], "");
  gtk_toggle_button_set_active (qsa_test_get_unknown_button (fixture->rows[ROW_DATE]),
                                TRUE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "details.apply", NULL);
  g_assert_cmpuint (fixture->n_ids, ==, G_N_ELEMENTS (fixture->app->ids));
  g_assert_cmpint (fixture->edit->fields, ==, QSA_FIELD_OUTLET | QSA_FIELD_DATE);
  g_assert_cmpstr (fixture->edit->outlet, ==, "سنونو");
  g_assert_cmpint (fixture->edit->date.precision, ==, QSA_DATE_NONE);
}

static void
test_details_many_left_alone (void)
{
  g_autoptr (QsaDialogFixture) fixture = qsa_dialog_fixture_new (-1);

  /* Pressed and let go: each article keeps what it has. */
  gtk_toggle_button_set_active (qsa_test_get_unknown_button (fixture->rows[ROW_OUTLET]),
                                TRUE);
  g_assert_true (qsa_test_can_apply (fixture));
  gtk_toggle_button_set_active (qsa_test_get_unknown_button (fixture->rows[ROW_OUTLET]),
                                FALSE);
  g_assert_false (qsa_test_can_apply (fixture));
  qsa_test_press ("ctrl+Return");
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "details.apply", NULL);
  g_assert_cmpuint (fixture->n_applied, ==, 0);
}

/* ---- completion ---- */

static GtkWidget *
qsa_test_get_completion (QsaDialogFixture *fixture)
{
  GtkWidget *list = qsa_test_find_widget (GTK_WIDGET (fixture->rows[ROW_OUTLET]),
                                          GTK_TYPE_LIST_BOX, 0);

  return gtk_widget_get_ancestor (list, GTK_TYPE_POPOVER);
}

static gboolean
qsa_test_completion_is_shown (gpointer data)
{
  return gtk_widget_get_mapped (qsa_test_get_completion (data));
}

static gboolean
qsa_test_completion_is_away (gpointer data)
{
  return !gtk_widget_get_visible (qsa_test_get_completion (data));
}

static gboolean
qsa_test_outlet_is_taken (gpointer data)
{
  return g_str_equal (qsa_test_get_row_text (data, ROW_OUTLET), "صحيفة المنارة");
}

static void
test_details_completion (void)
{
  g_autoptr (QsaDialogFixture) fixture = qsa_dialog_fixture_new (QSA_FIXTURE_BARE);

  gtk_widget_grab_focus (GTK_WIDGET (fixture->rows[ROW_OUTLET]));
  qsa_field_row_set_text (fixture->rows[ROW_OUTLET], "صحيفه المن");
  qsa_test_wait (qsa_test_completion_is_shown, fixture);
  /* Escape closes the list, not the dialog. */
  qsa_test_press ("Escape");
  qsa_test_wait (qsa_test_completion_is_away, fixture);
  g_assert_false (fixture->closed);
  qsa_field_row_set_text (fixture->rows[ROW_OUTLET], "المناره");
  qsa_test_wait (qsa_test_completion_is_shown, fixture);
  qsa_test_press ("Down");
  qsa_test_press ("Return");
  qsa_test_wait (qsa_test_outlet_is_taken, fixture);
  qsa_test_wait (qsa_test_completion_is_away, fixture);
  g_assert_cmpuint (fixture->n_applied, ==, 0);
  /* Enter again is the dialog's. */
  qsa_test_press ("Return");
  qsa_test_wait (qsa_test_is_closed, fixture);
  g_assert_cmpstr (fixture->edit->outlet, ==, "صحيفة المنارة");
}

int
main (int argc, char **argv)
{
  qsa_test_init_display (&argc, &argv);
  g_test_add_func ("/app/details/one/shows", test_details_shows);
  g_test_add_func ("/app/details/one/shows-unknown", test_details_shows_unknown);
  g_test_add_func ("/app/details/one/applies", test_details_applies_what_changed);
  g_test_add_func ("/app/details/one/says-unknown", test_details_says_unknown);
  g_test_add_func ("/app/details/one/no-date", test_details_refuses_no_date);
  g_test_add_func ("/app/details/one/cancel", test_details_cancel);
  g_test_add_func ("/app/details/one/calendar", test_details_calendar);
  g_test_add_func ("/app/details/many/applies", test_details_many);
  g_test_add_func ("/app/details/many/left-alone", test_details_many_left_alone);
  g_test_add_func ("/app/details/completion", test_details_completion);
  return g_test_run ();
}
