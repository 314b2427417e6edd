/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-head-lines.h"

#include <string.h>

#include "qsa-byline.h"
#include "qsa-fields.h"
#include "qsa-stamp-line.h"
#include "qsa-wrapping.h"

#define MOST_HEAD_LINES 4
#define LONGEST_HEAD_LINE_BYTES 200

gboolean
qsa_head_lines_take_stamp (const char *line, QsaArticle *article)
{
  QsaDate date = QSA_DATE_INIT;

  if (!qsa_stamp_line_read (line, &date, NULL))
    return FALSE;
  if (article->date.precision == QSA_DATE_NONE)
    {
      article->date = date;
      article->date_origin = QSA_DATE_ORIGIN_STAMP;
      qsa_article_set_rule (article, "date", "stamp-line", 0.9);
    }
  return TRUE;
}

static void
qsa_head_lines_set (QsaArticle *article, char **field, const char *value,
                    const char *name, double confidence)
{
  if (value == NULL || *field != NULL)
    return;
  *field = g_strdup (value);
  qsa_article_set_rule (article, name, "byline", confidence);
}

gboolean
qsa_head_lines_parse_byline (const char *line, const QsaBylineContext *context,
                             QsaByline *byline)
{
  gsize line_bytes = strlen (line);

  *byline = (QsaByline){ 0 };
  if (line_bytes > LONGEST_HEAD_LINE_BYTES
      || !qsa_byline_parse (line, line_bytes, context, byline))
    return FALSE;

  /* One known part makes the other one what it is; two unknown ones prove nothing, unless the
   * article speaks of one of them. */
  if (byline->is_credit)
    return TRUE;
  if (byline->author != NULL && byline->place != NULL)
    return byline->confidence >= 0.9 || context->trusted || context->body != NULL;
  if (byline->author != NULL)
    return byline->organisation != NULL || byline->has_cue;
  return byline->organisation != NULL && (byline->place != NULL || byline->has_cue);
}

void
qsa_head_lines_apply_byline (const QsaByline *byline, QsaOutletTable *outlets,
                             QsaArticle *article)
{
  qsa_fields_credit_organisation (article, outlets, byline->organisation, "byline", 0.7);
  qsa_head_lines_set (article, &article->author, byline->author, "author",
                      byline->confidence);
  qsa_head_lines_set (article, &article->place, byline->place, "place",
                      byline->confidence);
}

static gboolean
qsa_head_lines_take_byline (const char *line, QsaOutletTable *outlets,
                            QsaArticle *article)
{
  QsaBylineContext context = { outlets, article->outlet, NULL, FALSE };
  g_auto (QsaByline) byline = { 0 };

  if (!qsa_head_lines_parse_byline (line, &context, &byline))
    return FALSE;
  qsa_head_lines_apply_byline (&byline, outlets, article);
  return TRUE;
}

/* The next line that is not blank; *next is behind it. NULL at the end. Free with g_free(). */
static char *
qsa_head_lines_next (const char *text, const char **next)
{
  while (*text != '\0')
    {
      gsize line_bytes = strcspn (text, "\n");
      char *line = qsa_fields_clean_line (text, line_bytes);

      text += line_bytes + (text[line_bytes] == '\n');
      *next = text;
      if (line != NULL)
        return line;
    }
  return NULL;
}

const char *
qsa_head_lines_take (const char *text, QsaOutletTable *outlets, QsaArticle *article,
                     QsaBody *body)
{
  for (guint i = 0; i < MOST_HEAD_LINES; i++)
    {
      const char *next = text;
      g_autofree char *line = qsa_head_lines_next (text, &next);

      /* The last line of a text is text. */
      if (line == NULL || *next == '\0' || strlen (line) > LONGEST_HEAD_LINE_BYTES
          || qsa_text_ends_sentence (line, strlen (line) - g_str_has_suffix (line, ":")))
        break;
      if (!qsa_head_lines_take_stamp (line, article)
          && !qsa_head_lines_take_byline (line, outlets, article))
        break;
      qsa_body_add_aside (body, QSA_BLOCK_REMOVED, line, strlen (line), NULL);
      text = next;
    }
  return text;
}
