/* SPDX-FileCopyrightText: 2026 The Qusasat authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "qsa-byline.h"
#include "qsa-scrape.h"

G_BEGIN_DECLS

/* What a line between title and text is. Looks at the line and its neighbours and changes nothing. */

typedef enum
{
  QSA_HEAD_TEXT,
  QSA_HEAD_STAMP,  /* a stamp, alone or among other fields */
  QSA_HEAD_FIELDS, /* outlet, section, issue side by side */
  QSA_HEAD_TRAIL,  /* الرئيسية / سياسة */
  QSA_HEAD_BYLINE,
  QSA_HEAD_NAME, /* a name beside a stamp line */
  QSA_HEAD_SECTION,
  QSA_HEAD_PLACE,
  QSA_HEAD_OUTLET,
  QSA_HEAD_VALUE,  /* what a label on the line before announces: "المصدر:" */
  QSA_HEAD_WIDGET, /* and other furniture of one line */
  QSA_HEAD_BLOCK,  /* opens a block, or is a heading: the head is over */
  QSA_HEAD_ASIDE,  /* a caption: says nothing about where the head ends */
} QsaHeadKind;

/* A label that stands alone, its value on the next line. */
typedef enum
{
  QSA_HEAD_LABEL_NONE,
  QSA_HEAD_LABEL_SOURCE,
  QSA_HEAD_LABEL_AUTHOR,
  QSA_HEAD_LABEL_SECTION,
  QSA_HEAD_LABEL_DATE,
} QsaHeadLabel;

/* @body is the text of the paragraphs, against which unknown places are held. */
QsaHeadKind qsa_scrape_head_kind (QsaScrape *scrape, guint index, const char *body);
QsaHeadLabel qsa_scrape_get_label (QsaScrape *scrape, guint index);

/* qsa_head_lines_parse_byline() with what the scrape knows by now. */
gboolean qsa_scrape_parse_byline (QsaScrape *scrape, const char *text, const char *body,
                                  gboolean trusted, QsaByline *byline);

/* TRUE when the line stands where bylines stand: beside a stamp, its parts set apart by a dash. */
gboolean qsa_scrape_trusts_byline (QsaScrape *scrape, guint index);

G_END_DECLS
