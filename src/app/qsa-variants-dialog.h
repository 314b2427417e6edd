/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "qsa-library.h"

G_BEGIN_DECLS

/* The spellings that a search takes for one word: the user's own groups, which can be made, edited and
 * removed, and the shipped ones, which can be switched off. Everything is stored at once. A read-only
 * library only shows them. Main thread.
 *
 *   QsaLibrary "variants" --> rows (kept by their spellings) --edits--> QsaLibrary */
#define QSA_TYPE_VARIANTS_DIALOG (qsa_variants_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QsaVariantsDialog, qsa_variants_dialog, QSA, VARIANTS_DIALOG,
                      AdwWindow)

GtkWidget *qsa_variants_dialog_new (GtkWindow *parent, QsaLibrary *library);

G_END_DECLS
