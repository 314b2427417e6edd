/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The agency that a text credits: "حسب وكالة …", "وفقا لوكالة …", "نقلا عن وكالة …". NULL when the
 * text credits none, or several. Free with g_free(). Pure, any thread. */
char *qsa_source_credit_find (const char *text, gsize text_bytes);

G_END_DECLS
