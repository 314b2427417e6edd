/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "qsa-window.h"

G_BEGIN_DECLS

/* The program: one instance a session, one window a library. Main thread.
 *
 *   qusasat                    the user's library, made on first start
 *   qusasat FILE.qusasat …     that library
 *   qusasat FILE|FOLDER …      brings these into the user's library
 *   qusasat --library FILE     another library, made when missing
 *   qusasat --sample           the sample library, made on first use
 *
 * Exit codes: 0 done, 1 a file or folder cannot be used, 2 the command line cannot be understood. */
#define QSA_TYPE_APPLICATION (qsa_application_get_type ())
G_DECLARE_FINAL_TYPE (QsaApplication, qsa_application, QSA, APPLICATION, AdwApplication)

/* @flags: more of them, such as G_APPLICATION_NON_UNIQUE for tests. */
QsaApplication *qsa_application_new (GApplicationFlags flags);

/* The window of the library @path, made when there is none, presented. */
QsaWindow *qsa_application_open_library (QsaApplication *self, const char *path);
QsaWindow *qsa_application_open_default (QsaApplication *self);
QsaWindow *qsa_application_open_sample (QsaApplication *self);

void qsa_application_show_about (QsaApplication *self, GtkWindow *parent);

/* Where an installed program's translations are, or what QUSASAT_LOCALE_DIR says. */
const char *qsa_application_get_locale_dir (void);

G_END_DECLS
