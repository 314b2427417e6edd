/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "qsa-article-edit.h"
#include "qsa-library.h"

G_BEGIN_DECLS

/* "Edit Details": title, outlet with completion, date with year/month/day precision, author, for one
 * article or many at once (fields left alone keep each article's own value). A transient AdwWindow.
 * Actions: details.apply (Ctrl+Enter, Enter in a field); window.close (Escape).
 * Signal "apply" (pointer GArray of gint64 ids, pointer QsaArticleEdit), both borrowed for the
 * emission; nothing is emitted when nothing was changed. */
#define QSA_TYPE_DETAILS_DIALOG (qsa_details_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QsaDetailsDialog, qsa_details_dialog, QSA, DETAILS_DIALOG,
                      AdwWindow)

/* @ids: GArray of gint64, copied. @article: the one article's present values, NULL for many. */
GtkWidget *qsa_details_dialog_new (GtkWindow *parent, QsaLibrary *library, GArray *ids,
                                   const QsaArticle *article);

G_END_DECLS
