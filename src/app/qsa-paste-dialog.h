/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A pasted article, to be looked at and mended before it is added. Filled from the clipboard when
 * that holds text. Main thread.
 *
 * Signal "add" (string): the user wants this text in the library. */
#define QSA_TYPE_PASTE_DIALOG (qsa_paste_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QsaPasteDialog, qsa_paste_dialog, QSA, PASTE_DIALOG, AdwWindow)

GtkWidget *qsa_paste_dialog_new (GtkWindow *parent);
void qsa_paste_dialog_set_text (QsaPasteDialog *self, const char *text);

G_END_DECLS
