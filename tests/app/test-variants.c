/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-test-app.h"

#include "qsa-variant-editor.h"
#include "qsa-variant-row.h"
#include "qsa-variants-dialog.h"

/* The spellings that a search widens by, seen, switched off, taught and forgotten. */

static gboolean
has_dialog (gpointer data)
{
  return qsa_test_app_find_window (data, QSA_TYPE_VARIANTS_DIALOG) != NULL;
}

static GtkWidget *
open_dialog (QsaTestApp *app)
{
  qsa_test_app_activate (app, "win.variants");
  qsa_test_wait (has_dialog, app);
  return GTK_WIDGET (qsa_test_app_find_window (app, QSA_TYPE_VARIANTS_DIALOG));
}

static GtkWidget *
find_child (GtkWidget *dialog, const char *id)
{
  GObject *child = gtk_widget_get_template_child (dialog, QSA_TYPE_VARIANTS_DIALOG, id);

  g_assert_nonnull (child);
  return GTK_WIDGET (child);
}

static QsaVariantRow *
find_row (GtkWidget *group, guint nth)
{
  return (QsaVariantRow *) qsa_test_find_widget (group, QSA_TYPE_VARIANT_ROW, nth);
}

static guint
count_visible (GtkWidget *group)
{
  GtkWidget *row;
  guint n = 0;

  for (guint i = 0; (row = GTK_WIDGET (find_row (group, i))) != NULL; i++)
    n += gtk_widget_get_visible (row) ? 1 : 0;
  return n;
}

/* By its first two spellings; @second may be NULL. */
static const QsaVariantGroup *
find_stored (QsaTestApp *app, const char *first, const char *second)
{
  QsaLibrary *library = qsa_session_get_library (qsa_test_app_session (app));
  GPtrArray *groups = qsa_variant_table_get_groups (qsa_library_get_variants (library));

  for (guint i = 0; i < groups->len; i++)
    {
      const QsaVariantGroup *group = g_ptr_array_index (groups, i);

      if (g_str_equal (group->spellings[0], first)
          && (second == NULL || g_str_equal (group->spellings[1], second)))
        return group;
    }
  return NULL;
}

typedef struct
{
  QsaTestApp *app;
  gboolean enabled;
  const char *first;
  const char *second;
} Stored;

static gboolean
is_stored (gpointer data)
{
  Stored *stored = data;
  const QsaVariantGroup *group = find_stored (stored->app, stored->first, stored->second);

  return group != NULL && group->enabled == stored->enabled;
}

static gboolean
is_forgotten (gpointer data)
{
  Stored *stored = data;

  return find_stored (stored->app, stored->first, stored->second) == NULL;
}

static gboolean
shows_none (gpointer dialog)
{
  GtkStack *stack = GTK_STACK (find_child (dialog, "stack"));

  return g_str_equal (gtk_stack_get_visible_child_name (stack), "none");
}

/* They come one after the other. */
static gboolean
has_many (gpointer group)
{
  return count_visible (group) >= 150;
}

static gboolean
has_few (gpointer group)
{
  return count_visible (group) >= 1 && count_visible (group) < 10;
}

/* Looked for without its hamza, switched off, and on again. */
static void
test_shipped (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();
  GtkWidget *dialog = open_dialog (app);
  GtkWidget *shipped = find_child (dialog, "shipped");
  GtkWidget *search = find_child (dialog, "search");
  Stored stored = { app, FALSE, NULL, NULL };
  QsaVariantRow *row = NULL;
  GtkWidget *toggle;

  qsa_test_wait (has_many, shipped);
  g_assert_cmpuint (count_visible (find_child (dialog, "own")), ==, 0);
  qsa_test_app_shoot (app, "variants");
  gtk_editable_set_text (GTK_EDITABLE (search), "اميركا");
  qsa_test_wait (has_few, shipped);
  for (guint i = 0; row == NULL || !gtk_widget_get_visible (GTK_WIDGET (row)); i++)
    row = find_row (shipped, i);
  stored.first = g_intern_string (qsa_variant_row_get_group (row)->spellings[0]);
  stored.second = g_intern_string (qsa_variant_row_get_group (row)->spellings[1]);
  toggle = qsa_test_find_widget (GTK_WIDGET (row), GTK_TYPE_SWITCH, 0);
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (toggle)));
  gtk_switch_set_active (GTK_SWITCH (toggle), FALSE);
  qsa_test_wait (is_stored, &stored);
  /* It stays where it was. */
  g_assert_true (gtk_widget_is_ancestor (GTK_WIDGET (row), shipped));
  gtk_switch_set_active (GTK_SWITCH (toggle), TRUE);
  stored.enabled = TRUE;
  qsa_test_wait (is_stored, &stored);
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (toggle)));

  gtk_editable_set_text (GTK_EDITABLE (search), "لاشيءمنهذا");
  qsa_test_wait (shows_none, dialog);
}

static gboolean
has_editor (gpointer data)
{
  return qsa_test_app_find_window (data, QSA_TYPE_VARIANT_EDITOR) != NULL;
}

static QsaVariantEditor *
open_editor (QsaTestApp *app, GtkWidget *dialog)
{
  g_assert_true (gtk_widget_activate_action (dialog, "variants.add", NULL));
  qsa_test_wait (has_editor, app);
  return QSA_VARIANT_EDITOR (qsa_test_app_find_window (app, QSA_TYPE_VARIANT_EDITOR));
}

static gboolean
finds_more (gpointer data)
{
  return qsa_test_app_n_rows (data) > QSA_TEST_ARCHIVE_WORD_HITS;
}

static gboolean
finds_as_before (gpointer data)
{
  return qsa_test_app_n_rows (data) == QSA_TEST_ARCHIVE_WORD_HITS;
}

static gboolean
shows_one (gpointer own)
{
  return count_visible (own) == 1;
}

static gboolean
shows_no_row (gpointer own)
{
  return count_visible (own) == 0;
}

/* A group of one's own: what is searched finds it at once, and no more when it is gone. */
static void
test_own (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();
  GtkWidget *dialog;
  GtkWidget *own;
  QsaVariantEditor *editor;
  Stored stored = { app, TRUE, "جسر", NULL };

  qsa_test_app_type_query (app, QSA_TEST_ARCHIVE_WORD);
  qsa_test_app_settle (app);
  g_assert_true (finds_as_before (app));
  dialog = open_dialog (app);
  own = find_child (dialog, "own");
  editor = open_editor (app, dialog);
  qsa_variant_editor_set_spelling (editor, 0, "جسر");
  qsa_variant_editor_set_spelling (editor, 1, "قطار");
  qsa_variant_editor_set_kind (editor, QSA_VARIANT_THING);
  g_assert_null (qsa_variant_editor_get_message (editor));
  qsa_test_app_shoot (app, "variant-editor");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (editor), "editor.apply", NULL));
  qsa_test_wait (is_stored, &stored);
  qsa_test_wait (shows_one, own);
  qsa_test_wait (finds_more, app);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (find_row (own, 0)),
                                             "variant.remove", NULL));
  qsa_test_wait (is_forgotten, &stored);
  qsa_test_wait (shows_no_row, own);
  qsa_test_wait (finds_as_before, app);
}

static void
test_edit (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();
  GtkWidget *dialog = open_dialog (app);
  GtkWidget *own = find_child (dialog, "own");
  QsaVariantEditor *editor = open_editor (app, dialog);
  Stored before = { app, TRUE, "زيتونة", NULL };
  Stored after = { app, TRUE, "زيتونات", NULL };

  qsa_variant_editor_set_spelling (editor, 0, "زيتونة");
  qsa_variant_editor_set_spelling (editor, 1, "شجرة الزيتون");
  gtk_widget_activate_action (GTK_WIDGET (editor), "editor.apply", NULL);
  qsa_test_wait (is_stored, &before);
  g_assert_cmpstrv (find_stored (app, "زيتونة", NULL)->spellings,
                    ((const char *const[]){ "زيتونة", "شجرة الزيتون", NULL }));

  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (find_row (own, 0)), "variant.edit", NULL));
  qsa_test_wait (has_editor, app);
  editor = QSA_VARIANT_EDITOR (qsa_test_app_find_window (app, QSA_TYPE_VARIANT_EDITOR));
  qsa_variant_editor_set_spelling (editor, 0, "زيتونات");
  gtk_widget_activate_action (GTK_WIDGET (editor), "editor.apply", NULL);
  qsa_test_wait (is_stored, &after);
  g_assert_true (is_forgotten (&before));
  g_assert_cmpuint (count_visible (own), ==, 1);
}

/* Why a group cannot be added yet. */
static void
test_checks (void)
{
  g_autoptr (QsaTestApp) app = qsa_test_app_new_with_archive ();
  QsaVariantEditor *editor = open_editor (app, open_dialog (app));

  g_assert_nonnull (qsa_variant_editor_get_message (editor));
  qsa_variant_editor_set_spelling (editor, 0, "أوروبا");
  g_assert_nonnull (qsa_variant_editor_get_message (editor));
  /* The same twice, or the same to every search. */
  qsa_variant_editor_set_spelling (editor, 1, " أوروبا ");
  g_assert_nonnull (qsa_variant_editor_get_message (editor));
  qsa_variant_editor_set_spelling (editor, 1, "اوروبا");
  g_assert_nonnull (qsa_variant_editor_get_message (editor));
  qsa_variant_editor_set_spelling (editor, 1, "؟!");
  g_assert_nonnull (qsa_variant_editor_get_message (editor));
  qsa_variant_editor_set_spelling (editor, 1, "أوربا");
  g_assert_null (qsa_variant_editor_get_message (editor));
  /* A full last line brings another one. */
  qsa_variant_editor_set_spelling (editor, 2, "يوروبا");
  qsa_variant_editor_set_spelling (editor, 3, "");
  g_assert_null (qsa_variant_editor_get_message (editor));
}

int
main (int argc, char **argv)
{
  qsa_test_init_display (&argc, &argv);
  g_test_add_func ("/app/variants/shipped", test_shipped);
  g_test_add_func ("/app/variants/own", test_own);
  g_test_add_func ("/app/variants/edit", test_edit);
  g_test_add_func ("/app/variants/checks", test_checks);
  return g_test_run ();
}
