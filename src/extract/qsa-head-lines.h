/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-body.h"
#include "qsa-byline.h"
#include "qsa-outlet-table.h"

G_BEGIN_DECLS

/* Reads the stamp line and the byline that stand above the text proper in many exports: sets date,
 * author, place and source credit of @article where they are not set yet, notes the lines in @body as
 * removed, and returns where in @text the text proper begins. */
const char *qsa_head_lines_take (const char *text, QsaOutletTable *outlets,
                                 QsaArticle *article, QsaBody *body);

/* One line: TRUE when it is a stamp line; sets the date unless there is one. */
gboolean qsa_head_lines_take_stamp (const char *line, QsaArticle *article);

/* One line: TRUE when it is certainly a byline. */
gboolean qsa_head_lines_parse_byline (const char *line, const QsaBylineContext *context,
                                      QsaByline *byline);

/* Sets author, place and source credit where they are not set yet. */
void qsa_head_lines_apply_byline (const QsaByline *byline, QsaOutletTable *outlets,
                                  QsaArticle *article);

G_END_DECLS
