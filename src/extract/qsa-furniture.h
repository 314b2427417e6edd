/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What news pages carry besides the article, told by the words of one line: share and font
 * widgets, counters, tickers, "read also" and "most read" titles, addresses, copyright. Words of
 * the trade, no outlet's names. @folded is as qsa_fold_text() gives it. Pure, any thread. */

typedef enum
{
  QSA_FURNITURE_NONE,
  QSA_FURNITURE_WIDGET,    /* nothing but a widget's labels */
  QSA_FURNITURE_READ_ALSO, /* opens a block of links, inside the body too */
  QSA_FURNITURE_LIST,      /* opens a list of other articles */
  QSA_FURNITURE_TICKER,    /* opens breaking or latest news */
  QSA_FURNITURE_TAGS,      /* opens tags or comments, behind the article */
  QSA_FURNITURE_COPYRIGHT,
  QSA_FURNITURE_ADDRESS, /* a site's or page's address alone */
} QsaFurniture;

QsaFurniture qsa_furniture_classify (const char *text, const char *folded);

/* For a line that opens a block: TRUE when the link's title stands on the same line. */
gboolean qsa_furniture_has_title (const char *folded);

/* TRUE for a trail such as "الرئيسية / سياسة" or a menu "سياسة | اقتصاد | رياضة | صور". */
gboolean qsa_furniture_is_trail (const char *text, const char *folded);

/* "آخر تحديث: …", "منذ 3 ساعات": a time that is not the time of publication. */
gboolean qsa_furniture_is_other_time (const char *folded);

/* "م.ع/س.ح": the initials of an agency's editors. */
gboolean qsa_furniture_is_initials (const char *text);

/* A notice on comments, opinions, cookies or terms of use, as stands below the text. */
gboolean qsa_furniture_is_notice (const char *folded);

G_END_DECLS
