/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-suggestions.h"

#include <string.h>

#include "qsa-completion.h"
#include "qsa-library.h"
#include "qsa-result-private.h"
#include "qsa-scanner.h"

#define BUDGET_US (50 * G_TIME_SPAN_MILLISECOND)
#define MAX_PER_WORD 2u
#define MAX_SPELLINGS 3u

typedef struct
{
  QsaDb *db;
  QsaResult *result;
  QsaSuggestionCountFunc count;
  gpointer data;
  gint64 deadline_us;
  guint n_spellings;
} QsaSuggesting;

static gboolean
qsa_suggesting_is_late (gpointer data)
{
  const QsaSuggesting *self = data;

  return g_get_monotonic_time () > self->deadline_us;
}

static const char *
qsa_suggesting_get_text (const QsaSuggesting *self)
{
  return qsa_query_get_text (qsa_search_request_get_query (self->result->request));
}

/* Suggests @request when it finds more. */
static gboolean
qsa_suggesting_try (QsaSuggesting *self, QsaSuggestionKind kind,
                    QsaSearchRequest *request, GError **error)
{
  gint64 articles = self->count (request, self->data, error);

  if (articles > self->result->total)
    g_ptr_array_add (self->result->suggestions,
                     qsa_suggestion_new (kind, qsa_suggesting_get_text (self), NULL,
                                         (guint) articles));
  return articles >= 0;
}

static gboolean
qsa_suggesting_try_without_filter (QsaSuggesting *self, GError **error)
{
  QsaSearchRequest *asked = self->result->request;
  g_autoptr (QsaFilter) everything = qsa_filter_new ();
  g_autoptr (QsaSearchRequest) request = NULL;

  if (qsa_filter_is_empty (qsa_search_request_get_filter (asked)))
    return TRUE;
  request = qsa_search_request_with_filter (asked, everything);
  return qsa_suggesting_try (self, QSA_SUGGEST_WITHOUT_FILTER, request, error);
}

/* ---- words ---- */

typedef gboolean (*QsaSuggestingNodeFunc) (const QsaQueryNode *node, gpointer data);

/* Asks @func about every node, but for what is not wanted, until it answers TRUE. */
static gboolean
qsa_suggesting_find_node (const QsaQueryNode *node, QsaSuggestingNodeFunc func,
                          gpointer data)
{
  if (node->kind == QSA_NODE_NOT)
    return FALSE;
  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    if (qsa_suggesting_find_node (node->children->pdata[i], func, data))
      return TRUE;
  return func (node, data);
}

static gboolean
qsa_suggesting_is_widened (const QsaQueryNode *node, gpointer unused)
{
  return node->kind == QSA_NODE_WORD && node->reach == QSA_REACH_DEFAULT;
}

static gboolean
qsa_suggesting_is_typing (const QsaQueryNode *node, gpointer unused)
{
  return node->being_typed;
}

static gboolean
qsa_suggesting_try_wider (QsaSuggesting *self, GError **error)
{
  QsaSearchRequest *asked = self->result->request;
  QsaQuery *query = qsa_search_request_get_query (asked);
  const QsaQueryNode *root = qsa_query_get_root (query);
  g_autoptr (QsaQuery) wide = NULL;
  g_autoptr (QsaSearchRequest) request = NULL;

  if (qsa_query_get_reach (query) != QSA_REACH_DEFAULT
      || !qsa_suggesting_find_node (root, qsa_suggesting_is_widened, NULL))
    return TRUE;
  wide =
      qsa_query_parse (qsa_query_get_text (query), QSA_REACH_WIDE,
                       qsa_suggesting_find_node (root, qsa_suggesting_is_typing, NULL));
  request = qsa_search_request_with_query (asked, wide);
  return qsa_suggesting_try (self, QSA_SUGGEST_WIDER, request, error);
}

/* Articles that hold words of this beginning; enough is enough. */
static gboolean
qsa_suggesting_count_prefix (QsaDb *db, const char *prefix, gint64 *articles,
                             GError **error)
{
  sqlite3_stmt *statement = qsa_db_statement (
      db,
      "SELECT coalesce (sum (articles), 0) FROM"
      " (SELECT articles FROM term WHERE term >= ?1 AND term < ?2 LIMIT 20)",
      error);
  g_autofree char *end = g_strconcat (prefix, "\xf4\x8f\xbf\xbf", NULL);
  QsaStep step;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, prefix, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, end, -1, SQLITE_STATIC);
  step = qsa_db_step (db, statement, error);
  if (step == QSA_STEP_ROW)
    *articles = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return step != QSA_STEP_ERROR;
}

static gboolean
qsa_suggesting_count_word (QsaDb *db, const char *folded, gint64 *articles,
                           GError **error)
{
  sqlite3_stmt *statement =
      qsa_db_statement (db, "SELECT articles FROM term WHERE term = ?1", error);
  QsaStep step;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, folded, -1, SQLITE_STATIC);
  step = qsa_db_step (db, statement, error);
  *articles = step == QSA_STEP_ROW ? sqlite3_column_int64 (statement, 0) : 0;
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return step != QSA_STEP_ERROR;
}

/* Whether the archive knows the word well, as it is, as a beginning or in another form. */
static gboolean
qsa_suggesting_is_known (const QsaSuggesting *self, const QsaQueryNode *node,
                         gboolean *known, GError **error)
{
  const QsaQueryWord *word = node->words->pdata[0];
  GPtrArray *widenings = self->result->widenings;
  gint64 articles = 0;

  *known = TRUE;
  for (guint i = 0; i < widenings->len; i++)
    {
      const QsaWidening *widening = widenings->pdata[i];

      if (widening->on && widening->articles >= QSA_RESULT_FEW
          && g_strcmp0 (widening->of, word->typed) == 0)
        return TRUE;
    }
  if (!(node->prefix
            ? qsa_suggesting_count_prefix (self->db, word->folded, &articles, error)
            : qsa_suggesting_count_word (self->db, word->folded, &articles, error)))
    return FALSE;
  *known = articles >= QSA_RESULT_FEW;
  return TRUE;
}

/* The query's text with @spelling where @typed stands; NULL when it is not found there. */
static char *
qsa_suggesting_replace (const QsaSuggesting *self, const char *typed,
                        const char *spelling)
{
  const char *text = qsa_suggesting_get_text (self);
  g_autoptr (QsaScanner) scanner = qsa_scanner_new ();
  gsize typed_bytes = strlen (typed);
  QsaToken token;

  qsa_scanner_set_text (scanner, text, -1);
  while (qsa_scanner_next (scanner, &token))
    if (token.end_byte - token.start_byte == typed_bytes
        && memcmp (text + token.start_byte, typed, typed_bytes) == 0)
      return g_strdup_printf ("%.*s%s%s", (int) token.start_byte, text, spelling,
                              text + token.end_byte);
  return NULL;
}

static gboolean
qsa_suggesting_add_spellings (QsaSuggesting *self, const QsaQueryNode *node,
                              GError **error)
{
  const QsaQueryWord *word = node->words->pdata[0];
  g_autoptr (GPtrArray) near = NULL;
  gboolean known = TRUE;

  if (!qsa_suggesting_is_known (self, node, &known, error))
    return FALSE;
  if (known)
    return TRUE;
  near = qsa_completion_near (self->db, word->folded, MAX_PER_WORD, NULL, error);
  for (guint i = 0; near != NULL && i < near->len && self->n_spellings < MAX_SPELLINGS;
       i++)
    {
      const QsaCompletion *other = near->pdata[i];
      g_autofree char *text = qsa_suggesting_replace (self, word->typed, other->word);

      if (text == NULL)
        continue;
      g_ptr_array_add (self->result->suggestions,
                       qsa_suggestion_new (QSA_SUGGEST_SPELLING, text, other->word,
                                           other->articles));
      self->n_spellings++;
    }
  return near != NULL;
}

static gboolean
qsa_suggesting_collect_word (const QsaQueryNode *node, gpointer data)
{
  if (node->kind == QSA_NODE_WORD
      && (node->reach == QSA_REACH_DEFAULT || node->reach == QSA_REACH_FOLDED
          || node->reach == QSA_REACH_WIDE))
    g_ptr_array_add (data, (gpointer) node);
  return FALSE;
}

static gboolean
qsa_suggesting_try_spellings (QsaSuggesting *self, GError **error)
{
  QsaQuery *query = qsa_search_request_get_query (self->result->request);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  qsa_suggesting_find_node (qsa_query_get_root (query), qsa_suggesting_collect_word,
                            words);
  for (guint i = 0; i < words->len && self->n_spellings < MAX_SPELLINGS; i++)
    if (qsa_suggesting_is_late (self)
        || !qsa_suggesting_add_spellings (self, words->pdata[i], error))
      return FALSE;
  return TRUE;
}

gboolean
qsa_suggestions_add (QsaDb *db, QsaResult *result, QsaSuggestionCountFunc count,
                     gpointer data, GCancellable *cancellable, GError **error)
{
  QsaSuggesting self = { db, result, count, data, 0, 0 };
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (db != NULL && result != NULL && count != NULL, FALSE);

  self.deadline_us = g_get_monotonic_time () + BUDGET_US;
  qsa_db_set_stop_func (db, qsa_suggesting_is_late, &self);
  if (qsa_suggesting_try_without_filter (&self, &local_error)
      && qsa_suggesting_try_spellings (&self, &local_error))
    qsa_suggesting_try_wider (&self, &local_error);
  qsa_db_set_stop_func (db, NULL, NULL);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  /* Out of time: what was found so far is suggested. */
  if (local_error == NULL
      || g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}
