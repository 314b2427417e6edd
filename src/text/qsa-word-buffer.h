/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to text/: the scanner's reusable UTF-8 buffer. Zero-initialised is empty; freed with
 * g_free (buffer->bytes). */
typedef struct
{
  guint8 *bytes;
  gsize n_bytes;
  gsize capacity_bytes;
} QsaWordBuffer;

static inline void
qsa_word_buffer_reserve (QsaWordBuffer *buffer, gsize n_more)
{
  if (G_LIKELY (buffer->n_bytes + n_more <= buffer->capacity_bytes))
    return;
  buffer->capacity_bytes = MAX (2 * buffer->capacity_bytes,
                                buffer->n_bytes + n_more + 64);
  buffer->bytes = g_realloc (buffer->bytes, buffer->capacity_bytes);
}

static inline void
qsa_word_buffer_append (QsaWordBuffer *buffer, gunichar letter)
{
  guint8 *out;

  qsa_word_buffer_reserve (buffer, 6);
  out = buffer->bytes + buffer->n_bytes;
  if (letter < 0x80)
    {
      out[0] = (guint8) letter;
      buffer->n_bytes += 1;
    }
  else if (G_LIKELY (letter < 0x800))
    {
      out[0] = (guint8) (0xc0 | (letter >> 6));
      out[1] = (guint8) (0x80 | (letter & 0x3f));
      buffer->n_bytes += 2;
    }
  else
    {
      buffer->n_bytes += (gsize) g_unichar_to_utf8 (letter, (char *) out);
    }
}

/* Adds a NUL that is not counted. */
static inline void
qsa_word_buffer_terminate (QsaWordBuffer *buffer)
{
  qsa_word_buffer_reserve (buffer, 1);
  buffer->bytes[buffer->n_bytes] = '\0';
}

G_END_DECLS
