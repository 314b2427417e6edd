/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-db.h"

G_BEGIN_DECLS

/* Internal to store. Words of the vocabulary by their beginning, and near ones. On a reader's thread;
 * cancellable; each answers within about 50 ms on the vocabulary of a million articles (1.7 million
 * words), if need be with what it found so far. */

/* GPtrArray of QsaCompletion, see qsa_library_complete_async(). */
GPtrArray *qsa_completion_of_word (QsaDb *db, const char *prefix, guint max,
                                   GCancellable *cancellable, GError **error);
GPtrArray *qsa_completion_of_author (QsaDb *db, const char *prefix, guint max,
                                     GCancellable *cancellable, GError **error);

/* Words near @folded that more articles hold than @folded itself: one edit apart, two for six letters and
 * more (an edit is a letter added, left out, changed, or two neighbours exchanged), the nearest and then
 * the commonest first. GPtrArray of QsaCompletion. */
GPtrArray *qsa_completion_near (QsaDb *db, const char *folded, guint max,
                                GCancellable *cancellable, GError **error);

G_END_DECLS
