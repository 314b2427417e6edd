/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-variant-editor.h"

#include <glib/gi18n.h>

#include "qsa-fold.h"
#include "qsa-text-util.h"
#include "qsa-variant-row.h"

#define MIN_ENTRIES 3

struct _QsaVariantEditor
{
  AdwWindow parent_instance;

  /* Template */
  GtkButton *apply_button;
  AdwPreferencesGroup *spellings;
  AdwPreferencesGroup *kinds;
  GtkLabel *note;

  /* Owned */
  GPtrArray
      *entries; /* AdwEntryRow, borrowed from the group; the last one is always empty */

  GtkCheckButton *checks[QSA_VARIANT_KINDS]; /* borrowed */
  gint64 id;
  const char *message;
};

enum
{
  QSA_VARIANT_EDITOR_APPLY,
  QSA_VARIANT_EDITOR_N_SIGNALS,
};

static guint signals[QSA_VARIANT_EDITOR_N_SIGNALS];

G_DEFINE_FINAL_TYPE (QsaVariantEditor, qsa_variant_editor, ADW_TYPE_WINDOW)

/* ---- what is there ---- */

static char *
qsa_variant_editor_dup_entry (QsaVariantEditor *self, guint index)
{
  GtkEditable *entry = g_ptr_array_index (self->entries, index);

  return qsa_text_squeeze (gtk_editable_get_text (entry), -1);
}

static QsaVariantKind
qsa_variant_editor_get_kind (QsaVariantEditor *self)
{
  for (guint kind = 0; kind < QSA_VARIANT_KINDS; kind++)
    if (gtk_check_button_get_active (self->checks[kind]))
      return (QsaVariantKind) kind;
  return QSA_VARIANT_NAME;
}

/* The filled lines; what is there twice counts once. Free with g_strfreev(). */
static char **
qsa_variant_editor_dup_spellings (QsaVariantEditor *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable)
      seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      char *spelling = qsa_variant_editor_dup_entry (self, i);

      if (*spelling != '\0' && !g_hash_table_contains (seen, spelling))
        g_strv_builder_add (builder, spelling);
      g_hash_table_add (seen, spelling);
    }
  return g_strv_builder_end (builder);
}

/* How many of them a search tells apart. */
static guint
qsa_variant_editor_count_different (char **spellings)
{
  g_autoptr (GHashTable)
      folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; spellings[i] != NULL; i++)
    g_hash_table_add (folded, qsa_fold_text (spellings[i], -1));
  return g_hash_table_size (folded);
}

static gboolean
qsa_variant_editor_are_words (char **spellings)
{
  for (guint i = 0; spellings[i] != NULL; i++)
    if (qsa_text_count_words (spellings[i], -1) == 0)
      return FALSE;
  return TRUE;
}

static const char *
qsa_variant_editor_check (char **spellings)
{
  if (!qsa_variant_editor_are_words (spellings))
    return _ ("A spelling must have letters.");
  if (g_strv_length (spellings) < 2)
    return _ ("A group has at least two spellings.");
  if (qsa_variant_editor_count_different (spellings) < 2)
    return _ ("Every search finds these spellings as one already: it takes no notice of "
              "hamza, vowel marks, ة or ه, ى or ي.");
  return NULL;
}

static void
qsa_variant_editor_update (QsaVariantEditor *self)
{
  g_auto (GStrv) spellings = qsa_variant_editor_dup_spellings (self);

  self->message = qsa_variant_editor_check (spellings);
  /* Nobody is scolded for what is not written yet. */
  gtk_label_set_text (self->note,
                      self->message != NULL && spellings[0] != NULL ? self->message : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.apply",
                                 self->message == NULL);
}

/* ---- lines ---- */

static void qsa_variant_editor_text_changed (QsaVariantEditor *self);

static void
qsa_variant_editor_add_entry (QsaVariantEditor *self, const char *text)
{
  GtkWidget *entry = adw_entry_row_new ();
  g_autofree char *number = qsa_number_format (self->entries->len + 1);
  /* Translators: one of several lines to write in: "Spelling 2". */
  g_autofree char *title = g_strdup_printf (_ ("Spelling %s"), number);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), title);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  g_signal_connect_object (entry, "changed", G_CALLBACK (qsa_variant_editor_text_changed),
                           self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->spellings, entry);
  g_ptr_array_add (self->entries, entry);
}

static void
qsa_variant_editor_text_changed (QsaVariantEditor *self)
{
  g_autofree char *last = qsa_variant_editor_dup_entry (self, self->entries->len - 1);

  g_assert (QSA_IS_VARIANT_EDITOR (self));

  if (*last != '\0')
    qsa_variant_editor_add_entry (self, "");
  qsa_variant_editor_update (self);
}

static void
qsa_variant_editor_add_kinds (QsaVariantEditor *self)
{
  for (guint kind = 0; kind < QSA_VARIANT_KINDS; kind++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *check = gtk_check_button_new ();
      const char *title = qsa_variant_kind_get_title ((QsaVariantKind) kind);

      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      self->checks[kind] = GTK_CHECK_BUTTON (check);
      if (kind > 0)
        gtk_check_button_set_group (self->checks[kind], self->checks[0]);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                                   qsa_variant_kind_get_example ((QsaVariantKind) kind));
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      adw_preferences_group_add (self->kinds, row);
    }
  gtk_check_button_set_active (self->checks[QSA_VARIANT_NAME], TRUE);
}

/* ---- class ---- */

static void
qsa_variant_editor_apply (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QsaVariantEditor *self = QSA_VARIANT_EDITOR (widget);
  g_auto (GStrv) spellings = qsa_variant_editor_dup_spellings (self);
  QsaVariantGroup group = { .spellings = spellings,
                            .kind = qsa_variant_editor_get_kind (self),
                            .id = self->id,
                            .enabled = TRUE };

  g_signal_emit (self, signals[QSA_VARIANT_EDITOR_APPLY], 0, &group);
  gtk_window_close (GTK_WINDOW (self));
}

static void
qsa_variant_editor_finalize (GObject *object)
{
  QsaVariantEditor *self = QSA_VARIANT_EDITOR (object);

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  G_OBJECT_CLASS (qsa_variant_editor_parent_class)->finalize (object);
}

static void
qsa_variant_editor_class_init (QsaVariantEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = qsa_variant_editor_finalize;

  signals[QSA_VARIANT_EDITOR_APPLY] = g_signal_new ("apply", QSA_TYPE_VARIANT_EDITOR,
                                                    G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                                    NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/qusasat/Qusasat/ui/qsa-variant-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, QsaVariantEditor, apply_button);
  gtk_widget_class_bind_template_child (widget_class, QsaVariantEditor, spellings);
  gtk_widget_class_bind_template_child (widget_class, QsaVariantEditor, kinds);
  gtk_widget_class_bind_template_child (widget_class, QsaVariantEditor, note);
  gtk_widget_class_install_action (widget_class, "editor.apply", NULL,
                                   qsa_variant_editor_apply);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
qsa_variant_editor_init (QsaVariantEditor *self)
{
  self->entries = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  qsa_variant_editor_add_kinds (self);
}

GtkWidget *
qsa_variant_editor_new (GtkWindow *parent, const QsaVariantGroup *group)
{
  QsaVariantEditor *self = g_object_new (QSA_TYPE_VARIANT_EDITOR, "transient-for", parent,
                                         NULL);

  for (guint i = 0; group != NULL && group->spellings[i] != NULL; i++)
    qsa_variant_editor_add_entry (self, group->spellings[i]);
  do
    qsa_variant_editor_add_entry (self, "");
  while (self->entries->len < MIN_ENTRIES);
  if (group != NULL)
    {
      self->id = group->id;
      gtk_window_set_title (GTK_WINDOW (self), _ ("Edit Group"));
      gtk_button_set_label (self->apply_button, _ ("_Save"));
      qsa_variant_editor_set_kind (self, group->kind);
    }
  qsa_variant_editor_update (self);
  gtk_widget_grab_focus (g_ptr_array_index (self->entries, 0));
  return GTK_WIDGET (self);
}

void
qsa_variant_editor_set_spelling (QsaVariantEditor *self, guint index, const char *text)
{
  g_return_if_fail (QSA_IS_VARIANT_EDITOR (self));
  g_return_if_fail (index < self->entries->len);

  gtk_editable_set_text (g_ptr_array_index (self->entries, index), text);
}

void
qsa_variant_editor_set_kind (QsaVariantEditor *self, QsaVariantKind kind)
{
  g_return_if_fail (QSA_IS_VARIANT_EDITOR (self));
  g_return_if_fail ((guint) kind < QSA_VARIANT_KINDS);

  gtk_check_button_set_active (self->checks[kind], TRUE);
}

const char *
qsa_variant_editor_get_message (QsaVariantEditor *self)
{
  g_return_val_if_fail (QSA_IS_VARIANT_EDITOR (self), NULL);

  return self->message;
}
