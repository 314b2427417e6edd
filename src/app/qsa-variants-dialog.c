/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-variants-dialog.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "qsa-error.h"
#include "qsa-fold.h"
#include "qsa-shipped-variants.h"
#include "qsa-variant-editor.h"
#include "qsa-variant-row.h"

struct _QsaVariantsDialog
{
  AdwWindow parent_instance;

  /* Template */
  AdwToastOverlay *toasts;
  GtkEditable *search;
  GtkStack *stack;
  GtkWidget *read_only;
  AdwPreferencesGroup *own;
  AdwPreferencesGroup *shipped;

  /* Owned */
  QsaLibrary *library;
  QsaVariantTable *shipped_table;
  GHashTable *rows; /* char *key -> QsaVariantRow, borrowed from the groups */

  guint n_filled; /* shipped groups that have their row */
  guint fill_source;
};

/* Hundreds of rows take a second to make: the window is there at once, with the first of them. */
#define QSA_VARIANTS_DIALOG_AT_ONCE 12

G_DEFINE_FINAL_TYPE (QsaVariantsDialog, qsa_variants_dialog, ADW_TYPE_WINDOW)

static int
qsa_variants_dialog_compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The same for the same spellings in any order: what makes a row of the library one about a shipped
 * group. */
static char *
qsa_variants_dialog_dup_key (const QsaVariantGroup *group)
{
  guint n = g_strv_length (group->spellings);
  g_autofree char **sorted = g_memdup2 (group->spellings, (n + 1) * sizeof (char *));

  qsort (sorted, n, sizeof (char *), qsa_variants_dialog_compare_words);
  return qsa_variant_spellings_to_string ((const char *const *) sorted);
}

/* ---- storing ---- */

static void
qsa_variants_dialog_failed (QsaVariantsDialog *self, const GError *error)
{
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  if (!g_error_matches (error, QSA_ERROR, QSA_ERROR_CLOSED))
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

static void qsa_variants_dialog_update (QsaVariantsDialog *self);

static void
qsa_variants_dialog_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QsaVariantsDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (qsa_library_save_variant_finish (QSA_LIBRARY (source), result, &error) != 0
      || self->library == NULL)
    return;
  qsa_variants_dialog_failed (self, error);
  /* A switch shows what is stored. */
  qsa_variants_dialog_update (self);
}

static void
qsa_variants_dialog_save (QsaVariantsDialog *self, const QsaVariantGroup *group)
{
  g_assert (QSA_IS_VARIANTS_DIALOG (self));

  qsa_library_save_variant_async (self->library, group, qsa_variants_dialog_saved,
                                  g_object_ref (self));
}

static void
qsa_variants_dialog_undo_remove (AdwToast *toast, QsaVariantsDialog *self)
{
  QsaVariantGroup *group = g_object_get_data (G_OBJECT (toast), "qsa-group");

  /* Its row is gone: it comes back as a new one. */
  group->id = 0;
  qsa_variants_dialog_save (self, group);
}

typedef struct
{
  QsaVariantsDialog *dialog; /* owned */
  QsaVariantGroup *group;    /* owned */
} QsaVariantRemoval;

static void
qsa_variants_dialog_removed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree QsaVariantRemoval *removal = user_data;
  g_autoptr (QsaVariantsDialog) self = removal->dialog;
  g_autoptr (QsaVariantGroup) group = removal->group;
  g_autoptr (GError) error = NULL;
  AdwToast *toast;

  if (self->library == NULL)
    return;
  if (!qsa_library_remove_variant_finish (QSA_LIBRARY (source), result, &error))
    {
      qsa_variants_dialog_failed (self, error);
      return;
    }
  toast = adw_toast_new (_ ("Group removed"));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_object_set_data_full (G_OBJECT (toast), "qsa-group", g_steal_pointer (&group),
                          (GDestroyNotify) qsa_variant_group_free);
  g_signal_connect_object (toast, "button-clicked",
                           G_CALLBACK (qsa_variants_dialog_undo_remove), self, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
qsa_variants_dialog_remove (QsaVariantsDialog *self, QsaVariantRow *row)
{
  const QsaVariantGroup *group = qsa_variant_row_get_group (row);
  QsaVariantRemoval *removal = g_new0 (QsaVariantRemoval, 1);

  g_assert (QSA_IS_VARIANTS_DIALOG (self));

  removal->dialog = g_object_ref (self);
  removal->group = qsa_variant_group_copy (group);
  qsa_library_remove_variant_async (self->library, group->id, qsa_variants_dialog_removed,
                                    removal);
}

static void
qsa_variants_dialog_switched (QsaVariantsDialog *self, gboolean on, QsaVariantRow *row)
{
  g_autoptr (QsaVariantGroup)
      group = qsa_variant_group_copy (qsa_variant_row_get_group (row));

  g_assert (QSA_IS_VARIANTS_DIALOG (self));

  group->enabled = on;
  qsa_variants_dialog_save (self, group);
}

/* ---- the editor ---- */

static void
qsa_variants_dialog_apply (QsaVariantsDialog *self, const QsaVariantGroup *group)
{
  g_assert (QSA_IS_VARIANTS_DIALOG (self));

  /* What was written must be seen, also when something else was looked for. */
  gtk_editable_set_text (self->search, "");
  qsa_variants_dialog_save (self, group);
}

static void
qsa_variants_dialog_open_editor (QsaVariantsDialog *self, const QsaVariantGroup *group)
{
  GtkWidget *editor = qsa_variant_editor_new (GTK_WINDOW (self), group);

  /* What nobody has is what is to be added. */
  if (group == NULL
      && g_str_equal (gtk_stack_get_visible_child_name (self->stack), "none"))
    qsa_variant_editor_set_spelling (QSA_VARIANT_EDITOR (editor), 0,
                                     gtk_editable_get_text (self->search));
  g_signal_connect_object (editor, "apply", G_CALLBACK (qsa_variants_dialog_apply), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (editor));
}

static void
qsa_variants_dialog_edit (QsaVariantsDialog *self, QsaVariantRow *row)
{
  g_assert (QSA_IS_VARIANTS_DIALOG (self));

  qsa_variants_dialog_open_editor (self, qsa_variant_row_get_group (row));
}

static void
qsa_variants_dialog_add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  qsa_variants_dialog_open_editor (QSA_VARIANTS_DIALOG (widget), NULL);
}

static void
qsa_variants_dialog_find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (QSA_VARIANTS_DIALOG (widget)->search));
}

/* ---- rows ---- */

static void
qsa_variants_dialog_filter (QsaVariantsDialog *self)
{
  g_autofree char *folded = qsa_fold_text (gtk_editable_get_text (self->search), -1);
  GHashTableIter iter;
  gpointer row;
  guint n_own = 0;
  guint n_shipped = 0;

  g_assert (QSA_IS_VARIANTS_DIALOG (self));

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    {
      gboolean matches = qsa_variant_row_matches (row, folded);

      gtk_widget_set_visible (row, matches);
      if (!matches)
        continue;
      if (gtk_widget_is_ancestor (row, GTK_WIDGET (self->shipped)))
        n_shipped++;
      else
        n_own++;
    }
  /* While nothing is looked for, the user's part shows how a group is made. */
  gtk_widget_set_visible (GTK_WIDGET (self->own), *folded == '\0' || n_own > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->shipped), n_shipped > 0);
  /* What is not there yet may still come. */
  gtk_stack_set_visible_child_name (self->stack, *folded != '\0' && n_own + n_shipped == 0
                                                         && self->fill_source == 0
                                                     ? "none"
                                                     : "groups");
}

static void
qsa_variants_dialog_add_row (QsaVariantsDialog *self, const QsaVariantGroup *group,
                             const char *source, const char *key)
{
  GtkWidget *row = qsa_variant_row_new (group, source);

  qsa_variant_row_set_writable (QSA_VARIANT_ROW (row),
                                !qsa_library_get_read_only (self->library));
  g_signal_connect_object (row, "switched", G_CALLBACK (qsa_variants_dialog_switched),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "edit", G_CALLBACK (qsa_variants_dialog_edit), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove", G_CALLBACK (qsa_variants_dialog_remove), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (source != NULL ? self->shipped : self->own, row);
  g_hash_table_insert (self->rows, g_strdup (key), row);
}

/* Rows stay as long as their group does, and with them the focus and the place in the list. */
static void
qsa_variants_dialog_show_group (QsaVariantsDialog *self, const QsaVariantGroup *group,
                                const char *source, GHashTable *gone)
{
  g_autofree char *key = qsa_variants_dialog_dup_key (group);
  QsaVariantRow *row = g_hash_table_lookup (self->rows, key);

  g_hash_table_remove (gone, key);
  if (row != NULL)
    qsa_variant_row_update (row, group);
  else
    qsa_variants_dialog_add_row (self, group, source, key);
}

static void
qsa_variants_dialog_drop_rows (QsaVariantsDialog *self, GHashTable *gone)
{
  GHashTableIter iter;
  gpointer key;
  gpointer row;

  g_hash_table_iter_init (&iter, gone);
  while (g_hash_table_iter_next (&iter, &key, &row))
    {
      adw_preferences_group_remove (self->own, row);
      g_hash_table_remove (self->rows, key);
    }
}

/* Group by key, borrowed from @groups. */
static GHashTable *
qsa_variants_dialog_index (GPtrArray *groups)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < groups->len; i++)
    g_hash_table_replace (index,
                          qsa_variants_dialog_dup_key (g_ptr_array_index (groups, i)),
                          g_ptr_array_index (groups, i));
  return index;
}

/* A copy of what the rows are by now. */
static GHashTable *
qsa_variants_dialog_copy_rows (QsaVariantsDialog *self)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer key;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &key, &row))
    g_hash_table_insert (copy, g_strdup (key), row);
  return copy;
}

static void
qsa_variants_dialog_show_shipped (QsaVariantsDialog *self, const QsaVariantGroup *group,
                                  GHashTable *now, GHashTable *gone)
{
  g_autofree char *key = qsa_variants_dialog_dup_key (group);
  const QsaVariantGroup *stored = g_hash_table_lookup (now, key);

  qsa_variants_dialog_show_group (self, stored != NULL ? stored : group,
                                  group->source != NULL ? group->source : "", gone);
}

static gboolean
qsa_variants_dialog_fill (gpointer data)
{
  QsaVariantsDialog *self = data;
  GPtrArray *groups =
      qsa_variant_table_get_groups (qsa_library_get_variants (self->library));
  GPtrArray *shipped = qsa_variant_table_get_groups (self->shipped_table);
  g_autoptr (GHashTable) now = qsa_variants_dialog_index (groups);
  g_autoptr (GHashTable) none = g_hash_table_new (g_str_hash, g_str_equal);
  guint end = MIN (self->n_filled + QSA_VARIANTS_DIALOG_AT_ONCE, shipped->len);

  for (; self->n_filled < end; self->n_filled++)
    qsa_variants_dialog_show_shipped (self, g_ptr_array_index (shipped, self->n_filled),
                                      now, none);
  if (self->n_filled == shipped->len)
    self->fill_source = 0;
  qsa_variants_dialog_filter (self);
  return self->n_filled < shipped->len ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
qsa_variants_dialog_update_own_note (QsaVariantsDialog *self, guint n_own)
{
  adw_preferences_group_set_description (
      self->own,
      n_own == 0 ? _ ("Teach the program that two spellings are one word.") : NULL);
}

static void
qsa_variants_dialog_update (QsaVariantsDialog *self)
{
  QsaVariantTable *table = qsa_library_get_variants (self->library);
  GPtrArray *groups = qsa_variant_table_get_groups (table);
  GPtrArray *shipped = qsa_variant_table_get_groups (self->shipped_table);
  g_autoptr (GHashTable) shipped_index = qsa_variants_dialog_index (shipped);
  g_autoptr (GHashTable) now = qsa_variants_dialog_index (groups);
  g_autoptr (GHashTable) gone = qsa_variants_dialog_copy_rows (self);
  guint n_own = 0;

  g_assert (QSA_IS_VARIANTS_DIALOG (self));

  for (guint i = 0; i < groups->len; i++)
    {
      const QsaVariantGroup *group = g_ptr_array_index (groups, i);
      g_autofree char *key = qsa_variants_dialog_dup_key (group);

      if (g_hash_table_contains (shipped_index, key))
        continue;
      qsa_variants_dialog_show_group (self, group, NULL, gone);
      n_own++;
    }
  for (guint i = 0; i < self->n_filled; i++)
    qsa_variants_dialog_show_shipped (self, g_ptr_array_index (shipped, i), now, gone);
  qsa_variants_dialog_drop_rows (self, gone);
  qsa_variants_dialog_update_own_note (self, n_own);
  qsa_variants_dialog_filter (self);
}

static void
qsa_variants_dialog_stop_search (QsaVariantsDialog *self)
{
  g_assert (QSA_IS_VARIANTS_DIALOG (self));

  /* The first Esc clears, the second closes. */
  if (*gtk_editable_get_text (self->search) != '\0')
    gtk_editable_set_text (self->search, "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* ---- class ---- */

static void
qsa_variants_dialog_dispose (GObject *object)
{
  QsaVariantsDialog *self = QSA_VARIANTS_DIALOG (object);

  g_clear_handle_id (&self->fill_source, g_source_remove);
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (qsa_variants_dialog_parent_class)->dispose (object);
}

static void
qsa_variants_dialog_finalize (GObject *object)
{
  QsaVariantsDialog *self = QSA_VARIANTS_DIALOG (object);

  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->shipped_table, qsa_variant_table_unref);
  G_OBJECT_CLASS (qsa_variants_dialog_parent_class)->finalize (object);
}

static void
qsa_variants_dialog_class_init (QsaVariantsDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qsa_variants_dialog_dispose;
  object_class->finalize = qsa_variants_dialog_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/qusasat/Qusasat/ui/qsa-variants-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QsaVariantsDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, QsaVariantsDialog, search);
  gtk_widget_class_bind_template_child (widget_class, QsaVariantsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, QsaVariantsDialog, read_only);
  gtk_widget_class_bind_template_child (widget_class, QsaVariantsDialog, own);
  gtk_widget_class_bind_template_child (widget_class, QsaVariantsDialog, shipped);
  gtk_widget_class_install_action (widget_class, "variants.add", NULL,
                                   qsa_variants_dialog_add);
  gtk_widget_class_install_action (widget_class, "variants.find", NULL,
                                   qsa_variants_dialog_find);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK,
                                       "variants.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK,
                                       "variants.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
qsa_variants_dialog_init (QsaVariantsDialog *self)
{
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->shipped_table = qsa_variant_table_new_shipped ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->search, "changed",
                           G_CALLBACK (qsa_variants_dialog_filter), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search",
                           G_CALLBACK (qsa_variants_dialog_stop_search), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
qsa_variants_dialog_new (GtkWindow *parent, QsaLibrary *library)
{
  QsaVariantsDialog *self;
  gboolean read_only;

  g_return_val_if_fail (QSA_IS_LIBRARY (library), NULL);

  self = g_object_new (QSA_TYPE_VARIANTS_DIALOG, "transient-for", parent, NULL);
  self->library = g_object_ref (library);
  read_only = qsa_library_get_read_only (library);
  gtk_widget_set_visible (self->read_only, read_only);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "variants.add", !read_only);
  g_signal_connect_object (library, "notify::variants",
                           G_CALLBACK (qsa_variants_dialog_update), self,
                           G_CONNECT_SWAPPED);
  qsa_variants_dialog_update (self);
  qsa_variants_dialog_fill (self);
  self->fill_source = g_idle_add_full (G_PRIORITY_LOW, qsa_variants_dialog_fill, self,
                                       NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  return GTK_WIDGET (self);
}
