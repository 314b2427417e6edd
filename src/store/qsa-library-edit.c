/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-library-private.h"

#include "qsa-article-fields.h"
#include "qsa-article-table.h"
#include "qsa-change-log.h"

struct _QsaUndo
{
  GPtrArray *list; /* QsaArticleFields as they were */
};

static QsaUndo *
qsa_undo_new (GPtrArray *list)
{
  QsaUndo *undo = g_new0 (QsaUndo, 1);

  undo->list = list;
  return undo;
}

void
qsa_undo_free (QsaUndo *undo)
{
  if (undo == NULL)
    return;
  g_ptr_array_unref (undo->list);
  g_free (undo);
}

/* ---- edits and their undo ---- */

typedef struct
{
  gint64 *ids;
  guint n_ids;
  QsaArticleEdit *edit; /* or */
  QsaUndo *undo;
  QsaUndo *answer;
} QsaLibraryEdit;

static void
qsa_library_edit_free (gpointer data)
{
  QsaLibraryEdit *edit = data;

  g_clear_pointer (&edit->ids, g_free);
  g_clear_pointer (&edit->edit, qsa_article_edit_free);
  g_clear_pointer (&edit->undo, qsa_undo_free);
  g_clear_pointer (&edit->answer, qsa_undo_free);
  g_free (edit);
}

static QsaJobState
qsa_library_run_edit (QsaStore *store, QsaDb *db, gpointer data,
                      GCancellable *cancellable, GError **error)
{
  QsaLibraryEdit *edit = data;
  g_autoptr (QsaOutletTable) known = qsa_store_dup_outlets (store);
  g_autoptr (QsaOutletTable) outlets = qsa_outlet_table_ref (known);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) before = NULL;
  guint kinds = QSA_CHANGE_DETAILS;

  if (!qsa_db_begin_write (db, error))
    return QSA_JOB_FAILED;
  list = qsa_article_fields_list_from_edit (db, &outlets, edit->edit, edit->ids,
                                            edit->n_ids, error);
  if (list == NULL)
    return QSA_JOB_FAILED;
  kinds |= outlets != known ? QSA_CHANGE_OUTLETS : 0;
  before = qsa_article_fields_list_write (db, list, kinds, error);
  if (before == NULL || !qsa_db_commit (db, error))
    return QSA_JOB_FAILED;
  edit->answer = qsa_undo_new (g_steal_pointer (&before));
  return QSA_JOB_DONE;
}

static QsaJobState
qsa_library_run_undo (QsaStore *store, QsaDb *db, gpointer data,
                      GCancellable *cancellable, GError **error)
{
  QsaLibraryEdit *edit = data;
  g_autoptr (GPtrArray) before = NULL;

  if (!qsa_db_begin_write (db, error))
    return QSA_JOB_FAILED;
  before = qsa_article_fields_list_write (db, edit->undo->list, QSA_CHANGE_DETAILS,
                                          error);
  if (before == NULL || !qsa_db_commit (db, error))
    return QSA_JOB_FAILED;
  edit->answer = qsa_undo_new (g_steal_pointer (&before));
  return QSA_JOB_DONE;
}

void
qsa_library_edit_async (QsaLibrary *self, const gint64 *ids, guint n_ids,
                        const QsaArticleEdit *edit, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  QsaLibraryEdit *data = NULL;

  g_return_if_fail (QSA_IS_LIBRARY (self) && (ids != NULL || n_ids == 0) && edit != NULL);
  g_return_if_fail (qsa_library_is_owner (self));

  data = g_new0 (QsaLibraryEdit, 1);
  data->ids = g_memdup2 (ids, n_ids * sizeof *ids);
  data->n_ids = n_ids;
  data->edit = qsa_article_edit_copy (edit);
  qsa_library_write (self, QSA_WRITE_USER,
                     qsa_library_new_task (self, qsa_library_edit_async, data,
                                           qsa_library_edit_free, cancellable, callback,
                                           user_data),
                     qsa_library_run_edit);
}

QsaUndo *
qsa_library_edit_finish (QsaLibrary *self, GAsyncResult *result, GError **error)
{
  QsaLibraryEdit *edit = qsa_library_finish (self, result, qsa_library_edit_async, error);

  return edit != NULL ? g_steal_pointer (&edit->answer) : NULL;
}

void
qsa_library_undo_async (QsaLibrary *self, QsaUndo *undo, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  QsaLibraryEdit *data = NULL;

  g_return_if_fail (QSA_IS_LIBRARY (self) && undo != NULL);
  g_return_if_fail (qsa_library_is_owner (self));

  data = g_new0 (QsaLibraryEdit, 1);
  data->undo = undo;
  qsa_library_write (self, QSA_WRITE_USER,
                     qsa_library_new_task (self, qsa_library_undo_async, data,
                                           qsa_library_edit_free, NULL, callback,
                                           user_data),
                     qsa_library_run_undo);
}

QsaUndo *
qsa_library_undo_finish (QsaLibrary *self, GAsyncResult *result, GError **error)
{
  QsaLibraryEdit *edit = qsa_library_finish (self, result, qsa_library_undo_async, error);

  return edit != NULL ? g_steal_pointer (&edit->answer) : NULL;
}

/* ---- flags ---- */

typedef struct
{
  gint64 *ids;
  guint n_ids;
  QsaFlag flag;
  gboolean value;
} QsaLibraryFlagging;

static void
qsa_library_flagging_free (gpointer data)
{
  QsaLibraryFlagging *flagging = data;

  g_clear_pointer (&flagging->ids, g_free);
  g_free (flagging);
}

/* Articles that are gone are left out. */
static gboolean
qsa_library_write_flags (QsaDb *db, const QsaLibraryFlagging *flagging, GError **error)
{
  static const char *const updates[] = {
    [QSA_FLAG_READ] = "UPDATE article SET read = ?2 WHERE id = ?1 AND read <> ?2",
    [QSA_FLAG_STARRED] = "UPDATE article SET starred = ?2 WHERE id = ?1 AND starred <> ?2"
  };
  g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < flagging->n_ids; i++)
    {
      sqlite3_stmt *statement = qsa_db_statement (db, updates[flagging->flag], error);

      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, flagging->ids[i]);
      sqlite3_bind_int (statement, 2, flagging->value ? 1 : 0);
      if (!qsa_db_run (db, statement, error))
        return FALSE;
      if (sqlite3_changes (qsa_db_get_handle (db)) > 0)
        g_array_append_val (changed, flagging->ids[i]);
    }
  return changed->len == 0
         || qsa_change_log_add (db, QSA_CHANGE_STATE, &g_array_index (changed, gint64, 0),
                                changed->len, error);
}

static QsaJobState
qsa_library_run_flag (QsaStore *store, QsaDb *db, gpointer data,
                      GCancellable *cancellable, GError **error)
{
  if (qsa_db_begin_write (db, error) && qsa_library_write_flags (db, data, error)
      && qsa_db_commit (db, error))
    return QSA_JOB_DONE;
  return QSA_JOB_FAILED;
}

void
qsa_library_set_flag_async (QsaLibrary *self, const gint64 *ids, guint n_ids,
                            QsaFlag flag, gboolean value, GAsyncReadyCallback callback,
                            gpointer user_data)
{
  QsaLibraryFlagging *data = NULL;

  g_return_if_fail (QSA_IS_LIBRARY (self) && (ids != NULL || n_ids == 0));
  g_return_if_fail (flag == QSA_FLAG_READ || flag == QSA_FLAG_STARRED);
  g_return_if_fail (qsa_library_is_owner (self));

  data = g_new0 (QsaLibraryFlagging, 1);
  data->ids = g_memdup2 (ids, n_ids * sizeof *ids);
  data->n_ids = n_ids;
  data->flag = flag;
  data->value = value;
  qsa_library_write (self, QSA_WRITE_USER,
                     qsa_library_new_task (self, qsa_library_set_flag_async, data,
                                           qsa_library_flagging_free, NULL, callback,
                                           user_data),
                     qsa_library_run_flag);
}

gboolean
qsa_library_set_flag_finish (QsaLibrary *self, GAsyncResult *result, GError **error)
{
  return qsa_library_finish (self, result, qsa_library_set_flag_async, error) != NULL;
}

/* ---- where the reader left off ---- */

typedef struct
{
  gint64 id;
  gsize body_byte;
} QsaLibraryPosition;

static QsaJobState
qsa_library_run_position (QsaStore *store, QsaDb *db, gpointer data,
                          GCancellable *cancellable, GError **error)
{
  const QsaLibraryPosition *position = data;

  return qsa_article_table_set_position (db, position->id, position->body_byte, error)
             ? QSA_JOB_DONE
             : QSA_JOB_FAILED;
}

static void
qsa_library_on_position_set (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_debug ("The reading position was not kept: %s", error->message);
}

void
qsa_library_set_reading_position (QsaLibrary *self, gint64 id, gsize body_byte)
{
  QsaLibraryPosition *data = NULL;

  g_return_if_fail (QSA_IS_LIBRARY (self));
  g_return_if_fail (qsa_library_is_owner (self));

  data = g_new0 (QsaLibraryPosition, 1);
  data->id = id;
  data->body_byte = body_byte;
  qsa_library_write (self, QSA_WRITE_KEPT,
                     qsa_library_new_task (self, qsa_library_set_reading_position, data,
                                           g_free, NULL, qsa_library_on_position_set,
                                           NULL),
                     qsa_library_run_position);
}
