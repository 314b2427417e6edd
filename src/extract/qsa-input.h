/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The bytes of one file, or of a pasted text, so that readers can walk them as ASCII-compatible
 * bytes and take slices of them: large files are mapped, not read; only UTF-16 and UTF-32 are
 * converted whole, everything else slice by slice. For one thread. */

typedef struct
{
  char *path;       /* owned; NULL when pasted */
  GBytes *original; /* owned; as it came */
  char *encoding;   /* owned; of the file as a whole */
  const char *data; /* borrowed from original or converted; without byte order mark */
  gsize data_bytes;
  char *converted; /* owned; NULL when data is part of original */
  gboolean mapped;
  gsize bom_bytes;
  gsize raw_cursor_data_byte; /* how far data was followed back into original … */
  gsize raw_cursor_byte;      /* … and where that is there, for UTF-16 and UTF-32 */
} QsaInput;

/* Errors: QSA_ERROR_UNREADABLE, _EMPTY, _BINARY, _ENCODING; messages name the file. */
QsaInput *qsa_input_open (const char *path, GError **error);
QsaInput *qsa_input_new (GBytes *bytes, const char *path, GError **error);
void qsa_input_free (QsaInput *input);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaInput, qsa_input_free)

/* Valid UTF-8; not NUL-terminated. */
typedef struct
{
  const char *text; /* borrowed from the input or from owned */
  gsize text_bytes;
  char *owned;    /* or NULL */
  char *encoding; /* owned */
  guint replaced; /* damaged bytes that became U+FFFD */
} QsaSlice;

void qsa_slice_clear (QsaSlice *slice);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QsaSlice, qsa_slice_clear)

/* The bytes [start_byte, end_byte) of data as text. @slice is filled also on failure. Errors as
 * qsa_encoding_to_utf8(). */
gboolean qsa_input_slice (QsaInput *input, gsize start_byte, gsize end_byte,
                          QsaSlice *slice, GError **error);

/* The original bytes of the same range. Ranges must be asked for in ascending order. */
GBytes *qsa_input_get_raw (QsaInput *input, gsize start_byte, gsize end_byte);

/* The file's name for messages, in the user's language when there is none. Free with g_free(). */
char *qsa_input_display_name (const char *path);

G_END_DECLS
