/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-library-file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "qsa-error.h"
#include "qsa-schema.h"

#define QSA_LIBRARY_HEADER_BYTES 100

void
qsa_library_file_clear (QsaLibraryFile *file)
{
  g_return_if_fail (file != NULL);

  g_clear_pointer (&file->path, g_free);
}

static gboolean
qsa_library_file_may_write (const char *path)
{
  return faccessat (AT_FDCWD, path, W_OK, AT_EACCESS) == 0;
}

static gboolean
qsa_library_file_has_companion (const char *path, const char *suffix)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  GStatBuf status;

  return g_stat (name, &status) == 0 && status.st_size > 0;
}

static void
qsa_library_file_set_folder_error (const char *folder, int code, GError **error)
{
  g_autofree char *name = g_filename_display_name (folder);

  if (code == ENOSPC || code == EDQUOT)
    g_set_error (error, QSA_ERROR, QSA_ERROR_NO_SPACE,
                 _ ("There is no space left to make the folder “%s”."), name);
  else
    g_set_error (error, QSA_ERROR, QSA_ERROR_READ_ONLY,
                 _ ("A library cannot be made in the folder “%s”: %s."), name,
                 g_strerror (code));
}

static gboolean
qsa_library_file_make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0
      && faccessat (AT_FDCWD, folder, W_OK | X_OK, AT_EACCESS) == 0)
    return TRUE;
  qsa_library_file_set_folder_error (folder, errno, error);
  return FALSE;
}

typedef struct
{
  guint8 bytes[QSA_LIBRARY_HEADER_BYTES];
  sqlite3_int64 file_bytes;
} QsaLibraryHeader;

static guint32
qsa_library_header_get_number (const QsaLibraryHeader *header, guint at)
{
  guint32 number;

  memcpy (&number, header->bytes + at, sizeof number);
  return GUINT32_FROM_BE (number);
}

static gboolean
qsa_library_header_has_magic (const QsaLibraryHeader *header)
{
  return memcmp (header->bytes, "SQLite format 3", 16) == 0;
}

/* Pages that the header counts and the file does not hold. */
static gboolean
qsa_library_header_is_cut (const QsaLibraryHeader *header)
{
  guint32 page_bytes = (guint32) header->bytes[16] << 8 | header->bytes[17];
  gboolean counted = qsa_library_header_get_number (header, 24)
                     == qsa_library_header_get_number (header, 92);

  /* 65536 does not fit into the two bytes and is written as 1. */
  if (page_bytes == 1)
    page_bytes = 65536;
  return counted
         && (gint64) qsa_library_header_get_number (header, 28) * page_bytes
                > header->file_bytes;
}

/* Through SQLite's own file layer: closing a descriptor of our own would drop the locks that another
 * open library of this process may have on the file. */
static gboolean
qsa_library_header_read (QsaLibraryHeader *header, const char *path)
{
  sqlite3_file *file = NULL;
  sqlite3 *handle = NULL;
  gboolean read = FALSE;

  *header = (QsaLibraryHeader){ 0 };
  if (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK
      && sqlite3_file_control (handle, "main", SQLITE_FCNTL_FILE_POINTER, &file)
             == SQLITE_OK
      && file->pMethods != NULL)
    {
      int result = file->pMethods->xRead (file, header->bytes, sizeof header->bytes, 0);

      read = (result == SQLITE_OK || result == SQLITE_IOERR_SHORT_READ)
             && file->pMethods->xFileSize (file, &header->file_bytes) == SQLITE_OK;
    }
  sqlite3_close (handle);
  return read;
}

static gboolean
qsa_library_file_refuse (const char *path, QsaError code, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  switch (code)
    {
    case QSA_ERROR_TOO_NEW:
      g_set_error (error, QSA_ERROR, code,
                   _ ("The library “%s” was made by a newer version of Qusasat. "
                      "It was left untouched."),
                   name);
      break;
    case QSA_ERROR_DAMAGED:
      g_set_error (error, QSA_ERROR, code, _ ("The library “%s” is damaged."), name);
      break;
    case QSA_ERROR_UNREADABLE:
      g_set_error (error, QSA_ERROR, code, _ ("The file “%s” cannot be read."), name);
      break;
    default:
      g_set_error (error, QSA_ERROR, code, _ ("The file “%s” is not a Qusasat library."),
                   name);
      break;
    }
  return FALSE;
}

static gboolean
qsa_library_file_check_header (const char *path, GError **error)
{
  QsaLibraryHeader header;
  gboolean ours;

  if (!qsa_library_header_read (&header, path))
    return qsa_library_file_refuse (path, QSA_ERROR_UNREADABLE, error);
  ours = qsa_library_header_get_number (&header, 68) == QSA_SCHEMA_APPLICATION_ID;
  if (!qsa_library_header_has_magic (&header))
    return qsa_library_file_refuse (path,
                                    ours ? QSA_ERROR_DAMAGED : QSA_ERROR_NOT_A_LIBRARY,
                                    error);
  /* A crash while the file was made: SQLite rolls that back, and then it is as before. */
  if (qsa_library_file_has_companion (path, "-journal"))
    return TRUE;
  if (!ours)
    return qsa_library_file_refuse (path, QSA_ERROR_NOT_A_LIBRARY, error);
  if (qsa_library_header_get_number (&header, 60) > QSA_SCHEMA_VERSION)
    return qsa_library_file_refuse (path, QSA_ERROR_TOO_NEW, error);
  /* The last pages of a library in use may still be in the -wal. */
  if (qsa_library_header_is_cut (&header)
      && !qsa_library_file_has_companion (path, "-wal"))
    return qsa_library_file_refuse (path, QSA_ERROR_DAMAGED, error);
  return TRUE;
}

/* Reading a -wal takes a -shm beside it, and one that is missing cannot be made here. */
static gboolean
qsa_library_file_check_wal (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (!qsa_library_file_has_companion (path, "-wal")
      || qsa_library_file_has_companion (path, "-shm"))
    return TRUE;
  g_set_error (
      error, QSA_ERROR, QSA_ERROR_READ_ONLY,
      _ ("The library “%s” was not closed properly, and it cannot be put in order here "
         "because nothing can be written. Copy it, together with the file “%s-wal”, to a "
         "folder of your own."),
      name, name);
  return FALSE;
}

static gboolean
qsa_library_file_choose_mode (QsaLibraryFile *file, gboolean read_only, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (file->path);
  gboolean folder_writable = qsa_library_file_may_write (folder);
  gboolean writable = folder_writable && qsa_library_file_may_write (file->path);
  gboolean has_wal = qsa_library_file_has_companion (file->path, "-wal");

  if (writable && !read_only)
    file->mode = QSA_DB_READ_WRITE;
  else if (has_wal)
    file->mode = QSA_DB_READ_ONLY;
  else
    file->mode = writable ? QSA_DB_QUERY_ONLY : QSA_DB_IMMUTABLE;
  return folder_writable || qsa_library_file_check_wal (file->path, error);
}

static gboolean
qsa_library_file_inspect_missing (const char *path, gboolean create, QsaLibraryFile *file,
                                  GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (!create)
    {
      g_set_error (error, QSA_ERROR, QSA_ERROR_NOT_A_LIBRARY,
                   _ ("There is no library “%s”."), name);
      return FALSE;
    }
  if (!qsa_library_file_make_folder (path, error))
    return FALSE;
  file->path = g_canonicalize_filename (path, NULL);
  file->mode = QSA_DB_READ_WRITE;
  file->create = TRUE;
  return TRUE;
}

/* An empty file is what is left when making a library was interrupted, or what somebody made as a
 * place for one. */
static gboolean
qsa_library_file_inspect_empty (QsaLibraryFile *file, gboolean create, GError **error)
{
  if (!create)
    return qsa_library_file_refuse (file->path, QSA_ERROR_NOT_A_LIBRARY, error);
  if (!qsa_library_file_may_write (file->path))
    {
      g_autofree char *name = g_filename_display_name (file->path);

      g_set_error (error, QSA_ERROR, QSA_ERROR_READ_ONLY,
                   _ ("The library “%s” cannot be written."), name);
      return FALSE;
    }
  file->mode = QSA_DB_READ_WRITE;
  file->create = TRUE;
  return qsa_library_file_make_folder (file->path, error);
}

gboolean
qsa_library_file_inspect (const char *path, gboolean create, gboolean read_only,
                          QsaLibraryFile *file, GError **error)
{
  g_autofree char *real_path = NULL;
  GStatBuf status;

  g_return_val_if_fail (path != NULL && file != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  *file = (QsaLibraryFile){ 0 };
  if (g_stat (path, &status) != 0)
    return errno == ENOENT || errno == ENOTDIR
               ? qsa_library_file_inspect_missing (path, create && !read_only, file,
                                                   error)
               : qsa_library_file_refuse (path, QSA_ERROR_UNREADABLE, error);
  if (!S_ISREG (status.st_mode))
    return qsa_library_file_refuse (path, QSA_ERROR_NOT_A_LIBRARY, error);
  if (faccessat (AT_FDCWD, path, R_OK, AT_EACCESS) != 0)
    return qsa_library_file_refuse (path, QSA_ERROR_UNREADABLE, error);

  real_path = realpath (path, NULL);
  file->path = g_strdup (real_path != NULL ? real_path : path);
  if (status.st_size == 0)
    return qsa_library_file_inspect_empty (file, create && !read_only, error);
  return qsa_library_file_check_header (file->path, error)
         && qsa_library_file_choose_mode (file, read_only, error);
}
