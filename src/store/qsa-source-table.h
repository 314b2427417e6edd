/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-candidate.h"
#include "qsa-db.h"

G_BEGIN_DECLS

/* Internal to store. The table `source`: each article's own bytes as they came. */

#define QSA_SOURCE_SHA256_BYTES 32

/* What is stored of a candidate's raw bytes, computed outside of the writer's thread. */
typedef struct
{
  guint8 sha256[QSA_SOURCE_SHA256_BYTES];
  GBytes *packed; /* zlib; NULL when the candidate has no raw bytes */
  gsize raw_bytes;
} QsaPackedSource;

/* Any thread. FALSE with @error when zlib fails (out of memory). */
gboolean qsa_packed_source_init (QsaPackedSource *packed, GBytes *raw, GError **error);
void qsa_packed_source_clear (QsaPackedSource *packed);

/* Inside a write transaction; version 1 of the article. */
gboolean qsa_source_table_insert (QsaDb *db, gint64 article_id,
                                  const QsaCandidate *candidate,
                                  const QsaPackedSource *packed, GError **error);

/* The article that came from exactly these bytes, at the same place of its file, in *@article_id; 0
 * when there is none. (Without the place, articles of one file whose bytes could not be told apart
 * would shadow each other.) */
gboolean qsa_source_table_find (QsaDb *db, const QsaCandidate *candidate,
                                const QsaPackedSource *packed, gint64 *article_id,
                                GError **error);

/* The bytes as they came; NULL with QSA_ERROR_NOT_FOUND when the article or its source is not there,
 * QSA_ERROR_DAMAGED when they do not unpack. */
GBytes *qsa_source_table_load (QsaDb *db, gint64 article_id, GError **error);

/* Where the file was; *@path NULL when it was pasted. */
gboolean qsa_source_table_load_path (QsaDb *db, gint64 article_id, char **path,
                                     GError **error);

G_END_DECLS
