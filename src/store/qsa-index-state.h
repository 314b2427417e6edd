/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-db.h"

G_BEGIN_DECLS

/* Internal to store. How far an index that is being made anew has come; in `meta`, so that it is the same
 * for every process and survives a kill.
 *
 *   ids  1 ……… built ……… until ………
 *        indexed  waiting  indexed: articles that came since it began
 */
typedef struct
{
  gint64 built;
  gint64 until; /* 0: the index is whole */
} QsaIndexState;

#define QSA_INDEX_STATE_WHOLE 1000u

gboolean qsa_index_state_read (QsaDb *db, QsaIndexState *state, GError **error);
/* Inside a write transaction. */
gboolean qsa_index_state_write (QsaDb *db, const QsaIndexState *state, GError **error);
/* The same: the index is whole. */
gboolean qsa_index_state_clear (QsaDb *db, GError **error);

/* Not in the index yet: it must neither be taken out nor put in. */
gboolean qsa_index_state_is_waiting (const QsaIndexState *state, gint64 id);

/* In thousandths; QSA_INDEX_STATE_WHOLE only when it is. */
guint qsa_index_state_get_progress (const QsaIndexState *state);

G_END_DECLS
