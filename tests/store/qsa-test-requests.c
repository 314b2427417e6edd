/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-test-requests.h"

#include "qsa-error.h"

static void
tally_count (QsaTestTally *tally, gboolean done, const GError *error)
{
  g_assert_true (tally->owner == g_thread_self ());
  g_assert_true (done == (error == NULL));
  if (error == NULL)
    tally->n_done++;
  else if (g_error_matches (error, QSA_ERROR, QSA_ERROR_CLOSED))
    tally->n_closed++;
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tally->n_cancelled++;
  else
    g_error ("%s", error->message);
}

gboolean
qsa_test_tally_is_complete (gpointer data)
{
  const QsaTestTally *tally = data;

  return tally->n_done + tally->n_cancelled + tally->n_closed >= tally->n_asked;
}

static void
on_searched (GObject *object, GAsyncResult *result, gpointer tally)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QsaResult)
      answer = qsa_library_search_finish (QSA_LIBRARY (object), result, &error);

  tally_count (tally, answer != NULL, error);
}

static void
ask_search (QsaTestTally *tally)
{
  g_autoptr (QsaQuery) query = qsa_query_parse ("البحر", QSA_REACH_DEFAULT, FALSE);
  g_autoptr (QsaFilter) filter = qsa_filter_new ();
  g_autoptr (QsaSearchRequest)
      request = qsa_search_request_new (query, filter, QSA_SORT_RELEVANCE);

  qsa_library_search_async (tally->library, request, tally->cancellable, on_searched,
                            tally);
}

static void
on_rows (GObject *object, GAsyncResult *result, gpointer tally)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray)
      rows = qsa_library_load_rows_finish (QSA_LIBRARY (object), result, &error);

  tally_count (tally, rows != NULL, error);
}

static void
ask_rows (QsaTestTally *tally)
{
  const guint32 ids[] = { 1, 2, 3, 4, 5 };

  qsa_library_load_rows_async (tally->library, ids, G_N_ELEMENTS (ids), NULL,
                               tally->cancellable, on_rows, tally);
}

static void
on_article (GObject *object, GAsyncResult *result, gpointer tally)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QsaArticle)
      article = qsa_library_load_article_finish (QSA_LIBRARY (object), result, &error);

  tally_count (tally, article != NULL, error);
}

static void
ask_article (QsaTestTally *tally)
{
  qsa_library_load_article_async (tally->library, 7, tally->cancellable, on_article,
                                  tally);
}

static void
on_source (GObject *object, GAsyncResult *result, gpointer tally)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes)
      source = qsa_library_load_source_finish (QSA_LIBRARY (object), result, &error);

  tally_count (tally, source != NULL, error);
}

static void
ask_source (QsaTestTally *tally)
{
  qsa_library_load_source_async (tally->library, 7, tally->cancellable, on_source, tally);
}

static void
on_edited (GObject *object, GAsyncResult *result, gpointer tally)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QsaUndo)
      undo = qsa_library_edit_finish (QSA_LIBRARY (object), result, &error);

  tally_count (tally, undo != NULL, error);
}

static void
ask_edit (QsaTestTally *tally)
{
  const gint64 ids[] = { 7, 8 };
  g_autoptr (QsaArticleEdit) edit = qsa_article_edit_new ();

  edit->fields = QSA_FIELD_TITLE;
  edit->title = g_strdup_printf ("زلزال %u", tally->n_asked);
  qsa_library_edit_async (tally->library, ids, G_N_ELEMENTS (ids), edit,
                          tally->cancellable, on_edited, tally);
}

static void
on_flagged (GObject *object, GAsyncResult *result, gpointer tally)
{
  g_autoptr (GError) error = NULL;
  gboolean done = qsa_library_set_flag_finish (QSA_LIBRARY (object), result, &error);

  tally_count (tally, done, error);
}

static void
ask_flag (QsaTestTally *tally)
{
  const gint64 ids[] = { 9 };

  qsa_library_set_flag_async (tally->library, ids, 1, QSA_FLAG_READ,
                              tally->n_asked % 2 == 0, on_flagged, tally);
}

static void
on_stats (GObject *object, GAsyncResult *result, gpointer tally)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QsaStats)
      stats = qsa_library_stats_finish (QSA_LIBRARY (object), result, &error);

  tally_count (tally, stats != NULL, error);
}

static void
ask_stats (QsaTestTally *tally)
{
  qsa_library_stats_async (tally->library, tally->cancellable, on_stats, tally);
}

static void
on_checked (GObject *object, GAsyncResult *result, gpointer tally)
{
  g_autoptr (GError) error = NULL;
  gboolean done = qsa_library_check_finish (QSA_LIBRARY (object), result, &error);

  tally_count (tally, done, error);
}

static void
ask_check (QsaTestTally *tally)
{
  qsa_library_check_async (tally->library, tally->cancellable, on_checked, tally);
}

static void
on_batch (GObject *object, GAsyncResult *result, gpointer tally)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray)
      stored = qsa_library_import_batch_finish (QSA_LIBRARY (object), result, &error);

  tally_count (tally, stored != NULL, error);
}

static void
ask_batch (QsaTestTally *tally)
{
  GPtrArray *batch = qsa_test_candidates_new ();

  for (guint i = 0; i < 20; i++)
    g_ptr_array_add (batch,
                     qsa_test_candidate_new_numbered (1000 + tally->n_asked * 20 + i));
  qsa_library_import_batch_async (tally->library, tally->import_id, batch,
                                  tally->cancellable, on_batch, tally);
}

static void
on_saved (GObject *object, GAsyncResult *result, gpointer tally)
{
  g_autoptr (GError) error = NULL;
  gint64 id = qsa_library_save_search_finish (QSA_LIBRARY (object), result, &error);

  tally_count (tally, id > 0, error);
}

static void
ask_save (QsaTestTally *tally)
{
  g_autoptr (QsaFilter) filter = qsa_filter_new ();
  g_autofree char *name = g_strdup_printf ("بحث %u", tally->n_asked);
  g_autoptr (QsaSavedSearch) search =
      qsa_saved_search_new (name, "البحر", QSA_REACH_DEFAULT, filter, QSA_SORT_NEWEST);

  qsa_library_save_search_async (tally->library, search, on_saved, tally);
}

static void
on_counted (GObject *object, GAsyncResult *result, gpointer tally)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray)
      counts = qsa_library_count_finish (QSA_LIBRARY (object), result, &error);

  tally_count (tally, counts != NULL, error);
}

static void
ask_count (QsaTestTally *tally)
{
  g_autoptr (QsaQuery) query = qsa_query_parse ("البحر", QSA_REACH_DEFAULT, FALSE);
  g_autoptr (QsaFilter) filter = qsa_filter_new ();
  g_autoptr (QsaSearchRequest)
      request = qsa_search_request_new (query, filter, QSA_SORT_NEWEST);
  QsaSearchRequest *requests[] = { request, request, request };

  qsa_library_count_async (tally->library, requests, G_N_ELEMENTS (requests),
                           tally->cancellable, on_counted, tally);
}

static void
on_completed (GObject *object, GAsyncResult *result, gpointer tally)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray)
      found = qsa_library_complete_finish (QSA_LIBRARY (object), result, &error);

  tally_count (tally, found != NULL, error);
}

static void
ask_complete (QsaTestTally *tally)
{
  qsa_library_complete_async (tally->library, "صيا", 5, tally->cancellable, on_completed,
                              tally);
}

static void
on_author_completed (GObject *object, GAsyncResult *result, gpointer tally)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray)
      found = qsa_library_complete_author_finish (QSA_LIBRARY (object), result, &error);

  tally_count (tally, found != NULL, error);
}

static void
ask_complete_author (QsaTestTally *tally)
{
  qsa_library_complete_author_async (tally->library, "سل", 5, tally->cancellable,
                                     on_author_completed, tally);
}

static void
on_variant (GObject *object, GAsyncResult *result, gpointer tally)
{
  g_autoptr (GError) error = NULL;
  gint64 id = qsa_library_save_variant_finish (QSA_LIBRARY (object), result, &error);

  tally_count (tally, id > 0, error);
}

static void
ask_variant (QsaTestTally *tally)
{
  g_autoptr (QsaVariantGroup) group = g_new0 (QsaVariantGroup, 1);

  group->spellings = g_strsplit ("سفروط صفروط", " ", -1);
  group->enabled = TRUE;
  qsa_library_save_variant_async (tally->library, group, on_variant, tally);
}

const QsaTestRequestKind qsa_test_request_kinds[QSA_TEST_N_REQUEST_KINDS] = {
  { "search", ask_search, TRUE },
  { "rows", ask_rows, TRUE },
  { "article", ask_article, TRUE },
  { "source", ask_source, TRUE },
  { "edit", ask_edit, TRUE },
  { "flag", ask_flag, FALSE },
  { "stats", ask_stats, TRUE },
  { "check", ask_check, TRUE },
  { "batch", ask_batch, TRUE },
  { "save", ask_save, FALSE },
  { "count", ask_count, TRUE },
  { "complete", ask_complete, TRUE },
  { "author", ask_complete_author, TRUE },
  { "variant", ask_variant, FALSE },
};

void
qsa_test_ask (QsaTestTally *tally, const QsaTestRequestKind *kind)
{
  tally->n_asked++;
  kind->ask (tally);
}

void
qsa_test_tally_init (QsaTestTally *tally, QsaLibrary *library)
{
  *tally = (QsaTestTally){ .library = library, .owner = g_thread_self () };
  tally->import_id = qsa_test_import_begin (library);
}
