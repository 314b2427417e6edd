/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-json-splitter.h"

#include <string.h>

/* json-glib recurses; an article is a handful of levels deep. */
#define DEEPEST_NESTING 64

/* A line end inside a string is wrong, yet parsers read over it. In a file that is broken all over it
 * ends the search for the string's end, or each search would go on to the end of the file. */
#define PATIENCE_FAULTS 16

/* Members that hold the array of articles, or an object that does. */
static const char *const wrappers[] = {
  "articles", "data", "docs",  "documents", "entries",  "feed",    "hits", "items",
  "list",     "news", "posts", "records",   "response", "results", "rows", "value",
};

void
qsa_json_splitter_init (QsaJsonSplitter *splitter, const char *data, gsize data_bytes)
{
  *splitter = (QsaJsonSplitter){ .data = data, .data_bytes = data_bytes };
}

static gsize
qsa_json_skip_blanks (const QsaJsonSplitter *splitter, gsize at)
{
  while (at < splitter->data_bytes && g_ascii_isspace (splitter->data[at]))
    at++;
  return at;
}

/* Behind the closing quote of the string that begins at @at; data_bytes when there is none. */
static gsize
qsa_json_skip_string (const QsaJsonSplitter *splitter, gsize at, gsize *line_end)
{
  for (at++; at < splitter->data_bytes; at++)
    {
      switch (splitter->data[at])
        {
        case '"':
          return at + 1;
        case '\\':
          at++;
          break;
        case '\n':
          if (*line_end == 0)
            *line_end = at;
          if (splitter->n_faults > PATIENCE_FAULTS)
            return splitter->data_bytes;
          break;
        default:
          break;
        }
    }
  return splitter->data_bytes;
}

/* The brackets that are open, as bits: 1 for an array. Deeper ones are only counted. */
typedef struct
{
  guint64 arrays;
  guint depth;
} QsaJsonNesting;

static void
qsa_json_nesting_open (QsaJsonNesting *nesting, char bracket)
{
  if (nesting->depth < DEEPEST_NESTING)
    nesting->arrays = (nesting->arrays << 1) | (bracket == '[');
  nesting->depth++;
}

/* FALSE when @bracket closes something else than what is open. */
static gboolean
qsa_json_nesting_close (QsaJsonNesting *nesting, char bracket)
{
  gboolean fits = nesting->depth > DEEPEST_NESTING
                  || (nesting->arrays & 1) == (guint64) (bracket == ']');

  if (nesting->depth <= DEEPEST_NESTING)
    nesting->arrays >>= 1;
  nesting->depth--;
  return fits;
}

/* Behind the object or array that begins at @at. */
static QsaJsonPiece
qsa_json_skip_container (QsaJsonSplitter *splitter, gsize at, gsize *end_byte)
{
  QsaJsonNesting nesting = { 0 };
  gboolean too_deep = FALSE;

  splitter->suspect_byte = 0;
  *end_byte = splitter->data_bytes;
  while (at < splitter->data_bytes)
    {
      char c = splitter->data[at];

      if (c == '"')
        {
          at = qsa_json_skip_string (splitter, at, &splitter->suspect_byte);
          continue;
        }
      at++;
      if (c == '{' || c == '[')
        {
          qsa_json_nesting_open (&nesting, c);
          too_deep = too_deep || nesting.depth > DEEPEST_NESTING;
          if (too_deep && splitter->n_faults > PATIENCE_FAULTS)
            break;
        }
      else if (c == '}' || c == ']')
        {
          if (!qsa_json_nesting_close (&nesting, c))
            break;
          if (nesting.depth == 0)
            {
              *end_byte = at;
              return too_deep ? QSA_JSON_TOO_DEEP : QSA_JSON_ELEMENT;
            }
        }
    }
  return too_deep ? QSA_JSON_TOO_DEEP : QSA_JSON_UNFINISHED;
}

static gsize
qsa_json_indent_of (const QsaJsonSplitter *splitter, gsize at)
{
  gsize n = 0;

  while (at > 0 && (splitter->data[at - 1] == ' ' || splitter->data[at - 1] == '\t'))
    {
      at--;
      n++;
    }
  return at == 0 || splitter->data[at - 1] == '\n' ? n : G_MAXSIZE;
}

static void
qsa_json_note_indent (QsaJsonSplitter *splitter, gsize at)
{
  if (splitter->has_indent)
    return;
  splitter->element_indent = qsa_json_indent_of (splitter, at);
  splitter->has_indent = TRUE;
}

/* In a file on one line, "},{" between elements is all there is to go by. */
static gsize
qsa_json_next_joint (const QsaJsonSplitter *splitter, gsize at)
{
  for (; at < splitter->data_bytes; at++)
    {
      gsize p;

      if (splitter->data[at] != '}')
        continue;
      p = qsa_json_skip_blanks (splitter, at + 1);
      if (p == splitter->data_bytes || splitter->data[p] != ',')
        continue;
      p = qsa_json_skip_blanks (splitter, p + 1);
      if (p < splitter->data_bytes && splitter->data[p] == '{')
        return p;
    }
  return splitter->data_bytes;
}

/* Where the next element seems to begin behind @at: a line that opens an object as far from the
 * margin as the first element did. */
static gsize
qsa_json_next_start (const QsaJsonSplitter *splitter, gsize at)
{
  gsize line = at;

  if (splitter->element_indent == G_MAXSIZE)
    return qsa_json_next_joint (splitter, at);
  while (line < splitter->data_bytes)
    {
      const char *line_end = memchr (splitter->data + line, '\n',
                                     splitter->data_bytes - line);
      gsize p;

      if (line_end == NULL)
        break;
      line = (gsize) (line_end - splitter->data) + 1;
      for (p = line; p < splitter->data_bytes
                     && (splitter->data[p] == ' ' || splitter->data[p] == '\t');
           p++)
        ;
      if (p < splitter->data_bytes && splitter->data[p] == '{'
          && p - line == splitter->element_indent)
        return p;
    }
  return splitter->data_bytes;
}

static gboolean
qsa_json_is_wrapper (const char *key, gsize key_bytes)
{
  for (gsize i = 0; i < G_N_ELEMENTS (wrappers); i++)
    {
      if (strlen (wrappers[i]) == key_bytes && memcmp (wrappers[i], key, key_bytes) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Behind any value; data_bytes when it does not end. */
static gsize
qsa_json_skip_value (QsaJsonSplitter *splitter, gsize at)
{
  gsize end = splitter->data_bytes;
  gsize line_end = 0;

  if (at >= splitter->data_bytes)
    return at;
  if (splitter->data[at] == '"')
    return qsa_json_skip_string (splitter, at, &line_end);
  if (splitter->data[at] == '{' || splitter->data[at] == '[')
    {
      if (qsa_json_skip_container (splitter, at, &end) != QSA_JSON_ELEMENT)
        return splitter->data_bytes;
      return end;
    }
  /* No number or name spans lines; a stray line must not swallow the object below it. */
  while (at < splitter->data_bytes && strchr (",}]\n", splitter->data[at]) == NULL)
    at++;
  return at;
}

static gboolean
qsa_json_opens_array_of_objects (const QsaJsonSplitter *splitter, gsize at)
{
  if (at >= splitter->data_bytes || splitter->data[at] != '[')
    return FALSE;
  at = qsa_json_skip_blanks (splitter, at + 1);
  return at < splitter->data_bytes && splitter->data[at] == '{';
}

/* Inside the object at @at, the place behind the '[' of an array of articles; 0 when the object
 * is no wrapping. @levels bounds the descent into wrappers of wrappers. */
static gsize
qsa_json_find_wrapped (QsaJsonSplitter *splitter, gsize at, guint levels)
{
  for (at = qsa_json_skip_blanks (splitter, at + 1);
       at < splitter->data_bytes && splitter->data[at] == '"';)
    {
      gsize line_end = 0;
      gsize key = at + 1;
      gsize key_end = qsa_json_skip_string (splitter, at, &line_end);

      at = qsa_json_skip_blanks (splitter, key_end);
      if (at >= splitter->data_bytes || splitter->data[at] != ':')
        return 0;
      at = qsa_json_skip_blanks (splitter, at + 1);
      if (qsa_json_is_wrapper (splitter->data + key, key_end - key - 1))
        {
          gsize inner = 0;

          if (qsa_json_opens_array_of_objects (splitter, at))
            return at + 1;
          if (levels > 0 && at < splitter->data_bytes && splitter->data[at] == '{')
            inner = qsa_json_find_wrapped (splitter, at, levels - 1);
          if (inner > 0)
            return inner;
        }
      at = qsa_json_skip_blanks (splitter, qsa_json_skip_value (splitter, at));
      if (at >= splitter->data_bytes || splitter->data[at] != ',')
        return 0;
      at = qsa_json_skip_blanks (splitter, at + 1);
    }
  return 0;
}

static gboolean
qsa_json_enter_wrapper (QsaJsonSplitter *splitter)
{
  gsize inside;

  if (splitter->in_array || splitter->has_indent)
    return FALSE;
  inside = qsa_json_find_wrapped (splitter, splitter->at_byte, 2);
  if (inside == 0)
    return FALSE;
  splitter->at_byte = inside;
  splitter->in_array = TRUE;
  splitter->in_wrapper = TRUE;
  return TRUE;
}

static QsaJsonPiece
qsa_json_take_element (QsaJsonSplitter *splitter, gsize *start_byte, gsize *end_byte)
{
  QsaJsonPiece piece;

  *start_byte = splitter->at_byte;
  qsa_json_note_indent (splitter, splitter->at_byte);
  piece = qsa_json_skip_container (splitter, splitter->at_byte, end_byte);
  splitter->n_faults += piece != QSA_JSON_ELEMENT;
  if (*end_byte == splitter->data_bytes && piece != QSA_JSON_ELEMENT)
    *end_byte = qsa_json_next_start (splitter, splitter->at_byte + 1);
  splitter->at_byte = *end_byte;
  return piece;
}

static QsaJsonPiece
qsa_json_take_other (QsaJsonSplitter *splitter, gsize *start_byte, gsize *end_byte)
{
  gsize end = qsa_json_skip_value (splitter, splitter->at_byte);

  splitter->n_faults++;
  *start_byte = splitter->at_byte;
  /* A stray bracket is a value of no length. */
  *end_byte = MAX (end, splitter->at_byte + 1);
  if (end == splitter->data_bytes)
    *end_byte = qsa_json_next_start (splitter, splitter->at_byte + 1);
  splitter->at_byte = *end_byte;
  return QSA_JSON_NOT_AN_OBJECT;
}

QsaJsonPiece
qsa_json_splitter_next (QsaJsonSplitter *splitter, gsize *start_byte, gsize *end_byte)
{
  for (;;)
    {
      char c;

      splitter->at_byte = qsa_json_skip_blanks (splitter, splitter->at_byte);
      *start_byte = *end_byte = splitter->at_byte;
      if (splitter->at_byte >= splitter->data_bytes)
        {
          gboolean unclosed = splitter->in_array;

          splitter->in_array = FALSE;
          return unclosed ? QSA_JSON_UNCLOSED : QSA_JSON_END;
        }

      c = splitter->data[splitter->at_byte];
      if (c == ',')
        splitter->at_byte++;
      else if (c == ']' && splitter->in_array)
        {
          splitter->in_array = FALSE;
          splitter->at_byte = splitter->in_wrapper ? splitter->data_bytes
                                                   : splitter->at_byte + 1;
        }
      else if (c == '[' && !splitter->in_array)
        {
          splitter->in_array = TRUE;
          splitter->at_byte++;
        }
      else if (c != '{')
        return qsa_json_take_other (splitter, start_byte, end_byte);
      else if (!qsa_json_enter_wrapper (splitter))
        return qsa_json_take_element (splitter, start_byte, end_byte);
    }
}

void
qsa_json_splitter_cut (QsaJsonSplitter *splitter, gsize start_byte, gsize *end_byte)
{
  gsize next;

  if (splitter->suspect_byte <= start_byte || splitter->suspect_byte >= *end_byte)
    return;
  next = qsa_json_next_start (splitter, splitter->suspect_byte - 1);
  if (next >= *end_byte)
    return;
  *end_byte = next;
  splitter->at_byte = next;
}

gboolean
qsa_json_is_shallow (const char *data, gsize data_bytes)
{
  QsaJsonSplitter splitter;
  gsize at;
  gsize end_byte;

  qsa_json_splitter_init (&splitter, data, data_bytes);
  at = qsa_json_skip_blanks (&splitter, 0);
  if (at == data_bytes || (data[at] != '{' && data[at] != '['))
    return TRUE;
  return qsa_json_skip_container (&splitter, at, &end_byte) != QSA_JSON_TOO_DEEP;
}
