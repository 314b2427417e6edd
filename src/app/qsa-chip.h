/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A pill that says what narrows the list, and takes it away when activated (click, Space, Enter,
 * Delete). Main thread.
 *
 * Property "text" (string, construct-only). Signal "removed". */
#define QSA_TYPE_CHIP (qsa_chip_get_type ())
G_DECLARE_FINAL_TYPE (QsaChip, qsa_chip, QSA, CHIP, GtkButton)

GtkWidget *qsa_chip_new (const char *text);
const char *qsa_chip_get_text (QsaChip *self);

G_END_DECLS
