/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes of unknown encoding to valid UTF-8: BOM, declaration, UTF-8 validity, ICU detection,
 * windows-1256, UTF-16 without BOM, with a check that the result reads as text. Any thread. */

/* @declared may be NULL (from a <meta> or XML declaration). Free the result with g_free();
 * *encoding (transfer full) names what it was. Invalid bytes inside otherwise good UTF-8 become
 * U+FFFD and *replaced counts them. Errors: QSA_ERROR_EMPTY, _BINARY, _ENCODING. */
char *qsa_encoding_to_utf8 (const guint8 *data, gsize data_bytes, const char *declared,
                            gsize *text_bytes, char **encoding, guint *replaced,
                            GError **error);

/* Only the name: what @data, which may be the first part of a longer text, is encoded in. A
 * character cut at the end does not count against it. Same errors. Free with g_free(). */
char *qsa_encoding_detect (const guint8 *data, gsize data_bytes, const char *declared,
                           GError **error);

/* Bytes of the byte order mark at the start of @data; 0 when there is none. */
gsize qsa_encoding_bom_bytes (const guint8 *data, gsize data_bytes);

G_END_DECLS
