/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-extract.h"

#include <string.h>

#include "qsa-trec-reader.h"

/* What a file is shows at its beginning. */
#define SNIFF_BYTES (16 * 1024)

typedef struct
{
  const char *ending;
  QsaFormat format;
} QsaFormatEnding;

static const QsaFormatEnding endings[] = {
  { ".txt", QSA_FORMAT_SCRAPE },       { ".text", QSA_FORMAT_SCRAPE },
  { ".html", QSA_FORMAT_HTML },        { ".htm", QSA_FORMAT_HTML },
  { ".xhtml", QSA_FORMAT_HTML },       { ".json", QSA_FORMAT_JSON },
  { ".jsonl", QSA_FORMAT_JSON_LINES }, { ".ndjson", QSA_FORMAT_JSON_LINES },
  { ".sgml", QSA_FORMAT_TREC },        { ".sgm", QSA_FORMAT_TREC },
  { ".trec", QSA_FORMAT_TREC },        { ".xml", QSA_FORMAT_TREC },
};

static const char *const format_names[] = {
  [QSA_FORMAT_UNKNOWN] = "unknown",
  [QSA_FORMAT_SCRAPE] = "scrape",
  [QSA_FORMAT_TREC] = "trec",
  [QSA_FORMAT_JSON] = "json",
  [QSA_FORMAT_JSON_LINES] = "json-lines",
  [QSA_FORMAT_HTML] = "html",
};

/* Files that travel with a corpus and hold no article. */
static const char *const companions[] = { "readme",    "license", "licence", "copying",
                                          "changelog", "changes", "notice",  "authors" };

static QsaFormat
qsa_format_from_name (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      if (g_str_has_suffix (lower, endings[i].ending))
        return endings[i].format;
    }
  return QSA_FORMAT_UNKNOWN;
}

static gboolean
qsa_format_is_companion (const char *file_name)
{
  gsize stem_bytes = strcspn (file_name, ".");

  for (gsize i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      if (strlen (companions[i]) == stem_bytes
          && g_ascii_strncasecmp (file_name, companions[i], stem_bytes) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
qsa_extract_wants_file_name (const char *file_name)
{
  g_return_val_if_fail (file_name != NULL, FALSE);

  if (*file_name == '.' || g_str_has_suffix (file_name, "~")
      || qsa_format_is_companion (file_name))
    return FALSE;
  return qsa_format_from_name (file_name) != QSA_FORMAT_UNKNOWN;
}

static const char *
qsa_format_skip_blanks (const char *p, const char *end)
{
  if (end - p >= 3 && memcmp (p, "\xef\xbb\xbf", 3) == 0)
    p += 3;
  while (p < end && g_ascii_isspace (*p))
    p++;
  return p;
}

static gboolean
qsa_format_has_tag (const char *p, const char *end, const char *tag)
{
  gsize tag_bytes = strlen (tag);

  while ((p = memchr (p, '<', (gsize) (end - p))) != NULL)
    {
      p++;
      if ((gsize) (end - p) > tag_bytes && g_ascii_strncasecmp (p, tag, tag_bytes) == 0
          && !g_ascii_isalnum (p[tag_bytes]))
        return TRUE;
    }
  return FALSE;
}

static gboolean
qsa_format_looks_html (const char *p, const char *end)
{
  static const char *const signs[] = { "!doctype html", "html", "head", "body" };

  if (p == end || *p != '<')
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      if (qsa_format_has_tag (p, end, signs[i]))
        return TRUE;
    }
  return qsa_format_has_tag (p, end, "div") || qsa_format_has_tag (p, end, "p");
}

/* { or [ begins JSON when what follows can follow there; a text may begin with a bracket too. */
static gboolean
qsa_format_looks_json (const char *p, const char *end)
{
  char open;

  if (p == end || (*p != '{' && *p != '['))
    return FALSE;
  open = *p++;
  while (p < end && g_ascii_isspace (*p))
    p++;
  if (p == end)
    return TRUE;
  return open == '{' ? *p == '"' || *p == '}'
                     : *p == '{' || *p == '"' || *p == ']' || *p == '[';
}

/* A second object right behind the first line makes lines of it. */
static gboolean
qsa_format_is_json_lines (const char *p, const char *end)
{
  const char *line_end;

  if (*p != '{')
    return FALSE;
  line_end = memchr (p, '\n', (gsize) (end - p));
  if (line_end == NULL)
    return FALSE;
  while (line_end > p && g_ascii_isspace (*line_end))
    line_end--;
  return *line_end == '}';
}

QsaFormat
qsa_extract_detect_format (const char *path, const guint8 *data, gsize data_bytes)
{
  const char *end = (const char *) data + MIN (data_bytes, SNIFF_BYTES);
  const char *p = qsa_format_skip_blanks ((const char *) data, end);
  QsaFormat named = path != NULL ? qsa_format_from_name (path) : QSA_FORMAT_UNKNOWN;

  if (qsa_trec_matches (p, (gsize) (end - p)))
    return QSA_FORMAT_TREC;
  if (qsa_format_looks_html (p, end))
    return QSA_FORMAT_HTML;
  if (qsa_format_looks_json (p, end))
    {
      if (named == QSA_FORMAT_JSON_LINES)
        return QSA_FORMAT_JSON_LINES;
      return qsa_format_is_json_lines (p, end) ? QSA_FORMAT_JSON_LINES : QSA_FORMAT_JSON;
    }

  /* A name that promises a structure which the bytes do not show still gets that reader, so that
   * its message says what is wrong; only <DOC> may come late in a file. */
  if (named == QSA_FORMAT_JSON || named == QSA_FORMAT_JSON_LINES
      || named == QSA_FORMAT_HTML)
    return named;
  if (qsa_format_has_tag (p, end, "doc"))
    return QSA_FORMAT_TREC;
  return QSA_FORMAT_SCRAPE;
}

const char *
qsa_format_to_string (QsaFormat format)
{
  g_return_val_if_fail ((gsize) format < G_N_ELEMENTS (format_names), NULL);

  return format_names[format];
}
