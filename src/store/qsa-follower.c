/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-follower.h"

#include "qsa-change-log.h"
#include "qsa-history-table.h"
#include "qsa-library.h"
#include "qsa-outlet-rows.h"
#include "qsa-saved-search-table.h"
#include "qsa-variant-rows.h"

#define QSA_FOLLOWER_MIN_INTERVAL_US (100 * G_TIME_SPAN_MILLISECOND)
/* While an import runs, new snapshots may take a twentieth of the writer's time. */
#define QSA_FOLLOWER_COST_FACTOR 20
/* From here on reading all rows in a row beats looking each up. */
#define QSA_FOLLOWER_RELOAD_IDS 50000

enum
{
  QSA_FOLLOWER_OUTLETS,
  QSA_FOLLOWER_SEARCHES,
  QSA_FOLLOWER_HISTORY,
  QSA_FOLLOWER_VARIANTS,
  QSA_FOLLOWER_N_TABLES
};

struct _QsaFollower
{
  /* borrowed */
  QsaStore *store;
  QsaDb *db;
  QsaChangeNotifier *notifier;

  QsaChangeSet changes; /* read, and not yet in the snapshots */
  gint64 loaded_last
      [QSA_FOLLOWER_N_TABLES]; /* the last change that each small table was loaded after */
  gint64 data_version;
  gint64 applied_us;
  gint64 cost_us; /* of the last new columns */
};

/* ---- small tables ---- */

static gboolean
qsa_follower_load_outlets (QsaFollower *follower, GError **error)
{
  QsaOutletTable *outlets = qsa_outlet_rows_load (follower->db, error);

  if (outlets != NULL)
    qsa_store_take_outlets (follower->store, outlets);
  return outlets != NULL;
}

static gboolean
qsa_follower_load_searches (QsaFollower *follower, GError **error)
{
  GPtrArray *searches = qsa_saved_search_table_load (follower->db, error);

  if (searches != NULL)
    qsa_store_take_searches (follower->store, searches);
  return searches != NULL;
}

static gboolean
qsa_follower_load_history (QsaFollower *follower, GError **error)
{
  GPtrArray *history = qsa_history_table_load (follower->db, error);

  if (history != NULL)
    qsa_store_take_history (follower->store, history);
  return history != NULL;
}

static gboolean
qsa_follower_load_variants (QsaFollower *follower, GError **error)
{
  QsaVariantTable *variants = qsa_variant_rows_load (follower->db, error);

  if (variants != NULL)
    qsa_store_take_variants (follower->store, variants);
  return variants != NULL;
}

/* Read whole, and anew with each change of theirs. */
static const struct
{
  guint kind;
  gboolean (*load) (QsaFollower *follower, GError **error);
} qsa_follower_tables[QSA_FOLLOWER_N_TABLES] = {
  [QSA_FOLLOWER_OUTLETS] = { QSA_CHANGE_OUTLETS, qsa_follower_load_outlets },
  [QSA_FOLLOWER_SEARCHES] = { QSA_CHANGE_SEARCHES, qsa_follower_load_searches },
  [QSA_FOLLOWER_HISTORY] = { QSA_CHANGE_LOG_HISTORY, qsa_follower_load_history },
  [QSA_FOLLOWER_VARIANTS] = { QSA_CHANGE_VARIANTS, qsa_follower_load_variants },
};

static gboolean
qsa_follower_load_tables (QsaFollower *follower, GError **error)
{
  for (guint i = 0; i < QSA_FOLLOWER_N_TABLES; i++)
    if (!qsa_follower_tables[i].load (follower, error))
      return FALSE;
  return TRUE;
}

/* ---- opening ---- */

static gboolean
qsa_follower_load (QsaFollower *follower, GCancellable *cancellable, GError **error)
{
  QsaColumns *columns = NULL;
  gint64 started_us = g_get_monotonic_time ();

  if (!qsa_db_begin_read (follower->db, error)
      || !qsa_change_log_get_last (follower->db, &follower->changes.last, error))
    return FALSE;
  if (!qsa_follower_load_tables (follower, error))
    return FALSE;
  columns = qsa_columns_load (follower->db, cancellable, error);
  if (columns == NULL)
    return FALSE;
  qsa_store_take_columns (follower->store, columns);
  follower->applied_us = g_get_monotonic_time ();
  follower->cost_us = follower->applied_us - started_us;
  return TRUE;
}

static gboolean
qsa_follower_load_and_end (QsaFollower *follower, GCancellable *cancellable,
                           GError **error)
{
  gboolean loaded = qsa_follower_load (follower, cancellable, error);

  qsa_db_end_request (follower->db);
  return loaded;
}

gboolean
qsa_follower_was_overtaken (QsaFollower *follower)
{
  g_autoptr (GError) error = NULL;
  gint64 before;

  g_return_val_if_fail (follower != NULL, FALSE);

  before = follower->data_version;
  if (!qsa_db_query_int64 (follower->db, "PRAGMA data_version", &follower->data_version,
                           &error))
    g_message ("%s", error->message);
  return follower->data_version != before;
}

QsaFollower *
qsa_follower_new (QsaStore *store, QsaDb *db, QsaChangeNotifier *notifier,
                  GCancellable *cancellable, GError **error)
{
  g_autoptr (QsaFollower) follower = NULL;

  g_return_val_if_fail (store != NULL && db != NULL && notifier != NULL, NULL);

  follower = g_new0 (QsaFollower, 1);
  follower->store = store;
  follower->db = db;
  follower->notifier = notifier;
  qsa_change_set_init (&follower->changes);
  /* Before loading: whatever is committed from now on is seen by the next look. */
  qsa_follower_was_overtaken (follower);
  if (!qsa_follower_load_and_end (follower, cancellable, error))
    return NULL;
  return g_steal_pointer (&follower);
}

void
qsa_follower_free (QsaFollower *follower)
{
  g_return_if_fail (follower != NULL);

  qsa_change_set_clear (&follower->changes);
  g_free (follower);
}

/* ---- catching up ---- */

/* At once, whenever: what is written next must not make an outlet a second time. */
static gboolean
qsa_follower_reload_tables (QsaFollower *follower, GError **error)
{
  const QsaChangeSet *changes = &follower->changes;

  for (guint i = 0; i < QSA_FOLLOWER_N_TABLES; i++)
    {
      gboolean changed = changes->everything
                         || (changes->kinds & qsa_follower_tables[i].kind) != 0;

      if (!changed || follower->loaded_last[i] == changes->last)
        continue;
      if (!qsa_follower_tables[i].load (follower, error))
        return FALSE;
      follower->loaded_last[i] = changes->last;
    }
  return TRUE;
}

static gboolean
qsa_follower_renew_columns (QsaFollower *follower, GError **error)
{
  QsaChangeSet *changes = &follower->changes;
  g_autoptr (QsaColumns) old = qsa_store_dup_columns (follower->store);
  gint64 started_us = g_get_monotonic_time ();
  QsaColumns *columns = NULL;

  if (changes->ids->len == 0 && !changes->everything)
    return TRUE;
  columns = changes->everything || changes->ids->len > QSA_FOLLOWER_RELOAD_IDS
                ? qsa_columns_load (follower->db, NULL, error)
                : qsa_columns_apply (old, follower->db, changes->ids, error);
  if (columns == NULL)
    return FALSE;
  qsa_store_take_columns (follower->store, columns);
  follower->applied_us = g_get_monotonic_time ();
  follower->cost_us = follower->applied_us - started_us;
  return TRUE;
}

static gboolean
qsa_follower_apply (QsaFollower *follower, GError **error)
{
  QsaChangeSet *changes = &follower->changes;

  if (!qsa_follower_renew_columns (follower, error))
    return FALSE;
  qsa_change_notifier_raise (follower->notifier,
                             changes->everything
                                 ? QSA_CHANGE_ARTICLES | QSA_CHANGE_DETAILS
                                       | QSA_CHANGE_STATE | QSA_CHANGE_OUTLETS
                                       | QSA_CHANGE_SEARCHES | QSA_CHANGE_VARIANTS
                                       | QSA_CHANGE_LOG_HISTORY
                                 : changes->kinds);
  g_array_set_size (changes->ids, 0);
  changes->kinds = 0;
  changes->everything = FALSE;
  return TRUE;
}

static gboolean
qsa_follower_is_due (QsaFollower *follower)
{
  gint64 interval_us = MAX (QSA_FOLLOWER_MIN_INTERVAL_US,
                            QSA_FOLLOWER_COST_FACTOR * follower->cost_us);

  return g_get_monotonic_time () - follower->applied_us >= interval_us;
}

static gboolean
qsa_follower_read (QsaFollower *follower, gboolean urgent, GError **error)
{
  gint64 last = follower->changes.last;

  if (!qsa_db_begin_read (follower->db, error)
      || !qsa_change_log_read (follower->db, &follower->changes, error))
    return FALSE;
  if (follower->changes.last != last
      && (follower->changes.kinds & (QSA_CHANGE_ARTICLES | QSA_CHANGE_DETAILS)) != 0)
    qsa_store_advance_index (follower->store);
  /* Outlets first: an article may stand in one that is new. */
  if (!qsa_follower_reload_tables (follower, error))
    return FALSE;
  if (follower->changes.kinds == 0 || !(urgent || qsa_follower_is_due (follower)))
    return TRUE;
  return qsa_follower_apply (follower, error);
}

void
qsa_follower_catch_up (QsaFollower *follower, gboolean urgent)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (follower != NULL);

  /* What could not be read stays to be read: the next look tries again. */
  if (!qsa_follower_read (follower, urgent, &error))
    g_message ("%s", error->message);
  qsa_db_end_request (follower->db);
}

gboolean
qsa_follower_is_behind (QsaFollower *follower)
{
  g_return_val_if_fail (follower != NULL, FALSE);

  return follower->changes.kinds != 0;
}
