/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-json-reader.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "qsa-body.h"
#include "qsa-dateline.h"
#include "qsa-error.h"
#include "qsa-fields.h"
#include "qsa-head-lines.h"
#include "qsa-html-lines.h"
#include "qsa-json-fields.h"
#include "qsa-json-splitter.h"

#define LARGEST_ELEMENT_MB 16

typedef struct
{
  QsaEmitter *emitter; /* borrowed */
  JsonParser *parser;  /* borrowed, used for all elements */
  QsaCandidate *first; /* owned: a failure with nothing before it */
} QsaJsonReader;

/* Seconds or milliseconds since 1970, as some exports have them. */
static char *
qsa_json_epoch_to_stamp (const char *text)
{
  gsize n_digits = strspn (text, "0123456789");
  gint64 seconds;
  g_autoptr (GDateTime) moment = NULL;

  if (text[n_digits] != '\0' || (n_digits != 10 && n_digits != 13))
    return NULL;
  seconds = g_ascii_strtoll (text, NULL, 10);
  if (n_digits == 13)
    seconds /= 1000;
  moment = g_date_time_new_from_unix_utc (seconds);
  return moment != NULL ? g_date_time_format (moment, "%Y-%m-%dT%H:%M:%S") : NULL;
}

static void
qsa_json_fill_date (const QsaJsonValues *values, QsaArticle *article,
                    QsaCandidate *candidate)
{
  const char *date = values->values[QSA_JSON_DATE];
  const char *time = values->values[QSA_JSON_TIME];
  g_autofree char *epoch = NULL;

  if (date != NULL)
    {
      epoch = qsa_json_epoch_to_stamp (date);
      if (epoch != NULL)
        qsa_fields_set_date (article, epoch, strlen (epoch), QSA_DATE_ORIGIN_META,
                             "json-epoch", 0.7);
      else if (!qsa_fields_set_date (article, date, strlen (date), QSA_DATE_ORIGIN_META,
                                     "json-member", 0.95))
        g_ptr_array_add (candidate->warnings,
                         g_strdup_printf (_ ("The date “%s” was not understood."), date));
    }
  if (time != NULL)
    qsa_fields_set_date (article, time, strlen (time), QSA_DATE_ORIGIN_META,
                         "json-member", 0.9);
}

static void
qsa_json_fill_body (const QsaJsonValues *values, QsaOutletTable *outlets,
                    QsaArticle *article)
{
  const char *text = values->values[QSA_JSON_BODY];
  g_autoptr (QsaBody) body = qsa_body_new (article);

  if (text != NULL && qsa_html_is_markup (text))
    qsa_html_add_fragment (body, text, strlen (text));
  else if (text != NULL)
    {
      const char *rest = qsa_head_lines_take (text, outlets, article, body);

      qsa_body_add_text (body, rest, strlen (rest));
    }
  qsa_body_finish (body);
  if (article->body_bytes > 0)
    qsa_article_set_rule (article, "body", "json-member", 0.95);
}

typedef void (*QsaJsonSetter) (QsaArticle *article, const char *text, gsize text_bytes,
                               const char *rule, double confidence);

static void
qsa_json_set (QsaArticle *article, const QsaJsonValues *values, QsaJsonField field,
              QsaJsonSetter setter)
{
  const char *text = values->values[field];

  if (text != NULL)
    setter (article, text, strlen (text), "json-member", 0.95);
}

static void
qsa_json_fill (const QsaJsonValues *values, QsaOutletTable *outlets, QsaArticle *article,
               QsaCandidate *candidate)
{
  static const char rule[] = "json-member";
  const char *outlet = values->values[QSA_JSON_OUTLET];
  const char *author = values->values[QSA_JSON_AUTHOR];
  const char *url = values->values[QSA_JSON_URL];
  const char *lang = values->values[QSA_JSON_LANG];

  qsa_json_fill_date (values, article, candidate);
  if (url != NULL)
    qsa_fields_set_url (article, url, strlen (url), rule);
  if (outlet != NULL)
    qsa_fields_set_outlet (article, outlets, outlet, strlen (outlet), rule, 0.95);
  qsa_fields_set_outlet_from_domain (article, outlets, 0.8);
  qsa_json_set (article, values, QSA_JSON_TITLE, qsa_fields_set_title);
  qsa_json_set (article, values, QSA_JSON_SECTION, qsa_fields_set_section);
  qsa_json_set (article, values, QSA_JSON_PLACE, qsa_fields_set_place);
  if (author != NULL)
    qsa_fields_set_byline (article, outlets, author, strlen (author), rule);
  if (lang != NULL)
    qsa_fields_set_lang (article, lang, strlen (lang), rule);
  qsa_json_fill_body (values, outlets, article);
  qsa_json_set (article, values, QSA_JSON_STANDFIRST, qsa_fields_set_standfirst);
  qsa_dateline_apply (article, outlets);
}

/* "<data>:3:14: Parse error: …" of json-glib: the line, and the part that means something to
 * people. */
static const char *
qsa_json_split_reason (const GError *reason, guint *line)
{
  const char *number = strchr (reason->message, ':');
  const char *text = strstr (reason->message, ": ");

  *line = number != NULL ? (guint) g_ascii_strtoull (number + 1, NULL, 10) : 0;
  *line = MAX (*line, 1);
  return text != NULL ? text + 2 : reason->message;
}

/* The line is named when it is not the one that the candidate's message begins with. */
static void
qsa_json_set_syntax_error (GError **error, const QsaCandidate *candidate, guint line,
                           const char *reason)
{
  /* json-glib quotes what it stumbled over byte by byte. */
  g_autofree char *valid = g_utf8_make_valid (reason, -1);

  if (line == candidate->line)
    g_set_error (error, QSA_ERROR, QSA_ERROR_SYNTAX,
                 /* Translators: the parser's reason */
                 _ ("broken JSON: %s"), valid);
  else
    g_set_error (error, QSA_ERROR, QSA_ERROR_SYNTAX,
                 /* Translators: line number in the file, then the parser's reason */
                 _ ("broken JSON in line %u: %s"), line, valid);
}

static QsaArticle *
qsa_json_make_article (QsaJsonReader *reader, const QsaSlice *slice,
                       QsaCandidate *candidate, GError **error)
{
  g_autoptr (QsaArticle) article = qsa_article_new ();
  g_autoptr (GError) reason = NULL;
  g_auto (QsaJsonValues) values = { { NULL } };

  if (!json_parser_load_from_data (reader->parser, slice->text,
                                   (gssize) slice->text_bytes, &reason))
    {
      guint line;
      const char *text = qsa_json_split_reason (reason, &line);

      qsa_json_set_syntax_error (error, candidate, candidate->line + line - 1, text);
      return NULL;
    }

  qsa_json_values_read (&values,
                        json_node_get_object (json_parser_get_root (reader->parser)));
  article->source_path = g_strdup (reader->emitter->input->path);
  qsa_json_fill (&values, reader->emitter->outlets, article, candidate);
  if (article->title == NULL && article->body_bytes == 0)
    {
      g_set_error_literal (error, QSA_ERROR, QSA_ERROR_NO_ARTICLE,
                           _ ("this object has neither a title nor a text."));
      return NULL;
    }
  if (article->body_bytes == 0)
    g_ptr_array_add (candidate->warnings, g_strdup (_ ("There is a title but no text.")));
  return g_steal_pointer (&article);
}

static QsaArticle *
qsa_json_read_element (QsaJsonReader *reader, gsize start_byte, gsize end_byte,
                       QsaCandidate *candidate, GError **error)
{
  g_auto (QsaSlice) slice = { 0 };

  if (end_byte - start_byte > LARGEST_ELEMENT_MB * 1024 * 1024)
    {
      g_set_error (error, QSA_ERROR, QSA_ERROR_TOO_LARGE,
                   _ ("this object is larger than %u MB and was not read."),
                   LARGEST_ELEMENT_MB);
      return NULL;
    }
  if (!qsa_input_slice (reader->emitter->input, start_byte, end_byte, &slice, error))
    return NULL;
  qsa_emitter_note_slice (candidate, &slice);
  return qsa_json_make_article (reader, &slice, candidate, error);
}

static void
qsa_json_set_piece_error (QsaJsonReader *reader, const QsaJsonSplitter *splitter,
                          QsaJsonPiece piece, gsize start_byte, gsize end_byte,
                          const QsaCandidate *candidate, GError **error)
{
  gsize suspect_byte = splitter->suspect_byte;
  const char *reason = NULL;

  switch (piece)
    {
    case QSA_JSON_NOT_AN_OBJECT:
      reason = _ ("an object should stand here.");
      break;
    case QSA_JSON_TOO_DEEP:
      reason = _ ("it is nested too deeply.");
      break;
    case QSA_JSON_UNCLOSED:
      reason = _ ("the file ends before the list is closed; its end is missing.");
      break;
    case QSA_JSON_UNFINISHED:
    default:
      if (suspect_byte > start_byte && suspect_byte < end_byte)
        {
          start_byte = suspect_byte;
          reason = _ ("a quotation mark is missing.");
        }
      else
        reason = _ ("the object that begins here does not end.");
      break;
    }
  qsa_json_set_syntax_error (error, candidate,
                             qsa_emitter_get_line (reader->emitter, start_byte), reason);
}

/* One piece of the file: an article, or what is wrong there. */
static QsaCandidate *
qsa_json_make_candidate (QsaJsonReader *reader, QsaJsonSplitter *splitter,
                         QsaJsonPiece piece, gsize start_byte, gsize end_byte)
{
  QsaCandidate *candidate = qsa_emitter_begin (reader->emitter, start_byte);
  g_autoptr (GError) error = NULL;

  if (piece == QSA_JSON_ELEMENT)
    candidate->article = qsa_json_read_element (reader, start_byte, end_byte, candidate,
                                                &error);
  else
    qsa_json_set_piece_error (reader, splitter, piece, start_byte, end_byte, candidate,
                              &error);

  if (piece == QSA_JSON_ELEMENT && candidate->article == NULL
      && g_error_matches (error, QSA_ERROR, QSA_ERROR_SYNTAX))
    qsa_json_splitter_cut (splitter, start_byte, &end_byte);
  qsa_emitter_set_raw (reader->emitter, candidate, start_byte, end_byte);
  if (candidate->article == NULL)
    qsa_emitter_fail (candidate, g_steal_pointer (&error));
  return candidate;
}

/* A lone failure is the file's own; it is kept back until something follows. Returns FALSE to
 * stop. */
static gboolean
qsa_json_hand_over (QsaJsonReader *reader, QsaCandidate *candidate)
{
  if (candidate->article == NULL && reader->emitter->n_candidates == 0
      && reader->first == NULL)
    {
      reader->first = candidate;
      return TRUE;
    }
  if (reader->first != NULL
      && !qsa_emitter_emit (reader->emitter, g_steal_pointer (&reader->first)))
    {
      qsa_candidate_free (candidate);
      return FALSE;
    }
  return qsa_emitter_emit (reader->emitter, candidate);
}

static void
qsa_json_read_pieces (QsaJsonReader *reader, QsaJsonSplitter *splitter)
{
  for (;;)
    {
      gsize start_byte;
      gsize end_byte;
      QsaJsonPiece piece = qsa_json_splitter_next (splitter, &start_byte, &end_byte);

      if (piece == QSA_JSON_END
          || !qsa_json_hand_over (reader,
                                  qsa_json_make_candidate (reader, splitter, piece,
                                                           start_byte, end_byte)))
        return;
    }
}

gboolean
qsa_json_read (QsaEmitter *emitter, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  QsaJsonReader reader = { .emitter = emitter, .parser = parser };
  g_autoptr (QsaCandidate) first = NULL;
  QsaJsonSplitter splitter;

  qsa_json_splitter_init (&splitter, emitter->input->data, emitter->input->data_bytes);
  qsa_json_read_pieces (&reader, &splitter);

  first = reader.first;
  if (first == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&first->error));
  return FALSE;
}
