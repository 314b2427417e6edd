/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-import-bar.h"

#include <glib/gi18n.h>

#include "qsa-text-util.h"

struct _QsaImportBar
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget *revealer;
  GtkProgressBar *progress;
  GtkLabel *text;
  GtkLabel *rate;

  /* Owned */
  QsaImportJob *job;
  GSignalGroup *job_signals;
};

enum
{
  PROP_0,
  PROP_JOB,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QsaImportBar, qsa_import_bar, GTK_TYPE_WIDGET)

static void
qsa_import_bar_update_text (QsaImportBar *self)
{
  guint n_files = qsa_import_job_get_n_files (self->job);
  g_autofree char *done = qsa_number_format (qsa_import_job_get_n_done (self->job));
  g_autofree char *files = qsa_number_format (n_files);
  g_autofree char *rate =
      qsa_number_format ((guint64) qsa_import_job_get_rate (self->job));
  g_autofree char *text = g_strdup_printf (
      /* Translators: %1$s of %2$s files are done, both with grouped digits. */
      ngettext ("Importing: %1$s of %2$s file", "Importing: %1$s of %2$s files", n_files),
      done, files);
  g_autofree char *speed = g_strdup_printf (
      /* Translators: the speed of an import; %s has grouped digits. */
      ngettext ("%s article a second", "%s articles a second",
                (gulong) qsa_import_job_get_rate (self->job)),
      rate);

  gtk_label_set_text (self->text, text);
  gtk_label_set_text (self->rate, qsa_import_job_get_rate (self->job) >= 1 ? speed : "");
}

static void
qsa_import_bar_update (QsaImportBar *self)
{
  gboolean walking;
  guint n_files;

  g_assert (QSA_IS_IMPORT_BAR (self));

  if (self->job == NULL)
    return;
  qsa_import_bar_update_text (self);
  g_object_get (self->job, "walking", &walking, NULL);
  n_files = qsa_import_job_get_n_files (self->job);
  /* While folders are still being walked, a share of what was found so far would run backwards. */
  if (walking || n_files == 0)
    gtk_progress_bar_pulse (self->progress);
  else
    gtk_progress_bar_set_fraction (
        self->progress,
        MIN ((double) qsa_import_job_get_n_done (self->job) / n_files, 1.0));
}

static void
qsa_import_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_JOB:
      g_value_set_object (value, QSA_IMPORT_BAR (object)->job);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qsa_import_bar_set_property (GObject *object, guint id, const GValue *value,
                             GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_JOB:
      qsa_import_bar_set_job (QSA_IMPORT_BAR (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qsa_import_bar_dispose (GObject *object)
{
  QsaImportBar *self = QSA_IMPORT_BAR (object);

  g_clear_object (&self->job_signals);
  g_clear_object (&self->job);
  g_clear_pointer (&self->revealer, gtk_widget_unparent);
  G_OBJECT_CLASS (qsa_import_bar_parent_class)->dispose (object);
}

static void
qsa_import_bar_class_init (QsaImportBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qsa_import_bar_dispose;
  object_class->get_property = qsa_import_bar_get_property;
  object_class->set_property = qsa_import_bar_set_property;

  properties[PROP_JOB] = g_param_spec_object ("job", NULL, NULL, QSA_TYPE_IMPORT_JOB,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                                  | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/qusasat/Qusasat/ui/qsa-import-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, QsaImportBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, QsaImportBar, progress);
  gtk_widget_class_bind_template_child (widget_class, QsaImportBar, text);
  gtk_widget_class_bind_template_child (widget_class, QsaImportBar, rate);
}

static void
qsa_import_bar_init (QsaImportBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->job_signals = g_signal_group_new (QSA_TYPE_IMPORT_JOB);
  g_signal_group_connect_swapped (self->job_signals, "notify",
                                  G_CALLBACK (qsa_import_bar_update), self);
}

void
qsa_import_bar_set_job (QsaImportBar *self, QsaImportJob *job)
{
  g_return_if_fail (QSA_IS_IMPORT_BAR (self));
  g_return_if_fail (job == NULL || QSA_IS_IMPORT_JOB (job));

  if (!g_set_object (&self->job, job))
    return;
  g_signal_group_set_target (self->job_signals, job);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), job != NULL);
  qsa_import_bar_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_JOB]);
}

static void
qsa_import_bar_append (GString *summary, char *part)
{
  if (summary->len > 0)
    /* Translators: between the parts of "3 articles added, 2 failed". */
    g_string_append (summary, C_ ("list separator", ", "));
  g_string_append (summary, part);
  g_free (part);
}

char *
qsa_import_bar_summarise (QsaImportJob *job)
{
  GString *summary = g_string_new (NULL);
  guint n_added;
  guint n_duplicates;
  guint n_failed;

  g_return_val_if_fail (QSA_IS_IMPORT_JOB (job), NULL);

  n_added = qsa_import_job_get_n_added (job);
  n_duplicates = qsa_import_job_get_n_duplicates (job);
  n_failed = qsa_import_job_get_n_failed (job);
  if (n_added > 0 || (n_duplicates == 0 && n_failed == 0))
    {
      g_autofree char *number = qsa_number_format (n_added);

      qsa_import_bar_append (summary,
                             g_strdup_printf (ngettext ("%s article added",
                                                        "%s articles added", n_added),
                                              number));
    }
  if (n_duplicates > 0)
    {
      g_autofree char *number = qsa_number_format (n_duplicates);

      qsa_import_bar_append (summary, g_strdup_printf (ngettext ("%s duplicate skipped",
                                                                 "%s duplicates skipped",
                                                                 n_duplicates),
                                                       number));
    }
  if (n_failed > 0)
    {
      g_autofree char *number = qsa_number_format (n_failed);

      qsa_import_bar_append (
          summary,
          /* Translators: files, or parts of files, of which no article could be made. */
          g_strdup_printf (ngettext ("%s item could not be added",
                                     "%s items could not be added", n_failed),
                           number));
    }
  return g_string_free (summary, FALSE);
}
