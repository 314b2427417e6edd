/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-reader-find.h"
#include "qsa-reader-page.h"
#include "qsa-reader.h"

G_BEGIN_DECLS

/* Between qsa-reader.c and qsa-reader-actions.c. */

QsaReaderPage *qsa_reader_get_page (QsaReader *self);
QsaReaderFind *qsa_reader_get_find (QsaReader *self);
/* What the page shows, also while another article is being loaded; NULL for nothing. */
const QsaArticle *qsa_reader_get_shown_article (QsaReader *self);

/* The reader's verbs, and their keys. */
void qsa_reader_actions_install (GtkWidgetClass *widget_class);
void qsa_reader_actions_add_keys (QsaReader *self);
/* Which of them have something to do now. */
void qsa_reader_actions_update (QsaReader *self);

G_END_DECLS
