/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A folder for one test, removed with everything in it when freed. */
typedef struct _QsaTestDir QsaTestDir;

QsaTestDir *qsa_test_dir_new (void);
void qsa_test_dir_free (QsaTestDir *dir);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaTestDir, qsa_test_dir_free)

const char *qsa_test_dir_get_path (QsaTestDir *dir);

/* Writes a file, making folders on the way; returns its path, free with g_free(). */
char *qsa_test_dir_write (QsaTestDir *dir, const char *name, const char *data,
                          gssize data_bytes);

/* A path inside, whether it exists or not; free with g_free(). */
char *qsa_test_dir_child (QsaTestDir *dir, const char *name);

G_END_DECLS
