/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-proximity.h"

#include <string.h>

/* An Arabic letter takes two bytes, a word about eleven with its space. */
#define NEAR_BYTES 220
/* A space, or a comma and a space. */
#define ADJACENT_BYTES 3
#define IN_ORDER 0.8f
#define OUT_OF_ORDER 0.6f

#define NOWHERE G_MAXSIZE

static const char texts_sql[] =
    "SELECT title, standfirst, body FROM article_content WHERE id = ?1";

typedef struct
{
  const QsaTermReader *reader;
  QsaMatcher *matcher;
  guint n_terms;
  gsize *last_ends; /* n_terms: where each was last seen in the text at work */
  float *nearest;   /* n_terms - 1: the best of each term and the next one so far */
} QsaProximity;

static float
qsa_proximity_judge (gsize gap_bytes, gboolean in_order)
{
  if (in_order && gap_bytes <= ADJACENT_BYTES)
    return 1;
  if (gap_bytes >= NEAR_BYTES)
    return 0;
  return (in_order ? IN_ORDER : OUT_OF_ORDER)
         * (1.0f - (float) gap_bytes / (float) NEAR_BYTES);
}

static void
qsa_proximity_see_pair (QsaProximity *proximity, guint pair, guint other,
                        const QsaMatch *match)
{
  gsize end_byte = proximity->last_ends[other];
  float judgement;

  if (end_byte == NOWHERE || match->start_byte < end_byte)
    return;
  judgement = qsa_proximity_judge (match->start_byte - end_byte, other < match->term);
  proximity->nearest[pair] = MAX (proximity->nearest[pair], judgement);
}

static void
qsa_proximity_see_text (QsaProximity *proximity, const char *text, int text_bytes)
{
  g_autoptr (GArray) matches = NULL;

  if (text == NULL)
    return;
  for (guint i = 0; i < proximity->n_terms; i++)
    proximity->last_ends[i] = NOWHERE;
  matches = qsa_matcher_find (proximity->matcher, text, text_bytes);
  for (guint i = 0; i < matches->len; i++)
    {
      const QsaMatch *match = &g_array_index (matches, QsaMatch, i);

      if (match->term >= proximity->n_terms)
        continue;
      if (match->term > 0)
        qsa_proximity_see_pair (proximity, match->term - 1, match->term - 1, match);
      if (match->term + 1 < proximity->n_terms)
        qsa_proximity_see_pair (proximity, match->term, match->term + 1, match);
      proximity->last_ends[match->term] = match->end_byte;
    }
}

/* 0 to 255. An article that is gone has nothing near. */
static gboolean
qsa_proximity_read_article (QsaProximity *proximity, guint32 id, guint8 *share,
                            GError **error)
{
  QsaDb *db = proximity->reader->db;
  sqlite3_stmt *statement = qsa_db_statement (db, texts_sql, error);
  float sum = 0;
  QsaStep step;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  step = qsa_db_step (db, statement, error);
  if (step == QSA_STEP_ERROR)
    return FALSE;
  memset (proximity->nearest, 0, (proximity->n_terms - 1) * sizeof (float));
  for (int column = 0; step == QSA_STEP_ROW && column < 3; column++)
    qsa_proximity_see_text (proximity,
                            (const char *) sqlite3_column_text (statement, column),
                            sqlite3_column_bytes (statement, column));
  sqlite3_reset (statement);
  for (guint i = 0; i + 1 < proximity->n_terms; i++)
    sum += proximity->nearest[i];
  *share = (guint8) (sum / (float) (proximity->n_terms - 1) * 255 + 0.5f);
  return TRUE;
}

static guint
qsa_proximity_count_terms (QsaQueryPlan *plan)
{
  GPtrArray *leaves = qsa_query_plan_get_leaves (plan);
  guint n = 0;

  for (guint i = 0; i < leaves->len; i++)
    n += ((const QsaPlanLeaf *) leaves->pdata[i])->wanted;
  return n;
}

/* Names the terms in the cache; no expression begins so. */
static char *
qsa_proximity_make_key (QsaQueryPlan *plan)
{
  GPtrArray *leaves = qsa_query_plan_get_leaves (plan);
  GString *key = g_string_new ("near");

  for (guint i = 0; i < leaves->len; i++)
    {
      const QsaPlanLeaf *leaf = leaves->pdata[i];

      g_string_append_c (key, '\n');
      for (guint j = 0; leaf->wanted && j < leaf->expressions->len; j++)
        g_string_append_printf (key, "%s ", (const char *) leaf->expressions->pdata[j]);
    }
  return g_string_free (key, FALSE);
}

/* id → GUINT_TO_POINTER (share + 1) */
static GHashTable *
qsa_proximity_get_known (const QsaTermReader *reader, const char *key)
{
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  g_autoptr (QsaPosting)
      posting = qsa_term_cache_lookup (reader->cache, reader->generation, key);
  QsaPostingWalk walk = { 0 };
  const guint8 *shares = posting != NULL ? qsa_posting_get_weights (posting) : NULL;
  guint32 id;

  while (shares != NULL && qsa_posting_read (posting, &walk, &id, 1) > 0)
    g_hash_table_insert (known, GUINT_TO_POINTER (id), GUINT_TO_POINTER (*shares++ + 1u));
  return g_steal_pointer (&known);
}

static int
qsa_proximity_compare_ids (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;

  return left < right ? -1 : left > right;
}

static void
qsa_proximity_keep_known (const QsaTermReader *reader, const char *key, GHashTable *known)
{
  guint n = g_hash_table_size (known);
  g_autoptr (GArray) ids = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n);
  g_autoptr (GArray) shares = g_array_sized_new (FALSE, FALSE, sizeof (guint8), n);
  g_autoptr (QsaPosting) posting = NULL;
  GHashTableIter iter;
  gpointer key_id;

  g_hash_table_iter_init (&iter, known);
  while (g_hash_table_iter_next (&iter, &key_id, NULL))
    {
      guint32 id = GPOINTER_TO_UINT (key_id);

      g_array_append_val (ids, id);
    }
  g_array_sort (ids, qsa_proximity_compare_ids);
  for (guint i = 0; i < n; i++)
    {
      gpointer id = GUINT_TO_POINTER (g_array_index (ids, guint32, i));
      guint8 share = (guint8) (GPOINTER_TO_UINT (g_hash_table_lookup (known, id)) - 1);

      g_array_append_val (shares, share);
    }
  posting = qsa_posting_new_weighted (g_steal_pointer (&ids), g_steal_pointer (&shares),
                                      reader->max_id);
  qsa_term_cache_insert (reader->cache, reader->generation, key, posting);
}

/* Makes @known hold every one of @ids; *news when it did not. */
static gboolean
qsa_proximity_read_articles (QsaProximity *proximity, const guint32 *ids, guint n_ids,
                             GHashTable *known, gboolean *news, GError **error)
{
  for (guint i = 0; i < n_ids; i++)
    {
      gpointer id = GUINT_TO_POINTER (ids[i]);
      guint8 share;

      if (g_hash_table_contains (known, id))
        continue;
      if (g_cancellable_set_error_if_cancelled (proximity->reader->cancellable, error)
          || !qsa_proximity_read_article (proximity, ids[i], &share, error))
        return FALSE;
      g_hash_table_insert (known, id, GUINT_TO_POINTER (share + 1u));
      *news = TRUE;
    }
  return TRUE;
}

float *
qsa_proximity_measure (const QsaTermReader *reader, QsaQueryPlan *plan,
                       const guint32 *ids, guint n_ids, GError **error)
{
  guint n_terms = qsa_proximity_count_terms (plan);
  g_autofree gsize *last_ends = g_new (gsize, MAX (n_terms, 1));
  g_autofree float *nearest = g_new0 (float, MAX (n_terms, 1));
  g_autofree float *boosts = g_new0 (float, MAX (n_ids, 1));
  g_autofree char *key = NULL;
  g_autoptr (GHashTable) known = NULL;
  QsaProximity proximity = { reader, qsa_query_plan_get_matcher (plan), n_terms,
                             last_ends, nearest };
  gboolean news = FALSE;

  g_return_val_if_fail (reader != NULL && (ids != NULL || n_ids == 0), NULL);

  if (n_terms < 2)
    return g_steal_pointer (&boosts);
  key = qsa_proximity_make_key (plan);
  known = qsa_proximity_get_known (reader, key);
  if (!qsa_proximity_read_articles (&proximity, ids, n_ids, known, &news, error))
    return NULL;
  if (news)
    qsa_proximity_keep_known (reader, key, known);
  for (guint i = 0; i < n_ids; i++)
    {
      gpointer share = g_hash_table_lookup (known, GUINT_TO_POINTER (ids[i]));

      boosts[i] = QSA_PROXIMITY_MOST * (float) (GPOINTER_TO_UINT (share) - 1) / 255;
    }
  return g_steal_pointer (&boosts);
}
