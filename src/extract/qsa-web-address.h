/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The first web address in @text, with a scheme, NULL when there is none: a site (no path) or a page,
 * not of a social network. Free with g_free(). Pure, any thread. */
char *qsa_web_address_find (const char *text);

G_END_DECLS
