/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "qsa-library.h"

G_BEGIN_DECLS

/* The line in which to find something in the open article, by the rules of the archive's search: the
 * library reads what is typed and answers with a matcher, forms and spellings included. Main thread.
 *
 * Property "active" (boolean): the line is there and something is typed: hits are those of "matcher".
 * Signal "changed": "active" or the matcher did. Enter and Shift+Enter: reader.next-hit and
 * reader.previous-hit; Esc closes. */
#define QSA_TYPE_READER_FIND (qsa_reader_find_get_type ())
G_DECLARE_FINAL_TYPE (QsaReaderFind, qsa_reader_find, QSA, READER_FIND, GtkWidget)

/* NULL for none. */
void qsa_reader_find_set_library (QsaReaderFind *self, QsaLibrary *library);

/* Shows the line with the keyboard's focus in it. @text (may be NULL) is put into it. */
void qsa_reader_find_open (QsaReaderFind *self, const char *text);
void qsa_reader_find_close (QsaReaderFind *self);

gboolean qsa_reader_find_get_active (QsaReaderFind *self);
/* Of what is typed; NULL before the first answer. Borrowed. */
QsaMatcher *qsa_reader_find_get_matcher (QsaReaderFind *self);
/* The article has hits: else the line says so. */
void qsa_reader_find_set_found (QsaReaderFind *self, gboolean found);

G_END_DECLS
