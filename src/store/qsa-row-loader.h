/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-result.h"
#include "qsa-row-cache.h"

G_BEGIN_DECLS

/* Internal to store, main thread. Reads the rows of a result by page, in the background.
 *
 *   want(i), want(j) … ──end of the main-loop turn──> one request for all their pages
 *                                                        │
 *   client.loaded(i, row) <── cache of the last rows <───┘
 *
 * The epoch grows with every result and reload; an answer of an older epoch is dropped. Indices are
 * those of the result's ids. */
typedef struct _QsaRowLoader QsaRowLoader;

typedef struct
{
  /* Whether anybody still wants the row when the turn ends. */
  gboolean (*is_held) (gpointer owner, guint index);
  void (*loaded) (gpointer owner, guint index, QsaLoadedRow *loaded);
  void (*failed) (gpointer owner, const GError *error);
} QsaRowLoaderClient;

/* @library may be NULL: then nothing is ever loaded. @client is static. */
QsaRowLoader *qsa_row_loader_new (QsaLibrary *library, const QsaRowLoaderClient *client,
                                  gpointer owner);
/* What is under way is cancelled; @owner is not called any more. */
void qsa_row_loader_free (QsaRowLoader *loader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaRowLoader, qsa_row_loader_free)

/* Begins an epoch: every row is to be read anew. @result may be NULL. */
void qsa_row_loader_begin (QsaRowLoader *loader, QsaResult *result);

/* The row as far as it is known, of this epoch or an older one; NULL when it is not. Borrowed until
 * the main loop runs. */
QsaLoadedRow *qsa_row_loader_lookup (QsaRowLoader *loader, guint index);
gboolean qsa_row_loader_is_current (QsaRowLoader *loader, const QsaLoadedRow *loaded);
void qsa_row_loader_want (QsaRowLoader *loader, guint index);

G_END_DECLS
