/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-library-private.h"

#include <glib/gi18n-lib.h>

#include "qsa-change-log.h"
#include "qsa-error.h"
#include "qsa-index-state.h"

G_DEFINE_FINAL_TYPE (QsaLibrary, qsa_library, G_TYPE_OBJECT)

enum
{
  PROP_N_ARTICLES = 1,
  PROP_READ_ONLY,
  PROP_PATH,
  PROP_OUTLETS,
  PROP_SAVED_SEARCHES,
  PROP_VARIANTS,
  PROP_INDEX_PROGRESS,
  N_PROPERTIES
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

gboolean
qsa_library_is_owner (QsaLibrary *self)
{
  return self->owner == g_thread_self ();
}

/* ---- tables ---- */

static gboolean
qsa_library_on_release (gpointer data)
{
  return G_SOURCE_REMOVE;
}

static void
qsa_library_release_outlets (gpointer outlets)
{
  qsa_outlet_table_unref (outlets);
}

static void
qsa_library_release_variants (gpointer variants)
{
  qsa_variant_table_unref (variants);
}

static void
qsa_library_release_array (gpointer array)
{
  g_ptr_array_unref (array);
}

/* Takes @fresh. The one that was handed out before stays valid until the main loop turns again. TRUE when
 * it is another. */
static gboolean
qsa_library_renew (gpointer *current, gpointer fresh, GDestroyNotify release)
{
  g_autoptr (GSource) source = NULL;

  if (fresh == NULL)
    return FALSE;
  if (fresh == *current)
    {
      release (fresh);
      return FALSE;
    }
  if (*current != NULL)
    {
      source = g_idle_source_new ();
      g_source_set_callback (source, qsa_library_on_release, *current, release);
      g_source_attach (source, g_main_context_get_thread_default ());
    }
  *current = fresh;
  return TRUE;
}

guint
qsa_library_renew_tables (QsaLibrary *self)
{
  guint kinds = 0;

  if (qsa_library_renew ((gpointer *) &self->outlets, qsa_store_dup_outlets (self->store),
                         qsa_library_release_outlets))
    kinds |= QSA_CHANGE_OUTLETS;
  if (qsa_library_renew ((gpointer *) &self->searches,
                         qsa_store_dup_searches (self->store), qsa_library_release_array))
    kinds |= QSA_CHANGE_SEARCHES;
  if (qsa_library_renew ((gpointer *) &self->variants,
                         qsa_store_dup_variants (self->store),
                         qsa_library_release_variants))
    kinds |= QSA_CHANGE_VARIANTS;
  return kinds;
}

/* ---- requests ---- */

GTask *
qsa_library_new_task (QsaLibrary *self, gpointer source_tag, gpointer data,
                      GDestroyNotify free_data, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = NULL;

  g_assert (QSA_IS_LIBRARY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, data, free_data);
  return task;
}

static QsaJobState
qsa_library_run_refused (QsaStore *store, QsaDb *db, gpointer data,
                         GCancellable *cancellable, GError **error)
{
  g_set_error (error, QSA_ERROR, QSA_ERROR_READ_ONLY,
               _ ("The library “%s” cannot be written."), qsa_db_get_display_name (db));
  return QSA_JOB_FAILED;
}

void
qsa_library_read (QsaLibrary *self, QsaReadKind kind, GTask *task, QsaJobFunc run)
{
  QsaJob *job = qsa_job_new (task, run);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  g_assert (QSA_IS_LIBRARY (self));

  if (self->readers != NULL)
    qsa_read_pool_push (self->readers, kind, job);
  else
    qsa_job_refuse (job);
}

static void
qsa_library_push_write (QsaLibrary *self, QsaWriteKind kind, GTask *task, QsaJobFunc run)
{
  QsaJob *job = qsa_job_new (task, run);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  g_assert (QSA_IS_LIBRARY (self));

  if (kind == QSA_WRITE_KEPT)
    qsa_job_keep (job);
  if (self->writer != NULL)
    qsa_writer_push (self->writer, kind, job);
  else
    qsa_job_refuse (job);
}

void
qsa_library_write (QsaLibrary *self, QsaWriteKind kind, GTask *task, QsaJobFunc run)
{
  gboolean writable = qsa_store_get_mode (self->store) == QSA_DB_READ_WRITE;

  qsa_library_push_write (self, kind, task, writable ? run : qsa_library_run_refused);
}

gpointer
qsa_library_finish (QsaLibrary *self, GAsyncResult *result, gpointer source_tag,
                    GError **error)
{
  g_return_val_if_fail (QSA_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, source_tag), NULL);

  /* Whoever asked may look for an outlet that its own request made; notified later. */
  if (qsa_library_is_owner (self))
    qsa_library_renew_tables (self);
  return g_task_propagate_boolean (G_TASK (result), error)
             ? g_task_get_task_data (G_TASK (result))
             : NULL;
}

/* ---- changes ---- */

/* Another process searched too. */
static void
qsa_library_renew_history (QsaLibrary *self)
{
  GPtrArray *history = qsa_store_dup_history (self->store);

  g_clear_pointer (&self->history, g_ptr_array_unref);
  self->history = history;
}

void
qsa_library_on_changed (GObject *owner, guint kinds)
{
  QsaLibrary *self = QSA_LIBRARY (owner);
  guint renewed = kinds | qsa_library_renew_tables (self);

  if ((kinds & QSA_CHANGE_LOG_HISTORY) != 0)
    qsa_library_renew_history (self);
  if (qsa_library_get_n_articles (self) != self->n_articles)
    {
      self->n_articles = qsa_library_get_n_articles (self);
      g_object_notify_by_pspec (owner, properties[PROP_N_ARTICLES]);
    }
  if ((renewed & QSA_CHANGE_OUTLETS) != 0)
    g_object_notify_by_pspec (owner, properties[PROP_OUTLETS]);
  if ((renewed & QSA_CHANGE_SEARCHES) != 0)
    g_object_notify_by_pspec (owner, properties[PROP_SAVED_SEARCHES]);
  if ((renewed & QSA_CHANGE_VARIANTS) != 0)
    g_object_notify_by_pspec (owner, properties[PROP_VARIANTS]);
  if ((kinds & QSA_CHANGE_LOG_PROGRESS) != 0)
    g_object_notify_by_pspec (owner, properties[PROP_INDEX_PROGRESS]);
  kinds &= ~(QSA_CHANGE_LOG_HISTORY | QSA_CHANGE_LOG_PROGRESS);
  if (kinds != 0)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0, kinds);
}

/* ---- the object ---- */

/* Any thread: the last reference may be that of an answer. */
static void
qsa_library_finalize (GObject *object)
{
  QsaLibrary *self = QSA_LIBRARY (object);

  qsa_library_close_in_background (self);
  g_clear_pointer (&self->outlets, qsa_outlet_table_unref);
  g_clear_pointer (&self->searches, g_ptr_array_unref);
  g_clear_pointer (&self->history, g_ptr_array_unref);
  g_clear_pointer (&self->variants, qsa_variant_table_unref);
  g_clear_pointer (&self->notifier, qsa_change_notifier_unref);
  g_clear_pointer (&self->store, qsa_store_unref);
  g_clear_pointer (&self->path, g_free);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (qsa_library_parent_class)->finalize (object);
}

static void
qsa_library_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QsaLibrary *self = QSA_LIBRARY (object);

  switch (id)
    {
    case PROP_N_ARTICLES:
      g_value_set_uint (value, qsa_library_get_n_articles (self));
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, qsa_library_get_read_only (self));
      break;
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_OUTLETS:
      g_value_set_boxed (value, self->outlets);
      break;
    case PROP_SAVED_SEARCHES:
      g_value_set_boxed (value, self->searches);
      break;
    case PROP_VARIANTS:
      g_value_set_boxed (value, self->variants);
      break;
    case PROP_INDEX_PROGRESS:
      g_value_set_double (value, qsa_library_get_index_progress (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static gpointer
qsa_library_copy_outlets (gpointer outlets)
{
  return qsa_outlet_table_ref (outlets);
}

static gpointer
qsa_library_copy_variants (gpointer variants)
{
  return qsa_variant_table_ref (variants);
}

static void
qsa_library_class_init (QsaLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY
                            | G_PARAM_STATIC_STRINGS;
  GType outlets_type = g_boxed_type_register_static ("QsaOutletTable",
                                                     qsa_library_copy_outlets,
                                                     qsa_library_release_outlets);
  GType variants_type = g_boxed_type_register_static ("QsaVariantTable",
                                                      qsa_library_copy_variants,
                                                      qsa_library_release_variants);

  object_class->finalize = qsa_library_finalize;
  object_class->get_property = qsa_library_get_property;

  properties[PROP_N_ARTICLES] = g_param_spec_uint ("n-articles", NULL, NULL, 0, G_MAXUINT,
                                                   0, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE,
                                                     flags);
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[PROP_OUTLETS] = g_param_spec_boxed ("outlets", NULL, NULL, outlets_type,
                                                 flags);
  properties[PROP_SAVED_SEARCHES] = g_param_spec_boxed ("saved-searches", NULL, NULL,
                                                        G_TYPE_PTR_ARRAY, flags);
  properties[PROP_VARIANTS] = g_param_spec_boxed ("variants", NULL, NULL, variants_type,
                                                  flags);
  properties[PROP_INDEX_PROGRESS] = g_param_spec_double ("index-progress", NULL, NULL, 0,
                                                         1, 1, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", QSA_TYPE_LIBRARY, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                          G_TYPE_UINT);
}

static void
qsa_library_init (QsaLibrary *self)
{
  g_mutex_init (&self->lock);
  self->owner = g_thread_self ();
}

const char *
qsa_library_get_path (QsaLibrary *self)
{
  g_return_val_if_fail (QSA_IS_LIBRARY (self), NULL);

  return self->path;
}

gboolean
qsa_library_get_read_only (QsaLibrary *self)
{
  g_return_val_if_fail (QSA_IS_LIBRARY (self), TRUE);

  return qsa_store_get_mode (self->store) != QSA_DB_READ_WRITE;
}

guint
qsa_library_get_n_articles (QsaLibrary *self)
{
  g_autoptr (QsaColumns) columns = NULL;

  g_return_val_if_fail (QSA_IS_LIBRARY (self), 0);

  columns = qsa_store_dup_columns (self->store);
  return qsa_columns_get_n_articles (columns);
}

double
qsa_library_get_index_progress (QsaLibrary *self)
{
  g_return_val_if_fail (QSA_IS_LIBRARY (self), 0);

  return (double) qsa_store_get_index_progress (self->store) / QSA_INDEX_STATE_WHOLE;
}

QsaOutletTable *
qsa_library_get_outlets (QsaLibrary *self)
{
  g_return_val_if_fail (QSA_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (qsa_library_is_owner (self), NULL);

  return self->outlets;
}

void
qsa_library_poll (QsaLibrary *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (QSA_IS_LIBRARY (self));
  g_return_if_fail (qsa_library_is_owner (self));

  locker = g_mutex_locker_new (&self->lock);
  if (self->writer != NULL)
    qsa_writer_poll (self->writer);
}

void
qsa_library_set_delay_for_tests (QsaLibrary *self, guint milliseconds)
{
  g_return_if_fail (QSA_IS_LIBRARY (self));

  qsa_store_set_delay (self->store, milliseconds);
}
