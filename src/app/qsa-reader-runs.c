/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-reader-runs.h"

#include <string.h>

#include "qsa-bidi.h"

#define NOT_ANCHORED G_MAXSIZE

typedef struct
{
  guint part;
  char *source; /* owned */
  gsize source_bytes;
  gsize anchor_byte;
  QsaBidiMap *map; /* owned */
  gsize start_chars;
  gsize end_chars;
} QsaReaderRun;

struct _QsaReaderRuns
{
  GString *view;
  gsize view_chars;
  gsize anchored_bytes; /* end of the anchored source */
  GArray *runs;         /* QsaReaderRun, ascending */
};

static void
qsa_reader_runs_clear_run (gpointer data)
{
  QsaReaderRun *run = data;

  g_clear_pointer (&run->source, g_free);
  g_clear_pointer (&run->map, qsa_bidi_map_free);
}

static const QsaReaderRun *
qsa_reader_runs_get_run (QsaReaderRuns *runs, guint index)
{
  return &g_array_index (runs->runs, QsaReaderRun, index);
}

QsaReaderRuns *
qsa_reader_runs_new (void)
{
  QsaReaderRuns *runs = g_new0 (QsaReaderRuns, 1);

  runs->view = g_string_new (NULL);
  runs->runs = g_array_new (FALSE, FALSE, sizeof (QsaReaderRun));
  g_array_set_clear_func (runs->runs, qsa_reader_runs_clear_run);
  return runs;
}

void
qsa_reader_runs_free (QsaReaderRuns *runs)
{
  if (runs == NULL)
    return;
  g_string_free (runs->view, TRUE);
  g_array_unref (runs->runs);
  g_free (runs);
}

void
qsa_reader_runs_add_mark (QsaReaderRuns *runs, const char *mark)
{
  g_return_if_fail (runs != NULL);
  g_return_if_fail (g_utf8_strlen (mark, -1) == 1);

  g_string_append (runs->view, mark);
  runs->view_chars += 1;
}

static void
qsa_reader_runs_append (QsaReaderRuns *runs, guint part, const char *source,
                        gsize source_bytes, gsize anchor_byte)
{
  QsaReaderRun run = { .part = part,
                       .source_bytes = source_bytes,
                       .anchor_byte = anchor_byte };
  const char *view;

  run.source = g_strndup (source, source_bytes);
  run.map = qsa_bidi_map_new (run.source, (gssize) source_bytes);
  view = qsa_bidi_map_get_view_text (run.map);
  g_string_append (runs->view, view);
  run.start_chars = runs->view_chars;
  run.end_chars = run.start_chars + (gsize) g_utf8_strlen (view, -1);
  runs->view_chars = run.end_chars;
  g_array_append_val (runs->runs, run);
}

void
qsa_reader_runs_add (QsaReaderRuns *runs, guint part, const char *words)
{
  g_return_if_fail (runs != NULL);
  g_return_if_fail (part < 32);
  g_return_if_fail (words != NULL);

  qsa_reader_runs_append (runs, part, words, strlen (words), NOT_ANCHORED);
}

void
qsa_reader_runs_add_anchored (QsaReaderRuns *runs, guint part, const char *source,
                              gsize source_bytes, gsize anchor_byte)
{
  g_return_if_fail (runs != NULL);
  g_return_if_fail (part < 32);
  g_return_if_fail (anchor_byte >= runs->anchored_bytes);

  qsa_reader_runs_append (runs, part, source, source_bytes, anchor_byte);
  runs->anchored_bytes = anchor_byte + source_bytes;
}

const char *
qsa_reader_runs_get_view (QsaReaderRuns *runs)
{
  g_return_val_if_fail (runs != NULL, NULL);

  return runs->view->str;
}

gsize
qsa_reader_runs_get_view_chars (QsaReaderRuns *runs)
{
  g_return_val_if_fail (runs != NULL, 0);

  return runs->view_chars;
}

gboolean
qsa_reader_runs_at_line_start (QsaReaderRuns *runs)
{
  g_return_val_if_fail (runs != NULL, TRUE);

  return runs->view->len == 0 || runs->view->str[runs->view->len - 1] == '\n';
}

gsize
qsa_reader_runs_anchor_byte_at (QsaReaderRuns *runs, gsize view_chars)
{
  g_return_val_if_fail (runs != NULL, 0);

  for (guint i = 0; i < runs->runs->len; i++)
    {
      const QsaReaderRun *run = qsa_reader_runs_get_run (runs, i);
      gsize offset_chars;

      if (run->anchor_byte == NOT_ANCHORED || view_chars >= run->end_chars)
        continue;
      offset_chars = view_chars > run->start_chars ? view_chars - run->start_chars : 0;
      return run->anchor_byte
             + qsa_bidi_map_view_chars_to_source_bytes (run->map, offset_chars);
    }
  return runs->anchored_bytes;
}

gsize
qsa_reader_runs_view_chars_at (QsaReaderRuns *runs, gsize anchor_byte)
{
  g_return_val_if_fail (runs != NULL, 0);

  for (guint i = 0; i < runs->runs->len; i++)
    {
      const QsaReaderRun *run = qsa_reader_runs_get_run (runs, i);

      if (run->anchor_byte == NOT_ANCHORED || anchor_byte < run->anchor_byte
          || anchor_byte >= run->anchor_byte + run->source_bytes)
        continue;
      return run->start_chars
             + qsa_bidi_map_source_bytes_to_view_chars (run->map,
                                                        anchor_byte - run->anchor_byte);
    }
  return runs->view_chars;
}

static void
qsa_reader_runs_append_range (const QsaReaderRun *run, gsize start_chars, gsize end_chars,
                              GString *out)
{
  gsize start_byte;
  gsize end_byte;

  start_chars = MAX (start_chars, run->start_chars) - run->start_chars;
  end_chars = MIN (end_chars, run->end_chars) - run->start_chars;
  start_byte = qsa_bidi_map_view_chars_to_source_bytes (run->map, start_chars);
  end_byte = qsa_bidi_map_view_chars_to_source_bytes (run->map, end_chars);
  g_string_append_len (out, run->source + start_byte, (gssize) (end_byte - start_byte));
}

char *
qsa_reader_runs_dup_parts (QsaReaderRuns *runs, gsize start_chars, gsize end_chars,
                           guint parts)
{
  GString *out;

  g_return_val_if_fail (runs != NULL, NULL);

  out = g_string_new (NULL);
  for (guint i = 0; i < runs->runs->len; i++)
    {
      const QsaReaderRun *run = qsa_reader_runs_get_run (runs, i);

      if ((parts & (1u << run->part)) != 0 && start_chars < run->end_chars
          && end_chars > run->start_chars)
        qsa_reader_runs_append_range (run, start_chars, end_chars, out);
    }
  return g_string_free (out, FALSE);
}

static gsize
qsa_reader_runs_to_view (const QsaReaderRun *run, gsize source_byte)
{
  return run->start_chars
         + qsa_bidi_map_source_bytes_to_view_chars (run->map, source_byte);
}

static void
qsa_reader_runs_match_run (const QsaReaderRun *run, QsaMatcher *matcher,
                           QsaReaderRunsFunc func, gpointer user_data)
{
  g_autoptr (GArray)
      matches = qsa_matcher_find (matcher, run->source, (gssize) run->source_bytes);

  for (guint i = 0; i < matches->len; i++)
    {
      const QsaMatch *match = &g_array_index (matches, QsaMatch, i);

      func (run->part, qsa_reader_runs_to_view (run, match->start_byte),
            qsa_reader_runs_to_view (run, match->end_byte), user_data);
    }
}

/* The anchored source as one text: what stands between its pieces in the view does not part a
 * phrase. */
static void
qsa_reader_runs_match_anchored (QsaReaderRuns *runs, guint part, QsaMatcher *matcher,
                                QsaReaderRunsFunc func, gpointer user_data)
{
  g_autoptr (GString) source = g_string_sized_new (runs->anchored_bytes);
  g_autoptr (GArray) matches = NULL;

  for (guint i = 0; i < runs->runs->len; i++)
    {
      const QsaReaderRun *run = qsa_reader_runs_get_run (runs, i);

      if (run->anchor_byte != NOT_ANCHORED)
        g_string_append_len (source, run->source, (gssize) run->source_bytes);
    }
  matches = qsa_matcher_find (matcher, source->str, (gssize) source->len);
  for (guint i = 0; i < matches->len; i++)
    {
      const QsaMatch *match = &g_array_index (matches, QsaMatch, i);
      const char *last = g_utf8_find_prev_char (source->str,
                                                source->str + match->end_byte);

      /* By its last character: its end may be the beginning of the next piece. */
      func (part, qsa_reader_runs_view_chars_at (runs, match->start_byte),
            qsa_reader_runs_view_chars_at (runs, (gsize) (last - source->str)) + 1,
            user_data);
    }
}

void
qsa_reader_runs_foreach_match (QsaReaderRuns *runs, QsaMatcher *matcher, guint parts,
                               QsaReaderRunsFunc func, gpointer user_data)
{
  gboolean anchored_done = FALSE;

  g_return_if_fail (runs != NULL);
  g_return_if_fail (matcher != NULL);

  for (guint i = 0; i < runs->runs->len; i++)
    {
      const QsaReaderRun *run = qsa_reader_runs_get_run (runs, i);

      if ((parts & (1u << run->part)) == 0)
        continue;
      if (run->anchor_byte == NOT_ANCHORED)
        qsa_reader_runs_match_run (run, matcher, func, user_data);
      else if (!anchored_done)
        {
          qsa_reader_runs_match_anchored (runs, run->part, matcher, func, user_data);
          anchored_done = TRUE;
        }
    }
}
