/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-query-readings.h"

G_BEGIN_DECLS

/* Internal to model: the operator NEAR/5, قرب/5, NEAR/p, قرب/ف, NEAR. */

/* TRUE when the text from @start_byte to @end_byte is one and stands between spaces. @text is NUL-terminated. */
gboolean qsa_query_near_read (const char *text, gsize start_byte, gsize end_byte,
                              guint *distance);

/* @note is about an operator: adds the edits that make it words. */
void qsa_query_near_add_edits (const char *text, QsaReadingNote *note);

G_END_DECLS
