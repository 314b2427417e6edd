/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-library.h"

G_BEGIN_DECLS

/* Internal to store. The rows that were loaded last, by article; the least used is dropped first.
 * One thread. */

/* A row as it was loaded; shared by the cache and the item that shows it. */
typedef struct
{
  QsaRow *row; /* owned; NULL when the article is gone */
  guint epoch; /* of the model when it was asked for */
} QsaLoadedRow;

/* Takes @row. */
QsaLoadedRow *qsa_loaded_row_new (QsaRow *row, guint epoch);
QsaLoadedRow *qsa_loaded_row_ref (QsaLoadedRow *loaded);
void qsa_loaded_row_unref (QsaLoadedRow *loaded);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaLoadedRow, qsa_loaded_row_unref)

typedef struct _QsaRowCache QsaRowCache;

QsaRowCache *qsa_row_cache_new (guint max_rows);
void qsa_row_cache_free (QsaRowCache *cache);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaRowCache, qsa_row_cache_free)

/* Borrowed, until the next insert; NULL when it is not there. */
QsaLoadedRow *qsa_row_cache_lookup (QsaRowCache *cache, guint32 id);
/* A reference is taken. */
void qsa_row_cache_insert (QsaRowCache *cache, guint32 id, QsaLoadedRow *loaded);
guint qsa_row_cache_get_size (QsaRowCache *cache);

G_END_DECLS
