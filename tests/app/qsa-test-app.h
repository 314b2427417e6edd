/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-app-fixture.h"
#include "qsa-application.h"
#include "qsa-facet-row.h"
#include "qsa-reader-fixture.h"
#include "qsa-test-archive-file.h"

G_BEGIN_DECLS

/* The whole program in this process: application, window, library in a temporary folder. */
typedef struct
{
  QsaTestDir *dir;
  QsaApplication *application; /* borrowed: one for the process */
  QsaWindow *window;           /* borrowed from the application */
} QsaTestApp;

/* A window on a new library, open and empty. */
QsaTestApp *qsa_test_app_new (void);
/* With the articles of qsa-test-archive-file.h. */
QsaTestApp *qsa_test_app_new_with_archive (void);
/* Closes the window and waits until its library is closed. */
void qsa_test_app_free (QsaTestApp *app);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaTestApp, qsa_test_app_free)

/* Opens (or presents) the window of a library below the test's folder, and waits for it. */
QsaWindow *qsa_test_app_open (QsaTestApp *app, const char *name);
/* Closes the window and waits until its library is closed. */
void qsa_test_app_close (QsaTestApp *app);

/* What the file chooser does with one chosen path; waits until it is done. */
void qsa_test_app_import (QsaTestApp *app, const char *path);

/* Waits until nothing is searched or imported any more. */
void qsa_test_app_settle (QsaTestApp *app);
guint qsa_test_app_n_rows (QsaTestApp *app);

void qsa_test_app_activate (QsaTestApp *app, const char *action);
/* Enabled, as menus and buttons see it. */
gboolean qsa_test_app_is_enabled (QsaTestApp *app, const char *action);

/* A child of a template by its id, anywhere in the window; never NULL. */
GtkWidget *qsa_test_app_child (QsaTestApp *app, const char *id);
/* The first mapped label, button or chip in @parent that shows @text; NULL when there is none. */
GtkWidget *qsa_test_app_find_text (GtkWidget *parent, const char *text);

QsaSession *qsa_test_app_session (QsaTestApp *app);
/* A widget of @type in the window, the @nth from 0; NULL when there is none. */
GtkWidget *qsa_test_app_find (QsaTestApp *app, GType type, guint nth);
/* A window of the process of @type; NULL when there is none. */
GtkWindow *qsa_test_app_find_window (QsaTestApp *app, GType type);
/* The mapped row of the outlet whose name holds @name. */
QsaFacetRow *qsa_test_app_find_outlet (QsaTestApp *app, const char *name);
/* Waits until the list begins with it. */
void qsa_test_app_wait_first_title (QsaTestApp *app, const char *title);
/* Of the list; waits until it is loaded. */
const QsaRow *qsa_test_app_first_row (QsaTestApp *app);

/* Keys from outside, as a person presses them: "ctrl+f", "Escape". */
void qsa_test_app_press (QsaTestApp *app, const char *key);
/* Presses a mouse button in the middle of @widget. */
void qsa_test_app_click (QsaTestApp *app, GtkWidget *widget, guint button);

/* Enters @text into the search entry letter by letter. */
void qsa_test_app_type_query (QsaTestApp *app, const char *text);

/* A picture of the screen into QSA_TEST_SHOTS (a folder), when that is set: for the eye. */
void qsa_test_app_shoot (QsaTestApp *app, const char *name);

G_END_DECLS
