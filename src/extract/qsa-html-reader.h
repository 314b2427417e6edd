/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-emitter.h"

G_BEGIN_DECLS

/* A saved page: what its markup says, weighed against what it shows. A file is one article.
 *
 *   bytes -> xmlDoc -> QsaHtmlMeta                  (what the markup says)
 *                   -> QsaHtmlLine[]                (what a reader sees)
 *                   -> the element with the text    (qsa-html-main.h)
 *                   -> title, head lines and text as the lines of a QsaScrape, whose passes find stamp,
 *                      byline, standfirst, captions and furniture as on a scraped page */
gboolean qsa_html_read (QsaEmitter *emitter, GError **error);

G_END_DECLS
