/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-article.h"

G_BEGIN_DECLS

/* The reference of an article, and a quotation with its reference, as text and as HTML, in Arabic
 * whatever the interface's language: the reference follows the text it cites. Bidi-safe: Latin
 * names, digits and addresses keep their order wherever the result is pasted. Nothing is
 * invented: what the article does not say is left out, an unknown date is "د.ت.". Pure, any
 * thread. */

typedef enum
{
  QSA_CITATION_PLAIN, /* outlet and title in full, for notes and messages; more styles follow */
} QsaCitationStyle;

/* FALSE when @name is no style. */
gboolean qsa_citation_style_from_string (const char *name, QsaCitationStyle *style);

/* One line, no line break at its end. Free with g_free(). */
char *qsa_citation_to_text (const QsaArticle *article, QsaCitationStyle style);
/* An HTML fragment: one <p dir="rtl" lang="ar">, everything escaped, the address a link only when
 * it is http or https. Free with g_free(). */
char *qsa_citation_to_html (const QsaArticle *article, QsaCitationStyle style);

/* The selection as a quotation: put in « », marks inside it turned to “ ” (all conventions of
 * the press: straight, curly, reversed, guillemets, '' <<>>), outer white space off, one pair of
 * marks that already encloses all of it not doubled; paragraphs kept. Free with g_free(). */
char *qsa_quotation_normalise (const char *selection);

/* Quotation, then on a line of its own the reference in parentheses or after a dash.  */
char *qsa_quotation_to_text (const QsaArticle *article, const char *selection,
                             QsaCitationStyle style);
/* <blockquote dir="rtl" lang="ar">…</blockquote><p dir="rtl" …>…</p> */
char *qsa_quotation_to_html (const QsaArticle *article, const char *selection,
                             QsaCitationStyle style);

/* "8 ديسمبر 2021", "ديسمبر 2021", "2021", or "د.ت.". Free with g_free(). */
char *qsa_citation_format_date (const QsaDate *date);

G_END_DECLS
