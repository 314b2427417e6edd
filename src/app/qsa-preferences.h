/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The preferences: face and size of the reading view, light or dark. Bound to the settings, so
 * every change shows at once. Main thread. */
#define QSA_TYPE_PREFERENCES (qsa_preferences_get_type ())
G_DECLARE_FINAL_TYPE (QsaPreferences, qsa_preferences, QSA, PREFERENCES,
                      AdwPreferencesWindow)

GtkWidget *qsa_preferences_new (GtkWindow *parent, GSettings *settings);

G_END_DECLS
