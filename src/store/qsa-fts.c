/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-fts.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "qsa-error.h"
#include "qsa-fts-private.h"
#include "qsa-scanner.h"
#include "qsa-word-counter.h"

/* Of one connection; shared by its tokenizers. */
typedef struct
{
  QsaWordCounter *counter; /* NULL while nothing is counted */
} QsaFtsContext;

typedef struct
{
  QsaFtsContext *context; /* borrowed: lives as long as the connection */
  QsaScanner *scanner;
  GByteArray *marked; /* the surface form with its mark */
} QsaFtsTokenizer;

typedef int (*QsaFtsTokenFunc) (void *, int, const char *, int, int, int);

static void
qsa_fts_context_free (gpointer data)
{
  QsaFtsContext *context = data;

  g_clear_pointer (&context->counter, qsa_word_counter_free);
  g_free (context);
}

static int
qsa_fts_tokenizer_create (void *data, const char **arguments, int n_arguments,
                          Fts5Tokenizer **out)
{
  QsaFtsTokenizer *tokenizer = g_new0 (QsaFtsTokenizer, 1);

  tokenizer->context = data;
  tokenizer->scanner = qsa_scanner_new ();
  tokenizer->marked = g_byte_array_new ();
  *out = (Fts5Tokenizer *) tokenizer;
  return SQLITE_OK;
}

static void
qsa_fts_tokenizer_delete (Fts5Tokenizer *data)
{
  QsaFtsTokenizer *tokenizer = (QsaFtsTokenizer *) data;

  qsa_scanner_free (tokenizer->scanner);
  g_byte_array_unref (tokenizer->marked);
  g_free (tokenizer);
}

static int
qsa_fts_emit_surface (QsaFtsTokenizer *tokenizer, const QsaToken *token, void *context,
                      QsaFtsTokenFunc emit)
{
  const guint8 mark = SURFACE_MARK;

  g_byte_array_set_size (tokenizer->marked, 0);
  g_byte_array_append (tokenizer->marked, (const guint8 *) token->surface,
                       (guint) token->surface_bytes);
  g_byte_array_append (tokenizer->marked, &mark, 1);
  return emit (context, FTS5_TOKEN_COLOCATED, (const char *) tokenizer->marked->data,
               (int) tokenizer->marked->len, (int) token->start_byte,
               (int) token->end_byte);
}

/* Stands at the first word of each paragraph, of the title and of the standfirst. */
static int
qsa_fts_emit_paragraph (const QsaToken *token, void *context, QsaFtsTokenFunc emit)
{
  const char mark = PARAGRAPH_MARK;

  return emit (context, FTS5_TOKEN_COLOCATED, &mark, 1, (int) token->start_byte,
               (int) token->end_byte);
}

/* A word spelled with ي is told apart from its sister with ى (علي, على), though ي folds to itself.
 * Of the other letters that fold to themselves (ا ه) people do not mean just these by typing them. */
static gboolean
qsa_fts_has_surface (const QsaToken *token)
{
  return token->surface_differs || g_str_has_suffix (token->folded, "ي");
}

static gboolean
qsa_fts_begins_paragraph (const char *text, gsize last_end_byte, const QsaToken *token)
{
  return token->position == 0
         || (token->start_byte > last_end_byte
             && memchr (text + last_end_byte, '\n', token->start_byte - last_end_byte)
                    != NULL);
}

static int
qsa_fts_tokenize_text (QsaFtsTokenizer *tokenizer, gboolean document, const char *text,
                       int text_bytes, void *context, QsaFtsTokenFunc emit)
{
  QsaWordCounter *counter = document ? tokenizer->context->counter : NULL;
  int status = SQLITE_OK;
  gsize last_end_byte = 0;
  QsaToken token;

  qsa_scanner_set_text (tokenizer->scanner, text, text_bytes);
  while (status == SQLITE_OK && qsa_scanner_next (tokenizer->scanner, &token))
    {
      if (counter != NULL)
        qsa_word_counter_add (counter, token.folded, token.folded_bytes);
      status = emit (context, 0, token.folded, (int) token.folded_bytes,
                     (int) token.start_byte, (int) token.end_byte);
      if (status == SQLITE_OK && document && qsa_fts_has_surface (&token))
        status = qsa_fts_emit_surface (tokenizer, &token, context, emit);
      if (status == SQLITE_OK && document
          && qsa_fts_begins_paragraph (text, last_end_byte, &token))
        status = qsa_fts_emit_paragraph (&token, context, emit);
      last_end_byte = MAX (last_end_byte, token.end_byte);
    }
  return status;
}

static int
qsa_fts_tokenize_marked (const char *text, int text_bytes, void *context,
                         QsaFtsTokenFunc emit)
{
  int status = SQLITE_OK;
  gboolean first = FALSE; /* no form of this position was given yet */

  for (int at = 0; at < text_bytes && status == SQLITE_OK;)
    {
      int start = at + 1;

      first = first || text[at] == POSITION;
      for (at = start;
           at < text_bytes && text[at] != POSITION && text[at] != ALTERNATIVE;)
        at++;
      if (at == start)
        continue;
      status = emit (context, first ? 0 : FTS5_TOKEN_COLOCATED, text + start, at - start,
                     start, at);
      first = FALSE;
    }
  return status;
}

static int
qsa_fts_tokenizer_tokenize (Fts5Tokenizer *data, void *context, int flags,
                            const char *text, int text_bytes, QsaFtsTokenFunc emit)
{
  QsaFtsTokenizer *tokenizer = (QsaFtsTokenizer *) data;

  if (text == NULL || text_bytes <= 0)
    return SQLITE_OK;
  if ((flags & FTS5_TOKENIZE_QUERY) != 0 && text[0] == POSITION)
    return qsa_fts_tokenize_marked (text, text_bytes, context, emit);
  return qsa_fts_tokenize_text (tokenizer, (flags & FTS5_TOKENIZE_DOCUMENT) != 0, text,
                                text_bytes, context, emit);
}

/* One phrase of an expression, walked through a row. */
typedef struct
{
  Fts5PhraseIter iter;
  int column; /* -1 at the end */
  int offset;
} QsaFtsWalk;

/* Moves on to the place or beyond; TRUE when the phrase stands there. */
static gboolean
qsa_fts_walk_reaches (QsaFtsWalk *walk, const Fts5ExtensionApi *api, Fts5Context *fts,
                      int column, int offset)
{
  while (walk->column >= 0
         && (walk->column < column || (walk->column == column && walk->offset < offset)))
    api->xPhraseNext (fts, &walk->iter, &walk->column, &walk->offset);
  return walk->column == column && walk->offset == offset;
}

guint
qsa_fts_column_weight (int column)
{
  static const guint weights[] = { 4, 2, 1 };

  return weights[MIN ((guint) column, G_N_ELEMENTS (weights) - 1)];
}

/* The first phrase's weighted frequency, without the places of the other phrases. */
static int
qsa_fts_sum_weights (const Fts5ExtensionApi *api, Fts5Context *fts, QsaFtsWalk *walks,
                     int n_phrases)
{
  QsaFtsWalk *first = &walks[0];
  guint weight = 0;

  for (; first->column >= 0 && weight < 255;
       api->xPhraseNext (fts, &first->iter, &first->column, &first->offset))
    {
      gboolean counts = TRUE;

      for (int i = 1; i < n_phrases; i++)
        if (qsa_fts_walk_reaches (&walks[i], api, fts, first->column, first->offset))
          counts = FALSE;
      if (counts)
        weight += qsa_fts_column_weight (first->column);
    }
  return (int) MIN (weight, 255);
}

/* qusasat_weight(table [, expression]), see the header. */
static void
qsa_fts_weight (const Fts5ExtensionApi *api, Fts5Context *fts, sqlite3_context *context,
                int n_values, sqlite3_value **values)
{
  int n_phrases = MIN (api->xPhraseCount (fts), MAX_PHRASES);
  QsaFtsWalk walks[MAX_PHRASES];
  const char *expression = n_values > 0 ? (const char *) sqlite3_value_text (values[0])
                                        : NULL;

  if (expression != NULL && strchr (expression, LABELS) != NULL)
    {
      qsa_fts_near_weigh (api, fts, context, expression);
      return;
    }
  for (int i = 0; i < n_phrases; i++)
    {
      int status = api->xPhraseFirst (fts, i, &walks[i].iter, &walks[i].column,
                                      &walks[i].offset);

      if (status != SQLITE_OK)
        {
          sqlite3_result_error_code (context, status);
          return;
        }
    }
  sqlite3_result_int (context, n_phrases > 0
                                   ? qsa_fts_sum_weights (api, fts, walks, n_phrases)
                                   : 0);
}

/* NULL when this SQLite has no FTS5. */
static fts5_api *
qsa_fts_get_api (sqlite3 *handle)
{
  fts5_api *api = NULL;
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (handle, "SELECT fts5(?1)", -1, &statement, NULL) == SQLITE_OK)
    {
      sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
      sqlite3_step (statement);
    }
  sqlite3_finalize (statement);
  return api;
}

gboolean
qsa_fts_register (sqlite3 *handle, GError **error)
{
  fts5_tokenizer tokenizer = { qsa_fts_tokenizer_create, qsa_fts_tokenizer_delete,
                               qsa_fts_tokenizer_tokenize };
  fts5_api *api;

  g_return_val_if_fail (handle != NULL, FALSE);

  api = qsa_fts_get_api (handle);
  if (api == NULL)
    {
      g_set_error_literal (error, QSA_ERROR, QSA_ERROR_STORE,
                           _ ("This system’s SQLite lacks full-text search (FTS5)."));
      return FALSE;
    }
  if (api->xCreateTokenizer (api, "qusasat", g_new0 (QsaFtsContext, 1), &tokenizer,
                             qsa_fts_context_free)
          != SQLITE_OK
      || api->xCreateFunction (api, "qusasat_weight", NULL, qsa_fts_weight, NULL)
             != SQLITE_OK)
    {
      g_set_error (error, QSA_ERROR, QSA_ERROR_STORE,
                   _ ("Full-text search could not be set up: %s."),
                   sqlite3_errmsg (handle));
      return FALSE;
    }
  return TRUE;
}

static QsaFtsContext *
qsa_fts_get_context (QsaDb *db)
{
  fts5_api *api = qsa_fts_get_api (qsa_db_get_handle (db));
  fts5_tokenizer tokenizer;
  void *context = NULL;

  if (api == NULL
      || api->xFindTokenizer (api, "qusasat", &context, &tokenizer) != SQLITE_OK)
    return NULL;
  return context;
}

void
qsa_fts_begin_vocabulary_count (QsaDb *db)
{
  QsaFtsContext *context = qsa_fts_get_context (db);

  g_return_if_fail (context != NULL);

  g_clear_pointer (&context->counter, qsa_word_counter_free);
  context->counter = qsa_word_counter_new ();
}

void
qsa_fts_vocabulary_next_article (QsaDb *db)
{
  QsaFtsContext *context = qsa_fts_get_context (db);

  g_return_if_fail (context != NULL && context->counter != NULL);

  qsa_word_counter_next_article (context->counter);
}

GHashTable *
qsa_fts_end_vocabulary_count (QsaDb *db)
{
  QsaFtsContext *context = qsa_fts_get_context (db);
  g_autoptr (QsaWordCounter) counter = NULL;

  g_return_val_if_fail (context != NULL && context->counter != NULL, NULL);

  counter = g_steal_pointer (&context->counter);
  return qsa_word_counter_to_table (counter);
}
