/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-emitter.h"

G_BEGIN_DECLS

/* SGML files of <DOC> … </DOC> as the TREC, CLEF and LDC collections and their followers write them.
 * Not XML: references may be bare, end tags missing, < may stand in the text. Tags in any case:
 *
 *   title        TITLE HEADLINE HEAD HL             author, place   AUTHOR BYLINE
 *   body         TEXT BODY CONTENT                  place           PLACE LOCATION DATELINE
 *   standfirst   ABSTRACT SUMMARY LEAD              section         CAT CATEGORY SECTION TOPIC
 *   outlet       SRC SOURCE OUTLET PUBLISHER NEWSPAPER
 *   date         TIME DATE DATETIME DATE_TIME PUBDATE
 *   url          URL LINK                           lang            LANG LANGUAGE
 *
 * Other tags are passed over. Each <DOC> is one candidate: an article, or what is wrong with it. */
void qsa_trec_read (QsaEmitter *emitter);

/* TRUE when @data begins, blanks, comments and declarations aside, with a <DOC>. */
gboolean qsa_trec_matches (const char *data, gsize data_bytes);

G_END_DECLS
