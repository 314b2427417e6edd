/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-article.h"
#include "qsa-matcher.h"

G_BEGIN_DECLS

/* What the reading view shows of an article, and the way back from each character shown to the
 * article's own words. Immutable, pure; words of the program are in the user's language.
 *
 *   view     RLM? section \n title \n standfirst \n RLM ⁦outlet⁩ · ⁦date⁩ … \n body, captions between
 *            |____________________________________|____________________|  |________________|
 *   runs      each a piece of the article (a QsaBidiMap) or of ours; what lies between runs are
 *             marks of direction: seen by Pango, never copied
 *
 * View offsets are characters (GtkTextIter offsets). */

typedef enum
{
  QSA_READER_SECTION,
  QSA_READER_TITLE,
  QSA_READER_STANDFIRST,
  QSA_READER_META,
  QSA_READER_BODY,
  QSA_READER_CAPTION,
  QSA_READER_PULL_QUOTE,
  QSA_READER_HEADING, /* inside BODY */
  QSA_READER_UNKNOWN, /* inside TITLE and META: what nobody knows, said so */
  QSA_READER_LINK,    /* inside META */
  QSA_READER_N_PARTS,
} QsaReaderPart;

typedef struct
{
  QsaReaderPart part;
  gsize start_chars;
  gsize end_chars;
} QsaReaderSpan;

typedef struct _QsaReaderText QsaReaderText;

QsaReaderText *qsa_reader_text_new (const QsaArticle *article);
void qsa_reader_text_free (QsaReaderText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QsaReaderText, qsa_reader_text_free)

/* Borrowed, NUL-terminated. */
const char *qsa_reader_text_get_view (QsaReaderText *text);

/* GArray of QsaReaderSpan, borrowed: paragraphs in order, and what lies inside them. */
GArray *qsa_reader_text_get_spans (QsaReaderText *text);

/* FALSE when the article has no such part; the first one otherwise. */
gboolean qsa_reader_text_find_part (QsaReaderText *text, QsaReaderPart part,
                                    QsaReaderSpan *span);

/* The byte of the article's body that a character of the view stands for: that of the next body
 * text when it is none itself, 0 in the header, the body's length after its end. */
gsize qsa_reader_text_body_byte_at (QsaReaderText *text, gsize view_chars);
gsize qsa_reader_text_view_chars_at (QsaReaderText *text, gsize body_byte);

/* Exactly what is printed between two view offsets, no mark of ours. Free with g_free(). */
char *qsa_reader_text_dup_range (QsaReaderText *text, gsize start_chars, gsize end_chars);

/* The same, only what can be quoted: the body alone where the range touches it (no caption in the
 * midst of a quotation), else title, standfirst, caption. NULL when nothing is left.
 * Free with g_free(). */
char *qsa_reader_text_dup_quote (QsaReaderText *text, gsize start_chars, gsize end_chars);

/* GArray of QsaReaderSpan (part TITLE, STANDFIRST or BODY), ascending: the matches of @matcher
 * (may be NULL) in what the index covers. A phrase may have a caption in its midst, which is then in
 * its range. Never NULL; free with g_array_unref(). */
GArray *qsa_reader_text_find_hits (QsaReaderText *text, QsaMatcher *matcher);

/* Whether a browser may be asked to open it: http and https only. NULL is FALSE. */
gboolean qsa_reader_text_is_web_address (const char *url);

G_END_DECLS
