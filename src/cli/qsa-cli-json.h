/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "qsa-article.h"

G_BEGIN_DECLS

/* Internal to cli. JSON of the command-line contract; unknown values are null. */

/* Adds a member; NULL is null. */
void qsa_cli_json_add_string (JsonBuilder *builder, const char *name, const char *value);

/* The members of an article as "extract" prints them, without the braces: title … rules. */
void qsa_cli_json_add_article (JsonBuilder *builder, const QsaArticle *article);

/* One line on standard output, for one JSON value. */
void qsa_cli_json_print (JsonBuilder *builder);

/* The same, to a string. Free with g_free(). */
char *qsa_cli_json_to_string (JsonBuilder *builder);

G_END_DECLS
