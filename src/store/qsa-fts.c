/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-fts.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "qsa-error.h"
#include "qsa-scanner.h"
#include "qsa-word-counter.h"

/* Bytes that no word holds, since the scanner takes control characters for separators.
 *
 *   index   folded            surface SURFACE_MARK            PARAGRAPH_MARK
 *   query   POSITION form (ALTERNATIVE form)* [POSITION form …]     each form as in the index
 */
#define SURFACE_MARK '\x01'
#define POSITION '\x02'
#define ALTERNATIVE '\x03'
#define PARAGRAPH_MARK '\x04'

/* Between the phrases of an expression; no form can hold a quotation mark that is not doubled. */
#define OTHER_PHRASE "\" OR \""
/* Of one expression: further ones are not looked at. */
#define MAX_PHRASES 64

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

/* The first phrase's weighted frequency, without the places of the other phrases. */
static int
qsa_fts_sum_weights (const Fts5ExtensionApi *api, Fts5Context *fts, QsaFtsWalk *walks,
                     int n_phrases)
{
  static const guint column_weights[] = { 4, 2, 1 };
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
        weight += column_weights[MIN ((guint) first->column,
                                      G_N_ELEMENTS (column_weights) - 1)];
    }
  return (int) MIN (weight, 255);
}

/* qusasat_weight(table), see the header. */
static void
qsa_fts_weight (const Fts5ExtensionApi *api, Fts5Context *fts, sqlite3_context *context,
                int n_values, sqlite3_value **values)
{
  int n_phrases = MIN (api->xPhraseCount (fts), MAX_PHRASES);
  QsaFtsWalk walks[MAX_PHRASES];

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

/* Control bytes of a form would read as structure; no scanner makes such a form. */
static void
qsa_fts_append_form (GString *expression, const char *form, gboolean surface)
{
  for (const char *at = form; *at != '\0'; at++)
    {
      if ((guchar) *at <= PARAGRAPH_MARK)
        continue;
      if (*at == '"')
        g_string_append_c (expression, '"');
      g_string_append_c (expression, *at);
    }
  if (surface)
    g_string_append_c (expression, SURFACE_MARK);
}

static void
qsa_fts_append_forms (GString *expression, const char *const *forms, gboolean surface,
                      gboolean *begun)
{
  for (guint i = 0; forms != NULL && forms[i] != NULL; i++)
    {
      g_string_append_c (expression, *begun ? ALTERNATIVE : POSITION);
      qsa_fts_append_form (expression, forms[i], surface);
      *begun = TRUE;
    }
}

static void
qsa_fts_append_word (GString *expression, const QsaFtsWord *word)
{
  gboolean begun = FALSE;

  qsa_fts_append_forms (expression, word->folded, FALSE, &begun);
  qsa_fts_append_forms (expression, word->surface, TRUE, &begun);
}

char *
qsa_fts_match_expression (const QsaFtsWord *words, guint n_words)
{
  return qsa_fts_except_expression (words, NULL, n_words);
}

char *
qsa_fts_except_expression (const QsaFtsWord *words, const char *const *const *others,
                           guint n_words)
{
  g_autoptr (GString) expression = g_string_new ("\"");

  g_return_val_if_fail (words != NULL || n_words == 0, NULL);

  for (guint i = 0; i < n_words; i++)
    qsa_fts_append_word (expression, &words[i]);
  /* For each word with other spellings, the phrase as it is with one of these. */
  for (guint other = 0, n_phrases = 1; others != NULL && other < n_words; other++)
    {
      if (others[other] == NULL || others[other][0] == NULL || n_phrases++ == MAX_PHRASES)
        continue;
      g_string_append (expression, OTHER_PHRASE);
      for (guint i = 0; i < n_words; i++)
        {
          const QsaFtsWord otherwise = { NULL, others[i] };

          qsa_fts_append_word (expression, i == other ? &otherwise : &words[i]);
        }
    }
  g_string_append_c (expression, '"');
  return g_string_free (g_steal_pointer (&expression), FALSE);
}

gboolean
qsa_fts_expression_needs_weights (const char *expression)
{
  g_return_val_if_fail (expression != NULL, FALSE);

  return strstr (expression, OTHER_PHRASE) != NULL;
}

char *
qsa_fts_prefix_expression (const char *folded)
{
  g_autoptr (GString) expression = g_string_new ("\"");

  g_return_val_if_fail (folded != NULL, NULL);

  g_string_append_c (expression, POSITION);
  qsa_fts_append_form (expression, folded, FALSE);
  g_string_append (expression, "\" *");
  return g_string_free (g_steal_pointer (&expression), FALSE);
}

char *
qsa_fts_title_expression (const char *expression)
{
  g_return_val_if_fail (expression != NULL, NULL);

  return g_strconcat ("title : (", expression, ")", NULL);
}
