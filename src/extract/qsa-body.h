/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-article.h"

G_BEGIN_DECLS

/* Builds an article's body piece by piece in the order of the page: paragraphs as printed with
 * white space squeezed, and blocks at their place. For one thread. */

typedef struct _QsaBody QsaBody;

/* @article is borrowed until qsa_body_finish(). */
QsaBody *qsa_body_new (QsaArticle *article);
void qsa_body_free (QsaBody *body);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaBody, qsa_body_free)

/* Texts need not be NUL-terminated; a text of nothing but white space adds nothing. */
void qsa_body_add_paragraph (QsaBody *body, const char *text, gsize text_bytes);
void qsa_body_add_heading (QsaBody *body, const char *text, gsize text_bytes);

/* Something that stood here and is not part of the body: @kind is any but QSA_BLOCK_HEADING.
 * @credit may be NULL. */
void qsa_body_add_aside (QsaBody *body, QsaBlockKind kind, const char *text,
                         gsize text_bytes, const char *credit);

/* Plain text of many lines, as corpora hold it: each line is a paragraph; lines that are only
 * wrapped at a column are joined again, <p> and <br> are taken as paragraph ends, character
 * references are decoded. */
void qsa_body_add_text (QsaBody *body, const char *text, gsize text_bytes);

gboolean qsa_body_is_empty (QsaBody *body);

/* Bytes so far, and the text so far; borrowed until the next call. */
const char *qsa_body_peek (QsaBody *body, gsize *body_bytes);

/* Puts body and blocks into the article. */
void qsa_body_finish (QsaBody *body);

/* Appends @text with white space squeezed as qsa_text_squeeze() does, line ends too. Returns the
 * number of bytes appended. */
gsize qsa_squeeze_append (GString *out, const char *text, gsize text_bytes);

G_END_DECLS
