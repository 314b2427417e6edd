/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-eval-library.h"

#include "qsa-test-library.h"

#define BATCH_ARTICLES 200u
#define TICK_MS 50
#define MAX_TICKS 6000u

static QsaCandidate *
qsa_eval_candidate_new (const QsaEvalArticle *source, QsaEvalParts parts)
{
  QsaCandidate *candidate = qsa_candidate_new (NULL, 0);
  QsaArticle *article = qsa_article_new ();

  if (parts == QSA_EVAL_WHOLE)
    {
      article->title = g_strdup (source->title);
      article->standfirst = g_strdup (source->standfirst);
    }
  qsa_article_take_body (article, g_strdup (source->body));
  candidate->article = article;
  candidate->encoding = g_strdup ("UTF-8");
  candidate->raw = g_bytes_new (source->body, article->body_bytes);
  if (parts == QSA_EVAL_WHOLE)
    {
      /* Equal bytes are one article to the library, whatever the title. */
      g_autofree char *raw = g_strconcat (source->title != NULL ? source->title : "",
                                          "\n", source->body, NULL);

      g_clear_pointer (&candidate->raw, g_bytes_unref);
      candidate->raw = g_bytes_new (raw, strlen (raw));
    }
  return candidate;
}

static void
qsa_eval_library_store (QsaEvalLibrary *self, gint64 import_id, GPtrArray *batch)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray)
      stored = qsa_test_import_batch (self->library, import_id, batch, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < stored->len; i++)
    {
      gint64 id = g_array_index (stored, QsaStored, i).article_id;

      g_assert_cmpint (id, >, 0);
      g_array_append_val (self->ids, id);
    }
}

/* The words of the last batches reach the vocabulary a little after the import. */
static gboolean
qsa_eval_library_has_vocabulary (const char *path)
{
  return qsa_test_sql_int64 (path, "SELECT count(*) FROM term_pending") == 0;
}

static gboolean
qsa_eval_on_tick (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
qsa_eval_library_wait_for_vocabulary (const char *path)
{
  guint tick = g_timeout_add (TICK_MS, qsa_eval_on_tick, NULL);

  for (guint i = 0; i < MAX_TICKS && !qsa_eval_library_has_vocabulary (path); i++)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (qsa_eval_library_has_vocabulary (path));
  g_source_remove (tick);
}

QsaEvalLibrary *
qsa_eval_library_new (const QsaEvalCorpus *corpus, QsaEvalParts parts)
{
  QsaEvalLibrary *self = g_new0 (QsaEvalLibrary, 1);
  g_autofree char *path = NULL;
  gint64 import_id;

  self->dir = qsa_test_dir_new ();
  path = qsa_test_dir_child (self->dir, "library.qusasat");
  self->library = qsa_test_library_open (path, QSA_LIBRARY_CREATE);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  import_id = qsa_test_import_begin (self->library);
  for (guint first = 0; first < corpus->articles->len; first += BATCH_ARTICLES)
    {
      GPtrArray *batch = qsa_test_candidates_new ();

      for (guint i = first; i < MIN (first + BATCH_ARTICLES, corpus->articles->len); i++)
        g_ptr_array_add (batch,
                         qsa_eval_candidate_new (corpus->articles->pdata[i], parts));
      qsa_eval_library_store (self, import_id, batch);
    }
  qsa_test_import_end (self->library, import_id);
  qsa_eval_library_wait_for_vocabulary (path);
  return self;
}

void
qsa_eval_library_free (QsaEvalLibrary *self)
{
  if (self == NULL)
    return;
  qsa_test_library_close (self->library);
  g_array_unref (self->ids);
  qsa_test_dir_free (self->dir);
  g_free (self);
}

QsaResult *
qsa_eval_library_search (QsaEvalLibrary *self, const char *query, QsaReach reach,
                         QsaSort sort)
{
  g_autoptr (QsaQuery) parsed = qsa_query_parse (query, reach, FALSE);
  g_autoptr (QsaFilter) filter = qsa_filter_new ();
  g_autoptr (QsaSearchRequest) request = qsa_search_request_new (parsed, filter, sort);
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GError) error = NULL;
  QsaResult *result;

  qsa_library_search_async (self->library, request, NULL, qsa_test_on_answer, &answer);
  qsa_test_wait_answer (&answer);
  result = qsa_library_search_finish (self->library, answer, &error);
  g_assert_no_error (error);
  return result;
}

guint
qsa_eval_result_find (QsaResult *result, gint64 id, guint max)
{
  const guint32 *ids = qsa_result_get_ids (result);
  guint n = MIN (qsa_result_get_total (result), max);

  for (guint i = 0; i < n; i++)
    if (ids[i] == id)
      return i + 1;
  return 0;
}
