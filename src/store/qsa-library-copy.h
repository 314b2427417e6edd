/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Internal to store. Keeps a copy of the library @path, which is of schema @version, beside it as
 * "NAME.schema-VERSION.bak" (with a number when there is one already), through SQLite's backup API.
 * Refused beforehand with QSA_ERROR_NO_SPACE when the disk cannot hold it; an unfinished copy is
 * removed. Any thread without another connection's transaction in the way; blocks. */
gboolean qsa_library_copy_before_migration (const char *path, guint version,
                                            GError **error);

G_END_DECLS
