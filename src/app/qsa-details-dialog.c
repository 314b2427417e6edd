/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-details-dialog.h"

#include <glib/gi18n.h>

#include "qsa-date-reading.h"
#include "qsa-display-text.h"
#include "qsa-field-row.h"
#include "qsa-outlet-completion.h"

struct _QsaDetailsDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  AdwWindowTitle *heading;
  GtkWidget *apply_button;
  QsaFieldRow *title_row;
  QsaFieldRow *outlet_row;
  QsaFieldRow *author_row;
  QsaFieldRow *date_row;
  GtkCalendar *calendar;
  GtkMenuButton *calendar_button;
  GtkLabel *date_label;

  /* Owned */
  GArray *ids;

  QsaDate date; /* as the row says; undated when it is empty or wrong */
  gboolean date_is_wrong;
  gboolean picking;
};

enum
{
  QSA_DETAILS_DIALOG_APPLY,
  QSA_DETAILS_DIALOG_N_SIGNALS,
};

static guint signals[QSA_DETAILS_DIALOG_N_SIGNALS];

G_DEFINE_FINAL_TYPE (QsaDetailsDialog, qsa_details_dialog, ADW_TYPE_WINDOW)

/* ---- what was changed ---- */

static void
qsa_details_dialog_collect_text (QsaFieldRow *row, QsaField field, QsaArticleEdit *edit,
                                 char **value)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (row)) || !qsa_field_row_get_changed (row))
    return;
  edit->fields |= field;
  *value = qsa_field_row_dup_value (row);
}

static QsaArticleEdit *
qsa_details_dialog_collect (QsaDetailsDialog *self)
{
  QsaArticleEdit *edit = qsa_article_edit_new ();

  qsa_details_dialog_collect_text (self->title_row, QSA_FIELD_TITLE, edit, &edit->title);
  qsa_details_dialog_collect_text (self->outlet_row, QSA_FIELD_OUTLET, edit,
                                   &edit->outlet);
  qsa_details_dialog_collect_text (self->author_row, QSA_FIELD_AUTHOR, edit,
                                   &edit->author);
  if (!self->date_is_wrong && qsa_field_row_get_changed (self->date_row))
    {
      edit->fields |= QSA_FIELD_DATE;
      edit->date = self->date;
    }
  return edit;
}

static void
qsa_details_dialog_update_apply (QsaDetailsDialog *self)
{
  g_autoptr (QsaArticleEdit) edit = qsa_details_dialog_collect (self);

  g_assert (QSA_IS_DETAILS_DIALOG (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "details.apply",
                                 edit->fields != 0 && !self->date_is_wrong);
}

static void
qsa_details_dialog_apply (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QsaDetailsDialog *self = QSA_DETAILS_DIALOG (widget);
  g_autoptr (QsaArticleEdit) edit = qsa_details_dialog_collect (self);

  if (edit->fields != 0 && !self->date_is_wrong)
    g_signal_emit (self, signals[QSA_DETAILS_DIALOG_APPLY], 0, self->ids, edit);
  gtk_window_close (GTK_WINDOW (self));
}

/* ---- the date ---- */

static void
qsa_details_dialog_set_wrong (QsaDetailsDialog *self, gboolean wrong)
{
  GtkWidget *widgets[] = { GTK_WIDGET (self->date_row), GTK_WIDGET (self->date_label) };

  self->date_is_wrong = wrong;
  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    if (wrong)
      gtk_widget_add_css_class (widgets[i], "error");
    else
      gtk_widget_remove_css_class (widgets[i], "error");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->date_row), GTK_ACCESSIBLE_STATE_INVALID,
      wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
qsa_details_dialog_describe_date (QsaDetailsDialog *self, gboolean empty)
{
  g_autofree char *reading = NULL;

  if (self->date_is_wrong)
    reading =
        g_strdup (_ ("This is not a date. Write a year, a month or a day, such as 2021, "
                     "2021-12 or 2021-12-08."));
  else if (!empty || qsa_field_row_get_unknown (self->date_row))
    reading = qsa_date_reading_describe (&self->date);
  else
    reading = g_strdup (_ ("Every article keeps its own date."));
  gtk_label_set_text (self->date_label, reading);
}

static void
qsa_details_dialog_show_in_calendar (QsaDetailsDialog *self)
{
  QsaDate first;
  g_autoptr (GDateTime) when = NULL;

  if (self->picking || self->date.precision == QSA_DATE_NONE)
    return;
  first = qsa_date_from_days (qsa_date_first_day (&self->date), QSA_DATE_DAY);
  when = g_date_time_new_local (first.year, first.month, first.day, 12, 0, 0);
  self->picking = TRUE;
  if (when != NULL)
    gtk_calendar_select_day (self->calendar, when);
  self->picking = FALSE;
}

static void
qsa_details_dialog_date_edited (QsaDetailsDialog *self)
{
  g_autofree char *text = qsa_field_row_dup_value (self->date_row);
  gboolean read;

  g_assert (QSA_IS_DETAILS_DIALOG (self));

  self->date = (QsaDate) QSA_DATE_INIT;
  read = text == NULL || qsa_date_reading_parse (text, &self->date);
  qsa_details_dialog_set_wrong (self, !read);
  qsa_details_dialog_describe_date (self, text == NULL);
  qsa_details_dialog_show_in_calendar (self);
  qsa_details_dialog_update_apply (self);
}

static void
qsa_details_dialog_day_picked (QsaDetailsDialog *self)
{
  g_autoptr (GDateTime) when = NULL;
  g_autofree char *iso = NULL;

  g_assert (QSA_IS_DETAILS_DIALOG (self));

  if (self->picking)
    return;
  when = gtk_calendar_get_date (self->calendar);
  iso = g_strdup_printf ("%04d-%02d-%02d", g_date_time_get_year (when),
                         g_date_time_get_month (when),
                         g_date_time_get_day_of_month (when));
  self->picking = TRUE;
  qsa_field_row_set_text (self->date_row, iso);
  self->picking = FALSE;
}

/* ---- class ---- */

static void
qsa_details_dialog_dispose (GObject *object)
{
  QsaDetailsDialog *self = QSA_DETAILS_DIALOG (object);

  g_clear_pointer (&self->ids, g_array_unref);
  G_OBJECT_CLASS (qsa_details_dialog_parent_class)->dispose (object);
}

static void
qsa_details_dialog_class_init (QsaDetailsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qsa_details_dialog_dispose;

  signals[QSA_DETAILS_DIALOG_APPLY] =
      g_signal_new ("apply", QSA_TYPE_DETAILS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_POINTER);
  gtk_widget_class_install_action (widget_class, "details.apply", NULL,
                                   qsa_details_dialog_apply);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "details.apply", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK,
                                       "details.apply", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close",
                                       NULL);

  g_type_ensure (QSA_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/qusasat/Qusasat/ui/qsa-details-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QsaDetailsDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, QsaDetailsDialog, apply_button);
  gtk_widget_class_bind_template_child (widget_class, QsaDetailsDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, QsaDetailsDialog, outlet_row);
  gtk_widget_class_bind_template_child (widget_class, QsaDetailsDialog, author_row);
  gtk_widget_class_bind_template_child (widget_class, QsaDetailsDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, QsaDetailsDialog, calendar);
  gtk_widget_class_bind_template_child (widget_class, QsaDetailsDialog, calendar_button);
  gtk_widget_class_bind_template_child (widget_class, QsaDetailsDialog, date_label);
  gtk_widget_class_bind_template_callback (widget_class, qsa_details_dialog_update_apply);
  gtk_widget_class_bind_template_callback (widget_class, qsa_details_dialog_date_edited);
  gtk_widget_class_bind_template_callback (widget_class, qsa_details_dialog_day_picked);
}

static void
qsa_details_dialog_init (QsaDetailsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->date_row),
                            GTK_WIDGET (self->calendar_button));
}

static void
qsa_details_dialog_start_one (QsaDetailsDialog *self, const QsaArticle *article)
{
  g_autofree char *iso = qsa_date_to_iso (&article->date);

  adw_window_title_set_subtitle (self->heading,
                                 article->title != NULL ? article->title : "");
  qsa_field_row_start (self->title_row, article->title, FALSE);
  qsa_field_row_start (self->outlet_row, article->outlet, FALSE);
  qsa_field_row_start (self->author_row, article->author, FALSE);
  qsa_field_row_start (self->date_row, iso, FALSE);
}

static void
qsa_details_dialog_start_many (QsaDetailsDialog *self)
{
  g_autofree char *count = qsa_display_n_articles (self->ids->len);

  adw_window_title_set_subtitle (self->heading, count);
  gtk_widget_set_visible (GTK_WIDGET (self->title_row), FALSE);
  qsa_field_row_start (self->outlet_row, NULL, TRUE);
  qsa_field_row_start (self->author_row, NULL, TRUE);
  qsa_field_row_start (self->date_row, NULL, TRUE);
}

/* Where there is most likely something to do: the first field that nobody knows, else the first. */
static void
qsa_details_dialog_focus (QsaDetailsDialog *self)
{
  QsaFieldRow *rows[] = { self->title_row, self->outlet_row, self->author_row,
                          self->date_row };
  QsaFieldRow *wanted = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (gtk_widget_get_visible (GTK_WIDGET (rows[i]))
        && (wanted == NULL
            || (qsa_field_row_get_unknown (rows[i])
                && !qsa_field_row_get_unknown (wanted))))
      wanted = rows[i];
  gtk_widget_grab_focus (GTK_WIDGET (wanted));
}

GtkWidget *
qsa_details_dialog_new (GtkWindow *parent, QsaLibrary *library, GArray *ids,
                        const QsaArticle *article)
{
  QsaDetailsDialog *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (QSA_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (ids != NULL && ids->len > 0, NULL);

  self = g_object_new (QSA_TYPE_DETAILS_DIALOG, "transient-for", parent, NULL);
  self->ids = g_array_copy (ids);
  qsa_outlet_completion_attach (ADW_ENTRY_ROW (self->outlet_row),
                                qsa_library_get_outlets (library));
  if (article != NULL)
    qsa_details_dialog_start_one (self, article);
  else
    qsa_details_dialog_start_many (self);
  qsa_details_dialog_date_edited (self);
  qsa_details_dialog_focus (self);
  return GTK_WIDGET (self);
}
