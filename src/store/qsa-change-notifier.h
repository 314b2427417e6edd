/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Internal to store. Gathers what changed, from any thread, and tells the owner on its main context:
 * the first change at once, further ones at most ten times a second. */
typedef struct _QsaChangeNotifier QsaChangeNotifier;

typedef void (*QsaChangeFunc) (GObject *owner, guint kinds);

/* On the owner's thread. @owner is held weakly. */
QsaChangeNotifier *qsa_change_notifier_new (GObject *owner, QsaChangeFunc func);
QsaChangeNotifier *qsa_change_notifier_ref (QsaChangeNotifier *notifier);
void qsa_change_notifier_unref (QsaChangeNotifier *notifier);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaChangeNotifier, qsa_change_notifier_unref)

/* Any thread. @kinds: QsaChangeKind flags; 0 does nothing. */
void qsa_change_notifier_raise (QsaChangeNotifier *notifier, guint kinds);

G_END_DECLS
