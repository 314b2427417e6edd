/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "qsa-change-notifier.h"

#define QSA_CHANGE_NOTIFIER_INTERVAL_US (100 * G_TIME_SPAN_MILLISECOND)

struct _QsaChangeNotifier
{
  gatomicrefcount references;
  GMainContext *context;
  QsaChangeFunc func;
  GWeakRef owner;

  GMutex lock;
  guint kinds; /* raised and not yet told; while not 0 a source is on its way */
  gint64 told_us;
};

QsaChangeNotifier *
qsa_change_notifier_new (GObject *owner, QsaChangeFunc func)
{
  QsaChangeNotifier *notifier = NULL;

  g_return_val_if_fail (G_IS_OBJECT (owner) && func != NULL, NULL);

  notifier = g_new0 (QsaChangeNotifier, 1);
  g_atomic_ref_count_init (&notifier->references);
  notifier->context = g_main_context_ref_thread_default ();
  notifier->func = func;
  g_weak_ref_init (&notifier->owner, owner);
  g_mutex_init (&notifier->lock);
  return notifier;
}

QsaChangeNotifier *
qsa_change_notifier_ref (QsaChangeNotifier *notifier)
{
  g_return_val_if_fail (notifier != NULL, NULL);

  g_atomic_ref_count_inc (&notifier->references);
  return notifier;
}

void
qsa_change_notifier_unref (QsaChangeNotifier *notifier)
{
  g_return_if_fail (notifier != NULL);

  if (!g_atomic_ref_count_dec (&notifier->references))
    return;
  g_weak_ref_clear (&notifier->owner);
  g_mutex_clear (&notifier->lock);
  g_main_context_unref (notifier->context);
  g_free (notifier);
}

static gboolean
qsa_change_notifier_tell (gpointer data)
{
  QsaChangeNotifier *notifier = data;
  g_autoptr (GObject) owner = g_weak_ref_get (&notifier->owner);
  guint kinds = 0;

  g_mutex_lock (&notifier->lock);
  kinds = notifier->kinds;
  notifier->kinds = 0;
  notifier->told_us = g_get_monotonic_time ();
  g_mutex_unlock (&notifier->lock);

  if (owner != NULL)
    notifier->func (owner, kinds);
  return G_SOURCE_REMOVE;
}

static void
qsa_change_notifier_drop (gpointer data)
{
  qsa_change_notifier_unref (data);
}

static void
qsa_change_notifier_schedule (QsaChangeNotifier *notifier, gint64 wait_us)
{
  g_autoptr (GSource) source = g_timeout_source_new ((guint) ((wait_us + 999) / 1000));

  g_source_set_static_name (source, "[qusasat] library changed");
  g_source_set_callback (source, qsa_change_notifier_tell,
                         qsa_change_notifier_ref (notifier), qsa_change_notifier_drop);
  g_source_attach (source, notifier->context);
}

void
qsa_change_notifier_raise (QsaChangeNotifier *notifier, guint kinds)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (notifier != NULL);

  if (kinds == 0)
    return;
  locker = g_mutex_locker_new (&notifier->lock);
  if (notifier->kinds == 0)
    qsa_change_notifier_schedule (notifier, MAX (0, notifier->told_us
                                                        + QSA_CHANGE_NOTIFIER_INTERVAL_US
                                                        - g_get_monotonic_time ()));
  notifier->kinds |= kinds;
}
