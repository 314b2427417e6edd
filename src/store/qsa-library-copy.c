/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-library-copy.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "qsa-db.h"
#include "qsa-error.h"

#define QSA_LIBRARY_COPY_PAGES 4096
/* Beside the copy, the migration itself needs room: at worst it writes everything once more. */
#define QSA_LIBRARY_COPY_ROOM_FACTOR 2

static guint64
qsa_library_copy_get_file_bytes (const char *path, const char *suffix)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  GStatBuf status;

  return g_stat (name, &status) == 0 ? (guint64) status.st_size : 0;
}

static gboolean
qsa_library_copy_check_room (const char *path, GError **error)
{
  guint64 needed_bytes = QSA_LIBRARY_COPY_ROOM_FACTOR
                         * (qsa_library_copy_get_file_bytes (path, "")
                            + qsa_library_copy_get_file_bytes (path, "-wal"));
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
      g_file_query_filesystem_info (file, G_FILE_ATTRIBUTE_FILESYSTEM_FREE, NULL, error);
  g_autofree char *needed = g_format_size (needed_bytes);
  g_autofree char *display_name = g_filename_display_name (path);

  if (info == NULL)
    return FALSE;
  if (!g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE)
      || g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE)
             >= needed_bytes)
    return TRUE;
  g_set_error (error, QSA_ERROR, QSA_ERROR_NO_SPACE,
               _ ("The library “%s” has to be updated, and a copy of it kept before. "
                  "That needs %s of free space."),
               display_name, needed);
  return FALSE;
}

static char *
qsa_library_copy_find_name (const char *path, guint version)
{
  g_autofree char *base = g_strdup_printf ("%s.schema-%u.bak", path, version);
  g_autofree char *name = g_strdup (base);

  for (guint i = 2; g_file_test (name, G_FILE_TEST_EXISTS); i++)
    {
      g_clear_pointer (&name, g_free);
      name = g_strdup_printf ("%s.%u", base, i);
    }
  return g_steal_pointer (&name);
}

static gboolean
qsa_library_copy_run (QsaDb *from, QsaDb *to, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (qsa_db_get_handle (to), "main",
                                                qsa_db_get_handle (from), "main");
  int result = SQLITE_OK;

  if (backup == NULL)
    {
      qsa_db_take_error (to, "backup", error);
      return FALSE;
    }
  do
    result = sqlite3_backup_step (backup, QSA_LIBRARY_COPY_PAGES);
  while (result == SQLITE_OK);
  if (sqlite3_backup_finish (backup) == SQLITE_OK && result == SQLITE_DONE)
    return TRUE;
  qsa_db_take_error (to, "backup", error);
  return FALSE;
}

static gboolean
qsa_library_copy_to (const char *path, const char *copy_path, GError **error)
{
  g_autoptr (QsaDb) from = qsa_db_open (path, QSA_DB_READ_ONLY, error);
  g_autoptr (QsaDb) to = from != NULL ? qsa_db_open (copy_path, QSA_DB_READ_WRITE, error)
                                      : NULL;

  return to != NULL && qsa_library_copy_run (from, to, error);
}

gboolean
qsa_library_copy_before_migration (const char *path, guint version, GError **error)
{
  g_autofree char *copy_path = NULL;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!qsa_library_copy_check_room (path, error))
    return FALSE;
  copy_path = qsa_library_copy_find_name (path, version);
  if (qsa_library_copy_to (path, copy_path, error))
    return TRUE;
  g_unlink (copy_path);
  return FALSE;
}
