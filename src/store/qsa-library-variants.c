/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-library-private.h"

#include "qsa-change-log.h"
#include "qsa-variant-rows.h"

QsaVariantTable *
qsa_library_get_variants (QsaLibrary *self)
{
  g_return_val_if_fail (QSA_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (qsa_library_is_owner (self), NULL);

  return self->variants;
}

typedef struct
{
  QsaVariantGroup *group; /* to be saved */
  gint64 id;
} QsaLibraryVariant;

static void
qsa_library_variant_free (gpointer data)
{
  QsaLibraryVariant *variant = data;

  g_clear_pointer (&variant->group, qsa_variant_group_free);
  g_free (variant);
}

static QsaJobState
qsa_library_run_save_variant (QsaStore *store, QsaDb *db, gpointer data,
                              GCancellable *cancellable, GError **error)
{
  QsaLibraryVariant *variant = data;

  if (qsa_db_begin_write (db, error)
      && qsa_variant_rows_save (db, variant->group, &variant->id, error)
      && qsa_change_log_add (db, QSA_CHANGE_VARIANTS, NULL, 0, error)
      && qsa_db_commit (db, error))
    return QSA_JOB_DONE;
  return QSA_JOB_FAILED;
}

void
qsa_library_save_variant_async (QsaLibrary *self, const QsaVariantGroup *group,
                                GAsyncReadyCallback callback, gpointer user_data)
{
  QsaLibraryVariant *variant = NULL;

  g_return_if_fail (QSA_IS_LIBRARY (self) && group != NULL);
  g_return_if_fail (qsa_library_is_owner (self));

  variant = g_new0 (QsaLibraryVariant, 1);
  variant->group = qsa_variant_group_copy (group);
  qsa_library_write (self, QSA_WRITE_USER,
                     qsa_library_new_task (self, qsa_library_save_variant_async, variant,
                                           qsa_library_variant_free, NULL, callback,
                                           user_data),
                     qsa_library_run_save_variant);
}

gint64
qsa_library_save_variant_finish (QsaLibrary *self, GAsyncResult *result, GError **error)
{
  QsaLibraryVariant *variant = qsa_library_finish (self, result,
                                                   qsa_library_save_variant_async, error);

  return variant != NULL ? variant->id : 0;
}

static QsaJobState
qsa_library_run_remove_variant (QsaStore *store, QsaDb *db, gpointer data,
                                GCancellable *cancellable, GError **error)
{
  const QsaLibraryVariant *variant = data;

  if (qsa_db_begin_write (db, error) && qsa_variant_rows_remove (db, variant->id, error)
      && qsa_change_log_add (db, QSA_CHANGE_VARIANTS, NULL, 0, error)
      && qsa_db_commit (db, error))
    return QSA_JOB_DONE;
  return QSA_JOB_FAILED;
}

void
qsa_library_remove_variant_async (QsaLibrary *self, gint64 id,
                                  GAsyncReadyCallback callback, gpointer user_data)
{
  QsaLibraryVariant *variant = NULL;

  g_return_if_fail (QSA_IS_LIBRARY (self));
  g_return_if_fail (qsa_library_is_owner (self));

  variant = g_new0 (QsaLibraryVariant, 1);
  variant->id = id;
  qsa_library_write (self, QSA_WRITE_USER,
                     qsa_library_new_task (self, qsa_library_remove_variant_async,
                                           variant, qsa_library_variant_free, NULL,
                                           callback, user_data),
                     qsa_library_run_remove_variant);
}

gboolean
qsa_library_remove_variant_finish (QsaLibrary *self, GAsyncResult *result, GError **error)
{
  return qsa_library_finish (self, result, qsa_library_remove_variant_async, error)
         != NULL;
}
