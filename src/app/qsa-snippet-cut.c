/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-snippet-cut.h"

#define QSA_SNIPPET_CUT_MARK "…"

static QsaSnippet *
qsa_snippet_cut_from (const QsaSnippet *snippet, gsize start_byte, const char *mark)
{
  QsaSnippet *cut = g_new0 (QsaSnippet, 1);
  gssize shift = (gssize) strlen (mark) - (gssize) start_byte;

  cut->text = g_strconcat (mark, snippet->text + start_byte, NULL);
  cut->matches = g_array_copy (snippet->matches);
  for (guint i = 0; i < cut->matches->len; i++)
    {
      QsaMatch *match = &g_array_index (cut->matches, QsaMatch, i);

      match->start_byte += shift;
      match->end_byte += shift;
    }
  return cut;
}

/* The beginning of the first word that is at most @max_chars characters before @end. */
static const char *
qsa_snippet_cut_find_start (const char *text, const char *end, guint max_chars)
{
  const char *start = end;
  const char *at = end;

  for (guint n = 0; n < max_chars && at > text; n++)
    {
      const char *before = g_utf8_prev_char (at);

      if (g_unichar_isspace (g_utf8_get_char (before)))
        start = at;
      at = before;
    }
  return start;
}

QsaSnippet *
qsa_snippet_cut (const QsaSnippet *snippet, guint max_lead_chars)
{
  const QsaMatch *first;
  const char *start;

  g_return_val_if_fail (snippet != NULL, NULL);

  if (snippet->matches->len == 0)
    return qsa_snippet_cut_from (snippet, 0, "");
  first = &g_array_index (snippet->matches, QsaMatch, 0);
  if (g_utf8_strlen (snippet->text, first->start_byte) <= max_lead_chars)
    return qsa_snippet_cut_from (snippet, 0, "");
  start = qsa_snippet_cut_find_start (snippet->text, snippet->text + first->start_byte,
                                      max_lead_chars);
  return qsa_snippet_cut_from (snippet, start - snippet->text, QSA_SNIPPET_CUT_MARK);
}
