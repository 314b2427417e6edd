/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-db.h"

G_BEGIN_DECLS

/* Internal to store. The tables and how a library comes to its newest version. */

#define QSA_SCHEMA_APPLICATION_ID 0x51736173 /* "Qsas" */
#define QSA_SCHEMA_VERSION 2                 /* PRAGMA user_version */

/* Brings a library from version i to i + 1, inside a transaction that it must not end. */
typedef gboolean (*QsaSchemaStep) (QsaDb *db, GError **error);

/* Makes sure that @db, opened for writing, is a library of this version in WAL mode. An empty file
 * becomes one when @create. An older one is migrated after a copy was kept beside @path. One that
 * is refused is not written to.
 * Errors: QSA_ERROR_NOT_A_LIBRARY, _TOO_NEW, _NO_SPACE for the copy, and those of SQLite. */
gboolean qsa_schema_prepare (QsaDb *db, const char *path, gboolean create,
                             GError **error);

/* Looks, but changes nothing: for libraries opened to be read. One that is older cannot be read
 * before it was migrated: QSA_ERROR_READ_ONLY. */
gboolean qsa_schema_check (QsaDb *db, GError **error);

/* The same as qsa_schema_prepare() with other steps than the program's own; step i leads from
 * version i to i + 1. For tests. */
gboolean qsa_schema_prepare_with_steps (QsaDb *db, const char *path, gboolean create,
                                        const QsaSchemaStep *steps, guint n_steps,
                                        GError **error);

/* The program's own steps. */
const QsaSchemaStep *qsa_schema_get_steps (void);

G_END_DECLS
