/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Internal to model: what an outlet's name is compared by. Any text is safe; free all results with
 * g_free(). */

/* Folded, the spaces off: "بي بي سي" and "بيبيسي", "France 24" and "france24" are one. "" when there
 * is no letter in it. */
char *qsa_outlet_key (const char *name);

/* @key without the article of its first word; a copy of @key when it has none. */
char *qsa_outlet_key_bare (const char *key);

/* @name without the noun that says what kind of outlet it is ("صحيفة X", "وكالة X"); NULL when it has
 * none, or nothing else. */
char *qsa_outlet_name_without_kind (const char *name);

/* @name without the word at its end that says that it is the Arabic edition ("X بالعربية",
 * "X Arabic"); NULL when it has none, or nothing else. */
char *qsa_outlet_name_without_language (const char *name);

/* TRUE when @name is a host name in ASCII, such as "news.example.net". */
gboolean qsa_outlet_name_is_domain (const char *name);

/* The key of the label that a domain is known by: "www.al-example.com.eg" → "alexample"; NULL when
 * @domain is none. */
char *qsa_outlet_domain_label (const char *domain);

G_END_DECLS
