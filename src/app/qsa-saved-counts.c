/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-saved-counts.h"

/* After a change; what comes meanwhile is counted with it. */
#define QSA_SAVED_COUNTS_DELAY_MS 300

struct _QsaSavedCounts
{
  GObject parent_instance;

  /* Owned */
  QsaLibrary *library;
  GSignalGroup *library_signals;
  GHashTable *counts;        /* gint64 *id -> GUINT_TO_POINTER (count) */
  GCancellable *cancellable; /* of the request under way; NULL when there is none */

  guint delay_source;
  gboolean stale; /* something changed since the request under way was made */
};

enum
{
  QSA_SAVED_COUNTS_CHANGED,
  QSA_SAVED_COUNTS_N_SIGNALS,
};

static guint signals[QSA_SAVED_COUNTS_N_SIGNALS];

G_DEFINE_FINAL_TYPE (QsaSavedCounts, qsa_saved_counts, G_TYPE_OBJECT)

typedef struct
{
  QsaSavedCounts *self;      /* owned */
  GCancellable *cancellable; /* owned; tells whether the answer is still wanted */
  GArray *ids;               /* gint64, one for each request */
} QsaSavedCount;

static void
qsa_saved_count_free (QsaSavedCount *count)
{
  g_object_unref (count->self);
  g_object_unref (count->cancellable);
  g_array_unref (count->ids);
  g_free (count);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaSavedCount, qsa_saved_count_free)

static gint64 *
qsa_saved_counts_copy_id (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

static void qsa_saved_counts_schedule (QsaSavedCounts *self);

static void
qsa_saved_counts_take (QsaSavedCounts *self, GArray *ids, GArray *numbers)
{
  g_hash_table_remove_all (self->counts);
  for (guint i = 0; i < MIN (ids->len, numbers->len); i++)
    g_hash_table_insert (self->counts,
                         qsa_saved_counts_copy_id (g_array_index (ids, gint64, i)),
                         GUINT_TO_POINTER (g_array_index (numbers, guint, i)));
  g_signal_emit (self, signals[QSA_SAVED_COUNTS_CHANGED], 0);
}

static void
qsa_saved_counts_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QsaSavedCount) count = user_data;
  QsaSavedCounts *self = count->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray)
      numbers = qsa_library_count_finish (QSA_LIBRARY (source), result, &error);

  if (count->cancellable != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  /* The list says what is wrong with the library; an old number stays until there is a new one. */
  if (numbers != NULL)
    qsa_saved_counts_take (self, count->ids, numbers);
  else
    g_debug ("Counting saved searches: %s", error->message);
  if (self->stale)
    qsa_saved_counts_schedule (self);
}

static void
qsa_saved_counts_cancel (QsaSavedCounts *self)
{
  g_clear_handle_id (&self->delay_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->stale = FALSE;
}

static void
qsa_saved_counts_count (QsaSavedCounts *self)
{
  GPtrArray *searches = qsa_library_get_saved_searches (self->library);
  g_autoptr (GPtrArray) requests =
      g_ptr_array_new_with_free_func ((GDestroyNotify) qsa_search_request_unref);
  QsaSavedCount *count;

  qsa_saved_counts_cancel (self);
  if (searches->len == 0)
    return;
  self->cancellable = g_cancellable_new ();
  count = g_new0 (QsaSavedCount, 1);
  count->self = g_object_ref (self);
  count->cancellable = g_object_ref (self->cancellable);
  count->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < searches->len; i++)
    {
      const QsaSavedSearch *search = g_ptr_array_index (searches, i);

      g_ptr_array_add (requests, qsa_saved_search_to_request (search));
      g_array_append_val (count->ids, search->id);
    }
  qsa_library_count_async (self->library, (QsaSearchRequest **) requests->pdata,
                           requests->len, self->cancellable, qsa_saved_counts_answered,
                           count);
}

static gboolean
qsa_saved_counts_delay_over (gpointer data)
{
  QsaSavedCounts *self = data;

  self->delay_source = 0;
  qsa_saved_counts_count (self);
  return G_SOURCE_REMOVE;
}

static void
qsa_saved_counts_schedule (QsaSavedCounts *self)
{
  /* Cancelling for each change would let a long import never see a number. */
  if (self->cancellable != NULL)
    self->stale = TRUE;
  else if (self->delay_source == 0)
    self->delay_source = g_timeout_add (QSA_SAVED_COUNTS_DELAY_MS,
                                        qsa_saved_counts_delay_over, self);
}

static void
qsa_saved_counts_library_changed (QsaSavedCounts *self, QsaChangeKind kind)
{
  g_assert (QSA_IS_SAVED_COUNTS (self));

  /* Other searches have a notification of their own. */
  if ((kind & ~(guint) QSA_CHANGE_SEARCHES) != 0)
    qsa_saved_counts_schedule (self);
}

static void
qsa_saved_counts_dispose (GObject *object)
{
  QsaSavedCounts *self = QSA_SAVED_COUNTS (object);

  qsa_saved_counts_cancel (self);
  g_clear_object (&self->library_signals);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (qsa_saved_counts_parent_class)->dispose (object);
}

static void
qsa_saved_counts_finalize (GObject *object)
{
  QsaSavedCounts *self = QSA_SAVED_COUNTS (object);

  g_clear_pointer (&self->counts, g_hash_table_unref);
  G_OBJECT_CLASS (qsa_saved_counts_parent_class)->finalize (object);
}

static void
qsa_saved_counts_class_init (QsaSavedCountsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = qsa_saved_counts_dispose;
  object_class->finalize = qsa_saved_counts_finalize;

  signals[QSA_SAVED_COUNTS_CHANGED] = g_signal_new ("changed", QSA_TYPE_SAVED_COUNTS,
                                                    G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                                    NULL, G_TYPE_NONE, 0);
}

static void
qsa_saved_counts_init (QsaSavedCounts *self)
{
  self->counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->library_signals = g_signal_group_new (QSA_TYPE_LIBRARY);
  g_signal_group_connect_swapped (self->library_signals, "changed",
                                  G_CALLBACK (qsa_saved_counts_library_changed), self);
  g_signal_group_connect_swapped (self->library_signals, "notify::saved-searches",
                                  G_CALLBACK (qsa_saved_counts_count), self);
  g_signal_group_connect_swapped (self->library_signals, "notify::variants",
                                  G_CALLBACK (qsa_saved_counts_schedule), self);
}

QsaSavedCounts *
qsa_saved_counts_new (void)
{
  return g_object_new (QSA_TYPE_SAVED_COUNTS, NULL);
}

void
qsa_saved_counts_set_library (QsaSavedCounts *self, QsaLibrary *library)
{
  g_return_if_fail (QSA_IS_SAVED_COUNTS (self));
  g_return_if_fail (library == NULL || QSA_IS_LIBRARY (library));

  if (!g_set_object (&self->library, library))
    return;
  qsa_saved_counts_cancel (self);
  g_hash_table_remove_all (self->counts);
  g_signal_group_set_target (self->library_signals, library);
  if (library != NULL)
    qsa_saved_counts_count (self);
}

gboolean
qsa_saved_counts_get (QsaSavedCounts *self, gint64 id, guint *count)
{
  gpointer value;

  g_return_val_if_fail (QSA_IS_SAVED_COUNTS (self), FALSE);
  g_return_val_if_fail (count != NULL, FALSE);

  if (!g_hash_table_lookup_extended (self->counts, &id, NULL, &value))
    return FALSE;
  *count = GPOINTER_TO_UINT (value);
  return TRUE;
}
