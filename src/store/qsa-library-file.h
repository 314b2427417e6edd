/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-db.h"

G_BEGIN_DECLS

/* Internal to store. Looks at a file before it is opened as a library, without changing it, and
 * decides how to open it:
 *
 *   missing, empty        CREATE  -> read-write, made          else NOT_A_LIBRARY
 *   folder, device, other header  -> NOT_A_LIBRARY
 *   our header, broken or cut     -> DAMAGED
 *   newer version                 -> TOO_NEW
 *   file and folder writable      -> read-write (query-only when asked for)
 *   folder or file not writable   -> immutable
 *   the same with a -wal beside   -> read-only where SQLite can read the -wal, else READ_ONLY
 */
typedef struct
{
  char *path; /* absolute, links resolved: a -wal stands beside the file itself */
  QsaDbMode mode;
  gboolean create;
} QsaLibraryFile;

void qsa_library_file_clear (QsaLibraryFile *file);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QsaLibraryFile, qsa_library_file_clear)

/* Any thread; blocks. Makes the folder when @create. Errors: QSA_ERROR_NOT_A_LIBRARY, _TOO_NEW,
 * _DAMAGED, _READ_ONLY, _NO_SPACE, _UNREADABLE. */
gboolean qsa_library_file_inspect (const char *path, gboolean create, gboolean read_only,
                                   QsaLibraryFile *file, GError **error);

G_END_DECLS
