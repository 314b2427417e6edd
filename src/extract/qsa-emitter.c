/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-emitter.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qsa-error.h"

guint
qsa_emitter_get_line (QsaEmitter *emitter, gsize byte)
{
  const char *data = emitter->input->data;
  const char *p = data + emitter->line_cursor_byte;
  const char *end = data + MIN (byte, emitter->input->data_bytes);

  if (emitter->line == 0)
    emitter->line = 1;
  if (end <= p)
    return emitter->line;
  while ((p = memchr (p, '\n', (gsize) (end - p))) != NULL)
    {
      emitter->line++;
      p++;
    }
  emitter->line_cursor_byte = (gsize) (end - data);
  return emitter->line;
}

QsaCandidate *
qsa_emitter_begin (QsaEmitter *emitter, gsize start_byte)
{
  QsaCandidate *candidate = qsa_candidate_new (emitter->input->path, emitter->n_begun++);

  candidate->line = qsa_emitter_get_line (emitter, start_byte);
  return candidate;
}

void
qsa_emitter_set_raw (QsaEmitter *emitter, QsaCandidate *candidate, gsize start_byte,
                     gsize end_byte)
{
  g_assert (candidate->raw == NULL);

  candidate->raw = qsa_input_get_raw (emitter->input, start_byte, end_byte);
}

gboolean
qsa_emitter_emit (QsaEmitter *emitter, QsaCandidate *candidate)
{
  g_assert ((candidate->article != NULL) != (candidate->error != NULL));

  emitter->n_candidates++;
  if (!emitter->func (candidate, emitter->user_data))
    emitter->stopped = TRUE;
  return !emitter->stopped && !g_cancellable_is_cancelled (emitter->cancellable);
}

void
qsa_emitter_note_slice (QsaCandidate *candidate, const QsaSlice *slice)
{
  g_free (candidate->encoding);
  candidate->encoding = g_strdup (slice->encoding);
  if (slice->replaced > 0)
    g_ptr_array_add (candidate->warnings,
                     g_strdup_printf (ngettext ("%u damaged byte was replaced by “�”.",
                                                "%u damaged bytes were replaced by “�”.",
                                                slice->replaced),
                                      slice->replaced));
}

void
qsa_emitter_fail (QsaCandidate *candidate, GError *error)
{
  g_autofree char *name = qsa_input_display_name (candidate->path);

  g_assert (error != NULL);

  candidate->error = g_error_new (
      error->domain, error->code,
      /* Translators: file name, line number, then a sentence with the reason */
      _ ("“%s”, line %u: %s"), name, candidate->line, error->message);
  g_error_free (error);
}
