/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-article.h"
#include "qsa-matcher.h"
#include "qsa-reader-view.h"

G_BEGIN_DECLS

/* What QsaReader shows when an article is there: the page in its scroller, hits, place, face, and
 * the quote button over it. Knows no library. Main thread.
 *
 * Property "hit-text" (string, read-only): "2 of 7", NULL when there are none.
 * Signals: "selection-changed"; "moved" (the user went elsewhere in the text, and
 *   some seconds passed: the position is worth saving). */
#define QSA_TYPE_READER_PAGE (qsa_reader_page_get_type ())
G_DECLARE_FINAL_TYPE (QsaReaderPage, qsa_reader_page, QSA, READER_PAGE, GtkWidget)

QsaReaderView *qsa_reader_page_get_view (QsaReaderPage *self);

/* Goes to the first hit, or to the article's reading position. NULL empties the page. */
void qsa_reader_page_show (QsaReaderPage *self, const QsaArticle *article);
/* The same article again: the place is kept, and nothing at all is done when what is shown does
 * not differ. */
void qsa_reader_page_show_again (QsaReaderPage *self, const QsaArticle *article);

/* Takes a reference; NULL for none. Goes to the first hit. */
void qsa_reader_page_set_matcher (QsaReaderPage *self, QsaMatcher *matcher);
const char *qsa_reader_page_get_hit_text (QsaReaderPage *self);
/* To the next (1) or previous (-1) hit, round and round. */
void qsa_reader_page_step_hit (QsaReaderPage *self, int step);

void qsa_reader_page_set_font (QsaReaderPage *self, const char *font, double scale);

/* Where the user has gone to: a byte of the body. FALSE when the page stands where it was put, by
 * its reading position or by a search. */
gboolean qsa_reader_page_get_position (QsaReaderPage *self, gsize *body_byte);

/* The quote button goes away until the selection changes. */
void qsa_reader_page_dismiss_quote_button (QsaReaderPage *self);

G_END_DECLS
