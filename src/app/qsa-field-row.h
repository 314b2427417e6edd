/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* One field of one or many articles: a text, or "unknown" said outright, or (for many articles)
 * left as each of them has it. Main thread.
 *
 *              one article                      many articles
 *   text       the value                        the value for all
 *   empty      unknown                          left alone
 *   button     pressed when unknown             pressed: unknown for all
 *
 * Properties: "field-name" (string): what the field is called; "unknown-label" (string): the
 *   button.
 * Signal "edited": text or button changed, by the user. */
#define QSA_TYPE_FIELD_ROW (qsa_field_row_get_type ())
G_DECLARE_FINAL_TYPE (QsaFieldRow, qsa_field_row, QSA, FIELD_ROW, AdwEntryRow)

/* What is there now; NULL is unknown. @many: values differ, @value does not count. */
void qsa_field_row_start (QsaFieldRow *self, const char *value, gboolean many);

/* As a user would type it. */
void qsa_field_row_set_text (QsaFieldRow *self, const char *text);

/* FALSE as long as it says what it was started with. */
gboolean qsa_field_row_get_changed (QsaFieldRow *self);
/* Squeezed; NULL when it is unknown or left alone. Free with g_free(). */
char *qsa_field_row_dup_value (QsaFieldRow *self);
/* The button is pressed. */
gboolean qsa_field_row_get_unknown (QsaFieldRow *self);

G_END_DECLS
