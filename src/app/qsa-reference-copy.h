/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk/gdk.h>

#include "qsa-library.h"

G_BEGIN_DECLS

/* References of several articles for the clipboard, one a line, as text and as HTML. Main thread.
 *
 * @ids: GArray of gint64. */
void qsa_reference_copy_async (QsaLibrary *library, GArray *ids,
                               GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data);
/* New reference; NULL with @error when not all articles could be read. */
GdkContentProvider *qsa_reference_copy_finish (GAsyncResult *result, GError **error);

G_END_DECLS
