/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-db.h"
#include "qsa-result.h"

G_BEGIN_DECLS

/* Internal to store. What could be asked instead when little was found. */

/* How many articles @request finds, in the search's own transaction; -1 with @error. */
typedef gint64 (*QsaSuggestionCountFunc) (QsaSearchRequest *request, gpointer data,
                                          GError **error);

/* Adds the suggestions of @result, which found little. It takes at most about 50 ms: what is not known by
 * then is not suggested. FALSE with @error, also when cancelled. */
gboolean qsa_suggestions_add (QsaDb *db, QsaResult *result, QsaSuggestionCountFunc count,
                              gpointer data, GCancellable *cancellable, GError **error);

G_END_DECLS
