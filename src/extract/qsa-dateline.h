/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-article.h"
#include "qsa-outlet-table.h"

G_BEGIN_DECLS

/* The dateline by which a text begins: "بغداد - ", "القاهرة (وكالة) - ", "الكويت، 1 تشرين الثاني
 * 2022 (وكالة) - ". It stays in the body as printed. Pure, any thread. */

typedef struct
{
  char *place;    /* owned */
  char *agency;   /* owned, or NULL: the name in brackets */
  QsaDate date;   /* undated when the dateline has none */
  gsize end_byte; /* where the text proper begins */
} QsaDateline;

void qsa_dateline_clear (QsaDateline *dateline);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QsaDateline, qsa_dateline_clear)

/* TRUE when @text begins with one whose place is certain. */
gboolean qsa_dateline_parse (const char *text, QsaOutletTable *outlets,
                             QsaDateline *dateline);

/* Place, source credit and, when nothing else gave one, date from the dateline of the body. */
void qsa_dateline_apply (QsaArticle *article, QsaOutletTable *outlets);

G_END_DECLS
