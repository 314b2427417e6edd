/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-matcher.h"

#include <string.h>

#include "qsa-letters.h"

#define QSA_ELLIPSIS "…"
/* A passage begins this part of its length before its first hit, */
#define QSA_SNIPPET_LEAD 4
/* or where the sentence begins, when that is no more of its length away. */
#define QSA_SNIPPET_SENTENCE 2

typedef struct
{
  const guint8 *body;
  const guint8 *end;
  GArray *matches; /* of QsaMatch; may be NULL */
  guint max_chars;
} QsaSnippetSource;

/* Matches that fit into one passage, from number @first_match on. */
typedef struct
{
  guint first_match;
  guint last_match; /* the first by which all the different terms have been seen */
  guint n_matches;
  guint n_terms;
  guint n_chars;  /* from the first match to the end of the last */
  guint n_breaks; /* ends of sentences between them */
} QsaSnippetChoice;

static gboolean
qsa_snippet_is_continuation (guint8 byte)
{
  return (byte & 0xc0) == 0x80;
}

static const guint8 *
qsa_snippet_step_back (const guint8 *at, const guint8 *start, guint n_chars)
{
  while (at > start && n_chars > 0)
    {
      at--;
      if (!qsa_snippet_is_continuation (*at))
        n_chars--;
    }
  return at;
}

static const guint8 *
qsa_snippet_step_forward (const guint8 *at, const guint8 *end, guint n_chars)
{
  while (at < end && n_chars > 0)
    {
      at++;
      while (at < end && qsa_snippet_is_continuation (*at))
        at++;
      n_chars--;
    }
  return at;
}

static guint
qsa_snippet_count_chars (const guint8 *from, const guint8 *to, guint at_most)
{
  guint n = 0;

  for (; from < to && n <= at_most; from++)
    {
      if (!qsa_snippet_is_continuation (*from))
        n++;
    }
  return n;
}

static gboolean
qsa_snippet_is_space (const guint8 *at, const guint8 *end, guint *n_bytes)
{
  gunichar letter = qsa_utf8_decode (at, end, n_bytes);

  return letter < 0x20 || letter == 0x7f
         || (letter != QSA_UTF8_INVALID && g_unichar_isspace (letter));
}

/* The full stop and its kin, when white space follows; a line's end. */
static gboolean
qsa_snippet_is_stop (const guint8 *at, const guint8 *end, guint *n_bytes)
{
  gunichar letter = qsa_utf8_decode (at, end, n_bytes);
  guint next_bytes;

  if (letter == '\n')
    return TRUE;
  return (letter == '.' || letter == '!' || letter == '?' || letter == 0x61f
          || letter == 0x2026)
         && at + *n_bytes < end && qsa_snippet_is_space (at + *n_bytes, end, &next_bytes);
}

static guint
qsa_snippet_count_breaks (const QsaSnippetSource *source, const QsaMatch *first,
                          const QsaMatch *last)
{
  const guint8 *to = source->body + last->start_byte;
  guint n_breaks = 0;
  guint n_bytes;

  for (const guint8 *at = source->body + first->end_byte; at < to; at += n_bytes)
    n_breaks += qsa_snippet_is_stop (at, source->end, &n_bytes);
  return n_breaks;
}

/* The matches from @first that fit into one passage, and how many different terms they are. */
static QsaSnippetChoice
qsa_snippet_weigh (const QsaSnippetSource *source, guint first, GHashTable *terms)
{
  const QsaMatch *matches = (const QsaMatch *) (gpointer) source->matches->data;
  QsaSnippetChoice choice = { .first_match = first, .last_match = first };
  guint room = source->max_chars - source->max_chars / QSA_SNIPPET_LEAD;
  guint n_used = 0;
  const guint8 *counted_to = source->body + matches[first].start_byte;

  g_hash_table_remove_all (terms);
  for (guint i = first; i < source->matches->len; i++)
    {
      const guint8 *match_end = source->body + matches[i].end_byte;

      n_used += qsa_snippet_count_chars (counted_to, match_end, room);
      if (n_used > room)
        break;
      counted_to = match_end;
      choice.n_matches++;
      if (g_hash_table_add (terms, GUINT_TO_POINTER (matches[i].term)))
        {
          choice.last_match = i;
          choice.n_chars = n_used;
        }
    }
  choice.n_terms = g_hash_table_size (terms);
  choice.n_breaks = qsa_snippet_count_breaks (source, &matches[first],
                                              &matches[choice.last_match]);
  return choice;
}

/* More different terms, in one sentence, near to each other; of one term the more often. */
static gboolean
qsa_snippet_choice_is_better (const QsaSnippetChoice *choice,
                              const QsaSnippetChoice *than)
{
  if (choice->n_terms != than->n_terms)
    return choice->n_terms > than->n_terms;
  if (choice->n_breaks != than->n_breaks)
    return choice->n_breaks < than->n_breaks;
  if (choice->n_terms > 1 && choice->n_chars != than->n_chars)
    return choice->n_chars < than->n_chars;
  return choice->n_matches > than->n_matches;
}

static QsaSnippetChoice
qsa_snippet_choose (const QsaSnippetSource *source)
{
  g_autoptr (GHashTable) terms = g_hash_table_new (NULL, NULL);
  QsaSnippetChoice best = { 0 };

  for (guint i = 0; i < source->matches->len; i++)
    {
      QsaSnippetChoice choice = qsa_snippet_weigh (source, i, terms);

      if (best.n_terms == 0 || qsa_snippet_choice_is_better (&choice, &best))
        best = choice;
    }
  return best;
}

static const guint8 *
qsa_snippet_skip_space (const guint8 *at, const guint8 *end)
{
  guint n_bytes;

  while (at < end && qsa_snippet_is_space (at, end, &n_bytes))
    at += n_bytes;
  return at;
}

/* The beginning of the last sentence or paragraph between @from and @match; NULL when none begins there. */
static const guint8 *
qsa_snippet_find_sentence (const QsaSnippetSource *source, const guint8 *from,
                           const guint8 *match)
{
  const guint8 *sentence = NULL;
  guint n_bytes;

  for (const guint8 *at = from; at < match; at += n_bytes)
    {
      if (qsa_snippet_is_stop (at, source->end, &n_bytes))
        {
          const guint8 *next = qsa_snippet_skip_space (at + n_bytes, source->end);

          if (next <= match)
            sentence = next;
        }
    }
  return sentence;
}

/* The first beginning of a word from @from on and before @match. */
static const guint8 *
qsa_snippet_find_word (const QsaSnippetSource *source, const guint8 *from,
                       const guint8 *match)
{
  const guint8 *before = qsa_snippet_step_back (from, source->body, 1);
  guint n_bytes;

  if (from == source->body || qsa_snippet_is_space (before, source->end, &n_bytes))
    return qsa_snippet_skip_space (from, source->end);
  for (const guint8 *at = from; at < match; at += n_bytes)
    {
      if (qsa_snippet_is_space (at, source->end, &n_bytes))
        return qsa_snippet_skip_space (at, source->end);
    }
  return from;
}

static const guint8 *
qsa_snippet_choose_start (const QsaSnippetSource *source)
{
  const guint8 *body_start = qsa_snippet_skip_space (source->body, source->end);
  const guint8 *match_start;
  const guint8 *sentence;
  const guint8 *from;
  QsaSnippetChoice choice;
  guint room;
  guint n_chars;

  if (source->matches == NULL || source->matches->len == 0)
    return body_start;
  choice = qsa_snippet_choose (source);
  match_start =
      source->body
      + g_array_index (source->matches, QsaMatch, choice.first_match).start_byte;
  /* What may stand before the first match so that the last one is still shown. */
  room = MIN (source->max_chars / QSA_SNIPPET_SENTENCE,
              source->max_chars - MIN (choice.n_chars, source->max_chars));
  if (qsa_snippet_count_chars (body_start, match_start, room) <= room)
    return body_start;
  from = qsa_snippet_step_back (match_start, source->body, room);
  sentence = qsa_snippet_find_sentence (source, from, match_start);
  if (sentence != NULL)
    return sentence;
  from = qsa_snippet_step_back (match_start, source->body,
                                MIN (room, source->max_chars / QSA_SNIPPET_LEAD));
  /* Near the end of the body there is room for more before the match. */
  n_chars = qsa_snippet_count_chars (from, source->end, source->max_chars);
  if (n_chars < source->max_chars)
    from = qsa_snippet_step_back (from, source->body, source->max_chars - n_chars);
  return qsa_snippet_find_word (source, from, match_start);
}

/* Back to the end of a word, unless the one word fills the passage. */
static const guint8 *
qsa_snippet_choose_end (const QsaSnippetSource *source, const guint8 *start)
{
  const guint8 *end = qsa_snippet_step_forward (start, source->end, source->max_chars);
  const guint8 *at = end;
  guint n_bytes;

  if (end == source->end || qsa_snippet_is_space (end, source->end, &n_bytes))
    return end;
  while (at > start)
    {
      const guint8 *before = qsa_snippet_step_back (at, start, 1);

      if (qsa_snippet_is_space (before, source->end, &n_bytes))
        return before;
      at = before;
    }
  return end;
}

/* The line that is being written, and the match of the body that comes next or is open. */
typedef struct
{
  GString *text;
  GArray *matches;
  guint next_match;
  gsize open_at; /* where in @text the open match begins */
  gboolean open;
} QsaSnippetLine;

/* Opens and closes matches at @offset of the body. A match that begins before the passage is
 * left out. */
static void
qsa_snippet_line_mark (QsaSnippetLine *line, const QsaSnippetSource *source, gsize offset)
{
  while (source->matches != NULL && line->next_match < source->matches->len)
    {
      const QsaMatch *match = &g_array_index (source->matches, QsaMatch,
                                              line->next_match);

      if (line->open && offset >= match->end_byte)
        {
          QsaMatch moved = { line->open_at, line->text->len, match->term };

          g_array_append_val (line->matches, moved);
          line->open = FALSE;
          line->next_match++;
        }
      else if (!line->open && offset > match->start_byte)
        {
          line->next_match++;
        }
      else
        {
          if (!line->open && offset == match->start_byte)
            {
              line->open = TRUE;
              line->open_at = line->text->len;
            }
          return;
        }
    }
}

/* Copies [start, end) as one line of valid UTF-8 and moves the matches along. */
static void
qsa_snippet_line_write (QsaSnippetLine *line, const QsaSnippetSource *source,
                        const guint8 *start, const guint8 *end)
{
  guint n_bytes;

  for (const guint8 *at = start; at < end; at += n_bytes)
    {
      qsa_snippet_line_mark (line, source, (gsize) (at - source->body));
      if (!qsa_snippet_is_space (at, source->end, &n_bytes))
        {
          if (qsa_utf8_decode (at, source->end, &n_bytes) != QSA_UTF8_INVALID)
            g_string_append_len (line->text, (const char *) at, n_bytes);
        }
      else if (line->text->len > 0 && line->text->str[line->text->len - 1] != ' ')
        {
          g_string_append_c (line->text, ' ');
        }
    }
  qsa_snippet_line_mark (line, source, (gsize) (end - source->body));
  if (line->text->len > 0 && line->text->str[line->text->len - 1] == ' ')
    g_string_truncate (line->text, line->text->len - 1);
}

void
qsa_snippet_free (QsaSnippet *snippet)
{
  if (snippet == NULL)
    return;
  g_free (snippet->text);
  g_array_unref (snippet->matches);
  g_free (snippet);
}

QsaSnippet *
qsa_snippet_new (const char *body, gssize body_bytes, QsaMatcher *matcher,
                 guint max_chars)
{
  QsaSnippet *snippet = g_new0 (QsaSnippet, 1);
  g_autoptr (GArray) matches = NULL;
  QsaSnippetLine line = { 0 };
  QsaSnippetSource source;
  const guint8 *start;
  const guint8 *end;

  if (body == NULL)
    body_bytes = 0;
  if (body_bytes < 0)
    body_bytes = (gssize) strlen (body);
  if (matcher != NULL && !qsa_matcher_is_empty (matcher))
    matches = qsa_matcher_find (matcher, body, body_bytes);
  source.body = (const guint8 *) (body != NULL ? body : "");
  source.end = source.body + body_bytes;
  source.matches = matches;
  source.max_chars = max_chars;

  line.text = g_string_new (NULL);
  line.matches = g_array_new (FALSE, FALSE, sizeof (QsaMatch));
  start = qsa_snippet_choose_start (&source);
  end = qsa_snippet_choose_end (&source, start);
  if (start > qsa_snippet_skip_space (source.body, source.end))
    g_string_append (line.text, QSA_ELLIPSIS);
  qsa_snippet_line_write (&line, &source, start, end);
  if (qsa_snippet_skip_space (end, source.end) < source.end)
    g_string_append (line.text, QSA_ELLIPSIS);

  snippet->text = g_string_free (line.text, FALSE);
  snippet->matches = line.matches;
  return snippet;
}
