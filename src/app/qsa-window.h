/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "qsa-session.h"

G_BEGIN_DECLS

/* One library in a window: sidebar, list and reader, or what to do when there is nothing to show.
 * It is there before the library has been opened. Main thread.
 *
 *   opening --> library <--> empty
 *      ^  \---> error --retry--'
 *
 * Properties: "path" (string, construct-only: the library's file), "session" (QsaSession, NULL
 * until the library is open), "sidebar-shown" (boolean), "importing" (boolean).
 * Actions: the table in qsa-window-actions.c; all are named win.… */
#define QSA_TYPE_WINDOW (qsa_window_get_type ())
G_DECLARE_FINAL_TYPE (QsaWindow, qsa_window, QSA, WINDOW, AdwApplicationWindow)

/* @settings: the program's GSettings (schema io.github.qusasat.Qusasat). @samples_dir: when not
 * NULL, an empty library is filled from that folder once it is open. Opens @path in the
 * background. */
QsaWindow *qsa_window_new (GtkApplication *application, const char *path,
                           GSettings *settings, const char *samples_dir);

const char *qsa_window_get_path (QsaWindow *self);
QsaSession *qsa_window_get_session (QsaWindow *self);
gboolean qsa_window_get_importing (QsaWindow *self);

/* What the file choosers, drops and the command line call: brings in files and folders (GListModel
 * of GFile). Waits until the library is open, and for an import that is running. */
void qsa_window_import_files (QsaWindow *self, GListModel *files);
void qsa_window_import_text (QsaWindow *self, const char *text);

G_END_DECLS
