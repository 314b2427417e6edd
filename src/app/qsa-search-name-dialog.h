/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks for the name of a search. "response" is "save" only with a name that no other search has.
 * Main thread. */
#define QSA_TYPE_SEARCH_NAME_DIALOG (qsa_search_name_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QsaSearchNameDialog, qsa_search_name_dialog, QSA,
                      SEARCH_NAME_DIALOG, AdwMessageDialog)

/* @accept: the button, with a mnemonic. @name is proposed. @others: names that are taken, copied. */
GtkWidget *qsa_search_name_dialog_new (GtkWindow *parent, const char *heading,
                                       const char *body, const char *accept,
                                       const char *name, const char *const *others);

void qsa_search_name_dialog_set_name (QsaSearchNameDialog *self, const char *name);
/* Squeezed. Free with g_free(). */
char *qsa_search_name_dialog_dup_name (QsaSearchNameDialog *self);

G_END_DECLS
