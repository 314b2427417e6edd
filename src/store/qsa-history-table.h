/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-db.h"

G_BEGIN_DECLS

/* Internal to store. The table `search_history`: what was searched for, each once. */

#define QSA_HISTORY_MAX 500u

/* How @query is remembered: white space squeezed; NULL for what is not worth it: nothing, what is no
 * text, or a pasted page. Free with g_free(). */
char *qsa_history_table_normalize (const char *query);

/* GPtrArray of char *, newest first, at most QSA_HISTORY_MAX. */
GPtrArray *qsa_history_table_load (QsaDb *db, GError **error);

/* Inside a write transaction. @query: as normalized. */
gboolean qsa_history_table_add (QsaDb *db, const char *query, GError **error);
gboolean qsa_history_table_clear (QsaDb *db, GError **error);

G_END_DECLS
