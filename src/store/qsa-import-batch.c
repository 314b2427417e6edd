/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-import-batch.h"

#include "qsa-article-index.h"
#include "qsa-article-table.h"
#include "qsa-change-log.h"
#include "qsa-import-table.h"
#include "qsa-outlet-rows.h"
#include "qsa-source-table.h"

/* A transaction may hold the lock for a quarter of a second. This part of it may go into storing
 * articles: nearly as much again is what FTS5 writes at the commit. */
#define QSA_IMPORT_BATCH_STORE_US (110 * G_TIME_SPAN_MILLISECOND)

/* What is computed of a candidate before it meets the database. */
typedef struct
{
  guint8 fingerprint[QSA_FINGERPRINT_BYTES];
  QsaPackedSource source;
  GError *error; /* out of memory while compressing */
} QsaPrepared;

struct _QsaImportBatch
{
  /* owned */
  GPtrArray *candidates; /* QsaCandidate */
  GArray *prepared;      /* QsaPrepared, one for each candidate; empty before */
  GArray *stored;        /* QsaStored, those that are in the library */

  gint64 import_id;
  guint n_candidates;
};

/* One transaction. */
typedef struct
{
  QsaImportBatch *batch;
  QsaDb *db;
  QsaArticleIndex *index;
  QsaOutletTable *outlets; /* owned; with those made in the transaction */
  guint n_outlets_made;
  GArray *stored;  /* QsaStored */
  GArray *new_ids; /* gint64 */
  QsaImportCounts counts;
  gint64 now;
} QsaImportTurn;

static void
qsa_prepared_clear (gpointer data)
{
  QsaPrepared *prepared = data;

  qsa_packed_source_clear (&prepared->source);
  g_clear_error (&prepared->error);
}

QsaImportBatch *
qsa_import_batch_new (gint64 import_id, GPtrArray *candidates)
{
  QsaImportBatch *batch = NULL;

  g_return_val_if_fail (candidates != NULL, NULL);

  batch = g_new0 (QsaImportBatch, 1);
  batch->import_id = import_id;
  batch->candidates = candidates;
  batch->n_candidates = candidates->len;
  batch->stored = g_array_new (FALSE, FALSE, sizeof (QsaStored));
  batch->prepared = g_array_new (FALSE, FALSE, sizeof (QsaPrepared));
  g_array_set_clear_func (batch->prepared, qsa_prepared_clear);
  return batch;
}

void
qsa_import_batch_free (QsaImportBatch *batch)
{
  g_return_if_fail (batch != NULL);

  g_clear_pointer (&batch->candidates, g_ptr_array_unref);
  g_clear_pointer (&batch->prepared, g_array_unref);
  g_clear_pointer (&batch->stored, g_array_unref);
  g_free (batch);
}

void
qsa_import_batch_prepare (QsaImportBatch *batch)
{
  g_return_if_fail (batch != NULL);

  for (guint i = batch->prepared->len; i < batch->n_candidates; i++)
    {
      const QsaCandidate *candidate = g_ptr_array_index (batch->candidates, i);
      QsaPrepared prepared = { 0 };

      if (candidate->article != NULL)
        {
          qsa_article_fingerprint (candidate->article, prepared.fingerprint);
          qsa_packed_source_init (&prepared.source, candidate->raw, &prepared.error);
        }
      g_array_append_val (batch->prepared, prepared);
    }
}

static gboolean
qsa_import_turn_find_duplicate (QsaImportTurn *turn, const QsaCandidate *candidate,
                                const QsaPrepared *prepared, gint64 *id, GError **error)
{
  if (!qsa_article_table_find_fingerprint (turn->db, prepared->fingerprint, id, error))
    return FALSE;
  return *id != 0
         || qsa_source_table_find (turn->db, candidate, &prepared->source, id, error);
}

typedef struct
{
  const QsaCandidate *candidate;
  const QsaPrepared *prepared;
  QsaNewArticle article;
} QsaImportWrite;

static gboolean
qsa_import_turn_write (QsaDb *db, guint i, gint64 *id, gpointer data, GError **error)
{
  const QsaImportWrite *write = data;

  return qsa_article_table_insert (db, &write->article, id, error)
         && qsa_source_table_insert (db, *id, write->candidate, &write->prepared->source,
                                     error);
}

static gboolean
qsa_import_turn_add (QsaImportTurn *turn, const QsaCandidate *candidate,
                     const QsaPrepared *prepared, gint64 *id, GError **error)
{
  const QsaArticle *article = candidate->article;
  QsaOutletTable *before = turn->outlets;
  QsaImportWrite write = { candidate, prepared, { article, prepared->fingerprint } };

  if (!qsa_outlet_rows_ensure (turn->db, &turn->outlets, article->outlet, article->domain,
                               "found", &write.article.outlet_id, error))
    return FALSE;
  turn->n_outlets_made += turn->outlets != before;
  write.article.import_id = turn->batch->import_id;
  write.article.now = turn->now;
  if (!qsa_article_index_change (turn->index, id, 1, qsa_import_turn_write, &write,
                                 error))
    return FALSE;
  g_array_append_val (turn->new_ids, *id);
  return TRUE;
}

static gboolean
qsa_import_turn_store_article (QsaImportTurn *turn, const QsaCandidate *candidate,
                               const QsaPrepared *prepared, QsaStored *stored,
                               GError **error)
{
  if (prepared->error != NULL)
    {
      g_propagate_error (error, g_error_copy (prepared->error));
      return FALSE;
    }
  if (!qsa_import_turn_find_duplicate (turn, candidate, prepared, &stored->article_id,
                                       error))
    return FALSE;
  if (stored->article_id != 0)
    {
      stored->outcome = QSA_OUTCOME_DUPLICATE;
      turn->counts.n_duplicates++;
      return TRUE;
    }
  stored->outcome = QSA_OUTCOME_ADDED;
  turn->counts.n_added++;
  return qsa_import_turn_add (turn, candidate, prepared, &stored->article_id, error);
}

static gboolean
qsa_import_turn_store_one (QsaImportTurn *turn, guint i, GError **error)
{
  const QsaCandidate *candidate = g_ptr_array_index (turn->batch->candidates, i);
  const QsaPrepared *prepared = &g_array_index (turn->batch->prepared, QsaPrepared, i);
  QsaStored stored = { QSA_OUTCOME_FAILED, 0 };

  if (candidate->article == NULL)
    turn->counts.n_failed++;
  else if (!qsa_import_turn_store_article (turn, candidate, prepared, &stored, error))
    return FALSE;
  g_array_append_val (turn->stored, stored);
  return qsa_import_table_add_item (turn->db, turn->batch->import_id, candidate,
                                    stored.outcome, stored.article_id, error);
}

static gboolean
qsa_import_turn_store (QsaImportTurn *turn, GError **error)
{
  QsaImportBatch *batch = turn->batch;
  gint64 deadline_us = g_get_monotonic_time () + QSA_IMPORT_BATCH_STORE_US;

  for (guint i = batch->stored->len; i < batch->n_candidates; i++)
    {
      if (!qsa_import_turn_store_one (turn, i, error))
        return FALSE;
      if (g_get_monotonic_time () >= deadline_us)
        break;
    }
  return TRUE;
}

static gboolean
qsa_import_turn_log_change (QsaImportTurn *turn, GError **error)
{
  guint kinds = (turn->new_ids->len > 0 ? QSA_CHANGE_ARTICLES : 0)
                | (turn->n_outlets_made > 0 ? QSA_CHANGE_OUTLETS : 0);

  return kinds == 0
         || qsa_change_log_add (turn->db, kinds,
                                &g_array_index (turn->new_ids, gint64, 0),
                                turn->new_ids->len, error);
}

static gboolean
qsa_import_turn_run (QsaImportTurn *turn, GError **error)
{
  return qsa_db_begin_write (turn->db, error) && qsa_import_turn_store (turn, error)
         && qsa_article_index_finish (turn->index, QSA_ARTICLE_INDEX_TERMS_LATER, error)
         && qsa_import_table_add_counts (turn->db, turn->batch->import_id, &turn->counts,
                                         error)
         && qsa_import_turn_log_change (turn, error) && qsa_db_commit (turn->db, error);
}

static void
qsa_import_turn_init (QsaImportTurn *turn, QsaImportBatch *batch, QsaStore *store,
                      QsaDb *db)
{
  *turn = (QsaImportTurn){ .batch = batch, .db = db };
  turn->outlets = qsa_store_dup_outlets (store);
  turn->index = qsa_article_index_new (db);
  turn->stored = g_array_new (FALSE, FALSE, sizeof (QsaStored));
  turn->new_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  turn->now = g_get_real_time () / G_USEC_PER_SEC;
}

static void
qsa_import_turn_clear (QsaImportTurn *turn)
{
  g_clear_pointer (&turn->outlets, qsa_outlet_table_unref);
  g_clear_pointer (&turn->index, qsa_article_index_free);
  g_clear_pointer (&turn->stored, g_array_unref);
  g_clear_pointer (&turn->new_ids, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QsaImportTurn, qsa_import_turn_clear)

gboolean
qsa_import_batch_store_some (QsaImportBatch *batch, QsaStore *store, QsaDb *db,
                             GError **error)
{
  g_auto (QsaImportTurn) turn = { 0 };

  g_return_val_if_fail (batch != NULL && store != NULL && db != NULL, FALSE);

  qsa_import_batch_prepare (batch);
  qsa_import_turn_init (&turn, batch, store, db);
  if (!qsa_import_turn_run (&turn, error))
    {
      qsa_db_rollback (db);
      return FALSE;
    }
  g_array_append_vals (batch->stored, turn.stored->data, turn.stored->len);
  /* The next transaction must know them, also before the follower has looked. */
  if (turn.n_outlets_made > 0)
    qsa_store_take_outlets (store, g_steal_pointer (&turn.outlets));
  return TRUE;
}

gboolean
qsa_import_batch_is_finished (QsaImportBatch *batch)
{
  g_return_val_if_fail (batch != NULL, TRUE);

  return batch->stored->len == batch->n_candidates;
}

guint
qsa_import_batch_get_n_stored (QsaImportBatch *batch)
{
  g_return_val_if_fail (batch != NULL, 0);

  return batch->stored->len;
}

GArray *
qsa_import_batch_steal_stored (QsaImportBatch *batch)
{
  const QsaStored failed = { QSA_OUTCOME_FAILED, 0 };
  g_autoptr (GArray) stored = NULL;

  g_return_val_if_fail (batch != NULL, NULL);

  stored = g_steal_pointer (&batch->stored);
  batch->stored = g_array_new (FALSE, FALSE, sizeof (QsaStored));
  while (stored->len < batch->n_candidates)
    g_array_append_val (stored, failed);
  return g_steal_pointer (&stored);
}
