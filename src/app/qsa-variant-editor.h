/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "qsa-variants.h"

G_BEGIN_DECLS

/* Makes or changes a group of the user's own: spellings, a line each, and the endings they take.
 * Main thread.
 *
 * Action: editor.apply. Signal "apply" (pointer QsaVariantGroup, borrowed): well-formed; the window
 *   closes. */
#define QSA_TYPE_VARIANT_EDITOR (qsa_variant_editor_get_type ())
G_DECLARE_FINAL_TYPE (QsaVariantEditor, qsa_variant_editor, QSA, VARIANT_EDITOR,
                      AdwWindow)

/* @group: what to change; NULL for a new one. */
GtkWidget *qsa_variant_editor_new (GtkWindow *parent, const QsaVariantGroup *group);

/* As typed and chosen by the user. */
void qsa_variant_editor_set_spelling (QsaVariantEditor *self, guint index,
                                      const char *text);
void qsa_variant_editor_set_kind (QsaVariantEditor *self, QsaVariantKind kind);
/* What is still missing; NULL when it can be applied. */
const char *qsa_variant_editor_get_message (QsaVariantEditor *self);

G_END_DECLS
