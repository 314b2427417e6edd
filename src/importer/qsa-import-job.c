/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-import-job.h"

#include <glib/gi18n-lib.h>

#include "qsa-error.h"
#include "qsa-import-run.h"

/* How often the owner looks at the run: ten times a second reads as live. */
#define QSA_IMPORT_TICK_MS 100

struct _QsaImportJob
{
  GObject parent_instance;

  /* owned */
  QsaLibrary *library;
  QsaOutletTable *outlets;
  QsaImportOptions *options;
  QsaImportRun *run;
  GPtrArray *items; /* QsaImportItem* */
  GError *error;
  GCancellable *cancellable; /* of begin; the run has its own */
  GSource *tick;

  QsaImportCounts counts;
  gint64 import_id;
  gint64 started_us;
  double rate;
  gboolean running;
  gboolean cancelled;
};

enum
{
  PROP_0,
  PROP_N_FILES,
  PROP_N_DONE,
  PROP_N_ADDED,
  PROP_N_DUPLICATES,
  PROP_N_FAILED,
  PROP_WALKING,
  PROP_RATE,
  PROP_RUNNING,
  N_PROPS,
};

enum
{
  SIGNAL_FINISHED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QsaImportJob, qsa_import_job, G_TYPE_OBJECT)

static void
qsa_import_job_notify_progress (QsaImportJob *self)
{
  for (guint i = PROP_N_FILES; i <= PROP_RATE; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

static void
qsa_import_job_finish (QsaImportJob *self)
{
  if (self->error == NULL && self->cancelled)
    self->error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED,
                                       _ ("The import was cancelled."));
  self->running = FALSE;
  self->counts.walking = FALSE;
  qsa_import_job_notify_progress (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
  g_signal_emit (self, signals[SIGNAL_FINISHED], 0);
}

static void
qsa_import_job_on_end (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QsaImportJob) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!qsa_library_import_end_finish (QSA_LIBRARY (object), result, &error)
      && self->error == NULL)
    self->error = g_steal_pointer (&error);
  qsa_import_job_finish (self);
}

static void
qsa_import_job_collect (QsaImportJob *self)
{
  self->counts = qsa_import_run_collect (self->run, self->items);
  if (self->error == NULL)
    self->error = qsa_import_run_dup_error (self->run);
}

/* The threads have left; what they did not report is still in the run. */
static void
qsa_import_job_wind_up (QsaImportJob *self)
{
  qsa_import_job_collect (self);
  g_clear_pointer (&self->run, qsa_import_run_free);

  if (self->options->dry_run)
    qsa_import_job_finish (self);
  else
    qsa_library_import_end_async (self->library, self->import_id, self->cancelled,
                                  qsa_import_job_on_end, g_object_ref (self));
}

static gboolean
qsa_import_job_tick (gpointer user_data)
{
  QsaImportJob *self = user_data;

  qsa_import_job_collect (self);
  double seconds = (g_get_monotonic_time () - self->started_us) / 1e6;
  guint n_articles = self->counts.n_added + self->counts.n_duplicates
                     + self->counts.n_failed;
  self->rate = seconds > 0 ? n_articles / seconds : 0;

  if (!self->counts.ended)
    {
      qsa_import_job_notify_progress (self);
      return G_SOURCE_CONTINUE;
    }
  g_clear_pointer (&self->tick, g_source_unref);
  qsa_import_job_wind_up (self);
  g_object_unref (self); /* the run's hold on us */
  return G_SOURCE_REMOVE;
}

static void
qsa_import_job_start_run (QsaImportJob *self)
{
  self->run = qsa_import_run_start (self->library, self->outlets, self->options,
                                    self->import_id);
  self->tick = g_timeout_source_new (QSA_IMPORT_TICK_MS);
  g_source_set_callback (self->tick, qsa_import_job_tick, g_object_ref (self), NULL);
  g_source_attach (self->tick, g_main_context_get_thread_default ());
  if (self->cancelled)
    qsa_import_run_cancel (self->run);
}

static void
qsa_import_job_on_begin (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QsaImportJob) self = user_data;

  self->import_id = qsa_library_import_begin_finish (QSA_LIBRARY (object), result,
                                                     &self->error);
  if (self->error != NULL)
    qsa_import_job_finish (self);
  else
    qsa_import_job_start_run (self);
}

static void
qsa_import_job_finalize (GObject *object)
{
  QsaImportJob *self = QSA_IMPORT_JOB (object);

  g_assert (self->run == NULL);
  g_clear_object (&self->library);
  g_clear_pointer (&self->outlets, qsa_outlet_table_unref);
  g_clear_pointer (&self->options, qsa_import_options_free);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (qsa_import_job_parent_class)->finalize (object);
}

static void
qsa_import_job_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QsaImportJob *self = QSA_IMPORT_JOB (object);

  switch (id)
    {
    case PROP_N_FILES:
      g_value_set_uint (value, self->counts.n_files);
      break;
    case PROP_N_DONE:
      g_value_set_uint (value, self->counts.n_done);
      break;
    case PROP_N_ADDED:
      g_value_set_uint (value, self->counts.n_added);
      break;
    case PROP_N_DUPLICATES:
      g_value_set_uint (value, self->counts.n_duplicates);
      break;
    case PROP_N_FAILED:
      g_value_set_uint (value, self->counts.n_failed);
      break;
    case PROP_WALKING:
      g_value_set_boolean (value, self->counts.walking);
      break;
    case PROP_RATE:
      g_value_set_double (value, self->rate);
      break;
    case PROP_RUNNING:
      g_value_set_boolean (value, self->running);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
qsa_import_job_class_init (QsaImportJobClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY
                            | G_PARAM_STATIC_STRINGS;
  static const char *const count_names[] = { "n-files", "n-done", "n-added",
                                             "n-duplicates", "n-failed" };

  object_class->finalize = qsa_import_job_finalize;
  object_class->get_property = qsa_import_job_get_property;

  for (guint i = 0; i < G_N_ELEMENTS (count_names); i++)
    properties[PROP_N_FILES + i] = g_param_spec_uint (count_names[i], NULL, NULL, 0,
                                                      G_MAXUINT, 0, flags);
  properties[PROP_WALKING] = g_param_spec_boolean ("walking", NULL, NULL, FALSE, flags);
  properties[PROP_RATE] = g_param_spec_double ("rate", NULL, NULL, 0, G_MAXDOUBLE, 0,
                                               flags);
  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);
}

static GPtrArray *
qsa_import_job_new_items (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_import_item_free);
}

static void
qsa_import_job_init (QsaImportJob *self)
{
  self->options = qsa_import_options_new ();
  self->items = qsa_import_job_new_items ();
  self->cancellable = g_cancellable_new ();
}

QsaImportJob *
qsa_import_job_new (QsaLibrary *library, QsaOutletTable *outlets)
{
  g_return_val_if_fail (outlets != NULL, NULL);

  QsaImportJob *self = g_object_new (QSA_TYPE_IMPORT_JOB, NULL);
  self->library = library != NULL ? g_object_ref (library) : NULL;
  self->outlets = qsa_outlet_table_ref (outlets);
  return self;
}

void
qsa_import_job_add_path (QsaImportJob *self, const char *path)
{
  g_return_if_fail (QSA_IS_IMPORT_JOB (self));
  g_return_if_fail (path != NULL && !self->running);

  g_ptr_array_add (self->options->paths, g_canonicalize_filename (path, NULL));
}

void
qsa_import_job_add_text (QsaImportJob *self, const char *text)
{
  g_return_if_fail (QSA_IS_IMPORT_JOB (self));
  g_return_if_fail (text != NULL && !self->running);

  g_ptr_array_add (self->options->texts, g_strdup (text));
}

void
qsa_import_job_set_outlet (QsaImportJob *self, const char *outlet)
{
  g_return_if_fail (QSA_IS_IMPORT_JOB (self));
  g_return_if_fail (!self->running);

  g_free (self->options->outlet);
  self->options->outlet = g_strdup (outlet);
}

void
qsa_import_job_set_date (QsaImportJob *self, const QsaDate *date)
{
  g_return_if_fail (QSA_IS_IMPORT_JOB (self));
  g_return_if_fail (date != NULL && !self->running);

  self->options->date = *date;
}

void
qsa_import_job_set_dry_run (QsaImportJob *self, gboolean dry_run)
{
  g_return_if_fail (QSA_IS_IMPORT_JOB (self));
  g_return_if_fail (!self->running);

  self->options->dry_run = dry_run;
}

void
qsa_import_job_start (QsaImportJob *self)
{
  g_return_if_fail (QSA_IS_IMPORT_JOB (self));
  g_return_if_fail (!self->running && self->started_us == 0);
  g_return_if_fail (self->library != NULL || self->options->dry_run);

  self->started_us = g_get_monotonic_time ();
  self->running = TRUE;
  self->counts.walking = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);

  if (self->options->dry_run)
    qsa_import_job_start_run (self);
  else
    qsa_library_import_begin_async (self->library, self->cancellable,
                                    qsa_import_job_on_begin, g_object_ref (self));
}

void
qsa_import_job_cancel (QsaImportJob *self)
{
  g_return_if_fail (QSA_IS_IMPORT_JOB (self));

  if (!self->running)
    return;
  self->cancelled = TRUE;
  g_cancellable_cancel (self->cancellable);
  if (self->run != NULL)
    qsa_import_run_cancel (self->run);
}

gboolean
qsa_import_job_get_running (QsaImportJob *self)
{
  g_return_val_if_fail (QSA_IS_IMPORT_JOB (self), FALSE);
  return self->running;
}

guint
qsa_import_job_get_n_files (QsaImportJob *self)
{
  g_return_val_if_fail (QSA_IS_IMPORT_JOB (self), 0);
  return self->counts.n_files;
}

guint
qsa_import_job_get_n_done (QsaImportJob *self)
{
  g_return_val_if_fail (QSA_IS_IMPORT_JOB (self), 0);
  return self->counts.n_done;
}

guint
qsa_import_job_get_n_added (QsaImportJob *self)
{
  g_return_val_if_fail (QSA_IS_IMPORT_JOB (self), 0);
  return self->counts.n_added;
}

guint
qsa_import_job_get_n_duplicates (QsaImportJob *self)
{
  g_return_val_if_fail (QSA_IS_IMPORT_JOB (self), 0);
  return self->counts.n_duplicates;
}

guint
qsa_import_job_get_n_failed (QsaImportJob *self)
{
  g_return_val_if_fail (QSA_IS_IMPORT_JOB (self), 0);
  return self->counts.n_failed;
}

guint
qsa_import_job_get_n_ignored (QsaImportJob *self)
{
  g_return_val_if_fail (QSA_IS_IMPORT_JOB (self), 0);
  return self->counts.n_ignored;
}

double
qsa_import_job_get_rate (QsaImportJob *self)
{
  g_return_val_if_fail (QSA_IS_IMPORT_JOB (self), 0);
  return self->rate;
}

const GError *
qsa_import_job_get_error (QsaImportJob *self)
{
  g_return_val_if_fail (QSA_IS_IMPORT_JOB (self), NULL);
  return self->error;
}

GPtrArray *
qsa_import_job_get_items (QsaImportJob *self)
{
  g_return_val_if_fail (QSA_IS_IMPORT_JOB (self), NULL);
  return self->items;
}

GPtrArray *
qsa_import_job_take_items (QsaImportJob *self)
{
  g_return_val_if_fail (QSA_IS_IMPORT_JOB (self), NULL);

  GPtrArray *items = g_steal_pointer (&self->items);
  self->items = qsa_import_job_new_items ();
  return items;
}
