/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-import-report.h"

#include <glib/gi18n.h>

#include "qsa-bidi.h"
#include "qsa-display-text.h"
#include "qsa-import-bar.h"
#include "qsa-report-model.h"
#include "qsa-text-util.h"

struct _QsaImportReport
{
  AdwWindow parent_instance;

  /* Template */
  GtkLabel *summary;
  GtkDropDown *kind;
  GtkListView *list;

  /* Owned */
  QsaReportModel *model;
};

enum
{
  QSA_IMPORT_REPORT_OPEN_ARTICLE,
  QSA_IMPORT_REPORT_N_SIGNALS,
};

static guint signals[QSA_IMPORT_REPORT_N_SIGNALS];

G_DEFINE_FINAL_TYPE (QsaImportReport, qsa_import_report, ADW_TYPE_WINDOW)

static const struct
{
  QsaReportKind kind;
  const char *label;
} report_kinds[] = {
  { QSA_REPORT_ALL, NC_ ("outcome", "All") },
  { QSA_REPORT_ADDED, NC_ ("outcome", "Added") },
  { QSA_REPORT_DUPLICATES, NC_ ("outcome", "Duplicates") },
  { QSA_REPORT_FAILED, NC_ ("outcome", "Failed") },
  { QSA_REPORT_WARNINGS, NC_ ("outcome", "With Warnings") },
};

static const char *const outcome_icons[] = {
  [QSA_OUTCOME_ADDED] = "emblem-ok-symbolic",
  [QSA_OUTCOME_DUPLICATE] = "edit-copy-symbolic",
  [QSA_OUTCOME_FAILED] = "dialog-warning-symbolic",
};

/* ---- rows ---- */

static GtkWidget *
qsa_import_report_add_line (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
qsa_import_report_setup_row (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), box);
  g_object_set_data (G_OBJECT (row), "qsa-icon", icon);
  g_object_set_data (G_OBJECT (row), "qsa-title",
                     qsa_import_report_add_line (box, "body"));
  g_object_set_data (G_OBJECT (row), "qsa-message",
                     qsa_import_report_add_line (box, "caption"));
  g_object_set_data (G_OBJECT (row), "qsa-path",
                     qsa_import_report_add_line (box, "meta"));
  gtk_list_item_set_child (list_item, row);
}

static char *
qsa_import_report_dup_place (const QsaImportItem *item)
{
  g_autofree char *path = NULL;

  if (item->path == NULL)
    return g_strdup (_ ("Pasted text"));
  path = g_filename_display_name (item->path);
  if (item->index == 0)
    return qsa_bidi_isolate (path, QSA_DIRECTION_LTR);
  else
    {
      g_autofree char *isolated = qsa_bidi_isolate (path, QSA_DIRECTION_LTR);

      /* Translators: %1$s is a file of many articles, %2$u the place of one in it. */
      return g_strdup_printf (_ ("%1$s, article %2$u"), isolated, item->index + 1);
    }
}

static void
qsa_import_report_bind_row (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);
  const QsaImportItem *item = qsa_report_item_get (gtk_list_item_get_item (list_item));
  GtkLabel *message = g_object_get_data (G_OBJECT (row), "qsa-message");
  GtkImage *icon = g_object_get_data (G_OBJECT (row), "qsa-icon");
  g_autofree char *place = qsa_import_report_dup_place (item);
  g_autofree char *title = NULL;
  const char *text = item->message;

  if (item->title != NULL)
    title = qsa_display_directed (item->title, NULL);
  else if (item->outcome == QSA_OUTCOME_FAILED)
    title = g_strdup (_ ("Not imported"));
  else
    title = g_strdup (_ ("Untitled"));
  if (text == NULL && item->outcome == QSA_OUTCOME_DUPLICATE)
    text = _ ("The library has this article already.");

  gtk_image_set_from_icon_name (icon, outcome_icons[item->outcome]);
  gtk_widget_set_tooltip_text (GTK_WIDGET (icon),
                               qsa_report_outcome_text (item->outcome));
  gtk_label_set_text (g_object_get_data (G_OBJECT (row), "qsa-title"), title);
  gtk_label_set_text (g_object_get_data (G_OBJECT (row), "qsa-path"), place);
  gtk_label_set_text (message, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (message), text != NULL);
}

static void
qsa_import_report_activated (QsaImportReport *self, guint position)
{
  g_autoptr (QsaReportItem) item = NULL;

  g_assert (QSA_IS_IMPORT_REPORT (self));

  item = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  if (item != NULL && qsa_report_item_get (item)->article_id != 0)
    g_signal_emit (self, signals[QSA_IMPORT_REPORT_OPEN_ARTICLE], 0,
                   qsa_report_item_get (item)->article_id);
}

/* ---- the list ---- */

static void
qsa_import_report_kind_chosen (QsaImportReport *self)
{
  guint selected;

  g_assert (QSA_IS_IMPORT_REPORT (self));

  selected = gtk_drop_down_get_selected (self->kind);
  if (self->model != NULL && selected < G_N_ELEMENTS (report_kinds))
    qsa_report_model_set_kind (self->model, report_kinds[selected].kind);
}

static void
qsa_import_report_fill_kinds (QsaImportReport *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (report_kinds); i++)
    {
      g_autofree char *number =
          qsa_number_format (qsa_report_model_count (self->model, report_kinds[i].kind));
      g_autofree char *label = g_strdup_printf (
          /* Translators: a choice and how many there are: "Failed (3)". */
          _ ("%1$s (%2$s)"), g_dpgettext2 (NULL, "outcome", report_kinds[i].label),
          number);

      gtk_string_list_append (labels, label);
    }
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (labels));
}

static void
qsa_import_report_copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QsaImportReport *self = QSA_IMPORT_REPORT (widget);
  g_autofree char *text = qsa_report_model_to_text (self->model);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
qsa_import_report_finalize (GObject *object)
{
  g_clear_object (&QSA_IMPORT_REPORT (object)->model);
  G_OBJECT_CLASS (qsa_import_report_parent_class)->finalize (object);
}

static void
qsa_import_report_class_init (QsaImportReportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = qsa_import_report_finalize;

  signals[QSA_IMPORT_REPORT_OPEN_ARTICLE] =
      g_signal_new ("open-article", QSA_TYPE_IMPORT_REPORT, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/qusasat/Qusasat/ui/qsa-import-report.ui");
  gtk_widget_class_bind_template_child (widget_class, QsaImportReport, summary);
  gtk_widget_class_bind_template_child (widget_class, QsaImportReport, kind);
  gtk_widget_class_bind_template_child (widget_class, QsaImportReport, list);

  gtk_widget_class_install_action (widget_class, "report.copy", NULL,
                                   qsa_import_report_copy);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK,
                                       "report.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK,
                                       "window.close", NULL);
}

static void
qsa_import_report_init (QsaImportReport *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (qsa_import_report_setup_row), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (qsa_import_report_bind_row), NULL);
  gtk_list_view_set_factory (self->list, factory);
  g_signal_connect_object (self->list, "activate",
                           G_CALLBACK (qsa_import_report_activated), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->kind, "notify::selected",
                           G_CALLBACK (qsa_import_report_kind_chosen), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
qsa_import_report_new (GtkWindow *parent, QsaImportJob *job)
{
  QsaImportReport *self;
  g_autofree char *summary = NULL;

  g_return_val_if_fail (QSA_IS_IMPORT_JOB (job), NULL);

  self = g_object_new (QSA_TYPE_IMPORT_REPORT, "transient-for", parent, NULL);
  self->model = qsa_report_model_new (job);
  summary = qsa_import_bar_summarise (job);
  gtk_label_set_text (self->summary, summary);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (gtk_single_selection_new (
                                           G_LIST_MODEL (g_object_ref (self->model)))));
  qsa_import_report_fill_kinds (self);
  /* What went wrong first, when something did. */
  if (qsa_import_job_get_n_failed (job) > 0)
    gtk_drop_down_set_selected (self->kind, QSA_REPORT_FAILED);
  return GTK_WIDGET (self);
}
