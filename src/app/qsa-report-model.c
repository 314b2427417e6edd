/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-report-model.h"

#include <glib/gi18n.h>

struct _QsaReportItem
{
  GObject parent_instance;

  QsaImportJob *job;           /* owned: keeps the line alive */
  const QsaImportItem *import; /* borrowed from the job */
};

G_DEFINE_FINAL_TYPE (QsaReportItem, qsa_report_item, G_TYPE_OBJECT)

static void
qsa_report_item_finalize (GObject *object)
{
  g_clear_object (&QSA_REPORT_ITEM (object)->job);
  G_OBJECT_CLASS (qsa_report_item_parent_class)->finalize (object);
}

static void
qsa_report_item_class_init (QsaReportItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qsa_report_item_finalize;
}

static void
qsa_report_item_init (QsaReportItem *self)
{
}

const QsaImportItem *
qsa_report_item_get (QsaReportItem *self)
{
  g_return_val_if_fail (QSA_IS_REPORT_ITEM (self), NULL);

  return self->import;
}

struct _QsaReportModel
{
  GObject parent_instance;

  /* Owned */
  QsaImportJob *job;
  GArray *shown; /* guint: indexes of the job's items */
};

static GType
qsa_report_model_get_item_type (GListModel *model)
{
  return QSA_TYPE_REPORT_ITEM;
}

static guint
qsa_report_model_get_n_items (GListModel *model)
{
  return QSA_REPORT_MODEL (model)->shown->len;
}

static gpointer
qsa_report_model_get_item (GListModel *model, guint position)
{
  QsaReportModel *self = QSA_REPORT_MODEL (model);
  QsaReportItem *item;

  if (position >= self->shown->len)
    return NULL;
  item = g_object_new (QSA_TYPE_REPORT_ITEM, NULL);
  item->job = g_object_ref (self->job);
  item->import = g_ptr_array_index (qsa_import_job_get_items (self->job),
                                    g_array_index (self->shown, guint, position));
  return item;
}

static void
qsa_report_model_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = qsa_report_model_get_item_type;
  iface->get_n_items = qsa_report_model_get_n_items;
  iface->get_item = qsa_report_model_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (QsaReportModel, qsa_report_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      qsa_report_model_list_model_init))

static void
qsa_report_model_finalize (GObject *object)
{
  QsaReportModel *self = QSA_REPORT_MODEL (object);

  g_clear_object (&self->job);
  g_clear_pointer (&self->shown, g_array_unref);
  G_OBJECT_CLASS (qsa_report_model_parent_class)->finalize (object);
}

static void
qsa_report_model_class_init (QsaReportModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qsa_report_model_finalize;
}

static void
qsa_report_model_init (QsaReportModel *self)
{
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
}

static gboolean
qsa_report_model_is_kind (const QsaImportItem *item, QsaReportKind kind)
{
  switch (kind)
    {
    case QSA_REPORT_ADDED:
      return item->outcome == QSA_OUTCOME_ADDED;
    case QSA_REPORT_DUPLICATES:
      return item->outcome == QSA_OUTCOME_DUPLICATE;
    case QSA_REPORT_FAILED:
      return item->outcome == QSA_OUTCOME_FAILED;
    case QSA_REPORT_WARNINGS:
      return item->outcome == QSA_OUTCOME_ADDED && item->message != NULL;
    case QSA_REPORT_ALL:
    case QSA_REPORT_N_KINDS:
    default:
      return TRUE;
    }
}

QsaReportModel *
qsa_report_model_new (QsaImportJob *job)
{
  QsaReportModel *self;

  g_return_val_if_fail (QSA_IS_IMPORT_JOB (job), NULL);

  self = g_object_new (QSA_TYPE_REPORT_MODEL, NULL);
  self->job = g_object_ref (job);
  qsa_report_model_set_kind (self, QSA_REPORT_ALL);
  return self;
}

void
qsa_report_model_set_kind (QsaReportModel *self, QsaReportKind kind)
{
  GPtrArray *items;
  guint n_before;

  g_return_if_fail (QSA_IS_REPORT_MODEL (self));

  items = qsa_import_job_get_items (self->job);
  n_before = self->shown->len;
  g_array_set_size (self->shown, 0);
  for (guint i = 0; i < items->len; i++)
    if (qsa_report_model_is_kind (g_ptr_array_index (items, i), kind))
      g_array_append_val (self->shown, i);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->shown->len);
}

guint
qsa_report_model_count (QsaReportModel *self, QsaReportKind kind)
{
  GPtrArray *items;
  guint n = 0;

  g_return_val_if_fail (QSA_IS_REPORT_MODEL (self), 0);

  items = qsa_import_job_get_items (self->job);
  for (guint i = 0; i < items->len; i++)
    n += qsa_report_model_is_kind (g_ptr_array_index (items, i), kind) ? 1 : 0;
  return n;
}

const char *
qsa_report_outcome_text (QsaOutcome outcome)
{
  switch (outcome)
    {
    case QSA_OUTCOME_ADDED:
      return C_ ("outcome", "Added");
    case QSA_OUTCOME_DUPLICATE:
      return C_ ("outcome", "Duplicate");
    case QSA_OUTCOME_FAILED:
    default:
      return C_ ("outcome", "Failed");
    }
}

/* A tab or line break inside a field would break the table. */
static void
qsa_report_model_append_field (GString *text, const char *field, char after)
{
  g_autofree char *flat = g_strdup (field != NULL ? field : "");

  g_strdelimit (flat, "\t\n\r", ' ');
  g_string_append (text, flat);
  g_string_append_c (text, after);
}

char *
qsa_report_model_to_text (QsaReportModel *self)
{
  GString *text = g_string_new (NULL);
  GPtrArray *items;

  g_return_val_if_fail (QSA_IS_REPORT_MODEL (self), NULL);

  items = qsa_import_job_get_items (self->job);
  for (guint i = 0; i < self->shown->len; i++)
    {
      const QsaImportItem *item =
          g_ptr_array_index (items, g_array_index (self->shown, guint, i));

      qsa_report_model_append_field (text, qsa_report_outcome_text (item->outcome), '\t');
      qsa_report_model_append_field (text, item->path, '\t');
      qsa_report_model_append_field (text, item->title, '\t');
      qsa_report_model_append_field (text, item->message, '\n');
    }
  return g_string_free (text, FALSE);
}
