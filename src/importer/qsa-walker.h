/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Finds the files that an import reads. Any thread; blocks on the disk. */

typedef enum
{
  QSA_WALK_FILE,    /* to be read */
  QSA_WALK_IGNORED, /* met in a folder, of a kind that is not read */
  QSA_WALK_ERROR,   /* a file or folder that cannot be read; the walk goes on */
} QsaWalkKind;

/* @error is set for QSA_WALK_ERROR only, QSA_ERROR_UNREADABLE, borrowed. */
typedef void (*QsaWalkFunc) (QsaWalkKind kind, const char *path, const GError *error,
                             gpointer user_data);

/* A file named here is always a QSA_WALK_FILE, whatever its name. A folder is walked in the order of
 * names; links inside it are not followed, hidden files not read. Stops early when cancelled. */
void qsa_walk (const char *path, GCancellable *cancellable, QsaWalkFunc func,
               gpointer user_data);

G_END_DECLS
