/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-article.h"
#include "qsa-outlet-table.h"

G_BEGIN_DECLS

/* Puts values that a file states (tags, JSON members, meta elements) into an article's fields, the
 * same way for every format: character references decoded, white space squeezed, nothing stored
 * when the value says nothing, rule and confidence noted. A field that is set already stays.
 * Texts need not be NUL-terminated and may be NULL. @rule is a static string. */

void qsa_fields_set_title (QsaArticle *article, const char *text, gsize text_bytes,
                           const char *rule, double confidence);
void qsa_fields_set_section (QsaArticle *article, const char *text, gsize text_bytes,
                             const char *rule, double confidence);
void qsa_fields_set_place (QsaArticle *article, const char *text, gsize text_bytes,
                           const char *rule, double confidence);
void qsa_fields_set_lang (QsaArticle *article, const char *text, gsize text_bytes,
                          const char *rule);

/* An http(s) address; sets the domain too. */
void qsa_fields_set_url (QsaArticle *article, const char *text, gsize text_bytes,
                         const char *rule);

/* @name as the file gives it: a name, a short code or a domain; the table's name for it when the
 * table knows it, else the table's name for the article's domain, else @name itself. */
void qsa_fields_set_outlet (QsaArticle *article, QsaOutletTable *outlets,
                            const char *name, gsize name_bytes, const char *rule,
                            double confidence);

/* The outlet of the article's domain, when the table knows it and nothing better is known. */
void qsa_fields_set_outlet_from_domain (QsaArticle *article, QsaOutletTable *outlets,
                                        double confidence);

/* A date, a date with a time, or a time beside a date that is set already. TRUE when it set the
 * date. */
gboolean qsa_fields_set_date (QsaArticle *article, const char *text, gsize text_bytes,
                              QsaDateOrigin origin, const char *rule, double confidence);

/* Author, place and source credit from what a file calls its author. */
void qsa_fields_set_byline (QsaArticle *article, QsaOutletTable *outlets,
                            const char *text, gsize text_bytes, const char *rule);

/* Unless it only repeats the title or the beginning of the body, which must be set by then. */
void qsa_fields_set_standfirst (QsaArticle *article, const char *text, gsize text_bytes,
                                const char *rule, double confidence);

/* TRUE when @text, white space and a closing ellipsis aside, is how @body begins. */
gboolean qsa_fields_repeats_beginning (const char *text, const char *body);

/* A name of an outlet that is not the article's own becomes its source credit. */
void qsa_fields_credit_organisation (QsaArticle *article, QsaOutletTable *outlets,
                                     const char *organisation, const char *rule,
                                     double confidence);

/* Decoded and squeezed; NULL when nothing is left. Free with g_free(). */
char *qsa_fields_clean_line (const char *text, gsize text_bytes);

G_END_DECLS
