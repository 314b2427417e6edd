/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-article.h"

G_BEGIN_DECLS

/* The reference of an article, and a quotation with its reference, as text and as HTML, in Arabic
 * whatever the interface's language: the reference follows the text it cites. Nothing is invented:
 * what the article does not say is left out, an unknown date is "د.ت.". Pure, any thread.
 *
 *   author، «title»، outlet، 8 ديسمبر 2021، https://…
 *
 * as the Arabic press and Arabic style guides have it: author first, headline in guillemets, marks inside
 * it turned to “ ”, months by their Egyptian and Gulf names, digits 0-9. An author who is the outlet
 * itself is named once; the domain stands in for an unknown outlet when there is no address. The line ends
 * without a full stop, which would become part of the address.
 *
 * Text keeps its order in a paragraph of either direction (proved by tests/quotes/test-citation-order.c):
 * parts with Latin in them are isolated (U+2066, U+2067 … U+2069), a U+200F stands at an end that is
 * not an Arabic letter. What is Arabic only has no such marks. HTML has dir attributes and <bdi>
 * instead. */

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
 * marks that already encloses all of it not doubled (a full stop behind it stays there); paragraphs kept.
 * A straight or curly mark without a partner stays as printed, so do apostrophes and single quotation
 * marks; all else is as printed. "" when there is nothing but white space or marks in it; NULL is "". Any
 * bytes are safe. Free with g_free(). */
char *qsa_quotation_normalise (const char *selection);

/* Quotation, then on a line of its own "— " and the reference. Only the reference when there is
 * nothing to quote. Free with g_free(). */
char *qsa_quotation_to_text (const QsaArticle *article, const char *selection,
                             QsaCitationStyle style);
/* <blockquote dir="rtl" lang="ar">…</blockquote><p dir="rtl" …>…</p> */
char *qsa_quotation_to_html (const QsaArticle *article, const char *selection,
                             QsaCitationStyle style);

/* "8 ديسمبر 2021", "ديسمبر 2021", "2021", or "د.ت.". Free with g_free(). */
char *qsa_citation_format_date (const QsaDate *date);

G_END_DECLS
