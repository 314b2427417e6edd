/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk/gdk.h>

#include "qsa-citation.h"

G_BEGIN_DECLS

/* What the program puts on clipboards and gives to drags. Every provider keeps its own data:
 * opening another article changes nothing on the clipboard. Main thread; new references. */

/* @text exactly, under every name of plain text (text/plain;charset=utf-8, UTF8_STRING …). */
GdkContentProvider *qsa_clipboard_new_text (const char *text);

/* @selection as a quotation with the reference of @article: plain text and text/html. */
GdkContentProvider *qsa_clipboard_new_quotation (const QsaArticle *article,
                                                 const char *selection,
                                                 QsaCitationStyle style);

/* The reference of @article: plain text and text/html. */
GdkContentProvider *qsa_clipboard_new_reference (const QsaArticle *article,
                                                 QsaCitationStyle style);

G_END_DECLS
