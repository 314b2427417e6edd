/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-trec-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qsa-body.h"
#include "qsa-dateline.h"
#include "qsa-error.h"
#include "qsa-fields.h"

#define LONGEST_TAG_BYTES 256
#define LARGEST_DOCUMENT_MB 16

typedef enum
{
  TREC_NONE,
  TREC_TITLE,
  TREC_BODY,
  TREC_STANDFIRST,
  TREC_OUTLET,
  TREC_DATE,
  TREC_AUTHOR,
  TREC_PLACE,
  TREC_SECTION,
  TREC_URL,
  TREC_LANG,
  TREC_N_FIELDS,
} QsaTrecField;

typedef struct
{
  const char *tag;
  QsaTrecField field;
} QsaTrecTag;

static const QsaTrecTag tags[] = {
  { "title", TREC_TITLE },
  { "text", TREC_BODY },
  { "abstract", TREC_STANDFIRST },
  { "url", TREC_URL },
  { "src", TREC_OUTLET },
  { "cat", TREC_SECTION },
  { "time", TREC_DATE },
  { "author", TREC_AUTHOR },
  { "headline", TREC_TITLE },
  { "head", TREC_TITLE },
  { "hl", TREC_TITLE },
  { "body", TREC_BODY },
  { "content", TREC_BODY },
  { "summary", TREC_STANDFIRST },
  { "lead", TREC_STANDFIRST },
  { "source", TREC_OUTLET },
  { "outlet", TREC_OUTLET },
  { "publisher", TREC_OUTLET },
  { "newspaper", TREC_OUTLET },
  { "date", TREC_DATE },
  { "datetime", TREC_DATE },
  { "date_time", TREC_DATE },
  { "pubdate", TREC_DATE },
  { "byline", TREC_AUTHOR },
  { "place", TREC_PLACE },
  { "location", TREC_PLACE },
  { "dateline", TREC_PLACE },
  { "category", TREC_SECTION },
  { "section", TREC_SECTION },
  { "topic", TREC_SECTION },
  { "link", TREC_URL },
  { "lang", TREC_LANG },
  { "language", TREC_LANG },
};

/* A part of the text that is at hand. */
typedef struct
{
  const char *text;
  gsize text_bytes;
} QsaTrecSpan;

#define MAX_SPANS 8

typedef struct
{
  QsaTrecSpan spans[TREC_N_FIELDS][MAX_SPANS];
  guint n_spans[TREC_N_FIELDS];
} QsaTrecDocument;

typedef struct
{
  const char *start; /* '<' */
  const char *after; /* behind '>' */
  const char *name;
  gsize name_bytes;
  gboolean closing;
} QsaTrecMark;

/* The next thing from @p on that has the form of a tag. */
static gboolean
qsa_trec_next_mark (const char *p, const char *end, QsaTrecMark *mark)
{
  while (p < end && (p = memchr (p, '<', (gsize) (end - p))) != NULL)
    {
      const char *name = p + 1;
      const char *stop;
      const char *close;

      mark->start = p++;
      mark->closing = name < end && *name == '/';
      name += mark->closing;
      for (stop = name; stop < end && (g_ascii_isalnum (*stop) || *stop == '_'); stop++)
        ;
      if (stop == name || stop == end)
        continue;
      close = memchr (stop, '>', (gsize) MIN (end - stop, LONGEST_TAG_BYTES));
      if (close == NULL || (close != stop && !g_ascii_isspace (*stop)))
        continue;
      mark->name = name;
      mark->name_bytes = (gsize) (stop - name);
      mark->after = close + 1;
      return TRUE;
    }
  return FALSE;
}

static gboolean
qsa_trec_mark_is (const QsaTrecMark *mark, const char *name)
{
  return strlen (name) == mark->name_bytes
         && g_ascii_strncasecmp (mark->name, name, mark->name_bytes) == 0;
}

static QsaTrecField
qsa_trec_mark_field (const QsaTrecMark *mark)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      if (qsa_trec_mark_is (mark, tags[i].tag))
        return tags[i].field;
    }
  return TREC_NONE;
}

static gboolean
qsa_trec_span_is_blank (const QsaTrecSpan *span)
{
  for (gsize i = 0; i < span->text_bytes; i++)
    {
      if (!g_ascii_isspace (span->text[i]))
        return FALSE;
    }
  return TRUE;
}

static void
qsa_trec_document_add (QsaTrecDocument *document, QsaTrecField field, const char *start,
                       const char *end)
{
  QsaTrecSpan span = { start, (gsize) (end - start) };

  if (field == TREC_NONE || document->n_spans[field] == MAX_SPANS
      || qsa_trec_span_is_blank (&span))
    return;
  document->spans[field][document->n_spans[field]++] = span;
}

/* A field ends at its end tag or, where that is missing, at the next field's tag. */
static void
qsa_trec_parse_document (const char *text, gsize text_bytes, QsaTrecDocument *document)
{
  const char *end = text + text_bytes;
  const char *start = text;
  QsaTrecField field = TREC_NONE;
  QsaTrecMark mark;

  for (const char *p = text; qsa_trec_next_mark (p, end, &mark);)
    {
      QsaTrecField at = qsa_trec_mark_field (&mark);

      p = mark.after;
      if (at == TREC_NONE)
        {
          /* Only </DOC> ends an open field besides. */
          if (field != TREC_NONE && mark.closing && qsa_trec_mark_is (&mark, "doc"))
            end = mark.start;
          continue;
        }
      /* The end tag of another field closes nothing: that field was closed before. */
      if (mark.closing && at != field)
        continue;
      qsa_trec_document_add (document, field, start, mark.start);
      field = mark.closing ? TREC_NONE : at;
      start = mark.after;
    }
  qsa_trec_document_add (document, field, start, MAX (start, end));
}

static const QsaTrecSpan *
qsa_trec_document_get (const QsaTrecDocument *document, QsaTrecField field)
{
  static const QsaTrecSpan nothing = { NULL, 0 };

  return document->n_spans[field] > 0 ? &document->spans[field][0] : &nothing;
}

static void
qsa_trec_fill_body (const QsaTrecDocument *document, QsaArticle *article)
{
  g_autoptr (QsaBody) body = qsa_body_new (article);

  for (guint i = 0; i < document->n_spans[TREC_BODY]; i++)
    {
      const QsaTrecSpan *span = &document->spans[TREC_BODY][i];

      qsa_body_add_text (body, span->text, span->text_bytes);
    }
  qsa_body_finish (body);
  if (article->body_bytes > 0)
    qsa_article_set_rule (article, "body", "trec-tag", 0.95);
}

static void
qsa_trec_fill_dates (const QsaTrecDocument *document, QsaArticle *article)
{
  for (guint i = 0; i < document->n_spans[TREC_DATE]; i++)
    {
      const QsaTrecSpan *span = &document->spans[TREC_DATE][i];

      qsa_fields_set_date (article, span->text, span->text_bytes, QSA_DATE_ORIGIN_META,
                           "trec-tag", 0.95);
    }
}

static void
qsa_trec_fill (const QsaTrecDocument *document, QsaOutletTable *outlets,
               QsaArticle *article)
{
  static const char rule[] = "trec-tag";
  const QsaTrecSpan *span;

  qsa_trec_fill_body (document, article);
  qsa_trec_fill_dates (document, article);
  span = qsa_trec_document_get (document, TREC_TITLE);
  qsa_fields_set_title (article, span->text, span->text_bytes, rule, 0.95);
  span = qsa_trec_document_get (document, TREC_URL);
  qsa_fields_set_url (article, span->text, span->text_bytes, rule);
  span = qsa_trec_document_get (document, TREC_OUTLET);
  qsa_fields_set_outlet (article, outlets, span->text, span->text_bytes, rule, 0.95);
  qsa_fields_set_outlet_from_domain (article, outlets, 0.8);
  span = qsa_trec_document_get (document, TREC_SECTION);
  qsa_fields_set_section (article, span->text, span->text_bytes, rule, 0.95);
  span = qsa_trec_document_get (document, TREC_PLACE);
  qsa_fields_set_place (article, span->text, span->text_bytes, rule, 0.9);
  span = qsa_trec_document_get (document, TREC_LANG);
  qsa_fields_set_lang (article, span->text, span->text_bytes, rule);
  span = qsa_trec_document_get (document, TREC_AUTHOR);
  qsa_fields_set_byline (article, outlets, span->text, span->text_bytes, rule);
  span = qsa_trec_document_get (document, TREC_STANDFIRST);
  qsa_fields_set_standfirst (article, span->text, span->text_bytes, rule, 0.9);
  qsa_dateline_apply (article, outlets);
}

/* Some collections hold headlines or summaries only: the summary is all the text there is. */
static gboolean
qsa_trec_complete (QsaArticle *article, QsaCandidate *candidate)
{
  if (article->body_bytes > 0)
    return TRUE;
  if (article->standfirst != NULL)
    {
      qsa_article_take_body (article, g_steal_pointer (&article->standfirst));
      qsa_article_set_rule (article, "body", "summary", 0.5);
      g_ptr_array_add (candidate->warnings,
                       g_strdup (_ ("There is no text; the summary stands in for it.")));
      return TRUE;
    }
  if (article->title != NULL)
    {
      g_ptr_array_add (candidate->warnings,
                       g_strdup (_ ("There is a title but no text.")));
      return TRUE;
    }
  return FALSE;
}

static QsaArticle *
qsa_trec_make_article (QsaEmitter *emitter, const QsaSlice *slice,
                       QsaCandidate *candidate, GError **error)
{
  g_autoptr (QsaArticle) article = qsa_article_new ();
  QsaTrecDocument document = { 0 };

  article->source_path = g_strdup (emitter->input->path);
  qsa_trec_parse_document (slice->text, slice->text_bytes, &document);
  qsa_trec_fill (&document, emitter->outlets, article);
  if (!qsa_trec_complete (article, candidate))
    {
      g_set_error_literal (error, QSA_ERROR, QSA_ERROR_NO_ARTICLE,
                           _ ("This <DOC> has neither a title nor a text."));
      return NULL;
    }
  return g_steal_pointer (&article);
}

/* One <DOC>: its bytes from the start tag to behind the end tag. */
static gboolean
qsa_trec_emit_document (QsaEmitter *emitter, gsize start_byte, gsize end_byte,
                        gboolean closed)
{
  g_autoptr (QsaCandidate) candidate = qsa_emitter_begin (emitter, start_byte);
  g_auto (QsaSlice) slice = { 0 };
  g_autoptr (GError) error = NULL;

  qsa_emitter_set_raw (emitter, candidate, start_byte, end_byte);
  if (end_byte - start_byte > LARGEST_DOCUMENT_MB * 1024 * 1024)
    g_set_error (&error, QSA_ERROR, QSA_ERROR_TOO_LARGE,
                 _ ("This <DOC> is larger than %u MB and was not read."),
                 LARGEST_DOCUMENT_MB);
  else if (qsa_input_slice (emitter->input, start_byte, end_byte, &slice, &error))
    {
      qsa_emitter_note_slice (candidate, &slice);
      candidate->article = qsa_trec_make_article (emitter, &slice, candidate, &error);
    }

  if (candidate->article == NULL)
    qsa_emitter_fail (candidate, g_steal_pointer (&error));
  else if (!closed)
    g_ptr_array_add (candidate->warnings,
                     g_strdup (_ ("The end tag </DOC> is missing.")));
  return qsa_emitter_emit (emitter, g_steal_pointer (&candidate));
}

void
qsa_trec_read (QsaEmitter *emitter)
{
  const char *data = emitter->input->data;
  const char *end = data + emitter->input->data_bytes;
  const char *open = NULL;
  QsaTrecMark mark;

  for (const char *p = data; qsa_trec_next_mark (p, end, &mark); p = mark.after)
    {
      const char *stop = mark.closing ? mark.after : mark.start;

      if (!qsa_trec_mark_is (&mark, "doc"))
        continue;
      if (open != NULL
          && !qsa_trec_emit_document (emitter, (gsize) (open - data),
                                      (gsize) (stop - data), mark.closing))
        return;
      open = mark.closing ? NULL : mark.start;
    }
  if (open != NULL)
    qsa_trec_emit_document (emitter, (gsize) (open - data), emitter->input->data_bytes,
                            FALSE);
}

gboolean
qsa_trec_matches (const char *data, gsize data_bytes)
{
  const char *end = data + data_bytes;
  const char *p = data;
  QsaTrecMark mark;

  for (;;)
    {
      while (p < end && g_ascii_isspace (*p))
        p++;
      if (end - p < 5 || *p != '<')
        return FALSE;
      if (p[1] != '!' && p[1] != '?')
        break;
      /* A comment or declaration before the first document. */
      p = memchr (p, '>', (gsize) (end - p));
      if (p == NULL)
        return FALSE;
      p++;
    }
  if (!qsa_trec_next_mark (p, end, &mark) || mark.start != p || mark.closing)
    return FALSE;
  if (qsa_trec_mark_is (&mark, "doc"))
    return TRUE;
  /* Some collections wrap all documents in one element. */
  return qsa_trec_next_mark (mark.after, end, &mark) && qsa_trec_mark_is (&mark, "doc");
}
