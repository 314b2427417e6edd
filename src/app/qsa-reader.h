/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "qsa-article.h"
#include "qsa-library.h"
#include "qsa-matcher.h"

G_BEGIN_DECLS

/* The reading pane: one article, right-to-left in every locale. Loads it itself and again when the
 * library says that it changed, remembers the reading position, marks hits, offers quotes. Main
 * thread.
 *
 * Properties: "library" (QsaLibrary), "article-id" (int64, 0 shows the placeholder),
 *   "article" (pointer, read-only, borrowed QsaArticle, NULL while it is not there), "font"
 *   (string, Pango description, NULL or "" for the default Naskh face), "scale" (double, 1.0 is
 *   normal: bind it to the setting, the zoom actions change it), "hit-text" (string "2 of 7",
 *   NULL when there are none).
 * Actions on the widget: reader.copy (exactly the selection), reader.copy-quote (with citation),
 *   reader.copy-reference, reader.next-hit, reader.previous-hit, reader.open-link,
 *   reader.larger, reader.smaller, reader.normal-size, reader.select-all, reader.reload.
 *   Their keys work everywhere in the window (qsa-reader.c has the table).
 * Signal "toast" (string): something worth a short notice, such as "Quote copied". */
#define QSA_TYPE_READER (qsa_reader_get_type ())
G_DECLARE_FINAL_TYPE (QsaReader, qsa_reader, QSA, READER, GtkWidget)

void qsa_reader_set_library (QsaReader *self, QsaLibrary *library);
void qsa_reader_set_article_id (QsaReader *self, gint64 id);
/* Marks what @matcher finds and goes to the first hit; NULL for none. */
void qsa_reader_set_matcher (QsaReader *self, QsaMatcher *matcher);
const QsaArticle *qsa_reader_get_article (QsaReader *self);
/* Load again, keep the place. */
void qsa_reader_reload (QsaReader *self);
/* Tells the library where the reader is now; also done by itself, on leaving the article among
 * others. For a window that closes its library. */
void qsa_reader_save_position (QsaReader *self);

G_END_DECLS
