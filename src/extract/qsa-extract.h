/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "qsa-candidate.h"
#include "qsa-outlet-table.h"

G_BEGIN_DECLS

/* Bytes in, candidate articles out: encodings, formats, page furniture, metadata. Never invents:
 * a field that the text does not give stays NULL or undated. Any bytes are safe. No state; any
 * number of threads at once. */

typedef enum
{
  QSA_FORMAT_UNKNOWN,
  QSA_FORMAT_SCRAPE, /* raw text of one page */
  QSA_FORMAT_TREC,   /* SGML <DOC> … </DOC> */
  QSA_FORMAT_JSON,   /* one object, or an array of objects */
  QSA_FORMAT_JSON_LINES,
  QSA_FORMAT_HTML,
} QsaFormat;

/* Called for each article or failure, in file order, on the thread that called; takes @candidate.
 * Returns FALSE to stop. */
typedef gboolean (*QsaCandidateFunc) (QsaCandidate *candidate, gpointer user_data);

/* TRUE for file names that the importer tries when it walks a folder (.txt .html .htm .json .jsonl
 * .ndjson .sgml .sgm .xml .trec …); hidden files and README-like companions are not. A file named
 * by the user is always tried. */
gboolean qsa_extract_wants_file_name (const char *file_name);

/* By content first, the name's ending second. */
QsaFormat qsa_extract_detect_format (const char *path, const guint8 *data,
                                     gsize data_bytes);
const char *qsa_format_to_string (QsaFormat format);

/* Reads @path and calls @func for each article in it. FALSE with @error when the file as a whole
 * gave nothing (QSA_ERROR_EMPTY, _BINARY, _ENCODING, _TOO_LARGE, _UNREADABLE, _SYNTAX before the first
 * article, _NO_ARTICLE) or on cancellation; a fault inside a file of many articles is a candidate
 * with an error and its line, and the rest of the file goes on where the format allows.
 * Memory stays bounded by the largest single article, not by the file. */
gboolean qsa_extract_file (const char *path, QsaOutletTable *outlets,
                           QsaCandidateFunc func, gpointer user_data,
                           GCancellable *cancellable, GError **error);

/* The same for bytes at hand; @path may be NULL (pasted text). */
gboolean qsa_extract_bytes (GBytes *bytes, const char *path, QsaOutletTable *outlets,
                            QsaCandidateFunc func, gpointer user_data,
                            GCancellable *cancellable, GError **error);

G_END_DECLS
